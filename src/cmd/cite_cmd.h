/* cite_cmd.h - the forms of `lectern cite`, for its own files. */
#ifndef LECTERN_CITE_CMD_H
#define LECTERN_CITE_CMD_H

#include "cmd.h"

/* --scan (cite_scan.c) */
int cite_run_scan(struct command_call *call, struct error *err);

#endif
