/* Which folder is the library, and where its index may be kept. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/library.h"
#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"

#define INDEX_FOLDER ".lectern"

/* Does a sub-folder of 'path' have meeting.yaml? */
static bool
library_has_meeting(const char *path)
{
	DIR *dir = opendir(path);
	struct buffer name = BUFFER_INIT;
	struct dirent *entry;
	struct stat st;
	bool found = false;

	if (!dir)
		return false;
	while (!found && (entry = readdir(dir))) {
		if (entry->d_type != DT_DIR && entry->d_type != DT_LNK &&
		    entry->d_type != DT_UNKNOWN)
			continue;
		if (!is_meeting_name(entry->d_name))
			continue;
		buffer_reset(&name);
		buffer_printf(&name, "%s/meeting.yaml", entry->d_name);
		found = !fstatat(dirfd(dir), name.data, &st, 0);
	}
	buffer_release(&name);
	closedir(dir);
	return found;
}

static bool
library_is_at(const char *path)
{
	char *index = path_join(path, INDEX_FOLDER);
	bool found = is_folder(index) || library_has_meeting(path);

	free(index);
	return found;
}

/* The nearest library from the current folder upward, malloced, or NULL. */
static char *
library_find_upward(void)
{
	char *path = NULL, *parent;

	if (path_absolute(".", &path, NULL) != STATUS_OK)
		return NULL;
	while (!library_is_at(path)) {
		parent = path_folder(path);
		if (!strcmp(parent, path)) {
			free(parent);
			free(path);
			return NULL;
		}
		free(path);
		path = parent;
	}
	return path;
}

/* A path below the home folder, malloced, or NULL where there is none. */
static char *
library_find_at_home(void)
{
	char *path = path_from_home("~/briefs");

	if (path[0] == '/' && is_folder(path))
		return path;
	free(path);
	return NULL;
}

static enum status
library_take_configured(const char *name, char **out, struct error *err)
{
	char *path = path_from_home(name);
	enum status rc = STATUS_OK;

	if (path[0] == '/' && is_folder(path))
		rc = path_absolute(path, out, err);
	else
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("The configuration names the library %s, "
				 "which is not a folder that can be read. "
				 "Write its whole path, or one that begins "
				 "with ~/."),
			       name);
	free(path);
	return rc;
}

static enum status
library_take_named(const char *path, bool from_environment, char **out,
		   struct error *err)
{
	if (is_folder(path))
		return path_absolute(path, out, err);
	if (from_environment)
		return error_set(err, STATUS_NOT_FOUND,
				 _("$LECTERN_LIBRARY names %s, which is not a "
				   "folder that can be read."),
				 path);
	return error_set(err, STATUS_NOT_FOUND,
			 _("There is no library %s: it is not a folder that "
			   "can be read."),
			 path);
}

static enum status
library_find(const char *given, const char *configured, char **out,
	     struct error *err)
{
	const char *named = getenv("LECTERN_LIBRARY");

	if (given)
		return library_take_named(given, false, out, err);
	if (named && named[0])
		return library_take_named(named, true, out, err);
	*out = library_find_upward();
	if (!*out && *configured)
		return library_take_configured(configured, out, err);
	if (!*out)
		*out = library_find_at_home();
	if (*out)
		return STATUS_OK;
	return error_set(err, STATUS_NOT_FOUND,
			 _("No library was found: neither this folder nor one "
			   "above it holds meetings, and there is no folder "
			   "briefs in your home. Name one with -L FOLDER, in "
			   "$LECTERN_LIBRARY or in the configuration."));
}

/* May this user make or change an index there? A link is not followed: a
 * library that came from elsewhere must not say where we write. */
static bool
library_may_hold_index(const struct library *lib, const char *folder,
		       const char *index)
{
	struct stat st;

	if (lstat(folder, &st))
		return errno == ENOENT && lib->is_writable;
	if (!S_ISDIR(st.st_mode) ||
	    faccessat(AT_FDCWD, folder, R_OK | W_OK | X_OK, AT_EACCESS))
		return false;
	return lstat(index, &st) || st.st_uid == geteuid();
}

static char *
library_cache_path(const struct library *lib)
{
	struct buffer path = BUFFER_INIT;
	char *folder = path_user(PATH_CACHE);

	if (!folder)
		return NULL;
	buffer_printf(
		&path, "%s/%016llx.db", folder,
		(unsigned long long)file_hash(lib->path, strlen(lib->path)));
	free(folder);
	return buffer_take(&path);
}

static void
library_place_index(struct library *lib)
{
	char *folder = path_join(lib->path, INDEX_FOLDER);
	char *index = path_join(folder, "index.db");

	if (library_may_hold_index(lib, folder, index)) {
		lib->index_path = index;
		index = NULL;
	} else {
		lib->index_path = library_cache_path(lib);
	}
	free(index);
	free(folder);
}

enum status
library_open_configured(const char *given, const char *configured,
			struct library *lib, struct error *err)
{
	enum status rc;

	memset(lib, 0, sizeof *lib);
	rc = library_find(given, configured, &lib->path, err);
	if (rc)
		return rc;
	lib->is_writable =
		!faccessat(AT_FDCWD, lib->path, W_OK | X_OK, AT_EACCESS);
	library_place_index(lib);
	return STATUS_OK;
}

enum status
library_open(const char *given, struct library *lib, struct error *err)
{
	return library_open_configured(given, "", lib, err);
}

void
library_close(struct library *lib)
{
	free(lib->path);
	free(lib->index_path);
	memset(lib, 0, sizeof *lib);
}
