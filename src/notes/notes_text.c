/* Notes as plain text. */
#include "lectern/notes_text.h"

#include <string.h>

#include "lectern/text.h"
#include "lectern/words.h"
#include "pages_local.h"

#define TEXT_GUTTER 3
#define TEXT_NUMBER 5 /* cells of a point's number, and the space after it */
#define TEXT_INDENT 2 /* of a list, a level */
/* Beside what changed since it was last printed. */
#define TEXT_CHANGED "|"
/* No page at all: a height that nothing reaches. */
#define TEXT_ENDLESS 1e9

struct notes_text {
	const struct notes *notes;
	const struct notes_text_options *options;
	struct buffer *out, words; /* 'words': a piece on its way */
	int column_width;
	struct pages *pages;
};

/* --- what a piece is, in cells --- */

static int
notes_text_marker_width(const struct notes_piece *piece)
{
	return *piece->marker
		       ? text_width(piece->marker, strlen(piece->marker)) + 1
		       : 0;
}

static int
notes_text_indent(const struct notes_text *text,
		  const struct notes_piece *piece)
{
	int indent =
		piece->depth * TEXT_INDENT + notes_text_marker_width(piece);

	if (piece->kind == NOTES_QUOTE)
		indent += TEXT_INDENT;
	return indent > text->column_width / 2 ? text->column_width / 2
					       : indent;
}

/* Bytes [start, end) with ties as no-break spaces and asterisks around what is
 * strong. */
static void
notes_text_words(struct notes_text *text, const struct notes_piece *piece,
		 size_t start, size_t end)
{
	const struct notes_span *span;
	size_t at, i, first = 0;

	buffer_reset(&text->words);
	while (first < piece->span_count && piece->spans[first].end < start)
		first++;
	for (at = start; at <= end; at++) {
		bool is_tied = false;

		for (i = first; i < piece->span_count; i++) {
			span = &piece->spans[i];
			if (span->start > at)
				break;
			if (span->kind == NOTES_HOLD && span->start == at)
				is_tied = true;
			if (span->kind == NOTES_STRONG &&
			    ((span->start == at && at < end) ||
			     (span->end == at && at > start)))
				buffer_append_byte(&text->words, '*');
		}
		while (first < piece->span_count &&
		       piece->spans[first].end < at)
			first++;
		if (at < end && is_tied)
			buffer_append_char(&text->words, 0xa0);
		else if (at < end)
			buffer_append_byte(&text->words, piece->text[at]);
	}
}

static void
notes_text_layout(struct notes_text *text, const struct notes_piece *piece,
		  size_t start, size_t end, struct text *lines)
{
	int width = text->column_width - notes_text_indent(text, piece);

	*lines = (struct text)TEXT_INIT;
	lines->leave_direction = true;
	notes_text_words(text, piece, start, end);
	text_layout(lines, text->words.data, text->words.len, STYLE_TEXT, NULL,
		    0, width, piece->kind == NOTES_VERBATIM);
}

static double
notes_text_height(void *data, const struct notes_row *row, size_t column,
		  const struct notes_piece *piece, size_t start, size_t end)
{
	struct text lines;
	size_t count;

	(void)row;
	(void)column;
	notes_text_layout(data, piece, start, end, &lines);
	count = lines.line_count ? lines.line_count : 1;
	text_release(&lines);
	return (double)count;
}

static double
notes_text_row_gap(void *data, const struct notes_row *row)
{
	(void)data;
	if (row->kind == NOTES_ROW_HEADING)
		return 2;
	return row->kind == NOTES_ROW_MINUTES ? 0 : 1;
}

/* What a paragraph is led by stands close to it. */
static double
notes_text_piece_gap(void *data, const struct notes_cell *cell, size_t piece)
{
	const struct notes_piece *at = &cell->pieces[piece];

	(void)data;
	if (at[-1].kind == NOTES_CUE || at[-1].kind == NOTES_SYMBOLS ||
	    at[-1].kind == NOTES_TAG)
		return 0;
	return (at->kind == NOTES_TEXT && at->depth == 0) ||
			       at->kind == NOTES_SYMBOLS ||
			       at->kind == NOTES_CUE
		       ? 1
		       : 0;
}

static const struct pages_ops notes_text_ops = {
	.height = notes_text_height,
	.row_gap = notes_text_row_gap,
	.piece_gap = notes_text_piece_gap,
};

/* --- drawing --- */

static void
notes_text_put_frame(struct notes_text *text, const struct frame *frame)
{
	size_t at, to, start = text->out->len;
	char *data;

	frame_dump(frame, text->out);
	data = text->out->data;
	/* Ties have done their work. */
	for (at = to = start; at < text->out->len; to++) {
		bool is_tie = data[at] == '\xc2' && data[at + 1] == '\xa0';

		data[to] = is_tie ? ' ' : data[at];
		at += is_tie ? 2 : 1;
	}
	buffer_truncate(text->out, to);
}

static void
notes_text_draw_part(struct notes_text *text, struct frame *frame,
		     const struct notes_piece *piece,
		     const struct page_part *part, int column)
{
	int indent = notes_text_indent(text, piece);
	int marker = notes_text_marker_width(piece), row = (int)part->top;
	struct text lines;
	size_t i;

	notes_text_layout(text, piece, part->start, part->end, &lines);
	if (marker && part->start == 0)
		frame_put(frame, row, column + indent - marker, marker,
			  STYLE_TEXT, piece->marker);
	for (i = 0; i < lines.line_count; i++)
		text_draw_line(&lines, i, frame, row + (int)i, column + indent,
			       text->column_width - indent);
	text_release(&lines);
}

static void
notes_text_draw_row(struct notes_text *text, const struct page_row *on_page)
{
	const struct notes_row *row = on_page->row;
	const struct page_part *part;
	struct frame frame = FRAME_INIT;
	size_t column, i;
	int at;

	frame_resize(&frame, (int)on_page->height, text->options->width);
	frame.leave_direction = true;
	for (at = 0; row->is_changed && at < frame.rows; at++)
		frame_put(&frame, at, 0, 1, STYLE_TEXT, TEXT_CHANGED);
	if (!on_page->is_begun)
		frame_put(&frame, 0, row->is_changed ? 1 : 0, TEXT_NUMBER - 1,
			  STYLE_TEXT, row->number);
	for (column = 0; column < text->pages->columns; column++) {
		at = TEXT_NUMBER +
		     (int)column * (text->column_width + TEXT_GUTTER);
		for (i = 0; i < on_page->count[column]; i++) {
			part = &text->pages->parts
					.items[on_page->first[column] + i];
			notes_text_draw_part(
				text, &frame,
				&row->cells[column].pieces[part->piece], part,
				at);
		}
	}
	notes_text_put_frame(text, &frame);
	frame_release(&frame);
}

/* One line with words at its left, in its middle and at its right. */
static void
notes_text_line(struct notes_text *text, const char *left, const char *middle,
		const char *right)
{
	struct frame frame = FRAME_INIT;
	int width = text->options->width, cells;

	frame_resize(&frame, 1, width);
	frame.leave_direction = true;
	cells = text_width(right, strlen(right));
	if (cells >= width)
		cells = 0;
	frame_put_cut(&frame, 0, 0, width - cells - 1, STYLE_TEXT, left);
	frame_put(&frame, 0, width - cells, cells, STYLE_TEXT, right);
	cells = text_width(middle, strlen(middle));
	if (cells > width)
		cells = width;
	frame_put(&frame, 0, (width - cells) / 2, cells, STYLE_TEXT, middle);
	notes_text_put_frame(text, &frame);
	frame_release(&frame);
}

static void
notes_text_blank(struct notes_text *text, int count)
{
	for (; count > 0; count--)
		buffer_append_byte(text->out, '\n');
}

/* Lines over the text of a page, and under it. */
static int
notes_text_head_height(const struct notes *notes)
{
	return 2 + (*notes->classification != '\0');
}

static int
notes_text_foot_height(const struct notes *notes)
{
	return 3 + (*notes->classification != '\0');
}

static void
notes_text_draw_head(struct notes_text *text, size_t index)
{
	const struct notes *notes = text->notes;
	const char *running = pages_running(text->pages, index);
	struct buffer line = BUFFER_INIT;

	if (*notes->classification)
		notes_text_line(text, "", notes->classification, "");
	buffer_append_string(&line, notes->meeting);
	if (*running)
		buffer_printf(&line, " · %s", running);
	notes_text_line(text, line.data, "", "");
	notes_text_blank(text, 1);
	buffer_release(&line);
}

/* The catchwords, each at the end of its column. */
static void
notes_text_draw_catchwords(struct notes_text *text, size_t index)
{
	struct frame frame = FRAME_INIT;
	struct buffer words = BUFFER_INIT;
	size_t column;
	int at, cells, width = text->column_width;

	frame_resize(&frame, 1, text->options->width);
	frame.leave_direction = true;
	for (column = 0; column < text->pages->columns; column++) {
		buffer_reset(&words);
		pages_catchword(text->pages, index, column, &words);
		cells = text_width(words.data, words.len);
		if (cells > width)
			cells = width;
		at = TEXT_NUMBER + (int)column * (width + TEXT_GUTTER);
		frame_put(&frame, 0, at + width - cells, cells, STYLE_TEXT,
			  words.data);
	}
	notes_text_put_frame(text, &frame);
	frame_release(&frame);
	buffer_release(&words);
}

static void
notes_text_draw_foot(struct notes_text *text, size_t index)
{
	const struct notes *notes = text->notes;
	struct buffer number = BUFFER_INIT;

	notes_text_blank(text, 1);
	if (text->options->page_length) {
		notes_text_draw_catchwords(text, index);
		pages_number(text->pages, notes, index, &number);
		notes_text_line(text, notes->warning, "", number.data);
	} else if (*notes->warning) {
		notes_text_line(text, notes->warning, "", "");
	}
	if (*notes->classification)
		notes_text_line(text, "", notes->classification, "");
	buffer_append_byte(text->out, '\f');
	buffer_release(&number);
}

static void
notes_text_draw_page(struct notes_text *text, size_t index, int body)
{
	const struct page *page = &text->pages->list.items[index];
	const struct page_row *row;
	int line = 0;
	size_t i;

	notes_text_draw_head(text, index);
	for (i = 0; i < page->row_count; i++) {
		row = &text->pages->rows.items[page->first_row + i];
		notes_text_blank(text, (int)row->top - line);
		notes_text_draw_row(text, row);
		line = (int)(row->top + row->height);
	}
	if (text->options->page_length)
		notes_text_blank(text, body - line);
	notes_text_draw_foot(text, index);
}

enum status
notes_write_text(const struct notes *notes,
		 const struct notes_text_options *options, struct buffer *out,
		 struct pages *pages, struct error *err)
{
	struct notes_text text = {.notes = notes,
				  .options = options,
				  .out = out,
				  .words = BUFFER_INIT,
				  .pages = pages};
	struct pages_setup setup = {
		.notes = notes, .ops = &notes_text_ops, .data = &text};
	int columns = (int)notes->language_count;
	int body = options->page_length - notes_text_head_height(notes) -
		   notes_text_foot_height(notes);
	size_t i;

	memset(pages, 0, sizeof *pages);
	text.column_width =
		(options->width - TEXT_NUMBER - (columns - 1) * TEXT_GUTTER) /
		columns;
	if (text.column_width < NOTES_TEXT_COLUMN_LEAST)
		return error_set(
			err, STATUS_INVALID,
			_("%d languages do not fit side by side into "
			  "%d cells. Name fewer, or a larger --width."),
			columns, options->width);
	setup.line = 1;
	setup.height = options->page_length ? body : TEXT_ENDLESS;
	pages_divide(&setup, pages);
	for (i = 0; i < pages->list.len; i++)
		notes_text_draw_page(&text, i, body);
	buffer_release(&text.words);
	return STATUS_OK;
}
