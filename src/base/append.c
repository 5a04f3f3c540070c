#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>
#include <stdlib.h>

#include "file.h"
#include "lectern/path.h"
#include "lectern/words.h"

/* What writing one line needs, from open to close. */
struct append {
	const char *path;
	int fd; /* or -1 */
	struct stat st;
};

/* A line that a crash or an editor left without its end gets one first. */
static bool
append_needs_newline(int fd, const struct stat *st)
{
	char last = '\n';

	return st->st_size > 0 && pread(fd, &last, 1, st->st_size - 1) == 1 &&
	       last != '\n';
}

/*
 * What a full disk let in of a line goes again, unless another writer has
 * already put something behind it: its line is worth more than our half.
 */
static void
append_take_back(int fd, size_t written)
{
	off_t end = lseek(fd, 0, SEEK_CUR);
	struct stat st;
	int ignored;

	if (end < (off_t)written || fstat(fd, &st) != 0 || st.st_size != end)
		return;
	ignored = ftruncate(fd, end - (off_t)written);
	(void)ignored;
}

static int
append_write(int fd, const struct buffer *line)
{
	ssize_t written;
	size_t before;
	int errnum;

	do
		written = write(fd, line->data, line->len);
	while (written < 0 && errno == EINTR);
	if (written < 0)
		return errno;
	before = (size_t)written;
	if (before == line->len)
		return 0;
	/* The rest fails for the reason that the write was short. */
	written = write(fd, line->data + before, line->len - before);
	errnum = written < 0 ? errno : ENOSPC;
	if (written == (ssize_t)(line->len - before))
		return 0;
	append_take_back(fd, before + (written > 0 ? (size_t)written : 0));
	return errnum;
}

/* A new file is on the disk only when its folder is. */
static int
append_sync(int fd, const char *path, bool is_new)
{
	char *folder;
	int dir, errnum = 0;

	if (fsync(fd) != 0)
		return errno;
	if (!is_new)
		return 0;
	folder = path_folder(path);
	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	free(folder);
	if (dir < 0)
		return errno;
	if (fsync(dir) != 0 && errno != EINVAL && errno != ENOTSUP)
		errnum = errno;
	close(dir);
	return errnum;
}

static int
append_line(const struct append *append, const char *line)
{
	struct buffer bytes = BUFFER_INIT;
	int errnum;

	if (append_needs_newline(append->fd, &append->st))
		buffer_append_byte(&bytes, '\n');
	buffer_append_string(&bytes, line);
	buffer_append_byte(&bytes, '\n');
	errnum = append_write(append->fd, &bytes);
	if (!errnum)
		errnum = append_sync(append->fd, append->path,
				     append->st.st_size == 0);
	buffer_release(&bytes);
	return errnum;
}

static enum status
append_refuse(const struct append *append, int errnum, struct error *err)
{
	return error_set_io(err, errnum, append->path,
			    _("Cannot add a line to %s"), append->path);
}

/* The size is asked under the lock: another's line may be half in before. */
static enum status
append_open(struct append *append, struct error *err)
{
	append->fd = open(append->path,
			  O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK |
				  O_NOCTTY,
			  0600);
	if (append->fd < 0)
		return append_refuse(append, errno, err);
	if (!file_lock(append->fd))
		return error_set(err, STATUS_BUSY,
				 _("Another program holds %s locked."),
				 append->path);
	if (fstat(append->fd, &append->st) != 0)
		return append_refuse(append, errno, err);
	return file_refuse_kind(append->st.st_mode, append->path, err);
}

enum status
file_append_line(const char *path, const char *line, struct error *err)
{
	struct append append = {.path = path, .fd = -1};
	int errnum = 0, closed;
	enum status rc;

	if (strchr(line, '\n'))
		return error_set(err, STATUS_INVALID,
				 _("A line for %s has a line break in it."),
				 path);
	rc = append_open(&append, err);
	if (rc == STATUS_OK)
		errnum = append_line(&append, line);
	closed = append.fd >= 0 ? file_close(append.fd) : 0;
	if (rc == STATUS_OK && (errnum || closed))
		rc = append_refuse(&append, errnum ? errnum : closed, err);
	return rc;
}
