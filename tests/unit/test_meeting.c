/* Facts, lengths of time, languages; alignment is in tests/brief/meetings. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/meeting.h"

static void
test_durations(void **state)
{
	static const struct {
		const char *text;
		long seconds; /* 0: none */
	} cases[] = {
		{"5 min", 300},
		{"5", 300},
		{"90 s", 90},
		{"1:30", 90},
		{"0:05", 5},
		{"1 h", 3600},
		{"1 h 30 min", 5400},
		{"2 minutes", 120},
		{"30 seconds", 30},
		{" 5min ", 300},
		{"24 h", 86400},
		{"5m30s", 330},
		{"", 0},
		{"0", 0},
		{"min", 0},
		{"5 x", 0},
		{"1:3", 0},
		{"1:60", 0},
		{"1:30:00", 0},
		{"-5", 0},
		{"25 h", 0},
		{"30 s 1 min", 0},
		{"5 5", 0},
		{"5 min 5 min", 0},
		{"99999999999999999999", 0},
	};
	size_t i;
	long seconds;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof cases[0]; i++) {
		seconds = 0;
		assert_int_equal(duration_parse(cases[i].text,
						strlen(cases[i].text),
						&seconds),
				 cases[i].seconds != 0);
		assert_int_equal(seconds, cases[i].seconds);
	}
}

static void
facts(const char *text, struct meeting_facts *out, struct diagnostics *diags)
{
	meeting_facts_parse(text, strlen(text), "meeting.yaml", out, diags);
}

static void
test_title_in_a_language(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct meeting_facts out;

	(void)state;
	facts("title: {ru: Р, en: E}\ndate: 2021-05-27\n", &out, &diags);
	assert_string_equal(meeting_title(&out, "en"), "E");
	assert_string_equal(meeting_title(&out, "fr"), "Р");
	assert_string_equal(meeting_title(&out, NULL), "Р");
	meeting_facts_release(&out);
	assert_string_equal(meeting_title(&out, "en"), "");
	facts("title: One\ndate: 2021-05-27\n", &out, &diags);
	assert_string_equal(meeting_title(&out, "en"), "One");
	meeting_facts_release(&out);
	assert_int_equal(diags.list.len, 0);
	diagnostics_release(&diags);
}

static void
test_facts_survive_a_fault(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct meeting_facts out;

	(void)state;
	/* What the fault hides is not called missing as well. */
	facts("short: A\nplace: : :\n", &out, &diags);
	assert_string_equal(out.short_name, "A");
	assert_string_equal(out.body, "");
	assert_int_equal(diagnostics_count(&diags, SEVERITY_ERROR), 1);
	meeting_facts_release(&out);
	diagnostics_release(&diags);
}

static void
test_deep_and_long_yaml_ends(void **state)
{
	static const char *const parts[] = {"[",  "{",	    "- ",
					    "? ", "a: [",   "\t",
					    "'",  "a: b\n", "a:\n  b: c\n"};
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct meeting_facts out;
	struct buffer text = BUFFER_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		buffer_reset(&text);
		while (text.len < 200000)
			buffer_append_string(&text, parts[i]);
		facts(text.data, &out, &diags);
		meeting_facts_release(&out);
	}
	while (text.len < 300000)
		buffer_append_string(&text, "a: b\n");
	diagnostics_release(&diags);
	facts(text.data, &out, &diags);
	assert_string_equal(diags.list.items[0].rule, "too-long");
	meeting_facts_release(&out);
	diagnostics_release(&diags);
	buffer_release(&text);
}

static void
add(struct meeting *meeting, const char *language, const char *text)
{
	meeting_take_brief(meeting, brief_parse(text, strlen(text), language,
						language, &meeting->diags));
}

static void
test_languages(void **state)
{
	struct meeting *meeting = meeting_new("m");
	char tag[3] = "aa";

	(void)state;
	facts("title: T\ndate: 2021-05-27\nlanguages: [ru, en, kk]\n",
	      &meeting->facts, &meeting->diags);
	add(meeting, "fr", "## 5\n\na\n");
	add(meeting, "en", "## 5\n\na\n");
	add(meeting, "en", "## 5\n\nb\n");
	meeting_align(meeting);
	assert_int_equal(meeting->language_count, 4);
	assert_string_equal(meeting->languages[0], "ru");
	assert_string_equal(meeting->languages[3], "fr");
	assert_null(meeting->briefs[0]);
	assert_int_equal(meeting_language_index(meeting, "en"), 1);
	assert_int_equal(meeting_language_index(meeting, "es"), -1);
	assert_int_equal(meeting->row_count, 1);
	assert_string_equal(aligned_row_first(&meeting->sections[0].rows[0])
				    ->blocks[0]
				    .text,
			    "a");
	meeting_free(meeting);
	meeting = meeting_new("m");
	for (; tag[0] < 'k'; tag[0]++)
		add(meeting, tag, "## 5\n\na\n");
	meeting_align(meeting);
	assert_int_equal(meeting->language_count, MEETING_LANGUAGES_MAX);
	meeting_free(meeting);
	meeting_free(NULL);
}

static void
test_an_empty_meeting(void **state)
{
	struct meeting *meeting = meeting_new("m");
	struct error err = ERROR_INIT;
	struct buffer out = BUFFER_INIT;
	struct place place;

	(void)state;
	meeting_align(meeting);
	assert_int_equal(meeting->section_count, 0);
	assert_string_equal(meeting->facts.short_name, "");
	assert_int_equal(place_find(meeting, "", &place, &err), STATUS_OK);
	assert_true(place.whole_meeting);
	place_format(meeting, &place, &out);
	assert_string_equal(out.data, "");
	assert_int_equal(place_find(meeting, "5", &place, &err),
			 STATUS_NOT_FOUND);
	assert_true(strlen(err.message) > 0);
	buffer_release(&out);
	meeting_free(meeting);
}

static void
test_first_rows_are_counted(void **state)
{
	struct meeting *meeting = meeting_new("m");

	(void)state;
	add(meeting, "en", "## 1\n\n1. a\n2. b\n\n## 2\n\n## 3\n\n1. c\n");
	add(meeting, "ru", "## 1\n\n1. a\n3. b\n\n## 3\n\n1. c\n2. d\n");
	meeting_align(meeting);
	assert_int_equal(meeting->row_count, 5);
	assert_int_equal(meeting->sections[0].row_count, 3);
	assert_int_equal(meeting->sections[1].first_row, 3);
	assert_int_equal(meeting->sections[2].first_row, 3);
	assert_int_equal(meeting->sections[2].row_count, 2);
	meeting_free(meeting);
}

/* As many sections as are allowed, in orders that have nothing in common. */
static void
test_large_meetings_align(void **state)
{
	struct meeting *meeting = meeting_new("m");
	struct buffer text = BUFFER_INIT;
	char tag[3] = "aa";
	int i;

	(void)state;
	for (; tag[0] < 'i'; tag[0]++) {
		buffer_reset(&text);
		for (i = 0; i < 1000; i++)
			buffer_printf(&text, "## %d.%d\n\nWords.\n\n",
				      (i * (tag[0] * 2 + 1)) % 997, i % 7);
		add(meeting, tag, text.data);
	}
	meeting_align(meeting);
	assert_true(meeting->section_count >= 1000);
	buffer_release(&text);
	meeting_free(meeting);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_durations),
		cmocka_unit_test(test_title_in_a_language),
		cmocka_unit_test(test_facts_survive_a_fault),
		cmocka_unit_test(test_deep_and_long_yaml_ends),
		cmocka_unit_test(test_languages),
		cmocka_unit_test(test_an_empty_meeting),
		cmocka_unit_test(test_first_rows_are_counted),
		cmocka_unit_test(test_large_meetings_align),
	};

	return cmocka_run_group_tests_name("meeting", tests, NULL, NULL);
}
