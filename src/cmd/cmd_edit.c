/*
 * lectern edit: the right file at the right line, in the editor one uses.
 *
 * The editor gets a copy. What it leaves is saved the one way files are saved:
 * where somebody else changed the file meanwhile, both are kept and the
 * differing words shown.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "lectern/check.h"
#include "lectern/edit.h"
#include "lectern/path.h"
#include "lectern/words.h"

/* The findings of the files that were written, worst first is not needed:
 * they are few, and stand in order. */
static enum status
edit_print_findings(struct command_call *call, const char *meeting_id,
		    struct error *err)
{
	struct check_report report = CHECK_REPORT_INIT;
	struct check_desk *desk =
		check_desk_new(call->library, command_rates(call), NULL);
	struct buffer line = BUFFER_INIT;
	struct meeting *meeting = NULL;
	enum status rc;
	size_t i;

	rc = library_read_meeting(call->library, meeting_id, &meeting, NULL,
				  err);
	if (!rc)
		rc = check_desk_run(desk, meeting, &report, err);
	for (i = 0; !rc && i < report.list.len; i++) {
		if (report.list.items[i].reason ||
		    report.list.items[i].severity == SEVERITY_NOTE)
			continue;
		buffer_reset(&line);
		check_finding_format(&report.list.items[i], "", &line);
		output_bytes(call->out, line.data, line.len);
		output_text(call->out, "\n");
	}
	if (meeting)
		meeting_free(meeting);
	check_report_release(&report);
	check_desk_free(desk);
	buffer_release(&line);
	return rc;
}

/* The language to edit: as asked for, else the first that has the place. */
static int
edit_language(const struct resolved *place, const char *wanted)
{
	const struct meeting *meeting = place->meeting;
	size_t i;

	if (wanted)
		return meeting_language_index(meeting, wanted);
	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i])
			return (int)i;
	return -1;
}

static struct place
edit_place(const struct resolved *resolved)
{
	return (struct place){.section = resolved->first,
			      .row = resolved->first_row,
			      .whole_section = resolved->end_row == SIZE_MAX,
			      .whole_meeting = resolved->is_whole};
}

static enum status
edit_files_of(struct command_call *call, const struct resolved *resolved,
	      struct edit_files *files, struct error *err)
{
	const struct meeting *meeting = resolved->meeting;
	const char *wanted = command_option(call, "language")->text;
	bool is_both = command_option(call, "both")->given;
	int language = edit_language(resolved, wanted);
	struct place place = edit_place(resolved);
	size_t i;

	if (language < 0 || !meeting->briefs[language])
		return error_set(err, STATUS_NOT_FOUND,
				 _("There is no text in “%s” in %s."),
				 wanted ? wanted : "", meeting->id);
	edit_add_place(files, call->library, meeting, &place, (size_t)language);
	for (i = 0; is_both && i < meeting->language_count &&
		    files->count < EDIT_FILES_MAX;
	     i++)
		if ((int)i != language && meeting->briefs[i])
			edit_add_place(files, call->library, meeting, &place,
				       i);
	return STATUS_OK;
}

static int
edit_run(struct command_call *call, struct error *err)
{
	struct resolved place = {.meeting = NULL};
	struct edit_files files = EDIT_FILES_INIT;
	struct buffer said = BUFFER_INIT;
	size_t written = 0;
	enum status rc = command_open_library(call, err);

	if (!rc)
		rc = resolve_operands(call, &place, err);
	if (!rc)
		rc = edit_files_of(call, &place, &files, err);
	output_flush(call->out);
	if (!rc)
		rc = edit_files_run(&files, &said, &written, err);
	output_bytes(call->out, said.data, said.len);
	if (!rc && written)
		rc = edit_print_findings(call, place.meeting->id, err);
	edit_files_release(&files);
	buffer_release(&said);
	resolved_release(&place);
	return command_exit_code(rc);
}

static const struct option_row edit_options[] = {
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANG",
	 .help = N_("the language to edit; by default the original")},
	{.name = "both",
	 .type = OPTION_FLAG,
	 .help = N_("open another language beside it")},
	{.name = NULL},
};

const struct command cmd_edit = {
	.name = "edit",
	.operands = "PLACE",
	.help = N_("open a text at a point in your editor"),
	.details = N_(
		"Starts $VISUAL, else $EDITOR, else vi, with a copy of the "
		"text, at the line of the point. What you save there is "
		"written when the editor ends, and the errors and warnings "
		"of the meeting are printed. Where somebody else changed the "
		"file meanwhile, both texts are kept and the words that "
		"differ are shown."),
	.needs = NEEDS_NOTHING,
	.operands_min = 1,
	.operands_max = -1,
	.options = edit_options,
	.run = edit_run,
};
