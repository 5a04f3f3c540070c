/*
 * viewport.h - which lines of a long list of items are in view, and which
 * item is marked.
 *
 * Items have heights that are only asked for near what is shown, so a move
 * costs what the screen holds and not what the brief holds. Some items
 * (points) can be marked, others (headings) belong to the next one that can:
 * together they are its group. The marked group stands in the upper middle,
 * whole if it fits; what is taller than the screen is scrolled through before
 * the mark moves on, so that next() alone shows every line there is.
 */
#ifndef LECTERN_VIEW_VIEWPORT_H
#define LECTERN_VIEW_VIEWPORT_H

#include <stdbool.h>
#include <stddef.h>

/* A line in view: which item, which of its lines. */
struct viewport_line {
	size_t item;
	int line;
};

struct viewport {
	size_t count;		  /* items */
	int rows;		  /* lines in view */
	size_t mark;		  /* an item that can be marked */
	struct viewport_line top; /* the first line in view */
	/* The same when the last move set it, and the height its item had:
	 * a resize starts from these, so that going back and forth ends
	 * where it began. */
	struct viewport_line moved_to;
	int moved_height;
	bool is_anchored; /* top follows from the mark ... */
	bool is_begun;	  /* ... or is the beginning, if that shows the mark */
	int (*height)(void *data, size_t item);
	bool (*is_stop)(void *data, size_t item); /* NULL: every item */
	void *data;
};

/* Mark an item (or the next that can be marked) and bring it into view. */
void viewport_go(struct viewport *vp, size_t item);

/* Mark an item and show the list from its very beginning, where the item's
 * group is then in view as a whole; else as viewport_go(). */
void viewport_begin(struct viewport *vp, size_t item);

/* The next or previous item that can be marked, or SIZE_MAX. */
size_t viewport_stop_after(const struct viewport *vp, size_t item);
size_t viewport_stop_before(const struct viewport *vp, size_t item);

/* To the next or previous mark, or a screen further inside one that is taller
 * than the screen. False at the end (or beginning) of everything. */
bool viewport_next(struct viewport *vp);
bool viewport_previous(struct viewport *vp);

/* Scroll by lines; the mark comes along when it would leave the screen. False
 * where nothing moved. */
bool viewport_scroll(struct viewport *vp, int lines);

/* A screen less two lines, down (1) or up (-1). */
bool viewport_page(struct viewport *vp, int direction);

/* Heights or the number of rows are others now: keep the place. */
void viewport_refit(struct viewport *vp, int rows);

/* Lines of the marked item that are still below what is in view; 0 or less
 * where its end is in view. */
int viewport_below(const struct viewport *vp);

/* First line in view of the present heights. */
struct viewport_line viewport_top(const struct viewport *vp);

#endif
