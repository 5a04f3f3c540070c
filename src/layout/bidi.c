/* Direction: levels by FriBidi, and the order of a line on the screen. */
#include <fribidi.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "text_private.h"

/* Levels are found piece by piece in a longer paragraph, so that what FriBidi
 * keeps per run stays small and time stays linear. */
#define BIDI_PIECE 16384

bool
bidi_may_be_right_to_left(uint32_t cp)
{
	return (cp >= 0x590 && cp < 0x900) || (cp >= 0xfb1d && cp < 0xff00) ||
	       (cp >= 0x10800 && cp < 0x11000) ||
	       (cp >= 0x1e800 && cp < 0x1f000);
}

/* What letters a paragraph has. */
struct bidi_letters {
	bool any_right;	  /* any right-to-left letter */
	bool any;	  /* any strong letter */
	bool first_right; /* the first strong letter is right-to-left */
};

static void
bidi_look(const uint32_t *cps, size_t count, struct bidi_letters *letters)
{
	FriBidiCharType type;
	bool right;
	size_t i;

	for (i = 0; i < count && !letters->any_right; i++) {
		right = bidi_may_be_right_to_left(cps[i]);
		if (letters->any && !right)
			continue;
		type = fribidi_get_bidi_type(cps[i]);
		if (!FRIBIDI_IS_LETTER(type))
			continue;
		right = FRIBIDI_IS_RTL(type);
		if (!letters->any)
			letters->first_right = right;
		letters->any = true;
		letters->any_right = right;
	}
}

/*
 * Arabic letters as they join: what stands in cells, reordered, is nothing a
 * terminal can still shape. Lam with alef becomes one character, and the
 * first of the two BIDI_FILL.
 */
static void
bidi_shape(uint32_t *cps, FriBidiStrIndex len, const FriBidiCharType *types,
	   const FriBidiLevel *levels)
{
	FriBidiJoiningType *joining = mem_alloc((size_t)len, sizeof *joining);

	fribidi_get_joining_types(cps, len, joining);
	fribidi_join_arabic(types, len, levels, joining);
	fribidi_shape_arabic(FRIBIDI_FLAG_SHAPE_ARAB_PRES |
				     FRIBIDI_FLAG_SHAPE_ARAB_LIGA,
			     levels, len, joining, cps);
	free(joining);
}

static void
bidi_piece_levels(uint32_t *cps, size_t count, bool right_to_left,
		  uint8_t *levels)
{
	FriBidiStrIndex len = (FriBidiStrIndex)count;
	FriBidiCharType *types = mem_alloc(count, sizeof *types);
	FriBidiBracketType *brackets = mem_alloc(count, sizeof *brackets);
	FriBidiLevel *found = mem_alloc(count, sizeof *found);
	FriBidiParType base = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
	size_t i;

	fribidi_get_bidi_types(cps, len, types);
	fribidi_get_bracket_types(cps, len, types, brackets);
	if (fribidi_get_par_embedding_levels_ex(types, brackets, len, &base,
						found)) {
		for (i = 0; i < count; i++)
			levels[i] = (uint8_t)found[i];
		bidi_shape(cps, len, types, found);
	}
	free(types);
	free(brackets);
	free(found);
}

bool
text_find_levels(struct text_source *source, size_t from, size_t to,
		 const struct text *text, bool before)
{
	struct bidi_letters letters = {false, false, false};
	bool right;
	size_t count;

	if (text->leave_direction)
		return false;
	bidi_look(source->cps + from, to - from, &letters);
	right = letters.any ? letters.first_right : before;
	if (text->is_right_to_left && letters.any_right)
		right = true;
	if (!right && !letters.any_right)
		return false;
	if (!source->levels)
		source->levels = mem_alloc(source->count, 1);
	for (; from < to; from += count) {
		count = to - from < BIDI_PIECE ? to - from : BIDI_PIECE;
		bidi_piece_levels(source->cps + from, count, right,
				  source->levels + from);
	}
	return right;
}

/* A glyph of a line and where its marks begin. */
struct bidi_place {
	size_t glyph, mark;
};

static void
bidi_reverse(struct bidi_place *places, size_t from, size_t to)
{
	struct bidi_place kept;

	for (; from + 1 < to; from++, to--) {
		kept = places[from];
		places[from] = places[to - 1];
		places[to - 1] = kept;
	}
}

/* UAX #9 L2: reverse every run at 'level' or above, from the highest down. */
static void
bidi_order(const struct glyph *glyphs, struct bidi_place *places, size_t count)
{
	int level, highest = 0;
	size_t i, from;

	for (i = 0; i < count; i++)
		if (glyphs[places[i].glyph].level > highest)
			highest = glyphs[places[i].glyph].level;
	for (level = highest; level > 0; level--) {
		for (i = 0; i < count; i++) {
			from = i;
			while (i < count &&
			       glyphs[places[i].glyph].level >= level)
				i++;
			bidi_reverse(places, from, i);
		}
	}
}

static void
text_draw_glyph(const struct text *text, struct bidi_place place,
		struct frame *frame, int row, int column)
{
	const struct glyph *glyph = &text->glyphs[place.glyph];
	struct cell cell = {.base = glyph->base,
			    .width = glyph->width,
			    .style = glyph->style};
	bool is_reversed = glyph->level & 1;
	uint32_t mirrored;
	int i;

	if (is_reversed && fribidi_get_mirror_char(glyph->base, &mirrored))
		cell.base = mirrored;
	for (i = 0; i < glyph->mark_count; i++) {
		uint32_t mark = text->marks[place.mark + (size_t)i];

		/* A joiner speaks of the letter after it, which here stands
		 * before it. */
		if (is_reversed && (mark == 0x200c || mark == 0x200d))
			continue;
		cell.marks[cell.mark_count++] = mark;
	}
	frame_put_cell(frame, row, column, &cell);
}

void
text_draw_line(const struct text *text, size_t line, struct frame *frame,
	       int row, int column, int width)
{
	const struct text_line *at = &text->lines[line];
	struct bidi_place *places = mem_alloc(at->count + 1, sizeof *places);
	size_t mark = at->first_mark;
	size_t i;

	for (i = 0; i < at->count; i++) {
		places[i].glyph = at->first + i;
		places[i].mark = mark;
		mark += text->glyphs[at->first + i].mark_count;
	}
	bidi_order(text->glyphs, places, at->count);
	if (at->right_to_left && width > at->width)
		column += width - at->width;
	for (i = 0; i < at->count; i++) {
		text_draw_glyph(text, places[i], frame, row, column);
		column += text->glyphs[places[i].glyph].width;
	}
	free(places);
}
