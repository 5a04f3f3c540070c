/*
 * The schema as the steps that lead to it. A step is never changed once it has
 * been released; the next one is added, STORE_SCHEMA goes up, and the names of
 * new tables go into store_objects. A step that needs what no table holds (say,
 * texts parsed in a new way) ends with "DELETE FROM file": files without an
 * identity are read again by the next indexing.
 */
#include <string.h>

#include "lectern/words.h"
#include "store_local.h"

const struct migration store_migrations[] = {
	/* Days are numbers such as 20210527, 0 where none is given. The index
	 * holds all that finding a meeting by name or date needs, so a list of
	 * any length is paged and searched without a sort. */
	{1, "CREATE TABLE meeting ("
	    " id INTEGER PRIMARY KEY,"
	    " name TEXT NOT NULL UNIQUE,"
	    " short TEXT NOT NULL,"
	    " body TEXT NOT NULL,"
	    " place TEXT NOT NULL,"
	    " words TEXT NOT NULL," /* all a list is filtered by, case folded */
	    " first_day INTEGER NOT NULL,"
	    " last_day INTEGER NOT NULL,"
	    " points INTEGER NOT NULL," /* rows of the aligned meeting */
	    " texts INTEGER NOT NULL,"
	    " errors INTEGER NOT NULL,"
	    " warnings INTEGER NOT NULL,"
	    " notes INTEGER NOT NULL) STRICT;"
	    "CREATE INDEX meeting_newest ON meeting"
	    " (first_day DESC, name, short, last_day);"
	    "CREATE TABLE title ("
	    " meeting INTEGER NOT NULL,"
	    " ordinal INTEGER NOT NULL,"
	    " language TEXT NOT NULL,"
	    " text TEXT NOT NULL,"
	    " PRIMARY KEY (meeting, ordinal)) STRICT, WITHOUT ROWID;"
	    "CREATE TABLE language ("
	    " meeting INTEGER NOT NULL,"
	    " ordinal INTEGER NOT NULL,"
	    " tag TEXT NOT NULL,"
	    " points INTEGER NOT NULL,"
	    " whole INTEGER NOT NULL,"
	    " PRIMARY KEY (meeting, ordinal)) STRICT, WITHOUT ROWID;"
	    "CREATE TABLE file ("
	    " meeting INTEGER NOT NULL,"
	    " name TEXT NOT NULL,"
	    " language TEXT NOT NULL," /* '' for meeting.yaml */
	    " device INTEGER NOT NULL,"
	    " inode INTEGER NOT NULL,"
	    " size INTEGER NOT NULL,"
	    " mtime_ns INTEGER NOT NULL,"
	    " hash INTEGER NOT NULL,"
	    " PRIMARY KEY (meeting, name)) STRICT, WITHOUT ROWID;"
	    "CREATE TABLE point_text (" /* id: see STORE_TEXTS_MAX */
	    " id INTEGER PRIMARY KEY,"
	    " language TEXT NOT NULL,"
	    " section TEXT NOT NULL,"
	    " section_ordinal INTEGER NOT NULL,"
	    " point INTEGER NOT NULL,"
	    " row_ordinal INTEGER NOT NULL," /* in the aligned meeting */
	    " role INTEGER NOT NULL,"
	    " line INTEGER NOT NULL,"
	    " text TEXT NOT NULL) STRICT;"
	    "CREATE TABLE diagnostic ("
	    " meeting INTEGER NOT NULL,"
	    " ordinal INTEGER NOT NULL,"
	    " severity INTEGER NOT NULL,"
	    " file TEXT NOT NULL,"
	    " line INTEGER NOT NULL,"
	    " col INTEGER NOT NULL,"
	    " rule TEXT NOT NULL,"
	    " message TEXT NOT NULL,"
	    " PRIMARY KEY (meeting, ordinal)) STRICT, WITHOUT ROWID;"
	    "PRAGMA application_id = 0x4c454354;"
	    "PRAGMA user_version = 1;"},
	/* The word index holds tokens made here (stream.c), and only in which
	 * text each stands. word_day is the day under which a meeting's texts
	 * are in it, -1 while they are not. Whatever changes the tokens of a
	 * text must make the index anew: words are taken out of it by giving
	 * it the same tokens again. */
	{2, "ALTER TABLE meeting ADD COLUMN"
	    " word_day INTEGER NOT NULL DEFAULT -1;"
	    "CREATE INDEX meeting_wordless ON meeting (first_day, id)"
	    " WHERE word_day < 0;"
	    "ALTER TABLE point_text ADD COLUMN" /* symbols, from [](SYMBOL) */
	    " cited TEXT NOT NULL DEFAULT '';"
	    "CREATE VIRTUAL TABLE word USING fts5 (text, content = '',"
	    " columnsize = 0, detail = none, prefix = '1 2 3',"
	    " tokenize = \"ascii tokenchars '/().-='\");"
	    "CREATE TABLE lexicon (" /* words a prefix is replaced by */
	    " word TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;"
	    "DELETE FROM file;"
	    "PRAGMA user_version = 2;"},
	/* A text's symbols; 'row' is row_ordinal of the text, so that points
	 * are counted without it. known: what the index was made with. */
	{3, "CREATE TABLE citation ("
	    " symbol TEXT NOT NULL,"
	    " text INTEGER NOT NULL," /* id of point_text */
	    " row INTEGER NOT NULL,"
	    " PRIMARY KEY (symbol, text)) STRICT, WITHOUT ROWID;"
	    "CREATE INDEX citation_text ON citation (text);"
	    "CREATE TABLE known ("
	    " name TEXT NOT NULL PRIMARY KEY,"
	    " hash INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
	    "DELETE FROM file;"
	    "PRAGMA user_version = 3;"},
	/* 'kind' is one of enum store_text. A text's symbols are those of
	 * 'citation', in the word index too: each beginning of a symbol is a
	 * token, so none of them is in the lexicon. */
	{4, "ALTER TABLE point_text ADD COLUMN"
	    " kind INTEGER NOT NULL DEFAULT 0;"
	    "ALTER TABLE point_text DROP COLUMN cited;"
	    "UPDATE meeting SET word_day = -1;"
	    "DROP TABLE word;"
	    "CREATE VIRTUAL TABLE word USING fts5 (text, content = '',"
	    " columnsize = 0, detail = none, prefix = '1 2 3',"
	    " tokenize = \"ascii tokenchars '/().-='\");"
	    /* Bigger pieces, joined less often: a quarter less time. */
	    "INSERT INTO word (word, rank) VALUES ('hashsize', 4194304);"
	    "INSERT INTO word (word, rank) VALUES ('automerge', 8);"
	    "DELETE FROM lexicon;"
	    "DELETE FROM file;"
	    "PRAGMA user_version = 4;"},
	/* Rows of 'meeting' from STORE_INSTRUMENT_FIRST on: a program that
	 * does not know of them would list them. */
	{5, "PRAGMA user_version = 5;"},
};
const size_t store_migration_count =
	sizeof store_migrations / sizeof *store_migrations;

/* Everything in the present schema, by type and name. */
static const char *const store_objects[] = {
	"index citation_text", "index meeting_newest", "index meeting_wordless",
	"table citation",      "table diagnostic",     "table file",
	"table known",	       "table language",       "table lexicon",
	"table meeting",       "table point_text",     "table title",
	"table word",	       "table word_config",    "table word_data",
	"table word_idx",
};

bool
store_has_schema(sqlite3 *db, int *code)
{
	size_t count = sizeof store_objects / sizeof *store_objects, i = 0;
	sqlite3_stmt *stmt = NULL;
	const char *object;
	bool fits = true;

	*code = sqlite3_prepare_v2(db,
				   "SELECT type || ' ' || name"
				   " FROM sqlite_schema"
				   " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE"
				   " '\\' ORDER BY 1",
				   -1, &stmt, NULL);
	if (*code != SQLITE_OK)
		return false;
	while ((*code = sqlite3_step(stmt)) == SQLITE_ROW) {
		object = store_column_text(stmt, 0);
		fits = fits && i < count && !strcmp(object, store_objects[i]);
		i++;
	}
	if (*code == SQLITE_DONE)
		*code = SQLITE_OK;
	sqlite3_finalize(stmt);
	return fits && i == count && *code == SQLITE_OK;
}

static int
store_read_version(sqlite3 *db, int *version)
{
	sqlite3_stmt *stmt = NULL;
	int code =
		sqlite3_prepare_v2(db, "PRAGMA user_version", -1, &stmt, NULL);

	*version = 0;
	if (code == SQLITE_OK) {
		code = sqlite3_step(stmt);
		if (code == SQLITE_ROW) {
			*version = sqlite3_column_int(stmt, 0);
			code = SQLITE_OK;
		}
	}
	sqlite3_finalize(stmt);
	return code;
}

enum status
store_migrate(struct store *store, const struct migration *list, size_t count,
	      struct error *err)
{
	enum status rc = store_begin(store, true, err);
	int code, version = 0;
	size_t i;

	if (rc)
		return rc;
	/* Read inside the transaction: another process may have been first. */
	code = store_read_version(store->db, &version);
	for (i = 0; i < count && code == SQLITE_OK; i++)
		if (list[i].version > version)
			code = sqlite3_exec(store->db, list[i].sql, NULL, NULL,
					    NULL);
	if (code != SQLITE_OK)
		rc = store_fail(store, code, err);
	return store_end(store, rc, err);
}
