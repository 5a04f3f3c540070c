/* The list of meetings, read from the index a window at a time. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/text.h"
#include "lectern/words.h"
#include "lectern/app.h"
#include "meetings_rows.h"

static struct meetings_view *
meetings_view_of(struct view *view)
{
	return (struct meetings_view *)view;
}

/* Lines for meetings, and how many meetings they hold. */
static size_t
meetings_page(const struct meetings_view *view)
{
	int rows, width, lines;

	app_view_size(view->base.app, &rows, &width);
	lines = (rows - 1) / meetings_row_height(width);
	return lines < 1 ? 1 : (size_t)lines;
}

static unsigned
meetings_move(struct view *base, long step)
{
	struct meetings_view *view = meetings_view_of(base);

	meetings_load(view);
	if (view->count == 0)
		return EFFECT_REDRAW;
	if (step < 0 && (size_t)-step > view->mark)
		view->mark = 0;
	else
		view->mark = (size_t)((long)view->mark + step);
	if (view->mark >= view->count)
		view->mark = view->count - 1;
	return EFFECT_REDRAW;
}

static unsigned
meetings_do_next(struct view *view, const char *argument UNUSED,
		 struct error *err UNUSED)
{
	return meetings_move(view, 1);
}

static unsigned
meetings_do_previous(struct view *view, const char *argument UNUSED,
		     struct error *err UNUSED)
{
	return meetings_move(view, -1);
}

static unsigned
meetings_do_page_down(struct view *view, const char *argument UNUSED,
		      struct error *err UNUSED)
{
	return meetings_move(view, (long)meetings_page(meetings_view_of(view)));
}

static unsigned
meetings_do_page_up(struct view *view, const char *argument UNUSED,
		    struct error *err UNUSED)
{
	return meetings_move(view,
			     -(long)meetings_page(meetings_view_of(view)));
}

static unsigned
meetings_do_first(struct view *base, const char *argument UNUSED,
		  struct error *err UNUSED)
{
	meetings_view_of(base)->mark = 0;
	return EFFECT_REDRAW;
}

static unsigned
meetings_do_last(struct view *base, const char *argument UNUSED,
		 struct error *err UNUSED)
{
	struct meetings_view *view = meetings_view_of(base);

	meetings_load(view);
	view->mark = view->count > 0 ? view->count - 1 : 0;
	return EFFECT_REDRAW;
}

static unsigned
meetings_do_open(struct view *base, const char *argument, struct error *err)
{
	struct meetings_view *view = meetings_view_of(base);
	const struct store_meeting *meeting;
	const char *id = argument;

	if (*argument == '\0') {
		meeting = meetings_row(view, view->mark);
		if (meeting == NULL) {
			app_say(base->app, "%s",
				_("There is no meeting to open."));
			return EFFECT_REDRAW;
		}
		id = meeting->id;
	}
	if (app_open_meeting(base->app, id, NULL, app_columns(base->app),
			     err) != STATUS_OK)
		return EFFECT_NONE;
	return EFFECT_REDRAW;
}

static unsigned
meetings_do_filter(struct view *base, const char *argument,
		   struct error *err UNUSED)
{
	struct meetings_view *view = meetings_view_of(base);

	buffer_reset(&view->filter);
	buffer_append_string(&view->filter, argument);
	view->is_loaded = false;
	view->mark = view->first = 0;
	return EFFECT_REDRAW;
}

static void
meetings_draw_sentence(const struct meetings_view *view, struct frame *frame)
{
	const struct library *lib = app_library(view->base.app);
	struct text text = TEXT_INIT;
	struct buffer words = BUFFER_INIT;
	int width = frame->columns > 4 ? frame->columns - 4 : 1;

	if (view->trouble.len > 0)
		buffer_append_string(&words, view->trouble.data);
	else if (app_is_indexing(view->base.app))
		buffer_append_string(&words,
				     _("The library is being read. Its "
				       "meetings appear here in a moment."));
	else if (view->filter.len > 0)
		buffer_printf(&words,
			      _("No meeting has \"%s\" in its name, title, "
				"body or place. Press / to look for other "
				"words."),
			      view->filter.data);
	else
		buffer_printf(&words,
			      _("There is no meeting in %s yet. A meeting is a "
				"folder there, with meeting.yaml and one text "
				"per language, such as en.md and ru.md."),
			      lib->path);
	text_layout(&text, words.data, words.len, STYLE_TEXT, NULL, 0, width,
		    false);
	for (size_t i = 0; i < text.line_count; i++)
		text_draw_line(&text, i, frame, 2 + (int)i, 2, width);
	text_release(&text);
	buffer_release(&words);
}

/* Which meetings are in view: the marked one not at the very edge. */
static void
meetings_scroll(struct meetings_view *view, size_t page)
{
	size_t margin = page > 6 ? 2 : 0;

	if (view->mark < view->first + margin)
		view->first = view->mark > margin ? view->mark - margin : 0;
	if (view->mark + margin >= view->first + page)
		view->first = view->mark + margin + 1 - page;
	if (view->first + page > view->count)
		view->first = view->count > page ? view->count - page : 0;
}

static void
meetings_draw_head(const struct meetings_view *view, struct frame *frame)
{
	struct buffer head = BUFFER_INIT;

	if (view->filter.len > 0)
		buffer_printf(&head, _("Meetings with \"%s\""),
			      view->filter.data);
	else
		buffer_append_string(&head, _("Meetings"));
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	frame_put_cut(frame, 0, 1, frame->columns - 2, STYLE_COLUMN_HEAD,
		      head.data);
	buffer_release(&head);
}

static void
meetings_draw(struct view *base, struct frame *frame)
{
	struct meetings_view *view = meetings_view_of(base);
	size_t page = meetings_page(view);
	int height = meetings_row_height(frame->columns);
	struct meetings_widths widths;

	meetings_load(view);
	meetings_draw_head(view, frame);
	if (view->count == 0) {
		meetings_draw_sentence(view, frame);
		return;
	}
	meetings_scroll(view, page);
	meetings_read(view, view->first, page);
	meetings_measure(view, frame->columns, &widths);
	for (size_t i = 0; i < page && view->first + i < view->count; i++) {
		const struct store_meeting *meeting =
			meetings_row(view, view->first + i);

		if (meeting != NULL)
			meetings_draw_row(meeting, &widths, frame,
					  1 + (int)i * height,
					  view->first + i == view->mark);
	}
}

static void
meetings_status(const struct view *base, struct buffer *out)
{
	struct meetings_view *view = meetings_view_of((struct view *)base);
	const struct store_meeting *meeting;

	if (view->count == 0) {
		buffer_append_string(out, _("no meetings"));
		return;
	}
	buffer_printf(out, _("meeting %zu of %zu"), view->mark + 1,
		      view->count);
	meeting = meetings_row(view, view->mark);
	if (meeting != NULL && *meeting->place != '\0')
		buffer_printf(out, "\t%s", meeting->place);
	if (meeting != NULL)
		buffer_printf(out, "\t%s", meeting->id);
}

/* Only marks what it has as old: rows are read when they are drawn. */
static enum status
meetings_reload(struct view *base, struct error *err UNUSED)
{
	struct meetings_view *view = meetings_view_of(base);
	const struct store_meeting *meeting = meetings_row(view, view->mark);

	free(view->wanted);
	view->wanted = meeting == NULL ? NULL : mem_strdup(meeting->id);
	view->is_loaded = false;
	return STATUS_OK;
}

static void
meetings_free(struct view *base)
{
	struct meetings_view *view = meetings_view_of(base);

	store_meetings_release(&view->window);
	buffer_release(&view->filter);
	buffer_release(&view->trouble);
	free(view->wanted);
	free(view);
}

#define GROUP_MOVE N_("Moving")
#define GROUP_OPEN N_("Opening")

static const struct view_command meetings_commands[] = {
	{"open", "[MEETING]", GROUP_OPEN, N_("open the meeting"), false,
	 meetings_do_open},
	{"filter", "WORDS", GROUP_OPEN,
	 N_("show only meetings with these words; with none, all"), true,
	 meetings_do_filter},
	{"next", NULL, GROUP_MOVE, N_("next meeting"), false, meetings_do_next},
	{"previous", NULL, GROUP_MOVE, N_("previous meeting"), false,
	 meetings_do_previous},
	{"page-down", NULL, GROUP_MOVE, N_("a screen down"), false,
	 meetings_do_page_down},
	{"page-up", NULL, GROUP_MOVE, N_("a screen up"), false,
	 meetings_do_page_up},
	{"first", NULL, GROUP_MOVE, N_("the newest meeting"), false,
	 meetings_do_first},
	{"last", NULL, GROUP_MOVE, N_("the oldest meeting"), false,
	 meetings_do_last},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops meetings_ops = {
	.name = "meetings",
	.title = N_("Meetings"),
	.commands = meetings_commands,
	.draw = meetings_draw,
	.status = meetings_status,
	.reload = meetings_reload,
	.free = meetings_free,
};

struct view *
view_meetings_new(struct app *app)
{
	struct meetings_view *view = mem_alloc(1, sizeof *view);

	view->base.ops = &meetings_ops;
	view->base.app = app;
	buffer_init(&view->filter);
	buffer_init(&view->trouble);
	return &view->base;
}
