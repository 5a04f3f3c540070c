#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"
#include "save_parts.h"

#define SAVE_LINKS_MAX	40 /* as the kernel's own limit */
#define SAVE_TEMP_TRIES 100

/* A missing folder is the system's refusal here, not STATUS_NOT_FOUND. */
static enum status
save_refuse(const struct save *save, int errnum, struct error *err)
{
	error_set_io(err, errnum, save->path, _("Cannot save %s"), save->path);
	if (err)
		err->code = STATUS_IO;
	return STATUS_IO;
}

/* The text of a link, malloced, or NULL where 'path' is none. */
static char *
save_read_link(const char *path)
{
	size_t size = 256;
	char *text = NULL;
	ssize_t len;

	for (;;) {
		text = mem_realloc(text, size, 1);
		len = readlink(path, text, size);
		if (len < 0 || (size_t)len < size)
			break;
		size *= 2;
	}
	if (len < 0) {
		free(text);
		return NULL;
	}
	text[len] = '\0';
	return text;
}

/* Follows links by hand: realpath() fails where the target is yet to be. */
static enum status
save_follow_links(struct save *save, struct error *err)
{
	char *link, *folder;
	int depth;

	save->target = mem_strdup(save->path);
	for (depth = 0; (link = save_read_link(save->target)); depth++) {
		if (depth == SAVE_LINKS_MAX) {
			free(link);
			return save_refuse(save, ELOOP, err);
		}
		folder = link[0] == '/' ? mem_strdup("/")
					: path_folder(save->target);
		free(save->target);
		save->target = path_join(folder, link + (link[0] == '/'));
		free(folder);
		free(link);
	}
	return STATUS_OK;
}

static enum status
save_locate(struct save *save, struct error *err)
{
	enum status rc = save_follow_links(save, err);

	if (rc != STATUS_OK)
		return rc;
	save->folder = path_folder(save->target);
	save->name = path_base(save->target);
	save->dir = open(save->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (save->dir < 0)
		return save_refuse(save, errno, err);
	if (fstatat(save->dir, save->name, &save->old, AT_SYMLINK_NOFOLLOW))
		return errno == ENOENT ? STATUS_OK
				       : save_refuse(save, errno, err);
	save->has_old = true;
	rc = file_refuse_kind(save->old.st_mode, save->path, err);
	/* A rename asks only the folder; who made the file read-only meant
	 * it. */
	if (rc == STATUS_OK &&
	    faccessat(save->dir, save->name, W_OK, AT_EACCESS) != 0)
		rc = save_refuse(save, errno, err);
	return rc;
}

static int
save_prepare(int fd, void *context)
{
	struct save *save = context;
	struct stat st;

	if (save->has_old) {
		save->losses = save_keep_rights(fd, save->target, &save->old);
		if (save->old.st_nlink > 1)
			save->losses |= SAVE_LOSES_HARD_LINK;
	}
	if (fstat(fd, &st) != 0)
		return errno;
	file_identity_from_stat(&st, &save->id);
	save->id.hash = file_hash(save->data, save->len);
	return 0;
}

static enum status
save_write(struct save *save, struct error *err)
{
	int errnum = EEXIST, tries;

	for (tries = 0; errnum == EEXIST && tries < SAVE_TEMP_TRIES; tries++) {
		snprintf(save->temp, sizeof save->temp, ".lectern-%016" PRIx64,
			 file_unique_number());
		errnum = file_write_new(save->dir, save->temp, save->data,
					save->len, save_prepare, save);
	}
	save->is_written = !errnum;
	return errnum ? save_refuse(save, errnum, err) : STATUS_OK;
}

/*
 * Two of us that save at once take turns between comparing and renaming; else
 * both could compare before either renamed, and one text would be lost.
 */
static enum status
save_lock(struct save *save, struct error *err)
{
	if (file_lock(save->dir))
		return STATUS_OK;
	return error_set(err, STATUS_BUSY,
			 _("Another program holds the folder of %s locked."),
			 save->path);
}

static bool
save_is_same(const struct file_identity *a, const struct file_identity *b)
{
	return a->device == b->device && a->inode == b->inode &&
	       a->size == b->size && a->mtime_ns == b->mtime_ns;
}

/* The bytes decide: a file that was merely touched, or put back by a version
 * control system, holds what was loaded; one that was written twice within a
 * tick of the clock may not. */
static enum status
save_compare_bytes(struct save *save, const struct file_identity *loaded,
		   bool *same, struct error *err)
{
	struct buffer bytes = BUFFER_INIT;
	struct file_identity now;
	enum status rc = file_read(save->target, (size_t)loaded->size, &bytes,
				   &now, err);

	*same = rc == STATUS_OK && now.size == loaded->size &&
		now.hash == loaded->hash;
	buffer_release(&bytes);
	return rc == STATUS_LIMIT ? STATUS_OK : rc;
}

static enum status
save_compare(struct save *save, const struct file_identity *loaded,
	     struct error *err)
{
	const struct file_identity none = {0};
	struct file_identity now;
	struct error found = ERROR_INIT;
	bool same = false;
	enum status rc = file_identify(save->target, &now, &found);

	/* That there is none may be as expected: nothing is to be said then. */
	if (rc == STATUS_NOT_FOUND) {
		same = save_is_same(loaded, &none);
		rc = STATUS_OK;
	} else if (rc != STATUS_OK && err) {
		*err = found;
	} else if (rc == STATUS_OK && !loaded->hash) {
		same = save_is_same(loaded, &now);
	} else if (rc == STATUS_OK && loaded->size == now.size) {
		rc = save_compare_bytes(save, loaded, &same, err);
	}
	if (rc != STATUS_OK || same)
		return rc;
	return error_set(err, STATUS_CHANGED,
			 _("%s was changed by another program since it was "
			   "read."),
			 save->path);
}

static enum status
save_replace(struct save *save, const struct file_identity *loaded,
	     struct error *err)
{
	enum status rc = save_lock(save, err);

	if (rc == STATUS_OK && loaded)
		rc = save_compare(save, loaded, err);
	if (rc != STATUS_OK)
		return rc;
	if (renameat(save->dir, save->temp, save->dir, save->name) != 0)
		return save_refuse(save, errno, err);
	save->is_replaced = true;
	/* Some network file systems know no fsync of a folder. */
	if (fsync(save->dir) != 0 && errno != EINVAL && errno != ENOTSUP)
		return error_set_io(err, errno, save->path,
				    _("%s holds the new text, but the disk "
				      "did not confirm it"),
				    save->path);
	return STATUS_OK;
}

enum status
file_save(const char *path, const void *data, size_t len,
	  const struct file_identity *loaded, struct save_report *report,
	  struct error *err)
{
	struct save save = {.path = path, .data = data, .len = len, .dir = -1};
	enum status rc;

	memset(report, 0, sizeof *report);
	rc = save_locate(&save, err);
	if (rc == STATUS_OK)
		rc = save_write(&save, err);
	if (rc == STATUS_OK)
		rc = save_replace(&save, loaded, err);
	if (rc != STATUS_OK)
		save_recover(&save, report, err);
	if (save.is_replaced) {
		report->id = save.id;
		report->losses = save.losses;
	}
	if (save.dir >= 0)
		close(save.dir);
	free(save.folder);
	free(save.target);
	return rc;
}
