/* What is said only if raised or if pressed: a list by addressee, narrowed by
 * words as one types. Enter goes to the point, the same key leaves. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "fold.h"
#include "pager.h"

struct reactive_point {
	struct place place;
	const char *to; /* belongs to the meeting */
};

struct reactive_view {
	struct view base;
	struct brief_view *brief; /* below this view */
	VECTOR(struct reactive_point) all, shown;
	struct buffer words; /* that narrow the list, as typed */
	struct pager pager;
};

static struct reactive_view *
reactive_view_of(struct view *view)
{
	return (struct reactive_view *)view;
}

static void
reactive_fit(struct reactive_view *view)
{
	int rows, width;

	app_view_size(view->base.app, &rows, &width);
	pager_fit(&view->pager, rows - 1, width);
}

/* The point in the language that is shown. */
static const struct point *
reactive_shown_point(const struct reactive_view *view,
		     const struct place *place)
{
	const struct meeting *meeting = view->brief->meeting;

	return brief_shown_point(
		view->brief,
		&meeting->sections[place->section].rows[place->row]);
}

/* By addressee; of one addressee, as they stand. */
static int
reactive_compare(const void *a, const void *b)
{
	const struct reactive_point *left = a, *right = b;
	int order = strcmp(left->to, right->to);

	if (order != 0)
		return order;
	if (left->place.section != right->place.section)
		return left->place.section < right->place.section ? -1 : 1;
	return (left->place.row > right->place.row) -
	       (left->place.row < right->place.row);
}

static void
reactive_collect(struct reactive_view *view)
{
	const struct meeting *meeting = view->brief->meeting;

	view->all.len = 0;
	for (size_t i = 0; i < meeting->section_count; i++)
		for (size_t row = 0; row < meeting->sections[i].row_count;
		     row++) {
			struct reactive_point at = {{i, row, false, false}, ""};
			const struct point *point =
				reactive_shown_point(view, &at.place);

			if (point->role != ROLE_IF_RAISED &&
			    point->role != ROLE_IF_PRESSED)
				continue;
			at.to = point->to == NULL ? "" : point->to;
			vector_push(&view->all, at);
		}
	if (view->all.len > 0)
		qsort(view->all.items, view->all.len, sizeof *view->all.items,
		      reactive_compare);
}

/* Do the words stand in the addressee, the heading or the text, in any
 * language? */
static bool
reactive_has(const struct reactive_view *view, const struct buffer *words,
	     const struct place *place)
{
	const struct meeting *meeting = view->brief->meeting;
	const struct aligned_section *section =
		&meeting->sections[place->section];
	struct buffer text = BUFFER_INIT;
	bool has = false;

	for (size_t i = 0; i < meeting->language_count && !has; i++) {
		const struct point *point = section->rows[place->row].cells[i];

		buffer_reset(&text);
		if (section->cells[i] != NULL)
			buffer_append(&text, section->cells[i]->heading.text,
				      section->cells[i]->heading.len);
		if (point != NULL) {
			buffer_printf(&text, " %s ", point->to);
			point_plain_text(point, &text);
		}
		has = fold_contains(words, text.data, text.len);
	}
	buffer_release(&text);
	return has;
}

static void
reactive_add(struct reactive_view *view, const struct reactive_point *at)
{
	const struct point *point = reactive_shown_point(view, &at->place);
	struct buffer label = BUFFER_INIT, text = BUFFER_INIT;

	if (*at->to != '\0')
		buffer_append_string(&label, at->to);
	else
		place_format(view->brief->meeting, &at->place, &label);
	buffer_printf(&text, "(%s) ",
		      point->role == ROLE_IF_RAISED ? _("if raised")
						    : _("if pressed"));
	point_form_text(point, FORM_CUE, &text);
	pager_add(&view->pager, STYLE_ROLE, label.data, STYLE_TEXT, text.data);
	vector_push(&view->shown, *at);
	buffer_release(&label);
	buffer_release(&text);
}

static void
reactive_fill(struct reactive_view *view)
{
	struct buffer words = BUFFER_INIT;

	fold_append(&words, view->words.data, view->words.len);
	pager_release(&view->pager);
	pager_init(&view->pager, true);
	view->shown.len = 0;
	for (size_t i = 0; i < view->all.len; i++)
		if (words.len == 0 ||
		    reactive_has(view, &words, &view->all.items[i].place))
			reactive_add(view, &view->all.items[i]);
	if (view->shown.len == 0)
		pager_add(&view->pager, STYLE_TEXT, "", STYLE_TEXT,
			  view->all.len == 0
				  ? _("This brief has no points for what "
				      "others may raise.")
				  : _("None of them has these words."));
	reactive_fit(view);
	viewport_go(&view->pager.viewport, 0);
	buffer_release(&words);
}

static void
reactive_draw(struct view *base, struct frame *frame)
{
	struct reactive_view *view = reactive_view_of(base);

	reactive_fit(view);
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	frame_put_cut(frame, 0, 1, frame->columns - 2, STYLE_COLUMN_HEAD,
		      _("If raised, if pressed"));
	pager_draw(&view->pager, frame, 1);
}

static void
reactive_status(const struct view *base, struct buffer *out)
{
	const struct reactive_view *view = (const struct reactive_view *)base;

	buffer_printf(out, P_("%zu point", "%zu points", view->shown.len),
		      view->shown.len);
	if (view->words.len > 0)
		buffer_printf(out, "\t%s", view->words.data);
	buffer_printf(out, "\t%s", _("/ narrows the list"));
}

/* Places of another meeting's rows may be others: collect them anew when what
 * is below has been read. */
static enum status
reactive_reload(struct view *base, struct error *err UNUSED)
{
	struct reactive_view *view = reactive_view_of(base);

	view->all.len = 0;
	reactive_fill(view);
	return STATUS_OK;
}

static void
reactive_free(struct view *base)
{
	struct reactive_view *view = reactive_view_of(base);

	pager_release(&view->pager);
	vector_release(&view->all);
	vector_release(&view->shown);
	buffer_release(&view->words);
	free(view);
}

#define REACTIVE_MOVE(name, move)                                              \
	static unsigned reactive_do_##name(struct view *base,                  \
					   const char *argument UNUSED,        \
					   struct error *err UNUSED)           \
	{                                                                      \
		reactive_fit(reactive_view_of(base));                          \
		pager_move(&reactive_view_of(base)->pager, move);              \
		return EFFECT_REDRAW;                                          \
	}

REACTIVE_MOVE(next, PAGER_NEXT)
REACTIVE_MOVE(previous, PAGER_PREVIOUS)
REACTIVE_MOVE(page_down, PAGER_PAGE_DOWN)
REACTIVE_MOVE(page_up, PAGER_PAGE_UP)
REACTIVE_MOVE(first, PAGER_FIRST)
REACTIVE_MOVE(last, PAGER_LAST)

static unsigned
reactive_do_filter(struct view *base, const char *argument,
		   struct error *err UNUSED)
{
	struct reactive_view *view = reactive_view_of(base);

	buffer_reset(&view->words);
	buffer_append_string(&view->words, argument);
	reactive_fill(view);
	return EFFECT_REDRAW;
}

static unsigned
reactive_do_open(struct view *base, const char *argument UNUSED,
		 struct error *err)
{
	struct reactive_view *view = reactive_view_of(base);
	size_t at = view->pager.viewport.mark;
	struct buffer place = BUFFER_INIT;
	enum status rc = STATUS_OK;

	if (at < view->shown.len) {
		place_format(view->brief->meeting, &view->shown.items[at].place,
			     &place);
		rc = brief_go(view->brief, place.data, err);
	}
	buffer_release(&place);
	return rc == STATUS_OK ? EFFECT_BACK | EFFECT_REDRAW : EFFECT_NONE;
}

#define GROUP_MOVE N_("Moving")

static const struct view_command reactive_commands[] = {
	{"next", NULL, GROUP_MOVE, N_("next point"), false, reactive_do_next},
	{"previous", NULL, GROUP_MOVE, N_("previous point"), false,
	 reactive_do_previous},
	{"page-down", NULL, GROUP_MOVE, N_("a screen down"), false,
	 reactive_do_page_down},
	{"page-up", NULL, GROUP_MOVE, N_("a screen up"), false,
	 reactive_do_page_up},
	{"first", NULL, GROUP_MOVE, N_("the first point"), false,
	 reactive_do_first},
	{"last", NULL, GROUP_MOVE, N_("the last point"), false,
	 reactive_do_last},
	{"filter", "WORDS", GROUP_MOVE,
	 N_("only those with these words, as one types"), true,
	 reactive_do_filter},
	{"open", NULL, GROUP_MOVE, N_("go to the point"), false,
	 reactive_do_open},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops reactive_ops = {
	.name = "reactive",
	.title = N_("If raised, if pressed"),
	.commands = reactive_commands,
	.draw = reactive_draw,
	.status = reactive_status,
	.reload = reactive_reload,
	.free = reactive_free,
};

unsigned
brief_do_reactive(struct view *base, const char *argument UNUSED,
		  struct error *err UNUSED)
{
	struct reactive_view *view = mem_alloc(1, sizeof *view);

	brief_fit((struct brief_view *)base);
	view->base.ops = &reactive_ops;
	view->base.app = base->app;
	view->brief = (struct brief_view *)base;
	buffer_init(&view->words);
	pager_init(&view->pager, true);
	reactive_collect(view);
	reactive_fill(view);
	app_push_view(base->app, &view->base);
	return EFFECT_REDRAW;
}
