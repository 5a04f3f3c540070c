/*
 * scratch.h - a folder of its own for a test, and what tests of files ask.
 */
#ifndef LECTERN_TEST_SCRATCH_H
#define LECTERN_TEST_SCRATCH_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

/* cmocka fixtures: *state becomes the folder's path. The teardown removes it
 * with all that is in it and fails when a descriptor was left open. */
int scratch_setup(void **state);
int scratch_teardown(void **state);

/* Descriptors that are open in this process. */
int scratch_count_fds(void);

/* "folder/name", valid for the next seven calls. */
const char *scratch_path(void *const *state, const char *name);

void scratch_write(const char *path, const char *text);
/* Fails the test unless the file holds exactly this. */
void scratch_check(const char *path, const char *text);
/* The file's bytes, malloced, or NULL where there is none. */
char *scratch_slurp(const char *path);

/* Entries of a folder whose name begins with 'prefix'. */
int scratch_count(const char *folder, const char *prefix);

/* Is this run under valgrind, where nothing can be traced? */
bool scratch_in_valgrind(void);

/* Skip this test and say why, where skip() alone says nothing. */
#define scratch_skip(reason)                                                   \
	do {                                                                   \
		print_message("# skipped: %s\n", (reason));                    \
		skip();                                                        \
	} while (0)

/*
 * Runs a group that may skip tests, in a child. cmocka 1.1 prints a skipped
 * test as "not ok N # SKIP", which a TAP driver counts as failed; here it
 * becomes "ok N # SKIP". Returns the group's exit code.
 */
int scratch_run(int (*group)(void));

/* Waits for a child; its exit code, or 128 + signal. */
int scratch_wait(int child);

#endif
