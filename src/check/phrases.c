/* Words and phrases that rules look for: a table of hashes by first word,
 * made from the rows of a language. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "internal.h"

#define PHRASE_TOKENS_MAX 8
#define PHRASE_FILTER	  8192 /* bits */

struct phrase_token {
	uint32_t hash; /* of a word or its beginning; a sign itself */
	uint8_t kind;
	uint8_t stem; /* letters of a beginning, 0: the whole word */
};

struct phrase {
	struct phrase_token tokens[PHRASE_TOKENS_MAX];
	uint32_t key; /* what is looked up by */
	int value;
	uint8_t count;
	uint8_t kind;
};

struct phrases {
	VECTOR(struct phrase) list; /* by key, longer first */
	uint64_t filter[PHRASE_FILTER / 64];
};

static bool
phrases_may_have(const struct phrases *phrases, uint32_t key)
{
	key %= PHRASE_FILTER;
	return phrases->filter[key / 64] >> (key % 64) & 1;
}

static void
phrase_add_token(struct phrase *phrase, const struct scan_token *token)
{
	struct phrase_token *one;

	if (token->kind == SCAN_SIGN && token->sign == '*' && phrase->count &&
	    !(token->flags & TOKEN_SPACED)) {
		phrase->tokens[phrase->count - 1].stem = 1;
		return;
	}
	if (phrase->count == PHRASE_TOKENS_MAX)
		return;
	one = &phrase->tokens[phrase->count++];
	one->kind = token->kind;
	one->hash = token->kind == SCAN_SIGN ? token->sign : token->hash;
}

/* The key of a stem is its first letters, as a token knows them. */
static void
phrase_finish(struct phrase *phrase, const char *text,
	      const struct scan_tokens *tokens)
{
	const struct scan_token *token;
	size_t i, at = 0;

	for (i = 0; i < tokens->list.len; i++) {
		token = &tokens->list.items[i];
		if (token->kind == SCAN_SIGN && token->sign == '*')
			continue;
		if (at == phrase->count)
			break;
		if (phrase->tokens[at].stem)
			phrase->tokens[at].stem = token->letters;
		at++;
	}
	phrase->key = phrase->tokens[0].hash;
	if (phrase->tokens[0].stem) {
		token = &tokens->list.items[0];
		phrase->key = scan_hash_first(text + token->start,
					      token->end - token->start,
					      SCAN_BEGIN_LETTERS);
	}
}

static void
phrases_add(struct phrases *phrases, const struct phrase_row *row,
	    const char *text, size_t len)
{
	struct phrase phrase = {.value = row->value,
				.kind = (uint8_t)row->kind};
	struct scan_tokens tokens = {VECTOR_INIT};
	size_t i;

	scan_text(text, len, NULL, &tokens);
	for (i = 0; i < tokens.list.len; i++)
		phrase_add_token(&phrase, &tokens.list.items[i]);
	if (phrase.count) {
		phrase_finish(&phrase, text, &tokens);
		vector_push(&phrases->list, phrase);
		i = phrase.key % PHRASE_FILTER;
		phrases->filter[i / 64] |= UINT64_C(1) << (i % 64);
	}
	vector_release(&tokens.list);
}

static void
phrases_add_row(struct phrases *phrases, const struct phrase_row *row,
		const char *between)
{
	const char *text = row->phrases;
	size_t len;

	while (*text) {
		len = strcspn(text, between);
		phrases_add(phrases, row, text, len);
		text += len;
		text += *text != '\0';
	}
}

static int
phrase_compare(const void *a, const void *b)
{
	const struct phrase *one = a, *two = b;

	if (one->key != two->key)
		return one->key < two->key ? -1 : 1;
	return (int)two->count - (int)one->count;
}

struct phrases *
phrases_new(const char *language, const char *draft_marks)
{
	struct phrases *phrases = mem_alloc(1, sizeof *phrases);
	struct phrase_row own = {NULL, PHRASE_DRAFT, 0, draft_marks};
	const struct phrase_row *row;
	size_t len = strcspn(language, "-");

	for (row = phrase_rows; row->phrases; row++)
		if (!row->language || (strlen(row->language) == len &&
				       !strncmp(row->language, language, len)))
			phrases_add_row(phrases, row, "/");
	if (draft_marks)
		phrases_add_row(phrases, &own, "\n");
	qsort(phrases->list.items, phrases->list.len,
	      sizeof *phrases->list.items, phrase_compare);
	return phrases;
}

void
phrases_free(struct phrases *phrases)
{
	if (!phrases)
		return;
	vector_release(&phrases->list);
	free(phrases);
}

static bool
is_phrase_token(const struct phrase_token *wanted,
		const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	if (token->kind != wanted->kind)
		return false;
	if (token->kind == SCAN_SIGN)
		return token->sign == wanted->hash;
	if (!wanted->stem)
		return token->hash == wanted->hash;
	return token->letters >= wanted->stem &&
	       scan_hash_first(side->text.data + token->start,
			       token->end - token->start,
			       wanted->stem) == wanted->hash;
}

static bool
is_phrase_at(const struct phrase *phrase, const struct check_side *side,
	     uint32_t at)
{
	uint32_t i;

	if (at + phrase->count > side->tokens.list.len)
		return false;
	for (i = 0; i < phrase->count; i++)
		if (!is_phrase_token(&phrase->tokens[i], side, at + i))
			return false;
	return phrase->kind != PHRASE_CAPITALS ||
	       side->tokens.list.items[at].flags & TOKEN_UPPER;
}

static bool
phrases_match_key(const struct phrases *phrases, const struct check_side *side,
		  uint32_t at, uint32_t key, struct phrase_match *out)
{
	size_t low = 0, high = phrases->list.len, middle;
	const struct phrase *phrase;

	if (!phrases_may_have(phrases, key))
		return false;
	while (low < high) {
		middle = low + (high - low) / 2;
		if (phrases->list.items[middle].key < key)
			low = middle + 1;
		else
			high = middle;
	}
	for (; low < phrases->list.len; low++) {
		phrase = &phrases->list.items[low];
		if (phrase->key != key)
			break;
		if (at + phrase->count <= out->end ||
		    !is_phrase_at(phrase, side, at))
			continue;
		*out = (struct phrase_match){(enum phrase_kind)phrase->kind,
					     phrase->value, at + phrase->count};
		return true;
	}
	return false;
}

bool
phrases_match(const struct phrases *phrases, const struct check_side *side,
	      uint32_t at, struct phrase_match *out)
{
	const struct scan_token *token = &side->tokens.list.items[at];
	bool found;

	*out = (struct phrase_match){PHRASE_NONE, 0, at};
	if (token->kind == SCAN_SIGN)
		return phrases_match_key(phrases, side, at, token->sign, out);
	if (token->kind != SCAN_WORD)
		return false;
	found = phrases_match_key(phrases, side, at, token->hash, out);
	return phrases_match_key(phrases, side, at, token->begin, out) || found;
}

bool
phrases_has(const struct phrases *phrases, const struct check_side *side,
	    uint32_t first, uint32_t end, enum phrase_kind kind)
{
	struct phrase_match match;

	for (; first < end; first++)
		if (phrases_match(phrases, side, first, &match) &&
		    match.kind == kind)
			return true;
	return false;
}

const struct phrases *
run_phrases(const struct check_run *run, const struct check_side *side)
{
	return run->checker->languages[run->using[side->language]].phrases;
}
