/* A section: its id, its role, its points. */
#include <stdio.h>
#include <string.h>

#include "lectern/section_id.h"

#include "draft_outline.h"

/* ---- the heading ---- */

/* The heading without emphasis, as one line. */
static const char *
draft_heading_words(struct draft_work *work, const struct draft_block *block)
{
	struct buffer out = BUFFER_INIT;
	const char *words;
	size_t at;

	for (at = 0; at < block->len; at++) {
		if (block->text[at] == '*' && at + 1 < block->len &&
		    block->text[at + 1] == '*')
			at++;
		else if (block->text[at] == '\n')
			buffer_append_byte(&out, ' ');
		else
			buffer_append_byte(&out, block->text[at]);
	}
	if (!block->marker.kind && out.len > 1 && out.data[out.len - 1] == ':')
		buffer_truncate(&out, out.len - 1);
	words = arena_strndup(work->arena, out.data, out.len);
	buffer_release(&out);
	return words;
}

/* "I.", "一、" are chapters; a number of another kind under one is its part. */
static void
draft_id_of_marker(struct draft_outline *outline,
		   const struct draft_block *block, char id[64])
{
	const struct draft_marker *marker = &block->marker;
	bool is_chapter = marker->kind == MARK_ROMAN ||
			  marker->kind == MARK_HAN ||
			  marker->kind == MARK_ORDINAL;

	if (marker->kind == MARK_DOTTED) {
		snprintf(id, 64, "%.*s",
			 (int)strspn(marker->text, "0123456789."),
			 marker->text);
		if (id[0] && id[strlen(id) - 1] == '.')
			id[strlen(id) - 1] = '\0';
	} else if (is_chapter) {
		snprintf(id, 64, "%d", marker->number);
		snprintf(outline->chapter, sizeof outline->chapter, "%d.",
			 marker->number);
	} else {
		snprintf(id, 64, "%s%d", outline->chapter, marker->number);
	}
}

static void
draft_section_name(struct draft_outline *outline, struct draft_section *section,
		   const struct draft_block *block)
{
	struct buffer id = BUFFER_INIT;

	if (section_id_from_heading(section->words, strlen(section->words),
				    &id) &&
	    id.len < sizeof section->id) {
		memcpy(section->id, id.data, id.len + 1);
		section->is_id_read = true;
	} else if (block->marker.kind && block->marker.kind != MARK_BULLET) {
		draft_id_of_marker(outline, block, section->id);
	}
	buffer_release(&id);
	if (!section->id[0])
		return;
	if (draft_ids_find(&outline->text->ids, section->id)) {
		section->id[0] = '\0';
		section->is_id_read = false;
		return;
	}
	draft_ids_add(&outline->text->ids,
		      arena_strdup(outline->work->arena, section->id),
		      outline->text->sections.len);
}

static void
draft_section_ask(struct draft_outline *outline, struct draft_section *section,
		  const struct draft_block *block)
{
	enum draft_tongue tongue = outline->text->tongue;

	draft_is_role_heading(block, &section->role);
	if (!draft_is_question(block) && !draft_is_asked(block) &&
	    section->role != ROLE_IF_RAISED)
		return;
	section->role = ROLE_IF_RAISED;
	section->country = draft_country_find(section->words,
					      strlen(section->words), tongue);
	if (section->country >= 0)
		section->to = draft_country_at(section->country)->names[tongue];
}

/* ---- its points ---- */

struct draft_filler {
	struct draft_outline *outline;
	struct draft_section *section;
	struct draft_marker outer; /* of its points; MARK_NONE: paragraphs */
	int indent;		   /* of the outer markers */
	int last;		   /* number */
};

static struct draft_point *
draft_filler_last(struct draft_filler *filler)
{
	return filler->section->points.len
		       ? vector_last(&filler->section->points)
		       : NULL;
}

static struct draft_point *
draft_point_open(struct draft_filler *filler, int number, bool is_numbered)
{
	struct draft_point point = {
		.number = number, .is_numbered = is_numbered, .role = -1};

	vector_push(&filler->section->points, point);
	filler->last = number;
	return vector_last(&filler->section->points);
}

/* "(a)" and "1.1." without what is around them. */
static const char *
draft_bare_start(const struct draft_marker *marker)
{
	return marker->text + strspn(marker->text, "(");
}

static size_t
draft_bare(const struct draft_marker *marker)
{
	const char *text = draft_bare_start(marker);
	size_t len = strlen(text);

	while (len > 1 && memchr(".)-:", text[len - 1], 4))
		len--;
	return len;
}

/* The number a point has in the brief: as written, else the next. */
static void
draft_point_number(struct draft_filler *filler, const struct draft_block *block)
{
	const struct draft_marker *marker = &block->marker;
	int number = marker->number;
	struct draft_point *point;
	bool is_next = marker->kind == MARK_BULLET || number <= filler->last;

	point = draft_point_open(filler, is_next ? filler->last + 1 : number,
				 true);
	if (marker->kind == MARK_DOTTED || marker->kind == MARK_LETTER ||
	    marker->kind == MARK_ROMAN ||
	    (is_next && marker->kind != MARK_BULLET))
		snprintf(point->was, sizeof point->was, "%.*s",
			 (int)draft_bare(marker), draft_bare_start(marker));
}

/* Two or more paragraphs that end in a colon, each with a list: they are the
 * points, and the lists belong to them. */
static bool
draft_lists_are_nested(const struct draft_outline *outline, size_t from,
		       size_t to)
{
	const struct draft_block *block, *next;
	size_t leads = 0, plain = 0, at;

	for (at = from; at < to; at++) {
		block = draft_outline_block(outline, at);
		next = at + 1 < to ? draft_outline_block(outline, at + 1)
				   : NULL;
		if (block->marker.kind)
			continue;
		plain++;
		leads += next && next->marker.kind &&
			 block->text[block->len - 1] == ':';
	}
	return leads > 1 || (plain > 2 && leads == 1);
}

static void
draft_filler_find_outer(struct draft_filler *filler, size_t from, size_t to)
{
	const struct draft_block *block;
	size_t at;

	for (at = from; at < to; at++) {
		block = draft_outline_block(filler->outline, at);
		if (!block->marker.kind || block->is_verbatim)
			continue;
		if (block->marker.kind == MARK_BULLET &&
		    draft_lists_are_nested(filler->outline, from, to))
			return;
		filler->outer = block->marker;
		filler->indent = block->indent;
		return;
	}
}

static bool
draft_is_outer(const struct draft_filler *filler,
	       const struct draft_block *block)
{
	if (block->is_verbatim || !filler->outer.kind ||
	    !is_draft_marker_like(&block->marker, &filler->outer))
		return false;
	/* A list that begins anew, further in, belongs to the point. */
	if (block->indent > filler->indent + 1 && filler->last)
		return block->marker.kind != MARK_BULLET &&
		       block->marker.number == filler->last + 1;
	return true;
}

static void
draft_filler_add(struct draft_filler *filler, size_t index)
{
	struct draft_block *block = &filler->outline->work->blocks.items[index];
	struct draft_point *point = draft_filler_last(filler);

	block->use = USE_TEXT;
	if (draft_is_outer(filler, block)) {
		draft_point_number(filler, block);
	} else if (!point && filler->outer.kind) {
		draft_point_open(filler, 0, false)->is_chapeau = true;
	} else if (!filler->outer.kind &&
		   (!point || (!block->marker.kind && !block->is_verbatim))) {
		draft_point_open(filler, filler->last + 1, false);
	}
	point = draft_filler_last(filler);
	if (draft_is_outer(filler, block) || !point->blocks.len)
		draft_is_role_heading(block, &point->role);
	if (point->role == (int)filler->section->role)
		point->role = -1;
	vector_push(&point->blocks, index);
}

void
draft_section_read(struct draft_outline *outline, long heading, size_t from,
		   size_t to)
{
	struct draft_text *text = outline->text;
	struct draft_section section = {
		.heading = heading, .words = "", .to = "", .country = -1};
	struct draft_filler filler = {.outline = outline, .section = &section};
	struct draft_block *block;

	if (heading >= 0) {
		block = draft_outline_block(outline, (size_t)heading);
		section.heading = (long)text->blocks.items[heading];
		section.words = draft_heading_words(outline->work, block);
		draft_section_name(outline, &section, block);
		draft_section_ask(outline, &section, block);
		block->use = USE_HEADING;
	}
	draft_filler_find_outer(&filler, from, to);
	for (; from < to; from++)
		draft_filler_add(&filler, text->blocks.items[from]);
	vector_push(&text->sections, section);
}
