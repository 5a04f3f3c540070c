/* One language's cell of a row: paragraphs with their styles, as lines. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "row_private.h"

#define ROW_NESTING 2 /* cells a nested list is set in */

/* Bytes [start, end). */
struct row_range {
	size_t start, end;
};

/* Text to be laid out, with its styles, while it is put together. */
struct row_builder {
	struct buffer copy; /* used where something stands before it */
	const char *text;
	size_t len;
	size_t offset; /* of the words in it */
	VECTOR(struct styled_span) spans;
	VECTOR(struct row_range)
	strong; /* of the words; empty where strong
		 * words do not show */
};

static void
row_builder_span(struct row_builder *builder, size_t start, size_t end,
		 enum style style)
{
	vector_push(&builder->spans,
		    (struct styled_span){start + builder->offset,
					 end + builder->offset, style});
}

/* Put 'prefix' and a space before the words. */
static void
row_builder_prefix(struct row_builder *builder, const char *prefix,
		   const char *after, enum style style)
{
	size_t start = builder->copy.len;

	buffer_append_string(&builder->copy, prefix);
	buffer_append_string(&builder->copy, after);
	vector_push(&builder->spans,
		    (struct styled_span){start, builder->copy.len, style});
	builder->offset = builder->copy.len;
}

static void
row_builder_words(struct row_builder *builder, const struct row_words *words)
{
	builder->text = words->text;
	builder->len = words->len;
	if (!builder->offset)
		return;
	buffer_append(&builder->copy, words->text, words->len);
	builder->text = builder->copy.data;
	builder->len = builder->copy.len;
}

/* Where a writer's emphasis shows: not in headings and cues, which have a
 * weight of their own, and not in words to avoid. */
static bool
row_has_weight(enum style base)
{
	return base == STYLE_TEXT || base == STYLE_QUIET;
}

static void
row_collect_citations(const struct row_context *context,
		      const struct row_words *words, struct citations *out)
{
	spans_citations(words->text, words->len, words->spans,
			words->span_count, context->language,
			context->options->names, out);
}

static void
row_style_weights(struct row_builder *builder, const struct row_words *words)
{
	size_t i;

	for (i = 0; i < words->span_count; i++) {
		const struct span *span = &words->spans[i];

		if (span->kind == SPAN_EMPHASIS)
			row_builder_span(builder, span->start, span->end,
					 STYLE_EMPHASIS);
	}
	for (i = 0; i < builder->strong.len; i++)
		row_builder_span(builder, builder->strong.items[i].start,
				 builder->strong.items[i].end, STYLE_STRONG);
}

/* The strong parts of the words, in order and apart from each other, however
 * spans nest. */
static void
row_builder_strong(struct row_builder *builder, const struct row_words *words)
{
	size_t i;

	for (i = 0; i < words->span_count; i++) {
		struct row_range range = {words->spans[i].start,
					  words->spans[i].end};

		if (words->spans[i].kind != SPAN_STRONG)
			continue;
		if (builder->strong.len &&
		    range.start < vector_last(&builder->strong)->end)
			range.start = vector_last(&builder->strong)->end;
		if (range.start < range.end)
			vector_push(&builder->strong, range);
	}
}

/* Citations, and the part of each that is strong. Both lists go by their
 * starts, so one walk over them is enough. */
static void
row_style_citations(struct row_builder *builder, const struct citations *found)
{
	const struct row_range *strong = builder->strong.items;
	size_t from = 0, i, j, start, end;

	for (i = 0; i < found->list.len; i++) {
		const struct citation *cited = &found->list.items[i];

		row_builder_span(builder, cited->start, cited->end,
				 STYLE_CITATION);
		while (from < builder->strong.len &&
		       strong[from].end <= cited->start)
			from++;
		for (j = from;
		     j < builder->strong.len && strong[j].start < cited->end;
		     j++) {
			start = strong[j].start > cited->start ? strong[j].start
							       : cited->start;
			end = strong[j].end < cited->end ? strong[j].end
							 : cited->end;
			row_builder_span(builder, start, end,
					 STYLE_STRONG_CITATION);
		}
	}
}

static void
row_builder_styles(struct row_builder *builder,
		   const struct row_context *context,
		   const struct row_words *words)
{
	struct citations found = CITATIONS_INIT;
	size_t i;

	if (row_has_weight(words->style)) {
		row_builder_strong(builder, words);
		row_style_weights(builder, words);
	}
	for (i = 0; words->is_ours && i < words->span_count; i++)
		row_builder_span(builder, words->spans[i].start,
				 words->spans[i].end, STYLE_CITATION);
	if (words->style != STYLE_HEADING && !words->is_ours) {
		row_collect_citations(context, words, &found);
		row_style_citations(builder, &found);
	}
	for (i = 0; context->citations && i < found.list.len; i++)
		vector_push(&context->citations->list, found.list.items[i]);
	citations_release(&found);
}

void
row_find_citations(const struct row_context *context, const struct block *block)
{
	struct row_words words = {.text = block->text,
				  .len = block->len,
				  .spans = block->spans,
				  .span_count = block->span_count};
	struct citations found = CITATIONS_INIT;
	size_t i;

	row_collect_citations(context, &words, &found);
	for (i = 0; i < found.list.len; i++)
		vector_push(&context->citations->list, found.list.items[i]);
	citations_release(&found);
}

/* Indent for a marker that hangs; 0 where the column is too narrow for it. */
static int
row_hanging_indent(const struct row_words *words, int width)
{
	int marker, indent;

	if (!*words->marker)
		return 0;
	marker = text_width(words->marker, strlen(words->marker)) + 1;
	indent = words->depth > 1 ? ROW_NESTING * (words->depth - 1) : 0;
	if (indent > width / 4)
		indent = width / 4;
	return marker + indent <= width / 2 ? marker + indent : 0;
}

static void
row_cell_push(struct row_cell *cell, const struct row_context *context,
	      const struct row_words *words, struct row_builder *builder,
	      int indent)
{
	struct row_piece piece = {
		.text = TEXT_INIT, .indent = indent, .style = words->style};

	if (indent)
		piece.marker = mem_strdup(words->marker);
	piece.first_line = cell->height + (words->is_apart && cell->height);
	piece.text.leave_direction = context->options->leave_direction;
	piece.text.is_right_to_left =
		language_is_right_to_left(context->language);
	text_layout(&piece.text, builder->text, builder->len, words->style,
		    builder->spans.items, builder->spans.len,
		    context->width - indent, words->is_verbatim);
	cell->height = piece.first_line + (int)piece.text.line_count;
	vector_push(&cell->pieces, piece);
}

void
row_cell_add(struct row_cell *cell, const struct row_context *context,
	     const struct row_words *words)
{
	struct row_builder builder = {.copy = BUFFER_INIT};
	int indent = row_hanging_indent(words, context->width);

	if (context->label && !cell->pieces.len) {
		row_builder_prefix(&builder, context->label, ": ",
				   STYLE_COLUMN_HEAD);
		if (indent)
			indent = 0;
	}
	if (*words->marker && !indent)
		row_builder_prefix(&builder, words->marker, " ", words->style);
	row_builder_words(&builder, words);
	row_builder_styles(&builder, context, words);
	row_cell_push(cell, context, words, &builder, indent);
	buffer_release(&builder.copy);
	vector_release(&builder.spans);
	vector_release(&builder.strong);
}

void
row_cell_add_string(struct row_cell *cell, const struct row_context *context,
		    const char *text, enum style style)
{
	struct row_words words = {.text = text,
				  .len = strlen(text),
				  .style = style,
				  .marker = "",
				  .is_ours = true};

	row_cell_add(cell, context, &words);
}

void
row_cell_release(struct row_cell *cell)
{
	size_t i;

	for (i = 0; i < cell->pieces.len; i++) {
		text_release(&cell->pieces.items[i].text);
		free(cell->pieces.items[i].marker);
	}
	vector_release(&cell->pieces);
	cell->height = 0;
}

/* The piece that line 'line' belongs to, or the one before it. */
static const struct row_piece *
row_cell_find(const struct row_cell *cell, int line)
{
	size_t low = 0, high = cell->pieces.len, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (cell->pieces.items[middle].first_line <= line)
			low = middle;
		else
			high = middle;
	}
	return &cell->pieces.items[low];
}

/* The marker hangs on the side its paragraph begins. */
static void
row_piece_draw_marker(const struct row_piece *piece, struct frame *frame,
		      int row, int column, int width)
{
	int marker = text_width(piece->marker, strlen(piece->marker));
	int at = column + piece->indent - marker - 1;

	if (piece->text.lines[0].right_to_left)
		at = column + width - piece->indent + 1;
	frame_put(frame, row, at, marker, piece->style, piece->marker);
}

void
row_cell_draw(const struct row_cell *cell, int line, struct frame *frame,
	      int row, int column, int width)
{
	const struct row_piece *piece;
	bool right;

	if (line < 0 || line >= cell->height)
		return;
	piece = row_cell_find(cell, line);
	line -= piece->first_line;
	if (line < 0 || line >= (int)piece->text.line_count)
		return;
	right = piece->text.lines[line].right_to_left;
	if (line == 0 && piece->marker)
		row_piece_draw_marker(piece, frame, row, column, width);
	text_draw_line(&piece->text, (size_t)line, frame, row,
		       right ? column : column + piece->indent,
		       width - piece->indent);
}
