/*
 * Search as one types, measured: each key of each question is a search of its
 * own in an index that is open, as on the screen. Prints one line a key:
 * microseconds, those the processor worked, how many were found, and what was
 * typed so far.
 *
 * usage: keys LIBRARY QUESTION...
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lectern/library.h"
#include "lectern/search.h"
#include "lectern/store.h"

#define KEYS_SCREEN 50 /* results a screen asks for */

static long
now_us(clockid_t clock)
{
	struct timespec now;

	clock_gettime(clock, &now);
	return (long)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static int
measure_key(struct store *store, const char *text, size_t len)
{
	struct search_results results = SEARCH_RESULTS_INIT;
	struct search_options options = {.limit = KEYS_SCREEN};
	struct error err = ERROR_INIT;
	long start = now_us(CLOCK_MONOTONIC);
	long cpu = now_us(CLOCK_PROCESS_CPUTIME_ID);

	if (search_run(store, text, len, &options, &results, &err)) {
		fprintf(stderr, "keys: %s\n", err.message);
		return 1;
	}
	printf("%ld\t%ld\t%zu\t%.*s\n", now_us(CLOCK_MONOTONIC) - start,
	       now_us(CLOCK_PROCESS_CPUTIME_ID) - cpu, results.list.len,
	       (int)len, text);
	search_results_release(&results);
	return 0;
}

static int
measure_question(struct store *store, const char *text)
{
	size_t len = strlen(text), i;
	int failed = 0;

	for (i = 1; i <= len && !failed; i++)
		if (((unsigned char)text[i] & 0xc0) != 0x80)
			failed = measure_key(store, text, i);
	return failed;
}

int
main(int argc, char **argv)
{
	struct error err = ERROR_INIT;
	struct store *store = NULL;
	struct library lib;
	int i, failed = 0;

	if (argc < 3) {
		fprintf(stderr, "usage: keys LIBRARY QUESTION...\n");
		return 2;
	}
	if (library_open(argv[1], &lib, &err) ||
	    store_open(lib.index_path, STORE_READ, &store, NULL, &err)) {
		fprintf(stderr, "keys: %s\n", err.message);
		return 1;
	}
	for (i = 2; i < argc && !failed; i++)
		failed = measure_question(store, argv[i]);
	store_close(store);
	library_close(&lib);
	return failed;
}
