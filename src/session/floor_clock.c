/* The time for one intervention: see floor_clock.h. */
#include <stdlib.h>

#include "lectern/floor_clock.h"

void
floor_clock_toggle(struct floor_clock *clock, int64_t now)
{
	if (floor_clock_runs(clock)) {
		clock->spent = floor_clock_spent(clock, now);
		clock->started = 0;
	} else {
		clock->started = now > 0 ? now : 1;
	}
}

void
floor_clock_reset(struct floor_clock *clock)
{
	clock->spent = 0;
	clock->started = 0;
}

bool
floor_clock_runs(const struct floor_clock *clock)
{
	return clock->started != 0;
}

long
floor_clock_spent(const struct floor_clock *clock, int64_t now)
{
	/* A wall clock that was set back gives no time back. */
	if (!floor_clock_runs(clock) || now < clock->started)
		return clock->spent;
	return clock->spent + (long)(now - clock->started);
}

long
floor_clock_left(const struct floor_clock *clock, int64_t now)
{
	return clock->limit == 0 ? 0
				 : clock->limit - floor_clock_spent(clock, now);
}

enum floor_state
floor_clock_state(const struct floor_clock *clock, int64_t now)
{
	long spent = floor_clock_spent(clock, now);

	if (clock->limit == 0 || spent * 4 < clock->limit * 3)
		return FLOOR_EARLY;
	return spent < clock->limit ? FLOOR_LATE : FLOOR_OVER;
}

void
floor_clock_format(long seconds, struct buffer *out)
{
	long rest = labs(seconds);

	if (seconds < 0)
		buffer_append_byte(out, '-');
	if (rest >= 3600)
		buffer_printf(out, "%ld:%02ld:%02ld", rest / 3600,
			      rest % 3600 / 60, rest % 60);
	else
		buffer_printf(out, "%ld:%02ld", rest / 60, rest % 60);
}
