/* Which texts cite what. */
#include <string.h>

#include "lectern/cite.h"
#include "lectern/memory.h"
#include "store_local.h"

void
store_use_names(struct store *store, const struct cite_names *names)
{
	store->names = names;
}

enum status
store_put_citations(struct store *store, int64_t id, size_t row,
		    const char *language, const struct point *point,
		    struct error *err)
{
	struct citations found = CITATIONS_INIT;
	enum status rc = STATUS_OK;
	sqlite3_stmt *stmt;
	size_t i;

	point_citations(point, language, store->names, &found);
	for (i = 0; i < found.list.len && !rc; i++) {
		stmt = store_prepare(store, STATEMENT_PUT_CITATION, err);
		if (!stmt) {
			rc = STATUS_IO;
			break;
		}
		store_bind_text(stmt, 1, found.list.items[i].symbol);
		store_bind_int(stmt, 2, id);
		store_bind_int(stmt, 3, (int64_t)row);
		rc = store_run(store, stmt, err);
	}
	citations_release(&found);
	return rc;
}

void
store_cited_release(struct store_cited *cited)
{
	vector_release(&cited->list);
	arena_release(&cited->arena);
}

enum status
store_list_cited(struct store *store, struct store_cited *out,
		 struct error *err)
{
	sqlite3_stmt *stmt =
		store_prepare(store, STATEMENT_LIST_CITATIONS, err);
	struct store_count row;
	enum status rc;
	bool has_row;

	store_cited_release(out);
	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, STORE_TEXTS_MAX);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row) {
		row.symbol =
			arena_strdup(&out->arena, store_column_text(stmt, 0));
		row.points = sqlite3_column_int64(stmt, 1);
		row.meetings = sqlite3_column_int64(stmt, 2);
		vector_push(&out->list, row);
	}
	sqlite3_reset(stmt);
	return rc;
}

void
store_citing_release(struct store_citing *citing)
{
	vector_release(&citing->list);
	arena_release(&citing->arena);
}

/* Another language of the point before it? */
static bool
citing_is_same(const struct store_citing *citing, sqlite3_stmt *stmt)
{
	const struct store_citing_point *last;

	if (!citing->list.len)
		return false;
	last = vector_last(&citing->list);
	return last->row == sqlite3_column_int(stmt, 7) &&
	       !strcmp(last->meeting, store_column_text(stmt, 0));
}

static void
citing_add_point(struct store_citing *citing, sqlite3_stmt *stmt)
{
	struct arena *arena = &citing->arena;
	struct store_citing_point point = {
		.meeting = arena_strdup(arena, store_column_text(stmt, 0)),
		.short_name = arena_strdup(arena, store_column_text(stmt, 1)),
		.date.first = store_date(sqlite3_column_int64(stmt, 2)),
		.date.last = store_date(sqlite3_column_int64(stmt, 3)),
		.section = arena_strdup(arena, store_column_text(stmt, 4)),
		.section_ordinal = sqlite3_column_int(stmt, 5),
		.point = sqlite3_column_int(stmt, 6),
		.row = sqlite3_column_int(stmt, 7),
		.text = arena_strdup(arena, store_column_text(stmt, 9)),
	};

	vector_push(&citing->list, point);
}

static void
citing_add_language(struct store_citing *citing, sqlite3_stmt *stmt)
{
	struct store_citing_point *point = vector_last(&citing->list);

	if (point->language_count < MEETING_LANGUAGES_MAX)
		point->languages[point->language_count++] = arena_strdup(
			&citing->arena, store_column_text(stmt, 8));
}

enum status
store_list_citing(struct store *store, const char *symbol,
		  struct store_citing *out, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_LIST_CITING, err);
	enum status rc;
	bool has_row;

	store_citing_release(out);
	if (!stmt)
		return STATUS_IO;
	store_bind_text(stmt, 1, symbol);
	store_bind_int(stmt, 2, STORE_TEXTS_MAX);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row) {
		if (!citing_is_same(out, stmt))
			citing_add_point(out, stmt);
		citing_add_language(out, stmt);
	}
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
	return rc;
}

void
store_format_place(const char *section, int section_ordinal, int point,
		   struct buffer *out)
{
	if (*section)
		buffer_append_string(out, section);
	else
		buffer_printf(out, "#%d", section_ordinal + 1);
	buffer_printf(out, "/%d", point);
}

enum status
store_count_citing(struct store *store, const char *symbol, const char *meeting,
		   int row, struct store_count *out, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_COUNT_CITING, err);
	int64_t at, point, seen = 0, seen_point = -1, counted = 0;
	enum status rc;
	bool has_row;

	*out = (struct store_count){symbol, 0, 0};
	if (!stmt)
		return STATUS_IO;
	store_bind_text(stmt, 1, symbol);
	store_bind_int(stmt, 2, STORE_TEXTS_MAX);
	store_bind_text(stmt, 3, meeting);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row) {
		at = sqlite3_column_int64(stmt, 0);
		point = sqlite3_column_int64(stmt, 1);
		if ((at == seen && point == seen_point) ||
		    (at == sqlite3_column_int64(stmt, 2) && point == row))
			continue;
		out->points++;
		out->meetings += at != counted;
		counted = seen = at;
		seen_point = point;
	}
	sqlite3_reset(stmt);
	sqlite3_clear_bindings(stmt);
	return rc;
}

enum status
store_get_known(struct store *store, const char *name, uint64_t *hash,
		struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_GET_KNOWN, err);
	enum status rc;
	bool has_row;

	*hash = 0;
	if (!stmt)
		return STATUS_IO;
	store_bind_text(stmt, 1, name);
	rc = store_step(store, stmt, &has_row, err);
	if (has_row)
		*hash = (uint64_t)sqlite3_column_int64(stmt, 0);
	sqlite3_reset(stmt);
	return rc;
}

static enum status
known_set(struct store *store, const char *name, uint64_t hash,
	  struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_SET_KNOWN, err);

	if (!stmt)
		return STATUS_IO;
	store_bind_text(stmt, 1, name);
	store_bind_int(stmt, 2, (int64_t)hash);
	return store_run(store, stmt, err);
}

static enum status
known_forget_files(struct store *store, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_FORGET_FILES, err);

	return stmt ? store_run(store, stmt, err) : STATUS_IO;
}

enum status
store_set_known(struct store *store, const char *name, uint64_t hash,
		bool forget_files, struct error *err)
{
	enum status rc = store_begin(store, true, err);

	if (rc)
		return rc;
	if (forget_files)
		rc = known_forget_files(store, err);
	if (rc == STATUS_OK)
		rc = known_set(store, name, hash, err);
	return store_end(store, rc, err);
}
