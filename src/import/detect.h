/*
 * detect.h - in which encoding a text is, and how sure that is.
 *
 * In this order: a byte order mark; strict UTF-8, which no other text of some
 * length happens to be; zeros, which only UTF-16 and UTF-32 have; the letters
 * of Cyrillic, compared in every Cyrillic encoding; uchardet for the rest.
 *
 * Why letters: uchardet knows neither KZ-1048 nor PT154, calls both
 * windows-1251, and sees one language where our files hold three. A text that
 * is read in the wrong encoding has capitals within words, letters of no
 * language beside each other, and signs where letters should be.
 */
#ifndef IMPORT_DETECT_H
#define IMPORT_DETECT_H

#include "encodings.h"

struct detection {
	enum encoding_id id; /* ENCODING_COUNT: it is no text that we know */
	const char *
		by; /* "bom", "utf-8", "zeros", "letters", "detector"; static */
	int sure;   /* per cent */
	size_t mark; /* bytes of the byte order mark */
};

/* The byte order mark that the text begins with; false where it has none. */
bool detect_mark(const char *text, size_t len, struct detection *found);

void detect_encoding(const struct encodings *encodings, const char *text,
		     size_t len, struct detection *found);

/* How well the bytes read as Cyrillic in an encoding: points for each byte
 * above 127, at most 4, 0 where there are none. */
double detect_score_cyrillic(const uint32_t table[256], const char *text,
			     size_t len);

#endif
