/*
 * index_local.h - what the files that fill the store share: the run, and
 * whether a meeting's files are those that were indexed.
 *
 * Stat first, hash second, parse last. The time of change has the grain of
 * the kernel's clock tick at best, and of two seconds on some file systems, so
 * a file whose time lies within two seconds of the moment it was read is kept
 * with a time it cannot have: the next run hashes it.
 */
#ifndef INDEX_LOCAL_H
#define INDEX_LOCAL_H

#include "lectern/index.h"
#include "lectern/library.h"

/* One run, and how far it is. */
struct index_run {
	const struct library *lib;
	struct store *store;
	const struct index_options *options;
	struct index_report *report;
};

/* Hand on what was found in the files of one meeting, and count it. */
void index_report_found(struct index_run *run, const struct diagnostics *diags);

/* Read a meeting, or an instrument's text, where it has changed since it was
 * indexed. */
enum status index_refresh(struct index_run *run, const char *id, bool *changed,
			  struct error *err) WARN_UNUSED;

/* Take out of the store what it keeps and the library has no more; both lists
 * are sorted by byte. */
enum status index_drop_missing(struct index_run *run,
			       const struct library_names *kept,
			       const struct library_names *names,
			       size_t *dropped, struct error *err) WARN_UNUSED;

/* The titles and texts of the catalogue, for search. */
enum status index_instruments(struct index_run *run,
			      struct error *err) WARN_UNUSED;
/* What an instrument is called, for search: its symbol is its short name, its
 * other names are titles too. */
void index_name_instrument(const struct catalogue *catalogue,
			   struct meeting *meeting);

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
