/* Ids of sections: normal form, order, ranges, words for "paragraph". */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/section_id.h"

struct pair {
	const char *from, *to;
};

static void
test_normal_form(void **state)
{
	static const struct pair cases[] = {
		{"2.2.4", "2.2.4"},
		{" 2.2.4. ", "2.2.4"},
		{"2.2.7–2.2.9", "2.2.7-2.2.9"},
		{"2,2,9", "2.2.9"},
		{"2.2.7 — 2.2.9", "2.2.7-2.2.9"},
		{"2.2.7-9", "2.2.7-2.2.9"},
		{"٢.٢.٤", "2.2.4"},
		{"２．２．４", "2.2.4"},
		{"Israel", "israel"},
		{"ИЗРАИЛЬ", "израиль"},
		{"a b", "ab"},
		{"", ""},
		{"-", "-"},
		{"...", ""},
		{"5-7", "5-7"},
	};
	struct buffer out = BUFFER_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		buffer_reset(&out);
		section_id_normalise(cases[i].from, strlen(cases[i].from),
				     &out);
		assert_string_equal(out.data, cases[i].to);
	}
	buffer_release(&out);
}

static void
test_normal_form_is_stable(void **state)
{
	static const char *const texts[] = {"2.2.7–9", "Q—1", "２", "a.",
					    "7-7"};
	struct buffer once = BUFFER_INIT, twice = BUFFER_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		buffer_reset(&once);
		buffer_reset(&twice);
		section_id_normalise(texts[i], strlen(texts[i]), &once);
		section_id_normalise(once.data, once.len, &twice);
		assert_string_equal(once.data, twice.data);
	}
	buffer_release(&once);
	buffer_release(&twice);
}

/* Each before the next; every pair is compared both ways. */
static void
test_order(void **state)
{
	static const char *const order[] = {
		"",	     "1",
		"2",	     "2a",
		"2-4",	     "2.2",
		"2.2.1",     "2.2.4",
		"2.2.7",     "2.2.7-2.2.9",
		"2.2.8",     "2.2.9",
		"2.2.10",    "2.10",
		"10",	     "123456789012345678901234567890",
		"israel",    "israel-2",
		"israel-10", "kazakhstan",
	};
	size_t count = sizeof order / sizeof order[0], i, j;
	int got;

	(void)state;
	for (i = 0; i < count; i++) {
		for (j = 0; j < count; j++) {
			got = section_id_compare(order[i], order[j]);
			assert_int_equal((got > 0) - (got < 0),
					 (i > j) - (i < j));
		}
	}
	assert_int_equal(section_id_compare("2.02.4", "2.2.04"), 0);
}

static void
test_covers(void **state)
{
	(void)state;
	assert_true(section_id_covers("2.2.4", "2.2.4"));
	assert_true(section_id_covers("israel", "israel"));
	assert_true(section_id_covers("2.2.7-2.2.9", "2.2.7"));
	assert_true(section_id_covers("2.2.7-2.2.9", "2.2.8"));
	assert_true(section_id_covers("2.2.7-2.2.9", "2.2.9"));
	assert_true(section_id_covers("2.2.7-2.2.9", "2.2.9.3"));
	assert_true(section_id_covers("2.2.7-2.2.9", "2.2.7-2.2.8"));
	assert_true(section_id_covers("2.2.9-2.2.11", "2.2.10"));
	assert_false(section_id_covers("2.2.7-2.2.9", "2.2.10"));
	assert_false(section_id_covers("2.2.7-2.2.9", "2.2.6"));
	assert_false(section_id_covers("2.2.7-2.2.9", "2.2"));
	assert_false(section_id_covers("2.2.7-2.2.9", "2.2.8-2.2.10"));
	assert_false(section_id_covers("2.2.4", "2.2.4.1"));
	assert_false(section_id_covers("", "2.2.4"));
	assert_false(section_id_covers("israel", "2.2.4"));
}

static void
test_numeric(void **state)
{
	(void)state;
	assert_true(is_numeric_id("5"));
	assert_true(is_numeric_id("2.2.4"));
	assert_true(is_numeric_id("2.2.7-2.2.9"));
	assert_false(is_numeric_id(""));
	assert_false(is_numeric_id("2..4"));
	assert_false(is_numeric_id("2."));
	assert_false(is_numeric_id("-2"));
	assert_false(is_numeric_id("1-2-3"));
	assert_false(is_numeric_id("2a"));
}

/* The words are in tests/brief/texts/sections-languages.md; here what must
 * not be taken for a number. */
static void
test_heading(void **state)
{
	static const struct pair cases[] = {
		{"Paragraph 2.2.4", "2.2.4"},
		{"art. 3", "3"},
		{"Article premier", "1"},
		{"op 4", "4"},
		{"PARAGRAPHS 2.2.7 TO 2.2.9", "2.2.7-2.2.9"},
		{"Paragraph\302\2405", "5"},
		{"§ 12", "12"},
		{"Paragraph 5: on words", "5"},
		{"Draft article 3 (new)", "3"},
		{"Пункты 2.2.7 и 2.2.8", "2.2.7-2.2.8"},
		{"", ""},
		{"Paragraph", ""},
		{"Paragraph five", ""},
		{"Developments in 2021", ""},
		{"2021", "2021"},
		{"2.5 million", ""},
		{"27.05.2021 meeting", ""},
		{"Paragraph 75/240", ""},
		{"Paragraph 5%", ""},
		{"Paragraph 5th", ""},
		{"Parasol 5", ""},
		{"Reply to paragraph 5", ""},
		{"Paragraphs 2 and 5", ""},
		{"Paragraphs 2, 3 and 4", ""},
	};
	struct buffer out = BUFFER_INIT;
	size_t i;
	bool found;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		buffer_reset(&out);
		found = section_id_from_heading(cases[i].from,
						strlen(cases[i].from), &out);
		assert_string_equal(out.data, cases[i].to);
		assert_int_equal(found, cases[i].to[0] != '\0');
	}
	buffer_release(&out);
}

static void
test_parentheses(void **state)
{
	static const struct pair cases[] = {
		{"use of ICTs (subparagraph 2.2.9). Individuals", "2.2.9"},
		{"сотрудничества (подпункт 2.2.9). Граждане", "2.2.9"},
		{"(п. 2.2.9)", "2.2.9"},
		{"( 2.2.9-тармақша )", "2.2.9"},
		{"（第2.2.9段）", "2.2.9"},
		{"(Moscow) and (paragraphs 2.2.8–2.2.9)", "2.2.8-2.2.9"},
		{"(2.2.9)", ""},
		{"paragraph 2.2.9", ""},
		{"(paragraph 2.2.9", ""},
		{"(2021)", ""},
		{"()", ""},
	};
	struct buffer out = BUFFER_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		buffer_reset(&out);
		section_id_in_parentheses(cases[i].from, strlen(cases[i].from),
					  &out);
		assert_string_equal(out.data, cases[i].to);
	}
	buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_normal_form),
		cmocka_unit_test(test_normal_form_is_stable),
		cmocka_unit_test(test_order),
		cmocka_unit_test(test_covers),
		cmocka_unit_test(test_numeric),
		cmocka_unit_test(test_heading),
		cmocka_unit_test(test_parentheses),
	};

	return cmocka_run_group_tests_name("section_id", tests, NULL, NULL);
}
