/*
 * spawn.h - child processes, by argument vector only; never through a shell
 * built from strings.
 */
#ifndef LECTERN_SPAWN_H
#define LECTERN_SPAWN_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "lectern/buffer.h"
#include "lectern/error.h"

struct spawn_result {
	int exit_code;	      /* 0..255; 128 + signal where a signal ended it */
	struct buffer output; /* its standard output, up to the limit */
	struct buffer messages; /* its standard error, up to 64 KiB */
};

void spawn_result_release(struct spawn_result *result);

/*
 * Run argv (NULL-terminated, found through PATH), feed it 'input', collect
 * what it writes. Waits for it, without a limit of time. More than 'limit'
 * bytes of output end it with STATUS_LIMIT; a program that does not exist is
 * STATUS_NOT_FOUND. A child that closes its input early is no failure, and a
 * process that it leaves behind is not waited for. *result is set up here;
 * the caller releases it, whatever the status.
 */
enum status spawn_run(const char *const *argv, const void *input, size_t len,
		      size_t limit, struct spawn_result *result,
		      struct error *err) WARN_UNUSED;

/* What a child is run with, where it is more than its arguments. */
struct spawn_job {
	const char *const *argv; /* as for spawn_run() */
	const void *input;
	size_t len;
	/* The child reads this open file itself, and 'input' is not used. It
	 * stays the caller's. */
	bool has_file;
	int file;
	size_t limit;	 /* bytes of output */
	int seconds_max; /* 0: as long as it takes */
};

/* As spawn_run(). A child that takes longer than 'seconds_max' is killed:
 * STATUS_LIMIT. */
enum status spawn_run_job(const struct spawn_job *job,
			  struct spawn_result *result,
			  struct error *err) WARN_UNUSED;

/*
 * Run argv on the caller's terminal and wait (an editor, a pager). Meanwhile
 * ^C and ^\ are the child's alone, and ^Z stops both.
 */
enum status spawn_foreground(const char *const *argv, int *exit_code,
			     struct error *err) WARN_UNUSED;

/* Start argv in the background, in a process group of its own, with standard
 * streams on /dev/null. The caller reaps *child by waitpid(). */
enum status spawn_background(const char *const *argv, pid_t *child,
			     struct error *err) WARN_UNUSED;

/*
 * A child that works while the caller does something else. What it writes
 * stays in memory, never on a disk, until it is asked for.
 */
struct spawn_task {
	pid_t child;   /* 0: none is running */
	int output;    /* -1: none */
	int exit_code; /* once it is done */
};

/* Start argv as spawn_background() does. Whatever the status, the caller ends
 * it by spawn_task_end(). */
enum status spawn_task_start(const char *const *argv, struct spawn_task *task,
			     struct error *err) WARN_UNUSED;
/* Is it done? 'is_waited' waits till it is. */
bool spawn_task_is_done(struct spawn_task *task, bool is_waited);
/* What it wrote, at most 'limit' bytes, appended; false where it wrote more or
 * ended with another code than 0. Only of one that is done. */
bool spawn_task_output(const struct spawn_task *task, size_t limit,
		       struct buffer *out);
/* One that still runs is killed. */
void spawn_task_end(struct spawn_task *task);

/* The path of the running program, for starting itself (/proc/self/exe where
 * the file has been replaced meanwhile); caller frees. */
enum status spawn_self(char **out, struct error *err) WARN_UNUSED;

/*
 * The path of another executable of this package ("lectern-print"): beside the
 * running program, as in a build tree, else in the package's own folder.
 * STATUS_NOT_FOUND where it stands in neither, with what to install; the
 * caller frees.
 */
enum status spawn_find_own(const char *name, char **out,
			   struct error *err) WARN_UNUSED;

#endif
