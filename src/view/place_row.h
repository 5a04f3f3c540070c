/*
 * place_row.h - a point of some meeting in a list: when, where, in which
 * languages, in columns that line up from row to row.
 */
#ifndef LECTERN_VIEW_PLACE_ROW_H
#define LECTERN_VIEW_PLACE_ROW_H

#include "lectern/frame.h"
#include "lectern/store.h"

#define PLACE_ROW_ONE_LINE 110 /* from this width words stand beside it */

struct place_row {
	const char *meeting, *short_name;
	const struct date_range *date;
	const char *section; /* NULL: the title of the meeting */
	int section_ordinal, point;
	const char *const *languages;
	size_t language_count;
};

struct place_widths {
	int date, name, place, languages;
};

/* Make the columns as wide as a row needs; begin with all 0. */
void place_row_measure(const struct place_row *row,
		       struct place_widths *widths);

/* Cells of all columns and the gaps after them. */
int place_widths_total(const struct place_widths *widths);

/* Draw it from 'column' on; what does not fit before 'end' is cut. */
void place_row_draw(const struct place_row *row,
		    const struct place_widths *widths, struct frame *frame,
		    int at, int column, int end);

#endif
