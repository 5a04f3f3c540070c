/*
 * intake.h - documents taken into a library as a new meeting.
 *
 * Documents are read (document.h), a brief is drafted of them (draft.h), and
 * what was made waits in memory until somebody has looked at the report. Only
 * then is it written: a folder with a text a language, import-report.md and
 * meeting.yaml. Nothing that exists is ever written over.
 */
#ifndef LECTERN_INTAKE_H
#define LECTERN_INTAKE_H

#include "lectern/document.h"
#include "lectern/draft.h"
#include "lectern/library.h"

#define INTAKE_REPORT "import-report.md"

struct intake {
	VECTOR(struct document) documents;
	VECTOR(struct draft_source) sources; /* in the same order */
	struct draft draft;
	struct buffer report; /* in Markdown */
	bool is_drafted;
};

#define INTAKE_INIT                                                            \
	{                                                                      \
		.documents = VECTOR_INIT, .sources = VECTOR_INIT,              \
		.report = BUFFER_INIT                                          \
	}

void intake_release(struct intake *intake);

/*
 * Read one document and keep it; "-" is standard input. 'encoding' as
 * document_read() has it, 'language' is the tag of all of it; both may be
 * NULL. They and 'name' are borrowed.
 */
enum status intake_read(struct intake *intake, const char *name,
			const char *encoding, const char *language,
			struct error *err) WARN_UNUSED;

/* Draft a brief of all that was read, and its report. STATUS_INVALID where
 * there is no text in it. */
enum status intake_draft(struct intake *intake, struct error *err) WARN_UNUSED;

/* Can a new meeting be called so? STATUS_INVALID, with the reason, where it
 * cannot, or there is one. */
enum status intake_check_id(const struct library *lib, const char *id,
			    struct error *err) WARN_UNUSED;

/* Write it into the library as the meeting 'id', which was checked. */
enum status intake_save(const struct intake *intake, const struct library *lib,
			const char *id, struct error *err) WARN_UNUSED;

#endif
