/*
 * Folders in which something may change that is on the screen: another screen
 * marks a point, or goes to another place. The system says so; nothing is
 * looked at in the meantime. Where it cannot say, since another machine writes
 * over a network or there is no inotify to be had, one looks each second.
 */
#include "config.h"

#include <errno.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "lectern/buffer.h"
#include "tui_private.h"

#define WATCH_EVENTS                                                           \
	(IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_CREATE | IN_DELETE)

#define WATCH_POLL_MS 1000

static int watch_queue = -1;
static bool watch_is_asked_to_poll; /* by the configuration */
static bool watch_is_polling;	    /* of the folders watched now */
static struct buffer watch_folders = {buffer_empty, 0, 0}; /* one a line */

/* The folders as one text, to see whether they are others now. */
static void
watch_list(const struct library_names *names, struct buffer *out)
{
	for (size_t i = 0; i < names->list.len; i++)
		buffer_printf(out, "%s\n", names->list.items[i]);
}

/* File systems on which others write without this system being told. */
static bool
is_watch_remote(const char *folder)
{
	static const unsigned long remote[] = {
		0x6969,	    /* NFS */
		0x517b,	    /* SMB */
		0xff534d42, /* CIFS */
		0xfe534d42, /* SMB 2 */
		0x65735546, /* FUSE: sshfs and its kin */
		0x01021997, /* 9P */
		0x5346414f, /* AFS */
		0x00c36400, /* Ceph */
		0x786f4256, /* of a virtual machine's host */
	};
	struct statfs system;

	if (statfs(folder, &system) != 0)
		return false;
	for (size_t i = 0; i < sizeof remote / sizeof *remote; i++)
		if ((unsigned long)system.f_type == remote[i])
			return true;
	return false;
}

/* One that is not there yet has nothing to say. */
static void
watch_folder(const char *folder)
{
	if (is_watch_remote(folder))
		watch_is_polling = true;
	else if (watch_queue >= 0 &&
		 inotify_add_watch(watch_queue, folder, WATCH_EVENTS) < 0 &&
		 errno != ENOENT)
		watch_is_polling = true;
}

static void
watch_begin(const struct library_names *names)
{
	if (names->list.len == 0)
		return;
	if (!watch_is_asked_to_poll)
		watch_queue = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	watch_is_polling = watch_queue < 0;
	for (size_t i = 0; i < names->list.len; i++)
		watch_folder(names->list.items[i]);
}

void
watch_choose(const char *how)
{
	watch_is_asked_to_poll = strcmp(how, "poll") == 0;
}

int
watch_wait_ms(void)
{
	return watch_is_polling ? WATCH_POLL_MS : -1;
}

void
watch_app(const struct app *app)
{
	struct library_names names = {VECTOR_INIT};
	struct buffer folders = BUFFER_INIT;

	app_watched(app, &names);
	watch_list(&names, &folders);
	if (strcmp(folders.data, watch_folders.data) != 0) {
		watch_release();
		watch_begin(&names);
		buffer_append(&watch_folders, folders.data, folders.len);
	}
	buffer_release(&folders);
	library_names_release(&names);
}

int
watch_fd(void)
{
	return watch_queue;
}

void
watch_drain(void)
{
	char events[4096];

	while (watch_queue >= 0 && read(watch_queue, events, sizeof events) > 0)
		;
}

void
watch_release(void)
{
	if (watch_queue >= 0)
		close(watch_queue);
	watch_queue = -1;
	watch_is_polling = false;
	buffer_release(&watch_folders);
}
