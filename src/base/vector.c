#include <stdint.h>

#include "lectern/memory.h"
#include "lectern/vector.h"

void *
vector_grow(void *items, size_t *cap, size_t need, size_t size)
{
	size_t grown;

	if (need <= *cap)
		return items;
	grown = *cap + *cap / 2;
	if (grown < need)
		grown = need < 8 ? 8 : need;
	items = mem_realloc(items, grown, size);
	*cap = grown;
	return items;
}
