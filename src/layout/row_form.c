/* What of a point is shown: all of it, its key phrases, or its cue. */
#include <string.h>

#include "lectern/sentence.h"
#include "row_private.h"

#define ROW_CUE	     "▸"
#define ROW_STAND_IN "~" /* for a cue or a key phrase that is not there */
#define ROW_NOTE     "#"
#define ROW_QUOTE    ">"

static void
row_cell_add_block(struct row_cell *cell, const struct row_context *context,
		   const struct block *block, bool is_first)
{
	struct row_words words = {.text = block->text,
				  .len = block->len,
				  .spans = block->spans,
				  .span_count = block->span_count,
				  .style = context->base,
				  .marker = "",
				  .is_apart = !is_first};

	switch (block->kind) {
	case BLOCK_PARAGRAPH:
		break;
	case BLOCK_ITEM:
		words.depth = block->depth;
		words.marker = *block->marker ? block->marker : "";
		words.is_apart = false;
		break;
	case BLOCK_HEADING:
		if (context->base == STYLE_TEXT)
			words.style = STYLE_HEADING;
		break;
	case BLOCK_QUOTE:
		words.marker = ROW_QUOTE;
		break;
	case BLOCK_VERBATIM:
		words.is_verbatim = true;
		break;
	}
	row_cell_add(cell, context, &words);
}

static void
row_cell_add_cues(struct row_cell *cell, const struct row_context *context,
		  const struct point *point)
{
	size_t i;

	for (i = 0; i < point->cue_count; i++) {
		const struct block *cue = &point->cues[i];
		struct row_words words = {.text = cue->text,
					  .len = cue->len,
					  .spans = cue->spans,
					  .span_count = cue->span_count,
					  .style = STYLE_CUE,
					  .marker = ROW_CUE,
					  .is_apart = i == 0};

		if (context->base == STYLE_AVOID)
			words.style = STYLE_AVOID;
		row_cell_add(cell, context, &words);
	}
}

static void
row_cell_add_comments(struct row_cell *cell, const struct row_context *context,
		      const struct point *point)
{
	size_t i;

	for (i = 0; i < point->comment_count; i++) {
		struct row_words words = {
			.text = point->comments[i].text,
			.len = strlen(point->comments[i].text),
			.style = STYLE_QUIET,
			.marker = ROW_NOTE,
			.is_apart = i == 0};

		row_cell_add(cell, context, &words);
	}
}

static void
row_cell_add_full(struct row_cell *cell, const struct row_context *context,
		  const struct point *point)
{
	size_t i;

	for (i = 0; i < point->block_count; i++)
		row_cell_add_block(cell, context, &point->blocks[i], i == 0);
	row_cell_add_cues(cell, context, point);
	if (context->options->show_comments)
		row_cell_add_comments(cell, context, point);
}

static void
row_join_key_phrase(const char *text, size_t len, void *data)
{
	struct buffer *joined = data;

	if (joined->len)
		buffer_append_string(joined, " … ");
	buffer_append(joined, text, len);
}

static void
row_cell_add_sentence(struct row_cell *cell, const struct row_context *context,
		      const struct point *point)
{
	struct row_words words = {.style = context->base,
				  .marker = ROW_STAND_IN};

	if (!point->block_count)
		return;
	words.text = point->blocks[0].text;
	words.len = sentence_end(words.text, point->blocks[0].len, 0,
				 context->language);
	row_cell_add(cell, context, &words);
}

/* 'stands_in': for a cue that is not there. */
static void
row_cell_add_key(struct row_cell *cell, const struct row_context *context,
		 const struct point *point, bool stands_in)
{
	struct buffer joined = BUFFER_INIT;
	struct row_words words = {.style = context->base,
				  .marker = stands_in ? ROW_STAND_IN : ""};
	struct span span = {.kind = SPAN_STRONG};

	if (point_key_phrases(point, row_join_key_phrase, &joined) == 0) {
		row_cell_add_sentence(cell, context, point);
	} else {
		words.text = joined.data;
		words.len = span.end = joined.len;
		words.spans = &span;
		words.span_count = 1;
		row_cell_add(cell, context, &words);
	}
	buffer_release(&joined);
}

static void
row_find_point_citations(const struct row_context *context,
			 const struct point *point)
{
	size_t i;

	for (i = 0; i < point->block_count; i++)
		row_find_citations(context, &point->blocks[i]);
	for (i = 0; i < point->cue_count; i++)
		row_find_citations(context, &point->cues[i]);
}

void
row_cell_add_point(struct row_cell *cell, const struct row_context *context,
		   const struct point *point)
{
	struct row_context brief = *context;

	if (context->options->form == FORM_FULL) {
		row_cell_add_full(cell, context, point);
		return;
	}
	/* What the whole point cites, not only the words of it shown here. */
	if (context->citations)
		row_find_point_citations(context, point);
	brief.citations = NULL;
	if (context->options->form == FORM_CUE && point->cue_count)
		row_cell_add_cues(cell, &brief, point);
	else
		row_cell_add_key(cell, &brief, point,
				 context->options->form == FORM_CUE);
}
