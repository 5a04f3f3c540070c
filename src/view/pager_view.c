/* A view that is one pager under a head: see pager.h. */
#include "lectern/app.h"
#include "pager.h"

static struct pager *
pager_view_pager(struct view *view)
{
	return &((struct pager_view *)view)->pager;
}

void
pager_view_fit(struct view *view)
{
	int rows, width;

	app_view_size(view->app, &rows, &width);
	pager_fit(pager_view_pager(view), rows - 1, width);
}

void
pager_view_draw(struct view *view, struct frame *frame, const char *head)
{
	pager_view_fit(view);
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	frame_put_cut(frame, 0, 1, frame->columns - 2, STYLE_COLUMN_HEAD, head);
	pager_draw(pager_view_pager(view), frame, 1);
}

#define PAGER_VIEW_MOVE(name, move)                                            \
	unsigned pager_view_do_##name(struct view *view,                       \
				      const char *argument UNUSED,             \
				      struct error *err UNUSED)                \
	{                                                                      \
		pager_view_fit(view);                                          \
		pager_move(pager_view_pager(view), move);                      \
		return EFFECT_REDRAW;                                          \
	}

PAGER_VIEW_MOVE(next, PAGER_NEXT)
PAGER_VIEW_MOVE(previous, PAGER_PREVIOUS)
PAGER_VIEW_MOVE(page_down, PAGER_PAGE_DOWN)
PAGER_VIEW_MOVE(page_up, PAGER_PAGE_UP)
PAGER_VIEW_MOVE(first, PAGER_FIRST)
PAGER_VIEW_MOVE(last, PAGER_LAST)
