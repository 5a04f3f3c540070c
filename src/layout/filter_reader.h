/*
 * filter_reader.h - the filter one step at a time, for code of this folder
 * that wants code points and where they came from, not a second copy.
 */
#ifndef LAYOUT_FILTER_READER_H
#define LAYOUT_FILTER_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/filter.h"

#define FILTER_TOKEN_MAX 12 /* "<U+10FFFF>" and a NUL */

struct filter_reader {
	const char *text;
	size_t len, at;
	enum sink sink;
	uint32_t base; /* the last code point let through that is no mark */
	int marks;     /* let through since */
	char token[FILTER_TOKEN_MAX];
};

/* What was let through: bytes[0..len), code points of text[source..). */
struct filter_piece {
	const char *bytes; /* in the text, in the reader, or static */
	size_t len;
	size_t source;
	uint32_t cp; /* UTF8_BAD where the bytes are a token */
};

void filter_reader_init(struct filter_reader *reader, const char *text,
			size_t len, enum sink sink);

/* The next piece; false at the end. */
bool filter_reader_next(struct filter_reader *reader,
			struct filter_piece *piece);

/* Is it a combining mark (general category M)? */
bool filter_is_mark(uint32_t cp);

#endif
