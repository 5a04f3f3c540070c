/*
 * export_cmd.h - what the files of "lectern export" share.
 */
#ifndef LECTERN_EXPORT_CMD_H
#define LECTERN_EXPORT_CMD_H

#include "cmd.h"
#include "lectern/review.h"

/* The text of the first language, as its file has it. */
enum status export_read_text(const struct command_call *call,
			     const struct review_request *request,
			     struct buffer *text,
			     struct error *err) WARN_UNUSED;

/* Copy meeting.yaml and the texts into a folder, which is made; the names are
 * said. What exists there is not replaced. */
enum status export_files(struct command_call *call,
			 const struct review_request *request,
			 const char *folder, struct error *err) WARN_UNUSED;

#endif
