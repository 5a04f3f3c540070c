/*
 * pager.h - labelled paragraphs that scroll: the help and the findings.
 *
 * A label stands at the left, its text beside it and wrapped; a label that is
 * too wide for its column stands on a line above its text.
 */
#ifndef LECTERN_VIEW_PAGER_H
#define LECTERN_VIEW_PAGER_H

#include "lectern/arena.h"
#include "lectern/frame.h"
#include "lectern/vector.h"
#include "lectern/view.h"
#include "viewport.h"

struct pager_item {
	const char *label; /* "" for a heading or an empty line */
	const char *text;
	enum style label_style, style;
};

struct pager {
	VECTOR(struct pager_item) items;
	struct arena arena; /* holds the texts */
	struct viewport viewport;
	int width, label_width;
	bool is_marking; /* one item is marked */
};

/* An empty pager at its place in memory: it must not be moved. */
void pager_init(struct pager *pager, bool is_marking);
void pager_release(struct pager *pager);

/* Copies the words. */
void pager_add(struct pager *pager, enum style label_style, const char *label,
	       enum style style, const char *text);

/* For 'rows' lines of 'width' cells. */
void pager_fit(struct pager *pager, int rows, int width);

/* In rows [row, row + rows fitted for). */
void pager_draw(struct pager *pager, struct frame *frame, int row);

/* What the commands of such a view do. */
enum pager_move {
	PAGER_NEXT,
	PAGER_PREVIOUS,
	PAGER_LINE_DOWN,
	PAGER_LINE_UP,
	PAGER_PAGE_DOWN,
	PAGER_PAGE_UP,
	PAGER_FIRST,
	PAGER_LAST,
};
void pager_move(struct pager *pager, enum pager_move move);

#endif
