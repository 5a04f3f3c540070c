/*
 * abbreviation.h - the abbreviations of a language, for sentence.c.
 *
 * They are written without their last full stop, as they stand in a text.
 */
#ifndef BRIEF_ABBREVIATION_H
#define BRIEF_ABBREVIATION_H

#include <stddef.h>

enum abbreviation {
	ABBREVIATION_NONE,
	ABBREVIATION_ALWAYS, /* a sentence goes on after it */
	ABBREVIATION_NUMBER, /* goes on where a number follows: "No. 5" */
	ABBREVIATION_LAST,   /* "etc.": ends one before a capital letter */
};

/* What word[0..len), which a full stop follows, is in the language. */
enum abbreviation abbreviation_find(const char *word, size_t len,
				    const char *language);

#endif
