/* What was found while reading the files of a brief, as a list. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "lectern/app.h"
#include "pager.h"

struct findings_view {
	struct view base;
	struct pager pager;
	char *title;
	size_t errors, warnings, notes;
};

static struct findings_view *
findings_view_of(struct view *view)
{
	return (struct findings_view *)view;
}

static void
findings_fit(struct findings_view *view)
{
	int rows, width;

	app_view_size(view->base.app, &rows, &width);
	pager_fit(&view->pager, rows - 1, width);
}

static void
findings_draw(struct view *base, struct frame *frame)
{
	struct findings_view *view = findings_view_of(base);
	struct buffer head = BUFFER_INIT;

	findings_fit(view);
	buffer_printf(&head, _("Findings in %s"), view->title);
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	frame_put_cut(frame, 0, 1, frame->columns - 2, STYLE_COLUMN_HEAD,
		      head.data);
	buffer_release(&head);
	pager_draw(&view->pager, frame, 1);
}

static void
findings_status(const struct view *base, struct buffer *out)
{
	const struct findings_view *view = (const struct findings_view *)base;

	buffer_printf(out, P_("%zu error", "%zu errors", view->errors),
		      view->errors);
	buffer_append_byte(out, '\t');
	buffer_printf(out, P_("%zu warning", "%zu warnings", view->warnings),
		      view->warnings);
	buffer_append_byte(out, '\t');
	buffer_printf(out, P_("%zu note", "%zu notes", view->notes),
		      view->notes);
}

static void
findings_free(struct view *base)
{
	struct findings_view *view = findings_view_of(base);

	pager_release(&view->pager);
	free(view->title);
	free(view);
}

#define FINDINGS_MOVE(name, move)                                              \
	static unsigned findings_do_##name(struct view *base,                  \
					   const char *argument UNUSED,        \
					   struct error *err UNUSED)           \
	{                                                                      \
		findings_fit(findings_view_of(base));                          \
		pager_move(&findings_view_of(base)->pager, move);              \
		return EFFECT_REDRAW;                                          \
	}

FINDINGS_MOVE(next, PAGER_NEXT)
FINDINGS_MOVE(previous, PAGER_PREVIOUS)
FINDINGS_MOVE(line_down, PAGER_LINE_DOWN)
FINDINGS_MOVE(line_up, PAGER_LINE_UP)
FINDINGS_MOVE(page_down, PAGER_PAGE_DOWN)
FINDINGS_MOVE(page_up, PAGER_PAGE_UP)
FINDINGS_MOVE(first, PAGER_FIRST)
FINDINGS_MOVE(last, PAGER_LAST)

#define GROUP_MOVE N_("Moving")

static const struct view_command findings_commands[] = {
	{"next", NULL, GROUP_MOVE, N_("next finding"), false, findings_do_next},
	{"previous", NULL, GROUP_MOVE, N_("previous finding"), false,
	 findings_do_previous},
	{"line-down", NULL, GROUP_MOVE, N_("a line down"), false,
	 findings_do_line_down},
	{"line-up", NULL, GROUP_MOVE, N_("a line up"), false,
	 findings_do_line_up},
	{"page-down", NULL, GROUP_MOVE, N_("a screen down"), false,
	 findings_do_page_down},
	{"page-up", NULL, GROUP_MOVE, N_("a screen up"), false,
	 findings_do_page_up},
	{"first", NULL, GROUP_MOVE, N_("the first finding"), false,
	 findings_do_first},
	{"last", NULL, GROUP_MOVE, N_("the last finding"), false,
	 findings_do_last},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops findings_ops = {
	.name = "findings",
	.title = N_("Findings"),
	.commands = findings_commands,
	.draw = findings_draw,
	.status = findings_status,
	.free = findings_free,
};

/* The head names the meeting: its folder is not said again. */
static const char *
findings_file(const struct findings_view *view, const char *file)
{
	size_t len = strlen(view->title);

	if (*file == '\0')
		return view->title;
	if (strncmp(file, view->title, len) == 0 && file[len] == '/')
		return file + len + 1;
	return file;
}

/* "ru.md:12:3" beside what is wrong there. */
static void
findings_add(struct findings_view *view, const struct diagnostic *diag)
{
	struct buffer label = BUFFER_INIT, text = BUFFER_INIT;
	enum style style = diag->severity == SEVERITY_ERROR	? STYLE_ERROR
			   : diag->severity == SEVERITY_WARNING ? STYLE_WARNING
								: STYLE_QUIET;
	const char *word = diag->severity == SEVERITY_ERROR	? _("Error")
			   : diag->severity == SEVERITY_WARNING ? _("Warning")
								: _("Note");

	buffer_append_string(&label, findings_file(view, diag->file));
	if (diag->line > 0)
		buffer_printf(&label, ":%d", diag->line);
	if (diag->line > 0 && diag->column > 0)
		buffer_printf(&label, ":%d", diag->column);
	buffer_printf(&text, "%s: %s [%s]", word, diag->message, diag->rule);
	pager_add(&view->pager, style, label.data, STYLE_TEXT, text.data);
	buffer_release(&label);
	buffer_release(&text);
}

struct view *
view_findings_new(struct app *app, const struct diagnostics *diags,
		  const char *title)
{
	struct findings_view *view = mem_alloc(1, sizeof *view);

	view->base.ops = &findings_ops;
	view->base.app = app;
	view->title = mem_strdup(title);
	pager_init(&view->pager, true);
	for (size_t i = 0; i < diags->list.len; i++)
		findings_add(view, &diags->list.items[i]);
	view->errors = diagnostics_count(diags, SEVERITY_ERROR);
	view->warnings =
		diagnostics_count(diags, SEVERITY_WARNING) - view->errors;
	view->notes = diags->list.len - view->errors - view->warnings;
	if (diags->list.len == 0)
		pager_add(&view->pager, STYLE_TEXT, "", STYLE_TEXT,
			  _("Nothing was found: all files of this brief are "
			    "well-formed."));
	findings_fit(view);
	viewport_go(&view->pager.viewport, 0);
	return &view->base;
}
