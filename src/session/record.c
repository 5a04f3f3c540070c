/* Lines of a record: from text, to text. */
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lectern/date.h"
#include "lectern/record.h"
#include "lectern/words.h"

#define RECORD_STAMP 25 /* "2021-05-27T10:14:03+06:00" */
#define RECORD_DAY   86400

static const char *const record_names[RECORD_KIND_COUNT] = {
	[RECORD_SAID] = "said",	      [RECORD_UNSAID] = "unsaid",
	[RECORD_STOPPED] = "stopped", [RECORD_UNSTOPPED] = "unstopped",
	[RECORD_NOTE] = "note",	      [RECORD_UNNOTE] = "unnote",
	[RECORD_FLOOR] = "floor",     [RECORD_UNFLOOR] = "unfloor",
};

const char *
record_kind_name(enum record_kind kind)
{
	return record_names[kind];
}

static bool
record_has_place(enum record_kind kind)
{
	return kind != RECORD_FLOOR && kind != RECORD_UNFLOOR;
}

static bool
record_has_text(enum record_kind kind)
{
	return kind >= RECORD_NOTE;
}

void
record_release(struct record *record)
{
	vector_release(&record->list);
	diagnostics_release(&record->diags);
	arena_release(&record->arena);
}

/* Two digits below 'limit', or -1. */
static int
record_two_digits(const char *at, int limit)
{
	int value;

	if (at[0] < '0' || at[0] > '9' || at[1] < '0' || at[1] > '9')
		return -1;
	value = (at[0] - '0') * 10 + (at[1] - '0');
	return value < limit ? value : -1;
}

/* "+06:00" or "Z"; returns its bytes, 0 for none. */
static size_t
record_parse_offset(const char *at, size_t len, int *minutes)
{
	int hours, rest;

	*minutes = 0;
	if (len >= 1 && *at == 'Z')
		return 1;
	if (len < 6 || (*at != '+' && *at != '-') || at[3] != ':')
		return 0;
	hours = record_two_digits(at + 1, 24);
	rest = record_two_digits(at + 4, 60);
	if (hours < 0 || rest < 0)
		return 0;
	*minutes = (hours * 60 + rest) * (*at == '-' ? -1 : 1);
	return 6;
}

/* ISO 8601 with its offset; returns its bytes, 0 where it is none. */
static size_t
record_parse_stamp(const char *at, size_t len, struct record_entry *entry)
{
	struct date day;
	int hour, minute, second;
	size_t offset;

	if (len < 20 || !date_parse(at, 10, &day) || at[10] != 'T' ||
	    at[13] != ':' || at[16] != ':')
		return 0;
	hour = record_two_digits(at + 11, 24);
	minute = record_two_digits(at + 14, 60);
	second = record_two_digits(at + 17, 61);
	offset = record_parse_offset(at + 19, len - 19, &entry->offset);
	if (hour < 0 || minute < 0 || second < 0 || offset == 0)
		return 0;
	entry->time = (int64_t)date_days(&day) * RECORD_DAY + hour * 3600 +
		      minute * 60 + second - entry->offset * 60;
	return 19 + offset;
}

/* The next word of [*at, end); its bytes are the result. */
static size_t
record_word(const char **at, const char *end)
{
	const char *start;

	while (*at < end && **at == ' ')
		(*at)++;
	start = *at;
	while (*at < end && **at != ' ')
		(*at)++;
	return (size_t)(*at - start);
}

static bool
record_parse_kind(const char *word, size_t len, enum record_kind *kind)
{
	for (int i = 0; i < RECORD_KIND_COUNT; i++) {
		if (strlen(record_names[i]) != len ||
		    memcmp(record_names[i], word, len) != 0)
			continue;
		*kind = (enum record_kind)i;
		return true;
	}
	return false;
}

/* What follows the time: kind, place, text. */
static bool
record_parse_event(struct record *record, const char *at, const char *end,
		   struct record_entry *entry)
{
	size_t len = record_word(&at, end);

	if (!record_parse_kind(at - len, len, &entry->kind))
		return false;
	entry->place = entry->text = "";
	if (record_has_place(entry->kind)) {
		len = record_word(&at, end);
		if (len == 0)
			return false;
		entry->place = arena_strndup(&record->arena, at - len, len);
	}
	while (at < end && *at == ' ')
		at++;
	if (record_has_text(entry->kind) && at == end)
		return false;
	if (record_has_text(entry->kind))
		entry->text =
			arena_strndup(&record->arena, at, (size_t)(end - at));
	return true;
}

/* Line [at, end) without its line break. */
static bool
record_parse_line(struct record *record, const char *at, const char *end)
{
	struct record_entry entry = {.place = "", .text = ""};
	size_t stamp;

	if (end - at < 2 || at[0] != '-' || at[1] != ' ')
		return false;
	at += 2;
	stamp = record_parse_stamp(at, (size_t)(end - at), &entry);
	if (stamp == 0 || !record_parse_event(record, at + stamp, end, &entry))
		return false;
	vector_push(&record->list, entry);
	return true;
}

/* A heading, an empty line, a comment of one line. */
static bool
is_record_silent(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at == end || *at == '#' ||
	       (end - at >= 4 && memcmp(at, "<!--", 4) == 0);
}

void
record_parse(struct record *record, const char *text, size_t len,
	     const char *file)
{
	const char *at = text, *end = text + len;

	for (int line = 1; at < end; line++) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		const char *last = stop == NULL ? end : stop;

		while (last > at && (last[-1] == '\r' || last[-1] == ' '))
			last--;
		if (stop == NULL && !is_record_silent(at, last))
			diagnostics_add(&record->diags, SEVERITY_WARNING, file,
					line, 1, "record-torn",
					_("The last line has no end, so it was "
					  "torn while it was written, and is "
					  "left out. Complete it and end it, "
					  "or remove it."));
		else if (!is_record_silent(at, last) &&
			 !record_parse_line(record, at, last))
			diagnostics_add(
				&record->diags, SEVERITY_WARNING, file, line, 1,
				"record-line",
				_("This line is no event of a record, so it "
				  "is left out. An event is a hyphen, a time "
				  "such as 2021-05-27T10:14:03+06:00, a word "
				  "such as said, and a place such as "
				  "2.2.4/1."));
		at = stop == NULL ? end : stop + 1;
	}
}

/* The time as the clock that wrote it showed it. */
static bool
record_clock(const struct record_entry *entry, struct tm *out)
{
	time_t shown = (time_t)(entry->time + entry->offset * 60);

	return gmtime_r(&shown, out) != NULL;
}

/* Bytes [from, to) of "2021-05-27T10:14:03". */
static void
record_format_part(const struct record_entry *entry, size_t from, size_t to,
		   struct buffer *out)
{
	char text[RECORD_STAMP + 1];
	struct tm clock;

	if (record_clock(entry, &clock) &&
	    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%S", &clock) >= to)
		buffer_append(out, text + from, to - from);
}

void
record_format_clock(const struct record_entry *entry, struct buffer *out)
{
	record_format_part(entry, 11, 16, out);
}

void
record_format_day(const struct record_entry *entry, struct buffer *out)
{
	record_format_part(entry, 0, 10, out);
}

void
record_format_time_zone(const struct record_entry *entry, struct buffer *out)
{
	int minutes = abs(entry->offset);

	record_format_part(entry, 0, 19, out);
	buffer_printf(out, "%c%02d:%02d", entry->offset < 0 ? '-' : '+',
		      minutes / 60, minutes % 60);
}

void
record_format(const struct record_entry *entry, struct buffer *out)
{
	buffer_append_string(out, "- ");
	record_format_time_zone(entry, out);
	buffer_printf(out, " %s", record_names[entry->kind]);
	if (*entry->place != '\0')
		buffer_printf(out, " %s", entry->place);
	if (*entry->text != '\0')
		buffer_printf(out, " %s", entry->text);
}
