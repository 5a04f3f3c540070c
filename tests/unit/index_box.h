/*
 * index_box.h - a box with an index in it that holds one meeting.
 */
#ifndef INDEX_BOX_H
#define INDEX_BOX_H

#include <stdint.h>

#include "box.h"
#include "lectern/store.h"
#include "sample.h"

#define INDEX "l/.lectern/index.db"

extern const struct sample index_sample;

/* Open it for writing; *set_aside as store_open() gives it. */
struct store *open_index(struct box *box, char **set_aside);

/* Put the one meeting. */
void put_sample(struct store *store);

int64_t count_meetings(struct store *store);

/* An index with the one meeting, closed. */
void make_index(struct box *box);

/* What is there opens as it is, with so many meetings. */
void assert_kept(struct box *box, int64_t meetings);

#endif
