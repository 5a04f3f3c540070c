/* lectern check: what is wrong with a brief before it goes into the room. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check_cmd.h"
#include "lectern/memory.h"
#include "lectern/path.h"
#include "lectern/words.h"

/* "number-mismatch" in "a,number-mismatch,b". */
static bool
is_rule_named(const char *rules, const char *id)
{
	size_t len = strlen(id);
	const char *at = rules;

	while (at && *at) {
		if (strcspn(at, ", ") == len && !strncmp(at, id, len))
			return true;
		at += strcspn(at, ", ");
		at += strspn(at, ", ");
	}
	return false;
}

static bool
is_in_place(const struct check_job *job, const struct check_finding *finding)
{
	const struct resolved *place = &job->place;

	if (!place->meeting || place->is_whole)
		return true;
	if (finding->section < place->first || finding->section >= place->end)
		return false;
	return !place->first_row || finding->row >= place->first_row
		       ? place->end_row == SIZE_MAX ||
				 finding->row < place->end_row
		       : false;
}

bool
is_check_wanted(const struct check_job *job,
		const struct check_finding *finding)
{
	return is_in_place(job, finding) && finding->severity >= job->least &&
	       (!job->rules || is_rule_named(job->rules, finding->rule->id));
}

/* ---- output ---- */

json_t *
check_json(const struct check_job *job, const struct check_finding *finding)
{
	json_t *object = json_object(), *other = json_object();
	struct buffer file = BUFFER_INIT;

	buffer_printf(&file, "%s%s", job->folder, finding->file);
	json_put(object, "file", json_text(file.data));
	json_put(object, "line", json_integer(finding->line));
	json_put(object, "col", json_integer(finding->column));
	json_put(object, "end", json_integer(finding->end_column));
	json_put(object, "severity",
		 json_text(severity_name(finding->severity)));
	json_put(object, "rule", json_text(finding->rule->id));
	json_put(object, "side",
		 json_text(finding->language ? finding->language : ""));
	json_put(object, "message", json_text(finding->message));
	json_put(other, "file", json_text(finding->other.file));
	json_put(other, "line", json_integer(finding->other.line));
	json_put(other, "col", json_integer(finding->other.column));
	json_put(other, "text",
		 json_text(finding->other.text ? finding->other.text : ""));
	json_put(object, "other", other);
	json_put(object, "fix",
		 finding->fix ? json_text(finding->fix) : json_null());
	if (finding->reason)
		json_put(object, "reason", json_text(finding->reason));
	buffer_release(&file);
	return object;
}

void
check_print(struct check_job *job, const struct check_finding *finding)
{
	struct buffer line = BUFFER_INIT;

	if (job->json) {
		json_add(job->json, check_json(job, finding));
		return;
	}
	check_finding_format(finding, job->folder, &line);
	output_bytes(job->call->out, line.data, line.len);
	if (finding->reason)
		output_printf(job->call->out, _(" (given a reason: %s)"),
			      finding->reason);
	output_text(job->call->out, "\n");
	buffer_release(&line);
}

static void
check_print_all(struct check_job *job, const struct check_report *report)
{
	const struct check_finding *finding;
	size_t i;

	for (i = 0; i < report->list.len; i++) {
		finding = &report->list.items[i];
		if (!is_check_wanted(job, finding))
			continue;
		if (finding->reason)
			job->suppressed++;
		else
			job->counts[finding->severity]++;
		if (!finding->reason || job->is_ignored_shown)
			check_print(job, finding);
	}
}

/* On the messages, so that an editor reads findings only. */
static void
check_say_summary(const struct check_job *job)
{
	command_say(job->call->messages,
		    P_("%zu meeting checked; errors: %zu, warnings: %zu, "
		       "notes: %zu; given a reason: %zu.",
		       "%zu meetings checked; errors: %zu, warnings: %zu, "
		       "notes: %zu; given a reason: %zu.",
		       job->meetings),
		    job->meetings, job->counts[SEVERITY_ERROR],
		    job->counts[SEVERITY_WARNING], job->counts[SEVERITY_NOTE],
		    job->suppressed);
}

/* ---- meetings ---- */

static enum status
check_meeting(struct check_job *job, const struct meeting *meeting,
	      struct error *err)
{
	struct check_report report = CHECK_REPORT_INIT;
	size_t written = 0;
	enum status rc;

	rc = check_desk_run(job->desk, meeting, &report, err);
	if (!rc && command_option(job->call, "fix")->given)
		rc = check_mend(job, meeting, &report, &written, err);
	if (!rc && written) {
		/* Look again: what was written is what counts. */
		struct meeting *fresh = NULL;

		check_report_release(&report);
		rc = library_read_meeting(job->call->library, meeting->id,
					  &fresh, NULL, err);
		if (!rc)
			rc = check_desk_run(job->desk, fresh, &report, err);
		if (!rc)
			check_print_all(job, &report);
		if (fresh)
			meeting_free(fresh);
	} else if (!rc) {
		check_print_all(job, &report);
	}
	if (!rc)
		check_run_stale(job, meeting);
	if (!rc && command_option(job->call, "past")->given)
		rc = check_run_past(job, meeting, err);
	job->meetings += !rc;
	check_report_release(&report);
	return rc;
}

static enum status
check_all(struct check_job *job, struct error *err)
{
	struct library_names names = {VECTOR_INIT};
	struct meeting *meeting;
	enum status rc;
	size_t i;

	rc = library_list_meetings(job->call->library, &names, err);
	for (i = 0; !rc && i < names.list.len; i++) {
		meeting = NULL;
		rc = library_read_meeting(job->call->library,
					  names.list.items[i], &meeting, NULL,
					  err);
		if (!rc)
			rc = check_meeting(job, meeting, err);
		if (meeting)
			meeting_free(meeting);
	}
	library_names_release(&names);
	return rc;
}

/* ---- the command ---- */

/* What must stand before a file's name for it to be found from here. */
static char *
check_folder(const struct library *lib)
{
	char *here = getcwd(NULL, 0), *folder;
	size_t len = here ? strlen(here) : 0;
	struct buffer out = BUFFER_INIT;

	if (here && !strcmp(lib->path, here))
		folder = mem_strdup("");
	else {
		if (here && !strncmp(lib->path, here, len) &&
		    lib->path[len] == '/')
			buffer_printf(&out, "%s/", lib->path + len + 1);
		else
			buffer_printf(&out, "%s/", lib->path);
		folder = buffer_take(&out);
	}
	free(here);
	return folder;
}

static enum status
check_options(struct check_job *job, struct error *err)
{
	const struct option_value *severity =
		command_option(job->call, "severity");
	const char *at = command_option(job->call, "rule")->text;
	char *id;
	enum status rc = STATUS_OK;

	job->rules = at;
	job->least = (enum severity)severity->number;
	job->is_ignored_shown =
		command_option(job->call, "show-ignored")->given;
	while (at && *at && !rc) {
		id = mem_strndup(at, strcspn(at, ", "));
		if (!check_find_rule(id))
			rc = error_set(err, STATUS_INVALID,
				       _("There is no check called “%s”; "
					 "lectern check --list names them."),
				       id);
		at += strlen(id);
		at += strspn(at, ", ");
		free(id);
	}
	return rc;
}

static int
check_list(struct command_call *call)
{
	const struct check_rule *rule;
	size_t i;

	for (i = 0; (rule = check_rule_at(i)); i++)
		output_printf(call->out, "%-18s %-8s %s\n", rule->id,
			      severity_name(rule->severity),
			      gettext(rule->help));
	return EXIT_DONE;
}

/* A note asks nothing of anybody, unless it was asked for. */
static int
check_exit_code(const struct check_job *job)
{
	bool has_notes = command_option(job->call, "severity")->given &&
			 job->counts[SEVERITY_NOTE];

	return job->counts[SEVERITY_ERROR] || job->counts[SEVERITY_WARNING] ||
			       has_notes
		       ? EXIT_FINDINGS
		       : EXIT_DONE;
}

static enum status
check_begin(struct check_job *job, struct error *err)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	enum status rc = check_options(job, err);

	if (!rc)
		rc = command_open_library(job->call, err);
	if (!rc && job->call->operand_count)
		rc = resolve_operands(job->call, &job->place, err);
	if (rc)
		return rc;
	job->desk = check_desk_new(job->call->library, command_rates(job->call),
				   &diags);
	job->folder = check_folder(job->call->library);
	job->json =
		command_option(job->call, "json")->given ? json_array() : NULL;
	command_print_diagnostics(job->call->messages, &diags, SEVERITY_NOTE);
	diagnostics_release(&diags);
	return STATUS_OK;
}

static int
check_run(struct command_call *call, struct error *err)
{
	struct check_job job = {.call = call};
	enum status rc;

	if (command_option(call, "list")->given)
		return check_list(call);
	rc = check_begin(&job, err);
	if (!rc)
		rc = job.place.meeting
			     ? check_meeting(&job, job.place.meeting, err)
			     : check_all(&job, err);
	if (job.json)
		json_print(call->out, job.json);
	if (!rc)
		check_say_summary(&job);
	resolved_release(&job.place);
	check_desk_free(job.desk);
	free(job.folder);
	/* What could not be checked is never "no findings". */
	return rc ? EXIT_TROUBLE : check_exit_code(&job);
}

static const struct option_row check_options_table[] = {
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = "rule",
	 .type = OPTION_TEXT,
	 .argument = "RULES",
	 .help = N_("these checks only, with commas between")},
	{.name = "severity",
	 .type = OPTION_CHOICE,
	 .argument = "LEAST",
	 .choices = "note|warning|error",
	 .fallback = "note",
	 .help = N_("leave out what is less severe")},
	{.name = "fix",
	 .type = OPTION_FLAG,
	 .help = N_("mend look-alike letters and no-break spaces, after "
		    "showing the changes")},
	{.name = "yes",
	 .type = OPTION_FLAG,
	 .help = N_("with --fix: write without asking")},
	{.name = "show-ignored",
	 .type = OPTION_FLAG,
	 .help = N_("print also what the writer gave a reason for")},
	{.name = "past",
	 .type = OPTION_FLAG,
	 .help = N_("set points beside what earlier meetings were told, as "
		    "notes")},
	{.name = "list",
	 .type = OPTION_FLAG,
	 .help = N_("print the checks and what each is for")},
	{.name = NULL},
};

const struct command cmd_check = {
	.name = "check",
	.operands = "[PLACE]",
	.help = N_("look for mistakes in a brief"),
	.details = N_(
		"Reads the languages of each point against each other, "
		"against the catalogue of documents, against the library's "
		"terms.tsv and against the floor time. Findings are printed "
		"one a line, as FILE:LINE:COLUMN: severity: message [rule], "
		"which editors can jump to. Without PLACE all meetings are "
		"checked. A comment in the text, <!-- check: RULE reason -->, "
		"lets a finding pass. The exit code is 1 where there are "
		"errors or warnings."),
	.needs = NEEDS_NOTHING,
	.operands_max = -1,
	.options = check_options_table,
	.run = check_run,
};
