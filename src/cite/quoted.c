/* What is quoted with a number: paragraphs, and the title. */
#include "state.h"

/* "3 and 4", "2-6": past the other numbers of paragraphs after the first. */
static size_t
cite_quoted_more(const struct cite_lexer *lexer, size_t end)
{
	struct cite_token joint, next;
	struct cite_number number;
	size_t after;
	uint32_t cp;
	int i, value, digits;

	for (i = 0; i < 20; i++) {
		if (!cite_lexer_peek(lexer, end, &joint) ||
		    (joint.kind != CITE_AND && joint.kind != CITE_COMMA &&
		     joint.kind != CITE_TO && joint.kind != CITE_DASH) ||
		    !cite_lexer_peek(lexer, joint.end, &next) ||
		    next.kind != CITE_NUMBER)
			break;
		cite_number_read(lexer, next.start, false, &number);
		after = cite_read_number(&lexer->text, next.start, &value,
					 &digits);
		cite_char(&lexer->text, after, &cp);
		if ((number.shape != CITE_BARE &&
		     number.shape != CITE_NO_SHAPE) ||
		    digits > 2 || cp == '/' || cite_is_letter(cp) ||
		    (cp == '.' && cite_is_digit_at(&lexer->text, after + 1)))
			break;
		end = after;
	}
	return end;
}

/* "para. 12" after a number, or before: "paragraph 5 of resolution …". In
 * Chinese and Kazakh the word follows its number: 第12段, 1-тармақ. */
void
cite_quoted_paragraph(struct cite_state *state, const struct cite_token *token)
{
	struct cite_entry *last = cite_state_last(state);
	struct cite_part part = {0, 0};
	struct cite_number number;
	struct cite_token next;
	size_t at = token->end;
	int i;

	if (last && last->kind == CITE_NUMBER && state->is_tight &&
	    last->number.shape == CITE_BARE && token->start - last->end < 3) {
		part.start = last->start;
		part.end = token->end;
		state->count--;
		last = cite_state_last(state);
	} else {
		for (i = 0; i < 3; i++) {
			if (!cite_lexer_peek(&state->lexer, at, &next))
				break;
			if (next.kind != CITE_NUMBER_SIGN &&
			    next.kind != CITE_OPEN && next.kind != CITE_FILLER)
				break;
			at = next.end;
		}
		if (next.kind != CITE_NUMBER)
			return;
		part.start = token->start;
		part.end = cite_number_read(&state->lexer, next.start, false,
					    &number);
		part.end = cite_quoted_more(&state->lexer, part.end);
		state->lexer.pos = part.end;
	}
	if (last && state->is_tight && last->paragraph.end == 0)
		last->paragraph = part;
	else
		state->paragraph = part;
	state->has_filler = false;
	state->is_listed = false;
}

/* The quotation mark that closes a title; false where none is near. */
static bool
cite_quoted_close(const struct cite_lexer *lexer, size_t start,
		  struct cite_token *close)
{
	size_t at = start;
	uint32_t cp;
	int depth = 1;

	while (at - start < CITE_TITLE_BYTES &&
	       cite_lexer_peek(lexer, at, close) && close->kind != CITE_BREAK) {
		depth += close->kind == CITE_QUOTE_OPEN;
		depth -= close->kind == CITE_QUOTE_CLOSE;
		if (!depth)
			return true;
		at = close->end;
		if (at == close->start)
			at += cite_char(&lexer->text, at, &cp);
	}
	return false;
}

/* Chinese may name the title first, 题为《发展》的第73/27号决议: 的 tells. */
static bool
cite_quoted_before(struct cite_state *state, size_t start)
{
	const struct cite_text *text = &state->lexer.text;
	struct cite_token close, next;

	if (!cite_quoted_close(&state->lexer, start, &close) ||
	    !cite_lexer_peek(&state->lexer, close.end, &next) ||
	    next.kind != CITE_FILLER)
		return false;
	state->title.start = cite_skip_space(text, start, 2);
	state->title.end = cite_skip_space_back(text, close.start, 2);
	if (state->title.end < state->title.start)
		state->title.end = state->title.start;
	state->lexer.pos = close.end;
	return true;
}

void
cite_quoted_title(struct cite_state *state, const struct cite_token *token)
{
	const struct cite_text *text = &state->lexer.text;
	struct cite_entry *entry;

	if (token->kind == CITE_QUOTE_OPEN &&
	    token->start == state->entitles_end &&
	    cite_quoted_before(state, token->end))
		return;
	if (token->kind == CITE_QUOTE_OPEN) {
		if (!state->count || !state->is_tight || state->in_title)
			return;
		state->in_title = true;
		state->title_start = token->end;
		state->title_entry = state->count - 1;
		return;
	}
	if (!state->in_title)
		return;
	entry = &state->entries[state->title_entry];
	entry->title.start = cite_skip_space(text, state->title_start, 2);
	entry->title.end = cite_skip_space_back(text, token->start, 2);
	if (entry->title.end < entry->title.start)
		entry->title.end = entry->title.start;
	state->in_title = false;
	state->is_tight = true;
	state->has_filler = false;
	state->is_listed = false;
}
