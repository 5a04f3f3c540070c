/* lectern live: the screen in the room. */
#include "cmd.h"
#include "lectern/words.h"

static int
live_run(struct command_call *call, struct error *err)
{
	return open_run_screen(call, OPEN_LIVE, err);
}

const struct command cmd_live = {
	.name = "live",
	.operands = "PLACE",
	.help = N_("the screen for use in the room: marks, notes, clock"),
	.details = N_(
		"Opens the screen as lectern open does, with marks, notes and "
		"the clock on and editing off. Each mark and note is in the "
		"meeting's record before it shows; lectern record prints it. "
		"A note that was being typed when the terminal died stands at "
		"the prompt when the meeting is opened again."),
	.needs = NEEDS_LIBRARY,
	.operands_min = 1,
	.operands_max = 8,
	.options = open_options,
	.run = live_run,
};
