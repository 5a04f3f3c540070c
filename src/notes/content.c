/* Notes as JSON for lectern-print. */
#include <string.h>

#include <jansson.h>

#include "lectern/columns.h"
#include "lectern/memory.h"
#include "lectern/notes_content.h"

#define CONTENT_MM (72 / 25.4)

/* In sizes of the type: the least a column may be, the space between two, and
 * the room of the numbers. */
#define CONTENT_COLUMN 5.0
#define CONTENT_GUTTER 1.6
#define CONTENT_NUMBER 2.1

bool
notes_paper_set(struct notes_paper *paper, const char *name, bool is_landscape)
{
	static const struct {
		const char *name, *media;
		double width, height, margin; /* mm */
	} papers[] = {{"a4", "A4", 210, 297, 20},
		      {"letter", "Letter", 215.9, 279.4, 20},
		      {"a5", "A5", 148, 210, 13},
		      {"a6", "A6", 105, 148, 8}};
	size_t i;

	for (i = 0; i < sizeof papers / sizeof *papers; i++) {
		if (strcmp(papers[i].name, name) != 0)
			continue;
		paper->media = papers[i].media;
		paper->width = papers[i].width * CONTENT_MM;
		paper->height = papers[i].height * CONTENT_MM;
		paper->margin = papers[i].margin * CONTENT_MM;
		if (is_landscape) {
			paper->width = papers[i].height * CONTENT_MM;
			paper->height = papers[i].width * CONTENT_MM;
		}
		return true;
	}
	return false;
}

size_t
notes_paper_columns(const struct notes_paper *paper)
{
	double room =
		paper->width - 2 * paper->margin - CONTENT_NUMBER * paper->size;
	double columns = (room + CONTENT_GUTTER * paper->size) /
			 ((CONTENT_COLUMN + CONTENT_GUTTER) * paper->size);

	return columns < 1 ? 1 : (size_t)columns;
}

/* jansson answers NULL for want of memory only. */
static json_t *
content_must(json_t *value)
{
	if (!value)
		mem_fail(0);
	return value;
}

static void
content_put(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, content_must(value)))
		mem_fail(0);
}

static void
content_add(json_t *array, json_t *value)
{
	if (json_array_append_new(array, content_must(value)))
		mem_fail(0);
}

static json_t *
content_piece(const struct notes_piece *piece)
{
	json_t *object = json_object(), *spans = json_array();
	json_t *ends = json_array();
	size_t i;

	content_put(object, "kind", json_string(notes_piece_name(piece->kind)));
	content_put(object, "text", json_stringn(piece->text, piece->len));
	if (*piece->marker)
		content_put(object, "marker", json_string(piece->marker));
	if (piece->depth)
		content_put(object, "depth", json_integer(piece->depth));
	if (piece->is_open)
		content_put(object, "open", json_true());
	for (i = 0; i < piece->span_count; i++) {
		content_add(spans, json_integer(piece->spans[i].kind));
		content_add(spans,
			    json_integer((json_int_t)piece->spans[i].start));
		content_add(spans,
			    json_integer((json_int_t)piece->spans[i].end));
	}
	content_put(object, "spans", spans);
	for (i = 0; i + 1 < piece->end_count; i++)
		content_add(ends, json_integer((json_int_t)piece->ends[i]));
	content_put(object, "ends", ends);
	return object;
}

static json_t *
content_row(const struct notes *notes, const struct notes_row *row)
{
	json_t *object = json_object(), *cells = json_array(), *cell;
	size_t i, j;

	content_put(object, "kind", json_string(notes_row_name(row->kind)));
	content_put(object, "place", json_string(row->place));
	content_put(object, "number", json_string(row->number));
	content_put(object, "running", json_string(row->running));
	if (row->keeps_next)
		content_put(object, "keep", json_true());
	if (row->is_changed)
		content_put(object, "changed", json_true());
	for (i = 0; i < notes->language_count; i++) {
		cell = json_array();
		for (j = 0; j < row->cells[i].count; j++)
			content_add(cell,
				    content_piece(&row->cells[i].pieces[j]));
		content_add(cells, cell);
	}
	content_put(object, "cells", cells);
	return object;
}

static json_t *
content_sheets(const struct notes *notes)
{
	json_t *sheets = json_array(), *sheet, *rows;
	size_t i, j;

	for (i = 0; i < notes->sheet_count; i++) {
		sheet = json_object();
		rows = json_array();
		for (j = 0; j < notes->sheets[i].row_count; j++)
			content_add(
				rows,
				content_row(notes, &notes->sheets[i].rows[j]));
		content_put(sheet, "rows", rows);
		content_add(sheets, sheet);
	}
	return sheets;
}

static json_t *
content_paper(const struct notes_paper *paper)
{
	json_t *object = json_object();

	content_put(object, "width", json_real(paper->width));
	content_put(object, "height", json_real(paper->height));
	content_put(object, "margin", json_real(paper->margin));
	content_put(object, "size", json_real(paper->size));
	content_put(object, "spacing", json_real(paper->spacing));
	content_put(object, "foot-room", json_real(paper->foot_room));
	content_put(object, "font", json_string(paper->font));
	content_put(object, "created", json_string(paper->created));
	if (paper->is_measured)
		content_put(object, "measure", json_true());
	return object;
}

static int
content_take(const char *bytes, size_t len, void *out)
{
	buffer_append(out, bytes, len);
	return 0;
}

void
notes_content(const struct notes *notes, const struct notes_paper *paper,
	      struct buffer *out)
{
	json_t *object = json_object(), *languages = json_array(), *language;
	size_t i;

	for (i = 0; i < notes->language_count; i++) {
		language = json_object();
		content_put(language, "tag", json_string(notes->languages[i]));
		if (language_is_right_to_left(notes->languages[i]))
			content_put(language, "rtl", json_true());
		content_add(languages, language);
	}
	content_put(object, "languages", languages);
	content_put(object, "title", json_string(notes->title));
	content_put(object, "meeting", json_string(notes->meeting));
	content_put(object, "classification",
		    json_string(notes->classification));
	content_put(object, "warning", json_string(notes->warning));
	content_put(object, "page-of", json_string(notes->page_of));
	content_put(object, "paper", content_paper(paper));
	content_put(object, "sheets", content_sheets(notes));
	if (json_dump_callback(object, content_take, out,
			       JSON_COMPACT | JSON_REAL_PRECISION(9)))
		mem_fail(0);
	json_decref(object);
}
