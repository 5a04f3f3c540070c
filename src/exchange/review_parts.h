/*
 * review_parts.h - between the files that write and read a table of points.
 */
#ifndef EXCHANGE_REVIEW_PARTS_H
#define EXCHANGE_REVIEW_PARTS_H

#include "lectern/review.h"

/* A column, by its tag in any case, or -1. */
int review_language_index(const struct review *review, const char *language);
/* False where there are as many as a meeting may have. */
bool review_add_language(struct review *review, const char *language);
/* Valid until the next one is added. */
struct review_row *review_add_row(struct review *review, const char *place);

/* Append a text for an element or an attribute of XML 1.0. What XML may not
 * hold is U+FFFD. */
void review_xml(struct buffer *out, const char *text, size_t len);

/*
 * Take the first row of a table: a meeting's id, then tags of languages. False
 * where the library has no such meeting, or it is no such row.
 */
bool review_take_head(const struct library *lib, const char *const *cells,
		      size_t count, struct review *review);

/* The readers. False where the text is no table of theirs; a text is UTF-8.
 * Which meetings there are, the library says. */
bool review_read_json(const char *text, size_t len, struct review *review);
bool review_read_separated(const struct library *lib, const char *text,
			   size_t len, char separator, struct review *review);
bool review_read_grid(const struct library *lib, const char *text, size_t len,
		      struct review *review);

#endif
