/*
 * Saving when the system fails: each call in turn fails with each error, once
 * and for good. Whatever happens, the file holds the old bytes or the new
 * ones, what was said is true, and nothing is left behind.
 */
#include "config.h" /* HAVE_… and _GNU_SOURCE, as the library has them */

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lectern/save.h"
#include "scratch.h"

enum call {
	CALL_OPEN,
	CALL_OPENAT,
	CALL_READ,
	CALL_WRITE,
	CALL_FSTAT,
	CALL_FSTATAT,
	CALL_FCHMOD,
	CALL_FSYNC,
	CALL_CLOSE,
	CALL_FLOCK,
	CALL_RENAMEAT,
	CALL_COUNT
};

static const char *const call_names[] = {"open",  "openat",  "read",	"write",
					 "fstat", "fstatat", "fchmod",	"fsync",
					 "close", "flock",   "renameat"};

/* What is to fail: from call number 'at' of its kind on, 'times' times. */
static struct {
	bool is_armed;
	enum call call;
	int at, times, errnum;
	int seen[CALL_COUNT];
	int injected;
	size_t write_most; /* bytes a write() takes; 0: as many as it will */
	int naps;
} fault;

static bool
fails(enum call call)
{
	int number = fault.seen[call]++;

	if (!fault.is_armed || call != fault.call || number < fault.at ||
	    number >= fault.at + fault.times)
		return false;
	fault.injected++;
	errno = fault.errnum;
	return true;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_openat(int dir, const char *path, int flags, ...);
int __wrap_openat(int dir, const char *path, int flags, ...);
ssize_t __real_read(int fd, void *data, size_t len);
ssize_t __wrap_read(int fd, void *data, size_t len);
ssize_t __real_write(int fd, const void *data, size_t len);
ssize_t __wrap_write(int fd, const void *data, size_t len);
int __real_fstat(int fd, struct stat *st);
int __wrap_fstat(int fd, struct stat *st);
int __real_fstatat(int dir, const char *path, struct stat *st, int flags);
int __wrap_fstatat(int dir, const char *path, struct stat *st, int flags);
int __real_fchmod(int fd, mode_t mode);
int __wrap_fchmod(int fd, mode_t mode);
int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __real_close(int fd);
int __wrap_close(int fd);
int __real_flock(int fd, int operation);
int __wrap_flock(int fd, int operation);
int __real_renameat(int from_dir, const char *from, int to_dir, const char *to);
int __wrap_renameat(int from_dir, const char *from, int to_dir, const char *to);
int __wrap_nanosleep(const struct timespec *wait, struct timespec *left);

int
__wrap_open(const char *path, int flags, ...)
{
	int mode;
	va_list args;

	va_start(args, flags);
	mode = flags & O_CREAT ? va_arg(args, int) : 0;
	va_end(args);
	return fails(CALL_OPEN) ? -1 : __real_open(path, flags, mode);
}

int
__wrap_openat(int dir, const char *path, int flags, ...)
{
	int mode;
	va_list args;

	va_start(args, flags);
	mode = flags & O_CREAT ? va_arg(args, int) : 0;
	va_end(args);
	return fails(CALL_OPENAT) ? -1 : __real_openat(dir, path, flags, mode);
}

ssize_t
__wrap_read(int fd, void *data, size_t len)
{
	return fails(CALL_READ) ? -1 : __real_read(fd, data, len);
}

ssize_t
__wrap_write(int fd, const void *data, size_t len)
{
	if (fails(CALL_WRITE))
		return -1;
	if (fault.write_most && len > fault.write_most)
		len = fault.write_most;
	return __real_write(fd, data, len);
}

int
__wrap_fstat(int fd, struct stat *st)
{
	return fails(CALL_FSTAT) ? -1 : __real_fstat(fd, st);
}

int
__wrap_fstatat(int dir, const char *path, struct stat *st, int flags)
{
	return fails(CALL_FSTATAT) ? -1 : __real_fstatat(dir, path, st, flags);
}

int
__wrap_fchmod(int fd, mode_t mode)
{
	return fails(CALL_FCHMOD) ? -1 : __real_fchmod(fd, mode);
}

int
__wrap_fsync(int fd)
{
	return fails(CALL_FSYNC) ? -1 : __real_fsync(fd);
}

/* A close() that fails has closed all the same. */
int
__wrap_close(int fd)
{
	int rc = __real_close(fd);

	return fails(CALL_CLOSE) ? -1 : rc;
}

int
__wrap_flock(int fd, int operation)
{
	return fails(CALL_FLOCK) ? -1 : __real_flock(fd, operation);
}

int
__wrap_renameat(int from_dir, const char *from, int to_dir, const char *to)
{
	return fails(CALL_RENAMEAT)
		       ? -1
		       : __real_renameat(from_dir, from, to_dir, to);
}

int
__wrap_nanosleep(const struct timespec *wait, struct timespec *left)
{
	(void)wait;
	(void)left;
	fault.naps++;
	return 0;
}

static int
setup(void **state)
{
	int rc = scratch_setup(state);

	memset(&fault, 0, sizeof fault);
	setenv("XDG_STATE_HOME", scratch_path(state, "state"), 1);
	setenv("TMPDIR", scratch_path(state, "tmp"), 1);
	return rc || mkdir(scratch_path(state, "tmp"), 0700) ||
	       mkdir(scratch_path(state, "lib"), 0700);
}

static int
teardown(void **state)
{
	unsetenv("TMPDIR");
	return scratch_teardown(state);
}

#define OLD "the old text\n"
#define NEW "the new text, which is longer\n"

struct outcome {
	enum status rc;
	struct save_report report;
	struct error err;
	int injected;
};

static void
arm(enum call call, int at, int times, int errnum)
{
	memset(&fault, 0, sizeof fault);
	fault.is_armed = true;
	fault.call = call;
	fault.at = at;
	fault.times = times;
	fault.errnum = errnum;
}

/* One save of NEW over OLD under the fault that is armed. */
static void
run(void **state, struct outcome *out)
{
	struct buffer text = BUFFER_INIT;
	struct file_identity id;
	const char *path = scratch_path(state, "lib/a.md");
	bool is_armed = fault.is_armed;

	memset(out, 0, sizeof *out);
	fault.is_armed = false;
	scratch_write(path, OLD);
	assert_int_equal(file_read(path, 1000, &text, &id, &out->err),
			 STATUS_OK);
	buffer_release(&text);
	memset(fault.seen, 0, sizeof fault.seen);
	fault.is_armed = is_armed;
	out->rc =
		file_save(path, NEW, strlen(NEW), &id, &out->report, &out->err);
	fault.is_armed = false;
	out->injected = fault.injected;
}

static void
check_outcome(void **state, const struct outcome *out, bool must_keep)
{
	const char *path = scratch_path(state, "lib/a.md");
	const char *recovery = out->report.recovery;
	bool is_new = out->rc == STATUS_OK || out->report.id.inode;

	scratch_check(path, is_new ? NEW : OLD);
	assert_int_equal(scratch_count(scratch_path(state, "lib"), ".lectern"),
			 0);
	if (out->rc == STATUS_OK) {
		assert_string_equal(recovery, "");
		return;
	}
	assert_string_equal(out->err.file, path);
	if (must_keep)
		assert_true(recovery[0]);
	if (!recovery[0])
		return;
	scratch_check(recovery, NEW);
	assert_non_null(strstr(out->err.message, recovery));
	assert_int_equal(unlink(recovery), 0);
}

/* No place holds a copy that was not reported, nor half of one. */
static void
check_nothing_is_left(void **state)
{
	assert_int_equal(scratch_count(scratch_path(state, "lib"), ""), 3);
	assert_int_equal(scratch_count(scratch_path(state, "tmp"), "a"), 0);
	assert_int_equal(
		scratch_count(scratch_path(state, "state/lectern"), "a"), 0);
}

/* Every call of every kind fails once; the other places work. */
static void
test_each_call_fails_once(void **state)
{
	static const int errors[] = {ENOSPC, EDQUOT, EIO, EROFS, EACCES};
	struct outcome out;
	int counts[CALL_COUNT] = {0}, at;
	size_t e;
	int call;

	for (e = 0; e < sizeof errors / sizeof *errors; e++) {
		for (call = 0; call < CALL_COUNT; call++) {
			for (at = 0;; at++) {
				arm((enum call)call, at, 1, errors[e]);
				run(state, &out);
				check_outcome(state, &out, true);
				check_nothing_is_left(state);
				if (!out.injected)
					break;
				counts[call]++;
			}
			assert_int_equal(out.rc, STATUS_OK);
		}
	}
	/* A fault that is never met proves nothing. */
	for (call = 0; call < CALL_COUNT; call++)
		if (!counts[call])
			fail_msg("%s was never called", call_names[call]);
}

/* From its k-th call on a call fails for good: a full disk, a dead one. */
static void
test_each_call_fails_for_good(void **state)
{
	struct outcome out;
	int call, at;

	for (call = 0; call < CALL_COUNT; call++) {
		for (at = 0;; at++) {
			arm((enum call)call, at, 1000, ENOSPC);
			run(state, &out);
			check_outcome(state, &out, false);
			check_nothing_is_left(state);
			if (!out.injected)
				break;
		}
		assert_int_equal(out.rc, STATUS_OK);
	}
}

/* These must fail the save, not be passed over. */
static void
check_is_failure(void **state, enum call call, int at, enum status expected)
{
	struct outcome out;
	const char *words = strerror(EIO);

	arm(call, at, 1, EIO);
	run(state, &out);
	assert_int_equal(out.rc, expected);
	assert_non_null(strstr(out.err.message, words));
	check_outcome(state, &out, true);
}

static void
test_failures_are_reported(void **state)
{
	check_is_failure(state, CALL_OPEN, 0, STATUS_IO);
	check_is_failure(state, CALL_OPENAT, 0, STATUS_IO);
	check_is_failure(state, CALL_WRITE, 0, STATUS_IO);
	check_is_failure(state, CALL_FSYNC, 0, STATUS_IO);
	check_is_failure(state, CALL_CLOSE, 0, STATUS_IO);
	check_is_failure(state, CALL_RENAMEAT, 0, STATUS_IO);
	check_is_failure(state, CALL_READ, 0, STATUS_IO);
}

/* The second fsync is the folder's: the new text is there, and unconfirmed. */
static void
test_folder_that_cannot_be_synced(void **state)
{
	struct outcome out;

	arm(CALL_FSYNC, 1, 1, EIO);
	run(state, &out);
	assert_int_equal(out.rc, STATUS_IO);
	assert_true(out.report.id.inode);
	assert_non_null(strstr(out.err.message, "did not confirm"));
	check_outcome(state, &out, true);
	arm(CALL_FSYNC, 1, 1, EINVAL);
	run(state, &out);
	assert_int_equal(out.rc, STATUS_OK);
}

static void
test_interrupted_calls_go_on(void **state)
{
	struct outcome out;

	arm(CALL_WRITE, 0, 3, EINTR);
	run(state, &out);
	assert_int_equal(out.rc, STATUS_OK);
	assert_int_equal(out.injected, 3);
	check_outcome(state, &out, true);
	arm(CALL_CLOSE, 0, 1, EINTR);
	run(state, &out);
	assert_int_equal(out.rc, STATUS_OK);
}

static void
test_short_writes_go_on(void **state)
{
	struct outcome out;

	arm(CALL_WRITE, 1000, 0, 0);
	fault.write_most = 7;
	run(state, &out);
	assert_int_equal(out.rc, STATUS_OK);
	assert_true(fault.seen[CALL_WRITE] >= (int)strlen(NEW) / 7);
	check_outcome(state, &out, true);
}

/* Half is written when the disk is full. */
static void
test_short_write_and_then_none(void **state)
{
	struct outcome out;

	arm(CALL_WRITE, 2, 1, ENOSPC);
	fault.write_most = 7;
	run(state, &out);
	assert_int_equal(out.rc, STATUS_IO);
	check_outcome(state, &out, true);
	check_nothing_is_left(state);
}

static void
test_locked_folder(void **state)
{
	struct outcome out;

	arm(CALL_FLOCK, 0, 1000000, EWOULDBLOCK);
	run(state, &out);
	assert_int_equal(out.rc, STATUS_BUSY);
	assert_in_range(fault.naps, 10, 1000);
	check_outcome(state, &out, true);
	arm(CALL_FLOCK, 0, 3, EWOULDBLOCK);
	run(state, &out);
	assert_int_equal(out.rc, STATUS_OK);
	arm(CALL_FLOCK, 0, 1000000, ENOLCK);
	run(state, &out);
	assert_int_equal(out.rc, STATUS_OK);
}

/* When the text can be kept nowhere, the message must not say it is. */
static void
test_nothing_can_be_written(void **state)
{
	struct outcome out;

	arm(CALL_WRITE, 0, 1000000, ENOSPC);
	run(state, &out);
	assert_int_equal(out.rc, STATUS_IO);
	assert_string_equal(out.report.recovery, "");
	assert_non_null(strstr(out.err.message, "could not be kept anywhere"));
	check_outcome(state, &out, false);
	check_nothing_is_left(state);
}

static void
check_append(void **state, enum status expected, const char *text)
{
	struct error err = ERROR_INIT;
	const char *path = scratch_path(state, "lib/record.md");

	assert_int_equal(file_append_line(path, "a new line", &err), expected);
	fault.is_armed = false;
	scratch_check(path, text);
	if (expected != STATUS_OK)
		assert_string_equal(err.file, path);
}

static void
test_append_under_faults(void **state)
{
	static const enum call calls[] = {CALL_OPEN, CALL_WRITE, CALL_FSTAT};
	const char *path = scratch_path(state, "lib/record.md");
	size_t i;

	for (i = 0; i < sizeof calls / sizeof *calls; i++) {
		scratch_write(path, "old\n");
		arm(calls[i], 0, 1, EIO);
		check_append(state, STATUS_IO, "old\n");
	}
	arm(CALL_FSYNC, 0, 1, EIO);
	check_append(state, STATUS_IO, "old\na new line\n");
	scratch_write(path, "old\n");
	arm(CALL_CLOSE, 0, 1, EIO);
	check_append(state, STATUS_IO, "old\na new line\n");
	scratch_write(path, "old\n");
	arm(CALL_WRITE, 0, 2, EINTR);
	check_append(state, STATUS_OK, "old\na new line\n");
	scratch_write(path, "");
	arm(CALL_FSYNC, 1, 1, EIO);
	check_append(state, STATUS_IO, "a new line\n");
	assert_int_equal(fault.injected, 1);
}

/* Half a line goes in, the rest does not fit: the half goes again. */
static void
test_append_half_a_line(void **state)
{
	const char *path = scratch_path(state, "lib/record.md");

	scratch_write(path, "old\n");
	arm(CALL_WRITE, 1, 1, ENOSPC);
	fault.write_most = 4;
	check_append(state, STATUS_IO, "old\n");
	arm(CALL_WRITE, 9, 0, 0);
	fault.write_most = 6;
	check_append(state, STATUS_OK, "old\na new line\n");
	fault.write_most = 4;
	check_append(state, STATUS_IO, "old\na new line\n");
}

#define FILE_TEST(f) cmocka_unit_test_setup_teardown(f, setup, teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(test_each_call_fails_once),
		FILE_TEST(test_each_call_fails_for_good),
		FILE_TEST(test_failures_are_reported),
		FILE_TEST(test_folder_that_cannot_be_synced),
		FILE_TEST(test_interrupted_calls_go_on),
		FILE_TEST(test_short_writes_go_on),
		FILE_TEST(test_short_write_and_then_none),
		FILE_TEST(test_locked_folder),
		FILE_TEST(test_nothing_can_be_written),
		FILE_TEST(test_append_under_faults),
		FILE_TEST(test_append_half_a_line),
	};

	return cmocka_run_group_tests_name("save faults", tests, NULL, NULL);
}
