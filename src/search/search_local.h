/*
 * search_local.h - what the files of src/search share.
 *
 * The index says which texts have the words, in any language's endings and
 * anywhere; the matcher looks at the text itself, so it has the last word on
 * phrases and knows what to mark.
 */
#ifndef SEARCH_LOCAL_H
#define SEARCH_LOCAL_H

#include "lectern/search.h"
#include "lectern/token.h"

/* --- ask.c --- */

/* The question for the index; strings live in 'arena'. 'is_loose': a word
 * that is still being typed may already be longer than its stem. */
void ask_build(const struct search_query *query, bool is_loose,
	       struct store_question *question, struct arena *arena);

/*
 * The length of the word without its last 'count' characters, 0 where that
 * would leave too little, or where what goes is not how an ending begins:
 * "disputi" may become "disputing", "internet" is no form of "internal".
 */
size_t ask_loose_length(const struct search_word *word, int count);
#define ASK_LOOSE_MAX	7 /* characters */
#define ASK_LOOSE_LEAST 3 /* that are left */

/*
 * Whose endings a word may have lost: the language of a question is not known,
 * so that of a text does not count either. Index and matcher must agree: what
 * one offers and the other refuses is looked at for nothing.
 */
#define ASK_LANGUAGES 5
extern const char *const ask_languages[ASK_LANGUAGES];

/* --- match.c --- */

struct match_languages; /* tokenizers, and the query's words in each */

struct matcher {
	const struct search_query *query;
	bool is_loose;
	bool has_symbols;
	struct match_languages *languages;
	VECTOR(struct search_span) spans; /* of the text matched last */
	size_t token_count;		  /* of that text */
};

void matcher_init(struct matcher *matcher, const struct search_query *query,
		  bool is_loose);
void matcher_release(struct matcher *matcher);
/* Does the text have all it must and nothing it must not? Then its spans are
 * set: in order, without overlaps. A symbol that stands in 'cited' alone has
 * no span. */
bool matcher_fits(struct matcher *matcher, const char *language,
		  const char *text, const char *cited);

/* --- snippet.c --- */

/* The line around the first match, cut between words. */
void snippet_make(const char *text, const struct search_span *spans,
		  size_t span_count, struct search_result *result,
		  struct arena *arena);

#endif
