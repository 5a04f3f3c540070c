/*
 * terms.h - a delegation's words: which term stands for a concept, in each
 * language, and which are no longer to be used.
 *
 * Read from terms.tsv: tab-separated, a header row, one term a row (see
 * format(7)). A term is compared by stems, so that one row finds a word in
 * all its endings; an exception is a phrase in which the term is right. The
 * policy is the delegation's: the program ships none.
 *
 * Pure: rows come from a buffer. What is wrong in a file is a diagnostic with
 * its line, and the rest of the file still loads.
 */
#ifndef LECTERN_TERMS_H
#define LECTERN_TERMS_H

#include <stddef.h>

#include "lectern/arena.h"
#include "lectern/diagnostic.h"
#include "lectern/vector.h"

enum term_status {
	TERM_PREFERRED,
	TERM_ADMITTED,
	TERM_DEPRECATED, /* an error where it is used */
	TERM_SUPERSEDED, /* a warning */
};

struct term_row {
	const char *concept; /* ties the languages together */
	const char *language;
	enum term_status status;
	const char *words;	 /* as written; a '*' at the end: a stem */
	const char *replacement; /* what to write instead, or "" */
	const char *exceptions;	 /* phrases with "; " between, or "" */
	const char *note;
	int line;
};

struct terms {
	VECTOR(struct term_row) list; /* in order of the file */
	struct arena arena;
};

#define TERMS_INIT                                                             \
	{                                                                      \
		VECTOR_INIT, ARENA_INIT                                        \
	}

/* Add the rows of a file; 'file' is used in diagnostics. */
void terms_read(struct terms *terms, const char *text, size_t len,
		const char *file, struct diagnostics *diags);
void terms_release(struct terms *terms);

#endif
