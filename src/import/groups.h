/*
 * groups.h - rows of a table that belong to one vote.
 *
 * Kept in the order they came in, found by their key in a balanced tree of
 * the C library, so that a file of a million rows takes its own time and no
 * more, whatever the order of its rows.
 */
#ifndef IMPORT_GROUPS_H
#define IMPORT_GROUPS_H

#include "lectern/arena.h"
#include "lectern/vector.h"
#include "rows.h"

struct vote_group {
	const char *key;
	const char *symbol, *date, *title; /* of the first row */
	long line;
	struct vote_counts totals, voted;
	bool is_without_vote;
	long rows;
};

struct vote_groups {
	struct arena arena;
	VECTOR(struct vote_group *) list;
	void *tree;
};

/* The group of the key, new (all its fields but the key are empty) where
 * there is none; valid until the groups are released. */
struct vote_group *vote_groups_find(struct vote_groups *groups,
				    const char *key);
void vote_groups_release(struct vote_groups *groups);

#endif
