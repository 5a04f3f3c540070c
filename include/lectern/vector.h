/*
 * vector.h - arrays that grow, typed by their user.
 *
 *	VECTOR(struct point) points = VECTOR_INIT;
 *	vector_push(&points, p);
 *	vector_release(&points);
 *
 * A vector is a plain struct of items, len and cap; it is walked as an array.
 */
#ifndef LECTERN_VECTOR_H
#define LECTERN_VECTOR_H

#include <stddef.h>
#include <stdlib.h>

#define VECTOR(type)                                                           \
	struct {                                                               \
		type *items;                                                   \
		size_t len, cap;                                               \
	}

#define VECTOR_INIT                                                            \
	{                                                                      \
		NULL, 0, 0                                                     \
	}

/* Room for 'need' items of 'size' bytes: the array, perhaps moved. */
void *vector_grow(void *items, size_t *cap, size_t need, size_t size);

#define vector_reserve(v, n)                                                   \
	((v)->items =                                                          \
		 vector_grow((v)->items, &(v)->cap, (n), sizeof *(v)->items))

/* Append a value. */
#define vector_push(v, ...)                                                    \
	(vector_reserve((v), (v)->len + 1),                                    \
	 (void)((v)->items[(v)->len++] = (__VA_ARGS__)))

#define vector_last(v) (&(v)->items[(v)->len - 1])

#define vector_release(v)                                                      \
	(free((v)->items), (v)->items = NULL, (v)->len = (v)->cap = 0)

#endif
