/*
 * SIGKILL at every system call of a save. A child saves under ptrace; at its
 * k-th stop (each call stops twice, before and after) it is killed, for every
 * k until a child comes through. The file must hold the old bytes or the new
 * ones each time, and the next save must work as if nothing had happened.
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lectern/save.h"
#include "scratch.h"

#define OLD	  "the old text\n"
#define NEW	  "the new text, which is longer\n"
#define LINE	  "- a line of the record"
#define STOPS_MAX 1000

/* What the child does, and what may be found afterwards. */
struct deed {
	enum status (*run)(const char *path);
	const char *outcomes[2];
};

static enum status
run_save(const char *path)
{
	struct save_report report;
	struct buffer text = BUFFER_INIT;
	struct file_identity id;
	enum status rc = file_read(path, 1000, &text, &id, NULL);

	if (rc == STATUS_OK)
		rc = file_save(path, NEW, strlen(NEW), &id, &report, NULL);
	buffer_release(&text);
	return rc;
}

static enum status
run_append(const char *path)
{
	return file_append_line(path, LINE, NULL);
}

static const struct deed deed_save = {run_save, {OLD, NEW}};
static const struct deed deed_append = {run_append, {OLD, OLD LINE "\n"}};

static int
start(const struct deed *deed, const char *path)
{
	int child = fork();

	if (child)
		return child;
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL) != 0)
		_exit(77);
	raise(SIGSTOP);
	_exit((int)deed->run(path));
}

/*
 * Lets the child go on to its stop number 'kill_at' and kills it there.
 * Returns the stops it made before it ended by itself, or -1 when it was
 * killed; -2 when it cannot be traced.
 */
static int
trace(int child, int kill_at)
{
	int status = 0, stops = 0;

	if (waitpid(child, &status, 0) != child || !WIFSTOPPED(status))
		return -2;
	ptrace(PTRACE_SETOPTIONS, child, NULL,
	       PTRACE_O_TRACESYSGOOD | PTRACE_O_EXITKILL);
	for (;;) {
		if (ptrace(PTRACE_SYSCALL, child, NULL, NULL) != 0)
			break;
		if (waitpid(child, &status, 0) != child)
			break;
		if (!WIFSTOPPED(status)) {
			assert_true(WIFEXITED(status));
			assert_int_equal(WEXITSTATUS(status), STATUS_OK);
			return stops;
		}
		if (WSTOPSIG(status) == (SIGTRAP | 0x80) && stops++ == kill_at)
			break;
	}
	kill(child, SIGKILL);
	waitpid(child, &status, 0);
	assert_true(WIFSIGNALED(status));
	return -1;
}

/* Which of the two outcomes it is; anything else fails the test. */
static int
outcome(const struct deed *deed, const char *path, int at)
{
	char *text = scratch_slurp(path);
	int found = -1;

	if (text && !strcmp(text, deed->outcomes[0]))
		found = 0;
	if (text && !strcmp(text, deed->outcomes[1]))
		found = 1;
	if (found < 0)
		fail_msg("killed at stop %d, the file holds \"%s\"", at,
			 text ? text : "(no file)");
	free(text);
	return found;
}

static void
kill_everywhere(void **state, const struct deed *deed)
{
	const char *path = scratch_path(state, "lib/a.md");
	int seen[2] = {0, 0}, at, stops, last = 0, now;

	if (scratch_in_valgrind())
		scratch_skip("valgrind's children cannot be traced");
	for (at = 0; at < STOPS_MAX; at++) {
		scratch_write(path, OLD);
		stops = trace(start(deed, path), at);
		if (stops == -2)
			scratch_skip("ptrace is not allowed here");
		now = outcome(deed, path, at);
		if (stops >= 0)
			break;
		seen[now]++;
		assert_true(now >= last); /* new once, never old again */
		last = now;
	}
	/* Both sides of the change were met, and the whole way was gone. */
	assert_true(seen[0] > 5);
	assert_true(seen[1] > 1);
	assert_int_equal(stops, at);
	scratch_check(path, deed->outcomes[1]);
}

static void
test_save_is_killed(void **state)
{
	struct save_report report;
	struct error err = ERROR_INIT;
	const char *path = scratch_path(state, "lib/a.md");
	int left;

	kill_everywhere(state, &deed_save);
	/* At most a hidden file per kill is left, and none is in the way. */
	left = scratch_count(scratch_path(state, "lib"), ".lectern-");
	assert_int_equal(scratch_count(scratch_path(state, "lib"), ""),
			 left + 3);
	assert_int_equal(file_save(path, OLD, strlen(OLD), NULL, &report, &err),
			 STATUS_OK);
	assert_int_equal(scratch_count(scratch_path(state, "lib"), ""),
			 left + 3);
}

static void
test_append_is_killed(void **state)
{
	kill_everywhere(state, &deed_append);
}

static int
setup(void **state)
{
	return scratch_setup(state) || mkdir(scratch_path(state, "lib"), 0700);
}

#define FILE_TEST(f) cmocka_unit_test_setup_teardown(f, setup, scratch_teardown)

static int
run_group(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(test_save_is_killed),
		FILE_TEST(test_append_is_killed),
	};

	return cmocka_run_group_tests_name("save killed", tests, NULL, NULL);
}

int
main(void)
{
	return scratch_run(run_group);
}
