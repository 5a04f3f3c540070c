/* What the search screen shows: the words, and results or what to type. */
#include <string.h>

#include "lectern/text.h"
#include "lectern/words.h"
#include "search_view.h"

#define SEARCH_MARGIN 2
#define SEARCH_SYNTAX 20 /* cells of what can be typed, in the hints */

static const struct {
	const char *typed, *help;
} search_hints[] = {
	{"75/240", N_("a document, in any form of its number")},
	{"\"terms of reference\"", N_("words that stand together")},
	{"-cyber", N_("what is without this word")},
	{"lang:ru", N_("only texts in this language")},
	{"meeting:swg", N_("only meetings with this in their name or title")},
	{"role:if-raised", N_("only points of this role")},
	{"since:2020", N_("only meetings since then")},
};

static struct place_row
search_place(const struct search_result *result)
{
	return (struct place_row){result->meeting,
				  result->short_name,
				  &result->date,
				  result->is_title ? NULL : result->section,
				  result->section_ordinal,
				  result->point,
				  result->languages,
				  result->language_count};
}

void
search_view_measure(struct search_view *view)
{
	memset(&view->widths, 0, sizeof view->widths);
	for (size_t i = 0; i < view->results.list.len; i++) {
		struct place_row row =
			search_place(&view->results.list.items[i]);

		place_row_measure(&row, &view->widths);
	}
}

static int
search_row_height(int width)
{
	return width >= PLACE_ROW_ONE_LINE ? 1 : 2;
}

size_t
search_view_page(const struct search_view *view)
{
	int rows, width, page;

	app_view_size(view->base.app, &rows, &width);
	page = (rows - 1) / search_row_height(width);
	return page < 1 ? 1 : (size_t)page;
}

static void
search_draw_head(const struct search_view *view, struct frame *frame)
{
	enum style style = view->is_kept ? STYLE_SELECTED : STYLE_PROMPT;
	int column;

	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	column = 1 + frame_put(frame, 0, 1, frame->columns / 2,
			       STYLE_COLUMN_HEAD, _("Search: "));
	prompt_draw_line(&view->line, frame, 0, column, style);
}

static void
search_draw_sentence(const char *words, struct frame *frame, int *row)
{
	int width = frame->columns - 2 * SEARCH_MARGIN;
	struct text text = TEXT_INIT;

	text_layout(&text, words, strlen(words), STYLE_TEXT, NULL, 0,
		    width < 1 ? 1 : width, false);
	for (size_t i = 0; i < text.line_count; i++)
		text_draw_line(&text, i, frame, (*row)++, SEARCH_MARGIN, width);
	text_release(&text);
}

/* Nothing is typed yet: what can be. */
static void
search_draw_hints(struct frame *frame, int row)
{
	int help = SEARCH_MARGIN + SEARCH_SYNTAX + 2;

	search_draw_sentence(_("Type words: the points and documents that "
			       "have all of them are listed, the newest first, "
			       "in every language, whatever their endings."),
			     frame, &row);
	row++;
	for (size_t i = 0; i < sizeof search_hints / sizeof *search_hints;
	     i++) {
		frame_put(frame, row, SEARCH_MARGIN, SEARCH_SYNTAX,
			  STYLE_NUMBER, search_hints[i].typed);
		frame_put_cut(frame, row++, help, frame->columns - help - 1,
			      STYLE_TEXT, gettext(search_hints[i].help));
	}
}

static void
search_draw_nothing(const struct search_view *view, struct frame *frame)
{
	struct app *app = view->base.app;
	int row = 2;

	if (view->trouble.len > 0)
		search_draw_sentence(view->trouble.data, frame, &row);
	else if (app_store(app) == NULL)
		search_draw_sentence(
			app_is_indexing(app)
				? _("The library is being read. It can be "
				    "searched in a moment.")
				: _("This library has no index to search."),
			frame, &row);
	else if (view->is_wordless)
		search_draw_sentence(_("The words of the library are being "
				       "indexed. What they find appears here "
				       "in a moment."),
				     frame, &row);
	else if (view->line.line.len > 0)
		search_draw_sentence(_("Nothing here has all of these words."),
				     frame, &row);
	if (view->line.line.len == 0)
		search_draw_hints(frame, row > 2 ? row + 1 : row);
}

/* The first line of the snippet, its matches marked, and dots where it goes
 * on. */
static void
search_draw_snippet(const struct search_result *result, struct frame *frame,
		    int at, int column, int width)
{
	VECTOR(struct styled_span) spans = VECTOR_INIT;
	struct text text = TEXT_INIT;
	int dots;

	for (size_t i = 0; i < result->span_count; i++)
		vector_push(&spans, (struct styled_span){result->spans[i].start,
							 result->spans[i].end,
							 STYLE_STRONG});
	text.leave_direction = frame->leave_direction;
	text.is_right_to_left =
		language_is_right_to_left(result->snippet_language);
	text_layout(&text, result->snippet, strlen(result->snippet), STYLE_TEXT,
		    spans.items, spans.len, width > 2 ? width - 1 : 1, false);
	if (text.line_count > 0) {
		bool right = text.lines[0].right_to_left;

		text_draw_line(&text, 0, frame, at, column + (right ? 1 : 0),
			       width - 1);
		dots = right ? column + width - 1 - text.lines[0].width
			     : column + text.lines[0].width;
		if (text.line_count > 1)
			frame_put(frame, at, dots, 1, STYLE_TEXT, "…");
	}
	text_release(&text);
	vector_release(&spans);
}

static void
search_draw_result(const struct search_view *view, size_t index,
		   struct frame *frame, int at)
{
	const struct search_result *result = &view->results.list.items[index];
	struct place_row place = search_place(result);
	bool is_marked = index == view->mark;
	int height = search_row_height(frame->columns);
	int column = SEARCH_MARGIN, end = frame->columns - 1;
	int words =
		column + (height == 1 ? place_widths_total(&view->widths) : 2);

	place_row_draw(&place, &view->widths, frame, at, column, end);
	if (is_marked)
		frame_restyle(frame, at, 0,
			      height == 1 ? words - 1 : frame->columns,
			      STYLE_SELECTED);
	search_draw_snippet(result, frame, at + height - 1, words, end - words);
	for (int i = 0; is_marked && i < height; i++)
		frame_put(frame, at + i, 0, 1, STYLE_MARK, "▌");
}

/* The marked result stays in view. */
static void
search_scroll(struct search_view *view, size_t page)
{
	if (view->mark < view->first)
		view->first = view->mark;
	if (view->mark >= view->first + page)
		view->first = view->mark + 1 - page;
	if (view->first + page > view->results.list.len)
		view->first = view->results.list.len > page
				      ? view->results.list.len - page
				      : 0;
}

void
search_view_draw(struct view *base, struct frame *frame)
{
	struct search_view *view = (struct search_view *)base;
	int height = search_row_height(frame->columns);
	size_t page = search_view_page(view);

	search_view_ask(view);
	search_draw_head(view, frame);
	if (view->results.list.len == 0) {
		search_draw_nothing(view, frame);
		return;
	}
	search_scroll(view, page);
	for (size_t i = 0; i < page && view->first + i < view->results.list.len;
	     i++)
		search_draw_result(view, view->first + i, frame,
				   1 + (int)i * height);
}
