/*
 * Runs a program in a pseudo-terminal, types keys, and writes every byte that
 * the program sent to standard output.
 *
 *	capture [-s ROWSxCOLUMNS] [-k KEYS]... COMMAND...
 *
 * Each KEYS is typed once the screen has settled; in it "\e" is escape and
 * "\r" is return. At the end "q" is typed until the program ends. The exit
 * status is the program's, or 99 where it had to be killed.
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../bench/session.h"

#define KEYS_MAX	64
#define FIRST_SCREEN_MS 20000
#define ANSWER_MS	300
#define QUIET_MS	120

static void
capture_type(struct session *session, const char *keys)
{
	char bytes[256];
	size_t len = 0;

	for (; *keys && len < sizeof bytes; keys++) {
		if (*keys == '\\' && keys[1] == 'e') {
			bytes[len++] = '\033';
			keys++;
		} else if (*keys == '\\' && keys[1] == 'r') {
			bytes[len++] = '\r';
			keys++;
		} else
			bytes[len++] = *keys;
	}
	session_type(session, bytes, len);
	session_settle(session, ANSWER_MS, QUIET_MS);
}

int
main(int argc, char **argv)
{
	struct session session = SESSION_INIT;
	const char *keys[KEYS_MAX];
	int option, rows = 24, columns = 80, status;
	size_t i, count = 0;

	while ((option = getopt(argc, argv, "+s:k:")) != -1) {
		if (option == 's' &&
		    sscanf(optarg, "%dx%d", &rows, &columns) == 2)
			continue;
		if (option != 'k' || count == KEYS_MAX)
			return 2;
		keys[count++] = optarg;
	}
	if (optind == argc)
		return 2;
	session_start(&session, argv + optind, rows, columns);
	session_settle(&session, FIRST_SCREEN_MS, QUIET_MS);
	for (i = 0; i < count; i++)
		capture_type(&session, keys[i]);
	status = session_end(&session, 'q');
	fwrite(session.seen, 1, session.seen_len, stdout);
	session_release(&session);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 99;
}
