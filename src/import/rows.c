#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rows.h"

#define VOTE_COUNT_MAX 9999

bool
vote_counts_are_none(const struct vote_counts *counts)
{
	return counts->yes < 0 && counts->no < 0 && counts->abstaining < 0;
}

long
vote_count_read(const char *text, bool *is_bad)
{
	char *end;
	long count;

	text += strspn(text, " ");
	if (!*text)
		return -1;
	count = *text >= '0' && *text <= '9' ? strtol(text, &end, 10) : -1;
	if (count >= 0 && !strncmp(end, ".0", 2))
		end += 2;
	if (count < 0 || count > VOTE_COUNT_MAX || end[strspn(end, " ")]) {
		*is_bad = true;
		return -1;
	}
	return count;
}

bool
vote_counts_add(struct vote_counts *counts, const char *vote)
{
	long *count;

	if (!strcmp(vote, "Y"))
		count = &counts->yes;
	else if (!strcmp(vote, "N"))
		count = &counts->no;
	else if (!strcmp(vote, "A"))
		count = &counts->abstaining;
	else if (!*vote || !strcmp(vote, "X"))
		count = &counts->absent;
	else
		return false;
	if (counts->members < 0)
		*counts = (struct vote_counts){0, 0, 0, 0, 0};
	++*count;
	counts->members++;
	return true;
}

static long
vote_count_or_none(long count)
{
	return count < 0 ? 0 : count;
}

/* "79-60-33" */
static void
vote_counts_format(const struct vote_counts *counts, char out[64])
{
	snprintf(out, 64, "%ld-%ld-%ld", vote_count_or_none(counts->yes),
		 vote_count_or_none(counts->no),
		 vote_count_or_none(counts->abstaining));
}

static bool
vote_counts_differ(long total, long voted)
{
	return total >= 0 && total != voted;
}

/* Totals that its own members, or its own sum, contradict. */
static const char *
import_find_contradiction(const struct import_row *row, char total[64],
			  char voted[64])
{
	const struct vote_counts *t = &row->totals, *v = &row->voted;
	long sum = vote_count_or_none(t->yes) + vote_count_or_none(t->no) +
		   vote_count_or_none(t->abstaining) + t->absent;

	vote_counts_format(t, total);
	vote_counts_format(v, voted);
	if (v->members >= 0 &&
	    (vote_counts_differ(t->yes, v->yes) ||
	     vote_counts_differ(t->no, v->no) ||
	     vote_counts_differ(t->abstaining, v->abstaining)))
		return "votes-differ";
	if (t->members >= 0 && t->absent >= 0 && sum != t->members) {
		snprintf(total, 64, "%ld", t->members);
		snprintf(voted, 64, "%ld", sum);
		return "sum-differs";
	}
	if (t->members >= 0 && v->members >= 0 && t->members != v->members) {
		snprintf(total, 64, "%ld", t->members);
		snprintf(voted, 64, "%ld", v->members);
		return "members-differ";
	}
	return NULL;
}

static void
import_set_vote(json_t *object, const struct import_row *row)
{
	const struct vote_counts *counts =
		vote_counts_are_none(&row->totals) ? &row->voted : &row->totals;
	char vote[64];

	if (!vote_counts_are_none(counts)) {
		vote_counts_format(counts, vote);
		import_set_text(object, "vote", vote);
	} else if (row->is_without_vote)
		import_set_text(object, "vote", "without a vote");
}

void
import_put_row(struct import_out *out, const struct import_row *row)
{
	char total[64], voted[64];
	struct import_problem problem = {.line = row->line,
					 .record = row->record,
					 .value = total,
					 .other = voted};
	json_t *object, *cells;

	problem.word = import_find_contradiction(row, total, voted);
	if (!row->symbol || !*row->symbol) {
		problem.word = "no-symbol";
		problem.value = problem.other = NULL;
	}
	if (problem.word) {
		import_put_problem(out, &problem);
		return;
	}
	cells = json_object();
	import_set_text(cells, "symbol", row->symbol);
	import_set_text(cells, "adopted", row->date);
	import_set_text(cells, "title_en", row->title);
	import_set_text(cells, "aka", row->other_symbol);
	import_set_vote(cells, row);
	object = json_pack("{s:I, s:I, s:o}", "line", (json_int_t)row->line,
			   "record", (json_int_t)row->record, "cells", cells);
	import_put(out, object);
}
