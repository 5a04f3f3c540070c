/*
 * text.h - a block of text broken into lines of a given width in cells.
 *
 * Lines break where UAX #14 allows it (libunistring), but "№ 5", "e.g." and
 * a document symbol such as A/RES/75/240 stay whole where a line can hold
 * them; a word longer than the line breaks between grapheme clusters, so that
 * no width from 1 loses a character. (A wide character in a width of 1 is
 * shown as '?'.) Direction is per paragraph, by its first strong letter (UAX
 * #9, FriBidi); lines of right-to-left paragraphs are ordered for display and
 * set flush right, and Arabic letters take the forms in which they join.
 */
#ifndef LECTERN_TEXT_H
#define LECTERN_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/brief.h"
#include "lectern/frame.h"

/* What will stand in one cell or two, in logical order. Its marks follow
 * those of the glyph before it in text.marks. */
struct glyph {
	uint32_t base;
	uint8_t mark_count; /* up to CELL_MARKS_MAX */
	uint8_t width;	    /* 1 or 2 cells */
	uint8_t style;
	uint8_t level; /* bidi embedding level */
};

struct text_line {
	size_t first, count; /* glyphs; the space broken at is not counted */
	size_t first_mark;   /* marks of the first glyph, in text.marks */
	int width;	     /* cells */
	bool right_to_left;
};

struct text {
	struct glyph *glyphs;
	size_t glyph_count;
	uint32_t *marks;
	size_t mark_count;
	struct text_line *lines;
	size_t line_count;
	/* Set before text_layout(): */
	bool leave_direction;  /* the terminal orders the text itself */
	bool is_right_to_left; /* the language is: a paragraph with any
				* right-to-left letter is then ordered from
				* the right, whatever it begins with */
};

#define TEXT_INIT                                                              \
	{                                                                      \
		NULL, 0, NULL, 0, NULL, 0, false, false                        \
	}

/* A stretch of bytes with a style; where they overlap the later one wins. */
struct styled_span {
	size_t start, end;
	enum style style;
};

/*
 * Filter text[0..len) and break it at 'width' >= 1 cells. '\n' always breaks
 * (one at the very end adds no line); 'verbatim' keeps runs of spaces and
 * sets tabs every 8 cells. No text is no lines. The result is released by
 * text_release(). Time and memory in proportion to len and span_count.
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

/* How much of a whole there is, as a bar of so many cells, appended: "██░".
 * Only all of it fills the bar, and only nothing leaves it empty. */
void text_bar(size_t part, size_t whole, int cells, struct buffer *out);

#endif
