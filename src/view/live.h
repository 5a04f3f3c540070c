/*
 * live.h - the screen in live use: the clock, and what must not happen while
 * it runs.
 *
 * It belongs to the app and not to a view, so that its pause and its count
 * survive whatever one looks at. It is kept in the user's state folder each
 * time it starts or stops, so that a terminal that dies takes no time along.
 */
#ifndef LECTERN_VIEW_LIVE_H
#define LECTERN_VIEW_LIVE_H

#include <stdbool.h>

#include "lectern/error.h"
#include "lectern/floor_clock.h"
#include "lectern/frame.h"
#include "lectern/library.h"
#include "lectern/meeting.h"

struct app;

struct live {
	bool is_on;
	char *meeting; /* id; NULL while it is off */
	struct floor_clock clock;
};

/* Begin live use of a meeting: its clock as it was left, else at the time
 * that meeting.yaml allows. */
void live_begin(struct app *app, const struct meeting *meeting);
void live_release(struct live *live);

/* The clock at the right of the status line; returns where the rest ends. */
int live_draw_clock(const struct app *app, struct frame *frame, int row,
		    int end);

/* Fill err where live use is off: its commands are refused. */
bool live_is_off(const struct app *app, struct error *err);

/* May the program be left? While the clock runs it asks once. */
bool live_may_leave(struct app *app);

/* Milliseconds until the screen shows something else; -1: it does not. */
int live_wait_ms(const struct app *app);

#endif
