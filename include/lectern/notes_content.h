/*
 * notes_content.h - notes as the content that lectern-print lays out: JSON.
 *
 * The screen and the reading commands link no Pango and no Cairo; pages are
 * made by another program of the package, which gets all of it through a pipe
 * and opens no file.
 */
#ifndef LECTERN_NOTES_CONTENT_H
#define LECTERN_NOTES_CONTENT_H

#include <stdbool.h>

#include "lectern/buffer.h"
#include "lectern/notes.h"

#define NOTES_SIZE_MIN	  10
#define NOTES_SIZE_MAX	  40
#define NOTES_SPACING_MIN 100
#define NOTES_SPACING_MAX 300
#define NOTES_MARGIN_MIN  5 /* mm */
#define NOTES_MARGIN_MAX  60

/* Points (1/72 inch), but where it says otherwise. */
struct notes_paper {
	double width, height, margin;
	double size;	     /* of the type */
	double spacing;	     /* distance of lines, in sizes */
	double foot_room;    /* share of the page that stays free at its foot */
	const char *font;    /* "serif", "sans", or a family */
	const char *media;   /* its name for a printer: "A4" */
	const char *created; /* ISO 8601, or "" */
	bool is_measured;    /* only count the pages */
};

/*
 * Set width, height and margin for "a4", "letter", "a5" or "a6"; false for
 * another name.
 */
bool notes_paper_set(struct notes_paper *paper, const char *name,
		     bool is_landscape);

/* How many columns of this type the paper holds: at least eight letters of
 * average width in a line. At least 1. */
size_t notes_paper_columns(const struct notes_paper *paper);

/* Append the content. */
void notes_content(const struct notes *notes, const struct notes_paper *paper,
		   struct buffer *out);

#endif
