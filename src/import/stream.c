#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "lectern/memory.h"
#include "stream.h"

#define IMPORT_BLOCK (64u << 10)

ssize_t
import_read(struct import_in *in, char *bytes, size_t size)
{
	ssize_t got;

	if (in->left || in->fd < 0) {
		got = (ssize_t)(size < in->left ? size : in->left);
		if (got)
			memcpy(bytes, in->data, (size_t)got);
		in->data += got;
		in->left -= (size_t)got;
		return got;
	}
	do
		got = read(in->fd, bytes, size);
	while (got < 0 && errno == EINTR);
	return got;
}

bool
import_read_all(struct import_in *in, size_t limit, struct buffer *out)
{
	ssize_t got;

	do {
		buffer_reserve(out, IMPORT_BLOCK);
		got = import_read(in, out->data + out->len, IMPORT_BLOCK);
		if (got > 0)
			out->len += (size_t)got;
		out->data[out->len] = '\0';
	} while (got > 0 && out->len <= limit);
	return !got && out->len <= limit;
}

void
import_flush(struct import_out *out)
{
	const char *at = out->text.data;
	size_t left = out->text.len;
	ssize_t written;

	if (out->fd < 0)
		return;
	while (left && !out->has_failed) {
		written = write(out->fd, at, left);
		if (written < 0 && errno == EINTR)
			continue;
		out->has_failed = written < 0;
		if (written > 0) {
			at += written;
			left -= (size_t)written;
		}
	}
	buffer_reset(&out->text);
}

void
import_write(struct import_out *out, const char *bytes, size_t len)
{
	buffer_append(&out->text, bytes, len);
	if (out->text.len >= IMPORT_BLOCK)
		import_flush(out);
}

static int
import_take_json(const char *bytes, size_t len, void *out)
{
	import_write(out, bytes, len);
	return 0;
}

void
import_put(struct import_out *out, json_t *object)
{
	if (!object ||
	    json_dump_callback(object, import_take_json, out, JSON_COMPACT))
		mem_fail(0);
	import_write(out, "\n", 1);
	json_decref(object);
}

void
import_set_text(json_t *object, const char *key, const char *text)
{
	json_t *value;

	if (!text || !*text)
		return;
	value = json_string(text); /* NULL: not UTF-8 */
	if (value && json_object_set_new(object, key, value))
		mem_fail(0);
}

void
import_put_problem(struct import_out *out, const struct import_problem *problem)
{
	json_t *object = json_pack("{s:s, s:I, s:I}", "problem", problem->word,
				   "line", (json_int_t)problem->line, "record",
				   (json_int_t)problem->record);

	if (!object)
		mem_fail(0);
	import_set_text(object, "value", problem->value);
	import_set_text(object, "other", problem->other);
	import_put(out, object);
	out->problems++;
}
