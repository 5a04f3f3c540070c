/* meeting.yaml, and what of the text became of facts. */
#include <stdio.h>
#include <string.h>

#include "draft_parts.h"

/* A scalar in double quotes: YAML 1.1, 5.7. */
static void
draft_yaml_quote(const char *text, struct buffer *out)
{
	buffer_append_byte(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buffer_append_byte(out, '\\');
		buffer_append_byte(out,
				   (unsigned char)*text < ' ' ? ' ' : *text);
	}
	buffer_append_byte(out, '"');
}

static void
draft_yaml_row(const char *key, const char *value, struct buffer *out)
{
	if (!value[0])
		return;
	buffer_printf(out, "%s: ", key);
	draft_yaml_quote(value, out);
	buffer_append_byte(out, '\n');
}

static void
draft_yaml_titles(struct draft_work *work, struct buffer *out)
{
	struct buffer title = BUFFER_INIT;
	bool any = false;
	size_t i;

	for (i = 0; i < work->order_count; i++) {
		buffer_reset(&title);
		draft_title(work, &work->texts[work->order[i]], &title);
		if (!title.len)
			continue;
		if (!any)
			buffer_append_string(out, "title:\n");
		any = true;
		buffer_append_string(out, "  ");
		draft_yaml_row(work->tags[work->order[i]], title.data, out);
	}
	if (!any) {
		draft_yaml_row("title",
			       work->subject[0]	    ? work->subject
			       : work->source_count ? work->sources[0].name
						    : "",
			       out);
		draft_add_item(work, DRAFT_UNSURE, "no-title");
	}
	buffer_release(&title);
}

/* The reference of a note, else of a memo. */
static void
draft_find_reference(struct draft_work *work)
{
	struct buffer words = BUFFER_INIT;
	const struct draft_text *text;
	int i;

	for (i = 0; i < TONGUE_COUNT && !work->reference[0]; i++) {
		text = &work->texts[i];
		if (!text->note_number[0])
			continue;
		draft_reference_words(text->tongue, text->note_number,
				      &text->note_date, &words);
		work->reference =
			arena_strndup(work->arena, words.data, words.len);
	}
	buffer_release(&words);
}

static void
draft_tell_fact(struct draft_work *work, const char *code, const char *value)
{
	if (value[0])
		draft_add_item(work, DRAFT_FOUND, code)->value = value;
}

static void
draft_tell_facts(struct draft_work *work)
{
	char date[DATE_TEXT_MAX] = "";

	if (work->date.first.month)
		date_range_format(&work->date, date);
	else
		draft_add_item(work, DRAFT_UNSURE, "no-date");
	draft_tell_fact(work, "date", arena_strdup(work->arena, date));
	draft_tell_fact(work, "place", work->place);
	draft_tell_fact(work, "reference", work->reference);
	draft_tell_fact(work, "subject", work->subject);
	draft_tell_fact(work, "classification", work->classification);
}

void
draft_write_facts(struct draft_work *work)
{
	struct buffer out = BUFFER_INIT;
	char date[DATE_TEXT_MAX];
	size_t i;

	draft_find_reference(work);
	draft_tell_facts(work);
	draft_yaml_titles(work, &out);
	if (work->date.first.month) {
		date_range_format(&work->date, date);
		buffer_printf(&out, "date: %s\n", date);
	}
	draft_yaml_row("place", work->place, &out);
	draft_yaml_row("subject", work->subject, &out);
	buffer_append_string(&out, "languages: [");
	for (i = 0; i < work->order_count; i++)
		buffer_printf(&out, "%s%s", i ? ", " : "",
			      work->tags[work->order[i]]);
	buffer_append_string(&out, "]\n");
	draft_yaml_row("classification", work->classification, &out);
	draft_yaml_row("reference", work->reference, &out);
	draft_add_file(work, "meeting.yaml", &out);
	buffer_release(&out);
}
