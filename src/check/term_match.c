/*
 * Terms found in a text. A word is looked up by its first three letters; only
 * where those fit is it folded and brought to its stem. In a language without
 * rules for stems a word may carry any ending. Hyphens and apostrophes part
 * words.
 */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/token.h"
#include "internal.h"

#define TERM_WORDS_MAX	    12
#define TERM_FILTER	    4096 /* bits */
#define TERM_ENDING_LETTERS 4	 /* a shorter word takes no endings */

struct term_word {
	char stem[TOKEN_MAX + 1];
	size_t len;
	uint32_t begin;
	bool is_prefix;
};

struct term_phrase {
	const struct term_row *term;
	bool is_exception;
	struct term_word *words;
	size_t count;
};

struct term_index {
	const struct terms *terms;
	struct tokenizer *stemmer, *plain;
	bool has_stems;
	VECTOR(struct term_phrase) list; /* by first word's beginning */
	uint64_t filter[TERM_FILTER / 64];
	struct arena arena;
};

struct term_folded {
	char word[TOKEN_MAX + 1];
	size_t len;
};

static void
term_keep_word(const struct token *token, void *data)
{
	struct term_folded *out = data;

	if (out->len || token->is_citation)
		return;
	out->len = token->len < TOKEN_MAX ? token->len : TOKEN_MAX;
	memcpy(out->word, token->word, out->len);
	out->word[out->len] = '\0';
}

static void
term_fold(struct tokenizer *tokenizer, const char *text, size_t len,
	  struct term_folded *out)
{
	out->len = 0;
	out->word[0] = '\0';
	token_each_word(tokenizer, text, len, term_keep_word, out);
}

/* ---- making it ---- */

static void
term_add_word(struct term_index *index, struct term_phrase *phrase,
	      const char *text, const struct scan_token *token, bool is_prefix)
{
	struct term_word *word = &phrase->words[phrase->count++];
	struct term_folded folded;

	word->is_prefix = is_prefix || (!index->has_stems &&
					token->letters >= TERM_ENDING_LETTERS);
	word->begin = token->begin;
	term_fold(word->is_prefix ? index->plain : index->stemmer,
		  text + token->start, token->end - token->start, &folded);
	memcpy(word->stem, folded.word, folded.len + 1);
	word->len = folded.len;
}

static void
term_add_phrase(struct term_index *index, const struct term_row *term,
		const char *text, size_t len, bool is_exception)
{
	struct term_phrase phrase = {.term = term,
				     .is_exception = is_exception};
	struct scan_tokens tokens = {VECTOR_INIT};
	struct term_word words[TERM_WORDS_MAX];
	const struct scan_token *token;
	bool is_prefix;
	size_t i;

	phrase.words = words;
	scan_text(text, len, NULL, &tokens);
	for (i = 0; i < tokens.list.len && phrase.count < TERM_WORDS_MAX; i++) {
		token = &tokens.list.items[i];
		if (token->kind != SCAN_WORD)
			continue;
		is_prefix = i + 1 < tokens.list.len &&
			    token[1].kind == SCAN_SIGN && token[1].sign == '*';
		term_add_word(index, &phrase, text, token, is_prefix);
	}
	vector_release(&tokens.list);
	if (!phrase.count)
		return;
	phrase.words =
		arena_copy(&index->arena, words, phrase.count, sizeof *words);
	vector_push(&index->list, phrase);
	i = words[0].begin % TERM_FILTER;
	index->filter[i / 64] |= UINT64_C(1) << (i % 64);
}

static void
term_add_exceptions(struct term_index *index, const struct term_row *term)
{
	const char *text = term->exceptions;
	size_t len;

	while (*text) {
		len = strcspn(text, ";");
		term_add_phrase(index, term, text, len, true);
		text += len;
		text += *text != '\0';
	}
}

static bool
is_term_language(const struct term_row *term, const char *language)
{
	size_t len = strcspn(language, "-");

	return strcspn(term->language, "-") == len &&
	       !strncmp(term->language, language, len);
}

static int
term_compare(const void *a, const void *b)
{
	const struct term_phrase *one = a, *two = b;
	uint32_t first = one->words[0].begin, second = two->words[0].begin;

	if (first != second)
		return first < second ? -1 : 1;
	if (one->count != two->count)
		return one->count > two->count ? -1 : 1;
	return one->term->line - two->term->line;
}

struct term_index *
term_index_new(const struct terms *terms, const char *language)
{
	struct term_index *index;
	const struct term_row *term;
	size_t i;

	if (!terms || !terms->list.len)
		return NULL;
	index = mem_alloc(1, sizeof *index);
	index->terms = terms;
	index->has_stems = token_has_stems(language);
	index->stemmer = tokenizer_new(language);
	index->plain = tokenizer_new(NULL);
	for (i = 0; i < terms->list.len; i++) {
		term = &terms->list.items[i];
		if (!is_term_language(term, language))
			continue;
		term_add_phrase(index, term, term->words, strlen(term->words),
				false);
		term_add_exceptions(index, term);
	}
	if (index->list.len)
		qsort(index->list.items, index->list.len,
		      sizeof *index->list.items, term_compare);
	return index;
}

void
term_index_free(struct term_index *index)
{
	if (!index)
		return;
	tokenizer_free(index->stemmer);
	tokenizer_free(index->plain);
	vector_release(&index->list);
	arena_release(&index->arena);
	free(index);
}

bool
term_index_has(const struct term_index *index, const char *concept)
{
	size_t i;

	for (i = 0; index && i < index->list.len; i++)
		if (!index->list.items[i].is_exception &&
		    index->list.items[i].term->status <= TERM_ADMITTED &&
		    !strcmp(index->list.items[i].term->concept, concept))
			return true;
	return false;
}

const struct term_index *
run_terms(const struct check_run *run, const struct check_side *side)
{
	return run->checker->languages[run->using[side->language]].terms;
}

/* ---- finding ---- */

static bool
is_term_word(const struct term_index *index, const struct term_word *word,
	     const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];
	struct term_folded folded;

	if (token->kind != SCAN_WORD || token->begin != word->begin)
		return false;
	term_fold(word->is_prefix ? index->plain : index->stemmer,
		  side->text.data + token->start, token->end - token->start,
		  &folded);
	if (word->is_prefix)
		return folded.len >= word->len &&
		       !memcmp(folded.word, word->stem, word->len);
	return folded.len == word->len &&
	       !memcmp(folded.word, word->stem, word->len);
}

/* A hyphen, or the apostrophe of "station d’alerte". */
static bool
is_joint(const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	return token->kind == SCAN_SIGN &&
	       (token->sign == '-' || token->sign == 0x2011 ||
		token->sign == 0x2010 || token->sign == '\'' ||
		token->sign == 0x2019);
}

/* The token after the phrase that starts at 'at', or 0. */
static uint32_t
term_match_at(const struct term_index *index, const struct term_phrase *phrase,
	      const struct check_side *side, uint32_t at)
{
	uint32_t count = (uint32_t)side->tokens.list.len;
	size_t i;

	for (i = 0; i < phrase->count; i++) {
		if (i && at < count && is_joint(side, at))
			at++;
		if (at >= count ||
		    !is_term_word(index, &phrase->words[i], side, at))
			return 0;
		at++;
	}
	return at;
}

static size_t
term_first_phrase(const struct term_index *index, uint32_t begin)
{
	size_t low = 0, high = index->list.len, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (index->list.items[middle].words[0].begin < begin)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Drop the hits that lie in an exception of their own term. */
static void
term_hits_except(struct term_hits *hits, size_t from,
		 const struct term_hits *exceptions)
{
	const struct term_hit *hit, *exception;
	size_t i, j, kept = from;

	for (i = from; i < hits->list.len; i++) {
		hit = &hits->list.items[i];
		for (j = 0; j < exceptions->list.len; j++) {
			exception = &exceptions->list.items[j];
			if (exception->term == hit->term &&
			    exception->first <= hit->first &&
			    exception->end >= hit->end)
				break;
		}
		if (j == exceptions->list.len)
			hits->list.items[kept++] = *hit;
	}
	hits->list.len = kept;
}

static void
term_find_at(const struct term_index *index, const struct check_side *side,
	     uint32_t at, struct term_hits *hits, struct term_hits *exceptions)
{
	uint32_t begin = side->tokens.list.items[at].begin, end;
	const struct term_phrase *phrase;
	struct term_hit hit;
	size_t i = term_first_phrase(index, begin);

	for (; i < index->list.len; i++) {
		phrase = &index->list.items[i];
		if (phrase->words[0].begin != begin)
			break;
		end = term_match_at(index, phrase, side, at);
		if (!end)
			continue;
		hit = (struct term_hit){phrase->term, at, end};
		if (phrase->is_exception)
			vector_push(&exceptions->list, hit);
		else
			vector_push(&hits->list, hit);
	}
}

void
term_index_find(const struct term_index *index, const struct check_side *side,
		struct term_hits *out)
{
	struct term_hits exceptions = {VECTOR_INIT};
	const struct scan_token *token;
	size_t from = out->list.len, key;
	uint32_t at;

	if (!index || !index->list.len)
		return;
	for (at = 0; at < side->tokens.list.len; at++) {
		token = &side->tokens.list.items[at];
		key = token->begin % TERM_FILTER;
		if (token->kind == SCAN_WORD &&
		    index->filter[key / 64] >> (key % 64) & 1)
			term_find_at(index, side, at, out, &exceptions);
	}
	if (exceptions.list.len)
		term_hits_except(out, from, &exceptions);
	vector_release(&exceptions.list);
}
