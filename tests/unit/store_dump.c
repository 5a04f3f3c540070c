#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <sqlite3.h>

#include "store_dump.h"

static const char *const queries[] = {
	"PRAGMA integrity_check",
	"SELECT name, short, body, place, words, first_day, last_day, points,"
	" texts, errors, warnings, notes FROM meeting ORDER BY name",
	"SELECT name, ordinal, language, text FROM title JOIN meeting"
	" ON id = meeting ORDER BY 1, 2",
	"SELECT name, ordinal, tag, language.points, whole FROM language"
	" JOIN meeting ON id = meeting ORDER BY 1, 2",
	"SELECT meeting.name, file.name, language, size, hash FROM file"
	" JOIN meeting ON id = meeting ORDER BY 1, 2",
	"SELECT name, point_text.id % 32768, language, section,"
	" section_ordinal, point, row_ordinal, role, line, text"
	" FROM point_text LEFT JOIN meeting ON meeting.id = point_text.id /"
	" 32768 ORDER BY 1, 2",
	"SELECT name, ordinal, severity, file, line, col, rule, message"
	" FROM diagnostic JOIN meeting ON id = meeting ORDER BY 1, 2",
	"SELECT (SELECT count(*) FROM title), (SELECT count(*) FROM language),"
	" (SELECT count(*) FROM file), (SELECT count(*) FROM diagnostic)",
	"SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2",
	"PRAGMA user_version",
	"PRAGMA application_id",
};

static void
dump_query(sqlite3 *db, const char *sql, struct buffer *out)
{
	sqlite3_stmt *stmt = NULL;
	const char *text;
	int i;

	assert_int_equal(sqlite3_prepare_v2(db, sql, -1, &stmt, NULL), 0);
	while (sqlite3_step(stmt) == SQLITE_ROW) {
		for (i = 0; i < sqlite3_column_count(stmt); i++) {
			text = (const char *)sqlite3_column_text(stmt, i);
			buffer_printf(out, "%s|", text ? text : "NULL");
		}
		buffer_append_byte(out, '\n');
	}
	assert_int_equal(sqlite3_finalize(stmt), 0);
}

void
store_dump(const char *path, struct buffer *out)
{
	sqlite3 *db = NULL;
	size_t i;

	buffer_reset(out);
	assert_int_equal(
		sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), 0);
	sqlite3_busy_timeout(db, 5000);
	for (i = 0; i < sizeof queries / sizeof *queries; i++)
		dump_query(db, queries[i], out);
	assert_int_equal(sqlite3_close(db), 0);
	assert_int_equal(strncmp(out->data, "ok|\n", 4), 0);
}
