/* The rows of a meeting that words name. */
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/memory.h"
#include "lectern/section_id.h"

/* The two ends of "2.2.4-2.2.9"; equal where there is no '-'. */
struct select_range {
	char *low, *high;
};

static void
select_range_split(const char *id, struct select_range *range)
{
	const char *dash = strchr(id, '-');

	range->low =
		dash ? mem_strndup(id, (size_t)(dash - id)) : mem_strdup(id);
	range->high = mem_strdup(dash ? dash + 1 : id);
}

static void
select_range_release(struct select_range *range)
{
	free(range->low);
	free(range->high);
}

static bool
is_section_between(const char *id, const struct select_range *wanted)
{
	struct select_range own;
	bool is_between;

	if (!is_numeric_id(id))
		return false;
	select_range_split(id, &own);
	is_between = section_id_compare(own.low, wanted->high) <= 0 &&
		     section_id_compare(own.high, wanted->low) >= 0;
	select_range_release(&own);
	return is_between;
}

/* "2.2.4-2.2.9": all from the first section in the range to the last. */
static bool
select_sections(struct resolved *resolved, const char *words)
{
	const struct meeting *meeting = resolved->meeting;
	struct select_range wanted;
	bool is_found = false;
	size_t i;

	select_range_split(words, &wanted);
	if (!is_numeric_id(wanted.low) || !is_numeric_id(wanted.high))
		goto out;
	for (i = 0; i < meeting->section_count; i++) {
		if (!is_section_between(meeting->sections[i].id, &wanted))
			continue;
		if (!is_found)
			resolved->first = i;
		resolved->end = i + 1;
		is_found = true;
	}
	if (is_found)
		resolved->end_row = SIZE_MAX;
out:
	select_range_release(&wanted);
	return is_found;
}

/* "3-5": two numbers of points. */
static bool
select_parse_points(const char *words, long *low, long *high)
{
	char *end;

	if (*words < '0' || *words > '9')
		return false;
	*low = strtol(words, &end, 10);
	if (*end != '-' || end[1] < '0' || end[1] > '9')
		return false;
	*high = strtol(end + 1, &end, 10);
	return !*end;
}

/* "2.2.4/1-3": the rows of a section whose points have these numbers. */
static bool
select_points(struct resolved *resolved, const char *words)
{
	const char *slash = strrchr(words, '/');
	const struct aligned_section *section;
	struct place place;
	bool is_found = false;
	long low, high, number;
	char *name;
	size_t i;

	if (!slash || !select_parse_points(slash + 1, &low, &high))
		return false;
	name = mem_strndup(words, (size_t)(slash - words));
	if (!place_find(resolved->meeting, name, &place, NULL) &&
	    place.whole_section) {
		section = &resolved->meeting->sections[place.section];
		resolved->first = place.section;
		resolved->end = place.section + 1;
		for (i = 0; i < section->row_count; i++) {
			number = aligned_row_first(&section->rows[i])->number;
			if (number < low || number > high)
				continue;
			if (!is_found)
				resolved->first_row = i;
			resolved->end_row = i + 1;
			is_found = true;
		}
	}
	free(name);
	return is_found;
}

static void
select_place(struct resolved *resolved, const struct place *place)
{
	resolved->first_row = 0;
	resolved->end_row = SIZE_MAX;
	resolved->is_whole = place->whole_meeting;
	resolved->first = 0;
	resolved->end = resolved->meeting->section_count;
	if (place->whole_meeting)
		return;
	resolved->first = place->section;
	resolved->end = place->section + 1;
	if (place->whole_section)
		return;
	resolved->first_row = place->row;
	resolved->end_row = place->row + 1;
}

enum status
select_rows(struct resolved *resolved, const char *words, struct error *err)
{
	struct buffer plain = BUFFER_INIT;
	struct place place;
	enum status rc;

	rc = place_find(resolved->meeting, words, &place, err);
	if (!rc) {
		select_place(resolved, &place);
		return STATUS_OK;
	}
	section_id_normalise(words, strlen(words), &plain);
	if (select_sections(resolved, plain.data) ||
	    select_points(resolved, plain.data))
		rc = STATUS_OK;
	buffer_release(&plain);
	return rc;
}

enum status
select_paragraph(struct resolved *resolved, const char *words,
		 struct error *err)
{
	struct buffer name = BUFFER_INIT;
	struct place place;
	enum status rc;

	rc = place_find_paragraph(resolved->meeting, words, &place, NULL);
	if (rc) {
		resolved->place = mem_strdup(words);
		return select_rows(resolved, words, err);
	}
	select_place(resolved, &place);
	/* As place_find() knows it. */
	if (!place.whole_meeting)
		place_format(resolved->meeting, &place, &name);
	resolved->place = buffer_take(&name);
	return STATUS_OK;
}

void
resolved_mark_rows(const struct resolved *resolved, bool *is_marked)
{
	const struct aligned_section *section;
	size_t i, j;

	for (i = resolved->first; i < resolved->end; i++) {
		section = &resolved->meeting->sections[i];
		for (j = resolved->first_row;
		     j < section->row_count && j < resolved->end_row; j++)
			is_marked[section->first_row + j] = true;
	}
}
