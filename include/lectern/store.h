/*
 * store.h - the index: a SQLite database derived from the library's files.
 *
 * What spans meetings is asked here: the list of meetings, names, later
 * citations and search. Rows are copied into plain structs; no SQLite memory
 * leaves the store, and only src/store includes sqlite3.h. The database is
 * disposable: a damaged, foreign, truncated or newer one is set aside (renamed
 * to index.db.broken-N), made anew, and the caller is told. Settings: WAL,
 * synchronous=NORMAL, DEFENSIVE, TRUSTED_SCHEMA=0, bound parameters only.
 * Schema versions are rows of a table (PRAGMA user_version), statements too.
 */
#ifndef LECTERN_STORE_H
#define LECTERN_STORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/arena.h"
#include "lectern/buffer.h"
#include "lectern/date.h"
#include "lectern/error.h"
#include "lectern/library.h"
#include "lectern/meeting.h"

struct store;

enum store_mode {
	STORE_READ,   /* STATUS_NOT_FOUND where there is none */
	STORE_WRITE,  /* made where there is none */
	STORE_MEMORY, /* in memory; for a library that allows no index at all */
};

/*
 * Open the index at 'path' (ignored for STORE_MEMORY; NULL means that too),
 * migrate it if older. *set_aside, where not NULL, gets the path a bad one was
 * renamed to, or NULL; malloced. Only STORE_WRITE sets aside: to STORE_READ a
 * bad one is STATUS_NOT_FOUND. STATUS_BUSY after 5 s of another writer.
 */
enum status store_open(const char *path, enum store_mode mode,
		       struct store **out, char **set_aside,
		       struct error *err) WARN_UNUSED;
/* A file that was found to be broken while it was used is set aside here
 * (STORE_WRITE), so that the next run begins with an empty one. */
void store_close(struct store *store);

/* Did a function above or below find the file to be broken? */
bool store_is_damaged(const struct store *store);

/* Read the whole file and see whether it is sound; takes as long as that. */
enum status store_check(struct store *store, struct error *err) WARN_UNUSED;

/* Set the file aside and go on with an empty one, as store_open() does with
 * one that is bad from the start. For the indexer, which then fills it. */
enum status store_rebuild(struct store *store, char **set_aside,
			  struct error *err) WARN_UNUSED;

/* Changes whenever another connection committed: for noticing a re-index. */
enum status store_data_version(struct store *store, int64_t *version,
			       struct error *err) WARN_UNUSED;

/* How far a language version is complete. */
struct store_language {
	const char *tag;
	int points; /* points it has, background included */
	int of;	    /* rows of the aligned meeting */
};

/* One row of the list of meetings. Strings belong to the store_meetings. */
struct store_meeting {
	const char *id, *short_name, *place, *body;
	const char *title; /* in the language asked for, else the first */
	struct date_range date;
	struct store_language languages[MEETING_LANGUAGES_MAX];
	size_t language_count;
	int points;		     /* aligned rows */
	int errors, warnings, notes; /* diagnostics found while indexing */
};

struct store_meetings {
	VECTOR(struct store_meeting) list;
	struct arena arena;
};
#define STORE_MEETINGS_INIT                                                    \
	{                                                                      \
		VECTOR_INIT, ARENA_INIT                                        \
	}
void store_meetings_release(struct store_meetings *meetings);

/*
 * Meetings, newest first (then by id), rows [offset, offset + limit). 'words'
 * (NULL or "" for all): every word must stand, without regard to case, in the
 * id, short name, body, place or a title. Title in 'language' (may be NULL).
 */
enum status store_list_meetings(struct store *store, const char *words,
				const char *language, size_t offset,
				size_t limit, struct store_meetings *out,
				struct error *err) WARN_UNUSED;
enum status store_count_meetings(struct store *store, const char *words,
				 size_t *count, struct error *err) WARN_UNUSED;

/*
 * Which meeting a person means: its id; else the one id that contains the
 * words; else the one whose short name (without regard to case) equals them,
 * or "short date" / "short year"; the newest where several share a short name
 * and nothing else fits. STATUS_NOT_FOUND names the nearest ids in the
 * message, STATUS_INVALID lists those that fit when it is ambiguous. *id is
 * malloced.
 */
enum status store_find_meeting(struct store *store, const char *words,
			       char **id, struct error *err) WARN_UNUSED;

/* Totals for `doctor`. */
struct store_totals {
	int64_t meetings, files, points, texts, diagnostics;
	int schema;
	const char *sqlite_version;
};
enum status store_count_all(struct store *store, struct store_totals *totals,
			    struct error *err) WARN_UNUSED;

/* Diagnostics kept for a meeting (its first thousand), or for all where 'id'
 * is NULL. Strings belong to 'out'. */
enum status store_list_diagnostics(struct store *store, const char *id,
				   struct diagnostics *out,
				   struct error *err) WARN_UNUSED;

/* --- search --- */

/* A token, as token.h makes them; a prefix stands for all that begin with it.
 */
struct store_term {
	const char *word;
	bool is_prefix;
};

/* A text has a word where it has one of the terms. */
struct store_word {
	const struct store_term *terms;
	size_t count;
};

/* A text fits a clause where it has all of the words, or the symbol. */
struct store_clause {
	const struct store_word *words;
	size_t count;
	struct store_term symbol; /* word NULL: none */
	bool is_excluded;	  /* fits where it has none of it */
};

struct store_question {
	const struct store_clause *clauses;
	size_t clause_count;
	const char *language;	   /* NULL: any; "zh" takes "zh-Hant" too */
	const char *role;	   /* role_name(); NULL: any */
	const char *meeting_id;	   /* NULL: any */
	const char *meeting_words; /* as store_list_meetings(); NULL: any */
	struct date since;	   /* month 0: any date */
	bool wants_cited;	   /* fill the hit's 'cited' */
};

/* A text that has the words, a note to the drafters, or the title of a
 * meeting. A note has the place of the point it stands at. Of an instrument
 * 'meeting' is the id, is_instrument_id(), and 'short_name' the symbol. */
struct store_hit {
	int64_t meeting_row;
	const char *meeting, *short_name;
	struct date_range date;
	bool is_title, is_note, is_instrument;
	const char *language, *section, *text;
	const char *cited; /* symbols, one a line; "" where not wanted */
	int section_ordinal, point, row_ordinal;
	enum role role;
};

/* False ends the search. The hit is valid during the call. */
typedef bool (*store_hit_fn)(const struct store_hit *hit, void *data);

/*
 * Texts that fit every clause, those of the newest meeting first, within a
 * meeting in no order that means anything. Where words stand in a text is not
 * kept: a phrase is asked for as its words, and looked for in the hit's text.
 * A question in which no clause must fit has no answer.
 */
enum status store_search(struct store *store,
			 const struct store_question *question,
			 store_hit_fn each, void *data,
			 struct error *err) WARN_UNUSED;

/* --- citations --- */

/* A document, and how many points of how many meetings cite it. */
struct store_count {
	const char *symbol; /* normal form, cite.h */
	int64_t points, meetings;
};
struct store_cited {
	VECTOR(struct store_count) list; /* by byte of the symbol */
	struct arena arena;
};
void store_cited_release(struct store_cited *cited);
enum status store_list_cited(struct store *store, struct store_cited *out,
			     struct error *err) WARN_UNUSED;

/* A point that cites a document, in some of its languages. */
struct store_citing_point {
	const char *meeting, *short_name;
	struct date_range date;
	const char *section;
	int section_ordinal, point, row;
	const char *languages[MEETING_LANGUAGES_MAX];
	size_t language_count;
	const char *text; /* in the first of them */
};
struct store_citing {
	VECTOR(struct store_citing_point) list;
	struct arena arena;
};
void store_citing_release(struct store_citing *citing);
/* Every point that cites 'symbol', the oldest first; none is no error. */
enum status store_list_citing(struct store *store, const char *symbol,
			      struct store_citing *out,
			      struct error *err) WARN_UNUSED;

/* A point's place as place_find() takes it: "2.2.4/3", "#2/1" in a section
 * without an id. Appended to 'out'. */
void store_format_place(const char *section, int section_ordinal, int point,
			struct buffer *out);

/* How many points of how many meetings cite 'symbol', without the point in
 * row 'row' of 'meeting' (NULL: none is left out). 'symbol' is borrowed. */
enum status store_count_citing(struct store *store, const char *symbol,
			       const char *meeting, int row,
			       struct store_count *out,
			       struct error *err) WARN_UNUSED;

/* --- for the indexer --- */

/* What texts may call instruments, for store_put_meeting(); borrowed until the
 * next call, NULL for none. */
void store_use_names(struct store *store, const struct cite_names *names);

/* A hash of what the index was made with beside the meetings' files ("names");
 * 0 where none was set. 'forget_files': with the new hash, what each file was
 * goes, so that the next indexing reads all of them again. */
enum status store_get_known(struct store *store, const char *name,
			    uint64_t *hash, struct error *err) WARN_UNUSED;
enum status store_set_known(struct store *store, const char *name,
			    uint64_t hash, bool forget_files,
			    struct error *err) WARN_UNUSED;

/* Are there meetings whose words are not in the word index yet? */
enum status store_is_wordless(struct store *store, bool *is_wordless,
			      struct error *err) WARN_UNUSED;

/* The words of meetings put since the last time go into the word index, the
 * oldest meeting first: many at once cost a fraction of one by one. Whoever
 * searches asks for this first. */
enum status store_index_words(struct store *store,
			      struct error *err) WARN_UNUSED;

/* Identities of the files a meeting was indexed from, as in the library. */
enum status store_list_files(struct store *store, const char *id,
			     struct library_files *files,
			     struct error *err) WARN_UNUSED;
/* All meeting ids, sorted; those of instruments. */
enum status store_list_ids(struct store *store, struct library_names *names,
			   struct error *err) WARN_UNUSED;
enum status store_list_instruments(struct store *store,
				   struct library_names *names,
				   struct error *err) WARN_UNUSED;

/*
 * What is written between these two is committed a few times a second instead
 * of each time. A failure takes back what was not committed yet: those meetings
 * are as they were before, and are read again by the next run.
 */
void store_begin_batch(struct store *store);
enum status store_end_batch(struct store *store, enum status rc,
			    struct error *err) WARN_UNUSED;

/* Replace everything kept for this meeting, in one transaction. One with the
 * id of an instrument is kept for search alone: it is in no list of meetings,
 * and what it cites is not counted. */
enum status store_put_meeting(struct store *store,
			      const struct meeting *meeting,
			      const struct library_files *files,
			      struct error *err) WARN_UNUSED;
/* New identities for unchanged content (touched files). */
enum status store_touch_files(struct store *store, const char *id,
			      const struct library_files *files,
			      struct error *err) WARN_UNUSED;
enum status store_drop_meeting(struct store *store, const char *id,
			       struct error *err) WARN_UNUSED;

#endif
