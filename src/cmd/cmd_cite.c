/* lectern cite: what texts cite. */
#include "cite_cmd.h"
#include "lectern/words.h"

/* "cite --text 75/240 para. 1": what show would print, of a document alone. */
static int
cite_run_text(struct command_call *call, struct error *err)
{
	struct resolved place = {.meeting = NULL};
	enum status rc = resolve_instrument(call, &place, err);

	if (rc) {
		resolved_release(&place);
		return command_exit_code(rc);
	}
	return show_run_resolved(call, &place,
				 command_option(call, "language")->text, err);
}

static int
cite_run(struct command_call *call, struct error *err)
{
	enum status rc;

	if (command_option(call, "output")->given &&
	    !command_option(call, "timeline")->given) {
		(void)error_set(err, STATUS_INVALID,
				_("--output goes with --timeline."));
		return EXIT_TROUBLE;
	}
	if (command_option(call, "scan")->given)
		return cite_run_scan(call, err);
	rc = command_open_library(call, err);
	if (!rc && command_option(call, "text")->given)
		return cite_run_text(call, err);
	if (!rc)
		rc = freshen_store(call, true, err);
	if (rc)
		return EXIT_TROUBLE;
	if (command_option(call, "timeline")->given)
		return cite_run_timeline(call, err);
	return call->operand_count ? cite_run_show(call, err)
				   : cite_run_list(call, err);
}

static const struct option_row cite_options[] = {
	{.name = "scan",
	 .type = OPTION_FLAG,
	 .help = N_("print what each line of FILE cites")},
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANGS",
	 .help = N_("languages of titles; with --scan, of the text")},
	{.name = "diff",
	 .type = OPTION_FLAG,
	 .help = N_("print how the wording of those points changed")},
	{.name = "timeline",
	 .type = OPTION_FLAG,
	 .help = N_("print in which months documents are cited")},
	{.name = "output",
	 .letter = 'o',
	 .type = OPTION_TEXT,
	 .argument = "FILE",
	 .help = N_("with --timeline: draw it into FILE, as SVG")},
	{.name = "text",
	 .type = OPTION_FLAG,
	 .help = N_("print its text side by side, or a paragraph of it")},
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_cite = {
	.name = "cite",
	.operands = "[SYMBOL]",
	.help = N_("say what a document is, and which points cite it"),
	.details = N_(
		"SYMBOL is a document's symbol or number in any form, or a "
		"name of the catalogue: 75/240, A/RES/75/240, \"Budapest "
		"Convention\". What is known of it is printed, and every point "
		"that cites it, the oldest first. Without SYMBOL, the "
		"documents that the library cites are listed, with the number "
		"of points. With --diff, the wording of the points that cite "
		"SYMBOL is compared from meeting to meeting, word by word: "
		"[-removed-] {+added+}. With --timeline, the number of points "
		"that cite SYMBOL, or each document, is printed by months, or "
		"by what longer time fits the line. With --text, the text that "
		"the library "
		"has of "
		"SYMBOL is shown side by side; an article or a paragraph may "
		"follow: 75/240, para. 1. With --scan, FILE or standard input "
		"is read, and "
		"for each of "
		"its lines the documents that it cites are printed, in their "
		"normal form and in order, with spaces between; an empty line "
		"where there are none."),
	.needs = NEEDS_NOTHING,
	.operands_max = -1,
	.options = cite_options,
	.run = cite_run,
};
