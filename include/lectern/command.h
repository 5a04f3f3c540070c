/*
 * command.h - the verbs of the command line, one row each.
 *
 * A command is one file in src/cmd with its row last. The table feeds
 * dispatch, --help, completions and the manual. Commands write through
 * their outputs only, never exit, and return what the process will.
 */
#ifndef LECTERN_COMMAND_H
#define LECTERN_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/config.h"
#include "lectern/error.h"
#include "lectern/library.h"
#include "lectern/minutes.h"
#include "lectern/option.h"
#include "lectern/output.h"
#include "lectern/screen.h"
#include "lectern/store.h"

/* What a command needs before it runs. */
enum command_needs {
	NEEDS_NOTHING = 0,
	NEEDS_LIBRARY = 1,
	NEEDS_STORE = 2, /* opened and brought up to date; includes LIBRARY */
};

/* Exit codes of every command. */
enum { EXIT_DONE = 0, EXIT_FINDINGS = 1, EXIT_TROUBLE = 2 };

struct command_call {
	const struct command *command;
	const char *library_name;      /* -L, or NULL */
	struct config *config;	       /* NULL until command_config() */
	struct minutes_rates *rates;   /* NULL until command_rates() */
	struct library *library;       /* NULL unless needed */
	struct store *store;	       /* NULL unless needed */
	struct output *out, *messages; /* stdout, stderr */
	struct option_value options[OPTION_TABLE_MAX];
	/* Takes the terminal and shows the screen; main passes tui_run. */
	open_screen_fn open_screen;
	int operand_count;
	char **operands;
};

struct command {
	const char *name;
	const char *alias;    /* or NULL */
	const char *operands; /* "PLACE", "[WORDS]", "" */
	const char *help;     /* N_("…"), one line */
	const char *details;  /* N_("…"), a paragraph for --help */
	unsigned needs;
	bool is_hidden;
	int operands_min, operands_max; /* max -1: any number */
	const struct option_row *options;
	/* Returns an exit code. Fills err where it returns EXIT_TROUBLE, or
	 * EXIT_FINDINGS because what was named is not there. */
	int (*run)(struct command_call *call, struct error *err);
};

/* All commands, ending with a row without name. */
extern const struct command *const commands[];

/* By name or alias; NULL where there is none. */
const struct command *command_find(const char *name);

/* Run the program's command line; returns the exit code. 'open_screen' is for
 * commands that take the terminal. */
int command_main(int argc, char **argv, open_screen_fn open_screen);

#endif
