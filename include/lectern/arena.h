/*
 * arena.h - many small things that live and die together.
 *
 * A brief is thousands of short strings and small arrays with one lifetime.
 * They are carved from an arena and released at once, so that "belongs to the
 * brief, valid until brief_free()" is the whole story of their ownership.
 * There is no freeing of a single object.
 */
#ifndef LECTERN_ARENA_H
#define LECTERN_ARENA_H

#include <stddef.h>

#include "lectern/error.h"

struct arena_block;

struct arena {
	struct arena_block *top;
};

#define ARENA_INIT                                                             \
	{                                                                      \
		NULL                                                           \
	}

/* Zeroed memory for count objects, aligned for any type. Never NULL. */
void *arena_alloc(struct arena *arena, size_t count, size_t size)
	__attribute__((returns_nonnull, alloc_size(2, 3)));

/* Copies with a NUL at the end. arena_strdup(a, NULL) is NULL. */
char *arena_strdup(struct arena *arena, const char *text);
char *arena_strndup(struct arena *arena, const char *text, size_t len)
	__attribute__((returns_nonnull));
char *arena_printf(struct arena *arena, const char *fmt, ...) PRINTF_LIKE(2, 3)
	__attribute__((returns_nonnull));

/* A copy of count objects of size bytes. */
void *arena_copy(struct arena *arena, const void *from, size_t count,
		 size_t size);

/* Frees everything taken from it; the arena is then empty and usable. */
void arena_release(struct arena *arena);

#endif
