/*
 * print_cmd.h - between the options of `lectern print` (cmd_print.c), what
 * they choose (print_choose.c), how it looks (print_paper.c) and where it goes
 * (print_deliver.c).
 */
#ifndef CMD_PRINT_CMD_H
#define CMD_PRINT_CMD_H

#include "cmd.h"
#include "lectern/print.h"

struct print_target {
	char *path;	   /* NULL: no file */
	bool is_named;	   /* by the user: it may be replaced */
	bool is_output;	   /* standard output, as text */
	const char *queue; /* of a printer; NULL: none */
};

struct print_request {
	struct resolved place;
	struct print_job job;
	struct print_target target;
	struct catalogue *catalogue;
	bool *chosen, *changed; /* by row of the meeting */
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

/* Paper, type, and how text is set. The languages are chosen already. */
enum status print_read_paper(const struct command_call *call,
			     struct print_job *job,
			     struct error *err) WARN_UNUSED;

/* Where it goes, which says what it is; a printer is looked for. */
enum status print_choose_target(const struct command_call *call,
				struct print_request *request,
				struct error *err) WARN_UNUSED;

/* Make it, bring it there, say so, and remember what is on paper. */
enum status print_deliver(struct command_call *call,
			  struct print_request *request,
			  struct error *err) WARN_UNUSED;

#endif
