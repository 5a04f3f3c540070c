#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "session.h"

enum { SESSION_END_TRIES = 100 };

void
session_release(struct session *session)
{
	free(session->seen);
	session->seen = NULL;
	session->seen_len = session->seen_cap = 0;
}

void
session_fail(const char *name, const char *what)
{
	fprintf(stderr, "session: %s: %s\n", name, what);
	exit(1);
}

double
session_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

/* Reads what is there and keeps it; false at the end of the program. */
static bool
session_read(struct session *session)
{
	ssize_t got;

	if (session->seen_cap - session->seen_len < 65536) {
		session->seen_cap = session->seen_cap * 2 + 131072;
		session->seen = realloc(session->seen, session->seen_cap);
		if (!session->seen)
			session_fail("session", "no memory");
	}
	got = read(session->master, session->seen + session->seen_len, 65535);
	if (got <= 0)
		return false;
	session->seen_len += (size_t)got;
	return true;
}

/* The time of the last byte of a burst, or -1 where none came. */
double
session_settle(struct session *session, int first_ms, int quiet_ms)
{
	struct pollfd poll_fd = {session->master, POLLIN, 0};
	double last = -1;

	while (poll(&poll_fd, 1, last < 0 ? first_ms : quiet_ms) > 0) {
		if (!session_read(session))
			break;
		last = session_clock();
	}
	return last;
}

double
session_start(struct session *session, char **argv, int rows, int columns)
{
	struct winsize size = {(unsigned short)rows, (unsigned short)columns, 0,
			       0};
	double begin = session_clock();

	session->seen_len = 0;
	session->pid = forkpty(&session->master, NULL, NULL, &size);
	if (session->pid < 0)
		session_fail(argv[0], strerror(errno));
	if (!session->pid) {
		execvp(argv[0], argv);
		_exit(127);
	}
	return begin;
}

bool
session_type(struct session *session, const char *bytes, size_t len)
{
	return write(session->master, bytes, len) == (ssize_t)len;
}

/* VmHWM begins anew at exec, unlike ru_maxrss, which knows this program. */
double
session_memory(const struct session *session)
{
	char path[64], line[256];
	double memory = -1;
	FILE *file;

	snprintf(path, sizeof path, "/proc/%d/status", (int)session->pid);
	file = fopen(path, "r");
	if (!file)
		return -1;
	while (fgets(line, sizeof line, file))
		if (!strncmp(line, "VmHWM:", 6))
			memory = strtod(line + 6, NULL);
	fclose(file);
	return memory;
}

int
session_end(struct session *session, char quit)
{
	int tries, status = 0;

	/* Long enough for a sanitizer on a busy machine to look for leaks. */
	for (tries = 0; tries < SESSION_END_TRIES; tries++) {
		if (!session_type(session, &quit, 1))
			break;
		session_settle(session, 100, 20);
		if (waitpid(session->pid, &status, WNOHANG) == session->pid)
			goto done;
	}
	kill(session->pid, SIGKILL);
	waitpid(session->pid, &status, 0);
done:
	close(session->master);
	return status;
}
