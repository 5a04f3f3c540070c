/* The files of a record: see record.h. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/record.h"
#include "lectern/session.h"
#include "lectern/words.h"

#define RECORD_FILE "record.md"

void
record_log_open(struct record_log *log, const struct library *lib,
		const char *meeting)
{
	struct buffer name = BUFFER_INIT;
	char *path = session_path(lib, "records", meeting);

	*log = (struct record_log){.record = RECORD_INIT};
	buffer_printf(&name, "%s/%s", meeting, RECORD_FILE);
	log->files[0] = path_join(lib->path, name.data);
	log->names[0] = buffer_take(&name);
	if (path != NULL) {
		buffer_printf(&name, "%s.md", path);
		log->files[1] = buffer_take(&name);
		log->names[1] = mem_strdup(log->files[1]);
	}
	free(path);
	log->is_elsewhere = access(log->files[0], W_OK) != 0 &&
			    (errno != ENOENT || !lib->is_writable);
}

void
record_log_close(struct record_log *log)
{
	record_release(&log->record);
	for (size_t i = 0; i < 2; i++) {
		free(log->files[i]);
		free(log->names[i]);
	}
}

static bool
record_log_is_same(const struct file_identity *a, const struct file_identity *b)
{
	return a->device == b->device && a->inode == b->inode &&
	       a->size == b->size && a->mtime_ns == b->mtime_ns;
}

/* No file is no event; what cannot be read is said once. */
static void
record_log_read(struct record_log *log, size_t i)
{
	struct buffer text = BUFFER_INIT;
	struct error err = ERROR_INIT;
	enum status rc;

	log->read[i] = (struct file_identity){0};
	if (log->files[i] == NULL)
		return;
	rc = file_read(log->files[i], FILE_LIMIT, &text, &log->read[i], &err);
	if (rc == STATUS_OK)
		record_parse(&log->record, text.data, text.len, log->names[i]);
	else if (rc != STATUS_NOT_FOUND)
		diagnostics_add(&log->record.diags, SEVERITY_ERROR,
				log->names[i], 0, 0, "record-unreadable",
				_("The record cannot be read: %s"),
				err.message);
	buffer_release(&text);
}

static bool
record_log_is_changed(const struct record_log *log)
{
	for (size_t i = 0; i < 2; i++) {
		struct file_identity now = {0};

		if (log->files[i] != NULL &&
		    file_identify(log->files[i], &now, NULL) != STATUS_OK)
			now = (struct file_identity){0};
		if (!record_log_is_same(&now, &log->read[i]))
			return true;
	}
	return false;
}

static void
record_log_read_all(struct record_log *log)
{
	record_release(&log->record);
	log->record = (struct record)RECORD_INIT;
	record_log_read(log, 0);
	record_log_read(log, 1);
	record_settle(&log->record);
}

bool
record_log_refresh(struct record_log *log)
{
	if (!record_log_is_changed(log))
		return false;
	record_log_read_all(log);
	return true;
}

/* What the local clock is ahead of UTC at that time, in minutes. */
static int
record_local_offset(int64_t seconds)
{
	time_t now = (time_t)seconds;
	struct tm local;

	if (localtime_r(&now, &local) == NULL)
		return 0;
	return (int)(local.tm_gmtoff / 60);
}

/* One line of text: runs of blanks and controls are a space. */
static void
record_clean_text(const char *text, struct buffer *out)
{
	bool is_apart = false;

	for (; *text != '\0'; text++) {
		unsigned char byte = (unsigned char)*text;

		if (byte <= ' ' || byte == 0x7f) {
			is_apart = out->len > 0;
			continue;
		}
		if (is_apart)
			buffer_append_byte(out, ' ');
		is_apart = false;
		buffer_append_byte(out, *text);
	}
}

static enum status
record_log_append_elsewhere(struct record_log *log, const char *line,
			    struct error *err)
{
	char *folder;
	enum status rc;

	if (log->files[1] == NULL)
		return error_set(err, STATUS_IO,
				 _("The record cannot be kept: %s cannot be "
				   "written to, and neither $XDG_STATE_HOME "
				   "nor $HOME names a folder for it."),
				 log->files[0]);
	folder = path_folder(log->files[1]);
	rc = path_make_folders(folder, err);
	free(folder);
	if (rc == STATUS_OK)
		rc = file_append_line(log->files[1], line, err);
	return rc;
}

/* A library that cannot be written to is no reason to lose a mark; a full
 * disk or a lock is said, for there the next try may do. */
static enum status
record_log_append_line(struct record_log *log, const char *line,
		       struct error *err)
{
	enum status rc = STATUS_IO;

	if (!log->is_elsewhere)
		rc = file_append_line(log->files[0], line, err);
	if (rc == STATUS_OK || rc == STATUS_BUSY ||
	    (!log->is_elsewhere && access(log->files[0], W_OK) == 0))
		return rc;
	rc = record_log_append_elsewhere(log, line, err);
	if (rc == STATUS_OK)
		log->is_elsewhere = true;
	return rc;
}

enum status
record_log_append(struct record_log *log, enum record_kind kind,
		  const char *place, const char *text, int64_t time,
		  struct error *err)
{
	struct buffer line = BUFFER_INIT, clean = BUFFER_INIT;
	struct record_entry entry = {.kind = kind,
				     .time = time,
				     .offset = record_local_offset(time),
				     .place = place};
	enum status rc;

	record_clean_text(text, &clean);
	entry.text = clean.data;
	if (kind >= RECORD_NOTE && clean.len == 0) {
		rc = error_set(err, STATUS_INVALID, "%s",
			       _("A note has words: none were given."));
	} else {
		record_format(&entry, &line);
		rc = record_log_append_line(log, line.data, err);
	}
	if (rc == STATUS_OK)
		record_log_read_all(log);
	buffer_release(&line);
	buffer_release(&clean);
	return rc;
}

/* The last event that is neither taken back nor takes back, or NULL. */
static const struct record_entry *
record_log_last(const struct record_log *log)
{
	for (size_t i = log->record.list.len; i > 0; i--) {
		const struct record_entry *entry =
			&log->record.list.items[i - 1];

		if (entry->kind % 2 == 0 && !entry->is_undone &&
		    !entry->is_repeated)
			return entry;
	}
	return NULL;
}

enum status
record_log_undo(struct record_log *log, int64_t time,
		struct record_entry *undone, struct error *err)
{
	const struct record_entry *last = record_log_last(log);
	char *place, *text;
	enum record_kind kind;
	enum status rc;

	if (last == NULL)
		return error_set(err, STATUS_NOT_FOUND, "%s",
				 _("There is nothing to take back."));
	kind = last->kind;
	/* It may not come before what it takes back. */
	if (time < last->time)
		time = last->time;
	place = mem_strdup(last->place);
	text = mem_strdup(last->text);
	rc = record_log_append(log, (enum record_kind)(kind + 1), place, text,
			       time, err);
	if (rc == STATUS_OK && undone != NULL) {
		*undone = (struct record_entry){.kind = kind};
		undone->place = arena_strdup(&log->record.arena, place);
		undone->text = arena_strdup(&log->record.arena, text);
	}
	free(place);
	free(text);
	return rc;
}
