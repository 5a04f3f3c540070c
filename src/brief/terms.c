/* Rows of terms.tsv. */
#include <string.h>

#include "lectern/terms.h"
#include "lectern/words.h"

enum {
	TERMS_CONCEPT,
	TERMS_LANG,
	TERMS_STATUS,
	TERMS_TERM,
	TERMS_REPLACEMENT,
	TERMS_EXCEPTION,
	TERMS_NOTE,
	TERMS_COLUMNS
};

#define TERMS_CELLS_MAX 32

static const char *const terms_names[TERMS_COLUMNS] = {
	"concept", "lang", "status", "term", "replacement", "exception", "note",
};

static const char *const terms_statuses[] = {
	"preferred",
	"admitted",
	"deprecated",
	"superseded",
};

struct terms_reader {
	struct terms *terms;
	struct diagnostics *diags;
	const char *file;
	int line;
	int columns[TERMS_CELLS_MAX]; /* of the n-th cell; -1: not ours */
	size_t column_count;
};

/* The next cell of a line, without the spaces around it. */
static const char *
terms_next_cell(struct terms_reader *reader, const char **at, const char *end)
{
	const char *tab = memchr(*at, '\t', (size_t)(end - *at));
	const char *from = *at, *to = tab ? tab : end;

	while (from < to && *from == ' ')
		from++;
	while (to > from && (to[-1] == ' ' || to[-1] == '\r'))
		to--;
	*at = tab ? tab + 1 : NULL;
	return arena_strndup(&reader->terms->arena, from, (size_t)(to - from));
}

static bool
terms_read_header(struct terms_reader *reader, const char *at, const char *end)
{
	bool seen[TERMS_COLUMNS] = {false};
	const char *name;
	int column;

	while (at && reader->column_count < TERMS_CELLS_MAX) {
		name = terms_next_cell(reader, &at, end);
		for (column = 0; column < TERMS_COLUMNS; column++)
			if (!strcmp(terms_names[column], name))
				break;
		if (column < TERMS_COLUMNS)
			seen[column] = true;
		else
			diagnostics_add(reader->diags, SEVERITY_NOTE,
					reader->file, reader->line, 0,
					"terms-column",
					_("There is no column called “%s”; it "
					  "is not read."),
					name);
		reader->columns[reader->column_count++] =
			column < TERMS_COLUMNS ? column : -1;
	}
	if (seen[TERMS_CONCEPT] && seen[TERMS_LANG] && seen[TERMS_STATUS] &&
	    seen[TERMS_TERM])
		return true;
	diagnostics_add(reader->diags, SEVERITY_ERROR, reader->file,
			reader->line, 0, "terms-header",
			_("The first line names the columns: concept, lang, "
			  "status and term must be among them, with tabs "
			  "between. The file is left out."));
	return false;
}

static bool
terms_status(const char *word, enum term_status *status)
{
	size_t i;

	for (i = 0; i < sizeof terms_statuses / sizeof *terms_statuses; i++) {
		if (strcmp(terms_statuses[i], word))
			continue;
		*status = (enum term_status)i;
		return true;
	}
	return false;
}

static void
terms_read_row(struct terms_reader *reader, const char *at, const char *end)
{
	const char *cells[TERMS_COLUMNS] = {"", "", "", "", "", "", ""};
	struct term_row term = {.line = reader->line};
	const char *cell;
	size_t i;

	for (i = 0; at && i < reader->column_count; i++) {
		cell = terms_next_cell(reader, &at, end);
		if (reader->columns[i] >= 0)
			cells[reader->columns[i]] = cell;
	}
	if (!terms_status(cells[TERMS_STATUS], &term.status)) {
		diagnostics_add(reader->diags, SEVERITY_WARNING, reader->file,
				reader->line, 0, "terms-status",
				_("“%s” is no status. It is preferred, "
				  "admitted, deprecated or superseded; the row "
				  "is left out."),
				cells[TERMS_STATUS]);
		return;
	}
	if (!*cells[TERMS_TERM] || !*cells[TERMS_LANG]) {
		diagnostics_add(reader->diags, SEVERITY_WARNING, reader->file,
				reader->line, 0, "terms-row",
				_("A row needs its term and its language; this "
				  "one is left out."));
		return;
	}
	term.concept = cells[TERMS_CONCEPT];
	term.language = cells[TERMS_LANG];
	term.words = cells[TERMS_TERM];
	term.replacement = cells[TERMS_REPLACEMENT];
	term.exceptions = cells[TERMS_EXCEPTION];
	term.note = cells[TERMS_NOTE];
	vector_push(&reader->terms->list, term);
}

static bool
is_blank_line(const char *at, const char *end)
{
	while (at < end && strchr(" \t\r", *at))
		at++;
	return at == end || *at == '#';
}

void
terms_read(struct terms *terms, const char *text, size_t len, const char *file,
	   struct diagnostics *diags)
{
	struct terms_reader reader = {
		.terms = terms, .diags = diags, .file = file};
	const char *at = text, *end = text + len, *line_end;
	bool has_header = false;

	if (len >= 3 && !memcmp(at, "\xef\xbb\xbf", 3))
		at += 3;
	while (at < end) {
		line_end = memchr(at, '\n', (size_t)(end - at));
		if (!line_end)
			line_end = end;
		reader.line++;
		if (!is_blank_line(at, line_end) && has_header)
			terms_read_row(&reader, at, line_end);
		else if (!is_blank_line(at, line_end)) {
			if (!terms_read_header(&reader, at, line_end))
				return;
			has_header = true;
		}
		at = line_end < end ? line_end + 1 : end;
	}
}

void
terms_release(struct terms *terms)
{
	vector_release(&terms->list);
	arena_release(&terms->arena);
}
