/* notes_sample.h - notes of briefs that a test writes itself. */
#ifndef NOTES_SAMPLE_H
#define NOTES_SAMPLE_H

#include "lectern/notes.h"

/* A meeting of up to two texts ('second' may be NULL); the caller frees it by
 * meeting_free(). */
struct meeting *notes_sample_meeting(const char *language, const char *text,
				     const char *second_language,
				     const char *second);

/* A request for all that is spoken of it, in all its languages. */
struct notes_request notes_sample_request(const struct meeting *meeting);

/* Rows, cells and pieces as lines, with '|' after a sentence and '_' for a
 * space that holds. */
void notes_sample_dump(const struct notes *notes, struct buffer *out);

#endif
