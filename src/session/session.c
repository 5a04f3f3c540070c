/* Small files in the user's state folder: see session.h. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/session.h"
#include "lectern/words.h"

#define SESSION_MOST (1u << 20)

char *
session_path(const struct library *lib, const char *kind, const char *meeting)
{
	struct buffer path = BUFFER_INIT;
	char *folder = path_user(PATH_STATE);

	if (folder == NULL)
		return NULL;
	/* Two libraries may have a meeting of the same name. */
	buffer_printf(
		&path, "%s/%s/%016llx/%s", folder, kind,
		(unsigned long long)file_hash(lib->path, strlen(lib->path)),
		meeting);
	free(folder);
	return buffer_take(&path);
}

bool
session_read(const struct library *lib, const char *kind, const char *meeting,
	     struct buffer *out)
{
	char *path = session_path(lib, kind, meeting);
	bool done;

	buffer_reset(out);
	done = path != NULL &&
	       file_read(path, SESSION_MOST, out, NULL, NULL) == STATUS_OK;
	free(path);
	return done;
}

enum status
session_write(const struct library *lib, const char *kind, const char *meeting,
	      const char *text, struct error *err)
{
	char *path = session_path(lib, kind, meeting), *folder = NULL;
	struct save_report report;
	enum status rc;

	if (path == NULL)
		return error_set(err, STATUS_IO, "%s",
				 _("Neither $XDG_STATE_HOME nor $HOME names a "
				   "folder in which this could be kept."));
	folder = path_folder(path);
	if (*text == '\0') {
		unlink(path);
		rc = STATUS_OK;
	} else {
		rc = path_make_folders(folder, err);
		if (rc == STATUS_OK)
			rc = file_save(path, text, strlen(text), NULL, &report,
				       err);
	}
	free(folder);
	free(path);
	return rc;
}

bool
session_value(const char *text, const char *name, struct buffer *out)
{
	size_t len = strlen(name);

	while (*text != '\0') {
		size_t line = strcspn(text, "\n");

		if (line > len && memcmp(text, name, len) == 0 &&
		    text[len] == ' ') {
			buffer_append(out, text + len + 1, line - len - 1);
			return true;
		}
		text += line + (text[line] == '\n');
	}
	return false;
}

long long
session_number(const char *text, const char *name, long long otherwise)
{
	struct buffer value = BUFFER_INIT;
	char *end = NULL;
	long long number = otherwise;

	if (session_value(text, name, &value)) {
		number = strtoll(value.data, &end, 10);
		if (end == value.data || *end != '\0')
			number = otherwise;
	}
	buffer_release(&value);
	return number;
}
