/*
 * print.h - a print job: notes composed, laid out, and made into the bytes of
 * a file. What `lectern print` and the print form of the screen share.
 *
 * The caller saves the bytes (file_save) or hands them to a printer; nothing
 * is written here.
 */
#ifndef LECTERN_PRINT_H
#define LECTERN_PRINT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"
#include "lectern/error.h"
#include "lectern/notes.h"
#include "lectern/notes_content.h"
#include "lectern/pages.h"

enum print_kind { PRINT_PDF, PRINT_TEXT, PRINT_HTML, PRINT_KINDS };

struct print_job {
	struct notes_request request;
	enum print_kind kind;
	int width, page_length; /* of text: cells, lines (0: endless) */
	const char *encoding;	/* of text; NULL: UTF-8 */
	struct notes_paper paper;
	bool is_forced; /* also with characters that no font has */
};

/* What is printed where nothing is asked for. */
#define PRINT_TEXT_WIDTH  72   /* cells */
#define PRINT_TEXT_LENGTH 60   /* lines */
#define PRINT_FOOT_ROOM	  0.25 /* of the page */

/*
 * The paper of the name, else A4 or, for a card, A6; and the type that goes
 * with it: smaller on cards and for several languages, and the lower quarter
 * of any other page free, so that whoever reads from it keeps the head up.
 * False for a name of no paper.
 */
bool print_set_paper(struct print_job *job, const char *name, bool is_card,
		     bool is_landscape);

/* What came of it. */
struct print_report {
	size_t pages; /* of HTML: 0 */
	size_t points;
	unsigned sheets; /* roles that have one: bits (1u << ROLE_SAY) | … */
	long milliseconds; /* to say it, in the first language */
	/* Places with a sentence that no page holds. */
	VECTOR(char *) broken;
	/* Characters that the encoding or the fonts lack: how many, and which,
	 * with spaces between. */
	size_t lost;
	struct buffer lost_list;
};

#define PRINT_REPORT_INIT                                                      \
	{                                                                      \
		0, 0, 0, 0, VECTOR_INIT, 0, BUFFER_INIT                        \
	}

void print_report_release(struct print_report *report);

/* The kind that a file's name asks for by its ending; false for another. */
bool print_kind_from_name(const char *path, enum print_kind *kind);

/*
 * Append the file's bytes to 'out'. STATUS_NOT_FOUND where nothing is to be
 * printed; STATUS_INVALID where what is asked for does not fit together.
 */
enum status print_render(const struct print_job *job, struct buffer *out,
			 struct print_report *report,
			 struct error *err) WARN_UNUSED;

/*
 * Of the rows chosen, take what can be said in 'milliseconds' in the first
 * language: 'chosen' and 'forms' (at least as short as request->form) are set
 * by row of the meeting, and request points to them.
 */
void print_fit_minutes(struct notes_request *request, long milliseconds,
		       bool *chosen, unsigned char *forms);

#endif
