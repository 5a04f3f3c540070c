/*
 * text_private.h - what the three steps of text_layout() hand to each other:
 * code points (text.c), their levels (bidi.c), and lines (lines.c).
 */
#ifndef LAYOUT_TEXT_PRIVATE_H
#define LAYOUT_TEXT_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/text.h"
#include "lectern/vector.h"

/* May a line end before this code point? From never to gladly. */
enum text_break {
	TEXT_BREAK_NEVER,
	TEXT_BREAK_CLUSTER, /* between graphemes: only inside a long word */
	TEXT_BREAK_WEAK,    /* only where the word is longer than the line */
	TEXT_BREAK_GOOD,    /* UAX #14 allows it */
};

/* Filtered text, one entry a code point; '\n' ends a paragraph. */
struct text_source {
	size_t count;
	uint32_t *cps;
	uint8_t *styles;
	uint8_t *breaks; /* enum text_break: before the code point */
	uint8_t *levels; /* NULL: all 0 */
};

/* Sets source->breaks. */
void text_find_breaks(struct text_source *source);

/* A quick look before FriBidi's tables: does it stand in a block of
 * right-to-left letters? */
bool bidi_may_be_right_to_left(uint32_t cp);

/* In the place of a letter that the next one has taken in. The filter never
 * lets it in. */
#define BIDI_FILL UINT32_C(0xfeff)

/* Paragraph [from, to): sets its levels where it needs any (allocating
 * source->levels), and shapes Arabic letters, which changes source->cps.
 * Returns whether it runs from the right. 'before' is the
 * direction of the paragraph before, for one without letters. */
bool text_find_levels(struct text_source *source, size_t from, size_t to,
		      const struct text *text, bool before);

/* Growing parts of a text while it is made. */
struct text_build {
	struct text *text;
	VECTOR(struct text_line) lines;
	VECTOR(uint32_t) marks;
	VECTOR(uint8_t) breaks; /* before each glyph */
	int width;
};

/* Break the glyphs from 'first' on, whose first mark is 'first_mark', into
 * lines. */
void text_break_lines(struct text_build *build, size_t first, size_t first_mark,
		      bool right_to_left);

#endif
