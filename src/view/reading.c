/* Points to be read out: see reading.h. */
#include <stdlib.h>
#include <string.h>

#include "lectern/floor_clock.h"
#include "lectern/memory.h"
#include "lectern/minutes.h"
#include "lectern/sentence.h"
#include "lectern/text.h"
#include "lectern/words.h"
#include "reading.h"

#define READING_WIDTH  66 /* cells a line, for an eye that looks up */
#define READING_MARGIN 4
#define READING_GAP    6 /* between two languages */
#define READING_COLUMN 30
#define READING_HEAD   2
#define READING_DENSE  12 /* rows under which no line is left empty */

struct reading_view {
	struct view base;
	struct brief_view *brief; /* below this view */
	struct reading_point *points;
	size_t count, at;
	struct text texts[2]; /* of the point, by column */
	size_t columns;
	int width;     /* of a column */
	int top;       /* first line in view */
	int rows;      /* of the area laid out for */
	int area;      /* its columns */
	bool is_alone; /* one language, whatever the width */
};

static struct reading_view *
reading_view_of(struct view *view)
{
	return (struct reading_view *)view;
}

/* The row that is read; NULL where files changed and it is there no more. */
static const struct aligned_row *
reading_row(const struct reading_view *view)
{
	size_t item = view->points[view->at].item;

	if (item >= view->brief->item_count ||
	    brief_mark(view->brief, item) == NULL)
		return NULL;
	return brief_row(view->brief, item);
}

/* --- one language's words --- */

struct reading_words {
	struct buffer text;
	VECTOR(struct styled_span) spans;
};

/* The space after each sentence is a line break: every byte keeps its place,
 * so the spans hold. */
static void
reading_break_sentences(char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		at = sentence_end(text, len, at, "");
		if (at < len && text[at - 1] == ' ')
			text[at - 1] = '\n';
	}
}

static void
reading_add_block(struct reading_words *words, const struct block *block)
{
	size_t start;

	if (words->text.len > 0)
		buffer_append_byte(&words->text, '\n');
	if (*block->marker != '\0')
		buffer_printf(&words->text, "%s ", block->marker);
	start = words->text.len;
	buffer_append(&words->text, block->text, block->len);
	reading_break_sentences(words->text.data + start, block->len);
	for (size_t i = 0; i < block->span_count; i++) {
		const struct span *span = &block->spans[i];

		if (span->kind == SPAN_STRONG)
			vector_push(&words->spans,
				    (struct styled_span){start + span->start,
							 start + span->end,
							 STYLE_STRONG});
	}
}

static void
reading_add_point(struct reading_words *words, const struct point *point,
		  enum form form)
{
	if (form == FORM_FULL) {
		for (size_t i = 0; i < point->block_count; i++)
			reading_add_block(words, &point->blocks[i]);
		return;
	}
	point_form_text(point, form, &words->text);
	reading_break_sentences(words->text.data, words->text.len);
}

static enum style
reading_style(enum role role)
{
	return role == ROLE_AVOID	 ? STYLE_AVOID
	       : role == ROLE_BACKGROUND ? STYLE_QUIET
					 : STYLE_TEXT;
}

static void
reading_lay_out_column(struct reading_view *view, size_t column, int index)
{
	const struct reading_point *at = &view->points[view->at];
	const struct aligned_row *row = reading_row(view);
	const char *language = view->brief->columns.languages[column];
	struct reading_words words = {BUFFER_INIT, VECTOR_INIT};
	struct text *text = &view->texts[column];
	enum style style = STYLE_QUIET;

	if (row == NULL) {
		buffer_append_string(&words.text,
				     _("This point is not in the brief any "
				       "more."));
	} else if (index >= 0 && row->cells[index] != NULL) {
		style = reading_style(aligned_row_first(row)->role);
		reading_add_point(&words, row->cells[index], at->form);
	} else {
		buffer_append_string(&words.text,
				     language_missing_text(language));
	}
	text_release(text);
	text->is_right_to_left = language_is_right_to_left(language);
	text->leave_direction = view->brief->options.leave_direction;
	text_layout(text, words.text.data, words.text.len, style,
		    words.spans.items, words.spans.len, view->width, false);
	buffer_release(&words.text);
	vector_release(&words.spans);
}

static void
reading_lay_out(struct reading_view *view)
{
	int area;

	brief_fit(view->brief);
	app_view_size(view->base.app, &view->rows, &area);
	view->area = area;
	view->columns = 1;
	if (!view->is_alone && view->brief->columns.count > 1 &&
	    area >= 2 * (READING_COLUMN + READING_MARGIN) + READING_GAP)
		view->columns = 2;
	view->width = area - 2 * READING_MARGIN;
	if (view->columns == 2)
		view->width = (view->width - READING_GAP) / 2;
	if (view->width > READING_WIDTH)
		view->width = READING_WIDTH;
	if (view->width < 10)
		view->width = area > 10 ? 10 : 1;
	for (size_t i = 0; i < view->columns; i++)
		reading_lay_out_column(view, i, view->brief->columns.index[i]);
}

static void
reading_fit(struct reading_view *view)
{
	int rows, area;

	app_view_size(view->base.app, &rows, &area);
	if (rows != view->rows || area != view->area)
		reading_lay_out(view);
}

/* --- which lines --- */

static int
reading_spacing(const struct reading_view *view)
{
	return view->rows < READING_DENSE ? 1 : 2;
}

/* Lines of text in view at once. */
static int
reading_room(const struct reading_view *view)
{
	int rows = view->rows - READING_HEAD;
	int room = (rows + reading_spacing(view) - 1) / reading_spacing(view);

	return room < 1 ? 1 : room;
}

static int
reading_lines(const struct reading_view *view)
{
	size_t lines = 0;

	for (size_t i = 0; i < view->columns; i++)
		if (view->texts[i].line_count > lines)
			lines = view->texts[i].line_count;
	return (int)lines;
}

static bool
reading_goes_on(const struct reading_view *view)
{
	return view->top + reading_room(view) < reading_lines(view);
}

static void
reading_go(struct reading_view *view, size_t at)
{
	view->at = at;
	view->top = 0;
	if (reading_row(view) != NULL)
		viewport_go(&view->brief->viewport, view->points[at].item);
	reading_lay_out(view);
}

/* --- drawing --- */

static void
reading_draw(struct view *base, struct frame *frame)
{
	struct reading_view *view = reading_view_of(base);
	int left, spacing = reading_spacing(view);
	struct buffer head = BUFFER_INIT;

	reading_fit(view);
	left = (view->area - (int)view->columns * view->width -
		(view->columns == 2 ? READING_GAP : 0)) /
	       2;
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	if (reading_row(view) != NULL)
		brief_format_place(view->brief, view->points[view->at].item,
				   &head);
	frame_put_cut(frame, 0, left, frame->columns - left, STYLE_COLUMN_HEAD,
		      head.data);
	for (size_t i = 0; i < view->columns; i++) {
		const struct text *text = &view->texts[i];
		int column = left + (int)i * (view->width + READING_GAP);

		for (int line = view->top; line < (int)text->line_count; line++)
			text_draw_line(text, (size_t)line, frame,
				       READING_HEAD +
					       (line - view->top) * spacing,
				       column, view->width);
	}
	buffer_release(&head);
}

static void
reading_status(const struct view *base, struct buffer *out)
{
	const struct reading_view *view = (const struct reading_view *)base;
	const struct reading_point *at = &view->points[view->at];
	const struct aligned_row *row = reading_row(view);
	struct buffer time = BUFFER_INIT;

	if (row == NULL)
		return;
	brief_format_place(view->brief, at->item, out);
	buffer_append_byte(out, '\t');
	buffer_printf(out, _("%zu of %zu"), view->at + 1, view->count);
	if (reading_goes_on(view))
		buffer_printf(out, "\t%s", _("goes on below"));
	floor_clock_format(
		(minutes_of_point(brief_shown_point(view->brief, row), at->form,
				  view->brief->columns.languages[0],
				  app_rates(base->app)) +
		 500) / 1000,
		&time);
	buffer_printf(out, "\t%s", time.data);
	if (brief_mark(view->brief, at->item)->said != NULL)
		buffer_printf(out, "\t%s", _("said"));
	buffer_printf(out, "\t%s", _("Space goes on"));
	buffer_release(&time);
}

/* --- commands --- */

static unsigned
reading_do_next(struct view *base, const char *argument UNUSED,
		struct error *err UNUSED)
{
	struct reading_view *view = reading_view_of(base);

	reading_fit(view);
	if (reading_goes_on(view))
		view->top +=
			reading_room(view) > 1 ? reading_room(view) - 1 : 1;
	else if (view->at + 1 < view->count)
		reading_go(view, view->at + 1);
	else
		app_say(base->app, "%s", _("This is the end of what is read."));
	return EFFECT_REDRAW;
}

static unsigned
reading_do_previous(struct view *base, const char *argument UNUSED,
		    struct error *err UNUSED)
{
	struct reading_view *view = reading_view_of(base);

	reading_fit(view);
	if (view->top > 0)
		view->top = view->top > reading_room(view) - 1
				    ? view->top - (reading_room(view) - 1)
				    : 0;
	else if (view->at > 0)
		reading_go(view, view->at - 1);
	else
		app_say(base->app, "%s",
			_("This is the beginning of what is read."));
	return EFFECT_REDRAW;
}

/* On; in live use a point that was read to its end was said. */
static unsigned
reading_do_said(struct view *base, const char *argument, struct error *err)
{
	struct reading_view *view = reading_view_of(base);
	size_t item = view->points[view->at].item;

	reading_fit(view);
	if (reading_row(view) != NULL && !reading_goes_on(view) &&
	    app_is_live(base->app) &&
	    brief_mark(view->brief, item)->said == NULL) {
		viewport_go(&view->brief->viewport, item);
		if (brief_do_said(&view->brief->base, "", err) == EFFECT_NONE)
			return EFFECT_NONE;
		if (view->at + 1 == view->count)
			return EFFECT_REDRAW;
	}
	return reading_do_next(base, argument, err);
}

static unsigned
reading_do_columns(struct view *base, const char *argument UNUSED,
		   struct error *err UNUSED)
{
	struct reading_view *view = reading_view_of(base);

	view->is_alone = !view->is_alone;
	view->top = 0;
	reading_lay_out(view);
	return EFFECT_REDRAW;
}

static unsigned
reading_do_language(struct view *base, const char *argument, struct error *err)
{
	struct reading_view *view = reading_view_of(base);
	unsigned effects =
		brief_do_language_left(&view->brief->base, argument, err);

	view->top = 0;
	reading_lay_out(view);
	return effects;
}

static unsigned
reading_do_form(struct view *base, const char *argument UNUSED,
		struct error *err UNUSED)
{
	struct reading_view *view = reading_view_of(base);
	struct reading_point *at = &view->points[view->at];

	at->form = (at->form + 1) % FORM_COUNT;
	view->top = 0;
	reading_lay_out(view);
	return EFFECT_REDRAW;
}

static bool
reading_tick(struct view *base)
{
	struct reading_view *view = reading_view_of(base);

	return brief_tick(&view->brief->base);
}

static void
reading_settled(struct view *base)
{
	brief_settled(&reading_view_of(base)->brief->base);
}

static void
reading_watched(const struct view *base, struct library_names *out)
{
	brief_watched(&((const struct reading_view *)base)->brief->base, out);
}

/* Items may be others after a reload: what is read ends there. */
static enum status
reading_reload(struct view *base, struct error *err UNUSED)
{
	struct reading_view *view = reading_view_of(base);

	view->rows = view->area = 0;
	return STATUS_OK;
}

static void
reading_free(struct view *base)
{
	struct reading_view *view = reading_view_of(base);

	for (size_t i = 0; i < 2; i++)
		text_release(&view->texts[i]);
	free(view->points);
	free(view);
}

#define GROUP_READ N_("Reading out")

static const struct view_command reading_commands[] = {
	{"said", NULL, GROUP_READ,
	 N_("on; in live use the point that was read is marked as said"), false,
	 reading_do_said},
	{"next", NULL, GROUP_READ, N_("on, without a mark"), false,
	 reading_do_next},
	{"previous", NULL, GROUP_READ, N_("back"), false, reading_do_previous},
	{"columns", NULL, GROUP_READ, N_("one language or two"), false,
	 reading_do_columns},
	{"language", NULL, GROUP_READ, N_("next language"), false,
	 reading_do_language},
	{"form", NULL, GROUP_READ, N_("full text, key phrases, cues"), false,
	 reading_do_form},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops reading_ops = {
	.name = "reading",
	.title = N_("Reading"),
	.commands = reading_commands,
	.draw = reading_draw,
	.status = reading_status,
	.reload = reading_reload,
	.free = reading_free,
	.tick = reading_tick,
	.settled = reading_settled,
	.watched = reading_watched,
};

struct view *
view_reading_new(struct brief_view *brief, const struct reading_point *points,
		 size_t count, size_t first)
{
	struct reading_view *view = mem_alloc(1, sizeof *view);

	view->base.ops = &reading_ops;
	view->base.app = brief->base.app;
	view->brief = brief;
	view->points = mem_alloc(count, sizeof *points);
	memcpy(view->points, points, count * sizeof *points);
	view->count = count;
	view->is_alone = brief->sides != SIDES_BOTH;
	reading_go(view, first);
	return &view->base;
}

struct view *
view_reading_of_brief(struct brief_view *brief)
{
	struct reading_point *points =
		mem_alloc(brief->item_count + 1, sizeof *points);
	struct view *view = NULL;
	size_t count = 0, first = 0;

	for (size_t i = 0; i < brief->item_count; i++) {
		if (brief_mark(brief, i) == NULL)
			continue;
		if (i <= brief->viewport.mark)
			first = count;
		points[count++] =
			(struct reading_point){i, brief->options.form};
	}
	if (count > 0)
		view = view_reading_new(brief, points, count, first);
	free(points);
	return view;
}
