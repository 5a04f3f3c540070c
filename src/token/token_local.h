/*
 * token_local.h - what the files of src/token share.
 *
 * One word is collected character by character, already folded, and finished
 * when it ends: which script it is in is only known then.
 */
#ifndef TOKEN_LOCAL_H
#define TOKEN_LOCAL_H

#include <stdint.h>

#include "lectern/token.h"

/* What a character does to a word. */
enum token_class {
	TOKEN_BREAK,  /* stands between words */
	TOKEN_LETTER, /* letters and digits of the scripts known here */
	TOKEN_MARK,   /* belongs to the letter before it */
	TOKEN_IGNORE, /* soft hyphen, joiners: not there */
	TOKEN_HAN,    /* a word of its own */
	TOKEN_OTHER,  /* libunistring says where words end */
};
enum token_class token_classify(uint32_t cp);

/*
 * Bytes of the character at 'text' where a look at them tells that it is a
 * letter or digit (a Latin one of ASCII or U+00C0 on, or a Cyrillic one), or
 * that it stands between words; 0 where it takes token_classify() to tell.
 */
size_t token_letter(const char *text, size_t left);
size_t token_break(const char *text, size_t left);

struct token_word {
	char bytes[TOKEN_MAX + 4];
	size_t len;
	uint32_t last; /* folded character */
	bool has_latin, has_cyrillic, is_full;
};

void token_word_reset(struct token_word *word);
/* A character of the word, folded. */
void token_word_add(struct token_word *word, uint32_t cp);
/* Letters of two scripts become letters of one. */
void token_word_unmix(struct token_word *word);

#endif
