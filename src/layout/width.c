#include <string.h>
#include <uniwidth.h>

#include "lectern/text.h"
#include "lectern/utf8.h"
#include "width.h"

/* Vowels and final consonants of Hangul syllables written letter by letter;
 * they are no marks, but share the cells of the first consonant. */
static bool
width_is_conjoining(uint32_t cp)
{
	return (cp >= 0x1160 && cp <= 0x11ff) || (cp >= 0xd7b0 && cp <= 0xd7ff);
}

int
width_of(uint32_t cp)
{
	int width;

	if (cp < 0x300 || (cp >= 0x370 && cp < 0x483))
		return 1;
	if (cp >= 0x4e00 && cp < 0xa000)
		return 2;
	width = uc_width(cp, "UTF-8");
	if (width > 0)
		return width;
	if (filter_is_mark(cp) || width_is_conjoining(cp) || cp == 0x200c ||
	    cp == 0x200d)
		return 0;
	/* The number signs of Arabic and its like are visible. */
	return 1;
}

void
cell_reader_init(struct cell_reader *reader, const char *text, size_t len)
{
	filter_reader_init(&reader->filter, text, len, SINK_SCREEN);
	reader->token_at = 0;
	reader->has_piece = filter_reader_next(&reader->filter, &reader->piece);
}

/* The code point at hand, and on to the next. */
static uint32_t
cell_reader_take(struct cell_reader *reader)
{
	uint32_t cp = reader->piece.cp;

	if (cp == UTF8_BAD) {
		cp = (unsigned char)reader->piece.bytes[reader->token_at++];
		if (reader->token_at < reader->piece.len)
			return cp;
		reader->token_at = 0;
	}
	reader->has_piece = filter_reader_next(&reader->filter, &reader->piece);
	return cp == '\t' || cp == '\n' ? ' ' : cp;
}

bool
cell_reader_next(struct cell_reader *reader, struct cell *cell)
{
	uint32_t cp;

	memset(cell, 0, sizeof *cell);
	if (!reader->has_piece)
		return false;
	cp = cell_reader_take(reader);
	cell->base = cp;
	cell->width = (uint8_t)width_of(cp);
	if (!cell->width) {
		cell->base = WIDTH_LONE_BASE;
		cell->width = 1;
		cell->marks[cell->mark_count++] = cp;
	}
	while (cell->mark_count < CELL_MARKS_MAX && reader->has_piece &&
	       reader->piece.cp != UTF8_BAD && !width_of(reader->piece.cp))
		cell->marks[cell->mark_count++] = cell_reader_take(reader);
	return true;
}

int
text_width(const char *text, size_t len)
{
	struct cell_reader reader;
	struct cell cell;
	int width = 0;

	cell_reader_init(&reader, text, len);
	while (cell_reader_next(&reader, &cell))
		width += cell.width;
	return width;
}
