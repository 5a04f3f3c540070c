/*
 * buffer.h - a string that grows.
 *
 * data is always NUL-terminated (an empty buffer points at a static ""), len
 * does not count the NUL, and the bytes may hold NULs of their own: whoever
 * reads files reads them into one of these.
 */
#ifndef LECTERN_BUFFER_H
#define LECTERN_BUFFER_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/error.h"

struct buffer {
	char *data;
	size_t len;
	size_t cap; /* 0: data is not ours yet */
};

extern char buffer_empty[1];
#define BUFFER_INIT                                                            \
	{                                                                      \
		buffer_empty, 0, 0                                             \
	}

void buffer_init(struct buffer *buf);

/* Frees the memory and leaves an empty, usable buffer. */
void buffer_release(struct buffer *buf);

/* Empties it and keeps the memory. */
void buffer_reset(struct buffer *buf);

/* Room for at least 'extra' more bytes and the NUL. */
void buffer_reserve(struct buffer *buf, size_t extra);

/* Shortens to len bytes; len must not exceed buf->len. */
void buffer_truncate(struct buffer *buf, size_t len);

void buffer_append(struct buffer *buf, const void *data, size_t len);
void buffer_append_string(struct buffer *buf, const char *text);
void buffer_append_byte(struct buffer *buf, char byte);
/* One code point as UTF-8; an invalid one as U+FFFD. */
void buffer_append_char(struct buffer *buf, uint32_t cp);
void buffer_printf(struct buffer *buf, const char *fmt, ...) PRINTF_LIKE(2, 3);
void buffer_vprintf(struct buffer *buf, const char *fmt, va_list args)
	PRINTF_LIKE(2, 0);

/* The bytes as a malloced, NUL-terminated string that the caller frees; the
 * buffer is empty afterwards. */
char *buffer_take(struct buffer *buf);

#endif
