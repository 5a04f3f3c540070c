/*
 * draft.h - an aligned brief made of plain documents.
 *
 * A ministry's texts say what they are by their shape alone: a bold line is a
 * heading, "3)" a point, a paragraph after it goes on with it, and two
 * languages stand one after another, by turns, or side by side. Here that
 * shape is read, for seven languages, and written as the files of a meeting:
 * meeting.yaml and a text a language, points paired by number.
 *
 * Pure: texts go in, files and a list of what was done come out. Nothing of
 * the source disappears: each block is in a file, or is in full the value of
 * an item that says why it is not. Nothing is invented either: what could not
 * be known (a date, say) is left for the writer, and an item says so. The
 * original, the language whose points come first, is never split, merged or
 * numbered anew; the others may get other numbers, kept as 'was'.
 *
 * Time and memory are in proportion to the text: points are compared with
 * few others.
 */
#ifndef LECTERN_DRAFT_H
#define LECTERN_DRAFT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/arena.h"
#include "lectern/buffer.h"
#include "lectern/date.h"
#include "lectern/vector.h"

/* A document: UTF-8 without malformed bytes, lines ended by LF. */
struct draft_source {
	const char *name; /* for the report */
	const char *text;
	size_t len;
	const char *language; /* BCP 47 tag of all of it; NULL: find out */
	bool is_markdown;     /* pandoc's, or the writer's; else plain text,
			       * in which **strong** is understood too */
};

struct draft_options {
	const char *original; /* tag of the original; NULL: what comes first */
};

/* What an item says; in the order of the report. */
enum draft_kind {
	DRAFT_FOUND,	/* what was recognised as what */
	DRAFT_ALIGNED,	/* paired by what they say, not by a key */
	DRAFT_UNSURE,	/* look at this */
	DRAFT_LEFT_OUT, /* is in no file; 'value' is all of it */
	DRAFT_JOINED,	/* lines or words put together again */
	DRAFT_KIND_COUNT
};

struct draft_item {
	enum draft_kind kind;
	const char *code; /* "section", "page-number"; never translated */
	size_t source;	  /* index of the document */
	int first_line;	  /* in it, from 1; 0 where it has no place */
	int last_line;
	const char *language; /* tag, or "" */
	const char *place;    /* "2.2.4/3" in the brief, or "" */
	int confidence;	      /* per cent */
	const char *value;    /* words of the source, or "" */
};

struct draft_file {
	const char *name; /* "meeting.yaml", "en.md" */
	const char *text;
	size_t len;
};

#define DRAFT_ID_MAX 64

/* What was made. Everything belongs to the draft. */
struct draft {
	VECTOR(struct draft_file) files;
	VECTOR(struct draft_item) items;
	char id[DRAFT_ID_MAX];	/* a name for the meeting: "swg-2021-05-27" */
	struct date_range date; /* month 0 where none was found */
	size_t section_count;	/* of the original */
	size_t point_count;	/* of all languages together */
	size_t language_count;
	struct arena arena;
};

/* Make a brief of the documents; 'options' may be NULL. Always succeeds: of an
 * empty text it makes a meeting without languages. *draft is set up here. */
void draft_make(const struct draft_source *sources, size_t count,
		const struct draft_options *options, struct draft *draft);
void draft_release(struct draft *draft);

/* "found", "aligned" …: for machines; never translated. */
const char *draft_kind_name(enum draft_kind kind);
/* What an item says, as one sentence for people. */
void draft_item_sentence(const struct draft_item *item, struct buffer *out);

/* The report in Markdown: import-report.md. */
void draft_write_report(const struct draft *draft,
			const struct draft_source *sources, size_t count,
			struct buffer *out);

#endif
