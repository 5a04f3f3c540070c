/*
 * decode.h - any text, as UTF-8.
 *
 * Nothing is dropped in silence: a byte that means nothing in the encoding
 * becomes U+FFFD, is counted, and the offsets of the first ones are told.
 * Ends of lines become LF, and a byte order mark goes.
 */
#ifndef IMPORT_DECODE_H
#define IMPORT_DECODE_H

#include "encodings.h"
#include "stream.h"

#define DECODE_TEXT_MAX	  ((size_t)32 << 20)
#define DECODE_PLACES_MAX 20

/* 'name': the encoding a person says it is, or NULL. */
void decode_read(const struct encodings *encodings, const char *name,
		 struct import_in *in, struct import_out *out);

#endif
