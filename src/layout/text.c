#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/utf8.h"
#include "text_private.h"
#include "width.h"

#define TEXT_TAB 8

/* The style of each byte of the text as it was given. */
struct text_styles {
	uint8_t *of; /* NULL: all 'base' */
	uint8_t base;
};

/*
 * The last span wins, so they are painted from the last to the first, and
 * 'next' leads over what has been painted: each byte is visited once.
 */
static void
text_paint_spans(struct text_styles *styles, size_t len,
		 const struct styled_span *spans, size_t count)
{
	size_t *next, i, at, end, follow;

	if (!count || !len)
		return;
	styles->of = mem_alloc(len, 1);
	memset(styles->of, styles->base, len);
	next = mem_alloc(len + 1, sizeof *next);
	for (i = 0; i <= len; i++)
		next[i] = i;
	while (count--) {
		end = spans[count].end < len ? spans[count].end : len;
		for (at = spans[count].start; at < end;) {
			for (; next[at] != at; at = follow) {
				follow = next[at];
				next[at] = next[follow];
			}
			if (at >= end)
				break;
			styles->of[at] = (uint8_t)spans[count].style;
			next[at] = at + 1;
		}
	}
	free(next);
}

/* Code points with their styles while they are read. */
struct text_reader {
	VECTOR(uint32_t) cps;
	VECTOR(uint8_t) styles;
	bool verbatim;
	int column; /* code points since the last '\n', for tabs */
};

static void
text_reader_push(struct text_reader *reader, uint32_t cp, uint8_t style)
{
	vector_push(&reader->cps, cp);
	vector_push(&reader->styles, style);
	reader->column = cp == '\n' ? 0 : reader->column + 1;
}

/* Where words flow, a run of spaces is one and none opens a paragraph. */
static void
text_reader_push_space(struct text_reader *reader, uint32_t cp, uint8_t style)
{
	uint32_t before = '\n';

	if (reader->cps.len)
		before = *vector_last(&reader->cps);
	if (!reader->verbatim) {
		if (before != ' ' && before != '\n')
			text_reader_push(reader, ' ', style);
		return;
	}
	do
		text_reader_push(reader, ' ', style);
	while (cp == '\t' && reader->column % TEXT_TAB);
}

static void
text_read(struct text_reader *reader, const char *text, size_t len,
	  const struct text_styles *styles)
{
	struct filter_reader filter;
	struct filter_piece piece;
	uint8_t style;
	size_t i;

	filter_reader_init(&filter, text, len, SINK_SCREEN);
	while (filter_reader_next(&filter, &piece)) {
		style = styles->of ? styles->of[piece.source] : styles->base;
		if (piece.cp == UTF8_BAD)
			for (i = 0; i < piece.len; i++)
				text_reader_push(
					reader, (uint8_t)piece.bytes[i], style);
		else if (piece.cp == ' ' || piece.cp == '\t')
			text_reader_push_space(reader, piece.cp, style);
		else
			text_reader_push(reader, piece.cp, style);
	}
}

/* Append the glyph of code point i, or add it to the marks of the last. */
static void
text_add_glyph(struct text_build *build, const struct text_source *source,
	       size_t i, size_t first)
{
	struct text *text = build->text;
	uint32_t cp = source->cps[i];
	int width = width_of(cp);
	struct glyph *glyph = NULL;
	uint8_t may_break = source->breaks[i];

	if (cp == BIDI_FILL)
		return;
	if (i && source->cps[i - 1] == BIDI_FILL)
		may_break = source->breaks[i - 1];
	if (!width && text->glyph_count > first)
		glyph = &text->glyphs[text->glyph_count - 1];
	if (!glyph || glyph->mark_count == CELL_MARKS_MAX) {
		glyph = &text->glyphs[text->glyph_count++];
		glyph->base = width ? cp : WIDTH_LONE_BASE;
		glyph->width = (uint8_t)(width ? width : 1);
		if (glyph->width > build->width) {
			glyph->base = '?';
			glyph->width = 1;
		}
		glyph->style = source->styles[i];
		glyph->level = source->levels ? source->levels[i] : 0;
		vector_push(&build->breaks, may_break);
	}
	if (!width) {
		glyph->mark_count++;
		vector_push(&build->marks, cp);
	}
}

/* The paragraph of code points [from, to), as glyphs and as lines. */
static void
text_add_paragraph(struct text_build *build, struct text_source *source,
		   size_t from, size_t to, bool *direction)
{
	size_t first = build->text->glyph_count;
	size_t first_mark = build->marks.len;
	size_t i;

	*direction =
		text_find_levels(source, from, to, build->text, *direction);
	for (i = from; i < to; i++)
		text_add_glyph(build, source, i, first);
	text_break_lines(build, first, first_mark, *direction);
}

static void
text_add_paragraphs(struct text_build *build, struct text_source *source)
{
	bool direction =
		build->text->is_right_to_left && !build->text->leave_direction;
	size_t from = 0, i;

	for (i = 0; i < source->count; i++) {
		if (source->cps[i] != '\n')
			continue;
		text_add_paragraph(build, source, from, i, &direction);
		from = i + 1;
	}
	if (from < source->count)
		text_add_paragraph(build, source, from, source->count,
				   &direction);
}

/* A text takes over what was built. */
static void
text_finish(struct text *out, struct text_build *build)
{
	out->lines = build->lines.items;
	out->line_count = build->lines.len;
	out->marks = build->marks.items;
	out->mark_count = build->marks.len;
	vector_release(&build->breaks);
}

void
text_layout(struct text *out, const char *text, size_t len, enum style base,
	    const struct styled_span *spans, size_t span_count, int width,
	    bool verbatim)
{
	struct text_styles styles = {NULL, (uint8_t)base};
	struct text_reader reader = {VECTOR_INIT, VECTOR_INIT, verbatim, 0};
	struct text_source source = {0, NULL, NULL, NULL, NULL};
	struct text_build build = {out, VECTOR_INIT, VECTOR_INIT, VECTOR_INIT,
				   width > 1 ? width : 1};

	text_paint_spans(&styles, len, spans, span_count);
	vector_reserve(&reader.cps, len);
	vector_reserve(&reader.styles, len);
	text_read(&reader, text, len, &styles);
	source.count = reader.cps.len;
	source.cps = reader.cps.items;
	source.styles = reader.styles.items;
	text_find_breaks(&source);
	out->glyph_count = 0;
	out->glyphs = mem_alloc(source.count + 1, sizeof *out->glyphs);
	text_add_paragraphs(&build, &source);
	text_finish(out, &build);
	free(styles.of);
	free(source.breaks);
	free(source.levels);
	vector_release(&reader.cps);
	vector_release(&reader.styles);
}

void
text_release(struct text *text)
{
	free(text->glyphs);
	free(text->marks);
	free(text->lines);
	text->glyphs = NULL;
	text->marks = NULL;
	text->lines = NULL;
	text->glyph_count = text->mark_count = text->line_count = 0;
}
