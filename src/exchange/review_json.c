/* The table as JSON, as doc/brief.schema.json has it. */
#include <string.h>

#include <jansson.h>

#include "lectern/import.h"
#include "lectern/memory.h"
#include "review_parts.h"

#define REVIEW_FORMAT  "lectern-brief"
#define REVIEW_VERSION 1

/* ---- out ---- */

/* jansson answers NULL for want of memory only: text is UTF-8 by then. */
static void
review_put(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, value))
		mem_fail(0);
}

static void
review_put_text(json_t *object, const char *key, const char *text)
{
	review_put(object, key, json_string(text));
}

static void
review_add(json_t *array, json_t *value)
{
	if (json_array_append_new(array, value))
		mem_fail(0);
}

static json_t *
review_json_facts(const struct review *review, const struct meeting *meeting)
{
	const struct meeting_facts *facts = &meeting->facts;
	json_t *object = json_object(), *titles = json_object();
	json_t *languages = json_array();
	char date[DATE_TEXT_MAX] = "";
	size_t i;

	review_put_text(object, "id", meeting->id);
	for (i = 0; i < facts->title_count; i++)
		review_put_text(titles, facts->titles[i].language,
				facts->titles[i].text);
	review_put(object, "title", titles);
	review_put_text(object, "short", facts->short_name);
	if (is_date(&facts->date.first))
		date_range_format(&facts->date, date);
	review_put_text(object, "date", date);
	review_put_text(object, "place", facts->place);
	review_put_text(object, "classification", facts->classification);
	for (i = 0; i < review->language_count; i++)
		review_add(languages, json_string(review->languages[i]));
	review_put(object, "languages", languages);
	return object;
}

static json_t *
review_json_point(const struct review *review, const struct review_row *row,
		  const struct point *first)
{
	json_t *object = json_object(), *texts = json_object();
	json_t *cues = json_object();
	size_t i;

	review_put_text(object, "place", row->place);
	review_put(object, "number", json_integer(first->number));
	review_put_text(object, "role", role_name(first->role));
	review_put_text(object, "to", first->to);
	review_put(object, "priority", json_integer(first->priority));
	for (i = 0; i < review->language_count; i++) {
		if (row->cells[i].text)
			review_put_text(texts, review->languages[i],
					row->cells[i].text);
		if (row->cells[i].cue && *row->cells[i].cue)
			review_put_text(cues, review->languages[i],
					row->cells[i].cue);
	}
	review_put(object, "texts", texts);
	review_put(object, "cues", cues);
	return object;
}

static json_t *
review_json_headings(const struct review *review, const struct meeting *meeting,
		     const struct aligned_section *section)
{
	json_t *object = json_object();
	size_t i;
	int index;

	for (i = 0; i < review->language_count; i++) {
		index = meeting_language_index(meeting, review->languages[i]);
		if (index >= 0 && section->cells[index])
			review_put_text(object, review->languages[i],
					section->cells[index]->heading.text);
	}
	return object;
}

/* The section's chosen points; *row is the next of the table. */
static json_t *
review_json_section(const struct review *review,
		    const struct review_request *request,
		    const struct aligned_section *section, size_t *row)
{
	json_t *object = json_object(), *points = json_array();
	size_t i;

	review_put_text(object, "id", section->id);
	review_put(object, "headings",
		   review_json_headings(review, request->meeting, section));
	for (i = 0; i < section->row_count; i++)
		if (!request->is_chosen ||
		    request->is_chosen[section->first_row + i])
			review_add(
				points,
				review_json_point(
					review, &review->rows.items[(*row)++],
					aligned_row_first(&section->rows[i])));
	review_put(object, "points", points);
	return object;
}

static int
review_take_json(const char *bytes, size_t len, void *out)
{
	buffer_append(out, bytes, len);
	return 0;
}

void
review_write_json(const struct review *review,
		  const struct review_request *request, struct buffer *out)
{
	const struct meeting *meeting = request->meeting;
	json_t *object = json_object(), *sections = json_array(), *section;
	size_t i, row = 0;

	review_put_text(object, "format", REVIEW_FORMAT);
	review_put(object, "version", json_integer(REVIEW_VERSION));
	review_put(object, "meeting", review_json_facts(review, meeting));
	for (i = 0; i < meeting->section_count; i++) {
		section = review_json_section(review, request,
					      &meeting->sections[i], &row);
		if (json_array_size(json_object_get(section, "points")))
			review_add(sections, section);
		else
			json_decref(section);
	}
	review_put(object, "sections", sections);
	if (json_dump_callback(object, review_take_json, out, JSON_INDENT(2)))
		mem_fail(0);
	buffer_append_byte(out, '\n');
	json_decref(object);
}

/* ---- home ---- */

/* A cell of the row; a cue that is not there is one that was taken out. */
static void
review_take_json_cells(const json_t *point, struct review *review,
		       struct review_row *row)
{
	const json_t *texts = json_object_get(point, "texts");
	const json_t *cues = json_object_get(point, "cues");
	const json_t *text;
	size_t i;

	for (i = 0; i < review->language_count; i++) {
		text = json_object_get(texts, review->languages[i]);
		if (!json_is_string(text))
			continue;
		row->cells[i].text =
			arena_strdup(&review->arena, json_string_value(text));
		if (json_is_object(cues))
			row->cells[i].cue = arena_strdup(
				&review->arena,
				import_member(cues, review->languages[i]));
	}
}

static void
review_take_json_section(const json_t *section, struct review *review)
{
	const json_t *point;
	const char *place;
	size_t i;

	json_array_foreach(json_object_get(section, "points"), i, point)
	{
		place = import_member(point, "place");
		if (*place)
			review_take_json_cells(point, review,
					       review_add_row(review, place));
	}
}

/* The columns, each once. */
static void
review_take_json_languages(const json_t *meeting, struct review *review)
{
	const json_t *item;
	const char *tag;
	size_t i;

	json_array_foreach(json_object_get(meeting, "languages"), i, item)
	{
		tag = json_string_value(item);
		if (tag && review_language_index(review, tag) < 0)
			review_add_language(review, tag);
	}
}

bool
review_read_json(const char *text, size_t len, struct review *review)
{
	json_t *object = json_loadb(text, len, 0, NULL);
	const json_t *meeting = json_object_get(object, "meeting"), *item;
	bool is_review =
		!strcmp(import_member(object, "format"), REVIEW_FORMAT);
	size_t i;

	if (is_review) {
		review->meeting = arena_strdup(&review->arena,
					       import_member(meeting, "id"));
		review_take_json_languages(meeting, review);
		json_array_foreach(json_object_get(object, "sections"), i, item)
			review_take_json_section(item, review);
	}
	json_decref(object);
	return is_review;
}
