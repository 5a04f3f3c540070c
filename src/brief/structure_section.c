/* Sections: their headings, ids and numbers. */
#include <stdlib.h>
#include <string.h>

#include "structure.h"

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

void
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
void
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

void
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

void
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
