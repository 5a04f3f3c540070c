/*
 * What is other on the screen than before, and no more: rows that moved are
 * scrolled, in rows that changed the cells that did are written.
 */
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "lectern/memory.h"
#include "lectern/save.h"
#include "tui_private.h"

#define PAINT_GAP	  8 /* cells written again rather than passed over */
#define PAINT_BLANK	  4 /* cells from which clearing a line is shorter */
#define PAINT_SCROLL_GAIN 4 /* rows that need not be written */

static size_t
paint_row_bytes(const struct frame *frame)
{
	return (size_t)frame->columns * sizeof(struct cell);
}

static struct cell *
paint_row_of(const struct frame *frame, int row)
{
	return &frame->cells[(size_t)row * (size_t)frame->columns];
}

static bool
is_paint_same(const struct cell *one, const struct cell *two)
{
	return memcmp(one, two, sizeof *one) == 0;
}

/* The text's style has no colour of its own: what the terminal clears looks
 * as a blank cell of text does. */
static bool
is_paint_text_plain(void)
{
	struct theme_look look = theme_look(STYLE_TEXT);

	return look.attributes == 0 && look.pair == 0;
}

static bool
is_paint_blank(const struct cell *cell)
{
	return (cell->base == 0 || cell->base == ' ') && cell->width == 1 &&
	       cell->mark_count == 0 && cell->style == STYLE_TEXT;
}

/* A row of the screen that the terminal has cleared: blank, or, where that
 * looks otherwise than blank text, like nothing there is. */
static void
paint_set_cleared(struct frame *shown, int row)
{
	static const struct cell blank = {.width = 1, .style = STYLE_TEXT};
	bool is_plain = is_paint_text_plain();

	for (int column = 0; column < shown->columns; column++) {
		struct cell *cell = &paint_row_of(shown, row)[column];

		*cell = blank;
		if (!is_plain)
			cell->style = UINT8_MAX;
	}
}

/* --- what moved --- */

/* The bar at the marked point does not move with it. */
static uint64_t
paint_hash_row(const struct frame *frame, int row, struct cell *room)
{
	static const struct cell blank = {.width = 1, .style = STYLE_TEXT};
	const struct cell *cells = paint_row_of(frame, row);

	memcpy(room, cells, paint_row_bytes(frame));
	for (int column = 0; column < frame->columns; column++)
		if (cells[column].style == STYLE_MARK)
			room[column] = blank;
	return file_hash(room, paint_row_bytes(frame));
}

static void
paint_hash_rows(const struct frame *frame, uint64_t *hashes)
{
	struct cell *room = mem_alloc((size_t)frame->columns + 1, sizeof *room);

	for (int row = 0; row < frame->rows; row++)
		hashes[row] = paint_hash_row(frame, row, room);
	free(room);
}

static bool
is_paint_row_blank(const struct frame *frame, int row)
{
	for (int column = 0; column < frame->columns; column++)
		if (!is_paint_blank(&paint_row_of(frame, row)[column]))
			return false;
	return true;
}

/* Of the rows that are shown; those of the frame take their place. */
static uint64_t *paint_old, *paint_new;
static int paint_hashed; /* rows in paint_old; 0: not known */

struct paint_shift {
	int lines;	 /* up; down where negative; 0: none */
	int first, last; /* rows of the frame that are found so */
	int gain;	 /* rows that need not be written */
};

/* What is gained where row i is the old row i + lines. */
static struct paint_shift
paint_try_shift(const struct frame *frame, const uint64_t *old,
		const uint64_t *new, int lines)
{
	struct paint_shift shift = {lines, -1, -1, 0};

	for (int row = 0; row < frame->rows; row++) {
		int from = row + lines;

		if (from < 0 || from >= frame->rows || new[row] != old[from] ||
		    new[row] == old[row] || is_paint_row_blank(frame, row))
			continue;
		if (shift.first < 0)
			shift.first = row;
		shift.last = row;
		shift.gain++;
	}
	/* Rows in between that stay where they are would be moved away. */
	for (int row = shift.first; shift.first >= 0 && row <= shift.last;
	     row++)
		if (new[row] == old[row] && !is_paint_row_blank(frame, row))
			shift.gain--;
	return shift;
}

static struct paint_shift
paint_find_shift(const struct frame *frame)
{
	struct paint_shift best = {0, 0, 0, PAINT_SCROLL_GAIN - 1};

	for (int lines = 2 - frame->rows; lines <= frame->rows - 2; lines++) {
		struct paint_shift shift;

		if (lines == 0)
			continue;
		shift = paint_try_shift(frame, paint_old, paint_new, lines);
		if (shift.gain > best.gain)
			best = shift;
	}
	return best;
}

/* Scroll the terminal, and what is known of it. */
static void
paint_scroll(const struct frame *frame, struct frame *shown)
{
	struct paint_shift shift = paint_find_shift(frame);
	int lines = shift.lines, top, bottom;

	if (lines == 0)
		return;
	top = lines > 0 ? shift.first : shift.first + lines;
	bottom = lines > 0 ? shift.last + lines : shift.last;
	emit_scroll(top, bottom, lines, frame->rows);
	memmove(paint_row_of(shown, lines > 0 ? top : top - lines),
		paint_row_of(shown, lines > 0 ? top + lines : top),
		paint_row_bytes(shown) *
			(size_t)(bottom - top + 1 -
				 (lines > 0 ? lines : -lines)));
	for (int row = 0; row < (lines > 0 ? lines : -lines); row++)
		paint_set_cleared(shown, lines > 0 ? bottom - row : top + row);
}

/* --- what changed --- */

/* A cell with its marks. */
static void
paint_write_cell(const struct frame *frame, int row, int column, bool is_utf8)
{
	const struct cell *cell = &paint_row_of(frame, row)[column];
	int width = cell->width == 2 ? 2 : 1;
	size_t lost = 0;
	wchar_t base = paint_base(cell->base, width, is_utf8, &lost);

	emit_move(row, column);
	emit_style((enum style)cell->style);
	emit_char((uint32_t)base, is_utf8);
	for (size_t i = 0; i < cell->mark_count && base != L'?'; i++)
		if (is_paint_mark(cell->marks[i], is_utf8))
			emit_char(cell->marks[i], is_utf8);
	/* One cell narrower than thought: a space follows. */
	if (width == 2 && wcwidth(base) == 1)
		emit_char(' ', is_utf8);
	emit_advance(width, frame->columns);
}

/* The column from which the row is blank to its end. */
static int
paint_blank_from(const struct frame *frame, int row)
{
	int column = frame->columns;

	if (!is_paint_text_plain())
		return column;
	while (column > 0 &&
	       is_paint_blank(&paint_row_of(frame, row)[column - 1]))
		column--;
	return column;
}

/* The next cell from 'column' on that is other than shown; 'end': none. */
static int
paint_next_change(const struct cell *new, const struct cell *old, int column,
		  int end)
{
	while (column < end && is_paint_same(&new[column], &old[column]))
		column++;
	return column;
}

static void
paint_one_row(const struct frame *frame, const struct frame *shown, int row,
	      bool is_utf8)
{
	const struct cell *new = paint_row_of(frame, row);
	const struct cell *old = paint_row_of(shown, row);
	int blank = paint_blank_from(frame, row), column = 0, next;
	bool is_clearing;

	is_clearing = frame->columns - blank >= PAINT_BLANK &&
		      paint_next_change(new, old, blank, frame->columns) <
			      frame->columns;
	if (!is_clearing)
		blank = frame->columns;
	column = paint_next_change(new, old, 0, blank);
	while (column < blank) {
		if (new[column].width == 0 && column > 0)
			column--; /* the right half of a wide one */
		paint_write_cell(frame, row, column, is_utf8);
		column += new[column].width == 2 ? 2 : 1;
		next = paint_next_change(new, old, column, blank);
		if (next - column > PAINT_GAP || next == blank)
			column = next;
	}
	if (is_clearing) {
		emit_move(row, blank);
		emit_clear_line();
	}
}

/* The frame's hashes are known, and beside them those of what is shown. */
static void
paint_prepare_hashes(const struct frame *frame)
{
	size_t rows = (size_t)frame->rows + 1;

	paint_new = mem_realloc(paint_new, rows, sizeof *paint_new);
	paint_old = mem_realloc(paint_old, rows, sizeof *paint_old);
	paint_hash_rows(frame, paint_new);
}

static void
paint_keep_hashes(const struct frame *frame)
{
	uint64_t *old = paint_old;

	paint_old = paint_new;
	paint_new = old;
	paint_hashed = frame->rows;
}

void
paint_rows_release(void)
{
	free(paint_old);
	free(paint_new);
	paint_old = paint_new = NULL;
	paint_hashed = 0;
}

void
paint_rows(const struct frame *frame, struct frame *shown, bool whole,
	   bool is_utf8)
{
	paint_prepare_hashes(frame);
	if (whole) {
		emit_forget();
		emit_clear_screen();
		for (int row = 0; row < shown->rows; row++)
			paint_set_cleared(shown, row);
	} else if (emit_can_scroll() && paint_hashed == frame->rows) {
		paint_scroll(frame, shown);
	}
	for (int row = 0; row < frame->rows; row++)
		if (memcmp(paint_row_of(frame, row), paint_row_of(shown, row),
			   paint_row_bytes(frame)) != 0)
			paint_one_row(frame, shown, row, is_utf8);
	memcpy(shown->cells, frame->cells,
	       paint_row_bytes(frame) * (size_t)frame->rows);
	paint_keep_hashes(frame);
}
