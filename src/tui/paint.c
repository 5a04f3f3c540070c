/* A frame on the screen: written by paint_rows.c, or, on a terminal that asks
 * for more than that knows, by curses, row by row. */
#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "lectern/memory.h"
#include "tui_private.h"

static struct frame paint_shown; /* what is on the screen now */
static bool paint_is_unknown;	 /* another program has been there */
static cchar_t *paint_row_cells;

/* What stands for the program's own signs where the locale has none. */
static const struct {
	uint32_t sign;
	char instead;
} paint_plain[] = {
	{0x2502, '|'},	{0x2500, '-'}, {0x258c, '|'}, {0x2588, '#'},
	{0x2026, '~'},	{0x00b7, '-'}, {0x2013, '-'}, {0x2014, '-'},
	{0x2011, '-'},	{0x00a0, ' '}, {0x202f, ' '}, {0x2018, '\''},
	{0x2019, '\''}, {0x201c, '"'}, {0x201d, '"'}, {0x00ab, '"'},
	{0x00bb, '"'},	{0x2192, '>'}, {0x203a, '>'}, {0x253c, '+'},
	{0x2022, '*'},	{0x2713, 'v'}, {0x25a0, 'x'}, {0x25b8, '>'},
	{0x2591, '.'},
};

static bool
is_paint_utf8(void)
{
	return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

static bool
is_paint_writable(uint32_t cp)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state;

	memset(&state, 0, sizeof state);
	return wcrtomb(bytes, (wchar_t)cp, &state) != (size_t)-1;
}

/* Latin, Greek and Cyrillic letters, of which most texts are. */
static bool
is_paint_simple(uint32_t cp)
{
	return (cp >= ' ' && cp < 0x7f) || (cp >= 0xc0 && cp < 0x250) ||
	       (cp >= 0x391 && cp < 0x3ca) || (cp >= 0x400 && cp < 0x482);
}

wchar_t
paint_base(uint32_t cp, int width, bool is_utf8, size_t *lost)
{
	if (cp == 0)
		return L' ';
	if (width == 1 && is_paint_simple(cp) && (is_utf8 || cp < 0x7f))
		return (wchar_t)cp;
	if ((is_utf8 || is_paint_writable(cp)) && wcwidth((wchar_t)cp) == width)
		return (wchar_t)cp;
	for (size_t i = 0; i < sizeof paint_plain / sizeof *paint_plain; i++)
		if (paint_plain[i].sign == cp)
			return (wchar_t)paint_plain[i].instead;
	/* One cell narrower than thought: a space follows. */
	if (is_utf8 && width == 2 && wcwidth((wchar_t)cp) == 1)
		return (wchar_t)cp;
	(*lost)++;
	return L'?';
}

bool
is_paint_mark(uint32_t cp, bool is_utf8)
{
	return wcwidth((wchar_t)cp) == 0 && (is_utf8 || is_paint_writable(cp));
}

static void
paint_cell(cchar_t *out, const struct cell *cell, wchar_t base, bool is_utf8)
{
	struct theme_look look = theme_look((enum style)cell->style);
	wchar_t text[CELL_MARKS_MAX + 2];
	size_t len = 0;

	text[len++] = base;
	for (size_t i = 0; i < cell->mark_count && base != L'?'; i++)
		if (is_paint_mark(cell->marks[i], is_utf8))
			text[len++] = (wchar_t)cell->marks[i];
	text[len] = L'\0';
	if (setcchar(out, text, look.attributes, look.pair, NULL) != OK)
		setcchar(out, L"?", look.attributes, look.pair, NULL);
}

static void
paint_row(const struct frame *frame, int row, bool is_utf8)
{
	size_t lost = 0;
	int count = 0;

	for (int column = 0; column < frame->columns; column++) {
		const struct cell *cell = frame_cell(frame, row, column);
		struct cell space = *cell;
		int width = cell->width == 2 ? 2 : 1;
		wchar_t base;

		if (cell->width == 0 && cell->base != 0)
			continue;
		base = paint_base(cell->base, width, is_utf8, &lost);
		paint_cell(&paint_row_cells[count++], cell, base, is_utf8);
		if (width == 2)
			column++;
		if (width == 2 && wcwidth(base) == 1) {
			space.base = 0;
			space.mark_count = 0;
			paint_cell(&paint_row_cells[count++], &space, L' ',
				   is_utf8);
		}
	}
	mvadd_wchnstr(row, 0, paint_row_cells, count);
}

/* Characters that the locale cannot write. */
static size_t
paint_count_lost(const struct frame *frame)
{
	size_t lost = 0;

	for (int row = 0; row < frame->rows; row++)
		for (int column = 0; column < frame->columns; column++) {
			const struct cell *cell =
				frame_cell(frame, row, column);

			if (cell->width > 0)
				paint_base(cell->base, cell->width, false,
					   &lost);
		}
	return lost;
}

/* By curses, which finds out by itself what is other than before. */
static void
paint_by_curses(const struct frame *frame, bool is_utf8)
{
	paint_row_cells =
		mem_realloc(paint_row_cells, (size_t)frame->columns + 1,
			    sizeof *paint_row_cells);
	for (int row = 0; row < frame->rows; row++)
		paint_row(frame, row, is_utf8);
}

static bool
has_paint_cursor(const struct frame *frame)
{
	return frame->cursor_row >= 0 && frame->cursor_row < frame->rows &&
	       frame->cursor_column >= 0 &&
	       frame->cursor_column < frame->columns;
}

size_t
paint_frame(const struct frame *frame, bool whole)
{
	bool is_utf8 = is_paint_utf8(), has_cursor = has_paint_cursor(frame);

	if (paint_shown.rows != frame->rows ||
	    paint_shown.columns != frame->columns) {
		frame_resize(&paint_shown, frame->rows, frame->columns);
		whole = true;
	}
	whole = whole || paint_is_unknown;
	paint_is_unknown = false;
	curs_set(has_cursor ? 1 : 0);
	if (emit_is_ready()) {
		paint_rows(frame, &paint_shown, whole, is_utf8);
		if (has_cursor)
			emit_move(frame->cursor_row, frame->cursor_column);
		emit_flush();
	} else {
		paint_by_curses(frame, is_utf8);
		if (has_cursor)
			move(frame->cursor_row, frame->cursor_column);
		refresh();
	}
	return is_utf8 ? 0 : paint_count_lost(frame);
}

void
paint_forget(void)
{
	paint_is_unknown = true;
}

void
paint_release(void)
{
	paint_rows_release();
	frame_release(&paint_shown);
	paint_shown = (struct frame)FRAME_INIT;
	free(paint_row_cells);
	paint_row_cells = NULL;
}
