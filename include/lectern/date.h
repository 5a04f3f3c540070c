/*
 * date.h - calendar dates, ISO 8601, proleptic Gregorian; no time zones.
 *
 * A meeting has a date or a range of dates (2021-05-27/2021-05-28). How a
 * date is *written* in a language is words, and lives with the views.
 */
#ifndef LECTERN_DATE_H
#define LECTERN_DATE_H

#include <stdbool.h>
#include <stddef.h>

struct date {
	int year, month, day; /* year 1..9999; month 0: no date at all */
};

struct date_range {
	struct date first, last; /* equal for a single day; inclusive */
};

#define DATE_TEXT_MAX 24 /* "2021-05-27/2021-05-28" and its NUL */

bool is_date(const struct date *date);

/* Exactly YYYY-MM-DD, an existing day; false leaves *date as it was. */
bool date_parse(const char *text, size_t len, struct date *date);

/* A date, or two with '/' between, in order. */
bool date_range_parse(const char *text, size_t len, struct date_range *range);

void date_format(const struct date *date, char out[DATE_TEXT_MAX]);
void date_range_format(const struct date_range *range, char out[DATE_TEXT_MAX]);

/* <0, 0, >0 */
int date_compare(const struct date *a, const struct date *b);

/* Days since 1970-01-01. */
long date_days(const struct date *date);

#endif
