/* The ways of naming a section, from the surest to the loosest. */
#include "config.h" /* memmem */

#include <stdlib.h>
#include <string.h>

#include "place.h"

#define PLACE_RANGE_MAX 1000

const struct aligned_section *
place_section(const struct place_search *search, size_t i)
{
	return &search->meeting->sections[i];
}

static void
place_add_section(struct place_search *search, size_t section)
{
	struct place place = {section, 0, true, false};

	vector_push(&search->found, place);
}

static void
place_add_row(struct place_search *search, size_t section, size_t row)
{
	struct place place = {section, row, false, false};

	vector_push(&search->found, place);
}

static bool
place_same_id(const char *id, const struct buffer *wanted)
{
	struct buffer normal = BUFFER_INIT;
	bool same;

	if (!id[0])
		return false;
	section_id_normalise(id, strlen(id), &normal);
	same = !section_id_compare(normal.data, wanted->data);
	buffer_release(&normal);
	return same;
}

/* ---- ways to name a section ---- */

static void
place_by_id(struct place_search *search)
{
	size_t i;

	for (i = 0; i < search->meeting->section_count; i++) {
		if (place_section(search, i)->id[0] &&
		    !section_id_compare(place_section(search, i)->id,
					search->wanted.data))
			place_add_section(search, i);
	}
	if (search->found.len > 1)
		search->found.len = 1; /* a repeated id: its first */
}

/* "#2": the second of the sections without an id. */
static void
place_by_position(struct place_search *search)
{
	size_t i;
	long number;

	if (search->wanted.data[0] != '#')
		return;
	number = strtol(search->wanted.data + 1, NULL, 10);
	for (i = 0; i < search->meeting->section_count; i++) {
		if (!place_section(search, i)->id[0] && --number == 0)
			place_add_section(search, i);
	}
}

static bool
place_text_names(const struct place_search *search, const struct point *point)
{
	struct buffer text = BUFFER_INIT, id = BUFFER_INIT;
	bool names = false;
	size_t at = 0;

	point_plain_text(point, &text);
	while (!names &&
	       section_next_parenthesis(text.data, text.len, &at, &id)) {
		names = section_id_covers(id.data, search->wanted.data);
		buffer_reset(&id);
	}
	buffer_release(&text);
	buffer_release(&id);
	return names;
}

/* Does any language's point name the wanted subparagraph in parentheses? */
static bool
place_row_names(const struct place_search *search,
		const struct aligned_row *row)
{
	size_t i;

	for (i = 0; i < search->meeting->language_count; i++) {
		if (row->cells[i] && place_text_names(search, row->cells[i]))
			return true;
	}
	return false;
}

/* Does any language's point answer it by for=? */
static bool
place_row_answers(const struct place_search *search,
		  const struct aligned_row *row)
{
	size_t i;

	for (i = 0; i < search->meeting->language_count; i++) {
		if (row->cells[i] &&
		    place_same_id(row->cells[i]->answers, &search->wanted))
			return true;
	}
	return false;
}

/* The first row of a section for which 'fits' is true. */
static bool
place_first_row(struct place_search *search, size_t section,
		bool (*fits)(const struct place_search *,
			     const struct aligned_row *))
{
	const struct aligned_section *one = place_section(search, section);
	size_t i;

	for (i = 0; i < one->row_count; i++) {
		if (!fits(search, &one->rows[i]))
			continue;
		place_add_row(search, section, i);
		return true;
	}
	return false;
}

static void
place_by_range(struct place_search *search)
{
	size_t i;

	if (!is_numeric_id(search->wanted.data))
		return;
	for (i = 0; i < search->meeting->section_count; i++) {
		if (!section_id_covers(place_section(search, i)->id,
				       search->wanted.data))
			continue;
		if (!place_first_row(search, i, place_row_answers) &&
		    !place_first_row(search, i, place_row_names))
			place_add_section(search, i);
		return;
	}
}

/* A point that answers a paragraph outside any range. */
static void
place_by_answer(struct place_search *search)
{
	size_t i;

	for (i = 0; i < search->meeting->section_count; i++) {
		if (place_first_row(search, i, place_row_answers))
			return;
	}
}

/* The digits of an id: "2.2.4" as "224". */
static bool
place_same_digits(const char *id, const char *digits)
{
	for (; *id; id++) {
		if (*id == '.')
			continue;
		if (*id != *digits++)
			return false;
	}
	return !*digits;
}

/* The paragraph of a range whose digits these are, as an id in 'out'. */
static bool
place_digits_in_range(const char *id, const char *digits, struct buffer *out)
{
	const char *dash = strchr(id, '-'), *dot = NULL, *p;
	long last, i;

	if (!dash)
		return false;
	for (p = id; p < dash; p++)
		dot = *p == '.' ? p : dot;
	p = strrchr(dash, '.');
	last = strtol(p ? p + 1 : dash + 1, NULL, 10);
	i = strtol(dot ? dot + 1 : id, NULL, 10);
	if (last - i > PLACE_RANGE_MAX)
		last = i + PLACE_RANGE_MAX;
	for (; i <= last; i++) {
		buffer_reset(out);
		buffer_append(out, id, dot ? (size_t)(dot + 1 - id) : 0);
		buffer_printf(out, "%ld", i);
		if (place_same_digits(out->data, digits))
			return true;
	}
	return false;
}

/* "224" for 2.2.4, also where a range holds it. */
static void
place_by_digits(struct place_search *search)
{
	const struct meeting *meeting = search->meeting;
	const char *wanted = search->wanted.data;
	struct place_search inner = {.meeting = meeting, .wanted = BUFFER_INIT};
	size_t i;

	if (wanted[strspn(wanted, "0123456789")] || search->wanted.len > 12 ||
	    search->wanted.len < 2)
		return;
	for (i = 0; i < meeting->section_count; i++) {
		if (!is_numeric_id(meeting->sections[i].id))
			continue;
		if (place_same_digits(meeting->sections[i].id, wanted)) {
			place_add_section(search, i);
		} else if (place_digits_in_range(meeting->sections[i].id,
						 wanted, &inner.wanted)) {
			inner.found.len = 0;
			place_by_range(&inner);
			if (inner.found.len)
				vector_push(&search->found,
					    inner.found.items[0]);
		}
	}
	buffer_release(&inner.wanted);
	vector_release(&inner.found);
}

static bool
place_section_was(const struct place_search *search,
		  const struct aligned_section *section)
{
	size_t i;

	for (i = 0; i < search->meeting->language_count; i++) {
		if (section->cells[i] &&
		    place_same_id(section->cells[i]->was, &search->wanted))
			return true;
	}
	return false;
}

bool
place_row_was(const struct place_search *search, const struct aligned_row *row)
{
	const struct point *point;
	size_t i;

	for (i = 0; i < search->meeting->language_count; i++) {
		point = row->cells[i];
		if (point && (place_same_id(point->was, &search->wanted) ||
			      place_same_id(point->id, &search->wanted)))
			return true;
	}
	return false;
}

/* The number in an earlier draft, or a point's own id. */
static void
place_by_old_number(struct place_search *search)
{
	const struct aligned_section *section;
	size_t i, j;

	for (i = 0; i < search->meeting->section_count; i++) {
		section = place_section(search, i);
		if (place_section_was(search, section)) {
			place_add_section(search, i);
			return;
		}
		for (j = 0; j < section->row_count; j++) {
			if (!place_row_was(search, &section->rows[j]))
				continue;
			place_add_row(search, i, j);
			return;
		}
	}
}

static void
place_by_id_start(struct place_search *search)
{
	size_t i;

	for (i = 0; i < search->meeting->section_count; i++) {
		if (!is_numeric_id(place_section(search, i)->id) &&
		    !strncmp(place_section(search, i)->id, search->wanted.data,
			     search->wanted.len))
			place_add_section(search, i);
	}
}

/* Are the words in the heading? Both without spaces and in lower case. */
static bool
place_in_heading(const struct place_search *search,
		 const struct aligned_section *section)
{
	struct buffer heading = BUFFER_INIT;
	bool found = false;
	size_t i;

	for (i = 0; i < search->meeting->language_count && !found; i++) {
		if (!section->cells[i])
			continue;
		buffer_reset(&heading);
		section_id_normalise(section->cells[i]->heading.text,
				     section->cells[i]->heading.len, &heading);
		found = memmem(heading.data, heading.len, search->wanted.data,
			       search->wanted.len) != NULL;
	}
	buffer_release(&heading);
	return found;
}

static void
place_by_heading(struct place_search *search)
{
	size_t i;

	if (search->wanted.len < 2 || is_numeric_id(search->wanted.data))
		return;
	for (i = 0; i < search->meeting->section_count; i++) {
		if (place_in_heading(search, place_section(search, i)))
			place_add_section(search, i);
	}
}

/* ---- all ways, in order ---- */

static void
place_try_all(struct place_search *search)
{
	static void (*const ways[])(struct place_search *) = {
		place_by_id,	   place_by_position, place_by_range,
		place_by_answer,   place_by_digits,   place_by_old_number,
		place_by_id_start, place_by_heading,
	};
	size_t i;

	if (!search->wanted.len)
		return;
	for (i = 0; i < sizeof ways / sizeof ways[0]; i++) {
		ways[i](search);
		if (search->found.len)
			return;
	}
}

void
place_search_words(struct place_search *search, const char *words, size_t len)
{
	struct buffer id = BUFFER_INIT;

	buffer_reset(&search->wanted);
	section_id_normalise(words, len, &search->wanted);
	place_try_all(search);
	if (search->found.len || search->strict ||
	    !section_id_from_heading(words, len, &id)) {
		buffer_release(&id);
		return;
	}
	buffer_reset(&search->wanted); /* "para 2.2.4" */
	buffer_append(&search->wanted, id.data, id.len);
	place_try_all(search);
	buffer_release(&id);
}
