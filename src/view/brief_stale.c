/* Translations that are older than their original, and what changed in it. Git
 * is asked when nobody types, and nobody waits for it. */
#include <stdlib.h>
#include <time.h>

#include "lectern/words.h"
#include "lectern/worddiff.h"
#include "brief_view.h"

bool
brief_wants_stale(const struct brief_view *view)
{
	return !view->is_stale_known && view->meeting->language_count > 1;
}

/* There is an answer; true where it shows. */
static bool
brief_take_stale(struct brief_view *view)
{
	size_t cells = view->meeting->row_count * view->meeting->language_count;
	bool is_any = false;

	stale_end(view->stale_search, view->meeting, &view->stale);
	view->stale_search = NULL;
	view->is_stale_known = true;
	for (size_t i = 0; i < cells && !is_any; i++)
		is_any = view->stale.cells[i];
	if (is_any)
		brief_refit(view);
	return is_any;
}

bool
brief_tick_stale(struct brief_view *view)
{
	if (!brief_wants_stale(view))
		return false;
	if (view->stale_search == NULL)
		view->stale_search =
			stale_begin(app_library(view->base.app), view->meeting);
	return stale_is_known(view->stale_search) && brief_take_stale(view);
}

unsigned
brief_stale_languages(const struct brief_view *view, size_t item)
{
	uint32_t section = view->items[item].section;
	int32_t row = view->items[item].row;
	unsigned languages = 0;

	if (!view->is_stale_known || section == BRIEF_FRONT ||
	    row == BRIEF_HEADING)
		return 0;
	for (size_t i = 0; i < view->meeting->language_count; i++)
		if (is_stale(&view->stale, &view->meeting->sections[section],
			     (size_t)row, i))
			languages |= 1u << i;
	return languages;
}

void
brief_forget_stale(struct brief_view *view)
{
	if (view->stale_search != NULL)
		stale_end(view->stale_search, view->meeting, NULL);
	view->stale_search = NULL;
	stale_release(&view->stale);
	view->is_stale_known = false;
}

/* --- what changed --- */

/* Of the languages that are older the one that is shown first; -1: none. */
static int
brief_stale_shown(const struct brief_view *view, unsigned languages)
{
	for (size_t i = 0; i < view->columns.count; i++) {
		int index = view->columns.index[i];

		if (index >= 0 && (languages >> index & 1u))
			return index;
	}
	for (size_t i = 0; i < view->meeting->language_count; i++)
		if (languages >> i & 1u)
			return (int)i;
	return -1;
}

/* "2.2.4/1: Russian since 2021-05-27, when English was written" */
static void
brief_changes_title(const struct brief_view *view, size_t item, int language,
		    int64_t time, struct buffer *out)
{
	const struct meeting *meeting = view->meeting;
	time_t when = (time_t)time;
	char day[DATE_TEXT_MAX] = "";
	struct tm local;

	if (localtime_r(&when, &local) != NULL)
		strftime(day, sizeof day, "%Y-%m-%d", &local);
	brief_format_place(view, item, out);
	/* TRANSLATORS: original, day, translation. */
	buffer_printf(out, _(": %s since %s, when %s was written"),
		      language_name(meeting->languages[0]), day,
		      language_name(meeting->languages[language]));
}

static enum status
brief_show_changes(struct brief_view *view, size_t item, int language,
		   struct error *err)
{
	struct place place = brief_place_of(view, item);
	struct buffer was = BUFFER_INIT, is = BUFFER_INIT, text = BUFFER_INIT;
	struct buffer title = BUFFER_INIT;
	struct worddiff diff = WORDDIFF_INIT;
	int64_t time = 0;
	enum status rc;

	rc = stale_before(app_library(view->base.app), view->meeting, &place,
			  (size_t)language, &was, &time, err);
	if (rc == STATUS_OK) {
		point_plain_text(brief_row(view, item)->cells[0], &is);
		worddiff_find(was.data, was.len, is.data, is.len, &diff);
		worddiff_format(&diff, was.data, is.data, &text);
		brief_changes_title(view, item, language, time, &title);
		app_push_view(
			view->base.app,
			view_output_new(view->base.app, title.data, text.data));
	}
	worddiff_release(&diff);
	buffer_release(&was);
	buffer_release(&is);
	buffer_release(&text);
	buffer_release(&title);
	return rc;
}

unsigned
brief_do_changes(struct view *base, const char *argument UNUSED,
		 struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	size_t mark = view->viewport.mark;
	int language = -1;

	brief_fit(view);
	if (brief_wants_stale(view)) {
		(void)brief_tick_stale(view);
		if (view->stale_search != NULL)
			(void)brief_take_stale(view);
	}
	if (view->item_count > 0)
		language = brief_stale_shown(view,
					     brief_stale_languages(view, mark));
	if (language < 0) {
		app_say(base->app, "%s",
			_("No translation of this point is known to be older "
			  "than the original."));
		return EFFECT_REDRAW;
	}
	return brief_show_changes(view, mark, language, err) == STATUS_OK
		       ? EFFECT_REDRAW
		       : EFFECT_NONE;
}
