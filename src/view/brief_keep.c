/* Bookmarks, and where one was when the meeting was last left. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/session.h"
#include "lectern/utf8.h"
#include "lectern/words.h"
#include "brief_view.h"

#define BRIEF_KEEP_KIND "places"

static struct brief_view *
brief_view_of(struct view *view)
{
	return (struct brief_view *)view;
}

static const char *const brief_sides_names[SIDES_COUNT] = {
	[SIDES_BOTH] = "both",
	[SIDES_LEFT] = "left",
	[SIDES_RIGHT] = "right",
	[SIDES_STACKED] = "stacked",
};

void
brief_keep(struct brief_view *view)
{
	struct buffer text = BUFFER_INIT;
	struct error ignored = ERROR_INIT;

	if (view->item_count == 0)
		return;
	buffer_append_string(&text, "place ");
	brief_format_place(view, view->viewport.mark, &text);
	buffer_append_string(&text, "\nlanguages ");
	for (size_t i = 0; i < COLUMNS_MAX && view->shown[i] != NULL; i++)
		buffer_printf(&text, "%s%s", i > 0 ? "," : "", view->shown[i]);
	buffer_printf(&text,
		      "\nsides %s\nshare %d\nform %s\noutline %d\nroles %u\n"
		      "third %d\n",
		      brief_sides_names[view->sides], view->share,
		      form_name(view->options.form), view->outline_wanted,
		      view->roles, (int)view->third);
	for (size_t i = 0; i < view->bookmarks.len; i++)
		buffer_printf(&text, "bookmark-%s %s\n",
			      view->bookmarks.items[i].key,
			      view->bookmarks.items[i].place);
	/* Best effort: it is a convenience, and one is leaving. */
	if (session_write(app_library(view->base.app), BRIEF_KEEP_KIND,
			  view->meeting->id, text.data, &ignored) != STATUS_OK)
		buffer_reset(&text);
	buffer_release(&text);
}

static void
brief_recall_columns(struct brief_view *view, const char *kept)
{
	struct buffer value = BUFFER_INIT;

	if (app_columns(view->base.app) == NULL &&
	    session_value(kept, "languages", &value)) {
		brief_choose_languages(view, value.data);
		buffer_reset(&value);
		session_value(kept, "sides", &value);
		for (int i = 0; i < SIDES_COUNT; i++)
			if (strcmp(value.data, brief_sides_names[i]) == 0)
				view->sides = (enum brief_sides)i;
	}
	buffer_reset(&value);
	session_value(kept, "form", &value);
	for (int form = 0; form < FORM_COUNT; form++)
		if (strcmp(value.data, form_name((enum form)form)) == 0)
			view->options.form = (enum form)form;
	view->share = (int)session_number(kept, "share", view->share);
	view->third = (enum brief_third)(session_number(kept, "third", 0) % 3);
	view->outline_wanted = session_number(kept, "outline", 1) != 0;
	brief_set_roles(view, (unsigned)session_number(kept, "roles", 0));
	buffer_release(&value);
}

/* Every line "bookmark-KEY PLACE". */
static void
brief_recall_bookmarks(struct brief_view *view, const char *kept)
{
	static const char head[] = "bookmark-";

	while (*kept != '\0') {
		size_t line = strcspn(kept, "\n");
		const char *key = kept + strlen(head);
		const char *space = memchr(kept, ' ', line);

		if (space != NULL && space > key &&
		    strncmp(kept, head, strlen(head)) == 0) {
			char *name = mem_strndup(key, (size_t)(space - key));
			char *place = mem_strndup(
				space + 1, line - (size_t)(space + 1 - kept));

			brief_set_bookmark(view, name, place);
			free(name);
			free(place);
		}
		kept += line + (kept[line] == '\n');
	}
}

void
brief_recall(struct brief_view *view, bool with_place)
{
	struct buffer kept = BUFFER_INIT, place = BUFFER_INIT;
	struct error ignored = ERROR_INIT;

	if (session_read(app_library(view->base.app), BRIEF_KEEP_KIND,
			 view->meeting->id, &kept)) {
		brief_recall_columns(view, kept.data);
		brief_recall_bookmarks(view, kept.data);
		brief_refit(view);
		if (with_place && session_value(kept.data, "place", &place) &&
		    place.len > 0 &&
		    brief_go(view, place.data, &ignored) != STATUS_OK)
			brief_begin(view);
	}
	buffer_release(&kept);
	buffer_release(&place);
}

/* --- bookmarks --- */

static struct brief_bookmark *
brief_find_bookmark(struct brief_view *view, const char *key)
{
	for (size_t i = 0; i < view->bookmarks.len; i++)
		if (strcmp(view->bookmarks.items[i].key, key) == 0)
			return &view->bookmarks.items[i];
	return NULL;
}

void
brief_set_bookmark(struct brief_view *view, const char *key, const char *place)
{
	struct brief_bookmark *old = brief_find_bookmark(view, key);
	struct brief_bookmark new = {mem_strdup(key), mem_strdup(place)};

	if (old == NULL) {
		vector_push(&view->bookmarks, new);
		return;
	}
	free(old->key);
	free(old->place);
	*old = new;
}

void
brief_release_bookmarks(struct brief_view *view)
{
	for (size_t i = 0; i < view->bookmarks.len; i++) {
		free(view->bookmarks.items[i].key);
		free(view->bookmarks.items[i].place);
	}
	vector_release(&view->bookmarks);
}

/* One letter or digit. */
static bool
is_brief_bookmark_key(const char *key)
{
	size_t len = strlen(key);
	uint32_t cp;

	return len > 0 && *key > ' ' && utf8_decode(key, len, &cp) == len;
}

unsigned
brief_do_bookmark(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = brief_view_of(base);
	struct buffer place = BUFFER_INIT;

	brief_fit(view);
	if (*argument == '\0')
		return app_wait_key(base->app, "bookmark",
				    _("A letter or a digit for this place?"));
	if (!is_brief_bookmark_key(argument) || view->item_count == 0) {
		error_set(err, STATUS_INVALID, "%s",
			  _("A bookmark is one letter or one digit."));
		return EFFECT_NONE;
	}
	brief_format_place(view, view->viewport.mark, &place);
	brief_set_bookmark(view, argument, place.data);
	brief_keep(view);
	app_say(base->app, _("Bookmark %s is here. '%s comes back."), argument,
		argument);
	buffer_release(&place);
	return EFFECT_REDRAW;
}

unsigned
brief_do_to_bookmark(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = brief_view_of(base);
	const struct brief_bookmark *found;
	struct buffer all = BUFFER_INIT;

	brief_fit(view);
	if (*argument == '\0') {
		for (size_t i = 0; i < view->bookmarks.len; i++)
			buffer_printf(&all, "  %s %s",
				      view->bookmarks.items[i].key,
				      view->bookmarks.items[i].place);
		buffer_append_string(&all, "");
		app_wait_key(base->app, "to-bookmark",
			     all.len > 0 ? all.data
					 : _("No bookmark is set yet; m sets "
					     "one."));
		buffer_release(&all);
		return EFFECT_REDRAW;
	}
	if (strcmp(argument, "'") == 0)
		return brief_do_place_back(base, "", err);
	found = brief_find_bookmark(view, argument);
	if (found != NULL && brief_go(view, found->place, err) == STATUS_OK)
		return EFFECT_REDRAW;
	if (found == NULL)
		error_set(err, STATUS_NOT_FOUND,
			  _("There is no bookmark %s. m sets one."), argument);
	return EFFECT_NONE;
}
