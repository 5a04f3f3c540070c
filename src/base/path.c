#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"

char *
path_join(const char *folder, const char *name)
{
	struct buffer path = BUFFER_INIT;

	buffer_append_string(&path, folder);
	if (path.len && path.data[path.len - 1] != '/')
		buffer_append_byte(&path, '/');
	buffer_append_string(&path, name);
	return buffer_take(&path);
}

const char *
path_base(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

char *
path_folder(const char *path)
{
	const char *end = strrchr(path, '/');

	if (!end)
		return mem_strdup(".");
	while (end > path && end[-1] == '/')
		end--;
	return end == path ? mem_strdup("/")
			   : mem_strndup(path, (size_t)(end - path));
}

/* getcwd() into a buffer, however long it is. */
static bool
path_append_current(struct buffer *out)
{
	size_t size;

	for (size = 256; size <= 1u << 20; size *= 2) {
		buffer_reserve(out, size);
		if (getcwd(out->data + out->len, size)) {
			out->len += strlen(out->data + out->len);
			return true;
		}
		if (errno != ERANGE)
			return false;
	}
	return false;
}

/* Adds each component but "." to an absolute path; ".." stays, since what it
 * means depends on links. */
static void
path_append_components(struct buffer *out, const char *path)
{
	size_t len;

	while (*path) {
		len = strcspn(path, "/");
		if (len && !(len == 1 && path[0] == '.')) {
			if (!out->len || out->data[out->len - 1] != '/')
				buffer_append_byte(out, '/');
			buffer_append(out, path, len);
		}
		path += len;
		path += strspn(path, "/");
	}
	if (!out->len)
		buffer_append_byte(out, '/');
}

enum status
path_absolute(const char *path, char **out, struct error *err)
{
	struct buffer buf = BUFFER_INIT;
	int errnum;

	*out = NULL;
	if (!*path)
		return error_set(err, STATUS_INVALID,
				 _("An empty name is no path."));
	if (path[0] != '/' && !path_append_current(&buf)) {
		errnum = errno;
		buffer_release(&buf);
		return error_set_io(err, errnum, path,
				    _("Cannot find the current folder to "
				      "complete the path %s"),
				    path);
	}
	path_append_components(&buf, path);
	*out = buffer_take(&buf);
	return STATUS_OK;
}

bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

bool
is_file(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

bool
is_plain_name(const char *name)
{
	return name[0] && strcmp(name, ".") != 0 && strcmp(name, "..") != 0 &&
	       !strchr(name, '/');
}

char *
path_from_home(const char *path)
{
	const char *home = getenv("HOME");

	if (strncmp(path, "~/", 2) != 0 || !home || home[0] != '/')
		return mem_strdup(path);
	return path_join(home, path + 2);
}

void
path_show(const char *path, struct buffer *out)
{
	const char *home = getenv("HOME");
	size_t len = home ? strlen(home) : 0;
	char *whole = NULL;

	if (path_absolute(path, &whole, NULL))
		buffer_append_string(out, path);
	else if (len > 1 && !strncmp(whole, home, len) && whole[len] == '/')
		buffer_printf(out, "~%s", whole + len);
	else
		buffer_append_string(out, whole);
	free(whole);
}

char *
path_user(enum path_place place)
{
	static const struct {
		const char *variable, *below_home;
	} places[] = {
		[PATH_CONFIG] = {"XDG_CONFIG_HOME", ".config"},
		[PATH_STATE] = {"XDG_STATE_HOME", ".local/state"},
		[PATH_CACHE] = {"XDG_CACHE_HOME", ".cache"},
	};
	const char *given = getenv(places[place].variable);
	const char *home = getenv("HOME");
	char *folder, *path;

	if (given && given[0] == '/')
		return path_join(given, "lectern");
	if (!home || home[0] != '/')
		return NULL;
	folder = path_join(home, places[place].below_home);
	path = path_join(folder, "lectern");
	free(folder);
	return path;
}

/* One folder of path_make_folders(). Another process may make it first. */
static enum status
path_make_folder(const char *path, struct error *err)
{
	int errnum;

	if (is_folder(path) || mkdir(path, 0700) == 0)
		return STATUS_OK;
	errnum = errno;
	if (is_folder(path))
		return STATUS_OK;
	if (errnum == EEXIST)
		errnum = ENOTDIR;
	return error_set_io(err, errnum, path, _("Cannot make the folder %s"),
			    path);
}

enum status
path_make_folders(const char *path, struct error *err)
{
	char *copy = mem_strdup(path);
	enum status rc = STATUS_OK;
	char *at = copy;

	while (rc == STATUS_OK && *at) {
		at += strspn(at, "/");
		at += strcspn(at, "/");
		if (*at) {
			*at = '\0';
			rc = path_make_folder(copy, err);
			*at = '/';
		}
	}
	if (rc == STATUS_OK && *copy && copy[strlen(copy) - 1] != '/')
		rc = path_make_folder(copy, err);
	free(copy);
	return rc;
}
