#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lectern/memory.h"

void
mem_fail(size_t size)
{
	static const char message[] = "lectern: out of memory\n";
	ssize_t ignored = write(STDERR_FILENO, message, sizeof message - 1);

	(void)ignored;
	(void)size;
	exit(2);
}

void *
mem_alloc(size_t count, size_t size)
{
	void *memory = calloc(count ? count : 1, size ? size : 1);

	if (!memory)
		mem_fail(size);
	return memory;
}

void *
mem_realloc(void *old, size_t count, size_t size)
{
	void *memory;

	if (size && count > SIZE_MAX / size)
		mem_fail(SIZE_MAX);
	memory = realloc(old, count && size ? count * size : 1);
	if (!memory)
		mem_fail(count * size);
	return memory;
}

char *
mem_strndup(const char *text, size_t len)
{
	char *copy = mem_alloc(len + 1, 1);

	if (len)
		memcpy(copy, text, len);
	return copy;
}

char *
mem_strdup(const char *text)
{
	return text ? mem_strndup(text, strlen(text)) : NULL;
}
