/* Reading whole files, appending lines, folders for temporary files. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "lectern/path.h"
#include "lectern/save.h"
#include "scratch.h"

static void
test_hash_is_xxh3(void **state)
{
	(void)state;
	/* The reference implementation's own value for no bytes. */
	assert_true(file_hash("", 0) == UINT64_C(0x2d06800538d394c2));
	assert_true(file_hash("a", 1) != file_hash("b", 1));
}

static void
test_read_and_identity(void **state)
{
	struct error err = ERROR_INIT;
	struct buffer out = BUFFER_INIT;
	struct file_identity id, again;
	const char *path = scratch_path(state, "a");
	struct stat st;

	scratch_write(path, "some text\n");
	assert_int_equal(stat(path, &st), 0);
	buffer_append_string(&out, "what was there before");
	assert_int_equal(file_read(path, 100, &out, &id, &err), STATUS_OK);
	assert_string_equal(out.data, "some text\n");
	assert_int_equal(id.size, 10);
	assert_int_equal(id.inode, st.st_ino);
	assert_int_equal(id.device, st.st_dev);
	assert_int_equal(id.mtime_ns % 1000000000, st.st_mtim.tv_nsec);
	assert_int_equal(id.mtime_ns / 1000000000, st.st_mtim.tv_sec);
	assert_true(id.hash == file_hash("some text\n", 10));
	assert_int_equal(file_identify(path, &again, &err), STATUS_OK);
	assert_int_equal(again.hash, 0);
	again.hash = id.hash;
	assert_memory_equal(&again, &id, sizeof id);
	assert_int_equal(file_read(path, 100, &out, NULL, &err), STATUS_OK);
	buffer_release(&out);
}

static void
test_read_empty_and_nul(void **state)
{
	struct error err = ERROR_INIT;
	struct buffer out = BUFFER_INIT;
	struct save_report report;
	const char *path = scratch_path(state, "a");

	scratch_write(path, "");
	assert_int_equal(file_read(path, 100, &out, NULL, &err), STATUS_OK);
	assert_int_equal(out.len, 0);
	assert_string_equal(out.data, "");
	assert_int_equal(file_save(path, "a\0b\0", 4, NULL, &report, &err),
			 STATUS_OK);
	assert_int_equal(file_read(path, 100, &out, NULL, &err), STATUS_OK);
	assert_int_equal(out.len, 4);
	assert_memory_equal(out.data, "a\0b\0", 5);
	buffer_release(&out);
}

static void
test_read_limit(void **state)
{
	struct error err = ERROR_INIT;
	struct buffer out = BUFFER_INIT;
	struct file_identity id;
	const char *path = scratch_path(state, "a");

	scratch_write(path, "0123456789");
	assert_int_equal(file_read(path, 10, &out, &id, &err), STATUS_OK);
	assert_int_equal(file_read(path, 9, &out, &id, &err), STATUS_LIMIT);
	assert_int_equal(out.len, 0);
	assert_int_equal(id.size, 0);
	assert_string_equal(err.file, path);
	assert_non_null(strstr(err.message, "9 bytes at most"));
	assert_int_equal(file_read(path, 0, &out, &id, &err), STATUS_LIMIT);
	buffer_release(&out);
}

/* Files of /proc say they have 0 bytes and have more. */
static void
test_read_a_file_that_hides_its_size(void **state)
{
	struct error err = ERROR_INIT;
	struct buffer out = BUFFER_INIT;

	(void)state;
	if (access("/proc/self/maps", R_OK) != 0)
		scratch_skip("there is no /proc here");
	assert_int_equal(
		file_read("/proc/self/maps", 1u << 22, &out, NULL, &err),
		STATUS_OK);
	assert_true(out.len > 100);
	assert_int_equal(strlen(out.data), out.len);
	assert_int_equal(file_read("/proc/self/maps", 100, &out, NULL, &err),
			 STATUS_LIMIT);
	buffer_release(&out);
}

static void
check_refused(const char *path, const char *words)
{
	struct error err = ERROR_INIT;
	struct buffer out = BUFFER_INIT;
	struct file_identity id;

	assert_int_equal(file_read(path, 100, &out, &id, &err), STATUS_INVALID);
	assert_non_null(strstr(err.message, path));
	assert_non_null(strstr(err.message, words));
	assert_string_equal(err.file, path);
	assert_int_equal(file_identify(path, &id, &err), STATUS_INVALID);
	assert_non_null(strstr(err.message, words));
	assert_int_equal(id.inode, 0);
	assert_int_equal(file_append_line(path, "x", &err),
			 strcmp(words, "folder") && strcmp(words, "socket")
				 ? STATUS_INVALID
				 : STATUS_IO);
	buffer_release(&out);
}

static void
test_read_what_is_no_file(void **state)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	const char *path = scratch_path(state, "fifo");
	int fd;

	alarm(20); /* a wait for a writer would never end */
	assert_int_equal(mkfifo(path, 0600), 0);
	check_refused(path, "pipe");
	check_refused(*state, "folder");
	check_refused("/dev/null", "device");
	fd = socket(AF_UNIX, SOCK_STREAM, 0);
	path = scratch_path(state, "socket");
	snprintf(address.sun_path, sizeof address.sun_path, "%s", path);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof address),
			 0);
	check_refused(path, "socket");
	close(fd);
	assert_int_equal(symlink("/dev/zero", scratch_path(state, "link")), 0);
	check_refused(scratch_path(state, "link"), "device");
	alarm(0);
}

static void
test_read_what_is_not_there(void **state)
{
	struct error err = ERROR_INIT;
	struct buffer out = BUFFER_INIT;
	struct file_identity id;
	const char *path = scratch_path(state, "none");

	assert_int_equal(file_read(path, 100, &out, &id, &err),
			 STATUS_NOT_FOUND);
	assert_non_null(strstr(err.message, path));
	assert_int_equal(file_identify(path, &id, &err), STATUS_NOT_FOUND);
	assert_int_equal(file_read(path, 100, &out, &id, NULL),
			 STATUS_NOT_FOUND);
	buffer_release(&out);
}

static void
test_append_lines(void **state)
{
	struct error err = ERROR_INIT;
	const char *path = scratch_path(state, "record.md");
	struct stat st;

	assert_int_equal(file_append_line(path, "- one", &err), STATUS_OK);
	assert_int_equal(file_append_line(path, "", &err), STATUS_OK);
	assert_int_equal(file_append_line(path, "- two", &err), STATUS_OK);
	scratch_check(path, "- one\n\n- two\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0600);
}

static void
test_append_ends_a_broken_line(void **state)
{
	struct error err = ERROR_INIT;
	const char *path = scratch_path(state, "record.md");

	scratch_write(path, "- broken o");
	assert_int_equal(file_append_line(path, "- next", &err), STATUS_OK);
	scratch_check(path, "- broken o\n- next\n");
}

static void
test_append_refuses_a_line_break(void **state)
{
	struct error err = ERROR_INIT;
	const char *path = scratch_path(state, "record.md");

	assert_int_equal(file_append_line(path, "a\nb", &err), STATUS_INVALID);
	assert_int_equal(access(path, F_OK), -1);
	assert_int_equal(
		file_append_line(scratch_path(state, "none/a"), "a", &err),
		STATUS_NOT_FOUND);
}

/* Four processes, a hundred lines each: all are whole. */
static void
test_append_from_many_processes(void **state)
{
	const char *path = scratch_path(state, "record.md");
	int children[4], i, k, count = 0;
	char line[64], *text, *at;

	for (i = 0; i < 4; i++) {
		children[i] = fork();
		assert_true(children[i] >= 0);
		if (children[i])
			continue;
		snprintf(line, sizeof line, "- process %d says its line", i);
		for (k = 0; k < 100; k++)
			if (file_append_line(path, line, NULL) != STATUS_OK)
				_exit(1);
		_exit(0);
	}
	for (i = 0; i < 4; i++)
		assert_int_equal(scratch_wait(children[i]), 0);
	text = scratch_slurp(path);
	for (at = text; *at; at += strcspn(at, "\n") + 1, count++)
		assert_int_equal(strcspn(at, "\n"), 25);
	assert_int_equal(count, 400);
	free(text);
}

static void
test_temporary_folder(void **state)
{
	struct error err = ERROR_INIT;
	char *old = getenv("TMPDIR"), *a = NULL, *b = NULL;
	struct stat st;

	old = old ? strdup(old) : NULL;
	setenv("TMPDIR", *state, 1);
	assert_int_equal(temporary_folder(&a, &err), STATUS_OK);
	assert_int_equal(temporary_folder(&b, &err), STATUS_OK);
	assert_string_not_equal(a, b);
	assert_int_equal(strncmp(a, *state, strlen(*state)), 0);
	assert_int_equal(stat(a, &st), 0);
	assert_true(S_ISDIR(st.st_mode));
	assert_int_equal(st.st_mode & 0777, 0700);
	free(a);
	free(b);
	setenv("TMPDIR", scratch_path(state, "none"), 1);
	assert_int_equal(temporary_folder(&a, &err), STATUS_NOT_FOUND);
	assert_null(a);
	assert_non_null(strstr(err.message, "TMPDIR"));
	if (old)
		setenv("TMPDIR", old, 1);
	else
		unsetenv("TMPDIR");
	free(old);
}

#define FILE_TEST(f)                                                           \
	cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

static int
run_group(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_hash_is_xxh3),
		FILE_TEST(test_read_and_identity),
		FILE_TEST(test_read_empty_and_nul),
		FILE_TEST(test_read_limit),
		FILE_TEST(test_read_a_file_that_hides_its_size),
		FILE_TEST(test_read_what_is_no_file),
		FILE_TEST(test_read_what_is_not_there),
		FILE_TEST(test_append_lines),
		FILE_TEST(test_append_ends_a_broken_line),
		FILE_TEST(test_append_refuses_a_line_break),
		FILE_TEST(test_append_from_many_processes),
		FILE_TEST(test_temporary_folder),
	};

	return cmocka_run_group_tests_name("read", tests, NULL, NULL);
}

int
main(void)
{
	return scratch_run(run_group);
}
