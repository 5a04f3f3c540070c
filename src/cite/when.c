#include <string.h>

#include "when.h"

#define CITE_MONTH_SIGN 0x6708 /* 月 */
#define CITE_DAY_SIGN	0x65e5 /* 日 */

static bool
cite_is_year(int value, int digits)
{
	return digits == 4 && value >= 1900 && value <= 2099;
}

static bool
cite_is_day(int value, int digits)
{
	return digits <= 2 && value >= 1 && value <= 31;
}

static size_t
cite_when_sign(const struct cite_text *text, size_t pos, uint32_t sign)
{
	uint32_t cp;
	size_t size;

	pos = cite_skip_space(text, pos, 2);
	size = cite_char(text, pos, &cp);
	return size && cp == sign ? pos + size : 0;
}

static void
cite_when_set(struct cite_when *when, int year, int month, int day, size_t end)
{
	struct date date = {year, month, day};

	when->year = year;
	when->end = end;
	when->date = date;
	if (year <= 0 || (month && day && !is_date(&date)))
		memset(&when->date, 0, sizeof when->date);
}

/* 27.03.2014, 27/03/2014, 2014-03-27 */
static bool
cite_when_figures(const struct cite_text *text, size_t pos,
		  struct cite_when *when)
{
	int value[3], digits[3], i;
	uint32_t sign = 0, cp;
	size_t size;

	for (i = 0; i < 3; i++) {
		pos = cite_read_number(text, pos, &value[i], &digits[i]);
		if (!digits[i])
			return false;
		size = cite_char(text, pos, &cp);
		if (i == 2)
			break;
		if ((cp != '.' && cp != '/' && cp != '-') || (i && cp != sign))
			return false;
		sign = cp;
		pos += size;
	}
	if (cp == sign && cite_is_digit_at(text, pos + size))
		return false;
	if (sign == '-' && cite_is_year(value[0], digits[0]) &&
	    value[1] <= 12 && cite_is_day(value[2], digits[2])) {
		cite_when_set(when, value[0], value[1], value[2], pos);
		return true;
	}
	if (!cite_is_day(value[0], digits[0]) || digits[1] > 2 ||
	    value[1] < 1 || value[1] > 12 || !cite_is_year(value[2], digits[2]))
		return false;
	cite_when_set(when, value[2], value[1], value[0], pos);
	return true;
}

/* 12月4日 after the year */
static bool
cite_when_chinese(const struct cite_text *text, size_t pos, int year,
		  struct cite_when *when)
{
	int month, day, digits;
	size_t end, after;

	end = cite_read_number(text, cite_skip_space(text, pos, 2), &month,
			       &digits);
	end = digits ? cite_when_sign(text, end, CITE_MONTH_SIGN) : 0;
	if (!end || month > 12)
		return false;
	after = cite_read_number(text, cite_skip_space(text, end, 2), &day,
				 &digits);
	after = digits ? cite_when_sign(text, after, CITE_DAY_SIGN) : 0;
	cite_when_set(when, year, month, after ? day : 0, after ? after : end);
	return true;
}

/* 2020 жылғы 31 желтоқсан, 2000年12月4日, 2004 года */
static bool
cite_when_year_first(const struct cite_lexer *lexer, size_t pos, int year,
		     struct cite_when *when)
{
	struct cite_token token;
	size_t end, at;
	int day, digits;

	if (!cite_lexer_peek(lexer, pos, &token) || token.kind != CITE_YEAR)
		return false;
	at = token.end;
	if (cite_when_chinese(&lexer->text, at, year, when))
		return true;
	cite_when_set(when, year, 0, 0, at);
	end = cite_read_number(&lexer->text,
			       cite_skip_space(&lexer->text, at, 3), &day,
			       &digits);
	if (digits && cite_is_day(day, digits) &&
	    cite_lexer_peek(lexer, end, &token) && token.kind == CITE_MONTH)
		cite_when_set(when, year, token.value, day, token.end);
	return true;
}

/* "st", "er", "-го" glued to the day */
static size_t
cite_when_ordinal(const struct cite_text *text, size_t pos)
{
	static const char *const endings[] = {"st", "nd",  "rd", "th", "er",
					      "re", "o",   "°",	 "го", "-го",
					      "-е", "-ші", "-шы"};
	size_t i, end;

	/* Most days have none. */
	if (pos < text->len && text->at[pos] == ' ')
		return pos;
	for (i = 0; i < sizeof endings / sizeof endings[0]; i++) {
		end = cue_match_pattern(endings[i], 0, text, pos);
		if (end)
			return end;
	}
	return pos;
}

/* The year after day and month, and the word "year" after that. */
static void
cite_when_year(const struct cite_lexer *lexer, size_t pos, int month, int day,
	       struct cite_when *when)
{
	struct cite_token token;
	size_t at = pos, end;
	int year, digits, i;

	cite_when_set(when, 0, month, day, pos);
	for (i = 0; i < 3; i++) {
		if (!cite_lexer_peek(lexer, at, &token))
			return;
		if (token.kind != CITE_COMMA && token.kind != CITE_FILLER)
			break;
		at = token.end;
	}
	if (token.kind == CITE_YEAR && token.flags & CUE_THIS && !i) {
		when->end = token.end;
		return;
	}
	if (token.kind != CITE_NUMBER)
		return;
	end = cite_read_number(&lexer->text, token.start, &year, &digits);
	if (!cite_is_year(year, digits))
		return;
	/* "10 May, 2022/15" */
	if (end < lexer->text.len && lexer->text.at[end] == '/')
		return;
	if (cite_lexer_peek(lexer, end, &token) && token.kind == CITE_YEAR &&
	    !(token.flags & CUE_THIS))
		end = token.end;
	cite_when_set(when, year, month, day, end);
}

/* "كانون الأول/ديسمبر": the month under its other name */
static size_t
cite_when_other_name(const struct cite_lexer *lexer, size_t pos, int month)
{
	struct cite_token token;
	size_t at = cite_skip_space(&lexer->text, pos, 2);

	if (at >= lexer->text.len || lexer->text.at[at] != '/')
		return pos;
	if (!cite_lexer_peek(lexer, at + 1, &token) ||
	    token.kind != CITE_MONTH || token.value != month)
		return pos;
	return token.end;
}

static bool
cite_when_day_first(const struct cite_lexer *lexer, size_t pos, int day,
		    struct cite_when *when)
{
	struct cite_token token;
	int i, digits;

	pos = cite_when_ordinal(&lexer->text, pos);
	for (i = 0; i < 8; i++) {
		if (!cite_lexer_peek(lexer, pos, &token))
			return false;
		pos = token.end;
		switch (token.kind) {
		case CITE_FILLER:
		case CITE_AND:
		case CITE_COMMA:
		case CITE_DASH:
		case CITE_TO:
			continue;
		case CITE_NUMBER:
			pos = cite_read_number(&lexer->text, token.start, &day,
					       &digits);
			if (!cite_is_day(day, digits))
				return false;
			pos = cite_when_ordinal(&lexer->text, pos);
			continue;
		case CITE_MONTH:
			pos = cite_when_other_name(lexer, pos, token.value);
			cite_when_year(lexer, pos, token.value, day, when);
			return true;
		default:
			return false;
		}
	}
	return false;
}

/* December 31, 2020; May 26 2021; December 2013 */
static bool
cite_when_month_first(const struct cite_lexer *lexer, size_t pos,
		      struct cite_when *when)
{
	struct cite_token token;
	int month, value, digits;
	size_t end;

	if (!cite_lexer_peek(lexer, pos, &token) || token.kind != CITE_MONTH)
		return false;
	month = token.value;
	if (!cite_lexer_peek(lexer, token.end, &token) ||
	    token.kind != CITE_NUMBER)
		return false;
	end = cite_read_number(&lexer->text, token.start, &value, &digits);
	if (end < lexer->text.len && lexer->text.at[end] == '/')
		return false;
	if (cite_is_year(value, digits)) {
		cite_when_set(when, value, month, 0, end);
		return true;
	}
	if (!cite_is_day(value, digits))
		return false;
	end = cite_when_ordinal(&lexer->text, end);
	cite_when_year(lexer, end, month, value, when);
	return true;
}

bool
cite_when_read(const struct cite_lexer *lexer, size_t pos,
	       struct cite_when *when)
{
	int value, digits;
	size_t end;

	memset(when, 0, sizeof *when);
	when->start = pos;
	if (!cite_is_digit_at(&lexer->text, pos))
		return cite_when_month_first(lexer, pos, when);
	if (cite_when_figures(&lexer->text, pos, when))
		return true;
	end = cite_read_number(&lexer->text, pos, &value, &digits);
	if (cite_is_year(value, digits))
		return cite_when_year_first(lexer, end, value, when);
	return cite_is_day(value, digits) &&
	       cite_when_day_first(lexer, end, value, when);
}
