/*
 * columns.h - rows of several languages, side by side, that line up.
 *
 * One row is one point: each language has a cell, the shorter cells are
 * padded, so the next row starts on one line in every column. The same code
 * draws the screen and `lectern show`.
 *
 * All that a style says is also said in words or signs: "[background]",
 * "[avoid]" and other tags stand over the point, a cue begins with "▸ ", what
 * stands in for a missing cue or key phrase with "~ ", a note to the drafters
 * with "# ". Words of a point to avoid are never strong.
 *
 * From one column up nothing is cut and nothing is lost: where there is no
 * room for columns the languages are stacked, where there is none for numbers
 * they stand in the text.
 */
#ifndef LECTERN_COLUMNS_H
#define LECTERN_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/cite.h"
#include "lectern/frame.h"
#include "lectern/meeting.h"
#include "lectern/text.h"

#define COLUMNS_MAX 3

/* Where the columns stand within a width. */
struct columns {
	size_t count;
	const char *languages[COLUMNS_MAX]; /* borrowed tags */
	int index[COLUMNS_MAX]; /* in meeting->languages; -1: no such version */
	int start[COLUMNS_MAX], width[COLUMNS_MAX]; /* of the text */
	int number_width; /* cells before the first column: mark and number */
	int total;
	bool is_stacked; /* too narrow: one language under the other, each
			  * opened by its tag */
};

/*
 * Share 'width' cells among the languages ('share' is the first column's
 * part in per cent, 50 even; only used with two). With less than 20 cells a
 * column, the languages are stacked.
 */
void columns_plan(struct columns *columns, const struct meeting *meeting,
		  const char *const *languages, size_t count, int width,
		  int share);

/* Set what is planned one under the other, whatever the width; one column
 * stays as it is. */
void columns_stack(struct columns *columns);

/* What became of a point in the room, for row_layout_point(): shown in words,
 * and by a sign in the gutter. */
struct row_state {
	const char *words; /* "said 10:14": among the tags; "" for none */
	const char *notes; /* a paragraph a line, over the point; or "" */
	uint32_t sign;	   /* in the place of the bar; 0 for none */
	unsigned stale;	   /* languages that are older than the original: a
			    * bit each, by index in the meeting */
};

/* What a language's cell holds, broken into lines. Heights are lines. */
struct row_options {
	enum form form;
	bool show_comments;
	bool show_citations;  /* a last line "Cites A/RES/75/240 …" */
	bool leave_direction; /* the terminal, or who reads the file, orders
			       * right-to-left text: right for a pipe */
	bool is_tight;	      /* no empty line under the row */
	const struct cite_names *names; /* may be NULL */
	const struct row_state *state;	/* of this point; may be NULL */
};

/*
 * A row laid out: draw any part of it any number of times. It copies what it
 * shows; only the meeting's language tags are borrowed. Full rows end with an
 * empty line, unless is_tight.
 */
struct row_layout;
struct row_layout *row_layout_point(const struct meeting *meeting,
				    const struct aligned_section *section,
				    const struct aligned_row *row,
				    const struct columns *columns,
				    const struct row_options *options);
struct row_layout *row_layout_heading(const struct meeting *meeting,
				      const struct aligned_section *section,
				      const struct columns *columns,
				      const struct row_options *options);
void row_layout_free(struct row_layout *row);

/* Lines it takes, at least 1. */
int row_layout_height(const struct row_layout *row);

/*
 * Draw lines [first, first + count) of it at row 'at' of the frame; 'column'
 * is added to every column's start. 'is_marked' draws the bar.
 */
void row_layout_draw(const struct row_layout *row, struct frame *frame, int at,
		     int column, int first, int count, bool is_marked);

/* The names of the languages over their columns, one line. */
void columns_draw_heads(const struct columns *columns, struct frame *frame,
			int at, int column);

#define COLUMNS_RULE  UINT32_C(0x2502) /* │ */
#define COLUMNS_CROSS UINT32_C(0x253c) /* ┼ */
#define COLUMNS_LINE  UINT32_C(0x2500) /* ─ */

/* The line(s) between columns. Nothing where they are stacked. */
void columns_draw_rules(const struct columns *columns, struct frame *frame,
			int at, int column, uint32_t rule);

/* The name of a language in the interface's language: "Russian" for "ru" and
 * "ru-RU"; the tag itself where it is not known. */
const char *language_name(const char *tag);
/* "not in Kazakh": a whole sentence of the catalogue; "not in this language"
 * where the tag is not known. */
const char *language_missing_text(const char *tag);
/* Is it written from right to left? */
bool language_is_right_to_left(const char *tag);

#endif
