/*
 * A frame reaches the terminal in one write. Curses flushes at each move of
 * the cursor: forty writes a frame, each of which wakes the terminal, and a
 * person may see the half of it. So while it draws, its descriptor is a piece
 * of memory, and what gathered there is written at once.
 */
#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "tui_private.h"

static int whole_memory = -1;	/* what curses draws into */
static int whole_terminal = -1; /* the terminal meanwhile */

/* Both descriptors, made at the first frame. False: draw as curses does. */
static bool
whole_is_ready(void)
{
	if (whole_memory < 0)
		whole_memory = memfd_create("frame", MFD_CLOEXEC);
	if (whole_terminal < 0)
		whole_terminal = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3);
	return whole_memory >= 0 && whole_terminal >= 0;
}

/* A terminal that takes no more is noticed by the loop, not here. */
static void
whole_write(const char *bytes, size_t len)
{
	struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
	ssize_t written;

	while (len > 0) {
		written = write(STDOUT_FILENO, bytes, len);
		if (written > 0) {
			bytes += written;
			len -= (size_t)written;
		} else if (errno == EAGAIN) {
			if (poll(&terminal, 1, -1) < 0 && errno != EINTR)
				return;
		} else if (errno != EINTR) {
			return;
		}
	}
}

void
whole_refresh(void)
{
	char *bytes;
	off_t len;

	if (!whole_is_ready() || lseek(whole_memory, 0, SEEK_SET) != 0 ||
	    dup2(whole_memory, STDOUT_FILENO) < 0) {
		refresh();
		return;
	}
	refresh();
	whole_end();
	len = lseek(whole_memory, 0, SEEK_CUR);
	if (len <= 0)
		return;
	bytes = mem_alloc((size_t)len, 1);
	if (pread(whole_memory, bytes, (size_t)len, 0) == len)
		whole_write(bytes, (size_t)len);
	free(bytes);
}

void
whole_end(void)
{
	if (whole_terminal < 0)
		return;
	while (dup2(whole_terminal, STDOUT_FILENO) < 0 && errno == EINTR)
		;
}

void
whole_release(void)
{
	whole_end();
	if (whole_memory >= 0)
		close(whole_memory);
	if (whole_terminal >= 0)
		close(whole_terminal);
	whole_memory = whole_terminal = -1;
}
