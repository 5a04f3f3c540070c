/*
 * save_parts.h - one save under way; for save.c, save_recover.c and
 * save_rights.c.
 */
#ifndef LECTERN_SAVE_PARTS_H
#define LECTERN_SAVE_PARTS_H

#include "file.h"

struct save {
	const char *path; /* as given, for messages */
	const void *data;
	size_t len;
	char *target;	  /* links followed */
	char *folder;	  /* of the target */
	const char *name; /* of the target, within the folder */
	int dir;	  /* the open folder, or -1 */
	bool has_old;
	struct stat old;
	char temp[32];
	bool is_written;  /* temp holds all of it, on the disk */
	bool is_replaced; /* the name holds the new bytes */
	struct file_identity id;
	unsigned losses;
};

/* Mode, owner, group and ACL of the old file onto the new one; what cannot be
 * kept comes back as enum save_loss bits. */
unsigned save_keep_rights(int fd, const char *path, const struct stat *old);

/* After a failure: keep the text somewhere, remove the temporary file, and
 * say both in the report and at the end of the message. */
void save_recover(struct save *save, struct save_report *report,
		  struct error *err);

#endif
