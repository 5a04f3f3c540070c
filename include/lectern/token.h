/*
 * token.h - a text as the words a search compares.
 *
 * A word is folded so that what a person types is found: case, ё = е, the
 * diacritics of Latin letters, letters of another script that look alike, and
 * its ending, by the Snowball rules of the text's language (en, ru, fr, es,
 * ar; others keep their endings). Chinese goes by single characters. A
 * citation stands before its own words, in its normal form. Text and question
 * go through the same code, so that they meet.
 *
 * Tokens hold letters, digits and "/().-" only: no white space, no quotes, no
 * control characters, whatever the text was. At most TOKEN_MAX bytes; a longer
 * word is cut. Linear in the text.
 */
#ifndef LECTERN_TOKEN_H
#define LECTERN_TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#define TOKEN_MAX 96

struct tokenizer;

/* For texts in 'language', a BCP 47 tag; NULL: words keep their endings.
 * Never NULL; the caller frees. */
struct tokenizer *tokenizer_new(const char *language);
void tokenizer_free(struct tokenizer *tokenizer);

struct token {
	const char *word; /* NUL-terminated; valid during the call */
	size_t len;
	size_t start, end; /* bytes of the text it was made of */
	bool is_citation;  /* a normal form; the same bytes follow as words */
};

typedef void (*token_fn)(const struct token *token, void *data);

/* Every token of text[0..len), in order. */
void token_each(struct tokenizer *tokenizer, const char *text, size_t len,
		token_fn each, void *data);
/* The same without looking for citations. */
void token_each_word(struct tokenizer *tokenizer, const char *text, size_t len,
		     token_fn each, void *data);

/* A folded word without its ending: what a tokenizer of that language makes
 * of it. Writes at most TOKEN_MAX + 1 bytes and returns the length. */
size_t token_stem(struct tokenizer *tokenizer, const char *word, size_t len,
		  char out[TOKEN_MAX + 1]);

/* The normal form of a citation, or a part of a symbol as it is typed, as a
 * token: lower case, nothing else than a token holds. */
size_t token_symbol(const char *symbol, size_t len, char out[TOKEN_MAX + 1]);

/* May the text cite something? No citation is without a digit; in scripts that
 * may have digits of their own they are not told from letters here. */
bool token_has_digits(const char *text, size_t len);

/* Is there a way to take endings off the words of this language? */
bool token_has_stems(const char *language);

#endif
