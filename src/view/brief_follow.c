/* One screen shows where another is: publishing the place, and going there. */
#include <stdlib.h>
#include <string.h>

#include "lectern/follow.h"
#include "lectern/words.h"
#include "brief_view.h"

void
brief_open_follow(struct brief_view *view)
{
	view->follow_path =
		follow_path(app_library(view->base.app), view->meeting->id);
	view->is_following = app_is_following(view->base.app);
	if (view->is_following)
		brief_follow(view);
}

void
brief_close_follow(struct brief_view *view)
{
	if (view->is_publishing)
		follow_publish(view->follow_path, "");
	free(view->follow_path);
	buffer_release(&view->follow_place);
}

bool
brief_follow(struct brief_view *view)
{
	struct buffer place = BUFFER_INIT;
	struct error ignored = ERROR_INIT;
	bool has_moved = false;

	if (view->is_following && view->follow_path != NULL &&
	    follow_read(view->follow_path, &place) &&
	    strcmp(place.data, view->follow_place.data) != 0) {
		brief_fit(view);
		has_moved = brief_go(view, place.data, &ignored) == STATUS_OK;
		buffer_reset(&view->follow_place);
		buffer_append(&view->follow_place, place.data, place.len);
	}
	buffer_release(&place);
	return has_moved;
}

/* After a key: where one is now, when it is elsewhere than before. */
void
brief_settled(struct view *base)
{
	struct brief_view *view = (struct brief_view *)base;
	struct buffer place = BUFFER_INIT;

	if (!app_is_live(base->app) || view->follow_path == NULL ||
	    view->item_count == 0)
		return;
	brief_format_place(view, view->viewport.mark, &place);
	if (place.len > 0 && strcmp(place.data, view->follow_place.data) != 0) {
		follow_publish(view->follow_path, place.data);
		view->is_publishing = true;
		buffer_reset(&view->follow_place);
		buffer_append(&view->follow_place, place.data, place.len);
	}
	buffer_release(&place);
}

unsigned
brief_do_follow(struct view *base, const char *argument UNUSED,
		struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;

	brief_fit(view);
	if (app_is_live(base->app)) {
		error_set(err, STATUS_INVALID, "%s",
			  _("In live use this screen is the one that others "
			    "follow."));
		return EFFECT_NONE;
	}
	view->is_following = !view->is_following;
	buffer_reset(&view->follow_place);
	brief_follow(view);
	app_say(base->app, "%s",
		view->is_following
			? _("This screen goes where the live one is.")
			: _("This screen stays where you take it."));
	return EFFECT_REDRAW;
}
