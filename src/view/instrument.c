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
				_("This is the end."));
}

static unsigned
instrument_do_previous(struct view *base, const char *argument UNUSED,
		       struct error *err UNUSED)
{
	struct instrument_view *view = instrument_view_of(base);

	instrument_fit(view);
	return instrument_moved(view, viewport_previous(&view->viewport),
				_("This is the beginning."));
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
instrument_do_citing(struct view *base, const char *argument UNUSED,
		     struct error *err UNUSED)
{
	struct instrument_view *view = instrument_view_of(base);

	instrument_fit(view);
	if (view->citing.list.len > 0)
		viewport_go(&view->viewport, instrument_citing_item(view));
	else
		app_say(base->app, "%s",
			_("No point of any meeting cites it."));
	return EFFECT_REDRAW;
}

/* The text as a brief of its own: to find words in it, and so on. */
static enum status
instrument_open_text(struct instrument_view *view, size_t index,
		     struct error *err)
{
	struct app *app = view->base.app;
	struct buffer place = BUFFER_INIT;
	enum status rc;

	brief_format_place(view->text, index, &place);
	rc = app_open_meeting(app, view->text->meeting->id, place.data,
			      app_columns(app), err);
	buffer_release(&place);
	return rc;
}

static enum status
instrument_open_point(struct instrument_view *view,
		      const struct store_citing_point *point, struct error *err)
{
	struct app *app = view->base.app;
	struct buffer place = BUFFER_INIT;
	enum status rc;

	store_format_place(point->section, point->section_ordinal, point->point,
			   &place);
	rc = app_open_meeting(app, point->meeting, place.data, app_columns(app),
			      err);
	buffer_release(&place);
	return rc;
}

static unsigned
instrument_do_open(struct view *base, const char *argument UNUSED,
		   struct error *err)
{
	struct instrument_view *view = instrument_view_of(base);
	const struct store_citing_point *point = instrument_marked(view);
	enum status rc = STATUS_OK;
	size_t index;

	if (point != NULL)
		rc = instrument_open_point(view, point, err);
	else if (instrument_part(view, view->viewport.mark, &index) ==
		 PART_WORDS)
		rc = instrument_open_text(view, index, err);
	else
		app_say(base->app, "%s", _("There is no point to open."));
	return rc == STATUS_OK ? EFFECT_REDRAW : EFFECT_NONE;
}

/* What changes the columns of the text is the brief's own. */
static unsigned
instrument_change_text(struct view *base, const char *argument,
		       struct error *err,
		       unsigned (*change)(struct view *, const char *,
					  struct error *))
{
	struct instrument_view *view = instrument_view_of(base);
	unsigned effects;

	instrument_fit(view);
	if (view->text == NULL) {
		app_say(base->app, "%s",
			_("The library has no text of this document."));
		return EFFECT_REDRAW;
	}
	effects = change(&view->text->base, argument, err);
	viewport_refit(&view->viewport, view->viewport.rows);
	return effects;
}

#define INSTRUMENT_TEXT(name)                                                  \
	static unsigned instrument_do_##name(                                  \
		struct view *base, const char *argument, struct error *err)    \
	{                                                                      \
		return instrument_change_text(base, argument, err,             \
					      brief_do_##name);                \
	}

INSTRUMENT_TEXT(language)
INSTRUMENT_TEXT(language_left)
INSTRUMENT_TEXT(columns)
INSTRUMENT_TEXT(narrower)
INSTRUMENT_TEXT(wider)

static void
instrument_draw(struct view *base, struct frame *frame)
{
	struct instrument_view *view = instrument_view_of(base);
	struct viewport_line at;
	size_t index;
	int row = 1;

	instrument_fit(view);
	at = viewport_top(&view->viewport);
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	if (instrument_part(view, at.item, &index) == PART_WORDS)
		columns_draw_heads(&view->text->columns, frame, 0, 0);
	else
		frame_put_cut(frame, 0, 1, frame->columns - 2,
			      STYLE_COLUMN_HEAD, view->symbol);
	while (row < frame->rows && at.item < view->viewport.count) {
		row = instrument_draw_item(view, at.item, at.line, frame, row);
		at.item++;
		at.line = 0;
	}
}

/* In the text: at which paragraph, and where to go on. */
static void
instrument_status_text(const struct instrument_view *view, struct buffer *out)
{
	size_t index;

	if (view->viewport.count == 0 ||
	    instrument_part(view, view->viewport.mark, &index) != PART_WORDS)
		return;
	if (view->text->items[index].section != BRIEF_FRONT) {
		buffer_append_byte(out, '\t');
		brief_format_place(view->text, index, out);
	}
	if (view->citing.list.len > 0)
		buffer_printf(out, "\t%s", _("] who cites it"));
}

static void
instrument_status(const struct view *base, struct buffer *out)
{
	const struct instrument_view *view =
		(const struct instrument_view *)base;
	const struct store_citing_point *point = instrument_marked(view);

	buffer_append_string(out, view->symbol);
	if (point == NULL) {
		instrument_status_text(view, out);
		return;
	}
	buffer_append_byte(out, '\t');
	buffer_append_string(out, _("Enter opens, q goes back"));
	buffer_append_byte(out, '\t');
	buffer_printf(out, _("point %zu of %zu"),
		      view->viewport.mark - instrument_citing_item(view) + 1,
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
	free(instrument_view_of(base)->languages);
	free(base);
}

#define GROUP_OPEN    N_("Opening")
#define GROUP_MOVE    N_("Moving")
#define GROUP_COLUMNS N_("Languages of the text")

static const struct view_command instrument_commands[] = {
	{"open", NULL, GROUP_OPEN,
	 N_("open the meeting at this point; in the text, the text alone"),
	 false, instrument_do_open},
	{"next", NULL, GROUP_MOVE,
	 N_("next paragraph of the text; then points that cite it"), false,
	 instrument_do_next},
	{"previous", NULL, GROUP_MOVE, N_("previous point or paragraph"), false,
	 instrument_do_previous},
	{"citing", NULL, GROUP_MOVE, N_("the points that cite it"), false,
	 instrument_do_citing},
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
	{"language", "[TAGS]", GROUP_COLUMNS,
	 N_("next language in the right column"), false,
	 instrument_do_language},
	{"language-left", NULL, GROUP_COLUMNS,
	 N_("next language in the left column"), false,
	 instrument_do_language_left},
	{"columns", NULL, GROUP_COLUMNS,
	 N_("both languages, the left alone, the right alone"), false,
	 instrument_do_columns},
	{"narrower", NULL, GROUP_COLUMNS, N_("left column narrower"), false,
	 instrument_do_narrower},
	{"wider", NULL, GROUP_COLUMNS, N_("left column wider"), false,
	 instrument_do_wider},
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

static void
instrument_go_paragraph(struct instrument_view *view, const char *paragraph)
{
	struct error ignored = ERROR_INIT;
	struct place place;

	if (view->text == NULL || *paragraph == '\0' ||
	    place_find_paragraph(view->text->meeting, paragraph, &place,
				 &ignored) != STATUS_OK)
		return;
	viewport_go(&view->viewport, instrument_text_item(view) +
					     brief_item_of(view->text, &place));
}

struct view *
view_instrument_new(struct app *app, const char *symbol, const char *paragraph,
		    const char *languages)
{
	struct instrument_view *view = mem_alloc(1, sizeof *view);

	view->base.ops = &instrument_ops;
	view->base.app = app;
	(void)snprintf(view->symbol, sizeof view->symbol, "%s", symbol);
	if (languages == NULL)
		languages = app_columns(app);
	view->languages =
		mem_strdup(languages == NULL ? app_language(app) : languages);
	view->viewport.height = instrument_item_height;
	view->viewport.is_stop = is_instrument_stop;
	view->viewport.data = view;
	instrument_read(view);
	instrument_fit(view);
	viewport_begin(&view->viewport, 0);
	instrument_go_paragraph(view, paragraph);
	return &view->base;
}
