#include <string.h>

#include <uchardet.h>

#include "detect.h"
#include "lectern/utf8.h"

#define DETECT_SAMPLE	 ((size_t)4 << 20) /* bytes; as long as our own texts */
#define DETECT_SEQUENCES 30
#define DETECT_LIKELY                                                          \
	1.5 /* points that Cyrillic text has and noise has not                 \
	     */

static void
detect_set(struct detection *found, enum encoding_id id, const char *by,
	   int sure)
{
	*found = (struct detection){.id = id, .by = by, .sure = sure};
}

bool
detect_mark(const char *text, size_t len, struct detection *found)
{
	static const struct {
		const char *bytes;
		size_t len;
		enum encoding_id id;
	} marks[] = {
		{"\xef\xbb\xbf", 3, ENCODING_UTF_8},
		{"\xff\xfe\0\0", 4, ENCODING_UTF_32LE},
		{"\0\0\xfe\xff", 4, ENCODING_UTF_32BE},
		{"\xff\xfe", 2, ENCODING_UTF_16LE},
		{"\xfe\xff", 2, ENCODING_UTF_16BE},
		{"\x84\x31\x95\x33", 4, ENCODING_GB18030},
	};
	size_t i;

	for (i = 0; i < sizeof marks / sizeof *marks; i++)
		if (len >= marks[i].len &&
		    !memcmp(text, marks[i].bytes, marks[i].len)) {
			detect_set(found, marks[i].id, "bom", 100);
			found->mark = marks[i].len;
			return true;
		}
	return false;
}

/* One unit of UTF-16 or UTF-32, as a number. */
static uint32_t
detect_unit(const unsigned char *at, enum encoding_id id)
{
	switch (id) {
	case ENCODING_UTF_16LE:
		return at[0] | (uint32_t)at[1] << 8;
	case ENCODING_UTF_16BE:
		return at[1] | (uint32_t)at[0] << 8;
	case ENCODING_UTF_32LE:
		return at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
		       (uint32_t)at[3] << 24;
	default:
		return at[3] | (uint32_t)at[2] << 8 | (uint32_t)at[1] << 16 |
		       (uint32_t)at[0] << 24;
	}
}

/* Characters of the scripts that briefs are written in. */
static bool
detect_is_usual(uint32_t cp)
{
	return cp == '\t' || cp == '\n' || cp == '\r' ||
	       (cp >= ' ' && cp < 0x7f) || (cp >= 0xa0 && cp < 0x250) ||
	       (cp >= 0x400 && cp < 0x530) || (cp >= 0x600 && cp < 0x700) ||
	       (cp >= 0x2000 && cp < 0x2130) || (cp >= 0x3000 && cp < 0x3040) ||
	       (cp >= 0x4e00 && cp < 0xa000) || (cp >= 0xff00 && cp < 0xff66);
}

/* Per cent of the units that are such characters. */
static int
detect_count_usual(const char *text, size_t len, enum encoding_id id)
{
	size_t unit = encoding_unit(id), count = len / unit, usual = 0, i;

	for (i = 0; i < count; i++)
		usual += detect_is_usual(detect_unit(
			(const unsigned char *)text + i * unit, id));
	return count ? (int)(usual * 100 / count) : 0;
}

/* Zeros: no single byte text has them. */
static bool
detect_wide(const char *text, size_t len, struct detection *found)
{
	enum encoding_id id;
	int usual;

	if (!memchr(text, '\0', len))
		return false;
	detect_set(found, ENCODING_COUNT, "zeros", 0);
	for (id = ENCODING_UTF_16LE; id <= ENCODING_UTF_32BE; id++) {
		usual = detect_count_usual(text, len, id);
		if (usual > found->sure && usual >= 80)
			detect_set(found, id, "zeros", usual);
	}
	return true;
}

/*
 * The Cyrillic encoding it reads best in. Of two that read the same the
 * commoner one, which stands first, is meant. How sure: the distance to the
 * next that reads otherwise.
 */
static bool
detect_cyrillic(const struct encodings *encodings, const char *text, size_t len,
		struct detection *found)
{
	double best = DETECT_LIKELY, second = 0, score;
	enum encoding_id id, best_id = ENCODING_COUNT;
	int sure;

	for (id = ENCODING_CYRILLIC_FIRST; id < ENCODING_CYRILLIC_END; id++) {
		score = detect_score_cyrillic(
			encodings->cyrillic[id - ENCODING_CYRILLIC_FIRST], text,
			len);
		if (score > best) {
			second = best_id == ENCODING_COUNT ? second : best;
			best = score;
			best_id = id;
		} else if (score < best && score > second)
			second = score;
	}
	if (best_id == ENCODING_COUNT)
		return false;
	sure = 60 + (int)((best - second) * 100);
	detect_set(found, best_id, "letters", sure > 99 ? 99 : sure);
	return true;
}

/* What uchardet calls by names that are not of our list is Latin of some
 * kind, which windows-1252 reads best. */
static void
detect_rest(const char *text, size_t len, struct detection *found)
{
	uchardet_t detector = uchardet_new();
	enum encoding_id id = ENCODING_COUNT;
	const char *name = "";
	int sure = 80;

	if (detector && !uchardet_handle_data(detector, text, len)) {
		uchardet_data_end(detector);
		name = uchardet_get_charset(detector);
		id = encoding_find(name);
	}
	if (id == ENCODING_COUNT || id == ENCODING_UTF_8) {
		id = ENCODING_WINDOWS_1252;
		sure = *name ? 40 : 20;
	}
	detect_set(found, id, "detector", sure);
	if (detector)
		uchardet_delete(detector);
}

/*
 * Sequences of GB18030 in a text that has nothing else above 127; 0 where it
 * has. Most of two bytes are those that GB 2312 has: Latin letters with
 * accents make others, before a letter.
 */
static size_t
detect_count_chinese(const char *text, size_t len)
{
	const unsigned char *at = (const unsigned char *)text, *end = at + len;
	size_t count = 0, others = 0;

	while (at < end) {
		if (*at < 0x80) {
			at++;
			continue;
		}
		if (*at == 0x80 || *at == 0xff || end - at < 2)
			/* A sample may end within one. */
			break;
		if (at[1] >= 0xa1 && at[1] <= 0xfe && *at >= 0xa1)
			at += 2;
		else if (at[1] >= '0' && at[1] <= '9' && end - at >= 4)
			at += 4;
		else if (at[1] >= 0x40 && at[1] != 0x7f && at[1] != 0xff) {
			at += 2;
			others++;
		} else
			return 0;
		count++;
	}
	return end - at < 2 && others * 10 <= count ? count : 0;
}

/* Enough of them are no chance: words of other texts have an odd number of
 * letters every other time. */
static bool
detect_chinese(const char *text, size_t len, struct detection *found)
{
	if (detect_count_chinese(text, len) < DETECT_SEQUENCES)
		return false;
	detect_rest(text, len, found);
	if (found->id != ENCODING_BIG5)
		detect_set(found, ENCODING_GB18030, "letters", 95);
	return true;
}

void
detect_encoding(const struct encodings *encodings, const char *text, size_t len,
		struct detection *found)
{
	size_t sample = len < DETECT_SAMPLE ? len : DETECT_SAMPLE;

	if (detect_mark(text, len, found))
		return;
	if (detect_wide(text, sample, found))
		return;
	if (utf8_valid_prefix(text, len) == len) {
		detect_set(found, ENCODING_UTF_8, "utf-8", 100);
		return;
	}
	if (!detect_chinese(text, sample, found) &&
	    !detect_cyrillic(encodings, text, sample, found))
		detect_rest(text, sample, found);
}
