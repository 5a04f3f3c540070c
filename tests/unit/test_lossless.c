/* No word of a brief is cut or lost, at any width, in any script. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <cmocka.h>

#include "lectern/filter.h"
#include "lectern/utf8.h"
#include "random_text.h"
#include "sample_row.h"

/* Text of the column [from, from + width) without spaces and filler. */
static void
column_text(const struct frame *frame, int from, int width, struct buffer *out)
{
	const struct cell *cell;
	int row, column, i;

	for (row = 0; row < frame->rows; row++)
		for (column = from; column < from + width; column++) {
			cell = frame_cell(frame, row, column);
			if (!cell->width)
				continue;
			if (cell->base && cell->base != ' ' &&
			    cell->base != 0xa0)
				buffer_append_char(out, cell->base);
			for (i = 0; i < cell->mark_count; i++)
				buffer_append_char(out, cell->marks[i]);
		}
}

static void
squeeze(const char *text, size_t len, struct buffer *out)
{
	struct buffer filtered = BUFFER_INIT;
	size_t at = 0;
	uint32_t cp;

	filter_text(text, len, SINK_SCREEN, &filtered);
	while (at < filtered.len) {
		at += utf8_decode(filtered.data + at, filtered.len - at, &cp);
		if (cp != ' ' && cp != '\n' && cp != '\t' && cp != 0xa0)
			buffer_append_char(out, cp);
	}
	buffer_release(&filtered);
}

/* A word, or once in a while anything at all. */
static void
append_word(struct random *random, const char *language, struct buffer *out)
{
	uint32_t base = 'a', span = 26, len = 1 + random_next(random, 12);

	if (random_next(random, 25) == 0) {
		random_append(random, len, out);
		return;
	}
	if (!strcmp(language, "ru"))
		base = 0x430, span = 32;
	else if (!strcmp(language, "zh"))
		base = 0x4e00, span = 20000;
	else if (!strcmp(language, "ar"))
		base = 0x641, span = 9;
	if (random_next(random, 8) == 0)
		buffer_append_string(out, "A/RES/75/240");
	while (len--)
		buffer_append_char(out, base + random_next(random, span));
}

static void
make_words(struct random *random, const char *language, struct buffer *out)
{
	uint32_t count = random_next(random, 20);

	while (count--) {
		append_word(random, language, out);
		buffer_append_byte(out, random_next(random, 30) ? ' ' : '\n');
	}
}

static void
assert_columns_hold(const struct sample *sample, const struct columns *columns,
		    const struct frame *frame)
{
	struct buffer column = BUFFER_INIT, words = BUFFER_INIT;
	size_t i, j;

	for (i = 0; i < columns->count; i++) {
		const struct point *point = &sample->points[i];

		buffer_reset(&column);
		column_text(frame, columns->start[i], columns->width[i],
			    &column);
		for (j = 0; j < point->block_count; j++) {
			buffer_reset(&words);
			squeeze(point->blocks[j].text, point->blocks[j].len,
				&words);
			if (!strstr(column.data, words.data))
				fail_msg("width %d: '%s' is not in '%s'",
					 columns->total, words.data,
					 column.data);
		}
	}
	buffer_release(&column);
	buffer_release(&words);
}

static void
check_random_point(struct random *random, int width)
{
	static const char *const all[] = {"ru", "en", "zh", "ar"};
	struct buffer words[4][4];
	struct sample sample;
	struct columns columns;
	struct frame frame = FRAME_INIT;
	struct row_options options = {.leave_direction = true,
				      .show_citations = true};
	size_t first = random_next(random, 4), i, j;
	/* Wide characters do not fit into one column. */
	size_t count = width == 1 ? 1 : 1 + random_next(random, 3);
	const char *languages[3];

	for (i = 0; i < count; i++)
		languages[i] = width == 1 ? "ru" : all[(first + i) % 4];
	sample_init(&sample, languages, count);
	for (i = 0; i < count; i++)
		for (j = 0; j < 4; j++) {
			struct block block;

			buffer_init(&words[i][j]);
			if (width > 1)
				make_words(random, languages[i], &words[i][j]);
			else
				buffer_append_string(&words[i][j], "слово и");
			block = make_block((enum block_kind)random_next(
						   random, BLOCK_VERBATIM + 1),
					   words[i][j].data);
			block.len = words[i][j].len;
			block.depth = 1 + (int)random_next(random, 9);
			block.marker = block.kind == BLOCK_ITEM ? "(a)" : "";
			sample_add(&sample, i, block);
		}
	sample.points[0].role = random_next(random, ROLE_COUNT);
	columns_plan(&columns, &sample.meeting, languages, count, width,
		     (int)random_next(random, 100));
	draw_row(row_layout_point(&sample.meeting, &sample.section, &sample.row,
				  &columns, &options),
		 width, &frame);
	assert_columns_hold(&sample, &columns, &frame);
	frame_release(&frame);
	for (i = 0; i < count; i++)
		for (j = 0; j < 4; j++)
			buffer_release(&words[i][j]);
}

static void
test_no_word_is_lost_at_any_width(void **state)
{
	struct random random = {20210527};
	int width, i;

	(void)state;
	for (width = 1; width <= 200; width++)
		for (i = 0; i < 6; i++)
			check_random_point(&random, width);
}

/* A point of 'count' times 'piece', in one block or in as many, 'strong' all
 * over and once more around each piece. */
struct hostile {
	const char *piece;
	bool in_blocks, is_strong;
};

static void
hostile_init(const struct hostile *hostile, size_t count, struct block **blocks,
	     size_t *block_count, struct buffer *words)
{
	size_t per = hostile->in_blocks ? 1 : count, i;
	struct span *spans = NULL;

	*block_count = hostile->in_blocks ? count : 1;
	for (i = 0; i < per; i++)
		buffer_append_string(words, hostile->piece);
	if (hostile->is_strong) {
		spans = calloc(per + 1, sizeof *spans);
		spans[0] =
			(struct span){.kind = SPAN_STRONG, .end = words->len};
		for (i = 0; i < per; i++)
			spans[i + 1] = (struct span){
				.kind = i % 2 ? SPAN_EMPHASIS : SPAN_STRONG,
				.start = i * strlen(hostile->piece),
				.end = (i + 1) * strlen(hostile->piece)};
	}
	*blocks = calloc(*block_count, sizeof **blocks);
	for (i = 0; i < *block_count; i++)
		(*blocks)[i] =
			(struct block){.kind = BLOCK_ITEM,
				       .depth = 2,
				       .marker = "-",
				       .text = words->data,
				       .len = words->len,
				       .spans = spans,
				       .span_count = spans ? per + 1 : 0};
}

static double
hostile_seconds(const struct hostile *hostile, size_t count)
{
	const struct row_options options = {.show_citations = true};
	struct buffer words = BUFFER_INIT;
	struct sample sample;
	struct block *blocks;
	struct frame frame = FRAME_INIT;
	struct timespec from, to;

	sample_init(&sample, (const char *[]){"en"}, 1);
	hostile_init(hostile, count, &blocks, &sample.points[0].block_count,
		     &words);
	sample.points[0].blocks = blocks;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &from);
	draw_point(&sample, 80, &options, &frame);
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &to);
	frame_release(&frame);
	buffer_release(&words);
	free((void *)blocks[0].spans);
	free(blocks);
	return (double)(to.tv_sec - from.tv_sec) +
	       (double)(to.tv_nsec - from.tv_nsec) * 1e-9;
}

/* Eight times as much takes at most about 8 * 1.5 times as long. */
static void
test_time_is_linear(void **state)
{
	static const struct hostile all[] = {
		{"words and more ", false, false},
		{"item", true, false},
		{"x 75/240 ", false, true},
		{"75/240 ", true, true},
		{"a/", false, true},
	};
	double small, large;
	size_t i, tries;

	(void)state;
	for (i = 0; i < sizeof all / sizeof all[0]; i++) {
		for (tries = 0; tries < 8; tries++) {
			small = hostile_seconds(&all[i], 1 << 11);
			large = hostile_seconds(&all[i], 1 << 14);
			if (large < 12 * small + 0.05)
				break;
		}
		if (tries == 8)
			fail_msg("\"%s\": %g s, then %g s", all[i].piece, small,
				 large);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_no_word_is_lost_at_any_width),
		cmocka_unit_test(test_time_is_linear),
	};

	return cmocka_run_group_tests_name("lossless", tests, NULL, NULL);
}
