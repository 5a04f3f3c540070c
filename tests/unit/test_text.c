/* Lines: where they break, that nothing is lost, direction, and time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>
#include <uninorm.h>

#include "lectern/filter.h"
#include "lectern/text.h"
#include "lectern/utf8.h"
#include "random_text.h"

/* All lines drawn in 'width' columns, with '|' at both ends. */
static void
text_dump(const struct text *text, int width, struct buffer *out)
{
	struct frame frame = FRAME_INIT;
	size_t i;

	frame_resize(&frame, 1, width);
	for (i = 0; i < text->line_count; i++) {
		frame_clear(&frame);
		text_draw_line(text, i, &frame, 0, 0, width);
		frame_row_text(&frame, 0, out);
		buffer_append_string(out, "|");
	}
	frame_release(&frame);
}

static void
assert_lines_of(struct text *text, const char *words, int width, bool verbatim,
		const char *expected)
{
	struct buffer out = BUFFER_INIT;

	text_layout(text, words, strlen(words), STYLE_TEXT, NULL, 0, width,
		    verbatim);
	text_dump(text, width, &out);
	assert_string_equal(out.data, expected);
	buffer_release(&out);
	text_release(text);
}

static void
assert_lines(const char *words, int width, const char *expected)
{
	struct text text = TEXT_INIT;

	assert_lines_of(&text, words, width, false, expected);
}

static void
test_words_wrap(void **state)
{
	(void)state;
	assert_lines("The wording overlaps.", 12, "The wording|overlaps.|");
	assert_lines("The wording overlaps.", 11, "The wording|overlaps.|");
	assert_lines("The wording overlaps.", 21, "The wording overlaps.|");
	assert_lines("  two   spaces  ", 20, "two spaces|");
	assert_lines("one\ntwo\n\nfour\n", 20, "one|two||four|");
	assert_lines("", 20, "");
	assert_lines("\n", 20, "|");
	/* UAX #14 allows no break here; a word is not cut for it. */
	assert_lines("said “urgently” (subparagraph two)", 20,
		     "said “urgently”|(subparagraph two)|");
	assert_lines("les navires ; rien", 12, "les|navires ;|rien|");
	assert_lines("navires ; rien", 8, "navires|; rien|");
	assert_lines("联合国大会第75/240号决议。", 10,
		     "联合国大会|第75/240号|决议。|");
}

static void
test_long_words_break_between_graphemes(void **state)
{
	(void)state;
	assert_lines("информационно", 5, "инфор|мацио|нно|");
	assert_lines("e\u0301e\u0301e\u0301", 2, "e\u0301e\u0301|e\u0301|");
	assert_lines("x информпреступности", 8, "x|информпр|еступнос|ти|");
	assert_lines("ab国", 1, "a|b|?|");
	assert_lines("国国", 3, "国|国|");
}

static void
test_symbols_stay_whole(void **state)
{
	(void)state;
	assert_lines("see A/RES/75/240 now", 14, "see|A/RES/75/240|now|");
	assert_lines("A/C.1/73/L.27/Rev.1", 19, "A/C.1/73/L.27/Rev.1|");
	assert_lines("in A/C.1/73/L.27/Rev.1", 19, "in|A/C.1/73/L.27/Rev.1|");
	/* Longer than the line: at a slash, not in the middle. */
	assert_lines("A/C.1/73/L.27/Rev.1", 15, "A/C.1/73/L.27/|Rev.1|");
	assert_lines("A/RES/217(III)A", 15, "A/RES/217(III)A|");
	assert_lines("резолюция № 75/240", 13, "резолюция|№ 75/240|");
	assert_lines("резолюция №74/247 «Про", 12, "резолюция|№74/247 «Про|");
	assert_lines("12 марта с.г. докладе", 11, "12 марта|с.г.|докладе|");
	assert_lines("Resolution No. 74/247", 16, "Resolution|No. 74/247|");
	assert_lines("said no. 5", 9, "said|no. 5|");
	assert_lines("piano. 5 x", 8, "piano. 5|x|");
	assert_lines("and/or", 4, "and/|or|");
	assert_lines("№ 5", 2, "№|5|");
}

static void
test_no_break_spaces_hold(void **state)
{
	(void)state;
	assert_lines("aa 31\u00a0December", 12, "aa|31\u00a0December|");
	assert_lines("aa ICT\u2011related", 13, "aa|ICT\u2011related|");
	assert_lines("aa ICT-related", 13, "aa ICT-|related|");
}

static void
test_verbatim_keeps_spaces(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	assert_lines_of(&text, "a  b\n  c\td", 20, true, "a  b|  c     d|");
	assert_lines_of(&text, "| a | b |", 5, true, "| a ||b ||");
	assert_lines_of(&text, "      deep", 4, true, "|deep|");
}

static void
test_hostile_text_is_shown(void **state)
{
	(void)state;
	assert_lines("a\033b", 20, "a<U+001B>b|");
	assert_lines("\u202eabc", 20, "<U+202E>abc|");
	assert_lines("\xff\xfe", 20, "\ufffd\ufffd|");
}

static void
test_right_to_left(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	/* Visual order, flush right; figures and Latin keep theirs. */
	assert_lines("אבג 75/240", 12, "  75/240 גבא|");
	assert_lines("(אבג)", 6, " (גבא)|");
	assert_lines("see אבג", 10, "see גבא|");
	assert_lines("אבג דהו", 4, " גבא| והד|");
	assert_lines("אבג\n75\nabc", 5, "  גבא|   75|abc|");
	text.is_right_to_left = true;
	assert_lines_of(&text, "A/7 אבג", 8, false, " גבא A/7|");
	text.leave_direction = true;
	assert_lines_of(&text, "אבג (דה", 8, false, "אבג (דה|");
}

/* Letters take the forms in which they join; lam and alef are one. */
static void
test_arabic_letters_join(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	assert_lines("بيت", 4, " \ufe96\ufef4\ufe91|");
	assert_lines("لا سلام", 4, "   \ufefb| \ufee1\ufefc\ufeb3|");
	text.leave_direction = true;
	assert_lines_of(&text, "لا بيت", 6, false, "لا بيت|");
}

/* A joiner has done its work when letters are shaped: here it parts two. */
static void
test_joiner_of_a_reordered_line(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	assert_lines("بب", 4, "  \ufe90\ufe91|");
	assert_lines("ب\u200cب", 4, "  \ufe8f\ufe8f|");
	text.leave_direction = true;
	assert_lines_of(&text, "ب\u200cب", 6, false, "ب\u200cب|");
}

static void
test_spans_follow_the_text(void **state)
{
	/* a, ESC, "strong", " ", "75/240 of x": later spans win. */
	const char *words = "a\033strong 75/240 of x";
	const struct styled_span spans[] = {{2, 15, STYLE_STRONG},
					    {9, 15, STYLE_STRONG_CITATION},
					    {16, 99, STYLE_EMPHASIS}};
	struct text text = TEXT_INIT;
	struct frame frame = FRAME_INIT;
	struct buffer out = BUFFER_INIT;

	(void)state;
	text_layout(&text, words, strlen(words), STYLE_TEXT, spans, 3, 40,
		    false);
	frame_resize(&frame, 1, 40);
	text_draw_line(&text, 0, &frame, 0, 0, 40);
	frame_dump_styles(&frame, &out);
	assert_string_equal(out.data,
			    "a<U+001B>{strong:strong }"
			    "{strong-citation:75/240} {emphasis:of x}\n");
	buffer_release(&out);
	frame_release(&frame);
	text_release(&text);
}

/* Append the glyphs of a line in logical order. */
static void
append_line(const struct text *text, size_t line, struct buffer *out)
{
	const struct text_line *at = &text->lines[line];
	size_t mark = at->first_mark, i, j;

	for (i = at->first; i < at->first + at->count; i++) {
		buffer_append_char(out, text->glyphs[i].base);
		for (j = 0; j < text->glyphs[i].mark_count; j++)
			buffer_append_char(out, text->marks[mark++]);
	}
}

/* Text without what lines may leave out: spaces, breaks, the base that a lone
 * mark is given, and the forms in which letters join. */
static void
squeeze(const char *words, size_t size, struct buffer *out)
{
	size_t at = 0, len = 0;
	char *text = (char *)u8_normalize(UNINORM_NFKD, (const uint8_t *)words,
					  size, NULL, &len);
	uint32_t cp;

	while (at < len) {
		at += utf8_decode(text + at, len - at, &cp);
		if (cp != ' ' && cp != '\n' && cp != '\t' && cp != 0xa0)
			buffer_append_char(out, cp);
	}
	free(text);
}

static void
assert_nothing_lost(const struct buffer *words, int width, bool verbatim)
{
	struct buffer filtered = BUFFER_INIT, lines = BUFFER_INIT;
	struct buffer expected = BUFFER_INIT, found = BUFFER_INIT;
	struct text text = TEXT_INIT;
	size_t i;

	filter_text(words->data, words->len, SINK_SCREEN, &filtered);
	squeeze(filtered.data, filtered.len, &expected);
	text_layout(&text, words->data, words->len, STYLE_TEXT, NULL, 0, width,
		    verbatim);
	for (i = 0; i < text.line_count; i++) {
		assert_true(text.lines[i].width <= width);
		append_line(&text, i, &lines);
	}
	squeeze(lines.data, lines.len, &found);
	assert_string_equal(found.data, expected.data);
	text_release(&text);
	buffer_release(&filtered);
	buffer_release(&lines);
	buffer_release(&expected);
	buffer_release(&found);
}

static void
test_nothing_is_lost(void **state)
{
	struct random random = {4242};
	struct buffer words = BUFFER_INIT;
	int i;

	(void)state;
	for (i = 0; i < 6000; i++) {
		buffer_reset(&words);
		random_append(&random, random_next(&random, 60), &words);
		assert_nothing_lost(&words, 2 + (int)random_next(&random, 50),
				    i % 2);
	}
	buffer_release(&words);
}

/* Every cell that is drawn comes from the text, whatever the order. */
static void
test_drawing_shows_all_cells(void **state)
{
	struct random random = {99};
	struct frame frame = FRAME_INIT;
	struct buffer words = BUFFER_INIT;
	struct text text = TEXT_INIT;
	int i, column, drawn;
	size_t line;

	(void)state;
	for (i = 0; i < 2000; i++) {
		buffer_reset(&words);
		random_append(&random, random_next(&random, 60), &words);
		text_layout(&text, words.data, words.len, STYLE_STRONG, NULL, 0,
			    30, false);
		frame_resize(&frame, 1, 30);
		for (line = 0; line < text.line_count; line++) {
			frame_clear(&frame);
			text_draw_line(&text, line, &frame, 0, 0, 30);
			for (column = drawn = 0; column < 30; column++)
				drawn += frame.cells[column].style ==
					 STYLE_STRONG;
			assert_int_equal(drawn, text.lines[line].width);
		}
		text_release(&text);
	}
	frame_release(&frame);
	buffer_release(&words);
}

static double
seconds_of(const char *piece, size_t count, int width, const char *other)
{
	struct buffer words = BUFFER_INIT;
	struct text text = TEXT_INIT;
	struct timespec from, to;
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_append_string(&words, piece);
		if (i % 2)
			buffer_append_string(&words, other);
	}
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	text_layout(&text, words.data, words.len, STYLE_TEXT, NULL, 0, width,
		    false);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	text_release(&text);
	buffer_release(&words);
	return (double)(to.tv_sec - from.tv_sec) +
	       (double)(to.tv_nsec - from.tv_nsec) * 1e-9;
}

/* A MiB of one thing: eight times as much may take at most about 8 * 1.5
 * times as long (measured several times, for the noise of the machine). */
static void
test_time_is_linear(void **state)
{
	static const char *const pieces[][2] = {
		{"x", ""},	{"\u0301", ""}, {" ", ""},  {"א", "a"},
		{"(", "א"},	{"国", ""},	{"/a", ""}, {"\033", ""},
		{"\u1100", ""}, {"a ", "№ "},	{"\n", ""},
	};
	size_t i, tries;
	double small, large;

	(void)state;
	for (i = 0; i < sizeof pieces / sizeof pieces[0]; i++) {
		for (tries = 0; tries < 8; tries++) {
			small = seconds_of(pieces[i][0], 1 << 15, 40,
					   pieces[i][1]);
			large = seconds_of(pieces[i][0], 1 << 18, 40,
					   pieces[i][1]);
			if (large < 12 * small + 0.05)
				break;
		}
		if (tries == 8)
			fail_msg("\"%s\": %g s, then %g s", pieces[i][0], small,
				 large);
	}
}

/* Spans that all overlap are painted once, not once each. */
static void
test_overlapping_spans_are_linear(void **state)
{
	enum { COUNT = 1 << 17 };
	struct styled_span *spans = calloc(COUNT, sizeof *spans);
	char *words = malloc(COUNT);
	struct text text = TEXT_INIT;
	size_t i;

	(void)state;
	memset(words, 'x', COUNT);
	for (i = 0; i < COUNT; i++)
		spans[i] = (struct styled_span){i, COUNT, STYLE_STRONG};
	text_layout(&text, words, COUNT, STYLE_TEXT, spans, COUNT, 80, false);
	assert_int_equal(text.glyph_count, COUNT);
	assert_int_equal(text.glyphs[COUNT - 1].style, STYLE_STRONG);
	text_release(&text);
	free(spans);
	free(words);
}

static void
test_width(void **state)
{
	(void)state;
	assert_int_equal(text_width("Пункт", 10), 5);
	assert_int_equal(text_width("国\u0301x", 6), 3);
	assert_int_equal(text_width("\033", 1), 8);
	assert_int_equal(text_width("", 0), 0);
	assert_int_equal(text_width("\u0301", 2), 1);
}

static void
check_bar(size_t part, size_t whole, const char *expected)
{
	struct buffer out = BUFFER_INIT;

	text_bar(part, whole, 4, &out);
	assert_string_equal(out.data, expected);
	buffer_release(&out);
}

static void
test_bar(void **state)
{
	(void)state;
	check_bar(0, 7, "░░░░");
	check_bar(1, 1000, "█░░░");
	check_bar(4, 8, "██░░");
	check_bar(999, 1000, "███░");
	check_bar(7, 7, "████");
	check_bar(0, 0, "░░░░");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_words_wrap),
		cmocka_unit_test(test_long_words_break_between_graphemes),
		cmocka_unit_test(test_symbols_stay_whole),
		cmocka_unit_test(test_no_break_spaces_hold),
		cmocka_unit_test(test_verbatim_keeps_spaces),
		cmocka_unit_test(test_hostile_text_is_shown),
		cmocka_unit_test(test_right_to_left),
		cmocka_unit_test(test_arabic_letters_join),
		cmocka_unit_test(test_joiner_of_a_reordered_line),
		cmocka_unit_test(test_spans_follow_the_text),
		cmocka_unit_test(test_nothing_is_lost),
		cmocka_unit_test(test_drawing_shows_all_cells),
		cmocka_unit_test(test_time_is_linear),
		cmocka_unit_test(test_overlapping_spans_are_linear),
		cmocka_unit_test(test_width),
		cmocka_unit_test(test_bar),
	};

	return cmocka_run_group_tests_name("text", tests, NULL, NULL);
}
