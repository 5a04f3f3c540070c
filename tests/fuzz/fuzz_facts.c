/*
 * Any bytes as meeting.yaml and, beside two texts cut from the same bytes, a
 * whole meeting: aligned, every point of every language stands in one row,
 * and what place_format() writes place_find() finds.
 */
#include "config.h" /* memmem */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/meeting.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define check(what)                                                            \
	do {                                                                   \
		if (!(what)) {                                                 \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,     \
				#what);                                        \
			abort();                                               \
		}                                                              \
	} while (0)

static void
check_facts(const struct meeting_facts *facts)
{
	size_t i;

	check(facts->short_name && facts->reference && facts->delivery);
	check(facts->language_count <= MEETING_LANGUAGES_MAX);
	for (i = 0; i < facts->title_count; i++)
		check(facts->titles[i].text[0] && facts->titles[i].language);
	check(facts->floor_seconds >= 0);
	check(meeting_title(facts, "en") != NULL);
}

static void
check_rows(const struct meeting *meeting, const struct aligned_section *section,
	   size_t counts[MEETING_LANGUAGES_MAX])
{
	size_t i, j, filled;

	for (i = 0; i < section->row_count; i++) {
		filled = 0;
		for (j = 0; j < meeting->language_count; j++) {
			filled += section->rows[i].cells[j] != NULL;
			counts[j] += section->rows[i].cells[j] != NULL;
		}
		check(filled > 0);
		check(aligned_row_first(&section->rows[i]) != NULL);
	}
}

/* A place names itself, unless its id or number stands twice. */
static void
check_places(const struct meeting *meeting)
{
	struct error err = ERROR_INIT;
	struct buffer name = BUFFER_INIT;
	struct place place = {0, 0, true, false}, found;
	size_t i;

	for (i = 0; i < meeting->section_count && i < 50; i++) {
		place.section = i;
		buffer_reset(&name);
		place_format(meeting, &place, &name);
		check(name.len > 0);
		if (place_find(meeting, name.data, &found, &err))
			check(err.message[0]);
	}
	buffer_release(&name);
}

static void
check_meeting(const struct meeting *meeting)
{
	size_t counts[MEETING_LANGUAGES_MAX] = {0}, i, rows = 0;

	for (i = 0; i < meeting->section_count; i++) {
		check(meeting->sections[i].first_row == rows);
		rows += meeting->sections[i].row_count;
		check_rows(meeting, &meeting->sections[i], counts);
	}
	check(rows == meeting->row_count);
	for (i = 0; i < meeting->language_count; i++)
		check(counts[i] == (meeting->briefs[i]
					    ? meeting->briefs[i]->point_count
					    : 0));
	check_places(meeting);
}

/* The parts of the input are set off by lines of a single '%'. */
static size_t
cut(const char *text, size_t size)
{
	const char *mark = memmem(text, size, "\n%\n", 3);

	return mark ? (size_t)(mark - text) + 1 : size;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const languages[] = {"en", "ru", "kk"};
	const char *text = (const char *)data;
	struct meeting *meeting = meeting_new("m");
	struct buffer out = BUFFER_INIT;
	struct place place;
	struct error err = ERROR_INIT;
	size_t i, len = cut(text, size);
	char words[64];

	meeting_facts_parse(text, len, "meeting.yaml", &meeting->facts,
			    &meeting->diags);
	check_facts(&meeting->facts);
	for (i = 0; i < 3 && len < size; i++) {
		text += len + 2 > size ? size : len + 2;
		size -= len + 2 > size ? size : len + 2;
		len = cut(text, size);
		meeting_take_brief(meeting,
				   brief_parse(text, len, "f", languages[i],
					       &meeting->diags));
	}
	meeting_align(meeting);
	check_meeting(meeting);
	snprintf(words, sizeof words, "%.*s", (int)(size < 60 ? size : 60),
		 text);
	if (place_find(meeting, words, &place, &err))
		check(err.message[0]);
	meeting_dump(meeting, &out);
	buffer_release(&out);
	meeting_free(meeting);
	return 0;
}
