/*
 * A file system of 64 KiB that is really full. A child mounts it in a mount
 * namespace of its own, so nothing of it is left on the machine; where that
 * is not allowed the tests are skipped.
 */
#include "config.h" /* _GNU_SOURCE, for unshare */

#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/save.h"
#include "scratch.h"

#define SKIPPED 77

static int
setup(void **state)
{
	int rc = scratch_setup(state);

	setenv("XDG_STATE_HOME", scratch_path(state, "state"), 1);
	return rc || mkdir(scratch_path(state, "full"), 0700);
}

static bool
write_map(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);
	ssize_t len = (ssize_t)strlen(text);
	bool done = fd >= 0 && write(fd, text, (size_t)len) == len;

	if (fd >= 0)
		close(fd);
	return done;
}

/* A user namespace in which we are root, where the kernel allows it. */
static bool
become_root(void)
{
	char users[64], groups[64];

	snprintf(users, sizeof users, "0 %u 1", (unsigned)geteuid());
	snprintf(groups, sizeof groups, "0 %u 1", (unsigned)getegid());
	return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
	       write_map("/proc/self/setgroups", "deny") &&
	       write_map("/proc/self/uid_map", users) &&
	       write_map("/proc/self/gid_map", groups);
}

static void
mount_small(const char *folder)
{
	if (unshare(CLONE_NEWNS) != 0 && !become_root())
		_exit(SKIPPED);
	if (mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL) != 0 ||
	    mount("lectern-test", folder, "tmpfs", 0, "size=64k") != 0)
		_exit(SKIPPED);
}

#define CHECK(condition)                                                       \
	do {                                                                   \
		if (!(condition)) {                                            \
			print_error("line %d: %s\n", __LINE__, #condition);    \
			_exit(1);                                              \
		}                                                              \
	} while (0)

static void
run_in_child(void **state, void (*work)(void **state))
{
	int child = fork(), code;

	assert_true(child >= 0);
	if (!child) {
		mount_small(scratch_path(state, "full"));
		work(state);
		_exit(0);
	}
	code = scratch_wait(child);
	if (code == SKIPPED)
		scratch_skip("mounting is not allowed here");
	assert_int_equal(code, 0);
}

static char *
text_of(char letter, size_t len)
{
	char *text = calloc(1, len + 1);

	CHECK(text);
	memset(text, letter, len);
	return text;
}

static void
check_file(const char *path, const char *text)
{
	char *found = scratch_slurp(path);

	CHECK(found);
	CHECK(!strcmp(found, text));
	free(found);
}

/* 40 KiB are there, 40 KiB do not fit beside them. */
static void
save_into_full(void **state)
{
	const char *path = scratch_path(state, "full/a.md");
	char *old = text_of('o', 40 << 10), *new = text_of('n', 40 << 10);
	struct save_report report;
	struct error err = ERROR_INIT;

	CHECK(file_save(path, old, 40 << 10, NULL, &report, &err) == STATUS_OK);
	CHECK(file_save(path, new, 40 << 10, &report.id, &report, &err) ==
	      STATUS_IO);
	check_file(path, old);
	CHECK(strstr(err.message, "No space left"));
	CHECK(strstr(err.message, report.recovery));
	check_file(report.recovery, new);
	CHECK(strstr(report.recovery, "/state/lectern/a.md.recovered-"));
	CHECK(scratch_count(scratch_path(state, "full"), "") == 3);
	/* What fits is saved still: the failure left no space taken. */
	CHECK(file_save(path, "short", 5, NULL, &report, &err) == STATUS_OK);
	check_file(path, "short");
	CHECK(file_save(path, new, 40 << 10, NULL, &report, &err) == STATUS_OK);
	check_file(path, new);
	free(old);
	free(new);
}

/* Lines until the disk is full: every line that is there is whole, and those
 * that were refused are not. */
static void
append_until_full(void **state)
{
	const char *path = scratch_path(state, "full/record.md");
	char *line = text_of('x', 999), *found, *at;
	struct error err = ERROR_INIT;
	size_t written = 0, lines = 0;

	while (file_append_line(path, line, &err) == STATUS_OK) {
		written++;
		CHECK(written < 100);
	}
	CHECK(err.code == STATUS_IO);
	CHECK(strstr(err.message, "No space left"));
	CHECK(file_append_line(path, line, &err) == STATUS_IO);
	found = scratch_slurp(path);
	CHECK(found);
	for (at = found; *at; at += 1000, lines++)
		CHECK(strcspn(at, "\n") == 999);
	CHECK(lines == written);
	CHECK(written == 65);
	free(found);
	free(line);
}

static void
test_save_into_full(void **state)
{
	run_in_child(state, save_into_full);
}

static void
test_append_until_full(void **state)
{
	run_in_child(state, append_until_full);
}

#define FILE_TEST(f) cmocka_unit_test_setup_teardown(f, setup, scratch_teardown)

static int
run_group(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(test_save_into_full),
		FILE_TEST(test_append_until_full),
	};

	return cmocka_run_group_tests_name("save full", tests, NULL, NULL);
}

int
main(void)
{
	return scratch_run(run_group);
}
