/* Any bytes as a packed document: one line, what is in it or what is wrong. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/import/parts.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct import_in in = {
		.data = (const char *)data, .left = size, .fd = -1};
	struct import_out out = {.fd = -1, .text = BUFFER_INIT};
	const char *end;
	json_t *object;

	parts_read(&in, &out);
	end = memchr(out.text.data, '\n', out.text.len);
	if (!end || end + 1 != out.text.data + out.text.len)
		abort();
	object = json_loadb(out.text.data, out.text.len, 0, NULL);
	if (!json_object_get(object, "kind") &&
	    !json_object_get(object, "problem"))
		abort();
	json_decref(object);
	buffer_release(&out.text);
	return 0;
}
