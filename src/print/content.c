/* Content from JSON. */
#include "content.h"

#include <string.h>

#include "lectern/words.h"

static const char *
content_string(const json_t *object, const char *key)
{
	const char *text = json_string_value(json_object_get(object, key));

	return text ? text : "";
}

static double
content_number(const json_t *object, const char *key)
{
	return json_number_value(json_object_get(object, key));
}

static size_t
content_size(const json_t *value)
{
	json_int_t number = json_integer_value(value);

	return number > 0 ? (size_t)number : 0;
}

/* Index of a name in the names that 'name_of' knows; 0 for any other. */
static int
content_kind(const char *name, const char *(*name_of)(int kind), int count)
{
	int i;

	for (i = 0; i < count; i++)
		if (!strcmp(name_of(i), name))
			return i;
	return 0;
}

static const char *
content_piece_name(int kind)
{
	return notes_piece_name((enum notes_piece_kind)kind);
}

static const char *
content_row_name(int kind)
{
	return notes_row_name((enum notes_row_kind)kind);
}

/* [KIND, START, END, …] */
static void
content_read_spans(struct content *content, const json_t *list,
		   struct notes_piece *piece)
{
	size_t count = json_array_size(list) / 3, i;
	struct notes_span *spans =
		arena_alloc(&content->notes.arena, count, sizeof *spans);
	struct notes_span span;

	for (i = 0; i < count; i++) {
		span.kind = (enum notes_span_kind)content_size(
			json_array_get(list, 3 * i));
		span.start = content_size(json_array_get(list, 3 * i + 1));
		span.end = content_size(json_array_get(list, 3 * i + 2));
		if (span.end > piece->len || span.start > span.end)
			continue;
		spans[piece->span_count++] = span;
	}
	piece->spans = spans;
}

static void
content_read_ends(struct content *content, const json_t *list,
		  struct notes_piece *piece)
{
	size_t count = json_array_size(list), i, at, last = 0;
	size_t *ends =
		arena_alloc(&content->notes.arena, count + 1, sizeof *ends);

	for (i = 0; i < count; i++) {
		at = content_size(json_array_get(list, i));
		if (at <= last || at >= piece->len)
			continue;
		ends[piece->end_count++] = last = at;
	}
	ends[piece->end_count++] = piece->len;
	piece->ends = ends;
}

static void
content_read_piece(struct content *content, const json_t *json,
		   struct notes_piece *piece)
{
	piece->kind = (enum notes_piece_kind)content_kind(
		content_string(json, "kind"), content_piece_name,
		NOTES_PIECE_KINDS);
	piece->depth = (int)content_number(json, "depth");
	piece->marker = content_string(json, "marker");
	piece->text = content_string(json, "text");
	piece->len = strlen(piece->text);
	piece->is_open = json_is_true(json_object_get(json, "open"));
	content_read_spans(content, json_object_get(json, "spans"), piece);
	content_read_ends(content, json_object_get(json, "ends"), piece);
}

static void
content_read_cell(struct content *content, const json_t *list,
		  struct notes_cell *cell)
{
	size_t count = json_array_size(list), i;
	struct notes_piece *pieces =
		arena_alloc(&content->notes.arena, count, sizeof *pieces);

	for (i = 0; i < count; i++)
		content_read_piece(content, json_array_get(list, i),
				   &pieces[i]);
	cell->pieces = pieces;
	cell->count = count;
}

static void
content_read_row(struct content *content, const json_t *json,
		 struct notes_row *row)
{
	const json_t *cells = json_object_get(json, "cells");
	size_t i;

	row->kind = (enum notes_row_kind)content_kind(
		content_string(json, "kind"), content_row_name,
		NOTES_ROW_KINDS);
	row->place = content_string(json, "place");
	row->number = content_string(json, "number");
	row->running = content_string(json, "running");
	row->keeps_next = json_is_true(json_object_get(json, "keep"));
	row->is_changed = json_is_true(json_object_get(json, "changed"));
	for (i = 0; i < content->notes.language_count; i++)
		content_read_cell(content, json_array_get(cells, i),
				  &row->cells[i]);
}

static void
content_read_sheets(struct content *content)
{
	const json_t *list = json_object_get(content->json, "sheets"), *rows;
	struct notes *notes = &content->notes;
	size_t count = json_array_size(list), i, j;
	struct notes_sheet *sheets =
		arena_alloc(&notes->arena, count, sizeof *sheets);
	struct notes_row *made;

	for (i = 0; i < count; i++) {
		rows = json_object_get(json_array_get(list, i), "rows");
		sheets[i].row_count = json_array_size(rows);
		made = arena_alloc(&notes->arena, sheets[i].row_count,
				   sizeof *made);
		for (j = 0; j < sheets[i].row_count; j++)
			content_read_row(content, json_array_get(rows, j),
					 &made[j]);
		sheets[i].rows = made;
	}
	notes->sheets = sheets;
	notes->sheet_count = count;
}

static void
content_read_heads(struct content *content)
{
	const json_t *json = content->json, *languages, *language;
	struct notes *notes = &content->notes;
	size_t i;

	languages = json_object_get(json, "languages");
	notes->language_count = json_array_size(languages);
	if (notes->language_count > MEETING_LANGUAGES_MAX)
		notes->language_count = MEETING_LANGUAGES_MAX;
	for (i = 0; i < notes->language_count; i++) {
		language = json_array_get(languages, i);
		notes->languages[i] = content_string(language, "tag");
		content->is_right_to_left[i] =
			json_is_true(json_object_get(language, "rtl"));
	}
	notes->title = content_string(json, "title");
	notes->meeting = content_string(json, "meeting");
	notes->classification = content_string(json, "classification");
	notes->warning = content_string(json, "warning");
	notes->page_of = content_string(json, "page-of");
}

static bool
content_read_paper(struct content *content)
{
	const json_t *json = json_object_get(content->json, "paper");
	struct notes_paper *paper = &content->paper;

	paper->width = content_number(json, "width");
	paper->height = content_number(json, "height");
	paper->margin = content_number(json, "margin");
	paper->size = content_number(json, "size");
	paper->spacing = content_number(json, "spacing");
	paper->foot_room = content_number(json, "foot-room");
	paper->font = content_string(json, "font");
	paper->created = content_string(json, "created");
	paper->is_measured = json_is_true(json_object_get(json, "measure"));
	return paper->width > 0 && paper->height > 0 && paper->size > 0 &&
	       paper->spacing > 0 && paper->margin >= 0 &&
	       2 * paper->margin < paper->width;
}

enum status
content_read(const char *bytes, size_t len, struct content *content,
	     struct error *err)
{
	json_error_t wrong;

	memset(content, 0, sizeof *content);
	content->json = json_loadb(bytes, len, 0, &wrong);
	if (!content->json)
		return error_set(err, STATUS_INVALID,
				 _("This is no content of lectern's: %s"),
				 wrong.text);
	content_read_heads(content);
	if (!content_read_paper(content) || !content->notes.language_count)
		return error_set(err, STATUS_INVALID,
				 _("This is no content of lectern's: it has "
				   "no paper or no languages."));
	content_read_sheets(content);
	return STATUS_OK;
}

void
content_release(struct content *content)
{
	arena_release(&content->notes.arena);
	json_decref(content->json);
}
