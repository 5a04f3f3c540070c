/*
 * past.h - what the delegation said before.
 *
 * A point that cites a document which a point of an earlier meeting cites too,
 * or that nearly repeats one (most of their stems are the same), is set beside
 * it, so that a new wording is a decision and not an accident. Earlier is what
 * has an earlier date; other languages are not compared.
 */
#ifndef LECTERN_PAST_H
#define LECTERN_PAST_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/catalogue.h"
#include "lectern/date.h"
#include "lectern/error.h"
#include "lectern/library.h"
#include "lectern/meeting.h"

struct past_match {
	size_t section, row, language; /* of the meeting asked about */
	const char *now;	       /* the point's words, on one line */
	const char *meeting;	       /* the earlier one's id */
	struct date date;
	const char *place;  /* "2.2.4/1" */
	const char *before; /* its words */
	const char *symbol; /* cited by both, or "" */
	bool is_repeated;   /* most of the stems are the same */
};

/* Valid during the call. */
typedef void (*past_fn)(const struct past_match *match, void *data);

struct past_rows {
	size_t first, end;	   /* sections */
	size_t first_row, end_row; /* of the only section */
};

/* Each match, the nearest meeting first; every earlier meeting is read. */
enum status past_find(const struct library *lib, const struct meeting *meeting,
		      const struct past_rows *rows,
		      const struct catalogue *catalogue, past_fn found,
		      void *data, struct error *err) WARN_UNUSED;

#endif
