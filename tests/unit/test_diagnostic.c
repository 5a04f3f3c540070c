/* Diagnostics and errors: how they print, sort and keep their texts. */
#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/diagnostic.h"
#include "lectern/error.h"
#include "lectern/utf8.h"

static void
check_format(const char *file, int line, int column, const char *expected)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct buffer out = BUFFER_INIT;

	diagnostics_add(&diags, SEVERITY_WARNING, file, line, column, "rule",
			"No %s.", "title");
	buffer_append_string(&out, "before|");
	diagnostic_format(&diags.list.items[0], &out);
	assert_string_equal(out.data, expected);
	buffer_release(&out);
	diagnostics_release(&diags);
}

static void
test_format(void **state)
{
	(void)state;
	check_format("a/ru.md", 3, 7,
		     "before|a/ru.md:3:7: warning: No title. [rule]");
	check_format("a\nb.md: error", 3, 7,
		     "before|a<U+000A>b.md: error:3:7: warning: No title. "
		     "[rule]");
	check_format("a/ru.md", 3, 0,
		     "before|a/ru.md:3: warning: No title. [rule]");
	check_format("a/ru.md", 0, 0,
		     "before|a/ru.md: warning: No title. [rule]");
	check_format(NULL, 0, 0, "before|warning: No title. [rule]");
}

static void
test_strings_are_copied(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	char file[] = "en.md", word[] = "word";

	(void)state;
	diagnostics_add(&diags, SEVERITY_NOTE, file, 1, 1, "r", "%s", word);
	memset(file, 'x', sizeof file - 1);
	memset(word, 'x', sizeof word - 1);
	assert_string_equal(diags.list.items[0].file, "en.md");
	assert_string_equal(diags.list.items[0].message, "word");
	diagnostics_release(&diags);
	assert_int_equal(diags.list.len, 0);
}

static void
test_count(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;

	(void)state;
	diagnostics_add(&diags, SEVERITY_NOTE, "a", 1, 1, "r", "m");
	diagnostics_add(&diags, SEVERITY_ERROR, "a", 1, 1, "r", "m");
	diagnostics_add(&diags, SEVERITY_WARNING, "a", 1, 1, "r", "m");
	assert_int_equal(diagnostics_count(&diags, SEVERITY_NOTE), 3);
	assert_int_equal(diagnostics_count(&diags, SEVERITY_WARNING), 2);
	assert_int_equal(diagnostics_count(&diags, SEVERITY_ERROR), 1);
	diagnostics_release(&diags);
}

/* Many of few places: their order within a place is that of adding. */
static void
test_sort_is_stable(void **state)
{
	static const char *const files[] = {"b.md", "a.md", ""};
	struct diagnostics diags = DIAGNOSTICS_INIT;
	const struct diagnostic *d;
	int i, order;

	(void)state;
	for (i = 0; i < 1000; i++)
		diagnostics_add(&diags, SEVERITY_NOTE, files[i * 7 % 3],
				i * 13 % 5, i * 11 % 4, "r", "%04d", i);
	diagnostics_sort(&diags);
	assert_int_equal(diags.list.len, 1000);
	for (i = 1; i < 1000; i++) {
		d = &diags.list.items[i - 1];
		order = strcmp(d[0].file, d[1].file);
		if (!order)
			order = d[0].line - d[1].line;
		if (!order)
			order = d[0].column - d[1].column;
		if (!order)
			order = strcmp(d[0].message, d[1].message);
		assert_true(order < 0);
	}
	diagnostics_release(&diags);
}

static void
test_sort_of_nothing(void **state)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;

	(void)state;
	diagnostics_sort(&diags);
	assert_int_equal(diags.list.len, 0);
	diagnostics_release(&diags);
}

static void
test_error_message(void **state)
{
	struct error err = ERROR_INIT;

	(void)state;
	error_set_place(&err, "old", 4);
	assert_int_equal(error_set(&err, STATUS_LIMIT, "%d points.", 3),
			 STATUS_LIMIT);
	assert_int_equal(err.code, STATUS_LIMIT);
	assert_string_equal(err.message, "3 points.");
	assert_string_equal(err.file, "");
	assert_int_equal(err.line, 0);
	assert_int_equal(error_set(NULL, STATUS_BUSY, "x"), STATUS_BUSY);
}

static void
test_error_of_the_system(void **state)
{
	struct error err = ERROR_INIT;
	char expected[128];

	(void)state;
	snprintf(expected, sizeof expected, "Cannot read a: %s",
		 strerror(EACCES));
	assert_int_equal(error_set_io(&err, EACCES, "a", "Cannot read %s", "a"),
			 STATUS_IO);
	assert_string_equal(err.message, expected);
	assert_string_equal(err.file, "a");
	assert_int_equal(error_set_io(&err, ENOENT, "b", "Cannot read %s", "b"),
			 STATUS_NOT_FOUND);
	assert_int_equal(error_set_io(NULL, ENOENT, "b", "x"),
			 STATUS_NOT_FOUND);
}

/* A message made from the one before it, and one that names its own file. */
static void
test_error_may_quote_itself(void **state)
{
	struct error err = ERROR_INIT;

	(void)state;
	error_set_io(&err, EIO, "ru.md", "Cannot read");
	error_set_io(&err, EIO, err.file, "Cannot save %s", err.file);
	assert_string_equal(err.file, "ru.md");
	error_set(&err, STATUS_IO, "First. %s", "x");
	error_set(&err, err.code, "%s Second.", err.message);
	assert_string_equal(err.message, "First. x Second.");
}

static void
test_long_errors_end_between_characters(void **state)
{
	struct error err = ERROR_INIT;
	char text[4096];
	size_t i, shift;

	(void)state;
	for (shift = 0; shift < 2; shift++) {
		memset(text, 'a', shift);
		for (i = shift; i + 2 < sizeof text; i += 2)
			memcpy(text + i, "ж", 2);
		text[i] = '\0';
		error_set(&err, STATUS_IO, "%s", text);
		error_set_place(&err, text, 1);
		assert_in_range(strlen(err.message), 1022, 1023);
		assert_in_range(strlen(err.file), 1022, 1023);
		assert_int_equal(
			utf8_valid_prefix(err.message, strlen(err.message)),
			strlen(err.message));
		assert_int_equal(utf8_valid_prefix(err.file, strlen(err.file)),
				 strlen(err.file));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_format),
		cmocka_unit_test(test_strings_are_copied),
		cmocka_unit_test(test_count),
		cmocka_unit_test(test_sort_is_stable),
		cmocka_unit_test(test_sort_of_nothing),
		cmocka_unit_test(test_error_message),
		cmocka_unit_test(test_error_of_the_system),
		cmocka_unit_test(test_error_may_quote_itself),
		cmocka_unit_test(test_long_errors_end_between_characters),
	};

	return cmocka_run_group_tests_name("diagnostic", tests, NULL, NULL);
}
