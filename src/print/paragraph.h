/*
 * paragraph.h - a piece of text as lines of type.
 *
 * Pango breaks, shapes and orders it, with a font of the system for every
 * script. Lines stand at a distance of our own, not the font's, so that a
 * word in another script does not push them apart. Nothing is drawn but what
 * can be selected and searched.
 *
 * All type is set at one size and drawn larger or smaller: glyphs are not
 * fitted to dots here, and for each size more Pango would look through all
 * fonts of the system.
 */
#ifndef PRINT_PARAGRAPH_H
#define PRINT_PARAGRAPH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <pango/pangocairo.h>

#include "content.h"
#include "lectern/vector.h"

/* How a piece looks. Sizes are shares of the text's. */
struct paragraph_style {
	double size;
	bool is_bold, is_italic, is_mono;
	double grey; /* 0: black */
};

/* Where all type is set. */
struct type {
	const struct content *content;
	PangoContext *contexts[MEETING_LANGUAGES_MAX]; /* a column's */
	VECTOR(uint32_t) missing; /* characters without a font, each once */
};

void type_init(struct type *type, const struct content *content);
void type_release(struct type *type);
/* Is there any font at all? */
bool has_type_font(const struct type *type);
/* Is there a family of that name? "serif", "sans" and "monospace" always. */
bool is_type_family(struct type *type, const char *family);

/* Lines of text, set. */
struct paragraph {
	PangoLayout *layout; /* at the size of the text */
	double scale;	     /* by which it is drawn */
	double line;	     /* distance of lines, as drawn; so are all here */
	double ascent;	     /* of the first baseline from the top */
	int line_count;
	double grey;
};

struct paragraph_setup {
	size_t column;
	const struct notes_piece *piece; /* NULL: 'text' as it is */
	size_t start, end;		 /* of the piece */
	const char *text;
	struct paragraph_style style;
	double width;  /* < 0: one line, as wide as it is */
	bool is_right; /* flush at the end of the line */
	bool is_centred;
};

/* The caller releases by paragraph_release(). */
void paragraph_set(struct type *type, const struct paragraph_setup *setup,
		   struct paragraph *paragraph);
void paragraph_release(struct paragraph *paragraph);
double paragraph_height(const struct paragraph *paragraph);
/* Of its widest line. */
double paragraph_width(const struct paragraph *paragraph);
/* Have its one line end in "…" at this width. */
void paragraph_cut(struct paragraph *paragraph, double width);
/* Draw it with its top left corner at (x, y). */
void paragraph_draw(const struct paragraph *paragraph, cairo_t *cr, double x,
		    double y);

#endif
