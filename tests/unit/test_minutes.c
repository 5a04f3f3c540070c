/* How long words take, and which points fit. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include "lectern/minutes.h"

static size_t
count(const char *text, const char *language)
{
	return minutes_count(text, strlen(text), language);
}

static void
test_count(void **state)
{
	(void)state;
	assert_int_equal(count("", "en"), 0);
	assert_int_equal(count(" - \u2013 ... ", "en"), 0);
	assert_int_equal(count("One, two \u2014 three.", "en"), 3);
	assert_int_equal(count("information-sharing isn't new", "en"), 3);
	assert_int_equal(count("резолюция\u00a075/240", "ru"), 2);
	assert_int_equal(count("الجمعية العامة", "ar"), 2);
	assert_int_equal(count("联合国大会第75/240号决议。", "zh"), 14);
	assert_int_equal(count("联合国 大会", "zh-Hant"), 5);
	assert_int_equal(count("\xff\xff word", "en"), 1);
}

static void
test_rates(void **state)
{
	struct minutes_rates rates = {.count = 0};

	(void)state;
	assert_int_equal(minutes_rate(NULL, "en"), 110);
	assert_int_equal(minutes_rate(NULL, "zh-Hans"), 165);
	assert_true(minutes_set_rate(&rates, "ru", 100));
	assert_true(minutes_set_rate(&rates, "ru", 90));
	assert_false(minutes_set_rate(&rates, "ru", 0));
	assert_false(minutes_set_rate(&rates, "", 100));
	assert_int_equal(minutes_rate(&rates, "ru-RU"), 90);
	assert_int_equal(minutes_rate(&rates, "rup"), 110);
	assert_int_equal(minutes_of_text("a b c", 5, "en", NULL), 1636);
}

/* A meeting of one text. */
static struct meeting *
read_meeting(const char *text)
{
	struct meeting *meeting = meeting_new("m");

	meeting_take_brief(meeting, brief_parse(text, strlen(text), "en.md",
						"en", &meeting->diags));
	meeting_align(meeting);
	return meeting;
}

/* "full key cue -": what was chosen of each point. */
static void
check_choice(const struct meeting *meeting, long seconds, unsigned roles,
	     const char *wanted)
{
	struct minutes_request request = {.meeting = meeting,
					  .language = "en",
					  .limit = seconds * 1000,
					  .roles = roles};
	struct minutes_choices choices;
	struct buffer got = BUFFER_INIT;
	long taken = 0;

	minutes_choose(&request, &choices);
	for (size_t i = 0; i < choices.count; i++) {
		const struct minutes_choice *choice = &choices.list[i];

		buffer_printf(&got, "%s%s", i > 0 ? " " : "",
			      choice->is_taken ? form_name(choice->form) : "-");
		if (choice->is_taken)
			taken += choice->needs[choice->form];
	}
	assert_string_equal(got.data, wanted);
	assert_int_equal(choices.taken, taken);
	assert_true(choices.taken <= choices.limit);
	minutes_choices_release(&choices);
	buffer_release(&got);
}

/* Ten words each: 5.45 s in full; two as key phrase, one as cue. */
#define WORDS "**one two** three four five six seven eight nine ten."
#define CUE   "\n\n   > Cue.\n\n"
static const char brief[] =
	"# T\n\n## Paragraph 1\n\n1. " WORDS " {priority=3}" CUE "2. " WORDS CUE
	"3. " WORDS " {priority=1}" CUE "4. " WORDS " {.background}" CUE
	"5. " WORDS " {.if-raised}" CUE "6. " WORDS " {.avoid}" CUE;

static void
test_choose(void **state)
{
	struct meeting *meeting = read_meeting(brief);
	unsigned say = 1u << ROLE_SAY, raised = 1u << ROLE_IF_RAISED;

	(void)state;
	check_choice(meeting, 0, say, "- - - -");
	check_choice(meeting, 1, say, "- - cue -");
	check_choice(meeting, 2, say, "- cue key -");
	check_choice(meeting, 6, say, "- cue full -");
	check_choice(meeting, 8, say, "key key full -");
	check_choice(meeting, 60, say, "full full full -");
	check_choice(meeting, 17, say | raised, "full full full cue");
	check_choice(meeting, 60, say | raised, "full full full full");
	meeting_free(meeting);
}

static void
test_take(void **state)
{
	struct meeting *meeting = read_meeting(brief);
	struct minutes_request request = {.meeting = meeting,
					  .language = "en",
					  .limit = 6000,
					  .roles = 1};
	bool left_out[8] = {[2] = true};
	struct minutes_choices choices;

	(void)state;
	request.is_left_out = left_out;
	minutes_choose(&request, &choices);
	assert_false(choices.list[2].is_taken);
	assert_true(choices.list[1].is_taken);
	minutes_take(&choices, 0, true, FORM_FULL);
	minutes_take(&choices, 1, true, FORM_FULL);
	assert_true(choices.taken > choices.limit);
	minutes_take(&choices, 0, false, FORM_FULL);
	assert_true(choices.taken <= choices.limit);
	minutes_choices_release(&choices);
	meeting_free(meeting);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_count),
		cmocka_unit_test(test_rates),
		cmocka_unit_test(test_choose),
		cmocka_unit_test(test_take),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
