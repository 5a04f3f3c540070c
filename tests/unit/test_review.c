/* Tables of points: how each form writes what it could misread, and what of a
 * table that came home is a change. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/review.h"

static const char review_brief[] =
	"## Paragraph 1\n\n"
	"1. It is **clear** and\n   [cited](A/RES/75/240).\n\n   > A cue.\n\n"
	"2. =1+1 \"quoted\", two\n\n   - a\n   - b\n";

/* The table of a meeting "m" in English. */
static void
make_review(const char *text, struct review *review)
{
	struct meeting *meeting = meeting_new("m");
	struct buffer texts[MEETING_LANGUAGES_MAX] = {BUFFER_INIT};
	struct review_request request = {
		.meeting = meeting, .languages = {"en"}, .language_count = 1};

	buffer_append_string(&texts[0], text);
	meeting_take_brief(meeting, brief_parse(text, strlen(text), "en.md",
						"en", &meeting->diags));
	meeting_align(meeting);
	review_collect_texts(&request, texts, review);
	buffer_release(&texts[0]);
	meeting_free(meeting);
}

static void
test_collect(void **state)
{
	struct review review = REVIEW_INIT;

	(void)state;
	make_review(review_brief, &review);
	assert_int_equal(review.rows.len, 2);
	assert_string_equal(review.rows.items[0].place, "1/1");
	assert_string_equal(review.rows.items[0].cells[0].text,
			    "It is **clear** and\n[cited](A/RES/75/240).");
	assert_string_equal(review.rows.items[0].cells[0].cue, "A cue.");
	assert_string_equal(review.rows.items[1].cells[0].cue, "");
	review_release(&review);
}

static void
assert_written(void (*write)(const struct review *review, struct buffer *out),
	       const char *expected)
{
	struct review review = REVIEW_INIT;
	struct buffer out = BUFFER_INIT;

	make_review(review_brief, &review);
	write(&review, &out);
	assert_string_equal(out.data, expected);
	buffer_release(&out);
	review_release(&review);
}

static void
test_separated(void **state)
{
	(void)state;
	assert_written(review_write_csv,
		       "\xef\xbb\xbf\"m\",\"en\"\r\n"
		       "\"1/1\",\"It is **clear** and\n"
		       "[cited](A/RES/75/240).\"\r\n"
		       "\"1/2\",\"'=1+1 \"\"quoted\"\", two\n\n"
		       "- a\n- b\"\r\n");
	assert_written(review_write_tsv,
		       "m\ten\n"
		       "1/1\tIt is **clear** and\\n[cited](A/RES/75/240).\n"
		       "1/2\t=1+1 \"quoted\", two\\n\\n- a\\n- b\n");
}

static void
test_xml(void **state)
{
	struct review review = REVIEW_INIT;
	struct buffer out = BUFFER_INIT;

	(void)state;
	make_review("## 1\n\n1. a < b & \"c\" \x1b d\n", &review);
	review_write_tmx(&review, &out);
	assert_non_null(strstr(out.data, "<seg>a &lt; b &amp; &quot;c&quot; "
					 "\xef\xbf\xbd d</seg>"));
	assert_non_null(strstr(out.data, "<tu tuid=\"1/1\">"));
	buffer_release(&out);
	review_release(&review);
}

/* What one new text of point 1 changes. */
static size_t
count_changes(const char *text, struct review_changes *changes)
{
	struct review now = REVIEW_INIT, new = REVIEW_INIT;

	make_review(review_brief, &now);
	make_review(review_brief, &new);
	new.rows.items[0].cells[0].text = text;
	review_compare(&now, &new, changes);
	review_release(&now);
	review_release(&new);
	return changes->list.len;
}

static void
test_compare(void **state)
{
	static const struct {
		const char *text;
		size_t count;
	} cases[] = {
		{"It is **clear** and\n[cited](A/RES/75/240).", 0},
		/* What only a way makes. */
		{"It is **clear**  and [cited](A/RES/75/240).", 0},
		{"It\\ is **clear** and [cited](A/RES/75/240)\\.", 1},
		{"It is **cl**\\\n**ear** and [cited](A/RES/75/240).", 1},
		{"It is __clear__ and [cited](A/RES/75/240)\\.", 0},
		{NULL, 0}, /* a table without the column */
		/* What somebody did. */
		{"It is clear and [cited](A/RES/75/240).", 1},
		{"It is **clear** and [cited](A/RES/75/241).", 1},
		{"It is *clear* and [cited](A/RES/75/240).", 1},
		{"It is **clear** and\n\n[cited](A/RES/75/240).", 1},
		{"It is **clear** and cited.", 1},
	};
	struct review_changes changes;
	size_t i, count;

	(void)state;
	for (i = 0; i < sizeof cases / sizeof *cases; i++) {
		changes = (struct review_changes)REVIEW_CHANGES_INIT;
		count = count_changes(cases[i].text, &changes);
		if (count != cases[i].count)
			fail_msg("case %zu: %zu changes", i, count);
		review_changes_release(&changes);
	}
}

static void
test_problems(void **state)
{
	struct review_changes changes = REVIEW_CHANGES_INIT;

	(void)state;
	assert_int_equal(count_changes("", &changes), 1);
	assert_true(changes.list.items[0].is_problem);
	assert_int_equal(changes.list.items[0].problem, REVIEW_NO_WORDS);
	assert_int_equal(changes.change_count, 0);
	review_changes_release(&changes);
}

/* Columns are counted in cells, of which a Chinese character has two. */
static void
test_grid(void **state)
{
	static const char grid[] = "T\n\n"
				   "+-----+------+-----+\n"
				   "| tmp | zh   | en  |\n"
				   "+=====+======+=====+\n"
				   "|     | **一** | x   |\n"
				   "+-----+------+-----+\n"
				   "| 1/1 | 中文 | a   |\n"
				   "|     |      | b   |\n"
				   "|     | \\-甲 |     |\n"
				   "|     |      | c|d |\n"
				   "+-----+------+-----+\n";
	static char root[] = "/";
	const struct library library = {.path = root};
	struct document document = {.format = DOCUMENT_ODT};
	struct review review = REVIEW_INIT;

	(void)state;
	buffer_init(&document.text.text);
	buffer_append_string(&document.text.text, grid);
	assert_true(review_take_document(&library, &document, &review));
	assert_string_equal(review.meeting, "tmp");
	assert_int_equal(review.language_count, 2);
	assert_int_equal(review.rows.len, 1);
	assert_string_equal(review.rows.items[0].cells[0].text, "中文\n\n-甲");
	assert_string_equal(review.rows.items[0].cells[1].text, "a b\n\nc|d");
	review_release(&review);
	document_release(&document);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_collect),
		cmocka_unit_test(test_separated),
		cmocka_unit_test(test_xml),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_problems),
		cmocka_unit_test(test_grid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
