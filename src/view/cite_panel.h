/*
 * cite_panel.h - what a point cites, in a panel under it.
 *
 * For each document its symbol, what the catalogue knows of it, its titles in
 * the languages of the columns, in these columns, and how often it is cited
 * elsewhere. The panel is lines under the point, which scroll with it; the
 * brief decides when it is open.
 */
#ifndef LECTERN_VIEW_CITE_PANEL_H
#define LECTERN_VIEW_CITE_PANEL_H

#include "lectern/app.h"
#include "lectern/arena.h"
#include "lectern/columns.h"
#include "lectern/vector.h"

struct cite_entry {
	const char *symbol;
	const char *paragraph; /* as cited: "para. 1"; "" for none */
	const struct instrument *instrument; /* NULL: not in the catalogue */
	bool is_counted;
	struct store_count elsewhere;
	struct text facts, titles[COLUMNS_MAX], count;
	int title_lines;
};

struct cite_panel {
	VECTOR(struct cite_entry) entries;
	struct arena arena;
	size_t chosen;
};

/* Empty it and fill it with what a point of a meeting cites, first what the
 * shown languages do. 'row' is the point's in the whole meeting. */
void cite_panel_fill(struct cite_panel *panel, struct app *app,
		     const struct meeting *meeting,
		     const struct aligned_row *point, int row,
		     const struct columns *columns);
void cite_panel_release(struct cite_panel *panel);

/* Break its words for the columns; before all that follows. */
void cite_panel_layout(struct cite_panel *panel, const struct columns *columns,
		       bool leave_direction);

/* Lines it takes; 0 where it is empty. */
int cite_panel_height(const struct cite_panel *panel);

/* Lines [start, end) of the chosen document. */
void cite_panel_chosen_lines(const struct cite_panel *panel, int *start,
			     int *end);

/* Draw lines [first, first + count) at row 'at' of the frame. */
void cite_panel_draw(const struct cite_panel *panel,
		     const struct columns *columns, struct frame *frame, int at,
		     int column, int first, int count);

#endif
