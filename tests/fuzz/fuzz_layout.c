/*
 * Any bytes, filtered, broken into lines and laid out as a row: what comes
 * out is sound, complete, and as wide as was asked for.
 *
 * The first four bytes choose width, form, language and options; the rest is
 * text, whose lines are blocks of a point in two languages.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/columns.h"
#include "lectern/filter.h"
#include "lectern/output.h"
#include "lectern/utf8.h"

#define FUZZ_BLOCKS 24

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct fuzz_choice {
	uint8_t width, form, languages, flags;
};

static void
fuzz_must(int holds, const char *what)
{
	if (holds)
		return;
	fprintf(stderr, "fuzz_layout: %s\n", what);
	abort();
}

static int
fuzz_is_plain(uint32_t cp)
{
	return cp == '\t' || cp == '\n' ||
	       filter_code_point(cp, SINK_SCREEN) == FILTER_KEEP ||
	       filter_code_point(cp, SINK_SCREEN) == FILTER_JOINER;
}

static void
fuzz_check_plain(const struct buffer *text)
{
	size_t at = 0;
	uint32_t cp;

	while (at < text->len) {
		at += utf8_decode(text->data + at, text->len - at, &cp);
		fuzz_must(cp != UTF8_BAD && fuzz_is_plain(cp),
			  "a code point passed the filter");
	}
}

static void
fuzz_filter(const char *text, size_t len, enum sink sink)
{
	struct buffer once = BUFFER_INIT, twice = BUFFER_INIT;

	filter_text(text, len, sink, &once);
	filter_text(once.data, once.len, sink, &twice);
	fuzz_must(once.len <= filter_bound(len), "beyond filter_bound()");
	fuzz_must(once.len == twice.len &&
			  !memcmp(once.data, twice.data, once.len),
		  "filtering twice is not filtering once");
	fuzz_check_plain(&once);
	buffer_release(&once);
	buffer_release(&twice);
}

static void
fuzz_lines(const char *words, size_t len, const struct fuzz_choice *choice)
{
	struct text text = TEXT_INIT;
	int width = 1 + choice->width;
	size_t i, next = 0;

	text.leave_direction = choice->flags & 1;
	text.is_right_to_left = choice->flags & 2;
	text_layout(&text, words, len, STYLE_TEXT, NULL, 0, width,
		    choice->flags & 4);
	for (i = 0; i < text.line_count; i++) {
		const struct text_line *line = &text.lines[i];

		fuzz_must(line->width <= width, "a line is too wide");
		for (; next < line->first; next++)
			fuzz_must(text.glyphs[next].base == ' ',
				  "a glyph stands in no line");
		next = line->first + line->count;
	}
	for (; next < text.glyph_count; next++)
		fuzz_must(text.glyphs[next].base == ' ',
			  "a glyph stands after the last line");
	text_release(&text);
}

/* Blocks out of the lines of the text; kinds and spans out of its bytes. */
static size_t
fuzz_make_blocks(const char *text, size_t len, struct block *blocks,
		 struct span *spans)
{
	size_t count = 0, line;

	while (len && count < FUZZ_BLOCKS) {
		const char *end = memchr(text, '\n', len);

		line = end ? (size_t)(end - text) : len;
		spans[count] = (struct span){.kind = (enum span_kind)(line % 4),
					     .start = line / 4,
					     .end = line / 2,
					     .target = line % 4 == SPAN_CITATION
							       ? "A/RES/75/240"
							       : NULL};
		blocks[count] = (struct block){
			.kind = (enum block_kind)(line % (BLOCK_VERBATIM + 1)),
			.depth = (int)(line % 9),
			.marker = line % (BLOCK_VERBATIM + 1) == BLOCK_ITEM
					  ? "(a)"
					  : "",
			.text = text,
			.len = line,
			.spans = &spans[count],
			.span_count = line > 8};
		count++;
		line += end != NULL;
		text += line;
		len -= line;
	}
	return count;
}

static void
fuzz_draw(const struct row_layout *row, int width)
{
	struct frame frame = FRAME_INIT;
	struct buffer out = BUFFER_INIT;

	frame_resize(&frame, row_layout_height(row), width);
	row_layout_draw(row, &frame, 0, 0, 0, frame.rows, true);
	frame_dump(&frame, &out);
	fuzz_check_plain(&out);
	frame_release(&frame);
	buffer_release(&out);
}

static void
fuzz_row(const char *text, size_t len, const struct fuzz_choice *choice)
{
	static const char *const pairs[][2] = {
		{"ru", "en"}, {"ar", "zh"}, {"kk", "fr"}, {"xx", "ar"}};
	const char *const *languages = pairs[choice->languages % 4];
	struct block blocks[FUZZ_BLOCKS];
	struct span spans[FUZZ_BLOCKS];
	size_t count = fuzz_make_blocks(text, len, blocks, spans);
	struct point points[2] = {{.number = choice->width,
				   .numbered = true,
				   .role = choice->flags % ROLE_COUNT,
				   .blocks = blocks,
				   .block_count = count},
				  {.cues = blocks, .cue_count = count}};
	struct section section = {
		.points = points, .point_count = 2, .heading = {.marker = ""}};
	struct aligned_row row = {.cells = {&points[0], &points[1]}};
	struct aligned_section aligned = {
		.cells = {&section}, .rows = &row, .row_count = 1};
	struct meeting meeting = {.languages = {languages[0], languages[1]},
				  .language_count = 2,
				  .sections = &aligned,
				  .section_count = 1};
	struct row_options options = {.form = choice->form % FORM_COUNT,
				      .leave_direction = choice->flags & 1,
				      .show_citations = choice->flags & 8};
	struct columns columns;
	struct row_layout *layout;

	columns_plan(&columns, &meeting, languages, 2, choice->width,
		     choice->form);
	layout = row_layout_point(&meeting, &aligned, &row, &columns, &options);
	fuzz_draw(layout, columns.total);
	row_layout_free(layout);
}

static void
fuzz_output(const char *text, size_t len)
{
	struct output *out;
	struct buffer into = BUFFER_INIT;

	out = output_new_buffer(&into);
	output_bytes(out, text, len);
	fuzz_must(output_close(out, NULL) == STATUS_OK, "output failed");
	fuzz_check_plain(&into);
	buffer_release(&into);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct fuzz_choice choice;
	const char *text;

	if (size < sizeof choice)
		return 0;
	memcpy(&choice, data, sizeof choice);
	text = (const char *)data + sizeof choice;
	size -= sizeof choice;
	fuzz_filter(text, size, SINK_SCREEN);
	fuzz_filter(text, size, SINK_PRINT);
	fuzz_lines(text, size, &choice);
	fuzz_row(text, size, &choice);
	fuzz_output(text, size);
	return 0;
}
