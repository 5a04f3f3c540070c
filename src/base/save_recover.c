#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/path.h"
#include "lectern/utf8.h"
#include "lectern/words.h"
#include "save_parts.h"

#define SAVE_NAME_MAX 200 /* bytes of the file's name in a copy's name */

/* "ru.md.recovered-1a2b3c4d": no name that a library would read as a brief. */
static char *
save_recovery_name(const struct save *save)
{
	const char *name = save->name ? save->name : path_base(save->path);
	struct buffer out = BUFFER_INIT;
	size_t len = strlen(name);

	if (len > SAVE_NAME_MAX)
		len = utf8_valid_prefix(name, SAVE_NAME_MAX);
	buffer_append(&out, name, len);
	buffer_printf(&out, ".recovered-%08" PRIx32,
		      (uint32_t)file_unique_number());
	return buffer_take(&out);
}

static bool
save_recover_into(const char *folder, const char *name, const struct save *save,
		  struct save_report *report)
{
	char *path = path_join(folder, name);
	int dir = -1, errnum;
	bool kept = false;

	/* A path the report cannot hold would be a copy nobody finds. */
	if (strlen(path) >= sizeof report->recovery)
		goto out;
	dir = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (dir < 0)
		goto out;
	errnum = file_write_new(dir, name, save->data, save->len, NULL, NULL);
	if (errnum)
		goto out;
	fsync(dir);
	snprintf(report->recovery, sizeof report->recovery, "%s", path);
	kept = true;
out:
	if (dir >= 0)
		close(dir);
	free(path);
	return kept;
}

/* Beside the file. Where the temporary file is whole, it becomes the copy. */
static bool
save_recover_beside(struct save *save, const char *name,
		    struct save_report *report)
{
	char *path = path_join(save->folder, name);
	bool fits = strlen(path) < sizeof report->recovery, kept = false;

	if (save->is_written && fits &&
	    renameat(save->dir, save->temp, save->dir, name) == 0) {
		save->is_written = false;
		fsync(save->dir);
		snprintf(report->recovery, sizeof report->recovery, "%s", path);
		kept = true;
	} else if (fits) {
		kept = save_recover_into(save->folder, name, save, report);
	}
	free(path);
	return kept;
}

static void
save_recover_elsewhere(const struct save *save, const char *name,
		       struct save_report *report)
{
	char *state = path_user(PATH_STATE);
	const char *temporary = getenv("TMPDIR");
	bool kept;

	kept = state && path_make_folders(state, NULL) == STATUS_OK &&
	       save_recover_into(state, name, save, report);
	free(state);
	if (!temporary || temporary[0] != '/')
		temporary = "/tmp";
	if (!kept)
		save_recover_into(temporary, name, save, report);
}

static void save_say(struct error *err, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* Adds a sentence to what the error says so far. */
static void
save_say(struct error *err, const char *fmt, ...)
{
	struct buffer message = BUFFER_INIT;
	va_list args;

	buffer_append_string(&message, err->message);
	if (message.len && message.data[message.len - 1] != '.')
		buffer_append_byte(&message, '.');
	buffer_append_byte(&message, ' ');
	va_start(args, fmt);
	buffer_vprintf(&message, fmt, args);
	va_end(args);
	error_set(err, err->code, "%s", message.data);
	buffer_release(&message);
}

static void
save_say_kept(const struct save *save, const char *recovery, struct error *err)
{
	if (recovery[0] && save->is_replaced)
		save_say(err, _("A copy is kept in %s."), recovery);
	else if (recovery[0])
		save_say(err,
			 _("The file was left alone; the new text is kept in "
			   "%s."),
			 recovery);
	else if (!save->is_replaced)
		save_say(err,
			 _("The file was left alone; the new text could not "
			   "be kept anywhere: free some space and save %s "
			   "again."),
			 save->path);
	error_set_place(err, save->path, 0);
}

void
save_recover(struct save *save, struct save_report *report, struct error *err)
{
	char *name = save_recovery_name(save);
	bool kept = false;

	if (save->dir >= 0 && !save->is_replaced)
		kept = save_recover_beside(save, name, report);
	if (save->is_written && !save->is_replaced)
		unlinkat(save->dir, save->temp, 0);
	if (!kept)
		save_recover_elsewhere(save, name, report);
	if (err)
		save_say_kept(save, report->recovery, err);
	free(name);
}
