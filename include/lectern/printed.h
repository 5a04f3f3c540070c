/*
 * printed.h - which words of a meeting are on paper, so that what changed
 * since can be marked.
 *
 * A small file of the person's own (session.h) has a hash of each point, a
 * line a language. The first time a language is printed all its points are
 * taken as they stand: only later ones can differ. A point moved, but with
 * the same words, has not changed; one that nobody printed since it changed
 * stays marked.
 */
#ifndef LECTERN_PRINTED_H
#define LECTERN_PRINTED_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/error.h"
#include "lectern/library.h"
#include "lectern/meeting.h"

/*
 * Set is_changed[row] (by first_row + row) where the point has other words
 * than when its language was printed last, in one of these languages. Returns
 * how many; none where nothing was printed yet.
 */
size_t printed_find_changed(const struct library *lib,
			    const struct meeting *meeting,
			    const char *const *languages, size_t count,
			    bool *is_changed);

/* These rows were printed in these languages. */
enum status printed_keep(const struct library *lib,
			 const struct meeting *meeting,
			 const char *const *languages, size_t count,
			 const bool *is_printed, struct error *err) WARN_UNUSED;

#endif
