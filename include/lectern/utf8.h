/*
 * utf8.h - strict UTF-8, as Unicode 15 table 3-7 and RFC 3629 define it.
 *
 * No overlong forms, no surrogates, nothing above U+10FFFF. A bad run is
 * consumed as the standard's "maximal subpart": each yields one U+FFFD when
 * shown, and its byte offset goes into a diagnostic.
 */
#ifndef LECTERN_UTF8_H
#define LECTERN_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define UTF8_BAD	 UINT32_C(0xffffffff)
#define UTF8_REPLACEMENT UINT32_C(0xfffd)
#define UTF8_MAX	 4

/*
 * Decode one code point from s[0..len), len > 0. Returns the bytes consumed,
 * at least 1, and sets *cp; a malformed subpart sets *cp to UTF8_BAD.
 */
size_t utf8_decode(const char *s, size_t len, uint32_t *cp);

/* Encode cp into out[4] and return the length; U+FFFD when cp is invalid. */
size_t utf8_encode(uint32_t cp, char out[UTF8_MAX]);

/* Offset of the first malformed byte, or len when there is none. */
size_t utf8_valid_prefix(const char *s, size_t len);

/* Code points in s[0..len); a malformed subpart counts as one. */
size_t utf8_count(const char *s, size_t len);

#endif
