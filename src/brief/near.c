/* Edits between short names: insert, remove, replace, each by character. */
#include <string.h>

#include "internal.h"

#define NEAR_MAX 48

static size_t
near_decode(const char *text, uint32_t out[NEAR_MAX])
{
	size_t at = 0, len = strlen(text), count = 0;

	while (at < len && count < NEAR_MAX)
		at += section_next_char(text + at, len - at, &out[count++]);
	return count;
}

static size_t
near_least(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

size_t
edit_distance(const char *a, const char *b, size_t most)
{
	uint32_t one[NEAR_MAX], two[NEAR_MAX];
	size_t row[NEAR_MAX + 1], i, j, above, corner;
	size_t len = near_decode(a, one), width = near_decode(b, two);

	for (j = 0; j <= width; j++)
		row[j] = j;
	for (i = 1; i <= len; i++) {
		corner = row[0];
		row[0] = i;
		for (j = 1; j <= width; j++) {
			above = row[j];
			row[j] =
				near_least(above + 1, row[j - 1] + 1,
					   corner + (one[i - 1] != two[j - 1]));
			corner = above;
		}
	}
	return row[width] > most ? most + 1 : row[width];
}
