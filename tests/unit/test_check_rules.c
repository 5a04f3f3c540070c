/*
 * Each check on short texts: check_cases.tsv has a row for each, the rule,
 * '+' where it must fire and '-' where it must not, and the texts by
 * language. A row of '-' must be free of every error, not of that rule's
 * alone. Text is one point unless it begins with '#'; '\n' is a line end.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/memory.h"
#include "check_box.h"

#define CASE_LANGUAGES 4

static const char facts[] = "title: T\n"
			    "date: 2021-05-27\n"
			    "floor-time: 30 s\n"
			    "languages: [ru, en, kk, fr, es, zh, ar]\n";

static const char terms[] =
	"concept\tlang\tstatus\tterm\treplacement\texception\tnote\n"
	"cyber\ten\tdeprecated\tcyber*\tICT\t"
	"Convention on Cybercrime; culture of cybersecurity\t\n"
	"cyber\tru\tdeprecated\tкибер*\tИКТ\tКонвенция по "
	"киберпреступности; Конвенция о киберпреступности\t\n"
	"cyber\tkk\tdeprecated\tкибер*\tАКТ\t\t\n"
	"info\tfr\tsuperseded\tinforoute\tInternet\t\t\n"
	"oewg\tru\tpreferred\tрабочая группа открытого состава\t\t\t\n"
	"oewg\tru\tadmitted\tРГОС\t\t\t\n"
	"oewg\ten\tpreferred\topen-ended working group\t\t\t\n"
	"oewg\ten\tadmitted\tOEWG\t\t\t\n";

struct check_case {
	int line;
	char *rule, *sign;
	char *languages[CASE_LANGUAGES];
	struct buffer texts[CASE_LANGUAGES];
	size_t count;
};

static void
case_add_text(struct check_case *one, char *field)
{
	char *equals = strchr(field, '='), *at;
	struct buffer *text = &one->texts[one->count];

	assert_non_null(equals);
	*equals = '\0';
	one->languages[one->count++] = field;
	buffer_init(text);
	if (equals[1] != '#')
		buffer_append_string(text, "## Paragraph 1\n\n1. ");
	for (at = equals + 1; *at; at++) {
		if (at[0] == '\\' && at[1] == 'n') {
			buffer_append_byte(text, '\n');
			at++;
		} else {
			buffer_append_byte(text, *at);
		}
	}
	buffer_append_byte(text, '\n');
}

static void
case_complain(const struct check_box *box, const struct check_case *one,
	      const char *why)
{
	struct buffer line = BUFFER_INIT;
	size_t i;

	print_message("check_cases.tsv:%d: %s: %s\n", one->line, one->rule,
		      why);
	for (i = 0; i < box->report.list.len; i++) {
		buffer_reset(&line);
		check_finding_format(&box->report.list.items[i], "", &line);
		print_message("  %s\n", line.data);
	}
	buffer_release(&line);
}

/* Returns whether it was as it should be. */
static bool
case_run(struct check_box *box, struct check_case *one)
{
	const char *texts[CASE_LANGUAGES];
	size_t i, count;
	bool is_right;

	for (i = 0; i < one->count; i++)
		texts[i] = one->texts[i].data;
	check_box_run(box, facts, (const char *const *)one->languages, texts,
		      one->count);
	count = check_box_count(box, one->rule);
	if (*one->sign == '+')
		is_right = count > 0;
	else
		is_right = !count &&
			   !check_report_count(&box->report, SEVERITY_ERROR);
	if (!is_right)
		case_complain(box, one,
			      *one->sign == '+' ? "was not found"
						: "should be clean");
	for (i = 0; i < one->count; i++)
		buffer_release(&one->texts[i]);
	return is_right;
}

static bool
case_read(char *line, struct check_case *one)
{
	char *field, *rest = NULL;

	line[strcspn(line, "\n")] = '\0';
	one->count = 0;
	if (!*line || *line == '#')
		return false;
	one->rule = strtok_r(line, "\t", &rest);
	one->sign = strtok_r(NULL, "\t", &rest);
	assert_non_null(one->sign);
	while ((field = strtok_r(NULL, "\t", &rest)) &&
	       one->count < CASE_LANGUAGES)
		case_add_text(one, field);
	return one->count > 0;
}

static void
test_cases(void **state)
{
	const char *folder = getenv("top_srcdir");
	struct check_case one = {.line = 0};
	struct check_box box;
	char path[4096], line[8192];
	size_t cases = 0, wrong = 0;
	FILE *file;

	(void)state;
	snprintf(path, sizeof path, "%s/tests/unit/check_cases.tsv",
		 folder ? folder : ".");
	file = fopen(path, "r");
	assert_non_null(file);
	check_box_open(&box, terms);
	while (fgets(line, sizeof line, file)) {
		one.line++;
		if (!case_read(line, &one))
			continue;
		cases++;
		wrong += !case_run(&box, &one);
	}
	fclose(file);
	check_box_close(&box);
	print_message("%zu cases\n", cases);
	assert_true(cases > 200);
	assert_int_equal(wrong, 0);
}

/* Every rule fires in some case, and is clean in some other. */
static void
test_every_rule_has_cases(void **state)
{
	const char *folder = getenv("top_srcdir");
	char path[4096], line[8192], wanted[64];
	const struct check_rule *rule;
	bool fires, is_clean;
	size_t i;
	FILE *file;

	(void)state;
	snprintf(path, sizeof path, "%s/tests/unit/check_cases.tsv",
		 folder ? folder : ".");
	for (i = 0; (rule = check_rule_at(i)); i++) {
		fires = is_clean = false;
		file = fopen(path, "r");
		assert_non_null(file);
		snprintf(wanted, sizeof wanted, "%s\t", rule->id);
		while (fgets(line, sizeof line, file)) {
			if (strncmp(line, wanted, strlen(wanted)))
				continue;
			fires |= line[strlen(wanted)] == '+';
			is_clean |= line[strlen(wanted)] == '-';
		}
		fclose(file);
		/* Quotations need a text that the program does not ship. */
		if (!strcmp(rule->id, "quote-differs"))
			continue;
		if (!fires || !is_clean)
			print_message("%s\n", rule->id);
		assert_true(fires && is_clean);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cases),
		cmocka_unit_test(test_every_rule_has_cases),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
