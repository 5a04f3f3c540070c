/* Notes to the drafters, written into the store beside the points' texts. */
#include "store_local.h"

/* What a note is written with. */
struct put_notes {
	struct store *store;
	const struct meeting *meeting;
	int64_t next_id;
	/* The place of the note: a row of the aligned meeting. */
	const struct aligned_section *section;
	size_t section_ordinal, row, language;
};

static enum status
notes_put(struct put_notes *at, const struct comment *comment,
	  struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(at->store, STATEMENT_PUT_TEXT, err);
	const struct point *point;

	if (!stmt)
		return STATUS_IO;
	/* The row ids beyond are the titles'. */
	if (at->next_id % STORE_TEXTS_MAX >= STORE_TITLE_FIRST)
		return STATUS_OK;
	point = aligned_row_first(&at->section->rows[at->row]);
	store_bind_int(stmt, 1, at->next_id++);
	store_bind_field(stmt, 2, at->meeting->languages[at->language]);
	store_bind_field(stmt, 3, at->section->id);
	store_bind_int(stmt, 4, (int64_t)at->section_ordinal);
	store_bind_int(stmt, 5, point->number);
	store_bind_int(stmt, 6, (int64_t)(at->section->first_row + at->row));
	store_bind_int(stmt, 7, point->role);
	store_bind_int(stmt, 8, comment->line);
	store_bind_text(stmt, 9, comment->text);
	store_bind_int(stmt, 10, STORE_TEXT_NOTE);
	return store_run(at->store, stmt, err);
}

static enum status
notes_put_all(struct put_notes *at, const struct comment *comments,
	      size_t count, struct error *err)
{
	enum status rc = STATUS_OK;
	size_t i;

	for (i = 0; i < count && !rc; i++)
		rc = notes_put(at, &comments[i], err);
	return rc;
}

static enum status
notes_put_section(struct put_notes *at, struct error *err)
{
	const struct aligned_section *section = at->section;
	enum status rc = STATUS_OK;
	const struct point *point;
	size_t i, j;

	/* What stands before a section's first point is read there. */
	at->row = 0;
	for (j = 0; j < at->meeting->language_count && !rc; j++) {
		at->language = j;
		if (section->cells[j])
			rc = notes_put_all(at, section->cells[j]->comments,
					   section->cells[j]->comment_count,
					   err);
	}
	for (i = 0; i < section->row_count && !rc; i++) {
		at->row = i;
		for (j = 0; j < at->meeting->language_count && !rc; j++) {
			at->language = j;
			point = section->rows[i].cells[j];
			if (point)
				rc = notes_put_all(at, point->comments,
						   point->comment_count, err);
		}
	}
	return rc;
}

/* What stands before the first section is read at the first point. */
static enum status
notes_put_first(struct put_notes *at, struct error *err)
{
	const struct brief *brief;
	enum status rc = STATUS_OK;
	size_t j;

	at->row = 0;
	for (j = 0; j < at->meeting->language_count && !rc; j++) {
		at->language = j;
		brief = at->meeting->briefs[j];
		if (brief)
			rc = notes_put_all(at, brief->comments,
					   brief->comment_count, err);
	}
	return rc;
}

enum status
store_put_notes(struct store *store, const struct meeting *meeting,
		int64_t next_id, struct error *err)
{
	struct put_notes at = {
		.store = store, .meeting = meeting, .next_id = next_id};
	enum status rc = STATUS_OK;
	bool is_first = true;
	size_t i;

	for (i = 0; i < meeting->section_count && !rc; i++) {
		at.section = &meeting->sections[i];
		at.section_ordinal = i;
		/* A note is found at a point; without one there is no place. */
		if (!at.section->row_count)
			continue;
		if (is_first)
			rc = notes_put_first(&at, err);
		is_first = false;
		if (rc == STATUS_OK)
			rc = notes_put_section(&at, err);
	}
	return rc;
}
