/*
 * Whose file it is: owner, group, ACL, files and folders one may not write.
 * What needs another user is done in a child that becomes one; without root
 * these are skipped.
 */
#include <errno.h>
#include <grp.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

#include "lectern/save.h"
#include "scratch.h"

#define NOBODY 65534
#define OTHER  12345

static int
setup(void **state)
{
	int rc = scratch_setup(state);

	setenv("XDG_STATE_HOME", scratch_path(state, "state"), 1);
	/* Where another user can reach, and the recovery copy can go. */
	return rc || chmod(*state, 0755) ||
	       mkdir(scratch_path(state, "lib"), 0755) ||
	       mkdir(scratch_path(state, "state"), 0755) ||
	       chmod(scratch_path(state, "state"), 0777);
}

/* What a child found: its exit code tells the test. */
enum { CHILD_SAVED = 0, CHILD_REFUSED = 10, CHILD_LOST_TEXT = 20 };

/* Save "new" as an unprivileged user: CHILD_SAVED plus the losses, or
 * CHILD_REFUSED plus the status. */
static int
save_as_nobody(const char *path)
{
	struct save_report report;
	struct error err = ERROR_INIT;
	enum status rc;
	char *kept;
	bool is_kept;
	int child = fork();

	assert_true(child >= 0);
	if (child)
		return scratch_wait(child);
	if (setgroups(0, NULL) || setgid(NOBODY) || setuid(NOBODY))
		_exit(99);
	rc = file_save(path, "new", 3, NULL, &report, &err);
	if (rc == STATUS_OK)
		_exit(CHILD_SAVED + (int)report.losses);
	kept = scratch_slurp(report.recovery);
	is_kept = kept && !strcmp(kept, "new");
	free(kept);
	_exit(is_kept ? CHILD_REFUSED + (int)rc : CHILD_LOST_TEXT);
}

static const char *
make_file(void **state, uid_t uid, gid_t gid, mode_t file, mode_t folder)
{
	const char *lib = scratch_path(state, "lib");
	const char *path = scratch_path(state, "lib/a.md");

	scratch_write(path, "old");
	assert_int_equal(chown(path, uid, gid), 0);
	assert_int_equal(chmod(path, file), 0);
	assert_int_equal(chown(lib, OTHER, OTHER), 0);
	assert_int_equal(chmod(lib, folder), 0);
	return path;
}

static void
need_root(void)
{
	if (geteuid() != 0)
		scratch_skip("only root can become other users");
}

static void
test_own_file_in_a_shared_folder(void **state)
{
	const char *path;
	struct stat st;

	need_root();
	path = make_file(state, NOBODY, NOBODY, 0640, 0777);
	assert_int_equal(save_as_nobody(path), CHILD_SAVED);
	scratch_check(path, "new");
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
}

/* The file becomes ours, and that is said; its group's rights do not pass to
 * our group. */
static void
test_foreign_file_is_said(void **state)
{
	const char *path;
	struct stat st;

	need_root();
	path = make_file(state, OTHER, OTHER, 0666, 0777);
	assert_int_equal(save_as_nobody(path), CHILD_SAVED + SAVE_LOSES_OWNER);
	scratch_check(path, "new");
	path = make_file(state, NOBODY, OTHER, 0664, 0777);
	assert_int_equal(save_as_nobody(path), CHILD_SAVED + SAVE_LOSES_OWNER);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_gid, NOBODY);
	assert_int_equal(st.st_mode & 0777, 0644);
}

static void
test_root_keeps_the_owner(void **state)
{
	struct save_report report;
	struct error err = ERROR_INIT;
	const char *path;
	struct stat st;

	need_root();
	path = make_file(state, OTHER, OTHER + 1, 0640, 0755);
	assert_int_equal(file_save(path, "new", 3, NULL, &report, &err),
			 STATUS_OK);
	assert_int_equal(report.losses, SAVE_LOSES_NOTHING);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_uid, OTHER);
	assert_int_equal(st.st_gid, OTHER + 1);
	assert_int_equal(st.st_mode & 0777, 0640);
}

static void
test_read_only_file_is_not_replaced(void **state)
{
	const char *path;

	need_root();
	path = make_file(state, NOBODY, NOBODY, 0444, 0777);
	assert_int_equal(save_as_nobody(path), CHILD_REFUSED + STATUS_IO);
	scratch_check(path, "old");
	assert_int_equal(scratch_count(scratch_path(state, "lib"), "."), 2);
}

static void
test_read_only_folder(void **state)
{
	const char *path;

	need_root();
	path = make_file(state, NOBODY, NOBODY, 0600, 0555);
	assert_int_equal(save_as_nobody(path), CHILD_REFUSED + STATUS_IO);
	scratch_check(path, "old");
	assert_int_equal(scratch_count(scratch_path(state, "state/lectern"),
				       "a.md.recovered-"),
			 1);
}

static void
test_unreadable_file(void **state)
{
	struct buffer out = BUFFER_INIT;
	struct error err = ERROR_INIT;
	const char *path;
	int child;

	need_root();
	path = make_file(state, OTHER, OTHER, 0600, 0755);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		if (setgroups(0, NULL) || setgid(NOBODY) || setuid(NOBODY))
			_exit(99);
		_exit((int)file_read(path, 100, &out, NULL, &err));
	}
	assert_int_equal(scratch_wait(child), STATUS_IO);
}

/* An ACL as the kernel keeps it: version 2, then tag, rights, id. */
static void
make_acl(unsigned char acl[44])
{
	static const unsigned short entries[][2] = {
		{0x01, 6}, {0x02, 4}, {0x04, 4}, {0x10, 4}, {0x20, 0}};
	unsigned id;
	size_t i;

	memset(acl, 0, 44);
	acl[0] = 2;
	for (i = 0; i < 5; i++) {
		id = entries[i][0] == 2 ? OTHER : 0xffffffffu;
		acl[4 + i * 8] = (unsigned char)entries[i][0];
		acl[6 + i * 8] = (unsigned char)entries[i][1];
		memcpy(acl + 8 + i * 8, &id, 4);
	}
}

static void
test_acl_is_kept(void **state)
{
	static const char name[] = "system.posix_acl_access";
	unsigned char acl[44], found[100];
	struct save_report report;
	struct error err = ERROR_INIT;
	const char *path = scratch_path(state, "lib/a.md");

	scratch_write(path, "old");
	make_acl(acl);
	if (setxattr(path, name, acl, sizeof acl, 0) != 0)
		scratch_skip("no ACLs on this file system");
	assert_int_equal(file_save(path, "new", 3, NULL, &report, &err),
			 STATUS_OK);
	assert_int_equal(report.losses, SAVE_LOSES_NOTHING);
	assert_int_equal(getxattr(path, name, found, sizeof found), 44);
	assert_memory_equal(found, acl, 44);
	scratch_check(path, "new");
}

/* The folder would give each new file an ACL; the old file had none. */
static void
test_no_acl_is_given(void **state)
{
	unsigned char acl[44], found[100];
	struct save_report report;
	struct error err = ERROR_INIT;
	const char *path = scratch_path(state, "lib/a.md");
	struct stat st;

	scratch_write(path, "old");
	assert_int_equal(chmod(path, 0640), 0);
	make_acl(acl);
	if (setxattr(scratch_path(state, "lib"), "system.posix_acl_default",
		     acl, sizeof acl, 0) != 0)
		scratch_skip("no ACLs on this file system");
	path = scratch_path(state, "lib/a.md");
	assert_int_equal(file_save(path, "new", 3, NULL, &report, &err),
			 STATUS_OK);
	assert_int_equal(report.losses, SAVE_LOSES_NOTHING);
	assert_int_equal(
		getxattr(path, "system.posix_acl_access", found, sizeof found),
		-1);
	assert_int_equal(errno, ENODATA);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0777, 0640);
}

#define FILE_TEST(f) cmocka_unit_test_setup_teardown(f, setup, scratch_teardown)

static int
run_group(void)
{
	const struct CMUnitTest tests[] = {
		FILE_TEST(test_own_file_in_a_shared_folder),
		FILE_TEST(test_foreign_file_is_said),
		FILE_TEST(test_root_keeps_the_owner),
		FILE_TEST(test_read_only_file_is_not_replaced),
		FILE_TEST(test_read_only_folder),
		FILE_TEST(test_unreadable_file),
		FILE_TEST(test_acl_is_kept),
		FILE_TEST(test_no_acl_is_given),
	};

	return cmocka_run_group_tests_name("save rights", tests, NULL, NULL);
}

int
main(void)
{
	return scratch_run(run_group);
}
