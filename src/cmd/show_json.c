/* A place of a meeting as JSON. The keys are described in lectern(1). */
#include <string.h>

#include "cmd.h"
#include "lectern/cite.h"

static json_t *
show_json_facts(const struct meeting *meeting)
{
	const struct meeting_facts *facts = &meeting->facts;
	json_t *object = json_object(), *titles = json_object();
	char date[DATE_TEXT_MAX] = "";
	size_t i;

	json_put(object, "id", json_text(meeting->id));
	json_put(object, "short", json_text(facts->short_name));
	for (i = 0; i < facts->title_count; i++)
		json_put(titles, facts->titles[i].language,
			 json_text(facts->titles[i].text));
	json_put(object, "title", titles);
	if (is_date(&facts->date.first))
		date_range_format(&facts->date, date);
	json_put(object, "date", json_text(date));
	json_put(object, "place", json_text(facts->place));
	json_put(object, "classification", json_text(facts->classification));
	return object;
}

static void
show_json_add_symbol(json_t *symbols, const char *symbol)
{
	const char *known;
	size_t i;

	for (i = 0; i < json_array_size(symbols); i++) {
		known = json_string_value(json_array_get(symbols, i));
		if (!strcmp(known, symbol))
			return;
	}
	json_add(symbols, json_text(symbol));
}

static json_t *
show_json_cites(const struct point *point, const char *language,
		const struct cite_names *names)
{
	struct citations citations = CITATIONS_INIT;
	json_t *symbols = json_array();
	size_t i;

	point_citations(point, language, names, &citations);
	for (i = 0; i < citations.list.len; i++)
		show_json_add_symbol(symbols, citations.list.items[i].symbol);
	citations_release(&citations);
	return symbols;
}

static void
show_json_add_key(const char *text, size_t len, void *data)
{
	json_add(data, json_text_bytes(text, len));
}

static json_t *
show_json_blocks(const struct block *blocks, size_t count)
{
	json_t *array = json_array();
	struct buffer text = BUFFER_INIT;
	size_t i;

	for (i = 0; i < count; i++) {
		buffer_reset(&text);
		if (*blocks[i].marker)
			buffer_printf(&text, "%s ", blocks[i].marker);
		buffer_append(&text, blocks[i].text, blocks[i].len);
		json_add(array, json_text_bytes(text.data, text.len));
	}
	buffer_release(&text);
	return array;
}

static json_t *
show_json_comments(const struct comment *comments, size_t count)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < count; i++)
		json_add(array, json_text(comments[i].text));
	return array;
}

/* The point in one language; null where it is not in that language. */
static json_t *
show_json_cell(const struct show_request *request, const struct point *point,
	       const char *language)
{
	json_t *object, *keys;

	if (!point)
		return json_null();
	object = json_object();
	json_put(object, "line", json_integer(point->extent.line));
	json_put(object, "paragraphs",
		 show_json_blocks(point->blocks, point->block_count));
	keys = json_array();
	point_key_phrases(point, show_json_add_key, keys);
	json_put(object, "key-phrases", keys);
	json_put(object, "cues",
		 show_json_blocks(point->cues, point->cue_count));
	json_put(object, "cites",
		 show_json_cites(point, language, request->names));
	if (request->show_comments)
		json_put(object, "comments",
			 show_json_comments(point->comments,
					    point->comment_count));
	return object;
}

static const struct point *
show_json_find_cell(const struct show_request *request,
		    const struct aligned_row *row, size_t column)
{
	int index = meeting_language_index(request->place->meeting,
					   request->languages[column]);

	return index < 0 ? NULL : row->cells[index];
}

static json_t *
show_json_row(const struct show_request *request, size_t section, size_t index)
{
	const struct meeting *meeting = request->place->meeting;
	const struct aligned_row *row = &meeting->sections[section].rows[index];
	const struct point *first = aligned_row_first(row);
	struct place place = {.section = section, .row = index};
	json_t *object = json_object(), *cells = json_object();
	struct buffer address = BUFFER_INIT;
	size_t i;

	place_format(meeting, &place, &address);
	json_put(object, "place", json_text(address.data));
	buffer_release(&address);
	json_put(object, "number", json_integer(first->number));
	json_put(object, "role", json_text(role_name(first->role)));
	json_put(object, "to", json_text(first->to));
	json_put(object, "priority", json_integer(first->priority));
	for (i = 0; i < request->language_count; i++)
		json_put(cells, request->languages[i],
			 show_json_cell(request,
					show_json_find_cell(request, row, i),
					request->languages[i]));
	json_put(object, "languages", cells);
	return object;
}

/* The section's heading in one language, or null. */
static json_t *
show_json_heading(const struct show_request *request,
		  const struct section *section)
{
	json_t *object;

	if (!section)
		return json_null();
	object = json_object();
	json_put(object, "line", json_integer(section->extent.line));
	json_put(object, "text",
		 json_text_bytes(section->heading.text, section->heading.len));
	if (request->show_comments)
		json_put(object, "comments",
			 show_json_comments(section->comments,
					    section->comment_count));
	return object;
}

static json_t *
show_json_section(const struct show_request *request, size_t index)
{
	const struct resolved *place = request->place;
	const struct aligned_section *section;
	json_t *object = json_object(), *heads = json_object();
	json_t *rows = json_array();
	size_t i;
	int column;

	section = &place->meeting->sections[index];
	json_put(object, "id", json_text(section->id));
	for (i = 0; i < request->language_count; i++) {
		column = meeting_language_index(place->meeting,
						request->languages[i]);
		json_put(heads, request->languages[i],
			 show_json_heading(
				 request,
				 column < 0 ? NULL : section->cells[column]));
	}
	json_put(object, "heading", heads);
	for (i = place->first_row; i < section->row_count && i < place->end_row;
	     i++)
		json_add(rows, show_json_row(request, index, i));
	json_put(object, "points", rows);
	return object;
}

/* What stands above the first section, in each language; null where there is
 * no such text. */
static json_t *
show_json_texts(const struct show_request *request)
{
	const struct meeting *meeting = request->place->meeting;
	json_t *texts = json_object(), *object;
	const struct brief *brief;
	size_t i;
	int column;

	for (i = 0; i < request->language_count; i++) {
		column = meeting_language_index(meeting, request->languages[i]);
		brief = column < 0 ? NULL : meeting->briefs[column];
		object = brief ? json_object() : json_null();
		json_put(texts, request->languages[i], object);
		if (!brief)
			continue;
		json_put(object, "title",
			 json_text_bytes(brief->title.text, brief->title.len));
		json_put(
			object, "preface",
			show_json_blocks(brief->preface, brief->preface_count));
		if (request->show_comments)
			json_put(object, "comments",
				 show_json_comments(brief->comments,
						    brief->comment_count));
	}
	return texts;
}

void
show_json(const struct show_request *request, struct output *out)
{
	const struct resolved *place = request->place;
	json_t *object = json_object(), *sections = json_array();
	size_t i;

	json_put(object, "meeting", show_json_facts(place->meeting));
	if (place->is_whole)
		json_put(object, "texts", show_json_texts(request));
	for (i = place->first; i < place->end; i++)
		json_add(sections, show_json_section(request, i));
	json_put(object, "sections", sections);
	json_put(object, "diagnostics",
		 json_diagnostics(&place->meeting->diags));
	json_print(out, object);
}
