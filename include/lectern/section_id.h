/*
 * section_id.h - the numbers of sections: 2.2.4, 2.2.7-2.2.9, israel.
 *
 * An id is compared part by part as numbers, never as a string: 2.2.10 comes
 * after 2.2.9. A range answers for all in it. Words for "paragraph" in seven
 * languages are a table here.
 */
#ifndef LECTERN_SECTION_ID_H
#define LECTERN_SECTION_ID_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"

/*
 * The number in a heading, written as an id: "Пункты 2.2.7–2.2.9" gives
 * "2.2.7-2.2.9". A heading of a number alone counts. False where there is
 * none: "Developments in 2021" is not a section number, "Paragraph 5" is.
 */
bool section_id_from_heading(const char *text, size_t len, struct buffer *out);

/* One form for an id or what a person typed: dashes of all kinds are '-', a
 * comma between digits is a point, no spaces, lower case. */
void section_id_normalise(const char *text, size_t len, struct buffer *out);

/* Part by part; numbers before words; a prefix before what extends it. */
int section_id_compare(const char *a, const char *b);

/* Is 'wanted' ("2.2.8") this id, or inside this id's range? */
bool section_id_covers(const char *id, const char *wanted);

/* Is it numbers with dots, or a range of them? */
bool is_numeric_id(const char *id);

/* The subparagraph named in parentheses in a point's text, as in
 * "(subparagraph 2.2.9)" or «(подпункт 2.2.9)»: appended to 'out' as an id.
 * False where there is none. */
bool section_id_in_parentheses(const char *text, size_t len,
			       struct buffer *out);

#endif
