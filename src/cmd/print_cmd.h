/*
 * print_cmd.h - between the options of `lectern print` (cmd_print.c) and what
 * they choose (print_choose.c).
 */
#ifndef CMD_PRINT_CMD_H
#define CMD_PRINT_CMD_H

#include "cmd.h"
#include "lectern/print.h"

struct print_request {
	struct resolved place;
	struct print_job job;
	struct catalogue *catalogue;
	bool *chosen; /* by row of the meeting */
	unsigned char *forms;
	char *list;	   /* of languages, taken apart */
	bool has_findings; /* that is why it is not printed */
};
void print_request_release(struct print_request *request);

/* The meeting, and the rows that are named: places after commas, too. */
enum status print_choose_rows(struct command_call *call,
			      struct print_request *request,
			      struct error *err) WARN_UNUSED;

/* The columns: from -l, --bilingual, else the first language with a text. */
enum status print_choose_languages(const struct command_call *call,
				   struct print_request *request,
				   struct error *err) WARN_UNUSED;

/* Roles, form, minutes. */
enum status print_choose_points(const struct command_call *call,
				struct print_request *request,
				struct error *err) WARN_UNUSED;

#endif
