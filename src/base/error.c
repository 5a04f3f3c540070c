#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "lectern/error.h"

static void
error_reset(struct error *err, enum status code)
{
	err->code = code;
	err->line = 0;
	err->file[0] = '\0';
	err->message[0] = '\0';
}

enum status
error_set(struct error *err, enum status code, const char *fmt, ...)
{
	va_list args;

	if (!err)
		return code;
	error_reset(err, code);
	va_start(args, fmt);
	vsnprintf(err->message, sizeof err->message, fmt, args);
	va_end(args);
	return code;
}

enum status
error_set_io(struct error *err, int errnum, const char *file, const char *fmt,
	     ...)
{
	enum status code = errnum == ENOENT ? STATUS_NOT_FOUND : STATUS_IO;
	va_list args;
	size_t len;

	if (!err)
		return code;
	error_reset(err, code);
	va_start(args, fmt);
	vsnprintf(err->message, sizeof err->message, fmt, args);
	va_end(args);
	len = strlen(err->message);
	snprintf(err->message + len, sizeof err->message - len, ": %s",
		 strerror(errnum));
	error_set_place(err, file, 0);
	return code;
}

void
error_set_place(struct error *err, const char *file, int line)
{
	if (!err)
		return;
	snprintf(err->file, sizeof err->file, "%s", file ? file : "");
	err->line = line;
}
