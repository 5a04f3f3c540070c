/*
 * document.h - a document of a ministry, as the text in it.
 *
 * Plain text and Markdown of any encoding, Word (.docx), OpenDocument (.odt),
 * RTF, HTML, and PDF that holds text. What a document is shows in its first
 * bytes, not in its name. All of it is read by lectern-import (import.h), in
 * processes that may do nothing else; pandoc and pdftotext are run there too.
 *
 * Refused, with words and a cure: more than 32 MiB; a packed document that
 * unpacks to more than 64 MiB, has more than 2,000 parts, is locked, or
 * declares entities; a PDF of pictures; the .doc of before 2007; what is no
 * text at all.
 */
#ifndef LECTERN_DOCUMENT_H
#define LECTERN_DOCUMENT_H

#include <stdbool.h>

#include "lectern/error.h"
#include "lectern/import.h"

enum document_format {
	DOCUMENT_TEXT,
	DOCUMENT_MARKDOWN,
	DOCUMENT_DOCX,
	DOCUMENT_ODT,
	DOCUMENT_RTF,
	DOCUMENT_HTML,
	DOCUMENT_PDF,
	DOCUMENT_FORMAT_COUNT
};

struct document {
	enum document_format format;
	/* UTF-8, lines ended by LF. Markdown, but for DOCUMENT_TEXT and
	 * DOCUMENT_PDF. */
	struct import_text text;
};

/* "text", "markdown", "docx" …: never translated. */
const char *document_format_name(enum document_format format);
bool is_document_markdown(const struct document *document);

/*
 * Read a document, of an encoding (NULL: find out) that only text and HTML
 * have. "-" is standard input. STATUS_NOT_FOUND also where the program that
 * reads its format is not installed, with the package to install.
 * *document is set up here; the caller releases it, whatever the status.
 */
enum status document_read(const char *name, const char *encoding,
			  struct document *document,
			  struct error *err) WARN_UNUSED;
void document_release(struct document *document);

#endif
