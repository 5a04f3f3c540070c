/*
 * Does every point have its partner? Points are joined by their numbers; but
 * a translator who leaves one out and numbers on shifts all that follow, and
 * then six numbers would differ where one point is missing. So the texts
 * themselves are asked (signature.c), and the points in doubt are marked, so
 * that nothing else is compared there.
 */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "internal.h"

/* Cells of a table that is worth filling for one section. */
#define ALIGN_CELLS_MAX 40000
#define SAME_NUMBER	6 /* what the same number is worth */
#define PAIR_WORTH	4
#define SHIFT_MARGIN	30

/* How far a point is looked for, and how sure one must be. */
#define ORDER_WINDOW 6
#define ORDER_SURE   45
#define ORDER_LEAST  12
#define ORDER_MARGIN 14

static bool
has_section(const struct check_run *run, size_t section, size_t language)
{
	return run->meeting->sections[section].cells[language] != NULL;
}

static size_t
run_first_language(const struct check_run *run, size_t section)
{
	size_t i = 0;

	while (i < run->meeting->language_count &&
	       !has_section(run, section, i))
		i++;
	return i;
}

static void
place_of_section(const struct check_run *run, size_t section, size_t language,
		 struct check_finding *out)
{
	const struct section *own =
		run->meeting->sections[section].cells[language];

	out->file = run->meeting->briefs[language]->file;
	out->language = run->meeting->languages[language];
	out->line = own->extent.line;
	out->column = out->end_column = own->extent.column;
	out->section = section;
	out->row = CHECK_NONE;
}

/* Where the point would be looked for: its section's heading. */
static void
other_of_section(struct check_run *run, size_t section, size_t language,
		 struct check_finding *out)
{
	const struct section *own =
		run->meeting->sections[section].cells[language];

	out->other.file = run->meeting->briefs[language]->file;
	out->other.line = own ? own->extent.line : 1;
	out->other.column = own ? own->extent.column : 1;
	out->other.text =
		own ? arena_strndup(&run->report->arena, own->heading.text,
				    own->heading.len)
		    : "";
}

/* ---- missing ---- */

static void
report_section_missing(struct check_run *run, const struct check_row *row,
		       size_t section, size_t first, size_t language)
{
	struct check_finding place = {.file = ""};
	const struct section *own =
		run->meeting->sections[section].cells[first];

	place_of_section(run, section, first, &place);
	other_of_section(run, section, language, &place);
	run_report_at(run, row, row->rule.severity, &place,
		      _("The section “%s” is not in %s."), own->heading.text,
		      run->meeting->languages[language]);
}

static const char *
point_name(struct check_run *run, const struct point *point)
{
	if (point->is_chapeau)
		return _("the opening text");
	return arena_printf(&run->report->arena, _("point %d"), point->number);
}

static void
report_point_missing(struct check_run *run, const struct check_row *row,
		     const struct check_side *side, size_t language,
		     bool is_shifted)
{
	struct check_spot spot = {side, 0, 0};
	struct check_finding place = {.file = ""};
	const char *tag = run->meeting->languages[language];

	run_place(run, &spot, &place);
	other_of_section(run, side->section, language, &place);
	if (is_shifted)
		run_report_at(run, row, row->rule.severity, &place,
			      _("%s: %s is not in %s: “%s”. The points after "
				"it have other numbers there, so they are not "
				"compared."),
			      side->tag, point_name(run, side->point), tag,
			      run_quote(run, &spot));
	else
		run_report_at(run, row, row->rule.severity, &place,
			      _("%s: %s is not in %s: “%s”."), side->tag,
			      point_name(run, side->point), tag,
			      run_quote(run, &spot));
}

/* The points of two languages of a section, in order, and the best way to
 * lay them side by side. */
struct alignment {
	struct check_run *run;
	VECTOR(struct check_side *) one, two;
	VECTOR(struct check_side *) partner; /* of one, or NULL */
};

static void
alignment_fill(struct alignment *alignment, size_t one, size_t two)
{
	struct check_run *run = alignment->run;
	struct check_side *side;
	size_t row;

	for (row = 0; row < run->row_count; row++) {
		side = run_side(run, row, one);
		if (side)
			vector_push(&alignment->one, side);
		side = run_side(run, row, two);
		if (side)
			vector_push(&alignment->two, side);
	}
}

static void
alignment_release(struct alignment *alignment)
{
	vector_release(&alignment->one);
	vector_release(&alignment->two);
	vector_release(&alignment->partner);
}

static int
pair_worth(const struct check_side *one, const struct check_side *two)
{
	return signature_score(one, two) + PAIR_WORTH +
	       (one->row == two->row ? SAME_NUMBER : 0);
}

/* What the pairs by number are worth. */
static int
alignment_by_number(const struct alignment *alignment)
{
	struct check_side *one, *two;
	int worth = 0;
	size_t i;

	for (i = 0; i < alignment->one.len; i++) {
		one = alignment->one.items[i];
		two = run_side(alignment->run, one->row,
			       alignment->two.items[0]->language);
		if (two)
			worth += pair_worth(one, two);
	}
	return worth;
}

/* Needleman and Wunsch: best[i][j] is the worth of the first i and j. */
static int
alignment_find(struct alignment *alignment)
{
	size_t n = alignment->one.len, m = alignment->two.len, i, j;
	int *best = mem_alloc((n + 1) * (m + 1), sizeof *best), worth, pair;

#define BEST(i, j) best[(i) * (m + 1) + (j)]
	for (i = 1; i <= n; i++)
		for (j = 1; j <= m; j++) {
			pair = pair_worth(alignment->one.items[i - 1],
					  alignment->two.items[j - 1]);
			BEST(i, j) = BEST(i - 1, j - 1) + pair;
			if (BEST(i - 1, j) > BEST(i, j))
				BEST(i, j) = BEST(i - 1, j);
			if (BEST(i, j - 1) > BEST(i, j))
				BEST(i, j) = BEST(i, j - 1);
		}
	worth = BEST(n, m);
	for (i = 0; i < n; i++)
		vector_push(&alignment->partner, NULL);
	for (i = n, j = m; i && j;) {
		if (BEST(i, j) == BEST(i - 1, j))
			i--;
		else if (BEST(i, j) == BEST(i, j - 1))
			j--;
		else
			alignment->partner.items[--i] =
				alignment->two.items[--j];
	}
#undef BEST
	free(best);
	return worth;
}

/* The points without a partner; those beside a partner of another number are
 * in doubt. */
static void
alignment_report(struct alignment *alignment, const struct check_row *row)
{
	struct check_run *run = alignment->run;
	struct check_side *one, *two;
	size_t i, language = alignment->two.items[0]->language;

	for (i = 0; i < alignment->two.len; i++)
		alignment->two.items[i]->is_doubtful = true;
	for (i = 0; i < alignment->one.len; i++) {
		one = alignment->one.items[i];
		two = alignment->partner.items[i];
		if (!two)
			report_point_missing(run, row, one, language, true);
		else
			two->is_doubtful = two->row != one->row;
	}
}

/* Points of 'two' that nothing stands beside. */
static void
alignment_report_extra(struct alignment *alignment, const struct check_row *row,
		       size_t language)
{
	size_t i, j;

	for (j = 0; j < alignment->two.len; j++) {
		for (i = 0; i < alignment->one.len; i++)
			if (alignment->partner.items[i] ==
			    alignment->two.items[j])
				break;
		if (i == alignment->one.len)
			report_point_missing(alignment->run, row,
					     alignment->two.items[j], language,
					     true);
	}
}

static void
report_missing_by_number(struct check_run *run, const struct check_row *row,
			 size_t first, size_t language)
{
	struct check_side *one, *two;
	size_t i;

	for (i = 0; i < run->row_count; i++) {
		one = run_side(run, i, first);
		two = run_side(run, i, language);
		if (one && !two)
			report_point_missing(run, row, one, language, false);
		else if (two && !one)
			report_point_missing(run, row, two, first, false);
	}
}

static bool
is_any_missing(const struct check_run *run, size_t first, size_t language)
{
	size_t i;

	for (i = 0; i < run->row_count; i++)
		if (!run_side(run, i, first) != !run_side(run, i, language))
			return true;
	return false;
}

static void
check_section_points(struct check_run *run, const struct check_row *row,
		     size_t first, size_t language)
{
	struct alignment alignment = {.run = run};
	size_t cells;

	if (!is_any_missing(run, first, language))
		return;
	alignment_fill(&alignment, first, language);
	cells = alignment.one.len * alignment.two.len;
	if (cells && cells <= ALIGN_CELLS_MAX &&
	    alignment.one.len != alignment.two.len &&
	    alignment_find(&alignment) >
		    alignment_by_number(&alignment) + SHIFT_MARGIN) {
		alignment_report(&alignment, row);
		alignment_report_extra(&alignment, row, first);
	} else {
		report_missing_by_number(run, row, first, language);
	}
	alignment_release(&alignment);
}

CHECK_SECTION(check_point_missing)
{
	size_t first = run_first_language(run, section), i;

	for (i = 0; i < run->meeting->language_count; i++) {
		if (i == first || !run->meeting->briefs[i])
			continue;
		if (has_section(run, section, i))
			check_section_points(run, row, first, i);
		else
			report_section_missing(run, row, section, first, i);
	}
}

/* ---- order ---- */

/* The row whose text in 'two' fits this one best, if it is surely another. */
static size_t
order_best(const struct check_run *run, size_t row, size_t one, size_t two)
{
	const struct check_side *side = run_side(run, row, one), *other;
	int own, score, best;
	size_t i, found = row, end = row + ORDER_WINDOW + 1;

	other = run_side(run, row, two);
	own = best = signature_score(side, other);
	if (own >= ORDER_SURE)
		return row;
	i = row > ORDER_WINDOW ? row - ORDER_WINDOW : 0;
	for (; i < end && i < run->row_count; i++) {
		other = run_side(run, i, two);
		if (!other || i == row || !run_side(run, i, one))
			continue;
		score = signature_score(side, other);
		if (score > best) {
			best = score;
			found = i;
		}
	}
	if (best < ORDER_LEAST || best < own + ORDER_MARGIN)
		return row;
	return found;
}

static void
report_order(struct check_run *run, const struct check_row *row,
	     const struct check_side *one, const struct check_side *two)
{
	struct check_spot spot = {two, 0, 0}, other = {one, 0, 0};

	run_report(run, row, row->rule.severity, &spot, &other,
		   _("%s stands as %s in %s, but as %s in %s: “%s”. The points "
		     "between are not compared."),
		   run_quote(run, &other), point_name(run, one->point),
		   one->tag, point_name(run, two->point), two->tag,
		   run_quote(run, &spot));
}

/* Rows from 'row' on that have changed places: one report for all of them,
 * about the one that went furthest. Returns the row after them. */
static size_t
check_order_group(struct check_run *run, const struct check_row *rule,
		  const size_t *best, size_t row, size_t one, size_t two)
{
	size_t end = row + 1, i, furthest = row, distance, most = 0;
	struct check_side *side;

	for (i = row; i < end; i++) {
		distance = best[i] > i ? best[i] - i : i - best[i];
		if (best[i] + 1 > end)
			end = best[i] + 1;
		if (distance > most) {
			most = distance;
			furthest = i;
		}
	}
	report_order(run, rule, run_side(run, furthest, one),
		     run_side(run, best[furthest], two));
	for (i = row; i < end; i++) {
		side = run_side(run, i, two);
		if (side)
			side->is_doubtful = true;
	}
	return end;
}

/* The best partner of each row; one that is not mutual is not believed. */
static void
order_find(const struct check_run *run, size_t one, size_t two, size_t *best)
{
	size_t row;

	for (row = 0; row < run->row_count; row++) {
		best[row] = row;
		if (run_side(run, row, one) && run_side(run, row, two))
			best[row] = order_best(run, row, one, two);
	}
	for (row = 0; row < run->row_count; row++)
		if (best[row] != row &&
		    order_best(run, best[row], two, one) != row)
			best[row] = row;
}

/* Numbers that do not stand in the order of the first language. */
static void
check_written_order(struct check_run *run, const struct check_row *row,
		    size_t first, size_t language)
{
	const struct check_side *side, *before = NULL, *one;
	struct check_spot spot = {NULL, 0, 0}, other = {NULL, 0, 0};
	size_t i;

	for (i = 0; i < run->row_count; i++) {
		side = run_side(run, i, language);
		one = run_side(run, i, first);
		if (!side || !one)
			continue;
		if (before && side->point < before->point) {
			spot.side = side;
			other.side = one;
			run_report(run, row, row->rule.severity, &spot, &other,
				   _("%s: %s stands before %s, unlike in %s: "
				     "“%s”."),
				   side->tag, point_name(run, side->point),
				   point_name(run, before->point), one->tag,
				   run_quote(run, &spot));
			return;
		}
		before = side;
	}
}

CHECK_SECTION(check_point_order)
{
	size_t first = run_first_language(run, section), i, at;
	size_t *best = mem_alloc(run->row_count + 1, sizeof *best);

	for (i = first + 1; i < run->meeting->language_count; i++) {
		if (!has_section(run, section, i))
			continue;
		check_written_order(run, row, first, i);
		order_find(run, first, i, best);
		for (at = 0; at < run->row_count;)
			if (best[at] != at &&
			    !run_side(run, at, i)->is_doubtful)
				at = check_order_group(run, row, best, at,
						       first, i);
			else
				at++;
	}
	free(best);
}

CHECK_MEETING(check_section_order)
{
	const struct meeting *meeting = run->meeting;
	const struct section *own, *before;
	struct check_finding place;
	size_t i, section, first;

	for (i = 1; i < meeting->language_count; i++) {
		before = NULL;
		for (section = 0; section < meeting->section_count; section++) {
			own = meeting->sections[section].cells[i];
			first = run_first_language(run, section);
			if (!own || first == i)
				continue;
			if (before && own < before) {
				place = (struct check_finding){.file = ""};
				place_of_section(run, section, i, &place);
				other_of_section(run, section, first, &place);
				run_report_at(
					run, row, row->rule.severity, &place,
					_("The section “%s” stands "
					  "before “%s” in %s, unlike in "
					  "%s."),
					own->heading.text, before->heading.text,
					meeting->languages[i],
					meeting->languages[first]);
				break;
			}
			before = own;
		}
	}
}
