/* The known symbol that an unknown one was meant for. */
#include <string.h>

#include "catalogue_parts.h"

enum slip {
	SLIP_OTHER,   /* too far */
	SLIP_REPLACE, /* a character more, less or another */
	SLIP_KIND,    /* the same number of another kind */
	SLIP_SWAP,    /* two neighbours changed places */
};

/* "A/RES/76/135" and "A/76/135", "A/RES/75/564" and "A/DEC/75/564" */
static const char *
catalogue_number_of(const char *symbol)
{
	static const char *const heads[] = {"A/RES/", "A/DEC/", "A/HRC/RES/",
					    "A/"};
	size_t i;

	for (i = 0; i < sizeof heads / sizeof heads[0]; i++)
		if (!strncmp(symbol, heads[i], strlen(heads[i])))
			return symbol + strlen(heads[i]);
	return NULL;
}

static bool
catalogue_is_other_kind(const char *a, const char *b)
{
	const char *number_a = catalogue_number_of(a);
	const char *number_b = catalogue_number_of(b);

	return number_a && number_b && !strcmp(number_a, number_b);
}

static enum slip
catalogue_slip(const char *a, const char *b)
{
	size_t len_a = strlen(a), len_b = strlen(b), head = 0, tail = 0, least;

	if (catalogue_is_other_kind(a, b))
		return SLIP_KIND;
	least = len_a < len_b ? len_a : len_b;
	while (head < least && a[head] == b[head])
		head++;
	while (tail < least - head &&
	       a[len_a - 1 - tail] == b[len_b - 1 - tail])
		tail++;
	len_a -= head + tail;
	len_b -= head + tail;
	if (len_a == 2 && len_b == 2 && a[head] == b[head + 1] &&
	    a[head + 1] == b[head])
		return SLIP_SWAP;
	return len_a <= 1 && len_b <= 1 ? SLIP_REPLACE : SLIP_OTHER;
}

const struct instrument *
catalogue_nearest(const struct catalogue *catalogue, const char *symbol)
{
	const struct instrument *best = NULL, *one;
	enum slip slip, best_slip = SLIP_OTHER;
	size_t i;

	for (i = 0; i < catalogue->list.len; i++) {
		one = &catalogue->list.items[i];
		slip = catalogue_slip(symbol, one->cells[CATALOGUE_SYMBOL]);
		if (slip > best_slip) {
			best = one;
			best_slip = slip;
		}
	}
	return best;
}
