/*
 * Trees as text, for golden tests and for people: one node a line, indented
 * by two spaces, positions first, text quoted as in C.
 */
#include <string.h>

#include "internal.h"
#include "lectern/meeting.h"

static const char *const block_names[] = {
	[BLOCK_PARAGRAPH] = "paragraph", [BLOCK_ITEM] = "item",
	[BLOCK_HEADING] = "heading",	 [BLOCK_QUOTE] = "quote",
	[BLOCK_VERBATIM] = "verbatim",
};

static const char *const span_names[] = {
	[SPAN_STRONG] = "strong",
	[SPAN_EMPHASIS] = "emphasis",
	[SPAN_CITATION] = "citation",
	[SPAN_CODE] = "code",
};

static const char *const part_names[] = {
	[PART_HEADING] = "heading",
	[PART_TEXT] = "text",
	[PART_CUE] = "cue",
	[PART_COMMENT] = "comment",
};

/* Control characters as \n or \x1b; all else as it is. */
void
dump_quoted(const char *text, size_t len, struct buffer *out)
{
	size_t i;

	buffer_append_byte(out, '"');
	for (i = 0; i < len; i++) {
		if (text[i] == '"' || text[i] == '\\')
			buffer_printf(out, "\\%c", text[i]);
		else if (text[i] == '\n')
			buffer_append_string(out, "\\n");
		else if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			buffer_printf(out, "\\x%02x", (unsigned char)text[i]);
		else
			buffer_append_byte(out, text[i]);
	}
	buffer_append_byte(out, '"');
}

static void
dump_named(const char *name, const char *value, struct buffer *out)
{
	if (!value[0])
		return;
	buffer_printf(out, " %s=", name);
	dump_quoted(value, strlen(value), out);
}

static void
dump_spans(const struct block *block, int indent, struct buffer *out)
{
	const struct span *span;
	size_t i;

	for (i = 0; i < block->span_count; i++) {
		span = &block->spans[i];
		buffer_printf(out, "%*s%s [%zu,%zu) ", indent, "",
			      span_names[span->kind], span->start, span->end);
		dump_quoted(block->text + span->start, span->end - span->start,
			    out);
		if (span->target)
			dump_named("target", span->target, out);
		buffer_append_byte(out, '\n');
	}
}

static void
dump_block_as(const struct block *block, const char *name, bool places,
	      int indent, struct buffer *out)
{
	buffer_printf(out, "%*s%s", indent, "", name);
	if (places)
		buffer_printf(out, " %d:%d", block->line, block->column);
	if (block->depth)
		buffer_printf(out, " depth=%d", block->depth);
	dump_named("marker", block->marker, out);
	buffer_append_byte(out, ' ');
	dump_quoted(block->text, block->len, out);
	buffer_append_byte(out, '\n');
	dump_spans(block, indent + 2, out);
}

static void
dump_blocks(const struct block *blocks, size_t count, bool cue, bool places,
	    int indent, struct buffer *out)
{
	const char *name;
	size_t i;

	for (i = 0; i < count; i++) {
		name = block_names[blocks[i].kind];
		if (cue && blocks[i].kind == BLOCK_PARAGRAPH)
			name = "cue";
		else if (cue)
			buffer_printf(out, "%*scue-", indent, "");
		dump_block_as(&blocks[i], name, places,
			      cue && blocks[i].kind != BLOCK_PARAGRAPH ? 0
								       : indent,
			      out);
	}
}

static void
dump_comments(const struct comment *comments, size_t count, bool places,
	      int indent, struct buffer *out)
{
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_printf(out, "%*scomment ", indent, "");
		if (places)
			buffer_printf(out, "%d:%d ", comments[i].line,
				      comments[i].column);
		dump_quoted(comments[i].text, strlen(comments[i].text), out);
		buffer_append_byte(out, '\n');
	}
}

static void
dump_attributes(const struct attribute *list, size_t count, bool places,
		int indent, struct buffer *out)
{
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_printf(out, "%*sattribute ", indent, "");
		if (places)
			buffer_printf(out, "%d:%d ", list[i].line,
				      list[i].column);
		buffer_printf(out, "%s ", list[i].key);
		dump_quoted(list[i].value, strlen(list[i].value), out);
		buffer_append_byte(out, '\n');
	}
}

static void
dump_point_head(const struct point *point, bool places, int indent,
		struct buffer *out)
{
	buffer_printf(out, "%*s%s %d", indent, "",
		      point->is_chapeau ? "chapeau" : "point", point->number);
	if (places)
		buffer_printf(out, " %d:%d [%zu,%zu)", point->extent.line,
			      point->extent.column, point->extent.start,
			      point->extent.end);
	buffer_printf(out, " %s", role_name(point->role));
	if (!point->numbered)
		buffer_append_string(out, " unnumbered");
	if (point->priority)
		buffer_printf(out, " priority=%d", point->priority);
	dump_named("id", point->id, out);
	dump_named("to", point->to, out);
	dump_named("was", point->was, out);
	dump_named("for", point->answers, out);
	buffer_append_byte(out, '\n');
}

static void
dump_parts(const struct point *point, int indent, struct buffer *out)
{
	size_t i;

	if (!point->part_count)
		return;
	buffer_printf(out, "%*slines", indent, "");
	for (i = 0; i < point->part_count; i++)
		buffer_printf(
			out, " %s=%d-%d", part_names[point->parts[i].kind],
			point->parts[i].first_line, point->parts[i].last_line);
	buffer_append_byte(out, '\n');
}

static void
dump_point(const struct point *point, bool places, int indent,
	   struct buffer *out)
{
	dump_point_head(point, places, indent, out);
	indent += 2;
	if (places)
		dump_parts(point, indent, out);
	dump_attributes(point->attributes, point->attribute_count, places,
			indent, out);
	dump_blocks(point->blocks, point->block_count, false, places, indent,
		    out);
	dump_blocks(point->cues, point->cue_count, true, places, indent, out);
	dump_comments(point->comments, point->comment_count, places, indent,
		      out);
}

static void
dump_section_head(const struct section *section, bool places,
		  struct buffer *out)
{
	buffer_append_string(out, "section ");
	dump_quoted(section->id, strlen(section->id), out);
	if (places)
		buffer_printf(out, " %d:%d [%zu,%zu)", section->extent.line,
			      section->extent.column, section->extent.start,
			      section->extent.end);
	buffer_printf(out, " %s", role_name(section->role));
	if (section->id_given)
		buffer_append_string(out, " given");
	if (section->has_numbers)
		buffer_append_string(out, " numbered");
	dump_named("to", section->to, out);
	dump_named("was", section->was, out);
	buffer_append_byte(out, '\n');
	dump_attributes(section->attributes, section->attribute_count, places,
			2, out);
	dump_block_as(&section->heading, "heading", places, 2, out);
	dump_comments(section->comments, section->comment_count, places, 2,
		      out);
}

void
point_dump_plain(const struct point *point, struct buffer *out)
{
	dump_point(point, false, 0, out);
}

void
section_dump_plain(const struct section *section, struct buffer *out)
{
	dump_section_head(section, false, out);
}

static void
dump_head(const struct brief *brief, struct buffer *out)
{
	static const char *const names[] = {"", "draft", "cleared"};
	char date[DATE_TEXT_MAX] = "";

	if (is_date(&brief->cleared_on))
		date_format(&brief->cleared_on, date);
	buffer_printf(out, "brief %s", brief->language);
	dump_named("status", names[brief->status], out);
	dump_named("cleared-by", brief->cleared_by, out);
	dump_named("cleared-on", date, out);
	dump_named("translator", brief->translator, out);
	buffer_append_byte(out, '\n');
}

static void
dump_before_sections(const struct brief *brief, bool places, struct buffer *out)
{
	dump_head(brief, out);
	if (brief->title.line)
		dump_block_as(&brief->title, "title", places, 0, out);
	if (brief->preface_count || brief->comment_count)
		buffer_append_string(out, "preface\n");
	dump_blocks(brief->preface, brief->preface_count, false, places, 2,
		    out);
	dump_comments(brief->comments, brief->comment_count, places, 2, out);
}

void
brief_dump_head(const struct brief *brief, struct buffer *out)
{
	dump_before_sections(brief, false, out);
}

void
brief_dump(const struct brief *brief, struct buffer *out)
{
	const struct section *section;
	size_t i, j;

	dump_before_sections(brief, true, out);
	for (i = 0; i < brief->section_count; i++) {
		section = &brief->sections[i];
		dump_section_head(section, true, out);
		for (j = 0; j < section->point_count; j++)
			dump_point(&section->points[j], true, 2, out);
	}
}

/* ---- a meeting ---- */

static void
dump_facts(const struct meeting_facts *facts, struct buffer *out)
{
	char date[DATE_TEXT_MAX] = "";
	size_t i;

	for (i = 0; i < facts->title_count; i++) {
		buffer_printf(out, "title %s ", facts->titles[i].language);
		dump_quoted(facts->titles[i].text,
			    strlen(facts->titles[i].text), out);
		buffer_append_byte(out, '\n');
	}
	if (is_date(&facts->date.first))
		date_range_format(&facts->date, date);
	buffer_append_string(out, "facts");
	dump_named("short", facts->short_name, out);
	dump_named("body", facts->body, out);
	dump_named("date", date, out);
	dump_named("place", facts->place, out);
	dump_named("delegation", facts->delegation, out);
	dump_named("subject", facts->subject, out);
	dump_named("classification", facts->classification, out);
	dump_named("delivery", facts->delivery, out);
	dump_named("reference", facts->reference, out);
	for (i = 0; i < facts->language_count; i++)
		dump_named("language", facts->languages[i], out);
	if (facts->floor_seconds)
		buffer_printf(out, " floor-seconds=%ld", facts->floor_seconds);
	buffer_append_byte(out, '\n');
}

static void
dump_row(const struct meeting *meeting, const struct aligned_row *row,
	 struct buffer *out)
{
	const struct point *point;
	size_t i;

	buffer_append_string(out, "  row");
	for (i = 0; i < meeting->language_count; i++) {
		point = row->cells[i];
		if (point)
			buffer_printf(out, " %s:%d@%d", meeting->languages[i],
				      point->number, point->extent.line);
		else
			buffer_printf(out, " %s:-", meeting->languages[i]);
	}
	buffer_append_byte(out, '\n');
}

static void
dump_aligned(const struct meeting *meeting, struct buffer *out)
{
	const struct aligned_section *section;
	size_t i, j;

	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		buffer_append_string(out, "aligned ");
		dump_quoted(section->id, strlen(section->id), out);
		for (j = 0; j < meeting->language_count; j++) {
			buffer_printf(out, " %s:", meeting->languages[j]);
			if (section->cells[j])
				buffer_printf(out, "@%d",
					      section->cells[j]->extent.line);
			else
				buffer_append_byte(out, '-');
		}
		buffer_append_byte(out, '\n');
		for (j = 0; j < section->row_count; j++)
			dump_row(meeting, &section->rows[j], out);
	}
}

void
meeting_dump(const struct meeting *meeting, struct buffer *out)
{
	size_t i;

	buffer_printf(out, "meeting %s\n", meeting->id);
	dump_facts(&meeting->facts, out);
	dump_aligned(meeting, out);
	for (i = 0; i < meeting->language_count; i++) {
		if (meeting->briefs[i])
			brief_dump(meeting->briefs[i], out);
	}
}
