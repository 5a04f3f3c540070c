/* lectern follow: a second screen beside the delegate's. */
#include "cmd.h"
#include "lectern/words.h"

static int
follow_run(struct command_call *call, struct error *err)
{
	return open_run_screen(call, OPEN_FOLLOW, err);
}

const struct command cmd_follow = {
	.name = "follow",
	.operands = "MEETING",
	.help = N_("a second screen that goes where the live one is"),
	.details = N_(
		"Opens the meeting and shows the place at which lectern live, "
		"on the same library, is: for an interpreter or an adviser "
		"beside the delegate, with languages and form of one's own. F "
		"lets go of it, and F again follows. Marks and notes of the "
		"other screen show here too."),
	.needs = NEEDS_LIBRARY,
	.operands_min = 1,
	.operands_max = 8,
	.options = open_options,
	.run = follow_run,
};
