#include <string.h>

#include "name_match.h"

#define CITE_KEY_LETTERS 3
#define CITE_ENDING_MAX	 6
#define CITE_ACRONYM_MAX 5

static size_t
cite_name_ink(const struct cite_text *text, size_t pos, uint32_t *cp)
{
	size_t size;

	do {
		size = cite_char(text, pos, cp);
		pos += size;
	} while (size && cite_is_ignorable(*cp));
	return pos;
}

/* One word of the name against one of the text. */
struct cite_name_word {
	size_t name_end, text_end;
	int common, name_rest, text_rest;
	bool is_cyrillic;
};

static size_t
cite_name_rest(const struct cite_text *text, size_t pos, int *letters)
{
	size_t next;
	uint32_t cp;

	for (;;) {
		next = cite_name_ink(text, pos, &cp);
		if (!cite_is_letter(cp) || *letters > CITE_ENDING_MAX)
			return pos;
		++*letters;
		pos = next;
	}
}

static void
cite_name_compare(const struct cite_text *name, size_t at,
		  const struct cite_text *text, size_t pos,
		  struct cite_name_word *word)
{
	size_t name_next, text_next;
	uint32_t want, have;

	memset(word, 0, sizeof *word);
	for (;;) {
		name_next = cite_name_ink(name, at, &want);
		text_next = cite_name_ink(text, pos, &have);
		word->is_cyrillic |= want >= 0x400 && want <= 0x52f;
		if (!cite_is_letter(want) || !cite_is_letter(have) ||
		    cite_fold(want) != cite_fold(have))
			break;
		word->common++;
		at = name_next;
		pos = text_next;
	}
	word->name_end = cite_name_rest(name, at, &word->name_rest);
	word->text_end = cite_name_rest(text, pos, &word->text_rest);
}

static bool
cite_name_is_same(const struct cite_name_word *word)
{
	if (!word->name_rest && !word->text_rest)
		return true;
	if (!word->is_cyrillic)
		return false;
	if (word->common + word->name_rest < 4)
		return !word->name_rest && word->text_rest <= 2;
	return word->common >= 3 && word->name_rest <= 3 &&
	       word->text_rest <= CITE_ENDING_MAX;
}

static bool
cite_name_is_acronym(const struct cite_text *name)
{
	return name->len <= CITE_ACRONYM_MAX &&
	       !memchr(name->at, ' ', name->len);
}

static bool
cite_name_is_upper(const struct cite_text *text, size_t pos, size_t end)
{
	uint32_t cp;

	while (pos < end) {
		pos += cite_char(text, pos, &cp);
		if (cite_is_letter(cp) && !cite_is_upper(cp))
			return false;
	}
	return true;
}

/* Ideographs stand without spaces: no word ends between them. */
static size_t
cite_name_match_signs(const struct cite_text *name, size_t *at,
		      const struct cite_text *text, size_t pos)
{
	size_t name_next, text_next;
	uint32_t want, have;

	name_next = cite_name_ink(name, *at, &want);
	if (want == ' ') {
		*at = name_next;
		text_next = cite_skip_space(text, pos, 4);
		return text_next == pos ? 0 : text_next;
	}
	text_next = cite_name_ink(text, pos, &have);
	if (cite_fold(want) != cite_fold(have) &&
	    !(cite_is_dash(want) && cite_is_dash(have)))
		return 0;
	*at = name_next;
	return text_next;
}

size_t
cite_name_match(const char *name, const struct cite_text *text, size_t pos)
{
	struct cite_text whole = {name, strlen(name)};
	struct cite_name_word word;
	size_t at = 0, start = pos;
	uint32_t cp;

	while (at < whole.len) {
		cite_char(&whole, at, &cp);
		if (!cite_is_letter(cp) || cite_is_ideograph(cp)) {
			pos = cite_name_match_signs(&whole, &at, text, pos);
			if (!pos)
				return 0;
			continue;
		}
		cite_name_compare(&whole, at, text, pos, &word);
		if (!cite_name_is_same(&word))
			return 0;
		at = word.name_end;
		pos = word.text_end;
	}
	if (cite_name_is_acronym(&whole) &&
	    !cite_name_is_upper(text, start, pos))
		return 0;
	return pos;
}

uint32_t
cite_name_key(const struct cite_text *text, size_t pos, size_t *next)
{
	uint32_t cp, key = 0;
	size_t after, space;
	int letters = 0;

	*next = 0;
	after = cite_name_ink(text, pos, &cp);
	if (cite_is_ideograph(cp)) {
		*next = after;
		return cp;
	}
	while (cite_is_letter(cp)) {
		if (letters++ < CITE_KEY_LETTERS)
			key = key * 31 + cite_fold(cp);
		else if (letters > 40)
			return key;
		pos = after;
		after = cite_name_ink(text, pos, &cp);
	}
	space = cite_skip_space(text, pos, 4);
	if (space != pos && space < text->len)
		*next = space;
	return key;
}
