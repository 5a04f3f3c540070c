/* Putting a bad index out of the way, by one process at a time. */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"
#include "store_local.h"

#define ASIDE_MAX     9	  /* broken ones kept; the last is then replaced */
#define LOCK_WAIT_MS  20  /* between two attempts */
#define LOCK_ATTEMPTS 250 /* 5 s in all */

enum status
store_lock_folder(const char *path, int *lock, struct error *err)
{
	const struct timespec wait = {0, LOCK_WAIT_MS * 1000000L};
	char *folder = path_folder(path);
	int attempt, failed = 0;

	*lock = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	for (attempt = 0; *lock >= 0 && attempt < LOCK_ATTEMPTS; attempt++) {
		failed = flock(*lock, LOCK_EX | LOCK_NB) ? errno : 0;
		if (failed != EWOULDBLOCK && failed != EINTR)
			break;
		nanosleep(&wait, NULL);
	}
	if (failed == EWOULDBLOCK) {
		store_unlock_folder(*lock);
		*lock = -1;
		return error_set(err, STATUS_BUSY,
				 _("Another process is making the index %s. "
				   "Try again when it is done."),
				 path);
	}
	return STATUS_OK;
}

void
store_unlock_folder(int lock)
{
	if (lock >= 0)
		close(lock);
}

static char *
store_aside_name(const char *path)
{
	struct buffer name = BUFFER_INIT;
	struct stat st;
	int n;

	for (n = 1; n <= ASIDE_MAX; n++) {
		buffer_reset(&name);
		buffer_printf(&name, "%s.broken-%d", path, n);
		if (lstat(name.data, &st) && errno == ENOENT)
			break;
	}
	return buffer_take(&name);
}

static const char *const store_endings[] = {"-wal", "-shm", "-journal"};
#define STORE_ENDINGS (sizeof store_endings / sizeof *store_endings)

/* The journal belongs to the file it lies beside: left there, it would be
 * played into the next database. */
static void
store_move_companions(const char *from, const char *to)
{
	struct buffer old = BUFFER_INIT, new = BUFFER_INIT;
	size_t i;

	for (i = 0; i < STORE_ENDINGS; i++) {
		buffer_reset(&old);
		buffer_reset(&new);
		buffer_printf(&old, "%s%s", from, store_endings[i]);
		buffer_printf(&new, "%s%s", to, store_endings[i]);
		if (rename(old.data, new.data) && errno != ENOENT)
			(void)!unlink(old.data);
	}
	buffer_release(&old);
	buffer_release(&new);
}

enum status
store_set_aside(const char *path, char **new_path, struct error *err)
{
	char *name = store_aside_name(path);

	*new_path = NULL;
	if (rename(path, name)) {
		enum status rc = error_set_io(
			err, errno, path,
			_("The index %s is damaged and cannot be set aside"),
			path);

		free(name);
		return rc;
	}
	store_move_companions(path, name);
	*new_path = name;
	return STATUS_OK;
}

void
store_remove(const char *path)
{
	struct buffer name = BUFFER_INIT;
	size_t i;

	(void)!unlink(path);
	for (i = 0; i < STORE_ENDINGS; i++) {
		buffer_reset(&name);
		buffer_printf(&name, "%s%s", path, store_endings[i]);
		(void)!unlink(name.data);
	}
	buffer_release(&name);
}
