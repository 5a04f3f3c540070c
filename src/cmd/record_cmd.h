/*
 * record_cmd.h - the record command's parts, for each other: the list and the
 * draft report.
 */
#ifndef LECTERN_CMD_RECORD_CMD_H
#define LECTERN_CMD_RECORD_CMD_H

#include "cmd.h"
#include "lectern/memory.h"
#include "lectern/record.h"

#define RECORD_FIRST_WORDS 70 /* characters of a point, cut between words */

struct record_request {
	struct resolved place;
	struct record_log log;
	char *language; /* of the points' words */
};

/* "said", in the language of messages. */
const char *record_kind_words(enum record_kind kind);

/* Does it stand, and is it about the place asked for? 'place' is set to its
 * row, or to the whole meeting where it has none. */
bool is_record_shown(const struct record_request *request,
		     const struct record_entry *entry, struct place *place);

/* The point of a row, in the language asked for where it has that. */
const struct point *record_point(const struct record_request *request,
				 const struct place *place);
void record_first_words(const struct record_request *request,
			const struct place *place, struct buffer *out);

/* A draft report as Markdown. */
void record_print_report(const struct record_request *request,
			 struct output *out);

#endif
