/* Words of a brief as a piece of notes: filtered, with its marks, its ties and
 * the ends of its sentences. */
#include <stdlib.h>
#include <string.h>

#include "lectern/filter.h"
#include "lectern/memory.h"
#include "lectern/sentence.h"
#include "notes_local.h"

/* A longer citation ("General Assembly resolution 75/240 …") may be parted. */
#define PIECE_SYMBOL_MAX 40

/* A piece in the making. */
struct piece_build {
	const struct piece_context *context;
	const struct piece_words *words;
	struct buffer text;
	size_t *map; /* where each byte of it came from */
	struct hold_spans spans;
};

/* Where byte 'from' of the source stands in the filtered text. */
static size_t
piece_map_back(const struct piece_build *build, size_t from)
{
	size_t low = 0, high = build->text.len, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (build->map[middle] < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Bytes [start, end) of the block, where they are in the words. */
static void
piece_add_span(struct piece_build *build, enum notes_span_kind kind,
	       size_t start, size_t end)
{
	const struct piece_words *words = build->words;
	struct notes_span span = {.kind = kind};

	if (start < words->start)
		start = words->start;
	if (end > words->end)
		end = words->end;
	if (start >= end)
		return;
	span.start = piece_map_back(build, start - words->start);
	span.end = piece_map_back(build, end - words->start);
	if (span.start < span.end)
		vector_push(&build->spans.list, span);
}

/* Key phrases and emphasis: aids of the speaker. */
static void
piece_add_marks(struct piece_build *build)
{
	const struct block *block = build->words->block;
	const struct span *span;
	size_t i;

	if (build->context->request->is_plain)
		return;
	for (i = 0; i < block->span_count; i++) {
		span = &block->spans[i];
		if (span->kind == SPAN_STRONG && !build->context->is_quiet)
			piece_add_span(build, NOTES_STRONG, span->start,
				       span->end);
		else if (span->kind == SPAN_EMPHASIS)
			piece_add_span(build, NOTES_EMPHASIS, span->start,
				       span->end);
	}
}

static void
piece_add_symbol_spans(struct piece_build *build)
{
	struct citations found = CITATIONS_INIT;
	const struct citation *citation;
	struct notes_span span = {.kind = NOTES_SYMBOL};
	size_t i;

	cite_find(build->text.data, build->text.len, build->context->language,
		  build->context->request->names, &found);
	for (i = 0; i < found.list.len; i++) {
		citation = &found.list.items[i];
		span.start = citation->start;
		span.end = citation->end;
		if (span.start < span.end &&
		    span.end - span.start <= PIECE_SYMBOL_MAX)
			vector_push(&build->spans.list, span);
	}
	citations_release(&found);
}

static int
piece_compare_spans(const void *a, const void *b)
{
	const struct notes_span *left = a, *right = b;

	if (left->start != right->start)
		return left->start < right->start ? -1 : 1;
	return left->end == right->end ? 0 : left->end > right->end ? -1 : 1;
}

static void
piece_find_ends(const struct piece_build *build, struct notes_piece *piece)
{
	VECTOR(size_t) ends = VECTOR_INIT;
	size_t at = 0;

	/* A heading or a cue is one breath. */
	if (piece->kind != NOTES_TEXT && piece->kind != NOTES_ITEM &&
	    piece->kind != NOTES_QUOTE && piece->kind != NOTES_COMMENT)
		at = piece->len;
	if (piece->kind == NOTES_VERBATIM)
		at = 0;
	while (at < piece->len) {
		at = piece->kind == NOTES_VERBATIM
			     ? strcspn(piece->text + at, "\n") + at + 1
			     : sentence_end(piece->text, piece->len, at,
					    build->context->language);
		if (at < piece->len)
			vector_push(&ends, at);
	}
	vector_push(&ends, piece->len);
	piece->ends = arena_copy(build->context->arena, ends.items, ends.len,
				 sizeof *ends.items);
	piece->end_count = ends.len;
	vector_release(&ends);
}

/* A tab is a space, but where columns stand. */
static void
piece_flatten(struct piece_build *build)
{
	size_t i;

	while (build->text.len && build->text.data[build->text.len - 1] == ' ')
		buffer_truncate(&build->text, build->text.len - 1);
	for (i = 0; build->words->kind != NOTES_VERBATIM && i < build->text.len;
	     i++)
		if (build->text.data[i] == '\t')
			build->text.data[i] = ' ';
}

static void
piece_finish(struct piece_build *build, struct notes_piece *piece)
{
	struct arena *arena = build->context->arena;
	struct hold_spans *spans = &build->spans;

	piece->len = build->text.len;
	piece->text = arena_strndup(arena, build->text.data, piece->len);
	piece_add_marks(build);
	if (piece->kind != NOTES_VERBATIM) {
		piece_add_symbol_spans(build);
		hold_find(piece->text, piece->len, build->context->language,
			  spans);
	}
	if (spans->list.len)
		qsort(spans->list.items, spans->list.len,
		      sizeof *spans->list.items, piece_compare_spans);
	piece->spans = arena_copy(arena, spans->list.items, spans->list.len,
				  sizeof *spans->list.items);
	piece->span_count = spans->list.len;
	piece_find_ends(build, piece);
	piece->is_open =
		(piece->kind == NOTES_TEXT || piece->kind == NOTES_ITEM) &&
		!is_sentence_whole(piece->text, piece->len);
}

void
piece_add(struct piece_list *pieces, const struct piece_context *context,
	  const struct piece_words *words)
{
	struct piece_build build = {.context = context,
				    .words = words,
				    .text = BUFFER_INIT,
				    .spans = {VECTOR_INIT}};
	struct notes_piece piece = {.kind = words->kind, .depth = words->depth};
	size_t len = words->end - words->start;

	piece.marker = piece_clean(words->marker, context->arena);
	build.map = mem_alloc(filter_bound(len) + 1, sizeof *build.map);
	filter_text_mapped(words->block->text + words->start, len, SINK_PRINT,
			   &build.text, build.map);
	piece_flatten(&build);
	if (build.text.len || *piece.marker) {
		piece_finish(&build, &piece);
		vector_push(&pieces->list, piece);
	}
	vector_release(&build.spans.list);
	free(build.map);
	buffer_release(&build.text);
}

void
piece_add_string(struct piece_list *pieces, const struct piece_context *context,
		 enum notes_piece_kind kind, const char *text)
{
	const struct block block = {.text = text, .len = strlen(text)};
	const struct piece_words words = {
		.kind = kind, .marker = "", .block = &block, .end = block.len};

	piece_add(pieces, context, &words);
}

/* Is the symbol among the first 'count'? */
static bool
is_symbol_listed(const struct citations *found, size_t count,
		 const char *symbol)
{
	size_t i;

	for (i = 0; i < count; i++)
		if (!strcmp(found->list.items[i].symbol, symbol))
			return true;
	return false;
}

void
piece_add_symbols(struct piece_list *pieces,
		  const struct piece_context *context,
		  const struct block *blocks, size_t count)
{
	struct citations found = CITATIONS_INIT;
	struct buffer line = BUFFER_INIT;
	const struct block *block;
	size_t i;

	for (i = 0; i < count; i++) {
		block = &blocks[i];
		spans_citations(block->text, block->len, block->spans,
				block->span_count, context->language,
				context->request->names, &found);
	}
	for (i = 0; i < found.list.len; i++) {
		/* A name of the catalogue's own, without a number, helps
		 * nobody who listens. */
		if (!strpbrk(found.list.items[i].symbol, "0123456789") ||
		    is_symbol_listed(&found, i, found.list.items[i].symbol))
			continue;
		buffer_printf(&line, "%s%s", line.len ? " · " : "",
			      found.list.items[i].symbol);
	}
	if (line.len)
		piece_add_string(pieces, context, NOTES_SYMBOLS, line.data);
	buffer_release(&line);
	citations_release(&found);
}

void
piece_take(struct piece_list *pieces, struct notes_cell *cell,
	   struct arena *arena)
{
	cell->pieces = arena_copy(arena, pieces->list.items, pieces->list.len,
				  sizeof *pieces->list.items);
	cell->count = pieces->list.len;
	vector_release(&pieces->list);
}

const char *
piece_clean(const char *text, struct arena *arena)
{
	struct buffer clean = BUFFER_INIT;
	const char *copy;

	filter_text(text, strlen(text), SINK_PRINT, &clean);
	copy = arena_strndup(arena, clean.data, clean.len);
	buffer_release(&clean);
	return copy;
}
