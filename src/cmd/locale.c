/* What the locale says: the language of messages, the encoding of words. */
#include "config.h"

#include <iconv.h>
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cmd.h"
#include "lectern/memory.h"
#include "lectern/utf8.h"

/* An operand longer than this is nothing a person typed. */
#define LOCALE_WORD_MAX 4096

bool
is_locale_utf8(void)
{
	return !strcasecmp(nl_langinfo(CODESET), "UTF-8");
}

static bool
is_ascii(const char *word)
{
	while (*word && (unsigned char)*word < 0x80)
		word++;
	return !*word;
}

/* 'word' from the locale's encoding, appended; false where it is no text in
 * it. */
static bool
locale_convert(const char *word, struct buffer *out)
{
	iconv_t cd = iconv_open("UTF-8", nl_langinfo(CODESET));
	char *in = (char *)word, *to;
	size_t in_left = strlen(word), out_left = in_left * 4;
	size_t failed;

	if (cd == (iconv_t)-1)
		return false;
	buffer_reserve(out, out_left);
	to = out->data;
	failed = iconv(cd, (void *)&in, &in_left, &to, &out_left);
	iconv_close(cd);
	if (failed == (size_t)-1 || in_left)
		return false;
	out->len = (size_t)(to - out->data);
	out->data[out->len] = '\0';
	return true;
}

char *
locale_word(const char *word)
{
	struct buffer out = BUFFER_INIT;
	size_t len = strlen(word);

	if (is_ascii(word) || is_locale_utf8() || len > LOCALE_WORD_MAX)
		return mem_strdup(word);
	if (locale_convert(word, &out))
		return buffer_take(&out);
	buffer_release(&out);
	return mem_strdup(word);
}

char *
locale_language(void)
{
	const char *locale = setlocale(LC_MESSAGES, NULL);
	const char *list = getenv("LANGUAGE"), *name = locale;
	size_t len;

	/* As gettext does: LANGUAGE counts, but not in the C locale. */
	if (!locale || !strcmp(locale, "C") || !strcmp(locale, "POSIX"))
		return mem_strdup("en");
	if (list && *list)
		name = list;
	len = strcspn(name, "_.@:");
	if (len < 2 || len > 8)
		return mem_strdup("en");
	return mem_strndup(name, len);
}

void
locale_use_language(const char *tag)
{
	const char *locale = setlocale(LC_MESSAGES, NULL);

	setenv("LANGUAGE", tag, 1);
	if (!locale || !strcmp(locale, "C") || !strcmp(locale, "POSIX"))
		setlocale(LC_MESSAGES, "C.UTF-8");
}
