/* The output filter: every code point, every promise, twice over. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>
#include <unictype.h>

#include "lectern/filter.h"
#include "lectern/utf8.h"
#include "random_text.h"

static void
assert_filtered_bytes(const char *text, size_t len, enum sink sink,
		      const char *expected)
{
	struct buffer out = BUFFER_INIT;

	filter_text(text, len, sink, &out);
	assert_string_equal(out.data, expected);
	assert_int_equal(out.len, strlen(expected));
	buffer_release(&out);
}

static void
assert_filtered(const char *text, enum sink sink, const char *expected)
{
	assert_filtered_bytes(text, strlen(text), sink, expected);
}

/* What may never reach a sink, decided without our tables. */
static bool
is_forbidden(uint32_t cp)
{
	if (cp == '\t' || cp == '\n' || cp == 0x200c || cp == 0x200d ||
	    (cp >= 0x20 && cp < 0x7f))
		return false;
	return uc_is_general_category(cp, UC_CATEGORY_Cc) ||
	       uc_is_general_category(cp, UC_CATEGORY_Cs) ||
	       uc_is_general_category(cp, UC_CATEGORY_Co) ||
	       uc_is_general_category(cp, UC_CATEGORY_Zl) ||
	       uc_is_general_category(cp, UC_CATEGORY_Zp) ||
	       uc_is_property_bidi_control(cp) ||
	       uc_is_property_not_a_character(cp) ||
	       uc_is_property_default_ignorable_code_point(cp) ||
	       (cp >= 0xe0000 && cp <= 0xe0fff);
}

/* Filtered text is sound, and filtering it again changes nothing. */
static void
assert_sound(const struct buffer *once, enum sink sink)
{
	struct buffer twice = BUFFER_INIT;
	size_t at = 0, marks = 0;
	uint32_t cp;

	while (at < once->len) {
		at += utf8_decode(once->data + at, once->len - at, &cp);
		assert_int_not_equal(cp, UTF8_BAD);
		assert_false(is_forbidden(cp));
		marks = uc_is_general_category(cp, UC_CATEGORY_M) ? marks + 1
								  : 0;
		assert_true(marks <= 4);
	}
	filter_text(once->data, once->len, sink, &twice);
	assert_int_equal(twice.len, once->len);
	assert_memory_equal(twice.data, once->data, once->len);
	buffer_release(&twice);
}

static void
assert_idempotent(const struct buffer *text)
{
	struct buffer once = BUFFER_INIT;
	int sink;

	for (sink = SINK_SCREEN; sink <= SINK_PRINT; sink++) {
		buffer_reset(&once);
		filter_text(text->data, text->len, sink, &once);
		assert_true(once.len <= filter_bound(text->len));
		assert_sound(&once, sink);
	}
	buffer_release(&once);
}

static void
test_controls_become_tokens(void **state)
{
	(void)state;
	assert_filtered("a\033[31mb", SINK_SCREEN, "a<U+001B>[31mb");
	assert_filtered("a\033[31mb", SINK_PRINT, "a<U+001B>[31mb");
	assert_filtered("a\r\n\tb\177", SINK_SCREEN, "a<U+000D>\n\tb<U+007F>");
	assert_filtered("\xc2\x9b"
			"2J",
			SINK_SCREEN, "<U+009B>2J");
	assert_filtered("\xe2\x80\xae", SINK_PRINT, "<U+202E>");
	assert_filtered("\xe2\x80\xa8\xe2\x80\xa9", SINK_SCREEN,
			"<U+2028><U+2029>");
	assert_filtered("\xf3\xa0\x81\x81", SINK_SCREEN, "<U+E0041>");
	assert_filtered("\xf4\x8f\xbf\xbf", SINK_SCREEN, "<U+10FFFF>");
	assert_filtered("\xee\x80\x80", SINK_PRINT, "<U+E000>");
	assert_filtered_bytes("a\0b", 3, SINK_SCREEN, "a<U+0000>b");
}

static void
test_zero_width(void **state)
{
	(void)state;
	assert_filtered("re\xc2\xadso", SINK_SCREEN, "re<U+00AD>so");
	assert_filtered("re\xc2\xadso", SINK_PRINT, "reso");
	assert_filtered("a\u200bb\ufeffc\u2060d", SINK_SCREEN,
			"a<U+200B>b<U+FEFF>c<U+2060>d");
	assert_filtered("a\u200bb\ufeffc\u2060d", SINK_PRINT, "abcd");
	assert_filtered("\u00a0\u202f\u2011", SINK_SCREEN,
			"\u00a0\u202f\u2011");
}

static void
test_joiners_between_letters_that_join(void **state)
{
	(void)state;
	/* Persian "mikhaham"; Devanagari ka, virama, joiner, ssa. */
	assert_filtered("می\u200cخواهم", SINK_SCREEN, "می\u200cخواهم");
	assert_filtered("क्\u200dष", SINK_SCREEN, "क्\u200dष");
	assert_filtered("a\u200cb", SINK_SCREEN, "a<U+200C>b");
	assert_filtered("a\u200cb", SINK_PRINT, "ab");
	assert_filtered("\u200cم", SINK_PRINT, "م");
	assert_filtered("م\u200d ", SINK_SCREEN, "م<U+200D> ");
	assert_filtered("م\u200c\u200cم", SINK_PRINT, "م\u200cم");
	assert_filtered("👨\u200d👩", SINK_SCREEN, "👨<U+200D>👩");
}

static void
test_four_marks(void **state)
{
	(void)state;
	assert_filtered("e\u0301\u0302\u0303\u0304\u0305\u0306f\u0301",
			SINK_SCREEN, "e\u0301\u0302\u0303\u0304f\u0301");
	/* What print drops does not make room for more marks. */
	assert_filtered("e\u0301\u0302\u0303\u0304\u200b\u0305", SINK_PRINT,
			"e\u0301\u0302\u0303\u0304");
	assert_filtered("e\u0301\u0302\u0303\u0304\u200b\u0305", SINK_SCREEN,
			"e\u0301\u0302\u0303\u0304<U+200B>\u0305");
}

static void
test_malformed(void **state)
{
	(void)state;
	assert_filtered("a\xc0\xaf"
			"b",
			SINK_SCREEN,
			"a\ufffd\ufffd"
			"b");
	assert_filtered("\xe2\x80", SINK_SCREEN, "\ufffd");
	assert_filtered("\xed\xa0\x80", SINK_SCREEN, "\ufffd\ufffd\ufffd");
	assert_filtered("\xf4\x90\x80\x80", SINK_PRINT,
			"\ufffd\ufffd\ufffd\ufffd");
	assert_filtered("\xf0\x9f\x98 x", SINK_PRINT, "\ufffd x");
}

/* Each code point: after a letter, after a mark, between letters that join.
 * Of the planes of Han and those where nothing stands, some are tried. */
static void
test_every_code_point(void **state)
{
	static const char *const around[] = {"a", "\u0301", "\u0643", "\u0643"};
	struct buffer text = BUFFER_INIT;
	uint32_t cp;
	size_t i;

	(void)state;
	for (cp = 0; cp < 0x110000; cp++) {
		if (is_forbidden(cp))
			assert_int_not_equal(filter_code_point(cp, SINK_SCREEN),
					     FILTER_KEEP);
		if (cp >= 0xd800 && cp < 0xe000)
			continue;
		if (cp >= 0x20000 && (cp >> 16 != 14) && cp % 61 &&
		    (cp & 0xffff) < 0xfff0)
			continue;
		buffer_reset(&text);
		for (i = 0; i < sizeof around / sizeof around[0]; i++) {
			buffer_append_string(&text, around[i]);
			buffer_append_char(&text, cp);
		}
		assert_idempotent(&text);
	}
	buffer_release(&text);
}

/* Letters, figures and punctuation of any script pass as they are. */
static void
test_text_is_kept(void **state)
{
	uint32_t cp;

	(void)state;
	for (cp = 0x20; cp < 0x110000; cp++) {
		if (uc_is_property_default_ignorable_code_point(cp) ||
		    !uc_is_general_category_withtable(
			    cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N |
					UC_CATEGORY_MASK_P |
					UC_CATEGORY_MASK_S |
					UC_CATEGORY_MASK_Zs))
			continue;
		assert_int_equal(filter_code_point(cp, SINK_SCREEN),
				 FILTER_KEEP);
		assert_int_equal(filter_code_point(cp, SINK_PRINT),
				 FILTER_KEEP);
	}
}

static void
test_random_text_is_idempotent(void **state)
{
	struct random random = {UINT64_C(0x9e3779b97f4a7c15)};
	struct buffer text = BUFFER_INIT;
	int i;

	(void)state;
	for (i = 0; i < 20000; i++) {
		buffer_reset(&text);
		if (i % 2)
			random_append(&random, random_next(&random, 40), &text);
		else
			random_append_bytes(&random, random_next(&random, 40),
					    &text);
		assert_idempotent(&text);
	}
	buffer_release(&text);
}

static void
test_map_leads_back(void **state)
{
	static const char text[] = "a\033\xc3\xa9\xff\xc2\xad"
				   "b";
	static const size_t expected[] = {0, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 4,
					  4, 4, 5, 5, 5, 5, 5, 5, 5, 5, 7};
	size_t map[8 * sizeof text];
	struct buffer out = BUFFER_INIT;

	(void)state;
	filter_text_mapped(text, sizeof text - 1, SINK_SCREEN, &out, map);
	assert_string_equal(out.data, "a<U+001B>é\ufffd<U+00AD>b");
	assert_int_equal(out.len, sizeof expected / sizeof expected[0]);
	assert_memory_equal(map, expected, sizeof expected);
	buffer_release(&out);
}

static void
test_bound_is_reached_and_kept(void **state)
{
	struct buffer text = BUFFER_INIT, out = BUFFER_INIT;
	int i;

	(void)state;
	for (i = 0; i < 1000; i++)
		buffer_append_byte(&text, '\033');
	filter_text(text.data, text.len, SINK_SCREEN, &out);
	assert_int_equal(out.len, filter_bound(text.len));
	buffer_release(&text);
	buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_controls_become_tokens),
		cmocka_unit_test(test_zero_width),
		cmocka_unit_test(test_joiners_between_letters_that_join),
		cmocka_unit_test(test_four_marks),
		cmocka_unit_test(test_malformed),
		cmocka_unit_test(test_every_code_point),
		cmocka_unit_test(test_text_is_kept),
		cmocka_unit_test(test_random_text_is_idempotent),
		cmocka_unit_test(test_map_leads_back),
		cmocka_unit_test(test_bound_is_reached_and_kept),
	};

	return cmocka_run_group_tests_name("filter", tests, NULL, NULL);
}
