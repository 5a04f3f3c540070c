/* A text against a query: does it fit, and where do the words stand? */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "search_local.h"

struct match_language {
	char *tag;
	struct tokenizer *tokenizer;
};

/* A word of the query without its ending, in each language that has some, and
 * the lengths of what may be left of it while it is typed. */
struct match_stems {
	char list[ASK_LANGUAGES][TOKEN_MAX + 1];
	size_t loose[ASK_LOOSE_MAX];
};

struct match_languages {
	VECTOR(struct match_language) list;
	struct match_stems *stems;  /* one a word of the query, in order */
	struct match_state *states; /* one a term, of the text being read */
};

/* What the words of the text so far have in common with one term: bit i is
 * set where its words 0 … i are the last ones of the text. */
struct match_state {
	uint64_t running;
	size_t starts[SEARCH_WORDS_MAX]; /* of the last tokens, a ring */
	bool is_found;
};

struct match_walk {
	struct matcher *matcher;
	struct match_state *states;
	size_t tokens;
	bool is_excluded;
};

static struct match_stems *
match_make_stems(const struct search_query *query)
{
	struct match_stems *stems =
		mem_alloc(query->word_count + 1, sizeof *stems);
	struct tokenizer *tokenizer;
	const struct search_word *word;
	size_t i, j, k, n = 0;

	for (i = 0; i < query->term_count; i++)
		for (j = 0; j < query->terms[i].word_count; j++, n++)
			for (k = 0; k < ASK_LOOSE_MAX; k++)
				stems[n].loose[k] = ask_loose_length(
					&query->terms[i].words[j], (int)k + 1);
	for (k = 0; k < ASK_LANGUAGES; k++) {
		tokenizer = tokenizer_new(ask_languages[k]);
		n = 0;
		for (i = 0; i < query->term_count; i++)
			for (j = 0; j < query->terms[i].word_count; j++) {
				word = &query->terms[i].words[j];
				token_stem(tokenizer, word->text, word->len,
					   stems[n++].list[k]);
			}
		tokenizer_free(tokenizer);
	}
	return stems;
}

void
matcher_init(struct matcher *matcher, const struct search_query *query,
	     bool is_loose)
{
	size_t i;

	memset(matcher, 0, sizeof *matcher);
	matcher->query = query;
	matcher->is_loose = is_loose;
	matcher->languages = mem_alloc(1, sizeof *matcher->languages);
	matcher->languages->stems = match_make_stems(query);
	matcher->languages->states = mem_alloc(
		query->term_count + 1, sizeof *matcher->languages->states);
	for (i = 0; i < query->term_count; i++)
		matcher->has_symbols |= query->terms[i].symbol != NULL;
}

void
matcher_release(struct matcher *matcher)
{
	struct match_language *language;
	size_t i;

	for (i = 0; i < matcher->languages->list.len; i++) {
		language = &matcher->languages->list.items[i];
		tokenizer_free(language->tokenizer);
		free(language->tag);
	}
	vector_release(&matcher->languages->list);
	free(matcher->languages->stems);
	free(matcher->languages->states);
	free(matcher->languages);
	vector_release(&matcher->spans);
}

static struct match_language *
match_language(struct matcher *matcher, const char *tag)
{
	struct match_language made;
	size_t i;

	for (i = 0; i < matcher->languages->list.len; i++)
		if (!strcmp(matcher->languages->list.items[i].tag, tag))
			return &matcher->languages->list.items[i];
	made.tag = mem_strdup(tag);
	made.tokenizer = tokenizer_new(tag);
	vector_push(&matcher->languages->list, made);
	return vector_last(&matcher->languages->list);
}

static bool
match_loose(const struct search_word *word, const struct match_stems *stems,
	    const struct token *token)
{
	size_t i;

	for (i = 0; i < ASK_LOOSE_MAX; i++)
		if (stems->loose[i] == token->len &&
		    !memcmp(word->text, token->word, token->len))
			return true;
	return false;
}

static bool
match_word(const struct match_walk *walk, const struct search_term *term,
	   size_t index, const struct match_stems *stems,
	   const struct token *token)
{
	const struct search_word *word = &term->words[index];
	size_t i;

	/* Few words even begin alike. */
	for (i = 0; i < ASK_LANGUAGES; i++)
		if (stems->list[i][0] == token->word[0] &&
		    !strcmp(stems->list[i], token->word))
			return true;
	if (token->len == word->len &&
	    !memcmp(token->word, word->text, word->len))
		return true;
	if (!term->is_prefix || index + 1 < term->word_count)
		return false;
	return (token->len >= word->len &&
		!memcmp(token->word, word->text, word->len)) ||
	       (walk->matcher->is_loose && match_loose(word, stems, token));
}

static void
match_found(struct match_walk *walk, const struct search_term *term,
	    struct match_state *state, size_t start, size_t end)
{
	struct search_span span = {start, end};

	state->is_found = true;
	walk->is_excluded |= term->is_excluded;
	if (!term->is_excluded)
		vector_push(&walk->matcher->spans, span);
}

static bool
match_is_symbol(const struct search_term *term, const char *symbol,
		size_t symbol_len)
{
	size_t len = term->symbol ? strlen(term->symbol) : 0;

	return len && symbol_len >= len && !memcmp(symbol, term->symbol, len) &&
	       (symbol_len == len || term->symbol_is_prefix);
}

/* What the text is known to cite: behind words of its, or by a name. */
static void
match_cited(struct match_walk *walk, const char *cited)
{
	const struct search_query *query = walk->matcher->query;
	char symbol[TOKEN_MAX + 1];
	size_t len, count, i;

	for (; *cited; cited += len + (cited[len] == '\n')) {
		len = strcspn(cited, "\n");
		count = token_symbol(cited, len, symbol);
		for (i = 0; i < query->term_count; i++) {
			if (!match_is_symbol(&query->terms[i], symbol, count))
				continue;
			walk->states[i].is_found = true;
			walk->is_excluded |= query->terms[i].is_excluded;
		}
	}
}

static void
match_symbol(struct match_walk *walk, const struct token *token)
{
	const struct search_query *query = walk->matcher->query;
	const struct search_term *term;
	size_t i;

	for (i = 0; i < query->term_count; i++) {
		term = &query->terms[i];
		if (match_is_symbol(term, token->word, token->len))
			match_found(walk, term, &walk->states[i], token->start,
				    token->end);
	}
}

/* One more word of the text, for one term. */
static void
match_step(struct match_walk *walk, const struct search_term *term,
	   struct match_state *state, const struct match_stems *stems,
	   const struct token *token)
{
	uint64_t running = 0;
	size_t i, first;

	state->starts[walk->tokens % SEARCH_WORDS_MAX] = token->start;
	for (i = 0; i < term->word_count; i++) {
		if (i && !(state->running & UINT64_C(1) << (i - 1)))
			continue;
		if (match_word(walk, term, i, &stems[i], token))
			running |= UINT64_C(1) << i;
	}
	state->running = running;
	if (running & UINT64_C(1) << (term->word_count - 1)) {
		first = walk->tokens - (term->word_count - 1);
		match_found(walk, term, state,
			    state->starts[first % SEARCH_WORDS_MAX],
			    token->end);
	}
}

static void
match_take(const struct token *token, void *data)
{
	struct match_walk *walk = data;
	const struct search_query *query = walk->matcher->query;
	const struct search_term *term = query->terms;
	size_t i, n = 0;

	if (token->is_citation) {
		match_symbol(walk, token);
		return;
	}
	for (i = 0; i < query->term_count; i++, term++) {
		match_step(walk, term, &walk->states[i],
			   walk->matcher->languages->stems + n, token);
		n += term->word_count;
	}
	walk->tokens++;
}

static int
match_compare(const void *a, const void *b)
{
	const struct search_span *x = a, *y = b;

	if (x->start != y->start)
		return x->start < y->start ? -1 : 1;
	return x->end > y->end ? -1 : x->end < y->end;
}

/* In order, and those that touch each other's letters as one. */
static void
match_sort_spans(struct matcher *matcher)
{
	struct search_span *spans = matcher->spans.items;
	size_t count = matcher->spans.len, kept = 0, i;

	if (!count)
		return;
	qsort(spans, count, sizeof *spans, match_compare);
	for (i = 1; i < count; i++) {
		if (spans[i].start >= spans[kept].end)
			spans[++kept] = spans[i];
		else if (spans[i].end > spans[kept].end)
			spans[kept].end = spans[i].end;
	}
	matcher->spans.len = kept + 1;
}

bool
matcher_fits(struct matcher *matcher, const char *language, const char *text,
	     const char *cited)
{
	const struct search_query *query = matcher->query;
	struct match_walk walk = {.matcher = matcher};
	struct match_language *own = match_language(matcher, language);
	bool fits = true;
	size_t i;

	walk.states = matcher->languages->states;
	for (i = 0; i < query->term_count; i++) {
		walk.states[i].running = 0;
		walk.states[i].is_found = false;
	}
	matcher->spans.len = 0;
	if (matcher->has_symbols)
		token_each(own->tokenizer, text, strlen(text), match_take,
			   &walk);
	else
		token_each_word(own->tokenizer, text, strlen(text), match_take,
				&walk);
	if (matcher->has_symbols)
		match_cited(&walk, cited);
	for (i = 0; i < query->term_count; i++)
		fits &= walk.states[i].is_found || query->terms[i].is_excluded;
	matcher->token_count = walk.tokens;
	match_sort_spans(matcher);
	return fits && !walk.is_excluded;
}
