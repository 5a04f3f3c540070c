/* The clock of an intervention: what it says at which second. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "lectern/floor_clock.h"

static void
test_counts(void **state)
{
	struct floor_clock clock = {.limit = 100};

	(void)state;
	assert_int_equal(floor_clock_left(&clock, 1000), 100);
	floor_clock_toggle(&clock, 1000);
	assert_int_equal(floor_clock_left(&clock, 1074), 26);
	assert_int_equal(floor_clock_state(&clock, 1074), FLOOR_EARLY);
	assert_int_equal(floor_clock_state(&clock, 1075), FLOOR_LATE);
	assert_int_equal(floor_clock_state(&clock, 1099), FLOOR_LATE);
	assert_int_equal(floor_clock_state(&clock, 1100), FLOOR_OVER);
	assert_int_equal(floor_clock_left(&clock, 1140), -40);
	floor_clock_toggle(&clock, 1140);
	/* A pause lasts as long as it lasts. */
	assert_int_equal(floor_clock_left(&clock, 9999), -40);
	floor_clock_toggle(&clock, 10000);
	assert_int_equal(floor_clock_left(&clock, 10001), -41);
	floor_clock_reset(&clock);
	assert_false(floor_clock_runs(&clock));
	assert_int_equal(floor_clock_left(&clock, 10001), 100);
}

/* Without a limit it counts up; a clock set back takes no time away. */
static void
test_odd_times(void **state)
{
	struct floor_clock clock = {.limit = 0};

	(void)state;
	floor_clock_toggle(&clock, 0);
	assert_true(floor_clock_runs(&clock));
	floor_clock_reset(&clock);
	floor_clock_toggle(&clock, 1000);
	assert_int_equal(floor_clock_spent(&clock, 1030), 30);
	assert_int_equal(floor_clock_left(&clock, 1030), 0);
	assert_int_equal(floor_clock_state(&clock, 9999), FLOOR_EARLY);
	assert_int_equal(floor_clock_spent(&clock, 900), 0);
}

static void
test_format(void **state)
{
	static const struct {
		long seconds;
		const char *text;
	} cases[] = {{0, "0:00"},    {59, "0:59"},	{245, "4:05"},
		     {-40, "-0:40"}, {3723, "1:02:03"}, {-3600, "-1:00:00"}};
	struct buffer out = BUFFER_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		buffer_reset(&out);
		floor_clock_format(cases[i].seconds, &out);
		assert_string_equal(out.data, cases[i].text);
	}
	buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_counts),
		cmocka_unit_test(test_odd_times),
		cmocka_unit_test(test_format),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
