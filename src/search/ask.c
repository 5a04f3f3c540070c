/* A query as the index understands it: clauses of tokens. */
#include <string.h>

#include "search_local.h"

const char *const ask_languages[ASK_LANGUAGES] = {"en", "ru", "fr", "es", "ar"};

/* The word, its stems, and what is left of a loose word. */
#define ASK_TERMS_MAX (ASK_LANGUAGES + 1 + ASK_LOOSE_MAX)

struct asker {
	const struct search_query *query;
	struct arena *arena;
	struct tokenizer *tokenizers[ASK_LANGUAGES];
	bool is_loose;
	struct store_clause *clauses;
	size_t clause_count;
};

/* Endings the stemmers take off, as they are folded. */
static const char *const ask_endings[] = {
	"efully", "eness",    "ably",	  "able",    "aciones", "ally",
	"amente", "ances",    "ando",	  "ants",    "ation",	"ational",
	"ations", "edly",     "ements",	  "ences",   "ents",	"ers",
	"euses",  "fully",    "idades",	  "ies",     "iendo",	"ings",
	"ingly",  "ions",     "iques",	  "isation", "ised",	"ites",
	"ities",  "ively",    "ization",  "ized",    "izing",	"ments",
	"ness",	  "ously",    "ados",	  "adas",    "idos",	"idas",
	"ibles",  "ables",    "ами",	  "ями",     "ого",	"его",
	"ому",	  "ему",      "ыми",	  "ими",     "остью",	"остей",
	"остям",  "ости",     "ением",	  "ениям",   "ениях",	"ировать",
	"ирован", "ического", "ическими", "аться",   "иться",	"ующий",
	"ующих",  "ающий",    "ающих",	  "ах",	     "ях",	"ов",
	"ев",	  "ей",	      "ой",	  "ою",	     "ую",	"ая",
	"яя",	  "ые",	      "ие",	  "ый",	     "ий",	"иями",
	"иях",	  "ией",
};

static bool
ask_begins_ending(const char *tail, size_t len)
{
	size_t i;

	for (i = 0; i < sizeof ask_endings / sizeof *ask_endings; i++)
		if (!strncmp(ask_endings[i], tail, len))
			return true;
	return false;
}

size_t
ask_loose_length(const struct search_word *word, int count)
{
	size_t len = word->len, left = 0, i;

	while (count-- && len)
		do
			len--;
		while (len && ((unsigned char)word->text[len] & 0xc0) == 0x80);
	for (i = 0; i < len; i++)
		left += ((unsigned char)word->text[i] & 0xc0) != 0x80;
	if (left < ASK_LOOSE_LEAST ||
	    !ask_begins_ending(word->text + len, word->len - len))
		return 0;
	return len;
}

static void
ask_add(struct asker *asker, struct store_word *forms, struct store_term *terms,
	const char *word, size_t len, bool is_prefix)
{
	size_t i;

	for (i = 0; i < forms->count; i++)
		if (!strncmp(terms[i].word, word, len) && !terms[i].word[len] &&
		    terms[i].is_prefix == is_prefix)
			return;
	terms[forms->count].word = arena_strndup(asker->arena, word, len);
	terms[forms->count].is_prefix = is_prefix;
	forms->count++;
}

/* A word in all the forms it may have in a text. */
static void
ask_word(struct asker *asker, const struct search_term *term, size_t index,
	 struct store_word *forms)
{
	const struct search_word *word = &term->words[index];
	bool is_prefix = term->is_prefix && index + 1 == term->word_count;
	struct store_term *terms =
		arena_alloc(asker->arena, ASK_TERMS_MAX, sizeof *terms);
	char stem[TOKEN_MAX + 1];
	size_t i, len;

	forms->terms = terms;
	ask_add(asker, forms, terms, word->text, word->len, is_prefix);
	for (i = 0; i < ASK_LANGUAGES; i++) {
		len = token_stem(asker->tokenizers[i], word->text, word->len,
				 stem);
		ask_add(asker, forms, terms, stem, len, false);
	}
	for (i = 1; is_prefix && asker->is_loose && i <= ASK_LOOSE_MAX; i++) {
		len = ask_loose_length(word, (int)i);
		if (len)
			ask_add(asker, forms, terms, word->text, len, false);
	}
}

/* Of a symbol's words the numbers find the texts, where there are two: "a" and
 * "res" stand everywhere, and the text itself is looked at in the end. */
static size_t
ask_count_numbers(const struct search_term *term)
{
	size_t count = 0, i;

	for (i = 0; term->symbol && i < term->word_count; i++)
		count += term->words[i].text[0] >= '0' &&
			 term->words[i].text[0] <= '9';
	return count;
}

static void
ask_term(struct asker *asker, const struct search_term *term)
{
	bool only_numbers = ask_count_numbers(term) > 1;
	struct store_clause *clause;
	struct store_word *words;
	size_t i;

	/* That its words all stand in a text does not exclude a phrase: the
	 * text itself must be looked at. */
	if (term->is_excluded && term->word_count > 1)
		return;
	clause = &asker->clauses[asker->clause_count++];
	words = arena_alloc(asker->arena, term->word_count, sizeof *words);
	clause->words = words;
	clause->is_excluded = term->is_excluded;
	clause->symbol.word = term->symbol;
	clause->symbol.is_prefix = term->symbol_is_prefix;
	for (i = 0; i < term->word_count; i++) {
		if (only_numbers && (term->words[i].text[0] < '0' ||
				     term->words[i].text[0] > '9'))
			continue;
		ask_word(asker, term, i, &words[clause->count++]);
	}
}

void
ask_build(const struct search_query *query, bool is_loose,
	  struct store_question *question, struct arena *arena)
{
	struct asker asker = {
		.query = query, .arena = arena, .is_loose = is_loose};
	size_t i;

	asker.clauses = arena_alloc(arena, query->term_count + 1,
				    sizeof *asker.clauses);
	for (i = 0; i < ASK_LANGUAGES; i++)
		asker.tokenizers[i] = tokenizer_new(ask_languages[i]);
	memset(question, 0, sizeof *question);
	for (i = 0; i < query->term_count; i++) {
		question->wants_cited |= query->terms[i].symbol != NULL;
		ask_term(&asker, &query->terms[i]);
	}
	for (i = 0; i < ASK_LANGUAGES; i++)
		tokenizer_free(asker.tokenizers[i]);
	question->clauses = asker.clauses;
	question->clause_count = asker.clause_count;
	question->language = query->language;
	question->role = query->role;
	question->meeting_words = query->meeting;
	question->since = query->since;
}
