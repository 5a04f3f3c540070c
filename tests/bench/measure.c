/*
 * Runs a command and says what it cost: "measure FILE COMMAND..." appends
 * "WALL CPU MEMORY" to FILE, in microseconds and KiB. Its exit status is the
 * command's.
 */
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double
clock_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e6 + (double)now.tv_nsec / 1e3;
}

static double
time_micro(const struct timeval *time)
{
	return (double)time->tv_sec * 1e6 + (double)time->tv_usec;
}

int
main(int argc, char **argv)
{
	double begin = clock_now(), end;
	struct rusage usage;
	int status = 0;
	FILE *file;
	pid_t pid;

	if (argc < 3)
		return 2;
	pid = fork();
	if (!pid) {
		execvp(argv[2], argv + 2);
		_exit(127);
	}
	if (pid < 0 || wait4(pid, &status, 0, &usage) != pid)
		return 2;
	end = clock_now();
	file = fopen(argv[1], "a");
	if (!file)
		return 2;
	fprintf(file, "%.0f %.0f %ld\n", end - begin,
		time_micro(&usage.ru_utime) + time_micro(&usage.ru_stime),
		usage.ru_maxrss);
	if (fclose(file))
		return 2;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
