/* catalogue_parts.h - the catalogue's inside, for the files that make it. */
#ifndef LECTERN_CITE_CATALOGUE_PARTS_H
#define LECTERN_CITE_CATALOGUE_PARTS_H

#include "lectern/arena.h"
#include "lectern/catalogue.h"
#include "lectern/vector.h"

struct catalogue {
	struct arena arena;
	VECTOR(struct instrument) list; /* sorted by symbol */
	struct cite_names *names;
};

/* Where the symbol stands in the list, or where it would; *is_there says
 * which. */
size_t catalogue_search(const struct catalogue *catalogue, const char *symbol,
			bool *is_there);

#endif
