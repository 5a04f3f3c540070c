/*
 * What the twenty checks alone cost: "checking LIBRARY" reads each meeting,
 * checks it, and prints the points of all and the microseconds of the
 * processor that the checks took.
 */
#include <stdio.h>
#include <time.h>

#include "lectern/check.h"

static double
checking_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static double
checking_meeting(struct check_desk *desk, const struct meeting *meeting)
{
	struct check_report report = CHECK_REPORT_INIT;
	struct error err = ERROR_INIT;
	double begin = checking_clock(), end;

	if (check_desk_run(desk, meeting, &report, &err))
		fprintf(stderr, "%s\n", err.message);
	end = checking_clock();
	check_report_release(&report);
	return end - begin;
}

int
main(int argc, char **argv)
{
	struct library_names names = {VECTOR_INIT};
	struct error err = ERROR_INIT;
	struct meeting *meeting;
	struct check_desk *desk;
	struct library lib;
	double time = 0;
	size_t points = 0, i;

	if (argc != 2 || library_open(argv[1], &lib, &err) ||
	    library_list_meetings(&lib, &names, &err)) {
		fprintf(stderr, "usage: checking LIBRARY: %s\n", err.message);
		return 2;
	}
	desk = check_desk_new(&lib, NULL, NULL);
	for (i = 0; i < names.list.len; i++) {
		if (library_read_meeting(&lib, names.list.items[i], &meeting,
					 NULL, &err))
			continue;
		time += checking_meeting(desk, meeting);
		points += meeting->row_count;
		meeting_free(meeting);
	}
	printf("%zu %.0f\n", points, time);
	check_desk_free(desk);
	library_names_release(&names);
	library_close(&lib);
	return 0;
}
