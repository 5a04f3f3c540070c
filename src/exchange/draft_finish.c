/* What is said of a draft when all is done: its sections, its name, and what
 * found no place in it. */
#include <stdio.h>
#include <string.h>

#include "draft_parts.h"

static void
draft_tell_found(struct draft_work *work, const struct draft_text *text)
{
	const struct draft_section *section;
	struct draft_item *item;
	size_t i;

	for (i = 0; i < text->sections.len; i++) {
		section = &text->sections.items[i];
		item = section->heading < 0
			       ? draft_add_item(work, DRAFT_FOUND, "section")
			       : draft_add_block_item(
					 work, DRAFT_FOUND, "section",
					 &work->blocks.items[section->heading]);
		item->language = work->tags[text->tongue];
		item->place = draft_place(work, section, NULL);
		item->value = section->words;
	}
}

static void
draft_tell_title(struct draft_work *work, const struct draft_text *text)
{
	struct buffer title = BUFFER_INIT;
	struct draft_item *item;

	if (!text->title.len)
		return;
	draft_title(work, text, &title);
	item = draft_add_block_item(work, DRAFT_FOUND, "title",
				    &work->blocks.items[text->title.items[0]]);
	item->value = arena_strndup(work->arena, title.data, title.len);
	buffer_release(&title);
}

/* Whatever was not used is told in full. */
static void
draft_tell_unused(struct draft_work *work)
{
	const struct draft_block *block;
	size_t i;

	for (i = 0; i < work->blocks.len; i++) {
		block = &work->blocks.items[i];
		if (block->use == USE_NONE || block->use == USE_OUT)
			draft_add_block_item(work, DRAFT_LEFT_OUT, "unused",
					     block);
	}
}

/* ---- the name of the meeting ---- */

/* A word of capitals, as "CICA", or of five letters and more. */
static size_t
draft_name_word(const char *text, bool of_capitals)
{
	size_t len = strspn(text, of_capitals ? "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
					      : "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
						"abcdefghijklmnopqrstuvwxyz");

	return len >= (of_capitals ? 3 : 5) && len < 20 ? len : 0;
}

/* Up to two such words, in small letters with '-' between. */
static void
draft_name_of(const char *title, bool of_capitals, char name[DRAFT_ID_MAX])
{
	bool is_start = true;
	size_t len, at = 0, i;
	int words = 0;

	name[0] = '\0';
	for (; *title && words < 2; title++) {
		len = is_start ? draft_name_word(title, of_capitals) : 0;
		is_start = strchr(" -(\"", *title) != NULL;
		if (!len || (title[len] & 0x80) ||
		    (of_capitals && (title[len] | 0x20) >= 'a' &&
		     (title[len] | 0x20) <= 'z'))
			continue;
		if (words++)
			name[at++] = '-';
		for (i = 0; i < len; i++)
			name[at++] = (char)(title[i] | 0x20);
		name[at] = '\0';
	}
}

static void
draft_name_meeting(struct draft_work *work)
{
	struct draft *draft = work->draft;
	struct buffer titles = BUFFER_INIT;
	char name[DRAFT_ID_MAX], date[DATE_TEXT_MAX] = "";
	size_t i;

	for (i = 0; i < work->order_count; i++) {
		draft_title(work, &work->texts[work->order[i]], &titles);
		buffer_append_byte(&titles, ' ');
	}
	draft_name_of(titles.data, true, name);
	if (!name[0] ||
	    strspn(titles.data, " ABCDEFGHIJKLMNOPQRSTUVWXYZ-") == titles.len)
		draft_name_of(titles.data, false, name);
	if (work->date.first.month)
		date_format(&work->date.first, date);
	snprintf(draft->id, sizeof draft->id, "%.40s%s%s",
		 name[0] ? name : "meeting", date[0] ? "-" : "", date);
	buffer_release(&titles);
}

void
draft_finish(struct draft_work *work)
{
	struct draft *draft = work->draft;
	const struct draft_text *text;
	size_t i, k;

	for (i = 0; i < work->order_count; i++) {
		text = &work->texts[work->order[i]];
		draft_tell_title(work, text);
		draft_tell_found(work, text);
		if (!i)
			draft->section_count = text->sections.len;
		for (k = 0; k < text->sections.len; k++)
			draft->point_count +=
				text->sections.items[k].points.len;
	}
	draft_tell_unused(work);
	draft_name_meeting(work);
	draft->date = work->date;
	draft->language_count = work->order_count;
}
