/*
 * edit.h - a text changed by its writer: in an editor of their own, or a
 * little of one point from here.
 *
 * The editor works on copies in a private folder; each that changed is saved
 * against the identity its file was read with. A point is written against the
 * text it was read from. So what somebody else wrote meanwhile is never lost,
 * and neither is what was written here.
 */
#ifndef LECTERN_EDIT_H
#define LECTERN_EDIT_H

#include "lectern/buffer.h"
#include "lectern/library.h"
#include "lectern/save.h"

#define EDIT_FILES_MAX 2

struct edit_file {
	char *path; /* of the text */
	char *copy; /* what the editor gets */
	int line;   /* at which it opens */
	struct buffer text;
	struct file_identity id;
};

struct edit_files {
	struct edit_file list[EDIT_FILES_MAX];
	size_t count;
	char *folder;
};

#define EDIT_FILES_INIT                                                        \
	{                                                                      \
		.count = 0                                                     \
	}

/*
 * Add the text of a meeting in a language (an index; it must have one), to be
 * opened at a place: at its section where the language lacks the point, at
 * the top where it lacks that too. At most EDIT_FILES_MAX.
 */
void edit_add_place(struct edit_files *files, const struct library *lib,
		    const struct meeting *meeting, const struct place *place,
		    size_t language);
/* Add any file by its name within the library. */
void edit_add_file(struct edit_files *files, const struct library *lib,
		   const char *name, int line);
void edit_files_release(struct edit_files *files);

/*
 * Run $VISUAL, else $EDITOR, else vi, and save what changed. 'said' gets, in
 * words, what could not be saved and how it differs from what somebody else
 * wrote; *written is how many files were.
 */
enum status edit_files_run(struct edit_files *files, struct buffer *said,
			   size_t *written, struct error *err) WARN_UNUSED;

/*
 * Write one point, or a note to the drafters, into the file of a text;
 * 'brief' is the parse of it that 'point' and 'section' are from. Every other
 * byte stays (brief_write_point(), brief_write_comment()). STATUS_CHANGED
 * where the file is another by now: nothing is written.
 */
enum status edit_write_point(const struct library *lib,
			     const struct brief *brief,
			     const struct point *point,
			     const struct point_change *change,
			     struct error *err) WARN_UNUSED;
enum status edit_write_comment(const struct library *lib,
			       const struct brief *brief,
			       const struct section *section,
			       const struct point *point, const char *comment,
			       struct error *err) WARN_UNUSED;

#endif
