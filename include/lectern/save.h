/*
 * save.h - the one way a file is read, and the one way a file is written.
 *
 * Read: whole, up to a limit, with the identity it had. Save: new file in the
 * same folder, write, fsync, compare the target with the identity that was
 * read, rename, fsync the folder; each result checked, close() too. At every
 * moment, crash included, the name holds either the old bytes or the new.
 * When it fails the original is intact and the text is kept in a recovery
 * copy whose path the error names.
 *
 * A symlink's target is saved. Mode, owner and ACL are carried over where the
 * system lets us; what is lost (a hard link always is) stands in the report.
 * A crash can leave one ".lectern-*" file in the folder; nothing reads it.
 */
#ifndef LECTERN_SAVE_H
#define LECTERN_SAVE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/buffer.h"
#include "lectern/error.h"

/* Which file it was, and what was in it. All zero: there was none. */
struct file_identity {
	uint64_t device, inode;
	int64_t size;
	int64_t mtime_ns;
	uint64_t hash; /* XXH3, 64 bits, of the bytes; 0 where not read */
};

#define FILE_LIMIT (4u << 20) /* a text file of a library: 4 MiB */

/* 64-bit XXH3 of the bytes. For noticing change, not for security. */
uint64_t file_hash(const void *data, size_t len);

/* Identity without hash. STATUS_NOT_FOUND where there is none, STATUS_INVALID
 * for a folder, a FIFO or a device. */
enum status file_identify(const char *path, struct file_identity *id,
			  struct error *err) WARN_UNUSED;

/*
 * Replace out's content by the file's bytes. A folder, a FIFO or a device in
 * place of a file is STATUS_INVALID (never blocks), more than 'limit' bytes
 * STATUS_LIMIT. 'id' may be NULL.
 */
enum status file_read(const char *path, size_t limit, struct buffer *out,
		      struct file_identity *id, struct error *err) WARN_UNUSED;

/* What a save cannot keep, as bits. */
enum save_loss {
	SAVE_LOSES_NOTHING = 0,
	SAVE_LOSES_HARD_LINK = 1,
	SAVE_LOSES_OWNER = 2,
	SAVE_LOSES_ACL = 4,
};

struct save_report {
	unsigned losses;	 /* enum save_loss bits, said to the user */
	char recovery[1024];	 /* where the text was kept after a failure */
	struct file_identity id; /* of the file as it is now */
};

/*
 * Save data as 'path'. 'loaded' is the identity the caller's text was read
 * with: when the file on disk holds other bytes (other size or hash; without
 * a hash, any field that differs), nothing is replaced, the new text is kept
 * in a recovery copy beside it, and STATUS_CHANGED comes back. NULL: replace
 * whatever is there. All-zero: there must be no file. Mode 0600 for a new
 * file, else the old mode. A file one may not write is not replaced.
 *
 * After any failure but one the file is as it was, and the text is in
 * report->recovery (beside the file, else in the user's state folder, else in
 * $TMPDIR), "" where no place took it; the message says which. The one: when
 * the folder cannot be synced after the rename, the file holds the new bytes,
 * report->id is theirs, and a copy is kept all the same. STATUS_BUSY: another
 * program held a lock on the folder for five seconds.
 */
enum status file_save(const char *path, const void *data, size_t len,
		      const struct file_identity *loaded,
		      struct save_report *report,
		      struct error *err) WARN_UNUSED;

/*
 * Append one line (a '\n' is added) with one write and fsync it: O_APPEND,
 * created 0600. A last line without its end is ended first. Half a line never
 * stays; after a failed fsync the whole line may. STATUS_INVALID for a line
 * with '\n' in it, STATUS_BUSY for a file that another program holds locked
 * for five seconds. Used by the record of a meeting.
 */
enum status file_append_line(const char *path, const char *line,
			     struct error *err) WARN_UNUSED;

/* A private folder (0700) for temporary files, made anew in $TMPDIR or /tmp;
 * the caller frees the path and removes the folder. */
enum status temporary_folder(char **out, struct error *err) WARN_UNUSED;

#endif
