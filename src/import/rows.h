/*
 * rows.h - a row of the catalogue as a file gives it, on its way out.
 *
 * What a file says is passed on as it says it: symbols in its spelling, dates
 * in its form. Only what takes the whole file to know is judged here: whether
 * the members' votes make the totals that are printed above them.
 */
#ifndef IMPORT_ROWS_H
#define IMPORT_ROWS_H

#include "stream.h"

/* The counts of a vote; -1 where the file does not give one. */
struct vote_counts {
	long yes, no, abstaining, absent, members;
};

#define VOTE_COUNTS_NONE                                                       \
	{                                                                      \
		-1, -1, -1, -1, -1                                             \
	}

struct import_row {
	long line, record;
	const char *symbol, *date, *title, *other_symbol; /* NULL, "": none */
	struct vote_counts totals; /* as the file prints them */
	struct vote_counts voted;  /* as its members voted */
	bool is_without_vote;	   /* the file says so */
};

/* True where a record of votes has no total at all. */
bool vote_counts_are_none(const struct vote_counts *counts);

/* A whole number that is a count, else -1; "120.0" is 120. Nothing at all is
 * -1 too, with *is_bad left alone. */
long vote_count_read(const char *text, bool *is_bad);

/* Count one member's vote: Y, N, A, or X and nothing for one who did not
 * vote. False where it is something else. */
bool vote_counts_add(struct vote_counts *counts, const char *vote);

/* Write the row, or what is wrong with it. */
void import_put_row(struct import_out *out, const struct import_row *row);

#endif
