#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "lectern/meeting.h"

#define DURATION_MAX (24 * 3600L)

struct meeting *
meeting_new(const char *id)
{
	struct meeting *meeting = mem_alloc(1, sizeof *meeting);
	struct meeting_facts *facts = &meeting->facts;

	meeting->id = arena_strdup(&meeting->arena, id);
	facts->short_name = facts->body = facts->place = "";
	facts->delegation = facts->subject = "";
	facts->classification = facts->delivery = facts->reference = "";
	return meeting;
}

void
meeting_take_brief(struct meeting *meeting, struct brief *brief)
{
	size_t i;

	for (i = 0; i < meeting->language_count; i++) {
		if (meeting->briefs[i] &&
		    !strcmp(meeting->languages[i], brief->language))
			break;
	}
	if (i == MEETING_LANGUAGES_MAX || i < meeting->language_count) {
		diagnostics_add(&meeting->diags, SEVERITY_ERROR, brief->file, 1,
				1, "too-many-languages",
				_("A meeting has at most %d languages, each "
				  "once; this file is left out."),
				MEETING_LANGUAGES_MAX);
		brief_free(brief);
		return;
	}
	meeting->briefs[i] = brief;
	meeting->languages[i] = brief->language;
	meeting->language_count++;
}

void
meeting_free(struct meeting *meeting)
{
	size_t i;

	if (!meeting)
		return;
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		brief_free(meeting->briefs[i]);
	meeting_facts_release(&meeting->facts);
	diagnostics_release(&meeting->diags);
	arena_release(&meeting->arena);
	free(meeting);
}

int
meeting_language_index(const struct meeting *meeting, const char *language)
{
	size_t i;

	for (i = 0; i < meeting->language_count; i++) {
		if (!strcmp(meeting->languages[i], language))
			return (int)i;
	}
	return -1;
}

const char *
meeting_title(const struct meeting_facts *facts, const char *language)
{
	size_t i;

	for (i = 0; i < facts->title_count; i++) {
		if (language && !strcmp(facts->titles[i].language, language))
			return facts->titles[i].text;
	}
	return facts->title_count ? facts->titles[0].text : "";
}

const struct point *
aligned_row_first(const struct aligned_row *row)
{
	size_t i;

	for (i = 0; i + 1 < MEETING_LANGUAGES_MAX; i++) {
		if (row->cells[i])
			break;
	}
	return row->cells[i];
}

/* ---- lengths of time ---- */

static bool
duration_number(const char **p, const char *end, long *number)
{
	const char *start = *p;

	*number = 0;
	for (; *p < end && **p >= '0' && **p <= '9'; (*p)++) {
		if (*number > DURATION_MAX)
			return false;
		*number = *number * 10 + (**p - '0');
	}
	return *p > start;
}

static void
duration_skip_spaces(const char **p, const char *end)
{
	while (*p < end && (**p == ' ' || **p == '\t'))
		(*p)++;
}

/* The word after a number: how many seconds it stands for, 0 unknown. */
static long
duration_unit(const char **p, const char *end)
{
	static const struct {
		const char *name;
		long seconds;
	} units[] = {
		{"seconds", 1}, {"second", 1},	 {"secs", 1},
		{"sec", 1},	{"s", 1},	 {"minutes", 60},
		{"minute", 60}, {"mins", 60},	 {"min", 60},
		{"m", 60},	{"hours", 3600}, {"hour", 3600},
		{"h", 3600},
	};
	const char *start = *p;
	size_t i, len;

	while (*p < end && **p >= 'a' && **p <= 'z')
		(*p)++;
	len = (size_t)(*p - start);
	for (i = 0; i < sizeof units / sizeof units[0]; i++) {
		if (strlen(units[i].name) == len &&
		    !memcmp(units[i].name, start, len))
			return units[i].seconds;
	}
	return len ? 0 : 60;
}

/* "1:30": minutes and seconds. */
static bool
duration_clock(const char *p, const char *end, long minutes, long *seconds)
{
	const char *start = p;

	if (!duration_number(&p, end, seconds) || p - start != 2 || p < end ||
	    *seconds > 59)
		return false;
	*seconds += minutes * 60;
	return true;
}

bool
duration_parse(const char *text, size_t len, long *seconds)
{
	const char *p = text, *end = text + len;
	long total = 0, number, unit, last = DURATION_MAX;

	while (end > p && (end[-1] == ' ' || end[-1] == '\t'))
		end--;
	duration_skip_spaces(&p, end);
	do {
		if (!duration_number(&p, end, &number))
			return false;
		if (!total && p < end && *p == ':') {
			if (!duration_clock(p + 1, end, number, &total))
				return false;
			p = end;
			break;
		}
		duration_skip_spaces(&p, end);
		unit = duration_unit(&p, end);
		if (!unit || unit >= last)
			return false;
		last = unit;
		total += number * unit;
		duration_skip_spaces(&p, end);
	} while (p < end);
	if (total <= 0 || total > DURATION_MAX)
		return false;
	*seconds = total;
	return true;
}
