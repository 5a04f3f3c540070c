/* The schema: its steps, the statements that must fit it, and the settings of
 * a connection. tests/store keeps an index of each released schema. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <cmocka.h>

#include "../../src/store/store_local.h"
#include "box.h"
#include "index_box.h"
#include "sample.h"
#include "store_dump.h"

static void
run_sql(const char *path, const char *sql)
{
	char *message = NULL;
	sqlite3 *db = NULL;

	assert_int_equal(sqlite3_open(path, &db), 0);
	if (sqlite3_exec(db, sql, NULL, NULL, &message))
		fail_msg("%s", message);
	assert_int_equal(sqlite3_close(db), 0);
}

static void
test_settings(void **state)
{
	struct store *store = open_index(*state, NULL);
	static const char *const pragmas[][2] = {
		{"PRAGMA journal_mode", "wal"},
		{"PRAGMA synchronous", "1"},
		{"PRAGMA mmap_size", "0"},
		{"PRAGMA cell_size_check", "1"},
		{"PRAGMA trusted_schema", "0"},
		{"PRAGMA application_id", "1279607636"},
		{"PRAGMA busy_timeout", "5000"},
	};
	sqlite3_stmt *stmt;
	int on = 0;
	size_t i;

	for (i = 0; i < sizeof pragmas / sizeof *pragmas; i++) {
		assert_int_equal(sqlite3_prepare_v2(store->db, pragmas[i][0],
						    -1, &stmt, NULL),
				 0);
		assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
		assert_string_equal(sqlite3_column_text(stmt, 0),
				    pragmas[i][1]);
		sqlite3_finalize(stmt);
	}
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, -1, &on);
	assert_int_equal(on, 1);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, -1,
			  &on);
	assert_int_equal(on, 0);
	store_close(store);
}

/* What tests/store keeps of each released schema, as SQL. */
static char *
read_old_schema(const char *name)
{
	const char *source = getenv("top_srcdir");
	char path[4096];
	char *text = calloc(1, 1 << 20);
	FILE *file;

	snprintf(path, sizeof path, "%s/tests/store/%s", source ? source : ".",
		 name);
	file = fopen(path, "r");
	if (!file)
		fail_msg("%s: %s", path, strerror(errno));
	assert_true(fread(text, 1, (1 << 20) - 1, file) > 0);
	fclose(file);
	return text;
}

static void
test_old_schemas_migrate(void **state)
{
	struct buffer dump = BUFFER_INIT, fresh = BUFFER_INIT;
	char name[64], *sql;
	int version;

	make_index(*state);
	store_dump(box_path(*state, INDEX), &fresh);
	for (version = 1; version <= STORE_SCHEMA; version++) {
		assert_int_equal(unlink(box_path(*state, INDEX)), 0);
		snprintf(name, sizeof name, "schema-%d.sql", version);
		sql = read_old_schema(name);
		run_sql(box_path(*state, INDEX), sql);
		free(sql);
		assert_kept(*state, 1);
		/* Each schema so far needs what no table before it holds, and
		 * has every meeting read again. */
		if (version < STORE_SCHEMA)
			make_index(*state);
		store_dump(box_path(*state, INDEX), &dump);
		assert_string_equal(dump.data, fresh.data);
	}
	buffer_release(&dump);
	buffer_release(&fresh);
}

static void
test_empty_database_with_our_mark(void **state)
{
	box_make_folder(*state, "l/.lectern");
	run_sql(box_path(*state, INDEX), "PRAGMA application_id = 0x4c454354");
	assert_kept(*state, 0);
}

static const struct migration steps[] = {
	{6, "CREATE TABLE second (a); PRAGMA user_version = 6;"},
	{7, "INSERT INTO second VALUES (4); PRAGMA user_version = 7;"},
	{8, "INSERT INTO nowhere VALUES (5); PRAGMA user_version = 8;"},
};

static int
select_int(struct store *store, const char *sql)
{
	sqlite3_stmt *stmt = NULL;
	int value = -1;

	if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) == SQLITE_OK &&
	    sqlite3_step(stmt) == SQLITE_ROW)
		value = sqlite3_column_int(stmt, 0);
	sqlite3_finalize(stmt);
	return value;
}

static void
test_migrations_run_once_and_whole(void **state)
{
	struct store *store;

	(void)state;
	assert_int_equal(store_open(NULL, STORE_MEMORY, &store, NULL, NULL), 0);
	assert_int_equal(store_migrate(store, steps, 3, NULL), STATUS_IO);
	assert_int_equal(select_int(store, "PRAGMA user_version"),
			 STORE_SCHEMA);
	assert_int_equal(select_int(store, "SELECT count(*) FROM second"), -1);
	assert_int_equal(store_migrate(store, steps, 1, NULL), 0);
	assert_int_equal(store_migrate(store, steps, 2, NULL), 0);
	assert_int_equal(store_migrate(store, steps, 2, NULL), 0);
	assert_int_equal(select_int(store, "PRAGMA user_version"), 7);
	assert_int_equal(select_int(store, "SELECT count(*) FROM second"), 1);
	store_close(store);
}

static void
test_migrations_are_in_order(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < store_migration_count; i++)
		assert_int_equal(store_migrations[i].version, i + 1);
	assert_int_equal(store_migration_count, STORE_SCHEMA);
}

static void
test_every_statement_prepares(void **state)
{
	struct store *store;
	int i;

	(void)state;
	assert_int_equal(store_open(NULL, STORE_MEMORY, &store, NULL, NULL), 0);
	for (i = 0; i < STATEMENT_COUNT; i++)
		assert_non_null(store_prepare(store, (enum statement)i, NULL));
	store_close(store);
}

/* A list must not be sorted, nor a meeting be looked for row by row. */
static void
test_lists_walk_an_index(void **state)
{
	static const enum statement walked[] = {
		STATEMENT_LIST_PAGE,   STATEMENT_LIST_WORDS,
		STATEMENT_LIST_IDS,    STATEMENT_LIST_NAMES,
		STATEMENT_GET_MEETING, STATEMENT_GET_LANGUAGES,
		STATEMENT_DROP_TEXTS,  STATEMENT_LIST_DIAGNOSTICS,
		STATEMENT_MEETING_ROW, STATEMENT_LIST_MEETING_DIAGNOSTICS,
	};
	struct buffer sql = BUFFER_INIT;
	sqlite3_stmt *stmt;
	struct store *store;
	const char *detail;
	size_t i;

	(void)state;
	assert_int_equal(store_open(NULL, STORE_MEMORY, &store, NULL, NULL), 0);
	for (i = 0; i < sizeof walked / sizeof *walked; i++) {
		stmt = store_prepare(store, walked[i], NULL);
		buffer_reset(&sql);
		buffer_printf(&sql, "EXPLAIN QUERY PLAN %s", sqlite3_sql(stmt));
		assert_int_equal(sqlite3_prepare_v2(store->db, sql.data, -1,
						    &stmt, NULL),
				 0);
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			detail = (const char *)sqlite3_column_text(stmt, 3);
			assert_null(strstr(detail, "TEMP B-TREE"));
			if (!strncmp(detail, "SCAN ", 5))
				assert_non_null(strstr(detail, "INDEX"));
		}
		sqlite3_finalize(stmt);
	}
	buffer_release(&sql);
	store_close(store);
}

int
main(void)
{
#define IN_BOX(test)                                                           \
	cmocka_unit_test_setup_teardown(test, box_set_up, box_tear_down)
	const struct CMUnitTest tests[] = {
		IN_BOX(test_settings),
		IN_BOX(test_old_schemas_migrate),
		IN_BOX(test_empty_database_with_our_mark),
		cmocka_unit_test(test_migrations_run_once_and_whole),
		cmocka_unit_test(test_migrations_are_in_order),
		cmocka_unit_test(test_every_statement_prepares),
		cmocka_unit_test(test_lists_walk_an_index),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
