/* name_match.h - a name of the catalogue against text, endings aside. */
#ifndef LECTERN_CITE_NAME_MATCH_H
#define LECTERN_CITE_NAME_MATCH_H

#include "chars.h"

/*
 * The end of 'name' at 'pos' of the text, or 0. In Cyrillic script a word
 * may have another ending (Будапештская, Будапештской); elsewhere letters
 * must agree, case and accents aside. A name of one short word is an
 * abbreviation and must stand in capitals.
 */
size_t cite_name_match(const char *name, const struct cite_text *text,
		       size_t pos);

/* A number for the first letters of the word at 'pos', for hashing: equal
 * for every form of it; *next is where the next word begins, 0 if none. */
uint32_t cite_name_key(const struct cite_text *text, size_t pos, size_t *next);

#endif
