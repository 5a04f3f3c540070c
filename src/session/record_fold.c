/* The state of a meeting: the fold of its record. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/record.h"

/* By time; of the same second, as they stand in the file. */
static int
record_compare(const void *a, const void *b)
{
	const struct record_entry *const *left = a, *const *right = b;

	if ((*left)->time != (*right)->time)
		return (*left)->time < (*right)->time ? -1 : 1;
	return (*left > *right) - (*left < *right);
}

static void
record_sort(struct record *record)
{
	size_t count = record->list.len;
	const struct record_entry **order = mem_alloc(count + 1, sizeof *order);
	struct record_entry *sorted = mem_alloc(count + 1, sizeof *sorted);

	for (size_t i = 0; i < count; i++)
		order[i] = &record->list.items[i];
	qsort(order, count, sizeof *order, record_compare);
	for (size_t i = 0; i < count; i++)
		sorted[i] = *order[i];
	if (count > 0)
		memcpy(record->list.items, sorted, count * sizeof *sorted);
	free(order);
	free(sorted);
}

static bool
is_record_kind_undoing(enum record_kind kind)
{
	return kind % 2 == 1;
}

/* Does 'undo' take back 'entry'? */
static bool
record_takes_back(const struct record_entry *undo,
		  const struct record_entry *entry)
{
	return (int)entry->kind + 1 == (int)undo->kind && !entry->is_undone &&
	       strcmp(entry->place, undo->place) == 0 &&
	       strcmp(entry->text, undo->text) == 0;
}

/* A mark is taken back however often it was made, a note once. */
static void
record_take_back(struct record *record, size_t at)
{
	const struct record_entry *undo = &record->list.items[at];

	for (size_t i = at; i > 0; i--) {
		struct record_entry *entry = &record->list.items[i - 1];

		if (!record_takes_back(undo, entry))
			continue;
		entry->is_undone = true;
		if (undo->kind >= RECORD_NOTE && !entry->is_repeated)
			return;
	}
}

/* A union of two copies can hold a note twice, second for second. */
static bool
record_is_repeated(const struct record *record, size_t at)
{
	const struct record_entry *entry = &record->list.items[at];

	if (entry->kind < RECORD_NOTE)
		return false;
	for (size_t i = at; i > 0; i--) {
		const struct record_entry *other = &record->list.items[i - 1];

		if (other->time != entry->time)
			return false;
		if (other->kind == entry->kind &&
		    strcmp(other->place, entry->place) == 0 &&
		    strcmp(other->text, entry->text) == 0)
			return true;
	}
	return false;
}

void
record_settle(struct record *record)
{
	record_sort(record);
	for (size_t i = 0; i < record->list.len; i++) {
		struct record_entry *entry = &record->list.items[i];

		entry->is_undone = false;
		entry->is_repeated = record_is_repeated(record, i);
		if (is_record_kind_undoing(entry->kind))
			record_take_back(record, i);
	}
}

bool
record_find_row(const struct record_entry *entry, const struct meeting *meeting,
		struct place *place)
{
	if (*entry->place == '\0' ||
	    place_find(meeting, entry->place, place, NULL) != STATUS_OK ||
	    place->whole_meeting)
		return false;
	return place->row < meeting->sections[place->section].row_count;
}

struct record_mark *
record_fold(const struct record *record, const struct meeting *meeting)
{
	struct record_mark *marks =
		mem_alloc(meeting->row_count + 1, sizeof *marks);

	for (size_t i = 0; i < record->list.len; i++) {
		const struct record_entry *entry = &record->list.items[i];
		struct record_mark *mark;
		struct place place;

		if (entry->is_undone || entry->is_repeated ||
		    is_record_kind_undoing(entry->kind) ||
		    !record_find_row(entry, meeting, &place))
			continue;
		mark = &marks[meeting->sections[place.section].first_row +
			      place.row];
		if (entry->kind == RECORD_NOTE) {
			mark->notes++;
			continue;
		}
		mark->said = entry->kind == RECORD_SAID ? entry : NULL;
		mark->stopped = entry->kind == RECORD_STOPPED ? entry : NULL;
	}
	return marks;
}
