/* Where sentences and clauses end. */
#include "lectern/sentence.h"

#include <stdint.h>
#include <unictype.h>

#include "lectern/utf8.h"
#include "abbreviation.h"

/* A longer word before a full stop is no abbreviation. */
#define SENTENCE_WORD_MAX 24

/* A place in a text, and what stands there. */
struct sentence_scan {
	const char *text;
	size_t len;
	const char *language;
};

/* The character at 'at' and where the next begins; 0 at the end. */
static uint32_t
sentence_peek(const struct sentence_scan *scan, size_t at, size_t *next)
{
	uint32_t cp = 0;

	*next = at;
	if (at < scan->len)
		*next = at + utf8_decode(scan->text + at, scan->len - at, &cp);
	return cp;
}

static bool
is_sentence_space(uint32_t cp)
{
	return cp == ' ' || cp == '\n' || cp == '\t' || cp == 0xa0 ||
	       cp == 0x202f || cp == 0x3000;
}

/* Ends a sentence wherever it stands. */
static bool
is_sentence_full_width(uint32_t cp)
{
	return cp == 0x3002 || cp == 0xff01 || cp == 0xff1f || cp == 0xff0e ||
	       cp == 0xff61;
}

/* Ends a sentence where a space follows. */
static bool
is_sentence_mark(uint32_t cp)
{
	return cp == '.' || cp == '!' || cp == '?' || cp == 0x2026 ||
	       cp == 0x61f || cp == 0x6d4 || cp == 0x964 || cp == 0x965 ||
	       cp == 0x203c || cp == 0x2047 || cp == 0x2048 || cp == 0x2049 ||
	       is_sentence_full_width(cp);
}

/* What closes: brackets and quotation marks. */
static bool
is_sentence_closer(uint32_t cp)
{
	return cp == '"' || cp == '\'' ||
	       uc_is_general_category_withtable(
		       cp, UC_CATEGORY_MASK_Pe | UC_CATEGORY_MASK_Pf);
}

/* What may stand before the first letter of a sentence. */
static bool
is_sentence_opener(uint32_t cp)
{
	return uc_is_general_category_withtable(
		       cp, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi |
				   UC_CATEGORY_MASK_Pd | UC_CATEGORY_MASK_Pf) ||
	       cp == '"' || cp == '\'' || is_sentence_space(cp);
}

static bool
is_sentence_word(uint32_t cp)
{
	return cp == '.' || cp == '-' ||
	       uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L |
							    UC_CATEGORY_MASK_M |
							    UC_CATEGORY_MASK_N);
}

/* Where the word that ends at 'end' begins; 'from' bounds it. */
static size_t
sentence_word_start(const struct sentence_scan *scan, size_t from, size_t end)
{
	size_t start = end, at, next;
	uint32_t cp;

	while (start > from && end - start < SENTENCE_WORD_MAX) {
		at = start - 1;
		while (at > from &&
		       ((unsigned char)scan->text[at] & 0xc0) == 0x80)
			at--;
		cp = sentence_peek(scan, at, &next);
		if (!is_sentence_word(cp))
			break;
		start = at;
	}
	return start;
}

/* "А.", "J.", "А.Б.": a lone letter; what stands before its stop is not
 * known, so the sentence goes on. */
static bool
is_sentence_initial(const struct sentence_scan *scan, size_t start, size_t end)
{
	size_t at = end, next;
	uint32_t cp;

	while (at > start && scan->text[at - 1] != '.')
		at--;
	cp = sentence_peek(scan, at, &next);
	return next == end &&
	       uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L);
}

/* "1." where the sentence itself begins: a number of a list. */
static bool
is_sentence_list_number(const struct sentence_scan *scan, size_t from,
			size_t start, size_t end)
{
	if (start != from || start == end)
		return false;
	for (; start < end; start++)
		if (scan->text[start] < '0' || scan->text[start] > '9')
			return false;
	return true;
}

/* Does the sentence go on after the full stop at 'stop', before 'first', the
 * first letter or digit of what follows? */
static bool
sentence_stop_continues(const struct sentence_scan *scan, size_t from,
			size_t stop, uint32_t first)
{
	size_t start = sentence_word_start(scan, from, stop);
	bool is_number =
		uc_is_general_category_withtable(first, UC_CATEGORY_MASK_N);
	bool is_opened = is_sentence_opener(first);

	if (is_sentence_list_number(scan, from, start, stop))
		return true;
	switch (abbreviation_find(scan->text + start, stop - start,
				  scan->language)) {
	case ABBREVIATION_ALWAYS:
		return true;
	case ABBREVIATION_NUMBER:
		return is_number;
	case ABBREVIATION_LAST:
		return is_number || is_opened;
	default:
		return is_sentence_initial(scan, start, stop);
	}
}

/* The first letter, digit or sign after the spaces and opening marks from
 * 'at' on; 0 where nothing follows. */
static uint32_t
sentence_first_after(const struct sentence_scan *scan, size_t at)
{
	size_t next;
	uint32_t cp;

	for (; (cp = sentence_peek(scan, at, &next)) != 0; at = next)
		if (!is_sentence_opener(cp))
			return cp;
	return 0;
}

static size_t
sentence_skip(const struct sentence_scan *scan, size_t at,
	      bool (*is_skipped)(uint32_t cp))
{
	size_t next;

	while (at < scan->len && is_skipped(sentence_peek(scan, at, &next)))
		at = next;
	return at;
}

/* Past the marks that close. “ is one of them where nothing is opened by it
 * (German, Russian); » may stand after a space (French). */
static size_t
sentence_skip_closers(const struct sentence_scan *scan, size_t at)
{
	size_t end = sentence_skip(scan, at, is_sentence_closer), next, after;
	uint32_t cp = sentence_peek(scan, end, &next), then;

	then = sentence_peek(scan, next, &after);
	if (cp == 0x201c && (!then || is_sentence_space(then)))
		return next;
	if (is_sentence_space(cp) && then == 0xbb)
		return after;
	return end;
}

/*
 * The end of the sentence where the marks from 'mark' on end one, else 0.
 * *after is where to look on.
 */
static size_t
sentence_close(const struct sentence_scan *scan, size_t from, size_t mark,
	       size_t *after)
{
	size_t marks = sentence_skip(scan, mark, is_sentence_mark), next;
	size_t end = sentence_skip_closers(scan, marks);
	uint32_t cp = sentence_peek(scan, mark, &next), first;

	*after = marks;
	first = sentence_first_after(scan, end);
	if (!first)
		return scan->len;
	if (is_sentence_full_width(cp))
		return sentence_skip(scan, end, is_sentence_space);
	sentence_peek(scan, end, &next);
	if (!is_sentence_space(sentence_peek(scan, end, &next)) ||
	    uc_is_general_category_withtable(first, UC_CATEGORY_MASK_Ll))
		return 0;
	if (cp == '.' && marks == mark + 1 &&
	    sentence_stop_continues(scan, from, mark, first))
		return 0;
	return sentence_skip(scan, end, is_sentence_space);
}

size_t
sentence_end(const char *text, size_t len, size_t from, const char *language)
{
	struct sentence_scan scan = {text, len, language};
	size_t at = from, next, end;
	uint32_t cp;

	while (at < len) {
		cp = sentence_peek(&scan, at, &next);
		if (is_sentence_mark(cp)) {
			end = sentence_close(&scan, from, at, &next);
			if (end)
				return end;
		}
		at = next;
	}
	return len;
}

static bool
is_clause_mark(uint32_t cp)
{
	return cp == ',' || cp == ';' || cp == ':' || cp == 0x2013 ||
	       cp == 0x2014 || cp == 0x60c || cp == 0x61b || cp == 0xff0c ||
	       cp == 0xff1b || cp == 0xff1a || cp == 0x3001 || cp == '\n';
}

static bool
is_clause_wide(uint32_t cp)
{
	return cp >= 0x3000 || cp == '\n';
}

size_t
clause_end(const char *text, size_t len, size_t from)
{
	struct sentence_scan scan = {text, len, ""};
	size_t at = from, next, end, after;
	uint32_t cp;

	for (; at < len; at = next) {
		cp = sentence_peek(&scan, at, &next);
		if (!is_clause_mark(cp))
			continue;
		end = sentence_skip_closers(&scan, next);
		if (is_clause_wide(cp) ||
		    is_sentence_space(sentence_peek(&scan, end, &after)))
			return sentence_skip(&scan, end, is_sentence_space);
	}
	return len;
}

bool
is_sentence_whole(const char *text, size_t len)
{
	struct sentence_scan scan = {text, len, ""};
	size_t at = len, next;
	uint32_t cp = 0;

	while (at > 0) {
		at--;
		if (((unsigned char)text[at] & 0xc0) == 0x80)
			continue;
		cp = sentence_peek(&scan, at, &next);
		if (!is_sentence_closer(cp) && !is_sentence_space(cp))
			break;
	}
	return is_sentence_mark(cp);
}
