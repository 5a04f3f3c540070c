/* A draft report of a meeting from its record, as Markdown. */
#include <stdlib.h>
#include <string.h>

#include "lectern/words.h"
#include "record_cmd.h"

/* What Markdown would read as a sign is text here. */
static void
report_escape(const char *text, struct buffer *out)
{
	for (; *text != '\0'; text++) {
		if (strchr("\\*_[]<>`", *text) != NULL)
			buffer_append_byte(out, '\\');
		buffer_append_byte(out, *text);
	}
}

static void
report_heading(struct output *out, const char *words)
{
	output_printf(out, "\n## %s\n\n", words);
}

/* "- 10:14 **2.2.4/1** First words …" */
static void
report_line(const struct record_request *request, struct output *out,
	    const struct record_entry *entry, const struct place *place)
{
	struct buffer line = BUFFER_INIT, words = BUFFER_INIT;

	buffer_append_string(&line, "- ");
	record_format_clock(entry, &line);
	if (*entry->place != '\0')
		buffer_printf(&line, " **%s**", entry->place);
	if (!place->whole_meeting)
		record_first_words(request, place, &words);
	if (words.len > 0) {
		buffer_append_byte(&line, ' ');
		report_escape(words.data, &line);
	}
	if (*entry->text != '\0') {
		buffer_append_string(&line, words.len > 0 ? "\n  - " : " ");
		report_escape(entry->text, &line);
	}
	output_printf(out, "%s\n", line.data);
	buffer_release(&line);
	buffer_release(&words);
}

/* All events of a kind under a heading; nothing where there are none. */
static void
report_kind(const struct record_request *request, struct output *out,
	    enum record_kind kind, const char *heading)
{
	const struct record *record = &request->log.record;
	bool is_headed = false;
	struct place place;

	for (size_t i = 0; i < record->list.len; i++) {
		const struct record_entry *entry = &record->list.items[i];

		if (entry->kind != kind ||
		    !is_record_shown(request, entry, &place))
			continue;
		if (!is_headed)
			report_heading(out, heading);
		is_headed = true;
		report_line(request, out, entry, &place);
	}
}

static void
report_remaining_point(const struct record_request *request, struct output *out,
		       const struct place *place,
		       const struct record_mark *mark)
{
	struct buffer line = BUFFER_INIT, words = BUFFER_INIT;

	buffer_append_string(&line, "- **");
	place_format(request->place.meeting, place, &line);
	buffer_append_string(&line, "** ");
	record_first_words(request, place, &words);
	report_escape(words.data, &line);
	if (mark->stopped != NULL)
		buffer_printf(&line, " (%s)", _("one stopped in it"));
	output_printf(out, "%s\n", line.data);
	buffer_release(&line);
	buffer_release(&words);
}

/* Points to be said that were not, in the order of the brief. */
static void
report_remaining(const struct record_request *request, struct output *out)
{
	const struct resolved *at = &request->place;
	struct record_mark *marks =
		record_fold(&request->log.record, at->meeting);
	bool is_headed = false;

	for (size_t s = at->first; s < at->end; s++) {
		const struct aligned_section *section =
			&at->meeting->sections[s];

		for (size_t row = at->first_row;
		     row < section->row_count && row < at->end_row; row++) {
			struct place place = {s, row, false, false};
			struct record_mark *mark =
				&marks[section->first_row + row];

			if (mark->said != NULL ||
			    aligned_row_first(&section->rows[row])->role !=
				    ROLE_SAY)
				continue;
			if (!is_headed)
				report_heading(out, _("What remains"));
			is_headed = true;
			report_remaining_point(request, out, &place, mark);
		}
	}
	free(marks);
}

static void
report_fact(struct output *out, const char *name, const char *value)
{
	struct buffer clean = BUFFER_INIT;

	if (value == NULL || *value == '\0')
		return;
	report_escape(value, &clean);
	output_printf(out, "- %s: %s\n", name, clean.data);
	buffer_release(&clean);
}

static void
report_head(const struct record_request *request, struct output *out)
{
	const struct meeting_facts *facts = &request->place.meeting->facts;
	struct buffer title = BUFFER_INIT;
	char date[DATE_TEXT_MAX] = "";

	report_escape(meeting_title(facts, request->language), &title);
	output_printf(out, "# %s\n\n", title.data);
	output_printf(out, "%s\n\n",
		      _("Draft report, made from the record of the meeting."));
	if (is_date(&facts->date.first))
		date_range_format(&facts->date, date);
	report_fact(out, _("Date"), date);
	report_fact(out, _("Place"), facts->place);
	report_fact(out, _("Subject"), facts->subject);
	report_fact(out, _("Delegation"), facts->delegation);
	report_fact(out, _("Classification"), facts->classification);
	buffer_release(&title);
}

void
record_print_report(const struct record_request *request, struct output *out)
{
	report_head(request, out);
	report_kind(request, out, RECORD_FLOOR, _("What others raised"));
	report_kind(request, out, RECORD_SAID, _("What was said"));
	report_kind(request, out, RECORD_STOPPED, _("Where one stopped"));
	report_kind(request, out, RECORD_NOTE, _("Notes on points"));
	report_remaining(request, out);
}
