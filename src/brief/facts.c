#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "lectern/meeting.h"

#define FACTS_SIZE_MAX (256u << 10)

struct facts_reader {
	struct meeting_facts *facts;
	struct reporter *rep;
	VECTOR(struct translated) titles;
	bool has_date; /* also where it could not be read */
};

/* The keys whose value is a plain string, kept as it stands. */
static const struct {
	const char *key;
	size_t offset;
} facts_strings[] = {
	{"short", offsetof(struct meeting_facts, short_name)},
	{"body", offsetof(struct meeting_facts, body)},
	{"place", offsetof(struct meeting_facts, place)},
	{"delegation", offsetof(struct meeting_facts, delegation)},
	{"subject", offsetof(struct meeting_facts, subject)},
	{"classification", offsetof(struct meeting_facts, classification)},
	{"delivery", offsetof(struct meeting_facts, delivery)},
	{"reference", offsetof(struct meeting_facts, reference)},
};

#define FACTS_STRINGS (sizeof facts_strings / sizeof facts_strings[0])

/* The string at an offset of the table above. */
static const char **
facts_string(struct meeting_facts *facts, size_t i)
{
	return (const char **)(void *)((char *)facts + facts_strings[i].offset);
}

#define facts_tell(reader, entry, severity, ...)                               \
	brief_report((reader)->rep, (severity), (entry)->line,                 \
		     (entry)->column, __VA_ARGS__)

/* A language tag by its shape (BCP 47): letters, then parts of up to eight. */
static bool
facts_is_language(const char *tag)
{
	size_t run = 0, parts = 0, total = strlen(tag);

	if (total > 35)
		return false;
	for (;; tag++) {
		if (isalpha((unsigned char)*tag) ||
		    (parts && isdigit((unsigned char)*tag))) {
			run++;
			continue;
		}
		if (run > 8 || !run || (!parts && (run < 2 || run > 3)))
			return false;
		if (!*tag)
			return true;
		if (*tag != '-')
			return false;
		parts++;
		run = 0;
	}
}

static bool
facts_check_language(struct facts_reader *reader,
		     const struct yaml_entry *entry, const char *tag)
{
	if (facts_is_language(tag))
		return true;
	facts_tell(reader, entry, SEVERITY_WARNING, "bad-language",
		   _("\"%s\" is no language tag. Write en, ru, zh-Hant and the "
		     "like."),
		   tag);
	return false;
}

static void
facts_title(struct facts_reader *reader, const struct yaml_entry *entry)
{
	struct translated title = {entry->sub, entry->value};

	if (entry->shape == YAML_IN_LIST || entry->shape == YAML_EMPTY) {
		facts_tell(reader, entry, SEVERITY_ERROR, "bad-title",
			   _("The title is one text, or one per language as "
			     "in \"en: …\"."));
		return;
	}
	if (entry->shape == YAML_IN_MAP)
		facts_check_language(reader, entry, entry->sub);
	if (entry->value[0])
		vector_push(&reader->titles, title);
}

static void
facts_language(struct facts_reader *reader, const struct yaml_entry *entry)
{
	struct meeting_facts *facts = reader->facts;
	size_t i;

	if (entry->shape == YAML_IN_MAP || entry->shape == YAML_EMPTY) {
		facts_tell(reader, entry, SEVERITY_WARNING, "bad-language",
			   _("Write the languages as a list: [ru, en]."));
		return;
	}
	if (!facts_check_language(reader, entry, entry->value))
		return;
	for (i = 0; i < facts->language_count; i++) {
		if (strcmp(facts->languages[i], entry->value))
			continue;
		facts_tell(reader, entry, SEVERITY_WARNING, "repeated-language",
			   _("\"%s\" is in the list already."), entry->value);
		return;
	}
	if (facts->language_count == MEETING_LANGUAGES_MAX) {
		facts_tell(reader, entry, SEVERITY_WARNING,
			   "too-many-languages",
			   _("A meeting has at most %d languages; \"%s\" is "
			     "left out."),
			   MEETING_LANGUAGES_MAX, entry->value);
		return;
	}
	facts->languages[facts->language_count++] = entry->value;
}

static void
facts_date(struct facts_reader *reader, const struct yaml_entry *entry)
{
	reader->has_date = true;
	if (!date_range_parse(entry->value, strlen(entry->value),
			      &reader->facts->date))
		facts_tell(reader, entry, SEVERITY_ERROR, "bad-date",
			   _("\"%s\" is no date. Write it as 2021-05-27, or as "
			     "2021-05-27/2021-05-28 for several days."),
			   entry->value);
}

static void
facts_floor(struct facts_reader *reader, const struct yaml_entry *entry)
{
	long *seconds = &reader->facts->floor_seconds;

	if (!duration_parse(entry->value, strlen(entry->value), seconds))
		facts_tell(reader, entry, SEVERITY_WARNING, "bad-duration",
			   _("\"%s\" is no length of time. Write it as \"5 "
			     "min\", \"90 s\" or \"1:30\"."),
			   entry->value);
}

static bool
facts_plain(struct facts_reader *reader, const struct yaml_entry *entry)
{
	size_t i;

	for (i = 0; i < FACTS_STRINGS; i++) {
		if (strcmp(facts_strings[i].key, entry->key))
			continue;
		*facts_string(reader->facts, i) = entry->value;
		return true;
	}
	if (!strcmp(entry->key, "date"))
		facts_date(reader, entry);
	else if (!strcmp(entry->key, "floor-time"))
		facts_floor(reader, entry);
	else
		return false;
	return true;
}

static bool
facts_is_known(const char *key)
{
	size_t i;

	for (i = 0; i < FACTS_STRINGS; i++) {
		if (!strcmp(facts_strings[i].key, key))
			return true;
	}
	return !strcmp(key, "date") || !strcmp(key, "floor-time");
}

static void
facts_check_delivery(struct facts_reader *reader,
		     const struct yaml_entry *entry)
{
	if (strcmp(entry->key, "delivery") || !entry->value[0] ||
	    !strcmp(entry->value, "check against delivery") ||
	    !strcmp(entry->value, "read out verbatim"))
		return;
	facts_tell(reader, entry, SEVERITY_NOTE, "unknown-delivery",
		   _("\"%s\" is printed as it stands; the usual marks are "
		     "\"check against delivery\" and \"read out verbatim\"."),
		   entry->value);
}

static void
facts_entry(struct facts_reader *reader, const struct yaml_entry *entry)
{
	if (!strcmp(entry->key, "title")) {
		facts_title(reader, entry);
	} else if (!strcmp(entry->key, "languages")) {
		facts_language(reader, entry);
	} else if (!facts_is_known(entry->key)) {
		brief_report(reader->rep, SEVERITY_NOTE, entry->key_line,
			     entry->key_column, "unknown-key",
			     _("\"%s\" is not a key this program knows; it is "
			       "kept and not used."),
			     entry->key);
	} else if (entry->shape != YAML_PLAIN) {
		facts_tell(reader, entry, SEVERITY_WARNING, "not-plain-text",
			   _("\"%s\" takes one plain value, no list."),
			   entry->key);
	} else {
		facts_plain(reader, entry);
		facts_check_delivery(reader, entry);
	}
}

/* What is missing is said only of a file that was read to its end. */
static void
facts_finish(struct facts_reader *reader, bool is_whole)
{
	struct meeting_facts *facts = reader->facts;

	facts->titles =
		arena_copy(&facts->arena, reader->titles.items,
			   reader->titles.len, sizeof *reader->titles.items);
	facts->title_count = reader->titles.len;
	if (!facts->title_count && is_whole)
		brief_report(reader->rep, SEVERITY_ERROR, 1, 1, "no-title",
			     _("The meeting has no title. Add a line \"title: "
			       "…\"."));
	if (!reader->has_date && is_whole)
		brief_report(reader->rep, SEVERITY_ERROR, 1, 1, "no-date",
			     _("The meeting has no date. Add a line \"date: "
			       "2021-05-27\"."));
	vector_release(&reader->titles);
}

void
meeting_facts_parse(const char *text, size_t len, const char *file,
		    struct meeting_facts *facts, struct diagnostics *diags)
{
	struct reporter rep = {diags, file, 0};
	struct facts_reader reader = {facts, &rep, VECTOR_INIT, false};
	struct yaml_entries entries = {VECTOR_INIT};
	struct source src = SOURCE_INIT;
	bool is_whole;
	size_t i;

	memset(facts, 0, sizeof *facts);
	for (i = 0; i < FACTS_STRINGS; i++)
		*facts_string(facts, i) = "";
	if (len > FACTS_SIZE_MAX) {
		brief_report(&rep, SEVERITY_ERROR, 1, 1, "too-long",
			     _("This file is longer than %u KiB, so it was not "
			       "read."),
			     FACTS_SIZE_MAX >> 10);
		return;
	}
	source_read(&src, text, len, &rep);
	source_report_controls(&src, &rep);
	is_whole = yaml_read(&src, 1, source_line_count(&src), &facts->arena,
			     &rep, &entries);
	for (i = 0; i < entries.list.len; i++) {
		if (!entries.list.items[i].repeated)
			facts_entry(&reader, &entries.list.items[i]);
	}
	facts_finish(&reader, is_whole);
	vector_release(&entries.list);
	source_release(&src);
}

void
meeting_facts_release(struct meeting_facts *facts)
{
	arena_release(&facts->arena);
	memset(facts, 0, sizeof *facts);
}
