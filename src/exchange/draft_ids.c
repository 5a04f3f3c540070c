/* Ids of sections, found without a walk through all of them. */
#include <stdlib.h>
#include <string.h>

#include "draft_parts.h"

#define IDS_FIRST 64

static size_t
draft_ids_slot(const struct draft_ids *ids, const char *id)
{
	uint32_t hash = 2166136261u;
	const char *at;
	size_t slot;

	for (at = id; *at; at++)
		hash = (hash ^ (unsigned char)*at) * 16777619u;
	slot = hash & (ids->size - 1);
	while (ids->slots[slot].id && strcmp(ids->slots[slot].id, id))
		slot = (slot + 1) & (ids->size - 1);
	return slot;
}

const struct draft_id *
draft_ids_find(const struct draft_ids *ids, const char *id)
{
	const struct draft_id *found;

	if (!ids->size)
		return NULL;
	found = &ids->slots[draft_ids_slot(ids, id)];
	return found->id ? found : NULL;
}

static void
draft_ids_grow(struct draft_ids *ids)
{
	struct draft_ids more = {.size = ids->size ? 2 * ids->size : IDS_FIRST,
				 .count = ids->count};
	size_t i;

	more.slots = mem_alloc(more.size, sizeof *more.slots);
	for (i = 0; i < ids->size; i++)
		if (ids->slots[i].id)
			more.slots[draft_ids_slot(&more, ids->slots[i].id)] =
				ids->slots[i];
	free(ids->slots);
	*ids = more;
}

void
draft_ids_add(struct draft_ids *ids, const char *id, size_t section)
{
	size_t slot;

	if (2 * ids->count >= ids->size)
		draft_ids_grow(ids);
	slot = draft_ids_slot(ids, id);
	ids->count += !ids->slots[slot].id;
	ids->slots[slot] = (struct draft_id){id, section};
}

void
draft_ids_release(struct draft_ids *ids)
{
	free(ids->slots);
	memset(ids, 0, sizeof *ids);
}
