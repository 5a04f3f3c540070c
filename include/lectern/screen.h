/*
 * screen.h - what is asked of the screen, whoever shows it: the terminal
 * (tui.h) or a replay without one (script.h).
 */
#ifndef LECTERN_SCREEN_H
#define LECTERN_SCREEN_H

#include <stdbool.h>

#include "lectern/config.h"
#include "lectern/error.h"
#include "lectern/library.h"
#include "lectern/meeting.h"
#include "lectern/output.h"
#include "lectern/store.h"

/* All but the meeting is borrowed for the time the screen is up. */
struct screen_request {
	struct library *library;
	const struct config *config;
	struct store *store; /* NULL: opened when it is needed */
	/* The meeting to begin with, which the screen takes and frees; NULL:
	 * the list. It was read to check the place, and is not read twice. */
	struct meeting *meeting;
	const char *place;    /* NULL: its beginning */
	const char *language; /* -l, or NULL */
	bool is_live;	      /* marks, notes and clock on, editing off */
	bool is_following;    /* goes where the live screen is */
	struct output *messages;
};

typedef enum status (*open_screen_fn)(const struct screen_request *request,
				      struct error *err);

#endif
