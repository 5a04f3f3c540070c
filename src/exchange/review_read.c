/* A table that came home: which kind it is, and its rows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lectern/document.h"
#include "lectern/path.h"
#include "lectern/words.h"
#include "review_parts.h"

static bool
is_review_meeting(const struct library *lib, const char *id)
{
	char *folder;
	bool is_there;

	if (!is_meeting_name(id))
		return false;
	folder = path_join(lib->path, id);
	is_there = is_folder(folder);
	free(folder);
	return is_there;
}

bool
review_take_head(const struct library *lib, const char *const *cells,
		 size_t count, struct review *review)
{
	char name[LANGUAGE_TAG_MAX + 4], tag[LANGUAGE_TAG_MAX];
	size_t i;

	if (count < 2 || !is_review_meeting(lib, cells[0]))
		return false;
	for (i = 1; i < count; i++) {
		snprintf(name, sizeof name, "%s.md", cells[i]);
		if (!language_from_file_name(name, tag, sizeof tag))
			return false;
	}
	review->meeting = arena_strdup(&review->arena, cells[0]);
	for (i = 1; i < count; i++) {
		/* Which of two columns is meant cannot be known. */
		if (review_language_index(review, cells[i]) >= 0) {
			review->language_count = 0;
			return false;
		}
		review_add_language(review, cells[i]);
	}
	return true;
}

/* ---- TMX, by lectern-import ---- */

static bool
review_take_tmx(const json_t *object, void *data)
{
	const char *problem = import_member(object, "problem");
	const char *place = import_member(object, "place"), *language;
	const json_t *cells = json_object_get(object, "cells"), *text;
	struct review *review = data;
	struct review_row *row;
	int column;

	if (*problem)
		return false;
	if (*import_member(object, "meeting"))
		review->meeting = arena_strdup(
			&review->arena, import_member(object, "meeting"));
	if (!*place)
		return true;
	row = review_add_row(review, place);
	json_object_foreach((json_t *)(void *)cells, language, text)
	{
		column = review_language_index(review, language);
		if (column < 0 && review_add_language(review, language))
			column = (int)review->language_count - 1;
		if (column >= 0 && json_is_string(text))
			row->cells[column].text = arena_strdup(
				&review->arena, json_string_value(text));
	}
	return true;
}

enum status
review_read_tmx(const char *name, struct review *review, struct error *err)
{
	struct buffer rows = BUFFER_INIT;
	struct import_file file;
	enum status rc = import_file_open(name, &file, err);

	if (rc)
		return rc;
	rc = import_run("tmx", NULL, &file, &rows, err);
	if (!rc && !import_each(rows.data, rows.len, review_take_tmx, review))
		rc = error_set(err, STATUS_INVALID,
			       _("%s is no TMX that can be read: it is broken, "
				 "or declares a DOCTYPE. Take the DOCTYPE line "
				 "out, or export it again."),
			       name);
	import_file_close(&file);
	buffer_release(&rows);
	return rc;
}

/* ---- which it is ---- */

static bool
review_has_ending(const char *name, const char *ending)
{
	size_t len = strlen(name), size = strlen(ending);

	return len > size && !strcasecmp(name + len - size, ending);
}

static bool
review_read_text_table(const struct library *lib, const struct buffer *text,
		       struct review *review)
{
	static const char separators[] = "\t,;"; /* ';' of some Excels */
	size_t i;

	if (text->data[strspn(text->data, " \t\n")] == '{')
		return review_read_json(text->data, text->len, review);
	for (i = 0; separators[i]; i++)
		if (review_read_separated(lib, text->data, text->len,
					  separators[i], review))
			return true;
	return false;
}

bool
is_review_tmx(const char *name)
{
	return review_has_ending(name, ".tmx");
}

bool
review_take_document(const struct library *lib, const struct document *document,
		     struct review *review)
{
	const struct buffer *text = &document->text.text;

	switch (document->format) {
	case DOCUMENT_DOCX:
	case DOCUMENT_ODT:
		return review_read_grid(lib, text->data, text->len, review);
	case DOCUMENT_TEXT:
		return review_read_text_table(lib, text, review);
	default:
		return false;
	}
}

/* ---- a draft ---- */

void
review_take_draft(const struct draft *draft, struct review *review)
{
	struct meeting *meeting = meeting_new(draft->id);
	struct review_request request = {.meeting = meeting};
	struct buffer texts[MEETING_LANGUAGES_MAX];
	const struct draft_file *file;
	char tag[LANGUAGE_TAG_MAX];
	size_t i;
	int index;

	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		buffer_init(&texts[i]);
	for (i = 0; i < draft->files.len; i++) {
		file = &draft->files.items[i];
		if (language_from_file_name(file->name, tag, sizeof tag))
			meeting_take_brief(meeting,
					   brief_parse(file->text, file->len,
						       file->name, tag,
						       &meeting->diags));
		else
			meeting_facts_parse(file->text, file->len, file->name,
					    &meeting->facts, &meeting->diags);
	}
	meeting_align(meeting);
	for (i = 0; i < draft->files.len; i++) {
		file = &draft->files.items[i];
		if (!language_from_file_name(file->name, tag, sizeof tag))
			continue;
		index = meeting_language_index(meeting, tag);
		if (index < 0)
			continue;
		buffer_append(&texts[index], file->text, file->len);
		request.languages[request.language_count++] =
			meeting->languages[index];
	}
	review_collect_texts(&request, texts, review);
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		buffer_release(&texts[i]);
	meeting_free(meeting);
}
