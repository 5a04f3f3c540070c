#include <stdlib.h>
#include <string.h>

#include "internal.h"

static bool
front_matter_is_fence(const struct source *src, int line, bool closing)
{
	size_t start = source_line_start(src, line);
	size_t end = source_line_end(src, line);
	const char *text = src->text + start;

	while (end > start &&
	       (src->text[end - 1] == ' ' || src->text[end - 1] == '\t'))
		end--;
	if (end - start != 3)
		return false;
	return !memcmp(text, "---", 3) || (closing && !memcmp(text, "...", 3));
}

/* The line that closes the front matter, or 0. */
static int
front_matter_find_end(const struct source *src)
{
	int line, count = source_line_count(src);

	for (line = 2; line <= count; line++) {
		if (front_matter_is_fence(src, line, true))
			return line;
	}
	return 0;
}

static void
front_matter_status(const struct yaml_entry *entry, struct brief *brief,
		    struct reporter *rep)
{
	if (!strcmp(entry->value, "draft"))
		brief->status = BRIEF_DRAFT;
	else if (!strcmp(entry->value, "cleared"))
		brief->status = BRIEF_CLEARED;
	else
		brief_report(rep, SEVERITY_WARNING, entry->line, entry->column,
			     "unknown-status",
			     _("\"%s\" is no status. Write draft or cleared."),
			     entry->value);
}

static void
front_matter_cleared_on(const struct yaml_entry *entry, struct brief *brief,
			struct reporter *rep)
{
	if (!date_parse(entry->value, strlen(entry->value), &brief->cleared_on))
		brief_report(rep, SEVERITY_WARNING, entry->line, entry->column,
			     "bad-date",
			     _("\"%s\" is no date. Write it as 2021-05-27."),
			     entry->value);
}

static void
front_matter_value(const struct yaml_entry *entry, struct brief *brief,
		   struct reporter *rep)
{
	if (!strcmp(entry->key, "status"))
		front_matter_status(entry, brief, rep);
	else if (!strcmp(entry->key, "cleared-by"))
		brief->cleared_by = entry->value;
	else if (!strcmp(entry->key, "translator"))
		brief->translator = entry->value;
	else if (!strcmp(entry->key, "cleared-text"))
		brief->cleared_text = strtoull(entry->value, NULL, 16);
	else if (!strcmp(entry->key, "cleared-original"))
		brief->cleared_original = strtoull(entry->value, NULL, 16);
	else
		front_matter_cleared_on(entry, brief, rep);
}

static void
front_matter_entry(const struct yaml_entry *entry, struct brief *brief,
		   struct reporter *rep)
{
	static const char *const keys[] = {"status",	       "cleared-by",
					   "cleared-on",       "cleared-text",
					   "cleared-original", "translator"};
	size_t i, count = sizeof keys / sizeof keys[0];

	for (i = 0; i < count && strcmp(keys[i], entry->key); i++)
		;
	if (i == count)
		brief_report(rep, SEVERITY_NOTE, entry->key_line,
			     entry->key_column, "unknown-key",
			     _("\"%s\" is not a key this program knows; it is "
			       "kept and not used."),
			     entry->key);
	else if (entry->shape != YAML_PLAIN)
		brief_report(rep, SEVERITY_WARNING, entry->line, entry->column,
			     "not-plain-text",
			     _("\"%s\" takes one plain value, no list."),
			     entry->key);
	else
		front_matter_value(entry, brief, rep);
}

int
front_matter_read(struct source *src, struct brief *brief, struct reporter *rep)
{
	struct yaml_entries entries = {VECTOR_INIT};
	size_t i;
	int end;

	if (!front_matter_is_fence(src, 1, false))
		return 1;
	end = front_matter_find_end(src);
	if (!end) {
		brief_report(rep, SEVERITY_ERROR, 1, 1, "front-matter-open",
			     _("The front matter that starts here is not "
			       "closed. End it with a line of three hyphens; "
			       "as it is, all of it is text."));
		return 1;
	}
	yaml_read(src, 2, end - 1, &brief->arena, rep, &entries);
	for (i = 0; i < entries.list.len; i++) {
		if (!entries.list.items[i].repeated)
			front_matter_entry(&entries.list.items[i], brief, rep);
	}
	vector_release(&entries.list);
	return end + 1;
}
