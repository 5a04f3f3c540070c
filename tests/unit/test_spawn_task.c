/* Children that work while the caller does something else. */
#include <errno.h>
#include <signal.h>

#include "lectern/spawn.h"
#include "scratch.h"

#define ARGV(...)     ((const char *const[]){__VA_ARGS__, NULL})
#define SHELL(script) ARGV("sh", "-c", (script))
#define FILE_TEST(test)                                                        \
	cmocka_unit_test_setup_teardown(test, scratch_setup, scratch_teardown)

static struct error err;

static void
test_task(void **state)
{
	struct buffer out = BUFFER_INIT;
	struct spawn_task task;

	(void)state;
	assert_int_equal(
		spawn_task_start(SHELL("echo out; echo err >&2"), &task, &err),
		STATUS_OK);
	assert_true(spawn_task_is_done(&task, true));
	assert_true(spawn_task_is_done(&task, false));
	assert_false(spawn_task_output(&task, 3, &out));
	assert_true(spawn_task_output(&task, 4, &out));
	assert_string_equal(out.data, "out\n");
	spawn_task_end(&task);
	/* What failed has said nothing. */
	assert_int_equal(
		spawn_task_start(SHELL("echo no; exit 3"), &task, &err),
		STATUS_OK);
	assert_true(spawn_task_is_done(&task, true));
	assert_int_equal(task.exit_code, 3);
	assert_false(spawn_task_output(&task, 100, &out));
	spawn_task_end(&task);
	buffer_release(&out);
}

static void
test_task_without_program(void **state)
{
	struct spawn_task task;

	(void)state;
	if (scratch_in_valgrind())
		scratch_skip("valgrind's posix_spawn does not say what failed");
	assert_int_equal(spawn_task_start(ARGV("no-such-program"), &task, &err),
			 STATUS_NOT_FOUND);
	spawn_task_end(&task);
}

static void
test_task_given_up(void **state)
{
	struct spawn_task task;
	pid_t child;

	(void)state;
	assert_int_equal(spawn_task_start(ARGV("sleep", "60"), &task, &err),
			 STATUS_OK);
	child = task.child;
	assert_false(spawn_task_is_done(&task, false));
	spawn_task_end(&task);
	assert_int_equal(kill(child, 0), -1);
	assert_int_equal(errno, ESRCH);
}

static int
run_group(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(test_task),
		FILE_TEST(test_task_without_program),
		FILE_TEST(test_task_given_up),
	};

	return cmocka_run_group_tests_name("spawn task", tests, NULL, NULL);
}

int
main(void)
{
	return scratch_run(run_group);
}
