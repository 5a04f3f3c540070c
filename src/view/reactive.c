/* What is said only if raised or if pressed: a list by addressee, narrowed by
 * words as one types. Enter goes to the point, the same key leaves. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "lectern/fold.h"
#include "pager.h"

struct reactive_point {
	struct place place;
	const char *to; /* belongs to the meeting */
};

struct reactive_view {
	struct pager_view list;
	struct brief_view *brief; /* below this view */
	VECTOR(struct reactive_point) all, shown;
	struct buffer words; /* that narrow the list, as typed */
};

static struct reactive_view *
reactive_view_of(struct view *view)
{
	return (struct reactive_view *)view;
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
	pager_add(&view->list.pager, STYLE_ROLE, label.data, STYLE_TEXT,
		  text.data);
	vector_push(&view->shown, *at);
	buffer_release(&label);
	buffer_release(&text);
}

static void
reactive_fill(struct reactive_view *view)
{
	struct buffer words = BUFFER_INIT;

	fold_append(&words, view->words.data, view->words.len);
	pager_release(&view->list.pager);
	pager_init(&view->list.pager, true);
	view->shown.len = 0;
	for (size_t i = 0; i < view->all.len; i++)
		if (words.len == 0 ||
		    reactive_has(view, &words, &view->all.items[i].place))
			reactive_add(view, &view->all.items[i]);
	if (view->shown.len == 0)
		pager_add(&view->list.pager, STYLE_TEXT, "", STYLE_TEXT,
			  view->all.len == 0
				  ? _("This brief has no points for what "
				      "others may raise.")
				  : _("None of them has these words."));
	pager_view_fit(&view->list.base);
	viewport_go(&view->list.pager.viewport, 0);
	buffer_release(&words);
}

static void
reactive_draw(struct view *base, struct frame *frame)
{
	struct reactive_view *view = reactive_view_of(base);

	pager_view_fit(&view->list.base);
	pager_view_draw(&view->list.base, frame, _("If raised, if pressed"));
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

	pager_release(&view->list.pager);
	vector_release(&view->all);
	vector_release(&view->shown);
	buffer_release(&view->words);
	free(view);
}

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
	size_t at = view->list.pager.viewport.mark;
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
	PAGER_VIEW_MOVES,
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
	view->list.base.ops = &reactive_ops;
	view->list.base.app = base->app;
	view->brief = (struct brief_view *)base;
	buffer_init(&view->words);
	pager_init(&view->list.pager, true);
	reactive_collect(view);
	reactive_fill(view);
	app_push_view(base->app, &view->list.base);
	return EFFECT_REDRAW;
}
