/* The index as a file: made privately, migrated, set aside when it is bad in
 * any of the ways a file can be. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "../../src/store/store_local.h"
#include "box.h"
#include "index_box.h"
#include "lectern/path.h"
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

/* Opening puts what is there out of the way and works with an empty index. */
static void
assert_set_aside(struct box *box)
{
	struct store *store;
	char *aside = NULL;

	store = open_index(box, &aside);
	assert_non_null(aside);
	assert_string_equal(aside + strlen(aside) - 9, ".broken-1");
	assert_true(box_has(box, INDEX ".broken-1"));
	assert_int_equal(count_meetings(store), 0);
	put_sample(store);
	assert_int_equal(count_meetings(store), 1);
	store_close(store);
	free(aside);
	store = open_index(box, &aside);
	assert_null(aside);
	assert_int_equal(count_meetings(store), 1);
	store_close(store);
}

static mode_t
mode_of(struct box *box, const char *name)
{
	struct stat st;

	assert_int_equal(stat(box_path(box, name), &st), 0);
	return st.st_mode & 07777;
}

static void
test_made_privately(void **state)
{
	mode_t before = umask(0);
	struct store *store = open_index(*state, NULL);

	put_sample(store);
	umask(before);
	assert_int_equal(mode_of(*state, "l/.lectern"), 0700);
	assert_int_equal(mode_of(*state, INDEX), 0600);
	assert_int_equal(mode_of(*state, INDEX "-wal"), 0600);
	assert_int_equal(mode_of(*state, INDEX "-shm"), 0600);
	store_close(store);
	/* The last one out leaves one file. */
	assert_int_equal(box_count(*state, "l/.lectern", "index.db"), 1);
	assert_int_equal(chmod(box_path(*state, INDEX), 0644), 0);
	assert_kept(*state, 1);
	assert_int_equal(mode_of(*state, INDEX), 0600);
}

static void
test_zero_length(void **state)
{
	box_write(*state, INDEX, "");
	assert_kept(*state, 0);
}

static void
test_garbage(void **state)
{
	char bytes[20000];
	size_t i;
	FILE *file;

	for (i = 0; i < sizeof bytes; i++)
		bytes[i] = (char)(i * 7919 >> 3);
	box_write_bytes(*state, INDEX, bytes, sizeof bytes);
	assert_set_aside(*state);
	file = fopen(box_path(*state, INDEX ".broken-1"), "r");
	assert_int_equal(fseek(file, 0, SEEK_END), 0);
	assert_int_equal(ftell(file), sizeof bytes);
	fclose(file);
}

static void
test_short_garbage(void **state)
{
	box_write(*state, INDEX, "xy");
	assert_set_aside(*state);
}

static void
test_truncated(void **state)
{
	make_index(*state);
	assert_int_equal(truncate(box_path(*state, INDEX), 8192), 0);
	assert_set_aside(*state);
}

static void
test_truncated_within_a_page(void **state)
{
	make_index(*state);
	assert_int_equal(truncate(box_path(*state, INDEX), 1000), 0);
	assert_set_aside(*state);
}

static void
test_folder_in_place(void **state)
{
	box_make_folder(*state, INDEX "/with/things");
	assert_set_aside(*state);
}

static void
test_fifo_in_place(void **state)
{
	box_make_folder(*state, "l/.lectern");
	assert_int_equal(mkfifo(box_path(*state, INDEX), 0600), 0);
	assert_set_aside(*state);
}

static void
test_link_is_not_followed(void **state)
{
	struct stat st;

	box_make_folder(*state, "l/.lectern");
	box_write(*state, "precious", "");
	assert_int_equal(symlink("../../precious", box_path(*state, INDEX)), 0);
	assert_set_aside(*state);
	assert_int_equal(stat(box_path(*state, "precious"), &st), 0);
	assert_int_equal(st.st_size, 0);
}

static void
test_library_behind_a_link(void **state)
{
	box_make_folder(*state, "real/.lectern");
	assert_int_equal(symlink("real", box_path(*state, "l")), 0);
	make_index(*state);
	assert_kept(*state, 1);
	assert_true(box_has(*state, "real/.lectern/index.db"));
}

static void
test_foreign(void **state)
{
	box_make_folder(*state, "l/.lectern");
	run_sql(box_path(*state, INDEX), "CREATE TABLE bookmarks (url TEXT); "
					 "PRAGMA user_version = 1;");
	assert_set_aside(*state);
}

static void
test_foreign_application(void **state)
{
	make_index(*state);
	run_sql(box_path(*state, INDEX), "PRAGMA application_id = 252006674");
	assert_set_aside(*state);
}

static void
test_foreign_tables_with_our_mark(void **state)
{
	box_make_folder(*state, "l/.lectern");
	run_sql(box_path(*state, INDEX),
		"CREATE TABLE meeting (id); PRAGMA user_version = 1;"
		"PRAGMA application_id = 0x4c454354;");
	assert_set_aside(*state);
}

static void
test_added_trigger(void **state)
{
	make_index(*state);
	run_sql(box_path(*state, INDEX),
		"CREATE TRIGGER t AFTER INSERT ON meeting BEGIN"
		" DELETE FROM title; END");
	assert_set_aside(*state);
}

static void
test_newer(void **state)
{
	make_index(*state);
	run_sql(box_path(*state, INDEX), "PRAGMA user_version = 99");
	assert_set_aside(*state);
}

static void
test_column_missing(void **state)
{
	struct error err = ERROR_INIT;
	struct store_totals totals;
	struct store *store;
	char *aside = NULL;

	make_index(*state);
	run_sql(box_path(*state, INDEX),
		"ALTER TABLE meeting DROP COLUMN notes");
	store = open_index(*state, NULL);
	assert_int_equal(store_count_all(store, &totals, &err), STATUS_IO);
	assert_true(store_is_damaged(store));
	assert_non_null(strstr(err.message, "damaged"));
	assert_int_equal(store_rebuild(store, &aside, &err), 0);
	assert_non_null(aside);
	assert_false(store_is_damaged(store));
	assert_int_equal(count_meetings(store), 0);
	put_sample(store);
	store_close(store);
	free(aside);
}

/* Rubbish over the pages of one table, which no other function reads. */
static void
spoil_table(const char *path, const char *table)
{
	char sql[200], rubbish[4096];
	sqlite3_stmt *stmt;
	sqlite3 *db;
	long page;
	int fd;

	snprintf(sql, sizeof sql,
		 "SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
	assert_int_equal(sqlite3_open(path, &db), 0);
	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), 0);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	page = sqlite3_column_int(stmt, 0);
	sqlite3_finalize(stmt);
	sqlite3_close(db);
	memset(rubbish, 0xdb, sizeof rubbish);
	fd = open(path, O_WRONLY);
	assert_int_equal(pwrite(fd, rubbish, sizeof rubbish,
				(page - 1) * (off_t)sizeof rubbish),
			 sizeof rubbish);
	close(fd);
}

static void
test_broken_page_is_met_once(void **state)
{
	struct store_meetings list = STORE_MEETINGS_INIT;
	struct error err = ERROR_INIT;
	struct store *store;

	make_index(*state);
	spoil_table(box_path(*state, INDEX), "title");
	store = open_index(*state, NULL);
	assert_int_equal(count_meetings(store), 1);
	assert_int_equal(
		store_list_meetings(store, NULL, NULL, 0, 9, &list, &err),
		STATUS_IO);
	assert_non_null(strstr(err.message, "index --all"));
	assert_true(store_is_damaged(store));
	store_close(store);
	assert_true(box_has(*state, INDEX ".broken-1"));
	store = open_index(*state, NULL);
	assert_int_equal(count_meetings(store), 0);
	store_close(store);
	store_meetings_release(&list);
}

static void
test_check_finds_a_broken_page(void **state)
{
	struct error err = ERROR_INIT;
	struct store *store;

	make_index(*state);
	store = open_index(*state, NULL);
	assert_int_equal(store_check(store, &err), 0);
	store_close(store);
	spoil_table(box_path(*state, INDEX), "point_text");
	store = open_index(*state, NULL);
	assert_int_equal(store_check(store, &err), STATUS_IO);
	assert_true(store_is_damaged(store));
	store_close(store);
}

static void
test_row_ids_beyond_reason(void **state)
{
	struct store *store;

	make_index(*state);
	run_sql(box_path(*state, INDEX),
		"UPDATE meeting SET id = 9223372036854775807");
	store = open_index(*state, NULL);
	assert_int_equal(store_drop_meeting(store, index_sample.id, NULL),
			 STATUS_IO);
	assert_true(store_is_damaged(store));
	store_close(store);
}

static void
test_companions_go_along(void **state)
{
	char *aside;
	struct store *store;

	box_write(*state, INDEX, "garbage of the database");
	box_write(*state, INDEX "-wal", "garbage of the log");
	box_make_folder(*state, INDEX "-shm");
	box_write(*state, INDEX "-journal", "garbage of the journal");
	store = open_index(*state, &aside);
	assert_non_null(aside);
	assert_true(box_has(*state, INDEX ".broken-1-wal"));
	assert_false(box_has(*state, INDEX "-journal"));
	put_sample(store);
	store_close(store);
	free(aside);
	store = open_index(*state, &aside);
	assert_null(aside);
	assert_int_equal(count_meetings(store), 1);
	store_close(store);
}

static void
test_folder_in_place_of_the_log(void **state)
{
	make_index(*state);
	box_make_folder(*state, INDEX "-wal/x");
	assert_set_aside(*state);
}

static void
test_log_without_database(void **state)
{
	struct store *store = open_index(*state, NULL);
	struct buffer dump = BUFFER_INIT;

	put_sample(store);
	/* As if the file had been removed under a running program. */
	assert_int_equal(unlink(box_path(*state, INDEX)), 0);
	assert_kept(*state, 0);
	store_dump(box_path(*state, INDEX), &dump);
	buffer_release(&dump);
	store_close(store);
}

static void
test_aside_names_run_out(void **state)
{
	struct store *store;
	char *aside;
	int n;

	for (n = 1; n <= 11; n++) {
		box_write(*state, INDEX, "garbage");
		store = open_index(*state, &aside);
		assert_int_equal(aside[strlen(aside) - 1],
				 '0' + (n < 9 ? n : 9));
		store_close(store);
		free(aside);
		assert_int_equal(unlink(box_path(*state, INDEX)), 0);
	}
	assert_int_equal(box_count(*state, "l/.lectern", "index.db.broken"), 9);
}

static void
test_read_only_file(void **state)
{
	make_index(*state);
	box_stop_being_root(*state);
	assert_int_equal(chmod(box_path(*state, INDEX), 0400), 0);
	assert_set_aside(*state);
	box_be_root_again();
}

static void
test_unreadable_file(void **state)
{
	make_index(*state);
	box_stop_being_root(*state);
	assert_int_equal(chmod(box_path(*state, INDEX), 0), 0);
	assert_set_aside(*state);
	box_be_root_again();
}

static void
test_folder_that_cannot_be_written(void **state)
{
	struct error err = ERROR_INIT;
	struct store *store;

	box_make_folder(*state, "l");
	box_stop_being_root(*state);
	assert_int_equal(chmod(box_path(*state, "l"), 0500), 0);
	assert_int_equal(store_open(box_path(*state, INDEX), STORE_WRITE,
				    &store, NULL, &err),
			 STATUS_IO);
	assert_null(store);
	assert_non_null(strstr(err.message, ".lectern"));
	assert_int_equal(chmod(box_path(*state, "l"), 0700), 0);
	box_be_root_again();
}

static void
test_reader_changes_nothing(void **state)
{
	const char *path = box_path(*state, INDEX);
	struct store *store;

	assert_int_equal(store_open(path, STORE_READ, &store, NULL, NULL),
			 STATUS_NOT_FOUND);
	assert_false(box_has(*state, "l"));
	box_write(*state, INDEX, "garbage");
	assert_int_equal(store_open(path, STORE_READ, &store, NULL, NULL),
			 STATUS_NOT_FOUND);
	assert_int_equal(box_count(*state, "l/.lectern", "index.db"), 1);
	box_write(*state, INDEX, "");
	assert_int_equal(store_open(path, STORE_READ, &store, NULL, NULL),
			 STATUS_NOT_FOUND);
	assert_int_equal(unlink(path), 0);
	make_index(*state);
	assert_int_equal(store_open(path, STORE_READ, &store, NULL, NULL), 0);
	assert_int_equal(count_meetings(store), 1);
	store_close(store);
	assert_int_equal(box_count(*state, "l/.lectern", "index.db"), 1);
}

int
main(void)
{
#define IN_BOX(test)                                                           \
	cmocka_unit_test_setup_teardown(test, box_set_up, box_tear_down)
	const struct CMUnitTest tests[] = {
		IN_BOX(test_made_privately),
		IN_BOX(test_zero_length),
		IN_BOX(test_garbage),
		IN_BOX(test_short_garbage),
		IN_BOX(test_truncated),
		IN_BOX(test_truncated_within_a_page),
		IN_BOX(test_folder_in_place),
		IN_BOX(test_fifo_in_place),
		IN_BOX(test_link_is_not_followed),
		IN_BOX(test_library_behind_a_link),
		IN_BOX(test_foreign),
		IN_BOX(test_foreign_application),
		IN_BOX(test_foreign_tables_with_our_mark),
		IN_BOX(test_added_trigger),
		IN_BOX(test_newer),
		IN_BOX(test_column_missing),
		IN_BOX(test_broken_page_is_met_once),
		IN_BOX(test_check_finds_a_broken_page),
		IN_BOX(test_row_ids_beyond_reason),
		IN_BOX(test_companions_go_along),
		IN_BOX(test_folder_in_place_of_the_log),
		IN_BOX(test_log_without_database),
		IN_BOX(test_aside_names_run_out),
		IN_BOX(test_read_only_file),
		IN_BOX(test_unreadable_file),
		IN_BOX(test_folder_that_cannot_be_written),
		IN_BOX(test_reader_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
