/* UTF-8 against an independent decoder (libunistring's), byte by byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>
#include <cmocka.h>

#include "lectern/utf8.h"

/* Bytes around each border of the standard's table of well-formed bytes. */
static const unsigned char borders[] = {
	0x00, 0x01, 0x7e, 0x7f, 0x80, 0x81, 0x8e, 0x8f, 0x90, 0x91,
	0x9e, 0x9f, 0xa0, 0xa1, 0xbe, 0xbf, 0xc0, 0xc1, 0xc2, 0xc3,
	0xde, 0xdf, 0xe0, 0xe1, 0xec, 0xed, 0xee, 0xef, 0xf0, 0xf1,
	0xf3, 0xf4, 0xf5, 0xf7, 0xf8, 0xfb, 0xfc, 0xfd, 0xfe, 0xff};

#define BORDERS (sizeof borders)

/* Do these 2 or 3 bytes begin a longer well-formed sequence? From the third
 * byte on every continuation does, so 0x80 stands for all. */
static int
is_beginning(const unsigned char *s, size_t len)
{
	unsigned char whole[4] = {0, 0x80, 0x80, 0x80};
	size_t total;

	memcpy(whole, s, len);
	for (total = len + 1; total <= 4; total++)
		if (u8_mblen(whole, total) == (int)total)
			return 1;
	return 0;
}

/* The maximal subpart, by asking the other decoder for what may follow. */
static size_t
subpart(const unsigned char *s, size_t len)
{
	size_t best = 1;

	while (best < len && best < 3 && is_beginning(s, best + 1))
		best++;
	return best;
}

static void
check(const unsigned char *s, size_t len)
{
	ucs4_t expected;
	uint32_t cp = 0;
	int size = u8_mbtoucr(&expected, s, len);
	size_t used = utf8_decode((const char *)s, len, &cp);

	if (size > 0) {
		assert_int_equal(used, size);
		assert_int_equal(cp, expected);
	} else {
		assert_int_equal(cp, UTF8_BAD);
		assert_int_equal(used, subpart(s, len));
	}
}

static void
test_every_one_and_two_bytes(void **state)
{
	unsigned char s[2];
	unsigned a, b;

	(void)state;
	for (a = 0; a < 256; a++) {
		s[0] = (unsigned char)a;
		check(s, 1);
		for (b = 0; b < 256; b++) {
			s[1] = (unsigned char)b;
			check(s, 2);
		}
	}
}

static void
test_borders_of_three_and_four_bytes(void **state)
{
	unsigned char s[4];
	size_t a, b, c, d;

	(void)state;
	for (a = 0; a < BORDERS; a++) {
		for (b = 0; b < BORDERS; b++) {
			for (c = 0; c < BORDERS; c++) {
				s[0] = borders[a];
				s[1] = borders[b];
				s[2] = borders[c];
				check(s, 3);
				for (d = 0; d < BORDERS; d += 3) {
					s[3] = borders[d];
					check(s, 4);
				}
			}
		}
	}
}

static void
test_every_code_point_goes_round(void **state)
{
	char bytes[UTF8_MAX];
	uint8_t expected[6];
	uint32_t cp, back = 0;
	size_t len;

	(void)state;
	for (cp = 0; cp <= 0x10ffff; cp++) {
		len = utf8_encode(cp, bytes);
		if (cp >= 0xd800 && cp <= 0xdfff) {
			assert_int_equal(len, 3);
			assert_memory_equal(bytes, "\xef\xbf\xbd", 3);
			continue;
		}
		assert_int_equal(len, u8_uctomb(expected, cp, 6));
		assert_memory_equal(bytes, expected, len);
		assert_int_equal(utf8_decode(bytes, len, &back), len);
		assert_int_equal(back, cp);
	}
}

static void
test_beyond_unicode_is_replaced(void **state)
{
	char bytes[UTF8_MAX];

	(void)state;
	assert_int_equal(utf8_encode(0x110000, bytes), 3);
	assert_memory_equal(bytes, "\xef\xbf\xbd", 3);
	assert_int_equal(utf8_encode(UTF8_BAD, bytes), 3);
	assert_memory_equal(bytes, "\xef\xbf\xbd", 3);
}

/* The examples of Unicode 15, tables 3-8 and 3-9: how many U+FFFD each run of
 * bytes becomes. */
static void
test_maximal_subparts(void **state)
{
	static const char overlong[] = "\xc0\xaf\xe0\x80\xbf\xf0\x81\x82\x41";
	static const char surrogates[] = "\xed\xa0\x80\xed\xbf\xbf\xed\xaf\x41";
	static const char truncated[] = "\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41";

	(void)state;
	assert_int_equal(utf8_count(overlong, 9), 9);
	assert_int_equal(utf8_count(surrogates, 9), 9);
	assert_int_equal(utf8_count(truncated, 9), 5);
}

static void
test_prefix_and_count(void **state)
{
	static const char text[] = "aқ\xf0\x9f\x98\x80\xc3(";

	(void)state;
	assert_int_equal(utf8_valid_prefix(text, 9), 7);
	assert_int_equal(utf8_valid_prefix(text, 7), 7);
	assert_int_equal(utf8_valid_prefix(text, 0), 0);
	assert_int_equal(utf8_count(text, 9), 5);
	assert_int_equal(utf8_count("", 0), 0);
	assert_int_equal(utf8_count("\0\0", 2), 2);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_one_and_two_bytes),
		cmocka_unit_test(test_borders_of_three_and_four_bytes),
		cmocka_unit_test(test_every_code_point_goes_round),
		cmocka_unit_test(test_beyond_unicode_is_replaced),
		cmocka_unit_test(test_maximal_subparts),
		cmocka_unit_test(test_prefix_and_count),
	};

	return cmocka_run_group_tests_name("utf8", tests, NULL, NULL);
}
