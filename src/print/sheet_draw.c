/* A page, drawn. */
#include <cairo-pdf.h>
#include <string.h>

#include "sheet.h"

#define SHEET_GREY 0.25
/* In sizes of the text: it is read aloud, like the text. */
#define SHEET_CATCHWORD 0.8

/* Where a line stands between the margins. */
enum sheet_place { SHEET_START, SHEET_MIDDLE, SHEET_END };

/* The tag of a row, for readers of the file's structure. */
static const char *
sheet_tag(const struct notes_row *row)
{
	switch (row->kind) {
	case NOTES_ROW_TITLE:
		return "H1";
	case NOTES_ROW_SHEET:
	case NOTES_ROW_HEADING:
		return "H2";
	default:
		return "P";
	}
}

/* --- heads and feet --- */

/* Draw one line of small type with its top at y, cut to 'most'. Returns its
 * width. */
static double
sheet_put_small(struct sheet *sheet, cairo_t *cr, const char *text,
		enum sheet_place place, double y, double most)
{
	const struct notes_paper *paper = &sheet->content->paper;
	const struct paragraph_style style = {.size = sheet->small,
					      .grey = SHEET_GREY};
	struct paragraph line;
	double width, x;
	bool is_end;

	if (!*text)
		return 0;
	sheet_set_line(sheet, 0, text, &style, &line);
	width = paragraph_width(&line);
	if (width > most) {
		paragraph_cut(&line, most);
		width = most;
	}
	is_end = (place == SHEET_END) != sheet->is_mirrored;
	x = is_end ? paper->width - paper->margin - width : paper->margin;
	if (place == SHEET_MIDDLE)
		x = (paper->width - width) / 2;
	paragraph_draw(&line, cr, x, y);
	paragraph_release(&line);
	return width;
}

static void
sheet_draw_head(struct sheet *sheet, cairo_t *cr, size_t index)
{
	const struct notes *notes = &sheet->content->notes;
	const struct notes_paper *paper = &sheet->content->paper;
	double small = sheet->small * sheet->size * 1.45;
	double wide = paper->width - 2 * paper->margin, y = paper->margin, used;

	if (*notes->classification) {
		sheet_put_small(sheet, cr, notes->classification, SHEET_MIDDLE,
				y, wide);
		y += small;
	}
	used = sheet_put_small(sheet, cr, notes->meeting, SHEET_START, y, wide);
	if (wide - used > 4 * sheet->size)
		sheet_put_small(sheet, cr, pages_running(&sheet->pages, index),
				SHEET_END, y, wide - used - sheet->size);
	cairo_set_source_rgb(cr, 0.6, 0.6, 0.6);
	cairo_set_line_width(cr, 0.4);
	cairo_move_to(cr, paper->margin, y + 0.95 * small);
	cairo_line_to(cr, paper->width - paper->margin, y + 0.95 * small);
	cairo_stroke(cr);
}

/* The catchword of a column, as many words of it as the column holds. */
static void
sheet_draw_catchword(struct sheet *sheet, cairo_t *cr, size_t column, double y,
		     struct buffer *words)
{
	const struct paragraph_style style = {.size = SHEET_CATCHWORD,
					      .is_italic = true};
	double x = sheet_column_x(sheet, column), width;
	struct paragraph line;
	char *space;

	for (;;) {
		sheet_set_line(sheet, column, words->data, &style, &line);
		width = paragraph_width(&line);
		space = strrchr(words->data, ' ');
		if (width <= sheet->column_width || !space)
			break;
		paragraph_release(&line);
		buffer_truncate(words, (size_t)(space - words->data));
	}
	if (!sheet->content->is_right_to_left[column])
		x += sheet->column_width - width;
	paragraph_draw(&line, cr, x, y);
	paragraph_release(&line);
}

static void
sheet_draw_catchwords(struct sheet *sheet, cairo_t *cr, size_t index, double y)
{
	struct buffer words = BUFFER_INIT;
	size_t i;

	for (i = 0; i < sheet->pages.columns; i++) {
		buffer_reset(&words);
		pages_catchword(&sheet->pages, index, i, &words);
		if (words.len)
			sheet_draw_catchword(sheet, cr, i, y, &words);
	}
	buffer_release(&words);
}

/* Where the text of a page ends: by its plan, but for a sentence that needs
 * more. */
static double
sheet_lowest(const struct sheet *sheet, size_t index)
{
	const struct page *page = &sheet->pages.list.items[index];
	const struct page_row *last;
	double lowest = sheet->bottom, end;

	if (page->row_count) {
		last = &sheet->pages.rows
				.items[page->first_row + page->row_count - 1];
		end = sheet->top + last->top + last->height;
		lowest = end > lowest ? end : lowest;
	}
	return lowest < sheet->most ? lowest : sheet->most;
}

static void
sheet_draw_foot(struct sheet *sheet, cairo_t *cr, size_t index)
{
	const struct notes *notes = &sheet->content->notes;
	const struct notes_paper *paper = &sheet->content->paper;
	double small = sheet->small * sheet->size * 1.45, used;
	double wide = paper->width - 2 * paper->margin;
	double y = paper->height - paper->margin - small;
	struct buffer number = BUFFER_INIT;

	sheet_draw_catchwords(sheet, cr, index,
			      sheet_lowest(sheet, index) + 0.1 * small);
	if (*notes->classification) {
		sheet_put_small(sheet, cr, notes->classification, SHEET_MIDDLE,
				y, wide);
		y -= small;
	}
	pages_number(&sheet->pages, notes, index, &number);
	used = sheet_put_small(sheet, cr, number.data, SHEET_END, y, wide);
	sheet_put_small(sheet, cr, notes->warning, SHEET_START, y,
			wide - used - sheet->size);
	buffer_release(&number);
}

/* --- rows --- */

/* A cue's sign is drawn and no character, so that it needs no font and is not
 * copied with the words. */
static void
sheet_draw_cue_sign(struct sheet *sheet, cairo_t *cr, size_t column, double x,
		    double y, double line)
{
	double size = 0.42 * sheet->size, middle = y + 0.52 * line;
	bool is_left = sheet->content->is_right_to_left[column];

	cairo_set_source_rgb(cr, SHEET_GREY, SHEET_GREY, SHEET_GREY);
	cairo_move_to(cr, is_left ? x + size : x, middle - size / 2);
	cairo_line_to(cr, is_left ? x : x + size, middle);
	cairo_line_to(cr, is_left ? x + size : x, middle + size / 2);
	cairo_fill(cr);
}

static void
sheet_draw_marker(struct sheet *sheet, cairo_t *cr, size_t column,
		  const struct notes_piece *piece, double x, double y,
		  const struct paragraph *text, double indent)
{
	const struct paragraph_style style = {.size = 1};
	double left =
		piece->depth > 1 ? (piece->depth - 1) * 1.3 * sheet->size : 0;
	bool is_right = sheet->content->is_right_to_left[column];
	struct paragraph marker;
	double width;

	if (left > indent)
		left = 0;
	if (piece->kind == NOTES_CUE) {
		width = 0.42 * sheet->size;
		sheet_draw_cue_sign(sheet, cr, column,
				    is_right ? x + sheet->column_width - width
					     : x,
				    y, text->line);
		return;
	}
	sheet_set_line(sheet, column, piece->marker, &style, &marker);
	width = paragraph_width(&marker);
	marker.ascent = text->ascent;
	paragraph_draw(&marker, cr,
		       is_right ? x + sheet->column_width - left - width
				: x + left,
		       y);
	paragraph_release(&marker);
}

/* The number of a point, its baseline that of the words beside it. */
static void
sheet_draw_number(struct sheet *sheet, cairo_t *cr, const char *words,
		  double ascent, double y)
{
	const struct paragraph_style style = {.size = 1};
	const struct notes_paper *paper = &sheet->content->paper;
	struct paragraph number;
	double x = paper->margin;

	if (!*words)
		return;
	sheet_set_line(sheet, 0, words, &style, &number);
	if (sheet->is_mirrored)
		x = paper->width - paper->margin - paragraph_width(&number);
	number.ascent = ascent;
	paragraph_draw(&number, cr, x, y);
	paragraph_release(&number);
}

/* 'number' stands before the first words of a row, else it is "". */
static void
sheet_draw_part(struct sheet *sheet, cairo_t *cr, const struct notes_row *row,
		size_t column, const struct page_part *part, double y,
		const char *number)
{
	const struct notes_piece *piece =
		&row->cells[column].pieces[part->piece];
	double x = sheet_column_x(sheet, column);
	double indent = sheet_indent(sheet, column, piece);
	struct paragraph text;

	sheet_set_part(sheet, row, column, piece, part->start, part->end,
		       &text);
	sheet_draw_number(sheet, cr, number, text.ascent, y);
	if (*piece->marker && part->start == 0)
		sheet_draw_marker(sheet, cr, column, piece, x, y, &text,
				  indent);
	if (!sheet->content->is_right_to_left[column])
		x += indent;
	paragraph_draw(&text, cr, x, y);
	paragraph_release(&text);
}

/* A bar in the margin: changed since it was last printed. */
static void
sheet_draw_change(struct sheet *sheet, cairo_t *cr, double y, double height)
{
	const struct notes_paper *paper = &sheet->content->paper;
	double x = paper->margin - 0.35 * sheet->size;

	if (sheet->is_mirrored)
		x = paper->width - x;
	cairo_set_source_rgb(cr, 0, 0, 0);
	cairo_set_line_width(cr, 1.2);
	cairo_move_to(cr, x, y);
	cairo_line_to(cr, x, y + height);
	cairo_stroke(cr);
}

static void
sheet_draw_row(struct sheet *sheet, cairo_t *cr, const struct page_row *on_page)
{
	const struct notes_row *row = on_page->row;
	double y = sheet->top + on_page->top;
	const struct page_part *part;
	bool is_first;
	size_t i, j;

	cairo_tag_begin(cr, sheet_tag(row), NULL);
	for (i = 0; i < sheet->pages.columns; i++)
		for (j = 0; j < on_page->count[i]; j++) {
			part = &sheet->pages.parts.items[on_page->first[i] + j];
			is_first = i == 0 && j == 0 && !on_page->is_begun;
			sheet_draw_part(sheet, cr, row, i, part, y + part->top,
					is_first ? row->number : "");
		}
	cairo_tag_end(cr, sheet_tag(row));
	if (row->is_changed)
		sheet_draw_change(sheet, cr, y, on_page->height);
}

void
sheet_draw(struct sheet *sheet, cairo_t *cr, size_t index)
{
	const struct page *page = &sheet->pages.list.items[index];
	size_t i;

	sheet_draw_head(sheet, cr, index);
	for (i = 0; i < page->row_count; i++)
		sheet_draw_row(sheet, cr,
			       &sheet->pages.rows.items[page->first_row + i]);
	sheet_draw_foot(sheet, cr, index);
}
