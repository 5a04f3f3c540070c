/* "We have N minutes": which points fit, chosen and then set by hand. */
#include <stdlib.h>
#include <string.h>

#include "lectern/floor_clock.h"
#include "lectern/memory.h"
#include "lectern/minutes.h"
#include "lectern/words.h"
#include "pager.h"
#include "print_form.h"
#include "reading.h"

struct minutes_view {
	struct pager_view list;
	struct brief_view *brief; /* below this view */
	struct minutes_choices choices;
};

static struct minutes_view *
minutes_view_of(struct view *view)
{
	return (struct minutes_view *)view;
}

static const char *
minutes_form_word(enum form form)
{
	return form == FORM_FULL  ? _("full")
	       : form == FORM_KEY ? _("key phrases")
				  : _("cue");
}

static struct place
minutes_place(const struct minutes_choice *choice)
{
	return (struct place){choice->section, choice->row, false, false};
}

static bool
is_minutes_said(const struct minutes_view *view,
		const struct minutes_choice *choice)
{
	const struct meeting *meeting = view->brief->meeting;

	return view->brief
		       ->marks[meeting->sections[choice->section].first_row +
			       choice->row]
		       .said != NULL;
}

/* "[x] 0:42 2.2.4/1", and beside it the form and the first words. */
static void
minutes_add_item(struct minutes_view *view, const struct minutes_choice *choice)
{
	struct place place = minutes_place(choice);
	struct buffer label = BUFFER_INIT, text = BUFFER_INIT;
	enum role role = choice->point->role;

	buffer_append_string(&label, choice->is_taken ? "[x] " : "[ ] ");
	floor_clock_format((choice->needs[choice->form] + 500) / 1000, &label);
	buffer_append_byte(&label, ' ');
	place_format(view->brief->meeting, &place, &label);
	buffer_printf(&text, "(%s", minutes_form_word(choice->form));
	if (role == ROLE_IF_RAISED)
		buffer_printf(&text, ", %s", _("if raised"));
	if (role == ROLE_IF_PRESSED)
		buffer_printf(&text, ", %s", _("if pressed"));
	if (is_minutes_said(view, choice))
		buffer_printf(&text, ", %s", _("said"));
	buffer_append_string(&text, ") ");
	/* In the list a point is known by its cue, whatever is to be said. */
	point_form_text(choice->point, FORM_CUE, &text);
	pager_add(&view->list.pager,
		  choice->is_taken ? STYLE_NUMBER : STYLE_QUIET, label.data,
		  choice->is_taken ? STYLE_TEXT : STYLE_QUIET, text.data);
	buffer_release(&label);
	buffer_release(&text);
}

static void
minutes_fill(struct minutes_view *view)
{
	size_t mark = view->list.pager.viewport.mark;

	pager_release(&view->list.pager);
	pager_init(&view->list.pager, true);
	for (size_t i = 0; i < view->choices.count; i++)
		minutes_add_item(view, &view->choices.list[i]);
	if (view->choices.count == 0)
		pager_add(&view->list.pager, STYLE_TEXT, "", STYLE_TEXT,
			  _("This brief has no points to be said."));
	pager_view_fit(&view->list.base);
	viewport_go(&view->list.pager.viewport, mark);
}

static void
minutes_propose(struct minutes_view *view, long seconds)
{
	const struct brief_view *brief = view->brief;
	const struct meeting *meeting = brief->meeting;
	bool *is_said = mem_alloc(meeting->row_count + 1, sizeof *is_said);
	struct minutes_request request = {
		.meeting = meeting,
		.language = brief->columns.count > 0
				    ? brief->columns.languages[0]
				    : "en",
		.rates = app_rates(brief->base.app),
		.limit = seconds * 1000,
		.roles = 1u << ROLE_SAY,
		.is_left_out = is_said};

	for (size_t i = 0; i < meeting->row_count; i++)
		is_said[i] = brief->marks[i].said != NULL;
	minutes_choices_release(&view->choices);
	minutes_choose(&request, &view->choices);
	free(is_said);
}

/* "Of 3:00: 5 points, 2:48, 0:12 left." */
static void
minutes_summary(const struct minutes_view *view, struct buffer *out)
{
	const struct minutes_choices *choices = &view->choices;
	struct buffer limit = BUFFER_INIT, taken = BUFFER_INIT;
	struct buffer rest = BUFFER_INIT;
	long left = choices->limit / 1000 - (choices->taken + 500) / 1000;
	size_t count = 0;

	for (size_t i = 0; i < choices->count; i++)
		count += choices->list[i].is_taken ? 1 : 0;
	floor_clock_format(choices->limit / 1000, &limit);
	floor_clock_format((choices->taken + 500) / 1000, &taken);
	floor_clock_format(left < 0 ? -left : left, &rest);
	buffer_printf(out, P_("%s for %zu point", "%s for %zu points", count),
		      taken.data, count);
	buffer_append_byte(out, '\t');
	if (choices->taken <= choices->limit)
		buffer_printf(out, _("fits %s, %s left"), limit.data,
			      rest.data);
	else
		buffer_printf(out, _("over %s by %s"), limit.data, rest.data);
	buffer_release(&limit);
	buffer_release(&taken);
	buffer_release(&rest);
}

static void
minutes_draw(struct view *base, struct frame *frame)
{
	struct minutes_view *view = minutes_view_of(base);
	struct buffer head = BUFFER_INIT, limit = BUFFER_INIT;

	pager_view_fit(&view->list.base);
	floor_clock_format(view->choices.limit / 1000, &limit);
	buffer_printf(&head, _("We have %s"), limit.data);
	pager_view_draw(&view->list.base, frame, head.data);
	buffer_release(&head);
	buffer_release(&limit);
}

static void
minutes_status(const struct view *base, struct buffer *out)
{
	minutes_summary((const struct minutes_view *)base, out);
	buffer_printf(out, "\t%s", _("Enter reads them"));
}

/* The choices point into the meeting that is about to go: what is below is
 * read again, and they are proposed anew. */
static enum status
minutes_reload(struct view *base, struct error *err UNUSED)
{
	struct minutes_view *view = minutes_view_of(base);

	view->choices.count = 0;
	minutes_fill(view);
	return STATUS_OK;
}

static void
minutes_free(struct view *base)
{
	struct minutes_view *view = minutes_view_of(base);

	pager_release(&view->list.pager);
	minutes_choices_release(&view->choices);
	free(view);
}

static unsigned
minutes_do_take(struct view *base, const char *argument UNUSED,
		struct error *err UNUSED)
{
	struct minutes_view *view = minutes_view_of(base);
	size_t at = view->list.pager.viewport.mark;

	if (at >= view->choices.count)
		return EFFECT_NONE;
	minutes_take(&view->choices, at, !view->choices.list[at].is_taken,
		     view->choices.list[at].form);
	minutes_fill(view);
	pager_move(&view->list.pager, PAGER_NEXT);
	return EFFECT_REDRAW;
}

static unsigned
minutes_do_form(struct view *base, const char *argument UNUSED,
		struct error *err UNUSED)
{
	struct minutes_view *view = minutes_view_of(base);
	size_t at = view->list.pager.viewport.mark;

	if (at >= view->choices.count)
		return EFFECT_NONE;
	minutes_take(&view->choices, at, true,
		     (view->choices.list[at].form + 1) % FORM_COUNT);
	minutes_fill(view);
	return EFFECT_REDRAW;
}

static bool
minutes_parse(const char *text, long *seconds, struct error *err)
{
	if (duration_parse(text, strlen(text), seconds))
		return true;
	error_set(err, STATUS_INVALID,
		  _("\"%s\" is no time. Say 3, 2:30 or 90 s."), text);
	return false;
}

static unsigned
minutes_do_minutes(struct view *base, const char *argument, struct error *err)
{
	struct minutes_view *view = minutes_view_of(base);
	long seconds;

	if (*argument == '\0')
		return app_prompt(base->app, "minutes", "");
	if (!minutes_parse(argument, &seconds, err))
		return EFFECT_NONE;
	minutes_propose(view, seconds);
	minutes_fill(view);
	return EFFECT_REDRAW;
}

/* The points taken, as they are to be read. */
static unsigned
minutes_do_read(struct view *base, const char *argument UNUSED,
		struct error *err)
{
	struct minutes_view *view = minutes_view_of(base);
	struct reading_point *points =
		mem_alloc(view->choices.count + 1, sizeof *points);
	size_t count = 0;

	brief_set_roles(view->brief, 0);
	for (size_t i = 0; i < view->choices.count; i++) {
		const struct minutes_choice *choice = &view->choices.list[i];
		struct place place = minutes_place(choice);

		if (choice->is_taken)
			points[count++] = (struct reading_point){
				brief_item_of(view->brief, &place),
				choice->form};
	}
	if (count > 0)
		app_push_view(base->app,
			      view_reading_new(view->brief, points, count, 0));
	else
		error_set(err, STATUS_NOT_FOUND, "%s",
			  _("No point is taken. Space takes one."));
	free(points);
	return count > 0 ? EFFECT_REDRAW : EFFECT_NONE;
}

/* The points taken, to the print form. */
static unsigned
minutes_do_print(struct view *base, const char *argument UNUSED,
		 struct error *err)
{
	struct minutes_view *view = minutes_view_of(base);
	const struct meeting *meeting = view->brief->meeting;
	struct print_taken taken = {
		mem_alloc(meeting->row_count + 1, sizeof *taken.rows),
		mem_alloc(meeting->row_count + 1, sizeof *taken.forms)};
	size_t count = 0, at;

	for (size_t i = 0; i < view->choices.count; i++) {
		const struct minutes_choice *choice = &view->choices.list[i];

		at = meeting->sections[choice->section].first_row + choice->row;
		taken.rows[at] = choice->is_taken;
		taken.forms[at] = (unsigned char)choice->form;
		count += choice->is_taken;
	}
	if (count > 0) {
		view_print_push(view->brief, &taken);
		return EFFECT_REDRAW;
	}
	free(taken.rows);
	free(taken.forms);
	error_set(err, STATUS_NOT_FOUND, "%s",
		  _("No point is taken. Space takes one."));
	return EFFECT_NONE;
}

#define GROUP_MINUTES N_("What fits")

static const struct view_command minutes_commands[] = {
	PAGER_VIEW_MOVES,
	{"take", NULL, GROUP_MINUTES, N_("take the point, or leave it"), false,
	 minutes_do_take},
	{"form", NULL, GROUP_MINUTES,
	 N_("take it in full, as key phrases, as a cue"), false,
	 minutes_do_form},
	{"minutes", "TIME", GROUP_MINUTES, N_("another time: 3, 2:30"), false,
	 minutes_do_minutes},
	{"read", NULL, GROUP_MINUTES, N_("read the points taken"), false,
	 minutes_do_read},
	{"print", NULL, GROUP_MINUTES, N_("print the points taken"), false,
	 minutes_do_print},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops minutes_ops = {
	.name = "minutes",
	.title = N_("We have N minutes"),
	.commands = minutes_commands,
	.draw = minutes_draw,
	.status = minutes_status,
	.reload = minutes_reload,
	.free = minutes_free,
};

static struct view *
view_minutes_new(struct brief_view *brief, long seconds)
{
	struct minutes_view *view = mem_alloc(1, sizeof *view);

	view->list.base.ops = &minutes_ops;
	view->list.base.app = brief->base.app;
	view->brief = brief;
	pager_init(&view->list.pager, true);
	minutes_propose(view, seconds);
	minutes_fill(view);
	viewport_go(&view->list.pager.viewport, 0);
	return &view->list.base;
}

unsigned
brief_do_minutes(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	long seconds;

	brief_fit(view);
	if (*argument == '\0')
		return app_prompt(base->app, "minutes", "");
	if (!minutes_parse(argument, &seconds, err))
		return EFFECT_NONE;
	app_push_view(base->app, view_minutes_new(view, seconds));
	return EFFECT_REDRAW;
}

unsigned
brief_do_reading(struct view *base, const char *argument UNUSED,
		 struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	struct view *reading;

	brief_fit(view);
	reading = view_reading_of_brief(view);
	if (reading != NULL) {
		app_push_view(base->app, reading);
		return EFFECT_REDRAW;
	}
	error_set(err, STATUS_NOT_FOUND, "%s",
		  _("There is no point here to be read."));
	return EFFECT_NONE;
}
