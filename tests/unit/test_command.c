/* The table of commands: every row is fit to be shown, and can be found. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/command.h"
#include "lectern/utf8.h"

#define LINE_MAX_CELLS 79

static bool
is_sentence(const char *text)
{
	size_t len = strlen(text);

	return len > 2 && strchr(".):", text[len - 1]);
}

static void
test_rows_are_sorted_and_unique(void **state)
{
	size_t i;

	(void)state;
	assert_non_null(commands[0]);
	for (i = 1; commands[i]; i++)
		assert_true(strcmp(commands[i - 1]->name, commands[i]->name) <
			    0);
}

static void
test_aliases_are_no_names(void **state)
{
	size_t i, j;

	(void)state;
	for (i = 0; commands[i]; i++)
		for (j = 0; commands[j] && commands[i]->alias; j++) {
			assert_string_not_equal(commands[i]->alias,
						commands[j]->name);
			if (i != j && commands[j]->alias)
				assert_string_not_equal(commands[i]->alias,
							commands[j]->alias);
		}
}

static void
test_rows_have_help(void **state)
{
	const struct command *row;
	size_t i;

	(void)state;
	for (i = 0; (row = commands[i]); i++) {
		assert_non_null(row->operands);
		assert_non_null(row->run);
		assert_non_null(row->help);
		assert_in_range(strlen(row->help), 10, 60);
		assert_non_null(row->details);
		assert_true(is_sentence(row->details));
	}
}

static void
check_option(const struct option_row *row)
{
	assert_non_null(row->help);
	assert_in_range(strlen(row->help), 5, 70);
	if (row->type == OPTION_FLAG)
		assert_null(row->argument);
	else
		assert_non_null(row->argument);
	if (row->type == OPTION_NUMBER)
		assert_true(row->min < row->max);
	assert_int_equal(row->type == OPTION_CHOICE, row->choices != NULL);
}

static void
check_unlike(const struct option_row *a, const struct option_row *b)
{
	assert_string_not_equal(a->name, b->name);
	if (a->letter)
		assert_int_not_equal(a->letter, b->letter);
}

/* The options of every command may not hide those of one: L, h, ui … */
static void
test_options_have_help(void **state)
{
	static const struct option_row reserved[] = {{.name = "library", 'L'},
						     {.name = "ui", 0},
						     {.name = "version", 0},
						     {.name = "help", 'h'}};
	const struct option_row *table;
	size_t i, j, k;

	(void)state;
	for (i = 0; commands[i]; i++) {
		table = commands[i]->options;
		for (j = 0; table && table[j].name; j++) {
			check_option(&table[j]);
			for (k = 0; k < j; k++)
				check_unlike(&table[j], &table[k]);
			for (k = 0; k < 4; k++)
				check_unlike(&reserved[k], &table[j]);
		}
		assert_true(j + 4 <= OPTION_TABLE_MAX);
	}
}

static void
test_help_fits_the_line(void **state)
{
	struct buffer text = BUFFER_INIT;
	const struct command *row;
	const char *line;
	size_t i, len;

	(void)state;
	for (i = 0; (row = commands[i]); i++) {
		if (!row->options)
			continue;
		buffer_reset(&text);
		option_format_help(row->options, &text);
		for (line = text.data; *line; line += len + 1) {
			len = strcspn(line, "\n");
			assert_true(utf8_count(line, len) <= LINE_MAX_CELLS);
		}
		assert_true(strlen(row->name) + strlen(row->operands) +
				    strlen("lectern  [OPTION]... ") <=
			    LINE_MAX_CELLS);
		assert_true(strlen(row->help) + 24 <= LINE_MAX_CELLS);
	}
	buffer_release(&text);
}

static void
test_find(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; commands[i]; i++) {
		assert_ptr_equal(command_find(commands[i]->name), commands[i]);
		if (commands[i]->alias)
			assert_ptr_equal(command_find(commands[i]->alias),
					 commands[i]);
	}
	assert_ptr_equal(command_find("ls"), command_find("list"));
	assert_null(command_find("lis"));
	assert_null(command_find(""));
	assert_null(command_find("LIST"));
}

static void
test_operands_are_bounded(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; commands[i]; i++) {
		assert_true(commands[i]->operands_min >= 0);
		assert_true(commands[i]->operands_max < 0 ||
			    commands[i]->operands_max >=
				    commands[i]->operands_min);
		/* What must be given is not shown in brackets. */
		if (commands[i]->operands_min)
			assert_int_not_equal(commands[i]->operands[0], '[');
		if (!*commands[i]->operands)
			assert_int_equal(commands[i]->operands_max, 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_rows_are_sorted_and_unique),
		cmocka_unit_test(test_aliases_are_no_names),
		cmocka_unit_test(test_rows_have_help),
		cmocka_unit_test(test_options_have_help),
		cmocka_unit_test(test_help_fits_the_line),
		cmocka_unit_test(test_find),
		cmocka_unit_test(test_operands_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
