/*
 * index_local.h - whether a meeting's files are those that were indexed.
 *
 * Stat first, hash second, parse last. The time of change has the grain of
 * the kernel's clock tick at best, and of two seconds on some file systems, so
 * a file whose time lies within two seconds of the moment it was read is kept
 * with a time it cannot have: the next run hashes it.
 */
#ifndef INDEX_LOCAL_H
#define INDEX_LOCAL_H

#include "lectern/library.h"

enum index_change {
	INDEX_SAME,    /* nothing to do */
	INDEX_TOUCHED, /* same content, other identities: 'now' has hashes */
	INDEX_CHANGED, /* read it again */
};

/* Nanoseconds since 1970. */
int64_t index_clock(void);

/*
 * Compare what was indexed with what stands on disk. 'now' comes from
 * library_list_files(); it gets hashes where the identities do not settle it.
 */
enum index_change index_compare(const struct library *lib, const char *meeting,
				const struct library_files *indexed,
				struct library_files *now);

/* Give files changed less than two seconds before 'start' (or after it) a
 * time no file has. */
void index_distrust_recent(struct library_files *files, int64_t start);

#endif
