/* Any bytes as RTF: what comes out is ASCII, and the same when it is spelled
 * again, for there is nothing left to spell. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/import/encodings.h"
#include "../../src/import/rtf.h"

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
check_spell(const struct encodings *encodings, const char *text, size_t len,
	    struct import_out *out)
{
	struct import_in in = {.data = text, .left = len, .fd = -1};
	size_t i;

	rtf_read(encodings, &in, out);
	for (i = 0; i < out->text.len; i++)
		check((unsigned char)out->text.data[i] < 0x80);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct import_out once = {.fd = -1, .text = BUFFER_INIT};
	struct import_out again = {.fd = -1, .text = BUFFER_INIT};
	struct encodings encodings;

	encodings_open(&encodings);
	check_spell(&encodings, (const char *)data, size, &once);
	check_spell(&encodings, once.text.data, once.text.len, &again);
	check(once.text.len == again.text.len &&
	      !memcmp(once.text.data, again.text.data, once.text.len));
	buffer_release(&once.text);
	buffer_release(&again.text);
	encodings_close(&encodings);
	return 0;
}
