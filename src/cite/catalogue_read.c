/* Rows of instruments.tsv. */
#include <stdlib.h>
#include <string.h>

#include "lectern/utf8.h"
#include "lectern/words.h"

#include "catalogue_parts.h"

#define CATALOGUE_CELLS_MAX 64

struct catalogue_reader {
	struct catalogue *catalogue;
	struct diagnostics *diags;
	const char *file; /* the catalogue's copy */
	/* Our own rows, which the tests have checked; to check them again
	 * would cost the start of the program more than reading them. */
	bool is_trusted;
	int line;
	/* Which column the n-th cell of a row is; -1 for one unknown. */
	int columns[CATALOGUE_CELLS_MAX];
	size_t column_count;
	bool has_replaced; /* names of rows that are gone must go too */
};

struct catalogue_cells {
	const char *text[CATALOGUE_CELLS_MAX];
	size_t len[CATALOGUE_CELLS_MAX];
	size_t count;
};

/* Cells without the spaces around them; what is beyond the last is lost. */
static void
catalogue_split(const char *text, size_t len, struct catalogue_cells *cells)
{
	const char *end = text + len, *tab, *from, *to;

	cells->count = 0;
	while (cells->count < CATALOGUE_CELLS_MAX) {
		tab = memchr(text, '\t', (size_t)(end - text));
		from = text;
		to = tab ? tab : end;
		while (from < to && *from == ' ')
			from++;
		while (to > from && to[-1] == ' ')
			to--;
		cells->text[cells->count] = from;
		cells->len[cells->count++] = (size_t)(to - from);
		if (!tab)
			break;
		text = tab + 1;
	}
}

static bool
catalogue_read_header(struct catalogue_reader *reader,
		      const struct catalogue_cells *cells)
{
	const char *name;
	bool has_symbol = false;
	size_t i;
	int column;

	for (i = 0; i < cells->count; i++) {
		for (column = 0; column < CATALOGUE_COLUMNS; column++) {
			name = catalogue_column_name(column);
			if (strlen(name) == cells->len[i] &&
			    !memcmp(name, cells->text[i], cells->len[i]))
				break;
		}
		has_symbol |= column == CATALOGUE_SYMBOL;
		reader->columns[i] = column < CATALOGUE_COLUMNS ? column : -1;
		if (column == CATALOGUE_COLUMNS)
			diagnostics_add(reader->diags, SEVERITY_NOTE,
					reader->file, reader->line, 0,
					"catalogue-column",
					_("The column “%.*s” is not one of the "
					  "catalogue's and is not read."),
					(int)cells->len[i], cells->text[i]);
	}
	reader->column_count = cells->count;
	if (!has_symbol)
		diagnostics_add(reader->diags, SEVERITY_ERROR, reader->file,
				reader->line, 0, "catalogue-header",
				_("The first row must name the columns, and "
				  "one must be “symbol”; nothing of this "
				  "file is read."));
	return has_symbol;
}

/* One of "79-60-33"; its end, NULL where there are no digits. */
static const char *
catalogue_read_count(const char *text, int *value)
{
	const char *start = text;

	*value = 0;
	for (; *text >= '0' && *text <= '9' && text - start < 4; text++)
		*value = *value * 10 + (*text - '0');
	return text == start ? NULL : text;
}

static bool
catalogue_read_vote(const char *text, struct instrument *row)
{
	if (!*text)
		return true;
	if (!strcmp(text, "without a vote")) {
		row->vote = VOTE_WITHOUT;
		return true;
	}
	text = catalogue_read_count(text, &row->yes);
	if (!text || *text++ != '-')
		return false;
	text = catalogue_read_count(text, &row->no);
	if (!text || *text++ != '-')
		return false;
	text = catalogue_read_count(text, &row->abstaining);
	if (!text || *text)
		return false;
	row->vote = VOTE_COUNTED;
	return true;
}

bool
catalogue_is_vote(const char *text)
{
	struct instrument row = {.vote = VOTE_UNKNOWN};

	return *text && catalogue_read_vote(text, &row);
}

/* The date and the vote; what cannot be read is as if not known. */
static void
catalogue_read_values(const struct catalogue_reader *reader,
		      struct instrument *row)
{
	const char *adopted = row->cells[CATALOGUE_ADOPTED];
	const char *vote = row->cells[CATALOGUE_VOTE];

	if (*adopted && !date_parse(adopted, strlen(adopted), &row->adopted)) {
		diagnostics_add(reader->diags, SEVERITY_WARNING, reader->file,
				reader->line, 0, "catalogue-date",
				_("“%s” is no date and is left out; write it "
				  "as 2020-12-31."),
				adopted);
		row->cells[CATALOGUE_ADOPTED] = "";
	}
	if (!catalogue_read_vote(vote, row)) {
		diagnostics_add(reader->diags, SEVERITY_WARNING, reader->file,
				reader->line, 0, "catalogue-vote",
				_("“%s” is no vote and is left out; write "
				  "79-60-33 (yes, no, abstaining) or “without "
				  "a vote”."),
				vote);
		row->cells[CATALOGUE_VOTE] = "";
		row->vote = VOTE_UNKNOWN;
	}
}

static void
catalogue_check_symbol(const struct catalogue_reader *reader,
		       const char *symbol)
{
	char normal[CITE_SYMBOL_MAX];

	if (!cite_normalise(symbol, strlen(symbol), NULL, normal) ||
	    !strcmp(symbol, normal))
		return;
	diagnostics_add(reader->diags, SEVERITY_WARNING, reader->file,
			reader->line, 0, "catalogue-symbol",
			_("“%s” is not in normal form, so no citation will "
			  "find it; write “%s”."),
			symbol, normal);
}

static void
catalogue_add_names(struct cite_names *names, const struct instrument *row)
{
	const char *aka = row->cells[CATALOGUE_AKA], *end;
	const char *symbol = row->cells[CATALOGUE_SYMBOL];
	char name[512];
	size_t len;

	cite_names_add_symbol(names, symbol);
	while (*aka) {
		while (*aka == ' ' || *aka == ';')
			aka++;
		end = strchr(aka, ';');
		len = end ? (size_t)(end - aka) : strlen(aka);
		if (len && len < sizeof name) {
			memcpy(name, aka, len);
			name[len] = '\0';
			cite_names_add(names, symbol, name);
		}
		aka += len;
	}
}

static void
catalogue_put(struct catalogue_reader *reader, struct instrument *row)
{
	struct catalogue *catalogue = reader->catalogue;
	const char *symbol = row->cells[CATALOGUE_SYMBOL];
	struct instrument *there;
	bool is_there;
	size_t at = catalogue_search(catalogue, symbol, &is_there), after;

	if (!is_there) {
		vector_push(&catalogue->list, *row);
		after = catalogue->list.len - 1 - at;
		there = &catalogue->list.items[at];
		memmove(there + 1, there, after * sizeof *there);
		*there = *row;
		catalogue_add_names(catalogue->names, row);
		return;
	}
	reader->has_replaced = true;
	there = &catalogue->list.items[at];
	if (there->file == reader->file)
		diagnostics_add(reader->diags, SEVERITY_WARNING, reader->file,
				reader->line, 0, "catalogue-twice",
				_("%s stands in line %d already; this row "
				  "takes its place."),
				symbol, there->line);
	*there = *row;
}

static void
catalogue_read_row(struct catalogue_reader *reader,
		   const struct catalogue_cells *cells)
{
	struct arena *arena = &reader->catalogue->arena;
	struct instrument row;
	const char *symbol;
	size_t i;

	memset(&row, 0, sizeof row);
	for (i = 0; i < CATALOGUE_COLUMNS; i++)
		row.cells[i] = "";
	for (i = 0; i < cells->count && i < reader->column_count; i++)
		if (reader->columns[i] >= 0 && cells->len[i])
			row.cells[reader->columns[i]] = arena_strndup(
				arena, cells->text[i], cells->len[i]);
	if (cells->count > reader->column_count)
		diagnostics_add(reader->diags, SEVERITY_WARNING, reader->file,
				reader->line, 0, "catalogue-cells",
				_("This row has more cells than the first row "
				  "has columns; the last ones are not read."));
	symbol = row.cells[CATALOGUE_SYMBOL];
	if (!*symbol || strlen(symbol) >= CITE_SYMBOL_MAX) {
		diagnostics_add(reader->diags, SEVERITY_WARNING, reader->file,
				reader->line, 0, "catalogue-symbol",
				_("This row is left out: “%s” cannot be a "
				  "symbol."),
				symbol);
		return;
	}
	if (!reader->is_trusted)
		catalogue_check_symbol(reader, symbol);
	catalogue_read_values(reader, &row);
	row.file = reader->file;
	row.line = reader->line;
	catalogue_put(reader, &row);
}

static void
catalogue_read_line(struct catalogue_reader *reader, const char *text,
		    size_t len, bool *has_header)
{
	struct catalogue_cells cells;

	if (!len || *text == '#')
		return;
	if (!reader->is_trusted &&
	    (utf8_valid_prefix(text, len) != len || memchr(text, '\0', len))) {
		diagnostics_add(reader->diags, SEVERITY_ERROR, reader->file,
				reader->line, 0, "catalogue-utf8",
				_("This row is left out: it is not UTF-8 text. "
				  "Save the file as UTF-8."));
		return;
	}
	catalogue_split(text, len, &cells);
	if (reader->column_count) {
		catalogue_read_row(reader, &cells);
		return;
	}
	*has_header = catalogue_read_header(reader, &cells);
}

static void
catalogue_renew_names(struct catalogue *catalogue)
{
	size_t i;

	cite_names_free(catalogue->names);
	catalogue->names = cite_names_new();
	for (i = 0; i < catalogue->list.len; i++)
		catalogue_add_names(catalogue->names,
				    &catalogue->list.items[i]);
}

static void
catalogue_read_rows(struct catalogue_reader *reader, const char *text,
		    size_t len, const char *file)
{
	const char *end, *line;
	bool has_header = true;
	size_t size;

	reader->file = arena_strdup(&reader->catalogue->arena, file);
	if (len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3)) {
		text += 3;
		len -= 3;
	}
	for (end = text + len; text < end && has_header; text = line + 1) {
		line = memchr(text, '\n', (size_t)(end - text));
		if (!line)
			line = end;
		size = (size_t)(line - text);
		if (size && text[size - 1] == '\r')
			size--;
		reader->line++;
		catalogue_read_line(reader, text, size, &has_header);
		if (line == end)
			break;
	}
	if (reader->has_replaced)
		catalogue_renew_names(reader->catalogue);
}

void
catalogue_read(struct catalogue *catalogue, const char *text, size_t len,
	       const char *file, struct diagnostics *diags)
{
	struct catalogue_reader reader = {.catalogue = catalogue,
					  .diags = diags};

	catalogue_read_rows(&reader, text, len, file);
}

/* data/catalogue/instruments.tsv, compiled in. */
extern const char catalogue_data[];

void
catalogue_read_shipped(struct catalogue *catalogue)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct catalogue_reader reader = {
		.catalogue = catalogue, .diags = &diags, .is_trusted = true};

	catalogue_read_rows(&reader, catalogue_data, strlen(catalogue_data),
			    "instruments.tsv");
	diagnostics_release(&diags);
}
