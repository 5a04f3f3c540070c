/* Frames: cells, wide characters, marks, cutting, dumps. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/frame.h"
#include "random_text.h"

static void
assert_row(const struct frame *frame, int row, const char *expected)
{
	struct buffer out = BUFFER_INIT;

	frame_row_text(frame, row, &out);
	assert_string_equal(out.data, expected);
	buffer_release(&out);
}

static void
test_put_returns_cells(void **state)
{
	struct frame frame = FRAME_INIT;

	(void)state;
	frame_resize(&frame, 3, 10);
	assert_int_equal(frame_put(&frame, 0, 0, 10, STYLE_TEXT, "Пункт"), 5);
	assert_int_equal(frame_put(&frame, 1, 1, 9, STYLE_TEXT, "联合国"), 6);
	assert_int_equal(frame_put(&frame, 2, 0, 10, STYLE_TEXT, "e\u0301t"),
			 2);
	assert_row(&frame, 0, "Пункт");
	assert_row(&frame, 1, " 联合国");
	assert_row(&frame, 2, "e\u0301t");
	assert_int_equal(frame_cell(&frame, 1, 1)->width, 2);
	assert_int_equal(frame_cell(&frame, 1, 2)->width, 0);
	frame_release(&frame);
}

static void
test_one_frame_in_another(void **state)
{
	struct frame frame = FRAME_INIT, part = FRAME_INIT;

	(void)state;
	frame_resize(&frame, 2, 6);
	frame_resize(&part, 2, 4);
	frame_put(&frame, 0, 0, 6, STYLE_TEXT, "abcdef");
	frame_put(&part, 0, 0, 4, STYLE_ERROR, "国12");
	frame_put(&part, 1, 0, 4, STYLE_TEXT, "1国3");
	frame_paste(&frame, 0, 1, &part);
	assert_row(&frame, 0, "a国12f");
	assert_row(&frame, 1, " 1国3");
	assert_int_equal(frame_cell(&frame, 0, 1)->style, STYLE_ERROR);
	/* What reaches beyond is left out. */
	frame_paste(&frame, 1, 4, &part);
	assert_row(&frame, 1, " 1国国");
	frame_release(&frame);
	frame_release(&part);
}

static void
test_nothing_leaves_the_frame(void **state)
{
	struct frame frame = FRAME_INIT;

	(void)state;
	frame_resize(&frame, 1, 4);
	assert_int_equal(frame_put(&frame, 0, 0, 99, STYLE_TEXT, "abcdef"), 4);
	assert_int_equal(frame_put(&frame, 1, 0, 4, STYLE_TEXT, "x"), 0);
	assert_int_equal(frame_put(&frame, 0, 9, 4, STYLE_TEXT, "x"), 0);
	frame_put(&frame, 0, -2, 4, STYLE_TEXT, "12345");
	assert_row(&frame, 0, "34cd");
	assert_null(frame_cell(&frame, 0, 4));
	assert_null(frame_cell(&frame, -1, 0));
	/* A wide character does not straddle the end. */
	assert_int_equal(frame_put(&frame, 0, 1, 2, STYLE_TEXT, "x国"), 1);
	assert_row(&frame, 0, "3xcd");
	frame_put(&frame, 0, 3, 1, STYLE_TEXT, "国");
	assert_row(&frame, 0, "3xcd");
	frame_release(&frame);
}

static void
test_halves_of_wide_characters(void **state)
{
	struct frame frame = FRAME_INIT;

	(void)state;
	frame_resize(&frame, 1, 6);
	frame_put(&frame, 0, 0, 6, STYLE_TEXT, "联合国");
	frame_put(&frame, 0, 1, 1, STYLE_TEXT, "x");
	assert_row(&frame, 0, " x合国");
	frame_put(&frame, 0, 2, 1, STYLE_TEXT, "y");
	assert_row(&frame, 0, " xy 国");
	frame_put(&frame, 0, 3, 2, STYLE_TEXT, "安");
	assert_row(&frame, 0, " xy安");
	frame_release(&frame);
}

static void
test_what_is_put_is_filtered(void **state)
{
	struct frame frame = FRAME_INIT;
	struct cell cell = {.base = 0x1b, .width = 1};

	(void)state;
	frame_resize(&frame, 1, 24);
	frame_put(&frame, 0, 0, 24, STYLE_TEXT, "a\033b\tc\nd\xff");
	assert_row(&frame, 0, "a<U+001B>b c d\ufffd");
	assert_true(frame_put_cell(&frame, 0, 0, &cell));
	assert_int_equal(frame_cell(&frame, 0, 0)->base, 0xfffd);
	frame_fill(&frame, 0, 0, 24, STYLE_RULE, 0x9b);
	assert_int_equal(frame_cell(&frame, 0, 5)->base, 0xfffd);
	frame_release(&frame);
}

static void
test_a_mark_alone_gets_a_base(void **state)
{
	struct frame frame = FRAME_INIT;

	(void)state;
	frame_resize(&frame, 1, 4);
	assert_int_equal(frame_put(&frame, 0, 0, 4, STYLE_TEXT, "\u0301x"), 2);
	assert_row(&frame, 0, "\u00a0\u0301x");
	frame_release(&frame);
}

static void
test_cut(void **state)
{
	struct frame frame = FRAME_INIT;

	(void)state;
	frame_resize(&frame, 4, 8);
	assert_int_equal(frame_put_cut(&frame, 0, 0, 4, STYLE_TEXT, "meeting"),
			 4);
	assert_row(&frame, 0, "mee…");
	assert_int_equal(frame_put_cut(&frame, 1, 0, 4, STYLE_TEXT, "meet"), 4);
	assert_row(&frame, 1, "meet");
	frame_put_cut(&frame, 2, 0, 4, STYLE_TEXT, "联合国");
	assert_row(&frame, 2, "联…");
	assert_int_equal(frame_put_cut(&frame, 3, 0, 0, STYLE_TEXT, "x"), 0);
	assert_row(&frame, 3, "");
	frame_release(&frame);
}

/* Reading order on the left, what stands in the cells on the right. */
static void
test_right_to_left_labels(void **state)
{
	struct frame frame = FRAME_INIT;

	(void)state;
	frame_resize(&frame, 1, 12);
	assert_int_equal(frame_put(&frame, 0, 1, 11, STYLE_TEXT, "אבג (2)"), 7);
	assert_row(&frame, 0, " (2) גבא");
	frame_clear(&frame);
	frame_put(&frame, 0, 0, 3, STYLE_TEXT, "אבגדה");
	assert_row(&frame, 0, "גבא");
	frame_clear(&frame);
	frame_put_cut(&frame, 0, 0, 3, STYLE_TEXT, "אבגדה");
	assert_row(&frame, 0, "…בא");
	frame_clear(&frame);
	frame.leave_direction = true;
	frame_put(&frame, 0, 0, 3, STYLE_TEXT, "אבגדה");
	assert_row(&frame, 0, "אבג");
	frame_release(&frame);
}

static void
test_dumps(void **state)
{
	struct frame frame = FRAME_INIT;
	struct buffer out = BUFFER_INIT;

	(void)state;
	frame_resize(&frame, 2, 12);
	frame_put(&frame, 0, 0, 12, STYLE_TEXT, "see 75/240");
	frame_restyle(&frame, 0, 4, 6, STYLE_CITATION);
	frame_put(&frame, 1, 0, 12, STYLE_STRONG, "a");
	frame_put(&frame, 1, 1, 12, STYLE_QUIET, "b");
	frame_dump_styles(&frame, &out);
	assert_string_equal(out.data,
			    "see {citation:75/240}\n{strong:a}{quiet:b}\n");
	buffer_reset(&out);
	frame_dump(&frame, &out);
	assert_string_equal(out.data, "see 75/240\nab\n");
	frame_resize(&frame, 0, 0);
	buffer_reset(&out);
	frame_dump(&frame, &out);
	assert_string_equal(out.data, "");
	buffer_release(&out);
	frame_release(&frame);
}

static void
test_styles_have_names(void **state)
{
	int i, j;

	(void)state;
	for (i = 0; i < STYLE_COUNT; i++) {
		assert_non_null(style_name(i));
		for (j = 0; j < i; j++)
			assert_string_not_equal(style_name(i), style_name(j));
	}
}

/* Whatever is drawn over whatever: widths on every row add up. */
static void
test_random_drawing_keeps_rows_sound(void **state)
{
	struct random random = {77};
	struct frame frame = FRAME_INIT;
	struct buffer text = BUFFER_INIT;
	int i, column;

	(void)state;
	frame_resize(&frame, 1, 31);
	for (i = 0; i < 3000; i++) {
		buffer_reset(&text);
		random_append(&random, random_next(&random, 12), &text);
		frame_put_bytes(&frame, 0, (int)random_next(&random, 40) - 4,
				(int)random_next(&random, 40), STYLE_TEXT,
				text.data, text.len);
		for (column = 0; column < 31; column++)
			if (frame_cell(&frame, 0, column)->width == 2)
				assert_int_equal(
					frame_cell(&frame, 0, ++column)->width,
					0);
			else
				assert_int_equal(
					frame_cell(&frame, 0, column)->width,
					1);
	}
	buffer_release(&text);
	frame_release(&frame);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_put_returns_cells),
		cmocka_unit_test(test_one_frame_in_another),
		cmocka_unit_test(test_nothing_leaves_the_frame),
		cmocka_unit_test(test_halves_of_wide_characters),
		cmocka_unit_test(test_what_is_put_is_filtered),
		cmocka_unit_test(test_a_mark_alone_gets_a_base),
		cmocka_unit_test(test_cut),
		cmocka_unit_test(test_right_to_left_labels),
		cmocka_unit_test(test_dumps),
		cmocka_unit_test(test_styles_have_names),
		cmocka_unit_test(test_random_drawing_keeps_rows_sound),
	};

	return cmocka_run_group_tests_name("frame", tests, NULL, NULL);
}
