/* Two lists beside each other: a dynamic programme in a band, and a look at
 * what is out of order. */
#include <stdlib.h>
#include <string.h>

#include "draft_parts.h"

/* What it costs to leave an item alone. */
#define ALIGN_GAP 0.12
/* Items are compared with so many on either side of where they stand. */
#define ALIGN_BAND 16
/* Left over, and out of order, they must have so much in common. */
#define ALIGN_SHARED 0.45

enum align_step { ALIGN_NONE, ALIGN_PAIR, ALIGN_SKIP_A, ALIGN_SKIP_B };

struct align_table {
	const struct draft_lists *lists;
	size_t width; /* of a row of the band */
	double *worth;
	unsigned char *step;
};

/* Where the band of a row begins. */
static size_t
draft_align_start(const struct align_table *table, size_t a)
{
	const struct draft_lists *lists = table->lists;
	size_t at = lists->a_count ? a * lists->b_count / lists->a_count : 0;

	return at > ALIGN_BAND ? at - ALIGN_BAND : 0;
}

/* The cell of a row and a column, or NULL outside the band. */
static double *
draft_align_cell(struct align_table *table, size_t a, size_t b)
{
	size_t start = draft_align_start(table, a);

	if (b < start || b >= start + table->width || b > table->lists->b_count)
		return NULL;
	return &table->worth[a * table->width + b - start];
}

static void
draft_align_take(struct align_table *table, double *cell, double worth,
		 enum align_step step)
{
	unsigned char *kept = &table->step[cell - table->worth];

	if (*kept != ALIGN_NONE && worth <= *cell)
		return;
	*cell = worth;
	*kept = (unsigned char)step;
}

static void
draft_align_fill(struct align_table *table, size_t a, size_t b)
{
	double *cell = draft_align_cell(table, a, b), *from, shared;

	if (!cell)
		return;
	if (!a && !b)
		*cell = 0;
	from = a && b ? draft_align_cell(table, a - 1, b - 1) : NULL;
	if (from)
		draft_align_take(
			table, cell,
			*from + table->lists->score(a - 1, b - 1, &shared,
						    table->lists->data),
			ALIGN_PAIR);
	from = a ? draft_align_cell(table, a - 1, b) : NULL;
	if (from)
		draft_align_take(table, cell, *from - ALIGN_GAP, ALIGN_SKIP_A);
	from = b ? draft_align_cell(table, a, b - 1) : NULL;
	if (from)
		draft_align_take(table, cell, *from - ALIGN_GAP, ALIGN_SKIP_B);
}

static void
draft_align_trace(struct align_table *table, long *partner)
{
	size_t a = table->lists->a_count, b = table->lists->b_count;
	double *cell;

	while ((a || b) && (cell = draft_align_cell(table, a, b))) {
		switch (table->step[cell - table->worth]) {
		case ALIGN_PAIR:
			partner[--b] = (long)--a;
			break;
		case ALIGN_SKIP_A:
			a--;
			break;
		case ALIGN_SKIP_B:
			b--;
			break;
		default:
			return;
		}
	}
}

double
draft_align_worth(const struct draft_lists *lists, const long *partner)
{
	double worth = 0, shared;
	size_t b, pairs = 0;

	for (b = 0; b < lists->b_count; b++) {
		if (partner[b] < 0)
			continue;
		pairs++;
		worth += lists->score((size_t)partner[b], b, &shared,
				      lists->data);
	}
	return worth - ALIGN_GAP * (double)(lists->a_count + lists->b_count -
					    2 * pairs);
}

/* The best pairing that keeps the order. */
static void
draft_align_in_order(const struct draft_lists *lists, long *partner)
{
	struct align_table table = {.lists = lists,
				    .width = 2 * ALIGN_BAND + 2};
	size_t a, b, start, cells;

	if (lists->a_count)
		table.width += lists->b_count / lists->a_count;
	cells = (lists->a_count + 1) * table.width;
	table.worth = mem_alloc(cells, sizeof *table.worth);
	table.step = mem_alloc(cells, sizeof *table.step);
	for (a = 0; a <= lists->a_count; a++) {
		start = draft_align_start(&table, a);
		for (b = start; b < start + table.width; b++)
			draft_align_fill(&table, a, b);
	}
	for (b = 0; b < lists->b_count; b++)
		partner[b] = -1;
	draft_align_trace(&table, partner);
	free(table.worth);
	free(table.step);
}

/* ---- out of order ---- */

/* The item of one list that is most like an item of the other, or -1. */
static long
draft_align_best(const struct draft_lists *lists, size_t item, bool is_of_a)
{
	size_t count = is_of_a ? lists->b_count : lists->a_count, i;
	size_t from = item > ALIGN_BAND ? item - ALIGN_BAND : 0;
	double likeness, shared, best = 0;
	long found = -1;

	for (i = from; i < count && i < item + ALIGN_BAND; i++) {
		likeness =
			is_of_a ? lists->score(item, i, &shared, lists->data)
				: lists->score(i, item, &shared, lists->data);
		if (shared < ALIGN_SHARED || likeness <= best)
			continue;
		best = likeness;
		found = (long)i;
	}
	return found;
}

/* Lists without what is paired already. */
struct align_rest {
	const struct draft_lists *lists;
	size_t *a, *b;
};

static double
draft_align_score_rest(size_t a, size_t b, double *shared, void *data)
{
	const struct align_rest *rest = data;

	return rest->lists->score(rest->a[a], rest->b[b], shared,
				  rest->lists->data);
}

static void
draft_align_rest(const struct draft_lists *lists, const bool *is_taken,
		 long *partner)
{
	struct align_rest rest = {
		.lists = lists,
		.a = mem_alloc(lists->a_count + 1, sizeof *rest.a),
		.b = mem_alloc(lists->b_count + 1, sizeof *rest.b)};
	struct draft_lists left = {0, 0, draft_align_score_rest, &rest};
	long *found = mem_alloc(lists->b_count + 1, sizeof *found);
	size_t i;

	for (i = 0; i < lists->a_count; i++)
		if (!is_taken[i])
			rest.a[left.a_count++] = i;
	for (i = 0; i < lists->b_count; i++)
		if (partner[i] < 0)
			rest.b[left.b_count++] = i;
	draft_align_in_order(&left, found);
	for (i = 0; i < left.b_count; i++)
		if (found[i] >= 0)
			partner[rest.b[i]] = (long)rest.a[found[i]];
	free(rest.a);
	free(rest.b);
	free(found);
}

/* Pairs that each find in the other what is most like them, wherever they
 * stand; then what is left, in order. */
static void
draft_align_mutual(const struct draft_lists *lists, long *partner)
{
	bool *is_taken = mem_alloc(lists->a_count + 1, sizeof *is_taken);
	size_t b;

	for (b = 0; b < lists->b_count; b++) {
		partner[b] = draft_align_best(lists, b, false);
		if (partner[b] < 0)
			continue;
		if (draft_align_best(lists, (size_t)partner[b], true) ==
		    (long)b)
			is_taken[partner[b]] = true;
		else
			partner[b] = -1;
	}
	draft_align_rest(lists, is_taken, partner);
	free(is_taken);
}

double
draft_align(const struct draft_lists *lists, long *partner)
{
	long *mutual = mem_alloc(lists->b_count + 1, sizeof *mutual);
	double in_order, out_of_order;

	draft_align_in_order(lists, partner);
	draft_align_mutual(lists, mutual);
	in_order = draft_align_worth(lists, partner);
	out_of_order = draft_align_worth(lists, mutual);
	if (lists->b_count && out_of_order > in_order)
		memcpy(partner, mutual, lists->b_count * sizeof *partner);
	free(mutual);
	return out_of_order > in_order ? out_of_order : in_order;
}
