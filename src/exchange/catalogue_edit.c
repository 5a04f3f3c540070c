/*
 * The new text of instruments.tsv: the old one, line by line, with the cells
 * that change. Whatever else stands in it is somebody's, and stays.
 */
#include <string.h>

#include "lectern/catalogue_merge.h"
#include "lectern/words.h"

#define EDIT_CELLS_MAX 64

struct edit {
	const struct catalogue_merge *merge;
	struct buffer *out;
	/* Which column of ours the n-th cell is; -1: another's. */
	int columns[EDIT_CELLS_MAX];
	size_t column_count; /* 0: the header has not come yet */
	size_t widest;	     /* cells of the longest row */
	const char *line_end;
	VECTOR(bool) done; /* the change has found its row */
};

struct edit_line {
	const char *cells[EDIT_CELLS_MAX];
	size_t lens[EDIT_CELLS_MAX];
	size_t count;
	const char *rest; /* cells beyond those, with the tab before them */
	size_t rest_len;
};

static void
edit_split(const char *text, size_t len, struct edit_line *line)
{
	const char *end = text + len, *tab;

	memset(line, 0, sizeof *line);
	for (;;) {
		tab = memchr(text, '\t', (size_t)(end - text));
		line->cells[line->count] = text;
		line->lens[line->count++] = (size_t)((tab ? tab : end) - text);
		if (!tab)
			return;
		if (line->count == EDIT_CELLS_MAX)
			break;
		text = tab + 1;
	}
	line->rest = tab;
	line->rest_len = (size_t)(end - tab);
}

/* A cell without the spaces around it; its length. */
static size_t
edit_trim(const struct edit_line *line, size_t cell, const char **text)
{
	size_t len = line->lens[cell];

	*text = line->cells[cell];
	while (len && **text == ' ') {
		++*text;
		len--;
	}
	while (len && (*text)[len - 1] == ' ')
		len--;
	return len;
}

static bool
edit_cell_is(const struct edit_line *line, size_t cell, const char *word)
{
	const char *text;
	size_t len = edit_trim(line, cell, &text);

	return strlen(word) == len && !memcmp(text, word, len);
}

/* Does any change fill this column? */
static bool
edit_needs_column(const struct edit *edit, enum catalogue_column column)
{
	const struct catalogue_change *change;
	size_t i;

	for (i = 0; i < edit->merge->changes.len; i++) {
		change = &edit->merge->changes.items[i];
		if ((change->now[column] && *change->now[column]) ||
		    *change->was[column])
			return true;
	}
	return false;
}

static bool
edit_has_column(const struct edit *edit, enum catalogue_column column)
{
	size_t i;

	for (i = 0; i < edit->column_count; i++)
		if (edit->columns[i] == (int)column)
			return true;
	return false;
}

/* Beyond the cells that some row has more than the header has names. */
static void
edit_add_column(struct edit *edit, enum catalogue_column column)
{
	while (edit->column_count < edit->widest) {
		buffer_append_byte(edit->out, '\t');
		edit->columns[edit->column_count++] = -1;
	}
	if (edit->column_count == EDIT_CELLS_MAX)
		return;
	buffer_printf(edit->out, "\t%s", catalogue_column_name(column));
	edit->columns[edit->column_count++] = (int)column;
}

/* The names as they stand, and those of columns that are needed now. */
static void
edit_write_header(struct edit *edit, const struct edit_line *line,
		  const char *text, size_t len)
{
	size_t i;
	int column;

	edit->column_count = line->count;
	for (i = 0; i < line->count; i++) {
		edit->columns[i] = -1;
		for (column = 0; column < CATALOGUE_COLUMNS; column++)
			if (edit_cell_is(line, i,
					 catalogue_column_name(column)))
				edit->columns[i] = column;
	}
	buffer_append(edit->out, text, len);
	for (column = 0; column < CATALOGUE_COLUMNS; column++)
		if (!edit_has_column(edit, column) &&
		    edit_needs_column(edit, column))
			edit_add_column(edit, column);
	buffer_append_string(edit->out, edit->line_end);
}

/* What the row's symbol will have in a column. */
static const char *
edit_value(const struct catalogue_change *change, int column)
{
	return change->now[column] ? change->now[column] : change->was[column];
}

/* The change of the row's symbol, or NULL. */
static const struct catalogue_change *
edit_find_change(struct edit *edit, const struct edit_line *line)
{
	size_t cell, low = 0, high = edit->merge->changes.len, middle;
	char symbol[CITE_SYMBOL_MAX];
	const char *text;
	size_t len;
	int order;

	for (cell = 0; cell < edit->column_count; cell++)
		if (edit->columns[cell] == CATALOGUE_SYMBOL)
			break;
	if (cell >= line->count)
		return NULL;
	len = edit_trim(line, cell, &text);
	if (len >= sizeof symbol)
		return NULL;
	memcpy(symbol, text, len);
	symbol[len] = '\0';
	while (low < high) {
		middle = low + (high - low) / 2;
		order = catalogue_compare_symbols(
			edit->merge->changes.items[middle].symbol, symbol);
		if (!order) {
			edit->done.items[middle] = true;
			return &edit->merge->changes.items[middle];
		}
		if (order < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return NULL;
}

/* The row with the cells that change; its others byte by byte. */
static void
edit_write_row(struct edit *edit, const struct edit_line *line,
	       const struct catalogue_change *change)
{
	size_t i, last = line->count;
	int column;

	for (i = line->count; i < edit->column_count; i++) {
		column = edit->columns[i];
		if (column >= 0 && change->now[column])
			last = i + 1;
	}
	for (i = 0; i < last; i++) {
		column = i < edit->column_count ? edit->columns[i] : -1;
		if (i)
			buffer_append_byte(edit->out, '\t');
		if (column >= 0 && change->now[column])
			buffer_append_string(edit->out, change->now[column]);
		else if (i < line->count)
			buffer_append(edit->out, line->cells[i], line->lens[i]);
	}
	if (line->rest)
		buffer_append(edit->out, line->rest, line->rest_len);
	buffer_append_string(edit->out, edit->line_end);
}

static void
edit_write_new_row(struct edit *edit, const struct catalogue_change *change)
{
	size_t i;

	for (i = 0; i < edit->column_count; i++) {
		if (i)
			buffer_append_byte(edit->out, '\t');
		if (edit->columns[i] >= 0)
			buffer_append_string(
				edit->out,
				edit_value(change, edit->columns[i]));
	}
	buffer_append_string(edit->out, edit->line_end);
}

static void
edit_line(struct edit *edit, const char *text, size_t len)
{
	const struct catalogue_change *change;
	struct edit_line line;

	if (!len || *text == '#') {
		buffer_append(edit->out, text, len);
		buffer_append_string(edit->out, edit->line_end);
		return;
	}
	edit_split(text, len, &line);
	if (!edit->column_count) {
		edit_write_header(edit, &line, text, len);
		return;
	}
	change = edit_find_change(edit, &line);
	if (change) {
		edit_write_row(edit, &line, change);
		return;
	}
	buffer_append(edit->out, text, len);
	buffer_append_string(edit->out, edit->line_end);
}

/* The most cells of a row, as many as we can tell apart. */
static size_t
edit_find_widest(const char *text, size_t len)
{
	const char *end = text + len;
	size_t count = 1, widest = 1;

	for (; text < end; text++) {
		if (*text == '\n')
			count = 1;
		else if (*text == '\t' && ++count > widest)
			widest = count;
	}
	return widest < EDIT_CELLS_MAX ? widest : EDIT_CELLS_MAX;
}

static void
edit_lines(struct edit *edit, const char *text, size_t len)
{
	const char *end = text + len, *line;
	size_t size;

	if (len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3)) {
		buffer_append(edit->out, text, 3);
		text += 3;
	}
	for (; text < end; text = line + 1) {
		line = memchr(text, '\n', (size_t)(end - text));
		if (!line)
			line = end;
		size = (size_t)(line - text);
		edit->line_end = "\n";
		if (size && text[size - 1] == '\r') {
			edit->line_end = "\r\n";
			size--;
		}
		edit_line(edit, text, size);
	}
}

enum status
catalogue_merge_write(const struct catalogue_merge *merge, const char *text,
		      size_t len, struct buffer *out, struct error *err)
{
	struct edit edit = {.merge = merge,
			    .out = out,
			    .line_end = "\n",
			    .done = VECTOR_INIT};
	struct buffer fresh = BUFFER_INIT;
	enum status rc = STATUS_OK;
	size_t i;

	for (i = 0; i < merge->changes.len; i++)
		vector_push(&edit.done, false);
	if (!len) {
		catalogue_write_header(&fresh);
		text = fresh.data;
		len = fresh.len;
	}
	edit.widest = edit_find_widest(text, len);
	edit_lines(&edit, text, len);
	if (!edit_has_column(&edit, CATALOGUE_SYMBOL))
		rc = error_set(err, STATUS_INVALID,
			       _("The first row of the library's "
				 "catalogue/instruments.tsv does not name the "
				 "columns. Mend it first; nothing is "
				 "written."));
	for (i = 0; i < merge->changes.len && !rc; i++)
		if (!edit.done.items[i])
			edit_write_new_row(&edit, &merge->changes.items[i]);
	vector_release(&edit.done);
	buffer_release(&fresh);
	return rc;
}
