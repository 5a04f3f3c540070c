/* Writing one changed point back: only its bytes change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/brief.h"

#define KEEP                                                                   \
	{                                                                      \
		NULL, NULL, -1, -1                                             \
	}

struct change_case {
	const char *before;
	int section, point;
	struct point_change change;
	const char *after; /* NULL: refused */
};

static enum status
write_point(const struct change_case *one, struct buffer *out,
	    struct error *err)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	size_t len = strlen(one->before);
	struct brief *brief =
		brief_parse(one->before, len, "f.md", "en", &diags);
	const struct point *point;
	enum status rc;

	assert_true((size_t)one->section < brief->section_count);
	assert_true((size_t)one->point <
		    brief->sections[one->section].point_count);
	point = &brief->sections[one->section].points[one->point];
	rc = brief_write_point(one->before, len, brief, point, &one->change,
			       out, err);
	brief_free(brief);
	diagnostics_release(&diags);
	return rc;
}

static void
run(const struct change_case *cases, size_t count)
{
	struct buffer out = BUFFER_INIT;
	struct error err = ERROR_INIT;
	enum status rc;
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_reset(&out);
		rc = write_point(&cases[i], &out, &err);
		if (cases[i].after) {
			if (rc)
				print_error("case %zu: %s\n", i, err.message);
			assert_int_equal(rc, STATUS_OK);
			assert_string_equal(out.data, cases[i].after);
		} else {
			if (!rc)
				print_error("case %zu: %s\n", i, out.data);
			assert_int_equal(rc, STATUS_INVALID);
			assert_int_equal(out.len, 0);
			assert_true(strlen(err.message) > 0);
		}
	}
	buffer_release(&out);
}

#define RUN(cases) run((cases), sizeof(cases) / sizeof(cases)[0])

static void
test_words(void **state)
{
	static const struct change_case cases[] = {
		{"## 5\n\n1. one\n2. two\n3. three\n",
		 0,
		 1,
		 {"TWO **now**", NULL, -1, -1},
		 "## 5\n\n1. one\n2. TWO **now**\n3. three\n"},
		{"## 5\n\n1. one\n\n   more\n\n2. two\n",
		 0,
		 0,
		 {"One\n\nmore\n- a\n  b\n\nend", NULL, -1, -1},
		 "## 5\n\n1. One\n\n   more\n   - a\n     b\n\n   end\n\n2. "
		 "two\n"},
		{"## 5\n\n1. one\n\ncontinues\n\n2. two\n",
		 0,
		 0,
		 {"alone", NULL, -1, -1},
		 "## 5\n\n1. alone\n\n2. two\n"},
		{"## 5\n\n 10)   wide\n\n## 6\n",
		 0,
		 0,
		 {"a\n\nb", NULL, -1, -1},
		 "## 5\n\n 10)   a\n\n       b\n\n## 6\n"},
		{"## X {#x}\n\none\ntwo\n\nthree",
		 0,
		 1,
		 {"3", NULL, -1, -1},
		 "## X {#x}\n\none\ntwo\n\n3"},
		{"## X {#x}\n\none\ntwo\n\nthree",
		 0,
		 0,
		 {"1\n2", NULL, -1, -1},
		 "## X {#x}\n\n1\n2\n\nthree"},
		{"## 5\n\nchapeau\n\n1. a\n",
		 0,
		 0,
		 {"Chapeau", NULL, -1, -1},
		 "## 5\n\nChapeau\n\n1. a\n"},
		{"## 5\n\n1.\n2. b\n",
		 0,
		 0,
		 {"words", NULL, -1, -1},
		 "## 5\n\n1. words\n2. b\n"},
		{"## 5\r\n\r\n1. a\r\n2. b\r\n",
		 0,
		 0,
		 {"x\n\ny", NULL, -1, -1},
		 "## 5\r\n\r\n1. x\r\n\r\n   y\r\n2. b\r\n"},
		{"\357\273\277## 5\n\n1. a\n",
		 0,
		 0,
		 {"b", NULL, -1, -1},
		 "\357\273\277## 5\n\n1. b\n"},
	};

	(void)state;
	RUN(cases);
}

static void
test_what_stands_beside_words_stays(void **state)
{
	static const struct change_case cases[] = {
		{"## 5\n\n1. one {.avoid  to=\"X\"}\n\n   > cue\n\n   rest\n\n"
		 "<!-- note -->\n\n2. b\n",
		 0,
		 0,
		 {"new\n\nmore", NULL, -1, -1},
		 "## 5\n\n1. new {.avoid  to=\"X\"}\n\n   more\n\n   > cue\n\n"
		 "<!-- note -->\n\n2. b\n"},
		{"## 5\n\n1. one {.avoid}\n   - list\n",
		 0,
		 0,
		 {"new\n- other", NULL, -1, -1},
		 "## 5\n\n1. new {.avoid}\n   - other\n"},
		{"---\nstatus: draft\n---\n# T\n\n## 5\n\n### Head\n\n1. a\n",
		 0,
		 0,
		 {"b", NULL, -1, -1},
		 "---\nstatus: draft\n---\n# T\n\n## 5\n\n### Head\n\n1. b\n"},
	};

	(void)state;
	RUN(cases);
}

static void
test_words_that_would_change_more(void **state)
{
	static const struct change_case cases[] = {
		{"## 5\n\n1. a\n", 0, 0, {"", NULL, -1, -1}, NULL},
		{"## 5\n\n1. a\n", 0, 0, {" \n ", NULL, -1, -1}, NULL},
		{"## X {#x}\n\na\n", 0, 0, {"b\n\n## Y", NULL, -1, -1}, NULL},
		{"## X {#x}\n\na\n", 0, 0, {"b\n\nc", NULL, -1, -1}, NULL},
		{"## X {#x}\n\na\n", 0, 0, {"1. b", NULL, -1, -1}, NULL},
		{"## 5\n\n1. a\n", 0, 0, {"b\n\n> c", NULL, -1, -1}, NULL},
		{"## 5\n\n1. a\n", 0, 0, {"b {.say}", NULL, -1, -1}, NULL},
		{"## 5\n\n1. a\n2. b\n", 0, 0, {"<!-- b", NULL, -1, -1}, NULL},
		{"## 5\n\n1. a\n\n2. b\n",
		 0,
		 0,
		 {"```\nopen", NULL, -1, -1},
		 "## 5\n\n1. ```\n   open\n\n2. b\n"},
		{"## 5\n\n1. a\377\n", 0, 0, {"b", NULL, -1, -1}, NULL},
	};

	(void)state;
	RUN(cases);
}

static void
test_cues(void **state)
{
	static const struct change_case cases[] = {
		{"## 5\n\n1. a\n2. b\n",
		 0,
		 0,
		 {NULL, "Cue", -1, -1},
		 "## 5\n\n1. a\n\n   > Cue\n2. b\n"},
		{"## 5\n\n1. a\n\n   > old\n   > cue\n\n   b\n",
		 0,
		 0,
		 {NULL, "New\n\ntwo", -1, -1},
		 "## 5\n\n1. a\n\n   > New\n   >\n   > two\n\n   b\n"},
		{"## 5\n\n1. a\n\n   > one\n\n   b\n\n   > two\n\n2. c\n",
		 0,
		 0,
		 {NULL, "", -1, -1},
		 "## 5\n\n1. a\n\n   b\n\n2. c\n"},
		{"## X {#x}\n\na\n\n> q\n\nb",
		 0,
		 0,
		 {NULL, "Q", -1, -1},
		 "## X {#x}\n\na\n\n> Q\n\nb"},
		{"## X {#x}\n\na",
		 0,
		 0,
		 {NULL, "Q", -1, -1},
		 "## X {#x}\n\na\n\n> Q"},
		{"## 5\n\n10. a\n\ncontinues\n",
		 0,
		 0,
		 {NULL, "Q", -1, -1},
		 "## 5\n\n10. a\n\ncontinues\n\n> Q\n"},
		{"## 5\n\n1. a {.avoid}\n",
		 0,
		 0,
		 {"b", "Q", ROLE_SAY, 1},
		 "## 5\n\n1. b {.say priority=1}\n\n   > Q\n"},
		{"## 5\n\n1. a\n", 0, 0, {NULL, "", -1, -1}, "## 5\n\n1. a\n"},
	};

	(void)state;
	RUN(cases);
}

static void
test_roles_and_priorities(void **state)
{
	static const struct change_case cases[] = {
		{"## 5\n\n1. a\n   b\n2. c\n",
		 0,
		 0,
		 {NULL, NULL, ROLE_BACKGROUND, -1},
		 "## 5\n\n1. a\n   b {.background}\n2. c\n"},
		{"## 5\n\n1. a {#x .avoid to=\"A B\"}\n",
		 0,
		 0,
		 {NULL, NULL, ROLE_SAY, 2},
		 "## 5\n\n1. a {#x .say to=\"A B\" priority=2}\n"},
		{"## 5\n\n1. a {priority=1}\n",
		 0,
		 0,
		 {NULL, NULL, -1, 0},
		 "## 5\n\n1. a\n"},
		{"## 5\n\n1. a\n   {priority=1}\n2. b\n",
		 0,
		 0,
		 {NULL, NULL, -1, 0},
		 "## 5\n\n1. a\n2. b\n"},
		{"## 5\n\n1. a\n   {priority=1}\n",
		 0,
		 0,
		 {NULL, NULL, -1, 3},
		 "## 5\n\n1. a\n   {priority=3}\n"},
		{"## 5 {.avoid}\n\n1. a\n",
		 0,
		 0,
		 {NULL, NULL, ROLE_AVOID, -1},
		 "## 5 {.avoid}\n\n1. a\n"},
		{"## 5\n\n1. - a\n", 0, 0, {NULL, NULL, ROLE_AVOID, -1}, NULL},
	};

	(void)state;
	RUN(cases);
}

struct note_case {
	const char *before;
	int section, point; /* -1: none */
	const char *comment;
	const char *after; /* NULL: refused */
};

static enum status
write_note(const struct note_case *one, struct buffer *out, struct error *err)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	size_t len = strlen(one->before);
	struct brief *brief =
		brief_parse(one->before, len, "f.md", "en", &diags);
	const struct section *section = NULL;
	const struct point *point = NULL;
	enum status rc;

	if (one->section >= 0)
		section = &brief->sections[one->section];
	if (one->point >= 0)
		point = &section->points[one->point];
	rc = brief_write_comment(one->before, len, brief, section, point,
				 one->comment, out, err);
	brief_free(brief);
	diagnostics_release(&diags);
	return rc;
}

static void
test_notes_to_the_drafters(void **state)
{
	static const struct note_case cases[] = {
		{"## 5\n\n1. a\n2. b\n", 0, 0, "n",
		 "## 5\n\n1. a\n\n<!-- n -->\n2. b\n"},
		{"## 5\n\n1. a\n\n   > cue\n\n2. b\n", 0, 0, "n",
		 "## 5\n\n1. a\n\n   > cue\n\n<!-- n -->\n\n2. b\n"},
		{"## 5\n\n1. a\n2. b", 0, 1, "n",
		 "## 5\n\n1. a\n2. b\n\n<!-- n -->\n"},
		{"## X {#x}\n\na\n\nb\n", 0, 0, "n",
		 "## X {#x}\n\na\n\n<!-- n -->\n\nb\n"},
		{"## 5\r\n\r\n1. a\r\n2. b\r\n", 0, 0, "n",
		 "## 5\r\n\r\n1. a\r\n\r\n<!-- n -->\r\n2. b\r\n"},
		{"# T\n\n## 5\n\nchapeau\n\n1. a\n", 0, -1, "n",
		 "# T\n\n## 5\n\n<!-- n -->\n\nchapeau\n\n1. a\n"},
		{"## 5\n\n## 6\n", 0, -1, "n", "## 5\n\n<!-- n -->\n\n## 6\n"},
		{"---\nstatus: draft\n---\n# T\n\nwords\n\n## 5\n\n1. a\n", -1,
		 -1, "n",
		 "---\nstatus: draft\n---\n# T\n\nwords\n\n<!-- n -->\n\n## "
		 "5\n\n1. a\n"},
		{"# T\n", -1, -1, "n", "# T\n\n<!-- n -->\n"},
		{"## 5\n\n1. a\n", 0, 0, "", NULL},
		{"## 5\n\n1. a\n", 0, 0, "a --> b", NULL},
		{"## 5\n\n1. a\n", 0, 0, "a\nb", NULL},
		{"## 5\n\n1. a\n\n```\nopen\n", 0, 0, "n", NULL},
	};
	struct buffer out = BUFFER_INIT;
	struct error err = ERROR_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		buffer_reset(&out);
		assert_int_equal(write_note(&cases[i], &out, &err),
				 cases[i].after ? STATUS_OK : STATUS_INVALID);
		assert_string_equal(out.data,
				    cases[i].after ? cases[i].after : "");
	}
	buffer_release(&out);
}

static void
test_markdown_of_a_point(void **state)
{
	static const char text[] =
		"## 5\n\n### H\n\n1. one **two**\n   three {.avoid}\n\n"
		"   > cue\n\n   - a\n     b\n\n       code\n\nend\n\n<!-- c "
		"-->\n";
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct buffer out = BUFFER_INIT;
	struct brief *brief =
		brief_parse(text, strlen(text), "f", "en", &diags);

	(void)state;
	brief_point_markdown(text, strlen(text), &brief->sections[0].points[0],
			     &out);
	assert_string_equal(out.data, "one **two**\nthree\n\n- a\n  b\n\n    "
				      "code\n\nend");
	buffer_release(&out);
	brief_free(brief);
	diagnostics_release(&diags);
}

static void
test_a_foreign_point_is_refused(void **state)
{
	static const char text[] = "## 5\n\n1. a\n";
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct brief *brief =
		brief_parse(text, strlen(text), "f", "en", &diags);
	struct point other = brief->sections[0].points[0];
	struct point_change change = KEEP;
	struct buffer out = BUFFER_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(brief_write_point(text, strlen(text), brief, &other,
					   &change, &out, &err),
			 STATUS_INVALID);
	assert_int_equal(brief_write_point(text, strlen(text), brief,
					   &brief->sections[0].points[0],
					   &change, &out, &err),
			 STATUS_OK);
	assert_string_equal(out.data, text);
	buffer_release(&out);
	brief_free(brief);
	diagnostics_release(&diags);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words),
		cmocka_unit_test(test_what_stands_beside_words_stays),
		cmocka_unit_test(test_words_that_would_change_more),
		cmocka_unit_test(test_cues),
		cmocka_unit_test(test_roles_and_priorities),
		cmocka_unit_test(test_notes_to_the_drafters),
		cmocka_unit_test(test_markdown_of_a_point),
		cmocka_unit_test(test_a_foreign_point_is_refused),
	};

	return cmocka_run_group_tests_name("brief_write", tests, NULL, NULL);
}
