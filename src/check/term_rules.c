/* The delegation's terms: those no longer used, and pairs of which one
 * language lacks its half. */
#include <string.h>

#include "internal.h"

static void
report_term(struct check_run *run, const struct check_row *row,
	    const struct check_side *side, const struct term_hit *hit)
{
	struct check_spot spot = spot_of_tokens(side, hit->first, hit->end);
	enum severity severity = hit->term->status == TERM_SUPERSEDED
					 ? SEVERITY_WARNING
					 : row->rule.severity;
	const char *words = run_quote(run, &spot);

	if (*hit->term->replacement)
		run_report(run, row, severity, &spot, NULL,
			   _("“%s” is not our term; write “%s”."), words,
			   hit->term->replacement);
	else
		run_report(run, row, severity, &spot, NULL,
			   _("“%s” is not our term."), words);
}

/* What others say, names and titles keep their own words. */
static bool
is_excused(const struct check_side *side, const struct term_hit *hit)
{
	const struct scan_token *token = &side->tokens.list.items[hit->first];

	return token->flags & (TOKEN_QUOTED | TOKEN_CITED) ||
	       (side->point && side->point->role == ROLE_AVOID);
}

CHECK_SIDE(check_term_deprecated)
{
	struct term_hits hits = {VECTOR_INIT};
	const struct term_hit *hit;
	uint32_t end = 0;
	size_t i;

	term_index_find(run_terms(run, side), side, &hits);
	for (i = 0; i < hits.list.len; i++) {
		hit = &hits.list.items[i];
		if (hit->term->status < TERM_DEPRECATED || hit->first < end ||
		    is_excused(side, hit))
			continue;
		report_term(run, row, side, hit);
		end = hit->end;
	}
	vector_release(&hits.list);
}

/* ---- pairs ---- */

static bool
has_concept(const struct term_hits *hits, const char *concept)
{
	size_t i;

	for (i = 0; i < hits->list.len; i++)
		if (!strcmp(hits->list.items[i].term->concept, concept))
			return true;
	return false;
}

static void
check_half(struct check_run *run, const struct check_row *row,
	   const struct check_side *one, const struct term_hits *own,
	   const struct check_side *two, const struct term_hits *others)
{
	struct check_spot spot, whole = {two, 0, 0};
	const struct term_hit *hit;
	size_t i;

	for (i = 0; i < own->list.len; i++) {
		hit = &own->list.items[i];
		if (hit->term->status > TERM_ADMITTED || !*hit->term->concept ||
		    has_concept(others, hit->term->concept) ||
		    !term_index_has(run_terms(run, two), hit->term->concept) ||
		    /* Else every point would say it. */
		    !run_once(run, "pair", hit->term->concept, two->language))
			continue;
		spot = spot_of_tokens(one, hit->first, hit->end);
		run_report(run, row, row->rule.severity, &whole, &spot,
			   _("%s has “%s”, but %s has no term for it: “%s”."),
			   one->tag, run_quote(run, &spot), two->tag,
			   run_quote(run, &whole));
	}
}

CHECK_PAIR(check_term_pair)
{
	struct term_hits a = {VECTOR_INIT}, b = {VECTOR_INIT};

	if (one->kind != SIDE_POINT || !run->checker->settings.terms)
		return;
	term_index_find(run_terms(run, one), one, &a);
	term_index_find(run_terms(run, two), two, &b);
	check_half(run, row, one, &a, two, &b);
	check_half(run, row, two, &b, one, &a);
	vector_release(&a.list);
	vector_release(&b.list);
}
