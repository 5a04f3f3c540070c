/*
 * The top level of a text: its title, its sections, their points. Everything
 * belongs somewhere: before the first section to the preface, before the
 * first numbered point to the chapeau, after a point to that point. A deeper
 * heading and the comments after it wait for what they stand above.
 */
#include "structure.h"

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

bool
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

int
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
