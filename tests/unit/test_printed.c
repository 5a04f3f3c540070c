/* What is on paper: which points changed since, by their words alone. */
#include <stdlib.h>
#include <string.h>

#include "lectern/printed.h"
#include "notes_sample.h"
#include "scratch.h"

static const char *const english[] = {"en"};

/* Rows that differ from what is on paper, as "010". */
static void
assert_changed(const struct library *lib, const char *text, const char *marks)
{
	struct meeting *meeting = notes_sample_meeting("en", text, NULL, NULL);
	bool is_changed[8] = {false};
	size_t i, count;

	assert_int_equal(meeting->row_count, strlen(marks));
	count = printed_find_changed(lib, meeting, english, 1, is_changed);
	for (i = 0; marks[i]; i++) {
		assert_int_equal(is_changed[i], marks[i] == '1');
		count -= is_changed[i];
	}
	assert_int_equal(count, 0);
	meeting_free(meeting);
}

/* Print the rows marked '1'. */
static void
print_rows(const struct library *lib, const char *text, const char *marks)
{
	struct meeting *meeting = notes_sample_meeting("en", text, NULL, NULL);
	bool is_printed[8] = {false};
	size_t i;

	for (i = 0; marks[i]; i++)
		is_printed[i] = marks[i] == '1';
	assert_int_equal(
		printed_keep(lib, meeting, english, 1, is_printed, NULL),
		STATUS_OK);
	meeting_free(meeting);
}

static struct library
open_library(void *const *state)
{
	struct library lib = {.path = *state};

	setenv("XDG_STATE_HOME", *state, 1);
	return lib;
}

static void
test_words_count(void **state)
{
	struct library lib = open_library(state);

	assert_changed(&lib, "# T\n\n## A\n\n1. One.\n2. Two.\n", "00");
	print_rows(&lib, "# T\n\n## A\n\n1. One.\n2. Two.\n", "11");
	assert_changed(&lib, "# T\n\n## A\n\n1. One.\n2. Two.\n", "00");
	assert_changed(&lib, "# T\n\n## A\n\n1. One!\n2. Two.\n", "10");
	/* Emphasis is no other word, a cue is. */
	assert_changed(&lib, "# T\n\n## A\n\n1. **One**.\n2. Two.\n", "00");
	assert_changed(&lib, "# T\n\n## A\n\n1. One.\n\n   > C.\n2. Two.\n",
		       "10");
	/* Moved, and one put before. */
	assert_changed(&lib, "# T\n\n## B\n\n1. Two.\n2. New.\n3. One.\n",
		       "010");
}

/* One who prints a part has not seen what changed in the rest. */
static void
test_parts(void **state)
{
	struct library lib = open_library(state);

	/* At first all is taken as it is. */
	print_rows(&lib, "# T\n\n## A\n\n1. One.\n2. Two.\n", "10");
	assert_changed(&lib, "# T\n\n## A\n\n1. One!\n2. Two!\n", "11");
	print_rows(&lib, "# T\n\n## A\n\n1. One!\n2. Two!\n", "10");
	assert_changed(&lib, "# T\n\n## A\n\n1. One!\n2. Two!\n", "01");
	/* What is no longer in the text is forgotten. */
	assert_changed(&lib, "# T\n\n## A\n\n1. One.\n2. Two.\n", "11");
}

static void
test_languages(void **state)
{
	struct library lib = open_library(state);
	static const char *const russian[] = {"ru"};
	struct meeting *meeting =
		notes_sample_meeting("en", "# T\n\n## A\n\n1. One.\n", "ru",
				     "# Т\n\n## А\n\n1. Один.\n");
	bool rows[1] = {true};

	assert_int_equal(printed_keep(&lib, meeting, russian, 1, rows, NULL),
			 STATUS_OK);
	assert_changed(&lib, "# T\n\n## A\n\n1. Other.\n", "0");
	print_rows(&lib, "# T\n\n## A\n\n1. One.\n", "1");
	/* The other language is still known. */
	meeting_free(meeting);
	meeting = notes_sample_meeting("en", "# T\n\n## A\n\n1. One.\n", "ru",
				       "# Т\n\n## А\n\n1. Два.\n");
	assert_int_equal(printed_find_changed(&lib, meeting, russian, 1, rows),
			 1);
	assert_int_equal(printed_find_changed(&lib, meeting, english, 1, rows),
			 0);
	meeting_free(meeting);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(test_words_count, scratch_setup,
						scratch_teardown),
		cmocka_unit_test_setup_teardown(test_parts, scratch_setup,
						scratch_teardown),
		cmocka_unit_test_setup_teardown(test_languages, scratch_setup,
						scratch_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
