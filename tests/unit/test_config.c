/* The configuration: what it takes, what it says of the rest. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/config.h"
#include "lectern/path.h"
#include "scratch.h"

static struct config *
parse(const char *text)
{
	struct config *config = config_new();

	config_parse(config, text, strlen(text), "file");
	return config;
}

/* The only finding: its line, and words of it. */
static void
check_finding(const char *text, int line, const char *words)
{
	struct config *config = parse(text);
	const struct diagnostic *found;

	assert_int_equal(config->diags.list.len, 1);
	found = &config->diags.list.items[0];
	assert_string_equal(found->file, "file");
	assert_int_equal(found->line, line);
	if (!strstr(found->message, words))
		fail_msg("%s is not in: %s", words, found->message);
	config_free(config);
}

static void
test_settings(void **state)
{
	struct config *config =
		parse("\xef\xbb\xbf# a remark = nothing\n\n"
		      "  library =\t/home/d/My briefs = old \r\n");

	(void)state;
	assert_int_equal(config->diags.list.len, 0);
	assert_string_equal(config_text(config, "library"),
			    "/home/d/My briefs = old");
	config_free(config);
}

static void
test_defaults(void **state)
{
	struct config *config = config_new();
	const struct option_row *row;
	long number;

	(void)state;
	assert_string_equal(config_text(config, "library"), "");
	/* A default that its own row refuses would never be noticed. */
	for (row = config_options; row->name; row++) {
		assert_true(row->help && *row->help);
		if (row->fallback)
			assert_true(option_read(row, row->fallback, &number));
		if (row->type == OPTION_NUMBER)
			assert_true(row->min <= row->max);
	}
	config_free(config);
}

static void
test_bindings(void **state)
{
	struct config *config = parse("bind brief n next\n"
				      "bind\tbrief  =   show 2.2.4 = x\n"
				      "bind general ^X quit\n");

	(void)state;
	assert_int_equal(config->diags.list.len, 0);
	assert_int_equal(config->bindings.len, 3);
	assert_string_equal(config->bindings.items[0].map, "brief");
	assert_string_equal(config->bindings.items[0].key, "n");
	assert_string_equal(config->bindings.items[0].command, "next");
	assert_string_equal(config->bindings.items[1].key, "=");
	assert_string_equal(config->bindings.items[1].command,
			    "show 2.2.4 = x");
	assert_int_equal(config->bindings.items[2].line, 3);
	config_free(config);
}

static void
test_findings(void **state)
{
	(void)state;
	check_finding("\nlibary = x\n", 2, "the nearest is \"library\"");
	check_finding("something = x", 1, "no setting \"something\"");
	check_finding("library /x\n", 1, "name = value");
	check_finding("= x\n", 1, "no setting \"\"");
	check_finding("bind brief n\n", 1, "bind brief n next");
	check_finding("bind\n", 1, "bind brief n next");
	check_finding("library = a\nlibrary = b\n", 2, "set before");
	check_finding("library = \xff\n", 1, "not UTF-8");
}

static void
test_bad_lines_spoil_no_others(void **state)
{
	static const char text[] = "\xff\xfe\n=\nbind x\nlibrary = /a\n\0\n"
				   "bind brief n next";
	struct config *config = config_new();

	(void)state;
	config_parse(config, text, sizeof text - 1, "file");
	assert_int_equal(config->diags.list.len, 4);
	assert_string_equal(config_text(config, "library"), "/a");
	assert_int_equal(config->bindings.len, 1);
	config_free(config);
}

static void
test_manual_has_every_setting(void **state)
{
	const char *top = getenv("top_srcdir");
	char *path = path_join(top ? top : ".", "doc/lectern.1");
	char *manual = scratch_slurp(path);
	const struct option_row *row;
	struct buffer words = BUFFER_INIT;

	(void)state;
	assert_non_null(manual);
	for (row = config_options; row->name; row++) {
		buffer_reset(&words);
		buffer_printf(&words, "\n.It Cm %s No = Ar ", row->name);
		if (!strstr(manual, words.data))
			fail_msg("not in the manual: %s", row->name);
	}
	buffer_release(&words);
	free(manual);
	free(path);
}

/* Each type of row, whatever rows there are. */
static void
test_values(void **state)
{
	const struct option_row flag = {.type = OPTION_FLAG};
	const struct option_row number = {
		.type = OPTION_NUMBER, .min = -1, .max = 9};
	const struct option_row choice = {.type = OPTION_CHOICE,
					  .choices = "dark|light"};
	long value;

	(void)state;
	assert_true(option_read(&flag, "yes", &value) && value == 1);
	assert_true(option_read(&flag, "no", &value) && value == 0);
	assert_false(option_read(&flag, "on", &value));
	assert_true(option_read(&number, "-1", &value) && value == -1);
	assert_false(option_read(&number, "10", &value));
	assert_false(option_read(&number, " 1", &value));
	assert_false(option_read(&number, "", &value));
	assert_true(option_read(&choice, "light", &value) && value == 1);
	assert_false(option_read(&choice, "dark|light", &value));
	assert_false(option_read(&choice, "", &value));
}

static struct config *
read_from(void **state)
{
	setenv("XDG_CONFIG_HOME", *state, 1);
	return config_read();
}

static void
test_file(void **state)
{
	const char *folder = scratch_path(state, "lectern");
	const char *path = scratch_path(state, "lectern/config");
	struct config *config = read_from(state);

	assert_false(config->is_read);
	assert_int_equal(config->diags.list.len, 0);
	assert_string_equal(config->path, path);
	config_free(config);

	assert_int_equal(mkdir(folder, 0700), 0);
	scratch_write(path, "library = /l\nx\n");
	config = read_from(state);
	assert_true(config->is_read);
	assert_string_equal(config_text(config, "library"), "/l");
	assert_int_equal(config->diags.list.len, 1);
	assert_string_equal(config->diags.list.items[0].file, path);
	config_free(config);

	assert_int_equal(unlink(path), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	config = read_from(state);
	assert_false(config->is_read);
	assert_int_equal(config->diags.list.len, 1);
	assert_non_null(strstr(config->diags.list.items[0].message, "folder"));
	config_free(config);
	assert_int_equal(rmdir(path), 0);
}

static void
test_no_home(void **state)
{
	struct config *config;

	(void)state;
	unsetenv("XDG_CONFIG_HOME");
	unsetenv("HOME");
	config = config_read();
	assert_null(config->path);
	assert_string_equal(config_text(config, "library"), "");
	config_free(config);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_settings),
		cmocka_unit_test(test_defaults),
		cmocka_unit_test(test_bindings),
		cmocka_unit_test(test_findings),
		cmocka_unit_test(test_bad_lines_spoil_no_others),
		cmocka_unit_test(test_manual_has_every_setting),
		cmocka_unit_test(test_values),
		cmocka_unit_test_setup_teardown(test_file, scratch_setup,
						scratch_teardown),
		cmocka_unit_test(test_no_home),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
