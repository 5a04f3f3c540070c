/* The parenthesis after a number: a year, or a session in Roman numerals. */
#include <stdio.h>
#include <string.h>

#include "number.h"

#define CITE_ROMAN_MAX	10
#define CITE_ROMAN_SIZE 16

static void
cite_roman_write(int value, char *out)
{
	static const struct {
		int value;
		char text[3];
	} steps[] = {{50, "L"}, {40, "XL"}, {10, "X"}, {9, "IX"},
		     {5, "V"},	{4, "IV"},  {1, "I"}};
	size_t i;

	for (i = 0; i < sizeof steps / sizeof steps[0]; i++) {
		for (; value >= steps[i].value; value -= steps[i].value) {
			memcpy(out, steps[i].text, strlen(steps[i].text));
			out += strlen(steps[i].text);
		}
	}
	*out = '\0';
}

static int
cite_roman_value(const char *roman)
{
	int sum = 0, last = 0, value;
	size_t i;

	for (i = strlen(roman); i > 0; i--) {
		switch (roman[i - 1]) {
		case 'I':
			value = 1;
			break;
		case 'V':
			value = 5;
			break;
		case 'X':
			value = 10;
			break;
		default:
			value = 50;
			break;
		}
		sum += value < last ? -value : value;
		if (value > last)
			last = value;
	}
	return sum;
}

static bool
cite_roman_is_valid(const char *roman)
{
	char again[64];
	int value = cite_roman_value(roman);

	if (value < 1 || value > 70)
		return false;
	cite_roman_write(value, again);
	return !strcmp(roman, again);
}

/* What a character stands for in a Roman numeral, look-alikes and the usual
 * slips of OCR included: l and 1 for I, Ш for III, D for I and ")". */
static const char *
cite_roman_letter(uint32_t cp)
{
	switch (cite_fold(cp)) {
	case 'i':
	case 'l':
	case '1':
		return "I";
	case 'v':
	case 'y':
		return "V";
	case 'x':
		return "X";
	case 'd':
		return "D";
	case 0x448: /* Ш */
		return "III";
	case 0x43f: /* П */
		return "II";
	default:
		return cp == 'L' ? "L" : NULL;
	}
}

/* XVID was XVII), XXVV was XXV: the reading, if there is one. */
static bool
cite_roman_repair(char *roman, bool *closed)
{
	size_t len = strlen(roman);
	char *twice;

	if (len && roman[len - 1] == 'D') {
		roman[len - 1] = 'I';
		*closed = true;
	}
	twice = strstr(roman, "VV");
	if (twice)
		memmove(twice, twice + 1, strlen(twice + 1) + 1);
	return !strchr(roman, 'D') && cite_roman_is_valid(roman);
}

static size_t
cite_roman_read(const struct cite_text *text, size_t pos,
		char roman[CITE_ROMAN_SIZE], bool *closed)
{
	const char *letter;
	uint32_t cp;
	size_t size, len = 0, add;

	*closed = false;
	for (;;) {
		size = cite_char(text, pos, &cp);
		letter = size ? cite_roman_letter(cp) : NULL;
		if (cp == 'L')
			letter = "L";
		if (!letter)
			break;
		add = strlen(letter);
		if (len + add > CITE_ROMAN_MAX)
			return 0;
		memcpy(roman + len, letter, add);
		len += add;
		pos += size;
	}
	roman[len] = '\0';
	if (!len || cite_is_letter_at(text, pos))
		return 0;
	return cite_roman_repair(roman, closed) ? pos : 0;
}

static bool
cite_is_open(uint32_t cp)
{
	return cp == '(' || cp == '[' || cp == 0xff08;
}

static bool
cite_is_close(uint32_t cp)
{
	return cp == ')' || cp == ']' || cp == 0xff09;
}

/* Past "(" and the spaces around it; 0 where there is none. */
static size_t
cite_paren_open(const struct cite_text *text, size_t pos)
{
	size_t size;
	uint32_t cp;

	pos = cite_skip_space(text, pos, 4);
	size = cite_char(text, pos, &cp);
	if (!size || !cite_is_open(cp))
		return 0;
	return cite_skip_space(text, pos + size, 2);
}

static size_t
cite_paren_close(const struct cite_text *text, size_t pos)
{
	size_t size;
	uint32_t cp;

	pos = cite_skip_space(text, pos, 2);
	size = cite_char(text, pos, &cp);
	return size && cite_is_close(cp) ? pos + size : 0;
}

/* "год", "г.", "年" between the year and the parenthesis. */
static size_t
cite_year_word(const struct cite_text *text, size_t pos)
{
	size_t at = cite_skip_space(text, pos, 2), size;
	uint32_t cp;
	int i;

	for (i = 0; i < 6; i++) {
		size = cite_char(text, at, &cp);
		if (!size || !(cite_is_letter(cp) || cp == '.'))
			break;
		at += size;
	}
	return at;
}

size_t
cite_year_read(const struct cite_text *text, size_t pos, int *year)
{
	size_t at = cite_paren_open(text, pos), end;
	int value, digits;

	if (!at)
		return pos;
	at = cite_read_number(text, at, &value, &digits);
	if (digits != 4 || value < 1945 || value > 2099)
		return pos;
	end = cite_paren_close(text, at);
	if (!end)
		end = cite_paren_close(text, cite_year_word(text, at));
	if (!end)
		return pos;
	*year = value;
	return end;
}

/* Arabic names sessions by figures: د-3, دإ-5 (S-V), دإط-5 (ES-V). */
static size_t
cite_session_arabic(const struct cite_text *text, size_t pos, const char **kind)
{
	static const uint32_t letters[] = {0x62f, 0x627, 0x637};
	static const char *const kinds[] = {"", "S-", "ES-"};
	size_t size, i;
	uint32_t cp;

	for (i = 0; i < 3; i++) {
		pos = cite_skip_space(text, pos, 2);
		size = cite_char(text, pos, &cp);
		if (!size || cite_fold(cp) != letters[i])
			break;
		pos += size;
	}
	if (!i)
		return 0;
	*kind = kinds[i - 1];
	pos = cite_skip_space(text, pos, 2);
	size = cite_char(text, pos, &cp);
	return cite_is_dash(cp) ? cite_skip_space(text, pos + size, 2) : 0;
}

/* "S-", "ES-" before a numeral; past it, or 'pos'. */
static size_t
cite_session_prefix(const struct cite_text *text, size_t pos, const char **kind)
{
	size_t at = pos, size;
	uint32_t cp;

	*kind = "S-";
	size = cite_char(text, at, &cp);
	if (cite_latin_capital(cp) == 'E' || cp == 0x42d) { /* Э */
		*kind = "ES-";
		at += size;
		size = cite_char(text, at, &cp);
	}
	if (cite_latin_capital(cp) == 'S' || cp == 0x421) {
		at += size;
		size = cite_char(text, at, &cp);
		if (cite_is_dash(cp))
			return cite_skip_space(text, at + size, 1);
	}
	*kind = "";
	return pos;
}

/* A Roman numeral; after "S-" figures will do: 186 (S-2). */
static size_t
cite_session_numeral(const struct cite_text *text, size_t pos, bool has_prefix,
		     char roman[CITE_ROMAN_SIZE], bool *closed)
{
	int value, digits;
	size_t end;

	if (has_prefix) {
		end = cite_read_number(text, pos, &value, &digits);
		if (digits && value > 0 && value < 50) {
			cite_roman_write(value, roman);
			return end;
		}
	}
	return cite_roman_read(text, pos, roman, closed);
}

size_t
cite_session_read(const struct cite_text *text, size_t pos,
		  char session[CITE_SESSION_MAX])
{
	char roman[CITE_ROMAN_SIZE] = "";
	size_t at = cite_paren_open(text, pos), end;
	const char *kind = "";
	bool closed = false;
	int value, digits;

	if (!at)
		return pos;
	end = cite_session_arabic(text, at, &kind);
	if (end) {
		at = cite_read_number(text, end, &value, &digits);
		if (value < 1 || value > 70)
			return pos;
		cite_roman_write(value, roman);
	} else {
		at = cite_session_prefix(text, at, &kind);
		at = cite_session_numeral(text, at, *kind, roman, &closed);
		if (!at)
			return pos;
	}
	end = cite_paren_close(text, at);
	if (!end && !closed && (strlen(roman) < 2 || cite_is_dash_at(text, at)))
		return pos; /* "(XLIX-O/19)" is of another house */
	snprintf(session, CITE_SESSION_MAX, "%s%s", kind, roman);
	return end ? end : at;
}
