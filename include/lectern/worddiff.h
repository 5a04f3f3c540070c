/*
 * worddiff.h - how one wording became another, word by word.
 *
 * Texts are parted where UAX #29 parts words (libunistring), so that Chinese
 * goes by characters; white space belongs to the word before it and makes no
 * difference. The shortest edit is sought by Myers' O(ND) algorithm, a
 * thousand edits at a time: beyond them the best way so far is kept and the
 * search goes on from its end, so that texts which have nothing in common
 * still cost time in proportion to their length.
 *
 * Pure. Two changes with nothing but punctuation between them are one.
 */
#ifndef LECTERN_WORDDIFF_H
#define LECTERN_WORDDIFF_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/vector.h"

struct buffer;

enum worddiff_kind { WORDDIFF_SAME, WORDDIFF_REMOVED, WORDDIFF_ADDED };

/*
 * Bytes [old_start, old_end) of the old text (REMOVED, SAME) and [new_start,
 * new_end) of the new one (ADDED, SAME), white space after them included. In
 * order the parts cover both texts; what replaces comes after what it
 * replaces.
 */
struct worddiff_part {
	enum worddiff_kind kind;
	size_t old_start, old_end, new_start, new_end;
};

struct worddiff {
	VECTOR(struct worddiff_part) list;
};

#define WORDDIFF_INIT                                                          \
	{                                                                      \
		VECTOR_INIT                                                    \
	}

void worddiff_release(struct worddiff *diff);

/* Replace diff's parts by those that lead from 'before' to 'after'. */
void worddiff_find(const char *before, size_t before_len, const char *after,
		   size_t after_len, struct worddiff *diff);

/* Are the words the same, in the same order? */
bool worddiff_is_same(const struct worddiff *diff);

/* The parts as one line for who sees no colour: "a [-b-] {+c+} d". */
void worddiff_format(const struct worddiff *diff, const char *before,
		     const char *after, struct buffer *out);
/* One part of that line, appended: for who gives each a style of its own. */
void worddiff_format_part(const struct worddiff *diff, size_t index,
			  const char *before, const char *after,
			  struct buffer *out);

#endif
