#include <stdio.h>
#include <string.h>

#include "lectern/date.h"

static bool
date_is_leap(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
date_month_length(int year, int month)
{
	static const int lengths[] = {31, 28, 31, 30, 31, 30,
				      31, 31, 30, 31, 30, 31};

	return lengths[month - 1] + (month == 2 && date_is_leap(year));
}

bool
is_date(const struct date *date)
{
	return date->year >= 1 && date->year <= 9999 && date->month >= 1 &&
	       date->month <= 12 && date->day >= 1 &&
	       date->day <= date_month_length(date->year, date->month);
}

/* The value of exactly 'count' digits, or -1. */
static int
date_parse_digits(const char *text, size_t count)
{
	int value = 0;
	size_t i;

	for (i = 0; i < count; i++) {
		if (text[i] < '0' || text[i] > '9')
			return -1;
		value = value * 10 + (text[i] - '0');
	}
	return value;
}

bool
date_parse(const char *text, size_t len, struct date *date)
{
	struct date found;

	if (len != 10 || text[4] != '-' || text[7] != '-')
		return false;
	found.year = date_parse_digits(text, 4);
	found.month = date_parse_digits(text + 5, 2);
	found.day = date_parse_digits(text + 8, 2);
	if (!is_date(&found))
		return false;
	*date = found;
	return true;
}

bool
date_range_parse(const char *text, size_t len, struct date_range *range)
{
	struct date_range found;

	if (len == 10) {
		if (!date_parse(text, len, &found.first))
			return false;
		found.last = found.first;
	} else {
		if (len != 21 || text[10] != '/' ||
		    !date_parse(text, 10, &found.first) ||
		    !date_parse(text + 11, 10, &found.last) ||
		    date_compare(&found.first, &found.last) > 0)
			return false;
	}
	*range = found;
	return true;
}

void
date_format(const struct date *date, char out[DATE_TEXT_MAX])
{
	out[0] = '\0';
	if (is_date(date))
		snprintf(out, DATE_TEXT_MAX, "%04d-%02d-%02d", date->year,
			 date->month, date->day);
}

void
date_range_format(const struct date_range *range, char out[DATE_TEXT_MAX])
{
	char last[DATE_TEXT_MAX];
	size_t len;

	date_format(&range->first, out);
	if (!is_date(&range->last) ||
	    date_compare(&range->first, &range->last) == 0)
		return;
	date_format(&range->last, last);
	len = strlen(out);
	snprintf(out + len, DATE_TEXT_MAX - len, "/%s", last);
}

int
date_compare(const struct date *a, const struct date *b)
{
	if (a->year != b->year)
		return a->year < b->year ? -1 : 1;
	if (a->month != b->month)
		return a->month < b->month ? -1 : 1;
	return (a->day > b->day) - (a->day < b->day);
}

long
date_days(const struct date *date)
{
	long before = date->year - 1;
	long days = before * 365 + before / 4 - before / 100 + before / 400;
	int month;

	for (month = 1; month < date->month; month++)
		days += date_month_length(date->year, month);
	return days + date->day - 1 - 719162; /* 0001-01-01 to 1970-01-01 */
}
