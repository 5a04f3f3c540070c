#include <string.h>

#include <csv.h>

#include "groups.h"
#include "lectern/memory.h"
#include "lectern/utf8.h"
#include "table.h"

#define TABLE_BLOCK	(64u << 10)
#define TABLE_CELLS_MAX 64
#define TABLE_ROW_MAX	(1u << 20) /* bytes */

/* What the columns of the tables we know mean. */
enum table_column {
	TABLE_ID,
	TABLE_SYMBOL,
	TABLE_GUESS,
	TABLE_DATE,
	TABLE_TITLE,
	TABLE_MEMBER,
	TABLE_VOTE,
	TABLE_NOTE,
	TABLE_YES,
	TABLE_NO,
	TABLE_ABSTAINING,
	TABLE_ABSENT,
	TABLE_MEMBERS,
	TABLE_AMENDMENT,
	TABLE_PARAGRAPH,
	TABLE_COLUMNS
};

static const struct table_name {
	const char *name;
	enum table_column column;
} table_bulk_names[] =
	{
		{"undl_id", TABLE_ID},
		{"undl_ids", TABLE_ID},
		{"resolution", TABLE_SYMBOL},
		{"resolutions", TABLE_SYMBOL},
		{"date", TABLE_DATE},
		{"dates", TABLE_DATE},
		{"title", TABLE_TITLE},
		{"titles", TABLE_TITLE},
		{"ms_code", TABLE_MEMBER},
		{"ms_codes", TABLE_MEMBER},
		{"ms_vote", TABLE_VOTE},
		{"ms_votes", TABLE_VOTE},
		{"vote_note", TABLE_NOTE},
		{"modality", TABLE_NOTE},
		{"total_yes", TABLE_YES},
		{"yes", TABLE_YES},
		{"total_no", TABLE_NO},
		{"no", TABLE_NO},
		{"total_abstentions", TABLE_ABSTAINING},
		{"abstentions", TABLE_ABSTAINING},
		{"total_non_voting", TABLE_ABSENT},
		{"non_voting", TABLE_ABSENT},
		{"total_ms", TABLE_MEMBERS},
		{NULL, TABLE_COLUMNS},
},
  table_roll_names[] = {
	  {"rcid", TABLE_ID},
	  {"unres", TABLE_SYMBOL},
	  {"symbol_guess", TABLE_GUESS},
	  {"date", TABLE_DATE},
	  {"yes", TABLE_YES},
	  {"no", TABLE_NO},
	  {"abstain", TABLE_ABSTAINING},
	  {"amend", TABLE_AMENDMENT},
	  {"para", TABLE_PARAGRAPH},
	  {NULL, TABLE_COLUMNS},
};

enum table_kind { TABLE_UNKNOWN, TABLE_BULK, TABLE_ROLL_CALLS, TABLE_OWN };

struct table {
	struct import_out *out;
	struct csv_parser csv;
	bool is_tabs, has_stopped, was_return;
	enum table_kind kind;
	long line;     /* being read */
	long row_line; /* where the row began */
	long records;
	/* The row: cells one after the other, each with a NUL. */
	struct buffer cells;
	size_t starts[TABLE_CELLS_MAX];
	size_t count, row_bytes;
	/* Of the first row. */
	struct arena arena;
	const char *names[TABLE_CELLS_MAX];
	size_t name_count;
	int columns[TABLE_COLUMNS]; /* which cell; -1: there is none */
	struct vote_groups groups;
	long left_out_parts, left_out_guesses;
};

static void
table_stop(struct table *table, const char *word, long line, const char *value)
{
	struct import_problem problem = {
		.word = word, .line = line, .value = value};

	if (table->has_stopped)
		return;
	table->has_stopped = true;
	import_put_problem(table->out, &problem);
}

static void
table_add_fault(struct table *table, const char *word, const char *value)
{
	struct import_problem problem = {
		.word = word, .line = table->row_line, .value = value};

	import_put_problem(table->out, &problem);
	if (table->out->problems >= IMPORT_PROBLEMS_MAX)
		table->has_stopped = true;
}

/* The cell of a column in the row being read; "" where there is none. */
static const char *
table_cell(const struct table *table, enum table_column column)
{
	int at = table->columns[column];

	if (at < 0 || (size_t)at >= table->count)
		return "";
	return table->cells.data + table->starts[at];
}

static void
table_find_columns(struct table *table, const struct table_name *names)
{
	size_t i;

	for (; names->name; names++)
		for (i = 0; i < table->name_count; i++)
			if (!strcmp(table->names[i], names->name))
				table->columns[names->column] = (int)i;
}

static bool
table_has_name(const struct table *table, const char *name)
{
	size_t i;

	for (i = 0; i < table->name_count; i++)
		if (!strcmp(table->names[i], name))
			return true;
	return false;
}

static void
table_read_header(struct table *table)
{
	size_t i;

	table->name_count = table->count;
	for (i = 0; i < table->count; i++)
		table->names[i] = arena_strdup(
			&table->arena, table->cells.data + table->starts[i]);
	if (table_has_name(table, "rcid") && table_has_name(table, "unres")) {
		table->kind = TABLE_ROLL_CALLS;
		table_find_columns(table, table_roll_names);
	} else if (table_has_name(table, "ms_code") ||
		   table_has_name(table, "ms_codes")) {
		table->kind = TABLE_BULK;
		table_find_columns(table, table_bulk_names);
	} else if (table->is_tabs && table_has_name(table, "symbol"))
		table->kind = TABLE_OWN;
	else
		table_stop(table, "unknown-table", table->row_line,
			   table->names[0]);
}

static void
table_read_own(struct table *table)
{
	json_t *cells = json_object(), *object;
	const char *symbol = NULL;
	size_t i;

	for (i = 0; i < table->count && i < table->name_count; i++) {
		import_set_text(cells, table->names[i],
				table->cells.data + table->starts[i]);
		if (!strcmp(table->names[i], "symbol"))
			symbol = table->cells.data + table->starts[i];
	}
	if (!symbol || !*symbol) {
		json_decref(cells);
		table_add_fault(table, "no-symbol", NULL);
		return;
	}
	object = json_pack("{s:I, s:I, s:o}", "line",
			   (json_int_t)table->row_line, "record",
			   (json_int_t)table->records, "cells", cells);
	import_put(table->out, object);
}

static struct vote_group *
table_find_group(struct table *table, const char *key, const char *symbol)
{
	struct vote_group *group = vote_groups_find(&table->groups, key);
	struct arena *arena = &table->groups.arena;

	if (!group->rows++) {
		group->line = table->row_line;
		group->symbol = arena_strdup(arena, symbol);
		group->date =
			arena_strdup(arena, table_cell(table, TABLE_DATE));
		group->title =
			arena_strdup(arena, table_cell(table, TABLE_TITLE));
	}
	return group;
}

static void
table_read_totals(struct table *table, struct vote_counts *totals)
{
	const struct {
		enum table_column column;
		long *count;
	} cells[] = {
		{TABLE_YES, &totals->yes},
		{TABLE_NO, &totals->no},
		{TABLE_ABSTAINING, &totals->abstaining},
		{TABLE_ABSENT, &totals->absent},
		{TABLE_MEMBERS, &totals->members},
	};
	bool is_bad;
	size_t i;

	for (i = 0; i < sizeof cells / sizeof *cells; i++) {
		is_bad = false;
		*cells[i].count = vote_count_read(
			table_cell(table, cells[i].column), &is_bad);
		if (is_bad)
			table_add_fault(table, "bad-count",
					table_cell(table, cells[i].column));
	}
}

static void
table_read_bulk(struct table *table)
{
	const char *id = table_cell(table, TABLE_ID);
	const char *symbol = table_cell(table, TABLE_SYMBOL);
	const char *vote = table_cell(table, TABLE_VOTE);
	struct vote_group *group;

	if (!*symbol) {
		table_add_fault(table, "no-symbol", id);
		return;
	}
	group = table_find_group(table, *id ? id : symbol, symbol);
	if (group->rows == 1) {
		table_read_totals(table, &group->totals);
		group->is_without_vote =
			strstr(table_cell(table, TABLE_NOTE), "ithout") != NULL;
	}
	if (*table_cell(table, TABLE_MEMBER) &&
	    !vote_counts_add(&group->voted, vote))
		table_add_fault(table, "bad-vote", vote);
}

/* "A/RES/66(I)" is the collection's guess from a page number. */
static bool
table_is_guess(const char *symbol)
{
	return !strncmp(symbol, "A/RES/", 6) && strchr(symbol, '(');
}

static void
table_read_roll_call(struct table *table)
{
	const char *guess = table_cell(table, TABLE_GUESS);
	const char *symbol = *guess ? guess : table_cell(table, TABLE_SYMBOL);
	struct vote_group *group;

	if (!strcmp(table_cell(table, TABLE_AMENDMENT), "1") ||
	    !strcmp(table_cell(table, TABLE_PARAGRAPH), "1")) {
		table->left_out_parts++;
		return;
	}
	if (!*symbol || strncmp(symbol, "A/RES/", 6) ||
	    table_is_guess(symbol)) {
		table->left_out_guesses++;
		return;
	}
	group = table_find_group(table, symbol, symbol);
	if (group->rows == 1)
		table_read_totals(table, &group->totals);
}

static void
table_read_row(struct table *table)
{
	switch (table->kind) {
	case TABLE_UNKNOWN:
		table_read_header(table);
		return;
	case TABLE_OWN:
		table_read_own(table);
		break;
	case TABLE_BULK:
		table_read_bulk(table);
		break;
	case TABLE_ROLL_CALLS:
		table_read_roll_call(table);
		break;
	}
	table->records++;
}

static void
table_take_cell(void *bytes, size_t len, void *data)
{
	struct table *table = data;
	const char *text = bytes, *at, *end = text + len;

	if (table->has_stopped)
		return;
	if (!table->count)
		table->row_line = table->line;
	for (at = text; (at = memchr(at, '\n', (size_t)(end - at))); at++)
		table->line++;
	table->row_bytes += len;
	if (utf8_valid_prefix(text, len) != len || memchr(text, '\0', len))
		table_stop(table, "encoding", table->row_line, NULL);
	else if (table->count == TABLE_CELLS_MAX)
		table_stop(table, "too-wide", table->row_line, NULL);
	else if (table->row_bytes > TABLE_ROW_MAX)
		table_stop(table, "too-long", table->row_line, NULL);
	else {
		table->starts[table->count++] = table->cells.len;
		buffer_append(&table->cells, text, len);
		buffer_append_byte(&table->cells, '\0');
	}
}

/* A row of our own tables that begins so is a comment. */
static bool
table_is_comment(const struct table *table)
{
	return table->is_tabs && table->count && table->cells.data[0] == '#';
}

static void
table_take_row(int ending, void *data)
{
	struct table *table = data;
	bool is_empty = table->cells.len == table->count; /* NULs alone */

	if (!table->has_stopped && !is_empty && !table_is_comment(table))
		table_read_row(table);
	buffer_reset(&table->cells);
	table->count = table->row_bytes = 0;
	/* CR LF ends one line. */
	if (!(ending == '\n' && table->was_return))
		table->line++;
	table->was_return = ending == '\r';
}

static void
table_put_left_out(struct table *table, const char *word, long count)
{
	if (count)
		import_put(table->out, json_pack("{s:s, s:I}", "left-out", word,
						 "count", (json_int_t)count));
}

static void
table_put_group(struct table *table, const struct vote_group *group)
{
	const struct import_row row = {
		.line = group->line,
		.symbol = group->symbol,
		.date = group->date,
		.title = group->title,
		.totals = group->totals,
		.voted = group->voted,
		.is_without_vote = group->is_without_vote,
	};

	import_put_row(table->out, &row);
}

static void
table_put_groups(struct table *table)
{
	const struct vote_group *group;
	bool is_roll = table->kind == TABLE_ROLL_CALLS;
	long several = 0, failed = 0;
	size_t i;

	for (i = 0; i < table->groups.list.len; i++) {
		group = table->groups.list.items[i];
		if (is_roll && group->rows > 1)
			several++;
		else if (is_roll && group->totals.yes <= group->totals.no)
			failed++;
		else if (table->out->problems < IMPORT_PROBLEMS_MAX)
			table_put_group(table, group);
	}
	table_put_left_out(table, "part", table->left_out_parts);
	table_put_left_out(table, "guess", table->left_out_guesses);
	table_put_left_out(table, "several", several);
	table_put_left_out(table, "failed", failed);
}

static void
table_finish(struct table *table)
{
	static const char *const names[] = {[TABLE_UNKNOWN] = "",
					    [TABLE_BULK] = "voting",
					    [TABLE_ROLL_CALLS] = "roll-calls",
					    [TABLE_OWN] = "table"};

	if (!table->has_stopped && !table->records)
		table_stop(table, "no-records", 0, NULL);
	if (!table->has_stopped)
		table_put_groups(table);
	if (!table->has_stopped)
		import_put(table->out,
			   json_pack("{s:s, s:I}", "done", names[table->kind],
				     "records", (json_int_t)table->records));
}

/* Tabs in the first line: no quotes, no commas. */
static void
table_choose_separator(struct table *table, const char *text, size_t len)
{
	const char *end = memchr(text, '\n', len);
	size_t first = end ? (size_t)(end - text) : len;

	table->is_tabs = memchr(text, '\t', first) != NULL;
	if (!table->is_tabs)
		return;
	csv_set_delim(&table->csv, CSV_TAB);
	csv_set_quote(&table->csv, '\0');
}

static void
table_parse(struct table *table, const char *text, size_t len)
{
	if (csv_parse(&table->csv, text, len, table_take_cell, table_take_row,
		      table) == len)
		return;
	if (csv_error(&table->csv) == CSV_ENOMEM)
		mem_fail(0);
	table_stop(table, "bad-quotes", table->line, NULL);
}

static void
table_read_blocks(struct table *table, struct import_in *in)
{
	char *block = mem_alloc(TABLE_BLOCK, 1), *text = block;
	ssize_t got = import_read(in, block, TABLE_BLOCK);

	if (got >= 3 && !memcmp(block, "\xef\xbb\xbf", 3)) {
		text += 3;
		got -= 3;
	}
	if (got > 0)
		table_choose_separator(table, text, (size_t)got);
	while (got > 0 && !table->has_stopped) {
		/* To libcsv a zero is the mark that we tell it to use where
		 * nothing is quoted. */
		if (memchr(text, '\0', (size_t)got))
			table_stop(table, "encoding", table->line, NULL);
		else
			table_parse(table, text, (size_t)got);
		if (csv_get_buffer_size(&table->csv) > 2 * TABLE_ROW_MAX)
			table_stop(table, "too-long", table->line, NULL);
		text = block;
		got = import_read(in, block, TABLE_BLOCK);
	}
	if (!table->has_stopped &&
	    csv_fini(&table->csv, table_take_cell, table_take_row, table))
		table_stop(table, "bad-quotes", table->line, NULL);
	free(block);
}

void
table_read(struct import_in *in, struct import_out *out)
{
	struct table *table = mem_alloc(1, sizeof *table);
	size_t i;

	table->out = out;
	table->line = table->row_line = 1;
	buffer_init(&table->cells);
	for (i = 0; i < TABLE_COLUMNS; i++)
		table->columns[i] = -1;
	if (csv_init(&table->csv, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
		mem_fail(0);
	table_read_blocks(table, in);
	table_finish(table);
	csv_free(&table->csv);
	vote_groups_release(&table->groups);
	buffer_release(&table->cells);
	arena_release(&table->arena);
	free(table);
}
