/* The statements of the store as a table, and the ways to run one. */
#include <errno.h>
#include <string.h>
#include <time.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "store_local.h"

/* Which rows of 'meeting' are meetings: see STORE_INSTRUMENT_FIRST. */
#define SQL_NUMBER(number) #number
#define SQL_TEXT(macro)	   SQL_NUMBER(macro)
#define SQL_IS_MEETING	   "meeting.id < " SQL_TEXT(STORE_INSTRUMENT_FIRST)

static const char *const store_sql[STATEMENT_COUNT] = {
	[STATEMENT_BEGIN_READ] = "BEGIN",
	[STATEMENT_BEGIN_WRITE] = "BEGIN IMMEDIATE",
	[STATEMENT_COMMIT] = "COMMIT",
	[STATEMENT_ROLLBACK] = "ROLLBACK",
	[STATEMENT_DATA_VERSION] = "PRAGMA data_version",
	[STATEMENT_CHECK] = "PRAGMA quick_check(1)",
	[STATEMENT_PUT_MEETING] =
		"INSERT INTO meeting (name, short, body, place, words,"
		" first_day, last_day, points, texts, errors, warnings, notes,"
		" id) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
		" ?12, (SELECT coalesce(max(id) + 1, ?13) FROM meeting"
		" WHERE id BETWEEN ?13 AND ?14))"
		" ON CONFLICT (name) DO UPDATE SET short = excluded.short,"
		" body = excluded.body, place = excluded.place,"
		" words = excluded.words, first_day = excluded.first_day,"
		" last_day = excluded.last_day, points = excluded.points,"
		" texts = excluded.texts, errors = excluded.errors,"
		" warnings = excluded.warnings, notes = excluded.notes"
		" RETURNING id",
	[STATEMENT_PUT_TITLE] =
		"INSERT INTO title (meeting, ordinal, language, text)"
		" VALUES (?1, ?2, ?3, ?4)",
	[STATEMENT_PUT_LANGUAGE] =
		"INSERT INTO language (meeting, ordinal, tag, points, whole)"
		" VALUES (?1, ?2, ?3, ?4, ?5)",
	[STATEMENT_PUT_FILE] =
		"INSERT INTO file (meeting, name, language, device, inode,"
		" size, mtime_ns, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7,"
		" ?8)",
	[STATEMENT_PUT_TEXT] =
		"INSERT INTO point_text (id, language, section,"
		" section_ordinal, point, row_ordinal, role, line, text, kind)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
	[STATEMENT_PUT_DIAGNOSTIC] =
		"INSERT INTO diagnostic (meeting, ordinal, severity, file,"
		" line, col, rule, message) VALUES (?1, ?2, ?3, ?4, ?5, ?6,"
		" ?7, ?8)",
	[STATEMENT_TOUCH_FILE] =
		"UPDATE file SET device = ?4, inode = ?5, mtime_ns = ?6"
		" WHERE meeting = ?1 AND name = ?2 AND hash = ?3",
	[STATEMENT_DROP_MEETING] = "DELETE FROM meeting WHERE id = ?1",
	[STATEMENT_DROP_TITLES] = "DELETE FROM title WHERE meeting = ?1",
	[STATEMENT_DROP_LANGUAGES] = "DELETE FROM language WHERE meeting = ?1",
	[STATEMENT_DROP_FILES] = "DELETE FROM file WHERE meeting = ?1",
	[STATEMENT_DROP_TEXTS] =
		"DELETE FROM point_text WHERE id >= ?1 AND id < ?2",
	[STATEMENT_DROP_DIAGNOSTICS] =
		"DELETE FROM diagnostic WHERE meeting = ?1",
	[STATEMENT_MEETING_ROW] = "SELECT id FROM meeting WHERE name = ?1",
	[STATEMENT_LIST_PAGE] =
		"SELECT id FROM meeting WHERE " SQL_IS_MEETING
		" ORDER BY first_day DESC, name LIMIT ?1 OFFSET ?2",
	[STATEMENT_LIST_WORDS] =
		"SELECT id, words FROM meeting WHERE " SQL_IS_MEETING
		" ORDER BY first_day DESC, name",
	[STATEMENT_LIST_IDS] = "SELECT name FROM meeting WHERE " SQL_IS_MEETING
			       " ORDER BY name",
	[STATEMENT_LIST_INSTRUMENTS] =
		"SELECT name FROM meeting WHERE NOT " SQL_IS_MEETING
		" ORDER BY name",
	[STATEMENT_LIST_NAMES] =
		"SELECT name, short, first_day, last_day FROM meeting"
		" WHERE " SQL_IS_MEETING " ORDER BY first_day DESC, name",
	[STATEMENT_LIST_FILES] =
		"SELECT file.name, language, device, inode, size, mtime_ns,"
		" hash FROM file JOIN meeting ON meeting.id = file.meeting"
		" WHERE meeting.name = ?1 ORDER BY language != '', file.name",
	[STATEMENT_LIST_DIAGNOSTICS] =
		"SELECT severity, file, line, col, rule, message"
		" FROM meeting CROSS JOIN diagnostic"
		" ON diagnostic.meeting = meeting.id WHERE " SQL_IS_MEETING
		" ORDER BY meeting.name, ordinal",
	[STATEMENT_LIST_MEETING_DIAGNOSTICS] =
		"SELECT severity, file, line, col, rule, message"
		" FROM diagnostic"
		" WHERE meeting = (SELECT id FROM meeting WHERE name = ?1)"
		" ORDER BY ordinal",
	[STATEMENT_GET_MEETING] =
		"SELECT name, short, body, place, first_day, last_day, points,"
		" errors, warnings, notes FROM meeting WHERE id = ?1",
	[STATEMENT_GET_TITLE] = "SELECT text FROM title WHERE meeting = ?1"
				" ORDER BY language = ?2 DESC, ordinal LIMIT 1",
	[STATEMENT_GET_LANGUAGES] =
		"SELECT tag, points, whole FROM language WHERE meeting = ?1"
		" ORDER BY ordinal",
	[STATEMENT_COUNT_MEETINGS] =
		"SELECT count(*) FROM meeting WHERE " SQL_IS_MEETING,
	[STATEMENT_TOTALS] = "SELECT count(*), coalesce(sum(points), 0),"
			     " coalesce(sum(texts), 0),"
			     " coalesce(sum(errors + warnings + notes), 0),"
			     " (SELECT count(*) FROM file) FROM meeting"
			     " WHERE " SQL_IS_MEETING,
	[STATEMENT_WORDLESS] =
		"SELECT id, first_day, texts FROM meeting WHERE word_day < 0"
		" ORDER BY first_day, id LIMIT 1",
	[STATEMENT_SET_WORD_DAY] =
		"UPDATE meeting SET word_day = ?2 WHERE id = ?1",
	[STATEMENT_GET_WORD_DAY] = "SELECT word_day FROM meeting WHERE id = ?1",
	[STATEMENT_LIST_TEXTS] =
		"SELECT id - ?1, language, role, text, kind FROM point_text"
		" WHERE id >= ?1 AND id < ?2 ORDER BY id",
	[STATEMENT_LIST_SYMBOLS] =
		"SELECT text - ?1, symbol FROM citation"
		" WHERE text >= ?1 AND text < ?2 ORDER BY text",
	[STATEMENT_LIST_TITLES] =
		"SELECT ordinal, language, text, (SELECT short FROM meeting"
		" WHERE id = ?1) FROM title WHERE meeting = ?1"
		" ORDER BY ordinal",
	[STATEMENT_PUT_WORDS] =
		"INSERT INTO word (rowid, text) VALUES (?1, ?2)",
	[STATEMENT_DROP_WORDS] = "INSERT INTO word (word, rowid, text)"
				 " VALUES ('delete', ?1, ?2)",
	[STATEMENT_PUT_LEXICON] =
		"INSERT OR IGNORE INTO lexicon (word) VALUES (?1)",
	[STATEMENT_LIST_LEXICON] =
		"SELECT word FROM lexicon WHERE word >= ?1 AND word < ?2"
		" LIMIT ?3",
	[STATEMENT_SEARCH] = "SELECT rowid FROM word WHERE word MATCH ?1"
			     " AND rowid BETWEEN ?2 AND ?3 ORDER BY rowid DESC",
	[STATEMENT_SEARCH_MEETINGS] =
		"SELECT id, name, words, word_day FROM meeting"
		" WHERE " SQL_IS_MEETING,
	[STATEMENT_GET_TEXT] =
		"SELECT language, section, section_ordinal, point,"
		" row_ordinal, role, text, kind, CASE WHEN ?2 THEN"
		" (SELECT group_concat(symbol, char(10)) FROM citation"
		" WHERE citation.text = id) END FROM point_text WHERE id = ?1",
	[STATEMENT_PUT_CITATION] =
		"INSERT OR IGNORE INTO citation (symbol, text, row)"
		" VALUES (?1, ?2, ?3)",
	[STATEMENT_DROP_CITATIONS] =
		"DELETE FROM citation WHERE text >= ?1 AND text < ?2",
	[STATEMENT_LIST_CITATIONS] =
		"SELECT symbol, count(DISTINCT text / ?1 * ?1 + row),"
		" count(DISTINCT text / ?1) FROM citation GROUP BY symbol",
	/* In this order: few texts cite one document. */
	[STATEMENT_LIST_CITING] =
		"SELECT name, short, first_day, last_day, section,"
		" section_ordinal, point, row, language, point_text.text"
		" FROM citation CROSS JOIN point_text"
		" ON point_text.id = citation.text CROSS JOIN meeting"
		" ON meeting.id = citation.text / ?2 WHERE symbol = ?1"
		" ORDER BY first_day, name, row, citation.text",
	/* By the text, so the languages of a point follow each other. */
	[STATEMENT_COUNT_CITING] =
		"SELECT text / ?2, row, coalesce((SELECT id FROM meeting"
		" WHERE name = ?3), 0) FROM citation WHERE symbol = ?1"
		" ORDER BY text",
	/* Files without an identity are read again. */
	[STATEMENT_FORGET_FILES] = "DELETE FROM file",
	[STATEMENT_GET_KNOWN] = "SELECT hash FROM known WHERE name = ?1",
	[STATEMENT_SET_KNOWN] =
		"INSERT INTO known (name, hash) VALUES (?1, ?2)"
		" ON CONFLICT (name) DO UPDATE SET hash = excluded.hash",
	[STATEMENT_GET_TITLE_AT] = "SELECT language, text FROM title"
				   " WHERE meeting = ?1 AND ordinal = ?2",
};

int
store_primary_code(int code)
{
	return code == SQLITE_IOERR_SHORT_READ ? SQLITE_CORRUPT : code & 0xff;
}

/* What the system said, or else what SQLite says. */
static const char *
store_reason(struct store *store, int code)
{
	int errnum = store->db ? sqlite3_system_errno(store->db) : 0;

	if (errnum)
		return strerror(errnum);
	return store->db ? sqlite3_errmsg(store->db) : sqlite3_errstr(code);
}

enum status
store_fail(struct store *store, int code, struct error *err)
{
	switch (store_primary_code(code)) {
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
	case SQLITE_PROTOCOL:
		return error_set(err, STATUS_BUSY,
				 _("Another process is writing the index %s. "
				   "Try again when it is done."),
				 store->path);
	case SQLITE_FULL:
		return error_set(
			err, STATUS_IO,
			_("There is no room left for the index %s. "
			  "Free some space, then run 'lectern index'."),
			store->path);
	/* Our own statements are right: what they do not fit is the file. */
	case SQLITE_ERROR:
	case SQLITE_SCHEMA:
	case SQLITE_CONSTRAINT:
	case SQLITE_MISMATCH:
	case SQLITE_TOOBIG:
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
		store->is_damaged = true;
		return error_set(err, STATUS_IO,
				 _("The index %s is damaged. It holds nothing "
				   "of its own: 'lectern index --all' makes it "
				   "anew."),
				 store->path);
	case SQLITE_NOMEM:
		mem_fail(0);
	default:
		return error_set(err, STATUS_IO,
				 _("The index %s cannot be used: %s."),
				 store->path, store_reason(store, code));
	}
}

sqlite3_stmt *
store_prepare(struct store *store, enum statement statement, struct error *err)
{
	sqlite3_stmt **stmt = &store->statements[statement];
	int code;

	if (*stmt) {
		sqlite3_reset(*stmt);
		return *stmt;
	}
	code = sqlite3_prepare_v3(store->db, store_sql[statement], -1,
				  SQLITE_PREPARE_PERSISTENT, stmt, NULL);
	if (code != SQLITE_OK)
		(void)store_fail(store, code, err);
	return *stmt;
}

void
store_finalize_all(struct store *store)
{
	size_t i;

	for (i = 0; i < STATEMENT_COUNT; i++) {
		sqlite3_finalize(store->statements[i]);
		store->statements[i] = NULL;
	}
}

/* Binding fails for want of memory alone: texts are far below SQLite's limit,
 * and the parameters are those of the table above. */
static void
store_check_bind(int code)
{
	if (code != SQLITE_OK)
		mem_fail(0);
}

void
store_bind_int(sqlite3_stmt *stmt, int parameter, int64_t value)
{
	store_check_bind(sqlite3_bind_int64(stmt, parameter, value));
}

void
store_bind_text(sqlite3_stmt *stmt, int parameter, const char *text)
{
	store_check_bind(sqlite3_bind_text(stmt, parameter, text ? text : "",
					   -1, SQLITE_STATIC));
}

size_t
store_field_length(const char *text)
{
	size_t len = strnlen(text, STORE_FIELD_MAX + 1);

	if (len <= STORE_FIELD_MAX)
		return len;
	len = STORE_FIELD_MAX;
	while (len && ((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	return len;
}

void
store_bind_field(sqlite3_stmt *stmt, int parameter, const char *text)
{
	const char *field = text ? text : "";

	store_check_bind(sqlite3_bind_text(stmt, parameter, field,
					   (int)store_field_length(field),
					   SQLITE_STATIC));
}

bool
store_is_instrument(int64_t row)
{
	return row >= STORE_INSTRUMENT_FIRST;
}

enum status
store_check_row(struct store *store, int64_t row, struct error *err)
{
	if (row > 0 && row < STORE_MEETINGS_MAX)
		return STATUS_OK;
	return store_fail(store, SQLITE_CORRUPT, err);
}

enum status
store_step(struct store *store, sqlite3_stmt *stmt, bool *has_row,
	   struct error *err)
{
	int code = sqlite3_step(stmt);

	*has_row = code == SQLITE_ROW;
	if (code == SQLITE_ROW || code == SQLITE_DONE)
		return STATUS_OK;
	return store_fail(store, code, err);
}

enum status
store_run(struct store *store, sqlite3_stmt *stmt, struct error *err)
{
	enum status rc;
	bool has_row;

	do
		rc = store_step(store, stmt, &has_row, err);
	while (rc == STATUS_OK && has_row);
	sqlite3_reset(stmt);
	return rc;
}

const char *
store_column_text(sqlite3_stmt *stmt, int column)
{
	const unsigned char *text = sqlite3_column_text(stmt, column);

	return text ? (const char *)text : "";
}

static enum status
store_run_one(struct store *store, enum statement statement, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, statement, err);

	return stmt ? store_run(store, stmt, err) : STATUS_IO;
}

/* As long as a batch keeps others from writing. */
#define STORE_BATCH_NS INT64_C(250000000)

static int64_t
store_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

enum status
store_begin(struct store *store, bool to_write, struct error *err)
{
	enum status rc;

	if (store->is_open)
		return STATUS_OK;
	rc = store_run_one(
		store, to_write ? STATEMENT_BEGIN_WRITE : STATEMENT_BEGIN_READ,
		err);
	if (rc == STATUS_OK && store->is_batch && to_write) {
		store->is_open = true;
		store->opened = store_clock();
	}
	return rc;
}

enum status
store_end(struct store *store, enum status rc, struct error *err)
{
	if (rc == STATUS_OK && store->is_open && store->is_batch &&
	    store_clock() - store->opened < STORE_BATCH_NS)
		return STATUS_OK;
	store->is_open = false;
	if (rc == STATUS_OK)
		rc = store_run_one(store, STATEMENT_COMMIT, err);
	/* A full disk or a bad one may have ended the transaction already. */
	if (rc != STATUS_OK && !sqlite3_get_autocommit(store->db))
		(void)!store_run_one(store, STATEMENT_ROLLBACK, NULL);
	return rc;
}

void
store_begin_batch(struct store *store)
{
	store->is_batch = true;
	/* The pages of one transaction: those that do not fit are written
	 * twice. Without it all is as right, and slower. */
	(void)sqlite3_exec(store->db, "PRAGMA cache_size = -8192", NULL, NULL,
			   NULL);
}

enum status
store_end_batch(struct store *store, enum status rc, struct error *err)
{
	store->is_batch = false;
	if (store->is_open)
		rc = store_end(store, rc, err);
	(void)sqlite3_exec(store->db, STORE_CACHE, NULL, NULL, NULL);
	return rc;
}
