/* Any bytes as a text, in every encoding and in the one that is found: what
 * comes out is UTF-8 without zeros and CR, with its head before it. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/import/decode.h"
#include "lectern/import.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define check(what)                                                            \
	do {                                                                   \
		if (!(what)) {                                                 \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,     \
				#what);                                        \
			abort();                                               \
		}                                                              \
	} while (0)

static void
check_text(const struct encodings *encodings, const char *name,
	   const uint8_t *data, size_t size)
{
	struct import_in in = {
		.data = (const char *)data, .left = size, .fd = -1};
	struct import_out out = {.fd = -1, .text = BUFFER_INIT};
	struct error err = ERROR_INIT;
	struct import_text text;
	enum status rc;
	size_t i;

	decode_read(encodings, name, &in, &out);
	rc = import_parse_text(out.text.data, out.text.len, "file", &text,
			       &err);
	/* Only of what is not named can it be said that it is no text. */
	check(!rc || (!name && strstr(err.message, "is not text")));
	check(!memchr(text.text.data, '\r', text.text.len));
	check(text.place_count <= (size_t)text.bad);
	for (i = 0; i < text.place_count; i++)
		check((size_t)text.places[i] < size);
	import_text_release(&text);
	buffer_release(&out.text);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct encodings encodings;
	enum encoding_id id;

	encodings_open(&encodings);
	check_text(&encodings, NULL, data, size);
	for (id = 0; id < ENCODING_COUNT; id++)
		if (encodings.converters[id] != (iconv_t)-1)
			check_text(&encodings, encoding_name(id), data, size);
	encodings_close(&encodings);
	return 0;
}
