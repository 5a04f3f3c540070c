/*
 * meetings_rows.h - rows of the list of meetings: read from the index around
 * what is shown, never all; and drawn in columns that fit what they hold.
 */
#ifndef LECTERN_VIEW_MEETINGS_ROWS_H
#define LECTERN_VIEW_MEETINGS_ROWS_H

#include "lectern/app.h"
#include "lectern/frame.h"
#include "lectern/store.h"
#include "lectern/view.h"

struct meetings_view {
	struct view base;
	struct buffer filter;  /* words; "" for all */
	struct buffer trouble; /* why the index could not be read */
	bool is_loaded;	       /* count and window are of now */
	size_t count;	       /* meetings there are */
	size_t mark, first;    /* marked; first in view */
	struct store_meetings window;
	size_t window_at; /* index of the window's first row */
	char *wanted;	  /* id to mark again after a reload, or NULL */
};

struct meetings_widths {
	int total, date, name, languages, findings;
};

/* Count, where that is not known yet. */
void meetings_load(struct meetings_view *view);

/* Have rows [first, first + count) in the window. */
void meetings_read(struct meetings_view *view, size_t first, size_t count);

/* A row in the window, or NULL; belongs to the view until the next read. */
const struct store_meeting *meetings_row(const struct meetings_view *view,
					 size_t index);

/* Lines a meeting takes in this width: one, or two where it is narrow. */
int meetings_row_height(int width);

void meetings_measure(const struct meetings_view *view, int width,
		      struct meetings_widths *widths);
void meetings_draw_row(const struct store_meeting *meeting,
		       const struct meetings_widths *widths,
		       struct frame *frame, int row, bool is_marked);

#endif
