#include <assert.h>
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/option.h"
#include "lectern/words.h"
#include "option_refuse.h"

/* getopt_long() answers with a letter, or with this plus a row's index. */
#define OPTION_LONG 256

struct option_forms {
	char letters[2 * OPTION_TABLE_MAX + 3];
	struct option longs[OPTION_TABLE_MAX + 1];
};

static size_t
option_count(const struct option_row *table)
{
	size_t count = 0;

	while (table[count].name)
		count++;
	assert(count <= OPTION_TABLE_MAX);
	return count;
}

static void
option_list_forms(const struct option_row *table, bool leading,
		  struct option_forms *forms)
{
	size_t count = option_count(table), i;
	char *at = forms->letters;

	if (leading)
		*at++ = '+';
	*at++ = ':';
	memset(forms->longs, 0, sizeof forms->longs);
	for (i = 0; i < count; i++) {
		forms->longs[i].name = table[i].name;
		forms->longs[i].val = OPTION_LONG + (int)i;
		if (table[i].type != OPTION_FLAG)
			forms->longs[i].has_arg = required_argument;
		if (!table[i].letter)
			continue;
		*at++ = table[i].letter;
		if (table[i].type != OPTION_FLAG)
			*at++ = ':';
	}
	*at = '\0';
}

/* The row behind getopt_long()'s answer, or NULL. */
static const struct option_row *
option_find(const struct option_row *table, int answer)
{
	size_t i;

	for (i = 0; table[i].name; i++)
		if (answer == OPTION_LONG + (int)i ||
		    (answer && answer == table[i].letter))
			return &table[i];
	return NULL;
}

static bool
option_read_number(const struct option_row *row, const char *text, long *number)
{
	char *end;

	errno = 0;
	*number = strtol(text, &end, 10);
	return *text && strchr("+-0123456789", *text) && end != text && !*end &&
	       !errno && *number >= row->min && *number <= row->max;
}

/* The index of 'text' among "a|b|c". */
static bool
option_read_choice(const char *choices, const char *text, long *number)
{
	size_t len, want = strlen(text);
	const char *at = choices;

	for (*number = 0; at; ++*number) {
		len = strcspn(at, "|");
		if (len == want && !memcmp(at, text, len))
			return true;
		at = at[len] ? at + len + 1 : NULL;
	}
	return false;
}

bool
option_read(const struct option_row *row, const char *text, long *number)
{
	*number = 0;
	switch (row->type) {
	case OPTION_FLAG:
		return option_read_choice("no|yes", text, number);
	case OPTION_NUMBER:
		return option_read_number(row, text, number);
	case OPTION_CHOICE:
		return option_read_choice(row->choices, text, number);
	default:
		return true;
	}
}

static enum status
option_set(const struct option_row *row, const char *text,
	   struct option_value *value, struct error *err)
{
	long number = 1;

	if (row->type != OPTION_FLAG && !option_read(row, text, &number)) {
		if (row->type == OPTION_NUMBER)
			return error_set(err, STATUS_INVALID,
					 _("The option --%s takes a whole "
					   "number from %ld to %ld, not "
					   "\"%s\"."),
					 row->name, row->min, row->max, text);
		return error_set(err, STATUS_INVALID,
				 _("The option --%s takes one of %s, not "
				   "\"%s\"."),
				 row->name, row->choices, text);
	}
	value->number = number;
	value->text = text;
	return STATUS_OK;
}

static enum status
option_set_defaults(const struct option_row *table, struct option_value *values,
		    struct error *err)
{
	enum status rc = STATUS_OK;
	size_t i;

	for (i = 0; table[i].name && rc == STATUS_OK; i++) {
		values[i] = (struct option_value){false, 0, NULL};
		if (table[i].fallback && table[i].type != OPTION_FLAG)
			rc = option_set(&table[i], table[i].fallback,
					&values[i], err);
	}
	return rc;
}

static enum status
option_parse_all(const struct option_row *table, bool leading, int argc,
		 char **argv, struct option_value *values, int *first,
		 struct error *err)
{
	struct option_forms forms;
	const struct option_row *row;
	enum status rc = option_set_defaults(table, values, err);
	int answer;

	option_list_forms(table, leading, &forms);
	opterr = 0;
	optind = 0; /* glibc and musl start anew, whoever used it before */
	while (rc == STATUS_OK && argc > 0 &&
	       (answer = getopt_long(argc, argv, forms.letters, forms.longs,
				     NULL)) != -1) {
		if (answer == '?' || answer == ':') {
			row = option_find(table, optopt);
			rc = option_refuse(table, row, answer, argv, err);
			continue;
		}
		row = option_find(table, answer);
		rc = option_set(row, optarg, &values[row - table], err);
		values[row - table].given = true;
	}
	*first = argc > 0 ? optind : argc;
	return rc;
}

enum status
option_parse(const struct option_row *table, int argc, char **argv,
	     struct option_value *values, int *first, struct error *err)
{
	return option_parse_all(table, false, argc, argv, values, first, err);
}

enum status
option_parse_leading(const struct option_row *table, int argc, char **argv,
		     struct option_value *values, int *first, struct error *err)
{
	return option_parse_all(table, true, argc, argv, values, first, err);
}

size_t
option_index(const struct option_row *table, const char *name)
{
	size_t i = 0;

	while (table[i].name && strcmp(table[i].name, name) != 0)
		i++;
	assert(table[i].name);
	return i;
}
