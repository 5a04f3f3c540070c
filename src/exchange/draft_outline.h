/* draft_outline.h - one language's paragraphs being read as a brief. */
#ifndef LECTERN_DRAFT_OUTLINE_H
#define LECTERN_DRAFT_OUTLINE_H

#include "draft_parts.h"

struct cite_date;

/* Do the items of a list stand as headings? */
struct draft_series_row {
	struct draft_marker marker;
	bool are_headings;
};

struct draft_outline {
	struct draft_work *work;
	struct draft_text *text;
	size_t count; /* blocks of the text */
	VECTOR(struct draft_series_row) series;
	char chapter[32]; /* id of the heading that numbered ones are under */
};

/* A block of the text by its place in it, or NULL. */
static inline struct draft_block *
draft_outline_block(const struct draft_outline *outline, size_t at)
{
	if (at >= outline->count)
		return NULL;
	return &outline->work->blocks.items[outline->text->blocks.items[at]];
}

bool draft_is_heading(struct draft_outline *outline, size_t at);
/* Does it name a role: "If raised"? */
bool draft_is_role_heading(const struct draft_block *block, int *role);
bool draft_is_question(const struct draft_block *block);
/* Does it end in a question mark? */
bool draft_is_asked(const struct draft_block *block);
/* "Annex", "Part I" */
bool draft_is_chapter(const struct draft_block *block);

/* Take 'size' bytes at 'from' out of a block, and the spaces after them. */
void draft_block_drop(struct draft_work *work, struct draft_block *block,
		      size_t from, size_t size);

/* Of draft_note.c. */
bool draft_is_head(const struct draft_block *block);
bool draft_is_dateline(const struct draft_work *work,
		       const struct draft_block *block,
		       struct cite_date *found);
const char *draft_reference_number(struct draft_work *work,
				   const struct draft_block *block);

/* The title and what stands before the first section; returns the place of
 * the first block after it. */
size_t draft_front_read(struct draft_outline *outline);

/* A section with a heading (-1: none) and the blocks [from, to) of the text. */
void draft_section_read(struct draft_outline *outline, long heading,
			size_t from, size_t to);

#endif
