/* Connecting to what stands at the index's path, and saying what it is. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/words.h"
#include "store_local.h"

/* An index may come with a library from elsewhere, so SQLite is told to trust
 * nothing in it. The cache is small on purpose: what is read is a page of a
 * list or one meeting, and the screen must stay small beside 'less'. */
int
store_configure(sqlite3 *db)
{
	static const int off[] = {
		SQLITE_DBCONFIG_TRUSTED_SCHEMA,
		SQLITE_DBCONFIG_ENABLE_TRIGGER,
		SQLITE_DBCONFIG_ENABLE_VIEW,
		SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION,
		SQLITE_DBCONFIG_DQS_DDL,
		SQLITE_DBCONFIG_DQS_DML,
	};
	size_t i;
	int code;

	code = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
	for (i = 0; i < sizeof off / sizeof *off && code == SQLITE_OK; i++)
		code = sqlite3_db_config(db, off[i], 0, NULL);
	if (code != SQLITE_OK)
		return code;
	sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
	sqlite3_limit(db, SQLITE_LIMIT_LENGTH, STORE_VALUE_MAX);
	sqlite3_busy_timeout(db, 5000);
	return sqlite3_exec(db,
			    "PRAGMA cell_size_check = ON;"
			    "PRAGMA mmap_size = 0;"
			    "PRAGMA temp_store = MEMORY;" STORE_CACHE
			    "PRAGMA synchronous = NORMAL;"
			    "PRAGMA wal_autocheckpoint = 4000;"
			    "PRAGMA journal_size_limit = 16777216",
			    NULL, NULL, NULL);
}

void
store_disconnect(struct store *store)
{
	store_finalize_all(store);
	store_stream_free(store->stream);
	store->stream = NULL;
	sqlite3_close(store->db);
	store->db = NULL;
}

static int
store_read_pragma(sqlite3 *db, const char *sql, int64_t *value)
{
	sqlite3_stmt *stmt = NULL;
	int code = sqlite3_prepare_v2(db, sql, -1, &stmt, NULL);

	*value = 0;
	if (code == SQLITE_OK)
		code = sqlite3_step(stmt);
	if (code == SQLITE_ROW) {
		*value = sqlite3_column_int64(stmt, 0);
		code = SQLITE_OK;
	}
	sqlite3_finalize(stmt);
	return code;
}

/* Which of SQLite's failures say that the file is at fault. */
static enum verdict
store_judge_failure(struct store *store, int code, struct error *err)
{
	switch (store_primary_code(code)) {
	case SQLITE_CORRUPT:
	case SQLITE_NOTADB:
	case SQLITE_CANTOPEN:
	case SQLITE_PERM:
	case SQLITE_READONLY:
	case SQLITE_FORMAT:
	case SQLITE_ERROR:
		(void)store_fail(store, code, err);
		return VERDICT_BAD;
	default:
		(void)store_fail(store, code, err);
		return VERDICT_FAILED;
	}
}

static enum verdict
store_judge(struct store *store, struct error *err)
{
	int64_t application = 0, version = 0, objects = 0;
	sqlite3 *db = store->db;
	bool fits = false;
	int code;

	code = store_read_pragma(db, "PRAGMA application_id", &application);
	if (code == SQLITE_OK)
		code = store_read_pragma(db, "PRAGMA user_version", &version);
	if (code == SQLITE_OK)
		code = store_read_pragma(
			db, "SELECT count(*) FROM sqlite_schema", &objects);
	if (code == SQLITE_OK && version == STORE_SCHEMA)
		fits = store_has_schema(db, &code);
	if (code != SQLITE_OK)
		return store_judge_failure(store, code, err);
	if (store->mode == STORE_WRITE && sqlite3_db_readonly(db, "main") == 1)
		return VERDICT_BAD;
	if (!objects && !version &&
	    (!application || application == STORE_APPLICATION_ID))
		return VERDICT_EMPTY;
	if (application != STORE_APPLICATION_ID)
		return VERDICT_BAD;
	if (version > 0 && version < STORE_SCHEMA)
		return VERDICT_OLDER;
	return fits ? VERDICT_GOOD : VERDICT_BAD;
}

/* The index tells what is in private files, so it is as private as they. */
static void
store_make_private(const char *path, const struct stat *st)
{
	if ((st->st_mode & 077) && st->st_uid == geteuid())
		(void)!chmod(path, 0600);
}

/* Has the file been renamed since it was opened? Then the log that SQLite
 * finds by its name is that of another one. */
static bool
store_has_moved(struct store *store)
{
	int moved = 0;

	return sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED,
				    &moved) == SQLITE_OK &&
	       moved;
}

/* Disconnect from what is not ours and leave it as it is, its log too. */
static void
store_leave(struct store *store)
{
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	store_disconnect(store);
}

int
store_attach(struct store *store)
{
	int code = sqlite3_open_v2(store->path, &store->db,
				   SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX |
					   SQLITE_OPEN_PRIVATECACHE |
					   SQLITE_OPEN_NOFOLLOW |
					   SQLITE_OPEN_EXRESCODE,
				   NULL);

	return code == SQLITE_OK ? store_configure(store->db) : code;
}

enum verdict
store_connect(struct store *store, struct error *err)
{
	enum verdict verdict;
	struct stat st;
	int code;

	if (lstat(store->path, &st)) {
		if (errno == ENOENT || errno == ENOTDIR)
			return VERDICT_ABSENT;
		(void)error_set_io(err, errno, store->path,
				   _("The index %s cannot be opened"),
				   store->path);
		return VERDICT_FAILED;
	}
	if (!S_ISREG(st.st_mode))
		return VERDICT_BAD;
	store_make_private(store->path, &st);
	store->inode = st.st_ino;
	/* SQLite removes the log beside a file without pages, by its name: it
	 * may be that of the index just moved into this one's place. */
	if (st.st_size <= 1)
		return VERDICT_EMPTY;
	code = store_attach(store);
	verdict = code == SQLITE_OK ? store_judge(store, err)
				    : store_judge_failure(store, code, err);
	if (store_has_moved(store))
		verdict = VERDICT_MOVED;
	if (verdict == VERDICT_BAD || verdict == VERDICT_FAILED ||
	    verdict == VERDICT_MOVED)
		store_leave(store);
	return verdict;
}
