/* Writing from the screen: the editor at the point one is at, a point's role,
 * priority and cue, and a reason for which a finding passes. Not in the room.
 */
#include <stdlib.h>
#include <string.h>

#include "lectern/edit.h"
#include "lectern/words.h"
#include "brief_view.h"

/* The room is no place to change what one reads from. */
static bool
brief_may_write(struct brief_view *view, struct error *err)
{
	brief_fit(view);
	if (!app_is_live(view->base.app))
		return true;
	error_set(err, STATUS_INVALID, "%s",
		  _("Nothing is edited in live use, so that no key can do harm "
		    "there. Open the meeting without live to edit it."));
	return false;
}

/* --- the editor --- */

/* The column that is to stand beside 'language', else any other text. */
static int
brief_other_language(const struct brief_view *view, int language)
{
	const struct meeting *meeting = view->meeting;

	for (size_t i = 0; i < view->columns.count; i++) {
		int index = view->columns.index[i];

		if (index >= 0 && index != language &&
		    meeting->briefs[index] != NULL)
			return index;
	}
	for (size_t i = 0; i < meeting->language_count; i++)
		if ((int)i != language && meeting->briefs[i] != NULL)
			return (int)i;
	return -1;
}

static void
brief_edit_files(const struct brief_view *view, const struct brief_edit *edit,
		 struct edit_files *files)
{
	const struct library *lib = app_library(view->base.app);
	int other =
		edit->is_both ? brief_other_language(view, edit->language) : -1;

	if (edit->file != NULL)
		edit_add_file(files, lib, edit->file, edit->line);
	else
		edit_add_place(files, lib, view->meeting, &edit->place,
			       (size_t)edit->language);
	if (other >= 0)
		edit_add_place(files, lib, view->meeting, &edit->place,
			       (size_t)other);
}

/* How many findings there are now that were not, and the first of them. */
static void
brief_say_new(struct brief_view *view)
{
	const struct brief_finding *first = NULL;
	struct error ignored = ERROR_INIT;
	struct buffer words = BUFFER_INIT;
	size_t count = 0;

	if (brief_check(view, &ignored) != STATUS_OK)
		return;
	for (size_t i = view->findings.len; i > 0; i--)
		if (view->findings.items[i - 1].is_new) {
			first = &view->findings.items[i - 1];
			count++;
		}
	if (count == 0) {
		app_say(view->base.app, "%s",
			_("The text is read again; nothing new was found."));
		return;
	}
	brief_format_finding(first, &words);
	app_say(view->base.app,
		P_("%zu new finding; press ! for it. %s",
		   "%zu new findings; press ! for them. %s", count),
		count, words.data);
	buffer_release(&words);
}

/* Before a change: what is found now is not new after it. */
static void
brief_begin_change(struct brief_view *view)
{
	struct error ignored = ERROR_INIT;

	if (brief_check(view, &ignored) == STATUS_OK)
		brief_know_findings(view);
}

unsigned
brief_edit(struct brief_view *view, const struct brief_edit *edit,
	   struct error *err)
{
	struct app *app = view->base.app;
	struct edit_files files = EDIT_FILES_INIT;
	struct buffer said = BUFFER_INIT;
	size_t written = 0;
	enum status rc;

	if (!brief_may_write(view, err))
		return EFFECT_NONE;
	if (edit->file == NULL &&
	    (edit->language < 0 ||
	     view->meeting->briefs[edit->language] == NULL)) {
		error_set(err, STATUS_NOT_FOUND, "%s",
			  _("There is no text in this language to edit. "
			    "Choose another column with v."));
		return EFFECT_NONE;
	}
	brief_begin_change(view);
	brief_edit_files(view, edit, &files);
	app_lend_terminal(app, true);
	rc = edit_files_run(&files, &said, &written, err);
	app_lend_terminal(app, false);
	edit_files_release(&files);
	if (written > 0 || rc == STATUS_CHANGED)
		app_reload(app);
	if (rc == STATUS_OK && written > 0)
		brief_say_new(view);
	else if (rc == STATUS_OK)
		app_say(app, "%s", _("The text was left as it was."));
	if (said.len > 0) {
		app_push_view(app, view_output_new(app, _("What differs"),
						   said.data));
		*err = (struct error)ERROR_INIT; /* it is said there */
	}
	buffer_release(&said);
	return EFFECT_REDRAW;
}

static unsigned
brief_edit_here(struct view *base, bool is_both, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	struct brief_edit edit = {{0, 0, true, true}, -1, NULL, 0, is_both};

	brief_fit(view);
	if (view->item_count > 0)
		edit.place = brief_place_of(view, view->viewport.mark);
	if (view->columns.count > 0)
		edit.language = view->columns.index[0];
	return brief_edit(view, &edit, err);
}

unsigned
brief_do_edit(struct view *view, const char *argument UNUSED, struct error *err)
{
	return brief_edit_here(view, false, err);
}

unsigned
brief_do_edit_both(struct view *view, const char *argument UNUSED,
		   struct error *err)
{
	return brief_edit_here(view, true, err);
}

/* --- a little of one point --- */

/* The point one is at, in all languages; NULL, with the reason, where there is
 * none that can be changed. */
static const struct aligned_row *
brief_row_to_change(struct brief_view *view, struct error *err)
{
	size_t mark = view->viewport.mark;

	if (!brief_may_write(view, err))
		return NULL;
	if (view->item_count > 0 && view->items[mark].section != BRIEF_FRONT &&
	    view->items[mark].row != BRIEF_HEADING)
		return brief_row(view, mark);
	error_set(err, STATUS_INVALID, "%s",
		  _("There is no point here to change."));
	return NULL;
}

/* After a change from here: read it back, and say what the checks say. */
static unsigned
brief_end_change(struct brief_view *view, enum status rc)
{
	if (rc == STATUS_OK || rc == STATUS_CHANGED)
		app_reload(view->base.app);
	if (rc == STATUS_OK)
		brief_say_new(view);
	return rc == STATUS_OK ? EFFECT_REDRAW : EFFECT_NONE;
}

/* What a point is for is the same in each language: it is written in all that
 * have it. */
static unsigned
brief_change_row(struct brief_view *view, const struct point_change *change,
		 struct error *err)
{
	const struct aligned_row *row = brief_row_to_change(view, err);
	const struct meeting *meeting = view->meeting;
	enum status rc = STATUS_OK;

	if (row == NULL)
		return EFFECT_NONE;
	brief_begin_change(view);
	for (size_t i = 0; i < meeting->language_count && rc == STATUS_OK; i++)
		if (row->cells[i] != NULL)
			rc = edit_write_point(app_library(view->base.app),
					      meeting->briefs[i], row->cells[i],
					      change, err);
	return brief_end_change(view, rc);
}

unsigned
brief_do_role(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	struct point_change change = {NULL, NULL, -1, -1};
	enum role role;

	if (*argument == '\0' && brief_row_to_change(view, err) != NULL)
		return app_prompt(base->app, "role", "");
	if (*argument == '\0')
		return EFFECT_NONE;
	if (!role_from_name(argument, strlen(argument), &role)) {
		error_set(err, STATUS_INVALID,
			  _("\"%s\" is no role. The roles are say, if-raised, "
			    "if-pressed, background and avoid."),
			  argument);
		return EFFECT_NONE;
	}
	change.role = (int)role;
	return brief_change_row(view, &change, err);
}

unsigned
brief_do_priority(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	struct point_change change = {NULL, NULL, -1, -1};

	if (*argument == '\0' && brief_row_to_change(view, err) != NULL)
		return app_prompt(base->app, "priority", "");
	if (*argument == '\0')
		return EFFECT_NONE;
	if (*argument < '0' || *argument > '3' || argument[1] != '\0') {
		error_set(err, STATUS_INVALID, "%s",
			  _("A priority is 1 (first), 2 or 3; 0 takes it "
			    "away."));
		return EFFECT_NONE;
	}
	change.priority = *argument - '0';
	return brief_change_row(view, &change, err);
}

/* The cue as it stands, to be changed. */
static unsigned
brief_ask_cue(struct brief_view *view, const struct point *point)
{
	struct buffer words = BUFFER_INIT;
	unsigned effects;

	if (point->cue_count > 0)
		point_form_text(point, FORM_CUE, &words);
	effects = app_prompt(view->base.app, "cue", words.data);
	buffer_release(&words);
	return effects;
}

unsigned
brief_do_cue(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;
	const struct aligned_row *row = brief_row_to_change(view, err);
	struct point_change change = {NULL, argument, -1, -1};
	int language = -1;
	enum status rc;

	if (row == NULL)
		return EFFECT_NONE;
	if (view->columns.count > 0)
		language = view->columns.index[0];
	if (language < 0 || row->cells[language] == NULL) {
		error_set(err, STATUS_NOT_FOUND, "%s",
			  _("The left column's language lacks this point."));
		return EFFECT_NONE;
	}
	if (*argument == '\0')
		return brief_ask_cue(view, row->cells[language]);
	if (strcmp(argument, "-") == 0)
		change.cue = "";
	brief_begin_change(view);
	rc = edit_write_point(app_library(base->app),
			      view->meeting->briefs[language],
			      row->cells[language], &change, err);
	return brief_end_change(view, rc);
}

/* --- a finding that may stay --- */

unsigned
brief_ignore(struct brief_view *view, const struct brief_finding *finding,
	     const char *reason, struct error *err)
{
	const struct place *place = &finding->place;
	const struct aligned_section *aligned = NULL;
	const struct section *section = NULL;
	const struct point *point = NULL;
	struct buffer comment = BUFFER_INIT;
	enum status rc;

	if (!brief_may_write(view, err))
		return EFFECT_NONE;
	if (finding->language < 0 ||
	    check_find_rule(finding->found->rule->id) == NULL) {
		error_set(err, STATUS_INVALID, "%s",
			  _("This is no matter of judgement, so no reason lets "
			    "it pass. Mend it: e opens the text there."));
		return EFFECT_NONE;
	}
	if (!place->whole_meeting)
		aligned = &view->meeting->sections[place->section];
	if (aligned != NULL)
		section = aligned->cells[finding->language];
	if (section != NULL && !place->whole_section)
		point = aligned->rows[place->row].cells[finding->language];
	brief_begin_change(view);
	buffer_printf(&comment, "check: %s %s", finding->found->rule->id,
		      reason);
	rc = edit_write_comment(app_library(view->base.app),
				view->meeting->briefs[finding->language],
				section, point, comment.data, err);
	buffer_release(&comment);
	return brief_end_change(view, rc);
}
