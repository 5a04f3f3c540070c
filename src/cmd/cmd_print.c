/* lectern print: speaking notes. */
#include <stdlib.h>
#include <string.h>

#include "lectern/check.h"
#include "lectern/memory.h"
#include "lectern/notes_text.h"
#include "lectern/printed.h"
#include "lectern/words.h"
#include "print_cmd.h"

#define PRINT_MINUTES_MAX 600
#define PRINT_ERRORS_MAX  10 /* that are said; check says all */

/* The errors in what is to be printed; the first of them said, where it is
 * refused for them. */
static size_t
print_count_errors(struct command_call *call,
		   const struct print_request *request,
		   const struct check_report *report, bool is_said)
{
	const struct notes_request *notes = &request->job.request;
	const struct check_scope scope = {notes->meeting, request->chosen,
					  notes->languages,
					  notes->language_count};
	const struct check_finding *finding;
	struct buffer line = BUFFER_INIT;
	size_t i, errors = 0;

	for (i = 0; i < report->list.len; i++) {
		finding = &report->list.items[i];
		if (!is_check_error(finding, &scope))
			continue;
		if (errors++ >= PRINT_ERRORS_MAX || !is_said)
			continue;
		buffer_reset(&line);
		check_finding_format(finding, "", &line);
		buffer_append_byte(&line, '\n');
		output_bytes(call->messages, line.data, line.len);
	}
	buffer_release(&line);
	return errors;
}

/* A brief with errors is printed when that is asked for; its pages then say
 * how many there are. */
static enum status
print_check_errors(struct command_call *call, struct print_request *request,
		   struct error *err)
{
	struct check_desk *desk =
		check_desk_new(call->library, command_rates(call), NULL);
	struct check_report report = CHECK_REPORT_INIT;
	bool is_forced = command_option(call, "force")->given;
	enum status rc;
	size_t errors;

	rc = check_desk_run(desk, request->place.meeting, &report, err);
	errors = print_count_errors(call, request, &report, !is_forced);
	request->job.request.open_errors = errors;
	if (!rc && errors && !is_forced) {
		request->has_findings = true;
		rc = error_set(err, STATUS_INVALID,
			       P_("%s has %zu error in what is to be printed. "
				  "Correct it, or print all the same with "
				  "--force.",
				  "%s has %zu errors in what is to be printed; "
				  "\"lectern check\" names all. Correct them, "
				  "or print all the same with --force.",
				  errors),
			       request->place.meeting->id, errors);
	}
	check_report_release(&report);
	check_desk_free(desk);
	return rc;
}

/* Points whose words are not those on paper; a text that is handed in has no
 * marks. */
static void
print_mark_changed(struct command_call *call, struct print_request *request)
{
	struct notes_request *notes = &request->job.request;

	if (notes->is_plain)
		return;
	request->changed = mem_alloc(notes->meeting->row_count + 1,
				     sizeof *request->changed);
	printed_find_changed(call->library, notes->meeting, notes->languages,
			     notes->language_count, request->changed);
	notes->is_changed = request->changed;
}

static enum status
print_prepare(struct command_call *call, struct print_request *request,
	      struct error *err)
{
	struct notes_request *notes = &request->job.request;
	enum status rc = print_choose_rows(call, request, err);

	request->job.is_forced = command_option(call, "force")->given;
	notes->is_plain = command_option(call, "plain")->given;
	notes->show_comments = command_option(call, "comments")->given;
	if (!rc)
		rc = print_choose_languages(call, request, err);
	/* What is not there was looked for and not found. */
	request->has_findings = rc == STATUS_NOT_FOUND;
	if (!rc)
		rc = print_read_paper(call, &request->job, err);
	if (!rc)
		rc = print_choose_points(call, request, err);
	if (!rc)
		rc = print_choose_target(call, request, err);
	if (!rc)
		rc = print_check_errors(call, request, err);
	if (!rc)
		print_mark_changed(call, request);
	return rc;
}

/* What is not there, or has errors, was found to be so; other faults are of
 * the command line or of the system. */
static int
print_exit_code(const struct print_request *request, enum status rc)
{
	if (request->has_findings)
		return EXIT_FINDINGS;
	return rc ? EXIT_TROUBLE : EXIT_DONE;
}

static int
print_run(struct command_call *call, struct error *err)
{
	struct print_request request = {.place = {.meeting = NULL}};
	enum status rc;
	int code;

	rc = print_prepare(call, &request, err);
	if (!rc) {
		request.catalogue = command_read_catalogue(call);
		request.job.request.names = catalogue_names(request.catalogue);
		request.job.request.rates = command_rates(call);
		rc = print_deliver(call, &request, err);
	}
	if (!rc)
		*err = (struct error)ERROR_INIT;
	code = print_exit_code(&request, rc);
	print_request_release(&request);
	return code;
}

static const struct option_row print_options[] = {
	{.name = "output",
	 .letter = 'o',
	 .type = OPTION_TEXT,
	 .argument = "FILE",
	 .help = N_(
		 "write FILE: .pdf, .html or .txt; - is the output, as text")},
	{.name = "to",
	 .type = OPTION_TEXT,
	 .argument = "QUEUE",
	 .help = N_("send it to this printer")},
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANGS",
	 .help = N_("languages, in columns where there are several: en,ru")},
	{.name = "bilingual",
	 .type = OPTION_FLAG,
	 .help = N_("the first two languages side by side")},
	{.name = "full",
	 .type = OPTION_FLAG,
	 .help = N_("points in full (as without an option)")},
	{.name = "key",
	 .type = OPTION_FLAG,
	 .help = N_("only the sentences with key phrases")},
	{.name = "cue",
	 .type = OPTION_FLAG,
	 .help = N_("only cues, and what stands in for a missing one")},
	{.name = "roles",
	 .type = OPTION_TEXT,
	 .argument = "ROLES",
	 .help = N_("points of these roles: say,if-raised,if-pressed")},
	{.name = "minutes",
	 .type = OPTION_NUMBER,
	 .argument = "N",
	 .min = 1,
	 .max = PRINT_MINUTES_MAX,
	 .help = N_("what can be said in N minutes")},
	{.name = "plain",
	 .type = OPTION_FLAG,
	 .help = N_("no emphasis, as in a text that is handed in")},
	{.name = "comments",
	 .type = OPTION_FLAG,
	 .help = N_("also the notes to the drafters")},
	{.name = "paper",
	 .type = OPTION_CHOICE,
	 .argument = "PAPER",
	 .choices = "a4|letter|a5|a6",
	 .help = N_("size of the paper (a4)")},
	{.name = "landscape",
	 .type = OPTION_FLAG,
	 .help = N_("the long side of the paper across")},
	{.name = "size",
	 .type = OPTION_NUMBER,
	 .argument = "POINTS",
	 .min = NOTES_SIZE_MIN,
	 .max = NOTES_SIZE_MAX,
	 .help = N_("size of the type (16)")},
	{.name = "spacing",
	 .type = OPTION_NUMBER,
	 .argument = "PERCENT",
	 .min = NOTES_SPACING_MIN,
	 .max = NOTES_SPACING_MAX,
	 .help = N_("distance of lines, of the size (150)")},
	{.name = "margin",
	 .type = OPTION_NUMBER,
	 .argument = "MM",
	 .min = NOTES_MARGIN_MIN,
	 .max = NOTES_MARGIN_MAX,
	 .help = N_("margins on all sides")},
	{.name = "foot-room",
	 .type = OPTION_FLAG,
	 .help = N_("leave the lower quarter free on cards, too")},
	{.name = "no-foot-room",
	 .type = OPTION_FLAG,
	 .help = N_("use pages down to the margin")},
	{.name = "font",
	 .type = OPTION_TEXT,
	 .argument = "FONT",
	 .help = N_("serif, sans, or a family of the system")},
	{.name = "card",
	 .type = OPTION_FLAG,
	 .help = N_("cues on cards: A6, smaller type")},
	{.name = "width",
	 .type = OPTION_NUMBER,
	 .argument = "CELLS",
	 .min = NOTES_TEXT_WIDTH_MIN,
	 .max = NOTES_TEXT_WIDTH_MAX,
	 .help = N_("width of a text file")},
	{.name = "page-length",
	 .type = OPTION_NUMBER,
	 .argument = "LINES",
	 .min = 0,
	 .max = NOTES_TEXT_LENGTH_MAX,
	 .help = N_("lines a page of a text file; 0 for no pages")},
	{.name = "encoding",
	 .type = OPTION_TEXT,
	 .argument = "NAME",
	 .help = N_("encoding of a text file: CP866, KOI8-R, PT154")},
	{.name = "force",
	 .type = OPTION_FLAG,
	 .help = N_("print a brief that has errors")},
	{.name = NULL},
};

const struct command cmd_print = {
	.name = "print",
	.operands = "PLACE",
	.help = N_("print speaking notes"),
	.details = N_(
		"Prints a meeting, a section or points as notes to speak from. "
		"A page never ends within a sentence, nor within a point that "
		"fits a page; the first words of the next page stand at its "
		"foot. What is said if raised or if pressed has sheets of its "
		"own. PLACE is as for show; several places of a meeting have "
		"commas between: swg 2.2.4,israel. Without -o the file is "
		"named after the meeting."),
	.needs = NEEDS_LIBRARY,
	.operands_min = 1,
	.operands_max = 8,
	.options = print_options,
	.run = print_run,
};
