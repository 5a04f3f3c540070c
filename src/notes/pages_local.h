/*
 * pages_local.h - between dividing into pages (pages.c), parting a row that
 * goes over several (pages_split.c) and finding where a piece may end
 * (pages_break.c).
 */
#ifndef NOTES_PAGES_LOCAL_H
#define NOTES_PAGES_LOCAL_H

#include "lectern/pages.h"

/* After what a page may end. LOOSE: a sentence, or what leads to one. */
enum pages_break {
	PAGES_NONE,
	PAGES_SENTENCE,
	PAGES_LOOSE,
	PAGES_CLAUSE,
	PAGES_WORD
};

struct pages_build {
	const struct pages_setup *setup;
	struct pages *pages;
	size_t sheet;
	double used; /* of the page being filled */
	/* The worst break that a row may have where it begins under another,
	 * with the room that is left free; NONE: it waits for the next page.
	 * At the top of a page there is nothing to wait for. */
	enum pages_break worst;
};

/* Where a column stands in a row. */
struct pages_state {
	size_t piece, start;
	bool is_done;
};

/* A new page; what follows stands at its top. */
void pages_open(struct pages_build *build);

/* Space above the row where the page stands; nothing at its top. */
double pages_gap(const struct pages_build *build, const struct notes_row *row);

/* Add the row at the place reached; its parts follow. */
struct page_row *pages_add_row(struct pages_build *build,
			       const struct notes_row *row);

/* Put a row that no page holds onto this page and those that follow. */
void pages_split_row(struct pages_build *build, const struct notes_row *row);

/* Does the piece belong to the one after it, where a page ends after such a
 * break? */
bool is_pages_bound(const struct notes_cell *cell, size_t piece,
		    enum pages_break kind);

/*
 * The last place in the piece, after 'start', where it may end and is no
 * higher than 'room'; 'start' where there is none.
 */
size_t pages_find_end(const struct pages_build *build,
		      const struct notes_row *row, size_t column,
		      const struct notes_piece *piece, size_t start,
		      double room, enum pages_break kind);

#endif
