/* What the status line says about a brief, what is needed most first. */
#include <string.h>

#include "lectern/floor_clock.h"
#include "lectern/minutes.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "dates.h"

/* "2.2.4", and "point 2 of 5": the chapeau is not counted. */
static void
brief_status_place(const struct brief_view *view, struct buffer *out)
{
	size_t mark = view->viewport.mark;
	const struct aligned_section *section = brief_section(view, mark);
	struct place place = {view->items[mark].section, 0, true, false};
	int row = view->items[mark].row;
	size_t chapeaux = 0;

	if (view->items[mark].section == BRIEF_FRONT) {
		buffer_append_string(out, _("opening text"));
		return;
	}
	place_format(view->meeting, &place, out);
	buffer_append_byte(out, '\t');
	if (row == BRIEF_HEADING)
		return;
	if (aligned_row_first(&section->rows[0])->is_chapeau)
		chapeaux = 1;
	if (aligned_row_first(&section->rows[row])->is_chapeau)
		buffer_append_string(out, _("opening text"));
	else
		buffer_printf(out, _("point %zu of %zu"),
			      (size_t)row + 1 - chapeaux,
			      section->row_count - chapeaux);
}

/* What is not simply said: the tag above the point may be out of view. */
static void
brief_status_role(const struct brief_view *view, struct buffer *out)
{
	static const char *const words[ROLE_COUNT] = {
		[ROLE_IF_RAISED] = N_("if raised"),
		[ROLE_IF_PRESSED] = N_("if pressed"),
		[ROLE_BACKGROUND] = N_("background"),
		[ROLE_AVOID] = N_("avoid"),
	};
	const struct aligned_row *row = brief_row(view, view->viewport.mark);
	enum role role = row == NULL ? ROLE_SAY : aligned_row_first(row)->role;

	if (words[role] != NULL)
		buffer_printf(out, "\t%s", gettext(words[role]));
}

/* Languages this very point or heading is in, but not in view. */
static void
brief_status_languages(const struct brief_view *view, struct buffer *out)
{
	const struct meeting *meeting = view->meeting;
	size_t mark = view->viewport.mark;
	const struct aligned_section *section = brief_section(view, mark);
	const struct aligned_row *row = brief_row(view, mark);
	struct buffer tags = BUFFER_INIT;

	for (size_t i = 0; i < meeting->language_count; i++) {
		bool is_wanted = row == NULL ? section->cells[i] != NULL
					     : row->cells[i] != NULL;

		for (size_t c = 0; c < view->columns.count; c++)
			is_wanted &= view->columns.index[c] != (int)i;
		if (is_wanted)
			buffer_printf(&tags, "%s%s", tags.len > 0 ? ", " : "",
				      meeting->languages[i]);
	}
	if (tags.len > 0) {
		buffer_append_byte(out, '\t');
		buffer_printf(out, _("also in %s"), tags.data);
	}
	buffer_release(&tags);
}

static void
brief_status_findings(const struct brief_view *view, struct buffer *out)
{
	size_t count = brief_count_findings(view);

	if (count == 0)
		return;
	buffer_append_byte(out, '\t');
	buffer_printf(out, P_("%zu finding (!)", "%zu findings (!)", count),
		      count);
}

static const char *
brief_form_words(enum form form)
{
	return form == FORM_KEY	  ? _("key phrases")
	       : form == FORM_CUE ? _("cues")
				  : _("full text");
}

/* What remains of the section from here on, that is to be said and was not. */
static long
brief_remaining_ms(const struct brief_view *view, const char *language)
{
	const struct minutes_rates *rates = app_rates(view->base.app);
	size_t mark = view->viewport.mark;
	uint32_t section = view->items[mark].section;
	long needs = 0;

	for (size_t i = mark;
	     i < view->item_count && view->items[i].section == section; i++) {
		const struct aligned_row *row = brief_row(view, i);
		const struct record_mark *done = brief_mark(view, i);

		if (row == NULL || done == NULL || done->said != NULL ||
		    (i != mark && aligned_row_first(row)->role != ROLE_SAY))
			continue;
		needs += minutes_of_point(brief_shown_point(view, row),
					  view->options.form, language, rates);
	}
	return needs;
}

/* "0:45, rest 2:10: fits": this point, what remains of its section, and
 * whether that fits the time left. */
static void
brief_status_live(const struct brief_view *view, struct buffer *out)
{
	const struct aligned_row *row = brief_row(view, view->viewport.mark);
	const char *language = view->columns.languages[0];
	struct buffer point = BUFFER_INIT, rest = BUFFER_INIT;
	struct buffer over = BUFFER_INIT;
	long needs = 0, left;
	bool has_left = app_floor_left(view->base.app, &left);

	if (!app_is_live(view->base.app) || view->columns.count == 0)
		return;
	if (row != NULL)
		needs = minutes_of_point(brief_shown_point(view, row),
					 view->options.form, language,
					 app_rates(view->base.app));
	floor_clock_format((needs + 500) / 1000, &point);
	needs = (brief_remaining_ms(view, language) + 500) / 1000;
	floor_clock_format(needs, &rest);
	floor_clock_format(needs - left, &over);
	buffer_append_byte(out, '\t');
	/* TRANSLATORS: how long this point takes, and the rest of its section;
	 * keep it short. */
	if (!has_left)
		buffer_printf(out, _("%s, rest %s"), point.data, rest.data);
	else if (needs <= left)
		buffer_printf(out, _("%s, rest %s: fits"), point.data,
			      rest.data);
	else
		buffer_printf(out, _("%s, rest %s: over by %s"), point.data,
			      rest.data, over.data);
	if (view->log.is_elsewhere)
		buffer_printf(out, "\t%s", _("marks go to your state folder"));
	buffer_release(&point);
	buffer_release(&rest);
	buffer_release(&over);
}

void
brief_status(const struct view *base, struct buffer *out)
{
	const struct brief_view *view = (const struct brief_view *)base;
	const struct meeting_facts *facts = &view->meeting->facts;

	if (view->item_count == 0) {
		buffer_append_string(out, view->meeting->id);
		return;
	}
	if (is_brief_in_panel(base)) {
		brief_status_panel(view, out);
		return;
	}
	brief_status_place(view, out);
	brief_status_role(view, out);
	if (view->is_following)
		buffer_printf(out, "\t%s", _("following"));
	brief_status_live(view, out);
	if (brief_roles_text(view) != NULL)
		buffer_printf(out, "\t%s", brief_roles_text(view));
	if (viewport_below(&view->viewport) > 0)
		buffer_printf(out, "\t%s", _("goes on below"));
	if (view->options.form != FORM_FULL)
		buffer_printf(out, "\t%s",
			      brief_form_words(view->options.form));
	if (brief_stale_languages(view, view->viewport.mark) != 0)
		buffer_printf(out, "\t%s", _("d: what changed"));
	brief_status_findings(view, out);
	brief_status_languages(view, out);
	if (view->options.form == FORM_FULL)
		buffer_printf(out, "\t%s",
			      brief_form_words(view->options.form));
	if (brief_outline_width(view) > 0)
		return; /* it names the meeting */
	buffer_printf(out, "\t%s ",
		      facts->short_name != NULL && *facts->short_name != '\0'
			      ? facts->short_name
			      : view->meeting->id);
	dates_append(out, &facts->date);
}
