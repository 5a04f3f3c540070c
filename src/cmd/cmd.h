/*
 * cmd.h - what the files of src/cmd share; nobody else includes it.
 *
 * Commands are thin: they resolve what a person named, ask the layers below,
 * and format. What two of them need (places, the index, tables of text, JSON,
 * progress) stands here once.
 */
#ifndef LECTERN_CMD_H
#define LECTERN_CMD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <jansson.h>

#include "lectern/columns.h"
#include "lectern/command.h"
#include "lectern/index.h"
#include "lectern/text.h"
#include "lectern/vector.h"

/* One row for each command; command.c puts them into the table. */
extern const struct command cmd_catalogue, cmd_check, cmd_cite, cmd_clear,
	cmd_compare, cmd_doctor, cmd_dump, cmd_edit, cmd_export, cmd_follow,
	cmd_help, cmd_import, cmd_index, cmd_list, cmd_live, cmd_new, cmd_open,
	cmd_print, cmd_record, cmd_search, cmd_show, cmd_status;

/* --- the command line (command.c, help_text.c) --- */

/* -L, --ui, --version, --help: before the command's name or after it. */
extern const struct option_row command_globals[];
enum { GLOBAL_LIBRARY, GLOBAL_UI, GLOBAL_VERSION, GLOBAL_HELP, GLOBAL_COUNT };

/* The value of the option 'name' of the command that runs. */
const struct option_value *command_option(const struct command_call *call,
					  const char *name);

/* The user's configuration, read when it is first asked for; what is wrong
 * with it is then said. Belongs to the call. */
const struct config *command_config(struct command_call *call);

/* How fast people speak, by the configuration; what is wrong with it is said
 * when it is first asked for. Belongs to the call. */
const struct minutes_rates *command_rates(struct command_call *call);

/* "lectern show [OPTION]... PLACE" */
void help_format_usage(const struct command *command, struct buffer *out);
void help_format_program(struct buffer *out);
void help_format_command(const struct command *command, struct buffer *out);

/* Fill 'err': there is no such command; names the nearest one. */
enum status help_unknown_command(const char *name, struct error *err);

/* --- messages (report.c) --- */

/* A sentence on the messages, after the program's name. */
void command_say(struct output *messages, const char *fmt, ...)
	PRINTF_LIKE(2, 3);

/* What went wrong, as "lectern: FILE:LINE: words". */
void command_print_error(struct output *messages, const struct error *err);

/* FILE:LINE:COL: severity: message [rule], one a line. */
void command_print_diagnostics(struct output *out,
			       const struct diagnostics *diags,
			       enum severity at_least);

/*
 * Shown already: is it to be written? Asks, where 'may_ask' and somebody is at
 * the terminal; else the answer is no, and --yes is named.
 */
bool command_ask(struct command_call *call, bool may_ask);
/* Is somebody at the terminal? */
bool command_can_ask(void);

/* What a save could not carry over; the file is saved all the same. */
void command_say_losses(struct output *messages, const char *path,
			const struct save_report *report);

/* The catalogue of call->library (NULL: the program's alone); what is wrong
 * with it is said. The caller frees. */
struct catalogue *command_read_catalogue(struct command_call *call);

/* --- the locale (locale.c) --- */

/* A word of the command line as UTF-8; one that is no text in the locale's
 * encoding stays as it is. The caller frees. */
char *locale_word(const char *word);
/* Tag of the language messages are in ("ru"); the caller frees. */
char *locale_language(void);
/* Messages in this language from now on (--ui). */
void locale_use_language(const char *tag);
bool is_locale_utf8(void);

/* --- the index (freshen.c, progress.c) --- */

/* Open the library into call->library, if it is not open yet. */
enum status command_open_library(struct command_call *call,
				 struct error *err) WARN_UNUSED;

/* Open the index file for writing into call->store, and say where a bad one
 * was set aside. */
enum status freshen_open(struct command_call *call,
			 struct error *err) WARN_UNUSED;

/* An index that was found damaged while it was brought up to date. */
void freshen_say_rebuilt(struct command_call *call);

/*
 * Open the index into call->store; with 'update', bring it up to date. Falls
 * back to the index as it stands where another process is at it, and to one
 * in memory where none can be kept; says so on call->messages.
 */
enum status freshen_store(struct command_call *call, bool update,
			  struct error *err) WARN_UNUSED;

/* A line on standard error after half a second, where that is a terminal. */
struct progress {
	struct output *messages;
	int64_t start, last; /* milliseconds */
	bool is_wanted;
	int shown; /* cells to wipe */
};
void progress_init(struct progress *progress, struct output *messages);
/* The callback of struct index_options; 'data' is a struct progress. */
bool progress_step(size_t done, size_t total, const char *id, void *data);
void progress_done(struct progress *progress);

/* --- places (resolve.c, select.c) --- */

/* What a person named: MEETING[/SECTION[/POINT]], or the same in words. */
struct resolved {
	struct meeting *meeting; /* to be freed by resolved_release() */
	char *place;		 /* the words after the meeting, "" for none */
	/* Rows [first_row, end_row) of sections [first, end). */
	size_t first, end;
	size_t first_row, end_row; /* of the only section; 0, SIZE_MAX: all */
	bool is_whole;		   /* the whole meeting */
	char symbol[CITE_SYMBOL_MAX]; /* of an instrument; "" for a meeting */
};
void resolved_release(struct resolved *resolved);
/* The meeting, to be freed by meeting_free(). */
struct meeting *resolved_take_meeting(struct resolved *resolved);

/*
 * Read the meeting that the operands name, and find the place in it.
 * STATUS_NOT_FOUND and STATUS_INVALID name what was near, or what fits.
 */
enum status resolve_operands(struct command_call *call,
			     struct resolved *resolved,
			     struct error *err) WARN_UNUSED;

/* Set the rows of resolved that 'words' name in its meeting: all that
 * place_find() knows, ranges of sections (2.2.4-2.2.9) and of points
 * (2.2.4/1-3). */
enum status select_rows(struct resolved *resolved, const char *words,
			struct error *err) WARN_UNUSED;

/* Mark the rows that were named, by first_row + row of the meeting. */
void resolved_mark_rows(const struct resolved *resolved, bool *is_marked);

/* The same for the text of an instrument: place_find_paragraph(). */
enum status select_paragraph(struct resolved *resolved, const char *words,
			     struct error *err) WARN_UNUSED;

/* Read the instrument that the operands begin with ("75/240, para. 1"), and
 * find the place in its text (resolve_instrument.c). STATUS_NOT_FOUND where
 * they begin with none, or the library has no text of it. */
enum status resolve_instrument(struct command_call *call,
			       struct resolved *resolved,
			       struct error *err) WARN_UNUSED;

/* 1 where what was named is not there or not clear, else 2. */
int command_exit_code(enum status status);

/* --- showing a place (show_text.c, show_json.c, show_time.c) --- */

struct show_request {
	const struct resolved *place;
	const char *languages[COLUMNS_MAX]; /* as the meeting spells them */
	size_t language_count;
	enum form form;
	bool show_comments;
	bool leave_direction; /* who reads it orders right-to-left text */
	int width;
	const struct cite_names *names; /* what texts may call instruments */
	const struct minutes_rates *rates;
};

void show_text(const struct show_request *request, struct output *out);
void show_json(const struct show_request *request, struct output *out);
/* How long it takes to say it, against the floor time. */
void show_time(const struct show_request *request, struct output *out);
void show_time_json(const struct show_request *request, struct output *out);

/* `open` without a terminal: as `list` and `show` without options. */
int list_run_plain(struct command_call *call, struct error *err);
int show_run_plain(struct command_call *call, const char *languages,
		   struct error *err);
/* The same of a place that is known; releases it. */
int show_run_resolved(struct command_call *call, struct resolved *place,
		      const char *languages, struct error *err);

/* The columns' languages from "en,ru", or by default where it is NULL. */
enum status show_choose_languages(struct show_request *request,
				  const char *list,
				  struct error *err) WARN_UNUSED;

/* The screen, or where it cannot be shown what prints the same; in the room
 * there is nothing to print. The options are those of both commands. */
enum open_use { OPEN_PLAIN, OPEN_LIVE, OPEN_FOLLOW };
int open_run_screen(struct command_call *call, enum open_use use,
		    struct error *err);
extern const struct option_row open_options[];

/* --- tables of text (table.c) --- */

struct table_cell {
	const char *text; /* lines break at spaces; no-break spaces hold */
	enum style style;
};

struct table_column {
	int width, least; /* cells; 'least' is what its longest word needs */
	bool gives_way;	  /* shrinks when the line is too long */
};

/* Widen the column to what the text needs. */
void table_measure(struct table_column *column, const char *text);
/* Share 'total' cells; false: they do not fit side by side. */
bool table_fit(struct table_column *columns, size_t count, int total);
/* One row, cells side by side, each wrapped in its column. */
void table_row(struct output *out, const struct table_column *columns,
	       const struct table_cell *cells, size_t count);
/* One cell, wrapped at 'width', 'indent' cells from the left. */
void table_text(struct output *out, const char *text, enum style style,
		int indent, int width);
/* The same with stretches in another style. */
void table_marked(struct output *out, const char *text, enum style style,
		  const struct styled_span *spans, size_t span_count,
		  int indent, int width);

/* --- JSON (json.c) --- */

/* A string for JSON: filtered first, so always UTF-8. Never NULL. */
json_t *json_text(const char *text);
json_t *json_text_bytes(const char *text, size_t len);
/* Add under a key; takes the value. */
void json_put(json_t *object, const char *key, json_t *value);
void json_add(json_t *array, json_t *value);
json_t *json_diagnostics(const struct diagnostics *diags);
/* Write it with a newline; ASCII only where the locale is not UTF-8. Takes
 * the value. */
void json_print(struct output *out, json_t *value);
/* The same on one line, for a value a line. */
void json_print_line(struct output *out, json_t *value);

#endif
