/* A frame on the screen: only rows that changed, marks with their base. */
#include <langinfo.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#include "lectern/memory.h"
#include "tui_private.h"

static struct frame paint_shown; /* what is on the screen now */
static cchar_t *paint_row_cells;

/* How characters without marks were last put to curses, which takes longer
 * over one than it takes to find it here. */
#define PAINT_KNOWN_MAX 512

static struct paint_known {
	wchar_t base; /* 0: nothing is known here */
	uint8_t style;
	cchar_t cell;
} paint_known[PAINT_KNOWN_MAX];

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

/* The character itself, or what can stand for it; counts what is lost. */
static wchar_t
paint_base(uint32_t cp, int width, bool is_utf8, size_t *lost)
{
	if (cp == 0)
		return L' ';
	if (cp >= 0x20 && cp < 0x7f && width == 1)
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

static void
paint_characters(cchar_t *out, const wchar_t *text, uint8_t style)
{
	struct theme_look look = theme_look((enum style)style);

	if (setcchar(out, text, look.attributes, look.pair, NULL) != OK)
		setcchar(out, L"?", look.attributes, look.pair, NULL);
}

static void
paint_alone(cchar_t *out, wchar_t base, uint8_t style)
{
	size_t place = ((size_t)base + (size_t)style * 37) % PAINT_KNOWN_MAX;
	struct paint_known *known = &paint_known[place];

	if (known->base != base || known->style != style) {
		paint_characters(&known->cell, (wchar_t[]){base, L'\0'}, style);
		known->base = base;
		known->style = style;
	}
	*out = known->cell;
}

static void
paint_marked(cchar_t *out, const struct cell *cell, wchar_t base, bool is_utf8)
{
	wchar_t text[CELL_MARKS_MAX + 2];
	size_t len = 0;

	text[len++] = base;
	for (size_t i = 0; i < cell->mark_count; i++) {
		wchar_t mark = (wchar_t)cell->marks[i];

		if (wcwidth(mark) == 0 &&
		    (is_utf8 || is_paint_writable(cell->marks[i])))
			text[len++] = mark;
	}
	text[len] = L'\0';
	paint_characters(out, text, cell->style);
}

static void
paint_cell(cchar_t *out, const struct cell *cell, wchar_t base, bool is_utf8)
{
	if (cell->mark_count == 0 || base == L'?')
		paint_alone(out, base, cell->style);
	else
		paint_marked(out, cell, base, is_utf8);
}

static size_t
paint_row(const struct frame *frame, int row, bool is_utf8)
{
	size_t lost = 0;
	int count = 0;

	for (int column = 0; column < frame->columns; column++) {
		const struct cell *cell = frame_cell(frame, row, column);
		int width = cell->width == 2 ? 2 : 1;
		wchar_t base;

		if (cell->width == 0 && cell->base != 0)
			continue;
		base = paint_base(cell->base, width, is_utf8, &lost);
		paint_cell(&paint_row_cells[count++], cell, base, is_utf8);
		if (width == 2)
			column++;
		if (width == 2 && wcwidth(base) == 1)
			paint_alone(&paint_row_cells[count++], L' ',
				    cell->style);
	}
	mvadd_wchnstr(row, 0, paint_row_cells, count);
	return lost;
}

/* Has the row changed since it was last shown? */
static bool
is_paint_row_old(const struct frame *frame, int row)
{
	size_t columns = (size_t)frame->columns;

	return memcmp(&paint_shown.cells[(size_t)row * columns],
		      &frame->cells[(size_t)row * columns],
		      columns * sizeof(struct cell)) != 0;
}

static void
paint_cursor(const struct frame *frame)
{
	if (frame->cursor_row < 0 || frame->cursor_row >= frame->rows ||
	    frame->cursor_column < 0 ||
	    frame->cursor_column >= frame->columns) {
		curs_set(0);
		return;
	}
	curs_set(1);
	move(frame->cursor_row, frame->cursor_column);
}

size_t
paint_frame(const struct frame *frame, bool whole)
{
	bool is_utf8 = is_paint_utf8();
	size_t lost = 0;

	if (paint_shown.rows != frame->rows ||
	    paint_shown.columns != frame->columns) {
		frame_resize(&paint_shown, frame->rows, frame->columns);
		paint_row_cells =
			mem_realloc(paint_row_cells, (size_t)frame->columns + 1,
				    sizeof *paint_row_cells);
		whole = true;
	}
	if (whole) /* the theme may be another */
		memset(paint_known, 0, sizeof paint_known);
	for (int row = 0; row < frame->rows; row++)
		if (whole || !is_utf8 || is_paint_row_old(frame, row))
			lost += paint_row(frame, row, is_utf8);
	memcpy(paint_shown.cells, frame->cells,
	       (size_t)frame->rows * (size_t)frame->columns *
		       sizeof(struct cell));
	paint_cursor(frame);
	whole_refresh();
	return lost;
}

void
paint_release(void)
{
	frame_release(&paint_shown);
	paint_shown = (struct frame)FRAME_INIT;
	free(paint_row_cells);
	paint_row_cells = NULL;
}
