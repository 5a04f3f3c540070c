/* Rows of the list of meetings: see meetings_rows.h. */
#include <stdlib.h>
#include <string.h>

#include "lectern/text.h"
#include "lectern/words.h"
#include "dates.h"
#include "meetings_rows.h"

#define MEETINGS_WINDOW	  64 /* rows read beyond what is shown */
#define MEETINGS_ONE_LINE 76 /* from this width one line a meeting */
#define MEETINGS_NAME_MAX 16
#define MEETINGS_TAGS_MAX 48
#define MEETINGS_BARS_AT  60  /* from this width there are bars */
#define MEETINGS_WIDE	  100 /* and from this longer ones */
#define MEETINGS_BAR	  3   /* cells */
#define MEETINGS_BAR_WIDE 5

/* Look for the meeting that was marked before a reload, near its place. */
static void
meetings_mark_wanted(struct meetings_view *view)
{
	meetings_read(view, view->mark, 1);
	for (size_t i = 0; view->wanted != NULL && i < view->window.list.len;
	     i++)
		if (strcmp(view->window.list.items[i].id, view->wanted) == 0)
			view->mark = view->window_at + i;
	free(view->wanted);
	view->wanted = NULL;
}

void
meetings_load(struct meetings_view *view)
{
	struct store *store;
	struct error err = ERROR_INIT;

	if (view->is_loaded)
		return;
	view->is_loaded = true;
	view->count = 0;
	store_meetings_release(&view->window);
	buffer_reset(&view->trouble);
	store = app_store(view->base.app);
	if (store == NULL)
		return;
	if (store_count_meetings(store, view->filter.data, &view->count,
				 &err) != STATUS_OK) {
		view->count = 0;
		buffer_append_string(&view->trouble, err.message);
		return;
	}
	if (view->mark >= view->count)
		view->mark = view->count > 0 ? view->count - 1 : 0;
	if (view->count > 0)
		meetings_mark_wanted(view);
}

void
meetings_read(struct meetings_view *view, size_t first, size_t count)
{
	struct store *store = app_store(view->base.app);
	struct error err = ERROR_INIT;

	if (first + count > view->count)
		count = view->count - first;
	if (store == NULL ||
	    (first >= view->window_at &&
	     first + count <= view->window_at + view->window.list.len))
		return;
	store_meetings_release(&view->window);
	view->window_at = first > MEETINGS_WINDOW ? first - MEETINGS_WINDOW : 0;
	count += first - view->window_at + MEETINGS_WINDOW;
	if (store_list_meetings(store, view->filter.data,
				app_language(view->base.app), view->window_at,
				count, &view->window, &err) != STATUS_OK) {
		view->count = 0;
		buffer_reset(&view->trouble);
		buffer_append_string(&view->trouble, err.message);
	}
}

const struct store_meeting *
meetings_row(const struct meetings_view *view, size_t index)
{
	if (index < view->window_at ||
	    index - view->window_at >= view->window.list.len)
		return NULL;
	return &view->window.list.items[index - view->window_at];
}

int
meetings_row_height(int width)
{
	return width >= MEETINGS_ONE_LINE ? 1 : 2;
}

/* "ru ███ en ███ kk █░░"; where it is wide with figures for a language that
 * lacks something, where it is narrow with those alone. */
static void
meetings_format_languages(const struct store_meeting *meeting, int width,
			  struct buffer *out)
{
	int cells = width >= MEETINGS_WIDE	? MEETINGS_BAR_WIDE
		    : width >= MEETINGS_BARS_AT ? MEETINGS_BAR
						: 0;

	for (size_t i = 0; i < meeting->language_count; i++) {
		const struct store_language *language = &meeting->languages[i];

		buffer_printf(out, "%s%s", i > 0 ? " " : "", language->tag);
		if (cells > 0) {
			buffer_append_byte(out, ' ');
			text_bar((size_t)language->points, (size_t)language->of,
				 cells, out);
		}
		if (cells != MEETINGS_BAR && language->points < language->of)
			buffer_printf(out, " %d/%d", language->points,
				      language->of);
	}
}

static void
meetings_format_findings(const struct store_meeting *meeting,
			 struct buffer *out)
{
	int count = meeting->errors + meeting->warnings;

	if (count > 0)
		buffer_printf(out, "!%d", count);
}

static int
meetings_widest(const struct buffer *text, int widest, int limit)
{
	int width = text_width(text->data, text->len);

	if (width > limit)
		width = limit;
	return width > widest ? width : widest;
}

void
meetings_measure(const struct meetings_view *view, int width,
		 struct meetings_widths *widths)
{
	struct buffer text = BUFFER_INIT;

	memset(widths, 0, sizeof *widths);
	widths->total = width;
	for (size_t i = 0; i < view->window.list.len; i++) {
		const struct store_meeting *row = &view->window.list.items[i];

		dates_append(&text, &row->date);
		widths->date = meetings_widest(&text, widths->date, 21);
		buffer_reset(&text);
		buffer_append_string(&text, row->short_name);
		widths->name =
			meetings_widest(&text, widths->name, MEETINGS_NAME_MAX);
		buffer_reset(&text);
		meetings_format_languages(row, width, &text);
		widths->languages = meetings_widest(&text, widths->languages,
						    MEETINGS_TAGS_MAX);
		buffer_reset(&text);
		meetings_format_findings(row, &text);
		widths->findings = meetings_widest(&text, widths->findings, 6);
		buffer_reset(&text);
	}
	buffer_release(&text);
}

/* Languages and findings, at the right end of the meeting's (last) line. */
static int
meetings_draw_right(const struct store_meeting *meeting,
		    const struct meetings_widths *widths, struct frame *frame,
		    int row)
{
	struct buffer text = BUFFER_INIT;
	int end = widths->total - 1;

	if (widths->findings > 0) {
		end -= widths->findings;
		meetings_format_findings(meeting, &text);
		frame_put(frame, row, end, widths->findings, STYLE_WARNING,
			  text.data);
		end -= 2;
		buffer_reset(&text);
	}
	end -= widths->languages;
	meetings_format_languages(meeting, widths->total, &text);
	frame_put_cut(frame, row, end, widths->languages, STYLE_QUIET,
		      text.data);
	buffer_release(&text);
	return end - 2;
}

void
meetings_draw_row(const struct store_meeting *meeting,
		  const struct meetings_widths *widths, struct frame *frame,
		  int row, bool is_marked)
{
	bool is_narrow = meetings_row_height(widths->total) > 1;
	const char *title =
		*meeting->title != '\0' ? meeting->title : meeting->id;
	struct buffer date = BUFFER_INIT;
	int column = 2, end;

	dates_append(&date, &meeting->date);
	frame_put(frame, row, column, widths->date, STYLE_TEXT, date.data);
	buffer_release(&date);
	column += widths->date + 2;
	end = meetings_draw_right(meeting, widths, frame, row);
	if (widths->name > 0) {
		frame_put_cut(frame, row, column,
			      is_narrow ? end - column : widths->name,
			      STYLE_STRONG, meeting->short_name);
		column += widths->name + 2;
	}
	if (is_narrow)
		frame_put_cut(frame, row + 1, 4, frame->columns - 5, STYLE_TEXT,
			      title);
	else
		frame_put_cut(frame, row, column, end - column, STYLE_TEXT,
			      title);
	for (int i = 0; is_marked && i < (is_narrow ? 2 : 1); i++) {
		frame_restyle(frame, row + i, 0, frame->columns,
			      STYLE_SELECTED);
		frame_put(frame, row + i, 0, 1, STYLE_MARK, "▌");
	}
}
