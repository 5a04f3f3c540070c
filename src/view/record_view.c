/* The record of a meeting on the screen: events in order, Enter goes there. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "pager.h"

struct record_view {
	struct pager_view list;
	struct brief_view *brief; /* whose record it is; below this view */
	VECTOR(size_t) entries;	  /* in the record, by item of the pager */
};

static struct record_view *
record_view_of(struct view *view)
{
	return (struct record_view *)view;
}

static const char *
record_word(enum record_kind kind)
{
	switch (kind) {
	case RECORD_SAID:
		return _("said");
	case RECORD_STOPPED:
		return _("stopped");
	case RECORD_NOTE:
		return _("note");
	default:
		return _("floor");
	}
}

static void
record_add(struct record_view *view, size_t index)
{
	const struct record_entry *entry =
		&view->brief->log.record.list.items[index];
	struct buffer label = BUFFER_INIT, text = BUFFER_INIT;
	struct place place;

	record_format_clock(entry, &label);
	buffer_printf(&label, " %s", record_word(entry->kind));
	if (*entry->place != '\0')
		buffer_printf(&label, " %s", entry->place);
	if (*entry->text != '\0')
		buffer_append_string(&text, entry->text);
	else if (record_find_row(entry, view->brief->meeting, &place))
		brief_first_words(view->brief,
				  brief_item_of(view->brief, &place), &text);
	else
		buffer_append_string(&text, _("(this point is not in the brief "
					      "any more)"));
	pager_add(&view->list.pager, STYLE_NUMBER, label.data,
		  *entry->text != '\0' ? STYLE_TEXT : STYLE_QUIET, text.data);
	vector_push(&view->entries, index);
	buffer_release(&label);
	buffer_release(&text);
}

static void
record_fill(struct record_view *view)
{
	const struct record *record = &view->brief->log.record;
	size_t mark = view->list.pager.viewport.mark;

	pager_release(&view->list.pager);
	pager_init(&view->list.pager, true);
	view->entries.len = 0;
	for (size_t i = 0; i < record->list.len; i++) {
		const struct record_entry *entry = &record->list.items[i];

		if (entry->kind % 2 == 0 && !entry->is_undone &&
		    !entry->is_repeated)
			record_add(view, i);
	}
	if (view->entries.len == 0)
		pager_add(&view->list.pager, STYLE_TEXT, "", STYLE_TEXT,
			  _("Nothing is recorded yet. In live use Space marks "
			    "a point as said, x where one stopped, a adds a "
			    "note."));
	for (size_t i = 0; i < record->diags.list.len; i++)
		pager_add(&view->list.pager, STYLE_WARNING, _("Warning"),
			  STYLE_TEXT, record->diags.list.items[i].message);
	pager_view_fit(&view->list.base);
	viewport_go(&view->list.pager.viewport, mark);
}

static bool
record_tick(struct view *base)
{
	struct record_view *view = record_view_of(base);

	if (!brief_tick(&view->brief->base))
		return false;
	record_fill(view);
	return true;
}

static void
record_watched(const struct view *base, struct library_names *out)
{
	brief_watched(&((const struct record_view *)base)->brief->base, out);
}

static enum status
record_reload(struct view *base, struct error *err UNUSED)
{
	/* What is below is read after this: it may be another meeting's rows
	 * until then, so only what is copied is kept. */
	pager_view_fit(base);
	return STATUS_OK;
}

static void
record_draw(struct view *base, struct frame *frame)
{
	struct record_view *view = record_view_of(base);
	struct buffer head = BUFFER_INIT;

	pager_view_fit(&view->list.base);
	buffer_printf(&head, _("Record of %s"), view->brief->meeting->id);
	pager_view_draw(&view->list.base, frame, head.data);
	buffer_release(&head);
}

static void
record_status(const struct view *base, struct buffer *out)
{
	const struct record_view *view = (const struct record_view *)base;

	buffer_printf(out, P_("%zu event", "%zu events", view->entries.len),
		      view->entries.len);
	if (view->brief->log.is_elsewhere)
		buffer_printf(out, "\t%s", _("kept in your state folder"));
	buffer_printf(out, "\t%s", _("Enter goes to the point"));
}

static void
record_free(struct view *base)
{
	pager_release(&record_view_of(base)->list.pager);
	vector_release(&record_view_of(base)->entries);
	free(base);
}

static unsigned
record_do_open(struct view *base, const char *argument UNUSED,
	       struct error *err)
{
	struct record_view *view = record_view_of(base);
	size_t item = view->list.pager.viewport.mark;
	const struct record_entry *entry;

	if (item >= view->entries.len)
		return EFFECT_BACK;
	entry = &view->brief->log.record.list.items[view->entries.items[item]];
	if (*entry->place == '\0')
		return EFFECT_REDRAW;
	if (brief_go(view->brief, entry->place, err) != STATUS_OK)
		return EFFECT_NONE;
	return EFFECT_BACK | EFFECT_REDRAW;
}

#define GROUP_MOVE N_("Moving")

static const struct view_command record_commands[] = {
	PAGER_VIEW_MOVES,
	{"open", NULL, GROUP_MOVE, N_("go to its point"), false,
	 record_do_open},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops record_ops = {
	.name = "record",
	.title = N_("Record"),
	.commands = record_commands,
	.draw = record_draw,
	.status = record_status,
	.reload = record_reload,
	.free = record_free,
	.tick = record_tick,
	.watched = record_watched,
};

struct view *
view_record_new(struct app *app, struct view *brief)
{
	struct record_view *view = mem_alloc(1, sizeof *view);

	view->list.base.ops = &record_ops;
	view->list.base.app = app;
	view->brief = (struct brief_view *)brief;
	pager_init(&view->list.pager, true);
	record_fill(view);
	viewport_go(&view->list.pager.viewport,
		    view->entries.len > 0 ? view->entries.len - 1 : 0);
	return &view->list.base;
}
