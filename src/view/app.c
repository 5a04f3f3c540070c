/* The program between terminal and views: see app.h. */
#include <locale.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lectern/config.h"
#include "lectern/index.h"
#include "lectern/memory.h"
#include "lectern/words.h"
#include "app_inside.h"

/* What gettext goes by: the first of $LANGUAGE, but in the C locale nothing. */
static const char *
app_language_name(void)
{
	const char *locale = setlocale(LC_MESSAGES, NULL);
	const char *wanted = getenv("LANGUAGE");

	if (locale == NULL || strcmp(locale, "C") == 0 ||
	    strcmp(locale, "POSIX") == 0)
		return "en";
	if (wanted != NULL && *wanted != '\0')
		return wanted;
	return strncmp(locale, "C.", 2) == 0 ? "en" : locale;
}

/* "ru" from "ru_RU.UTF-8". */
static void
app_find_language(struct app *app)
{
	const char *name = app_language_name();
	size_t len = strcspn(name, "_.@:");

	if (len < 2 || len >= sizeof app->language) {
		name = "en";
		len = 2;
	}
	memcpy(app->language, name, len);
	app->language[len] = '\0';
}

static int64_t
app_time_given(void)
{
	const char *text = getenv("LECTERN_TIME");
	char *end;
	long long seconds;

	if (text == NULL || *text == '\0')
		return -1;
	seconds = strtoll(text, &end, 10);
	return *end == '\0' && seconds >= 0 ? (int64_t)seconds : -1;
}

struct app *
app_new(struct library *lib, struct store *store)
{
	struct app *app = mem_alloc(1, sizeof *app);
	struct error err = ERROR_INIT;

	app->library = lib;
	app->store = store;
	buffer_init(&app->message);
	buffer_init(&app->notice);
	buffer_init(&app->columns);
	buffer_init(&app->pending);
	buffer_init(&app->search);
	prompt_init(&app->prompt);
	app->fixed_time = app_time_given();
	app->rows = 24;
	app->width = 80;
	app_find_language(app);
	if (keys_parse(&app->keys, keys_data, "data/keys", &err) != STATUS_OK)
		app_say(app, "%s", err.message);
	return app;
}

void
app_free(struct app *app)
{
	if (app == NULL)
		return;
	while (app->top != NULL)
		app_pop_view(app);
	live_release(&app->live);
	buffer_release(&app->pending);
	if (app->store_is_ours)
		store_close(app->store);
	catalogue_free(app->catalogue);
	keys_release(&app->keys);
	prompt_release(&app->prompt);
	buffer_release(&app->message);
	buffer_release(&app->notice);
	buffer_release(&app->columns);
	buffer_release(&app->search);
	free(app);
}

const char *
app_setting(const struct app *app, const char *name)
{
	return app->config == NULL ? "" : config_text(app->config, name);
}

struct library *
app_library(const struct app *app)
{
	return app->library;
}

/* Where no index can be kept at all, one in memory, read now. */
static enum status
app_open_store(struct app *app, struct error *err)
{
	struct index_options options = {.all = true};
	struct index_report report;
	enum status rc;

	if (app->library->index_path != NULL)
		return store_open(app->library->index_path, STORE_READ,
				  &app->store, NULL, err);
	rc = store_open(NULL, STORE_MEMORY, &app->store, NULL, err);
	if (rc == STATUS_OK)
		rc = index_update(app->library, app->store, &options, &report,
				  err);
	return rc;
}

struct store *
app_store(struct app *app)
{
	struct error err = ERROR_INIT;
	enum status rc;

	if (app->store != NULL)
		return app->store;
	rc = app_open_store(app, &err);
	/* None yet, or a bad one that a child is about to replace: the list
	 * says that the library is being read. */
	if (rc != STATUS_OK && rc != STATUS_NOT_FOUND && !app->is_indexing)
		app_say(app, "%s", err.message);
	app->store_is_ours = app->store != NULL;
	return app->store;
}

const struct catalogue *
app_catalogue(struct app *app)
{
	/* What is wrong with the library's own is for `index` to say. */
	if (app->catalogue == NULL)
		app->catalogue = library_read_catalogue(app->library, NULL);
	return app->catalogue;
}

const struct cite_names *
app_names(struct app *app)
{
	return catalogue_names(app_catalogue(app));
}

const char *
app_language(const struct app *app)
{
	return app->language;
}

const char *
app_columns(const struct app *app)
{
	return app->columns.len == 0 ? NULL : app->columns.data;
}

void
app_push_view(struct app *app, struct view *view)
{
	app_forget_ahead(app);
	view->app = app;
	view->below = app->top;
	app->top = view;
}

struct view *
app_view(const struct app *app)
{
	return app->top;
}

unsigned
app_pop_view(struct app *app)
{
	struct view *view = app->top;

	app_forget_ahead(app);
	app->top = view->below;
	view->ops->free(view);
	return app->top == NULL ? EFFECT_QUIT : EFFECT_REDRAW;
}

static void
app_reload_views(struct app *app, struct view *view)
{
	struct error err = ERROR_INIT;

	for (; view != NULL; view = view->below)
		if (view->ops->reload != NULL &&
		    view->ops->reload(view, &err) != STATUS_OK)
			app_say(app, "%s", err.message);
}

static void
app_set_columns(struct app *app, const char *language)
{
	/* It may be app_columns() itself. */
	if (language == app->columns.data)
		return;
	buffer_reset(&app->columns);
	buffer_append_string(&app->columns, language == NULL ? "" : language);
}

static enum status
app_push_brief(struct app *app, struct meeting *meeting, const char *place,
	       const char *language, struct error *err)
{
	struct view *view = NULL;
	enum status rc;

	app_set_columns(app, language);
	rc = view_brief_new(app, meeting, place, &view, err);
	if (rc == STATUS_OK)
		app_push_view(app, view);
	return rc;
}

enum status
app_open_meeting(struct app *app, const char *meeting, const char *place,
		 const char *language, struct error *err)
{
	struct error unread = ERROR_INIT;
	struct meeting *read = NULL;
	struct store *store;
	char *id = NULL;
	enum status rc;

	rc = library_read_meeting(app_library(app), meeting, &read, NULL,
				  &unread);
	if (rc != STATUS_OK && err != NULL)
		*err = unread;
	if (rc == STATUS_NOT_FOUND && (store = app_store(app)) != NULL) {
		rc = store_find_meeting(store, meeting, &id, err);
		if (rc == STATUS_OK)
			rc = library_read_meeting(app_library(app), id, &read,
						  NULL, err);
	}
	free(id);
	if (rc != STATUS_OK)
		return rc;
	if (err != NULL)
		*err = (struct error)ERROR_INIT;
	return app_push_brief(app, read, place, language, err);
}

enum status
app_begin(struct app *app, const struct screen_request *request,
	  struct error *err)
{
	app->is_following = request->is_following;
	if (request->is_live && request->meeting != NULL)
		live_begin(app, request->meeting);
	if (request->meeting != NULL)
		return app_push_brief(app, request->meeting, request->place,
				      request->language, err);
	app_set_columns(app, request->language);
	app_push_view(app, view_meetings_new(app));
	return STATUS_OK;
}

void
app_say(struct app *app, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	buffer_reset(&app->message);
	buffer_vprintf(&app->message, fmt, args);
	app->is_error = false;
	va_end(args);
}

void
app_set_notice(struct app *app, const char *text)
{
	buffer_reset(&app->notice);
	if (text != NULL)
		buffer_append_string(&app->notice, text);
}

void
app_set_indexing(struct app *app, bool is_indexing)
{
	app->is_indexing = is_indexing;
}

bool
app_is_indexing(const struct app *app)
{
	return app->is_indexing;
}

void
app_want_words(struct app *app)
{
	app->wants_words = true;
}

bool
app_take_want(struct app *app)
{
	bool wants = app->wants_words;

	app->wants_words = false;
	return wants;
}

void
app_keep_search(struct app *app, const char *words)
{
	buffer_reset(&app->search);
	buffer_append_string(&app->search, words);
}

const char *
app_kept_search(const struct app *app)
{
	return app->search.data;
}

void
app_set_time(struct app *app, int64_t seconds)
{
	app->fixed_time = seconds;
}

int64_t
app_time(const struct app *app)
{
	return app->fixed_time >= 0 ? app->fixed_time : (int64_t)time(NULL);
}

void
app_set_size(struct app *app, int rows, int columns)
{
	app->rows = rows;
	app->width = columns;
}

void
app_view_size(const struct app *app, int *rows, int *columns)
{
	*rows = app->rows > 1 ? app->rows - 1 : 1;
	*columns = app->width > 1 ? app->width : 1;
}

size_t
app_key_bindings(const struct app *app, const struct key_binding **bindings)
{
	*bindings = app->keys.list.items;
	return app->keys.list.len;
}

void
app_reload(struct app *app)
{
	if (app->store_is_ours) {
		/* A bad index may have been set aside and made anew. */
		store_close(app->store);
		app->store = NULL;
		app->store_is_ours = false;
	}
	app_reload_views(app, app->top);
	app_reload_views(app, app->ahead);
}

void
app_prepare(struct app *app)
{
	if (app->top != NULL && app->top->ops->prepare != NULL)
		app->top->ops->prepare(app->top);
}

bool
app_is_live(const struct app *app)
{
	return app->live.is_on;
}

void
app_begin_live(struct app *app, const struct meeting *meeting)
{
	live_begin(app, meeting);
}

bool
app_floor_left(const struct app *app, long *seconds)
{
	*seconds = floor_clock_left(&app->live.clock, app_time(app));
	return app->live.clock.limit > 0;
}

const struct minutes_rates *
app_rates(const struct app *app)
{
	return &app->rates;
}

unsigned
app_prompt(struct app *app, const char *command, const char *text)
{
	return app_ask(app, command, text);
}

unsigned
app_wait_key(struct app *app, const char *command, const char *words)
{
	buffer_reset(&app->pending);
	buffer_append_string(&app->pending, command);
	app_say(app, "%s", words);
	return EFFECT_REDRAW;
}

bool
app_leaves_direction(const struct app *app)
{
	return app->leave_direction;
}

bool
app_is_following(const struct app *app)
{
	return app->is_following;
}

bool
app_is_blank(const struct app *app)
{
	return app->is_blank;
}

bool
app_tick(struct app *app)
{
	bool draw = live_wait_ms(app) >= 0;

	if (app->top != NULL && app->top->ops->tick != NULL)
		draw = app->top->ops->tick(app->top) || draw;
	return draw;
}

int
app_busy_ms(const struct app *app)
{
	return app->top != NULL && app->top->ops->wait_ms != NULL
		       ? app->top->ops->wait_ms(app->top)
		       : -1;
}

int
app_wait_ms(const struct app *app)
{
	int live = live_wait_ms(app), view = app_busy_ms(app);

	return live < 0 || (view >= 0 && view < live) ? view : live;
}

void
app_set_terminal(struct app *app, void (*lend)(bool is_lent))
{
	app->lend_terminal = lend;
}

void
app_lend_terminal(const struct app *app, bool is_lent)
{
	if (app->lend_terminal != NULL)
		app->lend_terminal(is_lent);
}

void
app_watched(const struct app *app, struct library_names *out)
{
	if (app->top != NULL && app->top->ops->watched != NULL)
		app->top->ops->watched(app->top, out);
}

void
app_draw(struct app *app, struct frame *frame)
{
	struct frame area = *frame;

	app_set_size(app, frame->rows, frame->columns);
	frame_clear(frame);
	frame->cursor_row = frame->cursor_column = -1;
	if (app->is_blank)
		return;
	if (frame->rows < 4 || frame->columns < 20) {
		frame_put_cut(frame, 0, 0, frame->columns, STYLE_TEXT,
			      _("too small"));
		return;
	}
	area.rows = frame->rows - 1; /* same cells, one row less */
	if (app->top != NULL)
		app->top->ops->draw(app->top, &area);
	frame->cursor_row = area.cursor_row;
	frame->cursor_column = area.cursor_column;
	if (app->prompt.is_open)
		prompt_draw(&app->prompt, frame);
	else
		app_draw_status(app, frame);
}
