/* Notes: what is printed of a meeting, in which form and order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/print.h"
#include "notes_sample.h"

static const char sample[] =
	"# Our position\n\nOn one matter.\n\n"
	"## Paragraph 1\n\n"
	"1. One is *so*. **Two is key.** Three follows.\n\n"
	"   > The cue.\n\n"
	"2. See resolution 75/240 of 31 December 2020. {to=\"Ruritania\"}\n"
	"3. We agree to:\n   - this;\n   - that.\n\n"
	"<!-- A note. -->\n\n"
	"## If asked {#asked .if-raised to=\"Graustark\"}\n\n"
	"Yes, **of course**.\n\n"
	"We insist. {.if-pressed}\n\n"
	"## History {#history .background}\n\nLong ago.\n";

static void
assert_notes(const struct notes_request *request, const char *expected)
{
	struct notes *notes = notes_compose(request);
	struct buffer out = BUFFER_INIT;
	const char *start;

	notes_sample_dump(notes, &out);
	/* The head is the same for all. */
	start = strstr(out.data, "heading");
	assert_string_equal(start ? start : "", expected);
	buffer_release(&out);
	notes_free(notes);
}

static void
test_full(void **state)
{
	struct meeting *meeting =
		notes_sample_meeting("en", sample, NULL, NULL);
	struct notes_request request = notes_sample_request(meeting);

	(void)state;
	assert_notes(&request,
		     "heading Our position\n"
		     "facts\n    text A meeting…\n    text M · 2021-05-27…\n"
		     "    tag Check against delivery\n"
		     "    comment Original: English\n"
		     "point\n    text On one matter.\n"
		     "heading\n    heading Paragraph_1\n"
		     "point 1/1 1.\n    cue ▸ The cue.\n"
		     "    text One is so. |*Two is key.* |Three follows.\n"
		     "point 1/2 2.\n    tag To: Ruritania\n"
		     "    symbols A/RES/75/240\n"
		     "    text See resolution 75/240 of 31_December 2020.\n"
		     "point 1/3 3.\n    text We agree to:…\n"
		     "    item - this;…\n    item - that.\n"
		     "minutes\n    tag 0:15 min\n"
		     "-- if-raised\nsheet\n    heading If raised\n"
		     "heading\n    heading If asked\n    tag To: Graustark\n"
		     "point asked/1\n    text Yes, *of course*.\n"
		     "minutes\n    tag 0:05 min\n"
		     "-- if-pressed\nsheet\n    heading If pressed\n"
		     "heading\n    heading If asked\n    tag To: Graustark\n"
		     "point asked/2\n    text We insist.\n"
		     "minutes\n    tag 0:05 min\n");
	meeting_free(meeting);
}

static void
test_forms_and_roles(void **state)
{
	struct meeting *meeting =
		notes_sample_meeting("en", sample, NULL, NULL);
	struct notes_request request = notes_sample_request(meeting);
	bool chosen[8] = {true, true};

	(void)state;
	request.is_chosen = chosen;
	request.with_preface = false;
	request.form = FORM_KEY;
	assert_notes(&request,
		     "heading Our position\n"
		     "facts\n    text A meeting…\n    text M · 2021-05-27…\n"
		     "    tag Check against delivery\n"
		     "    comment Original: English\n"
		     "heading\n    heading Paragraph_1\n"
		     "point 1/1 1.\n    text *Two is key.\n"
		     "point 1/2 2.\n    tag To: Ruritania\n"
		     "    symbols A/RES/75/240\n"
		     "    stand-in ~ See resolution 75/240 of 31_December "
		     "2020.\n"
		     "minutes\n    tag 0:10 min\n");
	request.form = FORM_CUE;
	chosen[1] = false;
	chosen[3] = true;
	request.is_plain = true;
	assert_notes(&request,
		     "heading Our position\n"
		     "facts\n    text A meeting…\n    text M · 2021-05-27…\n"
		     "    tag Check against delivery\n"
		     "    comment Original: English\n"
		     "heading\n    heading Paragraph_1\n"
		     "point 1/1 1.\n    cue ▸ The cue.\n"
		     "minutes\n    tag 0:05 min\n"
		     "-- if-raised\nsheet\n    heading If raised\n"
		     "heading\n    heading If asked\n    tag To: Graustark\n"
		     "point asked/1\n    stand-in ~ of course\n"
		     "minutes\n    tag 0:05 min\n");
	request.roles = 1u << ROLE_BACKGROUND;
	assert_notes(&request, "");
	meeting_free(meeting);
}

static void
test_what_is_not_spoken(void **state)
{
	struct meeting *meeting =
		notes_sample_meeting("en", sample, NULL, NULL);
	struct notes_request request = notes_sample_request(meeting);
	struct buffer out = BUFFER_INIT;
	struct notes *notes = notes_compose(&request);

	(void)state;
	notes_sample_dump(notes, &out);
	assert_null(strstr(out.data, "Long ago"));
	assert_null(strstr(out.data, "A note"));
	notes_free(notes);
	buffer_reset(&out);
	request.roles = (1u << ROLE_COUNT) - 1;
	request.show_comments = true;
	notes = notes_compose(&request);
	notes_sample_dump(notes, &out);
	assert_non_null(strstr(out.data, "Long ago"));
	assert_non_null(strstr(out.data, "comment # A note."));
	notes_free(notes);
	buffer_release(&out);
	meeting_free(meeting);
}

static void
test_columns_and_ties(void **state)
{
	struct meeting *meeting = notes_sample_meeting(
		"en",
		"## Paragraph 1\n\n1. Yes. {}\n2. Only here, see No. 5.\n",
		"ru",
		"## Пункт 1\n\n1. Да, № 5 от 27 мая 2021 г. и 5 % – это "
		"1 200 в год.\n");
	struct notes_request request = notes_sample_request(meeting);
	struct notes *notes = notes_compose(&request);
	struct buffer out = BUFFER_INIT;

	(void)state;
	notes_sample_dump(notes, &out);
	assert_non_null(strstr(out.data,
			       "text Да, №_5 от 27_мая 2021_г. и_5_%_– "
			       "это 1_200 в_год."));
	assert_non_null(strstr(out.data, "see No._5."));
	assert_non_null(strstr(out.data, "tag [нет на этом языке]"));
	assert_non_null(strstr(out.data, "tag Сверять с"));
	assert_non_null(strstr(out.data, "(оригинал: английский)"));
	buffer_release(&out);
	notes_free(notes);
	meeting_free(meeting);
}

static void
test_hostile_text_is_tokens(void **state)
{
	struct meeting *meeting = notes_sample_meeting(
		"en", "## A\x1b[31m {#a}\n\nB\xe2\x80\xae C\xff D.\n", NULL,
		NULL);
	struct notes_request request = notes_sample_request(meeting);
	struct notes *notes = notes_compose(&request);
	struct buffer out = BUFFER_INIT;

	(void)state;
	notes_sample_dump(notes, &out);
	assert_null(strchr(out.data, '\x1b'));
	assert_non_null(strstr(out.data, "A<U+001B>[31m"));
	assert_non_null(strstr(out.data, "B<U+202E> C\xef\xbf\xbd D."));
	buffer_release(&out);
	notes_free(notes);
	meeting_free(meeting);
}

static void
test_minutes(void **state)
{
	struct meeting *meeting =
		notes_sample_meeting("en", sample, NULL, NULL);
	struct notes_request request = notes_sample_request(meeting);
	unsigned char forms[8];
	bool chosen[8];
	struct notes *notes;

	(void)state;
	request.form = FORM_CUE;
	print_fit_minutes(&request, 2000, chosen, forms);
	notes = notes_compose(&request);
	assert_true(notes->milliseconds <= 2000);
	assert_true(notes->point_count >= 1);
	notes_free(notes);
	meeting_free(meeting);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_full),
		cmocka_unit_test(test_forms_and_roles),
		cmocka_unit_test(test_what_is_not_spoken),
		cmocka_unit_test(test_columns_and_ties),
		cmocka_unit_test(test_hostile_text_is_tokens),
		cmocka_unit_test(test_minutes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
