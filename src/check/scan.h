/*
 * scan.h - a point's text as the checks see it: words, figures and signs in
 * one pass, and what they mean together: numbers, dates, quotation marks,
 * sentences.
 *
 * Everything is an index into arrays that are kept from point to point, so
 * that a point costs no allocation. Values are compared, never spellings:
 * "twenty", 20 and «двадцати» are one number.
 */
#ifndef LECTERN_CHECK_SCAN_H
#define LECTERN_CHECK_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/date.h"
#include "lectern/vector.h"

enum scan_kind { SCAN_WORD, SCAN_FIGURES, SCAN_SIGN, SCAN_BREAK };

/* Scripts of a word, as bits. */
enum {
	SCRIPT_LATIN = 1,
	SCRIPT_CYRILLIC = 2,
	SCRIPT_HAN = 4,
	SCRIPT_ARABIC = 8,
	SCRIPT_OTHER = 16,
};

/* What a word means, beside being a word. */
enum meaning {
	MEANS_NOTHING,
	MEANS_CARDINAL, /* value */
	MEANS_ORDINAL,	/* value */
	MEANS_SCALE,	/* value: powers of ten */
	MEANS_BOTH,	/* both, twice: a two that nobody misses */
	MEANS_MONTH,	/* value 1..12 */
	MEANS_MAY,	/* a month only beside a day or a year */
	MEANS_PERCENT,
	MEANS_YEAR, /* "года", "жылғы", "year" */
	MEANS_THIS, /* "this", «этого», «текущего»: before a year */
	MEANS_OF,  /* between the parts of a date */
	MEANS_IN,  /* before its year: "in June in 2020" */
	MEANS_AND, /* joins days */
	MEANS_MORNING,
	MEANS_AFTERNOON, /* p.m. */
	MEANS_CENTURY,
};

enum {
	TOKEN_SPACED = 1,  /* white space stands before it */
	TOKEN_CAPITAL = 2, /* its first letter is one */
	TOKEN_UPPER = 4,   /* all its letters are, and there are two */
	TOKEN_CITED = 8,   /* part of a citation's number */
	TOKEN_TAKEN = 16,  /* part of a date */
	TOKEN_TIED = 32,   /* the space before it does not break */
	TOKEN_QUOTED = 64, /* inside quotation marks */
};

struct scan_token {
	uint32_t start, end; /* bytes */
	uint32_t hash;	     /* of a word, folded; figures: their value */
	uint32_t begin;	     /* hash of its first three letters */
	uint32_t sign;	     /* the character of a sign */
	uint16_t value;
	uint8_t kind, meaning, scripts, flags;
	uint8_t letters; /* at most 255 */
};

struct scan_tokens {
	VECTOR(struct scan_token) list;
};

struct lexicon;

/* Append the tokens of text[0..len). 'lexicon' may be NULL. */
void scan_text(const char *text, size_t len, const struct lexicon *lexicon,
	       struct scan_tokens *out);

/* A character in lower case; ё is е, as nobody minds which. */
uint32_t scan_fold(uint32_t cp);
bool is_scan_space(uint32_t cp);
/* Letters and the marks on them. */
bool is_scan_letter(uint32_t cp);
int scan_script(uint32_t cp);
/* 0..9 of the digits of any script met, or -1. */
int scan_digit(uint32_t cp);

/* The hash that scan_text() gives a word. */
uint32_t scan_hash(const char *word, size_t len);
/* The same of its first letters only. */
uint32_t scan_hash_first(const char *word, size_t len, unsigned letters);

#define SCAN_BEGIN_LETTERS 3

/* --- words with a meaning (lexicon.c, lexicon_*.c) --- */

/* For a language by its tag; Never NULL; the caller frees. */
struct lexicon *lexicon_new(const char *language);
void lexicon_free(struct lexicon *lexicon);
/* Sets meaning and value of a word. */
void lexicon_look_up(const struct lexicon *lexicon, struct scan_token *token);

/* --- numbers (numbers.c) --- */

enum number_form {
	NUMBER_FIGURES,
	NUMBER_OUTLINE, /* 2.2.4 */
	NUMBER_WORDS,
	NUMBER_ORDINAL, /* in words */
	NUMBER_ROMAN,
	NUMBER_JOINED, /* G20 */
	NUMBER_FAINT,  /* both, twice; what no one writes on purpose */
};

struct scan_number {
	int64_t value;	     /* in ten-thousandths; of an outline a hash */
	int64_t other;	     /* as another language reads "1.200", or value */
	uint32_t first, end; /* tokens */
	uint8_t form;
	bool is_percent;
	bool is_matched; /* for who compares */
};

struct scan_numbers {
	VECTOR(struct scan_number) list;
};

#define NUMBER_UNIT 10000

/* The numbers that are not part of a citation or a date. */
void scan_numbers(const char *text, const struct scan_tokens *tokens,
		  const char *language, struct scan_numbers *out);

/* --- dates (dates.c) --- */

struct scan_date {
	int year, month, day; /* 0: not given */
	uint32_t first, end;  /* tokens */
	bool is_swappable;    /* 3/4/2021: either may be the month */
	bool is_relative;     /* its year is "this year" */
	bool is_matched;
};

struct scan_dates {
	VECTOR(struct scan_date) list;
};

/* The dates in a text; their tokens are then TOKEN_TAKEN. 'year' is that of
 * the meeting, for "26 мая с.г.", or 0. */
void scan_dates(const char *text, struct scan_tokens *tokens, int year,
		struct scan_dates *out);

/* --- quotation marks and brackets (quotes.c) --- */

struct scan_quote {
	uint32_t open, close; /* tokens; of what is open at the end UINT32_MAX;
			       * of what was never opened 'open' is */
	uint32_t sign;
	bool is_bracket;
	uint8_t depth;
};

struct scan_quotes {
	VECTOR(struct scan_quote) list; /* in order of their first token */
};

/* Pairs; tokens inside quotation marks are then TOKEN_QUOTED. */
void scan_quotes(const char *text, struct scan_tokens *tokens,
		 struct scan_quotes *out);

/* --- sentences (sentences.c) --- */

struct scan_sentence {
	uint32_t first, end; /* tokens */
	uint32_t words;
};

struct scan_sentences {
	VECTOR(struct scan_sentence) list;
};

void scan_sentences(const char *text, const struct scan_tokens *tokens,
		    struct scan_sentences *out);
/* The sentence that a token stands in. */
const struct scan_sentence *
scan_sentence_at(const struct scan_sentences *sentences, uint32_t token);

#endif
