/*
 * follow.h - the place the delegate is at, for whoever sits beside.
 *
 * The place is published as the target of a symbolic link that leads nowhere:
 * it is replaced by one rename, so a reader sees the old place or the new
 * one, and it costs no write to the disk at a key press. The link stands in
 * the library's own folder for derived things, or in the user's state folder
 * where that cannot be written to. It is a hint and no truth: what cannot be
 * published or read is as if nobody had moved.
 */
#ifndef LECTERN_FOLLOW_H
#define LECTERN_FOLLOW_H

#include <stdbool.h>

#include "lectern/buffer.h"
#include "lectern/library.h"

/* Where the place in a meeting is published; NULL where there is no such
 * folder. The caller frees. */
char *follow_path(const struct library *lib, const char *meeting);

/* Publish a place; "" takes back what was published. */
void follow_publish(const char *path, const char *place);

/* The place, replacing out's content; false where nothing is published. */
bool follow_read(const char *path, struct buffer *out);

#endif
