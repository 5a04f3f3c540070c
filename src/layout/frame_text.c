/* Words put on one row of a frame: labels, heads, titles, status. */
#include <string.h>

#include "lectern/utf8.h"
#include "text_private.h"
#include "width.h"

/* More cells than any row has. */
#define FRAME_LINE_MAX (1 << 24)

/* Cells from 'column' on that lie in the frame, at most 'width'. */
static int
frame_room(const struct frame *frame, int row, int column, int width)
{
	if (row < 0 || row >= frame->rows)
		return 0;
	if (width > frame->columns - column)
		width = frame->columns - column;
	return width > 0 ? width : 0;
}

static bool
frame_has_right_to_left(const char *text, size_t len)
{
	uint32_t cp;
	size_t at = 0;

	while (at < len) {
		at += utf8_decode(text + at, len - at, &cp);
		if (cp != UTF8_BAD && bidi_may_be_right_to_left(cp))
			return true;
	}
	return false;
}

/* What of a line fits into 'width' cells, counted from its beginning. */
static void
frame_shorten_line(const struct text *text, struct text_line *line, int width)
{
	size_t i;
	int used = 0;

	for (i = line->first; i < line->first + line->count; i++) {
		if (used + text->glyphs[i].width > width)
			break;
		used += text->glyphs[i].width;
	}
	line->count = i - line->first;
	line->width = used;
}

/* As frame_put_bytes(), for text of which a part runs from the right. */
static int
frame_put_ordered(struct frame *frame, int row, int column, int width,
		  enum style style, const char *words, size_t len)
{
	struct text text = TEXT_INIT;
	struct buffer one_line = BUFFER_INIT;
	size_t i;
	int used = 0;

	buffer_append(&one_line, words, len);
	for (i = 0; i < len; i++)
		if (one_line.data[i] == '\n' || one_line.data[i] == '\t')
			one_line.data[i] = ' ';
	text_layout(&text, one_line.data, len, style, NULL, 0, FRAME_LINE_MAX,
		    true);
	if (text.line_count) {
		frame_shorten_line(&text, &text.lines[0], width);
		used = text.lines[0].width;
		text_draw_line(&text, 0, frame, row, column, used);
	}
	text_release(&text);
	buffer_release(&one_line);
	return used;
}

int
frame_put_bytes(struct frame *frame, int row, int column, int width,
		enum style style, const char *text, size_t len)
{
	struct cell_reader reader;
	struct cell cell;
	int used = 0;

	width = frame_room(frame, row, column, width);
	if (!frame->leave_direction && frame_has_right_to_left(text, len))
		return frame_put_ordered(frame, row, column, width, style, text,
					 len);
	cell_reader_init(&reader, text, len);
	while (used < width && cell_reader_next(&reader, &cell)) {
		if (used + cell.width > width)
			break;
		cell.style = (uint8_t)style;
		frame_put_cell(frame, row, column + used, &cell);
		used += cell.width;
	}
	return used;
}

int
frame_put(struct frame *frame, int row, int column, int width, enum style style,
	  const char *text)
{
	return frame_put_bytes(frame, row, column, width, style, text,
			       strlen(text));
}

/* Bytes of text that fit into 'width' cells; all of them: its length. */
static size_t
frame_fitting(const char *text, size_t len, int width)
{
	struct cell_reader reader;
	struct cell cell;
	size_t fits = 0;

	cell_reader_init(&reader, text, len);
	while (cell_reader_next(&reader, &cell)) {
		width -= cell.width;
		if (width < 0)
			return fits;
		fits = reader.has_piece ? reader.piece.source : len;
	}
	return len;
}

int
frame_put_cut(struct frame *frame, int row, int column, int width,
	      enum style style, const char *text)
{
	size_t len = strlen(text);
	struct buffer cut = BUFFER_INIT;
	int used;

	width = frame_room(frame, row, column, width);
	if (!width || frame_fitting(text, len, width) == len)
		return frame_put(frame, row, column, width, style, text);
	buffer_append(&cut, text, frame_fitting(text, len, width - 1));
	buffer_append_string(&cut, "…");
	used = frame_put(frame, row, column, width, style, cut.data);
	buffer_release(&cut);
	return used;
}
