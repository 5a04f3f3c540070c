/*
 * How long it takes a second screen to go where the first one goes: from a
 * key typed into one pseudo-terminal to the last byte that it brings about in
 * another.
 *
 *	follow KEYS LECTERN LIBRARY MEETING
 *
 * Prints one time a key, in microseconds.
 */
#include <stdio.h>
#include <stdlib.h>

#include "session.h"

#define FOLLOW_START_MS 5000
#define FOLLOW_WAIT_MS	3000
#define FOLLOW_QUIET_MS 60

static void
follow_begin(struct session *session, char *lectern, char *library,
	     char *command, char *meeting)
{
	char option[] = "-L";
	char *argv[] = {lectern, option, library, command, meeting, NULL};

	session_start(session, argv, 24, 80);
	if (session_settle(session, FOLLOW_START_MS, 500) < 0)
		session_fail(command, "shows nothing");
}

int
main(int argc, char **argv)
{
	struct session first = SESSION_INIT, second = SESSION_INIT;
	char live[] = "live", follow[] = "follow";
	/* There and back, so that no brief is too short. */
	long keys = argc == 5 ? 2 * (strtol(argv[1], NULL, 10) / 2) : 0;

	if (keys < 1) {
		fprintf(stderr, "usage: follow KEYS LECTERN LIBRARY MEETING\n");
		return 2;
	}
	follow_begin(&first, argv[2], argv[3], live, argv[4]);
	follow_begin(&second, argv[2], argv[3], follow, argv[4]);
	for (; keys > 0; keys--) {
		double begin = session_clock(), end;

		session_type(&first, keys % 2 ? "k" : "j", 1);
		end = session_settle(&second, FOLLOW_WAIT_MS, FOLLOW_QUIET_MS);
		if (end < 0)
			session_fail("follow", "the second screen stays");
		printf("%.0f\n", end - begin);
		session_settle(&first, 0, FOLLOW_QUIET_MS);
	}
	session_end(&second, 'q');
	session_end(&first, 'q');
	session_release(&first);
	session_release(&second);
	return 0;
}
