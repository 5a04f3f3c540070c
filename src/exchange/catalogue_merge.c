#include <stdlib.h>
#include <string.h>

#include "lectern/catalogue_merge.h"
#include "lectern/import.h"
#include "lectern/words.h"

#include "catalogue_entry.h"

void
catalogue_merge_init(struct catalogue_merge *merge)
{
	memset(merge, 0, sizeof *merge);
}

void
catalogue_merge_release(struct catalogue_merge *merge)
{
	vector_release(&merge->entries);
	vector_release(&merge->changes);
	vector_release(&merge->left_out);
	arena_release(&merge->arena);
}

/* --- what lectern-import says --- */

struct merge_reader {
	struct catalogue_merge *merge;
	struct diagnostics *diags;
	const char *file;   /* the merge's copy */
	size_t first;	    /* entry of this file */
	const char *source; /* NULL until the last line */
	bool has_problem;
};

static bool
merge_read_object(const json_t *object, void *data)
{
	struct merge_reader *reader = data;
	struct import_fault fault = {.word = import_member(object, "problem"),
				     .value = import_member(object, "value"),
				     .other = import_member(object, "other"),
				     .file = reader->file,
				     .line = import_number(object, "line"),
				     .record = import_number(object, "record")};
	struct catalogue_left_out left_out = {
		.file = reader->file, .count = import_number(object, "count")};
	struct arena *arena = &reader->merge->arena;

	if (*fault.word) {
		reader->has_problem = true;
		catalogue_merge_say_fault(&fault, reader->diags);
	} else if (*import_member(object, "left-out")) {
		left_out.reason =
			arena_strdup(arena, import_member(object, "left-out"));
		vector_push(&reader->merge->left_out, left_out);
	} else if (*import_member(object, "done")) {
		reader->source =
			arena_strdup(arena, import_member(object, "done"));
		reader->merge->records +=
			(size_t)import_number(object, "records");
	} else if (json_object_get(object, "cells")) {
		struct catalogue_entry entry = {.file = reader->file,
						.line = fault.line};

		entry_take_cells(&entry, json_object_get(object, "cells"),
				 arena);
		vector_push(&reader->merge->entries, entry);
	} else
		return false;
	return true;
}

void
catalogue_merge_read(struct catalogue_merge *merge, const char *file,
		     const char *rows, size_t len, struct diagnostics *diags)
{
	struct merge_reader reader = {
		.merge = merge,
		.diags = diags,
		.file = arena_strdup(&merge->arena, file),
		.first = merge->entries.len,
	};
	struct import_fault broken = {.word = "", .file = reader.file};
	bool is_whole = import_each(rows, len, merge_read_object, &reader);
	size_t i;

	if (!reader.has_problem && (!is_whole || !reader.source))
		catalogue_merge_say_fault(&broken, diags);
	for (i = reader.first; i < merge->entries.len; i++)
		entry_check(&merge->entries.items[i],
			    reader.source ? reader.source : "", &merge->arena,
			    diags);
}

/* --- what would change --- */

/* Rows of one symbol stand together, and in the order they came in. */
static int
merge_compare_entries(const void *a, const void *b)
{
	const struct catalogue_entry *left =
		*(struct catalogue_entry *const *)a;
	const struct catalogue_entry *right =
		*(struct catalogue_entry *const *)b;
	int order = catalogue_compare_symbols(left->cells[CATALOGUE_SYMBOL],
					      right->cells[CATALOGUE_SYMBOL]);

	if (order)
		return order;
	return left < right ? -1 : left > right;
}

static void
merge_note_kept(const struct catalogue_entry *entry, const char *known,
		const char *said, struct diagnostics *diags)
{
	diagnostics_add(diags, SEVERITY_NOTE, entry->file, entry->line, 0,
			"import-kept",
			_("%s: “%s” stays, and “%s” of this file is left out: "
			  "roll calls may be counted one short."),
			entry->cells[CATALOGUE_SYMBOL], known, said);
}

/* The rows of one symbol, while they become a change. */
struct merge_group {
	struct catalogue_change change;
	/* Who first said what the column is; NULL: nobody yet. */
	const struct catalogue_entry *first[CATALOGUE_COLUMNS];
};

/*
 * Has another row of the file said what the column is? Then that one is
 * heard; and dates and votes are facts, so of two that differ one is wrong.
 */
static bool
merge_is_said(struct merge_group *group, const struct catalogue_entry *entry,
	      enum catalogue_column column, struct diagnostics *diags)
{
	const struct catalogue_entry *first = group->first[column];
	bool is_fact = column == CATALOGUE_ADOPTED || column == CATALOGUE_VOTE;

	if (!first)
		group->first[column] = entry;
	else if (is_fact && !entry->fills_only && !first->fills_only &&
		 strcmp(first->cells[column], entry->cells[column]))
		diagnostics_add(
			diags, SEVERITY_ERROR, entry->file, entry->line, 0,
			"import-contradiction",
			_("%s has “%s” here and “%s” in line %d of %s. Take "
			  "one of the two out."),
			group->change.symbol, entry->cells[column],
			first->cells[column], first->line, first->file);
	/* What may only fill gives way to a record. */
	if (first && first->fills_only && !entry->fills_only) {
		group->first[column] = entry;
		return false;
	}
	return first != NULL;
}

/* Is the name one of those between "; "? */
static bool
merge_has_name(const char *names, const char *name)
{
	size_t len = strlen(name);

	for (; *names; names += strspn(names, "; ")) {
		if (!strncmp(names, name, len) &&
		    (!names[len] || names[len] == ';'))
			return true;
		names += strcspn(names, ";");
	}
	return false;
}

/* Names are added to those that are there. */
static void
merge_names(struct catalogue_merge *merge, struct catalogue_change *change,
	    const struct catalogue_entry *entry)
{
	const char *said = entry->cells[CATALOGUE_AKA];
	const char **now = &change->now[CATALOGUE_AKA];
	const char *names = *now ? *now : change->was[CATALOGUE_AKA];

	if (!said || merge_has_name(names, said))
		return;
	*now = *names ? arena_printf(&merge->arena, "%s; %s", names, said)
		      : said;
}

/* One field of a row; the first row that fills it is heard. */
static void
merge_field(struct merge_group *group, const struct catalogue_entry *entry,
	    enum catalogue_column column, struct diagnostics *diags)
{
	const char *said = entry->cells[column];
	const char *was = group->change.was[column];
	const char **now = &group->change.now[column];
	bool is_derived = entry->is_from_symbol && (column == CATALOGUE_KIND ||
						    column == CATALOGUE_BODY);

	if (!said || !*said || (*was && is_derived))
		return;
	if (merge_is_said(group, entry, column, diags))
		return;
	*now = NULL;
	if (!strcmp(said, was))
		return;
	if (*was && entry->fills_only) {
		merge_note_kept(entry, was, said, diags);
		return;
	}
	*now = said;
}

static void
merge_entry(struct catalogue_merge *merge, struct merge_group *group,
	    const struct catalogue_entry *entry, struct diagnostics *diags)
{
	struct catalogue_change *change = &group->change;
	int column;

	for (column = CATALOGUE_KIND; column < CATALOGUE_COLUMNS; column++) {
		if (column == CATALOGUE_AKA)
			merge_names(merge, change, entry);
		else
			merge_field(group, entry, column, diags);
		if (change->now[column] && !change->file) {
			change->file = entry->file;
			change->line = entry->line;
		}
	}
}

static void
merge_begin_change(struct catalogue_change *change, const char *symbol,
		   const struct catalogue *known)
{
	const struct instrument *there = catalogue_find_symbol(known, symbol);
	int column;

	memset(change, 0, sizeof *change);
	change->symbol = symbol;
	change->is_new = !there;
	for (column = 0; column < CATALOGUE_COLUMNS; column++)
		change->was[column] = there ? there->cells[column] : "";
	if (!there)
		change->now[CATALOGUE_SYMBOL] = symbol;
}

static bool
merge_changes_something(const struct catalogue_change *change)
{
	int column;

	for (column = 0; column < CATALOGUE_COLUMNS; column++)
		if (change->now[column])
			return true;
	return false;
}

/* Entries of one symbol into one change. */
static void
merge_take_group(struct catalogue_merge *merge,
		 const struct catalogue_entry *const *entries, size_t count,
		 const struct catalogue *known, struct diagnostics *diags)
{
	struct merge_group group = {.first = {NULL}};
	struct catalogue_change *change = &group.change;
	size_t i;

	merge_begin_change(change, entries[0]->cells[CATALOGUE_SYMBOL], known);
	for (i = 0; i < count; i++)
		merge_entry(merge, &group, entries[i], diags);
	if (!merge_changes_something(change))
		return;
	if (!change->file) {
		change->file = entries[0]->file;
		change->line = entries[0]->line;
	}
	vector_push(&merge->changes, *change);
}

void
catalogue_merge_plan(struct catalogue_merge *merge,
		     const struct catalogue *known, struct diagnostics *diags)
{
	VECTOR(const struct catalogue_entry *) sorted = VECTOR_INIT;
	const char *symbol;
	size_t i, end;

	for (i = 0; i < merge->entries.len; i++)
		if (merge->entries.items[i].cells[CATALOGUE_SYMBOL])
			vector_push(&sorted, &merge->entries.items[i]);
	if (sorted.len)
		qsort(sorted.items, sorted.len, sizeof *sorted.items,
		      merge_compare_entries);
	for (i = 0; i < sorted.len; i = end) {
		symbol = sorted.items[i]->cells[CATALOGUE_SYMBOL];
		for (end = i + 1; end < sorted.len; end++)
			if (strcmp(sorted.items[end]->cells[CATALOGUE_SYMBOL],
				   symbol))
				break;
		merge_take_group(merge, sorted.items + i, end - i, known,
				 diags);
	}
	vector_release(&sorted);
}
