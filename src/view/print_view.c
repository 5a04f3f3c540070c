/* The print form: what is to be printed, and what will come of it. */
#include <stdlib.h>
#include <string.h>

#include "lectern/floor_clock.h"
#include "lectern/memory.h"
#include "lectern/words.h"
#include "pager.h"
#include "print_form.h"

struct print_view {
	struct pager_view list;
	struct print_form form;
};

static struct print_view *
print_view_of(struct view *view)
{
	return (struct print_view *)view;
}

/* --- what will come of it --- */

/* "5 pages, 8 points, 3:20 min" */
static void
print_view_format_report(const struct print_report *report, struct buffer *out)
{
	struct buffer time = BUFFER_INIT;

	floor_clock_format((report->milliseconds + 500) / 1000, &time);
	if (report->pages > 0)
		buffer_printf(out,
			      P_("%zu page, ", "%zu pages, ", report->pages),
			      report->pages);
	buffer_printf(
		out,
		P_("%zu point, %s min", "%zu points, %s min", report->points),
		report->points, time.data);
	buffer_release(&time);
}

/* "Sheets of their own: to be said; if raised." */
static void
print_view_format_sheets(const struct print_report *report, struct buffer *out)
{
	static const char *const words[ROLE_COUNT] = {
		[ROLE_SAY] = N_("to be said"),
		[ROLE_IF_RAISED] = N_("if raised"),
		[ROLE_IF_PRESSED] = N_("if pressed"),
		[ROLE_BACKGROUND] = N_("background"),
		[ROLE_AVOID] = N_("avoid"),
	};
	const char *between = "";

	for (int role = 0; role < ROLE_COUNT; role++) {
		if (!(report->sheets & 1u << role))
			continue;
		buffer_printf(out, "%s%s", between, gettext(words[role]));
		between = ", ";
	}
}

static void
print_view_add_line(struct print_view *view, enum style style, const char *text)
{
	pager_add(&view->list.pager, style, "", style, text);
}

/* Errors, sentences that no page holds, changed points. */
static void
print_view_add_remarks(struct print_view *view)
{
	const struct print_form *form = &view->form;
	const struct print_report *report = &form->report;
	struct buffer line = BUFFER_INIT;

	if (form->errors > 0) {
		buffer_printf(&line,
			      P_("%zu error is open in it; the foot of each "
				 "page says so. lectern check names it.",
				 "%zu errors are open in it; the foot of each "
				 "page says so. lectern check names them.",
				 form->errors),
			      form->errors);
		print_view_add_line(view, STYLE_WARNING, line.data);
		buffer_reset(&line);
	}
	for (size_t i = 0; i < report->broken.len; i++) {
		buffer_printf(&line,
			      _("%s has a sentence that is longer than "
				"a page."),
			      report->broken.items[i]);
		print_view_add_line(view, STYLE_WARNING, line.data);
		buffer_reset(&line);
	}
	if (form->changed_count > 0) {
		buffer_printf(&line,
			      P_("%zu point changed since it was last printed.",
				 "%zu points changed since they were last "
				 "printed.",
				 form->changed_count),
			      form->changed_count);
		print_view_add_line(view, STYLE_TEXT, line.data);
	}
	buffer_release(&line);
}

static void
print_view_add_outcome(struct print_view *view)
{
	const struct print_form *form = &view->form;
	struct buffer line = BUFFER_INIT;

	print_view_add_line(view, STYLE_TEXT, "");
	if (form->status != STATUS_OK) {
		print_view_add_line(view, STYLE_ERROR, form->err.message);
		return;
	}
	print_view_format_report(&form->report, &line);
	print_view_add_line(view, STYLE_STRONG, line.data);
	buffer_reset(&line);
	buffer_append_string(&line, _("Sheets of their own: "));
	print_view_format_sheets(&form->report, &line);
	print_view_add_line(view, STYLE_TEXT, line.data);
	buffer_release(&line);
	print_view_add_remarks(view);
}

/* --- the view --- */

static void
print_view_fill(struct print_view *view)
{
	size_t mark = view->list.pager.viewport.mark;
	struct buffer value = BUFFER_INIT;

	print_form_measure(&view->form);
	pager_release(&view->list.pager);
	pager_init(&view->list.pager, true);
	for (int field = 0; field < PRINT_FIELDS; field++) {
		buffer_reset(&value);
		print_form_value(&view->form, (enum print_field)field, &value);
		pager_add(&view->list.pager, STYLE_NUMBER,
			  print_form_label((enum print_field)field), STYLE_TEXT,
			  value.data);
	}
	print_view_add_outcome(view);
	pager_view_fit(&view->list.base);
	viewport_go(&view->list.pager.viewport, mark);
	buffer_release(&value);
}

static void
print_view_draw(struct view *base, struct frame *frame)
{
	struct print_view *view = print_view_of(base);
	struct buffer head = BUFFER_INIT;

	if (view->form.is_stale)
		print_view_fill(view);
	buffer_printf(&head, _("Print %s"), view->form.brief->meeting->id);
	pager_view_draw(base, frame, head.data);
	buffer_release(&head);
}

static void
print_view_status(const struct view *base, struct buffer *out)
{
	const struct print_view *view = (const struct print_view *)base;

	buffer_append_string(out, print_form_queue(&view->form) != NULL
					  ? _("Enter prints it")
					  : _("Enter writes the file"));
	buffer_printf(out, "\t%s", _("Space changes a line"));
	buffer_printf(out, "\t%s", _("o names the file"));
}

/* What is below is read after this: nothing of the old meeting may stay. */
static enum status
print_view_reload(struct view *base, struct error *err UNUSED)
{
	print_form_reload(&print_view_of(base)->form);
	return STATUS_OK;
}

static void
print_view_free(struct view *base)
{
	struct print_view *view = print_view_of(base);

	pager_release(&view->list.pager);
	print_form_release(&view->form);
	free(view);
}

/* --- commands --- */

static unsigned
print_view_turn(struct view *base, int step)
{
	struct print_view *view = print_view_of(base);
	size_t at = view->list.pager.viewport.mark;

	if (at >= PRINT_FIELDS)
		return EFFECT_NONE;
	print_form_turn(&view->form, (enum print_field)at, step);
	return EFFECT_REDRAW;
}

static unsigned
print_do_change(struct view *base, const char *argument UNUSED,
		struct error *err UNUSED)
{
	return print_view_turn(base, 1);
}

static unsigned
print_do_change_back(struct view *base, const char *argument UNUSED,
		     struct error *err UNUSED)
{
	return print_view_turn(base, -1);
}

static unsigned
print_do_file(struct view *base, const char *argument, struct error *err)
{
	struct print_view *view = print_view_of(base);
	struct buffer name = BUFFER_INIT;
	unsigned effects;

	if (*argument != '\0')
		return print_form_rename(&view->form, argument, err) ==
				       STATUS_OK
			       ? EFFECT_REDRAW
			       : EFFECT_NONE;
	print_form_file(&view->form, &name);
	effects = app_prompt(base->app, "file", name.data);
	buffer_release(&name);
	return effects;
}

/* What must be confirmed, as a question; nothing where nothing must. */
static void
print_view_ask(const struct print_form *form, struct buffer *out)
{
	struct buffer name = BUFFER_INIT;
	const char *queue = print_form_queue(form);

	print_form_file(form, &name);
	if (form->errors > 0)
		buffer_printf(out,
			      P_("%zu error is open. ", "%zu errors are open. ",
				 form->errors),
			      form->errors);
	if (queue != NULL)
		buffer_printf(out,
			      P_("%zu page to printer %s? (y/n)",
				 "%zu pages to printer %s? (y/n)",
				 form->report.pages),
			      form->report.pages, queue);
	else if (is_file(name.data))
		buffer_printf(out, _("Replace %s? (y/n)"),
			      path_base(name.data));
	else if (form->errors > 0)
		buffer_append_string(out, _("Print all the same? (y/n)"));
	buffer_release(&name);
}

/* "y", also where a Russian or Kazakh layout is on. */
static bool
is_print_yes(const char *answer)
{
	return strcmp(answer, "y") == 0 || strcmp(answer, "н") == 0;
}

static unsigned
print_view_make(struct print_view *view, struct error *err)
{
	struct print_report report = PRINT_REPORT_INIT;
	struct buffer said = BUFFER_INIT;
	enum status rc = print_form_make(&view->form, &report, err);

	if (rc == STATUS_OK) {
		brief_find_changed(view->form.brief);
		print_form_value(&view->form, PRINT_TARGET, &said);
		buffer_append_string(&said, ": ");
		print_view_format_report(&report, &said);
		app_say(view->list.base.app, "%s", said.data);
	}
	print_report_release(&report);
	buffer_release(&said);
	return rc == STATUS_OK ? EFFECT_BACK | EFFECT_REDRAW : EFFECT_NONE;
}

static unsigned
print_do_make(struct view *base, const char *argument, struct error *err)
{
	struct print_view *view = print_view_of(base);
	struct buffer question = BUFFER_INIT;
	unsigned effects = EFFECT_REDRAW;

	print_form_measure(&view->form);
	if (view->form.status != STATUS_OK) {
		*err = view->form.err;
		return EFFECT_NONE;
	}
	print_view_ask(&view->form, &question);
	if (question.len == 0 || is_print_yes(argument))
		effects = print_view_make(view, err);
	else if (*argument == '\0')
		effects = app_wait_key(base->app, "make", question.data);
	else
		app_say(base->app, "%s", _("Nothing was printed."));
	buffer_release(&question);
	return effects;
}

#define GROUP_PRINT N_("Printing")

static const struct view_command print_view_commands[] = {
	PAGER_VIEW_MOVES,
	{"change", NULL, GROUP_PRINT, N_("the next value of the line"), false,
	 print_do_change},
	{"change-back", NULL, GROUP_PRINT, N_("the value before"), false,
	 print_do_change_back},
	{"file", "NAME", GROUP_PRINT,
	 N_("another file: .pdf, .html or .txt, in any folder"), false,
	 print_do_file},
	{"make", NULL, GROUP_PRINT, N_("print it, or write the file"), false,
	 print_do_make},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops print_view_ops = {
	.name = "print",
	.title = N_("Print"),
	.commands = print_view_commands,
	.draw = print_view_draw,
	.status = print_view_status,
	.reload = print_view_reload,
	.free = print_view_free,
};

void
view_print_push(struct brief_view *brief, const struct print_taken *taken)
{
	struct print_view *view = mem_alloc(1, sizeof *view);

	view->list.base.ops = &print_view_ops;
	view->list.base.app = brief->base.app;
	print_form_init(&view->form, brief, taken);
	pager_init(&view->list.pager, true);
	print_view_fill(view);
	viewport_go(&view->list.pager.viewport, 0);
	app_push_view(brief->base.app, &view->list.base);
}

unsigned
brief_do_print(struct view *base, const char *argument UNUSED,
	       struct error *err UNUSED)
{
	struct brief_view *view = (struct brief_view *)base;

	brief_fit(view);
	view_print_push(view, NULL);
	return EFFECT_REDRAW;
}
