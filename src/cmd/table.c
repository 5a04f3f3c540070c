/* Rows of text in columns that never cut a word. */
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "lectern/text.h"

#define TABLE_GAP 2
/* A text wider than this is wrapped however much room there is. */
#define TABLE_WIDTH_MAX	  500
#define TABLE_COLUMNS_MAX 8
#define NO_BREAK_SPACE	  0xa0

static int
table_min(int a, int b)
{
	return a < b ? a : b;
}

void
table_measure(struct table_column *column, const char *text)
{
	int width = table_min(text_width(text, strlen(text)), TABLE_WIDTH_MAX);
	size_t len;

	if (width > column->width)
		column->width = width;
	while (*text) {
		len = strcspn(text, " \n");
		width = table_min(text_width(text, len), TABLE_WIDTH_MAX);
		if (width > column->least)
			column->least = width;
		text += len;
		text += strspn(text, " \n");
	}
}

static int
table_width(const struct table_column *columns, size_t count)
{
	int width = 0;
	size_t i;

	for (i = 0; i < count; i++)
		if (columns[i].width)
			width += columns[i].width + TABLE_GAP;
	return width ? width - TABLE_GAP : 0;
}

/* The widest column that can give a cell, or NULL. */
static struct table_column *
table_giver(struct table_column *columns, size_t count)
{
	struct table_column *giver = NULL;
	size_t i;

	for (i = 0; i < count; i++)
		if (columns[i].gives_way &&
		    columns[i].width > columns[i].least &&
		    (!giver || columns[i].width > giver->width))
			giver = &columns[i];
	return giver;
}

bool
table_fit(struct table_column *columns, size_t count, int total)
{
	struct table_column *giver;

	while (table_width(columns, count) > total) {
		giver = table_giver(columns, count);
		if (!giver)
			return false;
		giver->width--;
	}
	return true;
}

/* No-break spaces have done their work once lines are broken; in the output
 * they would only trip whoever searches it. */
static void
table_plain_spaces(struct frame *frame)
{
	size_t i, count = (size_t)frame->rows * (size_t)frame->columns;

	for (i = 0; i < count; i++)
		if (frame->cells[i].base == NO_BREAK_SPACE)
			frame->cells[i].base = ' ';
}

static void
table_draw(struct frame *frame, const struct text *text, int column, int width)
{
	size_t line;

	for (line = 0; line < text->line_count; line++)
		text_draw_line(text, line, frame, (int)line, column, width);
}

void
table_row(struct output *out, const struct table_column *columns,
	  const struct table_cell *cells, size_t count)
{
	struct text texts[TABLE_COLUMNS_MAX] = {TEXT_INIT};
	struct frame frame = FRAME_INIT;
	int column = 0, rows = 1;
	size_t i;

	for (i = 0; i < count; i++) {
		if (!columns[i].width)
			continue;
		texts[i].leave_direction = isatty(STDOUT_FILENO) != 1;
		text_layout(&texts[i], cells[i].text, strlen(cells[i].text),
			    cells[i].style, NULL, 0, columns[i].width, false);
		if ((int)texts[i].line_count > rows)
			rows = (int)texts[i].line_count;
	}
	frame_resize(&frame, rows, table_width(columns, count));
	for (i = 0; i < count; i++) {
		if (!columns[i].width)
			continue;
		table_draw(&frame, &texts[i], column, columns[i].width);
		column += columns[i].width + TABLE_GAP;
		text_release(&texts[i]);
	}
	table_plain_spaces(&frame);
	output_frame(out, &frame);
	frame_release(&frame);
}

void
table_text(struct output *out, const char *text, enum style style, int indent,
	   int width)
{
	table_marked(out, text, style, NULL, 0, indent, width);
}

void
table_marked(struct output *out, const char *text, enum style style,
	     const struct styled_span *spans, size_t span_count, int indent,
	     int width)
{
	struct text lines = TEXT_INIT;
	struct frame frame = FRAME_INIT;
	int room = width > indent ? width - indent : 1;

	lines.leave_direction = isatty(STDOUT_FILENO) != 1;
	text_layout(&lines, text, strlen(text), style, spans, span_count, room,
		    false);
	frame_resize(&frame, (int)lines.line_count, indent + room);
	table_draw(&frame, &lines, indent, room);
	table_plain_spaces(&frame);
	output_frame(out, &frame);
	frame_release(&frame);
	text_release(&lines);
}
