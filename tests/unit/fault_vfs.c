#include <signal.h>
#include <string.h>
#include <sqlite3.h>

#include "fault_vfs.h"

/* Ours, with the real file behind it in the same block. */
struct fault_file {
	sqlite3_file base;
	sqlite3_io_methods methods;
	sqlite3_file *real;
};

static sqlite3_vfs fault_vfs, *real_vfs;
static enum fault armed;
static long left, calls;

/* Is it this call's turn? */
static int
fault_strikes(enum fault least)
{
	if (armed == FAULT_NONE)
		return 0;
	if (armed != FAULT_KILL && armed < least)
		return 0;
	calls++;
	if (left-- > 0)
		return 0;
	if (armed == FAULT_KILL)
		raise(SIGKILL);
	return 1;
}

static int
fault_write_code(int code)
{
	return armed == FAULT_FULL ? SQLITE_FULL : code;
}

#define REAL(file) (((struct fault_file *)(file))->real)

static int
fault_close(sqlite3_file *file)
{
	return REAL(file)->pMethods->xClose(REAL(file));
}

static int
fault_read(sqlite3_file *file, void *data, int len, sqlite3_int64 at)
{
	if (armed == FAULT_READ && fault_strikes(FAULT_READ))
		return SQLITE_IOERR_READ;
	return REAL(file)->pMethods->xRead(REAL(file), data, len, at);
}

static int
fault_write(sqlite3_file *file, const void *data, int len, sqlite3_int64 at)
{
	if (fault_strikes(FAULT_FULL))
		return fault_write_code(SQLITE_IOERR_WRITE);
	return REAL(file)->pMethods->xWrite(REAL(file), data, len, at);
}

static int
fault_truncate(sqlite3_file *file, sqlite3_int64 size)
{
	if (fault_strikes(FAULT_WRITE))
		return SQLITE_IOERR_TRUNCATE;
	return REAL(file)->pMethods->xTruncate(REAL(file), size);
}

static int
fault_sync(sqlite3_file *file, int flags)
{
	if (fault_strikes(FAULT_WRITE))
		return SQLITE_IOERR_FSYNC;
	return REAL(file)->pMethods->xSync(REAL(file), flags);
}

static int
fault_size(sqlite3_file *file, sqlite3_int64 *size)
{
	return REAL(file)->pMethods->xFileSize(REAL(file), size);
}

static int
fault_lock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xLock(REAL(file), lock);
}

static int
fault_unlock(sqlite3_file *file, int lock)
{
	return REAL(file)->pMethods->xUnlock(REAL(file), lock);
}

static int
fault_check_lock(sqlite3_file *file, int *result)
{
	return REAL(file)->pMethods->xCheckReservedLock(REAL(file), result);
}

static int
fault_control(sqlite3_file *file, int op, void *argument)
{
	return REAL(file)->pMethods->xFileControl(REAL(file), op, argument);
}

static int
fault_sector(sqlite3_file *file)
{
	return REAL(file)->pMethods->xSectorSize(REAL(file));
}

static int
fault_traits(sqlite3_file *file)
{
	return REAL(file)->pMethods->xDeviceCharacteristics(REAL(file));
}

static int
fault_shm_map(sqlite3_file *file, int page, int size, int extend,
	      void volatile **data)
{
	if (armed == FAULT_KILL)
		(void)fault_strikes(FAULT_KILL);
	return REAL(file)->pMethods->xShmMap(REAL(file), page, size, extend,
					     data);
}

static int
fault_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
	if (armed == FAULT_KILL)
		(void)fault_strikes(FAULT_KILL);
	return REAL(file)->pMethods->xShmLock(REAL(file), offset, count, flags);
}

static void
fault_shm_barrier(sqlite3_file *file)
{
	REAL(file)->pMethods->xShmBarrier(REAL(file));
}

static int
fault_shm_unmap(sqlite3_file *file, int remove)
{
	return REAL(file)->pMethods->xShmUnmap(REAL(file), remove);
}

static const sqlite3_io_methods fault_methods = {
	.iVersion = 2,
	.xClose = fault_close,
	.xRead = fault_read,
	.xWrite = fault_write,
	.xTruncate = fault_truncate,
	.xSync = fault_sync,
	.xFileSize = fault_size,
	.xLock = fault_lock,
	.xUnlock = fault_unlock,
	.xCheckReservedLock = fault_check_lock,
	.xFileControl = fault_control,
	.xSectorSize = fault_sector,
	.xDeviceCharacteristics = fault_traits,
	.xShmMap = fault_shm_map,
	.xShmLock = fault_shm_lock,
	.xShmBarrier = fault_shm_barrier,
	.xShmUnmap = fault_shm_unmap,
};

static int
fault_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
	   int *out_flags)
{
	struct fault_file *ours = (struct fault_file *)file;
	int code;

	(void)vfs;
	ours->base.pMethods = NULL;
	ours->real = (sqlite3_file *)(ours + 1);
	code = real_vfs->xOpen(real_vfs, name, ours->real, flags, out_flags);
	if (code != SQLITE_OK || !ours->real->pMethods)
		return code;
	ours->methods = fault_methods;
	/* A file without shared memory must not pretend to have it. */
	if (!ours->real->pMethods->xShmMap)
		ours->methods.iVersion = 1;
	ours->base.pMethods = &ours->methods;
	return SQLITE_OK;
}

static int
fault_delete(sqlite3_vfs *vfs, const char *name, int sync_folder)
{
	(void)vfs;
	if (fault_strikes(FAULT_WRITE))
		return SQLITE_IOERR_DELETE;
	return real_vfs->xDelete(real_vfs, name, sync_folder);
}

void
fault_vfs_install(void)
{
	real_vfs = sqlite3_vfs_find(NULL);
	fault_vfs = *real_vfs;
	fault_vfs.pNext = NULL;
	fault_vfs.zName = "fault";
	fault_vfs.szOsFile =
		(int)sizeof(struct fault_file) + real_vfs->szOsFile;
	fault_vfs.xOpen = fault_open;
	fault_vfs.xDelete = fault_delete;
	sqlite3_vfs_register(&fault_vfs, 1);
}

void
fault_vfs_arm(enum fault fault, long count)
{
	armed = fault;
	left = count;
	calls = 0;
}

long
fault_vfs_calls(void)
{
	return calls;
}
