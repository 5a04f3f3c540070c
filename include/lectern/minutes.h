/*
 * minutes.h - how long it takes to say something, and what fits into a time.
 *
 * People speak at a rate: so many words a minute where words have spaces
 * between them, so many characters where they have none. Nothing else is
 * guessed: no pauses, no interpreters. Times are milliseconds, so that sums
 * over many short points stay right.
 *
 * Pure. Used by the screen ("we have N minutes"), by printing and by the
 * check that a brief fits the floor time.
 */
#ifndef LECTERN_MINUTES_H
#define LECTERN_MINUTES_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/brief.h"
#include "lectern/meeting.h"

#define MINUTES_WORDS	   110 /* a minute, unless set */
#define MINUTES_CHARACTERS 165
#define MINUTES_RATES_MAX  16
#define MINUTES_RATE_LEAST 20
#define MINUTES_RATE_MOST  2000

/* Rates other than the usual ones: by primary language ("ru"). */
struct minutes_rates {
	struct minutes_rate {
		char language[12];
		int per_minute; /* words, or characters */
	} list[MINUTES_RATES_MAX];
	size_t count;
};

/* Set the rate of a language ("ru", 120), over an earlier one. False: no such
 * tag or rate, or too many. */
bool minutes_set_rate(struct minutes_rates *rates, const char *language,
		      long per_minute);

/* The same from a setting, "en 120 ru 100". False where it is none; what
 * stands before the fault is set. */
bool minutes_parse_rates(struct minutes_rates *rates, const char *text);

/* Words or characters a minute. 'rates' may be NULL, here and below. */
int minutes_rate(const struct minutes_rates *rates, const char *language);

/* Does the language count characters (Chinese, Japanese, Thai and their
 * like) and not words? */
bool minutes_counts_characters(const char *language);

/* Units to be spoken in a text: words with a letter or digit in them, or
 * letters and digits. */
size_t minutes_count(const char *text, size_t len, const char *language);

/* Milliseconds to say a text, or a point in one of its forms. */
long minutes_of_text(const char *text, size_t len, const char *language,
		     const struct minutes_rates *rates);
long minutes_of_point(const struct point *point, enum form form,
		      const char *language, const struct minutes_rates *rates);

/* --- which points fit --- */

struct minutes_choice {
	size_t section, row;
	const struct point *point; /* in the language spoken, else in the first
				    * that has it */
	long needs[FORM_COUNT];	   /* milliseconds, by form */
	bool is_taken;
	enum form form; /* where it is taken */
};

struct minutes_choices {
	struct minutes_choice *list; /* every point that may be spoken, in the
				      * order of the brief */
	size_t count;
	long limit, taken; /* milliseconds */
};

struct minutes_request {
	const struct meeting *meeting;
	const char *language; /* that is spoken */
	const struct minutes_rates *rates;
	long limit;	/* milliseconds */
	unsigned roles; /* to be proposed: bits (1u << ROLE_SAY) | … */
	/* Rows to leave out (said already): by first_row + row; or NULL. */
	const bool *is_left_out;
};

/*
 * Propose points until the time is full. Points go by role, then by priority
 * (1, then 2 and those without one, then 3), then as they stand; within a
 * class each is taken as a cue first, so that none is forgotten, and then
 * widened to key phrases and to the full text while the time lasts; only what
 * is left goes to the next class. Points of the background and to be avoided
 * are never in the list; those of other roles are in it, not taken.
 */
void minutes_choose(const struct minutes_request *request,
		    struct minutes_choices *out);
void minutes_choices_release(struct minutes_choices *choices);

/* Take, leave or change the form of one by hand, and count anew; the time may
 * then be over. */
void minutes_take(struct minutes_choices *choices, size_t index, bool is_taken,
		  enum form form);

#endif
