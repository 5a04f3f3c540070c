/* catalogue_entry.h - one row from outside, checked and in our form. */
#ifndef EXCHANGE_CATALOGUE_ENTRY_H
#define EXCHANGE_CATALOGUE_ENTRY_H

#include <jansson.h>

#include "lectern/catalogue_merge.h"

/* Copy the cells of the catalogue's columns; others are not ours. */
void entry_take_cells(struct catalogue_entry *entry, const json_t *cells,
		      struct arena *arena);

/*
 * Bring the cells into our form, by the kind of file they come from
 * ("marcxml", "voting", "roll-calls", "table"). What cannot be right is an
 * error in 'diags', and the symbol of a row that cannot be used is NULL.
 */
void entry_check(struct catalogue_entry *entry, const char *source,
		 struct arena *arena, struct diagnostics *diags);

#endif
