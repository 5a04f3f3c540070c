/* Dates: what is one, what is none, and 400 years counted day by day. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "lectern/date.h"

static bool
parses(const char *text)
{
	struct date date;

	return date_parse(text, strlen(text), &date);
}

static bool
range_parses(const char *text)
{
	struct date_range range;

	return date_range_parse(text, strlen(text), &range);
}

static void
test_what_is_a_date(void **state)
{
	(void)state;
	assert_true(parses("2021-05-27"));
	assert_true(parses("0001-01-01"));
	assert_true(parses("9999-12-31"));
	assert_true(parses("2000-02-29"));
	assert_true(parses("2024-02-29"));
}

static void
test_what_is_none(void **state)
{
	static const char *const texts[] = {
		"",	      "2021-05-2",  "2021-5-27",   "2021-05-271",
		"2021/05/27", "2021-13-01", "2021-00-10",  "2021-01-00",
		"2021-04-31", "2021-02-29", "1900-02-29",  "2100-02-29",
		"0000-01-01", "+021-05-27", " 021-05-27",  "2021-05-2x",
		"2021-0٣-27", "20210527",   "2021-05-27 ", "２０２１",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_false(parses(texts[i]));
}

static void
test_a_refused_date_changes_nothing(void **state)
{
	struct date date = {1, 2, 3};
	struct date_range range = {{1, 2, 3}, {4, 5, 6}};

	(void)state;
	assert_false(date_parse("2021-02-30", 10, &date));
	assert_int_equal(date.year, 1);
	assert_int_equal(date.month, 2);
	assert_int_equal(date.day, 3);
	assert_false(date_range_parse("2021-02-28/2021-02-30", 21, &range));
	assert_int_equal(range.first.year, 1);
	assert_int_equal(range.last.day, 6);
}

/* The text need not end where the date does. */
static void
test_length_is_obeyed(void **state)
{
	struct date date;

	(void)state;
	assert_true(date_parse("2021-05-27/2021", 10, &date));
	assert_false(date_parse("2021-05-27", 9, &date));
	assert_int_equal(date.day, 27);
}

static void
test_ranges(void **state)
{
	struct date_range range;
	char out[DATE_TEXT_MAX];

	(void)state;
	assert_true(date_range_parse("2021-05-27/2021-05-28", 21, &range));
	date_range_format(&range, out);
	assert_string_equal(out, "2021-05-27/2021-05-28");
	assert_true(date_range_parse("2021-05-27", 10, &range));
	date_range_format(&range, out);
	assert_string_equal(out, "2021-05-27");
	assert_true(range_parses("2021-05-27/2021-05-27"));
	assert_false(range_parses("2021-05-28/2021-05-27"));
	assert_false(range_parses("2021-05-27-2021-05-28"));
	assert_false(range_parses("2021-05-27/"));
	assert_false(range_parses("/2021-05-27"));
	assert_false(range_parses("2021-05-27/2021-05-2"));
	assert_false(range_parses("2021-05-27/2021-05-28/2021-05-29"));
	assert_false(range_parses(""));
}

static void
test_no_date_is_empty_text(void **state)
{
	const struct date none = {0, 0, 0};
	const struct date_range range = {{0, 0, 0}, {0, 0, 0}};
	char out[DATE_TEXT_MAX] = "x";

	(void)state;
	assert_false(is_date(&none));
	date_format(&none, out);
	assert_string_equal(out, "");
	date_range_format(&range, out);
	assert_string_equal(out, "");
}

static void
test_compare(void **state)
{
	const struct date a = {2021, 5, 27}, b = {2021, 5, 28};
	const struct date c = {2021, 6, 1}, d = {2022, 1, 1};

	(void)state;
	assert_int_equal(date_compare(&a, &a), 0);
	assert_true(date_compare(&a, &b) < 0);
	assert_true(date_compare(&b, &c) < 0);
	assert_true(date_compare(&c, &d) < 0);
	assert_true(date_compare(&d, &a) > 0);
}

static void
test_days_of_known_dates(void **state)
{
	const struct date epoch = {1970, 1, 1}, before = {1969, 12, 31};
	const struct date leap = {2000, 2, 29}, first = {1, 1, 1};

	(void)state;
	assert_int_equal(date_days(&epoch), 0);
	assert_int_equal(date_days(&before), -1);
	assert_int_equal(date_days(&leap), 11016);
	assert_int_equal(date_days(&first), -719162);
}

/* 1800 to 2200 against the C library's calendar, and through text. */
static void
test_four_hundred_years(void **state)
{
	struct date date, back;
	char out[DATE_TEXT_MAX];
	time_t seconds;
	struct tm tm;
	long day, days = 0;

	(void)state;
	for (day = -62091; day < 84006; day++, days++) {
		seconds = (time_t)day * 86400;
		assert_non_null(gmtime_r(&seconds, &tm));
		date.year = tm.tm_year + 1900;
		date.month = tm.tm_mon + 1;
		date.day = tm.tm_mday;
		assert_true(is_date(&date));
		assert_int_equal(date_days(&date), day);
		date_format(&date, out);
		assert_true(date_parse(out, strlen(out), &back));
		assert_int_equal(date_compare(&date, &back), 0);
	}
	assert_int_equal(date.year, 2199);
	assert_int_equal(date.month, 12);
	assert_int_equal(date.day, 31);
	assert_int_equal(days, 146097);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_what_is_a_date),
		cmocka_unit_test(test_what_is_none),
		cmocka_unit_test(test_a_refused_date_changes_nothing),
		cmocka_unit_test(test_length_is_obeyed),
		cmocka_unit_test(test_ranges),
		cmocka_unit_test(test_no_date_is_empty_text),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_days_of_known_dates),
		cmocka_unit_test(test_four_hundred_years),
	};

	return cmocka_run_group_tests_name("date", tests, NULL, NULL);
}
