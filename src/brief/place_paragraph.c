/* Places in the text of a resolution or a treaty. */
#include <stdlib.h>
#include <string.h>

#include "lectern/meeting.h"
#include "lectern/section_id.h"

/* The point of this number in a section that has none itself: an operative
 * paragraph. */
static bool
place_find_operative(const struct meeting *meeting, const char *number,
		     struct place *place)
{
	const struct aligned_section *section;
	char *end;
	long wanted = strtol(number, &end, 10);
	size_t i, j;

	for (i = 0; i < meeting->section_count && !*end; i++) {
		section = &meeting->sections[i];
		for (j = 0; j < section->row_count; j++) {
			const struct point *point =
				aligned_row_first(&section->rows[j]);

			if (point->number != wanted || !point->numbered ||
			    is_numeric_id(section->id))
				continue;
			*place = (struct place){.section = i, .row = j};
			return true;
		}
	}
	return false;
}

enum status
place_find_paragraph(const struct meeting *meeting, const char *words,
		     struct place *place, struct error *err)
{
	struct buffer number = BUFFER_INIT;
	enum status rc = STATUS_NOT_FOUND;

	if (section_id_from_heading(words, strlen(words), &number)) {
		rc = place_find(meeting, number.data, place, NULL);
		if (rc && place_find_operative(meeting, number.data, place))
			rc = STATUS_OK;
	}
	buffer_release(&number);
	return rc ? place_find(meeting, words, place, err) : STATUS_OK;
}
