/* lexicon.h - the rows of words with a meaning, one table a language. */
#ifndef LECTERN_CHECK_LEXICON_H
#define LECTERN_CHECK_LEXICON_H

#include "scan.h"

/*
 * 'words' holds words of successive values with spaces between: those of
 * 'value', of 'value' + 'step' and so on; '/' parts the forms of one value.
 * "перв~" stands for all endings of a Russian adjective, "мамыр^" for those
 * of a Kazakh noun. Han characters are words of their own.
 */
struct lexicon_row {
	enum meaning meaning;
	int value, step;
	const char *words; /* NULL ends the table */
};

struct lexicon_language {
	const char *language;
	const struct lexicon_row *rows;
};

extern const struct lexicon_row lexicon_english[], lexicon_russian[],
	lexicon_kazakh[], lexicon_french[], lexicon_spanish[],
	lexicon_chinese[], lexicon_arabic[];

#endif
