/*
 * Places: what a person types or says, found in an aligned meeting. The ways
 * of naming a section are tried from the surest to the loosest; the first
 * that fits exactly one wins, and one that fits several says which.
 */
#include "config.h" /* memmem, memrchr */

#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "lectern/meeting.h"

#define PLACE_NEAR_MAX	3 /* names offered */
#define PLACE_LIST_MAX	12
#define PLACE_RANGE_MAX 1000

struct place_search {
	const struct meeting *meeting;
	struct buffer wanted; /* in normal form */
	bool strict;	      /* by number or id only */
	VECTOR(struct place) found;
};

static const struct aligned_section *
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

/* Does any language's point name the wanted subparagraph in parentheses, or
 * answer it by for=? */
static bool
place_row_names(const struct place_search *search,
		const struct aligned_row *row)
{
	struct buffer text = BUFFER_INIT, id = BUFFER_INIT;
	bool names = false;
	size_t i;

	for (i = 0; i < search->meeting->language_count && !names; i++) {
		if (!row->cells[i])
			continue;
		buffer_reset(&text);
		buffer_reset(&id);
		names = place_same_id(row->cells[i]->answers, &search->wanted);
		point_plain_text(row->cells[i], &text);
		if (!names &&
		    section_id_in_parentheses(text.data, text.len, &id))
			names = section_id_covers(id.data, search->wanted.data);
	}
	buffer_release(&text);
	buffer_release(&id);
	return names;
}

static void
place_by_range(struct place_search *search)
{
	const struct aligned_section *section;
	size_t i, j;

	if (!is_numeric_id(search->wanted.data))
		return;
	for (i = 0; i < search->meeting->section_count; i++) {
		section = place_section(search, i);
		if (!section_id_covers(section->id, search->wanted.data))
			continue;
		for (j = 0; j < section->row_count; j++) {
			if (!place_row_names(search, &section->rows[j]))
				continue;
			place_add_row(search, i, j);
			return;
		}
		place_add_section(search, i);
		return;
	}
}

/* A point that answers a paragraph outside any range. */
static void
place_by_answer(struct place_search *search)
{
	const struct aligned_section *section;
	const struct point *point;
	size_t i, j, k;

	for (i = 0; i < search->meeting->section_count; i++) {
		section = place_section(search, i);
		for (j = 0; j < section->row_count; j++) {
			for (k = 0; k < search->meeting->language_count; k++) {
				point = section->rows[j].cells[k];
				if (!point || !place_same_id(point->answers,
							     &search->wanted))
					continue;
				place_add_row(search, i, j);
				return;
			}
		}
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

static bool
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

static void
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

/* ---- messages ---- */

static void
place_append_name(const struct place_search *search, struct place place,
		  struct buffer *names)
{
	buffer_append_string(names, names->len ? ", " : "");
	place_format(search->meeting, &place, names);
}

/* Edits to an id; to a range, from the nearer of its ends. */
static size_t
place_distance(const struct place_search *search, const char *id, size_t most)
{
	const char *dash = is_numeric_id(id) ? strchr(id, '-') : NULL;
	struct buffer start = BUFFER_INIT;
	size_t score = edit_distance(search->wanted.data, id, most), other;

	if (!dash)
		return score;
	buffer_append(&start, id, (size_t)(dash - id));
	other = edit_distance(search->wanted.data, start.data, most);
	score = other < score ? other : score;
	other = edit_distance(search->wanted.data, dash + 1, most);
	buffer_release(&start);
	return other < score ? other : score;
}

/* Put the section nearest to what was typed into 'best', nearest first. */
static size_t
place_nearest(const struct place_search *search, struct place *best)
{
	size_t scores[PLACE_NEAR_MAX], count = 0, i, j, score;
	size_t most = search->wanted.len / 2 + 1;
	struct place place = {0, 0, true, false};

	for (i = 0; i < search->meeting->section_count; i++) {
		if (!place_section(search, i)->id[0])
			continue;
		score = place_distance(search, place_section(search, i)->id,
				       most);
		if (score > most)
			continue;
		for (j = count; j > 0 && scores[j - 1] > score; j--) {
			if (j == PLACE_NEAR_MAX)
				continue;
			scores[j] = scores[j - 1];
			best[j] = best[j - 1];
		}
		if (j == PLACE_NEAR_MAX)
			continue;
		place.section = i;
		scores[j] = score;
		best[j] = place;
		count += count < PLACE_NEAR_MAX;
	}
	return count;
}

/* The first sections, where none is near. */
static void
place_append_first(const struct place_search *search, struct buffer *names)
{
	struct place place = {0, 0, true, false};
	size_t i;

	for (i = 0; i < search->meeting->section_count; i++) {
		if (i == PLACE_LIST_MAX) {
			buffer_append_string(names, ", …");
			break;
		}
		place.section = i;
		place_append_name(search, place, names);
	}
}

static enum status
place_fail_several(const struct place_search *search, const char *words,
		   struct error *err)
{
	struct buffer names = BUFFER_INIT;
	enum status rc;
	size_t i;

	for (i = 0; i < search->found.len && i < PLACE_LIST_MAX; i++)
		place_append_name(search, search->found.items[i], &names);
	rc = error_set(err, STATUS_NOT_FOUND,
		       _("\"%s\" could be any of these: %s."), words,
		       names.data);
	buffer_release(&names);
	return rc;
}

static enum status
place_fail(const struct place_search *search, const char *words,
	   struct error *err)
{
	const char *meeting = search->meeting->id;
	struct place best[PLACE_NEAR_MAX];
	struct buffer names = BUFFER_INIT;
	size_t i, count = place_nearest(search, best);
	enum status rc;

	for (i = 0; i < count; i++)
		place_append_name(search, best[i], &names);
	if (!count)
		place_append_first(search, &names);
	if (count)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no \"%s\" in %s. The nearest: %s."),
			       words, meeting, names.data);
	else if (names.len)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no \"%s\" in %s. It has: %s."),
			       words, meeting, names.data);
	else
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no \"%s\": %s has no sections."),
			       words, meeting);
	buffer_release(&names);
	return rc;
}

/* The section is there, the point is not: say which there are. */
static enum status
place_fail_point(const struct place_search *search, const char *words,
		 struct error *err)
{
	const struct aligned_section *section =
		place_section(search, search->found.items[0].section);
	struct buffer name = BUFFER_INIT, numbers = BUFFER_INIT;
	enum status rc;
	size_t i;

	place_format(search->meeting, &search->found.items[0], &name);
	for (i = 0; i < section->row_count && i < PLACE_LIST_MAX; i++)
		buffer_printf(&numbers, "%s%d", i ? ", " : "",
			      aligned_row_first(&section->rows[i])->number);
	if (i < section->row_count)
		buffer_append_string(&numbers, ", …");
	if (i)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no \"%s\". %s has these points: "
				 "%s."),
			       words, name.data, numbers.data);
	else
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no \"%s\": %s has no points."),
			       words, name.data);
	buffer_release(&name);
	buffer_release(&numbers);
	return rc;
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
