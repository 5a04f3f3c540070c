#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

#include "file.h"
#include "lectern/words.h"

uint64_t
file_hash(const void *data, size_t len)
{
	return XXH3_64bits(data, len);
}

void
file_identity_from_stat(const struct stat *st, struct file_identity *id)
{
	id->device = (uint64_t)st->st_dev;
	id->inode = (uint64_t)st->st_ino;
	id->size = (int64_t)st->st_size;
	/* Unsigned: a date after the year 2262 wraps and is still a mark. */
	id->mtime_ns = (int64_t)((uint64_t)st->st_mtim.tv_sec * 1000000000u +
				 (uint64_t)st->st_mtim.tv_nsec);
	id->hash = 0;
}

enum status
file_refuse_kind(mode_t mode, const char *path, struct error *err)
{
	enum status rc = STATUS_INVALID;

	if (S_ISREG(mode))
		return STATUS_OK;
	if (S_ISDIR(mode))
		error_set(err, rc, _("%s is a folder, not a file."), path);
	else if (S_ISFIFO(mode))
		error_set(err, rc, _("%s is a pipe, not a file."), path);
	else if (S_ISSOCK(mode))
		error_set(err, rc, _("%s is a socket, not a file."), path);
	else if (S_ISLNK(mode))
		error_set(err, rc, _("%s is a link, not a file."), path);
	else
		error_set(err, rc, _("%s is a device, not a file."), path);
	error_set_place(err, path, 0);
	return rc;
}

enum status
file_identify(const char *path, struct file_identity *id, struct error *err)
{
	struct stat st;

	*id = (struct file_identity){0};
	if (stat(path, &st) != 0)
		return error_set_io(err, errno, path, _("Cannot look at %s"),
				    path);
	if (!S_ISREG(st.st_mode))
		return file_refuse_kind(st.st_mode, path, err);
	file_identity_from_stat(&st, id);
	return STATUS_OK;
}

static enum status
file_refuse_size(const char *path, size_t limit, struct error *err)
{
	error_set(err, STATUS_LIMIT,
		  _("%s is too large: a file here may have %zu bytes at most. "
		    "Part it into smaller ones."),
		  path, limit);
	error_set_place(err, path, 0);
	return STATUS_LIMIT;
}

/* All bytes up to the end; one more than 'limit' is enough to refuse. */
static enum status
file_read_bytes(int fd, const char *path, size_t limit, size_t expected,
		struct buffer *out, struct error *err)
{
	size_t want = expected + 1;
	ssize_t got;

	buffer_reset(out);
	for (;;) {
		buffer_reserve(out, want);
		got = read(fd, out->data + out->len, want);
		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			break;
		out->len += (size_t)got;
		out->data[out->len] = '\0';
		if (out->len > limit)
			return file_refuse_size(path, limit, err);
		want = expected + 1 > out->len ? expected + 1 - out->len : 4096;
	}
	if (got < 0)
		return error_set_io(err, errno, path, _("Cannot read %s"),
				    path);
	return STATUS_OK;
}

static enum status
file_open(const char *path, int *fd, struct stat *st, struct error *err)
{
	/* Without O_NONBLOCK the open of a FIFO waits for a writer. */
	*fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
	if (*fd < 0 && errno == ENXIO && stat(path, st) == 0)
		return file_refuse_kind(st->st_mode, path, err);
	if (*fd < 0 || fstat(*fd, st) != 0)
		return error_set_io(err, errno, path, _("Cannot read %s"),
				    path);
	return file_refuse_kind(st->st_mode, path, err);
}

enum status
file_read(const char *path, size_t limit, struct buffer *out,
	  struct file_identity *id, struct error *err)
{
	struct file_identity found = {0};
	struct stat st;
	int fd = -1;
	enum status rc;

	buffer_reset(out);
	rc = file_open(path, &fd, &st, err);
	if (rc != STATUS_OK)
		goto out;
	if ((uintmax_t)st.st_size > limit) {
		rc = file_refuse_size(path, limit, err);
		goto out;
	}
	rc = file_read_bytes(fd, path, limit, (size_t)st.st_size, out, err);
	if (rc != STATUS_OK)
		goto out;
	file_identity_from_stat(&st, &found);
	found.size = (int64_t)out->len;
	found.hash = file_hash(out->data, out->len);
out:
	if (fd >= 0)
		close(fd);
	if (rc != STATUS_OK)
		buffer_reset(out);
	if (id)
		*id = found;
	return rc;
}
