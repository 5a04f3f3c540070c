/* Parsing: limits, plain text, key phrases, hostile shapes. The format itself
 * is tested by tests/brief. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/brief.h"

struct parsed {
	struct brief *brief;
	struct diagnostics diags;
};

static struct parsed
parse(const char *text, size_t len)
{
	struct parsed parsed = {NULL, DIAGNOSTICS_INIT};

	parsed.brief = brief_parse(text, len, "f.md", "en", &parsed.diags);
	return parsed;
}

static void
release(struct parsed *parsed)
{
	brief_free(parsed->brief);
	diagnostics_release(&parsed->diags);
}

static bool
says(const struct parsed *parsed, const char *rule)
{
	size_t i;

	for (i = 0; i < parsed->diags.list.len; i++) {
		if (!strcmp(parsed->diags.list.items[i].rule, rule))
			return true;
	}
	return false;
}

/* 'head', then 'part' as often as asked. */
static struct parsed
parse_many(const char *head, const char *part, size_t count)
{
	struct buffer text = BUFFER_INIT;
	struct parsed parsed;

	buffer_append_string(&text, head);
	while (count-- > 0)
		buffer_append_string(&text, part);
	parsed = parse(text.data, text.len);
	buffer_release(&text);
	return parsed;
}

static void
test_points_up_to_the_limit(void **state)
{
	struct parsed parsed =
		parse_many("# T\n\n## Paragraph 1\n\n", "1. a\n", 2000);

	(void)state;
	assert_int_equal(parsed.brief->point_count, 2000);
	assert_false(says(&parsed, "too-many-points"));
	release(&parsed);
	parsed = parse_many("# T\n\n## Paragraph 1\n\n", "1. a\n", 2001);
	assert_int_equal(parsed.brief->point_count, 0);
	assert_int_equal(parsed.brief->section_count, 0);
	assert_int_equal(parsed.brief->title.len, 0);
	assert_true(says(&parsed, "too-many-points"));
	release(&parsed);
}

static void
test_sections_have_the_same_limit(void **state)
{
	struct parsed parsed = parse_many("# T\n\n", "## 5\n", 2001);

	(void)state;
	assert_int_equal(parsed.brief->section_count, 0);
	assert_true(says(&parsed, "too-many-points"));
	release(&parsed);
}

static void
test_size_limit(void **state)
{
	struct parsed parsed = parse_many("## 5\n\n", "word ", 838859);

	(void)state;
	assert_int_equal(parsed.brief->point_count, 1);
	release(&parsed);
	parsed = parse_many("## 5\n\n", "word ", 838860);
	assert_int_equal(parsed.brief->point_count, 0);
	assert_true(says(&parsed, "too-long"));
	release(&parsed);
}

static void
test_a_flood_of_faults_ends(void **state)
{
	struct parsed parsed = parse_many("## 5\n\n", "a {.b}\n\n", 1500);

	(void)state;
	assert_int_equal(parsed.diags.list.len, 201);
	assert_true(says(&parsed, "more-findings"));
	release(&parsed);
	/* Another encoding is one fault, however many bytes have it. */
	parsed = parse_many("## 5\n\n", "a\377 ", 100000);
	assert_in_range(parsed.diags.list.len, 2, 20);
	release(&parsed);
}

/* Each of these took cmark, or would take a careless parser, time that grows
 * with the square; the size is such that this would be noticed. */
static void
test_hostile_shapes_end(void **state)
{
	static const char *const parts[] = {
		"[",	      "]",	"![[]()",  "[ (](",    "**a",
		"*a_ ",	      "`",	"x<!--",   "x<?",      "x<![CDATA[",
		"x<!A ",      "> ",	"- ",	   "1. ",      "\n\n",
		"\r",	      "&",	"{.a ",	   "}",	       "{#a}\n",
		"    <!--\n", "| a\n",	"(a) b\n", "[a]: b\n", "\\",
		"###### a\n", "<a b='", "\t",	   "1.\n",
	};
	struct parsed parsed;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof parts / sizeof parts[0]; i++) {
		parsed = parse_many("# T\n\n## Paragraph 1\n\n1. a", parts[i],
				    2000000 / strlen(parts[i]) / 8);
		release(&parsed);
	}
	parsed = parse_many("## 5\n\n- - - - - - - - - - a", "\n", 500000);
	release(&parsed);
}

static void
test_nul_and_bad_bytes_are_replaced(void **state)
{
	static const char text[] = "## 5\n\n1. a\0b\xff\xfe c\n";
	struct parsed parsed = parse(text, sizeof text - 1);

	(void)state;
	assert_string_equal(parsed.brief->sections[0].points[0].blocks[0].text,
			    "a\357\277\275b\357\277\275\357\277\275 c");
	assert_int_equal(parsed.diags.list.items[0].column, 5);
	assert_non_null(strstr(parsed.diags.list.items[1].message, "12"));
	release(&parsed);
}

static void
test_plain_text(void **state)
{
	static const char text[] = "## 5\n\n1. One *two*\\\n   three\n   (a) "
				   "four\n\n   five\n\n   > cue\n";
	struct parsed parsed = parse(text, sizeof text - 1);
	struct buffer out = BUFFER_INIT;

	(void)state;
	point_plain_text(&parsed.brief->sections[0].points[0], &out);
	assert_string_equal(out.data, "One two three (a) four five");
	buffer_release(&out);
	release(&parsed);
}

static void
join(const char *text, size_t len, void *data)
{
	buffer_append((struct buffer *)data, text, len);
	buffer_append_byte((struct buffer *)data, '|');
}

static void
test_key_phrases(void **state)
{
	static const char text[] =
		"## 5\n\n1. **One** two **three *four***, **five **six** "
		"seven**\n\n   **eight**\n\n   > **cue**\n";
	struct parsed parsed = parse(text, sizeof text - 1);
	struct buffer out = BUFFER_INIT;
	const struct point *point = &parsed.brief->sections[0].points[0];

	(void)state;
	assert_int_equal(point_key_phrases(point, join, &out), 4);
	assert_string_equal(out.data, "One|three four|five six seven|eight|");
	assert_int_equal(point_key_phrases(point, NULL, NULL), 4);
	buffer_release(&out);
	release(&parsed);
}

static void
test_roles(void **state)
{
	enum role role;
	int i;

	(void)state;
	for (i = 0; i < ROLE_COUNT; i++) {
		assert_true(role_from_name(role_name((enum role)i),
					   strlen(role_name((enum role)i)),
					   &role));
		assert_int_equal(role, i);
	}
	assert_false(role_from_name("sa", 2, &role));
	assert_false(role_from_name("SAY", 3, &role));
}

static void
test_texts_without_anything(void **state)
{
	struct parsed parsed = parse("", 0);

	(void)state;
	assert_int_equal(parsed.brief->section_count, 0);
	assert_string_equal(parsed.brief->language, "en");
	assert_string_equal(parsed.brief->file, "f.md");
	assert_string_equal(parsed.brief->translator, "");
	release(&parsed);
	parsed = parse("\357\273\277", 3);
	assert_int_equal(parsed.brief->preface_count, 0);
	release(&parsed);
	brief_free(NULL);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_points_up_to_the_limit),
		cmocka_unit_test(test_sections_have_the_same_limit),
		cmocka_unit_test(test_size_limit),
		cmocka_unit_test(test_a_flood_of_faults_ends),
		cmocka_unit_test(test_hostile_shapes_end),
		cmocka_unit_test(test_nul_and_bad_bytes_are_replaced),
		cmocka_unit_test(test_plain_text),
		cmocka_unit_test(test_key_phrases),
		cmocka_unit_test(test_roles),
		cmocka_unit_test(test_texts_without_anything),
	};

	return cmocka_run_group_tests_name("brief", tests, NULL, NULL);
}
