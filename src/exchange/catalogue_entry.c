#include <string.h>

#include "catalogue_entry.h"
#include "lectern/words.h"

/* Runs of white space and control characters are one space, none at the
 * ends: a cell is one line. */
static const char *
entry_one_line(const char *text, struct arena *arena)
{
	struct buffer line = BUFFER_INIT;
	const char *kept;

	for (; *text; text++) {
		if ((unsigned char)*text > ' ' && *text != '\177')
			buffer_append_byte(&line, *text);
		else if (line.len && line.data[line.len - 1] != ' ')
			buffer_append_byte(&line, ' ');
	}
	if (line.len && line.data[line.len - 1] == ' ')
		buffer_truncate(&line, line.len - 1);
	kept = arena_strndup(arena, line.data, line.len);
	buffer_release(&line);
	return kept;
}

void
entry_take_cells(struct catalogue_entry *entry, const json_t *cells,
		 struct arena *arena)
{
	const char *text;
	int column;

	for (column = 0; column < CATALOGUE_COLUMNS; column++) {
		text = json_string_value(
			json_object_get(cells, catalogue_column_name(column)));
		if (text && *text)
			entry->cells[column] = entry_one_line(text, arena);
	}
}

static void entry_refuse(struct catalogue_entry *entry,
			 struct diagnostics *diags, const char *rule,
			 const char *fmt, ...) PRINTF_LIKE(4, 5);

static void
entry_refuse(struct catalogue_entry *entry, struct diagnostics *diags,
	     const char *rule, const char *fmt, ...)
{
	struct buffer words = BUFFER_INIT;
	va_list args;

	va_start(args, fmt);
	buffer_vprintf(&words, fmt, args);
	va_end(args);
	diagnostics_add(diags, SEVERITY_ERROR, entry->file, entry->line, 0,
			rule, "%s", words.data);
	buffer_release(&words);
	entry->cells[CATALOGUE_SYMBOL] = NULL;
}

/* The library puts the letter of a part that the title page lacks into
 * brackets: A/RES/37/100[A]. */
static void
entry_without_brackets(const char *symbol, struct buffer *out)
{
	for (; *symbol; symbol++)
		if (*symbol != '[' && *symbol != ']')
			buffer_append_byte(out, *symbol);
}

static void
entry_check_symbol(struct catalogue_entry *entry, bool is_own,
		   struct arena *arena, struct diagnostics *diags)
{
	const char *symbol = entry->cells[CATALOGUE_SYMBOL];
	struct buffer plain = BUFFER_INIT;
	char normal[CITE_SYMBOL_MAX];

	if (!symbol)
		return;
	entry_without_brackets(symbol, &plain);
	if (cite_normalise(plain.data, plain.len, NULL, normal))
		entry->cells[CATALOGUE_SYMBOL] = arena_strdup(arena, normal);
	/* Treaties and other bodies have names of their own: ETS-185. */
	else if (!is_own || strlen(symbol) >= CITE_SYMBOL_MAX || *symbol == '#')
		entry_refuse(entry, diags, "import-symbol",
			     _("“%s” is not the symbol of a document. Mend it, "
			       "or take the record out."),
			     symbol);
	buffer_release(&plain);
}

/* The parts of a date that are there: YYYY, YYYY-MM. */
static bool
entry_is_partial_date(const char *text)
{
	size_t len = strlen(text);

	return strspn(text, "0123456789-") == len && (len == 4 || len == 7) &&
	       strspn(text, "0123456789") == 4;
}

/* YYYY-MM-DD, or YYYYMMDD as older records have it. */
static void
entry_check_date(struct catalogue_entry *entry, struct arena *arena,
		 struct diagnostics *diags)
{
	const char *text = entry->cells[CATALOGUE_ADOPTED];
	struct date date;

	if (!text)
		return;
	if (strlen(text) == 8 && strspn(text, "0123456789") == 8)
		entry->cells[CATALOGUE_ADOPTED] = arena_printf(
			arena, "%.4s-%.2s-%.2s", text, text + 4, text + 6);
	text = entry->cells[CATALOGUE_ADOPTED];
	if (date_parse(text, strlen(text), &date))
		return;
	if (entry_is_partial_date(text)) {
		diagnostics_add(diags, SEVERITY_NOTE, entry->file, entry->line,
				0, "import-date",
				_("The date %s has no day and is left out."),
				text);
		entry->cells[CATALOGUE_ADOPTED] = NULL;
		return;
	}
	entry_refuse(entry, diags, "import-date",
		     _("“%s” is no date of the calendar. Write it as "
		       "2020-12-31, or take the record out."),
		     text);
}

static void
entry_check_vote(struct catalogue_entry *entry, struct diagnostics *diags)
{
	const char *vote = entry->cells[CATALOGUE_VOTE];

	if (vote && !catalogue_is_vote(vote))
		entry_refuse(entry, diags, "import-vote",
			     _("“%s” is no vote; write 79-60-33 (yes, no, "
			       "abstaining) or “without a vote”."),
			     vote);
}

/* Where a title stops being one: "... : resolution / adopted by ...". */
static size_t
entry_title_length(const char *title)
{
	static const char *const ends[] = {
		" : resolution", " : draft resolution",
		" : decision",	 " :",
		" / ",		 " /"};
	size_t len = strlen(title), i;
	const char *at;

	for (i = 0; i < sizeof ends / sizeof *ends; i++) {
		at = strstr(title, ends[i]);
		/* A colon ends a title only where nothing follows it. */
		if (at && (strcmp(ends[i], " :") || !at[2]) &&
		    (strcmp(ends[i], " /") || !at[2]) &&
		    (size_t)(at - title) < len)
			len = (size_t)(at - title);
	}
	return len;
}

/* The library gives a name to what has none: "Resolution 1540 (2004)". */
static bool
entry_is_no_title(const char *title)
{
	if (!strncmp(title, "Security Council ", 17))
		title += 17;
	return (!strncmp(title, "resolution ", 11) ||
		!strncmp(title, "Resolution ", 11)) &&
	       strspn(title + 11, "0123456789 ()/") == strlen(title + 11);
}

static void
entry_clean_title(struct catalogue_entry *entry, struct arena *arena)
{
	const char *title = entry->cells[CATALOGUE_TITLE_EN];

	if (!title)
		return;
	title = arena_strndup(arena, title, entry_title_length(title));
	entry->cells[CATALOGUE_TITLE_EN] =
		entry_is_no_title(title) ? NULL : title;
}

/* What a symbol says by itself. */
static void
entry_add_body(struct catalogue_entry *entry)
{
	static const struct {
		const char *start, *kind, *body;
	} series[] = {
		{"A/RES/", "resolution", "General Assembly"},
		{"A/DEC/", "decision", "General Assembly"},
		{"S/RES/", "resolution", "Security Council"},
		{"E/RES/", "resolution", "Economic and Social Council"},
		{"A/HRC/RES/", "resolution", "Human Rights Council"},
	};
	const char *symbol = entry->cells[CATALOGUE_SYMBOL];
	size_t i;

	for (i = 0; symbol && i < sizeof series / sizeof *series; i++)
		if (!strncmp(symbol, series[i].start,
			     strlen(series[i].start))) {
			entry->cells[CATALOGUE_KIND] = series[i].kind;
			entry->cells[CATALOGUE_BODY] = series[i].body;
			entry->is_from_symbol = true;
		}
}

void
entry_check(struct catalogue_entry *entry, const char *source,
	    struct arena *arena, struct diagnostics *diags)
{
	bool is_own = !strcmp(source, "table");

	entry->fills_only = !strcmp(source, "roll-calls");
	if (!is_own) {
		entry_clean_title(entry, arena);
		entry->cells[CATALOGUE_NOTE] = NULL;
	}
	entry_check_symbol(entry, is_own, arena, diags);
	entry_check_date(entry, arena, diags);
	entry_check_vote(entry, diags);
	if (!is_own)
		entry_add_body(entry);
}
