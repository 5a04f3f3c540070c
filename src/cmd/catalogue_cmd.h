/* catalogue_cmd.h - the forms of `lectern catalogue`, for its own files. */
#ifndef LECTERN_CATALOGUE_CMD_H
#define LECTERN_CATALOGUE_CMD_H

#include "cmd.h"
#include "lectern/catalogue_merge.h"

/* `catalogue import FILE...` (catalogue_import.c); the library is open. */
int catalogue_run_import(struct command_call *call, struct error *err);

/* What an import would change (catalogue_changes.c): for people, every field
 * or a summary where there are many; for programs. */
void catalogue_print_changes(const struct catalogue_merge *merge,
			     struct output *out);
json_t *catalogue_json_changes(const struct catalogue_merge *merge);

/* What it leaves out, in sentences. */
void catalogue_say_left_out(const struct catalogue_merge *merge,
			    struct output *messages);

#endif
