/*
 * Dates in a text. All languages share one reading: a month, the days before
 * or after it, a year on either side; what they put between is told by the
 * words' meanings. Figures alone (08.12.2021) and Chinese go by their shape.
 */
#include <string.h>

#include "scan.h"

#define DAYS_MAX 8
#define NONE	 UINT32_MAX

/* Of two-part Arabic names: كانون and تشرين. */
#define MONTH_KANUN   13
#define MONTH_TISHRIN 14

struct date_reader {
	const char *text;
	struct scan_token *tokens;
	uint32_t count;
	int meeting_year;
	struct scan_dates *out;
	/* The date being read. */
	uint32_t days[DAYS_MAX];
	size_t day_count;
	uint32_t first, end, year_at;
	int month, year;
	bool is_relative;
};

static bool
is_token(const struct date_reader *reader, uint32_t at, enum scan_kind kind)
{
	return at < reader->count && reader->tokens[at].kind == kind;
}

static bool
is_sign(const struct date_reader *reader, uint32_t at, uint32_t sign)
{
	return is_token(reader, at, SCAN_SIGN) &&
	       reader->tokens[at].sign == sign;
}

static bool
is_meaning(const struct date_reader *reader, uint32_t at, enum meaning meaning)
{
	return is_token(reader, at, SCAN_WORD) &&
	       reader->tokens[at].meaning == meaning;
}

static bool
is_written(const struct date_reader *reader, uint32_t at, const char *word)
{
	const struct scan_token *token = &reader->tokens[at];
	size_t len = strlen(word);

	return at < reader->count && token->end - token->start == len &&
	       !memcmp(reader->text + token->start, word, len);
}

static bool
is_day(const struct date_reader *reader, uint32_t at)
{
	return is_token(reader, at, SCAN_FIGURES) &&
	       reader->tokens[at].letters <= 2 && reader->tokens[at].hash &&
	       reader->tokens[at].hash <= 31 &&
	       !(reader->tokens[at].flags & (TOKEN_TAKEN | TOKEN_CITED));
}

static bool
is_year(const struct date_reader *reader, uint32_t at)
{
	return is_token(reader, at, SCAN_FIGURES) &&
	       reader->tokens[at].letters == 4 &&
	       reader->tokens[at].hash >= 1700 &&
	       reader->tokens[at].hash < 2200 &&
	       !(reader->tokens[at].flags & (TOKEN_TAKEN | TOKEN_CITED));
}

/* "th", "-го", "°", "er": what follows a figure without a space. */
static bool
is_suffix(const struct date_reader *reader, uint32_t at)
{
	const struct scan_token *token = &reader->tokens[at];

	if (at >= reader->count || !at || token->flags & TOKEN_SPACED)
		return false;
	if (token->kind == SCAN_SIGN)
		return token->sign == 0xb0 || token->sign == 0xba ||
		       token->sign == 0xaa;
	return token->kind == SCAN_WORD && token->letters <= 3 &&
	       (reader->tokens[at - 1].kind == SCAN_FIGURES ||
		is_sign(reader, at - 1, '-')) &&
	       !token->meaning;
}

static bool
is_dash(const struct date_reader *reader, uint32_t at)
{
	return is_sign(reader, at, '-') || is_sign(reader, at, 0x2013) ||
	       is_sign(reader, at, 0x2014) || is_sign(reader, at, 0x2011);
}

static void
date_take(struct date_reader *reader, uint32_t at)
{
	reader->tokens[at].flags |= TOKEN_TAKEN;
	if (at < reader->first)
		reader->first = at;
	if (at + 1 > reader->end)
		reader->end = at + 1;
}

static void
date_push(struct date_reader *reader, int year, int month, int day)
{
	vector_push(&reader->out->list,
		    (struct scan_date){.year = year,
				       .month = month,
				       .day = day,
				       .first = reader->first,
				       .end = reader->end,
				       .is_relative = reader->is_relative});
}

/* ---- figures alone ---- */

/* 2021-12-08, 08.12.2021, 8/12/2021: three figures and one sign. */
static bool
date_read_figures(struct date_reader *reader, uint32_t at)
{
	const struct scan_token *t = &reader->tokens[at];
	uint32_t sign, day, month, year, i;

	if (at + 4 >= reader->count || t[1].kind != SCAN_SIGN)
		return false;
	sign = t[1].sign;
	if ((sign != '.' && sign != '-' && sign != '/') ||
	    !is_sign(reader, at + 3, sign))
		return false;
	for (i = 1; i < 5; i++)
		if (t[i].flags & (TOKEN_SPACED | TOKEN_CITED))
			return false;
	if (t[2].kind != SCAN_FIGURES || t[4].kind != SCAN_FIGURES)
		return false;
	day = is_year(reader, at) ? t[4].hash : t[0].hash;
	month = t[2].hash;
	year = is_year(reader, at) ? t[0].hash : t[4].hash;
	if (!(is_year(reader, at) || is_year(reader, at + 4)) || !day ||
	    day > 31 || !month || month > 31 || (day > 12 && month > 12))
		return false;
	reader->first = at;
	reader->end = at;
	for (i = 0; i < 5; i++)
		date_take(reader, at + i);
	if (month > 12)
		date_push(reader, (int)year, (int)day, (int)month);
	else
		date_push(reader, (int)year, (int)month, (int)day);
	vector_last(&reader->out->list)->is_swappable =
		sign == '/' && day <= 12 && month <= 12;
	return true;
}

/* ---- Chinese ---- */

/* 2021年12月8日, and parts of it; 今年 is the meeting's year. */
static bool
date_read_chinese(struct date_reader *reader, uint32_t at)
{
	int year = 0, month = 0, day = 0;
	uint32_t next = at;

	reader->first = reader->end = at;
	if (is_year(reader, next) && is_written(reader, next + 1, "年")) {
		year = (int)reader->tokens[next].hash;
		next += 2;
	} else if (at >= 2 && is_written(reader, at - 2, "今") &&
		   is_written(reader, at - 1, "年")) {
		year = reader->meeting_year;
		reader->is_relative = true;
	}
	if (!is_day(reader, next) || !is_written(reader, next + 1, "月"))
		return false;
	month = (int)reader->tokens[next].hash;
	next += 2;
	if (is_day(reader, next) && (is_written(reader, next + 1, "日") ||
				     is_written(reader, next + 1, "号"))) {
		day = (int)reader->tokens[next].hash;
		next += 2;
	}
	if (month > 12)
		return false;
	while (at < next)
		date_take(reader, at++);
	date_push(reader, year, month, day);
	return true;
}

/* ---- a month in words ---- */

static uint32_t
date_skip_of_left(const struct date_reader *reader, uint32_t at)
{
	while (at != NONE &&
	       (is_meaning(reader, at, MEANS_OF) || is_suffix(reader, at)))
		at--;
	return at;
}

/* "8", "8 and 14", "8-10", "3, 5 и 8" that end at 'at'; returns what stands
 * before them. */
static uint32_t
date_read_days_left(struct date_reader *reader, uint32_t at)
{
	uint32_t before;

	while (at != NONE && reader->day_count < DAYS_MAX) {
		before = date_skip_of_left(reader, at);
		/* "8-е": the sign before the suffix. */
		if (before != NONE && before != at && is_dash(reader, before))
			before--;
		if (before == NONE || !is_day(reader, before))
			return at;
		reader->days[reader->day_count++] = before;
		at = before - 1;
		if (at == NONE ||
		    !(is_dash(reader, at) || is_sign(reader, at, ',') ||
		      is_meaning(reader, at, MEANS_AND)))
			return at;
		if (at == 0 || !is_day(reader, at - 1))
			return at;
		at--;
	}
	return at;
}

/* "8", "8th", "8 and 14" from 'at' on; returns what follows. */
static uint32_t
date_read_days_right(struct date_reader *reader, uint32_t at)
{
	while (is_day(reader, at) && reader->day_count < DAYS_MAX) {
		reader->days[reader->day_count++] = at++;
		if (is_suffix(reader, at))
			at++;
		if (!(is_dash(reader, at) || is_meaning(reader, at, MEANS_AND)))
			break;
		if (!is_day(reader, at + 1))
			break;
		at++;
	}
	return at;
}

static bool
is_before_year(const struct date_reader *reader, uint32_t at)
{
	return is_meaning(reader, at, MEANS_OF) ||
	       is_meaning(reader, at, MEANS_IN);
}

/* "с.г.", "т.г.", "ү.ж." */
static bool
is_short_this_year(const struct date_reader *reader, uint32_t at)
{
	static const char *const letters[][2] = {
		{"с", "г"}, {"т", "г"}, {"ү", "ж"}};
	size_t i;

	for (i = 0; i < sizeof letters / sizeof *letters; i++)
		if (is_written(reader, at, letters[i][0]) &&
		    is_sign(reader, at + 1, '.') &&
		    is_written(reader, at + 2, letters[i][1]))
			return true;
	return false;
}

/* "this year", «этого года», "de l'año en curso": in the words from 'at'. */
static bool
is_this_year(const struct date_reader *reader, uint32_t at)
{
	uint32_t i, end = at + 6;
	bool has_this = false, has_year = false;

	while (is_before_year(reader, at) && at < end)
		at++;
	if (is_short_this_year(reader, at))
		return true;
	for (i = at; i < at + 4 && is_token(reader, i, SCAN_WORD); i++) {
		has_this |= is_meaning(reader, i, MEANS_THIS) ||
			    is_written(reader, i, "cours") ||
			    is_written(reader, i, "curso");
		has_year |= is_meaning(reader, i, MEANS_YEAR);
	}
	return has_this && has_year;
}

static void
date_find_year_right(struct date_reader *reader, uint32_t at)
{
	uint32_t next = at;

	if (is_sign(reader, next, '.') || is_sign(reader, next, ','))
		next++;
	while (is_before_year(reader, next))
		next++;
	if (is_meaning(reader, next, MEANS_YEAR))
		next++; /* "لعام 2021" */
	if (is_year(reader, next)) {
		reader->year = (int)reader->tokens[next].hash;
		reader->year_at = next;
	} else if (is_this_year(reader, at)) {
		reader->year = reader->meeting_year;
		reader->is_relative = true;
	}
}

/* "2021 жылғы", "2000 ж.", "ү.ж.", "биылғы" that end at 'at'. */
static void
date_find_year_left(struct date_reader *reader, uint32_t at)
{
	uint32_t dot = at;

	if (at == NONE)
		return;
	if (is_sign(reader, at, '.') || is_sign(reader, at, ','))
		at--;
	if (at == NONE)
		return;
	if (is_meaning(reader, at, MEANS_YEAR) && at > 0 &&
	    is_year(reader, at - 1)) {
		reader->year = (int)reader->tokens[at - 1].hash;
		reader->year_at = at - 1;
	} else if ((at >= 2 && dot != at &&
		    is_short_this_year(reader, at - 2)) ||
		   is_written(reader, at, "биылғы") ||
		   (at > 0 && is_meaning(reader, at, MEANS_YEAR) &&
		    is_meaning(reader, at - 1, MEANS_THIS))) {
		reader->year = reader->meeting_year;
		reader->is_relative = true;
	}
}

/* The month of a word, and how many tokens name it. */
static int
date_month_at(const struct date_reader *reader, uint32_t at, uint32_t *count)
{
	int month = reader->tokens[at].value;
	bool is_second;

	*count = 1;
	if (month < MONTH_KANUN)
		return month;
	is_second = is_written(reader, at + 1, "الثاني");
	if (!is_second && !is_written(reader, at + 1, "الأول"))
		return 0;
	*count = 2;
	if (month == MONTH_KANUN)
		return is_second ? 1 : 12;
	return is_second ? 11 : 10;
}

static void
date_push_days(struct date_reader *reader)
{
	size_t i = reader->day_count;

	if (!i)
		date_push(reader, reader->year, reader->month, 0);
	while (i-- > 0)
		date_push(reader, reader->year, reader->month,
			  (int)reader->tokens[reader->days[i]].hash);
}

/* Returns the token to go on from. */
static uint32_t
date_read_month(struct date_reader *reader, uint32_t at)
{
	uint32_t count, next, before, i;

	reader->day_count = 0;
	reader->year = 0;
	reader->year_at = NONE;
	reader->is_relative = false;
	reader->month = date_month_at(reader, at, &count);
	if (!reader->month)
		return at + 1;
	next = at + count;
	/* "أيار/مايو": one month by two names. */
	if (is_sign(reader, next, '/') &&
	    is_meaning(reader, next + 1, MEANS_MONTH))
		next += 2;
	before = date_read_days_left(reader, at - 1);
	i = is_sign(reader, next, '.') ? next + 1 : next;
	if (!reader->day_count)
		next = date_read_days_right(reader, i);
	date_find_year_right(reader, next);
	if (!reader->year && !reader->is_relative)
		date_find_year_left(reader, before);
	if (reader->tokens[at].meaning == MEANS_MAY && !reader->day_count &&
	    !reader->year)
		return at + 1;
	reader->first = reader->end = at;
	date_take(reader, at);
	for (i = 0; i < reader->day_count; i++)
		date_take(reader, reader->days[i]);
	if (reader->year_at != NONE)
		date_take(reader, reader->year_at);
	date_push_days(reader);
	return next;
}

void
scan_dates(const char *text, struct scan_tokens *tokens, int year,
	   struct scan_dates *out)
{
	struct date_reader reader = {.text = text,
				     .tokens = tokens->list.items,
				     .count = (uint32_t)tokens->list.len,
				     .meeting_year = year,
				     .out = out};
	const struct scan_token *token;
	uint32_t i = 0;

	while (i < reader.count) {
		token = &reader.tokens[i];
		reader.is_relative = false;
		if (token->kind == SCAN_FIGURES &&
		    !(token->flags & (TOKEN_CITED | TOKEN_TAKEN)) &&
		    (date_read_figures(&reader, i) ||
		     date_read_chinese(&reader, i))) {
			i = reader.end;
			continue;
		}
		if (token->meaning == MEANS_MONTH ||
		    (token->meaning == MEANS_MAY &&
		     token->flags & TOKEN_CAPITAL))
			i = date_read_month(&reader, i);
		else
			i++;
	}
}
