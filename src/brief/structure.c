/*
 * The top level of a text: its title, its sections, their points. Everything
 * belongs somewhere: before the first section to the preface, before the
 * first numbered point to the chapeau, after a point to that point. A deeper
 * heading and the comments after it wait for what they stand above.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

/* A point being built. */
struct point_draft {
	struct point point;
	struct block_sink text, cues;
	VECTOR(struct point_part) parts;
	struct labels labels;
	bool has_labels; /* its first paragraph has been seen */
	bool is_open;
};

struct section_draft {
	struct section section;
	VECTOR(struct point) points;
	VECTOR(struct comment) comments;
	bool is_open;
};

/* A piece of the top level, or of a point: a node and the lines it has. */
struct piece {
	cmark_node *node;
	int first_line, last_line;
};

struct structure {
	struct parse *parse;
	VECTOR(struct section) sections;
	struct section_draft section;
	struct point_draft point;
	struct block_sink preface;
	VECTOR(struct piece) waiting; /* headings, and comments after them */
	bool numbered;		      /* this section has numbered points */
	bool told_outside;
};

#define structure_tell(st, severity, line, column, ...)                        \
	brief_report((st)->parse->rep, (severity), (line), (column),           \
		     __VA_ARGS__)

/* ---- pieces ---- */

static int
structure_trim(const struct structure *st, int first_line, int last_line)
{
	while (last_line > first_line &&
	       source_is_blank(st->parse->src, last_line))
		last_line--;
	return last_line;
}

/* The lines of a node go to the next one's, or to the last line around it. */
static struct piece
structure_piece(const struct structure *st, cmark_node *node, int last_line)
{
	cmark_node *next = cmark_node_next(node);
	struct piece piece = {node, parse_line(st->parse, node), last_line};

	if (next && parse_line(st->parse, next) > piece.first_line)
		piece.last_line = parse_line(st->parse, next) - 1;
	piece.last_line = structure_trim(st, piece.first_line, piece.last_line);
	return piece;
}

static int
structure_column(const struct structure *st, const struct piece *piece)
{
	struct source *src = st->parse->src;
	size_t at = parse_offset(st->parse, piece->node);

	return source_column(src, piece->first_line,
			     at - source_line_start(src, piece->first_line));
}

static void
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

static const struct block *
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

static void
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

static void
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
static void
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
static void
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

/* ---- numbered points ---- */

/* The number as written; cmark counts from the first of a list. */
static int
structure_item_number(const struct structure *st, cmark_node *item)
{
	const struct source *src = st->parse->src;
	size_t at = parse_offset(st->parse, item);
	int number = 0, digits = 0;

	for (; at < src->len && digits < 9; at++, digits++) {
		if (src->text[at] < '0' || src->text[at] > '9')
			break;
		number = number * 10 + (src->text[at] - '0');
	}
	return number;
}

static void
structure_add_item(struct structure *st, cmark_node *item, int last_line)
{
	struct piece piece = structure_piece(st, item, last_line), inner;
	cmark_node *child = cmark_node_first_child(item);

	structure_open_point(st, &piece, structure_item_number(st, item), true);
	structure_use_waiting(st);
	for (; child; child = cmark_node_next(child)) {
		inner = structure_piece(st, child, piece.last_line);
		point_add(st, &inner);
	}
}

static void
structure_add_list(struct structure *st, const struct piece *piece)
{
	cmark_node *item = cmark_node_first_child(piece->node);

	for (; item; item = cmark_node_next(item))
		structure_add_item(st, item, piece->last_line);
}

/* ---- what stands between ---- */

static bool
structure_is_points(cmark_node *node)
{
	return cmark_node_get_type(node) == CMARK_NODE_LIST &&
	       cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
}

/* Does the paragraph start with a table row or "(a)"? Then it belongs to
 * the point before it, in a section without numbers too. */
static bool
structure_is_dependent(cmark_node *node)
{
	cmark_node *child = cmark_node_first_child(node);
	const char *text = child ? cmark_node_get_literal(child) : NULL;

	return text && ((unsigned char)text[0] == GUARD_ROW ||
			(unsigned char)text[0] == GUARD_LETTER);
}

static bool
structure_starts_point(const struct structure *st, const struct piece *piece)
{
	if (!st->point.is_open)
		return true;
	return !st->numbered &&
	       cmark_node_get_type(piece->node) == CMARK_NODE_PARAGRAPH &&
	       !structure_is_dependent(piece->node);
}

static int
structure_next_number(const struct structure *st)
{
	size_t count = st->section.points.len + st->point.is_open;

	return st->numbered ? 0 : (int)count + 1;
}

static void
structure_add_block(struct structure *st, const struct piece *piece)
{
	bool is_quote =
		cmark_node_get_type(piece->node) == CMARK_NODE_BLOCK_QUOTE;

	if (structure_starts_point(st, piece)) {
		structure_open_point(st, piece, structure_next_number(st),
				     false);
		if (is_quote)
			structure_tell(st, SEVERITY_WARNING, piece->first_line,
				       st->point.point.extent.column,
				       "cue-without-point",
				       _("This quote stands before any point, "
					 "so it is text and no cue. Put it "
					 "after the words it is for."));
	}
	structure_use_waiting(st);
	point_add(st, piece);
}

static void
structure_add_comment(struct structure *st, const struct piece *piece)
{
	struct block_sink sink = BLOCK_SINK_INIT;
	size_t i;

	if (st->waiting.len) {
		vector_push(&st->waiting, *piece);
	} else if (st->point.is_open) {
		point_add(st, piece);
	} else {
		blocks_add(st->parse, piece->node, BLOCKS_TEXT, &sink);
		for (i = 0; i < sink.comments.len; i++)
			vector_push(&st->section.comments,
				    sink.comments.items[i]);
		block_sink_release(&sink);
	}
}

/* ---- sections ---- */

/* A heading that nothing follows closes what stands before it. */
static void
structure_end_waiting(struct structure *st)
{
	if (!st->waiting.len)
		return;
	if (!st->point.is_open)
		structure_open_point(st, &st->waiting.items[0],
				     structure_next_number(st), false);
	structure_use_waiting(st);
}

static void
section_check_numbers(struct structure *st, const struct section *section)
{
	const struct point *point, *before = NULL;
	size_t i;

	for (i = 0; i < section->point_count; i++) {
		point = &section->points[i];
		if (before && point->number == before->number)
			structure_tell(st, SEVERITY_WARNING, point->extent.line,
				       point->extent.column, "repeated-number",
				       _("There is a point %d before this one. "
					 "Give each its own number: the "
					 "languages are aligned by it."),
				       point->number);
		else if (before && point->number < before->number)
			structure_tell(st, SEVERITY_WARNING, point->extent.line,
				       point->extent.column, "number-order",
				       _("Point %d stands after point %d. Put "
					 "the points in order."),
				       point->number, before->number);
		before = point;
	}
}

static void
structure_close_section(struct structure *st, int last_line)
{
	struct section_draft *draft = &st->section;
	struct section *section = &draft->section;
	struct arena *arena = st->parse->arena;

	if (!draft->is_open)
		return;
	structure_end_waiting(st);
	structure_close_point(st);
	section->point_count = draft->points.len;
	section->points =
		arena_copy(arena, draft->points.items, draft->points.len,
			   sizeof *draft->points.items);
	section->comment_count = draft->comments.len;
	section->comments =
		arena_copy(arena, draft->comments.items, draft->comments.len,
			   sizeof *draft->comments.items);
	section->extent.end = source_file_offset(
		st->parse->src,
		structure_trim(st, section->extent.line, last_line) + 1);
	section_check_numbers(st, section);
	st->parse->brief->point_count += section->point_count;
	vector_push(&st->sections, *section);
	vector_release(&draft->points);
	vector_release(&draft->comments);
	memset(draft, 0, sizeof *draft);
}

static void
section_name(struct structure *st, struct section *section,
	     const struct labels *labels)
{
	struct buffer id = BUFFER_INIT;

	section->id_given = labels->id[0];
	if (labels->id[0])
		section_id_normalise(labels->id, strlen(labels->id), &id);
	else
		section_id_from_heading(section->heading.text,
					section->heading.len, &id);
	section->id = arena_strndup(st->parse->arena, id.data, id.len);
	buffer_release(&id);
	if (!section->id[0])
		structure_tell(st, SEVERITY_WARNING, section->extent.line,
			       section->extent.column, "section-without-id",
			       _("This section has no number and no id, so it "
				 "can be aligned by its position only. Add an "
				 "id to the heading, as in {#israel}."));
}

/* A heading's text as one block; "" where it has none. Notes in it go where
 * the notes after it go. */
static void
structure_read_heading(struct structure *st, const struct piece *piece,
		       enum labels_of of, struct block *out,
		       struct labels *labels)
{
	struct block_sink sink = BLOCK_SINK_INIT;
	size_t i;

	blocks_add_heading(st->parse, piece->node, &sink);
	labels_take(st->parse, &sink, piece->first_line, piece->last_line, of,
		    labels);
	*out = (struct block){.kind = BLOCK_HEADING,
			      .marker = "",
			      .text = "",
			      .line = piece->first_line,
			      .column = 1};
	if (sink.blocks.len)
		*out = sink.blocks.items[0];
	for (i = 0; i < sink.comments.len; i++) {
		if (of == LABELS_SECTION)
			vector_push(&st->section.comments,
				    sink.comments.items[i]);
		else
			vector_push(&st->preface.comments,
				    sink.comments.items[i]);
	}
	block_sink_release(&sink);
}

static bool
structure_has_numbers(cmark_node *heading)
{
	cmark_node *node = cmark_node_next(heading);

	for (; node; node = cmark_node_next(node)) {
		if (cmark_node_get_type(node) == CMARK_NODE_HEADING &&
		    cmark_node_get_heading_level(node) == 2)
			return false;
		if (structure_is_points(node))
			return true;
	}
	return false;
}

static void
structure_open_section(struct structure *st, const struct piece *piece)
{
	struct section *section = &st->section.section;
	struct labels labels;

	structure_close_section(st, piece->first_line - 1);
	st->section.is_open = true;
	st->numbered = structure_has_numbers(piece->node);
	structure_read_heading(st, piece, LABELS_SECTION, &section->heading,
			       &labels);
	structure_extent(st, &section->extent, piece->first_line,
			 piece->last_line);
	section->extent.column = structure_column(st, piece);
	section->role = labels.role;
	section->to = labels.to;
	section->was = labels.was;
	section->attributes = labels.attributes;
	section->attribute_count = labels.attribute_count;
	section->has_numbers = st->numbered;
	section_name(st, section, &labels);
}

static int
structure_compare_ids(const void *a, const void *b)
{
	const struct section *one = *(const struct section *const *)a;
	const struct section *two = *(const struct section *const *)b;
	int order = section_id_compare(one->id, two->id);

	return order ? order : one->extent.line - two->extent.line;
}

static void
structure_check_ids(struct structure *st)
{
	VECTOR(const struct section *) sorted = VECTOR_INIT;
	const struct section *one, *two;
	size_t i;

	for (i = 0; i < st->sections.len; i++) {
		if (st->sections.items[i].id[0])
			vector_push(&sorted, &st->sections.items[i]);
	}
	if (sorted.len)
		qsort(sorted.items, sorted.len, sizeof *sorted.items,
		      structure_compare_ids);
	for (i = 1; i < sorted.len; i++) {
		one = sorted.items[i - 1];
		two = sorted.items[i];
		if (section_id_compare(one->id, two->id))
			continue;
		structure_tell(st, SEVERITY_WARNING, two->extent.line,
			       two->extent.column, "repeated-id",
			       _("The section in line %d is \"%s\" too. Give "
				 "this one an id of its own, as in "
				 "{#israel}."),
			       one->extent.line, one->id);
	}
	vector_release(&sorted);
}

/* ---- before the first section ---- */

static void
structure_add_preface(struct structure *st, const struct piece *piece)
{
	blocks_add(st->parse, piece->node, BLOCKS_TEXT, &st->preface);
	if (!structure_is_points(piece->node) || st->told_outside)
		return;
	st->told_outside = true;
	structure_tell(st, SEVERITY_WARNING, piece->first_line, 1,
		       "point-outside-section",
		       _("These numbered paragraphs stand in no section, so "
			 "they are no points. Put a heading (## Paragraph …) "
			 "before them."));
}

static void
structure_add_title(struct structure *st, const struct piece *piece)
{
	struct labels none;

	structure_read_heading(st, piece, LABELS_NOTHING,
			       &st->parse->brief->title, &none);
}

static void
structure_heading(struct structure *st, const struct piece *piece)
{
	int level = cmark_node_get_heading_level(piece->node);
	struct block_sink sink = BLOCK_SINK_INIT;
	struct labels none;

	if (level == 1 && !st->parse->brief->title.line) {
		if (!st->section.is_open) {
			structure_add_title(st, piece);
			return;
		}
	}
	if (level == 2) {
		structure_open_section(st, piece);
		return;
	}
	if (level == 1)
		structure_tell(st, SEVERITY_WARNING, piece->first_line, 1,
			       "second-title",
			       _("The title of a text is its first line "
				 "with one #, before all sections; this is "
				 "taken for a heading inside the section."));
	blocks_add_heading(st->parse, piece->node, &sink);
	labels_take(st->parse, &sink, piece->first_line, piece->last_line,
		    LABELS_NOTHING, &none);
	block_sink_release(&sink);
	if (st->section.is_open)
		vector_push(&st->waiting, *piece);
	else
		structure_add_preface(st, piece);
}

/* ---- the walk ---- */

static void
structure_node(struct structure *st, cmark_node *node)
{
	int last = source_line_count(st->parse->src);
	struct piece piece = structure_piece(st, node, last);
	cmark_node_type type = cmark_node_get_type(node);

	if (type == CMARK_NODE_THEMATIC_BREAK)
		return;
	if (type == CMARK_NODE_HEADING)
		structure_heading(st, &piece);
	else if (!st->section.is_open)
		structure_add_preface(st, &piece);
	else if (structure_is_points(node))
		structure_add_list(st, &piece);
	else if (type == CMARK_NODE_HTML_BLOCK && blocks_is_comment(node))
		structure_add_comment(st, &piece);
	else
		structure_add_block(st, &piece);
}

static void
structure_finish(struct structure *st)
{
	struct brief *brief = st->parse->brief;

	structure_close_section(st, source_line_count(st->parse->src));
	structure_check_ids(st);
	brief->sections =
		arena_copy(&brief->arena, st->sections.items, st->sections.len,
			   sizeof *st->sections.items);
	brief->section_count = st->sections.len;
	brief->preface =
		point_copy_blocks(st, &st->preface, &brief->preface_count);
	brief->comment_count = st->preface.comments.len;
	brief->comments = arena_copy(&brief->arena, st->preface.comments.items,
				     st->preface.comments.len,
				     sizeof *st->preface.comments.items);
}

static bool
structure_is_full(const struct structure *st)
{
	size_t points = st->parse->brief->point_count + st->section.points.len +
			st->point.is_open;

	return points > BRIEF_POINTS_MAX ||
	       st->sections.len + st->section.is_open > BRIEF_POINTS_MAX;
}

static bool
structure_walk(struct structure *st, cmark_node *document)
{
	cmark_node *node = cmark_node_first_child(document);

	for (; node; node = cmark_node_next(node)) {
		structure_node(st, node);
		if (!structure_is_full(st))
			continue;
		structure_tell(st, SEVERITY_ERROR, parse_line(st->parse, node),
			       1, "too-many-points",
			       _("This text has more than %d points or "
				 "sections, so it was not read. Part it into "
				 "several meetings."),
			       BRIEF_POINTS_MAX);
		return false;
	}
	return true;
}

bool
structure_build(struct parse *parse, cmark_node *document)
{
	struct structure st = {.parse = parse};
	bool whole = structure_walk(&st, document);

	structure_finish(&st);
	vector_release(&st.sections);
	vector_release(&st.waiting);
	block_sink_release(&st.preface);
	return whole;
}
