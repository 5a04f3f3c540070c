/* The store where the disk is full, fails, or the process is killed: at every
 * call in turn. What is kept is the state before or the state after. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "box.h"
#include "fault_vfs.h"
#include "lectern/store.h"
#include "sample.h"
#include "store_dump.h"

#define INDEX "l/.lectern/index.db"

static const struct sample samples[] = {
	{"one", "One", NULL, "1", "2021-05-27", 40, NULL, 2, 0},
	{"two", "Two", "Два", "2", "2021-05-28", 20, NULL, 0, 3},
	{"one", "One again", NULL, "1", "2021-05-29", 60, NULL, 0, 0},
};

static enum status
put(struct store *store, size_t n, struct error *err)
{
	struct library_files files = {VECTOR_INIT};
	struct meeting *meeting = sample_meeting(&samples[n]);
	enum status rc;

	sample_files(&files, n + 1);
	rc = store_put_meeting(store, meeting, &files, err);
	library_files_release(&files);
	meeting_free(meeting);
	return rc;
}

/* Everything a run of the indexer does to a store. */
static enum status
work(const char *path, struct error *err)
{
	struct store *store;
	enum status rc = store_open(path, STORE_WRITE, &store, NULL, err);
	size_t i;

	for (i = 0; i < sizeof samples / sizeof *samples && !rc; i++)
		rc = put(store, i, err);
	if (rc == STATUS_OK)
		rc = store_drop_meeting(store, "two", err);
	if (rc == STATUS_OK)
		rc = put(store, 1, err);
	store_close(store);
	return rc;
}

static int
set_up(void **state)
{
	fault_vfs_arm(FAULT_NONE, 0);
	return box_set_up(state);
}

static int
tear_down(void **state)
{
	fault_vfs_arm(FAULT_NONE, 0);
	return box_tear_down(state);
}

/* The dump of a store after the first 'puts' steps. */
static void
dump_after(struct box *box, size_t puts, struct buffer *out)
{
	const char *path = box_path(box, "expected.db");
	struct store *store;
	size_t i;

	unlink(path);
	assert_int_equal(store_open(path, STORE_WRITE, &store, NULL, NULL), 0);
	for (i = 0; i < puts; i++)
		assert_int_equal(put(store, i, NULL), 0);
	store_close(store);
	store_dump(path, out);
}

/* Replace "one" while calls fail from number 'at' on; true when the end of
 * what can fail is reached. */
static bool
fail_put_at(struct box *box, enum fault fault, long at,
	    const struct buffer *before, const struct buffer *after)
{
	const char *path = box_path(box, INDEX);
	struct buffer dump = BUFFER_INIT;
	struct error err = ERROR_INIT;
	struct store *store;
	enum status rc;
	long calls;

	assert_int_equal(store_open(path, STORE_WRITE, &store, NULL, NULL), 0);
	assert_int_equal(put(store, 0, NULL), 0);
	assert_int_equal(put(store, 1, NULL), 0);
	fault_vfs_arm(fault, at);
	rc = put(store, 2, &err);
	calls = fault_vfs_calls();
	fault_vfs_arm(FAULT_NONE, 0);
	if (rc) {
		assert_int_equal(rc, STATUS_IO);
		assert_int_equal(err.code, STATUS_IO);
		if (fault == FAULT_FULL)
			assert_non_null(strstr(err.message, "no room"));
		assert_non_null(strstr(err.message, INDEX));
	}
	assert_false(store_is_damaged(store));
	store_dump(path, &dump);
	assert_string_equal(dump.data, rc ? before->data : after->data);
	/* The same connection goes on once there is room again. */
	assert_int_equal(put(store, 2, &err), 0);
	store_close(store);
	store_dump(path, &dump);
	assert_string_equal(dump.data, after->data);
	buffer_release(&dump);
	return calls <= at;
}

static void
fail_put_everywhere(struct box *box, enum fault fault)
{
	struct buffer before = BUFFER_INIT, after = BUFFER_INIT;
	long at = 0;

	dump_after(box, 2, &before);
	dump_after(box, 3, &after);
	assert_string_not_equal(before.data, after.data);
	while (!fail_put_at(box, fault, at, &before, &after))
		at++;
	assert_true(at > 3);
	buffer_release(&before);
	buffer_release(&after);
}

static void
test_disk_full(void **state)
{
	fail_put_everywhere(*state, FAULT_FULL);
}

static void
test_device_fails_to_write(void **state)
{
	fail_put_everywhere(*state, FAULT_WRITE);
}

static void
test_device_fails_to_read(void **state)
{
	fail_put_everywhere(*state, FAULT_READ);
}

/* All of it, from making the file on, fails at one call; then all is well. */
static void
fail_work_everywhere(struct box *box, enum fault fault)
{
	struct buffer dump = BUFFER_INIT, expected = BUFFER_INIT;
	const char *path = box_path(box, INDEX);
	struct error err = ERROR_INIT;
	bool struck = true;
	enum status rc;
	long at;

	dump_after(box, 3, &expected);
	for (at = 0; struck; at += 1 + at / 8) {
		fault_vfs_arm(fault, at);
		rc = work(path, &err);
		struck = fault_vfs_calls() > at;
		fault_vfs_arm(FAULT_NONE, 0);
		if (rc)
			assert_true(err.message[0]);
		assert_int_equal(work(path, NULL), 0);
		store_dump(path, &dump);
		assert_string_equal(dump.data, expected.data);
		assert_int_equal(unlink(path), 0);
	}
	assert_true(at > 20);
	buffer_release(&dump);
	buffer_release(&expected);
}

static void
test_disk_full_from_the_start(void **state)
{
	fail_work_everywhere(*state, FAULT_FULL);
}

static void
test_device_fails_from_the_start(void **state)
{
	fail_work_everywhere(*state, FAULT_WRITE);
}

/* The limit on the size of a file is the system's own way of saying no. */
static void
test_file_size_limit(void **state)
{
	const struct rlimit limit = {262144, 262144}; /* an empty index fits */
	struct buffer dump = BUFFER_INIT;
	pid_t child = fork();
	int status;

	if (!child) {
		struct error err = ERROR_INIT;
		enum status rc = STATUS_OK;
		struct store *store;
		size_t i;

		signal(SIGXFSZ, SIG_IGN);
		setrlimit(RLIMIT_FSIZE, &limit);
		if (store_open(box_path(*state, INDEX), STORE_WRITE, &store,
			       NULL, NULL))
			_exit(1);
		for (i = 0; i < 200 && !rc; i++)
			rc = put(store, i % 2 * 2, &err);
		_exit(rc == STATUS_IO && err.message[0] ? 0 : 2);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 0);
	assert_int_equal(work(box_path(*state, INDEX), NULL), 0);
	store_dump(box_path(*state, INDEX), &dump);
	buffer_release(&dump);
}

/* Kills a child at call 'at'; false when it came to its end instead. */
static bool
kill_at(const char *path, long at)
{
	pid_t child = fork();
	int status;

	if (!child) {
		fault_vfs_arm(FAULT_KILL, at);
		_exit(work(path, NULL) != STATUS_OK);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	if (WIFSIGNALED(status)) {
		assert_int_equal(WTERMSIG(status), SIGKILL);
		return true;
	}
	assert_int_equal(WEXITSTATUS(status), 0);
	return false;
}

static void
test_killed_at_every_call(void **state)
{
	struct buffer dump = BUFFER_INIT, expected = BUFFER_INIT;
	const char *path = box_path(*state, INDEX);
	struct error err = ERROR_INIT;
	long at;

	dump_after(*state, 3, &expected);
	for (at = 0; kill_at(path, at); at += 1 + at / 32) {
		if (work(path, &err))
			fail_msg("killed at %ld: %s", at, err.message);
		store_dump(path, &dump);
		assert_string_equal(dump.data, expected.data);
		assert_int_equal(
			box_count(*state, "l/.lectern", "index.db.broken"), 0);
		/* Every third is killed on top of what the last one left. */
		if (at % 3)
			assert_int_equal(unlink(path), 0);
	}
	assert_true(at > 50);
	buffer_release(&dump);
	buffer_release(&expected);
}

int
main(void)
{
#define IN_BOX(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		IN_BOX(test_disk_full),
		IN_BOX(test_device_fails_to_write),
		IN_BOX(test_device_fails_to_read),
		IN_BOX(test_disk_full_from_the_start),
		IN_BOX(test_device_fails_from_the_start),
		IN_BOX(test_file_size_limit),
		IN_BOX(test_killed_at_every_call),
	};

	fault_vfs_install();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
