/* The lines over and under a row: its tags, and what it cites. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "row_private.h"

static const char *const row_role_words[ROLE_COUNT] = {
	[ROLE_SAY] = "",
	[ROLE_IF_RAISED] = N_("if raised"),
	[ROLE_IF_PRESSED] = N_("if pressed"),
	[ROLE_BACKGROUND] = N_("background"),
	[ROLE_AVOID] = N_("avoid"),
};

/* What opens a tag: a bracket, or a dot between two. */
static void
row_tags_part(struct buffer *out, size_t start)
{
	buffer_append_string(out, out->len == start ? "[" : " · ");
}

void
row_tags_text(const struct row_tags *tags, struct buffer *out)
{
	size_t start = out->len;

	if (*row_role_words[tags->role]) {
		row_tags_part(out, start);
		buffer_append_string(out, _(row_role_words[tags->role]));
	}
	if (*tags->to) {
		row_tags_part(out, start);
		/* TRANSLATORS: whom a point answers, as in "to Israel". */
		buffer_printf(out, _("to %s"), tags->to);
	}
	if (tags->priority) {
		row_tags_part(out, start);
		/* TRANSLATORS: 1 is first, 3 last. */
		buffer_printf(out, _("priority %d"), tags->priority);
	}
	if (*tags->was) {
		row_tags_part(out, start);
		/* TRANSLATORS: its number in an earlier draft. */
		buffer_printf(out, _("was %s"), tags->was);
	}
	if (out->len > start)
		buffer_append_byte(out, ']');
}

/* By symbol; among the same, the first found first. */
static int
row_compare_symbols(const void *a, const void *b)
{
	const struct citation *const *left = a, *const *right = b;
	int order = strcmp((*left)->symbol, (*right)->symbol);

	if (order)
		return order;
	return (*left > *right) - (*left < *right);
}

static int
row_compare_places(const void *a, const void *b)
{
	const struct citation *const *left = a, *const *right = b;

	return (*left > *right) - (*left < *right);
}

void
row_citations_text(const struct citations *citations, struct buffer *out)
{
	size_t count = citations->list.len, kept = 0, i;
	const struct citation **sorted;
	struct buffer symbols = BUFFER_INIT;

	if (!count)
		return;
	sorted = mem_alloc(count, sizeof *sorted);
	for (i = 0; i < count; i++)
		sorted[i] = &citations->list.items[i];
	qsort(sorted, count, sizeof *sorted, row_compare_symbols);
	for (i = 0; i < count; i++)
		if (!kept ||
		    strcmp(sorted[kept - 1]->symbol, sorted[i]->symbol))
			sorted[kept++] = sorted[i];
	qsort(sorted, kept, sizeof *sorted, row_compare_places);
	for (i = 0; i < kept; i++)
		buffer_printf(&symbols, "%s%s", i ? ", " : "",
			      sorted[i]->symbol);
	/* TRANSLATORS: a list of document symbols, as in "Cites A/RES/1/1". */
	buffer_printf(out, _("Cites %s"), symbols.data);
	buffer_release(&symbols);
	free(sorted);
}
