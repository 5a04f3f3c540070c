/* lectern print: speaking notes. */
#include <stdlib.h>
#include <string.h>

#include "lectern/notes_text.h"
#include "lectern/path.h"
#include "lectern/words.h"
#include "print_cmd.h"

#define PRINT_WIDTH	   72
#define PRINT_LENGTH	   60
#define PRINT_MINUTES_MAX  600
#define PRINT_STDOUT	   "-"
#define PRINT_PAPER	   "a4"
#define PRINT_SIZE	   16.0
#define PRINT_SIZE_COLUMNS 13.0 /* of several languages side by side */
#define PRINT_SPACING	   1.5	/* sizes */
#define PRINT_CARD	   "a6"
#define PRINT_CARD_SIZE	   13.0
#define PRINT_CARD_SPACING 1.35
#define PRINT_FONT	   "serif"

/* Where it goes; the ending of its name says what it is. */
static enum status
print_choose_output(const struct command_call *call,
		    struct print_request *request, char **path,
		    struct error *err)
{
	const struct option_value *given = command_option(call, "output");
	struct buffer name = BUFFER_INIT;

	request->job.kind = PRINT_TEXT;
	if (given->given && !strcmp(given->text, PRINT_STDOUT))
		return request->job.encoding
			       ? error_set(err, STATUS_INVALID,
					   _("--encoding is for a file. What "
					     "goes to the output is in the "
					     "locale's encoding."))
			       : STATUS_OK;
	if (given->given) {
		buffer_append_string(&name, given->text);
	} else {
		path_name_from_title(request->place.meeting->id, &name);
		buffer_append_string(&name, ".pdf");
	}
	*path = buffer_take(&name);
	if (!print_kind_from_name(*path, &request->job.kind))
		return error_set(err, STATUS_INVALID,
				 _("%s: the name does not say what to write. "
				   "Let it end in .pdf, .html or .txt."),
				 *path);
	return STATUS_OK;
}

/* The paper and its type. A card is an A6 with smaller type. */
static enum status
print_read_paper(const struct command_call *call, struct notes_paper *paper,
		 struct error *err)
{
	bool is_card = command_option(call, "card")->given;
	const struct option_value *given = command_option(call, "paper");
	const struct option_value *size = command_option(call, "size");
	const struct option_value *spacing = command_option(call, "spacing");
	const struct option_value *margin = command_option(call, "margin");
	const char *name = is_card ? PRINT_CARD : PRINT_PAPER;

	if (given->given)
		name = given->text;
	if (!notes_paper_set(paper, name,
			     command_option(call, "landscape")->given))
		return error_set(err, STATUS_INVALID,
				 _("There is no paper \"%s\"."), name);
	paper->size = is_card ? PRINT_CARD_SIZE : PRINT_SIZE;
	if (size->given)
		paper->size = (double)size->number;
	paper->spacing = is_card ? PRINT_CARD_SPACING : PRINT_SPACING;
	if (spacing->given)
		paper->spacing = (double)spacing->number / 100;
	if (margin->given)
		paper->margin = (double)margin->number * 72 / 25.4;
	if (command_option(call, "foot-room")->given)
		paper->foot_room = 0.25;
	paper->font = command_option(call, "font")->text;
	if (!paper->font)
		paper->font = PRINT_FONT;
	return STATUS_OK;
}

static enum status
print_read_options(const struct command_call *call,
		   struct print_request *request, struct error *err)
{
	const struct option_value *width = command_option(call, "width");
	const struct option_value *length;

	length = command_option(call, "page-length");
	request->job.is_forced = command_option(call, "force")->given;
	request->job.width = width->given ? (int)width->number : PRINT_WIDTH;
	request->job.page_length =
		length->given ? (int)length->number : PRINT_LENGTH;
	request->job.encoding = command_option(call, "encoding")->text;
	request->job.request.is_plain = command_option(call, "plain")->given;
	request->job.request.show_comments =
		command_option(call, "comments")->given;
	if (length->given && length->number &&
	    length->number < NOTES_TEXT_LENGTH_MIN)
		return error_set(err, STATUS_INVALID,
				 _("--page-length takes 0 for no pages, or at "
				   "least %d lines."),
				 NOTES_TEXT_LENGTH_MIN);
	return print_read_paper(call, &request->job.paper, err);
}

/* A brief with errors is printed when that is asked for; its pages then say
 * how many there are. */
static enum status
print_check_errors(struct command_call *call, struct print_request *request,
		   struct error *err)
{
	const struct meeting *meeting = request->place.meeting;
	size_t errors = diagnostics_count(&meeting->diags, SEVERITY_ERROR);

	request->job.request.open_errors = errors;
	if (!errors || command_option(call, "force")->given)
		return STATUS_OK;
	command_print_diagnostics(call->messages, &meeting->diags,
				  SEVERITY_ERROR);
	request->has_findings = true;
	return error_set(err, STATUS_INVALID,
			 P_("%s has %zu error. Correct it, or print all the "
			    "same with --force.",
			    "%s has %zu errors. Correct them, or print all the "
			    "same with --force.",
			    errors),
			 meeting->id, errors);
}

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
print_say_done(struct command_call *call, const char *path,
	       const struct print_report *report)
{
	long seconds = (report->milliseconds + 500) / 1000;

	output_printf(call->out, "%s: ", path);
	if (report->pages)
		output_printf(call->out,
			      P_("%zu page, ", "%zu pages, ", report->pages),
			      report->pages);
	output_printf(call->out,
		      P_("%zu point, %ld:%02ld min\n",
			 "%zu points, %ld:%02ld min\n", report->points),
		      report->points, seconds / 60, seconds % 60);
}

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
print_deliver(struct command_call *call, struct print_request *request,
	      const char *path, struct error *err)
{
	struct print_report report = PRINT_REPORT_INIT;
	struct buffer bytes = BUFFER_INIT;
	struct save_report saved;
	enum status rc;

	rc = print_render(&request->job, &bytes, &report, err);
	request->has_findings = rc == STATUS_NOT_FOUND;
	if (!rc && path) {
		/* A name that was not given may not replace what is there. */
		static const struct file_identity none = {.size = 0};
		bool is_given = command_option(call, "output")->given;

		rc = file_save(path, bytes.data, bytes.len,
			       is_given ? NULL : &none, &saved, err);
	}
	if (!rc) {
		print_say_report(call, request, &report);
		if (path)
			print_say_done(call, path, &report);
		else
			print_to_output(call->out, &bytes);
	}
	buffer_release(&bytes);
	print_report_release(&report);
	return rc;
}

static enum status
print_prepare(struct command_call *call, struct print_request *request,
	      char **path, struct error *err)
{
	enum status rc = print_choose_rows(call, request, err);

	if (!rc)
		rc = print_choose_languages(call, request, err);
	if (!rc && request->job.request.language_count > 1 &&
	    !command_option(call, "size")->given &&
	    request->job.paper.size > PRINT_SIZE_COLUMNS)
		request->job.paper.size = PRINT_SIZE_COLUMNS;
	/* What is not there was looked for and not found. */
	request->has_findings = rc == STATUS_NOT_FOUND;
	if (!rc)
		rc = print_choose_points(call, request, err);
	if (!rc)
		rc = print_choose_output(call, request, path, err);
	if (!rc)
		rc = print_check_errors(call, request, err);
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
	char *path = NULL;
	enum status rc;
	int code;

	rc = print_read_options(call, &request, err);
	if (!rc)
		rc = print_prepare(call, &request, &path, err);
	if (!rc) {
		request.catalogue = command_read_catalogue(call);
		request.job.request.names = catalogue_names(request.catalogue);
		rc = print_deliver(call, &request, path, err);
	}
	if (!rc)
		*err = (struct error)ERROR_INIT;
	code = print_exit_code(&request, rc);
	free(path);
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
	 .help = N_("leave the lower quarter of each page free")},
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
