/* Quotations: marks without a partner, and words that are not in the
 * document they are quoted from. */
#include <string.h>

#include "internal.h"

#define UNCLOSED_MAX 5

CHECK_SIDE(check_quote_unclosed)
{
	const struct scan_quote *quote;
	struct check_spot spot;
	size_t i, given = 0;

	for (i = 0; i < side->quotes.list.len && given < UNCLOSED_MAX; i++) {
		quote = &side->quotes.list.items[i];
		if (quote->close != UINT32_MAX)
			continue;
		spot = spot_of_tokens(side, quote->open, quote->open + 1);
		given++;
		if (quote->is_bracket)
			run_report(run, row, row->rule.severity, &spot, NULL,
				   _("The bracket “%s” has no partner."),
				   run_quote(run, &spot));
		else
			run_report(run, row, row->rule.severity, &spot, NULL,
				   _("The quotation mark %s has no partner."),
				   run_quote(run, &spot));
	}
}

/* ---- verbatim ---- */

#define QUOTE_WORDS 4 /* fewer are a name or a term */
#define QUOTE_MAX   400
#define ALIKE	    50 /* per cent of pairs of words */

struct quoted {
	uint32_t hashes[QUOTE_MAX];
	bool is_gap[QUOTE_MAX]; /* words were left out before it */
	size_t count;
};

/* The words between the marks; "[…]" and "…" stand for words left out. */
static void
quote_read_words(const struct check_side *side, const struct scan_quote *quote,
		 struct quoted *out)
{
	const struct scan_token *token;
	bool is_gap = false;
	uint32_t i, bracket = 0;

	out->count = 0;
	for (i = quote->open + 1; i < quote->close; i++) {
		token = &side->tokens.list.items[i];
		if (token->kind == SCAN_SIGN && token->sign == '[')
			bracket++;
		if (token->kind == SCAN_SIGN && token->sign == ']' && bracket)
			bracket--;
		if ((token->kind == SCAN_SIGN && token->sign == 0x2026) ||
		    bracket)
			is_gap = true;
		if ((token->kind != SCAN_WORD && token->kind != SCAN_FIGURES) ||
		    bracket)
			continue;
		if (out->count == QUOTE_MAX)
			return;
		out->is_gap[out->count] = is_gap;
		out->hashes[out->count++] = token->hash;
		is_gap = false;
	}
}

/* How far the words from 'at' on agree with the text from 'from' on. */
static size_t
quote_agree(const struct quoted *quoted, size_t at,
	    const struct scan_tokens *text, size_t from)
{
	size_t i = 0;

	while (at + i < quoted->count && from + i < text->list.len &&
	       (!i || !quoted->is_gap[at + i]) &&
	       quoted->hashes[at + i] == text->list.items[from + i].hash)
		i++;
	return i;
}

/* The end of an unbroken stretch of words. */
static size_t
quote_stretch(const struct quoted *quoted, size_t at)
{
	size_t end = at + 1;

	while (end < quoted->count && !quoted->is_gap[end])
		end++;
	return end;
}

/* Each stretch, one after the other. */
static bool
is_verbatim(const struct quoted *quoted, const struct scan_tokens *text)
{
	size_t at = 0, from = 0, end;

	while (at < quoted->count) {
		end = quote_stretch(quoted, at);
		while (from < text->list.len &&
		       quote_agree(quoted, at, text, from) < end - at)
			from++;
		if (from == text->list.len)
			return false;
		from += end - at;
		at = end;
	}
	return true;
}

/* The place where most of the quotation is; how much, per cent. */
static size_t
quote_nearest(const struct quoted *quoted, const struct scan_tokens *text,
	      size_t *where)
{
	size_t from, i, same, best = 0;

	*where = 0;
	for (from = 0; from < text->list.len; from++) {
		if (text->list.items[from].hash != quoted->hashes[0] &&
		    (quoted->count < 2 ||
		     text->list.items[from].hash != quoted->hashes[1]))
			continue;
		for (i = same = 0;
		     i < quoted->count && from + i < text->list.len; i++)
			same += quoted->hashes[i] ==
					text->list.items[from + i].hash ||
				(from + i + 1 < text->list.len &&
				 quoted->hashes[i] ==
					 text->list.items[from + i + 1].hash) ||
				(from + i > 0 &&
				 quoted->hashes[i] ==
					 text->list.items[from + i - 1].hash);
		if (same > best) {
			best = same;
			*where = from;
		}
	}
	return best * 100 / quoted->count;
}

static void
report_quote(struct check_run *run, const struct check_row *row,
	     const struct check_side *side, const struct scan_quote *quote,
	     const struct citation *cite, const char *there, size_t len)
{
	struct check_spot spot =
		spot_of_tokens(side, quote->open, quote->close + 1);
	struct check_finding *finding;
	const char *words = arena_strndup(&run->report->arena, there, len);

	finding = run_report(run, row, row->rule.severity, &spot, NULL,
			     _("The quotation is not in %s: %s; there it "
			       "reads “%s”."),
			     cite->symbol, run_quote(run, &spot), words);
	finding->other.file = cite->symbol;
	finding->other.text = words;
}

static void
check_quote(struct check_run *run, const struct check_row *row,
	    const struct check_side *side, const struct scan_quote *quote,
	    const struct citation *cite, const char *text)
{
	struct scan_tokens all = {VECTOR_INIT};
	struct quoted quoted;
	size_t i, kept = 0, where, last;

	quote_read_words(side, quote, &quoted);
	if (quoted.count < QUOTE_WORDS)
		return;
	scan_text(text, strlen(text), NULL, &all);
	for (i = 0; i < all.list.len; i++)
		if (all.list.items[i].kind == SCAN_WORD ||
		    all.list.items[i].kind == SCAN_FIGURES)
			all.list.items[kept++] = all.list.items[i];
	all.list.len = kept;
	if (!is_verbatim(&quoted, &all) &&
	    quote_nearest(&quoted, &all, &where) >= ALIKE) {
		last = where + quoted.count - 1;
		if (last >= kept)
			last = kept - 1;
		report_quote(run, row, side, quote, cite,
			     text + all.list.items[where].start,
			     all.list.items[last].end -
				     all.list.items[where].start);
	}
	vector_release(&all.list);
}

/* The document a quotation is from: the nearest in its sentence, else in the
 * sentence before. Its title is no quotation. */
static const struct citation *
quote_source(const struct check_side *side, const struct scan_quote *quote)
{
	const struct scan_token *tokens = side->tokens.list.items;
	const struct scan_sentence *sentence =
		scan_sentence_at(&side->sentences, quote->open);
	const struct citation *cite, *found = NULL;
	size_t i, from, to = tokens[quote->close].end;

	if (!sentence)
		return NULL;
	if (sentence > side->sentences.list.items)
		sentence--;
	from = tokens[sentence->first].start;
	for (i = 0; i < side->citations.list.len; i++) {
		cite = &side->citations.list.items[i];
		if (cite->title.end > cite->title.start &&
		    cite->title.start >= tokens[quote->open].start &&
		    cite->title.end <= to)
			return NULL;
		if (cite->start >= from && (!found || cite->start < to))
			found = cite;
	}
	return found;
}

CHECK_SIDE(check_quote_differs)
{
	const struct check_settings *settings = &run->checker->settings;
	const struct scan_quote *quote;
	const struct citation *cite;
	const char *text;
	size_t i;

	if (!settings->instrument_text || !side->citations.list.len)
		return;
	for (i = 0; i < side->quotes.list.len; i++) {
		quote = &side->quotes.list.items[i];
		if (quote->is_bracket || quote->close == UINT32_MAX ||
		    quote->close - quote->open <= QUOTE_WORDS)
			continue;
		cite = quote_source(side, quote);
		text = cite ? settings->instrument_text(
				      cite->symbol, side->tag,
				      settings->instrument_data)
			    : NULL;
		if (text)
			check_quote(run, row, side, quote, cite, text);
	}
}
