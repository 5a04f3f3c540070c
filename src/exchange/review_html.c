/*
 * The table as HTML for a converter: a row a section, with its heading, and a
 * row a point, its number in the first column. Emphasis, citations and lists
 * are those of the document that it becomes, so that who reviews it in Word
 * need not know Markdown.
 */
#include <string.h>

#include "review_parts.h"

static void
html_tag(struct buffer *out, const struct span *span, bool is_end)
{
	static const char *const names[] = {[SPAN_STRONG] = "strong",
					    [SPAN_EMPHASIS] = "em",
					    [SPAN_CITATION] = "a",
					    [SPAN_CODE] = "code"};

	if (is_end) {
		buffer_printf(out, "</%s>", names[span->kind]);
		return;
	}
	buffer_printf(out, "<%s", names[span->kind]);
	if (span->kind == SPAN_CITATION) {
		buffer_append_string(out, " href=\"");
		review_xml(out, span->target, strlen(span->target));
		buffer_append_byte(out, '"');
	}
	buffer_append_byte(out, '>');
}

/* Spans nest: those that end at a byte are closed before others begin there,
 * the inner first. */
static void
html_tags_at(struct buffer *out, const struct block *block, size_t at)
{
	size_t i;

	for (i = block->span_count; i > 0; i--)
		if (block->spans[i - 1].end == at &&
		    block->spans[i - 1].start < at)
			html_tag(out, &block->spans[i - 1], true);
	for (i = 0; i < block->span_count; i++)
		if (block->spans[i].start == at && block->spans[i].end > at)
			html_tag(out, &block->spans[i], false);
}

/* Where the next tag may stand. */
static size_t
html_next(const struct block *block, size_t at)
{
	size_t next = block->len, i;

	for (i = 0; i < block->span_count; i++) {
		if (block->spans[i].start > at && block->spans[i].start < next)
			next = block->spans[i].start;
		if (block->spans[i].end > at && block->spans[i].end < next)
			next = block->spans[i].end;
	}
	return next;
}

/* A line's end that the writer meant is one here, too. */
static void
html_put_lines(struct buffer *out, const char *text, size_t len)
{
	const char *end;

	while ((end = memchr(text, '\n', len))) {
		review_xml(out, text, (size_t)(end - text));
		buffer_append_string(out, "<br>");
		len -= (size_t)(end + 1 - text);
		text = end + 1;
	}
	review_xml(out, text, len);
}

static void
html_put_text(struct buffer *out, const struct block *block)
{
	size_t at = 0, next;

	html_tags_at(out, block, 0);
	while (at < block->len) {
		next = html_next(block, at);
		html_put_lines(out, block->text + at, next - at);
		html_tags_at(out, block, next);
		at = next;
	}
}

static void
html_put_block(struct buffer *out, const struct block *block)
{
	if (block->kind == BLOCK_VERBATIM) {
		buffer_append_string(out, "<pre>");
		review_xml(out, block->text, block->len);
		buffer_append_string(out, "</pre>");
		return;
	}
	buffer_append_string(out, "<p>");
	if (*block->marker) {
		review_xml(out, block->marker, strlen(block->marker));
		buffer_append_byte(out, ' ');
	}
	html_put_text(out, block);
	buffer_append_string(out, "</p>");
}

static void
html_put_point(struct buffer *out, const char *language,
	       const struct point *point)
{
	size_t i;

	buffer_append_string(out, "<td lang=\"");
	review_xml(out, language, strlen(language));
	buffer_append_string(out, "\">");
	for (i = 0; point && i < point->block_count; i++)
		html_put_block(out, &point->blocks[i]);
	buffer_append_string(out, "</td>\n");
}

static void
html_put_place(struct buffer *out, const char *place)
{
	buffer_append_string(out, "<tr><td>");
	review_xml(out, place, strlen(place));
	buffer_append_string(out, "</td>\n");
}

static void
html_put_section(struct buffer *out, const struct review *review,
		 const struct meeting *meeting,
		 const struct aligned_section *section)
{
	size_t i;
	int index;

	buffer_append_string(out, "<tr><td></td>\n");
	for (i = 0; i < review->language_count; i++) {
		index = meeting_language_index(meeting, review->languages[i]);
		buffer_append_string(out, "<td><strong>");
		if (index >= 0 && section->cells[index])
			html_put_text(out, &section->cells[index]->heading);
		buffer_append_string(out, "</strong></td>\n");
	}
	buffer_append_string(out, "</tr>\n");
}

static void
html_put_rows(struct buffer *out, const struct review *review,
	      const struct review_request *request,
	      const struct aligned_section *section, size_t *row)
{
	const struct meeting *meeting = request->meeting;
	const struct point *const *cells;
	bool is_first = true;
	size_t i, j;

	for (i = 0; i < section->row_count; i++) {
		if (request->is_chosen &&
		    !request->is_chosen[section->first_row + i])
			continue;
		if (is_first)
			html_put_section(out, review, meeting, section);
		is_first = false;
		html_put_place(out, review->rows.items[(*row)++].place);
		cells = section->rows[i].cells;
		for (j = 0; j < review->language_count; j++)
			html_put_point(out, review->languages[j],
				       cells[meeting_language_index(
					       meeting, review->languages[j])]);
		buffer_append_string(out, "</tr>\n");
	}
}

void
review_write_html(const struct review *review,
		  const struct review_request *request, struct buffer *out)
{
	const struct meeting *meeting = request->meeting;
	const char *title =
		meeting_title(&meeting->facts, review->languages[0]);
	size_t i, row = 0;

	buffer_append_string(out, "<!DOCTYPE html>\n<html><head><meta "
				  "charset=\"utf-8\"><title>");
	review_xml(out, title, strlen(title));
	/* The head is a row like others: not every converter reads heads. */
	buffer_append_string(out, "</title></head><body>\n<table><tbody>"
				  "<tr><td><strong>");
	review_xml(out, meeting->id, strlen(meeting->id));
	for (i = 0; i < review->language_count; i++) {
		buffer_append_string(out, "</strong></td><td><strong>");
		review_xml(out, review->languages[i],
			   strlen(review->languages[i]));
	}
	buffer_append_string(out, "</strong></td></tr>\n");
	for (i = 0; i < meeting->section_count; i++)
		html_put_rows(out, review, request, &meeting->sections[i],
			      &row);
	buffer_append_string(out, "</tbody></table>\n</body></html>\n");
}
