/* Rows onto pages. */
#include "lectern/pages.h"

#include <string.h>

#include "lectern/utf8.h"
#include "pages_local.h"

/* As much as a catchword needs to go on reading. */
#define PAGES_CATCH_WORDS      4
#define PAGES_CATCH_CHARACTERS 28
#define PAGES_CATCH_WIDE       8 /* of scripts without spaces */

void
pages_open(struct pages_build *build)
{
	struct page page = {.sheet = build->sheet,
			    .first_row = build->pages->rows.len};

	vector_push(&build->pages->list, page);
	build->used = 0;
}

double
pages_gap(const struct pages_build *build, const struct notes_row *row)
{
	const struct pages_setup *setup = build->setup;

	return build->used > 0 ? setup->ops->row_gap(setup->data, row) : 0;
}

struct page_row *
pages_add_row(struct pages_build *build, const struct notes_row *row)
{
	struct page_row on_page = {.row = row,
				   .top = build->used + pages_gap(build, row)};

	vector_push(&build->pages->rows, on_page);
	vector_last(&build->pages->list)->row_count++;
	return vector_last(&build->pages->rows);
}

static double
pages_piece_height(const struct pages_build *build, const struct notes_row *row,
		   size_t column, size_t piece, size_t end)
{
	const struct pages_setup *setup = build->setup;

	return setup->ops->height(setup->data, row, column,
				  &row->cells[column].pieces[piece], 0, end);
}

/* The first pieces of a cell up to the first break of a kind; of none: all. */
static double
pages_cell_height(const struct pages_build *build, const struct notes_row *row,
		  size_t column, enum pages_break kind)
{
	const struct pages_setup *setup = build->setup;
	const struct notes_cell *cell = &row->cells[column];
	const struct notes_piece *piece;
	double height = 0;
	size_t i;

	for (i = 0; i < cell->count; i++) {
		piece = &cell->pieces[i];
		if (i)
			height += setup->ops->piece_gap(setup->data, cell, i);
		if (kind != PAGES_NONE && !is_pages_bound(cell, i, kind))
			return height + pages_piece_height(build, row, column,
							   i, piece->ends[0]);
		height += pages_piece_height(build, row, column, i, piece->len);
		/* Hostile: enough is known. */
		if (kind != PAGES_NONE && height > setup->most)
			break;
	}
	return height;
}

static double
pages_row_height(const struct pages_build *build, const struct notes_row *row,
		 enum pages_break kind)
{
	double height = 0, cell;
	size_t i;

	for (i = 0; i < build->pages->columns; i++) {
		cell = pages_cell_height(build, row, i, kind);
		if (cell > height)
			height = cell;
	}
	return height;
}

/* Put all of a row here; there is room. */
static void
pages_put_row(struct pages_build *build, const struct notes_row *row)
{
	struct page_row *on_page = pages_add_row(build, row);
	const struct pages_setup *setup = build->setup;
	struct page_part part;
	size_t column, i;

	for (column = 0; column < build->pages->columns; column++) {
		const struct notes_cell *cell = &row->cells[column];
		double used = 0;

		on_page->first[column] = build->pages->parts.len;
		on_page->count[column] = cell->count;
		for (i = 0; i < cell->count; i++) {
			part = (struct page_part){.piece = i,
						  .end = cell->pieces[i].len};
			part.top =
				used +
				(i ? setup->ops->piece_gap(setup->data, cell, i)
				   : 0);
			part.height = pages_piece_height(build, row, column, i,
							 part.end);
			used = part.top + part.height;
			vector_push(&build->pages->parts, part);
		}
		if (used > on_page->height)
			on_page->height = used;
	}
	build->used = on_page->top + on_page->height;
}

/* Rows [first, first + count) that may not be parted, and their height where
 * the first of them stands at the top of a page. */
struct pages_group {
	const struct notes_row *rows;
	size_t count;
	double heads; /* all but the last, and the space above the last */
	double last;
};

/* The rows that keep together from 'rows' on, of 'left'. */
static void
pages_find_group(const struct pages_build *build, const struct notes_row *rows,
		 size_t left, struct pages_group *group)
{
	const struct pages_setup *setup = build->setup;
	size_t i = 0;

	*group = (struct pages_group){.rows = rows};
	while (i + 1 < left && rows[i].keeps_next) {
		group->heads +=
			(i ? setup->ops->row_gap(setup->data, &rows[i]) : 0) +
			pages_row_height(build, &rows[i], PAGES_NONE);
		i++;
	}
	if (i)
		group->heads += setup->ops->row_gap(setup->data, &rows[i]);
	group->last = pages_row_height(build, &rows[i], PAGES_NONE);
	group->count = i + 1;
}

/*
 * Where the last row of a group that no page holds begins: here, if its first
 * sentence has room, else on a new page; one whose first sentence no page
 * holds, where there is room for two lines of it. Only a sentence that else
 * would not stand with its heads may reach down into the free room.
 */
static void
pages_begin_split(struct pages_build *build, const struct pages_group *group,
		  double least)
{
	const struct pages_setup *setup = build->setup;
	const struct notes_row *last = &group->rows[group->count - 1];
	bool is_high = group->heads + least > setup->height;

	build->worst = is_high ? PAGES_SENTENCE : PAGES_NONE;
	if (least > setup->most) {
		build->worst = PAGES_WORD;
		least = 2 * setup->line;
	}
	if (build->used > 0 && build->used + pages_gap(build, last) + least >
				       (is_high ? setup->most : setup->height))
		pages_open(build);
}

/*
 * A group that no page holds: what leads it stays with its first sentences; if
 * not even these have room under it, with the cue that leads to them. Without
 * one a heading stands alone rather than a sentence be parted. A point that
 * only its heading keeps from fitting begins a page with it, so that a sentence
 * or two go over and no more. Heads that are themselves too high are parted
 * like the rest.
 */
static void
pages_split_group(struct pages_build *build, const struct pages_group *group)
{
	const struct pages_setup *setup = build->setup;
	const struct notes_row *last = &group->rows[group->count - 1];
	double least = pages_row_height(build, last, PAGES_SENTENCE);
	double loose = pages_row_height(build, last, PAGES_LOOSE);
	bool is_whole = group->heads + least <= setup->most;
	bool is_loose = !is_whole && least <= setup->most && loose < least &&
			group->heads + loose <= setup->height;
	size_t i;

	if (build->used > 0 && (group->last <= setup->height ||
				build->used + pages_gap(build, group->rows) +
						group->heads + least >
					setup->height))
		pages_open(build);
	for (i = 0; i + 1 < group->count; i++)
		if (is_whole || is_loose)
			pages_put_row(build, &group->rows[i]);
		else
			pages_split_row(build, &group->rows[i]);
	if (is_loose)
		build->worst = PAGES_LOOSE;
	else
		pages_begin_split(build, group, least);
	pages_split_row(build, last);
	build->worst = PAGES_NONE;
}

static void
pages_put_group(struct pages_build *build, struct pages_group *group)
{
	double whole = group->heads + group->last;
	size_t i;

	/* The minutes may stand apart from a point that no page holds. */
	if (whole > build->setup->height && group->count > 1 &&
	    group->rows[group->count - 1].kind == NOTES_ROW_MINUTES) {
		pages_find_group(build, group->rows, group->count - 1, group);
		whole = group->heads + group->last;
	}
	if (whole > build->setup->height) {
		pages_split_group(build, group);
		return;
	}
	if (build->used + pages_gap(build, group->rows) + whole >
	    build->setup->height)
		pages_open(build);
	for (i = 0; i < group->count; i++)
		pages_put_row(build, &group->rows[i]);
}

void
pages_divide(const struct pages_setup *setup, struct pages *pages)
{
	struct pages_setup own = *setup;
	struct pages_build build = {
		.setup = &own, .pages = pages, .worst = PAGES_NONE};
	const struct notes *notes = setup->notes;
	const struct notes_sheet *sheet;
	struct pages_group group;
	size_t i;

	if (own.height < own.line)
		own.height = own.line;
	if (own.most < own.height)
		own.most = own.height;
	memset(pages, 0, sizeof *pages);
	pages->columns = notes->language_count;
	for (; build.sheet < notes->sheet_count; build.sheet++) {
		sheet = &notes->sheets[build.sheet];
		pages_open(&build);
		for (i = 0; i < sheet->row_count; i += group.count) {
			pages_find_group(&build, &sheet->rows[i],
					 sheet->row_count - i, &group);
			pages_put_group(&build, &group);
		}
	}
}

void
pages_release(struct pages *pages)
{
	vector_release(&pages->list);
	vector_release(&pages->rows);
	vector_release(&pages->parts);
	vector_release(&pages->broken);
}

/* --- what stands around a page --- */

/* The first words of a text. */
static void
pages_first_words(const char *text, size_t len, struct buffer *out)
{
	size_t at = 0, end = 0, words = 0, characters = 0, wide = 0;
	uint32_t cp;

	while (at < len && characters < PAGES_CATCH_CHARACTERS &&
	       wide < PAGES_CATCH_WIDE && words < PAGES_CATCH_WORDS) {
		at += utf8_decode(text + at, len - at, &cp);
		characters++;
		wide += cp >= 0x2e80;
		if (cp == ' ' || cp == '\n' || at == len || wide) {
			end = cp == ' ' || cp == '\n' ? at - 1 : at;
			words += !wide;
		}
	}
	/* A word longer than a catchword is one all the same. */
	if (!end)
		end = at;
	buffer_append(out, text, end);
}

void
pages_catchword(const struct pages *pages, size_t index, size_t column,
		struct buffer *out)
{
	const struct page *page;
	const struct page_row *row;
	const struct page_part *part;
	const struct notes_piece *piece;
	size_t i, j;

	if (index + 1 >= pages->list.len)
		return;
	page = &pages->list.items[index + 1];
	for (i = 0; i < page->row_count; i++) {
		row = &pages->rows.items[page->first_row + i];
		for (j = 0; j < row->count[column]; j++) {
			part = &pages->parts.items[row->first[column] + j];
			piece = &row->row->cells[column].pieces[part->piece];
			if (piece->kind == NOTES_SYMBOLS)
				continue;
			pages_first_words(piece->text + part->start,
					  part->end - part->start, out);
			return;
		}
	}
}

void
pages_number(const struct pages *pages, const struct notes *notes, size_t index,
	     struct buffer *out)
{
	const char *at = notes->page_of, *brace;

	for (; (brace = strchr(at, '{')); at = brace + 3) {
		buffer_append(out, at, (size_t)(brace - at));
		buffer_printf(out, "%zu",
			      brace[1] == 'x' ? index + 1 : pages->list.len);
	}
	buffer_append_string(out, at);
}

const char *
pages_running(const struct pages *pages, size_t index)
{
	const struct page *page = &pages->list.items[index];
	size_t i;
	const char *running = "";

	for (i = 0; !*running && i < page->row_count; i++)
		running = pages->rows.items[page->first_row + i].row->running;
	return running;
}
