/*
 * box.h - a temporary folder to put a library in, for unit tests.
 */
#ifndef BOX_H
#define BOX_H

#include <stdbool.h>
#include <stddef.h>

struct box {
	char *path;
};

/* cmocka's setup and teardown: *state is a struct box. */
int box_set_up(void **state);
int box_tear_down(void **state);

/* The path of 'name' in the box; valid until the box is torn down. */
const char *box_path(struct box *box, const char *name);

/* Writes a file, making its folders. Fails the test where it cannot. */
void box_write(struct box *box, const char *name, const char *text);
void box_write_bytes(struct box *box, const char *name, const void *data,
		     size_t len);
void box_make_folder(struct box *box, const char *name);

/* Sets the time of change to 'seconds' ago. */
void box_age(struct box *box, const char *name, long seconds);

bool box_has(struct box *box, const char *name);
/* Entries of a folder whose names begin with 'start'. */
size_t box_count(struct box *box, const char *folder, const char *start);

/*
 * Permissions do not bind root: what is in the box goes to somebody else, and
 * so do we until box_be_root_again(). Does nothing where we are not root.
 */
void box_stop_being_root(struct box *box);
void box_be_root_again(void);

#endif
