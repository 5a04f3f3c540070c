/* Any bytes as a translation memory: lines of JSON, the last of which says
 * that it is done, or what is wrong. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/import/tmx.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct import_in in = {
		.data = (const char *)data, .left = size, .fd = -1};
	struct import_out out = {.fd = -1, .text = BUFFER_INIT};
	const char *line = out.text.data, *end;
	json_t *object = NULL;

	tmx_read(&in, &out);
	for (line = out.text.data; *line; line = end + 1) {
		end = strchr(line, '\n');
		if (!end)
			abort();
		json_decref(object);
		object = json_loadb(line, (size_t)(end - line), 0, NULL);
		if (!object)
			abort();
	}
	if (!json_object_get(object, "done") &&
	    !json_object_get(object, "problem"))
		abort();
	json_decref(object);
	buffer_release(&out.text);
	return 0;
}
