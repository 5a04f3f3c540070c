/*
 * What the checks found, as a list beside the text: the text goes along to
 * the place of the finding that is marked. Where there is width the list
 * stands at the left, else below; where there is neither width nor height it
 * stands alone.
 */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "pager.h"

#define FINDINGS_WIDE	    120 /* from it the list is at the left */
#define FINDINGS_LIST_LEAST 44	/* its cells there */
#define FINDINGS_ROWS_LEAST 14	/* under it the list is alone */
#define FINDINGS_LIST_ROWS  5

/* Where list and text stand in the view's area. */
struct findings_split {
	int list_row, list_rows, list_columns;
	int text_column, text_rows, text_columns; /* text_rows 0: no text */
};

struct findings_view {
	struct view base;
	struct brief_view *brief; /* below this view */
	struct pager pager;
	struct frame list, text; /* drawn apart, then put together */
	struct buffer origin;	 /* the place one came from */
	bool is_filled;
};

static struct findings_view *
findings_view_of(struct view *view)
{
	return (struct findings_view *)view;
}

static struct findings_split
findings_split(int rows, int columns)
{
	struct findings_split split = {.list_rows = rows,
				       .list_columns = columns};

	if (columns >= FINDINGS_WIDE) {
		split.list_columns = columns / 3;
		if (split.list_columns < FINDINGS_LIST_LEAST)
			split.list_columns = FINDINGS_LIST_LEAST;
		split.text_column = split.list_columns + 1;
		split.text_columns = columns - split.text_column;
		split.text_rows = rows;
	} else if (rows >= FINDINGS_ROWS_LEAST) {
		split.list_rows = rows * 2 / 5;
		if (split.list_rows < FINDINGS_LIST_ROWS)
			split.list_rows = FINDINGS_LIST_ROWS;
		split.list_row = split.text_rows = rows - split.list_rows;
		split.text_columns = columns;
	}
	return split;
}

/* --- the list --- */

/* "2.2.4/1 ru"; "ru.md:12" for what is at no place of the brief. */
static void
findings_format_label(const struct findings_view *view,
		      const struct brief_finding *finding, struct buffer *out)
{
	const struct meeting *meeting = view->brief->meeting;
	const struct check_finding *found = finding->found;

	if (!finding->place.whole_meeting) {
		place_format(meeting, &finding->place, out);
		if (finding->language >= 0)
			buffer_printf(out, " %s",
				      meeting->languages[finding->language]);
		return;
	}
	buffer_append_string(out, *found->file == '\0'
					  ? meeting->id
					  : path_base(found->file));
	if (found->line > 0)
		buffer_printf(out, ":%d", found->line);
}

static void
findings_add(struct findings_view *view, const struct brief_finding *finding)
{
	struct buffer label = BUFFER_INIT, text = BUFFER_INIT;
	enum severity severity = finding->found->severity;

	findings_format_label(view, finding, &label);
	brief_format_finding(finding, &text);
	pager_add(&view->pager,
		  severity == SEVERITY_ERROR	 ? STYLE_ERROR
		  : severity == SEVERITY_WARNING ? STYLE_WARNING
						 : STYLE_QUIET,
		  label.data, STYLE_TEXT, text.data);
	buffer_release(&label);
	buffer_release(&text);
}

/* What cannot be checked must not look like a text without faults. */
static void
findings_fill(struct findings_view *view)
{
	struct error err = ERROR_INIT;
	size_t mark = view->pager.viewport.mark;

	pager_release(&view->pager);
	pager_init(&view->pager, true);
	view->is_filled = true;
	if (brief_check(view->brief, &err) != STATUS_OK)
		pager_add(&view->pager, STYLE_ERROR, "", STYLE_TEXT,
			  err.message);
	else if (view->brief->findings.len == 0)
		pager_add(&view->pager, STYLE_TEXT, "", STYLE_TEXT,
			  _("Nothing was found: the texts of this brief "
			    "agree."));
	for (size_t i = 0; i < view->brief->findings.len; i++)
		findings_add(view, &view->brief->findings.items[i]);
	view->pager.viewport.mark = mark;
}

/* The finding that is marked, or NULL. */
static const struct brief_finding *
findings_marked(const struct findings_view *view)
{
	size_t mark = view->pager.viewport.mark;

	return mark < view->brief->findings.len
		       ? &view->brief->findings.items[mark]
		       : NULL;
}

/* The text goes where the marked finding is. */
static void
findings_show_place(struct findings_view *view)
{
	const struct brief_finding *finding = findings_marked(view);

	if (finding == NULL || view->brief->item_count == 0)
		return;
	view->brief->finding_at = view->pager.viewport.mark;
	viewport_go(&view->brief->viewport,
		    brief_finding_item(view->brief, finding));
}

/* The sizes there are now, and a list of what was found last. */
static struct findings_split
findings_fit(struct findings_view *view)
{
	struct findings_split split;
	int rows, columns;
	bool was_filled = view->is_filled;

	app_view_size(view->base.app, &rows, &columns);
	split = findings_split(rows, columns);
	view->brief->beside_rows = split.text_rows;
	view->brief->beside_columns = split.text_columns;
	brief_fit(view->brief);
	if (!was_filled)
		findings_fill(view);
	pager_fit(&view->pager, split.list_rows - 1, split.list_columns);
	if (!was_filled) {
		size_t last = view->pager.items.len - 1;
		size_t mark = view->pager.viewport.mark;

		viewport_go(&view->pager.viewport, mark < last ? mark : last);
		findings_show_place(view);
	}
	return split;
}

/* --- drawing --- */

static void
findings_draw_list(struct findings_view *view)
{
	struct frame *frame = &view->list;
	struct buffer head = BUFFER_INIT;

	buffer_printf(&head, _("Findings in %s"), view->brief->meeting->id);
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	frame_put_cut(frame, 0, 1, frame->columns - 2, STYLE_COLUMN_HEAD,
		      head.data);
	buffer_release(&head);
	pager_draw(&view->pager, frame, 1);
}

static void
findings_draw(struct view *base, struct frame *frame)
{
	struct findings_view *view = findings_view_of(base);
	struct findings_split split = findings_fit(view);

	view->list.leave_direction = view->text.leave_direction =
		frame->leave_direction;
	if (split.text_rows > 0) {
		frame_resize(&view->text, split.text_rows, split.text_columns);
		view->brief->base.ops->draw(&view->brief->base, &view->text);
		frame_paste(frame, 0, split.text_column, &view->text);
	}
	if (split.text_column > 0)
		for (int row = 0; row < frame->rows; row++)
			frame_fill(frame, row, split.text_column - 1, 1,
				   STYLE_RULE, COLUMNS_RULE);
	frame_resize(&view->list, split.list_rows, split.list_columns);
	findings_draw_list(view);
	frame_paste(frame, split.list_row, 0, &view->list);
}

static void
findings_status_count(const struct check_report *report, struct buffer *out)
{
	size_t errors = check_report_count(report, SEVERITY_ERROR);
	size_t warnings = check_report_count(report, SEVERITY_WARNING);
	size_t notes = check_report_count(report, SEVERITY_NOTE);

	buffer_append_byte(out, '\t');
	buffer_printf(out, P_("%zu error", "%zu errors", errors), errors);
	buffer_append_byte(out, '\t');
	buffer_printf(out, P_("%zu warning", "%zu warnings", warnings),
		      warnings);
	buffer_append_byte(out, '\t');
	buffer_printf(out, P_("%zu note", "%zu notes", notes), notes);
	if (report->suppressed == 0)
		return;
	buffer_append_byte(out, '\t');
	/* TRANSLATORS: findings for which the writer gave a reason. */
	buffer_printf(out,
		      P_("%zu given a reason", "%zu given a reason",
			 report->suppressed),
		      report->suppressed);
}

static void
findings_status(const struct view *base, struct buffer *out)
{
	const struct findings_view *view = (const struct findings_view *)base;
	const struct brief_finding *finding = findings_marked(view);

	if (finding == NULL) {
		buffer_append_string(out, _("no findings"));
	} else {
		buffer_printf(out, _("finding %zu of %zu"),
			      view->pager.viewport.mark + 1,
			      view->brief->findings.len);
		buffer_printf(out, "\t%s",
			      *finding->found->file != '\0'
				      ? path_base(finding->found->file)
				      : view->brief->meeting->id);
		if (finding->found->line > 0)
			buffer_printf(out, ":%d:%d", finding->found->line,
				      finding->found->column);
	}
	findings_status_count(&view->brief->report, out);
}

/* The brief below is read again after this view. */
static enum status
findings_reload(struct view *base, struct error *err UNUSED)
{
	findings_view_of(base)->is_filled = false;
	return STATUS_OK;
}

static void
findings_free(struct view *base)
{
	struct findings_view *view = findings_view_of(base);

	view->brief->beside_rows = 0;
	pager_release(&view->pager);
	frame_release(&view->list);
	frame_release(&view->text);
	buffer_release(&view->origin);
	free(view);
}

/* --- commands --- */

#define FINDINGS_MOVE(name, move)                                              \
	static unsigned findings_do_##name(struct view *base,                  \
					   const char *argument UNUSED,        \
					   struct error *err UNUSED)           \
	{                                                                      \
		struct findings_view *view = findings_view_of(base);           \
                                                                               \
		findings_fit(view);                                            \
		pager_move(&view->pager, move);                                \
		findings_show_place(view);                                     \
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

/* Where one was before the list was opened. */
static void
findings_return(struct findings_view *view)
{
	struct brief_view *brief = view->brief;
	struct error ignored = ERROR_INIT;
	struct place place = {0, 0, true, true};

	if (brief->item_count == 0)
		return;
	if (view->origin.len > 0 &&
	    place_find(brief->meeting, view->origin.data, &place, &ignored) !=
		    STATUS_OK)
		return;
	if (view->origin.len == 0)
		brief_begin(brief);
	else
		viewport_go(&brief->viewport, brief_item_of(brief, &place));
}

static unsigned
findings_do_back(struct view *base, const char *argument UNUSED,
		 struct error *err UNUSED)
{
	findings_return(findings_view_of(base));
	return EFFECT_BACK;
}

/* The place stays; that one came from is remembered. */
static unsigned
findings_do_open(struct view *base, const char *argument UNUSED,
		 struct error *err UNUSED)
{
	struct findings_view *view = findings_view_of(base);

	findings_fit(view);
	if (findings_marked(view) == NULL)
		return EFFECT_REDRAW;
	findings_return(view);
	if (view->brief->item_count > 0)
		brief_leave_place(view->brief);
	findings_show_place(view);
	return EFFECT_BACK;
}

static unsigned
findings_edit(struct view *base, bool is_both, struct error *err)
{
	struct findings_view *view = findings_view_of(base);
	const struct brief_finding *finding;
	struct brief_edit edit;

	findings_fit(view);
	finding = findings_marked(view);
	if (finding == NULL)
		return EFFECT_REDRAW;
	edit = (struct brief_edit){finding->place, finding->language, NULL, 0,
				   is_both};
	if (*finding->found->file != '\0') {
		edit.file = finding->found->file;
		edit.line = finding->found->line;
	}
	return brief_edit(view->brief, &edit, err);
}

static unsigned
findings_do_edit(struct view *view, const char *argument UNUSED,
		 struct error *err)
{
	return findings_edit(view, false, err);
}

static unsigned
findings_do_edit_both(struct view *view, const char *argument UNUSED,
		      struct error *err)
{
	return findings_edit(view, true, err);
}

static unsigned
findings_do_ignore(struct view *base, const char *argument, struct error *err)
{
	struct findings_view *view = findings_view_of(base);
	const struct brief_finding *finding;

	findings_fit(view);
	finding = findings_marked(view);
	if (finding == NULL)
		return EFFECT_REDRAW;
	if (*argument == '\0')
		return app_prompt(base->app, "ignore", "");
	return brief_ignore(view->brief, finding, argument, err);
}

#define GROUP_MOVE  N_("Moving")
#define GROUP_WRITE N_("Writing")

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
	{"open", NULL, GROUP_MOVE, N_("to its place in the text"), false,
	 findings_do_open},
	{"back", NULL, GROUP_MOVE, N_("back to where one was"), false,
	 findings_do_back},
	{"edit", NULL, GROUP_WRITE, N_("the text in your editor, at its line"),
	 false, findings_do_edit},
	{"edit-both", NULL, GROUP_WRITE,
	 N_("the same, and another language beside it"), false,
	 findings_do_edit_both},
	{"ignore", "REASON", GROUP_WRITE,
	 N_("let it pass, for a reason that is written into the text"), false,
	 findings_do_ignore},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops findings_ops = {
	.name = "findings",
	.title = N_("Findings"),
	.commands = findings_commands,
	.draw = findings_draw,
	.status = findings_status,
	.reload = findings_reload,
	.free = findings_free,
};

struct view *
view_findings_new(struct app *app, struct view *brief)
{
	struct findings_view *view = mem_alloc(1, sizeof *view);

	view->base.ops = &findings_ops;
	view->base.app = app;
	view->brief = (struct brief_view *)brief;
	view->list = view->text = (struct frame)FRAME_INIT;
	buffer_init(&view->origin);
	pager_init(&view->pager, true);
	if (view->brief->item_count > 0)
		brief_format_place(view->brief, view->brief->viewport.mark,
				   &view->origin);
	return &view->base;
}
