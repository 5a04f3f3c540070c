/*
 * stale.h - translations that are older than what they translate.
 *
 * Where the library is in a Git repository, its history says when each line
 * of a text was last changed: a point whose original changed after it is
 * stale. Elsewhere a clearance tells: it keeps a hash of the original as it
 * was then, so that the text as a whole is known to be stale or not. Nothing
 * is guessed from the times of files, which copying changes.
 */
#ifndef LECTERN_STALE_H
#define LECTERN_STALE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/library.h"
#include "lectern/meeting.h"

struct stale {
	bool *cells; /* (first_row + row) * languages + language */
	size_t languages;
	bool is_from_git; /* else from clearances */
};

/* Never fails: what cannot be known is not stale. Git is started by its
 * argument vector, without hooks. The caller releases. */
void stale_find(const struct library *lib, const struct meeting *meeting,
		struct stale *out);
void stale_release(struct stale *stale);
bool is_stale(const struct stale *stale, const struct aligned_section *section,
	      size_t row, size_t language);

#endif
