/* File names made from titles: the one place of base that needs to know what
 * a letter is, in every script. */
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>

#include "lectern/path.h"
#include "lectern/utf8.h"

#define PATH_NAME_MAX 100

/* u8_tolower() refuses malformed text, so what is malformed goes first. */
static void
path_name_clean(const char *title, struct buffer *out)
{
	size_t len = strlen(title), at = 0;
	uint32_t cp;

	while (at < len) {
		at += utf8_decode(title + at, len - at, &cp);
		buffer_append_char(out, cp == UTF8_BAD ? ' ' : cp);
	}
}

static bool
path_name_is_letter(uint32_t cp)
{
	return uc_is_general_category_withtable(
		       cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_Nd |
				   UC_CATEGORY_MASK_Nl) &&
	       !uc_is_property_default_ignorable_code_point(cp);
}

static bool
path_name_is_mark(uint32_t cp)
{
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M) &&
	       !uc_is_property_default_ignorable_code_point(cp);
}

/* Letters and the marks on them stay; each run of anything else is one '-',
 * and none stands first. */
static void
path_name_append(const char *text, size_t len, struct buffer *out)
{
	size_t start = out->len, at = 0;
	bool gap = false, in_word = false;
	uint32_t cp;
	size_t size;

	while (at < len) {
		size = utf8_decode(text + at, len - at, &cp);
		at += size;
		in_word = path_name_is_letter(cp) ||
			  (in_word && path_name_is_mark(cp));
		if (!in_word && cp != '_' && cp != '.') {
			gap = true;
			continue;
		}
		if (cp == '.' && out->len == start)
			continue;
		gap = gap && out->len > start;
		if (out->len - start + gap + size > PATH_NAME_MAX)
			break;
		if (gap)
			buffer_append_byte(out, '-');
		gap = false;
		buffer_append(out, text + at - size, size);
	}
	while (out->len > start && out->data[out->len - 1] == '.')
		buffer_truncate(out, out->len - 1);
}

void
path_name_from_title(const char *title, struct buffer *out)
{
	struct buffer clean = BUFFER_INIT;
	size_t start = out->len, len = 0;
	uint8_t *lower;

	path_name_clean(title, &clean);
	lower = u8_tolower((const uint8_t *)clean.data, clean.len, NULL,
			   UNINORM_NFC, NULL, &len);
	if (lower)
		path_name_append((const char *)lower, len, out);
	if (out->len == start)
		buffer_append_string(out, "untitled");
	free(lower);
	buffer_release(&clean);
}
