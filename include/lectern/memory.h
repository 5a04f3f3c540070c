/*
 * memory.h - allocation that does not fail.
 *
 * A program of this kind cannot do anything sensible without memory, and
 * every limit of the brief format is small (safety: a text file has at most
 * 4 MiB). So running out of memory is the one condition that ends the program
 * from inside a function: mem_fail() says so on standard error and calls
 * exit(), whose handlers put the terminal back. All else is an enum status.
 */
#ifndef LECTERN_MEMORY_H
#define LECTERN_MEMORY_H

#include <stddef.h>

#include "lectern/error.h"

/* End the program for want of 'size' bytes. */
void mem_fail(size_t size) NORETURN;

/* Zeroed memory for 'count' objects of 'size' bytes; the caller frees it. */
void *mem_alloc(size_t count, size_t size)
	__attribute__((malloc, returns_nonnull, alloc_size(1, 2)));

/* realloc() to count * size bytes, checked for overflow. New bytes are junk. */
void *mem_realloc(void *old, size_t count, size_t size)
	__attribute__((returns_nonnull, alloc_size(2, 3)));

/* Copies; the caller frees. mem_strdup(NULL) is NULL. mem_strndup() copies
 * 'len' bytes, NULs among them too, and adds one. */
char *mem_strdup(const char *text);
char *mem_strndup(const char *text, size_t len);

#endif
