/*
 * lectern import: a brief of documents, or a table of points that comes home.
 * Made in memory and shown first; what exists is never written over, but
 * point by point where that is agreed to.
 */
#include <stdlib.h>
#include <string.h>

#include "import_cmd.h"
#include "lectern/intake.h"
#include "lectern/path.h"
#include "lectern/words.h"

struct import_job {
	struct command_call *call;
	struct intake intake;
	const char *id;
	char *folder;
	bool is_written;
};

static bool
import_is_asked(const struct import_job *job, const char *option)
{
	return command_option(job->call, option)->given;
}

/* ---- the report ---- */

static void
import_say_totals(const struct import_job *job)
{
	const struct draft *draft = &job->intake.draft;
	size_t counts[DRAFT_KIND_COUNT] = {0}, i;

	for (i = 0; i < draft->items.len; i++)
		counts[draft->items.items[i].kind]++;
	command_say(job->call->messages,
		    _("%s: languages: %zu, sections: %zu, points: %zu; aligned "
		      "by what they say: %zu, unsure: %zu, left out: %zu."),
		    job->folder, draft->language_count, draft->section_count,
		    draft->point_count, counts[DRAFT_ALIGNED],
		    counts[DRAFT_UNSURE], counts[DRAFT_LEFT_OUT]);
}

static json_t *
import_json_item(const struct import_job *job, const struct draft_item *item)
{
	json_t *object = json_object();
	struct buffer sentence = BUFFER_INIT;

	draft_item_sentence(item, &sentence);
	json_put(object, "kind", json_text(draft_kind_name(item->kind)));
	json_put(object, "code", json_text(item->code));
	json_put(object, "file",
		 json_text(job->intake.sources.items[item->source].name));
	json_put(object, "line", json_integer(item->first_line));
	json_put(object, "last-line", json_integer(item->last_line));
	json_put(object, "language", json_text(item->language));
	json_put(object, "place", json_text(item->place));
	json_put(object, "confidence", json_integer(item->confidence));
	json_put(object, "value", json_text(item->value));
	json_put(object, "message", json_text(sentence.data));
	buffer_release(&sentence);
	return object;
}

static json_t *
import_json_documents(const struct import_job *job)
{
	json_t *array = json_array(), *object;
	size_t i;

	for (i = 0; i < job->intake.documents.len; i++) {
		const struct document *document =
			&job->intake.documents.items[i];

		object = json_object();
		json_put(object, "file",
			 json_text(job->intake.sources.items[i].name));
		json_put(object, "format",
			 json_text(document_format_name(document->format)));
		json_put(object, "encoding",
			 json_text(document->text.encoding));
		json_put(object, "sure", json_integer(document->text.sure));
		json_put(object, "undecodable",
			 json_integer(document->text.bad));
		json_add(array, object);
	}
	return array;
}

static void
import_print_json(const struct import_job *job)
{
	json_t *object = json_object(), *items = json_array();
	size_t i;

	for (i = 0; i < job->intake.draft.items.len; i++)
		json_add(items,
			 import_json_item(job,
					  &job->intake.draft.items.items[i]));
	json_put(object, "meeting", json_text(job->id));
	json_put(object, "documents", import_json_documents(job));
	json_put(object, "items", items);
	json_put(object, "path", json_text(job->folder));
	json_put(object, "written", json_boolean(job->is_written));
	json_print(job->call->out, object);
}

/* ---- the whole ---- */

static enum status
import_read_all_documents(struct import_job *job, struct error *err)
{
	const char *encoding = command_option(job->call, "from")->text;
	const char *language = command_option(job->call, "lang")->text;
	enum status rc = STATUS_OK;
	int i;

	for (i = 0; i < job->call->operand_count && !rc; i++)
		rc = intake_read(&job->intake, job->call->operands[i], encoding,
				 language, err);
	return rc;
}

/* A folder that there is is for an update alone. */
static enum status
import_choose_folder(struct import_job *job, struct error *err)
{
	const char *id = command_option(job->call, "meeting")->text;
	enum status rc;

	job->id = id ? id : job->intake.draft.id;
	job->folder = path_join(job->call->library->path, job->id);
	rc = intake_check_id(job->call->library, job->id, err);
	if (rc && import_is_asked(job, "update") && is_meeting_name(job->id)) {
		*err = (struct error)ERROR_INIT;
		rc = STATUS_OK;
	}
	return rc;
}

/* There is a draft; is it to be written, and was it? */
static int
import_finish(struct import_job *job, struct error *err)
{
	bool is_json = import_is_asked(job, "json");
	int code = EXIT_DONE;

	if (!is_json) {
		output_text(job->call->out, job->intake.report.data);
		output_flush(job->call->out);
		import_say_totals(job);
	}
	if (import_is_asked(job, "dry-run"))
		code = EXIT_DONE;
	else if (!import_is_asked(job, "yes") &&
		 !command_ask(job->call, !is_json))
		code = EXIT_FINDINGS;
	else if (intake_save(&job->intake, job->call->library, job->id, err))
		code = EXIT_TROUBLE;
	else
		job->is_written = true;
	if (is_json)
		import_print_json(job);
	else if (job->is_written)
		command_say(job->call->messages,
			    _("%s is written. Read %s/%s, then: lectern check "
			      "%s"),
			    job->folder, job->folder, INTAKE_REPORT, job->id);
	return code;
}

/* A table goes into the meeting it is of, or the one that is named. */
static int
import_into_meeting(struct import_job *job, const struct review *review,
		    struct error *err)
{
	const char *id = command_option(job->call, "meeting")->text;

	if (!id)
		id = review->meeting;
	if (*id)
		return import_update(job->call, review, id, err);
	(void)error_set(err, STATUS_INVALID,
			_("%s does not say which meeting it is of. Name it: "
			  "--meeting ID."),
			job->call->operands[0]);
	return EXIT_TROUBLE;
}

/* What was drafted, set against the meeting that there is. */
static int
import_update_draft(struct import_job *job, struct error *err)
{
	struct review review = REVIEW_INIT;
	int code;

	review_take_draft(&job->intake.draft, &review);
	code = import_update(job->call, &review, job->id, err);
	review_release(&review);
	return code;
}

static int
import_run_tmx(struct import_job *job, struct error *err)
{
	struct review review = REVIEW_INIT;
	int code = EXIT_TROUBLE;

	if (!review_read_tmx(job->call->operands[0], &review, err))
		code = import_into_meeting(job, &review, err);
	review_release(&review);
	return code;
}

/* True where the only document was a table, with the exit code. */
static bool
import_run_table(struct import_job *job, int *code, struct error *err)
{
	struct review review = REVIEW_INIT;
	bool is_table =
		job->intake.documents.len == 1 &&
		review_take_document(job->call->library,
				     &job->intake.documents.items[0], &review);

	if (is_table)
		*code = import_into_meeting(job, &review, err);
	review_release(&review);
	return is_table;
}

static int
import_run_documents(struct import_job *job, struct error *err)
{
	int code;

	if (job->call->operand_count == 1 &&
	    is_review_tmx(job->call->operands[0]))
		return import_run_tmx(job, err);
	if (import_read_all_documents(job, err))
		return EXIT_TROUBLE;
	if (import_run_table(job, &code, err))
		return code;
	if (intake_draft(&job->intake, err))
		return EXIT_TROUBLE;
	if (import_choose_folder(job, err))
		return EXIT_TROUBLE;
	if (is_folder(job->folder))
		return import_update_draft(job, err);
	return import_finish(job, err);
}

static int
import_command_run(struct command_call *call, struct error *err)
{
	struct import_job job = {.call = call, .intake = INTAKE_INIT};
	int code = EXIT_TROUBLE;

	if (!command_open_library(call, err))
		code = import_run_documents(&job, err);
	intake_release(&job.intake);
	free(job.folder);
	return code;
}

static const struct option_row import_options[] = {
	{.name = "meeting",
	 .letter = 'm',
	 .type = OPTION_TEXT,
	 .argument = "ID",
	 .help = N_("name of the new meeting's folder; else made of its title "
		    "and date")},
	{.name = "from",
	 .type = OPTION_TEXT,
	 .argument = "ENCODING",
	 .help = N_("encoding of the text, where it is not found out rightly")},
	{.name = "lang",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANG",
	 .help = N_("language of all that is read, such as ru")},
	{.name = "dry-run",
	 .letter = 'n',
	 .type = OPTION_FLAG,
	 .help = N_("show the report and write nothing")},
	{.name = "yes",
	 .letter = 'y',
	 .type = OPTION_FLAG,
	 .help = N_("write without asking")},
	{.name = "update",
	 .type = OPTION_FLAG,
	 .help = N_("write what is agreed to into the meeting there is")},
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_import = {
	.name = "import",
	.operands = "FILE...",
	.help = N_("make the brief of a meeting of documents"),
	.details = N_(
		"Reads one document with several languages in it, or one a "
		"language: text or Markdown of any encoding, Word (.docx), "
		"OpenDocument, RTF, HTML, PDF that holds text; \"-\" is "
		"standard input. Languages, sections, points, roles and key "
		"phrases are found by their form, and the languages are "
		"aligned. A report says what was found, what is unsure and "
		"what was left out; nothing of a document is in neither. Then "
		"lectern asks, and writes the meeting and the report "
		"(import-report.md) into the library. JSON, TMX, CSV, TSV, "
		"Word or OpenDocument that lectern export wrote is set against "
		"its meeting: what differs is shown point by point, and with "
		"--update asked for and written. A meeting that exists is "
		"never touched without it."),
	.needs = NEEDS_NOTHING,
	.operands_min = 1,
	.operands_max = -1,
	.options = import_options,
	.run = import_command_run,
};
