/* Where notes go: a file, the output, a printer; and what is said of them. */
#include <stdlib.h>
#include <string.h>

#include "lectern/path.h"
#include "lectern/printed.h"
#include "lectern/printer.h"
#include "lectern/memory.h"
#include "lectern/words.h"
#include "print_cmd.h"

#define PRINT_STDOUT "-"

/* --- where --- */

/* Named by -o, else after the meeting; with --to alone there is no file. */
static void
print_choose_name(const struct command_call *call,
		  struct print_request *request)
{
	const struct option_value *given = command_option(call, "output");
	struct buffer name = BUFFER_INIT;

	request->target.is_named = given->given;
	if (given->given) {
		buffer_append_string(&name, given->text);
	} else if (!request->target.queue) {
		path_name_from_title(request->place.meeting->id, &name);
		buffer_append_string(&name, ".pdf");
	}
	if (name.len)
		request->target.path = buffer_take(&name);
	buffer_release(&name);
}

/* To the output goes text in the locale's encoding. */
static enum status
print_choose_stdout(struct print_request *request, struct error *err)
{
	request->target.is_output = true;
	request->job.kind = PRINT_TEXT;
	if (request->job.encoding)
		return error_set(err, STATUS_INVALID,
				 _("--encoding is for a file. What goes to the "
				   "output is in the locale's encoding."));
	if (request->target.queue)
		return error_set(err, STATUS_INVALID,
				 _("Either -o - or --to: notes go to the "
				   "output or to a printer."));
	return STATUS_OK;
}

enum status
print_choose_target(const struct command_call *call,
		    struct print_request *request, struct error *err)
{
	struct print_target *target = &request->target;
	const struct option_value *output = command_option(call, "output");

	target->queue = command_option(call, "to")->text;
	request->job.kind = PRINT_PDF;
	if (output->given && !strcmp(output->text, PRINT_STDOUT))
		return print_choose_stdout(request, err);
	print_choose_name(call, request);
	if (target->path &&
	    !print_kind_from_name(target->path, &request->job.kind))
		return error_set(err, STATUS_INVALID,
				 _("%s: the name does not say what to write. "
				   "Let it end in .pdf, .html or .txt."),
				 target->path);
	if (target->queue && request->job.kind == PRINT_HTML)
		return error_set(err, STATUS_INVALID,
				 _("A printer takes .pdf or .txt; a browser "
				   "prints %s."),
				 target->path);
	return target->queue ? printer_find(target->queue, err) : STATUS_OK;
}

/* --- what is said --- */

static void
print_say_report(struct command_call *call, const struct print_request *request,
		 const struct print_report *report)
{
	size_t i;

	for (i = 0; i < report->broken.len; i++)
		command_say(call->messages,
			    _("%s: a sentence is longer than a page and was "
			      "broken after a clause. A smaller --size, or a "
			      "shorter sentence, keeps it whole."),
			    report->broken.items[i]);
	if (report->lost && request->job.encoding)
		command_say(call->messages,
			    P_("%s has no sign for %zu character, printed as "
			       "\"?\": %s",
			       "%s has no sign for %zu characters, printed as "
			       "\"?\": %s",
			       report->lost),
			    request->job.encoding, report->lost,
			    report->lost_list.data);
}

/* "notes.txt: 3 pages, 8 points, 4:35 min" */
static void
print_say_done(struct command_call *call, const char *where,
	       const struct print_report *report)
{
	long seconds = (report->milliseconds + 500) / 1000;

	output_printf(call->out, "%s: ", where);
	if (report->pages)
		output_printf(call->out,
			      P_("%zu page, ", "%zu pages, ", report->pages),
			      report->pages);
	output_printf(call->out,
		      P_("%zu point, %ld:%02ld min\n",
			 "%zu points, %ld:%02ld min\n", report->points),
		      report->points, seconds / 60, seconds % 60);
}

/* --- there --- */

/* Page by page. */
static void
print_to_output(struct output *out, const struct buffer *text)
{
	const char *at = text->data, *end = at + text->len, *feed;

	while (at < end) {
		feed = memchr(at, '\f', (size_t)(end - at));
		output_bytes(out, at, (size_t)((feed ? feed : end) - at));
		if (feed)
			output_form_feed(out);
		at = feed ? feed + 1 : end;
	}
}

static enum status
print_to_file(struct command_call *call, const struct print_target *target,
	      const struct buffer *bytes, const struct print_report *report,
	      struct error *err)
{
	/* A name that was not given may not replace what is there. */
	static const struct file_identity none = {.size = 0};
	struct save_report saved;
	enum status rc;

	rc = file_save(target->path, bytes->data, bytes->len,
		       target->is_named ? NULL : &none, &saved, err);
	if (!rc)
		print_say_done(call, target->path, report);
	return rc;
}

static enum status
print_to_queue(struct command_call *call, const struct print_request *request,
	       const struct buffer *bytes, const struct print_report *report,
	       struct error *err)
{
	const struct print_job *notes = &request->job;
	const struct printer_job job = {
		.queue = request->target.queue,
		.title = request->place.meeting->id,
		.media = notes->kind == PRINT_PDF ? notes->paper.media : NULL,
		.is_raw = notes->kind == PRINT_TEXT && notes->encoding};
	struct buffer name = BUFFER_INIT, where = BUFFER_INIT;
	enum status rc;

	rc = printer_send(&job, bytes, &name, err);
	/* TRANSLATORS: a printer's name, and what it calls the print job. */
	if (name.len)
		buffer_printf(&where, _("printer %s, job %s"), job.queue,
			      name.data);
	else
		buffer_printf(&where, _("printer %s"), job.queue);
	if (!rc)
		print_say_done(call, where.data, report);
	buffer_release(&name);
	buffer_release(&where);
	return rc;
}

/* What is on paper now; that it could not be kept changes nothing there. */
static void
print_keep_printed(struct command_call *call,
		   const struct print_request *request)
{
	const struct notes_request *notes = &request->job.request;
	bool *rows = mem_alloc(notes->meeting->row_count + 1, sizeof *rows);
	struct error err = ERROR_INIT;

	notes_find_rows(notes, rows);
	if (printed_keep(call->library, notes->meeting, notes->languages,
			 notes->language_count, rows, &err))
		command_print_error(call->messages, &err);
	free(rows);
}

enum status
print_deliver(struct command_call *call, struct print_request *request,
	      struct error *err)
{
	const struct print_target *target = &request->target;
	struct print_report report = PRINT_REPORT_INIT;
	struct buffer bytes = BUFFER_INIT;
	enum status rc = print_render(&request->job, &bytes, &report, err);

	request->has_findings = rc == STATUS_NOT_FOUND;
	if (!rc)
		print_say_report(call, request, &report);
	if (!rc && target->path)
		rc = print_to_file(call, target, &bytes, &report, err);
	if (!rc && target->queue)
		rc = print_to_queue(call, request, &bytes, &report, err);
	if (!rc && target->is_output)
		print_to_output(call->out, &bytes);
	else if (!rc)
		print_keep_printed(call, request);
	buffer_release(&bytes);
	print_report_release(&report);
	return rc;
}
