#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/spawn.h"
#include "stale_parts.h"

/* When each line was committed, the first line first. */
struct stale_lines {
	VECTOR(long long) times;
};

/* Git at work, a child a text. */
struct stale_search {
	struct spawn_task tasks[MEETING_LANGUAGES_MAX];
	bool is_started; /* all of them were */
};

static void
stale_keep_line(const struct blame_line *line, void *data)
{
	struct stale_lines *lines = data;

	vector_push(&lines->times, line->time);
}

struct stale_search *
stale_begin(const struct library *lib, const struct meeting *meeting)
{
	struct stale_search *search = mem_alloc(1, sizeof *search);
	struct error ignored = ERROR_INIT;
	size_t i;

	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		search->tasks[i].output = -1;
	search->is_started = meeting->language_count > 1 && meeting->briefs[0];
	for (i = 0; i < meeting->language_count && search->is_started; i++)
		if (meeting->briefs[i])
			search->is_started =
				blame_start(lib, meeting->briefs[i]->file,
					    &search->tasks[i],
					    &ignored) == STATUS_OK;
	return search;
}

bool
stale_is_known(struct stale_search *search)
{
	bool is_known = true;
	size_t i;

	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		if (!spawn_task_is_done(&search->tasks[i], false))
			is_known = false;
	return is_known;
}

/* When the words of a point were changed last; 0 where not known. */
static long long
stale_point_time(const struct stale_lines *lines, const struct point *point)
{
	long long latest = 0;
	size_t i;
	int line;

	for (i = 0; i < point->part_count; i++) {
		if (point->parts[i].kind != PART_TEXT)
			continue;
		for (line = point->parts[i].first_line;
		     line <= point->parts[i].last_line; line++)
			if (line > 0 && (size_t)line <= lines->times.len &&
			    lines->times.items[line - 1] > latest)
				latest = lines->times.items[line - 1];
	}
	return latest;
}

static void
stale_compare_lines(const struct meeting *meeting,
		    const struct stale_lines *lines, struct stale *out)
{
	const struct aligned_section *section;
	const struct aligned_row *row;
	long long original, own;
	size_t i, j, k;

	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		for (j = 0; j < section->row_count; j++) {
			row = &section->rows[j];
			if (!row->cells[0])
				continue;
			original = stale_point_time(&lines[0], row->cells[0]);
			for (k = 1; k < meeting->language_count; k++) {
				if (!row->cells[k])
					continue;
				own = stale_point_time(&lines[k],
						       row->cells[k]);
				out->cells[(section->first_row + j) *
						   out->languages +
					   k] = own && original > own;
			}
		}
	}
}

/* Without a history: a clearance of an original that has changed since. */
static void
stale_from_clearances(const struct meeting *meeting, struct stale *out)
{
	const struct brief *original = meeting->briefs[0], *own;
	size_t i, row;

	for (i = 1; original && i < meeting->language_count; i++) {
		own = meeting->briefs[i];
		if (!own || !own->cleared_original ||
		    own->cleared_original == original->text_hash)
			continue;
		for (row = 0; row < meeting->row_count; row++)
			out->cells[row * out->languages + i] = true;
	}
}

/* Waits for what Git says; false where it says nothing of one of the texts. */
static bool
stale_read_lines(struct stale_search *search, const struct meeting *meeting,
		 struct stale_lines *lines)
{
	struct buffer said = BUFFER_INIT;
	bool is_read = search->is_started;
	size_t i;

	for (i = 0; i < meeting->language_count && is_read; i++) {
		if (!meeting->briefs[i])
			continue;
		buffer_reset(&said);
		is_read = blame_finish(&search->tasks[i], &said);
		if (is_read)
			blame_each_line(&said, stale_keep_line, &lines[i]);
	}
	buffer_release(&said);
	return is_read;
}

void
stale_end(struct stale_search *search, const struct meeting *meeting,
	  struct stale *out)
{
	struct stale_lines lines[MEETING_LANGUAGES_MAX] = {{VECTOR_INIT}};
	size_t i;

	if (out) {
		out->languages = meeting->language_count;
		out->cells = mem_alloc(meeting->row_count * out->languages + 1,
				       sizeof *out->cells);
		out->is_from_git = stale_read_lines(search, meeting, lines);
		if (out->is_from_git)
			stale_compare_lines(meeting, lines, out);
		else
			stale_from_clearances(meeting, out);
	}
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++) {
		vector_release(&lines[i].times);
		spawn_task_end(&search->tasks[i]);
	}
	free(search);
}

void
stale_find(const struct library *lib, const struct meeting *meeting,
	   struct stale *out)
{
	stale_end(stale_begin(lib, meeting), meeting, out);
}

void
stale_release(struct stale *stale)
{
	free(stale->cells);
	stale->cells = NULL;
}

bool
is_stale(const struct stale *stale, const struct aligned_section *section,
	 size_t row, size_t language)
{
	return stale->cells &&
	       stale->cells[(section->first_row + row) * stale->languages +
			    language];
}
