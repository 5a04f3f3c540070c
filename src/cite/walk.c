/* The walk over a sentence: what each kind of token does to the state. */
#include <stdio.h>
#include <string.h>

#include "names.h"
#include "state.h"

/* Dates: 2020 жылғы … and 2000年… stand before their number, and so does any
 * date with no number yet; others belong to the number before them. */
static void
cite_walk_date(struct cite_state *state, const struct cite_when *when)
{
	struct cite_entry *last = cite_state_last(state);
	const struct cite_text *text = &state->lexer.text;
	int value, digits;

	cite_read_number(text, when->start, &value, &digits);
	if (!last || !state->is_tight || last->date.month ||
	    (digits == 4 && state->is_listed && when->date.month)) {
		state->when = *when;
		state->has_dated = true;
	} else {
		last->date = when->date;
		if (last->kind == CITE_NUMBER && !state->is_closed &&
		    !last->year)
			last->year = when->year;
	}
	state->lexer.pos = when->end;
	/* no number alone is cited right after a date */
	state->has_filler = true;
	state->has_year_word = false;
}

/* "of 2004", "لسنة 1991", "of the Council (2004)": a year by itself after a
 * number. */
static bool
cite_walk_year(struct cite_state *state, const struct cite_number *number)
{
	struct cite_entry *last = cite_state_last(state);

	if (number->shape != CITE_BARE || number->first < 1946 ||
	    number->first > 2099 || !last || !state->is_tight ||
	    last->kind != CITE_NUMBER || last->number.shape != CITE_BARE)
		return false;
	if (!last->year && cite_state_is_alone(&state->lexer.text,
					       number->start, number->end)) {
		last->year = number->first;
		return true;
	}
	if (state->was_year && state->is_joined)
		return true;
	if (state->is_listed || !(state->has_filler || state->has_year_word))
		return false;
	if (!last->year)
		last->year = number->first;
	state->was_year = true;
	state->has_filler = false;
	state->has_year_word = false;
	return true;
}

/* "2. Decides": the number of a paragraph. */
static bool
cite_walk_is_item(const struct cite_text *text,
		  const struct cite_number *number)
{
	size_t after;
	uint32_t cp;

	if (number->shape != CITE_BARE || number->first > 99 ||
	    number->end >= text->len || text->at[number->end] != '.')
		return false;
	after = cite_skip_space(text, number->end + 1, 2);
	cite_char(text, after, &cp);
	return after != number->end + 1 && cite_is_upper(cp);
}

/*
 * Most figures of ordinary text: "in 1999 the", "Article 5." With nothing
 * before them that cites, no noun that could follow, and no slash or
 * parenthesis, they need no closer look. Returns their end, or 'pos'.
 */
static size_t
cite_walk_idle(const struct cite_state *state, size_t pos)
{
	const char *at = state->lexer.text.at;
	size_t len = state->lexer.text.len, end = pos;

	if (state->noun != CITE_NO_NOUN || state->body != CITE_NO_BODY ||
	    state->count || state->has_sign)
		return pos;
	while (end < len && at[end] >= '0' && at[end] <= '9')
		end++;
	if (end == len || at[end] == '\n' || at[end] == '%')
		return end;
	if (end + 1 < len && at[end] == '.' &&
	    (at[end + 1] == ' ' || at[end + 1] == '\n'))
		return end;
	if (end + 1 < len && at[end] == ' ' && at[end + 1] >= 'a' &&
	    at[end + 1] <= 'z')
		return end;
	return pos;
}

/* 第 where nothing before it led the fast pass to stop. */
static bool
cite_walk_has_sign(const struct cite_text *text, size_t pos)
{
	size_t start;

	return pos > 0 && cite_char_before(text, pos, &start) == 0x7b2c;
}

/* A footnote's figure, glued before a cue, says nothing about the number. */
static void
cite_walk_number(struct cite_state *state, const struct cite_token *token)
{
	struct cite_number number;
	struct cite_entry *entry;
	struct cite_when when;
	bool may_part;

	state->lexer.pos = cite_walk_idle(state, token->start);
	if (state->lexer.pos != token->start) {
		cite_state_loosen(state);
		return;
	}
	if (cite_when_read(&state->lexer, token->start, &when)) {
		cite_walk_date(state, &when);
		return;
	}
	may_part = state->noun != CITE_NO_NOUN && state->is_chained;
	state->lexer.pos = cite_number_read(&state->lexer, token->start,
					    may_part, &number);
	if (cite_walk_year(state, &number))
		return;
	if (number.shape == CITE_NO_SHAPE ||
	    cite_walk_is_item(&state->lexer.text, &number)) {
		cite_state_loosen(state);
		return;
	}
	if (cite_walk_has_sign(&state->lexer.text, token->start))
		state->has_sign = true;
	if (state->noun_flags & CUE_TURNED)
		cite_number_turn(&number);
	entry = cite_state_add(state, CITE_NUMBER, number.start, number.end);
	entry->number = number;
	if (number.shape == CITE_YEARED)
		entry->year = number.second;
	state->before = number.shape;
	/* "resolutions adopted in 2020 and 2021": years, all of them */
	if (entry->has_filler && entry->noun != CITE_NO_NOUN &&
	    number.shape == CITE_BARE && number.first > 1945)
		state->before = CITE_SLASHED;
	if (number.shape == CITE_SLASHED && number.first > 1945)
		state->is_year_listed = entry->is_tight;
	/* a strong number renews the noun: "… on X, 57/238 and 57/239" */
	if (number.shape != CITE_BARE && entry->noun != CITE_NO_NOUN)
		state->is_chained = true;
}

/* Nouns that follow: the numbers before it without one are its own. */
static void
cite_walk_noun_after(struct cite_state *state, const struct cite_token *token)
{
	struct cite_entry *entry;
	size_t i;

	for (i = state->count; i > 0; i--) {
		entry = &state->entries[i - 1];
		if (entry->kind != CITE_NUMBER || entry->is_after)
			break;
		if (entry->noun != CITE_NO_NOUN &&
		    (!(token->flags & CUE_AFTER) ||
		     entry->start < state->noun_end))
			break;
		entry->noun = token->value;
		entry->is_tight = true;
		entry->is_plural = true;
		entry->is_after = token->flags & CUE_AFTER;
		entry->is_local =
			token->flags & CUE_AFTER && !entry->has_suffix;
	}
}

/* A number alone before a noun of another language is not its number. */
static void
cite_walk_noun(struct cite_state *state, const struct cite_token *token)
{
	struct cite_entry *last = cite_state_last(state);

	if (last && state->is_tight &&
	    (token->flags & CUE_AFTER || last->number.shape != CITE_BARE))
		cite_walk_noun_after(state, token);
	state->noun_body = CITE_NO_BODY;
	if (state->is_fresh)
		state->noun_body = state->body;
	else if (state->has_own && !state->is_mixed &&
		 state->soft != CITE_FOREIGN)
		state->noun_body = state->soft;
	state->noun = token->value;
	state->noun_flags = token->flags;
	state->noun_end = token->end;
	state->reach = token->end + 300;
	state->before = CITE_NO_SHAPE;
	state->is_chained = true;
	state->is_fresh = false;
	state->has_filler = false;
	state->has_sign = false;
	state->is_listed = false;
	state->is_joined = false;
	state->has_own = false;
	state->has_dated = false;
}

/* "1540 of the Security Council", "1540 Совета Безопасности" */
static bool
cite_walk_body_after(struct cite_state *state, enum cite_body body)
{
	struct cite_entry *entry;
	size_t i;
	bool given = false;

	if (state->is_listed || !state->is_tight)
		return false;
	for (i = state->count; i > 0; i--) {
		entry = &state->entries[i - 1];
		if (entry->kind != CITE_NUMBER || entry->body != CITE_NO_BODY)
			break;
		if (i != state->count && entry->start < state->noun_end)
			break;
		entry->body = body;
		given = true;
	}
	return given;
}

static void
cite_walk_body(struct cite_state *state, enum cite_body body)
{
	if (state->soft != CITE_NO_BODY && state->soft != body)
		state->is_mixed = true;
	state->soft = body;
	state->is_fresh = !cite_walk_body_after(state, body);
	state->body = body;
	if (state->is_fresh && state->noun != CITE_NO_NOUN && state->is_chained)
		state->noun_body = body;
	state->has_filler = false;
}

/* Whose the numbers after a resolution's symbol are. */
static enum cite_body
cite_walk_body_of(const struct cite_symbol *symbol)
{
	if (!strncmp(symbol->form, "A/HRC/", 6))
		return CITE_RIGHTS;
	if (!strncmp(symbol->form, "S/", 2))
		return CITE_COUNCIL;
	return CITE_NO_BODY;
}

static void
cite_walk_symbol(struct cite_state *state, struct cite_token *token)
{
	struct cite_symbol *symbol = &token->symbol;
	struct cite_entry *entry;

	cite_symbol_read_letters(&state->lexer, symbol);
	do {
		entry = cite_state_add(state, CITE_SYMBOL, symbol->start,
				       symbol->end);
		entry->symbol = *symbol;
		state->lexer.pos = symbol->end;
	} while (cite_symbol_follow(&state->lexer, symbol));
	if (!symbol->is_resolution && !symbol->is_decision) {
		/* "draft resolution A/C.1/77/L.54, 170 in favour" */
		state->before = CITE_SLASHED;
		return;
	}
	/* "A/RES/75/240, 74/247": a symbol is as good as a noun */
	state->noun = symbol->is_decision ? CITE_DECISION : CITE_RESOLUTION;
	state->noun_flags = CUE_PLURAL;
	state->noun_end = symbol->end;
	state->noun_body = cite_walk_body_of(symbol);
	state->before =
		state->noun_body == CITE_COUNCIL ? CITE_BARE : CITE_SLASHED;
	state->is_chained = true;
}

/* Only addresses of the United Nations name documents. */
static void
cite_walk_url(struct cite_state *state, const struct cite_token *token)
{
	const struct cite_text *text = &state->lexer.text;
	struct cite_symbol symbol;
	struct cite_entry *entry;
	size_t end = token->start, at;
	bool is_ours;
	uint32_t cp;

	while (end < text->len && (unsigned char)text->at[end] > ' ' &&
	       !strchr("<>\"", text->at[end]))
		end++;
	for (at = token->start; at + 7 < end; at++)
		if (!memcmp(text->at + at, ".un.org", 7) ||
		    !memcmp(text->at + at, "undocs.", 7))
			break;
	is_ours = at + 7 < end;
	for (; is_ours && at < end; at++) {
		if (text->at[at] != '/' && text->at[at] != '=')
			continue;
		cite_char(text, at + 1, &cp);
		if (cite_latin_capital(cp) &&
		    cite_symbol_read_path(text, at + 1, &symbol)) {
			entry = cite_state_add(state, CITE_SYMBOL, symbol.start,
					       symbol.end);
			entry->symbol = symbol;
			end = symbol.end > end ? symbol.end : end;
			break;
		}
	}
	state->lexer.pos = end > token->end ? end : token->end;
}

/* ETS No. 185 */
static void
cite_walk_treaty(struct cite_state *state, const struct cite_token *token)
{
	struct cite_token next;
	struct cite_entry *entry;
	size_t at = token->end;
	int value, digits, i;
	char form[16];

	for (i = 0; i < 3; i++) {
		if (!cite_lexer_peek(&state->lexer, at, &next))
			return;
		if (next.kind != CITE_NUMBER_SIGN && next.kind != CITE_DASH &&
		    next.kind != CITE_COMMA)
			break;
		at = next.end;
	}
	if (next.kind != CITE_NUMBER)
		return;
	at = cite_read_number(&state->lexer.text, next.start, &value, &digits);
	if (value < 1 || digits > 3)
		return;
	/* the series changed its name after number 193 */
	snprintf(form, sizeof form, "%sETS-%03d", value > 193 ? "C" : "",
		 value);
	entry = cite_state_add(state, CITE_SYMBOL, token->start, at);
	memcpy(entry->symbol.form, form, sizeof form);
	state->lexer.pos = at;
}

/* "I (1)" is how OCR reads 1 (I), the first of all resolutions. */
static bool
cite_walk_first(struct cite_state *state, const struct cite_token *token)
{
	const struct cite_text *text = &state->lexer.text;
	struct cite_entry *entry;
	size_t pos = token->start;

	if (state->noun == CITE_NO_NOUN || !state->is_chained ||
	    text->len - pos < 5 || memcmp(text->at + pos, "I (1)", 5))
		return false;
	entry = cite_state_add(state, CITE_NUMBER, pos, pos + 5);
	entry->number.shape = CITE_SESSIONED;
	entry->number.first = 1;
	memcpy(entry->number.session, "I", 2);
	state->before = CITE_SESSIONED;
	state->lexer.pos = pos + 5;
	return true;
}

/* A word that means nothing, unless it is part of a title being quoted. */
static void
cite_walk_word(struct cite_state *state, const struct cite_token *token)
{
	if (state->in_title &&
	    token->start - state->title_start < CITE_TITLE_BYTES)
		state->is_chained = false;
	else
		cite_state_loosen(state);
	if (state->lexer.pos == token->start || token->kind == CITE_WORD) {
		state->lexer.pos = token->start;
		cite_lexer_skip(&state->lexer);
	}
}

static void
cite_walk_month(struct cite_state *state, const struct cite_token *token)
{
	struct cite_when when;

	if (cite_when_read(&state->lexer, token->start, &when)) {
		cite_walk_date(state, &when);
		return;
	}
	if (!state->in_title)
		cite_state_loosen(state);
}

/* Words that only matter beside a number. */
static void
cite_walk_small(struct cite_state *state, const struct cite_token *token)
{
	struct cite_entry *last = cite_state_last(state);

	if (last && (token->kind == CITE_COMMA || token->kind == CITE_AND) &&
	    token->start - last->end < 3)
		last->is_followed = true;
	switch (token->kind) {
	case CITE_UNITED:
		state->is_united = true;
		state->has_filler = false;
		break;
	case CITE_FILLER:
		state->has_filler = true;
		if (token->value == CITE_ENTITLES)
			state->entitles_end = token->end;
		break;
	case CITE_OWN:
		state->has_own = true;
		break;
	case CITE_NUMBER_SIGN:
		state->has_sign = true;
		state->has_filler = false;
		break;
	case CITE_SUFFIX:
		if (last && state->is_tight)
			last->has_suffix = true;
		break;
	case CITE_YEAR:
		state->has_year_word = true;
		break;
	case CITE_CLOSE:
		state->is_closed = true;
		break;
	case CITE_AND:
		state->is_joined = true;
		/* fall through */
	case CITE_COMMA:
	case CITE_DASH:
	case CITE_TO:
		state->is_listed = true;
		state->has_filler = false;
		state->has_sign = false;
		break;
	default:
		break;
	}
}

static void
cite_walk_token(struct cite_state *state, struct cite_token *token)
{
	struct cite_entry *entry;

	switch (token->kind) {
	case CITE_WORD:
		if (!cite_walk_first(state, token))
			cite_walk_word(state, token);
		break;
	case CITE_NUMBER:
		cite_walk_number(state, token);
		break;
	case CITE_SYMBOL:
		cite_walk_symbol(state, token);
		break;
	case CITE_NAME:
		if (state->in_title)
			break;
		entry = cite_state_add(state, CITE_NAME, token->start,
				       token->end);
		entry->name = token->name;
		break;
	case CITE_BREAK:
		cite_state_reset(state);
		break;
	case CITE_QUOTE_OPEN:
	case CITE_QUOTE_CLOSE:
		cite_quoted_title(state, token);
		break;
	case CITE_NOUN:
		if (!state->in_title)
			cite_walk_noun(state, token);
		break;
	case CITE_BODY_NOUN:
		state->body = token->value;
		state->is_fresh = true;
		token->value = CITE_RESOLUTION;
		cite_walk_noun(state, token);
		break;
	case CITE_BODY:
		if (!state->in_title)
			cite_walk_body(state, token->value);
		break;
	case CITE_MONTH:
		cite_walk_month(state, token);
		break;
	case CITE_PARAGRAPH:
		cite_quoted_paragraph(state, token);
		break;
	case CITE_URL:
		cite_walk_url(state, token);
		break;
	case CITE_TREATY:
		cite_walk_treaty(state, token);
		break;
	default:
		cite_walk_small(state, token);
		break;
	}
}

void
cite_state_run(struct cite_state *state)
{
	struct cite_token token;

	while (cite_lexer_next(&state->lexer, &token))
		cite_walk_token(state, &token);
	cite_state_reset(state);
}
