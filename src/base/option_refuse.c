#include <getopt.h>
#include <stdint.h>
#include <string.h>

#include "lectern/words.h"
#include "option_refuse.h"

/* Nobody mistypes a longer name; and the work stays bounded. */
#define OPTION_NAME_MAX 32

static size_t
option_least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/*
 * Edits that make 'a' of 'b': a letter put in, left out or changed, or two
 * neighbours swapped. Three rows of the table of distances between their
 * beginnings are kept: a swap looks two rows back.
 */
static size_t
option_distance(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t rows[3][OPTION_NAME_MAX + 1];
	size_t *row, *old, *older;
	size_t i, j;

	if (a_len > OPTION_NAME_MAX || b_len > OPTION_NAME_MAX)
		return SIZE_MAX;
	for (j = 0; j <= b_len; j++)
		rows[0][j] = j;
	for (i = 1; i <= a_len; i++) {
		row = rows[i % 3];
		old = rows[(i + 2) % 3];
		older = rows[(i + 1) % 3];
		row[0] = i;
		for (j = 1; j <= b_len; j++) {
			row[j] = old[j - 1] + (a[i - 1] != b[j - 1]);
			row[j] = option_least(row[j], old[j] + 1);
			row[j] = option_least(row[j], row[j - 1] + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				row[j] = option_least(row[j], older[j - 2] + 1);
		}
	}
	return rows[a_len % 3][b_len];
}

static enum status
option_refuse_missing(const struct option_row *row, struct error *err)
{
	switch (row->type) {
	case OPTION_NUMBER:
		return error_set(err, STATUS_INVALID,
				 _("The option --%s needs a whole number from "
				   "%ld to %ld after it."),
				 row->name, row->min, row->max);
	case OPTION_CHOICE:
		return error_set(err, STATUS_INVALID,
				 _("The option --%s needs one of %s after "
				   "it."),
				 row->name, row->choices);
	default:
		return error_set(err, STATUS_INVALID,
				 _("The option --%s needs a value after it: "
				   "--%s=%s."),
				 row->name, row->name,
				 row->argument ? row->argument : "…");
	}
}

/* The name in "--name" or "--name=value". Either it begins several names, or
 * it begins none and the nearest one may be what was meant. */
static enum status
option_refuse_long(const struct option_row *table, const char *word,
		   struct error *err)
{
	const char *near = NULL;
	size_t len = strcspn(word, "="), best = SIZE_MAX, far, i;
	int size = len < 200 ? (int)len : 200;

	for (i = 0; table[i].name; i++) {
		if (!strncmp(table[i].name, word, len))
			return error_set(err, STATUS_INVALID,
					 _("The option --%.*s may mean --%s "
					   "or another; write more of it."),
					 size, word, table[i].name);
		far = option_distance(word, len, table[i].name,
				      strlen(table[i].name));
		if (far < best) {
			best = far;
			near = table[i].name;
		}
	}
	if (near && best <= 1 + strlen(near) / 4)
		return error_set(err, STATUS_INVALID,
				 _("There is no option --%.*s; the nearest is "
				   "--%s."),
				 size, word, near);
	return error_set(err, STATUS_INVALID,
			 _("There is no option --%.*s; --help lists those "
			   "there are."),
			 size, word);
}

/* A letter beyond ASCII comes back as its first byte: show its whole word. */
static enum status
option_refuse_letter(char letter, char *const *argv, struct error *err)
{
	size_t i;

	if ((unsigned char)letter < 0x80)
		return error_set(err, STATUS_INVALID,
				 _("There is no option -%c; --help lists "
				   "those there are."),
				 letter);
	for (i = 1; argv[i]; i++)
		if (argv[i][0] == '-' && strchr(argv[i], letter))
			break;
	return error_set(err, STATUS_INVALID,
			 _("There is no such option in %.200s; --help lists "
			   "those there are."),
			 argv[i] ? argv[i] : "-");
}

enum status
option_refuse(const struct option_row *table, const struct option_row *row,
	      int answer, char **argv, struct error *err)
{
	if (answer == ':' && row)
		return option_refuse_missing(row, err);
	if (row)
		return error_set(err, STATUS_INVALID,
				 _("The option --%s takes no value."),
				 row->name);
	if (optopt)
		return option_refuse_letter((char)optopt, argv, err);
	return option_refuse_long(table, argv[optind - 1] + 2, err);
}
