/*
 * instrument_view.h - a cited document on the screen, as its own files see it.
 *
 * One list: what is known of the document; its text, where the library has
 * one, as the rows of a brief; every point of every meeting that cites it, the
 * oldest first. Only what is near the screen is laid out.
 */
#ifndef LECTERN_VIEW_INSTRUMENT_VIEW_H
#define LECTERN_VIEW_INSTRUMENT_VIEW_H

#include "lectern/app.h"
#include "lectern/arena.h"
#include "lectern/vector.h"
#include "lectern/view.h"
#include "brief_view.h"
#include "place_row.h"
#include "viewport.h"

/* A paragraph, with what it is at its left: "Russian", or nothing. */
struct instrument_fact {
	const char *label, *words;
	enum style style;
};

struct instrument_view {
	struct view base;
	char symbol[CITE_SYMBOL_MAX];
	char *languages; /* of the text's columns: "ru,en" */
	VECTOR(struct instrument_fact) facts;
	struct arena arena;	 /* holds them */
	struct brief_view *text; /* NULL: there is none */
	struct store_citing citing;
	struct viewport viewport; /* facts, text, a heading, points */
	int width, height;	  /* of the area last laid out for */
	int label_width;
	struct place_widths widths; /* of the points */
};

/* Which part an item belongs to, and its number there. */
enum instrument_part { PART_FACTS, PART_WORDS, PART_CITING_HEAD, PART_CITING };
enum instrument_part instrument_part(const struct instrument_view *view,
				     size_t item, size_t *index);

/* The first item of the text, and of the points that cite it. */
size_t instrument_text_item(const struct instrument_view *view);
size_t instrument_citing_item(const struct instrument_view *view);

/* Facts, text and points, read now. */
void instrument_read(struct instrument_view *view);
void instrument_release(struct instrument_view *view);

/* For the area the app has now; every command and drawing begins with it. */
void instrument_fit(struct instrument_view *view);

int instrument_item_height(void *data, size_t item);
bool is_instrument_stop(void *data, size_t item);

/* An item from its line 'first' on; returns the row after it. */
int instrument_draw_item(const struct instrument_view *view, size_t item,
			 int first, struct frame *frame, int row);

/* The marked point, or NULL. */
const struct store_citing_point *
instrument_marked(const struct instrument_view *view);

#endif
