/* Marks and notes on points: of the record of the meeting, and beside what
 * changed since it was printed. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/printed.h"
#include "lectern/words.h"
#include "brief_view.h"

#define BRIEF_SIGN_SAID	   UINT32_C(0x2713) /* ✓ */
#define BRIEF_SIGN_STOPPED UINT32_C(0x25a0) /* ■ */
#define BRIEF_SIGN_NOTE	   UINT32_C(0x2022) /* • */
#define BRIEF_SIGN_CHANGED UINT32_C(0x2b)   /* + */

#define BRIEF_IDLE_MS 400 /* without a key: time for what can wait */
#define BRIEF_POLL_MS 50  /* a child is about to answer */

void
brief_open_record(struct brief_view *view)
{
	record_log_open(&view->log, app_library(view->base.app),
			view->meeting->id);
	record_log_refresh(&view->log);
	brief_fold_record(view);
	brief_find_changed(view);
}

void
brief_close_record(struct brief_view *view)
{
	free(view->marks);
	free(view->changed);
	record_log_close(&view->log);
	buffer_release(&view->state_words);
	buffer_release(&view->state_notes);
}

void
brief_fold_record(struct brief_view *view)
{
	free(view->marks);
	view->marks = record_fold(&view->log.record, view->meeting);
	if (view->rows != NULL)
		brief_forget_layouts(view);
}

const struct record_mark *
brief_mark(const struct brief_view *view, size_t item)
{
	uint32_t section = view->items[item].section;
	int32_t row = view->items[item].row;

	if (section == BRIEF_FRONT || row == BRIEF_HEADING)
		return NULL;
	return &view->marks[view->meeting->sections[section].first_row +
			    (size_t)row];
}

void
brief_find_changed(struct brief_view *view)
{
	const struct meeting *meeting = view->meeting;

	free(view->changed);
	view->changed =
		mem_alloc(meeting->row_count + 1, sizeof *view->changed);
	printed_find_changed(app_library(view->base.app), meeting,
			     meeting->languages, meeting->language_count,
			     view->changed);
	if (view->rows != NULL)
		brief_forget_layouts(view);
}

/* What became of it in the room matters more than what is on paper. */
static uint32_t
brief_sign(const struct record_mark *mark, bool is_changed)
{
	if (mark->said != NULL)
		return BRIEF_SIGN_SAID;
	if (mark->stopped != NULL)
		return BRIEF_SIGN_STOPPED;
	if (mark->notes > 0)
		return BRIEF_SIGN_NOTE;
	return is_changed ? BRIEF_SIGN_CHANGED : 0;
}

uint32_t
brief_item_sign(const struct brief_view *view, size_t item)
{
	const struct record_mark *mark = brief_mark(view, item);

	return mark == NULL
		       ? 0
		       : brief_sign(mark, view->changed[mark - view->marks]);
}

static void
brief_state_words(const struct record_mark *mark, bool is_changed,
		  struct buffer *out)
{
	const struct record_entry *entry =
		mark->said != NULL ? mark->said : mark->stopped;
	struct buffer time = BUFFER_INIT;

	if (entry == NULL) {
		if (is_changed)
			buffer_append_string(out, _("changed since printed"));
		return;
	}
	record_format_clock(entry, &time);
	if (mark->said != NULL)
		/* TRANSLATORS: of a point, with the time. */
		buffer_printf(out, _("said %s"), time.data);
	else
		/* TRANSLATORS: one stopped within a point, at this time. */
		buffer_printf(out, _("stopped %s"), time.data);
	buffer_release(&time);
}

static void
brief_state_notes(const struct brief_view *view, size_t item,
		  struct buffer *out)
{
	const struct record *record = &view->log.record;
	struct buffer time = BUFFER_INIT;
	struct place place;

	for (size_t i = 0; i < record->list.len; i++) {
		const struct record_entry *entry = &record->list.items[i];

		if (entry->kind != RECORD_NOTE || entry->is_undone ||
		    entry->is_repeated ||
		    !record_find_row(entry, view->meeting, &place) ||
		    place.section != view->items[item].section ||
		    (int32_t)place.row != view->items[item].row)
			continue;
		buffer_reset(&time);
		record_format_clock(entry, &time);
		if (out->len > 0)
			buffer_append_byte(out, '\n');
		/* TRANSLATORS: a time, and a note that was made on a point. */
		buffer_printf(out, _("Note %s: %s"), time.data, entry->text);
	}
	buffer_release(&time);
}

bool
brief_state(struct brief_view *view, size_t item, struct row_state *state)
{
	const struct record_mark *mark = brief_mark(view, item);
	unsigned stale = brief_stale_languages(view, item);

	if (brief_item_sign(view, item) == 0 && stale == 0)
		return false;
	buffer_reset(&view->state_words);
	buffer_reset(&view->state_notes);
	brief_state_words(mark, view->changed[mark - view->marks],
			  &view->state_words);
	if (mark->notes > 0)
		brief_state_notes(view, item, &view->state_notes);
	*state = (struct row_state){view->state_words.data,
				    view->state_notes.data,
				    brief_item_sign(view, item), stale};
	return true;
}

/* The record may have lines of another screen. */
static bool
brief_tick_record(struct brief_view *view)
{
	if (!record_log_refresh(&view->log))
		return false;
	brief_fit(view);
	brief_fold_record(view);
	viewport_refit(&view->viewport, view->height - 1);
	return true;
}

static bool
brief_tick_check(struct brief_view *view)
{
	struct error ignored = ERROR_INIT;

	return brief_wants_check(view) &&
	       brief_check(view, &ignored) == STATUS_OK;
}

bool
brief_tick(struct view *base)
{
	struct brief_view *view = (struct brief_view *)base;
	bool has_moved = brief_follow(view);
	bool is_marked = brief_tick_record(view);

	bool is_checked = brief_tick_check(view);

	return brief_tick_stale(view) || is_checked || is_marked || has_moved;
}

int
brief_wait_ms(const struct view *base)
{
	const struct brief_view *view = (const struct brief_view *)base;

	if (view->stale_search != NULL)
		return BRIEF_POLL_MS;
	return brief_wants_check(view) || brief_wants_stale(view)
		       ? BRIEF_IDLE_MS
		       : -1;
}

void
brief_watched(const struct view *base, struct library_names *out)
{
	const struct brief_view *view = (const struct brief_view *)base;

	for (size_t i = 0; i < 2; i++) {
		if (view->log.files[i] == NULL)
			continue;
		vector_push(&out->list, path_folder(view->log.files[i]));
	}
	if (view->is_following && view->follow_path != NULL)
		vector_push(&out->list, path_folder(view->follow_path));
}
