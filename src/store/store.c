/* Opening and closing the store. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"
#include "store_local.h"

/* SQLite is told to follow no link, which would also refuse a library behind
 * one; so the folder is resolved here, and the file alone must be no link. */
static char *
store_resolve(const char *path)
{
	char *folder = path_folder(path), *real = realpath(folder, NULL);
	char *resolved =
		real ? path_join(real, path_base(path)) : mem_strdup(path);

	free(real);
	free(folder);
	return resolved;
}

/* An empty file for SQLite to fill, private whatever the umask is; SQLite
 * gives its companions the same mode. */
static enum status
store_create_file(struct store *store, struct error *err)
{
	int fd = open(store->path,
		      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
		      0600);

	if (fd < 0 && errno != EEXIST)
		return error_set_io(err, errno, store->path,
				    _("The index %s cannot be made"),
				    store->path);
	if (fd >= 0)
		close(fd);
	return STATUS_OK;
}

/* Fill an empty database, or bring an older one to the present schema. */
static enum status
store_set_up(struct store *store, struct error *err)
{
	enum status rc;
	int code;

	/* Kept by the file. A file system that cannot share memory between
	 * processes refuses it and stays with a rollback journal, which is
	 * right as well, only slower. */
	code = sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL,
			    NULL);
	if (code != SQLITE_OK)
		return store_fail(store, code, err);
	rc = store_migrate(store, store_migrations, store_migration_count, err);
	if (rc == STATUS_OK && !store_has_schema(store->db, &code))
		rc = store_fail(store, code ? code : SQLITE_CORRUPT, err);
	return rc;
}

/*
 * An index is made under another name and moved into its place when it is
 * whole: a process that opens it at that moment, without a lock, would take
 * SQLite's first journal for one that a crash has left.
 */
static enum status
store_make_aside(struct store *store, char *path, struct error *err)
{
	char *place = store->path;
	enum status rc;
	int code;

	store_remove(path);
	store->path = path;
	rc = store_create_file(store, err);
	if (rc == STATUS_OK) {
		code = store_attach(store);
		rc = code == SQLITE_OK ? store_set_up(store, err)
				       : store_fail(store, code, err);
	}
	store_disconnect(store);
	store->path = place;
	return rc;
}

static enum status
store_make(struct store *store, struct error *err)
{
	struct buffer path = BUFFER_INIT;
	enum status rc;

	store_disconnect(store);
	buffer_printf(&path, "%s.new", store->path);
	rc = store_make_aside(store, path.data, err);
	if (rc == STATUS_OK) {
		store_remove(store->path);
		if (rename(path.data, store->path))
			rc = error_set_io(err, errno, store->path,
					  _("The index %s cannot be made"),
					  store->path);
	} else {
		store_remove(path.data);
	}
	if (rc == STATUS_OK && store_connect(store, err) != VERDICT_GOOD)
		rc = error_set(err, STATUS_IO,
			       _("The index %s cannot be made: another program "
				 "writes into it."),
			       store->path);
	buffer_release(&path);
	return rc;
}

static enum status
store_replace(struct store *store, char **set_aside, struct error *err)
{
	char *aside = NULL;
	enum status rc;

	store_disconnect(store);
	store->is_damaged = false;
	rc = store_set_aside(store->path, &aside, err);
	if (rc == STATUS_OK || rc == STATUS_NOT_FOUND)
		rc = store_make(store, err);
	if (set_aside)
		*set_aside = aside;
	else
		free(aside);
	return rc;
}

/* What a verdict asks for, with the folder locked. */
static enum status
store_repair(struct store *store, char **set_aside, struct error *err)
{
	enum verdict verdict = store_connect(store, err);
	enum status rc;

	switch (verdict) {
	case VERDICT_GOOD:
		return STATUS_OK;
	case VERDICT_FAILED:
		return err->code;
	case VERDICT_MOVED:
		return error_set(err, STATUS_BUSY,
				 _("Another program replaces the index %s. Try "
				   "again when it is done."),
				 store->path);
	case VERDICT_ABSENT:
	case VERDICT_EMPTY:
		return store_make(store, err);
	case VERDICT_OLDER:
		rc = store_set_up(store, err);
		if (rc == STATUS_OK || !store->is_damaged)
			return rc;
		break;
	case VERDICT_BAD:
		break;
	}
	return store_replace(store, set_aside, err);
}

static enum status
store_open_write(struct store *store, char **set_aside, struct error *err)
{
	enum verdict verdict = store_connect(store, err);
	enum status rc;
	int lock;

	if (verdict == VERDICT_GOOD)
		return STATUS_OK;
	if (verdict == VERDICT_FAILED && err->code == STATUS_BUSY)
		return err->code;
	/* Whatever it is, only what is seen under the lock counts: another
	 * process may be about to replace it. */
	store_disconnect(store);
	store->is_damaged = false;
	rc = store_lock_folder(store->path, &lock, err);
	if (rc == STATUS_OK)
		rc = store_repair(store, set_aside, err);
	store_unlock_folder(lock);
	return rc;
}

static enum status
store_open_read(struct store *store, struct error *err)
{
	enum verdict verdict = store_connect(store, err);
	enum status rc = STATUS_OK;
	int code;

	if (verdict == VERDICT_FAILED)
		return err->code;
	if (verdict != VERDICT_GOOD && verdict != VERDICT_OLDER)
		return error_set(err, STATUS_NOT_FOUND,
				 _("There is no index %s that can be used. "
				   "'lectern index' makes one."),
				 store->path);
	if (verdict == VERDICT_OLDER)
		rc = store_set_up(store, err);
	if (rc == STATUS_OK) {
		code = sqlite3_exec(store->db, "PRAGMA query_only = ON", NULL,
				    NULL, NULL);
		if (code != SQLITE_OK)
			rc = store_fail(store, code, err);
	}
	return rc;
}

static enum status
store_open_memory(struct store *store, struct error *err)
{
	int code = sqlite3_open_v2(":memory:", &store->db,
				   SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
					   SQLITE_OPEN_NOMUTEX |
					   SQLITE_OPEN_EXRESCODE,
				   NULL);

	if (code == SQLITE_OK)
		code = store_configure(store->db);
	if (code != SQLITE_OK)
		return store_fail(store, code, err);
	return store_set_up(store, err);
}

static enum status
store_open_file(struct store *store, const char *path, char **set_aside,
		struct error *err)
{
	enum status rc = STATUS_OK;
	char *folder = path_folder(path);

	if (store->mode == STORE_WRITE)
		rc = path_make_folders(folder, err);
	free(folder);
	if (rc)
		return rc;
	store->path = store_resolve(path);
	return store->mode == STORE_WRITE
		       ? store_open_write(store, set_aside, err)
		       : store_open_read(store, err);
}

enum status
store_open(const char *path, enum store_mode mode, struct store **out,
	   char **set_aside, struct error *err)
{
	struct store *store = mem_alloc(1, sizeof *store);
	struct error own = ERROR_INIT;
	enum status rc;

	*out = NULL;
	if (set_aside)
		*set_aside = NULL;
	store->mode = path ? mode : STORE_MEMORY;
	if (store->mode == STORE_MEMORY) {
		store->path = mem_strdup(":memory:");
		rc = store_open_memory(store, &own);
	} else {
		rc = store_open_file(store, path, set_aside, &own);
	}
	if (rc == STATUS_OK) {
		*out = store;
		return STATUS_OK;
	}
	if (err)
		*err = own;
	store->is_damaged = false;
	store_close(store);
	return rc;
}

bool
store_is_damaged(const struct store *store)
{
	return store->is_damaged;
}

/* Replace the file we were connected to, unless another process has done so
 * while we waited for our turn. */
static enum status
store_rebuild_file(struct store *store, char **set_aside, struct error *err)
{
	uint64_t inode = store->inode;
	enum status rc;
	int lock;

	rc = store_lock_folder(store->path, &lock, err);
	if (rc == STATUS_OK && (store_connect(store, err) != VERDICT_GOOD ||
				store->inode == inode))
		rc = store_replace(store, set_aside, err);
	store_unlock_folder(lock);
	return rc;
}

enum status
store_rebuild(struct store *store, char **set_aside, struct error *err)
{
	struct error own = ERROR_INIT;
	enum status rc;

	if (set_aside)
		*set_aside = NULL;
	store_disconnect(store);
	store->is_damaged = false;
	if (store->mode == STORE_MEMORY)
		rc = store_open_memory(store, &own);
	else
		rc = store_rebuild_file(store, set_aside, &own);
	if (rc && err)
		*err = own;
	return rc;
}

enum status
store_check(struct store *store, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_CHECK, err);
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	rc = store_step(store, stmt, &has_row, err);
	if (rc == STATUS_OK &&
	    (!has_row || strcmp(store_column_text(stmt, 0), "ok")))
		rc = store_fail(store, SQLITE_CORRUPT, err);
	sqlite3_reset(stmt);
	return rc;
}

void
store_close(struct store *store)
{
	if (!store)
		return;
	/* What was found to be broken must not be met again by the next run,
	 * which would see that no file has changed and leave it at that. */
	if (store->is_damaged && store->mode == STORE_WRITE)
		(void)!store_rebuild(store, NULL, NULL);
	store_disconnect(store);
	free(store->path);
	free(store);
}

enum status
store_data_version(struct store *store, int64_t *version, struct error *err)
{
	sqlite3_stmt *stmt = store_prepare(store, STATEMENT_DATA_VERSION, err);
	enum status rc;
	bool has_row;

	if (!stmt)
		return STATUS_IO;
	rc = store_step(store, stmt, &has_row, err);
	*version = has_row ? sqlite3_column_int64(stmt, 0) : 0;
	sqlite3_reset(stmt);
	return rc;
}
