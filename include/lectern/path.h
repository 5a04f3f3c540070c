/*
 * path.h - names of files and folders.
 *
 * Paths are bytes; they are shown only through the output filter.
 */
#ifndef LECTERN_PATH_H
#define LECTERN_PATH_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"
#include "lectern/error.h"

/* "folder/name" in a malloced string; the caller frees. */
char *path_join(const char *folder, const char *name);

/* The part after the last '/'; points into 'path'. */
const char *path_base(const char *path);

/* What stands before the last '/', "." where there is none, "/" for a name in
 * the root; the caller frees. */
char *path_folder(const char *path);

/* Absolute form without resolving links: "." and doubled '/' go, ".." stays.
 * The caller frees. */
enum status path_absolute(const char *path, char **out,
			  struct error *err) WARN_UNUSED;

/* "~/notes" as a person writes it, below $HOME; any other path as it is. The
 * shell is not asked where a path is typed at a prompt or stands in a file.
 * The caller frees. */
char *path_from_home(const char *path);

/* The other way round, for a person to read: absolute, below $HOME as
 * "~/…". Appended to 'out'. */
void path_show(const char *path, struct buffer *out);

bool is_folder(const char *path);
bool is_file(const char *path);

/* A name that came from outside and may stand as one component: not empty,
 * not "." or "..", without '/' and NUL. */
bool is_plain_name(const char *name);

/* A name made from a title: letters and digits of any script in lower case,
 * '.', '_', '-'; never a leading '-' or '.'; at most 100 bytes, cut between
 * code points; "untitled" where nothing is left. Appended to 'out'. */
void path_name_from_title(const char *title, struct buffer *out);

enum path_place { PATH_CONFIG, PATH_STATE, PATH_CACHE };

/* $XDG_CONFIG_HOME/lectern and its kin, by the XDG base directory
 * specification (a relative value is ignored, as it says), else below $HOME.
 * NULL where HOME is not set either. The caller frees. Nothing is created. */
char *path_user(enum path_place place);

/* mkdir -p with mode 0700 for what is missing. */
enum status path_make_folders(const char *path, struct error *err) WARN_UNUSED;

#endif
