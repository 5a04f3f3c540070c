/*
 * Numbers in running text: 2.2.4, ٢٫٢٫٤, 2.2.7–9, 十二; and the headings and
 * parentheses they stand in.
 */
#include "config.h" /* memmem, memrchr */

#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* Only so far is a closing parenthesis looked for. */
#define SECTION_PARENTHESIS_MAX 120

static size_t
section_skip_spaces(const char *text, size_t len, size_t at)
{
	size_t size;
	uint32_t cp;

	for (; at < len; at += size) {
		size = section_next_char(text + at, len - at, &cp);
		if (!section_is_space(cp))
			break;
	}
	return at;
}

/* Is it what may part the numbers of an id? A full stop, or the Arabic
 * decimal separator. */
static bool
section_is_dot(uint32_t cp)
{
	return cp == '.' || cp == 0xff0e || cp == 0x66b;
}

static size_t
section_digits_parse(const char *text, size_t len, struct buffer *out)
{
	size_t at = 0, size;
	uint32_t cp;

	while (at < len) {
		size = section_next_char(text + at, len - at, &cp);
		if (section_digit(cp) < 0)
			break;
		buffer_append_byte(out, (char)('0' + section_digit(cp)));
		at += size;
	}
	return at;
}

static size_t
section_parts_parse(const char *text, size_t len, struct buffer *out)
{
	size_t at = section_digits_parse(text, len, out), size, more;
	uint32_t cp;

	while (at && at < len) {
		size = section_next_char(text + at, len - at, &cp);
		if (!section_is_dot(cp) || at + size == len)
			break;
		section_next_char(text + at + size, len - at - size, &cp);
		if (section_digit(cp) < 0)
			break;
		buffer_append_byte(out, '.');
		more = section_digits_parse(text + at + size, len - at - size,
					    out);
		at += size + more;
	}
	return at;
}

/* 三, 十二, 二十, 一百零五: to 999. */
static size_t
section_chinese_parse(const char *text, size_t len, struct buffer *out)
{
	static const uint32_t digits[] = {0x96f6, 0x4e00, 0x4e8c, 0x4e09,
					  0x56db, 0x4e94, 0x516d, 0x4e03,
					  0x516b, 0x4e5d};
	size_t at = 0, size, i;
	int total = 0, digit = -1;
	uint32_t cp;

	for (; at < len && total < 1000; at += size) {
		size = section_next_char(text + at, len - at, &cp);
		for (i = 0; i < 10 && digits[i] != cp; i++)
			;
		if (i < 10) {
			digit = (int)i;
		} else if (cp == 0x5341 || cp == 0x767e) {
			total += (digit < 0 ? 1 : digit) *
				 (cp == 0x5341 ? 10 : 100);
			digit = 0;
		} else {
			break;
		}
	}
	if (at)
		buffer_printf(out, "%d", total + (digit > 0 ? digit : 0));
	return at;
}

static size_t
section_one_parse(const char *text, size_t len, bool chinese,
		  struct buffer *out)
{
	size_t at = section_parts_parse(text, len, out);

	if (!at && chinese)
		return section_chinese_parse(text, len, out);
	if (!at) {
		at = section_first_match(text, len);
		if (at)
			buffer_append_byte(out, '1');
	}
	return at;
}

/* A dash, or a word for "to". */
static size_t
section_range_sign(const char *text, size_t len, size_t at)
{
	size_t size;
	uint32_t cp;

	at = section_skip_spaces(text, len, at);
	if (at == len)
		return 0;
	size = section_next_char(text + at, len - at, &cp);
	if (!section_is_dash(cp))
		size = section_range_word_match(text + at, len - at);
	return size ? section_skip_spaces(text, len, at + size) : 0;
}

static size_t
section_count_dots(const char *text, size_t len)
{
	size_t dots = 0;

	while (len-- > 0)
		dots += text[len] == '.';
	return dots;
}

/* "2.2.7-9" means 2.2.7-2.2.9: the end takes what it lacks of the start.
 * 'from' and 'to' are where they start in 'out'. */
static void
section_complete_range(struct buffer *out, size_t from, size_t to)
{
	size_t dots = section_count_dots(out->data + from, to - 1 - from);
	size_t own = section_count_dots(out->data + to, out->len - to);
	struct buffer end = BUFFER_INIT;
	size_t i = from, keep;

	if (own >= dots)
		return;
	for (keep = dots - own; keep; i++)
		keep -= out->data[i] == '.';
	buffer_append(&end, out->data + to, out->len - to);
	buffer_truncate(out, to);
	buffer_reserve(out, i - from + end.len);
	buffer_append(out, out->data + from, i - from);
	buffer_append(out, end.data, end.len);
	buffer_release(&end);
}

size_t
section_number_parse(const char *text, size_t len, bool chinese,
		     struct buffer *out)
{
	size_t from = out->len, to, at, next, size;

	at = section_one_parse(text, len, chinese, out);
	next = at ? section_range_sign(text, len, at) : 0;
	if (!next)
		return at;
	to = out->len;
	if (chinese && len - next >= 3 && !memcmp(text + next, "第", 3))
		next += 3;
	buffer_append_byte(out, '-');
	size = section_one_parse(text + next, len - next, chinese, out);
	if (!size) {
		buffer_truncate(out, to);
		return at;
	}
	section_complete_range(out, from, to + 1);
	return next + size;
}

/* ---- headings ---- */

/* After a word: spaces, the full stop of "п.", "№", "No.", "с" and "from". */
static size_t
section_skip_fillers(const char *text, size_t len, size_t at)
{
	static const char *const fillers[] = {
		".", "№", "no.", "nos.", "с ", "from ", "du ", "del ", "من "};
	size_t i, size, start;

	do {
		start = at = section_skip_spaces(text, len, at);
		for (i = 0; i < sizeof fillers / sizeof *fillers; i++) {
			size = strlen(fillers[i]);
			if (len - at >= size &&
			    !memcmp(text + at, fillers[i], size))
				at += size;
		}
	} while (at > start);
	return at;
}

/* After the number no letter, digit or '/' may follow at once. */
static bool
section_ends_well(const char *text, size_t len, size_t at)
{
	uint32_t cp;

	if (at == len)
		return true;
	section_next_char(text + at, len - at, &cp);
	return section_digit(cp) < 0 && cp != '/' && cp != '%' &&
	       !(cp >= 'a' && cp <= 'z');
}

static bool
section_chinese_heading(const char *text, size_t len, struct buffer *out)
{
	size_t size, before = out->len;

	if (len < 3 || memcmp(text, "第", 3))
		return false;
	size = 3 + section_skip_spaces(text + 3, len - 3, 0);
	size += section_number_parse(text + size, len - size, true, out);
	size = section_skip_spaces(text, len, size);
	if (out->len > before &&
	    section_classifier_match(text + size, len - size))
		return true;
	buffer_truncate(out, before);
	return false;
}

/* ", " or "and" before a number: bytes to that number, or 0. */
static size_t
section_conjunction(const char *text, size_t len, size_t at)
{
	static const char *const words[] = {",",     "،",  "、", "and ", "и ",
					    "et ",   "y ", "و",	 "和",	 "及",
					    "және ", "&",  ";"};
	size_t i, size;
	uint32_t cp;

	at = section_skip_spaces(text, len, at);
	for (i = 0; i < sizeof words / sizeof *words; i++) {
		size = strlen(words[i]);
		if (len - at <= size || memcmp(text + at, words[i], size))
			continue;
		at = section_skip_spaces(text, len, at + size);
		if (at == len)
			return 0;
		section_next_char(text + at, len - at, &cp);
		return section_digit(cp) >= 0 ? at : 0;
	}
	return 0;
}

/* 2.2.8 after 2.2.7: same but for the last number, which is one more. */
static bool
section_is_next(const char *id, const char *next)
{
	const char *a = strrchr(id, '.'), *b = strrchr(next, '.');
	size_t len = a ? (size_t)(a + 1 - id) : 0;

	if (len != (b ? (size_t)(b + 1 - next) : 0) || memcmp(id, next, len))
		return false;
	return strlen(id) - len < 9 && strlen(next) - len < 9 &&
	       strtol(id + len, NULL, 10) + 1 == strtol(next + len, NULL, 10);
}

/* "Paragraphs 2.2.7 and 2.2.8" is a range; any other enumeration has no id
 * of its own. */
static bool
section_enumeration(const char *text, size_t len, size_t at, size_t before,
		    struct buffer *out)
{
	size_t next = section_conjunction(text, len, at), size;
	struct buffer number = BUFFER_INIT;
	bool fits;

	if (!next)
		return true;
	size = section_number_parse(text + next, len - next, false, &number);
	fits = section_is_next(out->data + before, number.data) &&
	       !section_conjunction(text, len, next + size);
	if (fits)
		buffer_printf(out, "-%s", number.data);
	buffer_release(&number);
	return fits;
}

/* A word for "paragraph" and its number, both here. */
static bool
section_word_and_number(const char *text, size_t len, struct buffer *out)
{
	size_t at = section_word_match(text, len), size, before = out->len;

	if (!at)
		return section_chinese_heading(text, len, out);
	at = section_skip_fillers(text, len, at);
	size = section_number_parse(text + at, len - at, false, out);
	if (size && section_ends_well(text, len, at + size) &&
	    section_enumeration(text, len, at + size, before, out))
		return true;
	buffer_truncate(out, before);
	return false;
}

static bool
section_looks_like_date(const char *id, size_t len)
{
	const char *last = memrchr(id, '.', len);

	return last && (id + len) - last == 5 &&
	       section_count_dots(id, len) == 2;
}

/* "2.2.4-тармақ": the word after the number, with a hyphen. */
static bool
section_is_followed_by_word(const char *text, size_t len, size_t at)
{
	size_t size;
	uint32_t cp;

	at = section_skip_spaces(text, len, at);
	if (at == len)
		return false;
	size = section_next_char(text + at, len - at, &cp);
	if (section_is_dash(cp))
		at += size;
	at = section_skip_spaces(text, len, at);
	return at < len && section_word_match(text + at, len - at);
}

/* A number alone, "2.2.4. Words", "2.2.4 Words"; not "2.5 million" and not
 * a date. */
static bool
section_bare_number(const char *text, size_t len, struct buffer *out)
{
	size_t before = out->len;
	size_t at = section_number_parse(text, len, false, out), next;
	const char *id = out->data + before;
	size_t dots = section_count_dots(id, out->len - before);

	if (!at)
		return false;
	if (section_is_followed_by_word(text, len, at))
		return true;
	next = section_skip_spaces(text, len, at);
	if (section_looks_like_date(id, out->len - before))
		next = 0;
	else if (next < len && (text[next] == '.' || text[next] == ':') &&
		 (next + 1 == len || text[next + 1] == ' '))
		next = len;
	else if (next > at && dots >= 2)
		next = len;
	if (next == len)
		return true;
	buffer_truncate(out, before);
	return false;
}

static size_t
section_skip_word(const char *text, size_t len, size_t at)
{
	size_t size;
	uint32_t cp;

	for (; at < len; at += size) {
		size = section_next_char(text + at, len - at, &cp);
		if (section_is_space(cp))
			break;
	}
	return section_skip_spaces(text, len, at);
}

/* One word may stand before: "Agenda item 5", "К пункту 2.2.4". */
bool
section_id_from_heading(const char *text, size_t len, struct buffer *out)
{
	size_t at = section_skip_spaces(text, len, 0);

	if (section_bare_number(text + at, len - at, out) ||
	    section_word_and_number(text + at, len - at, out))
		return true;
	at = section_skip_word(text, len, at);
	return section_word_and_number(text + at, len - at, out);
}

/* ---- parentheses ---- */

static bool
section_is_closed(const char *text, size_t len, size_t at)
{
	size_t most = at + SECTION_PARENTHESIS_MAX;

	for (; at < len && at < most; at++) {
		if (text[at] == ')' ||
		    (len - at >= 3 && !memcmp(text + at, "）", 3)))
			return true;
		if (text[at] == '(')
			return false;
	}
	return false;
}

static bool
section_at_parenthesis(const char *text, size_t len, struct buffer *out)
{
	size_t at = section_skip_spaces(text, len, 0), before = out->len, size;

	if (!section_is_closed(text, len, at))
		return false;
	if (section_word_and_number(text + at, len - at, out))
		return true;
	size = section_number_parse(text + at, len - at, false, out);
	if (size && section_is_followed_by_word(text, len, at + size))
		return true;
	buffer_truncate(out, before);
	return false;
}

bool
section_next_parenthesis(const char *text, size_t len, size_t *at,
			 struct buffer *out)
{
	size_t size;

	for (; *at < len; ++*at) {
		size = 0;
		if (text[*at] == '(')
			size = 1;
		else if (len - *at >= 3 && !memcmp(text + *at, "（", 3))
			size = 3;
		if (!size || !section_at_parenthesis(text + *at + size,
						     len - *at - size, out))
			continue;
		*at += size;
		return true;
	}
	return false;
}

bool
section_id_in_parentheses(const char *text, size_t len, struct buffer *out)
{
	size_t at = 0;

	return section_next_parenthesis(text, len, &at, out);
}
