/*
 * notes_html.h - speaking notes as one HTML file: for a telephone or a tablet,
 * and for a browser's own printing.
 *
 * All of it is in the file: no script, no font, no picture, nothing fetched,
 * and a policy (Content-Security-Policy) that forbids what a reader's browser
 * might be made to fetch. Languages stand side by side where the window is
 * wide enough, one under the other where it is not; light or dark as the
 * reader's system is. The style sheet is data/notes.css.
 */
#ifndef LECTERN_NOTES_HTML_H
#define LECTERN_NOTES_HTML_H

#include <stdbool.h>

#include "lectern/buffer.h"
#include "lectern/notes.h"

/* Append the file, UTF-8; in letters without serifs where 'is_sans'. */
void notes_write_html(const struct notes *notes, bool is_sans,
		      struct buffer *out);

#endif
