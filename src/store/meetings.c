/* The list of meetings. */
#include "store_local.h"

void
store_meetings_release(struct store_meetings *meetings)
{
	vector_release(&meetings->list);
	arena_release(&meetings->arena);
}

/* 20210527; what is no day is none, whoever wrote it there. */
struct date
store_date(int64_t day)
{
	struct date date = {(int)(day / 10000), (int)(day / 100 % 100),
			    (int)(day % 100)};
	static const struct date none;

	if (day < 0 || day > 99991231 || !is_date(&date))
		return none;
	return date;
}

static enum status
store_get_facts(struct store *store, int64_t row, struct store_meeting *meeting,
		struct arena *arena, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_GET_MEETING, err);
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, row);
	rc = store_step(store, stmt, &has_row, err);
	if (has_row) {
		meeting->id = arena_strdup(arena, store_column_text(stmt, 0));
		meeting->short_name =
			arena_strdup(arena, store_column_text(stmt, 1));
		meeting->body = arena_strdup(arena, store_column_text(stmt, 2));
		meeting->place =
			arena_strdup(arena, store_column_text(stmt, 3));
		meeting->date.first = store_date(sqlite3_column_int64(stmt, 4));
		meeting->date.last = store_date(sqlite3_column_int64(stmt, 5));
		meeting->points = sqlite3_column_int(stmt, 6);
		meeting->errors = sqlite3_column_int(stmt, 7);
		meeting->warnings = sqlite3_column_int(stmt, 8);
		meeting->notes = sqlite3_column_int(stmt, 9);
	}
	sqlite3_reset(stmt);
	return rc;
}

static enum status
store_get_title(struct store *store, int64_t row, const char *language,
		struct store_meeting *meeting, struct arena *arena,
		struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_GET_TITLE, err);
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, row);
	store_bind_text(stmt, 2, language);
	rc = store_step(store, stmt, &has_row, err);
	meeting->title =
		arena_strdup(arena, has_row ? store_column_text(stmt, 0) : "");
	sqlite3_reset(stmt);
	return rc;
}

static enum status
store_get_languages(struct store *store, int64_t row,
		    struct store_meeting *meeting, struct arena *arena,
		    struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_GET_LANGUAGES, err);
	struct store_language *language;
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, row);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row &&
	       meeting->language_count < MEETING_LANGUAGES_MAX) {
		language = &meeting->languages[meeting->language_count++];
		language->tag = arena_strdup(arena, store_column_text(stmt, 0));
		language->points = sqlite3_column_int(stmt, 1);
		language->of = sqlite3_column_int(stmt, 2);
	}
	sqlite3_reset(stmt);
	return rc;
}

static enum status
store_add_meeting(struct store *store, int64_t row, const char *language,
		  struct store_meetings *out, struct error *err)
{
	struct store_meeting meeting = {0};
	enum status rc;

	rc = store_get_facts(store, row, &meeting, &out->arena, err);
	if (rc == STATUS_OK)
		rc = store_get_title(store, row, language, &meeting,
				     &out->arena, err);
	if (rc == STATUS_OK)
		rc = store_get_languages(store, row, &meeting, &out->arena,
					 err);
	if (rc == STATUS_OK)
		vector_push(&out->list, meeting);
	return rc;
}

static enum status
store_list_page(struct store *store, const char *language, size_t offset,
		size_t limit, struct store_meetings *out, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_LIST_PAGE, err);
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, limit > INT64_MAX ? INT64_MAX : (int64_t)limit);
	store_bind_int(stmt, 2,
		       offset > INT64_MAX ? INT64_MAX : (int64_t)offset);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row) {
		rc = store_add_meeting(store, sqlite3_column_int64(stmt, 0),
				       language, out, err);
		if (rc)
			break;
	}
	sqlite3_reset(stmt);
	return rc;
}

/* 'out' may be NULL: then they are only counted, in *count. */
static enum status
store_list_fitting(struct store *store, const struct store_words *words,
		   const char *language, size_t offset, size_t limit,
		   struct store_meetings *out, size_t *count, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_LIST_WORDS, err);
	size_t found = 0;
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row) {
		if (!store_words_fit(words, store_column_text(stmt, 1)) ||
		    found++ < offset || !out)
			continue;
		if (out->list.len == limit)
			break;
		rc = store_add_meeting(store, sqlite3_column_int64(stmt, 0),
				       language, out, err);
		if (rc)
			break;
	}
	sqlite3_reset(stmt);
	if (count)
		*count = found;
	return rc;
}

enum status
store_list_meetings(struct store *store, const char *words,
		    const char *language, size_t offset, size_t limit,
		    struct store_meetings *out, struct error *err)
{
	struct store_words wanted;
	enum status rc;

	store_meetings_release(out);
	store_words_init(&wanted, words);
	rc = store_begin(store, false, err);
	if (rc == STATUS_OK) {
		if (!wanted.count)
			rc = store_list_page(store, language, offset, limit,
					     out, err);
		else
			rc = store_list_fitting(store, &wanted, language,
						offset, limit, out, NULL, err);
		rc = store_end(store, rc, err);
	}
	store_words_release(&wanted);
	return rc;
}

static enum status
store_count_every(struct store *store, size_t *count, struct error *err)
{
	sqlite3_stmt *stmt =
		store_prepare(store, STATEMENT_COUNT_MEETINGS, err);
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	rc = store_step(store, stmt, &has_row, err);
	*count = has_row ? (size_t)sqlite3_column_int64(stmt, 0) : 0;
	sqlite3_reset(stmt);
	return rc;
}

enum status
store_count_meetings(struct store *store, const char *words, size_t *count,
		     struct error *err)
{
	struct store_words wanted;
	enum status rc;

	*count = 0;
	store_words_init(&wanted, words);
	if (!wanted.count)
		rc = store_count_every(store, count, err);
	else
		rc = store_list_fitting(store, &wanted, NULL, SIZE_MAX, 0, NULL,
					count, err);
	store_words_release(&wanted);
	return rc;
}
