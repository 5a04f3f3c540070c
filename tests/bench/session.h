/*
 * session.h - a program in a pseudo-terminal of its own, for measuring and
 * for looking at every byte that it sends.
 *
 * Nothing here sleeps for a fixed time: a screen is complete when nothing
 * has come for a while, and the time taken is that of its last byte. What
 * goes wrong ends the tool; it is for tests only.
 */
#ifndef LECTERN_BENCH_SESSION_H
#define LECTERN_BENCH_SESSION_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct session {
	int master;
	pid_t pid;
	char *seen; /* what the program sent since session_start() */
	size_t seen_len, seen_cap;
};

#define SESSION_INIT                                                           \
	{                                                                      \
		-1, 0, NULL, 0, 0                                              \
	}

void session_release(struct session *session);

/* Says what is wrong with what, and exits. */
void session_fail(const char *name, const char *what);

/* Microseconds. */
double session_clock(void);

/* Starts a program; returns the time just before. */
double session_start(struct session *session, char **argv, int rows,
		     int columns);

/* Sends bytes as if typed; false where nobody reads any more. */
bool session_type(struct session *session, const char *bytes, size_t len);

/* Reads until nothing comes for 'quiet_ms' (and up to 'first_ms' for the first
 * byte); the time of the last byte, or -1 where none came. */
double session_settle(struct session *session, int first_ms, int quiet_ms);

/* The most memory resident since it began, in KiB; -1 where unknown. */
double session_memory(const struct session *session);

/* Types 'quit' until it ends, then kills it. The status of wait(). */
int session_end(struct session *session, char quit);

#endif
