/*
 * sheet.h - notes on paper: where columns, heads and feet stand on a page,
 * what each piece looks like, and the pages drawn.
 */
#ifndef PRINT_SHEET_H
#define PRINT_SHEET_H

#include <cairo.h>

#include "lectern/pages.h"
#include "paragraph.h"

#define SHEET_REMEMBERED 4096

struct sheet {
	const struct content *content;
	struct type *type;
	struct pages pages;
	bool is_mirrored;    /* from right to left */
	double size;	     /* of the text */
	double pitch;	     /* distance of its lines */
	double number_width; /* of the numbers' column; 0: no numbers */
	double gutter, column_width;
	double top, bottom; /* of the text, from the page's top */
	double most;	    /* the lowest that a text may reach, for a
			     * sentence that needs it */
	double small;	    /* size of heads and feet, as a share */
	/* Heights are asked for several times. */
	struct sheet_height {
		const struct notes_piece *piece;
		size_t column, start, end;
		double height;
	} remembered[SHEET_REMEMBERED];
};

/* Divide the content into pages. Never fails; the caller releases it. */
void sheet_init(struct sheet *sheet, const struct content *content,
		struct type *type);
void sheet_release(struct sheet *sheet);

/* Draw a page. Rows are tagged for readers of the file's structure. */
void sheet_draw(struct sheet *sheet, cairo_t *cr, size_t page);

/* The left edge of a column's text. */
double sheet_column_x(const struct sheet *sheet, size_t column);

/* Set a part of a piece: its indent, and the lines. */
double sheet_indent(struct sheet *sheet, size_t column,
		    const struct notes_piece *piece);
void sheet_set_part(struct sheet *sheet, const struct notes_row *row,
		    size_t column, const struct notes_piece *piece,
		    size_t start, size_t end, struct paragraph *paragraph);
/* One line of the program's own. */
void sheet_set_line(struct sheet *sheet, size_t column, const char *text,
		    const struct paragraph_style *style,
		    struct paragraph *paragraph);

#endif
