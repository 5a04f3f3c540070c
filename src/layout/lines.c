/* Where lines may end, and where they do. */
#include <stdlib.h>
#include <unictype.h>
#include <unigbrk.h>
#include <unilbrk.h>

#include "lectern/memory.h"
#include "text_private.h"
#include "width.h"

#define NUMERO_SIGN UINT32_C(0x2116)

static bool
text_is_narrow_word(uint32_t cp)
{
	return uc_is_general_category_withtable(
		       cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N) &&
	       width_of(cp) == 1;
}

/* Is "No." or "no." what ends before cps[end]? */
static bool
text_is_number_word(const uint32_t *cps, size_t end)
{
	return end >= 3 && cps[end - 1] == '.' && cps[end - 2] == 'o' &&
	       (cps[end - 3] == 'N' || cps[end - 3] == 'n') &&
	       (end == 3 || !text_is_narrow_word(cps[end - 4]));
}

/*
 * Breaks that UAX #14 or its implementation allows, and readers would not:
 * in A/RES/75/240 and and/or, in "e.g." and «с.г.», after the № of "№ 5" and
 * the "No." of "No. 5".
 */
static bool
text_is_weak_break(const uint32_t *cps, size_t i)
{
	uint32_t before = cps[i - 1];

	if (before == '/' || before == '.' || before == ',' || before == ':' ||
	    before == ';' || before == 0x60c)
		return text_is_narrow_word(cps[i]);
	if (before != ' ' || i < 2)
		return false;
	return cps[i - 2] == NUMERO_SIGN || text_is_number_word(cps, i - 1);
}

static bool
text_is_opening(uint32_t cp)
{
	return uc_is_general_category_withtable(
		cp, UC_CATEGORY_MASK_Ps | UC_CATEGORY_MASK_Pi);
}

/*
 * How a line may end before cps[i], given what UAX #14 says. At a space where
 * it allows no break, a line still rather ends than in a word; what opens may
 * begin a line even after a closing quotation mark, where it sees none.
 */
static char
text_break_kind(const uint32_t *cps, size_t i, char standard)
{
	if (standard == UC_BREAK_POSSIBLE)
		return text_is_weak_break(cps, i) ? TEXT_BREAK_WEAK
						  : TEXT_BREAK_GOOD;
	if (cps[i - 1] != ' ' || cps[i] == ' ')
		return TEXT_BREAK_CLUSTER;
	return text_is_opening(cps[i]) ? TEXT_BREAK_GOOD : TEXT_BREAK_WEAK;
}

void
text_find_breaks(struct text_source *source)
{
	char *clusters = mem_alloc(source->count + 1, 1);
	char *breaks = mem_alloc(source->count + 1, 1);
	size_t i;

	source->breaks = mem_alloc(source->count + 1, 1);
	u32_possible_linebreaks(source->cps, source->count, "UTF-8", breaks);
	u32_grapheme_breaks(source->cps, source->count, clusters);
	for (i = 1; i < source->count; i++)
		if (clusters[i])
			source->breaks[i] =
				text_break_kind(source->cps, i, breaks[i]);
	free(clusters);
	free(breaks);
}

/* A space that may vanish at the end of a line. */
static bool
text_is_space(const struct glyph *glyph)
{
	return glyph->base == ' ' && !glyph->mark_count;
}

/*
 * The end of the line that begins at 'start': the first glyph of the next.
 * A glyph that overflows is seen again only once, as part of the next line,
 * so all lines together take time in proportion to the text.
 */
static size_t
text_line_end(const struct text_build *build, size_t start, size_t end)
{
	const struct glyph *glyphs = build->text->glyphs;
	size_t at[TEXT_BREAK_GOOD + 1] = {0, 0, 0, 0};
	size_t used = 0, i;
	int kind;

	for (i = start; i < end; i++) {
		if (i > start)
			at[build->breaks.items[i]] = i;
		used += glyphs[i].width;
		if (text_is_space(&glyphs[i]) || i == start ||
		    used <= (size_t)build->width)
			continue;
		for (kind = TEXT_BREAK_GOOD; kind > TEXT_BREAK_NEVER; kind--)
			if (at[kind])
				return at[kind];
		return i;
	}
	return end;
}

static void
text_push_line(struct text_build *build, size_t start, size_t end,
	       size_t first_mark, bool right_to_left)
{
	const struct glyph *glyphs = build->text->glyphs;
	struct text_line line = {start, 0, first_mark, 0, right_to_left};
	size_t i;

	while (end > start && text_is_space(&glyphs[end - 1]))
		end--;
	line.count = end - start;
	for (i = start; i < end; i++)
		line.width += glyphs[i].width;
	vector_push(&build->lines, line);
}

void
text_break_lines(struct text_build *build, size_t first, size_t first_mark,
		 bool right_to_left)
{
	const struct glyph *glyphs = build->text->glyphs;
	size_t end = build->text->glyph_count;
	size_t next;

	do {
		next = text_line_end(build, first, end);
		text_push_line(build, first, next, first_mark, right_to_left);
		for (; first < next; first++)
			first_mark += glyphs[first].mark_count;
	} while (first < end);
}
