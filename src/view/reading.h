/*
 * reading.h - points to be read out, one at a time.
 *
 * Nothing but the words: wide margins, an empty line between the lines, each
 * sentence from the margin, so that an eye that looked up finds its place.
 */
#ifndef LECTERN_VIEW_READING_H
#define LECTERN_VIEW_READING_H

#include "brief_view.h"

/* What is read, in order. */
struct reading_point {
	size_t item; /* of the brief */
	enum form form;
};

/* The points of a brief that is below this view, beginning with number
 * 'first'. The points are copied; there is at least one. */
struct view *view_reading_new(struct brief_view *brief,
			      const struct reading_point *points, size_t count,
			      size_t first);

/* From the marked point of the brief on; NULL where it has no points. */
struct view *view_reading_of_brief(struct brief_view *brief);

#endif
