/* What was found wrong while indexing. */
#include "store_local.h"

/* The database may come from elsewhere: what is out of range is an error. */
static enum severity
store_column_severity(sqlite3_stmt *stmt, int column)
{
	int value = sqlite3_column_int(stmt, column);

	return value < SEVERITY_NOTE || value > SEVERITY_ERROR
		       ? SEVERITY_ERROR
		       : (enum severity)value;
}

static void
store_copy_diagnostic(sqlite3_stmt *stmt, struct diagnostics *out)
{
	diagnostics_add(out, store_column_severity(stmt, 0),
			store_column_text(stmt, 1), sqlite3_column_int(stmt, 2),
			sqlite3_column_int(stmt, 3),
			arena_strdup(&out->arena, store_column_text(stmt, 4)),
			"%s", store_column_text(stmt, 5));
}

enum status
store_list_diagnostics(struct store *store, const char *id,
		       struct diagnostics *out, struct error *err)
{
	sqlite3_stmt *stmt =
		store_prepare(store,
			      id ? STATEMENT_LIST_MEETING_DIAGNOSTICS
				 : STATEMENT_LIST_DIAGNOSTICS,
			      err);
	enum status rc;
	bool has_row;

	diagnostics_release(out);
	if (!stmt)
		return STATUS_IO;
	if (id)
		store_bind_text(stmt, 1, id);
	while (!(rc = store_step(store, stmt, &has_row, err)) && has_row)
		store_copy_diagnostic(stmt, out);
	sqlite3_reset(stmt);
	return rc;
}
