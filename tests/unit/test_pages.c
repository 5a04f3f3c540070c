/* Pages: that they end between sentences, and nothing is lost or twice. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <cmocka.h>

#include "lectern/pages.h"
#include "notes_sample.h"

#define TEST_LINE 10 /* bytes a line */

/* A writer whose letters are all as wide. */
static double
test_height(void *data, const struct notes_row *row, size_t column,
	    const struct notes_piece *piece, size_t start, size_t end)
{
	(void)data;
	(void)row;
	(void)column;
	(void)piece;
	return end > start ? (double)((end - start + TEST_LINE - 1) / TEST_LINE)
			   : 1;
}

static double
test_row_gap(void *data, const struct notes_row *row)
{
	(void)data;
	(void)row;
	return 1;
}

static double
test_piece_gap(void *data, const struct notes_cell *cell, size_t piece)
{
	(void)data;
	(void)cell;
	(void)piece;
	return 1;
}

static const struct pages_ops test_ops = {test_height, test_row_gap,
					  test_piece_gap};

/* All parts of a column in order: every byte of every piece once; the pages
 * are no higher than they may be. */
static void
assert_pages_whole(const struct notes *notes, const struct pages *pages,
		   double height)
{
	size_t i, j, column, seen, bytes, page;

	for (column = 0; column < notes->language_count; column++) {
		seen = bytes = 0;
		for (i = 0; i < notes->sheet_count; i++)
			for (j = 0; j < notes->sheets[i].row_count; j++) {
				const struct notes_cell *cell =
					&notes->sheets[i].rows[j].cells[column];
				size_t k;

				for (k = 0; k < cell->count; k++)
					bytes += cell->pieces[k].len;
			}
		for (i = 0; i < pages->rows.len; i++) {
			const struct page_row *row = &pages->rows.items[i];

			assert_true(row->top + row->height <= height);
			for (j = 0; j < row->count[column]; j++) {
				const struct page_part *part =
					&pages->parts
						 .items[row->first[column] + j];

				assert_true(part->end >= part->start);
				seen += part->end - part->start;
			}
		}
		assert_int_equal(seen, bytes);
	}
	/* No page ends with a heading, but where no page holds a sentence under
	 * one. */
	for (page = 0; height >= 16 && page < pages->list.len; page++) {
		const struct page *at = &pages->list.items[page];

		assert_true(at->row_count > 0);
		if (page + 1 < pages->list.len)
			assert_int_not_equal(pages->rows
						     .items[at->first_row +
							    at->row_count - 1]
						     .row->kind,
					     NOTES_ROW_HEADING);
	}
}

/* Every part ends where a sentence does. */
static void
assert_pages_sentences(const struct pages *pages)
{
	size_t i, j, k, column;

	for (i = 0; i < pages->rows.len; i++)
		for (column = 0; column < pages->columns; column++)
			for (j = 0; j < pages->rows.items[i].count[column];
			     j++) {
				const struct page_row *row =
					&pages->rows.items[i];
				const struct page_part *part =
					&pages->parts
						 .items[row->first[column] + j];
				const struct notes_piece *piece =
					&row->row->cells[column]
						 .pieces[part->piece];
				bool is_end = false;

				for (k = 0; k < piece->end_count; k++)
					is_end |= piece->ends[k] == part->end;
				assert_true(is_end);
			}
}

static struct pages
divide(const struct notes *notes, double height)
{
	struct pages_setup setup = {
		.notes = notes, .ops = &test_ops, .height = height, .line = 1};
	struct pages pages;

	pages_divide(&setup, &pages);
	return pages;
}

static void
make_text(struct buffer *text, int sections, int points, int sentences)
{
	int i, j, k;

	buffer_append_string(text, "# Title\n\n");
	for (i = 1; i <= sections; i++) {
		buffer_printf(text, "## Paragraph %d\n\n", i);
		for (j = 1; j <= points; j++) {
			buffer_printf(text, "%d.", j);
			for (k = 0; k < sentences; k++)
				buffer_printf(text, " Sentence %d of %d/%d is.",
					      k, i, j);
			buffer_append_string(text, "\n\n");
		}
	}
}

static void
test_whole_at_every_height(void **state)
{
	struct buffer text = BUFFER_INIT;
	struct meeting *meeting;
	struct notes_request request;
	struct notes *notes;
	struct pages pages;
	int height;

	(void)state;
	make_text(&text, 3, 4, 7);
	meeting = notes_sample_meeting("en", text.data, "ru", text.data);
	request = notes_sample_request(meeting);
	notes = notes_compose(&request);
	for (height = 16; height < 60; height++) {
		pages = divide(notes, height);
		assert_pages_whole(notes, &pages, height);
		assert_pages_sentences(&pages);
		assert_int_equal(pages.broken.len, 0);
		pages_release(&pages);
	}
	/* Even where no sentence fits, nothing is lost. */
	for (height = 1; height < 16; height++) {
		pages = divide(notes, height);
		assert_pages_whole(notes, &pages, height);
		pages_release(&pages);
	}
	notes_free(notes);
	meeting_free(meeting);
	buffer_release(&text);
}

/* A point that fits a page stands on one. */
static void
test_points_stay_whole(void **state)
{
	struct buffer text = BUFFER_INIT;
	struct meeting *meeting;
	struct notes_request request;
	struct notes *notes;
	struct pages pages;
	size_t i;

	(void)state;
	make_text(&text, 4, 5, 3);
	meeting = notes_sample_meeting("en", text.data, NULL, NULL);
	request = notes_sample_request(meeting);
	notes = notes_compose(&request);
	pages = divide(notes, 14);
	for (i = 0; i < pages.rows.len; i++)
		assert_false(pages.rows.items[i].is_begun);
	assert_pages_whole(notes, &pages, 14);
	pages_release(&pages);
	notes_free(notes);
	meeting_free(meeting);
	buffer_release(&text);
}

/* A point that fits a page, but not under its heading, begins a page with it
 * and not wherever its first sentence has room. */
static void
test_heading_takes_its_point_along(void **state)
{
	struct meeting *meeting = notes_sample_meeting(
		"en",
		"# T\n\n## One\n\n1. A b c.\n\n## Two\n\n"
		"1. First words one. First words two. First words three. "
		"First words four. First words five.\n",
		NULL, NULL);
	struct notes_request request = notes_sample_request(meeting);
	struct notes *notes = notes_compose(&request);
	/* The point has nine lines, with its heading eleven. */
	struct pages pages = divide(notes, 10);
	const struct page *page;
	size_t i, begun = SIZE_MAX;

	(void)state;
	assert_pages_whole(notes, &pages, 10);
	assert_pages_sentences(&pages);
	for (i = 0; i < pages.list.len; i++) {
		page = &pages.list.items[i];
		if (!strcmp(pages.rows.items[page->first_row].row->running,
			    "Two") &&
		    begun == SIZE_MAX)
			begun = i;
	}
	assert_int_not_equal(begun, SIZE_MAX);
	page = &pages.list.items[begun];
	assert_int_equal(pages.rows.items[page->first_row].row->kind,
			 NOTES_ROW_HEADING);
	assert_true(pages.rows.items[page->first_row + 1].height >= 6);
	pages_release(&pages);
	notes_free(notes);
	meeting_free(meeting);
}

/* Room that is left free at the foot is used rather than a sentence parted,
 * and only for that. */
static void
test_foot_room_gives_way(void **state)
{
	struct meeting *meeting = notes_sample_meeting(
		"en",
		"# T\n\n## One\n\n1. Short one here. One sentence of quite "
		"many words, more than what would go on a page of eight. "
		"Short two.\n",
		NULL, NULL);
	struct notes_request request = notes_sample_request(meeting);
	struct notes *notes = notes_compose(&request);
	struct pages_setup setup = {.notes = notes,
				    .ops = &test_ops,
				    .height = 7,
				    .line = 1,
				    .most = 9};
	struct pages pages;
	size_t i, high = 0;

	(void)state;
	pages_divide(&setup, &pages);
	assert_pages_whole(notes, &pages, 9);
	assert_pages_sentences(&pages);
	assert_int_equal(pages.broken.len, 0);
	for (i = 0; i < pages.rows.len; i++)
		high += pages.rows.items[i].top + pages.rows.items[i].height >
			7;
	assert_int_equal(high, 1);
	pages_release(&pages);
	notes_free(notes);
	meeting_free(meeting);
}

static void
test_long_sentence_breaks_at_a_clause(void **state)
{
	struct meeting *meeting = notes_sample_meeting(
		"en",
		"## A {#a}\n\n"
		"one two three, four five six, seven eight nine, ten eleven, "
		"twelve thirteen fourteen fifteen sixteen, seventeen eighteen "
		"nineteen twenty, and so on and so forth.\n",
		NULL, NULL);
	struct notes_request request = notes_sample_request(meeting);
	struct notes *notes = notes_compose(&request);
	struct pages pages = divide(notes, 8);
	const struct page_row *row;
	const struct page_part *part;
	const struct notes_piece *piece;
	size_t i;

	(void)state;
	assert_pages_whole(notes, &pages, 8);
	assert_int_equal(pages.broken.len, 1);
	assert_string_equal(pages.broken.items[0]->place, "a/1");
	for (i = 0; i < pages.rows.len; i++) {
		row = &pages.rows.items[i];
		if (row->row->kind != NOTES_ROW_POINT)
			continue;
		part = &pages.parts.items[row->first[0]];
		piece = &row->row->cells[0].pieces[part->piece];
		if (part->end < piece->len)
			assert_int_equal(piece->text[part->end - 2], ',');
	}
	pages_release(&pages);
	notes_free(notes);
	meeting_free(meeting);
}

static void
test_catchword_is_what_comes_next(void **state)
{
	struct buffer text = BUFFER_INIT, words = BUFFER_INIT;
	struct meeting *meeting;
	struct notes_request request;
	struct notes *notes;
	struct pages pages;

	(void)state;
	make_text(&text, 1, 2, 2);
	meeting = notes_sample_meeting("en", text.data, NULL, NULL);
	request = notes_sample_request(meeting);
	notes = notes_compose(&request);
	pages = divide(notes, 8);
	assert_true(pages.list.len > 1);
	pages_catchword(&pages, pages.list.len - 2, 0, &words);
	assert_string_equal(words.data, "Sentence 0 of 1/2");
	buffer_reset(&words);
	pages_catchword(&pages, pages.list.len - 1, 0, &words);
	assert_string_equal(words.data, "");
	pages_number(&pages, notes, 1, &words);
	assert_memory_equal(words.data, "2 of ", 5);
	assert_string_equal(pages_running(&pages, pages.list.len - 1),
			    "Paragraph 1");
	pages_release(&pages);
	notes_free(notes);
	meeting_free(meeting);
	buffer_release(&words);
	buffer_release(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_whole_at_every_height),
		cmocka_unit_test(test_points_stay_whole),
		cmocka_unit_test(test_heading_takes_its_point_along),
		cmocka_unit_test(test_foot_room_gives_way),
		cmocka_unit_test(test_long_sentence_breaks_at_a_clause),
		cmocka_unit_test(test_catchword_is_what_comes_next),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
