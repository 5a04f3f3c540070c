/*
 * print_form.h - what is to be printed from the screen, as fields that each
 * have a few values; and what would come of it, measured before it is made.
 *
 * The print view (print_view.c) shows the fields; here are their values, and
 * the print job that they amount to.
 */
#ifndef LECTERN_VIEW_PRINT_FORM_H
#define LECTERN_VIEW_PRINT_FORM_H

#include "lectern/check.h"
#include "lectern/print.h"
#include "lectern/printer.h"
#include "brief_view.h"

enum print_field {
	PRINT_POINTS,
	PRINT_LANGUAGES,
	PRINT_FORM,
	PRINT_ROLES,
	PRINT_LAYOUT, /* the paper */
	PRINT_TYPE,   /* its size */
	PRINT_MARKS,  /* with emphasis, or plain */
	PRINT_TARGET,
	PRINT_FIELDS
};

/* Values of PRINT_TARGET; printers follow. */
enum { PRINT_TO_PDF, PRINT_TO_HTML, PRINT_TO_TEXT, PRINT_TO_QUEUES };

/* Points chosen elsewhere ("we have N minutes"), by row of the meeting. */
struct print_taken {
	bool *rows; /* NULL: none are */
	unsigned char *forms;
};

struct print_form {
	struct brief_view *brief; /* below the view */
	struct place place;	  /* where one was */
	struct print_taken taken;
	size_t values[PRINT_FIELDS];
	struct printer_queues queues;
	char *name; /* of the file, without its ending */

	/* What it amounts to; is_stale: to be found anew. */
	bool is_stale;
	struct print_job job;
	bool *chosen, *changed;
	size_t changed_count;
	struct check_report findings;
	size_t errors;
	struct print_report report; /* of the measure */
	enum status status; /* of the measure; 'err' says what is wrong */
	struct error err;
};

/* Takes what was taken elsewhere. */
void print_form_init(struct print_form *form, struct brief_view *brief,
		     const struct print_taken *taken);
void print_form_release(struct print_form *form);

/* The meeting is read again: what was taken of the old one is gone. */
void print_form_reload(struct print_form *form);

/* The next value of a field, or with -1 the one before. */
void print_form_turn(struct print_form *form, enum print_field field, int step);

/* "Paper", and the words of its value. */
const char *print_form_label(enum print_field field);
void print_form_value(const struct print_form *form, enum print_field field,
		      struct buffer *out);

/* The printer, or NULL; the file's name with its ending. */
const char *print_form_queue(const struct print_form *form);
void print_form_file(const struct print_form *form, struct buffer *out);

/* Another name; its ending says what it is. */
enum status print_form_rename(struct print_form *form, const char *name,
			      struct error *err) WARN_UNUSED;

/* Find out what would come of it, where that is not known. */
void print_form_measure(struct print_form *form);

/* Make what was measured, bring it where it is to go, and remember what is on
 * paper; 'report' is the caller's to release, whatever the status. */
enum status print_form_make(struct print_form *form,
			    struct print_report *report,
			    struct error *err) WARN_UNUSED;

/* --- print_view.c --- */

unsigned brief_do_print(struct view *view, const char *argument,
			struct error *err);
/* The same for points taken elsewhere, which it takes over. */
void view_print_push(struct brief_view *brief, const struct print_taken *taken);

#endif
