/* Emphasis of two sides: how many spans there are, and of which kind, in
 * their order. Foreign words are in italics in their own right. */
#include "internal.h"

#define SPANS_MAX 64

struct emphasis {
	enum span_kind kinds[SPANS_MAX];
	const struct span *spans[SPANS_MAX];
	size_t count, strong;
};

static uint32_t
side_token_at(const struct check_side *side, size_t byte)
{
	size_t low = 0, high = side->tokens.list.len, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (side->tokens.list.items[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)low;
}

static bool
is_foreign(const struct check_run *run, const struct check_side *side,
	   const struct span *span)
{
	uint32_t at = side_token_at(side, span->start);
	struct phrase_match match;

	return span->kind == SPAN_EMPHASIS && at < side->tokens.list.len &&
	       phrases_match(run_phrases(run, side), side, at, &match) &&
	       match.kind == PHRASE_FOREIGN;
}

/* Is there nothing but white space and signs between two spans? */
static bool
is_joined(const struct check_side *side, const struct span *before,
	  const struct span *after)
{
	uint32_t at = side_token_at(side, before->end);

	return at >= side->tokens.list.len ||
	       side->tokens.list.items[at].start >= after->start;
}

static void
emphasis_read(const struct check_run *run, const struct check_side *side,
	      struct emphasis *out)
{
	const struct span *span, *before = NULL;
	size_t i;

	out->count = out->strong = 0;
	for (i = 0; i < side->spans.len && out->count < SPANS_MAX; i++) {
		span = &side->spans.items[i];
		if ((span->kind != SPAN_STRONG &&
		     span->kind != SPAN_EMPHASIS) ||
		    is_foreign(run, side, span))
			continue;
		if (before && before->kind == span->kind &&
		    is_joined(side, before, span)) {
			before = span;
			continue;
		}
		before = span;
		out->strong += span->kind == SPAN_STRONG;
		out->spans[out->count] = span;
		out->kinds[out->count++] = span->kind;
	}
}

/* The first span at which the two part ways. */
static size_t
emphasis_differ(const struct emphasis *one, const struct emphasis *two)
{
	size_t i = 0;

	while (i < one->count && i < two->count &&
	       one->kinds[i] == two->kinds[i])
		i++;
	return i;
}

static struct check_spot
emphasis_spot(const struct check_side *side, const struct emphasis *emphasis,
	      size_t at)
{
	struct check_spot spot = {side, 0, 0};

	if (at < emphasis->count) {
		spot.start = emphasis->spans[at]->start;
		spot.end = emphasis->spans[at]->end;
	}
	return spot;
}

CHECK_PAIR(check_emphasis)
{
	struct emphasis a, b;
	struct check_spot first, second;
	size_t at;

	if (one->kind == SIDE_HEADING || (!one->spans.len && !two->spans.len))
		return;
	emphasis_read(run, one, &a);
	emphasis_read(run, two, &b);
	if (a.count == b.count && a.strong == b.strong)
		return;
	at = emphasis_differ(&a, &b);
	first = emphasis_spot(one, &a, at);
	second = emphasis_spot(two, &b, at);
	if (second.start == second.end)
		run_report(run, row, row->rule.severity, &first, &second,
			   _("emphasis: %s has %zu, %s has %zu; the first "
			     "without its like is “%s”."),
			   one->tag, a.count, two->tag, b.count,
			   run_quote(run, &first));
	else
		run_report(run, row, row->rule.severity, &second, &first,
			   _("emphasis: %s has %zu, %s has %zu; the first "
			     "without its like is “%s”."),
			   one->tag, a.count, two->tag, b.count,
			   run_quote(run, &second));
}
