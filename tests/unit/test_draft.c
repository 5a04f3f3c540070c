/* Drafts: a document as it came gives the brief that was made of it by hand;
 * what is paired against its numbers; languages told apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/brief.h"
#include "lectern/draft.h"
#include "lectern/memory.h"

#include "lost.h"
#include "scratch.h"

/* ---- the document and its brief ---- */

static char *
read_tree(const char *name)
{
	const char *top = getenv("top_srcdir");
	struct buffer path = BUFFER_INIT;
	char *text;

	buffer_printf(&path, "%s/%s", top ? top : ".", name);
	text = scratch_slurp(path.data);
	buffer_release(&path);
	assert_non_null(text);
	return text;
}

static void
assert_same_spans(const struct block *got, const struct block *expected)
{
	size_t i, k = 0;

	for (i = 0; i < expected->span_count; i++) {
		if (expected->spans[i].kind == SPAN_CITATION)
			continue;
		assert_true(k < got->span_count);
		assert_int_equal(got->spans[k].kind, expected->spans[i].kind);
		assert_int_equal(got->spans[k].start, expected->spans[i].start);
		assert_int_equal(got->spans[k].end, expected->spans[i].end);
		k++;
	}
	assert_int_equal(k, got->span_count);
}

static void
assert_same_blocks(const struct block *got, size_t got_count,
		   const struct block *expected, size_t expected_count)
{
	size_t i;

	assert_int_equal(got_count, expected_count);
	for (i = 0; i < got_count; i++) {
		assert_string_equal(got[i].text, expected[i].text);
		assert_string_equal(got[i].marker, expected[i].marker);
		assert_int_equal(got[i].kind, expected[i].kind);
		assert_same_spans(&got[i], &expected[i]);
	}
}

static void
assert_same_section(const struct section *got, const struct section *expected)
{
	const struct point *a, *b;
	size_t i;

	assert_string_equal(got->id, expected->id);
	assert_string_equal(got->heading.text, expected->heading.text);
	assert_string_equal(got->to, expected->to);
	assert_int_equal(got->role, expected->role);
	assert_int_equal(got->point_count, expected->point_count);
	for (i = 0; i < got->point_count; i++) {
		a = &got->points[i];
		b = &expected->points[i];
		assert_int_equal(a->number, b->number);
		assert_int_equal(a->numbered, b->numbered);
		assert_int_equal(a->role, b->role);
		assert_same_blocks(a->blocks, a->block_count, b->blocks,
				   b->block_count);
	}
}

/* Equal, but for cues, explicit citations and notes to the drafters. */
static void
assert_same_brief(const struct draft_file *file, const char *sample)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	char *text = read_tree(sample);
	struct brief *got =
		brief_parse(file->text, file->len, file->name, "en", &diags);
	struct brief *expected =
		brief_parse(text, strlen(text), sample, "en", &diags);
	size_t i;

	assert_string_equal(got->title.len ? got->title.text : "",
			    expected->title.len ? expected->title.text : "");
	assert_same_blocks(got->preface, got->preface_count, expected->preface,
			   expected->preface_count);
	assert_int_equal(got->section_count, expected->section_count);
	for (i = 0; i < got->section_count; i++)
		assert_same_section(&got->sections[i], &expected->sections[i]);
	assert_int_equal(diags.list.len, 0);
	brief_free(got);
	brief_free(expected);
	diagnostics_release(&diags);
	free(text);
}

static void
assert_makes_sample(const char *text, size_t len)
{
	const struct draft_source source = {"cica.txt", text, len, NULL, false};
	struct draft draft;

	draft_make(&source, 1, NULL, &draft);
	assert_int_equal(draft.files.len, 4);
	assert_string_equal(draft.files.items[0].name, "meeting.yaml");
	assert_non_null(
		strstr(draft.files.items[0].text, "languages: [ru, en, kk]\n"));
	assert_non_null(strstr(draft.files.items[0].text,
			       "date: 2021-05-27\nplace: \"online\"\n"));
	assert_non_null(strstr(draft.files.items[0].text,
			       "reference: \"No. 17-1/308 of 1 June 2021\"\n"));
	assert_same_brief(&draft.files.items[1],
			  "briefs/cica-swg-2021-05-27/ru.md");
	assert_same_brief(&draft.files.items[2],
			  "briefs/cica-swg-2021-05-27/en.md");
	assert_same_brief(&draft.files.items[3],
			  "briefs/cica-swg-2021-05-27/kk.md");
	assert_null(draft_find_lost(&source, 1, &draft));
	draft_release(&draft);
}

static void
test_document(void **state)
{
	char *text = read_tree("tests/draft/cica.txt");

	(void)state;
	assert_makes_sample(text, strlen(text));
	free(text);
}

/* As fold -s does: at the last space before the width, in bytes or, as
 * others do, in characters. */
static void
wrap(const char *text, size_t width, bool by_bytes, struct buffer *out)
{
	size_t from = 0, at, column = 0, space = 0;

	for (at = 0; text[at]; at++) {
		if (text[at] == '\n') {
			column = space = 0;
			continue;
		}
		column += by_bytes || ((unsigned char)text[at] & 0xc0) != 0x80;
		if (column > width && space) {
			buffer_append(out, text + from, space - from);
			buffer_append_byte(out, '\n');
			from = at = space;
			column = 1;
			space = 0;
		}
		if (text[at] == ' ')
			space = at + 1;
	}
	buffer_append(out, text + from, at - from);
}

static void
test_wrapped(void **state)
{
	char *text = read_tree("tests/draft/cica.txt");
	static const size_t widths[] = {60, 72, 80, 100};
	struct buffer out = BUFFER_INIT;
	size_t i;

	(void)state;
	for (i = 0; i < 2 * sizeof widths / sizeof widths[0]; i++) {
		buffer_reset(&out);
		wrap(text, widths[i / 2], i % 2, &out);
		assert_makes_sample(out.data, out.len);
	}
	buffer_release(&out);
	free(text);
}

/* ---- small documents ---- */

/* What the file of a language is, after its heading of the one section. */
static void
assert_points(const char *text, const char *name, const char *expected)
{
	const struct draft_source source = {"t", text, strlen(text), NULL,
					    false};
	struct draft draft;
	const char *got = "";
	size_t i;

	draft_make(&source, 1, NULL, &draft);
	for (i = 0; i < draft.files.len; i++)
		if (!strcmp(draft.files.items[i].name, name))
			got = draft.files.items[i].text;
	if (!strstr(got, expected))
		print_message("# %s\n", got);
	assert_non_null(strstr(got, expected));
	assert_null(draft_find_lost(&source, 1, &draft));
	draft_release(&draft);
}

/* A point that the translation lacks, and two that it has the other way
 * round, though it is numbered without a gap. */
static void
test_missing_and_swapped(void **state)
{
	(void)state;
	assert_points("**Paragraph 4**\n\n"
		      "1. The report A/75/816 is welcome.\n\n"
		      "2. The OSCE has adopted 16 measures.\n\n"
		      "3. The terminology of resolution 75/240 is kept.\n\n"
		      "4. The conference in Vienna ends in 2024.\n\n"
		      "**Пункт 4**\n\n"
		      "1. Приветствуется доклад A/75/816.\n\n"
		      "2. Конференция в Вене завершится в 2024 году.\n\n"
		      "3. Терминология резолюции 75/240 сохраняется.\n",
		      "ru.md",
		      "1. Приветствуется доклад A/75/816.\n\n"
		      "3. Терминология резолюции 75/240 сохраняется.\n\n"
		      "4. Конференция в Вене завершится в 2024 году. "
		      "{was=\"2\"}\n");
}

/* What would be Markdown is written so that it is none. */
static void
test_escapes(void **state)
{
	(void)state;
	assert_points("**Paragraph 4**\n\n"
		      "1. Write to <a@b.org>, a_b_c and 5 * 3.\n\n"
		      "2. The set {x} is & remains [here](now).\n",
		      "en.md",
		      "1. Write to \\<a@b.org>, a\\_b\\_c and 5 \\* 3.\n\n"
		      "2. The set \\{x\\} is & remains "
		      "[here\\](now).\n");
}

static void
test_numbers_that_begin_again(void **state)
{
	(void)state;
	assert_points("**Paragraph 4**\n\n"
		      "1. One thing is said.\n\n"
		      "2. Another thing is said.\n\n"
		      "1. A third thing is said.\n",
		      "en.md", "3. A third thing is said. {was=\"1\"}\n");
}

static void
test_nothing(void **state)
{
	(void)state;
	assert_points("", "meeting.yaml", "languages: []\n");
	assert_points("\n\n \t\n", "meeting.yaml", "languages: []\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_document),
		cmocka_unit_test(test_wrapped),
		cmocka_unit_test(test_missing_and_swapped),
		cmocka_unit_test(test_escapes),
		cmocka_unit_test(test_numbers_that_begin_again),
		cmocka_unit_test(test_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
