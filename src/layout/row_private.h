/*
 * row_private.h - the cell of one language in a row, between the files that
 * fill it (row_form.c), lay it out (row_cell.c) and place it (row_layout.c).
 */
#ifndef LAYOUT_ROW_PRIVATE_H
#define LAYOUT_ROW_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/columns.h"
#include "lectern/vector.h"

/* One paragraph, laid out, and what stands beside it. */
struct row_piece {
	struct text text;
	char *marker;	/* hangs in the indent of the first line; or NULL */
	int indent;	/* cells */
	int first_line; /* in its cell, after the empty line before it */
	enum style style;
};

struct row_cell {
	VECTOR(struct row_piece) pieces;
	int height;
};

/* Words to be laid out. */
struct row_words {
	const char *text;
	size_t len;
	const struct span *spans;
	size_t span_count;
	enum style style;
	const char *marker; /* "" for none */
	int depth;	    /* of a nested list: 0, 1, … */
	bool is_verbatim;
	bool is_apart; /* an empty line stands before it */
	bool is_ours;  /* the program's words: citations are those of its spans,
			* and none are looked for */
};

/* What a cell is laid out for. */
struct row_context {
	const struct row_options *options;
	const char *language;
	const char *label; /* opens the cell where languages are stacked */
	int width;
	enum style base;	     /* TEXT, or what the role makes of it */
	struct citations *citations; /* found ones are added; NULL: none */
};

void row_cell_add(struct row_cell *cell, const struct row_context *context,
		  const struct row_words *words);
void row_cell_add_string(struct row_cell *cell,
			 const struct row_context *context, const char *text,
			 enum style style);
void row_cell_release(struct row_cell *cell);

/* Draw its line 'line'; nothing beyond its height. */
void row_cell_draw(const struct row_cell *cell, int line, struct frame *frame,
		   int row, int column, int width);

/* The citations of words that are not themselves shown. */
void row_find_citations(const struct row_context *context,
			const struct block *block);

/* A point as its form shows it. */
void row_cell_add_point(struct row_cell *cell,
			const struct row_context *context,
			const struct point *point);

/* What stands in the tags over a point or a heading. "" and 0: nothing. */
struct row_tags {
	enum role role;
	enum role said; /* by the heading over it; a heading itself: SAY */
	const char *to, *was;
	int priority;
	const char *state; /* "said 10:14" */
};

/* Append them, such as "[if raised · to Israel]"; nothing without any. */
void row_tags_text(const struct row_tags *tags, struct buffer *out);

/* "Cites A/RES/75/240, A/RES/74/247": each once, in order of appearance. */
void row_cell_add_citations(struct row_cell *cell,
			    const struct row_context *context,
			    const struct citations *citations);

#endif
