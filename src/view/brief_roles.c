/* Only the points of one role. */
#include <string.h>

#include "lectern/words.h"
#include "brief_view.h"

static const char *const brief_role_words[ROLE_COUNT] = {
	[ROLE_SAY] = N_("only points to say"),
	[ROLE_IF_RAISED] = N_("only if raised"),
	[ROLE_IF_PRESSED] = N_("only if pressed"),
	[ROLE_BACKGROUND] = N_("only background"),
	[ROLE_AVOID] = N_("only what to avoid"),
};

const char *
brief_roles_text(const struct brief_view *view)
{
	for (int role = 0; role < ROLE_COUNT; role++)
		if (view->roles == 1u << role)
			return gettext(brief_role_words[role]);
	return NULL;
}

bool
is_brief_row_shown(const struct brief_view *view, const struct aligned_row *row)
{
	return view->roles == 0 ||
	       (view->roles & (1u << aligned_row_first(row)->role)) != 0;
}

/* Does the meeting have points of the role? */
static bool
brief_has_role(const struct brief_view *view, enum role role)
{
	const struct meeting *meeting = view->meeting;

	for (size_t i = 0; i < meeting->section_count; i++)
		for (size_t row = 0; row < meeting->sections[i].row_count;
		     row++)
			if (aligned_row_first(&meeting->sections[i].rows[row])
				    ->role == role)
				return true;
	return false;
}

void
brief_set_roles(struct brief_view *view, unsigned roles)
{
	struct place place = {0, 0, false, true};
	unsigned known = 0;

	for (int role = 0; role < ROLE_COUNT; role++)
		if (brief_has_role(view, (enum role)role))
			known |= 1u << role;
	roles &= known;
	if (roles == view->roles)
		return;
	if (view->item_count > 0)
		place = brief_place_of(view, view->viewport.mark);
	brief_close_panel(view);
	view->roles = roles;
	brief_list_items(view);
	view->places.len = view->place_at = 0;
	brief_refit(view);
	viewport_go(&view->viewport, brief_item_of(view, &place));
}

/* "if-raised", or the next role that there are points of; after the last,
 * all. */
unsigned
brief_do_filter(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	unsigned roles = 0;
	enum role role;
	int next = 0;

	brief_fit(view);
	if (role_from_name(argument, strlen(argument), &role)) {
		roles = 1u << role;
	} else if (*argument == '\0') {
		while (view->roles >> next != 0)
			next++;
		while (next < ROLE_COUNT &&
		       !brief_has_role(view, (enum role)next))
			next++;
		roles = next < ROLE_COUNT ? 1u << next : 0;
	} else if (strcmp(argument, "all") != 0) {
		error_set(err, STATUS_INVALID,
			  _("\"%s\" is no role. Say say, if-raised, "
			    "if-pressed, background, avoid or all."),
			  argument);
		return EFFECT_NONE;
	}
	brief_set_roles(view, roles);
	if (view->roles == 0)
		app_say(base->app, "%s", _("All points are shown."));
	return EFFECT_REDRAW;
}
