/* The lines over and under a row: its tags, and what it cites. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "row_private.h"

static const char *const row_role_words[ROLE_COUNT] = {
	[ROLE_SAY] = N_("say"),
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

	if (*tags->state) {
		row_tags_part(out, start);
		buffer_append_string(out, tags->state);
	}
	/* Whom else it answers is clearer with the role before it. */
	if (tags->role != tags->said || (tags->role != ROLE_SAY && *tags->to)) {
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

/* Symbols of 'sorted', with commas, and where each stands. */
static void
row_list_symbols(const struct citation *const *sorted, size_t count,
		 struct buffer *out, struct span *spans)
{
	size_t i;

	for (i = 0; i < count; i++) {
		if (i)
			buffer_append_string(out, ", ");
		spans[i] =
			(struct span){.kind = SPAN_CITATION, .start = out->len};
		buffer_append_string(out, sorted[i]->symbol);
		spans[i].end = out->len;
	}
}

/* Sort, and leave each symbol once. Returns how many are left. */
static size_t
row_unique_citations(const struct citation **sorted, size_t count)
{
	size_t kept = 0, i;

	qsort(sorted, count, sizeof *sorted, row_compare_symbols);
	for (i = 0; i < count; i++)
		if (!kept ||
		    strcmp(sorted[kept - 1]->symbol, sorted[i]->symbol))
			sorted[kept++] = sorted[i];
	qsort(sorted, kept, sizeof *sorted, row_compare_places);
	return kept;
}

void
row_cell_add_citations(struct row_cell *cell, const struct row_context *context,
		       const struct citations *citations)
{
	size_t count = citations->list.len, i, lead;
	const char *place;
	const struct citation **sorted = mem_alloc(count + 1, sizeof *sorted);
	struct span *spans = mem_alloc(count + 1, sizeof *spans);
	struct buffer symbols = BUFFER_INIT, text = BUFFER_INIT;
	struct row_words words = {.style = STYLE_QUIET,
				  .marker = "",
				  .spans = spans,
				  .is_ours = true};

	for (i = 0; i < count; i++)
		sorted[i] = &citations->list.items[i];
	words.span_count = row_unique_citations(sorted, count);
	row_list_symbols(sorted, words.span_count, &symbols, spans);
	/* TRANSLATORS: a list of document symbols, as in "Cites A/RES/1/1". */
	buffer_printf(&text, _("Cites %s"), symbols.data);
	/* Wherever a translation puts the list. */
	place = strstr(text.data, symbols.data);
	lead = place ? (size_t)(place - text.data) : 0;
	for (i = 0; i < words.span_count; i++) {
		spans[i].start += lead;
		spans[i].end += lead;
	}
	words.text = text.data;
	words.len = text.len;
	if (count)
		row_cell_add(cell, context, &words);
	buffer_release(&symbols);
	buffer_release(&text);
	free(spans);
	free(sorted);
}
