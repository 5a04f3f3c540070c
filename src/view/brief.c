/* The brief side by side: moving, drawing, and its table of commands. */
#include <stdlib.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "print_form.h"

static struct brief_view *
brief_view_of(struct view *view)
{
	return (struct brief_view *)view;
}

/* A move that may have nowhere to go. */
static unsigned
brief_moved(struct brief_view *view, bool moved, const char *otherwise)
{
	if (!moved)
		app_say(view->base.app, "%s", otherwise);
	return EFFECT_REDRAW;
}

unsigned
brief_do_next(struct view *base, const char *argument UNUSED,
	      struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit_to_move(view);
	return brief_moved(view, viewport_next(&view->viewport),
			   _("This is the end of the brief."));
}

static unsigned
brief_do_previous(struct view *base, const char *argument UNUSED,
		  struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit_to_move(view);
	return brief_moved(view, viewport_previous(&view->viewport),
			   _("This is the beginning of the brief."));
}

/* The item at which the section of 'item' begins. */
static size_t
brief_section_start(const struct brief_view *view, size_t item)
{
	uint32_t section = view->items[item].section;

	while (item > 0 && view->items[item - 1].section == section)
		item--;
	return item;
}

static unsigned
brief_do_next_section(struct view *base, const char *argument UNUSED,
		      struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);
	size_t item = view->viewport.mark;
	uint32_t section;

	brief_fit_to_move(view);
	if (view->item_count == 0)
		return EFFECT_NONE;
	section = view->items[item].section;
	while (item < view->item_count && view->items[item].section == section)
		item++;
	if (item >= view->item_count)
		return brief_moved(view, false, _("This is the last section."));
	brief_leave_place(view);
	viewport_go(&view->viewport, item);
	return EFFECT_REDRAW;
}

/* To the beginning of this section; from there to the one before. */
static unsigned
brief_do_previous_section(struct view *base, const char *argument UNUSED,
			  struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);
	struct viewport *vp = &view->viewport;
	size_t start, mark = vp->mark;

	brief_fit_to_move(view);
	if (view->item_count == 0)
		return EFFECT_NONE;
	start = brief_section_start(view, mark);
	if (viewport_stop_before(vp, mark) == SIZE_MAX)
		return brief_moved(view, false,
				   _("This is the first section."));
	brief_leave_place(view);
	viewport_go(vp, start);
	if (vp->mark == mark && start > 0)
		viewport_go(vp, brief_section_start(view, start - 1));
	return EFFECT_REDRAW;
}

static unsigned
brief_page(struct view *base, int direction)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit_to_move(view);
	return brief_moved(view, viewport_page(&view->viewport, direction),
			   direction > 0
				   ? _("This is the end of the brief.")
				   : _("This is the beginning of the brief."));
}

static unsigned
brief_do_page_down(struct view *view, const char *argument UNUSED,
		   struct error *err UNUSED)
{
	return brief_page(view, 1);
}

static unsigned
brief_do_page_up(struct view *view, const char *argument UNUSED,
		 struct error *err UNUSED)
{
	return brief_page(view, -1);
}

static unsigned
brief_do_line_down(struct view *base, const char *argument UNUSED,
		   struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	viewport_scroll(&view->viewport, 1);
	return EFFECT_REDRAW;
}

static unsigned
brief_do_line_up(struct view *base, const char *argument UNUSED,
		 struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit(view);
	viewport_scroll(&view->viewport, -1);
	return EFFECT_REDRAW;
}

static unsigned
brief_do_first(struct view *base, const char *argument UNUSED,
	       struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit_to_move(view);
	brief_leave_place(view);
	viewport_go(&view->viewport, 0);
	return EFFECT_REDRAW;
}

static unsigned
brief_do_last(struct view *base, const char *argument UNUSED,
	      struct error *err UNUSED)
{
	struct brief_view *view = brief_view_of(base);

	brief_fit_to_move(view);
	brief_leave_place(view);
	if (view->item_count > 0)
		viewport_go(&view->viewport, view->item_count - 1);
	return EFFECT_REDRAW;
}

static void
brief_draw_empty(struct frame *frame, const struct meeting *meeting)
{
	struct text text = TEXT_INIT;
	struct buffer words = BUFFER_INIT;

	buffer_printf(&words,
		      _("The brief of %s has no text yet. Press ! for what "
			"was found while reading it, q to go back."),
		      meeting->id);
	text_layout(&text, words.data, words.len, STYLE_TEXT, NULL, 0,
		    frame->columns > 4 ? frame->columns - 4 : 1, false);
	for (size_t i = 0; i < text.line_count; i++)
		text_draw_line(&text, i, frame, 2 + (int)i, 2,
			       frame->columns - 4);
	text_release(&text);
	buffer_release(&words);
}

/* An item from its line 'at' on, and the panel under it; returns the row after
 * them. */
static int
brief_draw_item(struct brief_view *view, struct viewport_line at,
		struct frame *frame, int row, int left)
{
	const struct row_layout *layout = brief_layout(view, at.item);
	int height = row_layout_height(layout);
	int panel = brief_panel_height(view, at.item);
	int count = height + panel - at.line, own;

	if (count > frame->rows - row)
		count = frame->rows - row;
	own = count < height - at.line ? count : height - at.line;
	if (own > 0)
		row_layout_draw(layout, frame, row, left, at.line, own,
				at.item == view->viewport.mark);
	else
		own = 0;
	if (panel > 0)
		cite_panel_draw(&view->panel, &view->columns, frame, row + own,
				left, at.line + own - height, count - own);
	return row + count;
}

static void
brief_draw(struct view *base, struct frame *frame)
{
	struct brief_view *view = brief_view_of(base);
	struct viewport_line at;
	int left, row = 1;

	brief_fit(view);
	left = brief_outline_width(view);
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	if (left > 0)
		brief_draw_outline(view, frame, left);
	columns_draw_heads(&view->columns, frame, 0, left);
	if (view->item_count == 0) {
		brief_draw_empty(frame, view->meeting);
		return;
	}
	at = viewport_top(&view->viewport);
	while (row < frame->rows && at.item < view->item_count) {
		row = brief_draw_item(view, at, frame, row, left);
		at.item++;
		at.line = 0;
	}
	if (view->find.len > 0)
		brief_highlight(view, frame, left);
}

void
brief_begin(struct brief_view *view)
{
	size_t item = 0;

	while (item + 1 < view->item_count &&
	       view->items[item].section == BRIEF_FRONT)
		item++;
	viewport_begin(&view->viewport, item);
}

/* The files changed: read them, stay at the same place. */
static enum status
brief_reload(struct view *base, struct error *err)
{
	struct brief_view *view = brief_view_of(base);
	struct buffer place = BUFFER_INIT, languages = BUFFER_INIT;
	struct meeting *fresh = NULL;
	struct error ignored = ERROR_INIT;
	enum brief_sides sides = view->sides;
	bool was_open = view->panel_item == view->viewport.mark;
	size_t chosen = view->panel.chosen;
	enum status rc;

	rc = library_read_meeting(app_library(base->app), view->meeting->id,
				  &fresh, NULL, err);
	if (rc != STATUS_OK)
		return rc;
	if (view->item_count > 0)
		brief_format_place(view, view->viewport.mark, &place);
	for (size_t i = 0; i < COLUMNS_MAX && view->shown[i] != NULL; i++)
		buffer_printf(&languages, "%s%s", i > 0 ? "," : "",
			      view->shown[i]);
	brief_close_panel(view);
	brief_release_items(view);
	brief_forget_check(view);
	brief_forget_stale(view);
	meeting_free(view->meeting);
	view->meeting = fresh;
	brief_list_items(view);
	brief_fold_record(view);
	brief_find_changed(view);
	brief_choose_languages(view, languages.data);
	view->sides = sides;
	view->places.len = view->place_at = 0;
	brief_refit(view);
	if (place.len == 0 || brief_go(view, place.data, &ignored) != STATUS_OK)
		brief_begin(view);
	if (was_open && brief_open_panel(view) &&
	    chosen < view->panel.entries.len)
		view->panel.chosen = chosen;
	buffer_release(&place);
	buffer_release(&languages);
	return STATUS_OK;
}

static void
brief_free_view(struct view *base)
{
	struct brief_view *view = brief_view_of(base);

	if (view->is_opened)
		brief_keep(view);
	brief_release_items(view);
	brief_close_record(view);
	brief_close_follow(view);
	brief_release_draft(&view->draft);
	brief_release_bookmarks(view);
	brief_release_check(view);
	brief_forget_stale(view);
	meeting_free(view->meeting);
	cite_panel_release(&view->panel);
	buffer_release(&view->find);
	vector_release(&view->places);
	free(view);
}

#define GROUP_MOVE    N_("Moving")
#define GROUP_COLUMNS N_("Languages and form")
#define GROUP_FIND    N_("Finding")
#define GROUP_CITES   N_("Citations")
#define GROUP_LIVE    N_("In the room")
#define GROUP_WRITE   N_("Writing")

static const struct view_command brief_commands[] = {
	{"next", NULL, GROUP_MOVE,
	 N_("next point; inside a long one, a screen further"), false,
	 brief_do_next},
	{"previous", NULL, GROUP_MOVE, N_("previous point"), false,
	 brief_do_previous},
	{"next-section", NULL, GROUP_MOVE, N_("next section"), false,
	 brief_do_next_section},
	{"previous-section", NULL, GROUP_MOVE, N_("previous section"), false,
	 brief_do_previous_section},
	{"page-down", NULL, GROUP_MOVE, N_("a screen down"), false,
	 brief_do_page_down},
	{"page-up", NULL, GROUP_MOVE, N_("a screen up"), false,
	 brief_do_page_up},
	{"line-down", NULL, GROUP_MOVE, N_("a line down"), false,
	 brief_do_line_down},
	{"line-up", NULL, GROUP_MOVE, N_("a line up"), false, brief_do_line_up},
	{"first", NULL, GROUP_MOVE, N_("the first point"), false,
	 brief_do_first},
	{"last", NULL, GROUP_MOVE, N_("the last point"), false, brief_do_last},
	{"goto", "PLACE", GROUP_MOVE,
	 N_("go to a place: 2.2.9, 224, israel/1, words of a heading; or to "
	    "who "
	    "cites 75/240"),
	 false, brief_do_goto},
	{"place-back", NULL, GROUP_MOVE, N_("back to where one was"), false,
	 brief_do_place_back},
	{"place-forward", NULL, GROUP_MOVE, N_("forward again"), false,
	 brief_do_place_forward},
	{"language", "[TAGS]", GROUP_COLUMNS,
	 N_("next language in the right column"), false, brief_do_language},
	{"language-left", NULL, GROUP_COLUMNS,
	 N_("next language in the left column"), false, brief_do_language_left},
	{"columns", NULL, GROUP_COLUMNS,
	 N_("both languages, the left alone, the right alone; where it "
	    "is narrow, one under the other"),
	 false, brief_do_columns},
	{"narrower", NULL, GROUP_COLUMNS, N_("left column narrower"), false,
	 brief_do_narrower},
	{"wider", NULL, GROUP_COLUMNS, N_("left column wider"), false,
	 brief_do_wider},
	{"form", "[full|key|cue]", GROUP_COLUMNS,
	 N_("full text, key phrases, cues"), false, brief_do_form},
	{"outline", NULL, GROUP_COLUMNS, N_("outline on or off"), false,
	 brief_do_outline},
	{"comments", NULL, GROUP_COLUMNS, N_("notes to the drafters on or off"),
	 false, brief_do_comments},
	{"cites", NULL, GROUP_CITES,
	 N_("what this point cites; again: open one"), false, brief_do_cites},
	{"cites-next", NULL, GROUP_CITES,
	 N_("there, the next; after the last, the next point"), false,
	 brief_do_cites_next},
	{"cites-previous", NULL, GROUP_CITES,
	 N_("there, the one before; before the first, close"), false,
	 brief_do_cites_previous},
	{"cites-close", NULL, GROUP_CITES, N_("close what it cites"), false,
	 brief_do_cites_close},
	{"citations", NULL, GROUP_CITES,
	 N_("the symbols each point cites, below it, on or off"), false,
	 brief_do_citations},
	{"bookmark", "LETTER", GROUP_MOVE,
	 N_("a bookmark here: m and a letter"), false, brief_do_bookmark},
	{"to-bookmark", "LETTER", GROUP_MOVE,
	 N_("to a bookmark: ' and its letter; '' back"), false,
	 brief_do_to_bookmark},
	{"third", NULL, GROUP_COLUMNS, N_("a third language, on or off"), false,
	 brief_do_third},
	{"swap", NULL, GROUP_COLUMNS, N_("the two columns change places"),
	 false, brief_do_swap},
	{"reading", NULL, GROUP_COLUMNS,
	 N_("this point alone, in large spacing, to be read out"), false,
	 brief_do_reading},
	{"filter", "[ROLE]", GROUP_COLUMNS,
	 N_("only points of one role: say, if raised …, all again"), false,
	 brief_do_filter},
	{"reactive", NULL, GROUP_LIVE,
	 N_("points for what others may raise, by addressee"), false,
	 brief_do_reactive},
	{"minutes", "TIME", GROUP_LIVE,
	 N_("we have so many minutes: which points fit"), false,
	 brief_do_minutes},
	{"follow", NULL, GROUP_LIVE,
	 N_("go where the live screen is; again: let go"), false,
	 brief_do_follow},
	{"said", NULL, GROUP_LIVE,
	 N_("this point was said, and on to the next; again: it was not"),
	 false, brief_do_said},
	{"stopped", NULL, GROUP_LIVE,
	 N_("one stopped in this point; again: one did not"), false,
	 brief_do_stopped},
	{"note", "WORDS", GROUP_LIVE, N_("a note on this point"), false,
	 brief_do_note},
	{"floor", "WORDS", GROUP_LIVE, N_("a note on the floor: who said what"),
	 false, brief_do_floor},
	{"undo", NULL, GROUP_LIVE, N_("take back the last mark or note"), false,
	 brief_do_undo},
	{"record", NULL, GROUP_LIVE,
	 N_("what was said, stopped and noted, in order"), false,
	 brief_do_record},
	{"live", NULL, GROUP_LIVE, N_("begin live use"), false, brief_do_live},
	{"print", NULL, GROUP_FIND, N_("print notes: pages, a file, a printer"),
	 false, brief_do_print},
	{"pipe", "COMMAND", GROUP_FIND,
	 N_("this point's words to a command, and what that says"), false,
	 brief_do_pipe},
	{"find", "WORDS", GROUP_FIND, N_("find words in this brief"), false,
	 brief_do_find},
	{"find-next", NULL, GROUP_FIND, N_("find the same further on"), false,
	 brief_do_find_next},
	{"find-previous", NULL, GROUP_FIND, N_("find the same before"), false,
	 brief_do_find_previous},
	{"find-clear", NULL, GROUP_FIND, N_("no longer show what was found"),
	 false, brief_do_find_clear},
	{"findings", NULL, GROUP_WRITE,
	 N_("what the checks find in this brief, beside its text"), false,
	 brief_do_findings},
	{"finding-next", NULL, GROUP_WRITE, N_("to the next of them"), false,
	 brief_do_finding_next},
	{"finding-previous", NULL, GROUP_WRITE, N_("to the one before"), false,
	 brief_do_finding_previous},
	{"edit", NULL, GROUP_WRITE,
	 N_("the text of the left column in your editor, at this point"), false,
	 brief_do_edit},
	{"edit-both", NULL, GROUP_WRITE,
	 N_("the same, and the next column's text beside it"), false,
	 brief_do_edit_both},
	{"changes", NULL, GROUP_WRITE,
	 N_("what changed in the original since this point was translated"),
	 false, brief_do_changes},
	{"role", "ROLE", GROUP_WRITE,
	 N_("what this point is for: say, if-raised, if-pressed, background, "
	    "avoid"),
	 false, brief_do_role},
	{"priority", "NUMBER", GROUP_WRITE,
	 N_("its priority: 1 is first, 3 last, 0 none"), false,
	 brief_do_priority},
	{"cue", "WORDS", GROUP_WRITE,
	 N_("its cue in the left column's language; - takes it away"), false,
	 brief_do_cue},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops brief_ops = {
	.name = "brief",
	.title = N_("Brief"),
	.commands = brief_commands,
	.draw = brief_draw,
	.status = brief_status,
	.mode = "cites",
	.is_in_mode = is_brief_in_panel,
	.complete = brief_complete,
	.reload = brief_reload,
	.free = brief_free_view,
	.tick = brief_tick,
	.wait_ms = brief_wait_ms,
	.prepare = brief_prepare,
	.watched = brief_watched,
	.typed = brief_typed,
	.settled = brief_settled,
};

enum status
view_brief_new(struct app *app, struct meeting *meeting, const char *place,
	       struct view **out, struct error *err)
{
	struct brief_view *view = mem_alloc(1, sizeof *view);
	enum status rc = STATUS_OK;

	view->base.ops = &brief_ops;
	view->base.app = app;
	view->meeting = meeting;
	view->options.names = app_names(app);
	view->options.leave_direction = app_leaves_direction(app);
	view->share = 50;
	view->panel_item = SIZE_MAX;
	view->outline_wanted = true;
	buffer_init(&view->find);
	buffer_init(&view->state_words);
	buffer_init(&view->state_notes);
	view->viewport.height = brief_item_height;
	view->viewport.is_stop = is_brief_stop;
	view->viewport.data = view;
	brief_list_items(view);
	brief_open_record(view);
	brief_choose_languages(view, app_columns(app));
	brief_refit(view);
	brief_begin(view);
	brief_recall(view, place == NULL || *place == '\0');
	if (place != NULL && *place != '\0')
		rc = brief_go(view, place, err);
	view->places.len = view->place_at = 0;
	buffer_init(&view->follow_place);
	if (rc != STATUS_OK) {
		brief_free_view(&view->base);
		return rc;
	}
	view->is_opened = true;
	brief_open_follow(view);
	if (app_is_live(app))
		brief_recall_draft(view);
	*out = &view->base;
	return STATUS_OK;
}
