#include <string.h>

#include "state.h"

#define CITE_NOUN_BYTES 300 /* how far a noun reaches past its last number */

void
cite_state_settle(struct cite_state *state)
{
	size_t i;

	for (i = 0; i < state->count; i++)
		cite_emit(state, &state->entries[i]);
	state->count = 0;
	state->in_title = false;
}

static void
cite_state_forget(struct cite_state *state)
{
	state->body = CITE_NO_BODY;
	state->is_fresh = false;
	state->is_chained = false;
	state->is_tight = false;
	state->has_filler = false;
	state->has_sign = false;
	state->is_listed = false;
	state->is_joined = false;
	state->has_own = false;
	state->has_year_word = false;
	state->is_closed = false;
	state->was_year = false;
	memset(&state->when, 0, sizeof state->when);
	memset(&state->paragraph, 0, sizeof state->paragraph);
	memset(&state->title, 0, sizeof state->title);
}

void
cite_state_loosen(struct cite_state *state)
{
	cite_state_settle(state);
	cite_state_forget(state);
}

void
cite_state_reset(struct cite_state *state)
{
	cite_state_settle(state);
	cite_state_forget(state);
	state->noun = CITE_NO_NOUN;
	state->noun_flags = 0;
	state->noun_body = CITE_NO_BODY;
	state->soft = CITE_NO_BODY;
	state->is_mixed = false;
	state->is_united = false;
	state->before = CITE_NO_SHAPE;
	state->is_year_listed = false;
	state->last = CITE_END;
}

bool
cite_state_is_alone(const struct cite_text *text, size_t start, size_t end)
{
	uint32_t cp;
	size_t at;

	if (!start)
		return false;
	cp = cite_char_before(text, start, &at);
	if (cp != '(' && cp != 0xff08)
		return false;
	cite_char(text, end, &cp);
	return cp == ')' || cp == 0xff09;
}

static void
cite_state_describe(const struct cite_state *state, struct cite_entry *entry)
{
	entry->noun = state->noun;
	entry->body = state->noun_body;
	if (state->noun == CITE_NO_NOUN || state->is_fresh)
		entry->body = state->body;
	entry->soft = state->is_mixed ? CITE_NO_BODY : state->soft;
	entry->is_tight = state->noun != CITE_NO_NOUN && state->is_chained;
	entry->is_plural = state->noun_flags & CUE_PLURAL;
	entry->has_sign = state->has_sign;
	entry->has_filler = state->has_filler;
	entry->is_listed = state->is_listed;
	entry->is_joined = state->is_joined;
	entry->is_first = !state->has_dated && state->before == CITE_NO_SHAPE;
	entry->is_united = state->is_united;
	entry->is_assumed = state->is_assumed;
	entry->before = state->before;
	entry->is_year_listed = state->is_year_listed;
	entry->paragraph = state->paragraph;
	entry->title = state->title;
	entry->date = state->when.date;
	entry->year = state->when.year;
}

struct cite_entry *
cite_state_last(struct cite_state *state)
{
	return state->count ? &state->entries[state->count - 1] : NULL;
}

struct cite_entry *
cite_state_add(struct cite_state *state, enum cite_kind kind, size_t start,
	       size_t end)
{
	struct cite_entry *entry;

	if (state->count == CITE_ENTRIES_MAX)
		cite_state_settle(state);
	if (state->noun != CITE_NO_NOUN && start > state->reach)
		state->noun = CITE_NO_NOUN;
	entry = &state->entries[state->count++];
	memset(entry, 0, sizeof *entry);
	entry->kind = kind;
	entry->start = start;
	entry->end = end;
	cite_state_describe(state, entry);
	entry->is_alone = cite_state_is_alone(&state->lexer.text, start, end);
	state->is_tight = true;
	state->is_fresh = false;
	state->has_filler = false;
	state->has_sign = false;
	state->is_listed = false;
	state->is_joined = false;
	state->has_year_word = false;
	state->is_closed = false;
	state->was_year = false;
	state->reach = end + CITE_NOUN_BYTES;
	memset(&state->when, 0, sizeof state->when);
	memset(&state->paragraph, 0, sizeof state->paragraph);
	memset(&state->title, 0, sizeof state->title);
	return entry;
}
