/*
 * edit.h - texts in the person's own editor, and back.
 *
 * The editor works on copies in a private folder; each that changed is saved
 * against the identity its file was read with, so that nobody's words are
 * lost. Used by `lectern edit`.
 */
#ifndef LECTERN_CMD_EDIT_H
#define LECTERN_CMD_EDIT_H

#include "lectern/buffer.h"
#include "lectern/library.h"
#include "lectern/save.h"

#define EDIT_FILES_MAX 2

struct edit_file {
	char *path; /* of the text */
	char *copy; /* what the editor gets */
	struct buffer text;
	struct file_identity id;
};

struct edit_files {
	struct edit_file list[EDIT_FILES_MAX];
	size_t count;
	int line; /* of the first */
	char *folder;
};

/* Add a text by its name within the library. */
void edit_add_file(struct edit_files *files, const struct library *lib,
		   const char *name);
void edit_files_release(struct edit_files *files);

/*
 * Run $VISUAL, else $EDITOR, else vi, and save what changed. 'said' gets, in
 * words, what could not be saved and how it differs from what somebody else
 * wrote; *written is how many files were.
 */
enum status edit_files_run(struct edit_files *files, struct buffer *said,
			   size_t *written, struct error *err) WARN_UNUSED;

#endif
