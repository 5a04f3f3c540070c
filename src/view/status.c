/* The status line: what is needed most stands first, the clock last. */
#include <string.h>
#include <time.h>

#include "lectern/text.h"
#include "app_inside.h"

#define STATUS_GAP "  "

/* "14:05" in the local zone. */
static int
status_draw_clock(const struct app *app, struct frame *frame, int row)
{
	time_t now = (time_t)app_time(app);
	struct tm local;
	char text[16];

	if (frame->columns < 24 || localtime_r(&now, &local) == NULL ||
	    strftime(text, sizeof text, "%H:%M", &local) == 0)
		return frame->columns;
	frame_put(frame, row, frame->columns - 6, 5, STYLE_STATUS, text);
	return frame->columns - 8;
}

/* Whole fields as long as they fit; the first one is cut rather than
 * dropped. */
static void
status_draw_fields(const struct buffer *fields, struct frame *frame, int row,
		   int end)
{
	const char *at = fields->data;
	int column = 1;

	while (*at != '\0' && column < end) {
		size_t len = strcspn(at, "\t");
		int width = text_width(at, len);

		if (column > 1 && column + width > end)
			return;
		if (column + width > end) {
			struct buffer first = BUFFER_INIT;

			buffer_append(&first, at, len);
			frame_put_cut(frame, row, column, end - column,
				      STYLE_STATUS, first.data);
			buffer_release(&first);
			return;
		}
		column += frame_put_bytes(frame, row, column, end - column,
					  STYLE_STATUS, at, len);
		column += (int)strlen(STATUS_GAP);
		at += len + (at[len] == '\t');
	}
}

/* A message takes the lines it needs, up to half the screen: what is near to
 * a name not found must be readable on a narrow screen too. */
static void
status_draw_message(const struct app *app, struct frame *frame, int end)
{
	enum style style = app->is_error ? STYLE_ERROR : STYLE_STATUS;
	int width = end - 1, rows, top;
	struct text text = TEXT_INIT;

	text_layout(&text, app->message.data, app->message.len, style, NULL, 0,
		    width, false);
	rows = text.line_count < (size_t)frame->rows / 2 ? (int)text.line_count
							 : frame->rows / 2;
	top = frame->rows - rows;
	for (int i = 0; i < rows; i++) {
		frame_fill(frame, top + i, 0,
			   i + 1 < rows ? frame->columns : end, style, ' ');
		text_draw_line(&text, (size_t)i, frame, top + i, 1, width);
	}
	text_release(&text);
}

/* After the place, before what can be done without. */
static void
status_insert_notice(const struct app *app, struct buffer *fields)
{
	struct buffer all = BUFFER_INIT;
	size_t at = strcspn(fields->data, "\t");

	if (fields->data[at] == '\t')
		at += 1 + strcspn(fields->data + at + 1, "\t");
	buffer_append(&all, fields->data, at);
	buffer_printf(&all, "\t%s", app->notice.data);
	buffer_append_string(&all, fields->data + at);
	buffer_release(fields);
	*fields = all;
}

void
app_draw_status(struct app *app, struct frame *frame)
{
	struct buffer fields = BUFFER_INIT;
	int row = frame->rows - 1, end;

	frame_fill(frame, row, 0, frame->columns, STYLE_STATUS, ' ');
	/* A message may take the place of the time of day, never that of the
	 * clock. */
	if (app->message.len > 0 && !app->live.is_on) {
		status_draw_message(app, frame, frame->columns - 1);
		return;
	}
	end = live_draw_clock(app, frame, row,
			      status_draw_clock(app, frame, row));
	if (app->message.len > 0) {
		status_draw_message(app, frame, end);
		return;
	}
	if (app->top != NULL && app->top->ops->status != NULL)
		app->top->ops->status(app->top, &fields);
	if (app->notice.len > 0)
		status_insert_notice(app, &fields);
	status_draw_fields(&fields, frame, row, end);
	buffer_release(&fields);
}
