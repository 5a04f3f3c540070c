/* Where everything stands. */
#include "sheet.h"

#include <string.h>

/* In sizes of the text. Few sizes are calm to look at. */
#define SHEET_GUTTER  1.6
#define SHEET_NUMBER  2.1
#define SHEET_INDENT  1.3 /* of a list, a level */
#define SHEET_HANG    1.2 /* least room of a marker */
#define SHEET_LESSER  0.8 /* of what leads to the text */
#define SHEET_SMALLER 0.62

/* Points: type below this is not read standing. */
#define SHEET_SMALL_LEAST 8.0

static const struct paragraph_style sheet_piece_styles[NOTES_PIECE_KINDS] = {
	[NOTES_TEXT] = {.size = 1},
	[NOTES_ITEM] = {.size = 1},
	[NOTES_SUBHEADING] = {.size = 1, .is_bold = true},
	[NOTES_QUOTE] = {.size = 1, .is_italic = true},
	[NOTES_VERBATIM] = {.size = SHEET_LESSER, .is_mono = true},
	[NOTES_CUE] = {.size = SHEET_LESSER, .is_italic = true, .grey = 0.25},
	[NOTES_STAND_IN] = {.size = 1},
	[NOTES_SYMBOLS] = {.size = SHEET_LESSER, .grey = 0.25},
	[NOTES_TAG] = {.size = SHEET_LESSER, .is_italic = true, .grey = 0.2},
	[NOTES_COMMENT] = {.size = SHEET_LESSER, .grey = 0.3},
};

static const struct paragraph_style sheet_row_styles[NOTES_ROW_KINDS] = {
	[NOTES_ROW_TITLE] = {.size = 1.25, .is_bold = true},
	[NOTES_ROW_FACTS] = {.size = SHEET_LESSER},
	[NOTES_ROW_SHEET] = {.size = 1.25, .is_bold = true, .is_italic = true},
	[NOTES_ROW_HEADING] = {.size = 1.1, .is_bold = true},
	[NOTES_ROW_MINUTES] = {.size = SHEET_LESSER, .grey = 0.25},
};

/* A cue that leads to no text is itself what is spoken from. */
static bool
is_sheet_lead(const struct notes_cell *cell)
{
	size_t i;

	for (i = 0; i < cell->count; i++)
		if (cell->pieces[i].kind != NOTES_CUE &&
		    cell->pieces[i].kind != NOTES_SYMBOLS &&
		    cell->pieces[i].kind != NOTES_TAG &&
		    cell->pieces[i].kind != NOTES_COMMENT)
			return true;
	return false;
}

/* A row of heads has one style but for what is a tag in it; that of a point
 * is by piece. */
static const struct paragraph_style *
sheet_style(const struct notes_row *row, size_t column,
	    const struct notes_piece *piece)
{
	enum notes_piece_kind kind = piece->kind;

	if (row->kind == NOTES_ROW_MINUTES ||
	    (row->kind != NOTES_ROW_POINT &&
	     (kind == NOTES_TEXT || kind == NOTES_SUBHEADING)))
		return &sheet_row_styles[row->kind];
	if (kind == NOTES_CUE && !is_sheet_lead(&row->cells[column]))
		kind = NOTES_TEXT;
	return &sheet_piece_styles[kind];
}

/* --- setting --- */

void
sheet_set_line(struct sheet *sheet, size_t column, const char *text,
	       const struct paragraph_style *style, struct paragraph *paragraph)
{
	const struct paragraph_setup setup = {
		.column = column, .text = text, .style = *style, .width = -1};

	paragraph_set(sheet->type, &setup, paragraph);
}

double
sheet_indent(struct sheet *sheet, size_t column,
	     const struct notes_piece *piece)
{
	const struct paragraph_style *style = &sheet_piece_styles[piece->kind];
	double indent = (piece->depth > 1 ? piece->depth - 1 : 0) *
			SHEET_INDENT * sheet->size;
	double hang = SHEET_HANG * sheet->size * style->size, width;
	struct paragraph marker;

	if (piece->kind == NOTES_QUOTE)
		indent += SHEET_INDENT * sheet->size;
	if (*piece->marker) {
		sheet_set_line(sheet, column, piece->marker, style, &marker);
		width = paragraph_width(&marker) + 0.4 * sheet->size;
		paragraph_release(&marker);
		indent += width > hang ? width : hang;
	} else if (piece->kind == NOTES_ITEM) {
		indent += hang;
	}
	return indent > sheet->column_width / 2 ? sheet->column_width / 2
						: indent;
}

void
sheet_set_part(struct sheet *sheet, const struct notes_row *row, size_t column,
	       const struct notes_piece *piece, size_t start, size_t end,
	       struct paragraph *paragraph)
{
	struct paragraph_setup setup = {
		.column = column,
		.piece = piece,
		.start = start,
		.end = end,
		.style = *sheet_style(row, column, piece)};

	setup.width = sheet->column_width - sheet_indent(sheet, column, piece);
	setup.is_right = row->kind == NOTES_ROW_MINUTES;
	paragraph_set(sheet->type, &setup, paragraph);
}

/* --- dividing --- */

static double
sheet_height(void *data, const struct notes_row *row, size_t column,
	     const struct notes_piece *piece, size_t start, size_t end)
{
	struct sheet *sheet = data;
	size_t slot = ((size_t)piece / sizeof *piece + end) % SHEET_REMEMBERED;
	struct sheet_height *known = &sheet->remembered[slot];
	struct paragraph paragraph;

	if (known->piece == piece && known->column == column &&
	    known->start == start && known->end == end)
		return known->height;
	sheet_set_part(sheet, row, column, piece, start, end, &paragraph);
	*known = (struct sheet_height){piece, column, start, end,
				       paragraph_height(&paragraph)};
	paragraph_release(&paragraph);
	return known->height;
}

static double
sheet_row_gap(void *data, const struct notes_row *row)
{
	const struct sheet *sheet = data;

	switch (row->kind) {
	case NOTES_ROW_HEADING:
	case NOTES_ROW_SHEET:
		return 0.9 * sheet->pitch;
	case NOTES_ROW_MINUTES:
		return 0.1 * sheet->pitch;
	default:
		return 0.45 * sheet->pitch;
	}
}

/* What a paragraph is led by stands close to it. */
static double
sheet_piece_gap(void *data, const struct notes_cell *cell, size_t piece)
{
	const struct sheet *sheet = data;
	enum notes_piece_kind before = cell->pieces[piece - 1].kind;
	enum notes_piece_kind kind = cell->pieces[piece].kind;

	if (before == NOTES_CUE || before == NOTES_SYMBOLS ||
	    before == NOTES_TAG || kind == NOTES_TAG || kind == NOTES_ITEM ||
	    kind == NOTES_COMMENT)
		return 0.08 * sheet->pitch;
	return 0.3 * sheet->pitch;
}

static const struct pages_ops sheet_ops = {
	.height = sheet_height,
	.row_gap = sheet_row_gap,
	.piece_gap = sheet_piece_gap,
};

/* --- the page --- */

double
sheet_column_x(const struct sheet *sheet, size_t column)
{
	const struct notes_paper *paper = &sheet->content->paper;
	double step = sheet->column_width + sheet->gutter;

	if (sheet->is_mirrored)
		return paper->width - paper->margin - sheet->number_width -
		       sheet->column_width - (double)column * step;
	return paper->margin + sheet->number_width + (double)column * step;
}

static void
sheet_plan(struct sheet *sheet)
{
	const struct notes_paper *paper = &sheet->content->paper;
	const struct notes *notes = &sheet->content->notes;
	double columns = (double)notes->language_count;
	double small, room;

	sheet->is_mirrored = sheet->content->is_right_to_left[0];
	sheet->size = paper->size;
	sheet->pitch = paper->size * paper->spacing;
	sheet->small = SHEET_SMALLER;
	if (sheet->small * paper->size < SHEET_SMALL_LEAST)
		sheet->small = SHEET_SMALL_LEAST / paper->size;
	small = sheet->small * paper->size * 1.45;
	if (is_notes_numbered(notes))
		sheet->number_width = SHEET_NUMBER * paper->size;
	sheet->gutter = SHEET_GUTTER * paper->size;
	sheet->column_width =
		(paper->width - 2 * paper->margin - sheet->number_width -
		 (columns - 1) * sheet->gutter) /
		columns;
	/* Over the text: classification, running head, space. Under it: the
	 * catchword, which page, classification. */
	sheet->top =
		paper->margin + (*notes->classification ? 2.8 : 1.8) * small;
	sheet->most = paper->height - paper->margin -
		      (*notes->classification ? 3.4 : 2.4) * small;
	sheet->bottom = sheet->most;
	room = paper->height * (1 - paper->foot_room) - 1.3 * small;
	if (paper->foot_room > 0 && room < sheet->bottom)
		sheet->bottom = room;
}

void
sheet_init(struct sheet *sheet, const struct content *content,
	   struct type *type)
{
	struct pages_setup setup = {
		.notes = &content->notes, .ops = &sheet_ops, .data = sheet};

	memset(sheet, 0, sizeof *sheet);
	sheet->content = content;
	sheet->type = type;
	sheet_plan(sheet);
	setup.height = sheet->bottom - sheet->top;
	setup.most = sheet->most - sheet->top;
	setup.line = sheet->pitch;
	pages_divide(&setup, &sheet->pages);
}

void
sheet_release(struct sheet *sheet)
{
	pages_release(&sheet->pages);
}
