/* A point in one language, in the form that is asked for. */
#include <string.h>

#include "lectern/sentence.h"
#include "notes_local.h"

#define CELL_CUE      "▸"
#define CELL_STAND_IN "~"
#define CELL_NOTE     "#"

static enum notes_piece_kind
cell_kind(const struct block *block)
{
	switch (block->kind) {
	case BLOCK_ITEM:
		return NOTES_ITEM;
	case BLOCK_HEADING:
		return NOTES_SUBHEADING;
	case BLOCK_QUOTE:
		return NOTES_QUOTE;
	case BLOCK_VERBATIM:
		return NOTES_VERBATIM;
	default:
		return NOTES_TEXT;
	}
}

static void
cell_add_range(struct piece_list *pieces, const struct piece_context *context,
	       enum notes_piece_kind kind, const char *marker,
	       const struct block *block, size_t start, size_t end)
{
	const struct piece_words words = {.kind = kind,
					  .depth = block->depth,
					  .marker = marker,
					  .block = block,
					  .start = start,
					  .end = end};

	piece_add(pieces, context, &words);
}

static void
cell_add_cues(struct piece_list *pieces, const struct piece_context *context,
	      const struct point *point)
{
	size_t i;

	for (i = 0; i < point->cue_count; i++)
		cell_add_range(pieces, context, NOTES_CUE, CELL_CUE,
			       &point->cues[i], 0, point->cues[i].len);
}

static void
cell_add_comments(struct piece_list *pieces,
		  const struct piece_context *context,
		  const struct comment *comments, size_t count)
{
	struct block block = {.text = NULL};
	size_t i;

	for (i = 0; i < count; i++) {
		block.text = comments[i].text;
		block.len = strlen(block.text);
		cell_add_range(pieces, context, NOTES_COMMENT, CELL_NOTE,
			       &block, 0, block.len);
	}
}

/* The cue first: what the eye finds the point by. */
static void
cell_add_full(struct piece_list *pieces, const struct piece_context *context,
	      const struct point *point)
{
	const struct block *block;
	size_t i;

	cell_add_cues(pieces, context, point);
	for (i = 0; i < point->block_count; i++) {
		block = &point->blocks[i];
		piece_add_symbols(pieces, context, block, 1);
		cell_add_range(pieces, context, cell_kind(block),
			       block->marker ? block->marker : "", block, 0,
			       block->len);
	}
}

/* Does a key phrase reach into bytes [start, end)? */
static bool
is_cell_key(const struct block *block, size_t start, size_t end)
{
	size_t i;

	for (i = 0; i < block->span_count; i++)
		if (block->spans[i].kind == SPAN_STRONG &&
		    block->spans[i].start < end && block->spans[i].end > start)
			return true;
	return false;
}

/* Sentences with a key phrase in them, each a line of its own. */
static void
cell_add_key_sentences(struct piece_list *pieces,
		       const struct piece_context *context,
		       const struct block *block)
{
	size_t at = 0, end;

	for (; at < block->len; at = end) {
		end = sentence_end(block->text, block->len, at,
				   context->language);
		if (is_cell_key(block, at, end))
			cell_add_range(pieces, context, NOTES_TEXT, "", block,
				       at, end);
	}
}

/* The phrases alone. */
static void
cell_add_key_phrases(struct piece_list *pieces,
		     const struct piece_context *context,
		     const struct block *block)
{
	const struct span *span;
	size_t i;

	for (i = 0; i < block->span_count; i++) {
		span = &block->spans[i];
		if (span->kind == SPAN_STRONG)
			cell_add_range(pieces, context, NOTES_STAND_IN,
				       CELL_STAND_IN, block, span->start,
				       span->end);
	}
}

static void
cell_add_first_sentence(struct piece_list *pieces,
			const struct piece_context *context,
			const struct point *point)
{
	const struct block *first = point->blocks;

	if (point->block_count)
		cell_add_range(pieces, context, NOTES_STAND_IN, CELL_STAND_IN,
			       first, 0,
			       sentence_end(first->text, first->len, 0,
					    context->language));
}

static void
cell_add_short(struct piece_list *pieces, const struct piece_context *context,
	       const struct point *point, enum form form)
{
	size_t before, i;

	piece_add_symbols(pieces, context, point->blocks, point->block_count);
	before = pieces->list.len;
	if (form == FORM_CUE)
		cell_add_cues(pieces, context, point);
	for (i = 0; i < point->block_count; i++)
		if (form == FORM_KEY)
			cell_add_key_sentences(pieces, context,
					       &point->blocks[i]);
		else if (!point->cue_count)
			cell_add_key_phrases(pieces, context,
					     &point->blocks[i]);
	if (pieces->list.len == before)
		cell_add_first_sentence(pieces, context, point);
}

static void
cell_add_to(struct piece_list *pieces, const struct piece_context *context,
	    const char *to)
{
	struct buffer words = BUFFER_INIT;

	label_fill(LABEL_TO, context->language, to, "", &words);
	piece_add_string(pieces, context, NOTES_TAG, words.data);
	buffer_release(&words);
}

void
cell_compose_point(struct notes_cell *cell, const struct piece_context *context,
		   const struct point *point, const char *section_to,
		   enum form form)
{
	struct piece_list pieces = {VECTOR_INIT};

	if (!point) {
		piece_add_string(&pieces, context, NOTES_TAG,
				 label_text(LABEL_MISSING, context->language));
	} else {
		if (*point->to && strcmp(point->to, section_to) != 0)
			cell_add_to(&pieces, context, point->to);
		if (form == FORM_FULL)
			cell_add_full(&pieces, context, point);
		else
			cell_add_short(&pieces, context, point, form);
		if (context->request->show_comments)
			cell_add_comments(&pieces, context, point->comments,
					  point->comment_count);
	}
	piece_take(&pieces, cell, context->arena);
}

void
cell_compose_heading(struct notes_cell *cell,
		     const struct piece_context *context,
		     const struct section *section)
{
	struct piece_list pieces = {VECTOR_INIT};

	if (section) {
		cell_add_range(&pieces, context, NOTES_SUBHEADING, "",
			       &section->heading, 0, section->heading.len);
		if (*section->to)
			cell_add_to(&pieces, context, section->to);
		if (context->request->show_comments)
			cell_add_comments(&pieces, context, section->comments,
					  section->comment_count);
	}
	piece_take(&pieces, cell, context->arena);
}
