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

/* The code point at 'pos' and its size; cp 0 and size 0 at the end. */
static inline size_t
cite_char(const struct cite_text *text, size_t pos, uint32_t *cp)
{
	unsigned char first;

	*cp = 0;
	if (pos >= text->len)
		return 0;
	first = (unsigned char)text->at[pos];
	if (first < 0x80) {
		*cp = first;
		return 1;
	}
	return utf8_decode(text->at + pos, text->len - pos, cp);
}

uint32_t cite_fold_wide(uint32_t cp);

static inline uint32_t
cite_fold(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp | 0x20 : cp;
	return cite_fold_wide(cp);
}

/* The code point before 'pos', and where it starts; 0 at the beginning. */
uint32_t cite_char_before(const struct cite_text *text, size_t pos,
			  size_t *start);

bool cite_is_letter(uint32_t cp);
bool cite_is_upper(uint32_t cp);
bool cite_is_space(uint32_t cp);
bool cite_is_ignorable(uint32_t cp);
bool cite_is_dash(uint32_t cp);
/* Chinese: letters that stand without spaces between words. */
bool cite_is_ideograph(uint32_t cp);
bool cite_is_arabic(uint32_t cp);

/* 0..9 for a digit of any of our scripts, else -1. */
int cite_digit(uint32_t cp);

/* The Latin capital a capital letter stands for or looks like ('A' for А),
 * or 0. */
char cite_latin_capital(uint32_t cp);

/* The character at 'pos' is a digit. */
bool cite_is_digit_at(const struct cite_text *text, size_t pos);
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
