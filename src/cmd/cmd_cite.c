/* lectern cite: what texts cite. */
#include "cite_cmd.h"
#include "lectern/words.h"

static int
cite_run(struct command_call *call, struct error *err)
{
	if (command_option(call, "scan")->given)
		return cite_run_scan(call, err);
	(void)error_set(err, STATUS_INVALID,
			_("Without --scan there is nothing to do."));
	return EXIT_TROUBLE;
}

static const struct option_row cite_options[] = {
	{.name = "scan",
	 .type = OPTION_FLAG,
	 .help = N_("print what each line of FILE cites")},
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANG",
	 .help = N_("with --scan: the language of the text")},
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_cite = {
	.name = "cite",
	.operands = "[FILE]",
	.help = N_("find the documents that a text cites"),
	.details = N_(
		"With --scan, FILE or standard input is read, and for each of "
		"its lines the documents that it cites are printed, in their "
		"normal form and in order, with spaces between; an empty line "
		"where there are none."),
	.needs = NEEDS_NOTHING,
	.operands_max = 1,
	.options = cite_options,
	.run = cite_run,
};
