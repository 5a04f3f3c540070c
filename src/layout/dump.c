/* A frame as text, for tests and for standard output. */
#include "lectern/frame.h"
#include "width.h"

static bool
frame_is_space(const struct cell *cell)
{
	return (cell->base == 0 || cell->base == ' ') && !cell->mark_count &&
	       cell->width == 1;
}

static void
frame_append_cell(const struct cell *cell, struct buffer *out)
{
	int i;

	if (!cell->width)
		return;
	buffer_append_char(out, cell->base ? frame_safe(cell->base) : ' ');
	for (i = 0; i < cell->mark_count; i++)
		buffer_append_char(out, frame_safe(cell->marks[i]));
}

/* Cells of a row up to the last that is not a plain space. */
static int
frame_row_length(const struct frame *frame, int row)
{
	int end = frame->columns;

	while (end > 0 && frame_is_space(frame_cell(frame, row, end - 1)))
		end--;
	return end;
}

void
frame_row_text(const struct frame *frame, int row, struct buffer *out)
{
	int column, end;

	if (row < 0 || row >= frame->rows)
		return;
	end = frame_row_length(frame, row);
	for (column = 0; column < end; column++)
		frame_append_cell(frame_cell(frame, row, column), out);
}

void
frame_dump(const struct frame *frame, struct buffer *out)
{
	int row;

	for (row = 0; row < frame->rows; row++) {
		frame_row_text(frame, row, out);
		buffer_append_byte(out, '\n');
	}
}

static void
frame_dump_row_styles(const struct frame *frame, int row, struct buffer *out)
{
	int column, end = frame_row_length(frame, row);
	uint8_t style = STYLE_TEXT;
	const struct cell *cell;

	for (column = 0; column < end; column++) {
		cell = frame_cell(frame, row, column);
		if (cell->style != style && style != STYLE_TEXT)
			buffer_append_byte(out, '}');
		if (cell->style != style && cell->style != STYLE_TEXT)
			buffer_printf(out, "{%s:", style_name(cell->style));
		style = cell->style;
		frame_append_cell(cell, out);
	}
	if (style != STYLE_TEXT)
		buffer_append_byte(out, '}');
	buffer_append_byte(out, '\n');
}

void
frame_dump_styles(const struct frame *frame, struct buffer *out)
{
	int row;

	for (row = 0; row < frame->rows; row++)
		frame_dump_row_styles(frame, row, out);
}
