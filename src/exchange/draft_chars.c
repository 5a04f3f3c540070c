/* Characters of documents, and phrases in them. */
#include <string.h>
#include <unicase.h>

#include "lectern/utf8.h"

#include "draft_parts.h"

/* A letter that is no ASCII one, as a small letter. */
static uint32_t
draft_small(uint32_t cp)
{
	if (cp >= 0x430 && cp <= 0x44f)
		return cp;
	if (cp >= 0x410 && cp <= 0x42f)
		return cp + 0x20;
	if (cp == 0x451 || cp == 0x401)
		return 0x435;
	if (cp == 0x2019)
		return '\'';
	if (cp == 0xa0)
		return ' ';
	if (cp < 0x530 || (cp >= 0x1e00 && cp < 0x2000))
		return uc_tolower(cp);
	return cp;
}

size_t
draft_char(const char *text, size_t len, size_t at, uint32_t *cp)
{
	const unsigned char *p = (const unsigned char *)text + at;
	size_t size;

	if (p[0] < 0x80) {
		*cp = p[0] >= 'A' && p[0] <= 'Z' ? p[0] | 0x20u : p[0];
		return 1;
	}
	if (p[0] >= 0xc2 && p[0] < 0xe0 && len - at > 1 &&
	    (p[1] & 0xc0) == 0x80) {
		*cp = draft_small((p[0] & 0x1fu) << 6 | (p[1] & 0x3fu));
		return 2;
	}
	size = utf8_decode(text + at, len - at, cp);
	*cp = draft_small(*cp);
	return size;
}

size_t
draft_char_as_is(const char *text, size_t len, size_t at, uint32_t *cp)
{
	return utf8_decode(text + at, len - at, cp);
}

size_t
draft_put_char(char *out, uint32_t cp)
{
	return utf8_encode(cp, out);
}

bool
is_draft_han(uint32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff);
}

bool
is_draft_space(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == 0xa0 ||
	       (cp >= 0x2000 && cp <= 0x200b) || cp == 0x202f || cp == 0x3000 ||
	       cp == 0xfeff;
}

bool
is_draft_letter(uint32_t cp)
{
	if (cp < 0x80)
		return (cp | 0x20u) >= 'a' && (cp | 0x20u) <= 'z';
	return (cp >= 0xc0 && cp < 0x2000 && cp != 0xd7 && cp != 0xf7 &&
		cp != 0x60c && cp != 0x61b && cp != 0x61f &&
		!(cp >= 0x660 && cp <= 0x66d)) ||
	       is_draft_han(cp);
}

static bool
draft_is_word_end(const char *text, size_t len, size_t at)
{
	uint32_t before = 0, cp;
	size_t back = at;

	if (at >= len)
		return true;
	while (back > 0 && ((unsigned char)text[--back] & 0xc0) == 0x80)
		;
	draft_char(text, len, back, &before);
	draft_char(text, len, at, &cp);
	return !is_draft_letter(before) || !is_draft_letter(cp) ||
	       is_draft_han(cp);
}

size_t
draft_match(const char *text, size_t len, const char *phrase)
{
	size_t left = strlen(phrase), at = 0, from = 0;
	uint32_t cp, want;

	while (from < left && phrase[from] != '*') {
		if (at >= len)
			return 0;
		from += draft_char(phrase, left, from, &want);
		at += draft_char(text, len, at, &cp);
		if (is_draft_space(cp))
			cp = ' ';
		if (cp != want)
			return 0;
	}
	if (from < left)
		while (at < len) {
			size_t size = draft_char(text, len, at, &cp);

			if (!is_draft_letter(cp))
				break;
			at += size;
		}
	return draft_is_word_end(text, len, at) ? at : 0;
}

static bool
draft_is_wrapping(uint32_t cp)
{
	return is_draft_space(cp) || cp == '*' || cp == '_' || cp == '(' ||
	       cp == '[' || cp == '"' || cp == 0xab || cp == 0x201c ||
	       cp == 0xff08 || cp == '#';
}

void
draft_strip(const char **text, size_t *len)
{
	uint32_t cp;
	size_t size;

	while (*len) {
		size = draft_char(*text, *len, 0, &cp);
		if (!draft_is_wrapping(cp))
			break;
		*text += size;
		*len -= size;
	}
	while (*len && memchr("*_ \n\t)]\"", (*text)[*len - 1], 9))
		--*len;
}

bool
draft_ends_sentence(const char *text, size_t len)
{
	static const char *const ends[] = {".",	 "!",  "?", ";", "。", "！",
					   "？", "；", "؟", "؛", "…"};
	size_t i, size;

	while (len) {
		if (memchr("*_ \n)\"'\\", text[len - 1], 8))
			len--;
		else if (len >= 2 && !memcmp(text + len - 2, "»", 2))
			len -= 2;
		else if (len >= 3 && !memcmp(text + len - 3, "”", 3))
			len -= 3;
		else
			break;
	}
	for (i = 0; i < sizeof ends / sizeof ends[0]; i++) {
		size = strlen(ends[i]);
		if (len >= size && !memcmp(text + len - size, ends[i], size))
			return true;
	}
	return false;
}
