/* A point as its writer wrote it: where its lines stand, and its Markdown. */
#include <string.h>

#include "internal.h"

static size_t
form_skip_spaces(const struct source *src, size_t at, size_t end)
{
	while (at < end && (src->text[at] == ' ' || src->text[at] == '\t'))
		at++;
	return at;
}

static int
form_columns(const struct source *src, size_t from, size_t to)
{
	int column = 0;

	for (; from < to; from++)
		column += src->text[from] == '\t' ? 4 - column % 4 : 1;
	return column;
}

/* Five columns of space after a marker are code, as CommonMark has it: the
 * content then starts after one. */
void
point_form_read(const struct source *src, const struct point *point,
		struct point_form *form)
{
	size_t start = source_line_start(src, point->extent.line);
	size_t end = source_line_end(src, point->extent.line);
	size_t at = form_skip_spaces(src, start, end), after;
	int marker;

	form->marker_start = form->marker_end = start;
	form->indent = 0;
	if (!point->numbered)
		return;
	while (at < end && src->text[at] >= '0' && src->text[at] <= '9')
		at++;
	at += at < end;
	marker = form_columns(src, start, at);
	after = form_skip_spaces(src, at, end);
	form->indent = form_columns(src, start, after);
	if (after == end || form->indent - marker > 4) {
		after = at + (at < end);
		form->indent = marker + 1;
	}
	form->marker_end = after;
}

/* Past the white space of a line, up to the point's indentation. */
static size_t
form_dedent(const struct source *src, size_t at, size_t end, int indent)
{
	int column = 0;

	while (at < end && column < indent &&
	       (src->text[at] == ' ' || src->text[at] == '\t')) {
		column += src->text[at] == '\t' ? 4 - column % 4 : 1;
		at++;
	}
	return at;
}

static void
markdown_add_line(const struct source *src, const struct point *point,
		  const struct point_form *form, int line, struct buffer *out)
{
	size_t at = source_line_start(src, line), start, stop;
	size_t end = source_line_end(src, line);

	if (line == point->extent.line && point->numbered)
		at = form->marker_end;
	else
		at = form_dedent(src, at, end, form->indent);
	if (point->attribute_count && point->attributes[0].line == line &&
	    labels_find(src, line, &start, &stop))
		end = start;
	while (end > at && strchr(" \t", src->text[end - 1]))
		end--;
	if (end > at)
		buffer_append(out, src->text + at, end - at);
	buffer_append_byte(out, '\n');
}

void
point_markdown(const struct source *src, const struct point *point,
	       struct buffer *out)
{
	const struct point_part *part;
	struct point_form form;
	int line, before = 0;
	size_t i, from = out->len;

	point_form_read(src, point, &form);
	for (i = 0; i < point->part_count; i++) {
		part = &point->parts[i];
		if (part->kind != PART_TEXT)
			continue;
		if (before && part->first_line > before + 1)
			buffer_append_byte(out, '\n');
		for (line = part->first_line; line <= part->last_line; line++)
			markdown_add_line(src, point, &form, line, out);
		before = part->last_line;
	}
	while (out->len > from && out->data[out->len - 1] == '\n')
		buffer_truncate(out, out->len - 1);
}

void
brief_point_markdown(const char *text, size_t len, const struct point *point,
		     struct buffer *out)
{
	struct diagnostics none = DIAGNOSTICS_INIT;
	struct reporter rep = {&none, "", 0};
	struct source src = SOURCE_INIT;

	source_read(&src, text, len, &rep);
	point_markdown(&src, point, out);
	source_release(&src);
	diagnostics_release(&none);
}
