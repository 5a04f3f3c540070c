/*
 * app.h - the program between terminal and views: a stack of views, the
 * prompt, the status line, keys to command text, command text to effects.
 *
 * The terminal loop (src/tui) and the script replay (--script) drive the same
 * object, so what a golden screen shows is what a delegate sees.
 */
#ifndef LECTERN_APP_H
#define LECTERN_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/cite.h"
#include "lectern/config.h"
#include "lectern/error.h"
#include "lectern/frame.h"
#include "lectern/library.h"
#include "lectern/minutes.h"
#include "lectern/screen.h"
#include "lectern/store.h"
#include "lectern/view.h"

struct app; /* opaque; views use the functions below */

struct app *app_new(struct library *lib, struct store *store);
void app_free(struct app *app);

/* What a person has set: keys, rates, direction. What is wrong with it is
 * said. NULL: nothing is set. */
void app_configure(struct app *app, const struct config *config);
/* The terminal orders right-to-left text. */
bool app_leaves_direction(const struct app *app);

/* What a person set in the configuration, or its default; "" where there is no
 * configuration. */
const char *app_setting(const struct app *app, const char *name);
struct library *app_library(const struct app *app);
/* The index, opened when it is first asked for; NULL where there is none. */
struct store *app_store(struct app *app);
/* What is known of documents, read when it is first asked for, and what texts
 * may call them; never NULL. */
const struct catalogue *app_catalogue(struct app *app);
const struct cite_names *app_names(struct app *app);
/* BCP 47 tag of the interface's language ("en"). */
const char *app_language(const struct app *app);

/* Views. push takes the view; the app frees it. */
void app_push_view(struct app *app, struct view *view);
struct view *app_view(const struct app *app);
/* To the view below, and to the one stepped back from. */
unsigned app_step_back(struct app *app);
unsigned app_step_forward(struct app *app);

/*
 * Push the brief of the meeting whose folder is 'meeting' or, where there is
 * none, whom the index knows by these words. Only then is the index opened.
 * 'place' and 'language' ("ru,en": the columns) may be NULL.
 */
enum status app_open_meeting(struct app *app, const char *meeting,
			     const char *place, const char *language,
			     struct error *err) WARN_UNUSED;

/* The first view: the list, or the meeting asked for, which the app takes
 * even where its place is not found. */
enum status app_begin(struct app *app, const struct screen_request *request,
		      struct error *err) WARN_UNUSED;

/* Columns asked for with -l ("ru,en"), or NULL. */
const char *app_columns(const struct app *app);

/*
 * A key by name ("j", "Down", "^F", "Enter", "Space", "д"): runs the command
 * text bound in the current view's map, else in the general map; in a prompt
 * it edits the line. Returns effect bits that the loop must act on
 * (REDRAW, QUIT, SUSPEND).
 */
unsigned app_key(struct app *app, const char *key);

/* Command text as typed at ':' ("goto 2.2.9", "save-screen F"). A line that
 * is no command but a place goes there. */
unsigned app_run(struct app *app, const char *line, struct error *err);

/* One line for the person, shown in the status line until the next key. */
void app_say(struct app *app, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* A standing notice in the status line ("3 characters are not in KOI8-R"), or
 * NULL for none. The text is copied. */
void app_set_notice(struct app *app, const char *text);

/* A child brings the index up to date: an empty list says so. */
void app_set_indexing(struct app *app, bool is_indexing);
bool app_is_indexing(const struct app *app);

/* Is it in live use: marks, notes and clock on, editing off? */
bool app_is_live(const struct app *app);

/* Does it show where the live screen is? */
bool app_is_following(const struct app *app);

/* Begin live use of a meeting. */
void app_begin_live(struct app *app, const struct meeting *meeting);

/* Seconds left of the time for one intervention; false where there is no
 * limit. */
bool app_floor_left(const struct app *app, long *seconds);

/* How fast people speak; never NULL. */
const struct minutes_rates *app_rates(const struct app *app);

/* Have words typed for a command, beginning with 'text'. */
unsigned app_prompt(struct app *app, const char *command, const char *text);

/* The next key is the argument of 'command'; 'words' are shown till then. */
unsigned app_wait_key(struct app *app, const char *command, const char *words);

/* Something watched may have changed, or app_wait_ms() are over: true to draw
 * the screen. */
bool app_tick(struct app *app);

/* Milliseconds after which app_tick() is to be called again; -1: only when
 * something watched changes. */
int app_wait_ms(const struct app *app);

/* Of them those after which something waits to be done; -1: nothing does. */
int app_busy_ms(const struct app *app);

/* Folders in which something may change that is shown; appended. */
void app_watched(const struct app *app, struct library_names *out);

/* Nothing is to be shown until the next key. */
bool app_is_blank(const struct app *app);

/* Whoever owns the terminal lends it to a program that is run on it, and takes
 * it back. Where nobody does, such programs run all the same. */
void app_set_terminal(struct app *app, void (*lend)(bool is_lent));
void app_lend_terminal(const struct app *app, bool is_lent);

/* Draw everything: view, prompt or status line. Sizes from 1x1 up; under
 * 20x4 it says "too small". */
void app_draw(struct app *app, struct frame *frame);

/* Somebody searches words that are not indexed yet; whoever runs the loop
 * takes the wish and has a child index them. */
void app_want_words(struct app *app);
bool app_take_want(struct app *app);

/* The words searched for last, "" for none. */
void app_keep_search(struct app *app, const char *words);
const char *app_kept_search(const struct app *app);

/* Fixed time for the clock (tests), or -1 for the system's. $LECTERN_TIME
 * (seconds since 1970) fixes it too. */
void app_set_time(struct app *app, int64_t seconds);
int64_t app_time(const struct app *app);

/* The screen is drawn: work out what the next key will show, while a person
 * reads. */
void app_prepare(struct app *app);

/* The index changed under us: reload what is shown. */
void app_reload(struct app *app);

/* The size of the whole screen; app_draw() sets it too. */
void app_set_size(struct app *app, int rows, int columns);

/* Rows and columns a view has: the screen less the status line. */
void app_view_size(const struct app *app, int *rows, int *columns);

/* The help view asks for these: each binding of a view and what it does. */
struct key_binding {
	const char *map;     /* "general", "brief", "list" */
	const char *key;     /* "PgDn" */
	const char *command; /* "page-down" */
};
size_t app_key_bindings(const struct app *app,
			const struct key_binding **bindings);
/* Help of a general command by name (quit, help, back …), or NULL. */
const char *app_command_help(const char *name);

#endif
