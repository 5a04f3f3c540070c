/* What stands on the screen of a document: see instrument_view.h. */
#include <string.h>

#include "lectern/columns.h"
#include "lectern/instrument.h"
#include "lectern/text.h"
#include "lectern/words.h"
#include "instrument_view.h"

#define INSTRUMENT_MARGIN   2
#define INSTRUMENT_MEASURED 1000 /* points that columns are measured by */

/* --- reading --- */

static void
instrument_add(struct instrument_view *view, const char *label,
	       const char *words, enum style style)
{
	struct instrument_fact fact = {arena_strdup(&view->arena, label),
				       arena_strdup(&view->arena, words),
				       style};

	if (*words != '\0')
		vector_push(&view->facts, fact);
}

static void
instrument_add_catalogue(struct instrument_view *view,
			 const struct instrument *one)
{
	struct buffer facts = BUFFER_INIT;

	instrument_format_facts(one, &facts);
	instrument_add(view, "", facts.data, STYLE_TEXT);
	for (int i = CATALOGUE_TITLE_EN; i <= CATALOGUE_TITLE_KK; i++)
		instrument_add(view,
			       language_name(catalogue_column_name(
						     (enum catalogue_column)i) +
					     strlen("title_")),
			       one->cells[i], STYLE_STRONG);
	instrument_add(view, _("Also called"), one->cells[CATALOGUE_AKA],
		       STYLE_TEXT);
	instrument_add(view, _("Note"), one->cells[CATALOGUE_NOTE], STYLE_TEXT);
	buffer_release(&facts);
}

static void
instrument_add_links(struct instrument_view *view, const struct instrument *one)
{
	struct instrument_links links = INSTRUMENT_LINKS_INIT;

	instrument_find_links(view->symbol, one,
			      app_setting(view->base.app, "links"),
			      view->languages, &links);
	for (size_t i = 0; i < links.list.len; i++)
		instrument_add(view, _("Link"), links.list.items[i].url,
			       STYLE_TEXT);
	instrument_links_release(&links);
}

/* "A/RES/73/27 (2018), A/RES/74/29 (2019)": its kin, by date. */
static void
instrument_add_relatives(struct instrument_view *view)
{
	struct instrument_relatives kin = {VECTOR_INIT};
	struct buffer words = BUFFER_INIT;

	instrument_find_relatives(app_catalogue(view->base.app), view->symbol,
				  &kin);
	for (size_t i = 0; i < kin.list.len; i++) {
		const struct instrument *one = kin.list.items[i].instrument;

		buffer_printf(&words, "%s%s", i > 0 ? ", " : "",
			      one->cells[CATALOGUE_SYMBOL]);
		if (one->adopted.month != 0)
			buffer_printf(&words, " (%d)", one->adopted.year);
	}
	instrument_add(view, _("Related"), words.data, STYLE_TEXT);
	instrument_relatives_release(&kin);
	buffer_release(&words);
}

/* Its text is read as a brief is; that there is none is no error. */
static void
instrument_read_text(struct instrument_view *view)
{
	struct app *app = view->base.app;
	struct buffer id = BUFFER_INIT;
	struct meeting *meeting = NULL;
	struct error ignored = ERROR_INIT;
	struct view *text = NULL;

	if (instrument_id_from_symbol(view->symbol, &id) &&
	    library_read_meeting(app_library(app), id.data, &meeting, NULL,
				 &ignored) == STATUS_OK &&
	    view_brief_new(app, meeting, NULL, &text, &ignored) == STATUS_OK) {
		view->text = (struct brief_view *)text;
		view->text->outline_wanted = false;
		brief_choose_languages(view->text, view->languages);
		view->text->sides = SIDES_BOTH;
		brief_refit(view->text);
	}
	buffer_release(&id);
}

/* The heading of those who cite it comes last among the facts. */
static void
instrument_add_citing(struct instrument_view *view, const struct store *store,
		      const struct error *trouble)
{
	struct buffer words = BUFFER_INIT;
	size_t count = view->citing.list.len;

	if (store == NULL) {
		buffer_append_string(&words, _("There is no index yet to say "
					       "who cites it."));
	} else if (trouble->code != STATUS_OK) {
		buffer_append_string(&words, trouble->message);
	} else {
		buffer_printf(
			&words,
			P_("Cited by %zu point", "Cited by %zu points", count),
			count);
	}
	instrument_add(view, "", words.data, STYLE_HEADING);
	buffer_release(&words);
}

static struct place_row
instrument_place(const struct store_citing_point *point)
{
	return (struct place_row){
		point->meeting,	  point->short_name,	  &point->date,
		point->section,	  point->section_ordinal, point->point,
		point->languages, point->language_count};
}

static void
instrument_measure_points(struct instrument_view *view)
{
	memset(&view->widths, 0, sizeof view->widths);
	for (size_t i = 0; i < view->citing.list.len && i < INSTRUMENT_MEASURED;
	     i++) {
		struct place_row row =
			instrument_place(&view->citing.list.items[i]);

		place_row_measure(&row, &view->widths);
	}
}

/* Cells of the widest label. */
static int
instrument_measure(const struct instrument_view *view)
{
	int widest = 0;

	for (size_t i = 0; i < view->facts.len; i++) {
		const char *label = view->facts.items[i].label;
		int width = text_width(label, strlen(label));

		if (width > widest)
			widest = width;
	}
	return widest;
}

void
instrument_read(struct instrument_view *view)
{
	const struct instrument *one = catalogue_find_symbol(
		app_catalogue(view->base.app), view->symbol);
	struct store *store = app_store(view->base.app);
	struct error err = ERROR_INIT;

	instrument_release(view);
	if (store != NULL &&
	    store_list_citing(store, view->symbol, &view->citing, &err) !=
		    STATUS_OK)
		store_citing_release(&view->citing);
	if (one == NULL)
		instrument_add(view, "",
			       _("This document is not in the catalogue."),
			       STYLE_TEXT);
	else
		instrument_add_catalogue(view, one);
	instrument_add_links(view, one);
	instrument_add_relatives(view);
	instrument_add_citing(view, store, &err);
	instrument_read_text(view);
	view->label_width = instrument_measure(view);
	instrument_measure_points(view);
	view->viewport.count =
		instrument_citing_item(view) + view->citing.list.len;
}

void
instrument_release(struct instrument_view *view)
{
	vector_release(&view->facts);
	arena_release(&view->arena);
	store_citing_release(&view->citing);
	if (view->text != NULL)
		view->text->base.ops->free(&view->text->base);
	view->text = NULL;
	view->viewport.count = 0;
}

size_t
instrument_text_item(const struct instrument_view *view)
{
	return view->facts.len - 1;
}

size_t
instrument_citing_item(const struct instrument_view *view)
{
	return view->facts.len +
	       (view->text == NULL ? 0 : view->text->item_count);
}

enum instrument_part
instrument_part(const struct instrument_view *view, size_t item, size_t *index)
{
	size_t text = instrument_text_item(view);
	size_t citing = instrument_citing_item(view);

	if (item >= citing) {
		*index = item - citing;
		return PART_CITING;
	}
	if (item + 1 == citing) {
		*index = text; /* the last fact */
		return PART_CITING_HEAD;
	}
	*index = item < text ? item : item - text;
	return item < text ? PART_FACTS : PART_WORDS;
}

const struct store_citing_point *
instrument_marked(const struct instrument_view *view)
{
	size_t index;

	if (instrument_part(view, view->viewport.mark, &index) != PART_CITING ||
	    index >= view->citing.list.len)
		return NULL;
	return &view->citing.list.items[index];
}

/* --- lines --- */

bool
is_instrument_stop(void *data, size_t item)
{
	const struct instrument_view *view = data;
	size_t index;

	switch (instrument_part(view, item, &index)) {
	case PART_CITING:
		return true;
	case PART_WORDS:
		return is_brief_stop(view->text, index);
	case PART_FACTS:
	case PART_CITING_HEAD:
		break;
	}
	return false;
}

/* Where a fact's words begin: beside its label, or below it where that leaves
 * them too little. */
static int
instrument_fact_column(const struct instrument_view *view,
		       const struct instrument_fact *fact)
{
	if (*fact->label == '\0' || view->label_width > view->width / 3)
		return INSTRUMENT_MARGIN;
	return INSTRUMENT_MARGIN + view->label_width + 2;
}

static bool
is_instrument_stacked(const struct instrument_view *view,
		      const struct instrument_fact *fact)
{
	return *fact->label != '\0' &&
	       instrument_fact_column(view, fact) == INSTRUMENT_MARGIN;
}

static void
instrument_layout_fact(const struct instrument_view *view,
		       const struct instrument_fact *fact, struct text *text)
{
	int width = view->width - instrument_fact_column(view, fact) -
		    INSTRUMENT_MARGIN;

	text_layout(text, fact->words, strlen(fact->words), fact->style, NULL,
		    0, width < 1 ? 1 : width, false);
}

/* The heading of those who cite has an empty line above it and a rule below
 * it. */
static bool
is_instrument_heading(const struct instrument_view *view, size_t fact)
{
	return fact + 1 == view->facts.len;
}

static int
instrument_fact_height(const struct instrument_view *view, size_t index)
{
	const struct instrument_fact *fact = &view->facts.items[index];
	struct text text = TEXT_INIT;
	int height;

	instrument_layout_fact(view, fact, &text);
	height = (int)text.line_count;
	text_release(&text);
	return height + (is_instrument_heading(view, index) ? 2 : 0) +
	       (is_instrument_stacked(view, fact) ? 1 : 0);
}

int
instrument_item_height(void *data, size_t item)
{
	const struct instrument_view *view = data;
	size_t index;

	switch (instrument_part(view, item, &index)) {
	case PART_CITING:
		return view->width >= PLACE_ROW_ONE_LINE ? 1 : 2;
	case PART_WORDS:
		return brief_item_height(view->text, index);
	case PART_FACTS:
	case PART_CITING_HEAD:
		break;
	}
	return instrument_fact_height(view, index);
}

static void
instrument_draw_fact_line(const struct instrument_view *view, size_t index,
			  const struct text *text, int line,
			  struct frame *frame, int row)
{
	const struct instrument_fact *fact = &view->facts.items[index];
	int column = instrument_fact_column(view, fact);
	int width = view->width - column - INSTRUMENT_MARGIN;

	if (is_instrument_heading(view, index) && line-- == 0)
		return;
	if (*fact->label != '\0' && line == 0)
		frame_put_cut(frame, row, INSTRUMENT_MARGIN,
			      view->width - 2 * INSTRUMENT_MARGIN, STYLE_QUIET,
			      fact->label);
	if (is_instrument_stacked(view, fact) && line-- == 0)
		return;
	if (line < (int)text->line_count)
		text_draw_line(text, (size_t)line, frame, row, column, width);
	else
		frame_fill(frame, row, INSTRUMENT_MARGIN,
			   view->width - INSTRUMENT_MARGIN, STYLE_RULE,
			   COLUMNS_LINE);
}

static void
instrument_draw_point(const struct instrument_view *view, size_t index,
		      int first, bool is_marked, struct frame *frame, int row)
{
	const struct store_citing_point *point =
		&view->citing.list.items[index];
	struct place_row place = instrument_place(point);
	bool is_wide = view->width >= PLACE_ROW_ONE_LINE;
	int column = INSTRUMENT_MARGIN, end = view->width - 1;
	int words = column + (is_wide ? place_widths_total(&view->widths) : 2);
	int last = is_wide ? row : row + 1 - first;

	if (first == 0)
		place_row_draw(&place, &view->widths, frame, row, column, end);
	if (first == 0 && is_marked)
		frame_restyle(frame, row, 0, is_wide ? words - 1 : view->width,
			      STYLE_SELECTED);
	if (last < frame->rows)
		frame_put_cut(frame, last, words, end - words, STYLE_TEXT,
			      point->text);
	for (int at = row; is_marked && at <= last && at < frame->rows; at++)
		frame_put(frame, at, 0, 1, STYLE_MARK, "▌");
}

static int
instrument_draw_fact(const struct instrument_view *view, size_t index,
		     int first, struct frame *frame, int row)
{
	int height = instrument_fact_height(view, index);
	struct text text = TEXT_INIT;

	instrument_layout_fact(view, &view->facts.items[index], &text);
	for (int line = first; line < height && row < frame->rows;
	     line++, row++)
		instrument_draw_fact_line(view, index, &text, line, frame, row);
	text_release(&text);
	return row;
}

static int
instrument_draw_words(const struct instrument_view *view, size_t index,
		      int first, bool is_marked, struct frame *frame, int row)
{
	const struct row_layout *layout = brief_layout(view->text, index);
	int count = row_layout_height(layout) - first;

	if (count > frame->rows - row)
		count = frame->rows - row;
	row_layout_draw(layout, frame, row, 0, first, count, is_marked);
	return row + count;
}

int
instrument_draw_item(const struct instrument_view *view, size_t item, int first,
		     struct frame *frame, int row)
{
	bool is_marked = item == view->viewport.mark;
	size_t index;

	switch (instrument_part(view, item, &index)) {
	case PART_CITING:
		instrument_draw_point(view, index, first, is_marked, frame,
				      row);
		return row + instrument_item_height((void *)view, item) - first;
	case PART_WORDS:
		return instrument_draw_words(view, index, first, is_marked,
					     frame, row);
	case PART_FACTS:
	case PART_CITING_HEAD:
		break;
	}
	return instrument_draw_fact(view, index, first, frame, row);
}

void
instrument_fit(struct instrument_view *view)
{
	int rows, width;

	app_view_size(view->base.app, &rows, &width);
	if (rows == view->height && width == view->width)
		return;
	view->height = rows;
	view->width = width;
	if (view->text != NULL)
		brief_fit(view->text);
	viewport_refit(&view->viewport, rows - 1);
}
