/* JSON, as programs read it: UTF-8, keys in the order they were put. */
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/filter.h"
#include "lectern/memory.h"

/* jansson answers NULL for want of memory only: text is valid by then. */
static json_t *
json_must(json_t *value)
{
	if (!value)
		mem_fail(0);
	return value;
}

json_t *
json_text_bytes(const char *text, size_t len)
{
	struct buffer clean = BUFFER_INIT;
	json_t *value;

	filter_text(text, len, SINK_SCREEN, &clean);
	value = json_must(json_stringn(clean.data, clean.len));
	buffer_release(&clean);
	return value;
}

json_t *
json_text(const char *text)
{
	return json_text_bytes(text, strlen(text));
}

void
json_put(json_t *object, const char *key, json_t *value)
{
	if (json_object_set_new(object, key, json_must(value)))
		mem_fail(0);
}

void
json_add(json_t *array, json_t *value)
{
	if (json_array_append_new(array, json_must(value)))
		mem_fail(0);
}

json_t *
json_diagnostics(const struct diagnostics *diags)
{
	json_t *array = json_must(json_array()), *object;
	const struct diagnostic *diag;
	size_t i;

	for (i = 0; i < diags->list.len; i++) {
		diag = &diags->list.items[i];
		object = json_object();
		json_put(object, "file", json_text(diag->file));
		json_put(object, "line", json_integer(diag->line));
		json_put(object, "column", json_integer(diag->column));
		json_put(object, "severity",
			 json_text(severity_name(diag->severity)));
		json_put(object, "rule", json_text(diag->rule));
		json_put(object, "message", json_text(diag->message));
		json_add(array, object);
	}
	return array;
}

static int
json_write(const char *bytes, size_t len, void *out)
{
	output_bytes(out, bytes, len);
	return 0;
}

static void
json_print_as(struct output *out, json_t *value, size_t flags)
{
	if (!is_locale_utf8())
		flags |= JSON_ENSURE_ASCII;
	if (json_dump_callback(value, json_write, out, flags))
		mem_fail(0);
	output_text(out, "\n");
	json_decref(value);
}

void
json_print(struct output *out, json_t *value)
{
	json_print_as(out, value, JSON_INDENT(2));
}

void
json_print_line(struct output *out, json_t *value)
{
	json_print_as(out, value, JSON_COMPACT);
}
