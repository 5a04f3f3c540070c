/*
 * What an import made of documents, as a list: what one should look at first
 * comes first. Nothing is written until w; from then on Enter goes to the
 * place in the new meeting.
 */
#include <stdlib.h>
#include <string.h>

#include "lectern/app.h"
#include "lectern/intake.h"
#include "lectern/memory.h"
#include "lectern/utf8.h"
#include "lectern/words.h"
#include "pager.h"

#define IMPORT_VALUE_MAX 300 /* bytes of the document's words shown */

struct import_view {
	struct pager_view list;
	struct intake intake;
	VECTOR(const struct draft_item *) items; /* by item of the pager */
	char *file;				 /* the name that was given */
	char *id;				 /* of the meeting */
	bool is_written;
};

static struct import_view *
import_view_of(struct view *view)
{
	return (struct import_view *)view;
}

/* ---- the list ---- */

static const char *
import_word(enum draft_kind kind)
{
	switch (kind) {
	case DRAFT_UNSURE:
		return _("unsure");
	case DRAFT_LEFT_OUT:
		return _("left out");
	case DRAFT_ALIGNED:
		return _("aligned");
	case DRAFT_JOINED:
		return _("joined");
	default:
		return _("found");
	}
}

static void
import_add(struct import_view *view, const struct draft_item *item)
{
	struct buffer label = BUFFER_INIT, text = BUFFER_INIT;
	size_t len = strlen(item->value);

	buffer_append_string(&label, import_word(item->kind));
	if (*item->place != '\0')
		buffer_printf(&label, " %s", item->place);
	else if (item->first_line > 0)
		buffer_printf(&label, " :%d", item->first_line);
	if (*item->language != '\0')
		buffer_printf(&label, " %s", item->language);
	draft_item_sentence(item, &text);
	if (item->kind == DRAFT_ALIGNED)
		buffer_printf(&text, " (%d %%)", item->confidence);
	if (len > 0)
		buffer_printf(
			&text, " “%.*s%s”",
			(int)(len > IMPORT_VALUE_MAX
				      ? utf8_valid_prefix(item->value,
							  IMPORT_VALUE_MAX)
				      : len),
			item->value, len > IMPORT_VALUE_MAX ? "…" : "");
	pager_add(&view->list.pager,
		  item->kind == DRAFT_UNSURE || item->kind == DRAFT_LEFT_OUT
			  ? STYLE_WARNING
			  : STYLE_QUIET,
		  label.data, STYLE_TEXT, text.data);
	vector_push(&view->items, item);
	buffer_release(&label);
	buffer_release(&text);
}

static void
import_fill(struct import_view *view)
{
	static const enum draft_kind order[] = {DRAFT_UNSURE, DRAFT_LEFT_OUT,
						DRAFT_ALIGNED, DRAFT_JOINED,
						DRAFT_FOUND};
	const struct draft *draft = &view->intake.draft;

	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		for (size_t j = 0; j < draft->items.len; j++)
			if (draft->items.items[j].kind == order[i])
				import_add(view, &draft->items.items[j]);
}

static void
import_draw(struct view *base, struct frame *frame)
{
	struct import_view *view = import_view_of(base);
	struct buffer head = BUFFER_INIT;

	buffer_printf(&head, _("Import of %s as %s"), view->file, view->id);
	pager_view_draw(base, frame, head.data);
	buffer_release(&head);
}

static void
import_status(const struct view *base, struct buffer *out)
{
	const struct import_view *view = (const struct import_view *)base;
	const struct draft *draft = &view->intake.draft;

	buffer_printf(
		out, P_("%zu language", "%zu languages", draft->language_count),
		draft->language_count);
	buffer_append_byte(out, '\t');
	buffer_printf(out, P_("%zu point", "%zu points", draft->point_count),
		      draft->point_count);
	buffer_printf(out, "\t%s",
		      view->is_written ? _("Enter goes to the place")
				       : _("w writes it, q leaves it"));
}

/* What was drafted does not change with the files. */
static enum status
import_reload(struct view *base, struct error *err UNUSED)
{
	pager_view_fit(base);
	return STATUS_OK;
}

static void
import_free(struct view *base)
{
	struct import_view *view = import_view_of(base);

	pager_release(&view->list.pager);
	vector_release(&view->items);
	intake_release(&view->intake);
	free(view->file);
	free(view->id);
	free(view);
}

/* ---- commands ---- */

static unsigned
import_do_write(struct view *base, const char *argument, struct error *err)
{
	struct import_view *view = import_view_of(base);
	struct library *lib = app_library(base->app);

	if (view->is_written) {
		app_say(base->app, _("%s is written already."), view->id);
		return EFFECT_REDRAW;
	}
	if (*argument != '\0') {
		free(view->id);
		view->id = mem_strdup(argument);
	}
	if (intake_check_id(lib, view->id, err) != STATUS_OK ||
	    intake_save(&view->intake, lib, view->id, err) != STATUS_OK)
		return EFFECT_NONE;
	view->is_written = true;
	/* The list of meetings and the search learn of it from the index. */
	app_want_words(base->app);
	app_say(base->app, _("%s is written; Enter opens it at the place."),
		view->id);
	return EFFECT_RELOAD | EFFECT_REDRAW;
}

static unsigned
import_do_open(struct view *base, const char *argument UNUSED,
	       struct error *err)
{
	struct import_view *view = import_view_of(base);
	size_t mark = view->list.pager.viewport.mark;
	const char *place = NULL;

	if (!view->is_written) {
		app_say(base->app, "%s",
			_("Nothing is written yet: w writes the meeting."));
		return EFFECT_REDRAW;
	}
	if (mark < view->items.len && *view->items.items[mark]->place != '\0')
		place = view->items.items[mark]->place;
	return app_open_meeting(base->app, view->id, place, NULL, err) ==
			       STATUS_OK
		       ? EFFECT_REDRAW
		       : EFFECT_NONE;
}

static const struct view_command import_commands[] = {
	PAGER_VIEW_MOVES,
	{"open", NULL, N_("Moving"), N_("to its place in the new meeting"),
	 false, import_do_open},
	{"write", "[ID]", N_("Writing"),
	 N_("write the meeting, as ID if that is given"), false,
	 import_do_write},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops import_ops = {
	.name = "import",
	.title = N_("Import"),
	.commands = import_commands,
	.draw = import_draw,
	.status = import_status,
	.reload = import_reload,
	.free = import_free,
};

struct view *
view_import_new(struct app *app, const char *file, struct error *err)
{
	struct import_view *view = mem_alloc(1, sizeof *view);

	view->list.base.ops = &import_ops;
	view->list.base.app = app;
	view->intake = (struct intake)INTAKE_INIT;
	view->file = mem_strdup(file);
	pager_init(&view->list.pager, true);
	if (intake_read(&view->intake, view->file, NULL, NULL, err) !=
		    STATUS_OK ||
	    intake_draft(&view->intake, err) != STATUS_OK) {
		import_free(&view->list.base);
		return NULL;
	}
	view->id = mem_strdup(view->intake.draft.id);
	import_fill(view);
	return &view->list.base;
}
