/* Rows of several languages: that they line up, and that nothing is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "sample_row.h"

static void
assert_point(const struct sample *sample, int width,
	     const struct row_options *options, bool styles,
	     const char *expected)
{
	struct frame frame = FRAME_INIT;
	struct buffer out = BUFFER_INIT;

	draw_point(sample, width, options, &frame);
	if (styles)
		frame_dump_styles(&frame, &out);
	else
		frame_dump(&frame, &out);
	assert_string_equal(out.data, expected);
	buffer_release(&out);
	frame_release(&frame);
}

static const char *const two[] = {"ru", "en"};
static const char *const three[] = {"ru", "en", "zh"};
static const struct row_options plain = {.form = FORM_FULL};

static void
test_plan(void **state)
{
	struct sample sample;
	struct columns columns;
	int width;
	size_t count, last;

	(void)state;
	sample_init(&sample, three, 3);
	columns_plan(&columns, &sample.meeting, two, 2, 80, 50);
	assert_false(columns.is_stacked);
	assert_int_equal(columns.number_width, 4);
	assert_int_equal(columns.start[0], 4);
	assert_int_equal(columns.width[0], 36);
	assert_int_equal(columns.start[1], 43);
	assert_int_equal(columns.width[1], 37);
	columns_plan(&columns, &sample.meeting, two, 2, 80, 30);
	assert_int_equal(columns.width[0], 21);
	columns_plan(&columns, &sample.meeting, two, 2, 80, 99);
	assert_int_equal(columns.width[1], 20);
	columns_plan(&columns, &sample.meeting, two, 2, 46, 50);
	assert_true(columns.is_stacked);
	columns_plan(&columns, &sample.meeting, two, 2, 47, 50);
	assert_false(columns.is_stacked);
	columns_plan(&columns, &sample.meeting, (const char *[]){"kk"}, 1, 80,
		     50);
	assert_int_equal(columns.index[0], -1);
	for (count = 1; count <= 3; count++)
		for (width = -1; width <= 300; width++) {
			columns_plan(&columns, &sample.meeting, three, count,
				     width, width % 101);
			last = count - 1;
			assert_true(columns.width[last] >= 1);
			assert_true(columns.start[last] + columns.width[last] <=
				    columns.total);
		}
}

static void
test_rows_line_up(void **state)
{
	struct sample sample;

	(void)state;
	sample_init(&sample, two, 2);
	sample_add(&sample, 0,
		   make_block(BLOCK_PARAGRAPH, "Предложенные формулировки "
					       "частично дублируют 2.2.5."));
	sample_add(&sample, 1,
		   make_block(BLOCK_PARAGRAPH, "It overlaps with 2.2.5."));
	sample_add(&sample, 1, make_block(BLOCK_PARAGRAPH, "And more."));
	assert_point(&sample, 50, &plain, false,
		     " 1. Предложенные          │ It overlaps with\n"
		     "    формулировки частично │ 2.2.5.\n"
		     "    дублируют 2.2.5.      │\n"
		     "                          │ And more.\n"
		     "                          │\n");
	assert_point(&sample, 40, &plain, false,
		     " 1. ru: Предложенные формулировки\n"
		     "    частично дублируют 2.2.5.\n"
		     "\n"
		     "    en: It overlaps with 2.2.5.\n"
		     "\n"
		     "    And more.\n"
		     "\n");
	/* No room for numbers: they stand in the text. */
	sample.points[0].blocks++;
	sample.points[0].block_count = 0;
	sample.points[1].block_count = 1;
	assert_point(&sample, 12, &plain, false,
		     "1.\n"
		     "ru:\n"
		     "\n"
		     "en: It\n"
		     "overlaps\n"
		     "with 2.2.5.\n"
		     "\n");
}

static void
test_lists_hang(void **state)
{
	struct sample sample;
	struct block item = make_block(BLOCK_ITEM, "piers with fewer ships");
	struct row_options tight = {.is_tight = true};

	(void)state;
	sample_init(&sample, two, 1);
	sample_add(&sample, 0, make_block(BLOCK_PARAGRAPH, "Costs:"));
	item.depth = 1;
	item.marker = "(a)";
	sample_add(&sample, 0, item);
	item.depth = 2;
	item.marker = "-";
	sample_add(&sample, 0, item);
	sample_add(&sample, 0,
		   make_block(BLOCK_VERBATIM, "| a  | b |\n| 10 | 2 |"));
	assert_point(&sample, 26, &tight, false,
		     " 1. Costs:\n"
		     "    (a) piers with fewer\n"
		     "        ships\n"
		     "      - piers with fewer\n"
		     "        ships\n"
		     "\n"
		     "    | a  | b |\n"
		     "    | 10 | 2 |\n");
}

static void
test_roles_are_said_in_words(void **state)
{
	struct sample sample;
	struct span strong = {.kind = SPAN_STRONG, .start = 3, .end = 6};
	struct block words = make_block(BLOCK_PARAGRAPH, "Do not say.");
	struct row_options tight = {.is_tight = true};

	(void)state;
	words.spans = &strong;
	words.span_count = 1;
	sample_init(&sample, two + 1, 1);
	sample_add(&sample, 0, words);
	sample.points[0].role = ROLE_AVOID;
	assert_point(&sample, 40, &tight, true,
		     " {number:1.} {role:[avoid]}\n"
		     "    {avoid:Do not say.}\n");
	sample.points[0].role = ROLE_BACKGROUND;
	assert_point(&sample, 40, &tight, true,
		     " {number:1.} {role:[background]}\n"
		     "    {quiet:Do }{strong:not}{quiet: say.}\n");
	sample.points[0].role = ROLE_IF_RAISED;
	sample.points[0].to = "Israel";
	sample.points[0].priority = 1;
	sample.points[0].was = "5";
	assert_point(&sample, 60, &tight, false,
		     " 1. [if raised · to Israel · priority 1 · was 5]\n"
		     "    Do not say.\n");
	sample.sections[0].to = "Israel";
	sample.points[0].priority = 0;
	sample.points[0].was = "";
	assert_point(&sample, 60, &tight, false,
		     " 1. [if raised]\n"
		     "    Do not say.\n");
}

static void
test_the_heading_says_the_role_of_its_points(void **state)
{
	struct sample sample;
	struct row_options tight = {.is_tight = true};

	(void)state;
	sample_init(&sample, two, 1);
	sample_add(&sample, 0, make_block(BLOCK_PARAGRAPH, "Lamps."));
	sample.sections[0].role = sample.points[0].role = ROLE_IF_RAISED;
	sample.sections[0].to = sample.points[0].to = "Israel";
	assert_point(&sample, 60, &tight, false, " 1. Lamps.\n");
	sample.points[0].priority = 2;
	assert_point(&sample, 60, &tight, false,
		     " 1. [priority 2]\n"
		     "    Lamps.\n");
	sample.points[0].to = "Iran";
	assert_point(&sample, 60, &tight, false,
		     " 1. [if raised · to Iran · priority 2]\n"
		     "    Lamps.\n");
	sample.points[0].priority = 0;
	sample.points[0].to = "Israel";
	sample.points[0].role = ROLE_SAY;
	assert_point(&sample, 60, &tight, false,
		     " 1. [say]\n"
		     "    Lamps.\n");
}

static void
test_cues_and_forms(void **state)
{
	struct sample sample;
	struct span spans[] = {{.kind = SPAN_STRONG, .start = 3, .end = 11},
			       {.kind = SPAN_STRONG, .start = 17, .end = 20}};
	struct block words =
		make_block(BLOCK_PARAGRAPH, "We conflict and  end. Next one.");
	struct row_options options = {.form = FORM_FULL};

	(void)state;
	words.spans = spans;
	words.span_count = 2;
	sample_init(&sample, two + 1, 1);
	sample_add(&sample, 0, words);
	sample.cues[0] = make_block(BLOCK_PARAGRAPH, "A lantern.");
	sample.points[0].cue_count = 1;
	assert_point(&sample, 40, &options, true,
		     " {number:1.} We {strong:conflict} and {strong:end}. "
		     "Next one.\n\n    {cue:▸} {cue:A lantern.}\n\n");
	options.form = FORM_KEY;
	assert_point(&sample, 40, &options, true,
		     " {number:1.} {strong:conflict … end}\n");
	options.form = FORM_CUE;
	assert_point(&sample, 40, &options, true,
		     " {number:1.} {cue:▸} {cue:A lantern.}\n");
	sample.points[0].cue_count = 0;
	assert_point(&sample, 40, &options, true,
		     " {number:1.} ~ {strong:conflict … end}\n");
	sample.blocks[0][0].span_count = 0;
	assert_point(&sample, 40, &options, false,
		     " 1. ~ We conflict and end.\n");
	options.form = FORM_KEY;
	assert_point(&sample, 40, &options, false,
		     " 1. ~ We conflict and end.\n");
}

static void
assert_first_sentence(const char *text, const char *expected)
{
	struct sample sample;
	struct row_options options = {.form = FORM_KEY};
	struct frame frame = FRAME_INIT;
	struct buffer out = BUFFER_INIT;

	sample_init(&sample, two, 1);
	sample_add(&sample, 0, make_block(BLOCK_PARAGRAPH, text));
	draw_point(&sample, 200, &options, &frame);
	frame_dump(&frame, &out);
	assert_true(out.len > 7);
	buffer_truncate(&out, out.len - 1);
	assert_string_equal(out.data + 6, expected);
	buffer_release(&out);
	frame_release(&frame);
}

static void
test_first_sentence(void **state)
{
	(void)state;
	assert_first_sentence("One two. Three.", "One two.");
	assert_first_sentence(
		"Резолюция от 31 декабря 2020 г. «Достижения». Да",
		"Резолюция от 31 декабря 2020 г. «Достижения».");
	assert_first_sentence("В принятом 12 марта с.г. докладе сказано. Так",
			      "В принятом 12 марта с.г. докладе сказано.");
	assert_first_sentence("Resolution No. 74/247 was adopted. It",
			      "Resolution No. 74/247 was adopted.");
	assert_first_sentence("See paragraph 2.2.4. of the text. More",
			      "See paragraph 2.2.4. of the text.");
	assert_first_sentence("联合国大会。安理会", "联合国大会。");
	assert_first_sentence("Why this?\nBecause.", "Why this?");
	assert_first_sentence("Why not? Because.", "Why not?");
	assert_first_sentence("No end", "No end");
}

static void
test_missing_language(void **state)
{
	struct sample sample;
	struct row_options tight = {.is_tight = true};
	struct columns columns;
	struct frame frame = FRAME_INIT;
	struct buffer out = BUFFER_INIT;

	(void)state;
	sample_init(&sample, two, 2);
	sample_add(&sample, 1, make_block(BLOCK_PARAGRAPH, "Here."));
	sample.row.cells[0] = NULL;
	assert_point(&sample, 60, &tight, true,
		     " {number:1.} {quiet:not in Russian}             "
		     "{rule:│} Here.\n");
	columns_plan(&columns, &sample.meeting, (const char *[]){"en", "tlh"},
		     2, 60, 50);
	sample.section.cells[1] = NULL;
	draw_row(row_layout_heading(&sample.meeting, &sample.section, &columns,
				    &tight),
		 60, &frame);
	frame_row_text(&frame, 0, &out);
	assert_string_equal(out.data,
			    "    not in English             │ not in this "
			    "language");
	buffer_release(&out);
	frame_release(&frame);
}

static void
test_heading(void **state)
{
	struct sample sample;
	struct columns columns;
	struct frame frame = FRAME_INIT;
	struct buffer out = BUFFER_INIT;

	(void)state;
	sample_init(&sample, two, 2);
	sample.sections[0].role = ROLE_IF_PRESSED;
	columns_plan(&columns, &sample.meeting, two, 2, 48, 50);
	draw_row(row_layout_heading(&sample.meeting, &sample.section, &columns,
				    &plain),
		 48, &frame);
	frame_dump(&frame, &out);
	assert_string_equal(
		out.data, "    [if pressed]\n"
			  "    Heading              │ Heading\n"
			  "    ─────────────────────┼──────────────────────\n");
	buffer_reset(&out);
	frame_resize(&frame, 1, 48);
	columns_draw_heads(&columns, &frame, 0, 0);
	frame_dump(&frame, &out);
	assert_string_equal(out.data, "    Russian              │ English\n");
	buffer_release(&out);
	frame_release(&frame);
}

static void
test_citations(void **state)
{
	struct sample sample;
	struct block words = make_block(
		BLOCK_PARAGRAPH, "See resolution 75/240 and its report.");
	struct span spans[] = {{.kind = SPAN_STRONG, .start = 0, .end = 25},
			       {.kind = SPAN_CITATION,
				.start = 30,
				.end = 36,
				.target = "A/75/816"}};
	struct row_options options = {.is_tight = true, .show_citations = true};

	(void)state;
	words.spans = spans;
	words.span_count = 2;
	sample_init(&sample, two, 2);
	sample_add(&sample, 1, words);
	sample_add(&sample, 0, make_block(BLOCK_PARAGRAPH, "резолюция 75/240"));
	assert_point(
		&sample, 60, &options, false,
		" 1. резолюция 75/240           │ See resolution 75/240 and\n"
		"                               │ its report.\n"
		"    Cites A/RES/75/240, A/75/816\n");
	options.form = FORM_CUE;
	assert_point(
		&sample, 60, &options, false,
		" 1. ~ резолюция 75/240         │ ~ See resolution 75/240 and\n"
		"    Cites A/RES/75/240, A/75/816\n");
}

static void
test_comments_only_on_request(void **state)
{
	static const struct comment comments[] = {
		{.text = "Clear the figure."}};
	struct sample sample;
	struct row_options options = {.is_tight = true};

	(void)state;
	sample_init(&sample, two, 1);
	sample_add(&sample, 0, make_block(BLOCK_PARAGRAPH, "Twenty."));
	sample.points[0].comments = comments;
	sample.points[0].comment_count = 1;
	assert_point(&sample, 40, &options, false, " 1. Twenty.\n");
	options.show_comments = true;
	assert_point(&sample, 40, &options, false,
		     " 1. Twenty.\n\n    # Clear the figure.\n");
}

/* Drawn line by line and from any line on, with the bar, it is the same. */
static void
test_parts_are_as_the_whole(void **state)
{
	struct sample sample;
	struct columns columns;
	struct row_layout *row;
	struct frame whole = FRAME_INIT, part = FRAME_INIT;
	struct buffer expected = BUFFER_INIT, found = BUFFER_INIT;
	int height, first;

	(void)state;
	sample_init(&sample, two, 2);
	sample.points[0].role = ROLE_BACKGROUND;
	sample_add(&sample, 0, make_block(BLOCK_PARAGRAPH, "a b c d e f g h"));
	sample_add(&sample, 0, make_block(BLOCK_PARAGRAPH, "a b c d e f g h"));
	sample_add(&sample, 1, make_block(BLOCK_PARAGRAPH, "Пункт раз два"));
	columns_plan(&columns, &sample.meeting, two, 2, 50, 50);
	row = row_layout_point(&sample.meeting, &sample.section, &sample.row,
			       &columns, &plain);
	height = row_layout_height(row);
	frame_resize(&whole, height, 60);
	row_layout_draw(row, &whole, 0, 5, 0, height, true);
	frame_dump(&whole, &expected);
	for (first = 0; first < height; first++) {
		frame_resize(&part, 1, 60);
		row_layout_draw(row, &part, 0, 5, first, 1, true);
		frame_dump(&part, &found);
	}
	assert_string_equal(found.data, expected.data);
	assert_true(!strncmp(expected.data, "     ▌1. [background]", 20));
	/* Nothing is drawn beyond it, or over other rows. */
	frame_resize(&part, 2, 60);
	row_layout_draw(row, &part, 1, 0, height, 5, true);
	row_layout_draw(row, &part, -3, 0, 0, 3, true);
	buffer_reset(&found);
	frame_dump(&part, &found);
	assert_string_equal(found.data, "\n\n");
	row_layout_free(row);
	frame_release(&whole);
	frame_release(&part);
	buffer_release(&expected);
	buffer_release(&found);
}

static void
test_languages(void **state)
{
	(void)state;
	assert_string_equal(language_name("ru"), "Russian");
	assert_string_equal(language_name("zh-Hans"), "Chinese");
	assert_string_equal(language_name("EN-gb"), "English");
	assert_string_equal(language_name("enx"), "enx");
	assert_string_equal(language_name("tlh"), "tlh");
	assert_string_equal(language_missing_text("kk"), "not in Kazakh");
	assert_string_equal(language_missing_text("tlh"),
			    "not in this language");
	assert_true(language_is_right_to_left("ar-EG"));
	assert_true(language_is_right_to_left("kk-Arab-CN"));
	assert_false(language_is_right_to_left("az-Latn"));
	assert_false(language_is_right_to_left("arn"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plan),
		cmocka_unit_test(test_rows_line_up),
		cmocka_unit_test(test_lists_hang),
		cmocka_unit_test(test_roles_are_said_in_words),
		cmocka_unit_test(test_the_heading_says_the_role_of_its_points),
		cmocka_unit_test(test_cues_and_forms),
		cmocka_unit_test(test_first_sentence),
		cmocka_unit_test(test_missing_language),
		cmocka_unit_test(test_heading),
		cmocka_unit_test(test_citations),
		cmocka_unit_test(test_comments_only_on_request),
		cmocka_unit_test(test_parts_are_as_the_whole),
		cmocka_unit_test(test_languages),
	};

	return cmocka_run_group_tests_name("columns", tests, NULL, NULL);
}
