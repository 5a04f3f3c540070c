/* lectern list: the meetings, newest first. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/text.h"
#include "lectern/words.h"

enum { LIST_DATE, LIST_SHORT, LIST_TITLE, LIST_LANGUAGES, LIST_FINDINGS };
#define LIST_COLUMNS 5
#define LIST_BAR     4 /* cells */
/* A title in a narrower column is a tower of single words. */
#define LIST_TITLE_LEAST 30
#define LIST_MAX	 ((size_t)1 << 30)

/* What stands in the columns for one meeting. */
struct list_row {
	struct buffer date;
	const char *short_name, *title;
	struct buffer languages, findings;
};

/* Errors and warnings; a note asks nothing of anybody. */
static int
list_count_findings(const struct store_meeting *meeting)
{
	return meeting->errors + meeting->warnings;
}

/*
 * "2021-05-27"; "2021-05-27/28" within a month, as ISO 8601 shortens it; else
 * two dates between which a line may break.
 */
static void
list_format_date(const struct date_range *range, struct buffer *out)
{
	char first[DATE_TEXT_MAX], last[DATE_TEXT_MAX];
	size_t month = strlen("2021-05-");

	if (!is_date(&range->first))
		return;
	date_format(&range->first, first);
	date_format(&range->last, last);
	buffer_append_string(out, first);
	if (!date_compare(&range->first, &range->last))
		return;
	if (!strncmp(first, last, month))
		buffer_printf(out, "/%s", last + month);
	else
		buffer_printf(out, " / %s", last);
}

/* "ru ███░ 3/4", held together by no-break spaces. */
static void
list_format_language(const struct store_language *language, struct buffer *out)
{
	if (out->len)
		buffer_append_byte(out, ' ');
	buffer_printf(out, "%s\u00a0", language->tag);
	text_bar((size_t)language->points, (size_t)language->of, LIST_BAR, out);
	buffer_printf(out, "\u00a0%d/%d", language->points, language->of);
}

static void
list_row_fill(struct list_row *row, const struct store_meeting *meeting)
{
	int findings = list_count_findings(meeting);
	size_t i;

	buffer_init(&row->date);
	list_format_date(&meeting->date, &row->date);
	/* What one types to open it. */
	row->short_name =
		*meeting->short_name ? meeting->short_name : meeting->id;
	row->title = *meeting->title ? meeting->title : meeting->id;
	buffer_init(&row->languages);
	for (i = 0; i < meeting->language_count; i++)
		list_format_language(&meeting->languages[i], &row->languages);
	buffer_init(&row->findings);
	if (findings)
		buffer_printf(
			&row->findings,
			P_("%d\u00a0finding", "%d\u00a0findings", findings),
			findings);
}

static void
list_row_release(struct list_row *row)
{
	buffer_release(&row->date);
	buffer_release(&row->languages);
	buffer_release(&row->findings);
}

static void
list_row_cells(const struct list_row *row, struct table_cell *cells)
{
	cells[LIST_DATE] = (struct table_cell){row->date.data, STYLE_NUMBER};
	cells[LIST_SHORT] = (struct table_cell){row->short_name, STYLE_STRONG};
	cells[LIST_TITLE] = (struct table_cell){row->title, STYLE_TEXT};
	cells[LIST_LANGUAGES] =
		(struct table_cell){row->languages.data, STYLE_QUIET};
	cells[LIST_FINDINGS] =
		(struct table_cell){row->findings.data, STYLE_WARNING};
}

static void
list_measure(const struct store_meetings *meetings,
	     struct table_column *columns)
{
	struct table_cell cells[LIST_COLUMNS];
	struct list_row row;
	size_t i, j;

	for (i = 0; i < meetings->list.len; i++) {
		list_row_fill(&row, &meetings->list.items[i]);
		list_row_cells(&row, cells);
		for (j = 0; j < LIST_COLUMNS; j++)
			table_measure(&columns[j], cells[j].text);
		list_row_release(&row);
	}
	columns[LIST_DATE].gives_way = true;
	columns[LIST_SHORT].gives_way = true;
	columns[LIST_TITLE].gives_way = true;
	columns[LIST_LANGUAGES].gives_way = true;
	if (columns[LIST_TITLE].least < LIST_TITLE_LEAST)
		columns[LIST_TITLE].least = LIST_TITLE_LEAST;
}

/* Too narrow for columns: the cells one under the other. */
static void
list_print_stacked(struct output *out, const struct table_cell *cells,
		   int width)
{
	struct buffer head = BUFFER_INIT;
	int i;

	buffer_printf(&head, "%s  %s", cells[LIST_DATE].text,
		      cells[LIST_SHORT].text);
	table_text(out, head.data, STYLE_STRONG, 0, width);
	for (i = LIST_TITLE; i < LIST_COLUMNS; i++)
		if (*cells[i].text)
			table_text(out, cells[i].text, cells[i].style, 2,
				   width);
	buffer_release(&head);
}

static void
list_print(struct output *out, const struct store_meetings *meetings, int width)
{
	struct table_column columns[LIST_COLUMNS] = {{.width = 0}};
	struct table_cell cells[LIST_COLUMNS];
	struct list_row row;
	bool is_side_by_side;
	size_t i;

	list_measure(meetings, columns);
	is_side_by_side = table_fit(columns, LIST_COLUMNS, width);
	for (i = 0; i < meetings->list.len; i++) {
		list_row_fill(&row, &meetings->list.items[i]);
		list_row_cells(&row, cells);
		if (is_side_by_side)
			table_row(out, columns, cells, LIST_COLUMNS);
		else
			list_print_stacked(out, cells, width);
		list_row_release(&row);
	}
}

static json_t *
list_json_meeting(const struct store_meeting *meeting)
{
	json_t *object = json_object(), *languages = json_array(), *language;
	char date[DATE_TEXT_MAX] = "";
	size_t i;

	json_put(object, "id", json_text(meeting->id));
	json_put(object, "short", json_text(meeting->short_name));
	json_put(object, "title", json_text(meeting->title));
	if (is_date(&meeting->date.first))
		date_range_format(&meeting->date, date);
	json_put(object, "date", json_text(date));
	json_put(object, "body", json_text(meeting->body));
	json_put(object, "place", json_text(meeting->place));
	json_put(object, "points", json_integer(meeting->points));
	for (i = 0; i < meeting->language_count; i++) {
		language = json_object();
		json_put(language, "language",
			 json_text(meeting->languages[i].tag));
		json_put(language, "points",
			 json_integer(meeting->languages[i].points));
		json_put(language, "of",
			 json_integer(meeting->languages[i].of));
		json_add(languages, language);
	}
	json_put(object, "languages", languages);
	json_put(object, "errors", json_integer(meeting->errors));
	json_put(object, "warnings", json_integer(meeting->warnings));
	json_put(object, "notes", json_integer(meeting->notes));
	return object;
}

static void
list_print_json(struct output *out, const struct store_meetings *meetings)
{
	json_t *array = json_array();
	size_t i;

	for (i = 0; i < meetings->list.len; i++)
		json_add(array, list_json_meeting(&meetings->list.items[i]));
	json_print(out, array);
}

static void
list_print_ids(struct output *out, const struct store_meetings *meetings)
{
	size_t i;

	for (i = 0; i < meetings->list.len; i++)
		output_printf(out, "%s\n", meetings->list.items[i].id);
}

static enum status
list_find(struct command_call *call, const char *words,
	  struct store_meetings *meetings, struct error *err)
{
	char *language = locale_language();
	enum status rc;

	rc = store_list_meetings(call->store, words, language, 0, LIST_MAX,
				 meetings, err);
	free(language);
	if (!rc && !meetings->list.len && *words)
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("No meeting has all of these words: %s"),
			       words);
	else if (!rc && !meetings->list.len)
		rc = error_set(
			err, STATUS_NOT_FOUND,
			_("There is no meeting in %s yet. A meeting is a "
			  "folder there, with meeting.yaml and one text "
			  "per language, such as en.md and ru.md."),
			call->library->path);
	return rc;
}

/* A terminal's width; into a pipe, a meeting takes one line. */
static int
list_width(const struct command_call *call)
{
	return output_columns(call->out, 500);
}

int
list_run_plain(struct command_call *call, struct error *err)
{
	struct store_meetings meetings = STORE_MEETINGS_INIT;
	enum status rc = list_find(call, "", &meetings, err);

	if (!rc)
		list_print(call->out, &meetings, list_width(call));
	store_meetings_release(&meetings);
	return command_exit_code(rc);
}

static int
list_run(struct command_call *call, struct error *err)
{
	const struct option_value *width = command_option(call, "width");
	struct store_meetings meetings = STORE_MEETINGS_INIT;
	struct buffer words = BUFFER_INIT;
	enum status rc;
	int i;

	for (i = 0; i < call->operand_count; i++)
		buffer_printf(&words, "%s%s", i ? " " : "", call->operands[i]);
	rc = list_find(call, words.data, &meetings, err);
	if (command_option(call, "json")->given) {
		/* An empty list is an answer a program can read. */
		if (!rc || rc == STATUS_NOT_FOUND)
			list_print_json(call->out, &meetings);
	} else if (!rc && command_option(call, "ids")->given) {
		list_print_ids(call->out, &meetings);
	} else if (!rc) {
		list_print(call->out, &meetings,
			   width->given ? (int)width->number
					: list_width(call));
	}
	store_meetings_release(&meetings);
	buffer_release(&words);
	return command_exit_code(rc);
}

static const struct option_row list_options[] = {
	{.name = "json",
	 .type = OPTION_FLAG,
	 .help = N_("print JSON: a list of meetings")},
	{.name = "ids",
	 .type = OPTION_FLAG,
	 .help = N_("print the ids only, one a line")},
	{.name = "width",
	 .type = OPTION_NUMBER,
	 .argument = "CELLS",
	 .min = 20,
	 .max = 500,
	 .help = N_("width of the output")},
	{.name = NULL},
};

const struct command cmd_list = {
	.name = "list",
	.alias = "ls",
	.operands = "[WORDS]",
	.help = N_("list the meetings, newest first"),
	.details = N_(
		"Prints for each meeting its date, its short name, its title, "
		"how many of its points each language has, as a bar and in "
		"figures, and how many errors and warnings were found in its "
		"texts. WORDS choose the "
		"meetings that have all of them in their id, short name, body, "
		"place or title. On a terminal the lines are wrapped at its "
		"width; otherwise a meeting takes one line."),
	.needs = NEEDS_STORE,
	.operands_max = -1,
	.options = list_options,
	.run = list_run,
};
