/* The table, filled from a meeting. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lectern/path.h"
#include "lectern/words.h"
#include "review_parts.h"

void
review_release(struct review *review)
{
	vector_release(&review->rows);
	arena_release(&review->arena);
}

int
review_language_index(const struct review *review, const char *language)
{
	size_t i;

	for (i = 0; i < review->language_count; i++)
		if (!strcasecmp(review->languages[i], language))
			return (int)i;
	return -1;
}

bool
review_add_language(struct review *review, const char *language)
{
	if (review->language_count == MEETING_LANGUAGES_MAX)
		return false;
	review->languages[review->language_count++] =
		arena_strdup(&review->arena, language);
	return true;
}

struct review_row *
review_add_row(struct review *review, const char *place)
{
	struct review_row row = {.place = arena_strdup(&review->arena, place)};

	vector_push(&review->rows, row);
	return vector_last(&review->rows);
}

/* ---- of a meeting ---- */

/* The cue as a writer types it: paragraphs with an empty line between. */
static const char *
review_cue(const struct point *point, struct arena *arena)
{
	struct buffer cue = BUFFER_INIT;
	const char *text;
	size_t i;

	for (i = 0; i < point->cue_count; i++) {
		if (i)
			buffer_append_string(&cue, "\n\n");
		buffer_append(&cue, point->cues[i].text, point->cues[i].len);
	}
	text = arena_strndup(arena, cue.data, cue.len);
	buffer_release(&cue);
	return text;
}

static void
review_take_point(const struct buffer *text, const struct point *point,
		  struct arena *arena, struct review_cell *cell)
{
	struct buffer words = BUFFER_INIT;

	brief_point_markdown(text->data, text->len, point, &words);
	cell->text = arena_strndup(arena, words.data, words.len);
	cell->cue = review_cue(point, arena);
	buffer_release(&words);
}

static void
review_take_row(const struct review_request *request,
		const struct buffer *texts, const struct place *place,
		struct review *review)
{
	const struct meeting *meeting = request->meeting;
	const struct aligned_row *from =
		&meeting->sections[place->section].rows[place->row];
	struct buffer address = BUFFER_INIT;
	struct review_row *row;
	size_t i;
	int index;

	place_format(meeting, place, &address);
	row = review_add_row(review, address.data);
	for (i = 0; i < request->language_count; i++) {
		index = meeting_language_index(meeting, request->languages[i]);
		if (index >= 0 && from->cells[index])
			review_take_point(&texts[index], from->cells[index],
					  &review->arena, &row->cells[i]);
	}
	buffer_release(&address);
}

void
review_collect_texts(const struct review_request *request,
		     const struct buffer *texts, struct review *review)
{
	const struct meeting *meeting = request->meeting;
	const struct aligned_section *section;
	struct place place = {0};
	size_t i;

	review->meeting = arena_strdup(&review->arena, meeting->id);
	for (i = 0; i < request->language_count; i++)
		review_add_language(review, request->languages[i]);
	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		place.section = i;
		for (place.row = 0; place.row < section->row_count; place.row++)
			if (!request->is_chosen ||
			    request->is_chosen[section->first_row + place.row])
				review_take_row(request, texts, &place, review);
	}
}

/* A text as it was when its brief was parsed. */
static enum status
review_read_text(const struct library *lib, const struct brief *brief,
		 struct buffer *text, struct error *err)
{
	struct diagnostics ignored = DIAGNOSTICS_INIT;
	char *path = path_join(lib->path, brief->file);
	struct brief *again;
	enum status rc = file_read(path, FILE_LIMIT, text, NULL, err);

	if (!rc) {
		again = brief_parse(text->data, text->len, brief->file,
				    brief->language, &ignored);
		if (again->text_hash != brief->text_hash)
			rc = error_set(err, STATUS_CHANGED,
				       _("%s was changed just now. Try "
					 "again."),
				       brief->file);
		brief_free(again);
	}
	diagnostics_release(&ignored);
	free(path);
	return rc;
}

enum status
review_collect(const struct library *lib, const struct review_request *request,
	       struct review *review, struct error *err)
{
	const struct meeting *meeting = request->meeting;
	struct buffer texts[MEETING_LANGUAGES_MAX];
	enum status rc = STATUS_OK;
	size_t i;
	int index;

	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		buffer_init(&texts[i]);
	for (i = 0; i < request->language_count && !rc; i++) {
		index = meeting_language_index(meeting, request->languages[i]);
		if (index >= 0 && meeting->briefs[index])
			rc = review_read_text(lib, meeting->briefs[index],
					      &texts[index], err);
	}
	if (!rc)
		review_collect_texts(request, texts, review);
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		buffer_release(&texts[i]);
	return rc;
}
