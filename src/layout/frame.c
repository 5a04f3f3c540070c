#include <stdlib.h>

#include "lectern/frame.h"
#include "lectern/memory.h"
#include "width.h"

static const char *const style_names[STYLE_COUNT] = {
	[STYLE_TEXT] = "text",
	[STYLE_STRONG] = "strong",
	[STYLE_EMPHASIS] = "emphasis",
	[STYLE_CITATION] = "citation",
	[STYLE_STRONG_CITATION] = "strong-citation",
	[STYLE_HEADING] = "heading",
	[STYLE_NUMBER] = "number",
	[STYLE_CUE] = "cue",
	[STYLE_ROLE] = "role",
	[STYLE_QUIET] = "quiet",
	[STYLE_AVOID] = "avoid",
	[STYLE_MARK] = "mark",
	[STYLE_RULE] = "rule",
	[STYLE_COLUMN_HEAD] = "column-head",
	[STYLE_STATUS] = "status",
	[STYLE_PROMPT] = "prompt",
	[STYLE_ERROR] = "error",
	[STYLE_SELECTED] = "selected",
	[STYLE_WARNING] = "warning",
	[STYLE_CLOCK] = "clock",
	[STYLE_CLOCK_LATE] = "clock-late",
	[STYLE_CLOCK_OVER] = "clock-over",
};

static const struct cell frame_blank = {.width = 1, .style = STYLE_TEXT};

const char *
style_name(enum style style)
{
	return style_names[style];
}

void
frame_resize(struct frame *frame, int rows, int columns)
{
	size_t count;

	frame->rows = rows > 0 ? rows : 0;
	frame->columns = columns > 0 ? columns : 0;
	count = (size_t)frame->rows * (size_t)frame->columns;
	free(frame->cells);
	frame->cells = count ? mem_alloc(count, sizeof *frame->cells) : NULL;
	frame_clear(frame);
}

void
frame_clear(struct frame *frame)
{
	size_t count = (size_t)frame->rows * (size_t)frame->columns;
	size_t i;

	for (i = 0; i < count; i++)
		frame->cells[i] = frame_blank;
	frame->cursor_row = frame->cursor_column = -1;
}

void
frame_release(struct frame *frame)
{
	free(frame->cells);
	*frame = (struct frame)FRAME_INIT;
}

struct cell *
frame_cell(const struct frame *frame, int row, int column)
{
	if (row < 0 || row >= frame->rows || column < 0 ||
	    column >= frame->columns)
		return NULL;
	return &frame->cells[(size_t)row * (size_t)frame->columns +
			     (size_t)column];
}

/* Before a cell is overwritten: no half of a wide character stays behind. */
static void
frame_free_cell(struct frame *frame, int row, int column)
{
	struct cell *cell = frame_cell(frame, row, column);
	struct cell *other;
	uint8_t style = cell->style;

	if (cell->width == 1)
		return;
	other = frame_cell(frame, row,
			   cell->width == 2 ? column + 1 : column - 1);
	if (other) {
		*other = frame_blank;
		other->style = style;
	}
	*cell = frame_blank;
	cell->style = style;
}

uint32_t
frame_safe(uint32_t cp)
{
	enum filter_verdict verdict = filter_code_point(cp, SINK_SCREEN);

	if (cp == '\t' || cp == '\n')
		return ' ';
	return verdict == FILTER_KEEP || verdict == FILTER_JOINER ? cp : 0xfffd;
}

bool
frame_put_cell(struct frame *frame, int row, int column,
	       const struct cell *cell)
{
	struct cell *to = frame_cell(frame, row, column);
	int i;

	if (!to || (cell->width == 2 && column + 1 >= frame->columns))
		return false;
	frame_free_cell(frame, row, column);
	if (cell->width == 2)
		frame_free_cell(frame, row, column + 1);
	*to = *cell;
	to->base = cell->base ? frame_safe(cell->base) : 0;
	if (to->mark_count > CELL_MARKS_MAX)
		to->mark_count = CELL_MARKS_MAX;
	for (i = 0; i < to->mark_count; i++)
		to->marks[i] = frame_safe(cell->marks[i]);
	if (cell->width == 2) {
		to[1] = frame_blank;
		to[1].width = 0;
		to[1].style = cell->style;
	}
	return true;
}

void
frame_fill(struct frame *frame, int row, int column, int width,
	   enum style style, uint32_t cp)
{
	struct cell cell = {.base = cp, .width = 1, .style = (uint8_t)style};
	int i;

	for (i = 0; i < width && column + i < frame->columns; i++)
		frame_put_cell(frame, row, column + i, &cell);
}

void
frame_paste(struct frame *frame, int row, int column, const struct frame *from)
{
	const struct cell *cell;
	int i, j;

	for (i = 0; i < from->rows; i++) {
		for (j = 0; j < from->columns; j++) {
			cell = frame_cell(from, i, j);
			if (cell->width > 0)
				frame_put_cell(frame, row + i, column + j,
					       cell);
		}
	}
}

void
frame_restyle(struct frame *frame, int row, int column, int width,
	      enum style style)
{
	struct cell *cell;
	int i;

	for (i = 0; i < width && column + i < frame->columns; i++) {
		cell = frame_cell(frame, row, column + i);
		if (cell)
			cell->style = (uint8_t)style;
	}
}
