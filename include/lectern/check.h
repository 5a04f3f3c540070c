/*
 * check.h - the twenty checks on a brief in several languages.
 *
 * Both languages of every point are read against each other, against the
 * catalogue, against the delegation's terms and against the floor time. A
 * check is a row of a table: its id, how bad what it finds is, a reason in a
 * line, a function. What is found quotes both sides and says where each
 * stands; nothing is ever changed here.
 *
 * Pure: an aligned meeting and what is known go in, findings come out. Hidden
 * characters, unsound pairing and unclosed quotation marks are looked for
 * first, since the rest needs sound text: a point whose partner is in doubt is
 * not compared by number, date, citation, emphasis or term, and the finding
 * says so.
 *
 * A writer who knows better says it in the text, with a reason:
 *
 *	<!-- check: number-mismatch the Russian counts the chair -->
 *
 * in a point for that point, before the first point for the section, before
 * the first section for the file. Time and memory are in proportion to the
 * text.
 */
#ifndef LECTERN_CHECK_H
#define LECTERN_CHECK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/arena.h"
#include "lectern/catalogue.h"
#include "lectern/diagnostic.h"
#include "lectern/error.h"
#include "lectern/library.h"
#include "lectern/meeting.h"
#include "lectern/minutes.h"
#include "lectern/terms.h"
#include "lectern/vector.h"

struct check_rule {
	const char *id; /* "number-mismatch" */
	enum severity severity;
	const char *help; /* N_("…"): what is found, in a line */
};

/* The rules in order of checks; NULL past the last. */
const struct check_rule *check_rule_at(size_t index);
/* By id, or NULL. */
const struct check_rule *check_find_rule(const char *id);

/* A file as it is on disk, for columns and for what a parser leaves out. */
struct check_source {
	const char *text; /* NULL where there is none */
	size_t len;
};

/*
 * The text of an instrument for quotations: all of it in a language, as plain
 * words, or NULL where the library does not hold it. Belongs to the callee
 * until the checker is freed.
 */
typedef const char *(*check_text_fn)(const char *symbol, const char *language,
				     void *data);

/* What a checker knows beside the meeting; all of it may be left out. What is
 * pointed to must outlive the checker. */
struct check_settings {
	const struct catalogue *catalogue;
	const struct terms *terms;
	check_text_fn instrument_text;
	void *instrument_data;
	const struct minutes_rates *rates; /* how fast people speak */
	/* Marks of a draft beside the usual ones, with '\n' between. */
	const char *draft_marks;
};

/* The other side of a finding. */
struct check_other {
	const char *file; /* "" where there is none */
	int line, column;
	const char *text; /* the words there */
};

struct check_finding {
	const struct check_rule *rule; /* of "check-unused": its own row */
	enum severity severity;
	const char *message;  /* translated; both sides are quoted in it */
	const char *language; /* of the side it is shown at */
	const char *file;
	int line, column, end_column; /* characters; end is exclusive */
	size_t start, end; /* bytes of the source; 0, 0 where not known */
	const char *fix;   /* what could stand there instead, or NULL */
	struct check_other other;
	size_t section, row; /* in the aligned meeting; SIZE_MAX: none */
	const char *reason;  /* given by the writer to suppress it, or NULL */
};

struct check_report {
	VECTOR(struct check_finding) list; /* by file, line, column */
	size_t suppressed;
	struct arena arena;
};

#define CHECK_REPORT_INIT                                                      \
	{                                                                      \
		VECTOR_INIT, 0, ARENA_INIT                                     \
	}

void check_report_release(struct check_report *report);

/* How many are exactly this severe and not suppressed. */
size_t check_report_count(const struct check_report *report,
			  enum severity severity);

/* What of a meeting is to be printed, or said. */
struct check_scope {
	const struct meeting *meeting;
	const bool *is_chosen; /* by first_row + row; NULL: all rows */
	const char *const *languages;
	size_t language_count;
};

/*
 * An error that nobody gave a reason for and that must be seen before these
 * rows are printed in these languages: in their text, or between it and the
 * original (the first language). What another translation lacks is no
 * matter of theirs.
 */
bool is_check_error(const struct check_finding *finding,
		    const struct check_scope *scope);

struct checker;

/* Never NULL; the caller frees. */
struct checker *checker_new(const struct check_settings *settings);
void checker_free(struct checker *checker);

/*
 * Look at one meeting and append what is found. 'sources' has one file for
 * each language of the meeting, in its order, or is NULL: then columns may be
 * off after marks of emphasis, and comments and headings are not looked into
 * for hidden characters. File names in the report are those of the briefs,
 * whose meeting must outlive it.
 */
void checker_run(struct checker *checker, const struct meeting *meeting,
		 const struct check_source *sources,
		 struct check_report *report);

/* FILE:LINE:COL: severity: message [rule], without a newline; 'folder' stands
 * before the file's name, "" for none. */
void check_finding_format(const struct check_finding *finding,
			  const char *folder, struct buffer *out);

/*
 * The source with every fix of 'rule' ("mixed-script", "nbsp"; NULL: both)
 * that the report has for 'file'. Returns how many were made.
 */
size_t check_apply_fixes(const struct check_report *report, const char *file,
			 const char *rule, const struct check_source *source,
			 struct buffer *out);

/*
 * --- in a library ---
 *
 * A desk holds what the checks of a library need: the catalogue, its own
 * terms.tsv, how fast people speak (NULL: as usual), a checker. What is wrong
 * in those files goes into 'diags' (NULL: unsaid). Never NULL; the caller
 * frees; the library must outlive it.
 */
struct check_desk;
struct check_desk *check_desk_new(const struct library *lib,
				  const struct minutes_rates *rates,
				  struct diagnostics *diags);
void check_desk_free(struct check_desk *desk);

/* Check a meeting of the library; its files are read for what only they
 * have. Where one cannot be read nothing is checked, and the status says so:
 * that must never look like a text without faults. */
enum status check_desk_run(struct check_desk *desk,
			   const struct meeting *meeting,
			   struct check_report *report,
			   struct error *err) WARN_UNUSED;

#endif
