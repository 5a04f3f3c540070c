/*
 * Tables: Markdown's with pipes, pandoc's grids and dashes, and lines with
 * tabs. Where the columns are in different languages, each cell is text of
 * its own and its row says what it goes with; any other table is kept as it
 * was written.
 */
#include <string.h>

#include "draft_parts.h"

#define DRAFT_COLUMNS_MAX 12
#define DRAFT_ROWS_MAX	  4000 /* lines of a table of dashes */

struct draft_cell {
	struct buffer text; /* paragraphs with "\n\n" between */
};

struct draft_row {
	struct draft_cell cells[DRAFT_COLUMNS_MAX];
	const struct draft_line *first, *last;
};

struct draft_table {
	VECTOR(struct draft_row) rows;
	size_t columns;
	enum draft_tongue tongues[DRAFT_COLUMNS_MAX];
	/* Of a table of dashes: where each column begins and ends. */
	int starts[DRAFT_COLUMNS_MAX], ends[DRAFT_COLUMNS_MAX];
};

static bool
draft_has_only(const struct draft_line *line, const char *set)
{
	size_t at;

	for (at = 0; at < line->len; at++)
		if (!memchr(set, line->text[at], strlen(set)))
			return false;
	return line->len > 0;
}

static bool
draft_is_grid_line(const struct draft_line *line)
{
	return line->len > 4 && line->text[0] == '+' &&
	       draft_has_only(line, "+-=:");
}

static bool
draft_is_pipe_line(const struct draft_line *line)
{
	return line->len > 4 && line->text[0] == '|' &&
	       line->text[line->len - 1] == '|';
}

/* "------ -----": groups of dashes */
static bool
draft_is_dash_line(const struct draft_line *line)
{
	return line->len > 8 && draft_has_only(line, "- ") &&
	       memchr(line->text, ' ', line->len);
}

static bool
draft_is_full_dash(const struct draft_line *line)
{
	return line->len > 16 && draft_has_only(line, "-");
}

static bool
draft_is_tab_line(const struct draft_line *line)
{
	const char *tab = memchr(line->text, '\t', line->len);
	struct draft_marker marker;

	if (!tab || tab == line->text)
		return false;
	/* "1.<TAB>Text" is a point. */
	draft_marker_read(line->text, line->len, &marker);
	return !marker.kind ||
	       memchr(line->text + marker.size, '\t', line->len - marker.size);
}

static size_t
draft_run_end(const struct draft_lines *lines, size_t at,
	      bool (*is_row)(const struct draft_line *line))
{
	while (at < lines->list.len && is_row(&lines->list.items[at]))
		at++;
	return at;
}

static bool
draft_is_grid_row(const struct draft_line *line)
{
	return draft_is_grid_line(line) || draft_is_pipe_line(line);
}

/* A table of dashes: a line of groups, after one line of heads or after a
 * full line and heads; to a blank line, or to the closing line. */
static size_t
draft_dash_end(const struct draft_lines *lines, size_t at)
{
	const struct draft_line *list = lines->list.items;
	bool is_full = draft_is_full_dash(&list[at]);
	size_t end = at + is_full, heads = end;

	while (end < lines->list.len && end < heads + 6 &&
	       !list[end].is_blank && !draft_is_dash_line(&list[end]))
		end++;
	if (end >= lines->list.len || !draft_is_dash_line(&list[end]) ||
	    (!is_full && end > at + 1))
		return 0;
	for (end++; end < lines->list.len && end < at + DRAFT_ROWS_MAX; end++) {
		if (is_full ? draft_is_full_dash(&list[end])
			    : draft_has_only(&list[end], "- "))
			return end + 1;
		if (!is_full && list[end].is_blank)
			return end;
	}
	return is_full ? 0 : end;
}

size_t
draft_table_end(const struct draft_lines *lines, size_t at)
{
	const struct draft_line *line = &lines->list.items[at];
	size_t end;

	if (line->is_blank || line->is_out)
		return 0;
	if (line->text[0] == '+' && draft_is_grid_line(line))
		return draft_run_end(lines, at, draft_is_grid_row);
	if (line->text[0] == '|' && draft_is_pipe_line(line)) {
		end = draft_run_end(lines, at, draft_is_pipe_line);
		return end > at + 1 ? end : 0;
	}
	if (memchr(line->text, '\t', line->len)) {
		end = draft_run_end(lines, at, draft_is_tab_line);
		return end > at + 1 ? end : 0;
	}
	if (line->text[0] == '-' || (at + 1 < lines->list.len &&
				     line[1].len > 8 && line[1].text[0] == '-'))
		return draft_dash_end(lines, at);
	return 0;
}

/* ---- cells ---- */

static void
draft_cell_add(struct draft_cell *cell, const char *text, size_t len)
{
	static const char *const breaks[] = {"<br>", "<br/>", "<br />"};
	size_t i, at;
	bool is_break;

	while (len && memchr(" \t", *text, 2)) {
		text++;
		len--;
	}
	while (len && memchr(" \t\\", text[len - 1], 3))
		len--;
	if (len && cell->text.len &&
	    cell->text.data[cell->text.len - 1] != '\n')
		buffer_append_byte(&cell->text, ' ');
	for (at = 0; at < len; at++) {
		is_break = false;
		for (i = 0; i < 3 && !is_break; i++)
			if (len - at >= strlen(breaks[i]) &&
			    !memcmp(text + at, breaks[i], strlen(breaks[i]))) {
				buffer_append_string(&cell->text, "\n\n");
				at += strlen(breaks[i]) - 1;
				is_break = true;
			}
		if (!is_break)
			buffer_append_byte(&cell->text, text[at]);
	}
}

static struct draft_row *
draft_row_add(struct draft_table *table, const struct draft_line *line)
{
	struct draft_row row;
	size_t i;

	memset(&row, 0, sizeof row);
	for (i = 0; i < DRAFT_COLUMNS_MAX; i++)
		buffer_init(&row.cells[i].text);
	row.first = row.last = line;
	vector_push(&table->rows, row);
	return vector_last(&table->rows);
}

/* Divide a line at a sign; what is beyond the last column stays in it. */
static void
draft_row_split(struct draft_table *table, struct draft_row *row,
		const struct draft_line *line, char sign)
{
	const char *at = line->text, *end = at + line->len, *stop;
	size_t column = 0;

	row->last = line;
	if (sign == '|' && *at == '|') {
		at++;
		end--;
	}
	for (; at <= end; at = stop + 1) {
		stop = at;
		while (stop < end &&
		       (*stop != sign || (stop > at && stop[-1] == '\\')))
			stop++;
		if (column + 1 == DRAFT_COLUMNS_MAX)
			stop = end;
		draft_cell_add(&row->cells[column], at, (size_t)(stop - at));
		column++;
		if (column > table->columns)
			table->columns = column;
	}
}

static void
draft_row_paragraph(struct draft_row *row)
{
	size_t i;

	for (i = 0; i < DRAFT_COLUMNS_MAX; i++)
		if (row->cells[i].text.len)
			buffer_append_string(&row->cells[i].text, "\n\n");
}

/* "|    |    |": within a cell of a grid, an empty line */
static bool
draft_is_empty_row(const struct draft_line *line)
{
	return draft_has_only(line, "| ");
}

static void
draft_table_pipes(struct draft_table *table, const struct draft_line *list,
		  size_t count)
{
	bool is_grid = draft_is_grid_line(&list[0]), is_new = true;
	size_t i;

	for (i = 0; i < count; i++) {
		if (draft_is_grid_line(&list[i]) ||
		    draft_has_only(&list[i], "|-: ")) {
			if (draft_is_empty_row(&list[i]) && !is_new)
				draft_row_paragraph(vector_last(&table->rows));
			else
				is_new = true;
			continue;
		}
		if (is_new || !is_grid)
			draft_row_add(table, &list[i]);
		is_new = false;
		draft_row_split(table, vector_last(&table->rows), &list[i],
				'|');
	}
}

static void
draft_dash_columns(struct draft_table *table, const struct draft_line *line)
{
	size_t at = 0;

	table->columns = 0;
	while (at < line->len && table->columns < DRAFT_COLUMNS_MAX) {
		table->starts[table->columns] = line->indent + (int)at;
		while (at < line->len && line->text[at] == '-')
			at++;
		table->ends[table->columns++] = line->indent + (int)at;
		while (at < line->len && line->text[at] == ' ')
			at++;
	}
}

/* What of a line stands from one column to another. */
static void
draft_dash_cell(const struct draft_table *table, const struct draft_line *line,
		size_t column, struct draft_cell *cell)
{
	bool is_last = column + 1 == table->columns;
	int at = line->indent, end;
	size_t from = 0, to;

	while (from < line->len && at < table->starts[column])
		for (at++, from++;
		     from < line->len &&
		     ((unsigned char)line->text[from] & 0xc0) == 0x80;)
			from++;
	end = is_last ? 1 << 30 : table->starts[column + 1];
	for (to = from; to < line->len && at < end;)
		for (at++, to++;
		     to < line->len &&
		     ((unsigned char)line->text[to] & 0xc0) == 0x80;)
			to++;
	draft_cell_add(cell, line->text + from, to - from);
}

static void
draft_dash_row(struct draft_table *table, struct draft_row *row,
	       const struct draft_line *line)
{
	size_t i;

	row->last = line;
	for (i = 0; i < table->columns; i++)
		draft_dash_cell(table, line, i, &row->cells[i]);
}

static void
draft_table_dashes(struct draft_table *table, const struct draft_line *list,
		   size_t count)
{
	bool is_full = draft_is_full_dash(&list[0]), is_new = true;
	size_t i;

	for (i = 0; i < count && !draft_is_dash_line(&list[i]); i++)
		;
	draft_dash_columns(table, &list[i]);
	for (i = 0; i < count; i++) {
		if (draft_has_only(&list[i], "- ") || list[i].is_blank) {
			is_new = true;
			continue;
		}
		if (is_new || !is_full)
			draft_row_add(table, &list[i]);
		is_new = false;
		draft_dash_row(table, vector_last(&table->rows), &list[i]);
	}
}

/* ---- what the columns are ---- */

static enum draft_tongue
draft_column_tongue(const struct draft_work *work,
		    const struct draft_table *table, size_t column)
{
	struct buffer all = BUFFER_INIT;
	enum draft_tongue tongue;
	size_t i;
	int sure;

	for (i = 0; i < table->rows.len && all.len < 2000; i++) {
		buffer_append_byte(&all, ' ');
		buffer_append_string(
			&all, table->rows.items[i].cells[column].text.data);
	}
	tongue = draft_tongue_of(work->lexicon, all.data, all.len, &sure);
	buffer_release(&all);
	return tongue;
}

static bool
draft_table_is_bilingual(const struct draft_work *work,
			 struct draft_table *table)
{
	enum draft_tongue first = TONGUE_NONE, tongue;
	size_t i;

	for (i = 0; i < table->columns; i++)
		table->tongues[i] = draft_column_tongue(work, table, i);
	for (i = 0; i < table->columns; i++) {
		tongue = table->tongues[i];
		if (tongue == TONGUE_NONE)
			continue;
		if (first != TONGUE_NONE && tongue != first)
			return true;
		first = tongue;
	}
	return false;
}

/* A number that stands in a column of its own. */
static bool
draft_is_number_cell(const struct draft_cell *cell)
{
	size_t len = cell->text.len;

	return len > 0 && len < 12 &&
	       strspn(cell->text.data, "0123456789.*()") == len;
}

static void
draft_cell_put(struct draft_work *work, size_t source,
	       const struct draft_row *row, const struct draft_cell *cell,
	       const char *number, enum draft_tongue tongue)
{
	struct buffer text = BUFFER_INIT;
	const char *at = cell->text.data, *stop;

	if (number[0])
		buffer_printf(&text, "%.*s%s ", (int)strcspn(number, "*"),
			      number, strpbrk(number, ".)") ? "" : ".");
	for (; *at; at = *stop ? stop + 2 : stop) {
		stop = strstr(at, "\n\n");
		if (!stop)
			stop = at + strlen(at);
		buffer_append(&text, at, (size_t)(stop - at));
		if (text.len)
			draft_block_add(work, source, row->first, row->last,
					&text)
				->tongue = tongue;
		buffer_reset(&text);
	}
	buffer_release(&text);
}

static void
draft_row_put(struct draft_work *work, size_t source,
	      const struct draft_table *table, const struct draft_row *row)
{
	const char *number = "";
	size_t i;

	work->row++;
	work->run++;
	if (table->columns > 2 && draft_is_number_cell(&row->cells[0]))
		number = row->cells[0].text.data;
	for (i = number[0] ? 1 : 0; i < table->columns; i++)
		if (row->cells[i].text.len)
			draft_cell_put(work, source, row, &row->cells[i],
				       number, table->tongues[i]);
}

/* Are the cells names of languages, over their columns? */
static bool
draft_is_head_row(const struct draft_table *table)
{
	const struct draft_row *row = &table->rows.items[0];
	const char *text;
	size_t i, len, names = 0;

	for (i = 0; i < table->columns; i++) {
		text = row->cells[i].text.data;
		len = row->cells[i].text.len;
		if (len > 60)
			return false;
		draft_strip(&text, &len);
		names += draft_words_begin(text, len, WORDS_LANGUAGE) > 0;
	}
	return names > 0;
}

static void
draft_tell_head_row(struct draft_work *work, size_t source,
		    const struct draft_line *line)
{
	struct draft_item *item =
		draft_add_item(work, DRAFT_LEFT_OUT, "marker");

	item->source = source;
	item->first_line = item->last_line = line->number;
	item->value = arena_strndup(work->arena, line->text, line->len);
}

static void
draft_table_put(struct draft_work *work, size_t source,
		const struct draft_table *table)
{
	size_t i = 0;

	if (table->rows.len > 1 && draft_is_head_row(table))
		draft_tell_head_row(work, source, table->rows.items[i++].first);
	for (; i < table->rows.len; i++)
		draft_row_put(work, source, table, &table->rows.items[i]);
}

/* As it was written, a line a line. */
static void
draft_table_keep(struct draft_work *work, size_t source,
		 const struct draft_line *list, size_t count)
{
	struct buffer text = BUFFER_INIT;
	size_t i;

	for (i = 0; i < count; i++) {
		if (i)
			buffer_append_byte(&text, '\n');
		buffer_append(&text, list[i].text, list[i].len);
	}
	draft_block_add(work, source, list, list + count - 1, &text)
		->is_verbatim = true;
	memset(&vector_last(&work->blocks)->marker, 0,
	       sizeof(struct draft_marker));
	buffer_release(&text);
}

void
draft_table_read(struct draft_work *work, size_t source,
		 const struct draft_lines *lines, size_t from, size_t to)
{
	const struct draft_line *list = lines->list.items + from;
	struct draft_table table = {.rows = VECTOR_INIT};
	size_t i, k;

	if (draft_is_grid_row(list))
		draft_table_pipes(&table, list, to - from);
	else if (draft_is_tab_line(list) && !draft_is_full_dash(list))
		for (i = 0; i < to - from; i++)
			draft_row_split(&table, draft_row_add(&table, &list[i]),
					&list[i], '\t');
	else
		draft_table_dashes(&table, list, to - from);
	work->run++;
	if (draft_table_is_bilingual(work, &table))
		draft_table_put(work, source, &table);
	else
		draft_table_keep(work, source, list, to - from);
	work->row = 0;
	for (i = 0; i < table.rows.len; i++)
		for (k = 0; k < DRAFT_COLUMNS_MAX; k++)
			buffer_release(&table.rows.items[i].cells[k].text);
	vector_release(&table.rows);
}
