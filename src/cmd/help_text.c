/* Usage and help, generated from the tables of commands and options. */
#include <string.h>

#include "cmd.h"
#include "lectern/nearest.h"
#include "lectern/text.h"
#include "lectern/words.h"

#define HELP_WIDTH 79

/* Words of a paragraph, wrapped. */
static void
help_wrap(const char *text, struct buffer *out)
{
	struct text lines = TEXT_INIT;
	struct frame frame = FRAME_INIT;
	size_t line;

	text_layout(&lines, text, strlen(text), STYLE_TEXT, NULL, 0, HELP_WIDTH,
		    false);
	frame_resize(&frame, (int)lines.line_count, HELP_WIDTH);
	for (line = 0; line < lines.line_count; line++)
		text_draw_line(&lines, line, &frame, (int)line, 0, HELP_WIDTH);
	frame_dump(&frame, out);
	frame_release(&frame);
	text_release(&lines);
}

void
help_format_usage(const struct command *command, struct buffer *out)
{
	buffer_printf(out, "lectern %s", command->name);
	if (command->options && command->options[0].name)
		buffer_append_string(out, " [OPTION]...");
	if (command->operands[0])
		buffer_printf(out, " %s", command->operands);
}

/* The names of the commands in one column, what they do in the other. */
static void
help_format_commands(struct buffer *out)
{
	const struct command *const *row;
	size_t width = 0, len;

	for (row = commands; *row; row++) {
		len = strlen((*row)->name) + 1 + strlen((*row)->operands);
		if (!(*row)->is_hidden && len > width)
			width = len;
	}
	for (row = commands; *row; row++) {
		if ((*row)->is_hidden)
			continue;
		len = strlen((*row)->name) + 1;
		buffer_printf(out, "  %s %-*s  %s\n", (*row)->name,
			      (int)(width - len), (*row)->operands,
			      gettext((*row)->help));
	}
}

void
help_format_program(struct buffer *out)
{
	buffer_append_string(
		out, _("Usage: lectern [-L LIBRARY] [COMMAND] [ARGUMENT]..."));
	buffer_append_string(out, "\n\n");
	help_wrap(_("Talking points by meeting and paragraph, with the UN "
		    "documents they cite, in several languages side by side. "
		    "Without a command the screen opens on the list of "
		    "meetings."),
		  out);
	buffer_printf(out, "\n%s\n", _("Commands:"));
	help_format_commands(out);
	buffer_printf(out, "\n%s\n",
		      _("Options, before or after the command:"));
	option_format_help(command_globals, out);
	buffer_append_string(out, "\n");
	help_wrap(_("A PLACE is MEETING, MEETING/SECTION or "
		    "MEETING/SECTION/POINT, or the same as separate words: "
		    "lectern show swg 2.2.9"),
		  out);
	help_wrap(_("Exit code: 0 done, 1 findings or nothing found, 2 it "
		    "could not be done."),
		  out);
	buffer_append_string(out, "\n");
	help_wrap(_("lectern help COMMAND says more about a command."), out);
}

void
help_format_command(const struct command *command, struct buffer *out)
{
	struct buffer usage = BUFFER_INIT;

	help_format_usage(command, &usage);
	buffer_printf(out, "lectern %s - %s\n\n", command->name,
		      gettext(command->help));
	buffer_printf(out, _("Usage: %s"), usage.data);
	buffer_append_string(out, "\n");
	buffer_release(&usage);
	if (command->alias) {
		buffer_printf(out, _("The same: lectern %s"), command->alias);
		buffer_append_string(out, "\n");
	}
	buffer_append_string(out, "\n");
	help_wrap(gettext(command->details), out);
	if (command->options && command->options[0].name) {
		buffer_printf(out, "\n%s\n", _("Options:"));
		option_format_help(command->options, out);
	}
	buffer_printf(out, "\n%s\n", _("Options of every command:"));
	option_format_help(command_globals, out);
}

enum status
help_unknown_command(const char *name, struct error *err)
{
	const struct command *const *row;
	struct buffer names = BUFFER_INIT;
	struct nearest near;

	nearest_init(&near, name);
	for (row = commands; *row; row++)
		if (!(*row)->is_hidden)
			nearest_add(&near, (*row)->name);
	nearest_format(&near, &names);
	if (names.len)
		error_set(err, STATUS_INVALID,
			  _("There is no command %s; near it: %s."), name,
			  names.data);
	else
		error_set(err, STATUS_INVALID,
			  _("There is no command %s. lectern help lists the "
			    "commands; lectern open MEETING opens a meeting."),
			  name);
	nearest_release(&near);
	buffer_release(&names);
	return STATUS_INVALID;
}
