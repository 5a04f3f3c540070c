/*
 * What the checks find in the brief on the screen: asked for when nobody types
 * or when it is wanted, kept in the order of the places.
 */
#include <stdlib.h>
#include <string.h>

#include "lectern/words.h"
#include "brief_view.h"

/* --- where a finding is --- */

static int
brief_language_of_file(const struct meeting *meeting, const char *file)
{
	for (size_t i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i] != NULL &&
		    strcmp(meeting->briefs[i]->file, file) == 0)
			return (int)i;
	return -1;
}

/* The last section, and the last point in it, that begin at or above a line
 * of a language's text. */
static struct place
brief_place_of_line(const struct meeting *meeting, int language, int line)
{
	struct place place = {0, 0, true, true};

	for (size_t i = 0; i < meeting->section_count; i++) {
		const struct aligned_section *section = &meeting->sections[i];

		if (section->cells[language] == NULL ||
		    section->cells[language]->extent.line > line)
			continue;
		if (place.whole_meeting ||
		    section->cells[language]->extent.line >
			    meeting->sections[place.section]
				    .cells[language]
				    ->extent.line)
			place = (struct place){i, 0, true, false};
	}
	if (place.whole_meeting)
		return place;
	for (size_t row = 0; row < meeting->sections[place.section].row_count;
	     row++) {
		const struct point *point = meeting->sections[place.section]
						    .rows[row]
						    .cells[language];

		if (point != NULL && point->extent.line <= line) {
			place.row = row;
			place.whole_section = false;
		}
	}
	return place;
}

static struct place
brief_place_of_finding(const struct meeting *meeting,
		       const struct check_finding *found, int language)
{
	struct place place = {found->section, 0, true, false};

	if (found->section >= meeting->section_count) {
		if (language >= 0 && found->line > 0)
			return brief_place_of_line(meeting, language,
						   found->line);
		return (struct place){0, 0, true, true};
	}
	if (found->row < meeting->sections[found->section].row_count) {
		place.row = found->row;
		place.whole_section = false;
	}
	return place;
}

static int
brief_compare_size(size_t one, size_t two)
{
	return (one > two) - (one < two);
}

/* From the top of the brief down; at a place by text and line. */
static int
brief_compare_findings(const void *a, const void *b)
{
	const struct brief_finding *one = a, *two = b;
	int order = two->place.whole_meeting - one->place.whole_meeting;

	if (order == 0)
		order = brief_compare_size(one->place.section,
					   two->place.section);
	if (order == 0)
		order = two->place.whole_section - one->place.whole_section;
	if (order == 0)
		order = brief_compare_size(one->place.row, two->place.row);
	if (order == 0)
		order = one->language - two->language;
	return order != 0 ? order : one->found->line - two->found->line;
}

/* --- what is new --- */

/* Lines move while one edits: the words of a finding say which it is. */
static uint64_t
brief_hash_finding(const struct check_finding *found)
{
	struct buffer words = BUFFER_INIT;
	uint64_t hash;

	buffer_printf(&words, "%s\n%s\n%s", found->rule->id, found->file,
		      found->message);
	hash = file_hash(words.data, words.len);
	buffer_release(&words);
	return hash;
}

static bool
is_brief_finding_new(const struct brief_view *view,
		     const struct check_finding *found)
{
	uint64_t hash = brief_hash_finding(found);

	for (size_t i = 0; i < view->known.len; i++)
		if (view->known.items[i] == hash)
			return false;
	return true;
}

void
brief_know_findings(struct brief_view *view)
{
	view->is_edited = true;
	view->known.len = 0;
	for (size_t i = 0; i < view->findings.len; i++)
		vector_push(&view->known,
			    brief_hash_finding(view->findings.items[i].found));
}

/* --- checking --- */

static void
brief_list_findings(struct brief_view *view)
{
	for (size_t i = 0; i < view->report.list.len; i++) {
		const struct check_finding *found = &view->report.list.items[i];
		struct brief_finding one = {.found = found};

		if (found->reason != NULL)
			continue;
		one.language =
			brief_language_of_file(view->meeting, found->file);
		one.place = brief_place_of_finding(view->meeting, found,
						   one.language);
		one.is_new =
			view->is_edited && is_brief_finding_new(view, found);
		vector_push(&view->findings, one);
	}
	if (view->findings.len > 1)
		qsort(view->findings.items, view->findings.len,
		      sizeof *view->findings.items, brief_compare_findings);
	view->finding_at = SIZE_MAX;
	view->finding_count =
		check_report_count(&view->report, SEVERITY_ERROR) +
		check_report_count(&view->report, SEVERITY_WARNING);
}

enum status
brief_check(struct brief_view *view, struct error *err)
{
	struct check_desk *desk;
	enum status rc;

	if (view->is_checked)
		return STATUS_OK;
	brief_forget_check(view);
	desk = check_desk_new(app_library(view->base.app),
			      app_rates(view->base.app), NULL);
	rc = check_desk_run(desk, view->meeting, &view->report, err);
	check_desk_free(desk);
	if (rc != STATUS_OK)
		return rc;
	brief_list_findings(view);
	view->is_checked = true;
	return STATUS_OK;
}

void
brief_forget_check(struct brief_view *view)
{
	check_report_release(&view->report);
	view->report = (struct check_report)CHECK_REPORT_INIT;
	view->findings.len = 0;
	view->is_checked = false;
}

void
brief_release_check(struct brief_view *view)
{
	brief_forget_check(view);
	vector_release(&view->findings);
	vector_release(&view->known);
}

bool
brief_wants_check(const struct brief_view *view)
{
	return !view->is_checked && !app_is_live(view->base.app) &&
	       !view->is_following;
}

size_t
brief_count_findings(const struct brief_view *view)
{
	return view->is_checked ? view->finding_count
				: diagnostics_count(&view->meeting->diags,
						    SEVERITY_WARNING);
}

void
brief_format_finding(const struct brief_finding *finding, struct buffer *out)
{
	const struct check_finding *found = finding->found;
	const char *word = found->severity == SEVERITY_ERROR	 ? _("Error")
			   : found->severity == SEVERITY_WARNING ? _("Warning")
								 : _("Note");

	if (finding->is_new)
		/* TRANSLATORS: "Warning, new": not there before the edit. */
		buffer_printf(out, _("%s, new"), word);
	else
		buffer_append_string(out, word);
	buffer_printf(out, ": %s [%s]", found->message, found->rule->id);
}

/* --- going from one to the next --- */

size_t
brief_finding_item(struct brief_view *view, const struct brief_finding *finding)
{
	size_t item = brief_item_of(view, &finding->place), next;

	if (view->item_count == 0 || is_brief_stop(view, item))
		return item;
	next = viewport_stop_after(&view->viewport, item);
	return next != SIZE_MAX ? next : item;
}

/* The next in a direction from where one is; SIZE_MAX: none. */
static size_t
brief_finding_from(struct brief_view *view, int direction)
{
	size_t count = view->findings.len, mark = view->viewport.mark;
	size_t at = view->finding_at;

	if (at < count &&
	    brief_finding_item(view, &view->findings.items[at]) == mark)
		return direction > 0 ? (at + 1 < count ? at + 1 : SIZE_MAX)
				     : (at > 0 ? at - 1 : SIZE_MAX);
	for (size_t i = 0; i < count; i++) {
		size_t next = direction > 0 ? i : count - 1 - i;
		size_t item =
			brief_finding_item(view, &view->findings.items[next]);

		if (direction > 0 ? item >= mark : item < mark)
			return next;
	}
	return SIZE_MAX;
}

static void
brief_say_finding(const struct brief_view *view, size_t at)
{
	struct buffer words = BUFFER_INIT;

	/* TRANSLATORS: which of how many findings; then what it says. */
	buffer_printf(&words, _("%zu of %zu: "), at + 1, view->findings.len);
	brief_format_finding(&view->findings.items[at], &words);
	app_say(view->base.app, "%s", words.data);
	buffer_release(&words);
}

static unsigned
brief_go_finding(struct view *base, int direction, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	size_t next;

	brief_fit_to_move(view);
	if (brief_check(view, err) != STATUS_OK)
		return EFFECT_NONE;
	next = brief_finding_from(view, direction);
	if (next == SIZE_MAX) {
		app_say(base->app, "%s",
			view->findings.len == 0 ? _("Nothing was found.")
			: direction > 0
				? _("There is no finding further on.")
				: _("There is no finding before this one."));
		return EFFECT_REDRAW;
	}
	brief_leave_place(view);
	viewport_go(&view->viewport,
		    brief_finding_item(view, &view->findings.items[next]));
	view->finding_at = next;
	brief_say_finding(view, next);
	return EFFECT_REDRAW;
}

unsigned
brief_do_finding_next(struct view *view, const char *argument UNUSED,
		      struct error *err)
{
	return brief_go_finding(view, 1, err);
}

unsigned
brief_do_finding_previous(struct view *view, const char *argument UNUSED,
			  struct error *err)
{
	return brief_go_finding(view, -1, err);
}

unsigned
brief_do_findings(struct view *base, const char *argument UNUSED,
		  struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;

	brief_fit_to_move(view);
	if (brief_check(view, err) != STATUS_OK)
		return EFFECT_NONE;
	app_push_view(base->app, view_findings_new(base->app, base));
	return EFFECT_REDRAW;
}
