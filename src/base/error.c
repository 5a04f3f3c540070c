#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "lectern/buffer.h"
#include "lectern/error.h"

/*
 * Copies what fits, cut between characters. The text is made outside the
 * struct and put into it last: a message may well quote the one before it.
 */
static void
error_copy(char *to, size_t size, const char *text)
{
	size_t len = strlen(text);

	if (len >= size) {
		len = size - 1;
		while (len && ((unsigned char)text[len] & 0xc0) == 0x80)
			len--;
	}
	memmove(to, text, len);
	to[len] = '\0';
}

static void
error_fill(struct error *err, enum status code, const struct buffer *message)
{
	err->code = code;
	err->line = 0;
	err->file[0] = '\0';
	error_copy(err->message, sizeof err->message, message->data);
}

enum status
error_set(struct error *err, enum status code, const char *fmt, ...)
{
	struct buffer message = BUFFER_INIT;
	va_list args;

	if (!err)
		return code;
	va_start(args, fmt);
	buffer_vprintf(&message, fmt, args);
	va_end(args);
	error_fill(err, code, &message);
	buffer_release(&message);
	return code;
}

enum status
error_set_io(struct error *err, int errnum, const char *file, const char *fmt,
	     ...)
{
	enum status code = errnum == ENOENT ? STATUS_NOT_FOUND : STATUS_IO;
	struct buffer message = BUFFER_INIT, place = BUFFER_INIT;
	va_list args;

	if (!err)
		return code;
	va_start(args, fmt);
	buffer_vprintf(&message, fmt, args);
	va_end(args);
	buffer_printf(&message, ": %s", strerror(errnum));
	buffer_append_string(&place, file ? file : "");
	error_fill(err, code, &message);
	error_set_place(err, place.data, 0);
	buffer_release(&message);
	buffer_release(&place);
	return code;
}

void
error_set_place(struct error *err, const char *file, int line)
{
	if (!err)
		return;
	error_copy(err->file, sizeof err->file, file ? file : "");
	err->line = line;
}
