/* What a point of the brief cites: the panel under it, and its keys. */
#include <stdint.h>

#include "lectern/words.h"
#include "brief_view.h"

static struct brief_view *
brief_view_of(struct view *view)
{
	return (struct brief_view *)view;
}

int
brief_panel_height(const struct brief_view *view, size_t item)
{
	return item == view->panel_item ? cite_panel_height(&view->panel) : 0;
}

bool
is_brief_in_panel(const struct view *base)
{
	const struct brief_view *view = (const struct brief_view *)base;

	return view->panel_item != SIZE_MAX &&
	       view->panel_item == view->viewport.mark;
}

void
brief_close_panel(struct brief_view *view)
{
	struct viewport *vp = &view->viewport;
	const struct viewport *before = &view->panel_before;

	if (view->panel_item == SIZE_MAX)
		return;
	view->panel_item = SIZE_MAX;
	cite_panel_release(&view->panel);
	if (before->rows == vp->rows && before->mark == vp->mark)
		*vp = *before;
	else
		viewport_refit(vp, vp->rows);
}

/* Lines of the marked item that end 'after' lines before its end come into
 * view. The first look is cut off after two screens, so it may take several. */
static void
brief_reveal_below(struct brief_view *view, int after)
{
	struct viewport *vp = &view->viewport;
	int hidden = viewport_below(vp) - after;

	while (hidden > 0 && viewport_scroll(vp, hidden))
		hidden = viewport_below(vp) - after;
}

/* The panel comes into view; where it is too long, the chosen document does,
 * its first line in any case. */
static void
brief_reveal_chosen(struct brief_view *view)
{
	struct viewport *vp = &view->viewport;
	size_t item = view->panel_item;
	int panel = brief_panel_height(view, item), start, end;
	int above = brief_item_height(view, item) - panel;
	struct viewport_line top;

	cite_panel_chosen_lines(&view->panel, &start, &end);
	brief_reveal_below(view, panel > vp->rows ? panel - end : 0);
	top = viewport_top(vp);
	if (top.item == item && top.line > above + start)
		viewport_scroll(vp, above + start - top.line);
}

/* The index counts rows of the whole meeting; the front is not in it. */
static int
brief_row_number(const struct brief_view *view, size_t item)
{
	if (view->items[item].section == BRIEF_FRONT)
		return -1;
	return (int)brief_section(view, item)->first_row +
	       view->items[item].row;
}

bool
brief_open_panel(struct brief_view *view)
{
	size_t item = view->viewport.mark;
	const struct aligned_row *row;

	brief_close_panel(view);
	row = view->item_count > 0 ? brief_row(view, item) : NULL;
	if (row == NULL)
		return false;
	cite_panel_fill(&view->panel, view->base.app, view->meeting, row,
			brief_row_number(view, item), &view->columns);
	if (view->panel.entries.len == 0)
		return false;
	view->panel_before = view->viewport;
	view->panel_item = item;
	cite_panel_layout(&view->panel, &view->columns,
			  view->options.leave_direction);
	brief_reveal_chosen(view);
	return true;
}

/* The chosen document, in the languages of the columns. */
static void
brief_open_cited(struct brief_view *view)
{
	const struct cite_entry *entry =
		&view->panel.entries.items[view->panel.chosen];
	struct app *app = view->base.app;
	struct buffer languages = BUFFER_INIT;

	for (size_t i = 0; i < COLUMNS_MAX && view->shown[i] != NULL; i++)
		buffer_printf(&languages, "%s%s", i > 0 ? "," : "",
			      view->shown[i]);
	app_push_view(app,
		      view_instrument_new(app, entry->symbol, entry->paragraph,
					  languages.data));
	buffer_release(&languages);
}

unsigned
brief_do_cites(struct view *base, const char *argument UNUSED,
	       struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	if (is_brief_in_panel(base)) {
		brief_open_cited(view);
	} else if (!brief_open_panel(view)) {
		app_say(base->app, "%s", _("This point cites no document."));
	}
	return EFFECT_REDRAW;
}

unsigned
brief_do_cites_next(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	if (!is_brief_in_panel(base))
		return brief_do_cites(base, argument, err);
	if (view->panel.chosen + 1 >= view->panel.entries.len)
		return brief_do_next(base, argument, err);
	view->panel.chosen++;
	brief_reveal_chosen(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_cites_previous(struct view *base, const char *argument,
			struct error *err)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	if (!is_brief_in_panel(base))
		return brief_do_cites(base, argument, err);
	if (view->panel.chosen == 0)
		return brief_do_cites_close(base, argument, err);
	view->panel.chosen--;
	brief_reveal_chosen(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_cites_close(struct view *base, const char *argument UNUSED,
		     struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	brief_close_panel(view);
	return EFFECT_REDRAW;
}

void
brief_status_panel(const struct brief_view *view, struct buffer *out)
{
	size_t count = view->panel.entries.len;

	brief_format_place(view, view->panel_item, out);
	buffer_append_byte(out, '\t');
	buffer_append_string(out, _("Enter opens, q closes"));
	if (count < 2)
		return;
	buffer_printf(out, "\t%s\t", _("j k choose"));
	buffer_printf(out, _("citation %zu of %zu"), view->panel.chosen + 1,
		      count);
}
