/*
 * encodings.h - the encodings that are read, and no others.
 *
 * What a person may name and what can be found out is this list; iconv opens
 * all of it before the process gives its files up. Names are those of the
 * IANA registry, in the registry's case where it matters to nobody.
 */
#ifndef IMPORT_ENCODINGS_H
#define IMPORT_ENCODINGS_H

#include <iconv.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum encoding_id {
	ENCODING_UTF_8,
	ENCODING_UTF_16LE,
	ENCODING_UTF_16BE,
	ENCODING_UTF_32LE,
	ENCODING_UTF_32BE,
	ENCODING_WINDOWS_1251, /* from here single bytes, Cyrillic */
	ENCODING_KOI8_R,
	ENCODING_KOI8_U,
	ENCODING_CP866,
	ENCODING_ISO_8859_5,
	ENCODING_MAC_CYRILLIC,
	ENCODING_KZ_1048,
	ENCODING_PT154, /* to here */
	ENCODING_WINDOWS_1252,
	ENCODING_ISO_8859_1,
	ENCODING_ISO_8859_15,
	ENCODING_WINDOWS_1256,
	ENCODING_GB18030,
	ENCODING_BIG5,
	ENCODING_COUNT
};

#define ENCODING_CYRILLIC_FIRST ENCODING_WINDOWS_1251
#define ENCODING_CYRILLIC_END	(ENCODING_PT154 + 1)
#define ENCODING_CYRILLIC_COUNT                                                \
	(ENCODING_CYRILLIC_END - ENCODING_CYRILLIC_FIRST)

struct encodings {
	iconv_t converters[ENCODING_COUNT]; /* (iconv_t)-1: not on this system
					     */
	/* What each byte of a Cyrillic encoding is; 0 where it is nothing. */
	uint32_t cyrillic[ENCODING_CYRILLIC_COUNT][256];
};

void encodings_open(struct encodings *encodings);
void encodings_close(struct encodings *encodings);

/* "windows-1251" */
const char *encoding_name(enum encoding_id id);

/* By any of its names, whatever the case; ENCODING_COUNT where it is not of
 * the list. "UTF-16" and "UTF-32" are theirs without a mark: little end
 * first. */
enum encoding_id encoding_find(const char *name);

/* Bytes of the smallest unit: 1, 2 or 4. */
size_t encoding_unit(enum encoding_id id);

#endif
