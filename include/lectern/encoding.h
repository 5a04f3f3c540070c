/*
 * encoding.h - UTF-8 into the encoding of a locale or an old printer.
 *
 * Not iconv's //TRANSLIT: what it makes of a dash differs from system to
 * system. A small table of our own keeps typographic characters readable;
 * what is left is '?', and counted, so that the reader is told.
 */
#ifndef LECTERN_ENCODING_H
#define LECTERN_ENCODING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/buffer.h"

struct encoding;

/* Distinct characters that are remembered as lost. */
#define ENCODING_LOST_MAX 64

/* Does iconv know it? UTF-8 is always known. */
bool is_encoding_known(const char *name);

/* NULL for UTF-8, where there is nothing to do. An encoding that iconv does
 * not know is taken as ASCII. */
struct encoding *encoding_new(const char *name);
void encoding_free(struct encoding *encoding);

/*
 * Append text[0..len), valid UTF-8, converted. Adds to *lost what became
 * '?'. Returns the characters written; a combining mark counts as none.
 */
int encoding_convert(struct encoding *encoding, const char *text, size_t len,
		     struct buffer *out, size_t *lost);

/* The characters that became '?' so far, each once, the first
 * ENCODING_LOST_MAX; *cps is valid until the next conversion. */
size_t encoding_lost(const struct encoding *encoding, const uint32_t **cps);

/* Append what returns a stateful encoding to its first state. */
void encoding_finish(struct encoding *encoding, struct buffer *out);

#endif
