/* No such place: the nearest, or what there is. */
#include <string.h>

#include "place.h"

#define PLACE_NEAR_MAX 3 /* names offered */
#define PLACE_LIST_MAX 12

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

enum status
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

enum status
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
enum status
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
