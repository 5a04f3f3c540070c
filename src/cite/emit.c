#include <stdio.h>
#include <string.h>

#include "names.h"
#include "state.h"

#define CITE_TWICE_BYTES 250 /* between a number and its symbol */
#define CITE_TWICE_BACK	 8

/* Two forms of one document: equal, or one with a year or letter more. */
static bool
cite_is_same(const char *a, const char *b)
{
	size_t len_a = strlen(a), len_b = strlen(b);
	const char *more = len_a < len_b ? b + len_a : a + len_b;
	size_t common = len_a < len_b ? len_a : len_b;

	if (strncmp(a, b, common))
		return false;
	return !*more || *more == '(' ||
	       (*more >= 'A' && *more <= 'Z' && !more[1]);
}

/* "74/50 (A/RES/74/50)": what stands between says the same once more. */
static bool
cite_is_gloss(const struct cite_state *state, const struct citation *first,
	      size_t start, bool is_other_form)
{
	const struct cite_text *text = &state->lexer.text;
	size_t at;
	bool has_open = false, is_bare = true;

	if (start < first->end || start - first->end > CITE_TWICE_BYTES)
		return false;
	for (at = first->end; at < start; at++) {
		if (text->at[at] == '(' || text->at[at] == '[' ||
		    (start - at > 2 && !memcmp(text->at + at, "（", 3)))
			has_open = true;
		else if (text->at[at] == ')' || text->at[at] == ']')
			has_open = false;
		else if (!strchr(" \n\t,:\"", text->at[at]))
			is_bare = false;
		if (text->at[at] == '\n' && at + 1 < start &&
		    text->at[at + 1] == '\n')
			return false;
	}
	return (has_open && (is_other_form || is_bare)) ||
	       (is_other_form && is_bare);
}

static bool
cite_absorb(const struct cite_state *state, const struct citation *next,
	    bool is_other_form)
{
	struct citations *out = state->out;
	struct citation *first;
	size_t back;

	for (back = 1; back <= CITE_TWICE_BACK && back <= out->list.len;
	     back++) {
		first = &out->list.items[out->list.len - back];
		if (!cite_is_same(first->symbol, next->symbol) ||
		    !cite_is_gloss(state, first, next->start, is_other_form))
			continue;
		if (strlen(next->symbol) > strlen(first->symbol)) {
			memcpy(first->symbol, next->symbol, CITE_SYMBOL_MAX);
			first->is_partial = next->is_partial;
		}
		if (!first->date.month)
			first->date = next->date;
		if (first->title.start == first->title.end)
			first->title = next->title;
		if (first->paragraph.start == first->paragraph.end)
			first->paragraph = next->paragraph;
		return true;
	}
	return false;
}

static void
cite_complete(const struct cite_names *names, struct citation *citation)
{
	const char *full;

	if (!citation->is_partial || !names)
		return;
	full = cite_names_complete(names, citation->symbol);
	if (full)
		snprintf(citation->symbol, CITE_SYMBOL_MAX, "%s", full);
}

/* The letters of an entry's parts; the Security Council's texts have none. */
static const struct cite_letters *
cite_entry_letters(const struct cite_entry *entry, const char *form)
{
	if (!strncmp(form, "S/", 2))
		return NULL;
	if (entry->kind == CITE_NUMBER)
		return &entry->number.letters;
	return entry->kind == CITE_SYMBOL ? &entry->symbol.letters : NULL;
}

/* The span of the i-th of 'count' parts: the number belongs to the first,
 * what follows the letters to the last. */
static void
cite_part_span(const struct cite_entry *entry,
	       const struct cite_letters *letters, size_t i,
	       struct citation *citation)
{
	const struct cite_letter *letter = &letters->list[i];

	citation->start = i ? letter->start : entry->start;
	citation->end = i + 1 == letters->count ? entry->end : letter->end;
}

void
cite_emit(struct cite_state *state, const struct cite_entry *entry)
{
	const struct cite_letters *letters;
	struct citation citation;
	char form[CITE_SYMBOL_MAX] = "";
	size_t i, count;
	bool is_partial, is_other = state->last != entry->kind;

	if (!cite_decide(entry, form, &is_partial))
		return;
	letters = cite_entry_letters(entry, form);
	count = letters && letters->count ? letters->count : 1;
	for (i = 0; i < count; i++) {
		memset(&citation, 0, sizeof citation);
		citation.start = entry->start;
		citation.end = entry->end;
		citation.is_partial = is_partial;
		citation.date = entry->date;
		citation.title = entry->title;
		citation.paragraph = entry->paragraph;
		snprintf(citation.symbol, sizeof citation.symbol, "%s", form);
		if (letters && letters->count) {
			size_t len = strlen(form);

			cite_part_span(entry, letters, i, &citation);
			if (len + 1 < sizeof citation.symbol)
				citation.symbol[len] = letters->list[i].letter;
		}
		cite_complete(state->lexer.names, &citation);
		if (!cite_absorb(state, &citation, is_other))
			vector_push(&state->out->list, citation);
	}
	state->last = entry->kind;
}
