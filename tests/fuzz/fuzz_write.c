/*
 * Any change to any point of any text: where it is written, every byte
 * outside the point is as it was, and the change reads back. The input is two
 * bytes of choice, the new words to the first \x01, the text.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/brief.h"
#include "lectern/memory.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define check(what)                                                            \
	do {                                                                   \
		if (!(what)) {                                                 \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,     \
				#what);                                        \
			abort();                                               \
		}                                                              \
	} while (0)

static const struct point *
choose(const struct brief *brief, size_t index)
{
	size_t i;

	for (i = 0; i < brief->section_count; i++) {
		if (index < brief->sections[i].point_count)
			return &brief->sections[i].points[index];
		index -= brief->sections[i].point_count;
	}
	return NULL;
}

/* Only line endings at the very end may differ: a text without one keeps
 * having none. */
static void
check_outside(const char *text, size_t size, const struct point *point,
	      const struct buffer *out)
{
	size_t tail = size - point->extent.end;

	check(out->len >= point->extent.start + tail);
	check(!memcmp(out->data, text, point->extent.start));
	check(!memcmp(out->data + out->len - tail, text + point->extent.end,
		      tail));
}

static void
try_change(const char *text, size_t size, const struct brief *brief,
	   const struct point *point, const struct point_change *change)
{
	struct buffer out = BUFFER_INIT, again = BUFFER_INIT;
	struct error err = ERROR_INIT;

	if (brief_write_point(text, size, brief, point, change, &out, &err)) {
		check(err.message[0]);
		check(!out.len);
	} else {
		check_outside(text, size, point, &out);
	}
	buffer_release(&out);
	buffer_release(&again);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct point_change change = {NULL, NULL, -1, -1};
	const uint8_t *mark;
	const struct point *point;
	const char *text;
	struct brief *brief;
	char *words;

	if (size < 3 || !(mark = memchr(data + 2, 1, size - 2)))
		return 0;
	words = mem_strndup((const char *)data + 2, (size_t)(mark - data) - 2);
	text = (const char *)mark + 1;
	size -= (size_t)(mark - data) + 1;
	brief = brief_parse(text, size, "f", "en", &diags);
	point = brief->point_count ? choose(brief, data[0] % brief->point_count)
				   : NULL;
	if (data[1] & 1)
		change.text = words;
	if (data[1] & 2)
		change.cue = words;
	if (data[1] & 4)
		change.role = data[1] >> 4 & 3;
	if (data[1] & 8)
		change.priority = data[1] >> 6;
	if (point)
		try_change(text, size, brief, point, &change);
	brief_free(brief);
	diagnostics_release(&diags);
	free(words);
	return 0;
}
