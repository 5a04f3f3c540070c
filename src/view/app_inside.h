/*
 * app_inside.h - the app as its own files see it: app.c (views, keys,
 * commands), app_commands.c (the general commands), status.c.
 */
#ifndef LECTERN_VIEW_APP_INSIDE_H
#define LECTERN_VIEW_APP_INSIDE_H

#include "lectern/app.h"
#include "lectern/cite.h"
#include "keys.h"
#include "live.h"
#include "prompt.h"

struct app {
	struct library *library;
	const struct config *config; /* borrowed; NULL: nothing is set */
	struct store *store;
	bool store_is_ours; /* opened here, so closed here */
	struct view *top;
	struct view *ahead; /* stepped back from, the next one first */
	struct keys keys;
	struct prompt prompt;
	struct buffer message;	     /* said once, until the next key */
	struct buffer notice;	     /* stands */
	struct buffer columns;	     /* -l */
	struct buffer search;	     /* words searched for last */
	struct catalogue *catalogue; /* NULL until it is asked for */
	char language[16];
	int64_t fixed_time; /* -1: the system's */
	int rows, width;
	void (*lend_terminal)(bool is_lent); /* or NULL */
	bool is_indexing;
	bool is_error; /* the message is of an error */
	bool leave_direction;
	struct live live;
	bool is_following;
	struct minutes_rates rates;
	struct buffer pending; /* a command that the next key completes */
	bool is_blank;	       /* nothing is shown until the next key */
	bool is_leave_asked, was_leave_asked; /* by this key, the last one */
	bool is_kazakh;	  /* a Kazakh layout is on: its digits are letters */
	bool wants_words; /* of the word index */
};

/* A command of the app itself, whatever the view. */
struct app_command {
	const char *name;
	const char *argument;
	const char *help;
	unsigned (*run)(struct app *app, const char *argument,
			struct error *err);
};

extern const struct app_command app_commands[];
const struct app_command *app_command_find(const char *name);

/* A command of a view by name, or NULL. */
const struct view_command *view_command_find(const struct view *view,
					     const char *name);

/* Open the prompt for 'command' ("" for a whole line) with 'text' typed. */
unsigned app_ask(struct app *app, const char *command, const char *text);

/* The search screen, for 'words' (NULL: those of the search before). */
unsigned app_search(struct app *app, const char *words);

/* The bottom line where there is no prompt. */
void app_draw_status(struct app *app, struct frame *frame);

/* General commands of live use (live.c). */
unsigned app_do_clock(struct app *app, const char *argument, struct error *err);
unsigned app_do_clock_reset(struct app *app, const char *argument,
			    struct error *err);
unsigned app_do_limit(struct app *app, const char *argument, struct error *err);
unsigned app_do_blank(struct app *app, const char *argument, struct error *err);
/* Nothing is ahead any more. */
void app_forget_ahead(struct app *app);

/* Leave the view on top; QUIT when it was the last. */
unsigned app_pop_view(struct app *app);

#endif
