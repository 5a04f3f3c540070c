#include <string.h>
#include <strings.h>

#include "encodings.h"

#define ENCODING_NAMES_MAX 6

static const struct {
	const char *names[ENCODING_NAMES_MAX]; /* ours first */
	const char *iconv[2];
} encodings_table[ENCODING_COUNT] = {
	[ENCODING_UTF_8] = {{"UTF-8", "UTF8", "ASCII", "US-ASCII"}, {"UTF-8"}},
	[ENCODING_UTF_16LE] = {{"UTF-16LE", "UTF-16", "UTF16"}, {"UTF-16LE"}},
	[ENCODING_UTF_16BE] = {{"UTF-16BE"}, {"UTF-16BE"}},
	[ENCODING_UTF_32LE] = {{"UTF-32LE", "UTF-32", "UTF32"}, {"UTF-32LE"}},
	[ENCODING_UTF_32BE] = {{"UTF-32BE"}, {"UTF-32BE"}},
	[ENCODING_WINDOWS_1251] = {{"windows-1251", "CP1251"}, {"CP1251"}},
	[ENCODING_KOI8_R] = {{"KOI8-R", "KOI8R"}, {"KOI8-R"}},
	[ENCODING_KOI8_U] = {{"KOI8-U", "KOI8U"}, {"KOI8-U"}},
	[ENCODING_CP866] = {{"IBM866", "CP866", "866"}, {"CP866"}},
	[ENCODING_ISO_8859_5] = {{"ISO-8859-5"}, {"ISO-8859-5"}},
	[ENCODING_MAC_CYRILLIC] = {{"x-mac-cyrillic", "MacCyrillic",
				    "MAC-CYRILLIC"},
				   {"MAC-CYRILLIC", "MacCyrillic"}},
	[ENCODING_KZ_1048] = {{"KZ-1048", "RK1048", "STRK1048-2002", "KZ1048"},
			      {"RK1048", "KZ-1048"}},
	[ENCODING_PT154] = {{"PT154", "PTCP154", "CP154"}, {"PT154"}},
	[ENCODING_WINDOWS_1252] = {{"windows-1252", "CP1252"}, {"CP1252"}},
	[ENCODING_ISO_8859_1] = {{"ISO-8859-1", "latin1"}, {"ISO-8859-1"}},
	[ENCODING_ISO_8859_15] = {{"ISO-8859-15", "latin9"}, {"ISO-8859-15"}},
	[ENCODING_WINDOWS_1256] = {{"windows-1256", "CP1256"}, {"CP1256"}},
	[ENCODING_GB18030] = {{"GB18030", "GBK", "GB2312", "CP936"},
			      {"GB18030"}},
	[ENCODING_BIG5] = {{"Big5", "CP950"}, {"BIG5"}},
};

static iconv_t
encoding_open(enum encoding_id id)
{
	iconv_t converter = (iconv_t)-1;
	size_t i;

	for (i = 0; i < 2 && converter == (iconv_t)-1; i++)
		if (encodings_table[id].iconv[i])
			converter = iconv_open("UTF-8",
					       encodings_table[id].iconv[i]);
	return converter;
}

/* What a byte means, by asking iconv for it. */
static uint32_t
encoding_ask_byte(iconv_t converter, char byte)
{
	unsigned char out[8] = {0};
	char *from = &byte, *to = (char *)out;
	size_t left = 1, room = sizeof out;

	if (converter == (iconv_t)-1 ||
	    iconv(converter, &from, &left, &to, &room) == (size_t)-1) {
		if (converter != (iconv_t)-1)
			iconv(converter, NULL, NULL, NULL, NULL);
		return 0;
	}
	if (out[0] < 0x80)
		return out[0];
	if (out[0] < 0xe0)
		return (out[0] & 0x1fu) << 6 | (out[1] & 0x3fu);
	return (out[0] & 0x0fu) << 12 | (out[1] & 0x3fu) << 6 |
	       (out[2] & 0x3fu);
}

void
encodings_open(struct encodings *encodings)
{
	enum encoding_id id;
	int byte;

	for (id = 0; id < ENCODING_COUNT; id++)
		encodings->converters[id] = encoding_open(id);
	for (id = ENCODING_CYRILLIC_FIRST; id < ENCODING_CYRILLIC_END; id++)
		for (byte = 0; byte < 256; byte++)
			encodings
				->cyrillic[id - ENCODING_CYRILLIC_FIRST][byte] =
				encoding_ask_byte(encodings->converters[id],
						  (char)byte);
}

void
encodings_close(struct encodings *encodings)
{
	enum encoding_id id;

	for (id = 0; id < ENCODING_COUNT; id++)
		if (encodings->converters[id] != (iconv_t)-1)
			iconv_close(encodings->converters[id]);
}

const char *
encoding_name(enum encoding_id id)
{
	return encodings_table[id].names[0];
}

enum encoding_id
encoding_find(const char *name)
{
	enum encoding_id id;
	size_t i;

	for (id = 0; id < ENCODING_COUNT; id++)
		for (i = 0; i < ENCODING_NAMES_MAX; i++)
			if (encodings_table[id].names[i] &&
			    !strcasecmp(encodings_table[id].names[i], name))
				return id;
	return ENCODING_COUNT;
}

size_t
encoding_unit(enum encoding_id id)
{
	if (id == ENCODING_UTF_16LE || id == ENCODING_UTF_16BE)
		return 2;
	return id == ENCODING_UTF_32LE || id == ENCODING_UTF_32BE ? 4 : 1;
}
