#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/spawn.h"
#include "lectern/stale.h"
#include "lectern/vector.h"

#define STALE_OUTPUT_MAX (64u << 20)

/* When each line was committed, the first line first. */
struct stale_lines {
	VECTOR(long long) times;
};

/* "committer-time N" of each line; the line itself follows a tab. */
static void
stale_read_blame(const struct buffer *out, struct stale_lines *lines)
{
	static const char field[] = "committer-time ";
	const char *at = out->data, *end = at + out->len, *next;
	long long time = 0;

	while (at < end) {
		next = memchr(at, '\n', (size_t)(end - at));
		next = next ? next + 1 : end;
		if (*at == '\t')
			vector_push(&lines->times, time);
		else if (!strncmp(at, field, strlen(field)))
			time = strtoll(at + strlen(field), NULL, 10);
		at = next;
	}
}

static bool
stale_blame(const struct library *lib, const char *file,
	    struct stale_lines *lines)
{
	const char *argv[] = {"git",
			      "-C",
			      lib->path,
			      "-c",
			      "core.fsmonitor=false",
			      "-c",
			      "core.hooksPath=/dev/null",
			      "blame",
			      "--line-porcelain",
			      "--no-textconv",
			      "--",
			      file,
			      NULL};
	struct spawn_result result;
	struct error ignored = ERROR_INIT;
	bool is_read;

	is_read = spawn_run(argv, NULL, 0, STALE_OUTPUT_MAX, &result,
			    &ignored) == STATUS_OK &&
		  !result.exit_code;
	if (is_read)
		stale_read_blame(&result.output, lines);
	spawn_result_release(&result);
	return is_read;
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

void
stale_find(const struct library *lib, const struct meeting *meeting,
	   struct stale *out)
{
	struct stale_lines lines[MEETING_LANGUAGES_MAX] = {{VECTOR_INIT}};
	size_t i;

	out->languages = meeting->language_count;
	out->cells = mem_alloc(meeting->row_count * out->languages + 1,
			       sizeof *out->cells);
	out->is_from_git = meeting->language_count > 1 && meeting->briefs[0];
	for (i = 0; i < meeting->language_count && out->is_from_git; i++)
		if (meeting->briefs[i])
			out->is_from_git = stale_blame(
				lib, meeting->briefs[i]->file, &lines[i]);
	if (out->is_from_git)
		stale_compare_lines(meeting, lines, out);
	else
		stale_from_clearances(meeting, out);
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		vector_release(&lines[i].times);
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
