#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "row_private.h"

#define ROW_BAR UINT32_C(0x258c) /* ▌ */

struct row_layout {
	struct columns columns;
	struct row_cell head; /* tags, over all columns */
	struct row_cell cells[COLUMNS_MAX];
	struct row_cell notes; /* on the point: under the tags, since what
				* was just written must be in view */
	struct row_cell foot;  /* what it cites, under all columns */
	uint32_t sign;	       /* where the bar would stand; 0 for none */
	int body;	       /* lines of the cells together */
	int parting;	       /* empty lines between stacked cells */
	char number[16];       /* "3." in the gutter, or "" */
	bool has_rule;	       /* a line under it: a heading */
	int gap;	       /* empty lines at its end */
};

static const char *
row_text_or_empty(const char *text)
{
	return text ? text : "";
}

/* What spans all columns: tags and citations. */
static struct row_context
row_wide_context(const struct row_layout *row,
		 const struct row_options *options)
{
	struct row_context context = {.options = options,
				      .language = "",
				      .width = row->columns.total -
					       row->columns.number_width,
				      .base = STYLE_TEXT};

	return context;
}

/* The number goes into the gutter, or before the tags where that is too
 * narrow. */
static void
row_put_number(struct row_layout *row, const struct point *point,
	       struct buffer *head)
{
	if (!point->numbered)
		return;
	buffer_printf(head, "%d.", point->number);
	if ((int)head->len > row->columns.number_width - 2)
		return;
	memcpy(row->number, head->data, head->len + 1);
	buffer_reset(head);
}

static void
row_put_head(struct row_layout *row, const struct row_options *options,
	     const struct row_tags *tags, struct buffer *head)
{
	struct row_context context = row_wide_context(row, options);
	struct buffer text = BUFFER_INIT;

	row_tags_text(tags, &text);
	if (head->len && text.len)
		buffer_append_byte(head, ' ');
	buffer_append(head, text.data, text.len);
	if (head->len)
		row_cell_add_string(&row->head, &context, head->data,
				    STYLE_ROLE);
	buffer_release(&text);
}

static void
row_put_foot(struct row_layout *row, const struct row_options *options,
	     const struct citations *citations)
{
	struct row_context context = row_wide_context(row, options);

	row_cell_add_citations(&row->foot, &context, citations);
}

static void
row_put_notes(struct row_layout *row, const struct row_options *options)
{
	struct row_context context = row_wide_context(row, options);

	if (!options->state)
		return;
	row->sign = options->state->sign;
	if (*options->state->notes)
		row_cell_add_string(&row->notes, &context,
				    options->state->notes, STYLE_ROLE);
}

static struct row_layout *
row_new(const struct columns *columns)
{
	struct row_layout *row = mem_alloc(1, sizeof *row);

	row->columns = *columns;
	return row;
}

static void
row_measure(struct row_layout *row)
{
	size_t i;

	for (i = 0; i < row->columns.count; i++)
		if (row->columns.is_stacked)
			row->body += row->cells[i].height +
				     (i > 0 ? row->parting : 0);
		else if (row->cells[i].height > row->body)
			row->body = row->cells[i].height;
	if (!row->body)
		row->body = 1;
}

static struct row_context
row_cell_context(const struct row_layout *row, size_t column,
		 const struct row_options *options, struct citations *citations)
{
	const char *language = row->columns.languages[column];
	struct row_context context = {
		.options = options,
		.language = language,
		.label = row->columns.is_stacked ? language : NULL,
		.width = row->columns.width[column],
		.base = STYLE_TEXT,
		.citations = citations};

	return context;
}

static enum style
row_role_style(enum role role)
{
	if (role == ROLE_AVOID)
		return STYLE_AVOID;
	return role == ROLE_BACKGROUND ? STYLE_QUIET : STYLE_TEXT;
}

/* The section in a language that is shown, else in any. */
static const struct section *
row_shown_section(const struct aligned_section *section,
		  const struct columns *columns)
{
	size_t i;

	for (i = 0; i < columns->count; i++)
		if (columns->index[i] >= 0 && section->cells[columns->index[i]])
			return section->cells[columns->index[i]];
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		if (section->cells[i])
			return section->cells[i];
	return NULL;
}

/* The addressee in a language that is shown; "" where the heading has said
 * it. */
static const char *
row_addressee(const struct aligned_section *section,
	      const struct aligned_row *row, const struct point *first,
	      const struct columns *columns)
{
	const struct point *point = first;
	const char *to;
	size_t i;

	for (i = columns->count; i > 0; i--)
		if (columns->index[i - 1] >= 0 &&
		    row->cells[columns->index[i - 1]])
			point = row->cells[columns->index[i - 1]];
	to = row_text_or_empty(point->to);
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		if (section->cells[i] && section->cells[i]->to &&
		    !strcmp(section->cells[i]->to, to))
			return "";
	return to;
}

static void
row_add_cell(struct row_layout *row, size_t column,
	     const struct aligned_row *points, enum role role,
	     const struct row_options *options, struct citations *citations)
{
	struct row_context context =
		row_cell_context(row, column, options, citations);
	int index = row->columns.index[column];
	const struct point *point = index < 0 ? NULL : points->cells[index];

	context.base = row_role_style(role);
	if (point && options->state && (options->state->stale >> index & 1u))
		row_cell_add_string(&row->cells[column], &context,
				    _("[older than the original]"),
				    STYLE_WARNING);
	if (point) {
		row_cell_add_point(&row->cells[column], &context, point);
		/* A point without words still has its label. */
		if (!row->cells[column].pieces.len)
			row_cell_add_string(&row->cells[column], &context, "",
					    context.base);
	} else {
		row_cell_add_string(&row->cells[column], &context,
				    language_missing_text(context.language),
				    STYLE_QUIET);
	}
}

struct row_layout *
row_layout_point(const struct meeting *meeting,
		 const struct aligned_section *section,
		 const struct aligned_row *points,
		 const struct columns *columns,
		 const struct row_options *options)
{
	const struct point *first = aligned_row_first(points);
	const struct section *under = row_shown_section(section, columns);
	struct row_layout *row = row_new(columns);
	struct citations citations = CITATIONS_INIT;
	struct buffer head = BUFFER_INIT;
	struct row_tags tags = {
		.role = first->role,
		.said = under ? under->role : ROLE_SAY,
		.to = row_addressee(section, points, first, columns),
		.was = row_text_or_empty(first->was),
		.priority = first->priority,
		.state = options->state ? options->state->words : ""};
	size_t i;

	(void)meeting;
	row_put_number(row, first, &head);
	row_put_head(row, options, &tags, &head);
	for (i = 0; i < columns->count; i++)
		row_add_cell(row, i, points, first->role, options,
			     options->show_citations ? &citations : NULL);
	row_put_notes(row, options);
	if (options->show_citations)
		row_put_foot(row, options, &citations);
	row->parting = options->form == FORM_FULL;
	row_measure(row);
	row->gap = options->form == FORM_FULL && !options->is_tight;
	citations_release(&citations);
	buffer_release(&head);
	return row;
}

static void
row_add_heading(struct row_layout *row, size_t column,
		const struct aligned_section *section,
		const struct row_options *options)
{
	struct row_context context =
		row_cell_context(row, column, options, NULL);
	int index = row->columns.index[column];
	struct row_words words = {.style = STYLE_HEADING, .marker = ""};

	if (index < 0 || !section->cells[index]) {
		row_cell_add_string(&row->cells[column], &context,
				    language_missing_text(context.language),
				    STYLE_QUIET);
		return;
	}
	words.text = row_text_or_empty(section->cells[index]->heading.text);
	words.len = section->cells[index]->heading.len;
	row_cell_add(&row->cells[column], &context, &words);
}

struct row_layout *
row_layout_heading(const struct meeting *meeting,
		   const struct aligned_section *section,
		   const struct columns *columns,
		   const struct row_options *options)
{
	const struct section *shown = row_shown_section(section, columns);
	struct row_layout *row = row_new(columns);
	struct buffer head = BUFFER_INIT;
	struct row_tags tags = {
		.role = ROLE_SAY, .to = "", .was = "", .state = ""};
	size_t i;

	(void)meeting;
	if (shown) {
		tags.role = shown->role;
		tags.to = row_text_or_empty(shown->to);
		tags.was = row_text_or_empty(shown->was);
	}
	row_put_head(row, options, &tags, &head);
	for (i = 0; i < columns->count; i++)
		row_add_heading(row, i, section, options);
	row_measure(row);
	row->has_rule = true;
	buffer_release(&head);
	return row;
}

void
row_layout_free(struct row_layout *row)
{
	size_t i;

	if (!row)
		return;
	row_cell_release(&row->head);
	row_cell_release(&row->notes);
	row_cell_release(&row->foot);
	for (i = 0; i < row->columns.count; i++)
		row_cell_release(&row->cells[i]);
	free(row);
}

int
row_layout_height(const struct row_layout *row)
{
	return row->head.height + row->body + row->notes.height +
	       row->foot.height + (row->has_rule ? 1 : 0) + row->gap;
}

static void
row_draw_body(const struct row_layout *row, int line, struct frame *frame,
	      int at, int column)
{
	const struct columns *columns = &row->columns;
	size_t i;

	for (i = 0; i < columns->count; i++) {
		row_cell_draw(&row->cells[i], line, frame, at,
			      column + columns->start[i], columns->width[i]);
		if (columns->is_stacked)
			line -= row->cells[i].height + row->parting;
	}
	columns_draw_rules(columns, frame, at, column, COLUMNS_RULE);
}

static void
row_draw_rule(const struct row_layout *row, struct frame *frame, int at,
	      int column)
{
	const struct columns *columns = &row->columns;

	frame_fill(frame, at, column + columns->number_width,
		   columns->total - columns->number_width, STYLE_RULE,
		   COLUMNS_LINE);
	columns_draw_rules(columns, frame, at, column, COLUMNS_CROSS);
}

static void
row_draw_number(const struct row_layout *row, struct frame *frame, int at,
		int column)
{
	int width = (int)strlen(row->number);

	frame_put(frame, at, column + row->columns.number_width - 1 - width,
		  width, STYLE_NUMBER, row->number);
}

static void
row_draw_line(const struct row_layout *row, int line, struct frame *frame,
	      int at, int column)
{
	const struct columns *columns = &row->columns;
	int start = column + columns->number_width;
	int width = columns->total - columns->number_width;

	if (line == 0)
		row_draw_number(row, frame, at, column);
	if (line < row->head.height) {
		row_cell_draw(&row->head, line, frame, at, start, width);
		return;
	}
	line -= row->head.height;
	if (line < row->notes.height) {
		row_cell_draw(&row->notes, line, frame, at, start, width);
		return;
	}
	line -= row->notes.height;
	if (line < row->body) {
		row_draw_body(row, line, frame, at, column);
		return;
	}
	line -= row->body;
	if (line < row->foot.height)
		row_cell_draw(&row->foot, line, frame, at, start, width);
	else if (row->has_rule)
		row_draw_rule(row, frame, at, column);
	else
		columns_draw_rules(columns, frame, at, column, COLUMNS_RULE);
}

void
row_layout_draw(const struct row_layout *row, struct frame *frame, int at,
		int column, int first, int count, bool is_marked)
{
	int height = row_layout_height(row);
	int line;

	for (line = first; line < first + count && line < height; line++) {
		if (line < 0)
			continue;
		row_draw_line(row, line, frame, at + line - first, column);
		if (row->sign && line == 0 && row->columns.number_width)
			frame_fill(frame, at - first, column, 1, STYLE_ROLE,
				   row->sign);
		if (is_marked && line < height - row->gap &&
		    row->columns.number_width)
			frame_fill(frame, at + line - first, column, 1,
				   STYLE_MARK, ROW_BAR);
	}
}
