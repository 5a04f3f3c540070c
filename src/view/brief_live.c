/* Marks, notes, and what else one does with a point in the room. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/session.h"
#include "lectern/words.h"
#include "brief_view.h"

#define BRIEF_DRAFT_KIND "drafts"

static struct brief_view *
brief_view_of(struct view *view)
{
	return (struct brief_view *)view;
}

/* The place of the marked point; false, with the reason, where none can be
 * marked. */
static bool
brief_live_place(struct brief_view *view, struct buffer *place,
		 struct error *err)
{
	brief_fit(view);
	if (live_is_off(view->base.app, err))
		return false;
	if (view->item_count == 0 ||
	    brief_mark(view, view->viewport.mark) == NULL) {
		error_set(err, STATUS_INVALID, "%s",
			  _("There is no point here to mark."));
		return false;
	}
	brief_format_place(view, view->viewport.mark, place);
	return true;
}

/* Write an event about the marked point; the mark shows when it is on the
 * disk. */
static enum status
brief_write(struct brief_view *view, enum record_kind kind, const char *place,
	    const char *text, struct error *err)
{
	bool was_elsewhere = view->log.is_elsewhere;
	enum status rc;

	rc = record_log_append(&view->log, kind, place, text,
			       app_time(view->base.app), err);
	if (rc != STATUS_OK)
		return rc;
	brief_fold_record(view);
	viewport_refit(&view->viewport, view->height - 1);
	if (view->log.is_elsewhere && !was_elsewhere)
		app_say(view->base.app,
			_("The library cannot be written to: marks and notes "
			  "are kept in %s."),
			view->log.files[1]);
	return STATUS_OK;
}

static unsigned
brief_toggle(struct brief_view *view, enum record_kind kind, bool *is_on,
	     struct error *err)
{
	struct buffer place = BUFFER_INIT;
	const struct record_mark *mark;
	unsigned effects = EFFECT_NONE;

	*is_on = false;
	if (brief_live_place(view, &place, err)) {
		mark = brief_mark(view, view->viewport.mark);
		*is_on = (kind == RECORD_SAID ? mark->said : mark->stopped) ==
			 NULL;
		if (brief_write(view,
				*is_on ? kind : (enum record_kind)(kind + 1),
				place.data, "", err) == STATUS_OK)
			effects = EFFECT_REDRAW;
	}
	buffer_release(&place);
	return effects;
}

unsigned
brief_do_said(struct view *base, const char *argument UNUSED, struct error *err)
{
	struct brief_view *view = brief_view_of(base);
	bool is_on;
	unsigned effects = brief_toggle(view, RECORD_SAID, &is_on, err);
	size_t next;

	if (effects == EFFECT_NONE || !is_on)
		return effects;
	next = viewport_stop_after(&view->viewport, view->viewport.mark);
	if (next != SIZE_MAX)
		viewport_go(&view->viewport, next);
	return effects;
}

unsigned
brief_do_stopped(struct view *base, const char *argument UNUSED,
		 struct error *err)
{
	bool is_on;

	return brief_toggle(brief_view_of(base), RECORD_STOPPED, &is_on, err);
}

/* --- notes, and the one that is being typed --- */

void
brief_release_draft(struct brief_draft *draft)
{
	free(draft->command);
	free(draft->place);
	free(draft->text);
	*draft = (struct brief_draft){NULL, NULL, NULL};
}

static bool
is_brief_draft(const struct brief_draft *draft, const char *command,
	       const char *place)
{
	return draft->command != NULL && strcmp(draft->command, command) == 0 &&
	       strcmp(draft->place, place) == 0;
}

/* "COMMAND PLACE", and the words. */
static void
brief_keep_draft(struct brief_view *view)
{
	const struct brief_draft *draft = &view->draft;
	struct buffer text = BUFFER_INIT;
	struct error err = ERROR_INIT;

	if (draft->command != NULL)
		buffer_printf(&text, "command %s\nplace %s\ntext %s\n",
			      draft->command, draft->place, draft->text);
	if (session_write(app_library(view->base.app), BRIEF_DRAFT_KIND,
			  view->meeting->id, text.data, &err) != STATUS_OK)
		app_say(view->base.app, "%s", err.message);
	buffer_release(&text);
}

static void
brief_drop_draft(struct brief_view *view)
{
	if (view->draft.command == NULL)
		return;
	brief_release_draft(&view->draft);
	brief_keep_draft(view);
}

/* Each letter of a note is kept: a terminal may die at any of them. */
void
brief_typed(struct view *base, const char *command, const char *text)
{
	struct brief_view *view = brief_view_of(base);
	struct buffer place = BUFFER_INIT;

	if (strcmp(command, "note") != 0 && strcmp(command, "floor") != 0)
		return;
	if (text == NULL) {
		brief_drop_draft(view);
		return;
	}
	if (strcmp(command, "note") == 0)
		brief_format_place(view, view->viewport.mark, &place);
	brief_release_draft(&view->draft);
	view->draft.command = mem_strdup(command);
	view->draft.text = mem_strdup(text);
	view->draft.place = buffer_take(&place);
	brief_keep_draft(view);
}

static unsigned
brief_note(struct brief_view *view, enum record_kind kind, const char *place,
	   const char *text, struct error *err)
{
	const char *command = record_kind_name(kind);

	if (*text == '\0')
		return app_prompt(view->base.app, command,
				  is_brief_draft(&view->draft, command, place)
					  ? view->draft.text
					  : "");
	/* Not written, the words stay: the same key shows them again. */
	if (brief_write(view, kind, place, text, err) != STATUS_OK)
		return EFFECT_NONE;
	brief_drop_draft(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_note(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = brief_view_of(base);
	struct buffer place = BUFFER_INIT;
	unsigned effects = EFFECT_NONE;

	if (brief_live_place(view, &place, err))
		effects = brief_note(view, RECORD_NOTE, place.data, argument,
				     err);
	buffer_release(&place);
	return effects;
}

unsigned
brief_do_floor(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	if (live_is_off(base->app, err))
		return EFFECT_NONE;
	return brief_note(view, RECORD_FLOOR, "", argument, err);
}

void
brief_recall_draft(struct brief_view *view)
{
	struct buffer kept = BUFFER_INIT,
		      part[3] = {BUFFER_INIT, BUFFER_INIT, BUFFER_INIT};
	struct error ignored = ERROR_INIT;

	if (!session_read(app_library(view->base.app), BRIEF_DRAFT_KIND,
			  view->meeting->id, &kept) ||
	    !session_value(kept.data, "command", &part[0]) ||
	    !session_value(kept.data, "text", &part[2]))
		goto out;
	session_value(kept.data, "place", &part[1]);
	if (part[1].len > 0 &&
	    brief_go(view, part[1].data, &ignored) != STATUS_OK)
		goto out;
	if (strcmp(part[0].data, "note") != 0 &&
	    strcmp(part[0].data, "floor") != 0)
		goto out;
	view->draft.command = buffer_take(&part[0]);
	view->draft.place = buffer_take(&part[1]);
	view->draft.text = buffer_take(&part[2]);
	app_prompt(view->base.app, view->draft.command, view->draft.text);
out:
	buffer_release(&kept);
	for (size_t i = 0; i < 3; i++)
		buffer_release(&part[i]);
}

unsigned
brief_do_undo(struct view *base, const char *argument UNUSED, struct error *err)
{
	struct brief_view *view = brief_view_of(base);
	struct record_entry undone;

	brief_fit(view);
	if (live_is_off(base->app, err) ||
	    record_log_undo(&view->log, app_time(base->app), &undone, err) !=
		    STATUS_OK)
		return EFFECT_NONE;
	brief_fold_record(view);
	viewport_refit(&view->viewport, view->height - 1);
	app_say(base->app, _("Taken back: %s %s"),
		record_kind_name(undone.kind),
		*undone.text != '\0' ? undone.text : undone.place);
	return EFFECT_REDRAW;
}

unsigned
brief_do_live(struct view *base, const char *argument UNUSED,
	      struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	if (!app_is_live(base->app)) {
		app_begin_live(base->app, view->meeting);
		app_say(base->app, "%s",
			_("Live use: marks, notes and the clock are on, "
			  "editing is off."));
	}
	return EFFECT_REDRAW;
}

unsigned
brief_do_record(struct view *base, const char *argument UNUSED,
		struct error *err UNUSED)
{
	app_push_view(base->app, view_record_new(base->app, base));
	return EFFECT_REDRAW;
}
