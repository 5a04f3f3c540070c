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
#include <stdint.h>

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

/*
 * The same for who cannot wait: Git begins, and is asked later. Never NULL;
 * stale_end() frees it, with the answer in 'out' (waiting for what is not
 * known yet), or, where 'out' is NULL, with what still runs given up. The
 * meeting is that it began with.
 */
struct stale_search;
struct stale_search *stale_begin(const struct library *lib,
				 const struct meeting *meeting);
bool stale_is_known(struct stale_search *search);
void stale_end(struct stale_search *search, const struct meeting *meeting,
	       struct stale *out);
bool is_stale(const struct stale *stale, const struct aligned_section *section,
	      size_t row, size_t language);

/*
 * The words of a point of the original as they were when its translation into
 * a language was last changed, appended, and when that was (seconds since
 * 1970). STATUS_NOT_FOUND where Git does not know, or the point was not there
 * yet. Waits for Git.
 */
enum status stale_before(const struct library *lib,
			 const struct meeting *meeting,
			 const struct place *place, size_t language,
			 struct buffer *words, int64_t *time,
			 struct error *err) WARN_UNUSED;

#endif
