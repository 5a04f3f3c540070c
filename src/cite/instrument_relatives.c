/* Kin of a document in the catalogue: see instrument.h. */
#include <string.h>

#include "lectern/instrument.h"

void
instrument_relatives_release(struct instrument_relatives *relatives)
{
	vector_release(&relatives->list);
}

const char *
kinship_name(enum kinship kinship)
{
	static const char *const names[] = {"change", "named", "title"};

	return names[kinship];
}

/* Is this part of a symbol a modification: "Rev.1", "Add.2"? */
static bool
relative_is_change(const char *part)
{
	static const char *const words[] = {"Add.", "Amend.", "Corr.", "Rev.",
					    "Summary"};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (!strncmp(part, words[i], strlen(words[i])))
			return true;
	return false;
}

/* The length of a symbol without what says how it was changed. */
static size_t
relative_base(const char *symbol)
{
	size_t len = strlen(symbol), at = len;

	while (at) {
		at--;
		if (symbol[at] != '/')
			continue;
		if (!relative_is_change(symbol + at + 1))
			break;
		len = at;
	}
	return len;
}

/* Does the text name the symbol in any form, or by itself? */
static bool
relative_names(const char *text, const char *symbol)
{
	struct citations found = CITATIONS_INIT;
	bool names = false;
	size_t i;

	if (!*text)
		return false;
	cite_find(text, strlen(text), NULL, NULL, &found);
	for (i = 0; i < found.list.len; i++)
		names |= !strcmp(found.list.items[i].symbol, symbol);
	citations_release(&found);
	return names;
}

static bool
relative_row_names(const struct instrument *row, const char *symbol)
{
	return relative_names(row->cells[CATALOGUE_NOTE], symbol) ||
	       relative_names(row->cells[CATALOGUE_AKA], symbol);
}

static bool
relative_has_title(const struct instrument *a, const struct instrument *b)
{
	int column;

	for (column = CATALOGUE_TITLE_EN; column <= CATALOGUE_TITLE_KK;
	     column++)
		if (*a->cells[column] &&
		    !strcmp(a->cells[column], b->cells[column]))
			return true;
	return false;
}

static bool
relative_find_kinship(const struct instrument *one, const char *symbol,
		      const struct instrument *other, enum kinship *kinship)
{
	const char *name = other->cells[CATALOGUE_SYMBOL];
	size_t base = relative_base(symbol);

	if (relative_base(name) == base && !memcmp(name, symbol, base))
		*kinship = KINSHIP_CHANGE;
	else if ((one && relative_row_names(one, name)) ||
		 relative_row_names(other, symbol))
		*kinship = KINSHIP_NAMED;
	else if (one && relative_has_title(one, other))
		*kinship = KINSHIP_TITLE;
	else
		return false;
	return true;
}

static int
relative_compare(const void *first, const void *second)
{
	const struct instrument_relative *a = first, *b = second;
	const char *dates[] = {a->instrument->cells[CATALOGUE_ADOPTED],
			       b->instrument->cells[CATALOGUE_ADOPTED]};
	int order = strcmp(dates[0], dates[1]);

	if (!*dates[0] != !*dates[1])
		return *dates[0] ? -1 : 1;
	return order ? order
		     : catalogue_compare_symbols(
			       a->instrument->cells[CATALOGUE_SYMBOL],
			       b->instrument->cells[CATALOGUE_SYMBOL]);
}

void
instrument_find_relatives(const struct catalogue *catalogue, const char *symbol,
			  struct instrument_relatives *relatives)
{
	const struct instrument *one = catalogue_find_symbol(catalogue, symbol);
	struct instrument_relative found;
	size_t i;

	relatives->list.len = 0;
	for (i = 0; i < catalogue_count(catalogue); i++) {
		found.instrument = catalogue_at(catalogue, i);
		if (found.instrument != one &&
		    relative_find_kinship(one, symbol, found.instrument,
					  &found.kinship))
			vector_push(&relatives->list, found);
	}
	if (relatives->list.len)
		qsort(relatives->list.items, relatives->list.len,
		      sizeof *relatives->list.items, relative_compare);
}
