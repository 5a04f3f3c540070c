#include <stdlib.h>
#include <string.h>
#include <unicase.h>

#include "lectern/memory.h"
#include "lectern/nearest.h"
#include "lectern/utf8.h"

/* Names longer than this are compared by their beginning: no id is. */
#define NEAREST_NAME_MAX 256

/* Decodes into lower case; returns the number of characters, at most 'max'. */
static size_t
nearest_decode(const char *text, uint32_t *out, size_t max)
{
	size_t at = 0, count = 0, len = strlen(text);
	uint32_t cp;

	while (at < len && count < max) {
		at += utf8_decode(text + at, len - at, &cp);
		out[count++] =
			cp == UTF8_BAD ? UTF8_REPLACEMENT : uc_tolower(cp);
	}
	return count;
}

void
nearest_init(struct nearest *nearest, const char *words)
{
	memset(nearest, 0, sizeof *nearest);
	nearest->len = nearest_decode(words, nearest->words, NEAREST_WORDS_MAX);
}

void
nearest_release(struct nearest *nearest)
{
	size_t i;

	for (i = 0; i < nearest->count; i++)
		free(nearest->names[i].name);
	nearest->count = 0;
}

static size_t
nearest_least(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/*
 * The distance from all of the words to the best stretch of the name: the
 * usual table of optimal string alignment, with a first row of zeros (a
 * stretch may begin anywhere) and the least of the last row (or end anywhere).
 */
static size_t
nearest_distance(const struct nearest *nearest, const uint32_t *name,
		 size_t name_len)
{
	size_t rows[3][NEAREST_NAME_MAX + 1] = {{0}};
	size_t *before = rows[0], *above = rows[0], *row = rows[1];
	const uint32_t *words = nearest->words;
	size_t i, j, best;

	for (i = 1; i <= nearest->len; i++) {
		row = rows[i % 3];
		row[0] = i;
		for (j = 1; j <= name_len; j++) {
			row[j] = nearest_least(
				above[j] + 1, row[j - 1] + 1,
				above[j - 1] + (words[i - 1] != name[j - 1]));
			if (i > 1 && j > 1 && words[i - 1] == name[j - 2] &&
			    words[i - 2] == name[j - 1] &&
			    before[j - 2] + 1 < row[j])
				row[j] = before[j - 2] + 1;
		}
		before = above;
		above = row;
	}
	best = above[0];
	for (j = 1; j <= name_len; j++)
		if (above[j] < best)
			best = above[j];
	return best;
}

static int
nearest_compare(const struct nearest_name *a, const struct nearest_name *b)
{
	if (a->distance != b->distance)
		return a->distance < b->distance ? -1 : 1;
	return (a->extra > b->extra) - (a->extra < b->extra);
}

void
nearest_add(struct nearest *nearest, const char *name)
{
	uint32_t chars[NEAREST_NAME_MAX];
	size_t len = nearest_decode(name, chars, NEAREST_NAME_MAX), at;
	struct nearest_name found = {
		.distance = nearest_distance(nearest, chars, len),
		.extra = len > nearest->len ? len - nearest->len
					    : nearest->len - len,
	};

	if (found.distance > (nearest->len + 2) / 3 ||
	    found.distance >= nearest->len)
		return;
	if (nearest->count == NEAREST_MAX) {
		if (nearest_compare(&nearest->names[NEAREST_MAX - 1], &found) <=
		    0)
			return;
		free(nearest->names[--nearest->count].name);
	}
	for (at = nearest->count; at; at--) {
		if (nearest_compare(&nearest->names[at - 1], &found) <= 0)
			break;
		nearest->names[at] = nearest->names[at - 1];
	}
	found.name = mem_strdup(name);
	nearest->names[at] = found;
	nearest->count++;
}

void
nearest_format(const struct nearest *nearest, struct buffer *out)
{
	size_t i;

	for (i = 0; i < nearest->count; i++)
		buffer_printf(out, "%s%s", i ? ", " : "",
			      nearest->names[i].name);
}
