/*
 * Places: what a person types or says, found in an aligned meeting. The ways
 * of naming a section are tried from the surest to the loosest; the first
 * that fits exactly one wins, and one that fits several says which.
 */
#include <stdlib.h>
#include <string.h>

#include "place.h"

/* ---- points ---- */

/* The row of a point's number in a section, else of its earlier number. */
static bool
place_find_row(const struct place_search *search,
	       const struct aligned_section *section, const char *number,
	       struct place *place)
{
	struct place_search old = {.meeting = search->meeting,
				   .wanted = BUFFER_INIT};
	const struct point *point;
	size_t i;
	bool found = false;

	for (i = 0; i < section->row_count && !found; i++) {
		point = aligned_row_first(&section->rows[i]);
		found = point->number == strtol(number, NULL, 10);
		place->row = i;
	}
	buffer_append_string(&old.wanted, number);
	for (i = 0; i < section->row_count && !found; i++) {
		found = place_row_was(&old, &section->rows[i]);
		place->row = i;
	}
	buffer_release(&old.wanted);
	place->whole_section = !found;
	return found;
}

/* "2.2.4/3", "2.2.4 3", "2.2.4:3", and "2.2.4.3" where nothing else is so
 * called: where the number of the point starts, or NULL. */
static const char *
place_split_point(const char *words, size_t len, const char *signs)
{
	const char *end = words + len, *p = end;

	while (p > words && p[-1] >= '0' && p[-1] <= '9')
		p--;
	if (p == end || end - p > 9 || p - words < 2 || !strchr(signs, p[-1]))
		return NULL;
	return p;
}

static bool
place_find_point(struct place_search *search, const char *words, size_t len,
		 const char *signs, struct place *place)
{
	const char *number = place_split_point(words, len, signs);

	if (!number)
		return false;
	search->found.len = 0;
	place_search_words(search, words, (size_t)(number - 1 - words));
	if (search->found.len != 1)
		return false;
	*place = search->found.items[0];
	return place_find_row(search, place_section(search, place->section),
			      number, place);
}

/* ---- the contract ---- */

enum status
place_find(const struct meeting *meeting, const char *words,
	   struct place *place, struct error *err)
{
	struct place_search search = {.meeting = meeting,
				      .wanted = BUFFER_INIT};
	size_t len = strlen(words);
	enum status rc = STATUS_OK;

	while (len && strchr(" \t/", words[len - 1]))
		len--;
	*place = (struct place){0, 0, true, !len};
	if (!len)
		return STATUS_OK;
	if (place_find_point(&search, words, len, "/:", place))
		goto done;
	if (search.found.len == 1) {
		rc = place_fail_point(&search, words, err);
		goto done;
	}
	search.strict = true;
	if (place_find_point(&search, words, len, " ", place))
		goto done;
	search.strict = false;
	search.found.len = 0;
	place_search_words(&search, words, len);
	if (search.found.len == 1)
		*place = search.found.items[0];
	else if (search.found.len)
		rc = place_fail_several(&search, words, err);
	else if (!place_find_point(&search, words, len, ".", place))
		rc = place_fail(&search, words, err);
done:
	vector_release(&search.found);
	buffer_release(&search.wanted);
	return rc;
}

static size_t
place_position(const struct meeting *meeting, size_t section)
{
	size_t i, number = 1;

	for (i = 0; i < section; i++)
		number += !meeting->sections[i].id[0];
	return number;
}

void
place_format(const struct meeting *meeting, const struct place *place,
	     struct buffer *out)
{
	const struct aligned_section *section;

	if (place->whole_meeting || place->section >= meeting->section_count)
		return;
	section = &meeting->sections[place->section];
	if (section->id[0])
		buffer_append_string(out, section->id);
	else
		buffer_printf(out, "#%zu",
			      place_position(meeting, place->section));
	if (!place->whole_section && place->row < section->row_count)
		buffer_printf(
			out, "/%d",
			aligned_row_first(&section->rows[place->row])->number);
}
