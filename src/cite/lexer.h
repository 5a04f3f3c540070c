/*
 * lexer.h - text as the few tokens that matter to citations.
 *
 * A word that is no cue is CITE_WORD; cite_lexer_skip() then runs over all
 * such words at the speed of a table look-up a byte and stops where a
 * citation could begin. The lexer is a plain value: copy it to look ahead.
 */
#ifndef LECTERN_CITE_LEXER_H
#define LECTERN_CITE_LEXER_H

#include "cue.h"
#include "symbol.h"

struct cite_names;

struct cite_lexer {
	struct cite_text text;
	size_t pos;
	const struct cue_index *index;
	const struct cite_names *names; /* may be NULL */
	unsigned mask;			/* languages */
};

struct cite_token {
	enum cite_kind kind;
	int value;
	unsigned flags; /* of the cue */
	size_t start, end;
	const char *name;	   /* CITE_NAME: the symbol it stands for */
	struct cite_symbol symbol; /* CITE_SYMBOL */
};

/* The next token; false at the end. After CITE_WORD call the skip below. */
bool cite_lexer_next(struct cite_lexer *lexer, struct cite_token *token);

/* The token at 'pos', the lexer staying where it is. */
bool cite_lexer_peek(const struct cite_lexer *lexer, size_t pos,
		     struct cite_token *token);

/* Past the word at hand and all further ones that mean nothing. */
void cite_lexer_skip(struct cite_lexer *lexer);

#endif
