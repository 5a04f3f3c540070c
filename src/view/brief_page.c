/* Items of a brief, laid out around the screen: see brief_view.h. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "brief_view.h"

#define BRIEF_LAYOUTS_MAX   256 /* kept at once */
#define BRIEF_OUTLINE	    120 /* from it an outline */
#define BRIEF_THREE_COLUMNS 180

/* The title and what stands before the first section, as a section. */
static void
brief_make_front(struct brief_view *view)
{
	struct brief_front *front = &view->front;

	memset(front, 0, sizeof *front);
	front->section.id = "";
	for (size_t i = 0; i < view->meeting->language_count; i++) {
		const struct brief *brief = view->meeting->briefs[i];
		struct section *section = &front->sections[i];
		struct point *point = &front->points[i];

		if (brief == NULL ||
		    (brief->title.len == 0 && brief->preface_count == 0))
			continue;
		section->id = section->to = section->was = "";
		section->heading = brief->title;
		if (section->heading.text == NULL)
			section->heading.text = section->heading.marker = "";
		front->section.cells[i] = section;
		front->has_heading |= brief->title.len > 0;
		if (brief->preface_count == 0)
			continue;
		point->is_chapeau = true;
		point->id = point->to = point->was = point->answers = "";
		point->blocks = brief->preface;
		point->block_count = brief->preface_count;
		section->points = point;
		section->point_count = 1;
		front->row.cells[i] = point;
		front->has_row = true;
	}
	front->section.rows = &front->row;
	front->section.row_count = front->has_row ? 1 : 0;
}

/* Its heading and its rows; of a role only, nothing where it has none. */
static size_t
brief_list_section(struct brief_view *view, size_t at, uint32_t number)
{
	const struct aligned_section *section =
		&view->meeting->sections[number];
	size_t start = at;

	view->items[at++] = (struct brief_item){number, BRIEF_HEADING};
	for (size_t row = 0; row < section->row_count; row++)
		if (is_brief_row_shown(view, &section->rows[row]))
			view->items[at++] =
				(struct brief_item){number, (int32_t)row};
	return view->roles != 0 && at == start + 1 ? start : at;
}

/* The title and the preface, where all roles are shown. */
static size_t
brief_list_front(struct brief_view *view)
{
	size_t at = 0;

	if (view->roles != 0)
		return 0;
	if (view->front.has_heading)
		view->items[at++] =
			(struct brief_item){BRIEF_FRONT, BRIEF_HEADING};
	if (view->front.has_row)
		view->items[at++] = (struct brief_item){BRIEF_FRONT, 0};
	return at;
}

void
brief_list_items(struct brief_view *view)
{
	const struct meeting *meeting = view->meeting;
	size_t count = 0;

	brief_release_items(view);
	brief_make_front(view);
	view->items = mem_alloc(meeting->section_count + meeting->row_count + 2,
				sizeof *view->items);
	count = brief_list_front(view);
	for (size_t i = 0; i < meeting->section_count; i++)
		count = brief_list_section(view, count, (uint32_t)i);
	view->item_count = count;
	view->rows = mem_alloc(count + 1, sizeof(struct row_layout *));
	view->viewport.count = count;
}

void
brief_release_items(struct brief_view *view)
{
	if (view->rows != NULL)
		brief_forget_layouts(view);
	brief_forget_cited(view);
	free(view->items);
	free(view->rows);
	view->items = NULL;
	view->rows = NULL;
	view->item_count = 0;
}

const struct aligned_section *
brief_section(const struct brief_view *view, size_t item)
{
	uint32_t section = view->items[item].section;

	return section == BRIEF_FRONT ? &view->front.section
				      : &view->meeting->sections[section];
}

const struct aligned_row *
brief_row(const struct brief_view *view, size_t item)
{
	int32_t row = view->items[item].row;

	return row == BRIEF_HEADING ? NULL
				    : &brief_section(view, item)->rows[row];
}

/* Rows can be marked, and headings of sections without any. */
bool
is_brief_stop(void *data, size_t item)
{
	const struct brief_view *view = data;

	return view->items[item].row != BRIEF_HEADING ||
	       item + 1 >= view->item_count ||
	       (view->items[item + 1].row == BRIEF_HEADING &&
		view->items[item].section != BRIEF_FRONT);
}

void
brief_forget_layouts(struct brief_view *view)
{
	for (size_t i = 0; i < view->item_count && view->laid_out > 0; i++) {
		if (view->rows[i] == NULL)
			continue;
		row_layout_free(view->rows[i]);
		view->rows[i] = NULL;
		view->laid_out--;
	}
}

/* Too many are kept: those far from 'item' go. */
static void
brief_trim_layouts(struct brief_view *view, size_t item)
{
	for (size_t i = 0; i < view->item_count; i++) {
		size_t distance = i > item ? i - item : item - i;

		if (view->rows[i] == NULL || distance < BRIEF_LAYOUTS_MAX / 4)
			continue;
		row_layout_free(view->rows[i]);
		view->rows[i] = NULL;
		view->laid_out--;
	}
}

const struct row_layout *
brief_layout(struct brief_view *view, size_t item)
{
	const struct aligned_section *section = brief_section(view, item);
	const struct aligned_row *row = brief_row(view, item);
	struct row_options options = view->options;
	struct row_state state;

	if (view->rows[item] != NULL)
		return view->rows[item];
	if (brief_state(view, item, &state))
		options.state = &state;
	if (view->laid_out >= BRIEF_LAYOUTS_MAX)
		brief_trim_layouts(view, item);
	if (row == NULL)
		view->rows[item] = row_layout_heading(
			view->meeting, section, &view->columns, &view->options);
	else
		view->rows[item] = row_layout_point(view->meeting, section, row,
						    &view->columns, &options);
	view->laid_out++;
	return view->rows[item];
}

/* A move shows at most about a screen of new lines. */
void
brief_prepare(struct view *base)
{
	struct brief_view *view = (struct brief_view *)base;
	struct viewport_line top = viewport_top(&view->viewport);
	int lines = 2 * view->height + top.line;

	for (size_t i = top.item; i < view->item_count && lines > 0; i++)
		lines -= brief_item_height(view, i);
	if (top.item > 0 && top.item <= view->item_count)
		(void)brief_layout(view, top.item - 1);
}

int
brief_item_height(void *data, size_t item)
{
	return row_layout_height(brief_layout(data, item)) +
	       brief_panel_height(data, item);
}

int
brief_outline_width(const struct brief_view *view)
{
	if (!view->outline_wanted || view->width < BRIEF_OUTLINE)
		return 0;
	return view->width >= BRIEF_THREE_COLUMNS ? 40 : 32;
}

static bool
has_brief_third(const struct brief_view *view)
{
	return view->third == THIRD_ON
		       ? view->width >= BRIEF_THREE_LEAST
		       : view->third == THIRD_AUTO &&
				 view->width >= BRIEF_THREE_COLUMNS;
}

static void
brief_plan(struct brief_view *view)
{
	const char *const *languages = view->shown;
	int width = view->width - brief_outline_width(view);
	size_t count = 0;

	while (count < COLUMNS_MAX && view->shown[count] != NULL)
		count++;
	if (count > 2 && !has_brief_third(view))
		count = 2;
	if (count > 1 && view->sides != SIDES_STACKED &&
	    (view->width < BRIEF_ONE_COLUMN || view->sides != SIDES_BOTH))
		count = 1;
	if (count == 1 && view->sides == SIDES_RIGHT && view->shown[1] != NULL)
		languages = view->shown + 1;
	columns_plan(&view->columns, view->meeting, languages, count, width,
		     view->share);
	if (view->sides == SIDES_STACKED)
		columns_stack(&view->columns);
}

/* All there is, or what a list beside it leaves. */
static void
brief_area(const struct brief_view *view, int *rows, int *columns)
{
	app_view_size(view->base.app, rows, columns);
	if (view->beside_rows > 0 && app_view(view->base.app) != &view->base) {
		*rows = view->beside_rows;
		*columns = view->beside_columns;
	}
}

void
brief_refit(struct brief_view *view)
{
	brief_area(view, &view->height, &view->width);
	brief_plan(view);
	brief_forget_layouts(view);
	cite_panel_layout(&view->panel, &view->columns,
			  view->options.leave_direction);
	viewport_refit(&view->viewport, view->height - 1);
}

void
brief_fit(struct brief_view *view)
{
	int rows, width;

	brief_area(view, &rows, &width);
	if (rows != view->height || width != view->width)
		brief_refit(view);
}

void
brief_fit_to_move(struct brief_view *view)
{
	brief_fit(view);
	brief_close_panel(view);
}

const struct point *
brief_shown_point(const struct brief_view *view, const struct aligned_row *row)
{
	int index = view->columns.count == 0 ? -1 : view->columns.index[0];

	if (index >= 0 && row->cells[index] != NULL)
		return row->cells[index];
	for (size_t i = 0; i < view->meeting->language_count; i++)
		if (row->cells[i] != NULL)
			return row->cells[i];
	return NULL;
}

const struct section *
brief_shown_section(const struct brief_view *view,
		    const struct aligned_section *section)
{
	int index = view->columns.count == 0 ? -1 : view->columns.index[0];

	if (index >= 0 && section->cells[index] != NULL)
		return section->cells[index];
	for (size_t i = 0; i < view->meeting->language_count; i++)
		if (section->cells[i] != NULL)
			return section->cells[i];
	return NULL;
}
