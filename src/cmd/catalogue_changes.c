/* What an import would change in the catalogue: fields, or a summary. */
#include <string.h>

#include "catalogue_cmd.h"
#include "lectern/words.h"

#define CHANGES_MANY  40 /* more are not shown one by one */
#define CHANGES_SHOWN 10 /* of many */
#define CHANGES_WIDTH 500

static void
changes_print_one(const struct catalogue_change *change, struct output *out,
		  int width)
{
	struct buffer line = BUFFER_INIT;
	const char *now;
	int column;

	buffer_append_string(&line, change->symbol);
	if (change->is_new)
		buffer_printf(&line, "  %s", _("(new)"));
	table_text(out, line.data, STYLE_STRONG, 0, width);
	for (column = CATALOGUE_KIND; column < CATALOGUE_COLUMNS; column++) {
		now = change->now[column];
		if (!now)
			continue;
		buffer_reset(&line);
		buffer_printf(&line, "%s: ", catalogue_column_name(column));
		if (*change->was[column])
			buffer_printf(&line, "%s → ", change->was[column]);
		buffer_append_string(&line, now);
		table_text(out, line.data, STYLE_TEXT, 2, width);
	}
	buffer_release(&line);
}

/* "vote: 2840 filled, 3 changed" */
static void
changes_print_totals(const struct catalogue_merge *merge, struct output *out)
{
	const struct catalogue_change *change;
	int column, filled, changed;
	size_t i;

	for (column = CATALOGUE_KIND; column < CATALOGUE_COLUMNS; column++) {
		filled = changed = 0;
		for (i = 0; i < merge->changes.len; i++) {
			change = &merge->changes.items[i];
			if (!change->now[column])
				continue;
			if (*change->was[column])
				changed++;
			else
				filled++;
		}
		if (filled + changed)
			output_printf(out, _("  %s: %d filled, %d changed\n"),
				      catalogue_column_name(column), filled,
				      changed);
	}
}

/* Among many, what would be overwritten is worth more than what is new. */
static void
changes_print_some(const struct catalogue_merge *merge, bool is_new, int *left,
		   struct output *out, int width)
{
	const struct catalogue_change *change;
	size_t i;

	for (i = 0; i < merge->changes.len && *left; i++) {
		change = &merge->changes.items[i];
		if (change->is_new != is_new)
			continue;
		changes_print_one(change, out, width);
		--*left;
	}
}

void
catalogue_print_changes(const struct catalogue_merge *merge, struct output *out)
{
	int width = output_columns(out, CHANGES_WIDTH), left = CHANGES_SHOWN;
	size_t i;

	if (merge->changes.len <= CHANGES_MANY) {
		for (i = 0; i < merge->changes.len; i++)
			changes_print_one(&merge->changes.items[i], out, width);
		return;
	}
	changes_print_some(merge, false, &left, out, width);
	changes_print_some(merge, true, &left, out, width);
	output_printf(out,
		      P_("… and %zu more document; --json lists it.\n",
			 "… and %zu more documents; --json lists them.\n",
			 merge->changes.len - CHANGES_SHOWN),
		      merge->changes.len - CHANGES_SHOWN);
	changes_print_totals(merge, out);
}

json_t *
catalogue_json_changes(const struct catalogue_merge *merge)
{
	const struct catalogue_change *change;
	json_t *array = json_array(), *object, *fields, *field;
	size_t i;
	int column;

	for (i = 0; i < merge->changes.len; i++) {
		change = &merge->changes.items[i];
		object = json_object();
		fields = json_object();
		for (column = 0; column < CATALOGUE_COLUMNS; column++) {
			if (!change->now[column])
				continue;
			field = json_object();
			json_put(field, "was", json_text(change->was[column]));
			json_put(field, "now", json_text(change->now[column]));
			json_put(fields, catalogue_column_name(column), field);
		}
		json_put(object, "symbol", json_text(change->symbol));
		json_put(object, "new", json_boolean(change->is_new));
		json_put(object, "file", json_text(change->file));
		json_put(object, "line", json_integer(change->line));
		json_put(object, "fields", fields);
		json_add(array, object);
	}
	return array;
}

void
catalogue_say_left_out(const struct catalogue_merge *merge,
		       struct output *messages)
{
	const struct catalogue_left_out *one;
	size_t i;

	for (i = 0; i < merge->left_out.len; i++) {
		one = &merge->left_out.items[i];
		if (!strcmp(one->reason, "part"))
			command_say(messages,
				    P_("%s: %d roll call on a paragraph or an "
				       "amendment is left out.",
				       "%s: %d roll calls on paragraphs or "
				       "amendments are left out.",
				       one->count),
				    one->file, one->count);
		else if (!strcmp(one->reason, "guess"))
			command_say(messages,
				    P_("%s: %d roll call is left out, because "
				       "the file only guesses its symbol.",
				       "%s: %d roll calls are left out, "
				       "because the file only guesses their "
				       "symbols.",
				       one->count),
				    one->file, one->count);
		else if (!strcmp(one->reason, "several"))
			command_say(messages,
				    P_("%s: %d document is left out, because "
				       "the file has several votes on it.",
				       "%s: %d documents are left out, because "
				       "the file has several votes on each.",
				       one->count),
				    one->file, one->count);
		else
			command_say(messages,
				    P_("%s: %d vote that failed is left out.",
				       "%s: %d votes that failed are left out.",
				       one->count),
				    one->file, one->count);
	}
}
