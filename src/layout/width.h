/*
 * width.h - how many cells a character takes, in one place, so that breaking
 * lines and drawing them never disagree.
 */
#ifndef LAYOUT_WIDTH_H
#define LAYOUT_WIDTH_H

#include <stdbool.h>
#include <stdint.h>

#include "filter_reader.h"
#include "lectern/frame.h"

/* The base of a mark that has none before it (Unicode 7.9.2). */
#define WIDTH_LONE_BASE UINT32_C(0xa0)

/*
 * 1 or 2, or 0 for what shares the cell of its base. Not wcwidth(): that
 * follows the locale, and a frame must come out the same everywhere.
 */
int width_of(uint32_t cp);

/* A code point as a cell may hold it: U+FFFD where the filter would not keep
 * it. For cells that somebody filled by hand. */
uint32_t frame_safe(uint32_t cp);

/* Filtered text as cells, one after the other. TAB and LF are a space. */
struct cell_reader {
	struct filter_reader filter;
	struct filter_piece piece;
	size_t token_at; /* next byte of a token; 0: none left */
	bool has_piece;
};

void cell_reader_init(struct cell_reader *reader, const char *text, size_t len);

/* The next cell, without style; false at the end. */
bool cell_reader_next(struct cell_reader *reader, struct cell *cell);

#endif
