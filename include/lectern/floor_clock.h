/*
 * floor_clock.h - the time for one intervention, counted down.
 *
 * It starts and stops by hand only. The wall clock counts, not the
 * processor's: a lid closed for a minute is a minute of the chair's. Pure;
 * whoever asks brings the time, in seconds since 1970.
 */
#ifndef LECTERN_FLOOR_CLOCK_H
#define LECTERN_FLOOR_CLOCK_H

#include <stdbool.h>
#include <stdint.h>

#include "lectern/buffer.h"

struct floor_clock {
	long limit;	 /* seconds; 0: none, it counts up */
	long spent;	 /* in the stretches that are over */
	int64_t started; /* of the stretch that runs; 0: it stands */
};

enum floor_state {
	FLOOR_EARLY, /* also where there is no limit */
	FLOOR_LATE,  /* three quarters are gone */
	FLOOR_OVER,
};

/* Start where it stands, pause where it runs. */
void floor_clock_toggle(struct floor_clock *clock, int64_t now);
/* Nothing is spent, and it stands. */
void floor_clock_reset(struct floor_clock *clock);

bool floor_clock_runs(const struct floor_clock *clock);
long floor_clock_spent(const struct floor_clock *clock, int64_t now);
/* Seconds left, negative when it is over; 0 where there is no limit. */
long floor_clock_left(const struct floor_clock *clock, int64_t now);
enum floor_state floor_clock_state(const struct floor_clock *clock,
				   int64_t now);

/* "4:05", "1:02:03", "-0:40". */
void floor_clock_format(long seconds, struct buffer *out);

#endif
