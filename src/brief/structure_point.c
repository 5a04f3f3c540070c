/* Points under construction, and the lines they have. */
#include <string.h>

#include "structure.h"

/* ---- pieces ---- */

int
structure_trim(const struct structure *st, int first_line, int last_line)
{
	while (last_line > first_line &&
	       source_is_blank(st->parse->src, last_line))
		last_line--;
	return last_line;
}

/* The lines of a node go to the next one's, or to the last line around it. */
struct piece
structure_piece(const struct structure *st, cmark_node *node, int last_line)
{
	cmark_node *next = cmark_node_next(node);
	struct piece piece = {node, parse_line(st->parse, node), last_line};

	if (next && parse_line(st->parse, next) > piece.first_line)
		piece.last_line = parse_line(st->parse, next) - 1;
	piece.last_line = structure_trim(st, piece.first_line, piece.last_line);
	return piece;
}

int
structure_column(const struct structure *st, const struct piece *piece)
{
	struct source *src = st->parse->src;
	size_t at = parse_offset(st->parse, piece->node);

	return source_column(src, piece->first_line,
			     at - source_line_start(src, piece->first_line));
}

void
structure_extent(const struct structure *st, struct extent *extent,
		 int first_line, int last_line)
{
	extent->start = source_file_offset(st->parse->src, first_line);
	extent->end = source_file_offset(st->parse->src, last_line + 1);
	extent->line = first_line;
}

/* ---- points ---- */

static void
point_add_part(struct point_draft *draft, enum part_kind kind,
	       const struct piece *piece)
{
	struct point_part part = {kind, piece->first_line, piece->last_line};

	vector_push(&draft->parts, part);
}

const struct block *
point_copy_blocks(struct structure *st, struct block_sink *sink, size_t *count)
{
	*count = sink->blocks.len;
	return arena_copy(st->parse->arena, sink->blocks.items,
			  sink->blocks.len, sizeof *sink->blocks.items);
}

static void
point_inherit(struct structure *st)
{
	struct point *point = &st->point.point;
	const struct labels *labels = &st->point.labels;
	const struct section *section = &st->section.section;

	point->role = labels->has_role ? labels->role : section->role;
	point->id = labels->id;
	point->to = labels->to[0] ? labels->to : section->to;
	point->was = labels->was;
	point->answers = labels->answers;
	point->priority = labels->priority;
	point->attributes = labels->attributes;
	point->attribute_count = labels->attribute_count;
}

static void
point_check(struct structure *st)
{
	const struct point *point = &st->point.point;
	size_t i;

	for (i = 0; i < point->block_count; i++) {
		if (point->blocks[i].len)
			return;
	}
	structure_tell(st, SEVERITY_WARNING, point->extent.line,
		       point->extent.column, "empty-point",
		       _("This point has no words. Write them, or remove the "
			 "point."));
}

void
structure_close_point(struct structure *st)
{
	struct point_draft *draft = &st->point;
	struct point *point = &draft->point;
	struct arena *arena = st->parse->arena;

	if (!draft->is_open)
		return;
	point->blocks =
		point_copy_blocks(st, &draft->text, &point->block_count);
	point->cues = point_copy_blocks(st, &draft->cues, &point->cue_count);
	point->comment_count = draft->text.comments.len;
	point->comments = arena_copy(arena, draft->text.comments.items,
				     draft->text.comments.len,
				     sizeof *draft->text.comments.items);
	point->part_count = draft->parts.len;
	point->parts = arena_copy(arena, draft->parts.items, draft->parts.len,
				  sizeof *draft->parts.items);
	point_inherit(st);
	point_check(st);
	vector_push(&st->section.points, *point);
	block_sink_release(&draft->text);
	block_sink_release(&draft->cues);
	vector_release(&draft->parts);
	memset(draft, 0, sizeof *draft);
}

void
structure_open_point(struct structure *st, const struct piece *piece,
		     int number, bool numbered)
{
	struct point *point = &st->point.point;

	structure_close_point(st);
	st->point.is_open = true;
	st->point.labels =
		(struct labels){.id = "", .to = "", .was = "", .answers = ""};
	point->number = number;
	point->numbered = numbered;
	point->is_chapeau = !number && !numbered;
	structure_extent(st, &point->extent, piece->first_line,
			 piece->last_line);
	point->extent.column = structure_column(st, piece);
}

static void
point_extend(struct structure *st, const struct piece *piece)
{
	struct extent *extent = &st->point.point.extent;
	struct source *src = st->parse->src;
	size_t start = source_file_offset(src, piece->first_line);
	size_t end = source_file_offset(src, piece->last_line + 1);

	if (extent->start > start)
		extent->start = start;
	if (extent->end < end)
		extent->end = end;
}

/* The first paragraph of a point may end with its attributes; in any later
 * one they are out of place. */
static void
point_add_paragraph(struct structure *st, const struct piece *piece)
{
	struct point_draft *draft = &st->point;
	struct labels none;

	blocks_add(st->parse, piece->node, BLOCKS_TEXT, &draft->text);
	if (draft->has_labels)
		labels_take(st->parse, &draft->text, piece->first_line,
			    piece->last_line, LABELS_MISPLACED, &none);
	else
		labels_take(st->parse, &draft->text, piece->first_line,
			    piece->last_line, LABELS_POINT, &draft->labels);
	draft->has_labels = true;
}

/* Notes inside a cue are notes on the point. */
static void
point_add_cue(struct structure *st, const struct piece *piece)
{
	struct block_sink *cues = &st->point.cues;
	size_t i;

	blocks_add(st->parse, piece->node, BLOCKS_CUE, cues);
	for (i = 0; i < cues->comments.len; i++)
		vector_push(&st->point.text.comments, cues->comments.items[i]);
	cues->comments.len = 0;
}

/* One block-level node goes to the open point. */
void
point_add(struct structure *st, const struct piece *piece)
{
	struct point_draft *draft = &st->point;
	cmark_node_type type = cmark_node_get_type(piece->node);
	enum part_kind kind = PART_TEXT;

	if (type == CMARK_NODE_PARAGRAPH) {
		point_add_paragraph(st, piece);
	} else if (type == CMARK_NODE_BLOCK_QUOTE && draft->text.blocks.len) {
		kind = PART_CUE;
		point_add_cue(st, piece);
	} else if (type == CMARK_NODE_HTML_BLOCK &&
		   blocks_is_comment(piece->node)) {
		kind = PART_COMMENT;
		blocks_add(st->parse, piece->node, BLOCKS_TEXT, &draft->text);
	} else {
		blocks_add(st->parse, piece->node, BLOCKS_TEXT, &draft->text);
	}
	point_add_part(draft, kind, piece);
	point_extend(st, piece);
}

static bool
point_has_text(const struct point_draft *draft)
{
	size_t i;

	for (i = 0; i < draft->parts.len; i++) {
		if (draft->parts.items[i].kind == PART_TEXT)
			return true;
	}
	return false;
}

/* What waited stands before the point, or, where the point goes on after a
 * heading, within it. */
void
structure_use_waiting(struct structure *st)
{
	enum part_kind kind =
		point_has_text(&st->point) ? PART_TEXT : PART_HEADING;
	const struct piece *piece;
	size_t i;

	for (i = 0; i < st->waiting.len; i++) {
		piece = &st->waiting.items[i];
		blocks_add(st->parse, piece->node, BLOCKS_TEXT,
			   &st->point.text);
		st->point.text.mark.found = false;
		point_add_part(&st->point,
			       cmark_node_get_type(piece->node) ==
					       CMARK_NODE_HEADING
				       ? kind
				       : PART_COMMENT,
			       piece);
		point_extend(st, piece);
	}
	st->waiting.len = 0;
}
