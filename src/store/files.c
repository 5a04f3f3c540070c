/* Which files a meeting was indexed from; the names of all meetings. */
#include "lectern/memory.h"
#include "store_local.h"

static void
store_copy_file(sqlite3_stmt *stmt, struct library_files *files)
{
	struct library_file file = {0};

	file.name = mem_strdup(store_column_text(stmt, 0));
	if (store_column_text(stmt, 1)[0])
		file.language = mem_strdup(store_column_text(stmt, 1));
	file.id.device = (uint64_t)sqlite3_column_int64(stmt, 2);
	file.id.inode = (uint64_t)sqlite3_column_int64(stmt, 3);
	file.id.size = sqlite3_column_int64(stmt, 4);
	file.id.mtime_ns = sqlite3_column_int64(stmt, 5);
	file.id.hash = (uint64_t)sqlite3_column_int64(stmt, 6);
	vector_push(&files->list, file);
}

enum status
store_list_files(struct store *store, const char *id,
		 struct library_files *files, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_LIST_FILES, err);
	enum status rc;
	bool has_row;

	library_files_release(files);
	if (!stmt)
		return STATUS_IO;
	store_bind_text(stmt, 1, id);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row)
		store_copy_file(stmt, files);
	sqlite3_reset(stmt);
	return rc;
}

static enum status
store_list_names(struct store *store, enum statement statement,
		 struct library_names *names, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, statement, err);
	enum status rc;
	bool has_row;

	library_names_release(names);
	if (!stmt)
		return STATUS_IO;
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row)
		vector_push(&names->list,
			    mem_strdup(store_column_text(stmt, 0)));
	sqlite3_reset(stmt);
	return rc;
}

enum status
store_list_ids(struct store *store, struct library_names *names,
	       struct error *err)
{
	return store_list_names(store, STATEMENT_LIST_IDS, names, err);
}

enum status
store_list_instruments(struct store *store, struct library_names *names,
		       struct error *err)
{
	return store_list_names(store, STATEMENT_LIST_INSTRUMENTS, names, err);
}
