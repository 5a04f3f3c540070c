/* What the original said when a point was translated. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "stale_parts.h"

/* The last change of a point's words. */
struct stale_change {
	const struct point *point;
	long long time;
	char *commit; /* NULL: none is known */
};

static void
stale_take_line(const struct blame_line *line, void *data)
{
	struct stale_change *change = data;

	if (!is_stale_line_of(change->point, line->number) ||
	    (change->commit && line->time <= change->time))
		return;
	free(change->commit);
	change->commit = mem_strndup(line->commit, line->commit_len);
	change->time = line->time;
}

static enum status
stale_unknown(const struct meeting *meeting, struct error *err)
{
	return error_set(err, STATUS_NOT_FOUND,
			 _("What changed in %s cannot be told: Git has no "
			   "history of it. It knows what was committed."),
			 meeting->briefs[0]->file);
}

static enum status
stale_find_change(const struct library *lib, const struct meeting *meeting,
		  size_t language, struct stale_change *change,
		  struct error *err)
{
	struct buffer said = BUFFER_INIT;
	struct spawn_task task;
	enum status rc =
		blame_start(lib, meeting->briefs[language]->file, &task, err);

	if (!rc && blame_finish(&task, &said))
		blame_each_line(&said, stale_take_line, change);
	if (!rc && !change->commit)
		rc = stale_unknown(meeting, err);
	spawn_task_end(&task);
	buffer_release(&said);
	return rc;
}

/* The original as it was in a commit. */
static enum status
stale_read_original(const struct library *lib, const struct meeting *meeting,
		    const char *commit, struct buffer *text, struct error *err)
{
	struct buffer name = BUFFER_INIT;
	struct spawn_task task;
	const char *command[] = {"show", "--no-textconv", NULL, NULL};
	enum status rc;

	buffer_printf(&name, "%s:./%s", commit, meeting->briefs[0]->file);
	command[2] = name.data;
	rc = git_start(lib, command, &task, err);
	if (!rc && !blame_finish(&task, text))
		rc = stale_unknown(meeting, err);
	spawn_task_end(&task);
	buffer_release(&name);
	return rc;
}

/* The point of the same number in the section of the same id, or of the same
 * place among those without one. */
static const struct point *
stale_same_point(const struct brief *now, const struct brief *then,
		 const struct point *point)
{
	const struct section *section = now->sections, *same = NULL;
	size_t i;

	while (point < section->points ||
	       point >= section->points + section->point_count)
		section++;
	for (i = 0; i < then->section_count && !same; i++)
		if (*section->id && !strcmp(then->sections[i].id, section->id))
			same = &then->sections[i];
	i = (size_t)(section - now->sections);
	if (!same && !*section->id && i < then->section_count)
		same = &then->sections[i];
	for (i = 0; same && i < same->point_count; i++)
		if (same->points[i].number == point->number &&
		    same->points[i].is_chapeau == point->is_chapeau)
			return &same->points[i];
	return NULL;
}

enum status
stale_before(const struct library *lib, const struct meeting *meeting,
	     const struct place *place, size_t language, struct buffer *words,
	     int64_t *time, struct error *err)
{
	const struct aligned_row *row =
		&meeting->sections[place->section].rows[place->row];
	struct stale_change change = {.point = row->cells[language]};
	struct diagnostics ignored = DIAGNOSTICS_INIT;
	struct buffer text = BUFFER_INIT;
	struct brief *then = NULL;
	const struct point *point = NULL;
	enum status rc;

	rc = stale_find_change(lib, meeting, language, &change, err);
	if (!rc)
		rc = stale_read_original(lib, meeting, change.commit, &text,
					 err);
	if (!rc) {
		then = brief_parse(text.data, text.len,
				   meeting->briefs[0]->file,
				   meeting->languages[0], &ignored);
		point = stale_same_point(meeting->briefs[0], then,
					 row->cells[0]);
		if (!point)
			rc = error_set(err, STATUS_NOT_FOUND, "%s",
				       _("The original had no such point when "
					 "it was translated."));
	}
	if (!rc) {
		point_plain_text(point, words);
		*time = change.time;
	}
	if (then)
		brief_free(then);
	diagnostics_release(&ignored);
	buffer_release(&text);
	free(change.commit);
	return rc;
}
