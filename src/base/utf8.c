#include <string.h>

#include "lectern/utf8.h"

/*
 * Table 3-7: the first byte fixes the length and the range of the second;
 * every later byte is 80..BF.
 */
static size_t
utf8_shape(unsigned char first, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xbf;
	if (first >= 0xc2 && first <= 0xdf)
		return 2;
	if (first >= 0xe0 && first <= 0xef) {
		if (first == 0xe0)
			*low = 0xa0;
		if (first == 0xed)
			*high = 0x9f;
		return 3;
	}
	if (first >= 0xf0 && first <= 0xf4) {
		if (first == 0xf0)
			*low = 0x90;
		if (first == 0xf4)
			*high = 0x8f;
		return 4;
	}
	return 0;
}

size_t
utf8_decode(const char *s, size_t len, uint32_t *cp)
{
	const unsigned char *b = (const unsigned char *)s;
	unsigned char low, high;
	size_t size, i;
	uint32_t value;

	if (b[0] < 0x80) {
		*cp = b[0];
		return 1;
	}
	*cp = UTF8_BAD;
	size = utf8_shape(b[0], &low, &high);
	if (!size)
		return 1;
	value = b[0] & (0x7fu >> size);
	for (i = 1; i < size; i++) {
		if (i == len || b[i] < low || b[i] > high)
			return i;
		value = value << 6 | (b[i] & 0x3fu);
		low = 0x80;
		high = 0xbf;
	}
	*cp = value;
	return size;
}

size_t
utf8_encode(uint32_t cp, char out[UTF8_MAX])
{
	if (cp > 0x10ffff || (cp >= 0xd800 && cp <= 0xdfff))
		cp = UTF8_REPLACEMENT;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	if (cp < 0x800) {
		out[0] = (char)(0xc0 | cp >> 6);
		out[1] = (char)(0x80 | (cp & 0x3f));
		return 2;
	}
	if (cp < 0x10000) {
		out[0] = (char)(0xe0 | cp >> 12);
		out[1] = (char)(0x80 | (cp >> 6 & 0x3f));
		out[2] = (char)(0x80 | (cp & 0x3f));
		return 3;
	}
	out[0] = (char)(0xf0 | cp >> 18);
	out[1] = (char)(0x80 | (cp >> 12 & 0x3f));
	out[2] = (char)(0x80 | (cp >> 6 & 0x3f));
	out[3] = (char)(0x80 | (cp & 0x3f));
	return 4;
}

/* Bytes of ASCII at the beginning, eight at a time: most text is. */
static size_t
utf8_ascii_prefix(const char *s, size_t len)
{
	size_t at = 0;
	uint64_t eight;

	for (; at + sizeof eight <= len; at += sizeof eight) {
		memcpy(&eight, s + at, sizeof eight);
		if (eight & UINT64_C(0x8080808080808080))
			break;
	}
	while (at < len && (unsigned char)s[at] < 0x80)
		at++;
	return at;
}

size_t
utf8_valid_prefix(const char *s, size_t len)
{
	size_t at = 0, size;
	uint32_t cp;

	while (at < len) {
		at += utf8_ascii_prefix(s + at, len - at);
		if (at == len)
			break;
		size = utf8_decode(s + at, len - at, &cp);
		if (cp == UTF8_BAD)
			break;
		at += size;
	}
	return at;
}

size_t
utf8_count(const char *s, size_t len)
{
	size_t at = 0, count = 0;
	uint32_t cp;

	for (; at < len; count++)
		at += utf8_decode(s + at, len - at, &cp);
	return count;
}
