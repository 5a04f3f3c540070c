/*
 * Folders in which something may change that is on the screen: another screen
 * marks a point, or goes to another place. The system says so; nothing is
 * looked at in the meantime. Where it cannot say (another machine writes over
 * a network), the second hand of a running clock looks.
 */
#include "config.h"

#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

#include "lectern/buffer.h"
#include "tui_private.h"

#define WATCH_EVENTS                                                           \
	(IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_CREATE | IN_DELETE)

static int watch_queue = -1;
static struct buffer watch_folders = {buffer_empty, 0, 0}; /* one a line */

/* The folders as one text, to see whether they are others now. */
static void
watch_list(const struct library_names *names, struct buffer *out)
{
	for (size_t i = 0; i < names->list.len; i++)
		buffer_printf(out, "%s\n", names->list.items[i]);
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
		if (names.list.len > 0)
			watch_queue = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
		/* One that is not there yet has nothing to say. */
		for (size_t i = 0; watch_queue >= 0 && i < names.list.len; i++)
			inotify_add_watch(watch_queue, names.list.items[i],
					  WATCH_EVENTS);
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
	buffer_release(&watch_folders);
}
