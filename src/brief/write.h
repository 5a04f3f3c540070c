/*
 * write.h - a change being written: write.c has the words, the cue and the
 * file, write_block.c the attribute block.
 */
#ifndef LECTERN_BRIEF_WRITE_H
#define LECTERN_BRIEF_WRITE_H

#include "internal.h"

/* Lines [first, last] become 'text'; first > last inserts before 'first'. */
struct write_edit {
	int first, last;
	struct buffer text;
};

struct writer {
	struct source src;
	const struct brief *brief;
	const struct point *point;
	const struct section *section;
	const struct point_change *change;
	struct point_form form;
	const char *newline;
	VECTOR(struct write_edit) edits;
};

/* A new edit; its text is still to be filled. */
struct buffer *write_edit_add(struct writer *writer, int first, int last);
/* The part the point's words start in, or NULL. */
const struct point_part *write_first_text(const struct point *point);
/* Does the change touch the attribute block? */
bool write_changes_block(const struct point_change *change);
/* The block that goes with new words. */
void write_block(const struct writer *writer, struct buffer *out);
/* Put it beside words that stay. */
void write_edit_block(struct writer *writer);

#endif
