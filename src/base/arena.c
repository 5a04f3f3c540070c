#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/arena.h"
#include "lectern/memory.h"

#define ARENA_FIRST 1024u
#define ARENA_MOST  65536u

struct arena_block {
	struct arena_block *below;
	size_t used, size;
	_Alignas(max_align_t) char bytes[];
};

static size_t
arena_round(size_t size)
{
	size_t unit = _Alignof(max_align_t);

	return (size + unit - 1) / unit * unit;
}

/* Blocks double up to a bound, so small arenas stay small. */
static struct arena_block *
arena_push_block(struct arena *arena, size_t need)
{
	size_t size = arena->top ? arena->top->size * 2 : ARENA_FIRST;
	struct arena_block *block;

	if (size > ARENA_MOST)
		size = ARENA_MOST;
	if (size < need)
		size = need;
	block = mem_alloc(1, sizeof *block + size);
	block->size = size;
	block->below = arena->top;
	arena->top = block;
	return block;
}

void *
arena_alloc(struct arena *arena, size_t count, size_t size)
{
	struct arena_block *block = arena->top;
	size_t need;
	void *memory;

	if (size && count > (SIZE_MAX / 2) / size)
		mem_fail(SIZE_MAX);
	need = arena_round(count * size);
	if (!block || block->size - block->used < need)
		block = arena_push_block(arena, need);
	memory = block->bytes + block->used;
	block->used += need;
	return memory;
}

char *
arena_strndup(struct arena *arena, const char *text, size_t len)
{
	char *copy = arena_alloc(arena, len + 1, 1);

	if (len)
		memcpy(copy, text, len);
	return copy;
}

char *
arena_strdup(struct arena *arena, const char *text)
{
	return text ? arena_strndup(arena, text, strlen(text)) : NULL;
}

char *
arena_printf(struct arena *arena, const char *fmt, ...)
{
	va_list args;
	int len;
	char *text;

	va_start(args, fmt);
	len = vsnprintf(NULL, 0, fmt, args);
	va_end(args);
	if (len < 0)
		return arena_strndup(arena, "", 0);
	text = arena_alloc(arena, (size_t)len + 1, 1);
	va_start(args, fmt);
	vsnprintf(text, (size_t)len + 1, fmt, args);
	va_end(args);
	return text;
}

void *
arena_copy(struct arena *arena, const void *from, size_t count, size_t size)
{
	void *copy = arena_alloc(arena, count, size);

	if (count && size)
		memcpy(copy, from, count * size);
	return copy;
}

void
arena_release(struct arena *arena)
{
	struct arena_block *block, *below;

	for (block = arena->top; block; block = below) {
		below = block->below;
		free(block);
	}
	arena->top = NULL;
}
