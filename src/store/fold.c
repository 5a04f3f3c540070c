/* Comparing without regard to case, in every script. */
#include <ctype.h>
#include <string.h>
#include <stdlib.h>
#include <unicase.h>

#include "lectern/utf8.h"
#include "store_local.h"

static bool
fold_ascii(const char *text, struct buffer *out)
{
	size_t start = out->len, i;

	for (i = 0; text[i]; i++)
		if (!isascii((unsigned char)text[i]))
			return false;
	buffer_append(out, text, i);
	for (i = start; i < out->len; i++)
		if (out->data[i] >= 'A' && out->data[i] <= 'Z')
			out->data[i] = (char)(out->data[i] - 'A' + 'a');
	return true;
}

void
store_fold(const char *text, struct buffer *out)
{
	struct buffer clean = BUFFER_INIT;
	size_t at = 0, len, folded_len = 0;
	uint8_t *folded;
	uint32_t cp;

	if (fold_ascii(text, out))
		return;
	/* The library refuses malformed text, so none reaches it. */
	for (len = strlen(text); at < len;) {
		at += utf8_decode(text + at, len - at, &cp);
		buffer_append_char(&clean,
				   cp == UTF8_BAD ? UTF8_REPLACEMENT : cp);
	}
	folded = u8_casefold((const uint8_t *)clean.data, clean.len, NULL,
			     UNINORM_NFKC, NULL, &folded_len);
	if (folded)
		buffer_append(out, folded, folded_len);
	else
		buffer_append(out, clean.data, clean.len);
	free(folded);
	buffer_release(&clean);
}

void
store_words_init(struct store_words *words, const char *text)
{
	struct buffer folded = BUFFER_INIT;
	const char *at;
	size_t len;

	buffer_init(&words->text);
	words->count = 0;
	store_fold(text ? text : "", &folded);
	for (at = folded.data; *at; at += len) {
		at += strspn(at, " \t\n\r\f\v");
		len = strcspn(at, " \t\n\r\f\v");
		if (!len)
			continue;
		buffer_append(&words->text, at, len);
		buffer_append_byte(&words->text, '\0');
		words->count++;
	}
	buffer_release(&folded);
}

void
store_words_release(struct store_words *words)
{
	buffer_release(&words->text);
	words->count = 0;
}

bool
store_words_fit(const struct store_words *words, const char *folded)
{
	const char *word = words->text.data;
	size_t i;

	for (i = 0; i < words->count; i++, word += strlen(word) + 1)
		if (!strstr(folded, word))
			return false;
	return true;
}
