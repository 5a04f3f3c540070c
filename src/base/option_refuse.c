#include <getopt.h>
#include <string.h>

#include "lectern/nearest.h"
#include "lectern/utf8.h"
#include "lectern/words.h"
#include "option_refuse.h"

#define OPTION_SHOWN_MAX 200 /* bytes of a word that a message repeats */

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

static enum status
option_refuse_name(const struct option_row *table, const char *name,
		   struct error *err)
{
	struct nearest nearest;
	enum status rc;

	nearest_init(&nearest, name);
	for (; table->name; table++)
		nearest_add(&nearest, table->name);
	rc = nearest.count
		     ? error_set(err, STATUS_INVALID,
				 _("There is no option --%s; the nearest is "
				   "--%s."),
				 name, nearest.names[0].name)
		     : error_set(err, STATUS_INVALID,
				 _("There is no option --%s; --help lists "
				   "those there are."),
				 name);
	nearest_release(&nearest);
	return rc;
}

/* The name in "--name" or "--name=value" begins several names, or none. */
static enum status
option_refuse_long(const struct option_row *table, const char *word,
		   struct error *err)
{
	struct buffer name = BUFFER_INIT;
	size_t len = strcspn(word, "="), i;
	enum status rc = STATUS_OK;

	if (len > OPTION_SHOWN_MAX)
		len = utf8_valid_prefix(word, OPTION_SHOWN_MAX);
	buffer_append(&name, word, len);
	for (i = 0; table[i].name && rc == STATUS_OK; i++)
		if (!strncmp(table[i].name, word, len))
			rc = error_set(err, STATUS_INVALID,
				       _("The option --%s may mean --%s or "
					 "another; write more of it."),
				       name.data, table[i].name);
	if (rc == STATUS_OK)
		rc = option_refuse_name(table, name.data, err);
	buffer_release(&name);
	return rc;
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
