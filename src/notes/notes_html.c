/* Notes as one HTML file. */
#include "lectern/notes_html.h"

#include <stdlib.h>
#include <string.h>

#include "lectern/columns.h"
#include "lectern/filter.h"
#include "lectern/memory.h"

/* data/notes.css, compiled in. */
extern const char notes_css_data[];

/* Fewer sections are seen at a glance. */
#define HTML_CONTENTS_LEAST 3

/* What a byte of a piece is, as bits; in the order in which tags open. */
enum html_mark {
	HTML_SYMBOL = 1,
	HTML_STRONG = 2,
	HTML_EMPHASIS = 4,
	HTML_HOLD = 8,
};

static const struct html_tag {
	unsigned mark;
	const char *open, *close;
} html_tags[] = {
	{HTML_SYMBOL, "<span class=\"symbol\">", "</span>"},
	{HTML_STRONG, "<strong>", "</strong>"},
	{HTML_EMPHASIS, "<em>", "</em>"},
};

#define HTML_TAGS (sizeof html_tags / sizeof *html_tags)

static void
html_put(struct buffer *out, const char *text)
{
	filter_markup(text, strlen(text), out);
}

/* <TAG class="CLASS">TEXT</TAG>, or nothing where there is no text. */
static void
html_element(struct buffer *out, const char *tag, const char *class,
	     const char *text)
{
	if (!*text)
		return;
	buffer_printf(out, "<%s class=\"%s\">", tag, class);
	html_put(out, text);
	buffer_printf(out, "</%s>\n", tag);
}

/* The language and its direction, as attributes. */
static void
html_language(struct buffer *out, const char *language)
{
	buffer_append_string(out, " lang=\"");
	html_put(out, language);
	buffer_printf(out, "\" dir=\"%s\"",
		      language_is_right_to_left(language) ? "rtl" : "ltr");
}

/* --- pieces --- */

static unsigned
html_mark_of(enum notes_span_kind kind)
{
	switch (kind) {
	case NOTES_STRONG:
		return HTML_STRONG;
	case NOTES_EMPHASIS:
		return HTML_EMPHASIS;
	case NOTES_HOLD:
		return HTML_HOLD;
	default:
		return HTML_SYMBOL;
	}
}

/* The marks of each byte; the caller frees. */
static unsigned char *
html_marks(const struct notes_piece *piece)
{
	unsigned char *marks = mem_alloc(piece->len + 1, 1);
	const struct notes_span *span;
	size_t i, at;

	for (i = 0; i < piece->span_count; i++) {
		span = &piece->spans[i];
		for (at = span->start; at < span->end; at++)
			marks[at] |= (unsigned char)html_mark_of(span->kind);
	}
	return marks;
}

/* Bytes [start, end) that have the same marks. */
static void
html_put_run(struct buffer *out, const struct notes_piece *piece, size_t start,
	     size_t end, unsigned marks)
{
	size_t i;

	for (i = 0; i < HTML_TAGS; i++)
		if (marks & html_tags[i].mark)
			buffer_append_string(out, html_tags[i].open);
	if (marks & HTML_HOLD)
		buffer_append_string(out, "&nbsp;");
	else
		filter_markup(piece->text + start, end - start, out);
	for (i = HTML_TAGS; i-- > 0;)
		if (marks & html_tags[i].mark)
			buffer_append_string(out, html_tags[i].close);
}

/* Marks may overlap in any way: each run opens and closes its own. */
static void
html_put_words(struct buffer *out, const struct notes_piece *piece)
{
	unsigned char *marks = html_marks(piece);
	size_t start = 0, end;

	for (; start < piece->len; start = end) {
		for (end = start + 1; end < piece->len; end++)
			if (marks[end] != marks[start])
				break;
		html_put_run(out, piece, start, end, marks[start]);
	}
	free(marks);
}

static const char *
html_piece_tag(const struct notes_row *row, const struct notes_piece *piece)
{
	if (piece->kind == NOTES_VERBATIM)
		return "pre";
	if (piece->kind == NOTES_QUOTE)
		return "blockquote";
	if (piece->kind != NOTES_SUBHEADING)
		return "p";
	return row->kind == NOTES_ROW_TITLE   ? "h1"
	       : row->kind == NOTES_ROW_POINT ? "h3"
					      : "h2";
}

static void
html_put_piece(struct buffer *out, const struct notes_row *row,
	       const struct notes_piece *piece)
{
	const char *tag = html_piece_tag(row, piece);

	buffer_printf(out, "<%s class=\"%s", tag,
		      notes_piece_name(piece->kind));
	if (*piece->marker)
		buffer_append_string(out, " marked");
	buffer_append_byte(out, '"');
	if (piece->depth > 1)
		buffer_printf(out, " style=\"--depth: %d\"", piece->depth - 1);
	buffer_append_byte(out, '>');
	if (*piece->marker) {
		buffer_append_string(out, "<span class=\"marker\">");
		html_put(out, piece->marker);
		buffer_append_string(out, " </span>");
	}
	html_put_words(out, piece);
	buffer_printf(out, "</%s>\n", tag);
}

/* --- rows --- */

static void
html_put_row(struct buffer *out, const struct notes *notes,
	     const struct notes_row *row, const char *id)
{
	const struct notes_cell *cell;
	size_t i, j;

	buffer_printf(out, "<div class=\"row %s%s\" id=\"",
		      notes_row_name(row->kind),
		      row->is_changed ? " changed" : "");
	html_put(out, id);
	buffer_append_string(out, "\">\n");
	html_element(out, "p", "number", row->number);
	buffer_append_string(out, "<div class=\"cells\">\n");
	for (i = 0; i < notes->language_count; i++) {
		cell = &row->cells[i];
		buffer_append_string(out, "<div class=\"cell\"");
		html_language(out, notes->languages[i]);
		buffer_append_string(out, ">\n");
		for (j = 0; j < cell->count; j++)
			html_put_piece(out, row, &cell->pieces[j]);
		buffer_append_string(out, "</div>\n");
	}
	buffer_append_string(out, "</div>\n</div>\n");
}

/* Where a row is found: "sheet-1-row-2". */
static void
html_format_id(struct buffer *id, size_t sheet, size_t row)
{
	buffer_reset(id);
	buffer_printf(id, "sheet-%zu-row-%zu", sheet + 1, row + 1);
}

/* --- contents --- */

static bool
is_html_listed(const struct notes_row *row)
{
	return row->kind == NOTES_ROW_HEADING || row->kind == NOTES_ROW_SHEET;
}

/* A heading's words in the first language that has it. */
static void
html_put_link(struct buffer *out, const struct notes *notes,
	      const struct notes_row *row, const char *id)
{
	size_t i = 0;

	while (i + 1 < notes->language_count && !row->cells[i].count)
		i++;
	if (!row->cells[i].count)
		return;
	buffer_printf(out, "<li class=\"%s\"><a href=\"#%s\"",
		      notes_row_name(row->kind), id);
	html_language(out, notes->languages[i]);
	buffer_append_byte(out, '>');
	html_put(out, row->cells[i].pieces[0].text);
	buffer_append_string(out, "</a></li>\n");
}

static void
html_put_contents(struct buffer *out, const struct notes *notes)
{
	struct buffer id = BUFFER_INIT, list = BUFFER_INIT;
	size_t count = 0, i, j;

	for (i = 0; i < notes->sheet_count; i++)
		for (j = 0; j < notes->sheets[i].row_count; j++) {
			if (!is_html_listed(&notes->sheets[i].rows[j]))
				continue;
			html_format_id(&id, i, j);
			html_put_link(&list, notes, &notes->sheets[i].rows[j],
				      id.data);
			count++;
		}
	if (count >= HTML_CONTENTS_LEAST)
		buffer_printf(out, "<nav>\n<ol>\n%s</ol>\n</nav>\n", list.data);
	buffer_release(&id);
	buffer_release(&list);
}

/* --- the file --- */

static void
html_put_sheets(struct buffer *out, const struct notes *notes)
{
	const struct notes_sheet *sheet;
	struct buffer id = BUFFER_INIT;
	size_t i, j;

	for (i = 0; i < notes->sheet_count; i++) {
		sheet = &notes->sheets[i];
		buffer_append_string(out, "<section>\n");
		for (j = 0; j < sheet->row_count; j++) {
			html_format_id(&id, i, j);
			html_put_row(out, notes, &sheet->rows[j], id.data);
			/* Under the title, where the eye comes by. */
			if (sheet->rows[j].kind == NOTES_ROW_FACTS)
				html_put_contents(out, notes);
		}
		buffer_append_string(out, "</section>\n");
	}
	buffer_release(&id);
}

/* A text as a string of the style sheet: what could end it, or the sheet, is
 * written by its number. */
static void
html_put_css_string(struct buffer *out, const char *text)
{
	struct buffer clean = BUFFER_INIT;
	size_t i;

	filter_text(text, strlen(text), SINK_PRINT, &clean);
	buffer_append_byte(out, '"');
	for (i = 0; i < clean.len; i++)
		if (strchr("\"\\<>&\n", clean.data[i]))
			buffer_printf(out, "\\%06x",
				      (unsigned)(unsigned char)clean.data[i]);
		else
			buffer_append_byte(out, clean.data[i]);
	buffer_append_byte(out, '"');
	buffer_release(&clean);
}

/* What stands over and under each printed page; over the first it is in the
 * text already. */
static void
html_put_page_rule(struct buffer *out, const struct notes *notes)
{
	buffer_append_string(out, "@page { @top-left { content: ");
	html_put_css_string(out, notes->meeting);
	buffer_append_string(out, "; }\n\t@top-right { content: ");
	html_put_css_string(out, notes->classification);
	buffer_append_string(out, "; }\n\t@bottom-left { content: ");
	html_put_css_string(out, notes->classification);
	buffer_append_string(out, "; }\n\t@bottom-center { content: ");
	html_put_css_string(out, notes->warning);
	buffer_append_string(out, "; } }\n@page :first { @top-left { content: "
				  "none; } @top-right { content: none; } }\n");
}

static void
html_put_head(struct buffer *out, const struct notes *notes, bool is_sans)
{
	buffer_append_string(out, "<!DOCTYPE html>\n<html");
	html_language(out, notes->languages[0]);
	buffer_printf(out,
		      " class=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
		      "<meta http-equiv=\"Content-Security-Policy\" content=\""
		      "default-src 'none'; style-src 'unsafe-inline'\">\n"
		      "<meta name=\"viewport\" content=\"width=device-width, "
		      "initial-scale=1\">\n"
		      "<meta name=\"color-scheme\" content=\"light dark\">\n"
		      "<meta name=\"referrer\" content=\"no-referrer\">\n"
		      "<title>",
		      is_sans ? "sans" : "serif");
	html_put(out, notes->title);
	buffer_append_string(out, "</title>\n<style>\n");
	buffer_append_string(out, notes_css_data);
	html_put_page_rule(out, notes);
	buffer_append_string(out, "</style>\n</head>\n");
}

void
notes_write_html(const struct notes *notes, bool is_sans, struct buffer *out)
{
	html_put_head(out, notes, is_sans);
	buffer_printf(out, "<body class=\"columns-%zu%s\">\n<header>\n",
		      notes->language_count,
		      is_notes_numbered(notes) ? " numbered" : "");
	html_element(out, "p", "classification", notes->classification);
	html_element(out, "p", "meeting", notes->meeting);
	buffer_append_string(out, "</header>\n<main>\n");
	html_put_sheets(out, notes);
	buffer_append_string(out, "</main>\n<footer>\n");
	html_element(out, "p", "warning", notes->warning);
	html_element(out, "p", "classification", notes->classification);
	buffer_append_string(out, "</footer>\n</body>\n</html>\n");
}
