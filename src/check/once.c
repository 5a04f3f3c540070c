/* What has been said before in a run: a set of hashes. Two topics that meet
 * in 64 bits would cost a finding; none will. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/save.h"
#include "internal.h"

#define ONCE_FIRST 64

static bool
once_put(uint64_t *slots, size_t cap, uint64_t hash)
{
	size_t at = (size_t)hash & (cap - 1);

	for (; slots[at]; at = (at + 1) & (cap - 1))
		if (slots[at] == hash)
			return false;
	slots[at] = hash;
	return true;
}

static void
once_grow(struct check_run *run)
{
	size_t cap = run->said_cap ? run->said_cap * 2 : ONCE_FIRST, i;
	uint64_t *slots = mem_alloc(cap, sizeof *slots);

	for (i = 0; i < run->said_cap; i++)
		if (run->said[i])
			once_put(slots, cap, run->said[i]);
	free(run->said);
	run->said = slots;
	run->said_cap = cap;
}

bool
run_once(struct check_run *run, const char *topic, const char *name,
	 size_t language)
{
	struct buffer key = BUFFER_INIT;
	uint64_t hash;

	buffer_printf(&key, "%s %zu %s", topic, language, name);
	hash = file_hash(key.data, key.len) | 1;
	buffer_release(&key);
	if (run->said_count * 2 >= run->said_cap)
		once_grow(run);
	if (!once_put(run->said, run->said_cap, hash))
		return false;
	run->said_count++;
	return true;
}
