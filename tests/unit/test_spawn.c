/* Child processes: both ways at once, early ends, limits, signals, streams. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "lectern/path.h"
#include "lectern/spawn.h"
#include "scratch.h"

#define ARGV(...)     ((const char *const[]){__VA_ARGS__, NULL})
#define SHELL(script) ARGV("sh", "-c", (script))

static struct spawn_result result;
static struct error err;

static enum status
run(const char *const *argv, const void *input, size_t len, size_t limit)
{
	return spawn_run(argv, input, len, limit, &result, &err);
}

static void
test_output_and_exit_code(void **state)
{
	(void)state;
	assert_int_equal(
		run(SHELL("echo out; echo err >&2; exit 7"), NULL, 0, 100),
		STATUS_OK);
	assert_int_equal(result.exit_code, 7);
	assert_string_equal(result.output.data, "out\n");
	assert_string_equal(result.messages.data, "err\n");
	spawn_result_release(&result);
}

static void
test_arguments_are_not_interpreted(void **state)
{
	(void)state;
	assert_int_equal(run(ARGV("printf", "%s|", "$HOME; `x` *", "", "-n"),
			     NULL, 0, 100),
			 STATUS_OK);
	assert_string_equal(result.output.data, "$HOME; `x` *||-n|");
	spawn_result_release(&result);
}

/* More than any pipe holds, both ways: neither side may wait for the other. */
static void
test_large_input_and_output(void **state)
{
	size_t len = 3u << 20, i;
	char *input = malloc(len);

	(void)state;
	assert_non_null(input);
	for (i = 0; i < len; i++)
		input[i] = (char)(i * 31 % 251);
	assert_int_equal(run(ARGV("cat"), input, len, len), STATUS_OK);
	assert_int_equal(result.exit_code, 0);
	assert_int_equal(result.output.len, len);
	assert_memory_equal(result.output.data, input, len);
	spawn_result_release(&result);
	free(input);
}

static void
test_child_that_does_not_read(void **state)
{
	size_t len = 1u << 20;
	char *input = calloc(1, len);
	sigset_t pending;

	(void)state;
	assert_non_null(input);
	assert_int_equal(run(SHELL("exec <&-; echo done"), input, len, 100),
			 STATUS_OK);
	assert_string_equal(result.output.data, "done\n");
	spawn_result_release(&result);
	assert_int_equal(run(ARGV("true"), input, len, 100), STATUS_OK);
	assert_int_equal(result.exit_code, 0);
	spawn_result_release(&result);
	sigpending(&pending);
	assert_false(sigismember(&pending, SIGPIPE));
	free(input);
}

static void
test_output_limit(void **state)
{
	(void)state;
	assert_int_equal(run(ARGV("printf", "12345"), NULL, 0, 5), STATUS_OK);
	assert_string_equal(result.output.data, "12345");
	spawn_result_release(&result);
	assert_int_equal(run(ARGV("printf", "123456"), NULL, 0, 5),
			 STATUS_LIMIT);
	assert_string_equal(result.output.data, "12345");
	spawn_result_release(&result);
	alarm(20);
	assert_int_equal(run(ARGV("yes"), NULL, 0, 1000000), STATUS_LIMIT);
	assert_int_equal(result.output.len, 1000000);
	assert_non_null(strstr(err.message, "yes wrote more than 1000000"));
	alarm(0);
	spawn_result_release(&result);
}

/* A child that sleeps, one that has closed its streams, one that writes on. */
static void
test_time_limit(void **state)
{
	static const char *const scripts[] = {
		"echo so far; exec sleep 600",
		"echo so far; exec >&- 2>&-; exec sleep 600",
		"echo so far; while :; do echo; sleep 0.01; done",
	};
	struct spawn_job job = {.limit = 1u << 20, .seconds_max = 1};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof scripts / sizeof *scripts; i++) {
		job.argv = SHELL(scripts[i]);
		assert_int_equal(spawn_run_job(&job, &result, &err),
				 STATUS_LIMIT);
		assert_string_equal(err.message, "sh took longer than 1 second "
						 "and was stopped.");
		assert_memory_equal(result.output.data, "so far\n", 7);
		assert_int_equal(result.exit_code, 128 + SIGKILL);
		spawn_result_release(&result);
	}
	job.argv = SHELL("echo done");
	job.seconds_max = 600;
	assert_int_equal(spawn_run_job(&job, &result, &err), STATUS_OK);
	assert_string_equal(result.output.data, "done\n");
	spawn_result_release(&result);
}

static void
test_file_as_input(void **state)
{
	const char *path = scratch_path(state, "input");
	struct spawn_job job = {
		.argv = ARGV("cat"), .has_file = true, .limit = 100};

	scratch_write(path, "from a file");
	job.file = open(path, O_RDONLY | O_CLOEXEC);
	assert_true(job.file >= 0);
	assert_int_equal(spawn_run_job(&job, &result, &err), STATUS_OK);
	assert_string_equal(result.output.data, "from a file");
	spawn_result_release(&result);
	/* it stays ours, where the child has read it to */
	assert_int_equal(lseek(job.file, 0, SEEK_CUR), 11);
	close(job.file);
}

static void
test_messages_are_cut(void **state)
{
	(void)state;
	assert_int_equal(
		run(SHELL("yes | head -c 200000 >&2; echo end"), NULL, 0, 100),
		STATUS_OK);
	assert_int_equal(result.messages.len, 64u << 10);
	assert_string_equal(result.output.data, "end\n");
	spawn_result_release(&result);
}

static void
test_no_such_program(void **state)
{
	const char *const *argv = ARGV("lectern-no-such-program");
	const char *path = scratch_path(state, "not-executable");
	pid_t child = 1;
	int code = 1;

	if (scratch_in_valgrind())
		scratch_skip("valgrind's posix_spawn does not say what failed");
	assert_int_equal(run(argv, "x", 1, 100), STATUS_NOT_FOUND);
	assert_non_null(strstr(err.message, "lectern-no-such-program"));
	spawn_result_release(&result);
	assert_int_equal(spawn_foreground(argv, &code, &err), STATUS_NOT_FOUND);
	assert_int_equal(spawn_background(argv, &child, &err),
			 STATUS_NOT_FOUND);
	assert_int_equal(code, 0);
	assert_int_equal(child, 0);
	scratch_write(path, "x");
	assert_int_equal(run(ARGV(path), NULL, 0, 100), STATUS_IO);
	assert_non_null(strstr(err.message, strerror(EACCES)));
	spawn_result_release(&result);
}

/* A closed folder in PATH hides neither that a program is missing nor that
 * one may not be run. */
static void
test_closed_folder_in_path(void **state)
{
	const char *argv[] = {"lectern-no-such-program", NULL};
	const char *old = getenv("PATH");
	struct buffer path = BUFFER_INIT;

	if (geteuid() == 0)
		scratch_skip("no folder is closed to root");
	if (scratch_in_valgrind())
		scratch_skip("valgrind's posix_spawn does not say what failed");
	buffer_printf(&path, "%s:%s", scratch_path(state, "closed"), old);
	old = strdup(old);
	assert_int_equal(mkdir(scratch_path(state, "closed"), 0), 0);
	setenv("PATH", path.data, 1);
	assert_int_equal(run(argv, NULL, 0, 100), STATUS_NOT_FOUND);
	spawn_result_release(&result);
	setenv("PATH", *state, 1);
	scratch_write(scratch_path(state, argv[0]), "not to be run");
	assert_int_equal(run(argv, NULL, 0, 100), STATUS_IO);
	spawn_result_release(&result);
	setenv("PATH", old, 1);
	free((char *)(uintptr_t)old);
	buffer_release(&path);
}

static void
test_ended_by_a_signal(void **state)
{
	(void)state;
	assert_int_equal(run(SHELL("kill -TERM $$"), NULL, 0, 100), STATUS_OK);
	assert_int_equal(result.exit_code, 128 + SIGTERM);
	spawn_result_release(&result);
}

/* A process left behind holds the pipes; what the child said is enough. */
static void
test_process_left_behind(void **state)
{
	struct timespec before, after;
	pid_t left;

	(void)state;
	clock_gettime(CLOCK_MONOTONIC, &before);
	assert_int_equal(run(SHELL("sleep 60 & echo $!"), NULL, 0, 100),
			 STATUS_OK);
	clock_gettime(CLOCK_MONOTONIC, &after);
	assert_true(after.tv_sec - before.tv_sec < 30);
	left = (pid_t)strtol(result.output.data, NULL, 10);
	assert_true(left > 1);
	assert_int_equal(kill(left, SIGKILL), 0);
	spawn_result_release(&result);
}

/* One that goes on writing must not be listened to for ever. */
static void
test_process_left_behind_that_writes(void **state)
{
	pid_t left;

	(void)state;
	alarm(30);
	assert_int_equal(run(SHELL("yes >&2 & echo $!"), NULL, 0, 100),
			 STATUS_OK);
	alarm(0);
	left = (pid_t)strtol(result.output.data, NULL, 10);
	assert_true(left > 1);
	kill(left, SIGKILL);
	spawn_result_release(&result);
}

static void
test_child_that_closes_its_output(void **state)
{
	(void)state;
	assert_int_equal(
		run(SHELL("exec >&- 2>&-; sleep 0.2; exit 3"), NULL, 0, 100),
		STATUS_OK);
	assert_int_equal(result.exit_code, 3);
	spawn_result_release(&result);
}

static void
on_alarm(int number)
{
	(void)number;
}

/* Signals that arrive meanwhile (a resize, say) end no wait. */
static void
test_interrupted_by_signals(void **state)
{
	struct sigaction action = {.sa_handler = on_alarm}, old;
	struct sigevent event = {.sigev_notify = SIGEV_SIGNAL,
				 .sigev_signo = SIGALRM};
	const struct itimerspec often = {{0, 5000000}, {0, 5000000}};
	timer_t timer;

	(void)state;
	sigaction(SIGALRM, &action, &old);
	assert_int_equal(timer_create(CLOCK_MONOTONIC, &event, &timer), 0);
	assert_int_equal(timer_settime(timer, 0, &often, NULL), 0);
	assert_int_equal(
		run(SHELL("cat; sleep 0.3; echo out; exit 4"), "in|", 3, 100),
		STATUS_OK);
	timer_delete(timer);
	sigaction(SIGALRM, &old, NULL);
	assert_string_equal(result.output.data, "in|out\n");
	assert_int_equal(result.exit_code, 4);
	spawn_result_release(&result);
}

/* A child has its three streams and what we were given ourselves; "ls" opens
 * one more to look. */
static void
test_descriptors_of_a_child(void **state)
{
	char *at, *end;
	int own = 0, flags;
	long fd;

	(void)state;
	assert_int_equal(run(ARGV("ls", "/proc/self/fd"), "x", 1, 1000),
			 STATUS_OK);
	for (at = result.output.data; *at; at = end + 1) {
		fd = strtol(at, &end, 10);
		assert_int_equal(*end, '\n');
		flags = fcntl((int)fd, F_GETFD);
		own += fd > STDERR_FILENO && (flags < 0 || flags & FD_CLOEXEC);
	}
	assert_int_equal(own, 1);
	spawn_result_release(&result);
}

/* The line of /proc/self/status that begins so, as a number. */
static unsigned long
status_mask(const char *name)
{
	const char *line = strstr(result.output.data, name);

	assert_non_null(line);
	return strtoul(line + strlen(name), NULL, 16);
}

/* Whatever we block or ignore, a child starts as from a shell. */
static void
test_signals_of_a_child(void **state)
{
	void (*old)(int) = signal(SIGPIPE, SIG_IGN);
	sigset_t set, mask;

	(void)state;
	sigemptyset(&set);
	sigaddset(&set, SIGUSR1);
	sigprocmask(SIG_BLOCK, &set, &mask);
	assert_int_equal(run(ARGV("cat", "/proc/self/status"), NULL, 0, 10000),
			 STATUS_OK);
	assert_int_equal(sigprocmask(SIG_SETMASK, &mask, &set), 0);
	assert_true(sigismember(&set, SIGUSR1));
	assert_false(sigismember(&set, SIGPIPE));
	assert_ptr_equal(signal(SIGPIPE, old), SIG_IGN);
	assert_int_equal(status_mask("SigBlk:"), 0);
	assert_int_equal(status_mask("SigIgn:") >> (SIGPIPE - 1) & 1, 0);
	spawn_result_release(&result);
}

/* With our own streams closed the pipes get the numbers 0 to 2. */
static int
run_with_closed_streams(int closed)
{
	int fd, fine;

	for (fd = 0; fd <= 2; fd++)
		if (closed & 1 << fd)
			close(fd);
	fine = run(SHELL("cat; echo err >&2; exit 3"), "in", 2, 100) ==
		       STATUS_OK &&
	       result.exit_code == 3 && !strcmp(result.output.data, "in") &&
	       !strcmp(result.messages.data, "err\n");
	spawn_result_release(&result);
	return fine ? 0 : 1;
}

static void
test_closed_streams(void **state)
{
	int closed, child;

	(void)state;
	for (closed = 0; closed < 8; closed++) {
		child = fork();
		assert_true(child >= 0);
		if (!child)
			_exit(run_with_closed_streams(closed));
		assert_int_equal(scratch_wait(child), 0);
	}
}

/* Runs 'true' with only 'spare' descriptors left to open; what stays open? */
static int
run_with_few_descriptors(int spare, enum status *rc)
{
	struct rlimit old, few;
	int before = scratch_count_fds(), lowest = dup(STDIN_FILENO);

	close(lowest);
	getrlimit(RLIMIT_NOFILE, &old);
	few = old;
	few.rlim_cur = (rlim_t)(lowest + spare);
	setrlimit(RLIMIT_NOFILE, &few);
	*rc = run(ARGV("true"), NULL, 0, 100);
	setrlimit(RLIMIT_NOFILE, &old);
	spawn_result_release(&result);
	return scratch_count_fds() - before;
}

static void
test_too_few_descriptors(void **state)
{
	enum status rc;
	int spare;

	(void)state;
	for (spare = 0; spare < 6; spare++) {
		assert_int_equal(run_with_few_descriptors(spare, &rc), 0);
		assert_int_equal(rc, STATUS_IO);
		assert_non_null(strstr(err.message, strerror(EMFILE)));
	}
	assert_int_equal(run_with_few_descriptors(16, &rc), 0);
	assert_int_equal(rc, STATUS_OK);
}

static void
test_foreground(void **state)
{
	struct sigaction before, after;
	int code = -1;

	(void)state;
	sigaction(SIGINT, NULL, &before);
	assert_int_equal(spawn_foreground(SHELL("exit 5"), &code, &err),
			 STATUS_OK);
	assert_int_equal(code, 5);
	assert_int_equal(spawn_foreground(SHELL("kill -KILL $$"), &code, &err),
			 STATUS_OK);
	assert_int_equal(code, 128 + SIGKILL);
	/* ^C goes to both; it ends the child and not us. */
	assert_int_equal(
		spawn_foreground(SHELL("kill -INT $PPID; kill -INT $$; "
				       "sleep 9"),
				 &code, &err),
		STATUS_OK);
	assert_int_equal(code, 128 + SIGINT);
	sigaction(SIGINT, NULL, &after);
	assert_ptr_equal(before.sa_handler, after.sa_handler);
}

static void
test_background(void **state)
{
	char name[64], target[64];
	pid_t child = 0;
	ssize_t len;
	int fd;

	(void)state;
	assert_int_equal(spawn_background(ARGV("sleep", "60"), &child, &err),
			 STATUS_OK);
	assert_true(child > 0);
	assert_int_equal(getpgid(child), child);
	for (fd = 0; fd <= 2; fd++) {
		snprintf(name, sizeof name, "/proc/%d/fd/%d", (int)child, fd);
		len = readlink(name, target, sizeof target - 1);
		assert_true(len > 0);
		target[len] = '\0';
		assert_string_equal(target, "/dev/null");
	}
	assert_int_equal(kill(child, SIGTERM), 0);
	assert_int_equal(scratch_wait(child), 128 + SIGTERM);
}

static void
test_self(void **state)
{
	char *path = NULL;

	(void)state;
	assert_int_equal(spawn_self(&path, &err), STATUS_OK);
	assert_non_null(path);
	assert_int_equal(path[0], '/');
	assert_true(is_file(path));
	if (!scratch_in_valgrind())
		assert_string_equal(path_base(path), "test_spawn");
	free(path);
}

static void
test_own_programs(void **state)
{
	char *path = NULL;

	(void)state;
	if (scratch_in_valgrind())
		skip();
	/* The running program stands beside itself. */
	assert_int_equal(spawn_find_own("test_spawn", &path, &err), STATUS_OK);
	assert_true(is_file(path));
	free(path);
	assert_int_equal(spawn_find_own("lectern-none", &path, &err),
			 STATUS_NOT_FOUND);
	assert_null(path);
	assert_non_null(strstr(err.message, "lectern-none"));
}

#define FILE_TEST(f)                                                           \
	cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

static int
run_group(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(test_output_and_exit_code),
		FILE_TEST(test_arguments_are_not_interpreted),
		FILE_TEST(test_large_input_and_output),
		FILE_TEST(test_child_that_does_not_read),
		FILE_TEST(test_output_limit),
		FILE_TEST(test_time_limit),
		FILE_TEST(test_file_as_input),
		FILE_TEST(test_messages_are_cut),
		FILE_TEST(test_no_such_program),
		FILE_TEST(test_closed_folder_in_path),
		FILE_TEST(test_ended_by_a_signal),
		FILE_TEST(test_process_left_behind),
		FILE_TEST(test_process_left_behind_that_writes),
		FILE_TEST(test_child_that_closes_its_output),
		FILE_TEST(test_interrupted_by_signals),
		FILE_TEST(test_descriptors_of_a_child),
		FILE_TEST(test_signals_of_a_child),
		FILE_TEST(test_closed_streams),
		FILE_TEST(test_too_few_descriptors),
		FILE_TEST(test_foreground),
		FILE_TEST(test_background),
		FILE_TEST(test_self),
		FILE_TEST(test_own_programs),
	};

	return cmocka_run_group_tests_name("spawn", tests, NULL, NULL);
}

int
main(void)
{
	return scratch_run(run_group);
}
