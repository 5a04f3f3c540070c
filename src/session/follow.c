/* The place the delegate is at: see follow.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/follow.h"
#include "lectern/path.h"
#include "lectern/session.h"

#define FOLLOW_PLACE_MAX 200

char *
follow_path(const struct library *lib, const char *meeting)
{
	struct buffer path = BUFFER_INIT;
	char *folder;
	size_t len = strlen(lib->path);

	/* Where the index is, when it is the library's own. */
	if (lib->index_path == NULL ||
	    strncmp(lib->index_path, lib->path, len) != 0 ||
	    lib->index_path[len] != '/')
		return session_path(lib, "follow", meeting);
	folder = path_folder(lib->index_path);
	buffer_printf(&path, "%s/at-%s", folder, meeting);
	free(folder);
	return buffer_take(&path);
}

void
follow_publish(const char *path, const char *place)
{
	struct buffer fresh = BUFFER_INIT;
	char *folder = path_folder(path);

	buffer_printf(&fresh, "%s.%ld", path, (long)getpid());
	if (*place == '\0')
		unlink(path);
	else if (strlen(place) <= FOLLOW_PLACE_MAX &&
		 path_make_folders(folder, NULL) == STATUS_OK &&
		 symlink(place, fresh.data) == 0 &&
		 rename(fresh.data, path) != 0)
		unlink(fresh.data);
	free(folder);
	buffer_release(&fresh);
}

bool
follow_read(const char *path, struct buffer *out)
{
	char place[FOLLOW_PLACE_MAX + 1];
	ssize_t len = readlink(path, place, sizeof place);

	buffer_reset(out);
	if (len <= 0 || len > FOLLOW_PLACE_MAX)
		return false;
	buffer_append(out, place, (size_t)len);
	return true;
}
