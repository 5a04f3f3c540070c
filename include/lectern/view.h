/*
 * view.h - the screens of the program: meetings, brief, help, findings.
 *
 * A view is a model of what a person looks at: it answers command text and
 * draws into a frame. It knows no terminal and no keys; keys are bound to
 * command text by name in data/keys, per view. Each view is one file with
 * its table of operations last.
 */
#ifndef LECTERN_VIEW_H
#define LECTERN_VIEW_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/columns.h"
#include "lectern/error.h"
#include "lectern/frame.h"
#include "lectern/library.h"
#include "lectern/meeting.h"
#include "lectern/store.h"

/* What the loop must do after a command. */
enum effect {
	EFFECT_NONE = 0,
	EFFECT_REDRAW = 1,
	EFFECT_RELOAD = 2, /* files or index changed: views read again */
	EFFECT_BACK = 4,   /* leave this view */
	EFFECT_QUIT = 8,
	EFFECT_PROMPT = 16, /* a line is to be typed */
	EFFECT_SUSPEND = 32,
	EFFECT_UNKNOWN = 64, /* the view has no such command */
	EFFECT_BLANK = 128,  /* nothing of what was shown may stay anywhere */
};

struct view;
struct app;

/* A command of a view: what keys and the ':' prompt run. */
struct view_command {
	const char *name;
	const char *argument; /* "PLACE", or NULL */
	const char *group;    /* N_("…"): its heading in the help */
	const char *help;     /* N_("…"), one line */
	bool as_typed;	      /* asked for, it runs at each letter */
	/* Returns effect bits; fills err and returns EFFECT_NONE on failure. */
	unsigned (*run)(struct view *view, const char *argument,
			struct error *err);
};

struct view_ops {
	const char *name;  /* "brief": the key map of that name applies */
	const char *title; /* N_("Brief") */
	const struct view_command *commands; /* ends with name NULL */
	void (*draw)(struct view *view, struct frame *frame);
	/* The status line: fields with a tab between, the one that is needed
	 * most first; what does not fit is dropped from the end. */
	void (*status)(const struct view *view, struct buffer *out);
	/* A key map that goes before the view's own while is_in_mode(); NULL
	 * where there is none. */
	const char *mode;
	bool (*is_in_mode)(const struct view *view);
	/* A view with a line of its own that one types on: true where a key
	 * that its map does not bind was typed. */
	bool (*take_key)(struct view *view, const char *key);
	/* What fits 'typed' at the ':' prompt, as "PLACE\tWORDS SHOWN": the
	 * first part is what Enter runs. At most a few dozen; may be NULL. */
	void (*complete)(const struct view *view, const char *typed,
			 struct library_names *out);
	enum status (*reload)(struct view *view, struct error *err);
	/* Something it watches may have changed, a second has passed, or what
	 * wait_ms() said: true to draw. May be NULL, as all below. */
	bool (*tick)(struct view *view);
	/* Milliseconds without a key after which it has something to do; -1:
	 * nothing. */
	int (*wait_ms)(const struct view *view);
	/* It is drawn: work out what the next key will show. */
	void (*prepare)(struct view *view);
	/* Folders that are to be watched for it. */
	void (*watched)(const struct view *view, struct library_names *out);
	/* A key has done its work, whatever it was. */
	void (*settled)(struct view *view);
	/* A line is being typed for one of its commands; NULL: given up. */
	void (*typed)(struct view *view, const char *command, const char *text);
	void (*free)(struct view *view);
};

struct view {
	const struct view_ops *ops;
	struct app *app;    /* who owns it */
	struct view *below; /* the one 'back' returns to */
};

/* Views borrow the library and the store from the app. */
struct view *view_meetings_new(struct app *app);
/* The brief of a meeting that was read; the view takes it, on failure too. */
enum status view_brief_new(struct app *app, struct meeting *meeting,
			   const char *place, struct view **out,
			   struct error *err) WARN_UNUSED;
/* A document by its symbol (normal form), and who cites it; 'paragraph' ("para.
 * 1", or "") is where its text opens, 'languages' ("ru,en", or
 * NULL) those of its columns. */
struct view *view_instrument_new(struct app *app, const char *symbol,
				 const char *paragraph, const char *languages);
/* Search; NULL for the words of the search before. */
struct view *view_search_new(struct app *app, const char *words);
/* Have a brief show a language, in the last column where it does not yet. */
void view_brief_show_language(struct view *view, const char *language);
struct view *view_help_new(struct app *app, const struct view *of);
/* The record of the brief that 'brief' shows, which stays below it. */
struct view *view_record_new(struct app *app, struct view *brief);
/* The report on a document that was read, to be written as a new meeting. NULL
 * where it cannot be read. */
struct view *view_import_new(struct app *app, const char *file,
			     struct error *err);
/* What the checks found in the brief that 'brief' shows, as a list beside it;
 * it stays below. */
struct view *view_findings_new(struct app *app, struct view *brief);
/* What a command or the program has to say at length, to be paged through. */
struct view *view_output_new(struct app *app, const char *title,
			     const char *text);

#endif
