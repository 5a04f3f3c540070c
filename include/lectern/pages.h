/*
 * pages.h - notes divided into pages; where a page ends, and why there.
 *
 * Whoever reads notes aloud turns a page between two sentences. So a page
 * never ends in a sentence, nor in a point where the point fits a page, nor
 * after a heading. A sentence that is longer than a page is broken after a
 * clause, where there is none after a word, and is said to be.
 *
 * One rule for paper and for plain text: what a piece of text is high, the
 * writer says; its units are the writer's (points, lines). Time in proportion
 * to the text, times the logarithm of a page.
 */
#ifndef LECTERN_PAGES_H
#define LECTERN_PAGES_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"
#include "lectern/notes.h"
#include "lectern/vector.h"

/* What a writer knows. Heights of longer texts are never smaller. */
struct pages_ops {
	/* Bytes [start, end) of a piece of the row, in a column. */
	double (*height)(void *data, const struct notes_row *row, size_t column,
			 const struct notes_piece *piece, size_t start,
			 size_t end);
	/* Empty space above a row that does not begin a page; and above a
	 * piece that does not begin a row's part of a page. */
	double (*row_gap)(void *data, const struct notes_row *row);
	double (*piece_gap)(void *data, const struct notes_cell *cell,
			    size_t piece);
};

struct pages_setup {
	const struct notes *notes;
	const struct pages_ops *ops;
	void *data;
	double height; /* of a page, without its head and foot */
	double most;   /* of one with a sentence that is higher; else 0 */
	double line;   /* height of a line */
};

/* Bytes [start, end) of a piece on a page. */
struct page_part {
	size_t piece, start, end;
	double top, height; /* from the top of the row on this page */
};

/* A row, or what of it is on the page. */
struct page_row {
	const struct notes_row *row;
	double top, height; /* from the top of the page */
	bool is_begun;	    /* it began on an earlier page */
	size_t first[MEETING_LANGUAGES_MAX], count[MEETING_LANGUAGES_MAX];
};

struct page {
	size_t sheet;
	size_t first_row, row_count; /* in pages.rows */
};

struct pages {
	size_t columns;
	VECTOR(struct page) list;
	VECTOR(struct page_row) rows;
	VECTOR(struct page_part) parts; /* of rows: first[], count[] */
	/* Rows with a sentence that no page holds; each once. */
	VECTOR(const struct notes_row *) broken;
};

/* The caller releases by pages_release(). A setup without room for a line is
 * taken as a page of a line. */
void pages_divide(const struct pages_setup *setup, struct pages *pages);
void pages_release(struct pages *pages);

/* Append the first words of a column of the page after 'index': what its
 * reader goes on with. Nothing after the last page. */
void pages_catchword(const struct pages *pages, size_t index, size_t column,
		     struct buffer *out);

/* "3 of 7", as the notes say it. */
void pages_number(const struct pages *pages, const struct notes *notes,
		  size_t index, struct buffer *out);

/* The section that a page is about: of its first row. */
const char *pages_running(const struct pages *pages, size_t index);

#endif
