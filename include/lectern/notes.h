/*
 * notes.h - speaking notes: what of a meeting is printed, in which order.
 *
 * A meeting goes in; sheets come out, one a role (what is said; what is said
 * if raised; if pressed), each a list of rows, each row a cell a language,
 * each cell pieces of text whose sentences are known. Three writers take it
 * from here: pages (notes_content.h, for lectern-print), plain text
 * (notes_text.h) and HTML (notes_html.h). What they decide is only how it
 * looks.
 *
 * All text is filtered for print already. Words that the program adds (a tag,
 * "3 min") are in the language of their column: they are read by whoever reads
 * the notes, not by whoever runs the program.
 *
 * Pure: no files, no screen, no processes. Background, points to avoid and
 * the notes to the drafters are only there when asked for.
 */
#ifndef LECTERN_NOTES_H
#define LECTERN_NOTES_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/brief.h"
#include "lectern/cite.h"
#include "lectern/columns.h"
#include "lectern/meeting.h"
#include "lectern/minutes.h"

#define NOTES_ROLES_SPOKEN                                                     \
	(1u << ROLE_SAY | 1u << ROLE_IF_RAISED | 1u << ROLE_IF_PRESSED)

enum notes_span_kind {
	NOTES_STRONG,
	NOTES_EMPHASIS,
	NOTES_HOLD,   /* a space at which no line ends: "№ 5", "27 May" */
	NOTES_SYMBOL, /* a document's symbol: no line ends in it */
};

struct notes_span {
	enum notes_span_kind kind;
	size_t start, end; /* bytes of the piece's text */
};

enum notes_piece_kind {
	NOTES_TEXT,
	NOTES_ITEM, /* of a list within a point */
	NOTES_SUBHEADING,
	NOTES_QUOTE,
	NOTES_VERBATIM, /* lines and spaces as they are */
	NOTES_CUE,
	NOTES_STAND_IN, /* for a cue or a key phrase that is not there */
	NOTES_SYMBOLS,	/* the documents cited by the piece that follows */
	NOTES_TAG,	/* to whom, or that the point is not in the language */
	NOTES_COMMENT,	/* to the drafters */
	NOTES_PIECE_KINDS
};

/* "text", "item" …: names in the content that lectern-print reads. */
const char *notes_piece_name(enum notes_piece_kind kind);

/* One paragraph, and where a page may end in it. */
struct notes_piece {
	enum notes_piece_kind kind;
	int depth;	    /* of a list */
	const char *marker; /* "(a)", "▸", "~", or "" */
	const char *text;   /* UTF-8, filtered, NUL-terminated */
	size_t len;
	const size_t *ends; /* of its sentences; the last is len */
	size_t end_count;
	bool is_open; /* its last sentence goes on in the next piece, as what
		       * leads to a list does */
	const struct notes_span *spans; /* by start */
	size_t span_count;
};

struct notes_cell {
	const struct notes_piece *pieces;
	size_t count;
};

enum notes_row_kind {
	NOTES_ROW_TITLE,
	NOTES_ROW_FACTS, /* meeting, date, place; how it is delivered */
	NOTES_ROW_SHEET, /* "If raised" */
	NOTES_ROW_HEADING,
	NOTES_ROW_POINT, /* and the text above the first section */
	NOTES_ROW_MINUTES,
	NOTES_ROW_KINDS
};

/* "title", "facts" … */
const char *notes_row_name(enum notes_row_kind kind);

struct notes_row {
	enum notes_row_kind kind;
	const char *place;   /* "2.2.4/3" of a point, else "" */
	const char *number;  /* "3." or "" */
	const char *running; /* the section, for the head of a page */
	bool keeps_next;     /* never the last on a page */
	bool is_changed;     /* since it was last printed */
	struct notes_cell cells[MEETING_LANGUAGES_MAX];
};

/* What is spoken or answered together; begins on a page of its own. */
struct notes_sheet {
	enum role role;
	const struct notes_row *rows;
	size_t row_count;
};

struct notes {
	const char *languages[MEETING_LANGUAGES_MAX];
	size_t language_count;
	const char *title;   /* of the whole, in the first language */
	const char *meeting; /* short name and date, for the head of a page */
	const char *classification;
	const char *warning; /* how many errors are open, or "" */
	const char *page_of; /* "{x} of {y}" in the first language */
	const struct notes_sheet *sheets;
	size_t sheet_count;
	size_t point_count;
	long milliseconds; /* to say all sheets, in the first language */
	struct arena arena;
};

struct notes_request {
	const struct meeting *meeting;
	const char *languages[MEETING_LANGUAGES_MAX]; /* the columns */
	size_t language_count;
	/* By first_row + row of the meeting; NULL: all rows. */
	const bool *is_chosen;
	const unsigned char *forms; /* enum form of each; NULL: 'form' */
	const bool *is_changed;	    /* NULL: none */
	enum form form;
	unsigned roles; /* bits (1u << ROLE_SAY) | … */
	bool is_plain;	/* without emphasis */
	bool show_comments;
	bool with_preface; /* the text above the first section */
	size_t open_errors;
	const struct cite_names *names;	   /* may be NULL */
	const struct minutes_rates *rates; /* may be NULL */
};

/* Never NULL; the caller frees. Languages are borrowed from the request; all
 * else is a copy. No points chosen is no sheets. */
struct notes *notes_compose(const struct notes_request *request);
void notes_free(struct notes *notes);

/* The rows of the meeting that the request prints, by first_row + row. */
void notes_find_rows(const struct notes_request *request, bool *is_printed);

/* Has any point a number? Else there needs no room for them. */
bool is_notes_numbered(const struct notes *notes);

#endif
