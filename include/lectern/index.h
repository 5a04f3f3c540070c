/*
 * index.h - brings the store up to date with the library's files.
 *
 * Reads what changed: size, mtime in ns and inode first, then the hash. One
 * transaction a meeting, so that it can be killed at any moment and go on
 * later; two of them at once do no harm (SQLite's lock, and the same result).
 * A file changed so lately that it could change again without its time of
 * change moving is hashed again by the next run, as git does.
 */
#ifndef LECTERN_INDEX_H
#define LECTERN_INDEX_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/error.h"
#include "lectern/library.h"
#include "lectern/store.h"

struct index_report {
	size_t meetings, read, unchanged, removed;
	size_t texts;			/* language versions of points read */
	size_t errors, warnings, notes; /* in the meetings read */
	bool rebuilt; /* the index was damaged, set aside and made anew */
};

struct index_options {
	bool all;   /* read everything, changed or not */
	bool words; /* what search needs, too: as long again as the rest */
	/* Called after each meeting; NULL for none. False stops the run. */
	bool (*progress)(size_t done, size_t total, const char *id, void *data);
	/* Called with the diagnostics of each meeting read, and with those of
	 * folders that cannot be meetings; NULL for none. */
	void (*found)(const struct diagnostics *diags, void *data);
	void *data;
};

enum status index_update(const struct library *lib, struct store *store,
			 const struct index_options *options,
			 struct index_report *report,
			 struct error *err) WARN_UNUSED;

/* One meeting only; STATUS_NOT_FOUND where its folder is gone (and then it is
 * dropped from the store). *changed says whether it was read. */
enum status index_update_meeting(const struct library *lib, struct store *store,
				 const char *id, bool *changed,
				 struct error *err) WARN_UNUSED;

#endif
