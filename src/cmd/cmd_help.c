/* lectern help: the commands, or one of them. */
#include "cmd.h"
#include "lectern/words.h"

static void
help_print_option_names(struct output *out, const struct option_row *table)
{
	for (; table && table->name; table++) {
		output_printf(out, "--%s\n", table->name);
		if (table->letter)
			output_printf(out, "-%c\n", table->letter);
	}
}

/* For completion by shells: they ask the program what there is. */
static void
help_print_names(struct output *out, const struct command *command)
{
	const struct command *const *row;

	for (row = commands; !command && *row; row++) {
		if ((*row)->is_hidden)
			continue;
		output_printf(out, "%s\n", (*row)->name);
		if ((*row)->alias)
			output_printf(out, "%s\n", (*row)->alias);
	}
	if (command)
		help_print_option_names(out, command->options);
	help_print_option_names(out, command_globals);
}

static int
help_run(struct command_call *call, struct error *err)
{
	const struct command *command = NULL;
	struct buffer text = BUFFER_INIT;

	if (call->operand_count)
		command = command_find(call->operands[0]);
	if (call->operand_count && !command) {
		(void)help_unknown_command(call->operands[0], err);
		return EXIT_FINDINGS;
	}
	if (command_option(call, "names")->given) {
		help_print_names(call->out, command);
		return EXIT_DONE;
	}
	if (command)
		help_format_command(command, &text);
	else
		help_format_program(&text);
	output_bytes(call->out, text.data, text.len);
	buffer_release(&text);
	return EXIT_DONE;
}

static const struct option_row help_options[] = {
	{.name = "names",
	 .type = OPTION_FLAG,
	 .help = N_("print only the names of commands and options, one a "
		    "line")},
	{.name = NULL},
};

const struct command cmd_help = {
	.name = "help",
	.operands = "[COMMAND]",
	.help = N_("say what the commands do, or one of them"),
	.details = N_("Without COMMAND, lists the commands. The manual is "
		      "lectern(1)."),
	.needs = NEEDS_NOTHING,
	.operands_max = 1,
	.options = help_options,
	.run = help_run,
};
