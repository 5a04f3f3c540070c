/*
 * chars.h - characters as the recogniser compares them.
 *
 * Two letters that a reader cannot tell apart, or that differ only in case,
 * accent or width, fold to one: Cyrillic А and Latin A, é and e, ё and e, a
 * full-width 5 and 5. Patterns and text are folded by the same function, so
 * a cue typed with a look-alike letter is found. What has no ink of its own
 * (combining marks, Arabic vowel signs, direction marks, soft hyphens) is
 * ignorable: comparison passes over it.
 */
#ifndef LECTERN_CITE_CHARS_H
#define LECTERN_CITE_CHARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/utf8.h"

struct cite_text {
	const char *at;
	size_t len;
};

/* The code point at 'pos' and its size; cp 0 and size 0 at the end. Well
 * formed text of two and three bytes is decoded here, for speed. */
static inline size_t
cite_char(const struct cite_text *text, size_t pos, uint32_t *cp)
{
	const unsigned char *p = (const unsigned char *)text->at + pos;
	size_t left;

	*cp = 0;
	if (pos >= text->len)
		return 0;
	left = text->len - pos;
	if (p[0] < 0x80) {
		*cp = p[0];
		return 1;
	}
	if (p[0] >= 0xc2 && p[0] < 0xe0 && left > 1 && (p[1] & 0xc0) == 0x80) {
		*cp = (p[0] & 0x1fu) << 6 | (p[1] & 0x3fu);
		return 2;
	}
	if (p[0] > 0xe0 && p[0] < 0xed && left > 2 && (p[1] & 0xc0) == 0x80 &&
	    (p[2] & 0xc0) == 0x80) {
		*cp = (p[0] & 0x0fu) << 12 | (p[1] & 0x3fu) << 6 |
		      (p[2] & 0x3fu);
		return 3;
	}
	return utf8_decode(text->at + pos, left, cp);
}

uint32_t cite_fold_wide(uint32_t cp);

static inline uint32_t
cite_fold(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp;
	if (cp >= 0x62a && cp < 0x649) /* Arabic letters without variants */
		return cp;
	return cite_fold_wide(cp);
}

/* The code point before 'pos', and where it starts; 0 at the beginning. */
uint32_t cite_char_before(const struct cite_text *text, size_t pos,
			  size_t *start);

bool cite_is_letter_rare(uint32_t cp);

static inline bool
cite_is_letter(uint32_t cp)
{
	uint32_t low = cp | 0x20;

	if (cp < 0x80)
		return low >= 'a' && low <= 'z';
	if ((cp >= 0x400 && cp < 0x530) || (cp >= 0x4e00 && cp < 0x9fff))
		return true;
	if (cp >= 0x621 && cp < 0x64b)
		return cp != 0x640;
	return cite_is_letter_rare(cp);
}

bool cite_is_upper(uint32_t cp);

static inline bool
cite_is_space(uint32_t cp)
{
	if (cp < 0x80)
		return cp == ' ' || (cp >= '\t' && cp <= '\r');
	return cp == 0xa0 || (cp >= 0x2000 && cp <= 0x200a) || cp == 0x202f ||
	       cp == 0x205f || cp == 0x3000;
}

bool cite_is_ignorable_rare(uint32_t cp);

static inline bool
cite_is_ignorable(uint32_t cp)
{
	if (cp < 0xad || (cp >= 0x370 && cp < 0x61c) ||
	    (cp >= 0x641 && cp < 0x64b) || (cp >= 0x621 && cp < 0x640) ||
	    (cp >= 0x2100 && cp < 0xfeff))
		return false;
	return cite_is_ignorable_rare(cp);
}

bool cite_is_dash(uint32_t cp);
/* Chinese: letters that stand without spaces between words. */
static inline bool
cite_is_ideograph(uint32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff);
}

static inline bool
cite_is_arabic(uint32_t cp)
{
	return cp >= 0x600 && cp <= 0x6ff;
}

int cite_digit_wide(uint32_t cp);

/* 0..9 for a digit of any of our scripts, else -1. */
static inline int
cite_digit(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= '0' && cp <= '9' ? (int)(cp - '0') : -1;
	return cite_digit_wide(cp);
}

/* The Latin capital a capital letter stands for or looks like ('A' for А),
 * or 0. */
char cite_latin_capital(uint32_t cp);

/* The character at 'pos' is a digit, a dash. */
bool cite_is_digit_at(const struct cite_text *text, size_t pos);
bool cite_is_dash_at(const struct cite_text *text, size_t pos);
/* The character at 'pos', passing over ignorable ones, is a letter. */
bool cite_is_letter_at(const struct cite_text *text, size_t pos);

/* Past spaces and ignorable characters, at most 'most' of them. */
size_t cite_skip_space(const struct cite_text *text, size_t pos, int most);
/* Back over spaces and ignorable characters, at most 'most' of them. */
size_t cite_skip_space_back(const struct cite_text *text, size_t pos, int most);

#define CITE_NUMBER_NONE (-1)

/*
 * Digits at 'pos' as a number: the end of them, with *value CITE_NUMBER_NONE
 * where there are none or more than six, and *digits their count.
 */
size_t cite_read_number(const struct cite_text *text, size_t pos, int *value,
			int *digits);

#endif
