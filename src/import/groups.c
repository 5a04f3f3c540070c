#include "config.h" /* _GNU_SOURCE, for tdestroy */

#include <search.h>
#include <string.h>

#include "groups.h"
#include "lectern/memory.h"

static int
vote_group_compare(const void *a, const void *b)
{
	const struct vote_group *left = a, *right = b;

	return strcmp(left->key, right->key);
}

struct vote_group *
vote_groups_find(struct vote_groups *groups, const char *key)
{
	const struct vote_counts none = VOTE_COUNTS_NONE;
	struct vote_group wanted = {.key = key}, *group;
	struct vote_group **found;

	/* Rows of one vote mostly stand together. */
	if (groups->list.len &&
	    !strcmp((*vector_last(&groups->list))->key, key))
		return *vector_last(&groups->list);
	found = tfind(&wanted, &groups->tree, vote_group_compare);
	if (found)
		return *found;
	group = arena_alloc(&groups->arena, 1, sizeof *group);
	group->key = arena_strdup(&groups->arena, key);
	group->totals = group->voted = none;
	if (!tsearch(group, &groups->tree, vote_group_compare))
		mem_fail(0);
	vector_push(&groups->list, group);
	return group;
}

/* The groups belong to the arena. */
static void
vote_group_keep(UNUSED void *group)
{
}

void
vote_groups_release(struct vote_groups *groups)
{
	tdestroy(groups->tree, vote_group_keep);
	vector_release(&groups->list);
	arena_release(&groups->arena);
}
