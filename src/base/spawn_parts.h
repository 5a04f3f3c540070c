/*
 * spawn_parts.h - starting and waiting; for spawn.c and spawn_run.c.
 */
#ifndef LECTERN_SPAWN_PARTS_H
#define LECTERN_SPAWN_PARTS_H

#include <signal.h>
#include <spawn.h>

#include "lectern/spawn.h"

/* STATUS_NOT_FOUND for ENOENT, else STATUS_IO, with the program's name. */
enum status spawn_refuse(const char *program, int errnum, struct error *err);

/* Start argv; signals in 'reset' get their default action. */
enum status spawn_start(const char *const *argv,
			const posix_spawn_file_actions_t *actions,
			const sigset_t *reset, bool own_group, pid_t *child,
			struct error *err) WARN_UNUSED;

enum status spawn_wait(pid_t child, const char *program, int *exit_code,
		       struct error *err) WARN_UNUSED;

/* 0..255, 128 + signal. */
int spawn_exit_code(int wait_status);

/* As spawn_background(), with its standard output on an open file; -1: none. */
enum status spawn_background_into(const char *const *argv, int output,
				  pid_t *child, struct error *err) WARN_UNUSED;

/* Signals that main() ignores, and that a child is to have as usual. */
void spawn_reset_signals(sigset_t *reset);

#endif
