/*
 * lectern export: a brief for other programs, for translators, and for those
 * who review it in Word.
 */
#include <stdlib.h>
#include <string.h>

#include "export_cmd.h"
#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/print.h"
#include "lectern/words.h"

/* In the order of the choices of --to. */
enum export_kind {
	EXPORT_MD,
	EXPORT_JSON,
	EXPORT_TMX,
	EXPORT_XLIFF,
	EXPORT_CSV,
	EXPORT_TSV,
	EXPORT_HTML,
	EXPORT_DOCX,
	EXPORT_ODT,
};
#define EXPORT_CHOICES "md|json|tmx|xliff|csv|tsv|html|docx|odt"

struct export_job {
	struct command_call *call;
	enum export_kind kind;
	const char *format; /* "docx" */
	const char *path;   /* of -o, or NULL */
	struct resolved place;
	struct review_request request;
	bool *is_chosen;
	struct buffer bytes; /* what was made */
};

static bool
is_export_document(const struct export_job *job)
{
	return job->kind == EXPORT_DOCX || job->kind == EXPORT_ODT;
}

/* ---- what ---- */

static enum status
export_check_languages(const struct export_job *job, struct error *err)
{
	const struct meeting *meeting = job->request.meeting;
	size_t i;
	int index;

	for (i = 0; i < job->request.language_count; i++) {
		index = meeting_language_index(meeting,
					       job->request.languages[i]);
		if (index < 0 || !meeting->briefs[index])
			return error_set(err, STATUS_NOT_FOUND,
					 _("There is no text in “%s” in %s."),
					 job->request.languages[i],
					 meeting->id);
	}
	if (!job->request.language_count)
		return error_set(err, STATUS_NOT_FOUND,
				 _("There is no text in %s."), meeting->id);
	return STATUS_OK;
}

/* As -l says, else all that have a text. */
static enum status
export_choose_languages(struct export_job *job, struct error *err)
{
	const char *list = command_option(job->call, "language")->text;
	struct show_request shown = {.place = &job->place};
	const struct meeting *meeting = job->place.meeting;
	struct review_request *request = &job->request;
	enum status rc = STATUS_OK;
	size_t i;

	if (list)
		rc = show_choose_languages(&shown, list, err);
	for (i = 0; !rc && i < shown.language_count; i++)
		request->languages[request->language_count++] =
			shown.languages[i];
	for (i = 0; !list && i < meeting->language_count; i++)
		if (meeting->briefs[i])
			request->languages[request->language_count++] =
				meeting->languages[i];
	return rc ? rc : export_check_languages(job, err);
}

static enum status
export_choose_rows(struct export_job *job, struct error *err)
{
	enum status rc = resolve_operands(job->call, &job->place, err);

	if (rc)
		return rc;
	job->request.meeting = job->place.meeting;
	job->is_chosen = mem_alloc(job->place.meeting->row_count + 1,
				   sizeof *job->is_chosen);
	resolved_mark_rows(&job->place, job->is_chosen);
	job->request.is_chosen = job->is_chosen;
	return STATUS_OK;
}

/* What does not go together. */
static enum status
export_check(const struct export_job *job, struct error *err)
{
	if (job->kind == EXPORT_MD && !job->place.is_whole)
		return error_set(err, STATUS_INVALID,
				 _("--to md copies whole files. Name the "
				   "meeting alone."));
	if (job->kind == EXPORT_MD && job->request.language_count > 1 &&
	    (!job->path || !strcmp(job->path, "-")))
		return error_set(err, STATUS_INVALID,
				 _("%s has %zu texts. Name a folder for them "
				   "with -o, or one language with -l."),
				 job->request.meeting->id,
				 job->request.language_count);
	if (job->kind == EXPORT_XLIFF && job->request.language_count > 2)
		return error_set(err, STATUS_INVALID,
				 _("XLIFF holds two languages, the source and "
				   "the target. Name them: -l %s,%s"),
				 job->request.languages[0],
				 job->request.languages[1]);
	if (is_export_document(job) && job->path && !strcmp(job->path, "-"))
		return error_set(err, STATUS_INVALID,
				 _("A document goes into a file: -o %s.%s"),
				 job->request.meeting->id, job->format);
	return STATUS_OK;
}

/* ---- made ---- */

/* The notes' page for reading, all points in full. */
static enum status
export_page(struct export_job *job, struct error *err)
{
	struct print_job print = {.kind = PRINT_HTML};
	struct print_report report = PRINT_REPORT_INIT;
	enum status rc;

	print.request = (struct notes_request){
		.meeting = job->request.meeting,
		.language_count = job->request.language_count,
		.is_chosen = job->is_chosen,
		.form = FORM_FULL,
		.roles = (1u << ROLE_COUNT) - 1,
		.with_preface = job->place.is_whole};
	memcpy(print.request.languages, job->request.languages,
	       sizeof print.request.languages);
	print_set_paper(&print, NULL, false, false);
	rc = print_render(&print, &job->bytes, &report, err);
	print_report_release(&report);
	return rc;
}

static enum status
export_document(struct export_job *job, const struct review *review,
		struct error *err)
{
	struct buffer html = BUFFER_INIT;
	enum status rc;

	review_write_html(review, &job->request, &html);
	rc = review_convert(&html, job->format, &job->bytes, err);
	buffer_release(&html);
	return rc;
}

static enum status
export_table(struct export_job *job, struct error *err)
{
	struct review review = REVIEW_INIT;
	enum status rc =
		review_collect(job->call->library, &job->request, &review, err);

	if (rc)
		goto out;
	if (job->kind == EXPORT_JSON)
		review_write_json(&review, &job->request, &job->bytes);
	else if (job->kind == EXPORT_TMX)
		review_write_tmx(&review, &job->bytes);
	else if (job->kind == EXPORT_XLIFF)
		review_write_xliff(&review, &job->bytes);
	else if (job->kind == EXPORT_CSV)
		review_write_csv(&review, &job->bytes);
	else if (job->kind == EXPORT_TSV)
		review_write_tsv(&review, &job->bytes);
	else
		rc = export_document(job, &review, err);
out:
	review_release(&review);
	return rc;
}

/* ---- and delivered ---- */

/* To the output, line ends are its own and no mark is needed. */
static void
export_print(struct export_job *job)
{
	const char *at = job->bytes.data, *end;

	if (!strncmp(at, "\xef\xbb\xbf", 3))
		at += 3;
	while (*at) {
		end = strstr(at, "\r\n");
		if (!end)
			end = at + strlen(at);
		output_bytes(job->call->out, at, (size_t)(end - at));
		at = *end ? end + 1 : end;
	}
}

static enum status
export_save(struct export_job *job, struct error *err)
{
	/* A name that was not given may not replace what is there. */
	static const struct file_identity none = {0};
	struct buffer name = BUFFER_INIT;
	struct save_report report;
	enum status rc;

	if (job->path) {
		buffer_append_string(&name, job->path);
	} else {
		path_name_from_title(job->request.meeting->id, &name);
		buffer_printf(&name, ".%s", job->format);
	}
	rc = file_save(name.data, job->bytes.data, job->bytes.len,
		       job->path ? NULL : &none, &report, err);
	if (!rc)
		output_printf(job->call->out, "%s\n", name.data);
	buffer_release(&name);
	return rc;
}

static enum status
export_deliver(struct export_job *job, struct error *err)
{
	bool is_named = job->path && strcmp(job->path, "-") != 0;

	if (is_named || is_export_document(job))
		return export_save(job, err);
	export_print(job);
	return STATUS_OK;
}

static enum status
export_do(struct export_job *job, struct error *err)
{
	enum status rc;

	if (job->kind == EXPORT_MD && job->request.language_count > 1)
		return export_files(job->call, &job->request, job->path, err);
	if (job->kind == EXPORT_MD)
		rc = export_read_text(job->call, &job->request, &job->bytes,
				      err);
	else if (job->kind == EXPORT_HTML)
		rc = export_page(job, err);
	else
		rc = export_table(job, err);
	return rc ? rc : export_deliver(job, err);
}

static int
export_run(struct command_call *call, struct error *err)
{
	const struct option_value *to = command_option(call, "to");
	struct export_job job = {.call = call,
				 .path = command_option(call, "output")->text,
				 .format = to->text,
				 .kind = (enum export_kind)to->number,
				 .bytes = BUFFER_INIT};
	enum status rc = STATUS_OK;

	if (!to->given)
		rc = error_set(err, STATUS_UNSUPPORTED,
			       _("Say in which form: --to %s"), EXPORT_CHOICES);
	if (!rc)
		rc = export_choose_rows(&job, err);
	if (!rc)
		rc = export_choose_languages(&job, err);
	if (!rc)
		rc = export_check(&job, err);
	if (!rc)
		rc = export_do(&job, err);
	buffer_release(&job.bytes);
	free(job.is_chosen);
	resolved_release(&job.place);
	return rc == STATUS_NOT_FOUND ? EXIT_FINDINGS
	       : rc		      ? EXIT_TROUBLE
				      : EXIT_DONE;
}

static const struct option_row export_options[] = {
	{.name = "to",
	 .letter = 't',
	 .type = OPTION_CHOICE,
	 .argument = "FORM",
	 .choices = EXPORT_CHOICES,
	 .help = N_("md, json, tmx, xliff, csv, tsv, html, docx or odt")},
	{.name = "output",
	 .letter = 'o',
	 .type = OPTION_TEXT,
	 .argument = "FILE",
	 .help = N_("write FILE (md of several languages: a folder)")},
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANGS",
	 .help = N_("languages, the source first: ru,en; by default all")},
	{.name = NULL},
};

const struct command cmd_export = {
	.name = "export",
	.operands = "PLACE",
	.help = N_("write a brief for other programs and for reviewers"),
	.details = N_(
		"Writes a meeting, a section or points in another form: the "
		"Markdown files themselves, JSON, a translation memory (TMX), "
		"XLIFF for a pair of languages, CSV or TSV, a web page, or a "
		"table with a column a language for Word or LibreOffice. What "
		"was changed in JSON, TMX, CSV, TSV, Word or OpenDocument "
		"comes home by lectern import."),
	.needs = NEEDS_LIBRARY,
	.operands_min = 1,
	.operands_max = 8,
	.options = export_options,
	.run = export_run,
};
