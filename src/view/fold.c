/* Case folding by libunistring: see fold.h. */
#include "config.h" /* memmem */

#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "lectern/fold.h"

void
fold_append(struct buffer *out, const char *text, size_t len)
{
	size_t size = 0;
	uint8_t *folded;

	if (len == 0)
		return;
	folded = u8_casefold((const uint8_t *)text, len, NULL, NULL, NULL,
			     &size);
	if (folded == NULL) {
		buffer_append(out, text, len); /* not UTF-8: as it is */
		return;
	}
	buffer_append(out, folded, size);
	free(folded);
}

bool
fold_contains(const struct buffer *words, const char *text, size_t len)
{
	struct buffer folded = BUFFER_INIT;
	bool found;

	if (words->len == 0 || len == 0)
		return false;
	fold_append(&folded, text, len);
	found = memmem(folded.data, folded.len, words->data, words->len) !=
		NULL;
	buffer_release(&folded);
	return found;
}
