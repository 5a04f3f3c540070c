/*
 * pdf.h - a file of pages: with a title, a language, an outline and tags, and
 * the same bytes for the same content.
 */
#ifndef PRINT_PDF_H
#define PRINT_PDF_H

#include "lectern/buffer.h"
#include "sheet.h"

/* Append the file to 'out'. */
enum status pdf_write(struct sheet *sheet, struct buffer *out,
		      struct error *err) WARN_UNUSED;

#endif
