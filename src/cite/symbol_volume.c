/* The bracket after a symbol that names a part of the document. */
#include <string.h>

#include "symbol.h"

static bool
is_volume_word(const struct cite_text *text, size_t pos)
{
	static const char *const words[] = {"Vol", "Part", "Resumption",
					    "Suppl"};
	size_t i, len;

	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		len = strlen(words[i]);
		if (pos + len <= text->len &&
		    !memcmp(text->at + pos, words[i], len))
			return true;
	}
	return false;
}

size_t
cite_volume_read(const struct cite_text *text, size_t at,
		 char inner[CITE_VOLUME_MAX])
{
	size_t len = 0, end;
	char byte;

	if (at >= text->len || text->at[at] != '(' ||
	    !is_volume_word(text, at + 1))
		return 0;
	inner[len++] = '(';
	for (end = at + 1; end < text->len && len + 2 < CITE_VOLUME_MAX;
	     end++) {
		byte = text->at[end];
		if (byte == ')') {
			inner[len++] = byte;
			inner[len] = '\0';
			return end + 1;
		}
		if (byte > ' ' && byte < 0x7f)
			inner[len++] = byte;
		else if (byte != ' ' && byte != '\n' && byte != '\t')
			return 0;
	}
	return 0;
}
