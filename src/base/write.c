#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#include "file.h"

#define FILE_LOCK_WAIT_MS 20
#define FILE_LOCK_TRIES	  250 /* five seconds */

int
file_write_all(int fd, const void *data, size_t len)
{
	const char *at = data;
	ssize_t written;

	while (len) {
		written = write(fd, at, len);
		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return errno;
		if (!written)
			return EIO; /* no progress and no reason given */
		at += written;
		len -= (size_t)written;
	}
	return 0;
}

int
file_close(int fd)
{
	/* After EINTR the descriptor is gone on Linux; fsync() has already
	 * said that the bytes are safe. */
	return close(fd) == 0 || errno == EINTR ? 0 : errno;
}

int
file_write_new(int dir, const char *name, const void *data, size_t len,
	       int (*prepare)(int fd, void *context), void *context)
{
	int fd = openat(dir, name,
			O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
			0600);
	int errnum, closed;

	if (fd < 0)
		return errno;
	errnum = file_write_all(fd, data, len);
	if (!errnum && prepare)
		errnum = prepare(fd, context);
	if (!errnum && fsync(fd) != 0)
		errnum = errno;
	closed = file_close(fd);
	if (!errnum)
		errnum = closed;
	if (errnum)
		unlinkat(dir, name, 0);
	return errnum;
}

bool
file_lock(int fd)
{
	const struct timespec wait = {0, FILE_LOCK_WAIT_MS * 1000000L};
	int tries;

	for (tries = 0; tries < FILE_LOCK_TRIES; tries++) {
		if (flock(fd, LOCK_EX | LOCK_NB) == 0 ||
		    (errno != EWOULDBLOCK && errno != EINTR))
			return true;
		nanosleep(&wait, NULL);
	}
	return false;
}

uint64_t
file_unique_number(void)
{
	struct timespec now = {0};
	uint64_t seed[3];

	clock_gettime(CLOCK_MONOTONIC, &now);
	seed[0] = (uint64_t)now.tv_sec;
	seed[1] = (uint64_t)now.tv_nsec;
	seed[2] = (uint64_t)getpid();
	return file_hash(seed, sizeof seed);
}
