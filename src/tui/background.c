/* The index is brought up to date by a child while one already reads. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include "lectern/spawn.h"
#include "lectern/store.h"
#include "tui_private.h"

static pid_t background_child = -1;
static int64_t background_version;
static bool background_has_version;

/* Only these show what is in the index. */
static bool
background_is_wanted(const struct app *app)
{
	const struct view *view = app_view(app);

	for (; view != NULL; view = view->below)
		if (strcmp(view->ops->name, "meetings") == 0 ||
		    strcmp(view->ops->name, "search") == 0 ||
		    strcmp(view->ops->name, "instrument") == 0)
			return true;
	return false;
}

static bool
background_read_version(struct app *app, int64_t *version)
{
	struct store *store = app_store(app);
	struct error ignored = ERROR_INIT;

	return store != NULL &&
	       store_data_version(store, version, &ignored) == STATUS_OK;
}

void
background_start(struct app *app, const char *library, bool words)
{
	struct error ignored = ERROR_INIT;
	char *self = NULL;

	if (spawn_self(&self, &ignored) == STATUS_OK) {
		const char *const argv[] = {self,      "-L",
					    library,   "index",
					    "--quiet", words ? "--words" : NULL,
					    NULL};

		if (spawn_background(argv, &background_child, &ignored) !=
		    STATUS_OK)
			background_child = -1;
	}
	free(self);
	app_set_indexing(app, background_child > 0);
	if (background_child > 0 && background_is_wanted(app))
		background_has_version =
			background_read_version(app, &background_version);
}

bool
background_is_running(void)
{
	pid_t ended;

	if (background_child <= 0)
		return false;
	do
		ended = waitpid(background_child, NULL, WNOHANG);
	while (ended < 0 && errno == EINTR);
	if (ended == 0)
		return true;
	background_child = -1;
	return false;
}

bool
background_poll(struct app *app)
{
	int64_t version = 0;
	bool is_running = background_is_running(), has_version;

	if (!is_running)
		app_set_indexing(app, false);
	if (!background_is_wanted(app))
		return false;
	has_version = background_read_version(app, &version);
	if (has_version == background_has_version &&
	    version == background_version)
		return !is_running; /* "being read" may be on the screen */
	app_reload(app);
	background_has_version =
		background_read_version(app, &background_version);
	return true;
}
