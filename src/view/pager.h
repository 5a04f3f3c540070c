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

/* A view that is one pager under a head. Its struct begins with this one, and
 * the moves of its table of commands are PAGER_VIEW_MOVES. */
struct pager_view {
	struct view base;
	struct pager pager;
};

void pager_view_fit(struct view *view);
void pager_view_draw(struct view *view, struct frame *frame, const char *head);

unsigned pager_view_do_next(struct view *view, const char *argument,
			    struct error *err);
unsigned pager_view_do_previous(struct view *view, const char *argument,
				struct error *err);
unsigned pager_view_do_page_down(struct view *view, const char *argument,
				 struct error *err);
unsigned pager_view_do_page_up(struct view *view, const char *argument,
			       struct error *err);
unsigned pager_view_do_first(struct view *view, const char *argument,
			     struct error *err);
unsigned pager_view_do_last(struct view *view, const char *argument,
			    struct error *err);

/* clang-format off */
#define PAGER_VIEW_MOVES \
	{"next", NULL, N_("Moving"), N_("the next one"), false, \
	 pager_view_do_next}, \
	{"previous", NULL, N_("Moving"), N_("the one before"), false, \
	 pager_view_do_previous}, \
	{"page-down", NULL, N_("Moving"), N_("a screen down"), false, \
	 pager_view_do_page_down}, \
	{"page-up", NULL, N_("Moving"), N_("a screen up"), false, \
	 pager_view_do_page_up}, \
	{"first", NULL, N_("Moving"), N_("the first one"), false, \
	 pager_view_do_first}, \
	{"last", NULL, N_("Moving"), N_("the last one"), false, \
	 pager_view_do_last}
/* clang-format on */

#endif
