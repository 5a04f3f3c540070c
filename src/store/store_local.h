/*
 * store_local.h - what the files of the store share: the connection, the
 * table of statements, the one place where SQLite's codes become words.
 *
 * SQLite stays behind this header. A statement is prepared when it is first
 * used and lives as long as the store; whoever steps one resets it, or the
 * connection would keep its snapshot of the database for ever.
 */
#ifndef STORE_LOCAL_H
#define STORE_LOCAL_H

#include <sqlite3.h>

#include "lectern/store.h"

/* 'LECT': what tells our database from anybody else's. */
#define STORE_APPLICATION_ID 0x4c454354
#define STORE_SCHEMA	     5

/*
 * The texts of a meeting have the row ids meeting * STORE_TEXTS_MAX + n, so
 * they lie together in the order they are read in, are deleted as one range,
 * and need no index of their own; a full-text index can point at them.
 */
#define STORE_TEXTS_MAX 32768
_Static_assert(BRIEF_POINTS_MAX *MEETING_LANGUAGES_MAX < STORE_TEXTS_MAX - 64,
	       "row ids of a meeting's texts would overlap the next meeting's");

/* Whose words a row of point_text holds: the point's, or a note's to the
 * drafters, which has the place of the point it stands at. */
enum store_text {
	STORE_TEXT_POINT,
	STORE_TEXT_NOTE,
};

/*
 * Row ids of the word index begin with the day, so that the newest meeting's
 * texts are met first without a sort: day, meeting, n as above. The titles of
 * a meeting are numbered from the other end.
 */
#define STORE_MEETINGS_MAX ((int64_t)1 << 26)
#define STORE_WORD_DAY	   (STORE_MEETINGS_MAX * STORE_TEXTS_MAX)
#define STORE_TITLE_FIRST  (STORE_TEXTS_MAX - STORE_TITLES_MAX)

/*
 * An instrument is kept as a meeting is, with the rows from this one on: its
 * text is a brief, its titles are titles, so that all that hangs on a meeting's
 * row serves both. What lists meetings leaves these rows out.
 */
#define STORE_INSTRUMENT_FIRST 33554432 /* a literal: it stands in SQL */
_Static_assert(STORE_INSTRUMENT_FIRST < STORE_MEETINGS_MAX,
	       "instruments would have no rows");

/* Characters of a prefix that the word index keeps by itself; a longer one is
 * replaced by the words of the lexicon that begin with it. */
#define STORE_PREFIX_MAX 3

/*
 * What stands in a row beside its text is kept up to this length: a section's
 * id is repeated on each of its points, and a list is read into memory, so a
 * title of megabytes must not be multiplied.
 */
#define STORE_FIELD_MAX	 4096
#define STORE_TITLES_MAX 64

/* What SQLite may keep of the file, in KiB: the texts that one key of a search
 * looks at are looked at by the next one, too. */
#define STORE_CACHE "PRAGMA cache_size = -4096;"

/* A text has 4 MiB at most; a longer value was not written by us. */
#define STORE_VALUE_MAX (16 << 20)

/* Diagnostics kept a meeting; all are counted. */
#define STORE_DIAGNOSTICS_MAX 1000

enum statement {
	STATEMENT_BEGIN_READ,
	STATEMENT_BEGIN_WRITE,
	STATEMENT_COMMIT,
	STATEMENT_ROLLBACK,
	STATEMENT_DATA_VERSION,
	STATEMENT_CHECK,
	STATEMENT_PUT_MEETING,
	STATEMENT_PUT_TITLE,
	STATEMENT_PUT_LANGUAGE,
	STATEMENT_PUT_FILE,
	STATEMENT_PUT_TEXT,
	STATEMENT_PUT_DIAGNOSTIC,
	STATEMENT_TOUCH_FILE,
	STATEMENT_DROP_MEETING,
	STATEMENT_DROP_TITLES,
	STATEMENT_DROP_LANGUAGES,
	STATEMENT_DROP_FILES,
	STATEMENT_DROP_TEXTS,
	STATEMENT_DROP_DIAGNOSTICS,
	STATEMENT_MEETING_ROW,
	STATEMENT_LIST_PAGE,
	STATEMENT_LIST_WORDS,
	STATEMENT_LIST_IDS,
	STATEMENT_LIST_INSTRUMENTS,
	STATEMENT_LIST_NAMES,
	STATEMENT_LIST_FILES,
	STATEMENT_LIST_DIAGNOSTICS,
	STATEMENT_LIST_MEETING_DIAGNOSTICS,
	STATEMENT_GET_MEETING,
	STATEMENT_GET_TITLE,
	STATEMENT_GET_LANGUAGES,
	STATEMENT_COUNT_MEETINGS,
	STATEMENT_TOTALS,
	STATEMENT_WORDLESS,
	STATEMENT_SET_WORD_DAY,
	STATEMENT_GET_WORD_DAY,
	STATEMENT_LIST_TEXTS,
	STATEMENT_LIST_SYMBOLS,
	STATEMENT_LIST_TITLES,
	STATEMENT_PUT_WORDS,
	STATEMENT_DROP_WORDS,
	STATEMENT_PUT_LEXICON,
	STATEMENT_LIST_LEXICON,
	STATEMENT_SEARCH,
	STATEMENT_SEARCH_MEETINGS,
	STATEMENT_GET_TEXT,
	STATEMENT_GET_TITLE_AT,
	STATEMENT_PUT_CITATION,
	STATEMENT_DROP_CITATIONS,
	STATEMENT_LIST_CITATIONS,
	STATEMENT_LIST_CITING,
	STATEMENT_COUNT_CITING,
	STATEMENT_GET_KNOWN,
	STATEMENT_SET_KNOWN,
	STATEMENT_FORGET_FILES,
	STATEMENT_COUNT
};

struct store {
	sqlite3 *db;
	char *path; /* ":memory:" for a store without a file */
	enum store_mode mode;
	bool is_damaged; /* SQLite found the file to be broken */
	bool is_batch;	 /* between store_begin_batch() and its end */
	bool is_open;	 /* a batch's transaction is */
	int64_t opened;	 /* when; nanoseconds */
	uint64_t inode;	 /* of the file connected to */
	sqlite3_stmt *statements[STATEMENT_COUNT];
	const struct cite_names *names; /* borrowed; NULL for none */
	struct store_stream *stream;	/* NULL until words are needed */
};

/* --- statement.c --- */

/* A result code without its details. A page that is missing where the log or
 * the header says there is one is no failure of the device. */
int store_primary_code(int code);

/* The words for a SQLite result code, and what it means for the store. */
enum status store_fail(struct store *store, int code, struct error *err);

/* The statement, reset and without bindings; NULL fills err. */
sqlite3_stmt *store_prepare(struct store *store, enum statement statement,
			    struct error *err);
void store_finalize_all(struct store *store);

/* Parameters count from 1. Text is borrowed until the statement is reset. */
void store_bind_int(sqlite3_stmt *stmt, int parameter, int64_t value);
void store_bind_text(sqlite3_stmt *stmt, int parameter, const char *text);
/* The first STORE_FIELD_MAX bytes, cut between characters. */
void store_bind_field(sqlite3_stmt *stmt, int parameter, const char *text);
size_t store_field_length(const char *text);

/* One row, or none; the caller resets the statement in the end. */
enum status store_step(struct store *store, sqlite3_stmt *stmt, bool *has_row,
		       struct error *err) WARN_UNUSED;
/* A statement that returns no row, run and reset. */
enum status store_run(struct store *store, sqlite3_stmt *stmt,
		      struct error *err) WARN_UNUSED;

/* A column as text, "" where it is NULL; valid until the next step. */
const char *store_column_text(sqlite3_stmt *stmt, int column);

/* Many statements that see one state of the database. In a batch the one open
 * transaction goes on. */
enum status store_begin(struct store *store, bool to_write,
			struct error *err) WARN_UNUSED;
/* Commits where 'rc' is OK (a batch's transaction when it has been open for
 * long enough), else takes everything back; returns what came of it. */
enum status store_end(struct store *store, enum status rc,
		      struct error *err) WARN_UNUSED;

/* A day such as 20210527 as a date; 0 as none. */
struct date store_date(int64_t day);
int64_t store_day(const struct date *date);

/* Is it the row of an instrument? */
bool store_is_instrument(int64_t row);

/* Can the texts of this meeting have row ids? Else the file is damaged. */
enum status store_check_row(struct store *store, int64_t row,
			    struct error *err) WARN_UNUSED;

/* --- schema.c --- */

struct migration {
	int version;	 /* after it; the SQL sets user_version itself */
	const char *sql; /* one or more statements */
};
extern const struct migration store_migrations[];
extern const size_t store_migration_count;

/* Runs those beyond the database's version, all in one transaction. */
enum status store_migrate(struct store *store, const struct migration *list,
			  size_t count, struct error *err) WARN_UNUSED;

/* Do tables and indexes have the names of the present schema, and is there
 * nothing else (a view, a trigger)? *code is SQLite's where it cannot say. */
bool store_has_schema(sqlite3 *db, int *code);

/* --- judge.c --- */

enum verdict {
	VERDICT_GOOD,
	VERDICT_ABSENT,
	VERDICT_EMPTY, /* a database without anything in it */
	VERDICT_OLDER, /* ours, of an earlier schema */
	VERDICT_BAD,   /* not ours, newer, damaged, not even a file */
	VERDICT_MOVED, /* another process has just replaced it */
	VERDICT_FAILED /* cannot be known now; err says why */
};

/* Open store->path, whatever it is, with the settings of a connection; a
 * SQLite result code. */
int store_attach(struct store *store);

/* Connect to store->path and say what is there. The connection is open after
 * GOOD and OLDER; after EMPTY it may be. */
enum verdict store_connect(struct store *store, struct error *err);
void store_disconnect(struct store *store);

/* The settings of a connection; a SQLite result code. */
int store_configure(sqlite3 *db);

/* --- aside.c --- */

/* One process at a time makes or replaces an index: a lock on the folder of
 * 'path'. *lock is -1 where the file system knows no such locks. */
enum status store_lock_folder(const char *path, int *lock,
			      struct error *err) WARN_UNUSED;
void store_unlock_folder(int lock);

/* Rename the database and what belongs to it; *new_path is malloced. */
enum status store_set_aside(const char *path, char **new_path,
			    struct error *err) WARN_UNUSED;

/* Remove a database that holds nothing, and what belongs to it. */
void store_remove(const char *path);

/* --- cites.c --- */

/* What the text with this id cites, in row number 'row' of its meeting. */
enum status store_put_citations(struct store *store, int64_t id, size_t row,
				const char *language, const struct point *point,
				struct error *err) WARN_UNUSED;

/* --- put_notes.c --- */

/* The notes to the drafters in a meeting, as texts with the row ids from
 * 'next_id' on; what has no place in the meeting's row ids is left out. */
enum status store_put_notes(struct store *store, const struct meeting *meeting,
			    int64_t next_id, struct error *err) WARN_UNUSED;

/* --- drop.c --- */

/* The row of a meeting, 0 where there is none. */
enum status store_find_row(struct store *store, const char *id, int64_t *row,
			   struct error *err) WARN_UNUSED;

/* Everything that hangs on a meeting's row. */
enum status store_drop_details(struct store *store, int64_t row,
			       struct error *err) WARN_UNUSED;

/* --- stream.c --- */

/* What the word index is given of a text: its tokens, each once. */
struct store_stream;
void store_stream_free(struct store_stream *stream);
/* A text's tokens are opened, given its symbols, and closed with its words.
 * 'role' may be NULL. */
void store_stream_open(struct store *store, const char *language,
		       const char *role);
void store_stream_cite(struct store *store, const char *symbol);
/* Valid until the next one is opened. 'find': its symbols are not known yet.
 */
const char *store_stream_close(struct store *store, const char *language,
			       const char *text, bool find);

/* Its words that may not be in the lexicon, parted by spaces; they are from now
 * on. Valid as long. */
const char *store_stream_unknown(struct store *store);

/* --- words.c --- */

/* Take the words of a meeting's texts out of the index; before the texts. */
enum status store_drop_words(struct store *store, int64_t row,
			     struct error *err) WARN_UNUSED;
/* Where the texts of a meeting begin in the word index. */
int64_t store_word_row(int64_t day, int64_t meeting);

/* --- fold.c --- */

/* Text without regard to case, for comparing, appended to 'out'. */
void store_fold(const char *text, struct buffer *out);

/* The folded words of a question, separated by white space. */
struct store_words {
	struct buffer text; /* NUL after each word */
	size_t count;
};
void store_words_init(struct store_words *words, const char *text);
void store_words_release(struct store_words *words);
/* Does every word stand in 'folded'? */
bool store_words_fit(const struct store_words *words, const char *folded);

#endif
