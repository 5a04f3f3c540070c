/* The library's folder: where it is, what is in it, and that nothing found
 * there keeps the rest from being read. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <cmocka.h>

#include "box.h"
#include "lectern/library.h"
#include "lectern/memory.h"

#define FACTS "title: A meeting\ndate: 2021-05-27\n"
#define TEXT  "# A meeting\n\n## Paragraph 2.2.4\n\n1. One.\n"

/* Where the tests began, and a HOME and a cache of their own. */
static int
set_up(void **state)
{
	struct box *box;

	box_set_up(state);
	box = *state;
	box_make_folder(box, "home");
	setenv("HOME", box_path(box, "home"), 1);
	unsetenv("LECTERN_LIBRARY");
	unsetenv("XDG_CACHE_HOME");
	return chdir(box->path);
}

static int
tear_down(void **state)
{
	return chdir("/") ? -1 : box_tear_down(state);
}

static void
assert_opens(const char *given, const char *expected)
{
	struct error err = ERROR_INIT;
	struct library lib;
	char *real;

	if (library_open(given, &lib, &err))
		fail_msg("%s", err.message);
	real = realpath(lib.path, NULL);
	assert_string_equal(real, expected);
	free(real);
	library_close(&lib);
}

static const char *
real_path(struct box *box, const char *name)
{
	const char *path = box_path(box, name);
	static char real[4096];

	assert_non_null(realpath(path, real));
	return real;
}

static void
test_open_named(void **state)
{
	struct box *box = *state;
	struct error err = ERROR_INIT;
	struct library lib;

	box_make_folder(box, "lib");
	box_write(box, "file", "");
	assert_opens("lib", real_path(box, "lib"));
	assert_int_equal(library_open("nowhere", &lib, &err), STATUS_NOT_FOUND);
	assert_non_null(strstr(err.message, "nowhere"));
	assert_int_equal(library_open("file", &lib, &err), STATUS_NOT_FOUND);
	setenv("LECTERN_LIBRARY", box_path(box, "lib"), 1);
	assert_opens(NULL, real_path(box, "lib"));
	assert_opens("home", real_path(box, "home"));
	setenv("LECTERN_LIBRARY", "/nowhere/at/all", 1);
	assert_int_equal(library_open(NULL, &lib, &err), STATUS_NOT_FOUND);
	assert_non_null(strstr(err.message, "$LECTERN_LIBRARY"));
}

static void
test_open_upward_then_home(void **state)
{
	struct box *box = *state;
	struct error err = ERROR_INIT;
	struct library lib;

	assert_int_equal(library_open(NULL, &lib, &err), STATUS_NOT_FOUND);
	assert_non_null(strstr(err.message, "-L"));
	box_make_folder(box, "home/briefs");
	assert_opens(NULL, real_path(box, "home/briefs"));
	box_write(box, "lib/m/meeting.yaml", FACTS);
	box_make_folder(box, "lib/m/deeper");
	assert_int_equal(chdir(box_path(box, "lib/m/deeper")), 0);
	assert_opens(NULL, real_path(box, "lib"));
	box_make_folder(box, "lib/m/deeper/.lectern");
	assert_opens(NULL, real_path(box, "lib/m/deeper"));
}

static void
assert_index_in(const char *library, const char *part)
{
	struct library lib;

	assert_int_equal(library_open(library, &lib, NULL), 0);
	assert_non_null(lib.index_path);
	if (!strstr(lib.index_path, part))
		fail_msg("%s is not in %s", part, lib.index_path);
	library_close(&lib);
}

static void
test_place_of_index(void **state)
{
	struct box *box = *state;
	struct library lib;

	box_make_folder(box, "plain");
	assert_index_in("plain", "/plain/.lectern/index.db");
	/* Opening a library makes nothing in it. */
	assert_false(box_has(box, "plain/.lectern"));
	box_write(box, "filed/.lectern", "a file");
	assert_index_in("filed", "/home/.cache/lectern/");
	box_make_folder(box, "linked");
	assert_int_equal(symlink("/etc", box_path(box, "linked/.lectern")), 0);
	assert_index_in("linked", "/home/.cache/lectern/");
	setenv("XDG_CACHE_HOME", box_path(box, "cached"), 1);
	assert_index_in("linked", "/cached/lectern/");
	unsetenv("XDG_CACHE_HOME");
	unsetenv("HOME");
	assert_int_equal(library_open("linked", &lib, NULL), 0);
	assert_null(lib.index_path);
	library_close(&lib);
}

static void
test_unwritable_library(void **state)
{
	struct box *box = *state;
	struct library lib;

	box_make_folder(box, "lib");
	box_stop_being_root(box);
	assert_int_equal(chmod("lib", 0500), 0);
	assert_int_equal(library_open("lib", &lib, NULL), 0);
	assert_false(lib.is_writable);
	assert_non_null(strstr(lib.index_path, "/home/.cache/lectern/"));
	library_close(&lib);
	assert_int_equal(chmod("lib", 0700), 0);
	assert_int_equal(library_open("lib", &lib, NULL), 0);
	assert_true(lib.is_writable);
	assert_non_null(strstr(lib.index_path, "/lib/.lectern/index.db"));
	library_close(&lib);
	box_be_root_again();
}

static void
test_meeting_names(void **state)
{
	(void)state;
	assert_true(is_meeting_name("cica-swg-2021-05-27"));
	assert_true(is_meeting_name("Встреча 1"));
	assert_false(is_meeting_name(""));
	assert_false(is_meeting_name("."));
	assert_false(is_meeting_name(".git"));
	assert_false(is_meeting_name("-L"));
	assert_false(is_meeting_name("catalogue"));
	assert_false(is_meeting_name("a/b"));
	assert_false(is_meeting_name("a\033[31m"));
	assert_false(is_meeting_name("a\xc2\x9b"));
	assert_false(is_meeting_name("a\xff"));
	assert_false(is_meeting_name("a\nb"));
}

static void
assert_tag(const char *name, const char *expected)
{
	char tag[LANGUAGE_TAG_MAX] = "";

	if (!expected) {
		assert_false(language_from_file_name(name, tag, sizeof tag));
		return;
	}
	assert_true(language_from_file_name(name, tag, sizeof tag));
	assert_string_equal(tag, expected);
}

static void
test_language_names(void **state)
{
	(void)state;
	assert_tag("ru.md", "ru");
	assert_tag("EN.md", "en");
	assert_tag("kk-cyrl-kz.md", "kk-Cyrl-KZ");
	assert_tag("zh-HANT.md", "zh-Hant");
	assert_tag("es-419.md", "es-419");
	assert_tag("en-x-Aa.md", "en-x-aa");
	assert_tag("record.md", NULL);
	assert_tag("README.md", NULL);
	assert_tag("r.md", NULL);
	assert_tag("ru.MD", NULL);
	assert_tag(".md", NULL);
	assert_tag("ru", NULL);
	assert_tag("ru-.md", NULL);
	assert_tag("-ru.md", NULL);
	assert_tag("ru--KZ.md", NULL);
	assert_tag("r\xc3\xbc.md", NULL);
	assert_tag("ru\033.md", NULL);
	assert_tag("ru-abcdefghi.md", NULL);
	assert_tag("en-aaaaaaaa-bbbbbbbb-cccccccc-dddddddd.md", NULL);
}

static void
open_box(struct box *box, struct library *lib)
{
	assert_int_equal(library_open(box_path(box, "lib"), lib, NULL), 0);
}

static void
test_scan(void **state)
{
	struct library_names names = {VECTOR_INIT};
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct box *box = *state;
	struct library lib;

	box_write(box, "lib/b/meeting.yaml", FACTS);
	box_write(box, "lib/a/en.md", TEXT);
	box_write(box, "lib/empty/notes.txt", "");
	box_write(box, "lib/catalogue/en.md", TEXT);
	box_write(box, "lib/.git/en.md", TEXT);
	box_write(box, "lib/a\033[31m\n/en.md", TEXT);
	box_write(box, "lib/terms.tsv", "");
	box_write(box, "elsewhere/meeting.yaml", FACTS);
	assert_int_equal(symlink("../elsewhere", box_path(box, "lib/c")), 0);
	assert_int_equal(symlink("nowhere", box_path(box, "lib/d")), 0);
	assert_int_equal(mkfifo(box_path(box, "lib/e"), 0600), 0);
	open_box(box, &lib);
	assert_int_equal(library_scan(&lib, &names, &diags, NULL), 0);
	assert_int_equal(names.list.len, 3);
	assert_string_equal(names.list.items[0], "a");
	assert_string_equal(names.list.items[1], "b");
	assert_string_equal(names.list.items[2], "c");
	assert_int_equal(diags.list.len, 1);
	assert_string_equal(diags.list.items[0].rule, "folder-name");
	assert_string_equal(diags.list.items[0].file, "a\033[31m<U+000A>");
	assert_int_equal(library_list_meetings(&lib, &names, NULL), 0);
	assert_int_equal(names.list.len, 3);
	library_names_release(&names);
	diagnostics_release(&diags);
	library_close(&lib);
}

static void
test_scan_closed_folder(void **state)
{
	struct library_names names = {VECTOR_INIT};
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct box *box = *state;
	struct library lib;

	box_write(box, "lib/a/en.md", TEXT);
	box_write(box, "lib/b/en.md", TEXT);
	box_stop_being_root(box);
	assert_int_equal(chmod(box_path(box, "lib/a"), 0), 0);
	open_box(box, &lib);
	assert_int_equal(library_scan(&lib, &names, &diags, NULL), 0);
	assert_int_equal(names.list.len, 1);
	assert_int_equal(diags.list.len, 1);
	assert_string_equal(diags.list.items[0].rule, "folder-unreadable");
	assert_int_equal(chmod(box_path(box, "lib/a"), 0700), 0);
	box_be_root_again();
	library_names_release(&names);
	diagnostics_release(&diags);
	library_close(&lib);
}

static void
test_list_files(void **state)
{
	struct library_files files = {VECTOR_INIT};
	struct box *box = *state;
	struct library lib;

	box_write(box, "lib/m/ru.md", TEXT);
	box_write(box, "lib/m/record.md", "");
	box_write(box, "lib/m/notes.txt", "");
	box_write(box, "lib/m/meeting.yaml", FACTS);
	box_make_folder(box, "lib/m/en.md");
	assert_int_equal(symlink("nowhere", box_path(box, "lib/m/kk.md")), 0);
	open_box(box, &lib);
	assert_int_equal(library_list_files(&lib, "m", &files, NULL), 0);
	assert_int_equal(files.list.len, 4);
	assert_string_equal(files.list.items[0].name, "meeting.yaml");
	assert_null(files.list.items[0].language);
	assert_int_equal(files.list.items[0].id.size, strlen(FACTS));
	assert_true(files.list.items[0].id.mtime_ns > 0);
	assert_string_equal(files.list.items[1].name, "en.md");
	assert_string_equal(files.list.items[2].language, "kk");
	assert_int_equal(files.list.items[2].id.inode, 0);
	assert_string_equal(files.list.items[3].name, "ru.md");
	assert_int_equal(library_list_files(&lib, "none", &files, NULL),
			 STATUS_NOT_FOUND);
	assert_int_equal(library_list_files(&lib, "../lib/m", &files, NULL),
			 STATUS_NOT_FOUND);
	library_files_release(&files);
	library_close(&lib);
}

/* Reads "m"; the caller frees. */
static struct meeting *
read_meeting(struct box *box, struct library_files *files)
{
	struct error err = ERROR_INIT;
	struct meeting *meeting;
	struct library lib;

	open_box(box, &lib);
	if (library_read_meeting(&lib, "m", &meeting, files, &err))
		fail_msg("%s", err.message);
	library_close(&lib);
	return meeting;
}

/* Exactly one diagnostic has this rule; returns it. */
static const struct diagnostic *
find_rule(const struct meeting *meeting, const char *rule)
{
	const struct diagnostic *found = NULL;
	size_t i;

	for (i = 0; i < meeting->diags.list.len; i++) {
		if (strcmp(meeting->diags.list.items[i].rule, rule))
			continue;
		assert_null(found);
		found = &meeting->diags.list.items[i];
	}
	return found;
}

static void
assert_rule(const struct meeting *meeting, const char *rule,
	    enum severity severity, const char *file)
{
	const struct diagnostic *diag = find_rule(meeting, rule);

	if (!diag)
		fail_msg("no diagnostic %s", rule);
	assert_int_equal(diag->severity, severity);
	assert_string_equal(diag->file, file);
}

static void
test_read(void **state)
{
	struct library_files files = {VECTOR_INIT};
	struct meeting *meeting;

	box_write(*state, "lib/m/meeting.yaml", FACTS "languages: [ru, en]\n");
	box_write(*state, "lib/m/en.md", TEXT);
	box_write(*state, "lib/m/ru.md", TEXT);
	meeting = read_meeting(*state, &files);
	assert_int_equal(meeting->diags.list.len, 0);
	assert_string_equal(meeting->id, "m");
	assert_string_equal(meeting_title(&meeting->facts, ""), "A meeting");
	assert_int_equal(meeting->language_count, 2);
	assert_int_equal(meeting->row_count, 1);
	assert_int_equal(files.list.len, 3);
	assert_true(files.list.items[1].id.hash ==
		    file_hash(TEXT, strlen(TEXT)));
	meeting_free(meeting);
	library_files_release(&files);
}

static void
test_read_without_facts(void **state)
{
	struct meeting *meeting;

	box_write(*state, "lib/m/en.md", TEXT);
	meeting = read_meeting(*state, NULL);
	assert_rule(meeting, "facts-missing", SEVERITY_ERROR, "m/meeting.yaml");
	assert_string_equal(meeting_title(&meeting->facts, "en"), "m");
	assert_int_equal(meeting->row_count, 1);
	meeting_free(meeting);
}

static void
test_read_things_in_place_of_files(void **state)
{
	struct library_files files = {VECTOR_INIT};
	struct box *box = *state;
	struct meeting *meeting;
	char *long_text = mem_alloc(FILE_LIMIT + 2, 1);

	memset(long_text, 'a', FILE_LIMIT + 1);
	box_write(box, "lib/m/meeting.yaml", FACTS);
	box_write(box, "lib/m/en.md", TEXT);
	box_make_folder(box, "lib/m/ru.md");
	meeting = read_meeting(box, NULL);
	assert_rule(meeting, "file-not-regular", SEVERITY_ERROR, "m/ru.md");
	assert_int_equal(meeting->row_count, 1);
	meeting_free(meeting);

	assert_int_equal(rmdir(box_path(box, "lib/m/ru.md")), 0);
	assert_int_equal(mkfifo(box_path(box, "lib/m/ru.md"), 0600), 0);
	assert_int_equal(symlink("gone", box_path(box, "lib/m/kk.md")), 0);
	box_write(box, "lib/m/fr.md", long_text);
	meeting = read_meeting(box, &files);
	assert_rule(meeting, "file-not-regular", SEVERITY_ERROR, "m/ru.md");
	assert_rule(meeting, "file-missing", SEVERITY_ERROR, "m/kk.md");
	assert_rule(meeting, "file-too-long", SEVERITY_ERROR, "m/fr.md");
	assert_int_equal(meeting->row_count, 1);
	/* What was not read has no hash, and is still known by its size. */
	assert_string_equal(files.list.items[2].name, "fr.md");
	assert_int_equal(files.list.items[2].id.hash, 0);
	assert_int_equal(files.list.items[2].id.size, FILE_LIMIT + 1);
	meeting_free(meeting);
	library_files_release(&files);
	free(long_text);
}

static void
test_read_unreadable(void **state)
{
	struct box *box = *state;
	struct meeting *meeting;

	box_write(box, "lib/m/meeting.yaml", FACTS);
	box_write(box, "lib/m/en.md", TEXT);
	box_write(box, "lib/m/ru.md", TEXT);
	box_stop_being_root(box);
	assert_int_equal(chmod(box_path(box, "lib/m/ru.md"), 0), 0);
	meeting = read_meeting(box, NULL);
	box_be_root_again();
	assert_rule(meeting, "file-unreadable", SEVERITY_ERROR, "m/ru.md");
	assert_int_equal(meeting->row_count, 1);
	meeting_free(meeting);
}

static void
test_read_languages_and_names(void **state)
{
	struct meeting *meeting;

	box_write(*state, "lib/m/meeting.yaml", FACTS "languages: [en, kk]\n");
	box_write(*state, "lib/m/en.md", TEXT);
	box_write(*state, "lib/m/EN.md", TEXT);
	box_write(*state, "lib/m/fr.md", TEXT);
	box_write(*state, "lib/m/README.md", TEXT);
	box_write(*state, "lib/m/record.md", "");
	meeting = read_meeting(*state, NULL);
	assert_rule(meeting, "language-without-file", SEVERITY_NOTE,
		    "m/meeting.yaml");
	assert_non_null(strstr(
		find_rule(meeting, "language-without-file")->message, "kk.md"));
	assert_rule(meeting, "language-not-listed", SEVERITY_NOTE, "m/fr.md");
	assert_rule(meeting, "language-twice", SEVERITY_ERROR, "m/en.md");
	assert_rule(meeting, "file-not-language", SEVERITY_NOTE, "m/README.md");
	/* Kazakh has its place, without a text. */
	assert_int_equal(meeting->language_count, 3);
	assert_int_equal(meeting_language_index(meeting, "kk"), 1);
	assert_null(meeting->briefs[1]);
	meeting_free(meeting);
}

static void
test_read_broken_texts(void **state)
{
	static const char bytes[] = "## Paragraph 1\n\n1. a\0b \xff\xc0\x80\n";
	struct meeting *meeting;

	box_write(*state, "lib/m/meeting.yaml", "title: [\ndate: never\n");
	box_write(*state, "lib/m/en.md", TEXT);
	box_write_bytes(*state, "lib/m/ru.md", bytes, sizeof bytes - 1);
	box_write(*state, "lib/m/kk.md", "");
	meeting = read_meeting(*state, NULL);
	assert_true(diagnostics_count(&meeting->diags, SEVERITY_ERROR) > 0);
	assert_string_equal(meeting_title(&meeting->facts, "en"), "m");
	assert_true(meeting->row_count >= 1);
	meeting_free(meeting);
}

static void
test_read_more_languages_than_fit(void **state)
{
	static const char *const names[] = {
		"lib/m/ar.md", "lib/m/de.md", "lib/m/en.md", "lib/m/es.md",
		"lib/m/fr.md", "lib/m/it.md", "lib/m/kk.md", "lib/m/ru.md",
		"lib/m/zh.md", NULL};
	struct meeting *meeting;
	size_t i;

	box_write(*state, "lib/m/meeting.yaml", FACTS "languages: [zh, en]\n");
	for (i = 0; names[i]; i++)
		box_write(*state, names[i], TEXT);
	meeting = read_meeting(*state, NULL);
	assert_int_equal(meeting->language_count, MEETING_LANGUAGES_MAX);
	assert_true(meeting_language_index(meeting, "zh") >= 0);
	assert_true(meeting_language_index(meeting, "en") >= 0);
	meeting_free(meeting);
}

static void
test_read_no_such_meeting(void **state)
{
	struct meeting *meeting;
	struct library lib;

	box_make_folder(*state, "lib/empty");
	open_box(*state, &lib);
	assert_int_equal(library_read_meeting(&lib, "m", &meeting, NULL, NULL),
			 STATUS_NOT_FOUND);
	assert_null(meeting);
	assert_int_equal(
		library_read_meeting(&lib, "empty", &meeting, NULL, NULL),
		STATUS_NOT_FOUND);
	assert_int_equal(
		library_read_meeting(&lib, "../x", &meeting, NULL, NULL),
		STATUS_NOT_FOUND);
	library_close(&lib);
}

int
main(void)
{
#define IN_BOX(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		IN_BOX(test_open_named),
		IN_BOX(test_open_upward_then_home),
		IN_BOX(test_place_of_index),
		IN_BOX(test_unwritable_library),
		cmocka_unit_test(test_meeting_names),
		cmocka_unit_test(test_language_names),
		IN_BOX(test_scan),
		IN_BOX(test_scan_closed_folder),
		IN_BOX(test_list_files),
		IN_BOX(test_read),
		IN_BOX(test_read_without_facts),
		IN_BOX(test_read_things_in_place_of_files),
		IN_BOX(test_read_unreadable),
		IN_BOX(test_read_languages_and_names),
		IN_BOX(test_read_broken_texts),
		IN_BOX(test_read_more_languages_than_fit),
		IN_BOX(test_read_no_such_meeting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
