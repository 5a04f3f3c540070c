/*
 * nearest.h - the names closest to what a person typed.
 *
 * "There is no 'swq'. Did you mean cica-swg-2021-05-27?" Closeness is the
 * edit distance (insert, delete, replace, swap of neighbours), without regard
 * to case, between the typed words and the stretch of the name that fits them
 * best: people type a part of an id. What is further off than a third of the
 * typed length is not offered at all; a wrong guess is worse than none.
 */
#ifndef LECTERN_NEAREST_H
#define LECTERN_NEAREST_H

#include <stddef.h>
#include <stdint.h>

#include "lectern/buffer.h"

#define NEAREST_MAX	  5  /* names kept */
#define NEAREST_WORDS_MAX 64 /* characters of the typed words compared */

struct nearest_name {
	char *name;
	size_t distance; /* to the best stretch of the name */
	size_t extra;	 /* characters by which the lengths differ */
};

struct nearest {
	uint32_t words[NEAREST_WORDS_MAX];
	size_t len;
	struct nearest_name names[NEAREST_MAX]; /* nearest first */
	size_t count;
};

/* Begin with what was typed; the caller releases. */
void nearest_init(struct nearest *nearest, const char *words);
void nearest_release(struct nearest *nearest);

/* Offer a name; it is copied where it is among the nearest. Names as near as
 * each other stay in the order they were offered in. */
void nearest_add(struct nearest *nearest, const char *name);

/* "first, second, third" appended to 'out'; nothing where none is near. */
void nearest_format(const struct nearest *nearest, struct buffer *out);

#endif
