#include <string.h>

#include "internal.h"
#include "lectern/cite.h"

static bool
symbol_is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
symbol_is_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static bool
symbol_is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Nothing of an address, a file or a place in a page. Letters beyond ASCII
 * pass: a Cyrillic А in a symbol is a slip that the finder of citations
 * mends. */
static bool
symbol_has_only_allowed(const char *target)
{
	for (; *target; target++) {
		if (symbol_is_upper(*target) || symbol_is_lower(*target) ||
		    symbol_is_digit(*target) ||
		    (unsigned char)*target >= 0x80 ||
		    strchr("/.-()[] *", *target))
			continue;
		return false;
	}
	return true;
}

/* The part before the first '/' names the organ or the series: "A", "S",
 * "PC.DEC", "75". */
static bool
symbol_has_organ(const char *target)
{
	const char *slash = strchr(target, '/');
	const char *p;

	if (!slash || slash == target || slash - target > 12 || !slash[1])
		return false;
	for (p = target; p < slash; p++) {
		if (symbol_is_lower(*p) || *p == '(' || *p == ' ')
			return false;
	}
	return true;
}

bool
is_symbol_like(const char *target)
{
	size_t len = strlen(target), i;
	bool digit = false, lower = false;

	if (len < 3 || len >= CITE_SYMBOL_MAX ||
	    !symbol_has_only_allowed(target) || strchr("/.-()[] *", *target) ||
	    symbol_is_lower(*target))
		return false;
	for (i = 0; i < len; i++) {
		digit = digit || symbol_is_digit(target[i]);
		lower = lower || symbol_is_lower(target[i]);
	}
	if (symbol_has_organ(target))
		return digit;
	return !lower && !strchr(target, '/') && strchr(target, '-') &&
	       symbol_is_upper(*target);
}
