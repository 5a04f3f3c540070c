/* Live use: the clock and its commands. See live.h. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/session.h"
#include "lectern/text.h"
#include "lectern/words.h"
#include "app_inside.h"

#define LIVE_KIND      "clocks"
#define LIVE_FORGOTTEN 43200 /* a clock that ran so long ran by mistake */
#define LIVE_SECOND_MS 1000

static void
live_keep(struct app *app)
{
	const struct floor_clock *clock = &app->live.clock;
	struct buffer text = BUFFER_INIT;
	struct error err = ERROR_INIT;

	buffer_printf(&text, "limit %ld\nspent %ld\nstarted %lld\n",
		      clock->limit, clock->spent, (long long)clock->started);
	if (session_write(app->library, LIVE_KIND, app->live.meeting, text.data,
			  &err) != STATUS_OK)
		app_say(app, "%s", err.message);
	buffer_release(&text);
}

/* As it was left, unless that was another day. */
static void
live_recall(struct app *app)
{
	struct floor_clock *clock = &app->live.clock;
	struct buffer text = BUFFER_INIT;
	int64_t now = app_time(app);

	if (session_read(app->library, LIVE_KIND, app->live.meeting, &text)) {
		clock->limit =
			(long)session_number(text.data, "limit", clock->limit);
		clock->spent = (long)session_number(text.data, "spent", 0);
		clock->started = session_number(text.data, "started", 0);
	}
	if (clock->limit < 0 || clock->spent < 0 || clock->started < 0 ||
	    clock->started > now ||
	    (clock->started > 0 && now - clock->started > LIVE_FORGOTTEN))
		floor_clock_reset(clock);
	buffer_release(&text);
}

void
live_begin(struct app *app, const struct meeting *meeting)
{
	live_release(&app->live);
	app->live.is_on = true;
	app->live.meeting = mem_strdup(meeting->id);
	app->live.clock.limit = meeting->facts.floor_seconds;
	live_recall(app);
}

void
live_release(struct live *live)
{
	free(live->meeting);
	*live = (struct live){.is_on = false};
}

/* What the clock says, in words where they matter. */
static void
live_clock_words(const struct floor_clock *clock, int64_t now,
		 struct buffer *out)
{
	struct buffer time = BUFFER_INIT;
	long left = floor_clock_left(clock, now);
	bool is_over = floor_clock_state(clock, now) == FLOOR_OVER;

	if (clock->limit == 0)
		left = floor_clock_spent(clock, now);
	floor_clock_format(left, &time);
	if (is_over)
		buffer_printf(out, _("over by %s"), time.data + (left < 0));
	else if (clock->limit == 0)
		buffer_printf(out, _("%s spoken"), time.data);
	else if (floor_clock_state(clock, now) == FLOOR_LATE)
		buffer_printf(out, _("last quarter: %s left"), time.data);
	else
		buffer_printf(out, _("%s left"), time.data);
	if (!floor_clock_runs(clock) && floor_clock_spent(clock, now) > 0)
		buffer_printf(out, ", %s", _("paused"));
	buffer_release(&time);
}

int
live_draw_clock(const struct app *app, struct frame *frame, int row, int end)
{
	static const enum style styles[] = {
		[FLOOR_EARLY] = STYLE_CLOCK,
		[FLOOR_LATE] = STYLE_CLOCK_LATE,
		[FLOOR_OVER] = STYLE_CLOCK_OVER,
	};
	const struct floor_clock *clock = &app->live.clock;
	struct buffer words = BUFFER_INIT;
	int64_t now = app_time(app);
	enum style style;
	int width;

	if (!app->live.is_on)
		return end;
	style = styles[floor_clock_state(clock, now)];
	live_clock_words(clock, now, &words);
	width = text_width(words.data, words.len);
	if (width + 4 > end) {
		buffer_release(&words);
		return end;
	}
	end -= width + 2;
	frame_fill(frame, row, end, width + 2, style, ' ');
	frame_put(frame, row, end + 1, width, style, words.data);
	buffer_release(&words);
	return end - 1;
}

bool
live_may_leave(struct app *app)
{
	if (!app->live.is_on || !floor_clock_runs(&app->live.clock) ||
	    app->was_leave_asked)
		return true;
	app->is_leave_asked = true;
	app_say(app, "%s",
		_("The clock is running. The same key again leaves; any other "
		  "stays."));
	return false;
}

int
live_wait_ms(const struct app *app)
{
	return app->live.is_on && floor_clock_runs(&app->live.clock)
		       ? LIVE_SECOND_MS
		       : -1;
}

bool
live_is_off(const struct app *app, struct error *err)
{
	if (app->live.is_on)
		return false;
	error_set(err, STATUS_INVALID, "%s",
		  _("Clock, marks and notes belong to live use. Type :live to "
		    "begin it."));
	return true;
}

/* --- commands --- */

unsigned
app_do_clock(struct app *app, const char *argument UNUSED, struct error *err)
{
	if (live_is_off(app, err))
		return EFFECT_NONE;
	floor_clock_toggle(&app->live.clock, app_time(app));
	live_keep(app);
	return EFFECT_REDRAW;
}

unsigned
app_do_clock_reset(struct app *app, const char *argument UNUSED,
		   struct error *err)
{
	if (live_is_off(app, err))
		return EFFECT_NONE;
	floor_clock_reset(&app->live.clock);
	live_keep(app);
	return EFFECT_REDRAW;
}

unsigned
app_do_limit(struct app *app, const char *argument, struct error *err)
{
	long seconds = 0;

	if (live_is_off(app, err))
		return EFFECT_NONE;
	if (*argument == '\0')
		return app_ask(app, "limit", "");
	if (strcmp(argument, "0") != 0 &&
	    !duration_parse(argument, strlen(argument), &seconds)) {
		error_set(err, STATUS_INVALID,
			  _("\"%s\" is no time. Say 5, 3:30, 90 s, or 0 for no "
			    "limit."),
			  argument);
		return EFFECT_NONE;
	}
	app->live.clock.limit = seconds;
	live_keep(app);
	return EFFECT_REDRAW;
}

unsigned
app_do_blank(struct app *app, const char *argument UNUSED,
	     struct error *err UNUSED)
{
	app->is_blank = true;
	return EFFECT_REDRAW | EFFECT_BLANK;
}
