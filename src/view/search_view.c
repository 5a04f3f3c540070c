/* Searching the library as one types: see search_view.h. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "search_view.h"

#define SEARCH_VIEW_RESULTS 100 /* asked for at once */

static struct search_view *
search_view_of(struct view *view)
{
	return (struct search_view *)view;
}

static void
search_view_run(struct search_view *view, struct store *store)
{
	struct search_options options = {.limit = view->limit};
	struct error err = ERROR_INIT;
	enum status rc;

	/* An index in memory has no other writer. */
	if (app_library(view->base.app)->index_path == NULL)
		rc = store_index_words(store, &err);
	else
		rc = STATUS_OK;
	if (rc == STATUS_OK)
		rc = store_is_wordless(store, &view->is_wordless, &err);
	if (rc == STATUS_OK)
		rc = search_run(store, view->line.line.data,
				view->line.line.len, &options, &view->results,
				&err);
	if (rc == STATUS_OK)
		return;
	search_results_release(&view->results);
	buffer_append_string(&view->trouble, err.message);
}

void
search_view_ask(struct search_view *view)
{
	struct store *store;

	if (view->is_asked)
		return;
	view->is_asked = true;
	view->is_wordless = false;
	buffer_reset(&view->trouble);
	search_results_release(&view->results);
	store = app_store(view->base.app);
	if (store != NULL)
		search_view_run(view, store);
	if (view->is_wordless)
		app_want_words(view->base.app);
	if (view->mark >= view->results.list.len)
		view->mark = view->results.list.len == 0
				     ? 0
				     : view->results.list.len - 1;
	search_view_measure(view);
}

/* Other words: from the best of their results. */
static void
search_view_changed(struct search_view *view)
{
	view->is_asked = false;
	view->limit = SEARCH_VIEW_RESULTS;
	view->mark = view->first = 0;
	app_keep_search(view->base.app, view->line.line.data);
}

static void
search_view_set(struct search_view *view, const char *words)
{
	prompt_open(&view->line, "", "", words);
	search_view_changed(view);
}

static bool
search_view_take_key(struct view *base, const char *key)
{
	struct search_view *view = search_view_of(base);
	bool is_letter = strcmp(key, "Space") == 0 || (key[0] & 0x80) != 0 ||
			 (key[0] > ' ' && key[1] == '\0');
	enum prompt_outcome outcome;

	if (view->is_kept && is_letter)
		prompt_open(&view->line, "", "", "");
	outcome = prompt_key(&view->line, key);
	if (outcome == PROMPT_CHANGED)
		search_view_changed(view);
	if (outcome == PROMPT_CHANGED || is_prompt_moving(key)) {
		view->is_kept = false;
		return true;
	}
	return is_letter || outcome == PROMPT_LEFT;
}

static unsigned
search_view_move(struct view *base, long step)
{
	struct search_view *view = search_view_of(base);
	size_t wanted;

	search_view_ask(view);
	view->is_kept = false;
	if (step < 0 && (size_t)-step > view->mark)
		wanted = 0;
	else
		wanted = (size_t)((long)view->mark + step);
	view->mark = wanted;
	if (wanted >= view->results.list.len && view->results.has_more) {
		view->limit += SEARCH_VIEW_RESULTS;
		view->is_asked = false;
		search_view_ask(view);
	}
	if (wanted >= view->results.list.len && step == 1)
		app_say(base->app, "%s", _("This is the last result."));
	if (view->mark >= view->results.list.len)
		view->mark = view->results.list.len == 0
				     ? 0
				     : view->results.list.len - 1;
	return EFFECT_REDRAW;
}

static unsigned
search_view_do_next(struct view *view, const char *argument UNUSED,
		    struct error *err UNUSED)
{
	return search_view_move(view, 1);
}

static unsigned
search_view_do_previous(struct view *view, const char *argument UNUSED,
			struct error *err UNUSED)
{
	return search_view_move(view, -1);
}

static unsigned
search_view_do_page_down(struct view *view, const char *argument UNUSED,
			 struct error *err UNUSED)
{
	return search_view_move(view,
				(long)search_view_page(search_view_of(view)));
}

static unsigned
search_view_do_page_up(struct view *view, const char *argument UNUSED,
		       struct error *err UNUSED)
{
	return search_view_move(view,
				-(long)search_view_page(search_view_of(view)));
}

static unsigned
search_view_do_words(struct view *base, const char *argument,
		     struct error *err UNUSED)
{
	search_view_set(search_view_of(base), argument);
	return EFFECT_REDRAW;
}

/* The meeting, or the text of a document, at the point, in a language that has
 * the words. */
static unsigned
search_view_open_text(struct app *app, const struct search_result *result,
		      struct error *err)
{
	struct buffer place = BUFFER_INIT;
	enum status rc;

	search_format_place(result, &place);
	rc = app_open_meeting(app, result->meeting, place.data,
			      app_columns(app), err);
	buffer_release(&place);
	if (rc != STATUS_OK)
		return EFFECT_NONE;
	if (!result->is_title)
		view_brief_show_language(app_view(app),
					 result->snippet_language);
	return EFFECT_REDRAW;
}

static unsigned
search_view_do_open(struct view *base, const char *argument UNUSED,
		    struct error *err)
{
	struct search_view *view = search_view_of(base);
	const struct search_result *result;

	search_view_ask(view);
	view->is_kept = false;
	if (view->mark >= view->results.list.len) {
		app_say(base->app, "%s", _("There is no result to open."));
		return EFFECT_REDRAW;
	}
	result = &view->results.list.items[view->mark];
	if (!result->is_instrument || !result->is_title)
		return search_view_open_text(base->app, result, err);
	app_push_view(
		base->app,
		view_instrument_new(base->app, result->short_name, "", NULL));
	return EFFECT_REDRAW;
}

static void
search_view_status(const struct view *base, struct buffer *out)
{
	const struct search_view *view = (const struct search_view *)base;
	size_t count = view->results.list.len;

	if (count == 0) {
		buffer_append_string(out, _("Esc goes back"));
	} else {
		buffer_append_string(out, _("Enter opens, Esc goes back"));
		buffer_append_byte(out, '\t');
		/* TRANSLATORS: a plus after the second number: there are more.
		 */
		buffer_printf(out,
			      view->results.has_more ? _("result %zu of %zu+")
						     : _("result %zu of %zu"),
			      view->mark + 1, count);
	}
	if (view->is_wordless)
		buffer_printf(out, "\t%s", _("words are being indexed"));
}

/* The index is another: the same words, asked again. */
static enum status
search_view_reload(struct view *base, struct error *err UNUSED)
{
	search_view_of(base)->is_asked = false;
	return STATUS_OK;
}

static void
search_view_free(struct view *base)
{
	struct search_view *view = search_view_of(base);

	prompt_release(&view->line);
	search_results_release(&view->results);
	buffer_release(&view->trouble);
	free(view);
}

#define GROUP_FIND N_("Finding")

static const struct view_command search_view_commands[] = {
	{"words", "WORDS", GROUP_FIND, N_("search for these words"), false,
	 search_view_do_words},
	{"next", NULL, GROUP_FIND, N_("next result"), false,
	 search_view_do_next},
	{"previous", NULL, GROUP_FIND, N_("previous result"), false,
	 search_view_do_previous},
	{"page-down", NULL, GROUP_FIND, N_("a screen down"), false,
	 search_view_do_page_down},
	{"page-up", NULL, GROUP_FIND, N_("a screen up"), false,
	 search_view_do_page_up},
	{"open", NULL, GROUP_FIND, N_("open the meeting or the document there"),
	 false, search_view_do_open},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops search_view_ops = {
	.name = "search",
	.title = N_("Search"),
	.commands = search_view_commands,
	.take_key = search_view_take_key,
	.draw = search_view_draw,
	.status = search_view_status,
	.reload = search_view_reload,
	.free = search_view_free,
};

struct view *
view_search_new(struct app *app, const char *words)
{
	struct search_view *view = mem_alloc(1, sizeof *view);

	view->base.ops = &search_view_ops;
	view->base.app = app;
	prompt_init(&view->line);
	buffer_init(&view->trouble);
	view->is_kept = words == NULL && *app_kept_search(app) != '\0';
	search_view_set(view, words == NULL ? app_kept_search(app) : words);
	return &view->base;
}
