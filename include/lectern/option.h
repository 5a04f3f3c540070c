/*
 * option.h - options as tables: one row has name, type, range, default, help.
 *
 * The same rows parse a command line (long and short forms as getopt_long
 * knows them), print --help, and feed completions and the manual. A row
 * without help fails a test.
 */
#ifndef LECTERN_OPTION_H
#define LECTERN_OPTION_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"
#include "lectern/error.h"

enum option_type {
	OPTION_FLAG,   /* present or not */
	OPTION_NUMBER, /* a whole number from min to max */
	OPTION_TEXT,
	OPTION_CHOICE, /* one of 'choices', separated by '|' */
};

struct option_row {
	const char *name; /* long form without "--"; NULL ends the table */
	char letter;	  /* short form, or 0 */
	enum option_type type;
	const char *argument; /* "LANGS", shown in help; NULL for a flag */
	const char *choices;  /* OPTION_CHOICE: "a|b|c" */
	long min, max;	      /* OPTION_NUMBER */
	const char *fallback; /* default as text, or NULL */
	const char *help;     /* N_("…"), one line */
};

struct option_value {
	bool given;	  /* on the command line, not by default */
	long number;	  /* OPTION_NUMBER, index of a choice, 1 for a flag */
	const char *text; /* borrowed from argv or from the row */
};

#define OPTION_TABLE_MAX 40

/*
 * Parse argv[1..argc) by 'table'; values[i] belongs to table[i]. Operands may
 * stand among options; they are moved to the end, and *first is the index of
 * the first one. "--" ends the options. The message of an error names the
 * option and what it takes.
 */
enum status option_parse(const struct option_row *table, int argc, char **argv,
			 struct option_value *values, int *first,
			 struct error *err) WARN_UNUSED;

/* As option_parse(), but stops at the first operand (a command's name). */
enum status option_parse_leading(const struct option_row *table, int argc,
				 char **argv, struct option_value *values,
				 int *first, struct error *err) WARN_UNUSED;

/* Is 'text' a value for the row? *number is then as in struct option_value,
 * of a flag 1 for "yes" and 0 for "no". */
bool option_read(const struct option_row *row, const char *text, long *number);

/* The help block: one row a line, names in one column, help in the other. */
void option_format_help(const struct option_row *table, struct buffer *out);

/* Index of the row called 'name'; the row must exist. */
size_t option_index(const struct option_row *table, const char *name);

#endif
