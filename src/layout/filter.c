#include <stdio.h>
#include <unictype.h>

#include "filter_reader.h"
#include "lectern/utf8.h"

#define FILTER_MARKS_MAX 4

struct filter_range {
	uint32_t first, last;
};

/* Shown as a token wherever they stand. */
static const struct filter_range filter_tokens[] = {
	{0x0000, 0x0008},   /* C0 up to TAB */
	{0x000b, 0x001f},   /* C0 after LF */
	{0x007f, 0x009f},   /* DEL, C1 */
	{0x061c, 0x061c},   /* ARABIC LETTER MARK */
	{0x200e, 0x200f},   /* LRM, RLM */
	{0x2028, 0x202e},   /* separators; embeddings and overrides */
	{0x2065, 0x2069},   /* reserved; isolates */
	{0xd800, 0xf8ff},   /* surrogates; private use */
	{0xfdd0, 0xfdef},   /* noncharacters */
	{0xfff0, 0xfffb},   /* reserved; interlinear annotation */
	{0xe0000, 0xe00ff}, /* tags, and what is reserved beside them */
	{0xe01f0, 0xe0fff}, /* reserved for controls */
	{0xf0000, UINT32_MAX},
};

/* Without a width or an ink of their own: hidden words could stand in them.
 * Default_Ignorable_Code_Point, and the format controls beside it. */
static const struct filter_range filter_hidden[] = {
	{0x00ad, 0x00ad},   /* SOFT HYPHEN */
	{0x034f, 0x034f},   /* COMBINING GRAPHEME JOINER */
	{0x115f, 0x1160},   /* Hangul fillers */
	{0x17b4, 0x17b5},   /* Khmer inherent vowels */
	{0x180b, 0x180f},   /* Mongolian selectors, vowel separator */
	{0x200b, 0x200b},   /* ZERO WIDTH SPACE */
	{0x2060, 0x2064},   /* WORD JOINER, invisible operators */
	{0x206a, 0x206f},   /* deprecated format controls */
	{0x3164, 0x3164},   /* HANGUL FILLER */
	{0xfe00, 0xfe0f},   /* variation selectors */
	{0xfeff, 0xfeff},   /* ZERO WIDTH NO-BREAK SPACE */
	{0xffa0, 0xffa0},   /* HALFWIDTH HANGUL FILLER */
	{0x13430, 0x1343f}, /* Egyptian format controls */
	{0x1bca0, 0x1bca3}, /* shorthand format controls */
	{0x1d173, 0x1d17a}, /* musical format controls */
	{0xe0100, 0xe01ef}, /* variation selectors supplement */
};

/* Scripts whose letters join, so that U+200C and U+200D change the text. */
static const struct filter_range filter_joining[] = {
	{0x0600, 0x077f},   /* Arabic, Syriac */
	{0x07c0, 0x07ff},   /* N'Ko */
	{0x0840, 0x0dff},   /* Mandaic, Arabic, the scripts of India */
	{0x0f00, 0x109f},   /* Tibetan, Myanmar */
	{0x1780, 0x18af},   /* Khmer, Mongolian */
	{0x1b00, 0x1bff},   /* Balinese, Sundanese, Batak */
	{0xa840, 0xa87f},   /* Phags-pa */
	{0xa8e0, 0xa8ff},   /* Devanagari */
	{0xa980, 0xaa7f},   /* Javanese, Myanmar */
	{0xfb50, 0xfdcf},   /* Arabic forms */
	{0xfe70, 0xfefc},   /* Arabic forms */
	{0x10a00, 0x10aff}, /* Kharoshthi, Manichaean, Psalter Pahlavi */
	{0x10d00, 0x10fbf}, /* Rohingya, Sogdian, Chorasmian */
	{0x11000, 0x11fff}, /* Brahmi and its daughters */
	{0x1e900, 0x1e95f}, /* Adlam */
};

#define FILTER_HAS(table, cp)                                                  \
	filter_has((table), sizeof(table) / sizeof(table)[0], (cp))

static bool
filter_has(const struct filter_range *table, size_t count, uint32_t cp)
{
	size_t low = 0, high = count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (cp > table[middle].last)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && cp >= table[low].first;
}

enum filter_verdict
filter_code_point(uint32_t cp, enum sink sink)
{
	/* Most text: ASCII, Cyrillic, Han. */
	if ((cp >= 0x20 && cp < 0x7f) || (cp >= 0xb0 && cp < 0x34f) ||
	    (cp >= 0x350 && cp < 0x600) || (cp >= 0x4e00 && cp < 0xa000))
		return FILTER_KEEP;
	if (cp == 0x200c || cp == 0x200d)
		return FILTER_JOINER;
	if (FILTER_HAS(filter_tokens, cp) || (cp & 0xfffe) == 0xfffe)
		return FILTER_TOKEN;
	if (FILTER_HAS(filter_hidden, cp))
		return sink == SINK_PRINT ? FILTER_DROP : FILTER_TOKEN;
	return FILTER_KEEP;
}

bool
filter_is_mark(uint32_t cp)
{
	if (cp < 0x300 || (cp >= 0x370 && cp < 0x483) ||
	    (cp >= 0x4e00 && cp < 0xa000))
		return false;
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_M);
}

static bool
filter_is_joining_letter(uint32_t cp)
{
	return FILTER_HAS(filter_joining, cp) &&
	       uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L);
}

void
filter_reader_init(struct filter_reader *reader, const char *text, size_t len,
		   enum sink sink)
{
	reader->text = text;
	reader->len = len;
	reader->at = 0;
	reader->sink = sink;
	reader->base = 0;
	reader->marks = 0;
}

/* A joiner counts as a mark, so that a cell has room for what is kept. */
static bool
filter_keeps_joiner(const struct filter_reader *reader)
{
	uint32_t next;

	if (reader->marks >= FILTER_MARKS_MAX || reader->at >= reader->len ||
	    !filter_is_joining_letter(reader->base))
		return false;
	utf8_decode(reader->text + reader->at, reader->len - reader->at, &next);
	return filter_is_joining_letter(next);
}

/* What becomes of 'cp' here, where its neighbours are known. */
static enum filter_verdict
filter_in_context(struct filter_reader *reader, uint32_t cp)
{
	enum filter_verdict verdict = filter_code_point(cp, reader->sink);

	if (verdict == FILTER_JOINER) {
		if (filter_keeps_joiner(reader)) {
			reader->marks++;
			return FILTER_KEEP;
		}
		return reader->sink == SINK_PRINT ? FILTER_DROP : FILTER_TOKEN;
	}
	if (verdict != FILTER_KEEP)
		return verdict;
	if (filter_is_mark(cp)) {
		if (reader->marks >= FILTER_MARKS_MAX)
			return FILTER_DROP;
		reader->marks++;
		return FILTER_KEEP;
	}
	reader->base = cp;
	reader->marks = 0;
	return FILTER_KEEP;
}

static void
filter_make_token(struct filter_reader *reader, uint32_t cp,
		  struct filter_piece *piece)
{
	int len = snprintf(reader->token, sizeof reader->token, "<U+%04X>",
			   (unsigned)cp);

	piece->bytes = reader->token;
	piece->len = (size_t)len;
	piece->cp = UTF8_BAD;
	reader->base = '>';
	reader->marks = 0;
}

bool
filter_reader_next(struct filter_reader *reader, struct filter_piece *piece)
{
	enum filter_verdict verdict = FILTER_DROP;
	uint32_t cp;

	while (verdict == FILTER_DROP) {
		if (reader->at >= reader->len)
			return false;
		piece->source = reader->at;
		piece->bytes = reader->text + reader->at;
		piece->len = utf8_decode(piece->bytes, reader->len - reader->at,
					 &cp);
		reader->at += piece->len;
		if (cp == UTF8_BAD) {
			cp = UTF8_REPLACEMENT;
			piece->bytes = "\xef\xbf\xbd";
			piece->len = 3;
		}
		piece->cp = cp;
		verdict = filter_in_context(reader, cp);
	}
	if (verdict == FILTER_TOKEN)
		filter_make_token(reader, cp, piece);
	return true;
}

/* Past printable ASCII, which every sink gets as it is, and which is most of
 * what is written. */
static size_t
filter_skip_plain(struct filter_reader *reader)
{
	size_t start = reader->at, at = start;

	while (at < reader->len && reader->text[at] >= ' ' &&
	       reader->text[at] <= '~')
		at++;
	if (at > start) {
		reader->base = (unsigned char)reader->text[at - 1];
		reader->marks = 0;
		reader->at = at;
	}
	return at - start;
}

void
filter_text(const char *text, size_t len, enum sink sink, struct buffer *out)
{
	struct filter_reader reader;
	struct filter_piece piece;
	size_t plain;

	filter_reader_init(&reader, text, len, sink);
	buffer_reserve(out, len);
	for (;;) {
		plain = filter_skip_plain(&reader);
		buffer_append(out, text + reader.at - plain, plain);
		if (!filter_reader_next(&reader, &piece))
			return;
		buffer_append(out, piece.bytes, piece.len);
	}
}

/* The entity of a character that means something in markup, or NULL. */
static const char *
filter_entity(char byte)
{
	switch (byte) {
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '&':
		return "&amp;";
	case '"':
		return "&quot;";
	default:
		return NULL;
	}
}

void
filter_markup(const char *text, size_t len, struct buffer *out)
{
	struct buffer clean = BUFFER_INIT;
	const char *entity;
	size_t i;

	filter_text(text, len, SINK_PRINT, &clean);
	for (i = 0; i < clean.len; i++) {
		entity = filter_entity(clean.data[i]);
		if (entity)
			buffer_append_string(out, entity);
		else
			buffer_append_byte(out, clean.data[i]);
	}
	buffer_release(&clean);
}

size_t
filter_bound(size_t len)
{
	/* The worst is one byte, ESC, becoming the eight of "<U+001B>". */
	return 8 * len;
}

void
filter_text_mapped(const char *text, size_t len, enum sink sink,
		   struct buffer *out, size_t *map)
{
	struct filter_reader reader;
	struct filter_piece piece;
	size_t i, at = 0;

	filter_reader_init(&reader, text, len, sink);
	buffer_reserve(out, len);
	while (filter_reader_next(&reader, &piece)) {
		buffer_append(out, piece.bytes, piece.len);
		for (i = 0; i < piece.len; i++)
			map[at++] = piece.source;
	}
}
