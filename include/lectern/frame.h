/*
 * frame.h - a screen as a grid of cells, and its text.
 *
 * Views draw into a frame and know no terminal; the terminal shows a frame;
 * tests dump it. A cell holds one base character with its marks and a style.
 * A wide character (UAX #11) fills two cells, the second with width 0. What
 * does not fit is the view's fault, never the reader's loss: text goes
 * through layout/text.h first, which breaks lines.
 *
 * Everything put into a frame passes the output filter (filter.h).
 */
#ifndef LECTERN_FRAME_H
#define LECTERN_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/buffer.h"

/* What a cell means; a theme gives it colour and weight. All meaning is also
 * there without colour. */
enum style {
	STYLE_TEXT,
	STYLE_STRONG, /* key phrase */
	STYLE_EMPHASIS,
	STYLE_CITATION,
	STYLE_STRONG_CITATION,
	STYLE_HEADING,
	STYLE_NUMBER, /* of a point */
	STYLE_CUE,
	STYLE_ROLE,  /* "if raised" tags */
	STYLE_QUIET, /* background, notes, "not in Kazakh" */
	STYLE_AVOID,
	STYLE_MARK, /* the bar at the marked point */
	STYLE_RULE, /* lines between columns and sections */
	STYLE_COLUMN_HEAD,
	STYLE_STATUS,
	STYLE_PROMPT,
	STYLE_ERROR,
	STYLE_SELECTED, /* the marked row of a list */
	STYLE_WARNING,
	STYLE_CLOCK, /* the time for one intervention */
	STYLE_CLOCK_LATE,
	STYLE_CLOCK_OVER,
	STYLE_COUNT
};

/* "text", "strong", …: names in themes and dumps. */
const char *style_name(enum style style);

#define CELL_MARKS_MAX 4 /* combining marks kept on a base */

struct cell {
	uint32_t base; /* code point; 0 reads as a space */
	uint32_t marks[CELL_MARKS_MAX];
	uint8_t mark_count;
	uint8_t width; /* 1, 2; 0: right half of the cell before */
	uint8_t style; /* enum style */
};

struct frame {
	int rows, columns;
	struct cell *cells; /* rows * columns; belongs to the frame */
	int cursor_row, cursor_column; /* -1: no cursor shown */
	bool leave_direction;	       /* the terminal orders right-to-left
					* text; kept by resize and clear */
};

#define FRAME_INIT                                                             \
	{                                                                      \
		0, 0, NULL, -1, -1, false                                      \
	}

/* Make it rows x columns (each at least 0) and blank. */
void frame_resize(struct frame *frame, int rows, int columns);
void frame_clear(struct frame *frame);
void frame_release(struct frame *frame);

struct cell *frame_cell(const struct frame *frame, int row, int column);

/*
 * Put filtered text on one row from 'column', at most 'width' cells; returns
 * the cells used. Outside the frame nothing is drawn. TAB and newline are a
 * space. A wide character that would straddle the end is not drawn. Use it
 * for what is known to be short (labels, heads, status); text that must not
 * lose a word goes through layout/text.h. Right-to-left words are ordered for
 * display, unless the frame leaves that to the terminal.
 */
int frame_put(struct frame *frame, int row, int column, int width,
	      enum style style, const char *text);

/* As frame_put() for 'len' bytes. */
int frame_put_bytes(struct frame *frame, int row, int column, int width,
		    enum style style, const char *text, size_t len);

/* As frame_put() but ends in "…" where the text is longer than 'width'. */
int frame_put_cut(struct frame *frame, int row, int column, int width,
		  enum style style, const char *text);

/*
 * Put one cell as it is (its 'width' is 1 or 2). A code point that the filter
 * would not keep is U+FFFD. False where it does not fit into the frame.
 */
bool frame_put_cell(struct frame *frame, int row, int column,
		    const struct cell *cell);

/* Fill 'width' cells of a row with one narrow character. */
void frame_fill(struct frame *frame, int row, int column, int width,
		enum style style, uint32_t cp);

/* Put one frame into another, its first cell at 'row', 'column'; what reaches
 * beyond is left out. */
void frame_paste(struct frame *frame, int row, int column,
		 const struct frame *from);

/* Change the style of 'width' cells, not their text. */
void frame_restyle(struct frame *frame, int row, int column, int width,
		   enum style style);

/* Row 'row' as UTF-8 without trailing spaces. */
void frame_row_text(const struct frame *frame, int row, struct buffer *out);

/* All rows, each with a newline. */
void frame_dump(const struct frame *frame, struct buffer *out);

/* As frame_dump(), but a style that is not TEXT is written as
 * "{name:words}": for tests that look at meaning. */
void frame_dump_styles(const struct frame *frame, struct buffer *out);

#endif
