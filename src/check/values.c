/*
 * Numbers and dates of two sides, as multisets by value. A figure must have
 * its partner; a number that a translator may well put otherwise ("second",
 * XX, G20) is only reported where one of the other side has none either.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* What is looked at one by one; above, only equal values are joined. */
#define NUMBERS_CLOSELY 64
#define REPORTS_MAX	6

/* ---- numbers ---- */

static int
number_compare(const void *a, const void *b)
{
	const struct scan_number *one = a, *two = b;

	if (one->value != two->value)
		return one->value < two->value ? -1 : 1;
	return (one->form > two->form) - (one->form < two->form);
}

/* Both lists sorted: join equal values, in one walk. */
static void
numbers_join_sorted(struct scan_numbers *one, struct scan_numbers *two)
{
	size_t i = 0, j = 0;
	struct scan_number *a, *b;

	qsort(one->list.items, one->list.len, sizeof *one->list.items,
	      number_compare);
	qsort(two->list.items, two->list.len, sizeof *two->list.items,
	      number_compare);
	while (i < one->list.len && j < two->list.len) {
		a = &one->list.items[i];
		b = &two->list.items[j];
		if (a->value == b->value) {
			a->is_matched = b->is_matched = true;
			i++;
			j++;
		} else if (a->value < b->value) {
			i++;
		} else {
			j++;
		}
	}
}

static bool
is_number_same(const struct scan_number *a, const struct scan_number *b)
{
	if ((a->form == NUMBER_OUTLINE) != (b->form == NUMBER_OUTLINE))
		return false;
	return a->value == b->value || a->other == b->value ||
	       a->value == b->other;
}

/* What is meant goes with what is meant; what is faint takes what is left. */
static void
numbers_join(struct scan_numbers *one, struct scan_numbers *two, bool faintly)
{
	struct scan_number *a, *b;
	size_t i, j;

	for (i = 0; i < one->list.len; i++) {
		a = &one->list.items[i];
		if (a->is_matched || (!faintly && a->form == NUMBER_FAINT))
			continue;
		for (j = 0; j < two->list.len; j++) {
			b = &two->list.items[j];
			if (b->is_matched ||
			    (!faintly && b->form == NUMBER_FAINT) ||
			    !is_number_same(a, b))
				continue;
			a->is_matched = b->is_matched = true;
			break;
		}
	}
}

/* A year that the other side gives within a date. */
static bool
is_year_of_date(const struct check_side *other,
		const struct scan_number *number)
{
	size_t i;

	for (i = 0; i < other->dates.list.len; i++)
		if (other->dates.list.items[i].year &&
		    number->value == (int64_t)other->dates.list.items[i].year *
					     NUMBER_UNIT)
			return true;
	return false;
}

/* A figure of a document that is a citation on the other side only: that is
 * said of the citation. */
static bool
is_in_citation(const struct check_side *other, const struct scan_number *number)
{
	const char *at;
	char *end;
	size_t i;

	for (i = 0; i < other->citations.list.len; i++) {
		at = other->citations.list.items[i].symbol;
		while (*at) {
			if (*at < '0' || *at > '9') {
				at++;
				continue;
			}
			if (strtoll(at, &end, 10) * NUMBER_UNIT ==
			    number->value)
				return true;
			at = end;
		}
	}
	return false;
}

static void
numbers_settle(struct check_side *side, const struct check_side *other)
{
	struct scan_number *number;
	size_t i;

	for (i = 0; i < side->numbers.list.len; i++) {
		number = &side->numbers.list.items[i];
		if (!number->is_matched && (is_year_of_date(other, number) ||
					    is_in_citation(other, number)))
			number->is_matched = true;
	}
}

static bool
is_firm(const struct scan_number *number)
{
	switch (number->form) {
	case NUMBER_FIGURES:
	case NUMBER_OUTLINE:
		return true;
	case NUMBER_WORDS:
		return number->value > 2 * NUMBER_UNIT;
	default:
		return false;
	}
}

/* Numbers left alone: those that may be missed, and those that may not. */
static size_t
numbers_count_left(const struct scan_numbers *numbers, bool firm)
{
	const struct scan_number *number;
	size_t i, count = 0;

	for (i = 0; i < numbers->list.len; i++) {
		number = &numbers->list.items[i];
		count += !number->is_matched && number->form != NUMBER_FAINT &&
			 (!firm || is_firm(number));
	}
	return count;
}

static const struct scan_number *
numbers_next_left(const struct scan_numbers *numbers, size_t *at, bool firm)
{
	const struct scan_number *number;

	while (*at < numbers->list.len) {
		number = &numbers->list.items[(*at)++];
		if (!number->is_matched && number->form != NUMBER_FAINT &&
		    (!firm || is_firm(number)))
			return number;
	}
	return NULL;
}

static struct check_spot
number_spot(const struct check_side *side, const struct scan_number *number)
{
	if (number)
		return spot_of_tokens(side, number->first, number->end);
	return (struct check_spot){side, 0, 0};
}

enum alone { ALONE_NUMBER, ALONE_PERCENT, ALONE_DATE };

/* What is in one side and has no partner in the other. */
static void
report_alone(struct check_run *run, const struct check_row *row,
	     const struct check_spot *spot, const struct check_side *other,
	     enum alone what)
{
	struct check_spot whole = {other, 0, 0};
	const char *own = run_quote(run, spot), *all = run_quote(run, &whole);
	const char *one = spot->side->tag, *two = other->tag;
	enum severity severity = row->rule.severity;

	if (what == ALONE_NUMBER)
		run_report(run, row, severity, spot, &whole,
			   _("number: %s “%s”, none in %s: “%s”."), one, own,
			   two, all);
	else if (what == ALONE_PERCENT)
		run_report(run, row, severity, spot, &whole,
			   _("per cent: %s “%s”, none in %s: “%s”."), one, own,
			   two, all);
	else
		run_report(run, row, severity, spot, &whole,
			   _("date: %s “%s”, none in %s: “%s”."), one, own, two,
			   all);
}

static void
numbers_report(struct check_run *run, const struct check_row *row,
	       const struct check_side *one, const struct check_side *two,
	       bool firm)
{
	const struct scan_number *a, *b;
	struct check_spot first, second;
	size_t i = 0, j = 0, given;

	for (given = 0; given < REPORTS_MAX; given++) {
		a = numbers_next_left(&one->numbers, &i, firm);
		b = numbers_next_left(&two->numbers, &j, firm);
		if (!a && !b)
			return;
		first = number_spot(one, a);
		second = number_spot(two, b);
		if (a && b)
			run_report(run, row, row->rule.severity, &second,
				   &first, _("number: %s “%s”, %s “%s”."),
				   one->tag, run_quote(run, &first), two->tag,
				   run_quote(run, &second));
		else if (a)
			report_alone(run, row, &first, two, ALONE_NUMBER);
		else
			report_alone(run, row, &second, one, ALONE_NUMBER);
	}
}

static const struct scan_number *
numbers_find_percent(const struct check_side *side)
{
	size_t i;

	for (i = 0; i < side->numbers.list.len; i++)
		if (side->numbers.list.items[i].is_percent)
			return &side->numbers.list.items[i];
	return NULL;
}

static void
check_percent(struct check_run *run, const struct check_row *row,
	      const struct check_side *one, const struct check_side *two)
{
	const struct scan_number *a = numbers_find_percent(one);
	const struct scan_number *b = numbers_find_percent(two);
	struct check_spot spot;

	if (!a == !b)
		return;
	spot = number_spot(a ? one : two, a ? a : b);
	report_alone(run, row, &spot, a ? two : one, ALONE_PERCENT);
}

static void
numbers_forget(struct check_side *side)
{
	size_t i;

	for (i = 0; i < side->numbers.list.len; i++)
		side->numbers.list.items[i].is_matched = false;
}

CHECK_PAIR(check_numbers)
{
	bool is_firm_left;

	numbers_forget(one);
	numbers_forget(two);
	if (one->numbers.list.len > NUMBERS_CLOSELY ||
	    two->numbers.list.len > NUMBERS_CLOSELY) {
		numbers_join_sorted(&one->numbers, &two->numbers);
	} else {
		numbers_join(&one->numbers, &two->numbers, false);
		numbers_settle(one, two);
		numbers_settle(two, one);
		numbers_join(&one->numbers, &two->numbers, true);
	}
	is_firm_left = numbers_count_left(&one->numbers, true) ||
		       numbers_count_left(&two->numbers, true);
	if (numbers_count_left(&one->numbers, false) &&
	    numbers_count_left(&two->numbers, false))
		numbers_report(run, row, one, two, false);
	else if (is_firm_left)
		numbers_report(run, row, one, two, true);
	else
		check_percent(run, row, one, two);
}

/* ---- dates ---- */

static bool
is_part_same(int a, int b, bool loosely)
{
	return a == b || (loosely && (!a || !b));
}

static bool
is_date_same(const struct scan_date *a, const struct scan_date *b, bool loosely)
{
	if (!is_part_same(a->year, b->year, loosely))
		return false;
	if (is_part_same(a->month, b->month, loosely) &&
	    is_part_same(a->day, b->day, loosely))
		return true;
	return (a->is_swappable || b->is_swappable) && a->day == b->month &&
	       a->month == b->day;
}

static void
dates_join(struct scan_dates *one, struct scan_dates *two, bool loosely)
{
	struct scan_date *a, *b;
	size_t i, j;

	for (i = 0; i < one->list.len; i++) {
		a = &one->list.items[i];
		for (j = 0; j < two->list.len && !a->is_matched; j++) {
			b = &two->list.items[j];
			if (b->is_matched || !is_date_same(a, b, loosely))
				continue;
			a->is_matched = b->is_matched = true;
		}
	}
}

static const struct scan_date *
dates_next_left(const struct scan_dates *dates, size_t *at, bool firm)
{
	const struct scan_date *date;

	while (*at < dates->list.len) {
		date = &dates->list.items[(*at)++];
		if (!date->is_matched && (!firm || date->day || date->year))
			return date;
	}
	return NULL;
}

static struct check_spot
date_spot(const struct check_side *side, const struct scan_date *date)
{
	if (date)
		return spot_of_tokens(side, date->first, date->end);
	return (struct check_spot){side, 0, 0};
}

static void
dates_report(struct check_run *run, const struct check_row *row,
	     const struct check_side *one, const struct check_side *two,
	     bool firm)
{
	const struct scan_date *a, *b;
	struct check_spot first, second;
	size_t i = 0, j = 0, given;

	for (given = 0; given < REPORTS_MAX; given++) {
		a = dates_next_left(&one->dates, &i, firm);
		b = dates_next_left(&two->dates, &j, firm);
		if (!a && !b)
			return;
		first = date_spot(one, a);
		second = date_spot(two, b);
		if (a && b)
			run_report(run, row, row->rule.severity, &second,
				   &first, _("date: %s “%s”, %s “%s”."),
				   one->tag, run_quote(run, &first), two->tag,
				   run_quote(run, &second));
		else if (a)
			report_alone(run, row, &first, two, ALONE_DATE);
		else
			report_alone(run, row, &second, one, ALONE_DATE);
	}
}

static void
dates_forget(struct check_side *side)
{
	size_t i;

	for (i = 0; i < side->dates.list.len; i++)
		side->dates.list.items[i].is_matched = false;
}

CHECK_PAIR(check_dates)
{
	size_t i = 0, j = 0;
	bool both;

	if (!one->dates.list.len && !two->dates.list.len)
		return;
	dates_forget(one);
	dates_forget(two);
	/* A text that is a table of dates is joined by what is given only. */
	if (one->dates.list.len * two->dates.list.len >
	    NUMBERS_CLOSELY * NUMBERS_CLOSELY)
		return;
	dates_join(&one->dates, &two->dates, false);
	dates_join(&one->dates, &two->dates, true);
	both = dates_next_left(&one->dates, &i, false) &&
	       dates_next_left(&two->dates, &j, false);
	dates_report(run, row, one, two, !both);
}
