/*
 * text.h - a block of text broken into lines of a given width in cells.
 *
 * Lines break where UAX #14 allows it (libunistring); a word longer than the
 * line breaks between grapheme clusters, so that no width from 1 loses a
 * character. (A wide character in a width of 1 is shown as '?'.) Direction is
 * per paragraph, by its first strong letter (UAX #9, FriBidi); lines of
 * right-to-left paragraphs are ordered for display and set flush right.
 */
#ifndef LECTERN_TEXT_H
#define LECTERN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/brief.h"
#include "lectern/frame.h"

/* One grapheme as it will stand in a cell, in logical order. */
struct glyph {
	uint32_t base;
	uint32_t marks[CELL_MARKS_MAX];
	uint8_t mark_count;
	uint8_t width; /* 0, 1 or 2 cells */
	uint8_t style;
	uint8_t level; /* bidi embedding level */
};

struct text_line {
	size_t first, count; /* glyphs; the space broken at is not counted */
	int width;	     /* cells */
	bool right_to_left;
};

struct text {
	struct glyph *glyphs;
	size_t glyph_count;
	struct text_line *lines;
	size_t line_count;
	bool leave_direction; /* true: the terminal orders the text itself */
};

#define TEXT_INIT                                                              \
	{                                                                      \
		NULL, 0, NULL, 0, false                                        \
	}

/* A stretch of bytes with a style; where they overlap the later one wins. */
struct styled_span {
	size_t start, end;
	enum style style;
};

/*
 * Filter text[0..len) and break it at 'width' >= 1 cells. '\n' always breaks;
 * 'verbatim' keeps runs of spaces. The result is released by text_release().
 * Time and memory in proportion to len.
 */
void text_layout(struct text *out, const char *text, size_t len,
		 enum style base, const struct styled_span *spans,
		 size_t span_count, int width, bool verbatim);

void text_release(struct text *text);

/* Draw one line at (row, column) in 'width' cells; right-to-left lines end
 * at column + width. */
void text_draw_line(const struct text *text, size_t line, struct frame *frame,
		    int row, int column, int width);

/* Cells a string needs on one line, filtered. */
int text_width(const char *text, size_t len);

#endif
