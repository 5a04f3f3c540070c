/*
 * store_dump.h - everything an index holds, as text that two indexes of the
 * same library have in common: row numbers left out, rows in one order.
 */
#ifndef STORE_DUMP_H
#define STORE_DUMP_H

#include "lectern/buffer.h"

/* Fails the test where the file is not a sound database. */
void store_dump(const char *path, struct buffer *out);

#endif
