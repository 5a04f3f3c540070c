/*
 * Citations: is what one side cites cited by the other, is it known, and has
 * it the form that the UN gives it?
 */
#include <string.h>

#include "internal.h"

/* ---- on one side only ---- */

static bool
is_symbol_same(const struct citation *a, const struct citation *b)
{
	size_t len = strlen(a->symbol);

	if (!strcmp(a->symbol, b->symbol))
		return true;
	if (a->is_partial && !strncmp(a->symbol, b->symbol, len) &&
	    b->symbol[len] == '(')
		return true;
	len = strlen(b->symbol);
	return b->is_partial && !strncmp(a->symbol, b->symbol, len) &&
	       a->symbol[len] == '(';
}

static bool
has_citation(const struct check_side *side, const struct citation *cite)
{
	size_t i;

	for (i = 0; i < side->citations.list.len; i++)
		if (is_symbol_same(&side->citations.list.items[i], cite))
			return true;
	return false;
}

/* Was it cited before on this side? Then it was said before. */
static bool
is_repeated(const struct check_side *side, size_t cite)
{
	size_t i;

	for (i = 0; i < cite; i++)
		if (!strcmp(side->citations.list.items[i].symbol,
			    side->citations.list.items[cite].symbol))
			return true;
	return false;
}

static struct check_spot
cite_spot(const struct check_side *side, const struct citation *cite)
{
	return (struct check_spot){side, cite->start, cite->end};
}

/* Found by a name and not by a number: the other language's name for it may
 * not be known. */
static bool
is_named(const struct check_side *side, const struct citation *cite)
{
	size_t i;

	if (cite->is_explicit || cite->start == cite->end)
		return false;
	for (i = cite->start; i < cite->end; i++)
		if (side->text.data[i] >= '0' && side->text.data[i] <= '9')
			return false;
	return true;
}

static bool
is_name_known(const struct check_run *run, const struct citation *cite,
	      const struct check_side *other)
{
	const struct catalogue *catalogue = run->checker->settings.catalogue;
	const struct instrument *instrument =
		catalogue ? catalogue_find_symbol(catalogue, cite->symbol)
			  : NULL;

	return instrument && instrument_title(instrument, other->tag)[0];
}

#define CITES_CLOSELY 256

static void
check_cites_of(struct check_run *run, const struct check_row *row,
	       const struct check_side *one, const struct check_side *two)
{
	const struct citation *cite;
	struct check_spot spot, whole = {two, 0, 0};
	enum severity severity;
	size_t i;

	for (i = 0; i < one->citations.list.len && i < CITES_CLOSELY; i++) {
		cite = &one->citations.list.items[i];
		if (has_citation(two, cite) || is_repeated(one, i))
			continue;
		severity = row->rule.severity;
		if (is_named(one, cite)) {
			if (!is_name_known(run, cite, two))
				continue;
			severity = SEVERITY_NOTE;
		}
		spot = cite_spot(one, cite);
		run_report(run, row, severity, &spot, &whole,
			   _("%s cites %s (“%s”), %s does not: “%s”."),
			   one->tag, cite->symbol, run_quote(run, &spot),
			   two->tag, run_quote(run, &whole));
	}
}

CHECK_PAIR(check_cite_missing)
{
	check_cites_of(run, row, one, two);
	check_cites_of(run, row, two, one);
}

/* ---- not known ---- */

CHECK_SIDE(check_cite_unknown)
{
	const struct catalogue *catalogue = run->checker->settings.catalogue;
	const struct instrument *near;
	const struct citation *cite;
	struct check_spot spot;
	size_t i;

	for (i = 0; catalogue && i < side->citations.list.len; i++) {
		cite = &side->citations.list.items[i];
		if (catalogue_find_symbol(catalogue, cite->symbol) ||
		    !run_once(run, "unknown", cite->symbol, 0))
			continue;
		spot = cite_spot(side, cite);
		near = catalogue_nearest(catalogue, cite->symbol);
		if (near)
			run_report(run, row, row->rule.severity, &spot, NULL,
				   _("%s is not in the catalogue; %s is. Is "
				     "that what is meant?"),
				   cite->symbol, near->cells[CATALOGUE_SYMBOL]);
		else
			run_report(run, row, row->rule.severity, &spot, NULL,
				   _("%s is not in the catalogue. Look the "
				     "number up, or add a row for it to "
				     "catalogue/instruments.tsv."),
				   cite->symbol);
	}
}
