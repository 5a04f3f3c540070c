/* A cited document: what it is, and who cites it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "instrument_view.h"

static struct instrument_view *
instrument_view_of(struct view *view)
{
	return (struct instrument_view *)view;
}

static unsigned
instrument_moved(struct instrument_view *view, bool moved,
		 const char *otherwise)
{
	if (!moved)
		app_say(view->base.app, "%s", otherwise);
	return EFFECT_REDRAW;
}

static unsigned
instrument_do_next(struct view *base, const char *argument UNUSED,
		   struct error *err UNUSED)
{
	struct instrument_view *view = instrument_view_of(base);

	instrument_fit(view);
	return instrument_moved(view, viewport_next(&view->viewport),
				_("This is the last point that cites it."));
}

static unsigned
instrument_do_previous(struct view *base, const char *argument UNUSED,
		       struct error *err UNUSED)
{
	struct instrument_view *view = instrument_view_of(base);

	instrument_fit(view);
	return instrument_moved(view, viewport_previous(&view->viewport),
				_("This is the first point that cites it."));
}

#define INSTRUMENT_MOVE(name, move)                                            \
	static unsigned instrument_do_##name(struct view *base,                \
					     const char *argument UNUSED,      \
					     struct error *err UNUSED)         \
	{                                                                      \
		struct instrument_view *view = instrument_view_of(base);       \
                                                                               \
		instrument_fit(view);                                          \
		move;                                                          \
		return EFFECT_REDRAW;                                          \
	}

INSTRUMENT_MOVE(page_down, viewport_page(&view->viewport, 1))
INSTRUMENT_MOVE(page_up, viewport_page(&view->viewport, -1))
INSTRUMENT_MOVE(line_down, viewport_scroll(&view->viewport, 1))
INSTRUMENT_MOVE(line_up, viewport_scroll(&view->viewport, -1))
INSTRUMENT_MOVE(first, viewport_begin(&view->viewport, 0))
INSTRUMENT_MOVE(last, viewport_go(&view->viewport,
				  view->viewport.count == 0
					  ? 0
					  : view->viewport.count - 1))

static unsigned
instrument_do_open(struct view *base, const char *argument UNUSED,
		   struct error *err)
{
	struct instrument_view *view = instrument_view_of(base);
	const struct store_citing_point *point = instrument_marked(view);
	struct buffer place = BUFFER_INIT;
	enum status rc;

	if (point == NULL) {
		app_say(base->app, "%s", _("There is no point to open."));
		return EFFECT_REDRAW;
	}
	store_format_place(point->section, point->section_ordinal, point->point,
			   &place);
	rc = app_open_meeting(base->app, point->meeting, place.data,
			      app_columns(base->app), err);
	buffer_release(&place);
	return rc == STATUS_OK ? EFFECT_REDRAW : EFFECT_NONE;
}

static void
instrument_draw(struct view *base, struct frame *frame)
{
	struct instrument_view *view = instrument_view_of(base);
	struct viewport_line at;
	int row = 1;

	instrument_fit(view);
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	frame_put_cut(frame, 0, 1, frame->columns - 2, STYLE_COLUMN_HEAD,
		      view->symbol);
	at = viewport_top(&view->viewport);
	while (row < frame->rows && at.item < view->viewport.count) {
		row = instrument_draw_item(view, at.item, at.line, frame, row);
		at.item++;
		at.line = 0;
	}
}

static void
instrument_status(const struct view *base, struct buffer *out)
{
	const struct instrument_view *view =
		(const struct instrument_view *)base;
	const struct store_citing_point *point = instrument_marked(view);

	buffer_append_string(out, view->symbol);
	if (point == NULL)
		return;
	buffer_append_byte(out, '\t');
	buffer_append_string(out, _("Enter opens, q goes back"));
	buffer_append_byte(out, '\t');
	buffer_printf(out, _("point %zu of %zu"),
		      view->viewport.mark - view->facts.len + 1,
		      view->citing.list.len);
	buffer_printf(out, "\t%s", point->meeting);
}

/* Others may cite it now: the mark stays where it was. */
static enum status
instrument_reload(struct view *base, struct error *err UNUSED)
{
	struct instrument_view *view = instrument_view_of(base);

	instrument_read(view);
	viewport_refit(&view->viewport, view->viewport.rows);
	return STATUS_OK;
}

static void
instrument_free(struct view *base)
{
	instrument_release(instrument_view_of(base));
	free(base);
}

#define GROUP_OPEN N_("Opening")
#define GROUP_MOVE N_("Moving")

static const struct view_command instrument_commands[] = {
	{"open", NULL, GROUP_OPEN, N_("open the meeting at this point"), false,
	 instrument_do_open},
	{"next", NULL, GROUP_MOVE, N_("next point that cites it"), false,
	 instrument_do_next},
	{"previous", NULL, GROUP_MOVE, N_("previous point that cites it"),
	 false, instrument_do_previous},
	{"page-down", NULL, GROUP_MOVE, N_("a screen down"), false,
	 instrument_do_page_down},
	{"page-up", NULL, GROUP_MOVE, N_("a screen up"), false,
	 instrument_do_page_up},
	{"line-down", NULL, GROUP_MOVE, N_("a line down"), false,
	 instrument_do_line_down},
	{"line-up", NULL, GROUP_MOVE, N_("a line up"), false,
	 instrument_do_line_up},
	{"first", NULL, GROUP_MOVE, N_("the beginning"), false,
	 instrument_do_first},
	{"last", NULL, GROUP_MOVE, N_("the end"), false, instrument_do_last},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops instrument_ops = {
	.name = "instrument",
	.title = N_("Document"),
	.commands = instrument_commands,
	.draw = instrument_draw,
	.status = instrument_status,
	.reload = instrument_reload,
	.free = instrument_free,
};

struct view *
view_instrument_new(struct app *app, const char *symbol)
{
	struct instrument_view *view = mem_alloc(1, sizeof *view);

	view->base.ops = &instrument_ops;
	view->base.app = app;
	(void)snprintf(view->symbol, sizeof view->symbol, "%s", symbol);
	view->viewport.height = instrument_item_height;
	view->viewport.is_stop = is_instrument_stop;
	view->viewport.data = view;
	instrument_read(view);
	instrument_fit(view);
	viewport_begin(&view->viewport, 0);
	return &view->base;
}
