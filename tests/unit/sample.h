/*
 * sample.h - meetings made by hand, for tests of the store: what it keeps
 * must not depend on how texts are parsed.
 */
#ifndef SAMPLE_H
#define SAMPLE_H

#include "lectern/library.h"
#include "lectern/meeting.h"

struct sample {
	const char *id, *title, *title_ru, *short_name, *date;
	int points; /* rows, all in English; every other one in Russian too */
	const char *text; /* of each point; NULL: "Point N of ID." */
	int errors, notes;
};

/* The caller frees it by meeting_free(). */
struct meeting *sample_meeting(const struct sample *sample);

/* meeting.yaml, en.md, ru.md; identities made up from 'seed'. */
void sample_files(struct library_files *files, uint64_t seed);

#endif
