/* lectern record: what was said, stopped, noted, with times. */
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/utf8.h"
#include "lectern/words.h"
#include "record_cmd.h"

enum { RECORD_TIME, RECORD_WHAT, RECORD_PLACE, RECORD_WORDS };
#define RECORD_COLUMNS 4
#define RECORD_WIDTH   80

const char *
record_kind_words(enum record_kind kind)
{
	static const char *const words[RECORD_KIND_COUNT] = {
		[RECORD_SAID] = N_("said"),
		[RECORD_STOPPED] = N_("stopped"),
		[RECORD_NOTE] = N_("note"),
		[RECORD_FLOOR] = N_("floor"),
	};

	return words[kind] == NULL ? record_kind_name(kind)
				   : gettext(words[kind]);
}

bool
is_record_shown(const struct record_request *request,
		const struct record_entry *entry, struct place *place)
{
	const struct resolved *at = &request->place;

	place->whole_meeting = true;
	if (entry->is_undone || entry->is_repeated || entry->kind % 2 == 1)
		return false;
	if (!record_find_row(entry, at->meeting, place)) {
		place->whole_meeting = true;
		return at->is_whole;
	}
	return place->section >= at->first && place->section < at->end &&
	       place->row >= at->first_row && place->row < at->end_row;
}

const struct point *
record_point(const struct record_request *request, const struct place *place)
{
	const struct meeting *meeting = request->place.meeting;
	const struct aligned_row *row =
		&meeting->sections[place->section].rows[place->row];
	int index = meeting_language_index(meeting, request->language);

	if (index >= 0 && row->cells[index] != NULL)
		return row->cells[index];
	return aligned_row_first(row);
}

void
record_first_words(const struct record_request *request,
		   const struct place *place, struct buffer *out)
{
	const struct point *point = record_point(request, place);
	struct buffer words = BUFFER_INIT;
	size_t len = 0, cut = 0, count = 0;
	uint32_t cp;

	point_plain_text(point, &words);
	while (len < words.len && count++ < RECORD_FIRST_WORDS) {
		if (words.data[len] == ' ')
			cut = len;
		len += utf8_decode(words.data + len, words.len - len, &cp);
	}
	if (len < words.len && cut > 0)
		len = cut;
	buffer_append(out, words.data, len);
	if (len < words.len)
		buffer_append_string(out, " …");
	buffer_release(&words);
}

/* What stands beside an event: its text, or the first words of its point. */
static void
record_entry_words(const struct record_request *request,
		   const struct record_entry *entry, const struct place *place,
		   struct buffer *out)
{
	if (*entry->text != '\0')
		buffer_append_string(out, entry->text);
	else if (!place->whole_meeting)
		record_first_words(request, place, out);
	else
		buffer_append_string(out, _("(this point is not in the brief "
					    "any more)"));
}

/* "10:14"; of several days, the day too. */
static void
record_entry_time(const struct record_entry *entry, bool with_day,
		  struct buffer *out)
{
	if (with_day) {
		record_format_day(entry, out);
		buffer_append_byte(out, ' ');
	}
	record_format_clock(entry, out);
}

static bool
record_has_days(const struct record *record)
{
	struct buffer first = BUFFER_INIT, other = BUFFER_INIT;
	bool differs = false;

	for (size_t i = 0; i < record->list.len && !differs; i++) {
		buffer_reset(&other);
		record_format_day(&record->list.items[i], &other);
		if (first.len == 0)
			buffer_append_string(&first, other.data);
		differs = strcmp(first.data, other.data) != 0;
	}
	buffer_release(&first);
	buffer_release(&other);
	return differs;
}

/* A line, or where 'columns' are still to be measured, its cells. */
static void
record_row(const struct record_request *request,
	   const struct record_entry *entry, const struct place *place,
	   bool with_day, struct table_column *columns, struct output *out)
{
	struct buffer time = BUFFER_INIT, words = BUFFER_INIT;
	struct table_cell cells[RECORD_COLUMNS];

	record_entry_time(entry, with_day, &time);
	record_entry_words(request, entry, place, &words);
	cells[RECORD_TIME] = (struct table_cell){time.data, STYLE_NUMBER};
	cells[RECORD_WHAT] = (struct table_cell){record_kind_words(entry->kind),
						 STYLE_STRONG};
	cells[RECORD_PLACE] = (struct table_cell){entry->place, STYLE_TEXT};
	cells[RECORD_WORDS] = (struct table_cell){words.data, STYLE_TEXT};
	if (out != NULL)
		table_row(out, columns, cells, RECORD_COLUMNS);
	for (int i = 0; i < RECORD_COLUMNS && out == NULL; i++)
		table_measure(&columns[i], cells[i].text);
	buffer_release(&time);
	buffer_release(&words);
}

/* Twice over the events: to measure, then to print. */
static void
record_print(const struct record_request *request, struct output *out,
	     int width)
{
	const struct record *record = &request->log.record;
	struct table_column columns[RECORD_COLUMNS] = {{.width = 0}};
	bool with_day = record_has_days(record);
	struct place place;

	columns[RECORD_WORDS].gives_way = true;
	for (int pass = 0; pass < 2; pass++) {
		for (size_t i = 0; i < record->list.len; i++) {
			const struct record_entry *entry =
				&record->list.items[i];

			if (is_record_shown(request, entry, &place))
				record_row(request, entry, &place, with_day,
					   columns, pass == 0 ? NULL : out);
		}
		if (pass == 0 && !table_fit(columns, RECORD_COLUMNS, width))
			columns[RECORD_WORDS].width =
				columns[RECORD_WORDS].least;
	}
}

static void
record_print_json(const struct record_request *request, struct output *out)
{
	const struct record *record = &request->log.record;
	json_t *array = json_array(), *object;
	struct buffer time = BUFFER_INIT, words = BUFFER_INIT;
	struct place place;

	for (size_t i = 0; i < record->list.len; i++) {
		const struct record_entry *entry = &record->list.items[i];

		if (!is_record_shown(request, entry, &place))
			continue;
		buffer_reset(&time);
		buffer_reset(&words);
		record_format_time_zone(entry, &time);
		if (!place.whole_meeting)
			record_first_words(request, &place, &words);
		object = json_object();
		json_put(object, "time", json_text(time.data));
		json_put(object, "event",
			 json_text(record_kind_name(entry->kind)));
		json_put(object, "place", json_text(entry->place));
		json_put(object, "text", json_text(entry->text));
		json_put(object, "point", json_text(words.data));
		json_add(array, object);
	}
	json_print(out, array);
	buffer_release(&time);
	buffer_release(&words);
}

/* The interface's language where the brief has it, else its original. */
static char *
record_language(const struct command_call *call, const struct meeting *meeting)
{
	const char *given = command_option(call, "language")->text;
	char *language = given == NULL ? locale_language() : mem_strdup(given);

	if (meeting_language_index(meeting, language) >= 0 ||
	    meeting->language_count == 0)
		return language;
	free(language);
	return mem_strdup(meeting->languages[0]);
}

static bool
record_has_any(const struct record_request *request)
{
	const struct record *record = &request->log.record;
	struct place place;

	for (size_t i = 0; i < record->list.len; i++)
		if (is_record_shown(request, &record->list.items[i], &place))
			return true;
	return false;
}

static enum status
record_show(struct command_call *call, struct record_request *request,
	    struct error *err)
{
	bool as_json = command_option(call, "json")->given;

	command_print_diagnostics(call->messages, &request->log.record.diags,
				  SEVERITY_WARNING);
	if (as_json)
		record_print_json(request, call->out);
	if (!record_has_any(request))
		return error_set(err, STATUS_NOT_FOUND,
				 _("Nothing is recorded of %s yet. Marks and "
				   "notes are made on the screen: lectern live "
				   "%s."),
				 request->place.meeting->id,
				 request->place.meeting->id);
	if (command_option(call, "to")->given)
		record_print_report(request, call->out);
	else if (!as_json)
		record_print(request, call->out,
			     output_columns(call->out, RECORD_WIDTH));
	return STATUS_OK;
}

static int
record_run(struct command_call *call, struct error *err)
{
	struct record_request request = {.place = {.meeting = NULL}};
	enum status rc = resolve_operands(call, &request.place, err);

	if (rc == STATUS_OK) {
		request.language = record_language(call, request.place.meeting);
		record_log_open(&request.log, call->library,
				request.place.meeting->id);
		record_log_refresh(&request.log);
		rc = record_show(call, &request, err);
		record_log_close(&request.log);
	}
	free(request.language);
	resolved_release(&request.place);
	return command_exit_code(rc);
}

static const struct option_row record_options[] = {
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANG",
	 .help = N_("language of the points' words")},
	{.name = "to",
	 .type = OPTION_CHOICE,
	 .argument = "FORM",
	 .choices = "md",
	 .help = N_("write a draft report of the meeting: md")},
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_record = {
	.name = "record",
	.operands = "PLACE",
	.help = N_("print what was said, stopped and noted in a meeting"),
	.details = N_(
		"Prints in order what was marked on the screen in live use: "
		"points said, the point one stopped in, notes on points and on "
		"the floor, with times and the first words of the points. "
		"--to md writes a draft report instead: who raised what, what "
		"was said, and what remains. It is read from record.md in the "
		"meeting's folder, and from the user's state folder where the "
		"library could not be written to."),
	.needs = NEEDS_LIBRARY,
	.operands_min = 1,
	.operands_max = 8,
	.options = record_options,
	.run = record_run,
};
