/* What was done, in words. */
#include <stdio.h>
#include <string.h>

#include "lectern/words.h"

#include "draft_parts.h"

#define REPORT_SHORT 200 /* bytes of a value that stand on its line */

static const char *const draft_kinds[DRAFT_KIND_COUNT] = {
	"found", "aligned", "unsure", "left-out", "joined"};

static const char *const draft_titles[DRAFT_KIND_COUNT] = {
	N_("Found"), N_("Aligned by what they say"), N_("Look at these"),
	N_("Left out"), N_("Joined")};

struct draft_sentence {
	const char *code;
	const char *words; /* N_("…"), with the place at %s */
};

static const struct draft_sentence draft_sentences[] = {
	{"title", N_("The title.")},
	{"date", N_("The date of the meeting.")},
	{"place", N_("The place of the meeting.")},
	{"reference", N_("The reference.")},
	{"subject", N_("The subject.")},
	{"classification", N_("The classification.")},
	{"note", N_("A note verbale, kept as the section \"note\".")},
	{"letterhead", N_("A letterhead, kept as a section of its own.")},
	{"section", N_("A section.")},
	{"pair", N_("This point has no number that both languages share, so "
		    "it was paired by what it says.")},
	{"section-pair",
	 N_("This section has no number that both languages share, so it was "
	    "paired by what it says.")},
	{"renumbered",
	 N_("The numbers differ: this point was given the number of the "
	    "point of the original that it says the same as. Its own is kept "
	    "as \"was\".")},
	{"no-partner",
	 N_("The original has no such point. Check whether it is new, or "
	    "whether the original lost one.")},
	{"missing", N_("This point of the original is missing here.")},
	{"language", N_("It is not sure in which language this is. It was "
			"left with the text around it.")},
	{"no-title", N_("No title was found. Write it in meeting.yaml.")},
	{"no-date", N_("No date of the meeting was found. Write it in "
		       "meeting.yaml.")},
	{"page", N_("A page number, or the head or foot of a page.")},
	{"marker", N_("Words that stand for the form of the text.")},
	{"unused", N_("No place was found for this.")},
	{"word", N_("A word divided at the end of a line.")},
};

const char *
draft_kind_name(enum draft_kind kind)
{
	return draft_kinds[kind];
}

void
draft_item_sentence(const struct draft_item *item, struct buffer *out)
{
	size_t i;

	for (i = 0; i < sizeof draft_sentences / sizeof draft_sentences[0]; i++)
		if (!strcmp(draft_sentences[i].code, item->code)) {
			buffer_append_string(out,
					     gettext(draft_sentences[i].words));
			return;
		}
}

/* Words that are not in the brief are told in full, each line of them; others
 * only as far as they say what is meant. */
static void
draft_report_value(const struct draft_item *item, struct buffer *out)
{
	const char *value = item->value;

	if (item->kind != DRAFT_LEFT_OUT && strlen(value) <= REPORT_SHORT &&
	    !strpbrk(value, "`\n")) {
		buffer_printf(out, " `%s`\n", value);
		return;
	}
	buffer_append_string(out, "\n\n      ");
	for (; *value; value++) {
		buffer_append_byte(out, *value);
		if (*value == '\n')
			buffer_append_string(out, "      ");
	}
	buffer_append_string(out, "\n\n");
}

static void
draft_report_item(const struct draft_item *item,
		  const struct draft_source *sources, size_t count,
		  struct buffer *out)
{
	buffer_append_string(out, "- ");
	if (item->first_line && item->source < count)
		buffer_printf(out, "%s:%d: ", sources[item->source].name,
			      item->first_line);
	if (item->language[0])
		buffer_printf(out, "[%s] ", item->language);
	if (item->place[0])
		buffer_printf(out, "%s: ", item->place);
	draft_item_sentence(item, out);
	if (item->confidence < 100)
		buffer_printf(out, " (%d %%)", item->confidence);
	if (item->value[0])
		draft_report_value(item, out);
	else
		buffer_append_byte(out, '\n');
}

void
draft_write_report(const struct draft *draft,
		   const struct draft_source *sources, size_t count,
		   struct buffer *out)
{
	size_t i, seen;
	int kind;

	buffer_printf(out, "# %s\n", _("Report of the import"));
	for (kind = 0; kind < DRAFT_KIND_COUNT; kind++) {
		for (seen = i = 0; i < draft->items.len; i++) {
			if (draft->items.items[i].kind != (enum draft_kind)kind)
				continue;
			if (!seen++)
				buffer_printf(out, "\n## %s\n\n",
					      gettext(draft_titles[kind]));
			draft_report_item(&draft->items.items[i], sources,
					  count, out);
		}
	}
}
