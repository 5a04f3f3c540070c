#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/buffer.h"
#include "lectern/memory.h"
#include "lectern/utf8.h"

char buffer_empty[1] = "";

void
buffer_init(struct buffer *buf)
{
	buf->data = buffer_empty;
	buf->len = buf->cap = 0;
}

void
buffer_release(struct buffer *buf)
{
	if (buf->cap)
		free(buf->data);
	buffer_init(buf);
}

void
buffer_reset(struct buffer *buf)
{
	buf->len = 0;
	if (buf->cap)
		buf->data[0] = '\0';
}

void
buffer_reserve(struct buffer *buf, size_t extra)
{
	size_t need = buf->len + extra + 1;
	size_t cap;

	if (need <= extra)
		mem_fail(extra);
	if (need <= buf->cap)
		return;
	cap = buf->cap + buf->cap / 2;
	if (cap < need)
		cap = need < 64 ? 64 : need;
	buf->data = mem_realloc(buf->cap ? buf->data : NULL, cap, 1);
	buf->data[buf->len] = '\0';
	buf->cap = cap;
}

void
buffer_truncate(struct buffer *buf, size_t len)
{
	if (len >= buf->len)
		return;
	buf->len = len;
	buf->data[len] = '\0';
}

void
buffer_append(struct buffer *buf, const void *data, size_t len)
{
	if (!len)
		return;
	buffer_reserve(buf, len);
	memcpy(buf->data + buf->len, data, len);
	buf->len += len;
	buf->data[buf->len] = '\0';
}

void
buffer_append_string(struct buffer *buf, const char *text)
{
	buffer_append(buf, text, strlen(text));
}

void
buffer_append_byte(struct buffer *buf, char byte)
{
	if (buf->cap - buf->len < 2)
		buffer_reserve(buf, 1);
	buf->data[buf->len++] = byte;
	buf->data[buf->len] = '\0';
}

void
buffer_append_char(struct buffer *buf, uint32_t cp)
{
	char bytes[UTF8_MAX];

	buffer_append(buf, bytes, utf8_encode(cp, bytes));
}

void
buffer_vprintf(struct buffer *buf, const char *fmt, va_list args)
{
	size_t room = buf->cap - buf->len; /* with the NUL */
	va_list again;
	int len;

	va_copy(again, args);
	len = vsnprintf(room ? buf->data + buf->len : NULL, room, fmt, again);
	va_end(again);
	if (len <= 0) {
		if (room)
			buf->data[buf->len] = '\0';
		return;
	}
	if ((size_t)len >= room) {
		buffer_reserve(buf, (size_t)len);
		vsnprintf(buf->data + buf->len, (size_t)len + 1, fmt, args);
	}
	buf->len += (size_t)len;
}

void
buffer_printf(struct buffer *buf, const char *fmt, ...)
{
	va_list args;

	va_start(args, fmt);
	buffer_vprintf(buf, fmt, args);
	va_end(args);
}

char *
buffer_take(struct buffer *buf)
{
	char *data = buf->cap ? buf->data : mem_strdup("");

	buffer_init(buf);
	return data;
}
