/* cite_cmd.h - the forms of `lectern cite`, for its own files. */
#ifndef LECTERN_CITE_CMD_H
#define LECTERN_CITE_CMD_H

#include "cmd.h"

/* --scan (cite_scan.c) */
int cite_run_scan(struct command_call *call, struct error *err);

/* The store is open for these: one document (cite_show.c), or all that the
 * library cites (cite_list.c). */
int cite_run_show(struct command_call *call, struct error *err);
int cite_run_list(struct command_call *call, struct error *err);

#endif
