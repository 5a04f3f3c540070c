/* One text of one language, in one piece and scanned. */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

void
side_reset(struct check_side *side)
{
	buffer_reset(&side->text);
	side->blocks.len = side->spans.len = 0;
	side->tokens.list.len = side->numbers.list.len = 0;
	side->dates.list.len = side->quotes.list.len = 0;
	side->sentences.list.len = side->citations.list.len = 0;
	side->words = side->letters = 0;
	side->is_used = side->is_doubtful = false;
	side->point = NULL;
	side->first = NULL;
}

void
side_release(struct check_side *side)
{
	buffer_release(&side->text);
	vector_release(&side->blocks);
	vector_release(&side->spans);
	vector_release(&side->tokens.list);
	vector_release(&side->numbers.list);
	vector_release(&side->dates.list);
	vector_release(&side->quotes.list);
	vector_release(&side->sentences.list);
	citations_release(&side->citations);
}

static void
side_add_block(struct check_side *side, const struct block *block)
{
	struct side_block one = {block, side->text.len};
	struct span span;
	size_t i;

	if (side->text.len) {
		buffer_append_byte(&side->text, '\n');
		one.start++;
	}
	buffer_append(&side->text, block->text, block->len);
	vector_push(&side->blocks, one);
	for (i = 0; i < block->span_count; i++) {
		span = block->spans[i];
		span.start += one.start;
		span.end += one.start;
		vector_push(&side->spans, span);
	}
}

/* Figures of a citation are none of the text's numbers. */
static void
side_mark_cited(struct check_side *side)
{
	struct scan_token *tokens = side->tokens.list.items;
	const struct citation *cite;
	size_t i, at = 0;

	for (i = 0; i < side->citations.list.len; i++) {
		cite = &side->citations.list.items[i];
		if (cite->is_explicit)
			continue;
		while (at < side->tokens.list.len &&
		       tokens[at].end <= cite->start)
			at++;
		for (;
		     at < side->tokens.list.len && tokens[at].start < cite->end;
		     at++)
			tokens[at].flags |= TOKEN_CITED;
	}
}

static void
side_count(struct check_side *side)
{
	const struct scan_token *token;
	size_t i;

	for (i = 0; i < side->tokens.list.len; i++) {
		token = &side->tokens.list.items[i];
		if (token->kind != SCAN_WORD && token->kind != SCAN_FIGURES)
			continue;
		side->words++;
		side->letters += token->letters;
	}
}

void
side_fill(struct check_run *run, struct check_side *side,
	  const struct block *blocks, size_t count)
{
	struct checker *checker = run->checker;
	size_t using = run->using[side->language], i;
	const struct catalogue *catalogue = checker->settings.catalogue;

	for (i = 0; i < count; i++)
		side_add_block(side, &blocks[i]);
	side->first = count ? &blocks[0] : NULL;
	side->is_used = true;
	scan_text(side->text.data, side->text.len,
		  checker->languages[using].lexicon, &side->tokens);
	spans_citations(side->text.data, side->text.len, side->spans.items,
			side->spans.len, side->tag,
			catalogue ? catalogue_names(catalogue) : NULL,
			&side->citations);
	side_mark_cited(side);
	scan_dates(side->text.data, &side->tokens,
		   run->meeting->facts.date.first.year, &side->dates);
	scan_numbers(side->text.data, &side->tokens, side->tag, &side->numbers);
	scan_quotes(side->text.data, &side->tokens, &side->quotes);
	scan_sentences(side->text.data, &side->tokens, &side->sentences);
	side_count(side);
	signature_make(side);
}

struct check_side *
run_side(const struct check_run *run, size_t row, size_t language)
{
	struct check_side *side =
		&run->sides[row * run->meeting->language_count + language];

	return side->is_used ? side : NULL;
}

const char *
side_word(const struct check_side *side, uint32_t token, size_t *len)
{
	const struct scan_token *one = &side->tokens.list.items[token];

	*len = one->end - one->start;
	return side->text.data + one->start;
}

bool
is_side_word(const struct check_side *side, uint32_t token, const char *word)
{
	size_t len;
	const char *text;

	if (token >= side->tokens.list.len)
		return false;
	text = side_word(side, token, &len);
	return strlen(word) == len && !memcmp(text, word, len);
}
