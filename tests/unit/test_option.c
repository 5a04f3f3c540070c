/* Option tables: what is taken, what is refused in which words, and help. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/option.h"
#include "lectern/utf8.h"
#include "scratch.h"

#define TEXT_HELP                                                              \
	"Languages to show, in this order, separated by commas; those that a " \
	"meeting does not have are named below the text."

enum { ALL, LANGUAGES, WIDTH, FORMAT, WIDE, ROWS };

static const struct option_row table[] = {
	[ALL] = {.name = "all", .letter = 'a', .help = "Show everything."},
	[LANGUAGES] = {.name = "languages",
		       .letter = 'l',
		       .type = OPTION_TEXT,
		       .argument = "LANGS",
		       .help = TEXT_HELP},
	[WIDTH] = {.name = "width",
		   .letter = 'w',
		   .type = OPTION_NUMBER,
		   .argument = "N",
		   .min = 20,
		   .max = 500,
		   .fallback = "80",
		   .help = "Columns to use."},
	[FORMAT] = {.name = "format",
		    .type = OPTION_CHOICE,
		    .choices = "text|json|markdown",
		    .fallback = "json",
		    .help = "Form."},
	[WIDE] = {.name = "wide-and-long-name",
		  .type = OPTION_TEXT,
		  .argument = "SOMETHING-LONG",
		  .help = "Long."},
	[ROWS] = {.name = NULL},
};

struct parsed {
	enum status rc;
	struct option_value values[ROWS];
	int first, argc;
	char *argv[16];
	struct error err;
};

/* Parses the words after the program's name; they end with NULL. */
static void
parse(struct parsed *p, bool leading, const char *const *words)
{
	int i;

	memset(p, 0, sizeof *p);
	p->argv[0] = "lectern";
	for (i = 0; words[i]; i++)
		p->argv[i + 1] = (char *)(uintptr_t)words[i];
	p->argc = i + 1;
	if (leading)
		p->rc = option_parse_leading(table, p->argc, p->argv, p->values,
					     &p->first, &p->err);
	else
		p->rc = option_parse(table, p->argc, p->argv, p->values,
				     &p->first, &p->err);
}

#define PARSE(p, ...)                                                          \
	parse((p), false, (const char *const[]){__VA_ARGS__, NULL})
#define PARSE_LEADING(p, ...)                                                  \
	parse((p), true, (const char *const[]){__VA_ARGS__, NULL})

static void
test_defaults(void **state)
{
	struct parsed p;

	(void)state;
	parse(&p, false, (const char *const[]){NULL});
	assert_int_equal(p.rc, STATUS_OK);
	assert_int_equal(p.first, 1);
	assert_false(p.values[ALL].given);
	assert_int_equal(p.values[ALL].number, 0);
	assert_null(p.values[LANGUAGES].text);
	assert_int_equal(p.values[WIDTH].number, 80);
	assert_false(p.values[WIDTH].given);
	assert_int_equal(p.values[FORMAT].number, 1);
	assert_string_equal(p.values[FORMAT].text, "json");
}

static void
test_every_form(void **state)
{
	struct parsed p;

	(void)state;
	PARSE(&p, "-a", "--languages=en,ru", "--width", "100", "--format=text");
	assert_int_equal(p.rc, STATUS_OK);
	assert_true(p.values[ALL].given);
	assert_int_equal(p.values[ALL].number, 1);
	assert_string_equal(p.values[LANGUAGES].text, "en,ru");
	assert_int_equal(p.values[WIDTH].number, 100);
	assert_true(p.values[WIDTH].given);
	assert_int_equal(p.values[FORMAT].number, 0);
	PARSE(&p, "-alen", "-w", "20", "--lang=ru");
	assert_int_equal(p.rc, STATUS_OK);
	assert_true(p.values[ALL].given);
	assert_string_equal(p.values[LANGUAGES].text, "ru");
	assert_int_equal(p.values[WIDTH].number, 20);
}

static void
test_operands_among_options(void **state)
{
	struct parsed p;

	(void)state;
	PARSE(&p, "swg", "-a", "2.2.9", "-w", "90");
	assert_int_equal(p.rc, STATUS_OK);
	assert_int_equal(p.argc - p.first, 2);
	assert_string_equal(p.argv[p.first], "swg");
	assert_string_equal(p.argv[p.first + 1], "2.2.9");
	assert_int_equal(p.values[WIDTH].number, 90);
}

static void
test_two_dashes_end_options(void **state)
{
	struct parsed p;

	(void)state;
	PARSE(&p, "-a", "--", "-w", "--nonsense");
	assert_int_equal(p.rc, STATUS_OK);
	assert_int_equal(p.argc - p.first, 2);
	assert_string_equal(p.argv[p.first], "-w");
	assert_false(p.values[WIDTH].given);
}

static void
test_leading_stops_at_the_command(void **state)
{
	struct parsed p;

	(void)state;
	PARSE_LEADING(&p, "-a", "show", "-w", "nonsense");
	assert_int_equal(p.rc, STATUS_OK);
	assert_int_equal(p.first, 2);
	assert_string_equal(p.argv[2], "show");
	assert_string_equal(p.argv[3], "-w");
	assert_false(p.values[WIDTH].given);
}

static void
check_refused(const struct parsed *p, const char *expected)
{
	assert_int_equal(p->rc, STATUS_INVALID);
	assert_int_equal(p->err.code, STATUS_INVALID);
	assert_string_equal(p->err.message, expected);
}

static void
test_bad_numbers(void **state)
{
	static const char *const texts[] = {
		"",    "x",   "19", "501",  "80x",
		"8 0", " 80", "-1", "0x50", "99999999999999999999",
		"8.5"};
	struct parsed p;
	char expected[256];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		PARSE(&p, "--width", texts[i]);
		snprintf(expected, sizeof expected,
			 "The option --width takes a whole number from 20 to "
			 "500, not \"%s\".",
			 texts[i]);
		check_refused(&p, expected);
	}
}

/* No range at all is still the range of the type. */
static void
test_numbers_beyond_the_type(void **state)
{
	static const struct option_row any[] = {
		{.name = "n",
		 .type = OPTION_NUMBER,
		 .min = LONG_MIN,
		 .max = LONG_MAX,
		 .help = "Any."},
		{.name = NULL},
	};
	char *argv[] = {"lectern", "--n=99999999999999999999", NULL};
	char *negative[] = {"lectern", "--n=-9", NULL};
	struct option_value value;
	struct error err = ERROR_INIT;
	int first;

	(void)state;
	assert_int_equal(option_parse(any, 2, argv, &value, &first, &err),
			 STATUS_INVALID);
	assert_int_equal(option_parse(any, 2, negative, &value, &first, &err),
			 STATUS_OK);
	assert_int_equal(value.number, -9);
}

static void
test_bad_choices(void **state)
{
	static const char *const texts[] = {"",		 "tex",	 "texts",
					    "text|json", "TEXT", "|"};
	struct parsed p;
	char expected[256];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof *texts; i++) {
		PARSE(&p, "--format", texts[i]);
		snprintf(expected, sizeof expected,
			 "The option --format takes one of text|json|markdown, "
			 "not \"%s\".",
			 texts[i]);
		check_refused(&p, expected);
	}
}

static void
test_missing_values(void **state)
{
	struct parsed p;

	(void)state;
	PARSE(&p, "-l");
	check_refused(&p, "The option --languages needs a value after it: "
			  "--languages=LANGS.");
	PARSE(&p, "--width");
	check_refused(&p, "The option --width needs a whole number from 20 to "
			  "500 after it.");
	PARSE(&p, "--format");
	check_refused(&p, "The option --format needs one of "
			  "text|json|markdown after it.");
	PARSE(&p, "--all=yes");
	check_refused(&p, "The option --all takes no value.");
}

static void
test_unknown_names(void **state)
{
	struct parsed p;

	(void)state;
	PARSE(&p, "--langauges=en");
	check_refused(&p, "There is no option --langauges; the nearest is "
			  "--languages.");
	PARSE(&p, "x", "--fromat", "y");
	check_refused(&p,
		      "There is no option --fromat; the nearest is --format.");
	PARSE(&p, "--al1");
	check_refused(&p, "There is no option --al1; the nearest is --all.");
	PARSE(&p, "--zebra");
	check_refused(&p, "There is no option --zebra; --help lists those "
			  "there are.");
	PARSE(&p, "--wid");
	check_refused(&p, "The option --wid may mean --width or another; write "
			  "more of it.");
	PARSE(&p, "-z");
	check_refused(&p,
		      "There is no option -z; --help lists those there are.");
	PARSE(&p, "-az", "-w", "30");
	check_refused(&p,
		      "There is no option -z; --help lists those there are.");
	PARSE(&p, "-a", "-é");
	check_refused(&p, "There is no such option in -é; --help lists those "
			  "there are.");
}

/* Names of any length are answered, and quickly. */
static void
test_very_long_names(void **state)
{
	struct parsed p;
	char word[100003];

	(void)state;
	memset(word, 'x', sizeof word - 1);
	memcpy(word, "--", 2);
	word[sizeof word - 1] = '\0';
	PARSE(&p, word);
	assert_int_equal(p.rc, STATUS_INVALID);
	assert_true(strlen(p.err.message) < 400);
}

static void
test_no_arguments_at_all(void **state)
{
	char *argv[] = {NULL};
	struct option_value values[ROWS];
	struct error err = ERROR_INIT;
	int first = -1;

	(void)state;
	assert_int_equal(option_parse(table, 0, argv, values, &first, &err),
			 STATUS_OK);
	assert_int_equal(first, 0);
}

static void
test_index(void **state)
{
	(void)state;
	assert_int_equal(option_index(table, "all"), ALL);
	assert_int_equal(option_index(table, "format"), FORMAT);
}

static void
test_help(void **state)
{
	/* clang-format off */
	static const char expected[] =
"  -a, --all              Show everything.\n"
"  -l, --languages=LANGS  Languages to show, in this order, separated by commas;\n"
"                         those that a meeting does not have are named below the\n"
"                         text.\n"
"  -w, --width=N          Columns to use. (20 to 500; default 80)\n"
"      --format=text|json|markdown\n"
"                         Form. (default json)\n"
"      --wide-and-long-name=SOMETHING-LONG\n"
"                         Long.\n";
	/* clang-format on */
	struct buffer out = BUFFER_INIT;
	const char *line;
	size_t len;

	(void)state;
	option_format_help(table, &out);
	for (line = out.data; *line; line += len + 1) {
		len = strcspn(line, "\n");
		assert_true(utf8_count(line, len) <= 79);
	}
	assert_string_equal(out.data, expected);
	buffer_release(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_every_form),
		cmocka_unit_test(test_operands_among_options),
		cmocka_unit_test(test_two_dashes_end_options),
		cmocka_unit_test(test_leading_stops_at_the_command),
		cmocka_unit_test(test_bad_numbers),
		cmocka_unit_test(test_numbers_beyond_the_type),
		cmocka_unit_test(test_bad_choices),
		cmocka_unit_test(test_missing_values),
		cmocka_unit_test(test_unknown_names),
		cmocka_unit_test(test_very_long_names),
		cmocka_unit_test(test_no_arguments_at_all),
		cmocka_unit_test(test_index),
		cmocka_unit_test(test_help),
	};

	return cmocka_run_group_tests_name("option", tests, NULL, NULL);
}
