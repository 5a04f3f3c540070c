/*
 * cite_timeline.h - citations over time: which documents points cite, and in
 * which months; cite_timeline.c reads and prints it, cite_timeline_svg.c draws.
 */
#ifndef LECTERN_CMD_CITE_TIMELINE_H
#define LECTERN_CMD_CITE_TIMELINE_H

#include "cite_cmd.h"

/* The points of one meeting that cite a document. */
struct timeline_mark {
	struct date date;
	const char *meeting; /* short name, else id */
	int points;
};

struct timeline_row {
	const char *symbol, *title;
	int points;
	VECTOR(struct timeline_mark) marks; /* the oldest first */
};

struct timeline {
	VECTOR(struct timeline_row) rows; /* by symbol */
	struct date first, last;	  /* of all marks */
	int undated;			  /* points of meetings without a day */
	struct arena arena;
};

/* The drawing, as SVG 1.1. */
void timeline_draw_svg(const struct timeline *timeline, struct buffer *out);

#endif
