/*
 * config.h - what a person has set, in a file of one's own.
 *
 * $XDG_CONFIG_HOME/lectern/config holds lines "name = value" and lines
 * "bind MAP KEY COMMAND". The names are rows of a table, config_options, with
 * type, range, default and help; whoever needs a setting adds a row to it and
 * asks for the value by the row's name. Keys and commands belong to the
 * views: what is to be bound is handed over as it was written.
 *
 * A wrong line never keeps the program from opening: it is a diagnostic with
 * the file, the line and the cure, the default holds, and the next line
 * counts. Refused here: settings of a library (a folder that came from
 * elsewhere sets nothing), includes, and writing the file.
 */
#ifndef LECTERN_CONFIG_H
#define LECTERN_CONFIG_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/diagnostic.h"
#include "lectern/option.h"
#include "lectern/vector.h"

/* What may be set; a row without name ends it. A flag is "yes" or "no". */
extern const struct option_row config_options[];

/* "bind brief j next": three texts as written, not yet looked at. */
struct config_binding {
	const char *map, *key, *command;
	int line;
};

struct config {
	char *path;   /* of the file; NULL where there is no home folder */
	bool is_read; /* there is such a file, and it could be read */
	struct option_value *values; /* values[i] is of config_options[i] */
	VECTOR(struct config_binding) bindings; /* in order; a later one wins */
	struct diagnostics diags;
	struct arena arena;
};

/* The user's file; the defaults where there is none. Never NULL; the caller
 * frees it by config_free(). */
struct config *config_read(void);

/* The defaults, with no file behind them. */
struct config *config_new(void);
void config_free(struct config *config);

/* Take the settings of a file's text; 'file' is used in diagnostics. */
void config_parse(struct config *config, const char *text, size_t len,
		  const char *file);

/* The value of the row 'name', which must exist: set, or else its default.
 * The text is "" where neither is; it belongs to the configuration. */
const char *config_text(const struct config *config, const char *name);
long config_number(const struct config *config, const char *name);

#endif
