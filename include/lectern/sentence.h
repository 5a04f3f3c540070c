/*
 * sentence.h - where a sentence ends, and where a clause does.
 *
 * Notes are read aloud: a page may end after a sentence, and never in one.
 * Libraries find words and lines, not sentences, and the rule of Unicode (UAX
 * #29) ends one after "Mr." and «г.». So there is a table of abbreviations for
 * each language here. In doubt the sentence goes on: a longer piece kept whole
 * costs some paper, a sentence cut in two costs the speaker a pause.
 *
 * A full stop ends no sentence after an abbreviation, an initial or a lone
 * letter, nor before a small letter. Marks that close (quotes, brackets)
 * belong to the sentence before them; so do the spaces after it.
 */
#ifndef LECTERN_SENTENCE_H
#define LECTERN_SENTENCE_H

#include <stdbool.h>
#include <stddef.h>

/*
 * The end of the sentence that begins at 'from' <= len: the first byte of the
 * next one, or len. 'language' is a BCP 47 tag; of one that is not known, or
 * "", the abbreviations of all languages count. Linear in what it passes.
 */
size_t sentence_end(const char *text, size_t len, size_t from,
		    const char *language);

/* The end of the clause that begins at 'from': after a comma, a semicolon, a
 * colon, a dash or a line break and the spaces that follow; never beyond
 * 'len'. */
size_t clause_end(const char *text, size_t len, size_t from);

/* Does the text end where a sentence does, closing marks apart? */
bool is_sentence_whole(const char *text, size_t len);

#endif
