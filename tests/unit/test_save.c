/* Saving: links, modes, files that changed meanwhile, two writers at once. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/save.h"
#include "scratch.h"

static struct save_report report;
static struct error err;

static enum status
save(const char *path, const char *text, const struct file_identity *loaded)
{
	memset(&report, 'x', sizeof report);
	return file_save(path, text, strlen(text), loaded, &report, &err);
}

static struct file_identity
load(const char *path)
{
	struct buffer out = BUFFER_INIT;
	struct file_identity id;

	assert_int_equal(file_read(path, FILE_LIMIT, &out, &id, &err),
			 STATUS_OK);
	buffer_release(&out);
	return id;
}

/* The text of the last failure is kept, whole, where report and message say. */
static void
check_kept(const char *text)
{
	assert_true(report.recovery[0]);
	scratch_check(report.recovery, text);
	assert_non_null(strstr(err.message, report.recovery));
}

static void
check_no_leftovers(void *const *state)
{
	assert_int_equal(scratch_count(*state, ".lectern-"), 0);
}

static int
setup(void **state)
{
	int rc = scratch_setup(state);

	setenv("XDG_STATE_HOME", scratch_path(state, "state"), 1);
	return rc;
}

static void
test_new_file(void **state)
{
	const char *path = scratch_path(state, "a.md");
	struct file_identity id;
	struct stat st;

	umask(0);
	assert_int_equal(save(path, "text\n", NULL), STATUS_OK);
	umask(077);
	scratch_check(path, "text\n");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0600);
	assert_string_equal(report.recovery, "");
	assert_int_equal(report.losses, SAVE_LOSES_NOTHING);
	id = load(path);
	assert_memory_equal(&report.id, &id, sizeof id);
	assert_int_equal(scratch_count(*state, ""), 3);
}

static void
test_save_again_with_its_own_report(void **state)
{
	const char *path = scratch_path(state, "a.md");
	struct file_identity id;

	assert_int_equal(save(path, "one", NULL), STATUS_OK);
	id = report.id;
	assert_int_equal(save(path, "two", &id), STATUS_OK);
	id = report.id;
	assert_int_equal(save(path, "", &id), STATUS_OK);
	scratch_check(path, "");
	id = report.id;
	assert_int_equal(save(path, "three", &id), STATUS_OK);
	scratch_check(path, "three");
	check_no_leftovers(state);
}

static void
test_mode_is_kept(void **state)
{
	const char *path = scratch_path(state, "a.md");
	struct stat st;

	scratch_write(path, "old");
	assert_int_equal(chmod(path, 0664), 0);
	assert_int_equal(save(path, "new", NULL), STATUS_OK);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 07777, 0664);
	assert_int_equal(report.losses, SAVE_LOSES_NOTHING);
}

static void
test_bare_name_in_the_current_folder(void **state)
{
	char old[4096];

	assert_non_null(getcwd(old, sizeof old));
	assert_int_equal(chdir(*state), 0);
	assert_int_equal(save("a.md", "text", NULL), STATUS_OK);
	scratch_check("a.md", "text");
	assert_int_equal(chdir(old), 0);
}

/* Through "c" -> folder/b -> ../a.md: the links stay, the file changes. */
static void
test_links_are_followed(void **state)
{
	struct stat st;

	assert_int_equal(mkdir(scratch_path(state, "folder"), 0700), 0);
	scratch_write(scratch_path(state, "a.md"), "old");
	assert_int_equal(symlink("../a.md", scratch_path(state, "folder/b")),
			 0);
	assert_int_equal(symlink(scratch_path(state, "folder/b"),
				 scratch_path(state, "c")),
			 0);
	assert_int_equal(save(scratch_path(state, "c"), "new", NULL),
			 STATUS_OK);
	scratch_check(scratch_path(state, "a.md"), "new");
	assert_int_equal(lstat(scratch_path(state, "c"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(lstat(scratch_path(state, "folder/b"), &st), 0);
	assert_true(S_ISLNK(st.st_mode));
	assert_int_equal(scratch_count(scratch_path(state, "folder"), ""), 3);
	check_no_leftovers(state);
}

static void
test_link_to_a_file_yet_to_be(void **state)
{
	struct stat st;

	assert_int_equal(symlink("a.md", scratch_path(state, "link")), 0);
	assert_int_equal(save(scratch_path(state, "link"), "new", NULL),
			 STATUS_OK);
	assert_int_equal(lstat(scratch_path(state, "a.md"), &st), 0);
	assert_true(S_ISREG(st.st_mode));
	scratch_check(scratch_path(state, "a.md"), "new");
}

static void
test_link_to_itself(void **state)
{
	assert_int_equal(symlink("link", scratch_path(state, "link")), 0);
	assert_int_equal(save(scratch_path(state, "link"), "new", NULL),
			 STATUS_IO);
	check_kept("new");
	check_no_leftovers(state);
}

static void
test_hard_link_is_said(void **state)
{
	scratch_write(scratch_path(state, "a.md"), "old");
	assert_int_equal(
		link(scratch_path(state, "a.md"), scratch_path(state, "b.md")),
		0);
	assert_int_equal(save(scratch_path(state, "a.md"), "new", NULL),
			 STATUS_OK);
	assert_int_equal(report.losses, SAVE_LOSES_HARD_LINK);
	scratch_check(scratch_path(state, "a.md"), "new");
	scratch_check(scratch_path(state, "b.md"), "old");
}

static void
test_no_file_to_replace(void **state)
{
	assert_int_equal(mkdir(scratch_path(state, "dir"), 0700), 0);
	assert_int_equal(mkfifo(scratch_path(state, "fifo"), 0600), 0);
	alarm(20);
	assert_int_equal(save(scratch_path(state, "dir"), "new", NULL),
			 STATUS_INVALID);
	check_kept("new");
	assert_int_equal(save(scratch_path(state, "fifo"), "new", NULL),
			 STATUS_INVALID);
	check_kept("new");
	assert_non_null(strstr(err.message, "pipe"));
	assert_int_equal(save(scratch_path(state, "x/"), "new", NULL),
			 STATUS_IO);
	check_kept("new");
	assert_int_equal(save("", "new", NULL), STATUS_IO);
	check_kept("new");
	assert_int_equal(unlink(report.recovery), 0);
	alarm(0);
	check_no_leftovers(state);
}

static void
check_changed(const char *path, const struct file_identity *loaded,
	      const char *theirs)
{
	assert_int_equal(save(path, "mine", loaded), STATUS_CHANGED);
	assert_int_equal(err.code, STATUS_CHANGED);
	assert_string_equal(err.file, path);
	if (theirs)
		scratch_check(path, theirs);
	else
		assert_int_equal(access(path, F_OK), -1);
	check_kept("mine");
	assert_int_equal(report.id.inode, 0);
}

static void
test_changed_meanwhile(void **state)
{
	const char *path = scratch_path(state, "a.md");
	struct file_identity id;

	scratch_write(path, "old");
	id = load(path);
	scratch_write(path, "their longer text");
	check_changed(path, &id, "their longer text");
	assert_int_equal(strncmp(report.recovery, *state, strlen(*state)), 0);
	scratch_write(path, "new");
	check_changed(path, &id, "new");
	assert_int_equal(unlink(path), 0);
	check_changed(path, &id, NULL);
	check_no_leftovers(state);
}

/* Same size, same time to the nanosecond, same inode: the bytes tell. */
static void
test_changed_within_a_tick(void **state)
{
	const char *path = scratch_path(state, "a.md");
	struct timespec times[2];
	struct file_identity id;
	struct stat st;

	scratch_write(path, "old");
	id = load(path);
	assert_int_equal(stat(path, &st), 0);
	scratch_write(path, "new");
	times[0] = st.st_atim;
	times[1] = st.st_mtim;
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	check_changed(path, &id, "new");
}

static void
test_touched_is_not_changed(void **state)
{
	const char *path = scratch_path(state, "a.md");
	const struct timespec times[2] = {{1, 0}, {1, 0}};
	struct file_identity id;

	scratch_write(path, "old");
	id = load(path);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	assert_int_equal(save(path, "new", &id), STATUS_OK);
	scratch_check(path, "new");
}

static void
test_identity_without_hash(void **state)
{
	const char *path = scratch_path(state, "a.md");
	const struct timespec times[2] = {{1, 0}, {1, 0}};
	struct file_identity id;

	scratch_write(path, "old");
	assert_int_equal(file_identify(path, &id, &err), STATUS_OK);
	assert_int_equal(save(path, "new", &id), STATUS_OK);
	assert_int_equal(file_identify(path, &id, &err), STATUS_OK);
	assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
	check_changed(path, &id, "new");
}

static void
test_there_must_be_no_file(void **state)
{
	const char *path = scratch_path(state, "a.md");
	const struct file_identity none = {0};

	err = (struct error)ERROR_INIT;
	assert_int_equal(save(path, "new", &none), STATUS_OK);
	assert_int_equal(err.code, STATUS_OK); /* nothing is left to be said */
	scratch_check(path, "new");
	check_changed(path, &none, "new");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	assert_int_equal(save(path, "mine", &none), STATUS_INVALID);
	check_kept("mine");
}

static void
test_missing_folder(void **state)
{
	assert_int_equal(save(scratch_path(state, "none/a.md"), "new", NULL),
			 STATUS_IO);
	check_kept("new");
	assert_int_equal(scratch_count(scratch_path(state, "state/lectern"),
				       "a.md.recovered-"),
			 1);
}

static void
test_no_state_folder_either(void **state)
{
	char *old = getenv("TMPDIR");

	old = old ? strdup(old) : NULL;
	scratch_write(scratch_path(state, "state"), "a file in its place");
	setenv("TMPDIR", *state, 1);
	assert_int_equal(save(scratch_path(state, "none/a.md"), "new", NULL),
			 STATUS_IO);
	check_kept("new");
	assert_int_equal(scratch_count(*state, "a.md.recovered-"), 1);
	setenv("TMPDIR", scratch_path(state, "nowhere"), 1);
	assert_int_equal(save(scratch_path(state, "none/b.md"), "new", NULL),
			 STATUS_IO);
	assert_string_equal(report.recovery, "");
	assert_non_null(strstr(err.message, "could not be kept anywhere"));
	if (old)
		setenv("TMPDIR", old, 1);
	else
		unsetenv("TMPDIR");
	free(old);
}

/* A name of 255 bytes is allowed and leaves no room for a suffix. */
static void
test_longest_name(void **state)
{
	char name[256] = "";
	const char *path;
	const struct file_identity none = {0};
	int i;

	for (i = 0; i < 127; i++)
		memcpy(name + 2 * i, "ж", 2);
	name[254] = 'x';
	path = scratch_path(state, name);
	assert_int_equal(save(path, "old", NULL), STATUS_OK);
	scratch_check(path, "old");
	assert_int_equal(save(path, "new", &none), STATUS_CHANGED);
	check_kept("new");
	scratch_check(path, "old");
}

static void
test_errors_may_be_ignored(void **state)
{
	const struct file_identity none = {0};
	const char *path = scratch_path(state, "a.md");

	scratch_write(path, "old");
	assert_int_equal(file_save(path, "new", 3, &none, &report, NULL),
			 STATUS_CHANGED);
	scratch_check(report.recovery, "new");
	scratch_check(path, "old");
}

/* A child that saves when the pipe is closed. Exit codes are statuses; its
 * recovery copy must hold its own text. */
static int
start_writer(const char *path, const char *text, int start,
	     const struct file_identity *loaded)
{
	char byte, *kept;
	enum status rc;
	int child = fork();

	if (child)
		return child;
	(void)!read(start, &byte, 1);
	rc = save(path, text, loaded);
	kept = rc == STATUS_OK ? NULL : scratch_slurp(report.recovery);
	if (rc != STATUS_OK && (!kept || strcmp(kept, text) != 0))
		rc = 99;
	free(kept);
	_exit((int)rc);
}

static void
race(const char *path, const struct file_identity *loaded, int codes[2])
{
	int ends[2], children[2], i;

	assert_int_equal(pipe(ends), 0);
	for (i = 0; i < 2; i++) {
		children[i] = fork();
		if (children[i])
			continue;
		close(ends[1]);
		_exit(scratch_wait(start_writer(path, i ? "second" : "first",
						ends[0], loaded)));
	}
	close(ends[0]);
	close(ends[1]);
	for (i = 0; i < 2; i++)
		codes[i] = scratch_wait(children[i]);
}

static void
test_two_writers_that_loaded_the_same(void **state)
{
	const char *path = scratch_path(state, "a.md");
	struct file_identity id;
	int codes[2], i;

	for (i = 0; i < 40; i++) {
		scratch_write(path, "old");
		id = load(path);
		race(path, &id, codes);
		assert_int_equal(codes[0] + codes[1],
				 STATUS_OK + STATUS_CHANGED);
		scratch_check(path, codes[0] == STATUS_OK ? "first" : "second");
	}
	check_no_leftovers(state);
	assert_int_equal(scratch_count(*state, "a.md.recovered-"), 40);
}

static void
test_two_writers_that_replace(void **state)
{
	const char *path = scratch_path(state, "a.md");
	int codes[2], i;
	char *text;

	for (i = 0; i < 20; i++) {
		race(path, NULL, codes);
		assert_int_equal(codes[0], STATUS_OK);
		assert_int_equal(codes[1], STATUS_OK);
		text = scratch_slurp(path);
		assert_true(!strcmp(text, "first") || !strcmp(text, "second"));
		free(text);
	}
	check_no_leftovers(state);
}

/* Whoever reads while somebody saves sees one text or the other. */
static void
test_a_reader_sees_whole_texts(void **state)
{
	static char texts[2][50001];
	const char *path = scratch_path(state, "a.md");
	struct buffer out = BUFFER_INIT;
	int child, i;

	memset(texts[0], 'a', 50000);
	memset(texts[1], 'b', 40000);
	assert_int_equal(save(path, texts[0], NULL), STATUS_OK);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		for (i = 0; i < 100; i++)
			if (save(path, texts[i % 2], NULL) != STATUS_OK)
				_exit(1);
		_exit(0);
	}
	for (i = 0; i < 300; i++) {
		assert_int_equal(file_read(path, FILE_LIMIT, &out, NULL, &err),
				 STATUS_OK);
		assert_string_equal(out.data, texts[out.data[0] == 'b']);
	}
	assert_int_equal(scratch_wait(child), 0);
	buffer_release(&out);
}

#define FILE_TEST(f) cmocka_unit_test_setup_teardown(f, setup, scratch_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(test_new_file),
		FILE_TEST(test_save_again_with_its_own_report),
		FILE_TEST(test_mode_is_kept),
		FILE_TEST(test_bare_name_in_the_current_folder),
		FILE_TEST(test_links_are_followed),
		FILE_TEST(test_link_to_a_file_yet_to_be),
		FILE_TEST(test_link_to_itself),
		FILE_TEST(test_hard_link_is_said),
		FILE_TEST(test_no_file_to_replace),
		FILE_TEST(test_changed_meanwhile),
		FILE_TEST(test_changed_within_a_tick),
		FILE_TEST(test_touched_is_not_changed),
		FILE_TEST(test_identity_without_hash),
		FILE_TEST(test_there_must_be_no_file),
		FILE_TEST(test_missing_folder),
		FILE_TEST(test_no_state_folder_either),
		FILE_TEST(test_longest_name),
		FILE_TEST(test_errors_may_be_ignored),
		FILE_TEST(test_two_writers_that_loaded_the_same),
		FILE_TEST(test_two_writers_that_replace),
		FILE_TEST(test_a_reader_sees_whole_texts),
	};

	return cmocka_run_group_tests_name("save", tests, NULL, NULL);
}
