/*
 * Measures programs that draw on a terminal, through a real pseudo-terminal
 * of 80x24: how long until the first screen is complete, how long from a key
 * to the complete answer, and the most memory that was resident.
 *
 *	pty_bench [-n REPEATS] [-k KEY:COUNT]... NAME EXPECTED COMMAND... ::
 *		NAME EXPECTED COMMAND... ::
 *
 * A screen is complete at the last byte after which nothing comes for a
 * while; the same rule holds for every program. EXPECTED must stand among
 * the first screen's bytes, else the run is worth nothing and is ended.
 * Programs take turns within each repeat, and the first repeat is not
 * counted. Prints "NAME METRIC COUNT P50 P95 MIN MAX" with tabs between;
 * times in microseconds, memory in KiB.
 */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "session.h"

#define QUIET_START_MS 200 /* nothing for so long: the screen is complete */
#define QUIET_KEY_MS   40
#define WAIT_START_MS  20000 /* for the first byte */
#define WAIT_KEY_MS    600
#define PROGRAMS_MAX   12
#define KEYS_MAX       4
#define SAMPLES_MAX    100000

struct series {
	double *values;
	size_t count;
};

struct program {
	const char *name, *expected;
	char **argv;
	struct series start, memory, key[KEYS_MAX];
	size_t unanswered; /* keys that changed nothing */
};

struct key {
	const char *name;
	const char *bytes;
	int count;
};

static const struct key key_names[] = {
	{"j", "j", 0},
	{"PgDn", "\033[6~", 0},
	{"Down", "\033[B", 0},
	{"Space", " ", 0},
};

static void
series_add(struct series *series, double value)
{
	if (!series->values)
		series->values = calloc(SAMPLES_MAX, sizeof(double));
	if (!series->values || series->count == SAMPLES_MAX)
		session_fail("series", "no room");
	series->values[series->count++] = value;
}

static int
series_compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
series_print(struct series *series, const char *name, const char *metric)
{
	size_t n = series->count;

	if (!n)
		return;
	qsort(series->values, n, sizeof(double), series_compare);
	printf("%s\t%s\t%zu\t%.0f\t%.0f\t%.0f\t%.0f\n", name, metric, n,
	       series->values[n / 2], series->values[n * 95 / 100],
	       series->values[0], series->values[n - 1]);
}

static double
session_key(struct session *session, const char *bytes)
{
	double begin = session_clock(), end;
	size_t len = strlen(bytes);

	if (!session_type(session, bytes, len))
		return -1;
	end = session_settle(session, WAIT_KEY_MS, QUIET_KEY_MS);
	return end < 0 ? -1 : end - begin;
}

static void
program_check(const struct program *program, const struct session *session)
{
	if (memmem(session->seen, session->seen_len, program->expected,
		   strlen(program->expected)))
		return;
	fprintf(stderr, "%.*s\n", (int)session->seen_len, session->seen);
	session_fail(program->name,
		     "its first screen is not what was expected");
}

static void
program_run(struct program *program, const struct key *keys, size_t key_count,
	    struct session *session, bool is_counted)
{
	double begin = session_start(session, program->argv, 24, 80), end, time;
	size_t i;
	int n;

	end = session_settle(session, WAIT_START_MS, QUIET_START_MS);
	program_check(program, session);
	if (is_counted)
		series_add(&program->start, end - begin);
	for (i = 0; i < key_count; i++)
		for (n = 0; n < keys[i].count; n++) {
			time = session_key(session, keys[i].bytes);
			if (!is_counted)
				continue;
			if (time < 0)
				program->unanswered++;
			else
				series_add(&program->key[i], time);
		}
	if (is_counted)
		series_add(&program->memory, session_memory(session));
	session_end(session, 'q');
}

static struct key
key_parse(const char *text)
{
	struct key key = {NULL, NULL, 0};
	const char *colon = strchr(text, ':');
	size_t i;

	for (i = 0; colon && i < sizeof key_names / sizeof *key_names; i++)
		if (strlen(key_names[i].name) == (size_t)(colon - text) &&
		    !strncmp(key_names[i].name, text, (size_t)(colon - text)))
			key = key_names[i];
	if (!key.name)
		session_fail(text, "no such key, or no count");
	key.count = (int)strtol(colon + 1, NULL, 10);
	return key;
}

/* NAME EXPECTED COMMAND... :: and so on. */
static size_t
program_parse(char **argv, struct program *programs)
{
	size_t count = 0;

	while (argv[0] && argv[1] && argv[2] && count < PROGRAMS_MAX) {
		struct program *program = &programs[count++];

		program->name = *argv++;
		program->expected = *argv++;
		program->argv = argv;
		while (*argv && strcmp(*argv, "::"))
			argv++;
		if (*argv)
			*argv++ = NULL;
	}
	return count;
}

static void
program_print(struct program *program, const struct key *keys, size_t key_count)
{
	size_t i;

	series_print(&program->start, program->name, "start");
	for (i = 0; i < key_count; i++)
		series_print(&program->key[i], program->name, keys[i].name);
	series_print(&program->memory, program->name, "memory");
	if (program->unanswered)
		printf("%s\tunanswered\t%zu\t0\t0\t0\t0\n", program->name,
		       program->unanswered);
}

int
main(int argc, char **argv)
{
	struct program programs[PROGRAMS_MAX] = {{0}};
	struct key keys[KEYS_MAX];
	struct session session = SESSION_INIT;
	size_t i, count, key_count = 0;
	int option, repeat, repeats = 11;

	while ((option = getopt(argc, argv, "+n:k:")) != -1) {
		if (option == 'n')
			repeats = (int)strtol(optarg, NULL, 10);
		else if (option == 'k' && key_count < KEYS_MAX)
			keys[key_count++] = key_parse(optarg);
		else
			return 2;
	}
	count = program_parse(argv + optind, programs);
	for (repeat = 0; repeat <= repeats; repeat++)
		for (i = 0; i < count; i++)
			program_run(&programs[i], keys, key_count, &session,
				    repeat > 0);
	for (i = 0; i < count; i++)
		program_print(&programs[i], keys, key_count);
	session_release(&session);
	return 0;
}
