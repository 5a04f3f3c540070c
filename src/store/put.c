/* A meeting written into the store, all of it or nothing. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "store_local.h"

int64_t
store_day(const struct date *date)
{
	return is_date(date)
		       ? date->year * 10000 + date->month * 100 + date->day
		       : 0;
}

/* How many diagnostics have exactly this severity. */
static size_t
put_count(const struct meeting *meeting, enum severity severity)
{
	size_t count = diagnostics_count(&meeting->diags, severity);

	if (severity < SEVERITY_ERROR)
		count -= diagnostics_count(&meeting->diags,
					   (enum severity)(severity + 1));
	return count;
}

/* Rows of the aligned meeting that stand in language number 'language'. */
static size_t
put_count_texts(const struct meeting *meeting, size_t language)
{
	const struct aligned_section *section;
	size_t count = 0, i, j;

	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		for (j = 0; j < section->row_count; j++)
			count += section->rows[j].cells[language] != NULL;
	}
	return count;
}

static void
put_fold_field(const char *text, struct buffer *out)
{
	char *field = mem_strndup(text, store_field_length(text));

	store_fold(field, out);
	buffer_append_byte(out, '\n');
	free(field);
}

static size_t
put_title_count(const struct meeting *meeting)
{
	size_t count = meeting->facts.title_count;

	return count < STORE_TITLES_MAX ? count : STORE_TITLES_MAX;
}

/* One line a field, so that no word of a list's filter spans two of them. */
static void
put_fold_words(const struct meeting *meeting, struct buffer *out)
{
	const struct meeting_facts *facts = &meeting->facts;
	const char *fields[] = {meeting->id, facts->short_name, facts->body,
				facts->place};
	size_t i;

	for (i = 0; i < sizeof fields / sizeof *fields; i++)
		put_fold_field(fields[i] ? fields[i] : "", out);
	for (i = 0; i < put_title_count(meeting); i++)
		put_fold_field(facts->titles[i].text, out);
}

static enum status
put_meeting_row(struct store *store, const struct meeting *meeting,
		int64_t *row, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_PUT_MEETING, err);
	const struct meeting_facts *facts = &meeting->facts;
	bool is_instrument = is_instrument_id(meeting->id);
	struct buffer words = BUFFER_INIT;
	size_t texts = 0, i;
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	for (i = 0; i < meeting->language_count; i++)
		texts += put_count_texts(meeting, i);
	put_fold_words(meeting, &words);
	store_bind_text(stmt, 1, meeting->id);
	store_bind_field(stmt, 2, facts->short_name);
	store_bind_field(stmt, 3, facts->body);
	store_bind_field(stmt, 4, facts->place);
	store_bind_text(stmt, 5, words.data);
	store_bind_int(stmt, 6, store_day(&facts->date.first));
	store_bind_int(stmt, 7, store_day(&facts->date.last));
	store_bind_int(stmt, 8, (int64_t)meeting->row_count);
	store_bind_int(stmt, 9, (int64_t)texts);
	store_bind_int(stmt, 10, (int64_t)put_count(meeting, SEVERITY_ERROR));
	store_bind_int(stmt, 11, (int64_t)put_count(meeting, SEVERITY_WARNING));
	store_bind_int(stmt, 12, (int64_t)put_count(meeting, SEVERITY_NOTE));
	store_bind_int(stmt, 13, is_instrument ? STORE_INSTRUMENT_FIRST : 1);
	store_bind_int(stmt, 14,
		       is_instrument ? STORE_MEETINGS_MAX - 1
				     : STORE_INSTRUMENT_FIRST - 1);
	rc = store_step(store, stmt, &has_row, err);
	*row = has_row ? sqlite3_column_int64(stmt, 0) : 0;
	if (rc == STATUS_OK && has_row)
		rc = store_run(store, stmt, err);
	sqlite3_reset(stmt);
	buffer_release(&words);
	return rc;
}

static enum status
put_titles(struct store *store, const struct meeting *meeting, int64_t row,
	   struct error *err)
{
	enum status rc = STATUS_OK;
	sqlite3_stmt *stmt;
	size_t i;

	for (i = 0; i < put_title_count(meeting) && !rc; i++) {
		stmt = store_prepare(store, STATEMENT_PUT_TITLE, err);
		if (!stmt)
			return STATUS_IO;
		store_bind_int(stmt, 1, row);
		store_bind_int(stmt, 2, (int64_t)i);
		store_bind_field(stmt, 3, meeting->facts.titles[i].language);
		store_bind_field(stmt, 4, meeting->facts.titles[i].text);
		rc = store_run(store, stmt, err);
	}
	return rc;
}

static enum status
put_languages(struct store *store, const struct meeting *meeting, int64_t row,
	      struct error *err)
{
	enum status rc = STATUS_OK;
	sqlite3_stmt *stmt;
	size_t i;

	for (i = 0; i < meeting->language_count && !rc; i++) {
		stmt = store_prepare(store, STATEMENT_PUT_LANGUAGE, err);
		if (!stmt)
			return STATUS_IO;
		store_bind_int(stmt, 1, row);
		store_bind_int(stmt, 2, (int64_t)i);
		store_bind_field(stmt, 3, meeting->languages[i]);
		store_bind_int(stmt, 4, (int64_t)put_count_texts(meeting, i));
		store_bind_int(stmt, 5, (int64_t)meeting->row_count);
		rc = store_run(store, stmt, err);
	}
	return rc;
}

static enum status
put_files(struct store *store, const struct library_files *files, int64_t row,
	  struct error *err)
{
	const struct library_file *file;
	enum status rc = STATUS_OK;
	sqlite3_stmt *stmt;
	size_t i;

	for (i = 0; i < files->list.len && !rc; i++) {
		stmt = store_prepare(store, STATEMENT_PUT_FILE, err);
		if (!stmt)
			return STATUS_IO;
		file = &files->list.items[i];
		store_bind_int(stmt, 1, row);
		store_bind_text(stmt, 2, file->name);
		store_bind_field(stmt, 3, file->language);
		store_bind_int(stmt, 4, (int64_t)file->id.device);
		store_bind_int(stmt, 5, (int64_t)file->id.inode);
		store_bind_int(stmt, 6, file->id.size);
		store_bind_int(stmt, 7, file->id.mtime_ns);
		store_bind_int(stmt, 8, (int64_t)file->id.hash);
		rc = store_run(store, stmt, err);
	}
	return rc;
}

/* Where a text stands, and the row id the next one gets. */
struct put_texts {
	const struct meeting *meeting;
	const struct aligned_section *section;
	size_t section_ordinal, row_ordinal;
	int64_t next_id;
	struct buffer text;
};

static enum status
put_text(struct store *store, struct put_texts *at, const char *language,
	 const struct point *point, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_PUT_TEXT, err);
	int64_t id = at->next_id++;
	enum status rc;

	if (!stmt)
		return STATUS_IO;
	buffer_reset(&at->text);
	point_plain_text(point, &at->text);
	store_bind_int(stmt, 1, id);
	store_bind_field(stmt, 2, language);
	store_bind_field(stmt, 3, at->section->id);
	store_bind_int(stmt, 4, (int64_t)at->section_ordinal);
	store_bind_int(stmt, 5, point->number);
	store_bind_int(stmt, 6, (int64_t)at->row_ordinal);
	store_bind_int(stmt, 7, point->role);
	store_bind_int(stmt, 8, point->extent.line);
	store_bind_text(stmt, 9, at->text.data);
	store_bind_int(stmt, 10, STORE_TEXT_POINT);
	rc = store_run(store, stmt, err);
	/* What documents cite is counted in meetings. */
	if (rc == STATUS_OK && !is_instrument_id(at->meeting->id))
		rc = store_put_citations(store, id, at->row_ordinal, language,
					 point, err);
	return rc;
}

static enum status
put_section(struct store *store, struct put_texts *at, struct error *err)
{
	const struct meeting *meeting = at->meeting;
	const struct aligned_row *row;
	enum status rc = STATUS_OK;
	size_t i, j;

	for (i = 0; i < at->section->row_count && !rc; i++) {
		row = &at->section->rows[i];
		at->row_ordinal = at->section->first_row + i;
		for (j = 0; j < meeting->language_count && !rc; j++)
			if (row->cells[j])
				rc = put_text(store, at, meeting->languages[j],
					      row->cells[j], err);
	}
	return rc;
}

static enum status
put_texts(struct store *store, const struct meeting *meeting, int64_t row,
	  struct error *err)
{
	struct put_texts at = {.meeting = meeting,
			       .next_id = row * STORE_TEXTS_MAX,
			       .text = BUFFER_INIT};
	enum status rc = STATUS_OK;
	size_t i;

	for (i = 0; i < meeting->section_count && !rc; i++) {
		at.section = &meeting->sections[i];
		at.section_ordinal = i;
		rc = put_section(store, &at, err);
	}
	buffer_release(&at.text);
	return rc ? rc : store_put_notes(store, meeting, at.next_id, err);
}

static enum status
put_diagnostics(struct store *store, const struct meeting *meeting, int64_t row,
		struct error *err)
{
	const struct diagnostic *diag;
	enum status rc = STATUS_OK;
	sqlite3_stmt *stmt;
	size_t i;

	for (i = 0; i < meeting->diags.list.len && !rc; i++) {
		if (i == STORE_DIAGNOSTICS_MAX)
			break;
		stmt = store_prepare(store, STATEMENT_PUT_DIAGNOSTIC, err);
		if (!stmt)
			return STATUS_IO;
		diag = &meeting->diags.list.items[i];
		store_bind_int(stmt, 1, row);
		store_bind_int(stmt, 2, (int64_t)i);
		store_bind_int(stmt, 3, diag->severity);
		store_bind_field(stmt, 4, diag->file);
		store_bind_int(stmt, 5, diag->line);
		store_bind_int(stmt, 6, diag->column);
		store_bind_field(stmt, 7, diag->rule);
		store_bind_field(stmt, 8, diag->message);
		rc = store_run(store, stmt, err);
	}
	return rc;
}

enum status
store_put_meeting(struct store *store, const struct meeting *meeting,
		  const struct library_files *files, struct error *err)
{
	enum status rc = store_begin(store, true, err);
	int64_t row = 0;

	if (rc)
		return rc;
	/* Words are taken out by what they were put in with. */
	rc = store_find_row(store, meeting->id, &row, err);
	if (rc == STATUS_OK && row)
		rc = store_drop_details(store, row, err);
	if (rc == STATUS_OK)
		rc = put_meeting_row(store, meeting, &row, err);
	if (rc == STATUS_OK)
		rc = store_check_row(store, row, err);
	if (rc == STATUS_OK)
		rc = put_titles(store, meeting, row, err);
	if (rc == STATUS_OK)
		rc = put_languages(store, meeting, row, err);
	if (rc == STATUS_OK)
		rc = put_files(store, files, row, err);
	if (rc == STATUS_OK)
		rc = put_texts(store, meeting, row, err);
	if (rc == STATUS_OK)
		rc = put_diagnostics(store, meeting, row, err);
	return store_end(store, rc, err);
}
