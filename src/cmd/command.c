/*
 * The table of commands, and the way from a command line to one of them.
 */
#include "config.h"

#include <langinfo.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cmd.h"
#include "lectern/memory.h"
#include "lectern/words.h"

const struct command *const commands[] = {
	&cmd_catalogue, &cmd_check,  &cmd_cite,	 &cmd_clear,  &cmd_compare,
	&cmd_doctor,	&cmd_dump,   &cmd_edit,	 &cmd_export, &cmd_follow,
	&cmd_help,	&cmd_import, &cmd_index, &cmd_list,   &cmd_live,
	&cmd_new,	&cmd_open,   &cmd_print, &cmd_record, &cmd_search,
	&cmd_show,	&cmd_status, NULL,
};

const struct option_row command_globals[] = {
	[GLOBAL_LIBRARY] = {.name = "library",
			    .letter = 'L',
			    .type = OPTION_TEXT,
			    .argument = "FOLDER",
			    .help = N_("the library to use")},
	[GLOBAL_UI] = {.name = "ui",
		       .type = OPTION_CHOICE,
		       .argument = "LANG",
		       .choices = "en|ru|kk",
		       .help = N_("language of messages: en, ru or kk")},
	[GLOBAL_VERSION] = {.name = "version",
			    .type = OPTION_FLAG,
			    .help = N_("print the version")},
	[GLOBAL_HELP] = {.name = "help",
			 .letter = 'h',
			 .type = OPTION_FLAG,
			 .help = N_("print this help")},
	[GLOBAL_COUNT] = {.name = NULL},
};

const struct command *
command_find(const char *name)
{
	const struct command *const *row;

	for (row = commands; *row; row++)
		if (!strcmp((*row)->name, name) ||
		    ((*row)->alias && !strcmp((*row)->alias, name)))
			return *row;
	return NULL;
}

const struct option_value *
command_option(const struct command_call *call, const char *name)
{
	return &call->options[option_index(call->command->options, name)];
}

const struct config *
command_config(struct command_call *call)
{
	if (!call->config) {
		call->config = config_read();
		command_print_diagnostics(call->messages, &call->config->diags,
					  SEVERITY_WARNING);
	}
	return call->config;
}

const struct minutes_rates *
command_rates(struct command_call *call)
{
	const struct config *config = command_config(call);

	if (call->rates)
		return call->rates;
	call->rates = mem_alloc(1, sizeof *call->rates);
	if (!minutes_parse_rates(call->rates, config_text(config, "rates")))
		command_say(call->messages,
			    _("The setting rates takes a language and how many "
			      "words a minute, from %d to %d, as in \"rates = "
			      "en 120 ru 100\"."),
			    MINUTES_RATE_LEAST, MINUTES_RATE_MOST);
	return call->rates;
}

enum status
command_open_library(struct command_call *call, struct error *err)
{
	struct library *library;
	enum status rc;

	if (call->library)
		return STATUS_OK;
	library = mem_alloc(1, sizeof *library);
	rc = library_open_configured(
		call->library_name,
		config_text(command_config(call), "library"), library, err);
	if (rc)
		free(library);
	else
		call->library = library;
	return rc;
}

static void
command_close(struct command_call *call)
{
	int i;

	store_close(call->store);
	if (call->library)
		library_close(call->library);
	free(call->library);
	free(call->rates);
	config_free(call->config);
	for (i = 0; i < call->operand_count; i++)
		free(call->operands[i]);
	free(call->operands);
}

static enum status
command_check_operands(const struct command_call *call, struct error *err)
{
	const struct command *command = call->command;
	struct buffer usage = BUFFER_INIT;
	enum status rc = STATUS_OK;

	help_format_usage(command, &usage);
	if (call->operand_count < command->operands_min)
		rc = error_set(err, STATUS_INVALID,
			       _("%s is missing. Usage: %s"), command->operands,
			       usage.data);
	else if (command->operands_max >= 0 &&
		 call->operand_count > command->operands_max)
		rc = error_set(
			err, STATUS_INVALID, _("\"%s\" is too much. Usage: %s"),
			call->operands[command->operands_max], usage.data);
	buffer_release(&usage);
	return rc;
}

static void
command_take_operands(struct command_call *call, int count, char **words)
{
	int i;

	call->operands = mem_alloc((size_t)count + 1, sizeof *call->operands);
	call->operand_count = count;
	for (i = 0; i < count; i++)
		call->operands[i] = locale_word(words[i]);
}

static int
command_print_help(struct command_call *call)
{
	struct buffer text = BUFFER_INIT;

	if (call->command)
		help_format_command(call->command, &text);
	else
		help_format_program(&text);
	output_bytes(call->out, text.data, text.len);
	buffer_release(&text);
	return EXIT_DONE;
}

static int
command_print_version(struct command_call *call)
{
	output_printf(call->out, "lectern %s\n", PACKAGE_VERSION);
	return EXIT_DONE;
}

/* Options that stand anywhere. True where one of them is all there is to do,
 * with the exit code. */
static bool
command_apply_globals(struct command_call *call,
		      const struct option_value *globals, int *code)
{
	if (globals[GLOBAL_UI].given)
		locale_use_language(globals[GLOBAL_UI].text);
	if (globals[GLOBAL_LIBRARY].given)
		call->library_name = globals[GLOBAL_LIBRARY].text;
	if (globals[GLOBAL_HELP].given)
		*code = command_print_help(call);
	else if (globals[GLOBAL_VERSION].given)
		*code = command_print_version(call);
	else
		return false;
	return true;
}

static int
command_run(struct command_call *call, struct error *err)
{
	unsigned needs = call->command->needs;
	enum status rc;

	rc = command_check_operands(call, err);
	if (!rc && needs)
		rc = command_open_library(call, err);
	if (!rc && (needs & NEEDS_STORE))
		rc = freshen_store(call, true, err);
	return rc ? EXIT_TROUBLE : call->command->run(call, err);
}

/* The command's own options, then those that stand anywhere. */
static size_t
command_join_options(const struct command *command, struct option_row *table)
{
	size_t count = 0, i;

	while (command->options && command->options[count].name) {
		table[count] = command->options[count];
		count++;
	}
	for (i = 0; i <= GLOBAL_COUNT; i++)
		table[count + i] = command_globals[i];
	return count;
}

/* 'argv' begins with the command's name. */
static int
command_parse(struct command_call *call, int argc, char **argv,
	      struct error *err)
{
	struct option_row table[OPTION_TABLE_MAX + 1];
	size_t count;
	int first = 0, code = EXIT_TROUBLE;

	call->command = command_find(argv[0]);
	if (!call->command) {
		(void)help_unknown_command(argv[0], err);
		return EXIT_TROUBLE;
	}
	count = command_join_options(call->command, table);
	if (option_parse(table, argc, argv, call->options, &first, err))
		return EXIT_TROUBLE;
	if (command_apply_globals(call, call->options + count, &code))
		return code;
	command_take_operands(call, argc - first, argv + first);
	return command_run(call, err);
}

static int
command_dispatch(struct command_call *call, int argc, char **argv,
		 struct error *err)
{
	struct option_value globals[OPTION_TABLE_MAX] = {{.given = false}};
	char *open_argv[] = {(char *)cmd_open.name, NULL};
	int first = 0, code = EXIT_TROUBLE;

	if (option_parse_leading(command_globals, argc, argv, globals, &first,
				 err))
		return EXIT_TROUBLE;
	if (command_apply_globals(call, globals, &code))
		return code;
	if (first >= argc)
		return command_parse(call, 1, open_argv, err);
	return command_parse(call, argc - first, argv + first, err);
}

/* Whoever read our output has left: nothing to complain of. */
static bool
is_reader_gone(int fd)
{
	struct pollfd poller = {.fd = fd, .events = POLLOUT};

	return poll(&poller, 1, 0) == 1 && (poller.revents & POLLERR);
}

int
command_main(int argc, char **argv, open_screen_fn open_screen)
{
	const char *encoding = nl_langinfo(CODESET);
	struct command_call call = {.open_screen = open_screen};
	struct error err = ERROR_INIT;
	int code;

	call.out = output_new(STDOUT_FILENO, encoding);
	call.messages = output_new(STDERR_FILENO, encoding);
	code = command_dispatch(&call, argc, argv, &err);
	/* First what was found, then what went wrong. */
	output_flush(call.out);
	if (err.message[0])
		command_print_error(call.messages, &err);
	command_close(&call);
	if (output_close(call.out, &err)) {
		code = EXIT_TROUBLE;
		if (!is_reader_gone(STDOUT_FILENO))
			command_print_error(call.messages, &err);
	}
	if (output_close(call.messages, &err))
		code = EXIT_TROUBLE;
	return code;
}
