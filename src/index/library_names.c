/* Which names in a library mean something. */
#include <ctype.h>
#include <string.h>

#include "lectern/path.h"
#include "lectern/utf8.h"
#include "library_local.h"

static bool
name_is_text(const char *name)
{
	size_t at = 0, len = strlen(name);
	uint32_t cp;

	while (at < len) {
		at += utf8_decode(name + at, len - at, &cp);
		if (cp == UTF8_BAD || cp < 0x20 || (cp >= 0x7f && cp < 0xa0))
			return false;
	}
	return true;
}

void
library_name_for_message(const char *name, struct buffer *out)
{
	for (; *name; name++)
		if (*name == '\n' || *name == '\t')
			buffer_printf(out, "<U+%04X>", (unsigned)*name);
		else
			buffer_append_byte(out, *name);
}

bool
is_meeting_name(const char *name)
{
	return is_plain_name(name) && name[0] != '.' && name[0] != '-' &&
	       strcmp(name, "catalogue") && name_is_text(name);
}

/* The case of subtag number 'index' as BCP 47, 2.1.1 recommends it. */
static void
language_set_case(char *subtag, size_t len, size_t index, bool after_single)
{
	size_t i;

	for (i = 0; i < len; i++)
		subtag[i] = (char)tolower((unsigned char)subtag[i]);
	if (!index || after_single)
		return;
	if (len == 4)
		subtag[0] = (char)toupper((unsigned char)subtag[0]);
	if (len == 2)
		for (i = 0; i < len; i++)
			subtag[i] = (char)toupper((unsigned char)subtag[i]);
}

/*
 * Letters of a primary language are two or three: the longer ones that BCP 47
 * reserves do not exist, and README.md and notes.md do.
 */
bool
language_from_file_name(const char *name, char *tag, size_t size)
{
	size_t len = strlen(name), start = 0, i, index = 0;
	bool after_single = false;

	if (len < 5 || strcmp(name + len - 3, ".md"))
		return false;
	len -= 3;
	if (len >= size || len >= LANGUAGE_TAG_MAX)
		return false;
	memcpy(tag, name, len);
	tag[len] = '\0';
	for (i = 0; i <= len; i++) {
		if (isascii((unsigned char)tag[i]) &&
		    (isalpha((unsigned char)tag[i]) ||
		     (index && isdigit((unsigned char)tag[i]))))
			continue;
		if (tag[i] && tag[i] != '-')
			return false;
		if (i == start || i - start > 8 ||
		    (!index && (i - start < 2 || i - start > 3)))
			return false;
		language_set_case(tag + start, i - start, index, after_single);
		after_single |= i - start == 1;
		start = i + 1;
		index++;
	}
	return true;
}
