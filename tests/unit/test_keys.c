/* Key tables and the line one types on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "src/view/app_inside.h"
#include "src/view/keys.h"
#include "lectern/path.h"
#include "lectern/utf8.h"
#include "src/view/prompt.h"

static void
test_parse(void **state)
{
	struct keys keys = KEYS_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(keys_parse(&keys,
				    "# a comment\n\n"
				    "brief j next\n"
				    "brief\t^I   goto 2.2.9  \n"
				    "brief д ask find\n"
				    "general j back",
				    "k", &err),
			 STATUS_OK);
	assert_int_equal(keys.list.len, 4);
	assert_string_equal(keys_find(&keys, "brief", "j"), "next");
	assert_string_equal(keys_find(&keys, "general", "j"), "back");
	assert_string_equal(keys_find(&keys, "brief", "Tab"), "goto 2.2.9");
	assert_string_equal(keys_find(&keys, "brief", "д"), "ask find");
	assert_null(keys_find(&keys, "list", "j"));
	/* A later text replaces. */
	assert_int_equal(keys_parse(&keys, "brief j last\n", "k", &err),
			 STATUS_OK);
	assert_string_equal(keys_find(&keys, "brief", "j"), "last");
	assert_int_equal(keys.list.len, 4);
	keys_release(&keys);
}

static void
check_refused(const char *text, int line)
{
	struct keys keys = KEYS_INIT;
	struct error err = ERROR_INIT;

	assert_int_equal(keys_parse(&keys, text, "my-keys", &err),
			 STATUS_INVALID);
	assert_int_equal(err.line, line);
	assert_string_equal(err.file, "my-keys");
	assert_non_null(strstr(err.message, "my-keys"));
	keys_release(&keys);
}

static void
test_refuse(void **state)
{
	(void)state;
	check_refused("brief\n", 1);
	check_refused("brief j\n", 1);
	check_refused("# x\nbrief j next\nbrief PageDown next\n", 3);
	check_refused("brief jj next\n", 1);
	check_refused("brief ^ab next\n", 1);
	check_refused("brief \xff next\n", 1);
}

#define SHIPPED_VIEWS 4

/* A brief of the sample library, and what stands over it. */
static void
make_views(struct app *app, struct view *views[SHIPPED_VIEWS])
{
	struct meeting *meeting = NULL;
	struct error err = ERROR_INIT;

	assert_int_equal(library_read_meeting(app_library(app),
					      "cica-swg-2021-05-27", &meeting,
					      NULL, &err),
			 STATUS_OK);
	views[0] = view_meetings_new(app);
	assert_int_equal(view_brief_new(app, meeting, NULL, &views[1], &err),
			 STATUS_OK);
	views[2] = view_findings_new(app, views[1]);
	views[3] = view_help_new(app, views[0]);
}

/* Every binding that ships names a command that exists and has help. */
static void
test_shipped(void **state)
{
	struct keys keys = KEYS_INIT;
	struct error err = ERROR_INIT;
	const char *source = getenv("top_srcdir");
	struct library lib = {
		.path = path_join(source == NULL ? "." : source, "briefs")};
	struct app *app = app_new(&lib, NULL);
	struct view *views[SHIPPED_VIEWS];

	(void)state;
	make_views(app, views);
	assert_int_equal(keys_parse(&keys, keys_data, "data/keys", &err),
			 STATUS_OK);
	assert_true(keys.list.len > 60);
	for (size_t i = 0; i < keys.list.len; i++) {
		const struct key_binding *binding = &keys.list.items[i];
		char name[64];

		snprintf(name, sizeof name, "%.*s",
			 (int)strcspn(binding->command, " "), binding->command);
		if (strcmp(binding->map, "general") == 0)
			assert_non_null(app_command_help(name));
		for (size_t v = 0; v < SHIPPED_VIEWS; v++)
			if (strcmp(views[v]->ops->name, binding->map) == 0)
				assert_true(view_command_find(views[v], name) ||
					    app_command_help(name));
	}
	for (size_t v = SHIPPED_VIEWS; v > 0; v--)
		views[v - 1]->ops->free(views[v - 1]);
	app_free(app);
	keys_release(&keys);
	free(lib.path);
}

static void
type(struct prompt *prompt, const char *const *keys)
{
	for (; *keys != NULL; keys++)
		prompt_key(prompt, *keys);
}

static void
test_prompt_edit(void **state)
{
	struct prompt prompt;
	static const char *const word[] = {"И", "з", "р", "Space", "a", NULL};
	static const char *const mend[] = {"Left",   "Backspace", "Left",
					   "Delete", "Home",	  "x",
					   "End",    "^W",	  NULL};

	(void)state;
	prompt_init(&prompt);
	prompt_open(&prompt, ":", "", "");
	type(&prompt, word);
	assert_string_equal(prompt.line.data, "Изр a");
	type(&prompt, mend);
	assert_string_equal(prompt.line.data, "");
	assert_int_equal(prompt_key(&prompt, "Backspace"), PROMPT_LEFT);
	/* A letter and its mark are one character to a person. */
	prompt_open(&prompt, ":", "", "e\xcc\x81");
	assert_int_equal(prompt_key(&prompt, "Backspace"), PROMPT_CHANGED);
	assert_int_equal(prompt.line.len, 0);
	prompt_open(&prompt, ":", "", "abc def");
	prompt_key(&prompt, "^W");
	assert_string_equal(prompt.line.data, "abc ");
	prompt_key(&prompt, "^U");
	assert_string_equal(prompt.line.data, "");
	assert_int_equal(prompt_key(&prompt, "F1"), PROMPT_STAYS);
	assert_int_equal(prompt_key(&prompt, "Esc"), PROMPT_LEFT);
	assert_int_equal(prompt_key(&prompt, "Enter"), PROMPT_DONE);
	prompt_release(&prompt);
}

static void
test_prompt_choose(void **state)
{
	struct prompt prompt;
	struct buffer answer = BUFFER_INIT;
	static const char *const offered[] = {"2.2.4\tone", "2.2.5\ttwo"};

	(void)state;
	prompt_init(&prompt);
	prompt_open(&prompt, ":", "", "22");
	for (size_t i = 0; i < 2; i++) {
		struct buffer line = BUFFER_INIT;

		buffer_append_string(&line, offered[i]);
		vector_push(&prompt.candidates.list, buffer_take(&line));
	}
	prompt_answer(&prompt, &answer);
	assert_string_equal(answer.data, "22");
	buffer_reset(&answer);
	prompt_key(&prompt, "Down");
	prompt_key(&prompt, "Down");
	prompt_answer(&prompt, &answer);
	assert_string_equal(answer.data, "2.2.5");
	buffer_reset(&answer);
	prompt_key(&prompt, "Down"); /* back to the line */
	prompt_answer(&prompt, &answer);
	assert_string_equal(answer.data, "22");
	assert_int_equal(prompt_key(&prompt, "Tab"), PROMPT_CHANGED);
	assert_string_equal(prompt.line.data, "2.2.4");
	buffer_release(&answer);
	prompt_release(&prompt);
}

/* No key with any text breaks the line's UTF-8 or its limit. */
static void
test_prompt_storm(void **state)
{
	static const char *const keys[] = {
		"Left", "Right", "Home",  "End", "Backspace", "Delete", "^W",
		"^K",	"Up",	 "Down",  "Tab", "қ",	      "中",	"a",
		"́",	"Space", "Enter", "é",	 "\xff",      "",	"PgDn"};
	struct prompt prompt;
	unsigned seed = 7;

	(void)state;
	prompt_init(&prompt);
	prompt_open(&prompt, ":", "", "");
	for (int i = 0; i < 20000; i++) {
		seed = seed * 1103515245u + 12345u;
		prompt_key(&prompt,
			   keys[(seed >> 16) % (sizeof keys / sizeof *keys)]);
		assert_true(prompt.cursor <= prompt.line.len);
		assert_int_equal(
			utf8_valid_prefix(prompt.line.data, prompt.line.len),
			prompt.line.len);
	}
	prompt_release(&prompt);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_parse),
		cmocka_unit_test(test_refuse),
		cmocka_unit_test(test_shipped),
		cmocka_unit_test(test_prompt_edit),
		cmocka_unit_test(test_prompt_choose),
		cmocka_unit_test(test_prompt_storm),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
