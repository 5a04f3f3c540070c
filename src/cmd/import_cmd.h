/*
 * import_cmd.h - what the files of "lectern import" share.
 */
#ifndef LECTERN_IMPORT_CMD_H
#define LECTERN_IMPORT_CMD_H

#include "cmd.h"
#include "lectern/review.h"

/*
 * Show what a table changes in the meeting, and with --update write what is
 * agreed to. Returns an exit code: 1 where a change is left.
 */
int import_update(struct command_call *call, const struct review *review,
		  const char *meeting_id, struct error *err);

#endif
