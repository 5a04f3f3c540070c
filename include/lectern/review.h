/*
 * review.h - the points of a meeting as a table that goes out and comes home.
 *
 * A row a point, a column a language, each cell the point's own Markdown: so
 * emphasis and citations survive wherever the table goes, and what comes back
 * can be set against the point, character by character. Out: JSON
 * (doc/brief.schema.json), TMX 1.4b, XLIFF 2.0, CSV (RFC 4180), TSV, and HTML
 * for Word and OpenDocument. Home again: JSON, TMX, CSV, TSV, Word,
 * OpenDocument, and any document that a brief can be drafted of.
 *
 * What comes home is compared point by point and written only where somebody
 * agreed; everything else in a file keeps its bytes (edit.h). Points are not
 * added, removed or moved this way: what asks for that is told.
 */
#ifndef LECTERN_REVIEW_H
#define LECTERN_REVIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/arena.h"
#include "lectern/buffer.h"
#include "lectern/document.h"
#include "lectern/draft.h"
#include "lectern/library.h"
#include "lectern/vector.h"

struct review_cell {
	const char *text; /* Markdown; NULL: the table does not have it */
	const char *cue;  /* "" for none; NULL as above */
};

struct review_row {
	const char *place; /* "2.2.4/3" */
	struct review_cell cells[MEETING_LANGUAGES_MAX];
};

/* A table, of a meeting or from a file. */
struct review {
	const char *meeting; /* its id; "" where the table does not say */
	const char *languages[MEETING_LANGUAGES_MAX]; /* its columns */
	size_t language_count;
	VECTOR(struct review_row) rows;
	struct arena arena;
};

#define REVIEW_INIT                                                            \
	{                                                                      \
		.meeting = "", .rows = VECTOR_INIT, .arena = ARENA_INIT        \
	}

void review_release(struct review *review);

/* ---- out ---- */

/* What of a meeting goes out. */
struct review_request {
	const struct meeting *meeting;
	const char *languages[MEETING_LANGUAGES_MAX]; /* as it spells them */
	size_t language_count;
	const bool *is_chosen; /* by first_row + row; NULL: all */
};

/* Fill the table from the meeting's files. STATUS_CHANGED where a file is
 * another than the one the meeting was read from. */
enum status review_collect(const struct library *lib,
			   const struct review_request *request,
			   struct review *review,
			   struct error *err) WARN_UNUSED;
/* The same from texts in memory, by the meeting's languages. */
void review_collect_texts(const struct review_request *request,
			  const struct buffer *texts, struct review *review);

/* Append the table in a form. The request is that it was collected by. */
void review_write_json(const struct review *review,
		       const struct review_request *request,
		       struct buffer *out);
void review_write_tmx(const struct review *review, struct buffer *out);
/* The first language is the source, the second the target. */
void review_write_xliff(const struct review *review, struct buffer *out);
void review_write_csv(const struct review *review, struct buffer *out);
void review_write_tsv(const struct review *review, struct buffer *out);
/* One table, which a converter makes a document of. */
void review_write_html(const struct review *review,
		       const struct review_request *request,
		       struct buffer *out);

/* Append what pandoc makes of that HTML: "docx" or "odt". */
enum status review_convert(const struct buffer *html, const char *format,
			   struct buffer *out, struct error *err) WARN_UNUSED;

/* ---- home ---- */

/* Fill the table from a document; false where it is no table that went out
 * from a meeting of the library. The caller releases *review, either way. */
bool review_take_document(const struct library *lib,
			  const struct document *document,
			  struct review *review);

/* Is it called as a translation memory is? Those are read by themselves. */
bool is_review_tmx(const char *name);
enum status review_read_tmx(const char *name, struct review *review,
			    struct error *err) WARN_UNUSED;

/* Fill it from a brief that was drafted of documents. */
void review_take_draft(const struct draft *draft, struct review *review);

enum review_problem {
	REVIEW_NO_POINT,    /* the meeting has no such point */
	REVIEW_NO_LANGUAGE, /* nor such a language */
	REVIEW_NOT_THERE,   /* the point is missing in this language */
	REVIEW_NO_WORDS,    /* the cell was emptied */
	REVIEW_TWICE,	    /* an earlier row had it */
	REVIEW_PROBLEM_COUNT,
};

/* A change that was asked for; or, with a problem, one that cannot be made. */
struct review_change {
	const char *place;
	const char *language;
	bool is_cue;
	bool is_problem;
	enum review_problem problem;
	const char *before, *after; /* Markdown; "" where there is none */
};

struct review_changes {
	VECTOR(struct review_change) list;
	size_t change_count; /* without problems */
	struct arena arena;
};

#define REVIEW_CHANGES_INIT                                                    \
	{                                                                      \
		.list = VECTOR_INIT, .arena = ARENA_INIT                       \
	}

void review_changes_release(struct review_changes *changes);

/* What 'review' changes in 'current', both of the same meeting; strings are
 * copied. Differences that only the way makes (escapes, line breaks) are
 * none. */
void review_compare(const struct review *current, const struct review *review,
		    struct review_changes *changes);

/* The problem as a sentence. */
const char *review_problem_sentence(enum review_problem problem);

/* Write one change into the file of its language. */
enum status review_apply(const struct library *lib, const char *meeting,
			 const struct review_change *change,
			 struct error *err) WARN_UNUSED;

#endif
