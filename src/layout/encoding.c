#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <uninorm.h>

#include "config.h"
#include "lectern/encoding.h"
#include "lectern/memory.h"
#include "lectern/utf8.h"
#include "width.h"

struct encoding {
	iconv_t to; /* (iconv_t)-1: plain ASCII */
	uint32_t lost[ENCODING_LOST_MAX];
	size_t lost_count;
};

struct encoding_fallback {
	uint32_t cp;
	const char *ascii;
};

/* By code point. Box drawing is answered with one character a cell. */
static const struct encoding_fallback encoding_fallbacks[] = {
	{0x00a0, " "},	{0x00a7, "par."}, {0x00ab, "\""},  {0x00b0, "o"},
	{0x00b7, "-"},	{0x00bb, "\""},	  {0x00d7, "x"},   {0x2002, " "},
	{0x2003, " "},	{0x2007, " "},	  {0x2009, " "},   {0x2010, "-"},
	{0x2011, "-"},	{0x2012, "-"},	  {0x2013, "-"},   {0x2014, "-"},
	{0x2015, "-"},	{0x2018, "'"},	  {0x2019, "'"},   {0x201a, "'"},
	{0x201b, "'"},	{0x201c, "\""},	  {0x201d, "\""},  {0x201e, "\""},
	{0x201f, "\""}, {0x2022, "*"},	  {0x2026, "..."}, {0x202f, " "},
	{0x2032, "'"},	{0x2033, "\""},	  {0x2039, "<"},   {0x203a, ">"},
	{0x2044, "/"},	{0x20ac, "EUR"},  {0x2116, "No."}, {0x2122, "(TM)"},
	{0x2190, "<-"}, {0x2192, "->"},	  {0x2212, "-"},   {0x2500, "-"},
	{0x2501, "-"},	{0x2502, "|"},	  {0x2503, "|"},   {0x250c, "+"},
	{0x2510, "+"},	{0x2514, "+"},	  {0x2518, "+"},   {0x251c, "+"},
	{0x2524, "+"},	{0x252c, "+"},	  {0x2534, "+"},   {0x253c, "+"},
	{0x2550, "="},	{0x2551, "|"},	  {0x2588, "#"},   {0x258c, "|"},
	{0x2590, "|"},	{0x2591, "."},	  {0x25a0, "#"},   {0x25b6, ">"},
	{0x25b8, ">"},	{0x25cf, "*"},	  {0x2713, "+"},   {0x2717, "x"},
};

bool
is_encoding_known(const char *name)
{
	iconv_t to;

	if (!strcasecmp(name, "UTF-8") || !strcasecmp(name, "utf8"))
		return true;
	to = iconv_open(name, "UTF-8");
	if (to == (iconv_t)-1)
		return false;
	iconv_close(to);
	return true;
}

struct encoding *
encoding_new(const char *name)
{
	struct encoding *encoding;

	if (!name || !strcasecmp(name, "UTF-8") || !strcasecmp(name, "utf8"))
		return NULL;
	encoding = mem_alloc(1, sizeof *encoding);
	encoding->to = iconv_open(name, "UTF-8");
	if (encoding->to == (iconv_t)-1)
		encoding->to = iconv_open("US-ASCII", "UTF-8");
	return encoding;
}

void
encoding_free(struct encoding *encoding)
{
	if (!encoding)
		return;
	if (encoding->to != (iconv_t)-1)
		iconv_close(encoding->to);
	free(encoding);
}

/* One character; false where the encoding has none for it. Byte for byte is
 * right for ASCII alone, when there is no iconv to ask. */
static bool
encoding_try(struct encoding *encoding, const char *bytes, size_t len,
	     struct buffer *out)
{
	char room[32];
	char *from = (char *)bytes, *to = room;
	size_t left = len, space = sizeof room;
	size_t result;

	if (encoding->to == (iconv_t)-1) {
		if ((unsigned char)bytes[0] < 0x80)
			buffer_append(out, bytes, len);
		return (unsigned char)bytes[0] < 0x80;
	}
	result = iconv(encoding->to, (ICONV_CONST char **)&from, &left, &to,
		       &space);
	/* A number above 0 counts replacements of iconv's own choice. */
	if (result != 0)
		return false;
	buffer_append(out, room, (size_t)(to - room));
	return true;
}

static const char *
encoding_fallback(uint32_t cp)
{
	size_t i,
		count = sizeof encoding_fallbacks / sizeof *encoding_fallbacks;

	for (i = 0; i < count; i++)
		if (encoding_fallbacks[i].cp == cp)
			return encoding_fallbacks[i].ascii;
	return NULL;
}

static void
encoding_remember(struct encoding *encoding, uint32_t cp)
{
	size_t i;

	for (i = 0; i < encoding->lost_count; i++)
		if (encoding->lost[i] == cp)
			return;
	if (i < ENCODING_LOST_MAX)
		encoding->lost[encoding->lost_count++] = cp;
}

size_t
encoding_lost(const struct encoding *encoding, const uint32_t **cps)
{
	*cps = encoding ? encoding->lost : NULL;
	return encoding ? encoding->lost_count : 0;
}

/* Returns the characters written. */
static int
encoding_put(struct encoding *encoding, const char *bytes, size_t len,
	     uint32_t cp, struct buffer *out, size_t *lost)
{
	const char *ascii;
	int count;

	if (encoding_try(encoding, bytes, len, out))
		return width_of(cp);
	ascii = encoding_fallback(cp);
	if (!ascii) {
		*lost += 1;
		encoding_remember(encoding, cp);
		ascii = width_of(cp) ? "?" : "";
	}
	for (count = 0; ascii[count]; count++)
		encoding_try(encoding, ascii + count, 1, out);
	return count;
}

int
encoding_convert(struct encoding *encoding, const char *text, size_t len,
		 struct buffer *out, size_t *lost)
{
	uint8_t *composed = NULL;
	size_t size = 0, at = 0, step;
	uint32_t cp;
	int count = 0;

	/* Old encodings have letters with their marks, and no marks alone. */
	if (len > 1)
		composed = u8_normalize(UNINORM_NFC, (const uint8_t *)text, len,
					NULL, &size);
	if (composed) {
		text = (const char *)composed;
		len = size;
	}
	for (; at < len; at += step) {
		step = utf8_decode(text + at, len - at, &cp);
		count += encoding_put(encoding, text + at, step, cp, out, lost);
	}
	free(composed);
	return count;
}

void
encoding_finish(struct encoding *encoding, struct buffer *out)
{
	char room[32];
	char *to = room;
	size_t space = sizeof room;

	if (encoding->to == (iconv_t)-1)
		return;
	if (iconv(encoding->to, NULL, NULL, &to, &space) != (size_t)-1)
		buffer_append(out, room, (size_t)(to - room));
}
