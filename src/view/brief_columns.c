/* Which languages stand in which column, and how much of a point is shown. */
#include <string.h>

#include "lectern/words.h"
#include "brief_view.h"

#define BRIEF_SHARE_MIN	 20
#define BRIEF_SHARE_STEP 5

static struct brief_view *
brief_view_of(struct view *view)
{
	return (struct brief_view *)view;
}

static bool
is_brief_shown(const struct brief_view *view, const char *language)
{
	for (size_t i = 0; i < COLUMNS_MAX && view->shown[i] != NULL; i++)
		if (strcmp(view->shown[i], language) == 0)
			return true;
	return false;
}

/* The meeting's own tag for a language a person named, or NULL. */
static const char *
brief_language(const struct brief_view *view, const char *tag, size_t len)
{
	const struct meeting *meeting = view->meeting;

	for (size_t i = 0; i < meeting->language_count; i++)
		if (strlen(meeting->languages[i]) == len &&
		    strncmp(meeting->languages[i], tag, len) == 0)
			return meeting->languages[i];
	return NULL;
}

void
brief_choose_languages(struct brief_view *view, const char *wanted)
{
	const struct meeting *meeting = view->meeting;
	size_t count = 0;

	memset(view->shown, 0, sizeof view->shown);
	while (wanted != NULL && *wanted != '\0' && count < COLUMNS_MAX) {
		size_t len = strcspn(wanted, ",");
		const char *tag = brief_language(view, wanted, len);

		if (tag != NULL && !is_brief_shown(view, tag))
			view->shown[count++] = tag;
		wanted += len + (wanted[len] == ',');
	}
	if (count == 1)
		view->sides = SIDES_LEFT;
	for (size_t i = 0; i < meeting->language_count; i++)
		if (count < COLUMNS_MAX &&
		    !is_brief_shown(view, meeting->languages[i]))
			view->shown[count++] = meeting->languages[i];
}

/* The next language in column 'side'; the column that had it gets the old
 * one, so that none is lost. */
static unsigned
brief_next_language(struct brief_view *view, size_t side)
{
	const struct meeting *meeting = view->meeting;
	int at = meeting_language_index(meeting, view->shown[side]);
	const char *old = view->shown[side], *next;

	if (meeting->language_count < 2 || at < 0) {
		app_say(view->base.app, "%s",
			_("This brief has one language only."));
		return EFFECT_REDRAW;
	}
	next = meeting->languages[((size_t)at + 1) % meeting->language_count];
	/* With both sides in view, the other side's language is passed by. */
	if (view->columns.count == 2 && meeting->language_count > 2 &&
	    strcmp(next, view->shown[1 - side]) == 0)
		next = meeting->languages[((size_t)at + 2) %
					  meeting->language_count];
	for (size_t i = 0; i < COLUMNS_MAX && view->shown[i] != NULL; i++)
		if (strcmp(view->shown[i], next) == 0)
			view->shown[i] = old;
	view->shown[side] = next;
	brief_refit(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_language(struct view *base, const char *argument,
		  struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);
	size_t side = view->shown[1] == NULL ? 0 : 1;

	brief_fit(view);
	if (*argument != '\0') {
		brief_choose_languages(view, argument);
		brief_refit(view);
		return EFFECT_REDRAW;
	}
	if (view->columns.count == 1)
		side = view->sides == SIDES_RIGHT ? side : 0;
	return brief_next_language(view, side);
}

void
view_brief_show_language(struct view *base, const char *language)
{
	struct brief_view *view = brief_view_of(base);
	const char *tag = brief_language(view, language, strlen(language));
	size_t last = view->columns.count - 1;

	if (tag == NULL || view->columns.count == 0)
		return;
	for (size_t i = 0; i <= last; i++)
		if (strcmp(view->columns.languages[i], tag) == 0)
			return;
	if (view->columns.count == 1 && view->sides == SIDES_RIGHT)
		last = 1;
	for (size_t i = 0; i < COLUMNS_MAX && view->shown[i] != NULL; i++)
		if (strcmp(view->shown[i], tag) == 0)
			view->shown[i] = view->shown[last];
	view->shown[last] = tag;
	brief_refit(view);
}

unsigned
brief_do_language_left(struct view *base, const char *argument UNUSED,
		       struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);
	bool is_right_alone =
		view->columns.count == 1 && view->sides == SIDES_RIGHT;

	brief_fit(view);
	return brief_next_language(view, is_right_alone ? 1 : 0);
}

unsigned
brief_do_third(struct view *base, const char *argument UNUSED,
	       struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);
	bool is_on;

	brief_fit(view);
	is_on = view->columns.count > 2;
	if (view->shown[2] == NULL || view->width < BRIEF_THREE_LEAST) {
		app_say(base->app, "%s",
			view->shown[2] == NULL
				? _("This brief has no third language.")
				: _("Three languages need 90 columns."));
		return EFFECT_REDRAW;
	}
	view->third = is_on ? THIRD_OFF : THIRD_ON;
	view->sides = SIDES_BOTH;
	brief_refit(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_swap(struct view *base, const char *argument UNUSED,
	      struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);
	const char *first = view->shown[0];

	brief_fit(view);
	if (view->shown[1] == NULL) {
		app_say(base->app, "%s",
			_("This brief has one language only."));
		return EFFECT_REDRAW;
	}
	view->shown[0] = view->shown[1];
	view->shown[1] = first;
	view->share = 100 - view->share;
	brief_refit(view);
	return EFFECT_REDRAW;
}

/* Side by side, left, right; where there is room for one column, left, right,
 * one under the other. */
static enum brief_sides
brief_next_sides(const struct brief_view *view)
{
	bool is_narrow = view->width < BRIEF_ONE_COLUMN;

	switch (view->sides) {
	case SIDES_BOTH:
		return is_narrow ? SIDES_RIGHT : SIDES_LEFT;
	case SIDES_LEFT:
		return SIDES_RIGHT;
	case SIDES_RIGHT:
		return is_narrow ? SIDES_STACKED : SIDES_BOTH;
	default:
		return is_narrow ? SIDES_LEFT : SIDES_BOTH;
	}
}

unsigned
brief_do_columns(struct view *base, const char *argument UNUSED,
		 struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	if (view->shown[1] == NULL) {
		app_say(base->app, "%s",
			_("This brief has one language only."));
		return EFFECT_REDRAW;
	}
	view->sides = brief_next_sides(view);
	brief_refit(view);
	return EFFECT_REDRAW;
}

static unsigned
brief_set_share(struct brief_view *view, int step)
{
	int share = view->share + step;

	brief_fit(view);
	if (view->columns.count != 2) {
		app_say(view->base.app, "%s",
			_("Widths can be set where two languages are shown."));
		return EFFECT_REDRAW;
	}
	if (share >= BRIEF_SHARE_MIN && share <= 100 - BRIEF_SHARE_MIN)
		view->share = share;
	brief_refit(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_wider(struct view *base, const char *argument UNUSED,
	       struct error *err UNUSED)
{
	return brief_set_share(brief_view_of(base), BRIEF_SHARE_STEP);
}

unsigned
brief_do_narrower(struct view *base, const char *argument UNUSED,
		  struct error *err UNUSED)
{
	return brief_set_share(brief_view_of(base), -BRIEF_SHARE_STEP);
}

unsigned
brief_do_form(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = brief_view_of(base);
	int form = (view->options.form + 1) % FORM_COUNT;

	brief_fit(view);
	if (*argument != '\0') {
		for (form = 0; form < FORM_COUNT; form++)
			if (strcmp(form_name((enum form)form), argument) == 0)
				break;
		if (form == FORM_COUNT) {
			error_set(err, STATUS_INVALID,
				  _("\"%s\" is no form of a point. Say full, "
				    "key or cue."),
				  argument);
			return EFFECT_NONE;
		}
	}
	view->options.form = (enum form)form;
	brief_refit(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_outline(struct view *base, const char *argument UNUSED,
		 struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	view->outline_wanted = !view->outline_wanted;
	if (view->outline_wanted && brief_outline_width(view) == 0)
		app_say(base->app, "%s",
			_("The outline is shown from 120 columns."));
	brief_refit(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_comments(struct view *base, const char *argument UNUSED,
		  struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	view->options.show_comments = !view->options.show_comments;
	brief_refit(view);
	app_say(base->app, "%s",
		view->options.show_comments
			? _("Notes to the drafters are shown.")
			: _("Notes to the drafters are hidden."));
	return EFFECT_REDRAW;
}

unsigned
brief_do_citations(struct view *base, const char *argument UNUSED,
		   struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	view->options.show_citations = !view->options.show_citations;
	brief_refit(view);
	app_say(base->app, "%s",
		view->options.show_citations
			? _("What a point cites is shown below it.")
			: _("What a point cites is no longer shown below it."));
	return EFFECT_REDRAW;
}
