/* What a point cites, in a panel under it: see cite_panel.h. */
#include <string.h>

#include "lectern/words.h"
#include "cite_panel.h"

#define PANEL_INDENT 2 /* cells before all but the facts */

/* --- what is cited --- */

static bool
has_panel_symbol(const struct cite_panel *panel, const char *symbol)
{
	for (size_t i = 0; i < panel->entries.len; i++)
		if (strcmp(panel->entries.items[i].symbol, symbol) == 0)
			return true;
	return false;
}

static void
panel_add(struct cite_panel *panel, const struct citation *cited,
	  const char *text)
{
	struct cite_entry entry = {
		.symbol = arena_strdup(&panel->arena, cited->symbol),
		.paragraph = arena_strndup(
			&panel->arena, text + cited->paragraph.start,
			cited->paragraph.end - cited->paragraph.start),
		.facts = TEXT_INIT,
		.count = TEXT_INIT,
	};

	vector_push(&panel->entries, entry);
}

static void
panel_add_blocks(struct cite_panel *panel, const struct block *blocks,
		 size_t count, const char *language,
		 const struct cite_names *names)
{
	struct citations found = CITATIONS_INIT;

	for (size_t i = 0; i < count; i++) {
		const struct block *block = &blocks[i];

		found.list.len = 0;
		spans_citations(block->text, block->len, block->spans,
				block->span_count, language, names, &found);
		for (size_t c = 0; c < found.list.len; c++)
			if (!has_panel_symbol(panel,
					      found.list.items[c].symbol))
				panel_add(panel, &found.list.items[c],
					  block->text);
	}
	citations_release(&found);
}

static void
panel_add_language(struct cite_panel *panel, const struct meeting *meeting,
		   const struct aligned_row *point, int index,
		   const struct cite_names *names)
{
	const struct point *cell = index < 0 ? NULL : point->cells[index];

	if (cell == NULL)
		return;
	panel_add_blocks(panel, cell->blocks, cell->block_count,
			 meeting->languages[index], names);
	panel_add_blocks(panel, cell->cues, cell->cue_count,
			 meeting->languages[index], names);
}

/* The index may be missing, or busy: then it is simply not counted. */
static void
panel_count(struct cite_panel *panel, struct app *app, const char *meeting,
	    int row)
{
	struct store *store = app_store(app);
	struct error ignored = ERROR_INIT;

	for (size_t i = 0; i < panel->entries.len; i++) {
		struct cite_entry *entry = &panel->entries.items[i];

		entry->instrument = catalogue_find_symbol(app_catalogue(app),
							  entry->symbol);
		entry->is_counted =
			store != NULL &&
			store_count_citing(store, entry->symbol, meeting, row,
					   &entry->elsewhere,
					   &ignored) == STATUS_OK;
	}
}

void
cite_panel_fill(struct cite_panel *panel, struct app *app,
		const struct meeting *meeting, const struct aligned_row *point,
		int row, const struct columns *columns)
{
	const struct cite_names *names = app_names(app);

	cite_panel_release(panel);
	for (size_t i = 0; i < columns->count; i++)
		panel_add_language(panel, meeting, point, columns->index[i],
				   names);
	for (size_t i = 0; i < meeting->language_count; i++)
		panel_add_language(panel, meeting, point, (int)i, names);
	panel_count(panel, app, meeting->id, row);
}

static void
panel_release_texts(struct cite_entry *entry)
{
	text_release(&entry->facts);
	text_release(&entry->count);
	for (size_t i = 0; i < COLUMNS_MAX; i++)
		text_release(&entry->titles[i]);
}

void
cite_panel_release(struct cite_panel *panel)
{
	for (size_t i = 0; i < panel->entries.len; i++)
		panel_release_texts(&panel->entries.items[i]);
	vector_release(&panel->entries);
	arena_release(&panel->arena);
	panel->chosen = 0;
}

/* --- its lines --- */

static int
panel_width(const struct columns *columns, int indent)
{
	int width = columns->total - columns->number_width - indent - 1;

	return width < 1 ? 1 : width;
}

static void
panel_layout_facts(struct cite_entry *entry, const struct columns *columns)
{
	struct buffer words = BUFFER_INIT;
	struct styled_span span = {0, 0, STYLE_STRONG_CITATION};

	buffer_append_string(&words, entry->symbol);
	span.end = words.len;
	if (*entry->paragraph != '\0')
		buffer_printf(&words, ", %s", entry->paragraph);
	buffer_append_string(&words, " · ");
	if (entry->instrument == NULL)
		buffer_append_string(&words, _("not in the catalogue"));
	else
		instrument_format_facts(entry->instrument, &words);
	text_layout(&entry->facts, words.data, words.len, STYLE_TEXT, &span, 1,
		    panel_width(columns, 0), false);
	buffer_release(&words);
}

/* Security Council resolutions have no titles in any language. */
static bool
has_instrument_title(const struct instrument *instrument)
{
	for (int i = CATALOGUE_TITLE_EN; i <= CATALOGUE_TITLE_KK; i++)
		if (*instrument->cells[i] != '\0')
			return true;
	return false;
}

static void
panel_layout_title(struct cite_entry *entry, const struct columns *columns,
		   size_t column)
{
	const char *language = columns->languages[column];
	const char *title = instrument_title(entry->instrument, language);
	enum style style = STYLE_TEXT;
	struct text *text = &entry->titles[column];
	int width = columns->width[column] - PANEL_INDENT;

	if (*title == '\0') {
		title = language_missing_text(language);
		style = STYLE_QUIET;
	}
	text->is_right_to_left = language_is_right_to_left(language);
	text_layout(text, title, strlen(title), style, NULL, 0,
		    width < 1 ? 1 : width, false);
	if (columns->is_stacked)
		entry->title_lines += (int)text->line_count;
	else if ((int)text->line_count > entry->title_lines)
		entry->title_lines = (int)text->line_count;
}

static void
panel_layout_count(struct cite_entry *entry, const struct columns *columns)
{
	long long points = entry->elsewhere.points;
	long long meetings = entry->elsewhere.meetings;
	struct buffer words = BUFFER_INIT;

	if (!entry->is_counted) {
		buffer_append_string(&words, _("There is no index yet to say "
					       "who else cites it."));
	} else if (points == 0) {
		buffer_append_string(&words, _("No other point cites it."));
	} else {
		buffer_printf(&words,
			      P_("Cited by %lld other point; meetings: %lld.",
				 "Cited by %lld other points; meetings: %lld.",
				 points),
			      points, meetings);
	}
	text_layout(&entry->count, words.data, words.len, STYLE_QUIET, NULL, 0,
		    panel_width(columns, PANEL_INDENT), false);
	buffer_release(&words);
}

void
cite_panel_layout(struct cite_panel *panel, const struct columns *columns,
		  bool leave_direction)
{
	for (size_t i = 0; i < panel->entries.len; i++) {
		struct cite_entry *entry = &panel->entries.items[i];

		panel_release_texts(entry);
		entry->title_lines = 0;
		for (size_t c = 0; c < COLUMNS_MAX; c++)
			entry->titles[c].leave_direction = leave_direction;
		panel_layout_facts(entry, columns);
		panel_layout_count(entry, columns);
		if (entry->instrument == NULL ||
		    !has_instrument_title(entry->instrument))
			continue;
		for (size_t c = 0; c < columns->count; c++)
			panel_layout_title(entry, columns, c);
	}
}

static int
panel_entry_height(const struct cite_entry *entry)
{
	return (int)entry->facts.line_count + entry->title_lines +
	       (int)entry->count.line_count;
}

/* A rule stands above each document, and one below the last. */
int
cite_panel_height(const struct cite_panel *panel)
{
	int height = panel->entries.len > 0 ? 1 : 0;

	for (size_t i = 0; i < panel->entries.len; i++)
		height += 1 + panel_entry_height(&panel->entries.items[i]);
	return height;
}

void
cite_panel_chosen_lines(const struct cite_panel *panel, int *start, int *end)
{
	*start = *end = 0;
	for (size_t i = 0; i <= panel->chosen && i < panel->entries.len; i++) {
		*start = *end;
		*end += 1 + panel_entry_height(&panel->entries.items[i]);
	}
	(*end)++;
}

static void
panel_draw_titles(const struct cite_entry *entry, const struct columns *columns,
		  struct frame *frame, int at, int column, int line)
{
	for (size_t c = 0; c < columns->count; c++) {
		const struct text *text = &entry->titles[c];
		int count = (int)text->line_count;

		if (line >= 0 && line < count)
			text_draw_line(text, (size_t)line, frame, at,
				       column + columns->start[c] +
					       PANEL_INDENT,
				       columns->width[c] - PANEL_INDENT);
		if (columns->is_stacked)
			line -= count;
	}
	columns_draw_rules(columns, frame, at, column, COLUMNS_RULE);
}

/* Line 'line' of a document, under its rule. */
static void
panel_draw_entry(const struct cite_entry *entry, const struct columns *columns,
		 struct frame *frame, int at, int column, int line,
		 bool is_chosen)
{
	int start = column + columns->number_width;
	int facts = (int)entry->facts.line_count;
	int width = panel_width(columns, 0);

	if (line < facts) {
		text_draw_line(&entry->facts, (size_t)line, frame, at, start,
			       width);
		if (is_chosen)
			frame_restyle(frame, at, start - 1, width + 1,
				      STYLE_SELECTED);
		if (is_chosen && line == 0)
			frame_put(frame, at, start - 1, 1, STYLE_SELECTED, "›");
		return;
	}
	line -= facts;
	if (line < entry->title_lines)
		panel_draw_titles(entry, columns, frame, at, column, line);
	else
		text_draw_line(&entry->count,
			       (size_t)(line - entry->title_lines), frame, at,
			       start + PANEL_INDENT, width - PANEL_INDENT);
}

static void
panel_draw_line(const struct cite_panel *panel, const struct columns *columns,
		struct frame *frame, int at, int column, int line)
{
	int start = column + columns->number_width;

	for (size_t i = 0; i < panel->entries.len && line > 0; i++) {
		const struct cite_entry *entry = &panel->entries.items[i];
		int height = panel_entry_height(entry);

		if (line <= height) {
			panel_draw_entry(entry, columns, frame, at, column,
					 line - 1, i == panel->chosen);
			return;
		}
		line -= height + 1;
	}
	frame_fill(frame, at, start, columns->total - columns->number_width,
		   STYLE_RULE, COLUMNS_LINE);
}

void
cite_panel_draw(const struct cite_panel *panel, const struct columns *columns,
		struct frame *frame, int at, int column, int first, int count)
{
	int height = cite_panel_height(panel);

	for (int line = first; line < first + count && line < height; line++)
		if (line >= 0)
			panel_draw_line(panel, columns, frame,
					at + line - first, column, line);
}
