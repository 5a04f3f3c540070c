/* A row that is higher than a page: its columns go on over several, each
 * ending where one of its sentences does. */
#include "pages_local.h"

/* What a column puts onto a page. */
struct pages_fill {
	const struct pages_build *build;
	const struct notes_row *row;
	size_t column;
	double room, used;
	enum pages_break kind;
	struct pages_state state, good; /* 'good': where the page may end */
	size_t good_parts;
	double good_used;
};

bool
is_pages_bound(const struct notes_cell *cell, size_t piece,
	       enum pages_break kind)
{
	const struct notes_piece *at = &cell->pieces[piece];

	if (piece + 1 >= cell->count || kind > PAGES_LOOSE)
		return false;
	switch (at->kind) {
	case NOTES_SYMBOLS:
	case NOTES_TAG:
	case NOTES_CUE:
	case NOTES_SUBHEADING:
		return kind == PAGES_SENTENCE;
	default:
		return at->is_open && at[1].kind == NOTES_ITEM;
	}
}

static double
pages_fill_height(const struct pages_fill *fill, size_t end)
{
	const struct pages_setup *setup = fill->build->setup;
	const struct notes_piece *piece;

	piece = &fill->row->cells[fill->column].pieces[fill->state.piece];
	return setup->ops->height(setup->data, fill->row, fill->column, piece,
				  fill->state.start, end);
}

/* Put bytes from where the column stands to 'end' onto the page. */
static void
pages_fill_take(struct pages_fill *fill, size_t end, double gap)
{
	const struct notes_cell *cell = &fill->row->cells[fill->column];
	struct pages *pages = fill->build->pages;
	struct page_part part = {.piece = fill->state.piece,
				 .start = fill->state.start,
				 .end = end,
				 .top = fill->used + gap,
				 .height = pages_fill_height(fill, end)};
	bool is_whole = end >= cell->pieces[part.piece].len;

	vector_push(&pages->parts, part);
	fill->used = part.top + part.height;
	fill->state.start = is_whole ? 0 : end;
	fill->state.piece += is_whole;
	if (is_whole && is_pages_bound(cell, part.piece, fill->kind))
		return;
	fill->good = fill->state;
	fill->good_parts = pages->parts.len;
	fill->good_used = fill->used;
}

/*
 * One line alone at the top of a page is a widow: rather leave two sentences
 * for it, where more than one would stand here.
 */
static size_t
pages_fill_avoid_widow(const struct pages_fill *fill, size_t end)
{
	const struct pages_setup *setup = fill->build->setup;
	const struct notes_piece *piece;
	double left;
	size_t i;

	piece = &fill->row->cells[fill->column].pieces[fill->state.piece];
	left = setup->ops->height(setup->data, fill->row, fill->column, piece,
				  end, piece->len);
	if (left > 1.5 * setup->line)
		return end;
	for (i = piece->end_count; i-- > 0;)
		if (piece->ends[i] < end)
			break;
	return i < piece->end_count && piece->ends[i] > fill->state.start
		       ? piece->ends[i]
		       : end;
}

/* Fill the page from where the column stands. */
static void
pages_fill_run(struct pages_fill *fill)
{
	const struct notes_cell *cell = &fill->row->cells[fill->column];
	const struct pages_setup *setup = fill->build->setup;
	const struct notes_piece *piece;
	double gap, room;
	size_t end;

	while (fill->state.piece < cell->count) {
		piece = &cell->pieces[fill->state.piece];
		gap = fill->used > 0 ? setup->ops->piece_gap(setup->data, cell,
							     fill->state.piece)
				     : 0;
		room = fill->room - fill->used - gap;
		end = piece->len;
		if (pages_fill_height(fill, end) > room) {
			end = pages_find_end(
				fill->build, fill->row, fill->column, piece,
				fill->state.start, room, fill->kind);
			if (end < piece->len && fill->kind <= PAGES_LOOSE)
				end = pages_fill_avoid_widow(fill, end);
			/* Not even a character: it stands out of the page. */
			if (fill->kind == PAGES_WORD &&
			    end == fill->state.start)
				end = piece->len;
			if (end > fill->state.start || end == piece->len)
				pages_fill_take(fill, end, gap);
			break;
		}
		pages_fill_take(fill, end, gap);
	}
}

/* The column's part of this page; true where anything of it is there. */
static bool
pages_split_column(struct pages_build *build, struct page_row *on_page,
		   size_t column, struct pages_state *state, double room,
		   enum pages_break kind)
{
	struct pages *pages = build->pages;
	struct pages_fill fill = {.build = build,
				  .row = on_page->row,
				  .column = column,
				  .room = room,
				  .kind = kind,
				  .state = *state,
				  .good = *state,
				  .good_parts = pages->parts.len};
	size_t before = pages->parts.len;

	pages_fill_run(&fill);
	pages->parts.len = fill.good_parts;
	on_page->first[column] = before;
	on_page->count[column] = fill.good_parts - before;
	if (fill.good_used > on_page->height)
		on_page->height = fill.good_used;
	*state = fill.good;
	state->is_done = state->piece >= on_page->row->cells[column].count;
	return fill.good_parts > before;
}

static void
pages_note_broken(struct pages_build *build, const struct notes_row *row)
{
	struct pages *pages = build->pages;

	if (!pages->broken.len || *vector_last(&pages->broken) != row)
		vector_push(&pages->broken, row);
}

/* Is the column's next sentence, without what leads to it, higher than any
 * page? */
static bool
is_pages_too_high(const struct pages_build *build, const struct notes_row *row,
		  size_t column, const struct pages_state *state)
{
	const struct pages_setup *setup = build->setup;
	const struct notes_cell *cell = &row->cells[column];
	size_t piece = state->piece, start = state->start, i = 0;

	while (piece + 1 < cell->count &&
	       is_pages_bound(cell, piece, PAGES_SENTENCE) &&
	       !is_pages_bound(cell, piece, PAGES_LOOSE)) {
		piece++;
		start = 0;
	}
	while (cell->pieces[piece].ends[i] <= start)
		i++;
	return setup->ops->height(setup->data, row, column,
				  &cell->pieces[piece], start,
				  cell->pieces[piece].ends[i]) > setup->most;
}

/* A column's part of this page, where none of it fits the usual way: rather
 * lower on the page than parted, and rather between clauses than words. What
 * leads to a sentence that is parted anyhow stays with its beginning. */
static void
pages_force_column(struct pages_build *build, struct page_row *on_page,
		   size_t column, struct pages_state *state,
		   enum pages_break worst)
{
	double room = build->setup->most - on_page->top;
	enum pages_break kind = PAGES_SENTENCE;

	while (!pages_split_column(build, on_page, column, state, room, kind) &&
	       kind < worst) {
		kind++;
		if (kind == PAGES_LOOSE && worst > PAGES_LOOSE &&
		    is_pages_too_high(build, on_page->row, column, state))
			kind = PAGES_CLAUSE;
		if (kind == PAGES_CLAUSE)
			pages_note_broken(build, on_page->row);
	}
}

/* All columns' parts of this page. */
static void
pages_split_onto(struct pages_build *build, struct page_row *on_page,
		 struct pages_state *states)
{
	enum pages_break worst = on_page->top > 0 ? build->worst : PAGES_WORD;
	double room = build->setup->height - on_page->top;
	size_t i;

	for (i = 0; i < build->pages->columns; i++)
		if (!states[i].is_done &&
		    !pages_split_column(build, on_page, i, &states[i], room,
					PAGES_SENTENCE) &&
		    worst > PAGES_NONE)
			pages_force_column(build, on_page, i, &states[i],
					   worst);
}

static bool
is_pages_done(const struct pages_build *build, const struct pages_state *states)
{
	size_t i;

	for (i = 0; i < build->pages->columns; i++)
		if (!states[i].is_done)
			return false;
	return true;
}

void
pages_split_row(struct pages_build *build, const struct notes_row *row)
{
	struct pages_state states[MEETING_LANGUAGES_MAX] = {{0, 0, false}};
	struct page_row *on_page;
	bool is_begun = false;
	size_t i;

	for (i = 0; i < build->pages->columns; i++)
		states[i].is_done = row->cells[i].count == 0;
	while (!is_pages_done(build, states)) {
		if (is_begun)
			pages_open(build);
		on_page = pages_add_row(build, row);
		on_page->is_begun = is_begun;
		pages_split_onto(build, on_page, states);
		build->used = on_page->top + on_page->height;
		is_begun = true;
	}
}
