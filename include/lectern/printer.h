/*
 * printer.h - the printers of this system, through the programs of CUPS:
 * lpstat lists their queues, lp takes a file.
 *
 * A queue is only ever one of those listed, named in full: pages of a
 * delegation do not go to a printer that a guess chose.
 */
#ifndef LECTERN_PRINTER_H
#define LECTERN_PRINTER_H

#include <stdbool.h>

#include "lectern/buffer.h"
#include "lectern/error.h"
#include "lectern/vector.h"

struct printer_queues {
	VECTOR(char *) names; /* by name */
};

#define PRINTER_QUEUES_INIT                                                    \
	{                                                                      \
		VECTOR_INIT                                                    \
	}

void printer_queues_release(struct printer_queues *queues);

/* STATUS_NOT_FOUND where CUPS is not installed, with what to install. None is
 * no error. The caller releases *queues, whatever the status. */
enum status printer_list(struct printer_queues *queues,
			 struct error *err) WARN_UNUSED;

/* STATUS_NOT_FOUND where no queue has that name; the message lists those that
 * there are. */
enum status printer_find(const char *queue, struct error *err) WARN_UNUSED;

struct printer_job {
	const char *queue; /* one that printer_find() found */
	const char *title; /* for the printer's list of jobs */
	const char *media; /* "A4", or NULL: as the printer is set */
	bool is_raw; /* the printer's own characters, not to be converted */
};

/* Hand the bytes over; 'request' gets the name that CUPS gave the job, or
 * stays empty. */
enum status printer_send(const struct printer_job *job,
			 const struct buffer *bytes, struct buffer *request,
			 struct error *err) WARN_UNUSED;

#endif
