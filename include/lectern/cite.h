/*
 * cite.h - citations of UN documents and treaties in running text.
 *
 * Finds symbols ("A/RES/75/240"), numbers behind their cues ("resolutions
 * 56/183 and 57/238", «резолюция ГА ООН № 75/240», 第54/49号决议) and named
 * instruments of the catalogue, in English, Russian, French, Spanish, Arabic,
 * Chinese and Kazakh, and gives each its normal form. The grammar of symbols
 * follows the UN's documentation conventions (ST/AI/… series symbols); the
 * normal form is upper case, without spaces, a part's letter directly after
 * the number: A/RES/31/6A, A/RES/217(III)A, S/RES/1540(2004).
 *
 * What stands for several documents gives each of them: "66/253 A and B",
 * "3419 A to D (XXX)", "A/RES/70/93 A-B", "A/C.2/66/SR.24, 34 and 40" and
 * "SR.2-6". The number belongs to the span of the first; a member that a
 * range only implies has an empty span (start == end). A document said in
 * two ways at once, "Resolution 74/50 (A/RES/74/50)", is one citation.
 *
 * Whose a number is says the body named beside it, else its shape: two
 * figures/number the Assembly, year/number the Economic and Social Council,
 * number (year) the Security Council; so is a number alone ("resolution
 * 1540") unless the Assembly is named. An Assembly number from 401 on (301
 * to the 56th session) without the word "resolution" or "decision" is a
 * decision. A year given with a Council's number in words or by its date
 * completes it.
 *
 * Pure, and linear in the length of the text. Text is never changed: spans
 * are bytes of the text as given, whatever no-break spaces, look-alike
 * letters or line breaks stand in them. No document is ever guessed:
 * what could be a vote, a date, a span of years is not a citation.
 */
#ifndef LECTERN_CITE_H
#define LECTERN_CITE_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/date.h"
#include "lectern/vector.h"

#define CITE_SYMBOL_MAX 96

/* A part of the text quoted along with a citation; start == end: none. */
struct cite_part {
	size_t start, end;
};

struct citation {
	size_t start, end;	      /* bytes [start, end) of the text: the
				       * number or symbol, not its cue */
	char symbol[CITE_SYMBOL_MAX]; /* normal form */
	bool is_explicit;	      /* came from [words](SYMBOL) */
	bool is_partial;  /* the text gives no year or session; 'symbol' is
			   * complete where the catalogue knows one */
	struct date date; /* quoted with it; month 0 where none, day 0
			   * where only month and year are given */
	struct cite_part title;	    /* a title in quotation marks after it */
	struct cite_part paragraph; /* "para. 12" */
};

struct citations {
	VECTOR(struct citation) list;
};

#define CITATIONS_INIT                                                         \
	{                                                                      \
		VECTOR_INIT                                                    \
	}

void citations_release(struct citations *citations);

/*
 * What the catalogue knows, for cite_find(): instruments by name, and the
 * completion of short forms. Opaque; built once, read by many.
 */
struct cite_names;
struct cite_names *cite_names_new(void);
void cite_names_free(struct cite_names *names);
/* A name by which text may call an instrument ("Budapest Convention"). */
void cite_names_add(struct cite_names *names, const char *symbol,
		    const char *name);
/* A symbol that exists: completes S/RES/1540 to S/RES/1540(2004). */
void cite_names_add_symbol(struct cite_names *names, const char *symbol);

/*
 * Append what text[0..len) cites, in order. 'language' is a BCP 47 tag or
 * NULL for all languages' cues; 'names' may be NULL. Spans never overlap.
 */
void cite_find(const char *text, size_t len, const char *language,
	       const struct cite_names *names, struct citations *out);

/* A link of the writer's: [words](TARGET) over bytes [start, end). */
struct cite_link {
	size_t start, end;
	const char *target;
};

/*
 * As cite_find(), with the explicit citations of a text among what was found.
 * What a link covers or touches is cited by the link alone; a target that is
 * no citation (cite_normalise()) is kept as it is written. 'links' must be in
 * order and not overlap.
 */
void cite_find_linked(const char *text, size_t len, const char *language,
		      const struct cite_names *names,
		      const struct cite_link *links, size_t link_count,
		      struct citations *out);

/* A whole date, and the bytes [start, end) that say it. */
struct cite_date {
	struct date date;
	size_t start, end;
};

/*
 * The first day, month and year that text[0..len) gives, as the seven
 * languages write them; 'language' as above, 'names' may be NULL but make many
 * calls cheaper. False where there is none. Meant for a line or a paragraph.
 */
bool cite_find_date(const char *text, size_t len, const char *language,
		    const struct cite_names *names, struct cite_date *found);

/*
 * The normal form of what a person typed or a writer put in a link: any form
 * cite_find() knows, and a bare "75/240" or "1540 (2004)". False where it is
 * no citation; 'out' then holds "".
 */
bool cite_normalise(const char *words, size_t len,
		    const struct cite_names *names, char out[CITE_SYMBOL_MAX]);

#endif
