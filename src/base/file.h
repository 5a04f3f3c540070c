/*
 * file.h - what reading and saving share; for read.c, save.c and their kin.
 */
#ifndef LECTERN_FILE_H
#define LECTERN_FILE_H

#include <sys/stat.h>

#include "lectern/save.h"

/* All but the hash, which becomes 0. */
void file_identity_from_stat(const struct stat *st, struct file_identity *id);

/* STATUS_OK for a regular file, else STATUS_INVALID and what it is. */
enum status file_refuse_kind(mode_t mode, const char *path, struct error *err);

/* write() until all is written; an errno value, or 0. */
int file_write_all(int fd, const void *data, size_t len);

/* close(), whose result matters after writing; an errno value, or 0. */
int file_close(int fd);

/*
 * A new file 'name' (0600) in the open folder 'dir' with these bytes, on the
 * disk when it returns. An errno value, or 0; when it fails there is no such
 * file. 'prepare', where not NULL, sets mode and owner before the fsync.
 */
int file_write_new(int dir, const char *name, const void *data, size_t len,
		   int (*prepare)(int fd, void *context), void *context);

/* Lock an open file or folder against others of us, until it is closed. False
 * when another held it for five seconds. Where a file system has no such
 * locks: true, and nothing is locked. */
bool file_lock(int fd);

/* A number that another process or call hardly has at the same time. */
uint64_t file_unique_number(void);

#endif
