/*
 * pty.c - runs a program in a pseudo-terminal by a script, for tests that
 * need the kernel's side of a terminal: hang-up, suspend, modes, signals,
 * and every byte that is sent. What a screen looks like is tmux's to say.
 *
 *	pty [-n] [-s COLUMNSxROWS] SCRIPT PROGRAM ARGUMENT...
 *
 * -n ignores SIGHUP from the start, as nohup does. A line of the script is:
 *
 *	settle		wait until the program has drawn and is quiet
 *	type TEXT	keys; \e, \r, \t and \xHH mean what they do in C
 *	expect TEXT	wait until the program has sent this since "type"
 *	forbid TEXT	fail if it has ever sent this
 *	size COLUMNSxROWS	resize
 *	storm N		resize N times without waiting
 *	signal NAME	HUP, TERM, INT, TSTP, STOP, CONT, WINCH
 *	stopped		wait until it is stopped
 *	cooked		the terminal's modes are a shell's: canonical, echo
 *	raw		they are not
 *	hang-up		take the terminal away
 *	ends CODE	it ends within a second with this code ("any" for all)
 *	idle MS		within a second it uses no more processor time
 *
 * As a shell would, a leader stands between: only then is there a foreground
 * group that ^Z can stop.
 */
#include "config.h" /* memmem */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#define WAIT_MS	   10000 /* for what must come; a slow machine is no fault */
#define QUIET_MS   150
#define END_MS	   1000
#define OUTPUT_MAX (16u << 20)

struct run {
	int master, reports; /* -1: closed */
	pid_t leader, program;
	char *output;
	size_t len, since; /* bytes seen; where "type" was */
	int status;	   /* of the program, once 'ended' */
	bool stopped, ended;
	int line;
};

/* What the leader says of the program. */
struct report {
	enum { REPORT_STARTED, REPORT_STOPPED, REPORT_ENDED } kind;
	int value;
};

static void
run_fail(struct run *run, const char *what, const char *detail)
{
	fprintf(stderr, "line %d: %s%s%s\n", run->line, what,
		*detail ? ": " : "", detail);
	if (run->program > 0)
		kill(run->program, SIGKILL);
	if (run->leader > 0)
		kill(run->leader, SIGKILL);
	exit(1);
}

static long
now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static void
leader_report(int fd, int kind, int value)
{
	struct report report = {kind, value};

	if (write(fd, &report, sizeof report) != sizeof report)
		_exit(2);
}

static void
leader_start_program(int reports, bool no_hup, char **argv)
{
	pid_t program = fork();

	if (program < 0)
		_exit(2);
	if (program == 0) {
		setpgid(0, 0);
		signal(SIGTTOU, SIG_IGN);
		tcsetpgrp(0, getpid());
		signal(SIGTTOU, SIG_DFL);
		signal(SIGHUP, no_hup ? SIG_IGN : SIG_DFL);
		close(reports);
		execvp(argv[0], argv);
		_exit(127);
	}
	setpgid(program, program);
	leader_report(reports, REPORT_STARTED, program);
	for (;;) {
		int status;

		if (waitpid(program, &status, WUNTRACED) < 0)
			continue;
		if (WIFSTOPPED(status)) {
			leader_report(reports, REPORT_STOPPED, 0);
			continue;
		}
		leader_report(reports, REPORT_ENDED, status);
		_exit(0);
	}
}

static void
run_start(struct run *run, bool no_hup, struct winsize *size, char **argv)
{
	int reports[2];

	if (pipe(reports) < 0)
		run_fail(run, "pipe", strerror(errno));
	run->leader = forkpty(&run->master, NULL, NULL, size);
	if (run->leader < 0)
		run_fail(run, "forkpty", strerror(errno));
	if (run->leader == 0) {
		close(reports[0]);
		signal(SIGHUP, SIG_IGN);
		leader_start_program(reports[1], no_hup, argv);
	}
	close(reports[1]);
	run->reports = reports[0];
	fcntl(run->master, F_SETFL, O_NONBLOCK);
}

static bool
run_read_output(struct run *run)
{
	ssize_t got;

	if (run->len + 4096 > OUTPUT_MAX)
		run_fail(run, "too much output", "");
	got = read(run->master, run->output + run->len, 4096);
	if (got > 0)
		run->len += (size_t)got;
	run->output[run->len] = '\0';
	return got > 0;
}

static void
run_read_report(struct run *run)
{
	struct report report;

	if (read(run->reports, &report, sizeof report) != sizeof report) {
		close(run->reports);
		run->reports = -1;
		return;
	}
	if (report.kind == REPORT_STARTED)
		run->program = report.value;
	if (report.kind == REPORT_STOPPED)
		run->stopped = true;
	if (report.kind == REPORT_ENDED) {
		run->ended = true;
		run->status = report.value;
	}
}

/* Take in what comes within 'ms'; true when there was output. */
static bool
run_wait(struct run *run, int ms)
{
	struct pollfd fds[2] = {{run->master, POLLIN, 0},
				{run->reports, POLLIN, 0}};
	bool had_output = false;

	if (poll(fds, 2, ms) <= 0)
		return false;
	if (fds[0].revents & POLLIN)
		had_output = run_read_output(run);
	else if (fds[0].revents && !fds[1].revents)
		usleep(1000); /* the far side is closed: POLLHUP for ever */
	if (fds[1].revents)
		run_read_report(run);
	return had_output;
}

/* --- the commands of a script --- */

static void
do_settle(struct run *run)
{
	long end = now_ms() + WAIT_MS, last;

	while (run->len == run->since && !run->ended && now_ms() < end)
		run_wait(run, 50);
	last = now_ms();
	while (now_ms() - last < QUIET_MS && now_ms() < end)
		if (run_wait(run, 20))
			last = now_ms();
	if (run->len == run->since)
		run_fail(run, "nothing was drawn", "");
}

static size_t
unescape(const char *text, char *out)
{
	size_t len = 0;

	for (; *text; text++) {
		char hex[3] = {0};

		if (*text != '\\') {
			out[len++] = *text;
			continue;
		}
		text++;
		if (*text == 'x' && text[1] && text[2]) {
			memcpy(hex, text + 1, 2);
			out[len++] = (char)strtol(hex, NULL, 16);
			text += 2;
		} else {
			out[len++] = *text == 'e'   ? 27
				     : *text == 'r' ? '\r'
				     : *text == 't' ? '\t'
						    : *text;
		}
	}
	return len;
}

static void
do_type(struct run *run, const char *text)
{
	char *keys = malloc(strlen(text) + 1);
	size_t len = unescape(text, keys);

	run->since = run->len;
	if (write(run->master, keys, len) != (ssize_t)len)
		run_fail(run, "nobody reads", text);
	free(keys);
}

static void
do_expect(struct run *run, const char *text)
{
	char *wanted = malloc(strlen(text) + 1);
	size_t len = unescape(text, wanted);
	long end = now_ms() + WAIT_MS;

	while (!memmem(run->output + run->since, run->len - run->since, wanted,
		       len)) {
		if (now_ms() > end)
			run_fail(run, "this was not sent", text);
		run_wait(run, 50);
	}
	free(wanted);
}

static void
do_forbid(struct run *run, const char *text)
{
	char *refused = malloc(strlen(text) + 1);
	size_t len = unescape(text, refused);

	if (memmem(run->output, run->len, refused, len))
		run_fail(run, "this was sent", text);
	free(refused);
}

static struct winsize
parse_size(struct run *run, const char *text)
{
	int columns, rows;

	if (sscanf(text, "%dx%d", &columns, &rows) != 2)
		run_fail(run, "no size", text);
	return (struct winsize){.ws_row = (unsigned short)rows,
				.ws_col = (unsigned short)columns};
}

static void
do_size(struct run *run, const char *text)
{
	struct winsize size = parse_size(run, text);

	run->since = run->len;
	ioctl(run->master, TIOCSWINSZ, &size);
}

static void
do_storm(struct run *run, const char *text)
{
	unsigned seed = 1;

	for (int i = atoi(text); i > 0; i--) {
		struct winsize size = {0};

		seed = seed * 1103515245u + 12345u;
		size.ws_row = (unsigned short)(1 + (seed >> 16) % 80);
		seed = seed * 1103515245u + 12345u;
		size.ws_col = (unsigned short)(1 + (seed >> 16) % 300);
		ioctl(run->master, TIOCSWINSZ, &size);
		run_wait(run, 1);
	}
}

static void
do_signal(struct run *run, const char *name)
{
	static const struct {
		const char *name;
		int number;
	} names[] = {{"HUP", SIGHUP},	 {"TERM", SIGTERM}, {"INT", SIGINT},
		     {"TSTP", SIGTSTP},	 {"STOP", SIGSTOP}, {"CONT", SIGCONT},
		     {"WINCH", SIGWINCH}};

	run->since = run->len;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i].name, name)) {
			if (names[i].number == SIGCONT)
				run->stopped = false;
			kill(-run->program, names[i].number);
			return;
		}
	run_fail(run, "no such signal", name);
}

static void
do_stopped(struct run *run)
{
	long end = now_ms() + WAIT_MS;

	while (!run->stopped) {
		if (run->ended || now_ms() > end)
			run_fail(run, "it did not stop", "");
		run_wait(run, 50);
	}
}

static void
do_modes(struct run *run, bool want_cooked)
{
	struct termios modes;
	bool is_cooked;

	if (tcgetattr(run->master, &modes) < 0)
		run_fail(run, "tcgetattr", strerror(errno));
	is_cooked = (modes.c_lflag & ICANON) && (modes.c_lflag & ECHO) &&
		    (modes.c_lflag & ISIG) && (modes.c_oflag & OPOST);
	if (is_cooked != want_cooked)
		run_fail(run, "the terminal's modes are",
			 is_cooked ? "a shell's" : "not a shell's");
}

static void
do_ends(struct run *run, const char *code)
{
	long end = now_ms() + END_MS;

	while (!run->ended) {
		if (now_ms() > end)
			run_fail(run, "it did not end within a second", "");
		run_wait(run, 20);
	}
	if (run->master >= 0)
		while (run_wait(run, 20))
			;
	if (!strcmp(code, "any"))
		return;
	if (!WIFEXITED(run->status))
		run_fail(run, "a signal ended it", "");
	if (WEXITSTATUS(run->status) != atoi(code))
		run_fail(run, "it ended with another code", "");
}

static long
run_cpu_ms(struct run *run)
{
	char path[64], text[512];
	unsigned long user = 0, kernel = 0;
	FILE *file;
	char *at = NULL;

	snprintf(path, sizeof path, "/proc/%d/stat", (int)run->program);
	file = fopen(path, "r");
	if (file && fgets(text, sizeof text, file))
		at = strrchr(text, ')');
	if (file)
		fclose(file);
	if (!at || sscanf(at,
			  ") %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u "
			  "%lu %lu",
			  &user, &kernel) != 2)
		run_fail(run, "no processor time to be had", "");
	return (long)((user + kernel) * 1000 /
		      (unsigned long)sysconf(_SC_CLK_TCK));
}

static void
do_idle(struct run *run, const char *text)
{
	long before = run_cpu_ms(run), end = now_ms() + 1000, used;

	while (now_ms() < end)
		run_wait(run, 100);
	used = run_cpu_ms(run) - before;
	if (used > atol(text))
		run_fail(run, "it is busy", text);
}

static void
run_line(struct run *run, char *line)
{
	size_t len = strcspn(line, " ");
	char *rest = line + len + (line[len] == ' ');

	line[len] = '\0';
	if (!strcmp(line, "settle"))
		do_settle(run);
	else if (!strcmp(line, "type"))
		do_type(run, rest);
	else if (!strcmp(line, "expect"))
		do_expect(run, rest);
	else if (!strcmp(line, "forbid"))
		do_forbid(run, rest);
	else if (!strcmp(line, "size"))
		do_size(run, rest);
	else if (!strcmp(line, "storm"))
		do_storm(run, rest);
	else if (!strcmp(line, "signal"))
		do_signal(run, rest);
	else if (!strcmp(line, "stopped"))
		do_stopped(run);
	else if (!strcmp(line, "cooked") || !strcmp(line, "raw"))
		do_modes(run, *line == 'c');
	else if (!strcmp(line, "idle"))
		do_idle(run, rest);
	else if (!strcmp(line, "ends"))
		do_ends(run, rest);
	else if (!strcmp(line, "hang-up")) {
		close(run->master);
		run->master = -1;
	} else if (*line != '\0' && *line != '#')
		run_fail(run, "no such command", line);
}

static void
run_script(struct run *run, const char *script)
{
	FILE *file = fopen(script, "r");
	char line[1024];

	if (!file)
		run_fail(run, script, strerror(errno));
	while (fgets(line, sizeof line, file)) {
		line[strcspn(line, "\n")] = '\0';
		run->line++;
		run_line(run, line);
	}
	fclose(file);
}

int
main(int argc, char **argv)
{
	struct run run = {.master = -1, .reports = -1};
	struct winsize size = {.ws_row = 24, .ws_col = 80};
	bool no_hup = false;
	int option;

	while ((option = getopt(argc, argv, "+ns:")) != -1) {
		if (option == 'n')
			no_hup = true;
		else if (option == 's')
			size = parse_size(&run, optarg);
		else
			return 2;
	}
	if (argc - optind < 2) {
		fputs("usage: pty [-n] [-s COLUMNSxROWS] SCRIPT PROGRAM…\n",
		      stderr);
		return 2;
	}
	run.output = malloc(OUTPUT_MAX + 1);
	run.output[0] = '\0';
	run_start(&run, no_hup, &size, argv + optind + 1);
	while (run.program == 0)
		run_wait(&run, 100);
	run_script(&run, argv[optind]);
	if (!run.ended)
		kill(-run.program, SIGKILL);
	kill(run.leader, SIGKILL);
	free(run.output);
	return 0;
}
