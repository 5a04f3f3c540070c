/*
 * library_local.h - what the files that read a library share.
 */
#ifndef LIBRARY_LOCAL_H
#define LIBRARY_LOCAL_H

#include "lectern/buffer.h"
#include "lectern/library.h"

/* A name for the file of a diagnostic, appended to 'out': the output filter
 * lets line breaks pass, so those in a name are written as it writes others. */
void library_name_for_message(const char *name, struct buffer *out);

/* What meeting.yaml would say, from the catalogue's row. */
void library_set_instrument_facts(const struct library *lib, const char *id,
				  struct meeting_facts *facts);

/* A meeting without a title is known by its id. */
void library_give_title(struct meeting *meeting);

#endif
