/* Paths: parts, user folders by the XDG rules, names made from titles. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/path.h"
#include "lectern/utf8.h"
#include "scratch.h"

static void
check_owned(char *found, const char *expected)
{
	assert_non_null(found);
	assert_string_equal(found, expected);
	free(found);
}

static void
test_join(void **state)
{
	(void)state;
	check_owned(path_join("a", "b"), "a/b");
	check_owned(path_join("a/", "b"), "a/b");
	check_owned(path_join("/", "b"), "/b");
	check_owned(path_join("", "b"), "b");
}

static void
test_base_and_folder(void **state)
{
	(void)state;
	assert_string_equal(path_base("a/b.md"), "b.md");
	assert_string_equal(path_base("b.md"), "b.md");
	assert_string_equal(path_base("a/"), "");
	check_owned(path_folder("a/b/c"), "a/b");
	check_owned(path_folder("a//c"), "a");
	check_owned(path_folder("c"), ".");
	check_owned(path_folder("/c"), "/");
	check_owned(path_folder("//c"), "/");
}

static void
check_absolute(const char *path, const char *expected)
{
	struct error err = ERROR_INIT;
	char *out = NULL;

	assert_int_equal(path_absolute(path, &out, &err), STATUS_OK);
	check_owned(out, expected);
}

static void
test_absolute(void **state)
{
	struct error err = ERROR_INIT;
	char old[4096], here[4096], expected[8192];
	char *out = NULL;

	assert_non_null(getcwd(old, sizeof old));
	assert_int_equal(chdir(*state), 0);
	assert_non_null(getcwd(here, sizeof here));
	snprintf(expected, sizeof expected, "%s/x/y", here);
	check_absolute("x/y", expected);
	check_absolute("./x//./y/", expected);
	check_absolute(".", here);
	check_absolute("/", "/");
	check_absolute("//a/../b/.", "/a/../b");
	assert_int_equal(path_absolute("", &out, &err), STATUS_INVALID);
	assert_null(out);
	assert_int_equal(chdir(old), 0);
}

static void
test_absolute_without_a_current_folder(void **state)
{
	struct error err = ERROR_INIT;
	const char *gone = scratch_path(state, "gone");
	char old[4096];
	char *out = NULL;

	assert_non_null(getcwd(old, sizeof old));
	assert_int_equal(mkdir(gone, 0700), 0);
	assert_int_equal(chdir(gone), 0);
	assert_int_equal(rmdir(gone), 0);
	assert_int_not_equal(path_absolute("x", &out, &err), STATUS_OK);
	assert_null(out);
	assert_non_null(strstr(err.message, "path x"));
	check_absolute("/x", "/x");
	assert_int_equal(chdir(old), 0);
}

static void
test_kinds(void **state)
{
	const char *file = scratch_path(state, "file");

	scratch_write(file, "x");
	assert_true(is_file(file));
	assert_false(is_folder(file));
	assert_true(is_folder(*state));
	assert_false(is_file(*state));
	assert_false(is_file(scratch_path(state, "none")));
	assert_false(is_folder(scratch_path(state, "none")));
}

static void
test_plain_names(void **state)
{
	(void)state;
	assert_true(is_plain_name("ru.md"));
	assert_true(is_plain_name("..."));
	assert_true(is_plain_name(".x"));
	assert_false(is_plain_name(""));
	assert_false(is_plain_name("."));
	assert_false(is_plain_name(".."));
	assert_false(is_plain_name("a/b"));
	assert_false(is_plain_name("/"));
}

static void
check_title(const char *title, const char *expected)
{
	struct buffer out = BUFFER_INIT;

	buffer_append_string(&out, "x/");
	path_name_from_title(title, &out);
	assert_memory_equal(out.data, "x/", 2);
	assert_string_equal(out.data + 2, expected);
	buffer_release(&out);
}

static void
test_names_from_titles(void **state)
{
	(void)state;
	check_title("Working Group, 27 May 2021", "working-group-27-may-2021");
	check_title("Позиция РФ: п. 2.2.9", "позиция-рф-п.-2.2.9");
	check_title("Қазақстан", "қазақстан");
	check_title("第75/240号决议", "第75-240号决议");
	check_title("قرار رقم ٧٥", "قرار-رقم-٧٥");
	check_title("A_B.c-d", "a_b.c-d");
	check_title("--rf -x", "rf-x");
	check_title("../../etc/passwd", "etc-passwd");
	check_title(".hidden", "hidden");
	check_title("-.-.x", "x");
	check_title("name...", "name");
	check_title("a\nb\tc\x1b[31m", "a-b-c-31m");
	check_title("a\xe2\x80\xae"
		    "b",
		    "a-b");
	check_title("и\xcc\x86", "й");
	check_title("\xcc\x86", "untitled");
	check_title("bad\xff\xc0utf", "bad-utf");
	check_title("", "untitled");
	check_title("?!… /", "untitled");
	check_title("\xe3\x85\xa4", "untitled");
}

static void
test_long_titles_are_cut_between_characters(void **state)
{
	struct buffer title = BUFFER_INIT, out = BUFFER_INIT;
	size_t shift, i;

	(void)state;
	for (shift = 0; shift < 3; shift++) {
		buffer_reset(&title);
		buffer_reset(&out);
		buffer_append(&title, "ab", shift);
		for (i = 0; i < 200; i++)
			buffer_append_string(&title, "决");
		path_name_from_title(title.data, &out);
		assert_in_range(out.len, 98, 100);
		assert_int_equal(utf8_valid_prefix(out.data, out.len), out.len);
	}
	buffer_release(&title);
	buffer_release(&out);
}

static void
test_user_folders(void **state)
{
	(void)state;
	setenv("HOME", "/home/d", 1);
	setenv("XDG_CONFIG_HOME", "/conf", 1);
	setenv("XDG_STATE_HOME", "relative", 1);
	unsetenv("XDG_CACHE_HOME");
	check_owned(path_user(PATH_CONFIG), "/conf/lectern");
	check_owned(path_user(PATH_STATE), "/home/d/.local/state/lectern");
	check_owned(path_user(PATH_CACHE), "/home/d/.cache/lectern");
	setenv("XDG_CACHE_HOME", "", 1);
	check_owned(path_user(PATH_CACHE), "/home/d/.cache/lectern");
	unsetenv("HOME");
	assert_null(path_user(PATH_CACHE));
	check_owned(path_user(PATH_CONFIG), "/conf/lectern");
	setenv("HOME", "not/absolute", 1);
	assert_null(path_user(PATH_STATE));
}

static void
test_make_folders(void **state)
{
	struct error err = ERROR_INIT;
	const char *path = scratch_path(state, "a/b//c/");
	struct stat st;

	assert_int_equal(path_make_folders(path, &err), STATUS_OK);
	assert_int_equal(stat(scratch_path(state, "a/b/c"), &st), 0);
	assert_true(S_ISDIR(st.st_mode));
	assert_int_equal(st.st_mode & 0777, 0700);
	assert_int_equal(path_make_folders(path, &err), STATUS_OK);
	assert_int_equal(path_make_folders(scratch_path(state, "a/b/d"), &err),
			 STATUS_OK);
	assert_true(is_folder(scratch_path(state, "a/b/d")));
}

static void
test_make_folders_through_a_file(void **state)
{
	struct error err = ERROR_INIT;

	scratch_write(scratch_path(state, "file"), "x");
	assert_int_equal(path_make_folders(scratch_path(state, "file/b"), &err),
			 STATUS_IO);
	assert_non_null(strstr(err.message, "/file"));
	assert_int_equal(path_make_folders(scratch_path(state, "file"), &err),
			 STATUS_IO);
	scratch_check(scratch_path(state, "file"), "x");
}

#define FILE_TEST(f)                                                           \
	cmocka_unit_test_setup_teardown(f, scratch_setup, scratch_teardown)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_join),
		cmocka_unit_test(test_base_and_folder),
		FILE_TEST(test_absolute),
		FILE_TEST(test_absolute_without_a_current_folder),
		FILE_TEST(test_kinds),
		cmocka_unit_test(test_plain_names),
		cmocka_unit_test(test_names_from_titles),
		cmocka_unit_test(test_long_titles_are_cut_between_characters),
		cmocka_unit_test(test_user_folders),
		FILE_TEST(test_make_folders),
		FILE_TEST(test_make_folders_through_a_file),
	};

	return cmocka_run_group_tests_name("path", tests, NULL, NULL);
}
