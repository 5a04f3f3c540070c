/* check_cmd.h - what the files of `lectern check` share. */
#ifndef LECTERN_CMD_CHECK_CMD_H
#define LECTERN_CMD_CHECK_CMD_H

#include "cmd.h"
#include "lectern/check.h"

struct check_job {
	struct command_call *call;
	struct check_desk *desk;
	struct resolved place; /* of one meeting, or all of each */
	const char *rules;     /* "a,b", or NULL for all */
	enum severity least;   /* what is printed */
	bool is_ignored_shown;
	char *folder;	  /* what makes a file's name one from here */
	json_t *json;	  /* an array, or NULL for text */
	size_t counts[3]; /* by severity */
	size_t suppressed, meetings;
};

/* Is the finding one that was asked for? Suppressed ones are not. */
bool is_check_wanted(const struct check_job *job,
		     const struct check_finding *finding);

/* Show what can be mended in a meeting, ask, and write it. Says on *written
 * how many files were written. */
enum status check_mend(struct check_job *job, const struct meeting *meeting,
		       const struct check_report *report, size_t *written,
		       struct error *err) WARN_UNUSED;

/* One finding, as it was asked for. */
void check_print(struct check_job *job, const struct check_finding *finding);

/* What earlier meetings were told, as notes. */
enum status check_run_past(struct check_job *job, const struct meeting *meeting,
			   struct error *err) WARN_UNUSED;

/* What is older than its original, as notes, with what changed since; only
 * where a place was asked for, since Git is started for each text. */
void check_run_stale(struct check_job *job, const struct meeting *meeting);

json_t *check_json(const struct check_job *job,
		   const struct check_finding *finding);

#endif
