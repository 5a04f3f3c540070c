/*
 * convert.h - another's program, confined.
 *
 * Word, OpenDocument, RTF and HTML are read by pandoc, PDF by pdftotext: this
 * process gives up what they do not need, and becomes them. The document is
 * their standard input and the text their standard output.
 */
#ifndef IMPORT_CONVERT_H
#define IMPORT_CONVERT_H

/* What the process ends with where it could not become the program. */
enum { CONVERT_UNKNOWN = 2, CONVERT_NOT_CONFINED, CONVERT_MISSING = 127 };

/* 'format' is "docx", "odt", "rtf", "html" or "pdf". Returns only where it
 * fails, with one of the codes above. */
int convert_become(const char *format);

#endif
