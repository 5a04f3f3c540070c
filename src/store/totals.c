/* How much there is. */
#include "store_local.h"

enum status
store_count_all(struct store *store, struct store_totals *totals,
		struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_TOTALS, err);
	enum status rc;
	bool has_row;

	*totals = (struct store_totals){
		.schema = STORE_SCHEMA,
		.sqlite_version = sqlite3_libversion(),
	};
	if (!stmt)
		return STATUS_IO;
	rc = store_step(store, stmt, &has_row, err);
	if (has_row) {
		totals->meetings = sqlite3_column_int64(stmt, 0);
		totals->points = sqlite3_column_int64(stmt, 1);
		totals->texts = sqlite3_column_int64(stmt, 2);
		totals->diagnostics = sqlite3_column_int64(stmt, 3);
		totals->files = sqlite3_column_int64(stmt, 4);
	}
	sqlite3_reset(stmt);
	return rc;
}
