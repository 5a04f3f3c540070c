/*
 * notes_text.h - speaking notes as plain text: for a printer that knows
 * nothing else, for a terminal, for a message.
 *
 * Lines of a width in cells, pages of a length in lines that end in a form
 * feed, the same rule as on paper for where a page ends. Key phrases stand
 * between asterisks, and bars beside a point that changed since it was last
 * printed. Right-to-left text stays in logical order: whoever shows
 * the file orders it.
 */
#ifndef LECTERN_NOTES_TEXT_H
#define LECTERN_NOTES_TEXT_H

#include <stddef.h>

#include "lectern/buffer.h"
#include "lectern/notes.h"
#include "lectern/pages.h"

#define NOTES_TEXT_WIDTH_MIN	30
#define NOTES_TEXT_WIDTH_MAX	250
#define NOTES_TEXT_LENGTH_MIN	20
#define NOTES_TEXT_LENGTH_MAX	500
#define NOTES_TEXT_COLUMN_LEAST 12

struct notes_text_options {
	int width;
	int page_length; /* lines; 0: one endless page a sheet */
};

/*
 * Append the notes, UTF-8. 'pages' is set up here and tells how they were
 * divided; the caller releases it. STATUS_INVALID where the columns would be
 * narrower than NOTES_TEXT_COLUMN_LEAST.
 */
enum status notes_write_text(const struct notes *notes,
			     const struct notes_text_options *options,
			     struct buffer *out, struct pages *pages,
			     struct error *err) WARN_UNUSED;

#endif
