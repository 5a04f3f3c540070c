/* lectern open, and lectern alone: the screen. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "lectern/script.h"
#include "lectern/words.h"

#define OPEN_ROWS    24
#define OPEN_COLUMNS 80
#define OPEN_MOST    500

/* A terminal that can move its cursor, at both ends. */
static bool
is_screen_possible(const struct command_call *call)
{
	const char *term = getenv("TERM");

	return call->open_screen && isatty(STDIN_FILENO) == 1 &&
	       isatty(STDOUT_FILENO) == 1 && term && *term &&
	       strcmp(term, "dumb") != 0;
}

/* One number of "80x24", up to 'end'. */
static bool
open_parse_number(const char **text, char end, int *number)
{
	char *after;
	long value = strtol(*text, &after, 10);

	if (**text < '0' || **text > '9' || *after != end || value < 1 ||
	    value > OPEN_MOST)
		return false;
	*number = (int)value;
	*text = *after ? after + 1 : after;
	return true;
}

static enum status
open_parse_size(const char *text, int *rows, int *columns, struct error *err)
{
	const char *at = text;

	*rows = OPEN_ROWS;
	*columns = OPEN_COLUMNS;
	if (!text || (open_parse_number(&at, 'x', columns) &&
		      open_parse_number(&at, '\0', rows)))
		return STATUS_OK;
	return error_set(err, STATUS_INVALID,
			 _("The option --size takes COLUMNSxROWS, each from 1 "
			   "to %d, not %s."),
			 OPEN_MOST, text);
}

static int
open_print(struct command_call *call, struct error *err)
{
	enum status rc;

	if (call->operand_count)
		return show_run_plain(
			call, command_option(call, "language")->text, err);
	rc = freshen_store(call, true, err);
	return rc ? EXIT_TROUBLE : list_run_plain(call, err);
}

/* A terminal that could not be used for the screen gets plain text. */
static int
open_print_instead(struct command_call *call, struct error *err)
{
	*err = (struct error)ERROR_INIT;
	output_set_styled(call->out, false);
	output_set_styled(call->messages, false);
	return open_print(call, err);
}

/* A replay sees the library as it is, not as the index last saw it. */
static enum status
open_replay(struct command_call *call, struct screen_request *request,
	    struct resolved *place, struct error *err)
{
	const char *script = command_option(call, "script")->text;
	int rows, columns;
	enum status rc;

	rc = open_parse_size(command_option(call, "size")->text, &rows,
			     &columns, err);
	if (!rc && !call->store)
		rc = freshen_store(call, true, err);
	if (rc)
		return rc;
	request->store = call->store;
	request->meeting = resolved_take_meeting(place);
	return script_run(request, script, rows, columns, err);
}

static int
open_show(struct command_call *call, enum open_use use, struct error *err)
{
	struct screen_request request = {
		.library = call->library,
		.config = command_config(call),
		.language = command_option(call, "language")->text,
		.is_live = use == OPEN_LIVE,
		.is_following = use == OPEN_FOLLOW,
		.messages = call->messages};
	struct resolved place = {.meeting = NULL};
	enum status rc = STATUS_OK;
	int code = EXIT_DONE;

	/* Said here, before the screen is taken. */
	if (call->operand_count)
		rc = resolve_operands(call, &place, err);
	if (rc) {
		code = command_exit_code(rc);
		goto out;
	}
	if (place.meeting && *place.place)
		request.place = place.place;
	request.store = call->store;
	if (command_option(call, "script")->given) {
		rc = open_replay(call, &request, &place, err);
	} else {
		request.meeting = resolved_take_meeting(&place);
		rc = call->open_screen(&request, err);
	}
	if (rc == STATUS_UNSUPPORTED && use == OPEN_PLAIN)
		code = open_print_instead(call, err);
	else
		code = rc ? EXIT_TROUBLE : EXIT_DONE;
out:
	resolved_release(&place);
	return code;
}

int
open_run_screen(struct command_call *call, enum open_use use, struct error *err)
{
	if (command_option(call, "script")->given || is_screen_possible(call))
		return open_show(call, use, err);
	if (use == OPEN_PLAIN)
		return open_print(call, err);
	error_set(err, STATUS_UNSUPPORTED, "%s",
		  _("This needs a terminal that can move its cursor."));
	return EXIT_TROUBLE;
}

static int
open_run(struct command_call *call, struct error *err)
{
	return open_run_screen(call, OPEN_PLAIN, err);
}

const struct option_row open_options[] = {
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANGS",
	 .help = N_("languages of the columns: en,ru")},
	{.name = "script",
	 .type = OPTION_TEXT,
	 .argument = "FILE",
	 .help = N_("run the screen's commands from a file, without a "
		    "terminal")},
	{.name = "size",
	 .type = OPTION_TEXT,
	 .argument = "COLUMNSxROWS",
	 .help = N_("size of the screen for --script (default 80x24)")},
	{.name = NULL},
};

const struct command cmd_open = {
	.name = "open",
	.operands = "[PLACE]",
	.help = N_("open the screen, at a place or at the list of meetings"),
	.details = N_(
		"Shows the list of meetings or, with a PLACE as for lectern "
		"show, that place in its meeting. Where there is no terminal, "
		"or one that cannot move its cursor, it prints instead: the "
		"list, or the place side by side."),
	.needs = NEEDS_LIBRARY,
	.operands_max = 8,
	.options = open_options,
	.run = open_run,
};
