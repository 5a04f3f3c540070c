#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "encodings.h"
#include "lectern/utf8.h"
#include "rtf.h"

#define RTF_SIZE_MAX   ((size_t)32 << 20)
#define RTF_GROUPS_MAX 256
#define RTF_FONTS_MAX  256
#define RTF_WORD_MAX   16

/* What a group may change, and what it was is again at its end. */
struct rtf_group {
	int skipped; /* characters that stand instead of a \u */
	int font;
};

struct rtf {
	const struct encodings *encodings;
	const char *at, *end;
	struct buffer out;
	struct buffer bytes; /* of a code page, not yet written */
	enum encoding_id page, fonts[RTF_FONTS_MAX];
	struct rtf_group groups[RTF_GROUPS_MAX], now;
	size_t depth;
	int to_skip;
};

static enum encoding_id
rtf_page(long number)
{
	char name[24];

	snprintf(name, sizeof name, "CP%ld", number);
	return encoding_find(name);
}

/* The page of a character set of Windows; ENCODING_COUNT for the text's. */
static enum encoding_id
rtf_page_of_charset(long charset)
{
	switch (charset) {
	case 204:
		return ENCODING_WINDOWS_1251;
	case 178:
		return ENCODING_WINDOWS_1256;
	case 134:
		return ENCODING_GB18030;
	case 136:
		return ENCODING_BIG5;
	default:
		return ENCODING_COUNT;
	}
}

static void
rtf_put_unit(struct rtf *rtf, unsigned unit)
{
	/* Numbers are of 16 bits with a sign. */
	buffer_printf(&rtf->out, "\\u%d\\'3f",
		      unit < 0x8000 ? (int)unit : (int)unit - 0x10000);
}

static void
rtf_put_character(struct rtf *rtf, uint32_t cp)
{
	if (cp < 0x80) {
		if (strchr("\\{}", (int)cp))
			buffer_append_byte(&rtf->out, '\\');
		buffer_append_byte(&rtf->out, (char)cp);
	} else if (cp < 0x10000) {
		rtf_put_unit(rtf, cp);
	} else {
		rtf_put_unit(rtf, 0xd800 + ((cp - 0x10000) >> 10));
		rtf_put_unit(rtf, 0xdc00 + ((cp - 0x10000) & 0x3ff));
	}
}

static enum encoding_id
rtf_current_page(const struct rtf *rtf)
{
	enum encoding_id page = rtf->fonts[rtf->now.font];

	if (page == ENCODING_COUNT)
		page = rtf->page;
	return page == ENCODING_COUNT ? ENCODING_WINDOWS_1252 : page;
}

/* The bytes that gathered, as the letters they are; one that is none is
 * U+FFFD. A letter may be several bytes, so they are read together. */
static void
rtf_put_bytes(struct rtf *rtf)
{
	iconv_t converter = rtf->encodings->converters[rtf_current_page(rtf)];
	char *from = rtf->bytes.data, letter[8], *to;
	size_t left = rtf->bytes.len, room, step;
	uint32_t cp;

	while (left) {
		cp = 0xfffd;
		for (step = 1; step <= left && step <= 4; step++) {
			char *in = from;
			size_t rest = step;

			to = letter;
			room = sizeof letter;
			iconv(converter, NULL, NULL, NULL, NULL);
			if (iconv(converter, &in, &rest, &to, &room) == 0 &&
			    to > letter) {
				utf8_decode(letter, (size_t)(to - letter), &cp);
				break;
			}
		}
		if (cp == 0xfffd)
			step = 1;
		rtf_put_character(rtf, cp);
		from += step;
		left -= step;
	}
	buffer_reset(&rtf->bytes);
}

static void
rtf_take_byte(struct rtf *rtf, char byte)
{
	if (rtf->to_skip > 0)
		rtf->to_skip--;
	else
		buffer_append_byte(&rtf->bytes, byte);
}

/* A word that says how letters are written; true where it is not kept. */
static bool
rtf_take_word(struct rtf *rtf, const char *word, long value)
{
	if (!strcmp(word, "u")) {
		rtf_put_unit(rtf, (unsigned)value & 0xffff);
		rtf->to_skip = rtf->now.skipped;
		return true;
	}
	if (!strcmp(word, "uc")) {
		rtf->now.skipped = value >= 0 && value < 16 ? (int)value : 1;
		return true;
	}
	if (!strcmp(word, "ansicpg"))
		rtf->page = rtf_page(value);
	else if (!strcmp(word, "f") && value >= 0 && value < RTF_FONTS_MAX)
		rtf->now.font = (int)value;
	else if (!strcmp(word, "fcharset"))
		rtf->fonts[rtf->now.font] = rtf_page_of_charset(value);
	return false;
}

/* "\par", "\u1058 ": letters, a number, and a space that belongs to them. */
static void
rtf_read_word(struct rtf *rtf)
{
	const char *begin = rtf->at, *at = begin + 1;
	char word[RTF_WORD_MAX] = "";
	size_t len;
	char *number_end;
	long value = 0;

	while (at < rtf->end && isalpha((unsigned char)*at))
		at++;
	len = (size_t)(at - begin - 1);
	if (len < sizeof word)
		memcpy(word, begin + 1, len);
	if (at < rtf->end && (isdigit((unsigned char)*at) || *at == '-')) {
		value = strtol(at, &number_end, 10);
		at = number_end > at ? number_end : at;
	}
	if (at < rtf->end && *at == ' ')
		at++;
	rtf->to_skip = 0;
	if (!rtf_take_word(rtf, word, value))
		buffer_append(&rtf->out, begin, (size_t)(at - begin));
	rtf->at = at;
}

static bool
rtf_is_hex(const struct rtf *rtf)
{
	return rtf->end - rtf->at >= 4 && rtf->at[1] == '\'' &&
	       isxdigit((unsigned char)rtf->at[2]) &&
	       isxdigit((unsigned char)rtf->at[3]);
}

static void
rtf_read_escape(struct rtf *rtf)
{
	char hex[3] = "";

	if (rtf_is_hex(rtf)) {
		memcpy(hex, rtf->at + 2, 2);
		rtf_take_byte(rtf, (char)strtol(hex, NULL, 16));
		rtf->at += 4;
		return;
	}
	rtf_put_bytes(rtf);
	if (rtf->end - rtf->at >= 2 && isalpha((unsigned char)rtf->at[1])) {
		rtf_read_word(rtf);
		return;
	}
	buffer_append_byte(&rtf->out, *rtf->at++);
	if (rtf->at < rtf->end)
		buffer_append_byte(&rtf->out, *rtf->at++);
}

static void
rtf_read_brace(struct rtf *rtf)
{
	rtf_put_bytes(rtf);
	rtf->to_skip = 0;
	if (*rtf->at == '{') {
		if (rtf->depth < RTF_GROUPS_MAX)
			rtf->groups[rtf->depth] = rtf->now;
		rtf->depth++;
	} else if (rtf->depth > 0 && --rtf->depth < RTF_GROUPS_MAX) {
		rtf->now = rtf->groups[rtf->depth];
	}
	buffer_append_byte(&rtf->out, *rtf->at++);
}

static void
rtf_read_plain(struct rtf *rtf)
{
	char byte = *rtf->at++;

	if ((unsigned char)byte >= 0x80) {
		rtf_take_byte(rtf, byte);
		return;
	}
	rtf_put_bytes(rtf);
	if (byte == '\r' || byte == '\n' || rtf->to_skip == 0)
		buffer_append_byte(&rtf->out, byte);
	else
		rtf->to_skip--;
}

void
rtf_read(const struct encodings *encodings, struct import_in *in,
	 struct import_out *out)
{
	struct buffer text = BUFFER_INIT;
	struct rtf rtf = {.encodings = encodings,
			  .out = BUFFER_INIT,
			  .bytes = BUFFER_INIT,
			  .page = ENCODING_COUNT,
			  .now = {.skipped = 1}};
	size_t i;

	for (i = 0; i < RTF_FONTS_MAX; i++)
		rtf.fonts[i] = ENCODING_COUNT;
	if (import_read_all(in, RTF_SIZE_MAX, &text)) {
		rtf.at = text.data;
		rtf.end = text.data + text.len;
		while (rtf.at < rtf.end) {
			if (*rtf.at == '\\')
				rtf_read_escape(&rtf);
			else if (*rtf.at == '{' || *rtf.at == '}')
				rtf_read_brace(&rtf);
			else
				rtf_read_plain(&rtf);
		}
		rtf_put_bytes(&rtf);
		import_write(out, rtf.out.data, rtf.out.len);
	}
	buffer_release(&rtf.out);
	buffer_release(&rtf.bytes);
	buffer_release(&text);
}
