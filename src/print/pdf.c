#include "pdf.h"

#include <cairo-pdf.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "config.h"
#include "lectern/words.h"

static cairo_status_t
pdf_take(void *out, const unsigned char *bytes, unsigned int len)
{
	buffer_append(out, bytes, len);
	return CAIRO_STATUS_SUCCESS;
}

static void
pdf_set_facts(cairo_surface_t *surface, const struct content *content)
{
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE,
				       content->notes.title);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT,
				       content->notes.meeting);
	cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
				       PACKAGE_NAME " " PACKAGE_VERSION);
	if (*content->paper.created)
		cairo_pdf_surface_set_metadata(surface,
					       CAIRO_PDF_METADATA_CREATE_DATE,
					       content->paper.created);
}

/* The words of a row in the first column that has any. */
static const char *
pdf_row_words(const struct sheet *sheet, const struct notes_row *row)
{
	size_t i;

	for (i = 0; i < sheet->pages.columns; i++)
		if (row->cells[i].count)
			return row->cells[i].pieces[0].text;
	return "";
}

/* Sections under their sheets, those of the first at the top. */
static void
pdf_add_outline(cairo_surface_t *surface, const struct sheet *sheet)
{
	const struct page_row *row;
	int parent = CAIRO_PDF_OUTLINE_ROOT, id;
	struct buffer link = BUFFER_INIT;
	size_t page, i;

	for (page = 0; page < sheet->pages.list.len; page++) {
		const struct page *at = &sheet->pages.list.items[page];

		for (i = 0; i < at->row_count; i++) {
			row = &sheet->pages.rows.items[at->first_row + i];
			if (row->is_begun ||
			    (row->row->kind != NOTES_ROW_HEADING &&
			     row->row->kind != NOTES_ROW_SHEET))
				continue;
			buffer_reset(&link);
			buffer_printf(&link, "page=%zu pos=[0 %d]", page + 1,
				      (int)(sheet->top + row->top));
			id = cairo_pdf_surface_add_outline(
				surface,
				row->row->kind == NOTES_ROW_SHEET
					? CAIRO_PDF_OUTLINE_ROOT
					: parent,
				pdf_row_words(sheet, row->row), link.data,
				CAIRO_PDF_OUTLINE_FLAG_OPEN);
			if (row->row->kind == NOTES_ROW_SHEET)
				parent = id;
		}
	}
	buffer_release(&link);
}

static bool
is_pdf_tag(const char *tag)
{
	return strspn(tag,
		      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
		      "0123456789-") == strlen(tag);
}

/* The last place of 'words' in the file; NULL where there is none. */
static char *
pdf_find_last(const struct buffer *file, const char *words)
{
	size_t len = strlen(words), at;

	for (at = file->len >= len ? file->len - len + 1 : 0; at-- > 0;)
		if (!memcmp(file->data + at, words, len))
			return file->data + at;
	return NULL;
}

/*
 * Cairo 1.16 knows no way to say the language of a file, nor does it say that
 * the file is tagged. Its catalogue is the
 * last object before the table of objects, so that words put into it move
 * nothing but that table. Where a later version does otherwise, the file
 * stays as it is.
 */
static void
pdf_set_language(struct buffer *file, const struct content *content)
{
	static const char start[] = "startxref\n", type[] = "/Type /Catalog";
	char *catalogue = pdf_find_last(file, type);
	char *table = pdf_find_last(file, start), *end, *rest;
	struct buffer words = BUFFER_INIT, made = BUFFER_INIT;
	unsigned long offset;

	if (!catalogue || !table || catalogue > table ||
	    !is_pdf_tag(content->notes.languages[0]))
		return;
	offset = strtoul(table + strlen(start), &rest, 10);
	end = strstr(catalogue, "endobj\n");
	if (!end || offset != (size_t)(end - file->data) + strlen("endobj\n"))
		return;
	buffer_printf(&words,
		      "\n   /Lang (%s)\n   /MarkInfo << /Marked true >>"
		      "\n   /ViewerPreferences << "
		      "/DisplayDocTitle true%s >>",
		      content->notes.languages[0],
		      content->is_right_to_left[0] ? " /Direction /R2L" : "");
	catalogue += strlen(type);
	buffer_append(&made, file->data, (size_t)(catalogue - file->data));
	buffer_append(&made, words.data, words.len);
	buffer_append(&made, catalogue,
		      (size_t)(table + strlen(start) - catalogue));
	buffer_printf(&made, "%lu", offset + (unsigned long)words.len);
	buffer_append_string(&made, rest);
	buffer_release(file);
	*file = made;
	buffer_release(&words);
}

enum status
pdf_write(struct sheet *sheet, struct buffer *out, struct error *err)
{
	const struct notes_paper *paper = &sheet->content->paper;
	struct buffer file = BUFFER_INIT;
	cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
		pdf_take, &file, paper->width, paper->height);
	cairo_t *cr = cairo_create(surface);
	cairo_status_t status;
	size_t i;

	/* A plain table of objects, as pdf_set_language() expects it. */
	cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4);
	pdf_set_facts(surface, sheet->content);
	for (i = 0; i < sheet->pages.list.len; i++) {
		sheet_draw(sheet, cr, i);
		cairo_show_page(cr);
	}
	pdf_add_outline(surface, sheet);
	cairo_destroy(cr);
	cairo_surface_finish(surface);
	status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	if (status)
		error_set(err, STATUS_IO, _("The pages cannot be drawn: %s"),
			  cairo_status_to_string(status));
	else
		pdf_set_language(&file, sheet->content);
	buffer_append(out, file.data, file.len);
	buffer_release(&file);
	return status ? STATUS_IO : STATUS_OK;
}
