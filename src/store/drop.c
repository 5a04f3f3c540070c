/* A meeting, or what is kept of it, taken out; its files marked as known. */
#include "store_local.h"

static enum status
drop_rows(struct store *store, enum statement statement, int64_t first,
	  int64_t beyond, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, statement, err);

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, first);
	if (beyond)
		store_bind_int(stmt, 2, beyond);
	return store_run(store, stmt, err);
}

enum status
store_drop_details(struct store *store, int64_t row, struct error *err)
{
	static const enum statement statements[] = {
		STATEMENT_DROP_TITLES,
		STATEMENT_DROP_LANGUAGES,
		STATEMENT_DROP_FILES,
		STATEMENT_DROP_DIAGNOSTICS,
	};
	enum status rc;
	size_t i;

	rc = store_drop_words(store, row, err);
	if (rc == STATUS_OK)
		rc = drop_rows(store, STATEMENT_DROP_CITATIONS,
			       row * STORE_TEXTS_MAX,
			       (row + 1) * STORE_TEXTS_MAX, err);
	if (rc == STATUS_OK)
		rc = drop_rows(store, STATEMENT_DROP_TEXTS,
			       row * STORE_TEXTS_MAX,
			       (row + 1) * STORE_TEXTS_MAX, err);
	for (i = 0; i < sizeof statements / sizeof *statements && !rc; i++)
		rc = drop_rows(store, statements[i], row, 0, err);
	return rc;
}

enum status
store_find_row(struct store *store, const char *id, int64_t *row,
	       struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_MEETING_ROW, err);
	enum status rc;
	bool has_row;

	*row = 0;
	if (!stmt)
		return STATUS_IO;
	store_bind_text(stmt, 1, id);
	rc = store_step(store, stmt, &has_row, err);
	if (has_row) {
		*row = sqlite3_column_int64(stmt, 0);
		rc = store_check_row(store, *row, err);
	}
	sqlite3_reset(stmt);
	return rc;
}

/* Only where the content is still what was compared: another process may have
 * put a newer one meanwhile. */
static enum status
touch_file(struct store *store, int64_t row, const struct library_file *file,
	   struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_TOUCH_FILE, err);

	if (!stmt)
		return STATUS_IO;
	store_bind_int(stmt, 1, row);
	store_bind_text(stmt, 2, file->name);
	store_bind_int(stmt, 3, (int64_t)file->id.hash);
	store_bind_int(stmt, 4, (int64_t)file->id.device);
	store_bind_int(stmt, 5, (int64_t)file->id.inode);
	store_bind_int(stmt, 6, file->id.mtime_ns);
	return store_run(store, stmt, err);
}

enum status
store_touch_files(struct store *store, const char *id,
		  const struct library_files *files, struct error *err)
{
	enum status rc = store_begin(store, true, err);
	int64_t row = 0;
	size_t i;

	if (rc)
		return rc;
	rc = store_find_row(store, id, &row, err);
	for (i = 0; i < files->list.len && row && !rc; i++)
		rc = touch_file(store, row, &files->list.items[i], err);
	return store_end(store, rc, err);
}

enum status
store_drop_meeting(struct store *store, const char *id, struct error *err)
{
	enum status rc = store_begin(store, true, err);
	int64_t row = 0;

	if (rc)
		return rc;
	rc = store_find_row(store, id, &row, err);
	if (rc == STATUS_OK && row)
		rc = store_drop_details(store, row, err);
	if (rc == STATUS_OK && row)
		rc = drop_rows(store, STATEMENT_DROP_MEETING, row, 0, err);
	return store_end(store, rc, err);
}
