#include <stdlib.h>
#include <string.h>

#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/words.h"
#include "intake_parts.h"

#define INTAKE_FACTS "meeting.yaml"

void
intake_release(struct intake *intake)
{
	size_t i;

	if (intake->is_drafted)
		draft_release(&intake->draft);
	for (i = 0; i < intake->documents.len; i++)
		document_release(&intake->documents.items[i]);
	vector_release(&intake->documents);
	vector_release(&intake->sources);
	buffer_release(&intake->report);
}

enum status
intake_read(struct intake *intake, const char *name, const char *encoding,
	    const char *language, struct error *err)
{
	struct draft_source source = {
		.name = strcmp(name, "-") ? name : _("standard input"),
		.language = language};
	struct document document;
	enum status rc = document_read(name, encoding, &document, err);

	vector_push(&intake->documents, document);
	source.text = document.text.text.data;
	source.len = document.text.text.len;
	source.is_markdown = is_document_markdown(&document);
	vector_push(&intake->sources, source);
	return rc;
}

enum status
intake_draft(struct intake *intake, struct error *err)
{
	draft_make(intake->sources.items, intake->sources.len, NULL,
		   &intake->draft);
	intake->is_drafted = true;
	if (!intake->draft.language_count)
		return error_set(err, STATUS_INVALID,
				 _("There is no text in %s."),
				 intake->sources.items[0].name);
	intake_write_report(intake);
	return STATUS_OK;
}

enum status
intake_check_id(const struct library *lib, const char *id, struct error *err)
{
	enum status rc = STATUS_OK;
	char *folder;

	if (!*id)
		return error_set(err, STATUS_INVALID,
				 _("The documents give no title and no date "
				   "that would name the meeting. Name it: "
				   "--meeting ID."));
	if (!is_meeting_name(id))
		return error_set(err, STATUS_INVALID,
				 _("“%s” cannot name a meeting's folder. Use "
				   "letters, digits, '.', '_' and '-'."),
				 id);
	folder = path_join(lib->path, id);
	if (is_folder(folder))
		rc = error_set(err, STATUS_INVALID,
			       _("There is a meeting %s already; nothing was "
				 "written. Name another, --meeting ID, or see "
				 "what would change, --update --dry-run."),
			       id);
	free(folder);
	return rc;
}

static enum status
intake_write(const char *folder, const char *name, const char *text, size_t len,
	     struct error *err)
{
	static const struct file_identity none = {0};
	struct save_report report;
	char *path = path_join(folder, name);
	enum status rc = file_save(path, text, len, &none, &report, err);

	free(path);
	return rc;
}

/* The texts, or the facts alone. */
static enum status
intake_write_files(const struct draft *draft, const char *folder, bool is_facts,
		   struct error *err)
{
	const struct draft_file *file;
	enum status rc = STATUS_OK;
	size_t i;

	for (i = 0; i < draft->files.len && !rc; i++) {
		file = &draft->files.items[i];
		if (!strcmp(file->name, INTAKE_FACTS) == is_facts)
			rc = intake_write(folder, file->name, file->text,
					  file->len, err);
	}
	return rc;
}

/* meeting.yaml is written last: without it a folder is no meeting, so that one
 * that is cut off half-way is not taken for one. */
enum status
intake_save(const struct intake *intake, const struct library *lib,
	    const char *id, struct error *err)
{
	char *folder = path_join(lib->path, id);
	enum status rc = path_make_folders(folder, err);

	if (!rc)
		rc = intake_write(folder, INTAKE_REPORT, intake->report.data,
				  intake->report.len, err);
	if (!rc)
		rc = intake_write_files(&intake->draft, folder, false, err);
	if (!rc)
		rc = intake_write_files(&intake->draft, folder, true, err);
	free(folder);
	return rc;
}
