/* The index between processes: one that writes while others open it, one that
 * was killed, several that find it broken at the same moment. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <cmocka.h>

#include "../../src/store/store_local.h"
#include "box.h"
#include "index_box.h"
#include "sample.h"
#include "store_dump.h"

static void
test_log_left_by_a_kill(void **state)
{
	struct store *store;
	pid_t child;
	int status;

	child = fork();
	if (!child) {
		if (store_open(box_path(*state, INDEX), STORE_WRITE, &store,
			       NULL, NULL))
			_exit(1);
		put_sample(store);
		raise(SIGKILL);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	assert_true(box_has(*state, INDEX "-wal"));
	assert_int_equal(store_open(box_path(*state, INDEX), STORE_READ, &store,
				    NULL, NULL),
			 0);
	assert_int_equal(count_meetings(store), 1);
	store_close(store);
	assert_kept(*state, 1);
}

static void
test_busy(void **state)
{
	struct error err = ERROR_INIT;
	struct store *store = open_index(*state, NULL);
	sqlite3 *other = NULL;

	sqlite3_busy_timeout(store->db, 20);
	assert_int_equal(sqlite3_open(box_path(*state, INDEX), &other), 0);
	assert_int_equal(
		sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), 0);
	assert_int_equal(store_drop_meeting(store, "x", &err), STATUS_BUSY);
	assert_non_null(strstr(err.message, "Another process"));
	/* Reading goes on. */
	assert_int_equal(count_meetings(store), 0);
	assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), 0);
	sqlite3_close(other);
	put_sample(store);
	assert_false(store_is_damaged(store));
	store_close(store);
}

/* Opens, writes, closes; the exit code says how it went. */
static int
open_in_child(const char *path)
{
	struct library_files files = {VECTOR_INIT};
	struct error err = ERROR_INIT;
	struct meeting *meeting;
	struct store *store;
	enum status rc;

	rc = store_open(path, STORE_WRITE, &store, NULL, &err);
	if (rc == STATUS_OK) {
		meeting = sample_meeting(&index_sample);
		sample_files(&files, 7);
		rc = store_put_meeting(store, meeting, &files, &err);
		library_files_release(&files);
		meeting_free(meeting);
	}
	store_close(rc ? NULL : store);
	if (rc)
		print_error("a child says: %s\n", err.message);
	return rc != STATUS_OK;
}

static void
open_in_children(const char *path)
{
	pid_t children[5];
	int status, i;

	for (i = 0; i < 5; i++) {
		children[i] = fork();
		if (!children[i])
			_exit(open_in_child(path));
	}
	for (i = 0; i < 5; i++) {
		assert_int_equal(waitpid(children[i], &status, 0), children[i]);
		assert_true(WIFEXITED(status));
		assert_int_equal(WEXITSTATUS(status), 0);
	}
}

/* Neither garbage nor the index of a later program, its log beside it, may be
 * set aside twice, or its log be taken for that of the new one. */
static void
test_many_open_a_bad_one(void **state)
{
	const char *path = box_path(*state, INDEX);
	struct buffer dump = BUFFER_INIT, expected = BUFFER_INIT;
	struct store *later;
	int round;

	make_index(*state);
	store_dump(path, &expected);
	for (round = 0; round < 8; round++) {
		later = NULL;
		if (round % 2) {
			later = open_index(*state, NULL);
			assert_int_equal(sqlite3_exec(later->db,
						      "PRAGMA user_version=9;"
						      "DELETE FROM meeting",
						      NULL, NULL, NULL),
					 0);
		} else {
			box_write(*state, INDEX, "garbage, not a database");
		}
		open_in_children(path);
		assert_int_equal(
			box_count(*state, "l/.lectern", "index.db.broken-1"),
			later ? 3 : 1);
		assert_int_equal(
			box_count(*state, "l/.lectern", "index.db.broken-2"),
			0);
		store_close(later);
		store_dump(path, &dump);
		assert_string_equal(dump.data, expected.data);
		store_remove(box_path(*state, INDEX ".broken-1"));
	}
	buffer_release(&dump);
	buffer_release(&expected);
}

static void
test_many_make_one(void **state)
{
	const char *path = box_path(*state, INDEX);
	struct buffer dump = BUFFER_INIT, expected = BUFFER_INIT;
	int round;

	make_index(*state);
	store_dump(path, &expected);
	for (round = 0; round < 8; round++) {
		store_remove(path);
		if (round % 2)
			box_write(*state, INDEX, "");
		open_in_children(path);
		assert_false(box_has(*state, INDEX ".new"));
		assert_false(box_has(*state, INDEX ".broken-1"));
		store_dump(path, &dump);
		assert_string_equal(dump.data, expected.data);
	}
	buffer_release(&dump);
	buffer_release(&expected);
}

int
main(void)
{
#define IN_BOX(test)                                                           \
	cmocka_unit_test_setup_teardown(test, box_set_up, box_tear_down)
	const struct CMUnitTest tests[] = {
		IN_BOX(test_log_left_by_a_kill),
		IN_BOX(test_busy),
		IN_BOX(test_many_open_a_bad_one),
		IN_BOX(test_many_make_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
