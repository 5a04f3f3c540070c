/*
 * catalogue_merge.h - rows from outside, and what they would change.
 *
 * lectern-import gives rows as a file has them. Here each is checked again
 * (symbol, date, vote, text), brought into the catalogue's form, and compared
 * with what is known: the outcome is a list of changes, field by field, which
 * a person may look at before anything is written. What a file does not say
 * never empties a field. The new text of instruments.tsv keeps every row,
 * comment, column and order of the old one and changes only the cells that
 * change; a row that only the program's own catalogue has is copied first,
 * because a library's row replaces it whole.
 *
 * The UN Digital Library's records are taken at their word. Roll calls from
 * elsewhere may be counted one short, so they fill what is empty and replace
 * nothing. Two records that contradict each other are an error.
 *
 * Pure: text in, text out.
 */
#ifndef LECTERN_CATALOGUE_MERGE_H
#define LECTERN_CATALOGUE_MERGE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/arena.h"
#include "lectern/catalogue.h"
#include "lectern/diagnostic.h"
#include "lectern/vector.h"

/* A row that was read, in the catalogue's form; NULL: the file says nothing. */
struct catalogue_entry {
	const char *cells[CATALOGUE_COLUMNS];
	bool fills_only;     /* replaces nothing */
	bool is_from_symbol; /* kind and body: not in the file */
	const char *file;
	int line;
};

struct catalogue_change {
	const char *symbol;
	bool is_new; /* no catalogue has it */
	/* "" where it was empty, NULL in 'now' where it stays as it was */
	const char *was[CATALOGUE_COLUMNS], *now[CATALOGUE_COLUMNS];
	const char *file; /* the first row that changes something */
	int line;
};

/* Rows of a file that are no facts for the catalogue, by reason. */
struct catalogue_left_out {
	const char *file;
	const char *reason; /* "part", "guess", "several", "failed" */
	int count;
};

/* Strings belong to it, or to the catalogue it was compared with. */
struct catalogue_merge {
	struct arena arena;
	VECTOR(struct catalogue_entry) entries;	 /* as they came */
	VECTOR(struct catalogue_change) changes; /* by symbol */
	VECTOR(struct catalogue_left_out) left_out;
	size_t records; /* read, kept or not */
};

void catalogue_merge_init(struct catalogue_merge *merge);
void catalogue_merge_release(struct catalogue_merge *merge);

/*
 * Add what lectern-import wrote about the file. What is wrong is a diagnostic
 * with the file and its line; an error among them means that nothing may be
 * written. Output that is not what it should be is one too.
 */
void catalogue_merge_read(struct catalogue_merge *merge, const char *file,
			  const char *rows, size_t len,
			  struct diagnostics *diags);

/* Compare all that was read with what is known, into merge->changes. */
void catalogue_merge_plan(struct catalogue_merge *merge,
			  const struct catalogue *known,
			  struct diagnostics *diags);

/*
 * The new text of a library's instruments.tsv, whose old text is given (empty:
 * there was none). STATUS_INVALID where the old text has no row of column
 * names.
 */
enum status catalogue_merge_write(const struct catalogue_merge *merge,
				  const char *text, size_t len,
				  struct buffer *out,
				  struct error *err) WARN_UNUSED;

/* Say in words what lectern-import found wrong; for the files of exchange. */
struct import_fault {
	const char *word, *value, *other;
	const char *file;
	int line, record;
};
void catalogue_merge_say_fault(const struct import_fault *fault,
			       struct diagnostics *diags);

#endif
