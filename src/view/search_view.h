/*
 * search_view.h - searching the library as one types, as its own files see it.
 *
 * The words stand in the head line and are the view's own: letters are typed
 * into them, the other keys choose and open. Each change is asked of the index
 * when the screen is drawn, so that keys typed fast cost one question.
 */
#ifndef LECTERN_VIEW_SEARCH_VIEW_H
#define LECTERN_VIEW_SEARCH_VIEW_H

#include "lectern/app.h"
#include "lectern/search.h"
#include "lectern/view.h"
#include "place_row.h"
#include "prompt.h"

struct search_view {
	struct view base;
	struct prompt line;
	bool is_kept;  /* words of an earlier search: a letter replaces them */
	bool is_asked; /* the results are those of the words */
	bool is_wordless; /* words of some meetings are not indexed yet */
	struct search_results results;
	struct buffer trouble; /* why there are no results */
	size_t limit;	       /* results asked for */
	size_t mark, first;
	struct place_widths widths; /* of the results */
};

/* --- search_view.c --- */

/* Ask the index, where that was not done since the words changed. */
void search_view_ask(struct search_view *view);

/* --- search_page.c --- */

/* Results that the screen holds. */
size_t search_view_page(const struct search_view *view);
void search_view_measure(struct search_view *view);
void search_view_draw(struct view *view, struct frame *frame);

#endif
