/*
 * print_local.h - between a print job (print.c) and the kinds of file that it
 * makes.
 */
#ifndef NOTES_PRINT_LOCAL_H
#define NOTES_PRINT_LOCAL_H

#include "lectern/print.h"

#define PRINT_LISTED_MAX 64 /* characters named in a message */

enum status print_pdf(const struct print_job *job, const struct notes *notes,
		      struct buffer *out, struct print_report *report,
		      struct error *err) WARN_UNUSED;

#endif
