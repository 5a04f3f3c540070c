/* Replay of commands and keys without a terminal: see script.h. */
#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/app.h"
#include "lectern/save.h"
#include "lectern/script.h"
#include "lectern/words.h"

#define SCRIPT_SIZE_MAX	   500
#define SCRIPT_PATIENCE_MS 20000

struct script {
	struct app *app;
	struct frame frame;
	int rows, columns;
	bool is_over; /* a command ended the program */
};

/* Keys do what they would on a terminal: draw after each. */
static void
script_draw(struct script *script)
{
	frame_resize(&script->frame, script->rows, script->columns);
	app_draw(script->app, &script->frame);
}

static void
script_effects(struct script *script, unsigned effects)
{
	if (effects & EFFECT_QUIT)
		script->is_over = true;
	else
		script_draw(script);
}

static void
script_keys(struct script *script, const char *names)
{
	while (!script->is_over) {
		size_t len;
		char name[32];

		names += strspn(names, " \t");
		len = strcspn(names, " \t");
		if (len == 0 || len >= sizeof name)
			return;
		memcpy(name, names, len);
		name[len] = '\0';
		script_effects(script, app_key(script->app, name));
		names += len;
	}
}

/* "80x24" */
static enum status
script_size(struct script *script, const char *text, struct error *err)
{
	char *end;
	long columns = strtol(text, &end, 10), rows = 0;

	if (*end == 'x')
		rows = strtol(end + 1, &end, 10);
	if (*end != '\0' || columns < 1 || columns > SCRIPT_SIZE_MAX ||
	    rows < 1 || rows > SCRIPT_SIZE_MAX)
		return error_set(err, STATUS_INVALID,
				 _("\"%s\" is no size. Write it as columns "
				   "and rows, as in \"size 80x24\"."),
				 text);
	script->columns = (int)columns;
	script->rows = (int)rows;
	script_draw(script);
	return STATUS_OK;
}

/* "wait 90": so many seconds later, and what is done meanwhile is done. */
static void
script_wait(struct script *script, const char *text)
{
	int patience = SCRIPT_PATIENCE_MS, ms;

	app_set_time(script->app,
		     app_time(script->app) + strtol(text, NULL, 10));
	app_tick(script->app);
	while (patience > 0 && (ms = app_busy_ms(script->app)) >= 0) {
		poll(NULL, 0, ms);
		patience -= ms + 1;
		app_tick(script->app);
	}
	script_draw(script);
}

static enum status
script_line(struct script *script, const char *line, struct error *err)
{
	struct error said = ERROR_INIT;
	unsigned effects;

	line += strspn(line, " \t:");
	if (*line == '\0' || *line == '#')
		return STATUS_OK;
	if (strncmp(line, "key ", 4) == 0) {
		script_keys(script, line + 4);
		return STATUS_OK;
	}
	if (strncmp(line, "wait ", 5) == 0) {
		script_wait(script, line + 5);
		return STATUS_OK;
	}
	if (strncmp(line, "size ", 5) == 0)
		return script_size(script, line + 5, err);
	if (strncmp(line, "save-", 5) != 0)
		app_say(script->app, "%s", ""); /* as a key does */
	effects = app_run(script->app, line, &said);
	if (said.code != STATUS_OK) {
		*err = said;
		return said.code;
	}
	script_effects(script, effects);
	return STATUS_OK;
}

static enum status
script_lines(struct script *script, const char *file, char *text,
	     struct error *err)
{
	enum status rc = STATUS_OK;
	int number = 0;

	while (rc == STATUS_OK && !script->is_over && *text != '\0') {
		size_t len = strcspn(text, "\n");
		bool is_last = text[len] == '\0';

		text[len] = '\0';
		number++;
		rc = script_line(script, text, err);
		if (rc != STATUS_OK)
			error_set_place(err, file, number);
		text += len + (is_last ? 0 : 1);
	}
	return rc;
}

enum status
script_run(const struct screen_request *request, const char *file, int rows,
	   int columns, struct error *err)
{
	struct script script = {.frame = FRAME_INIT};
	struct buffer text = BUFFER_INIT;
	enum status rc;

	script.rows = rows;
	script.columns = columns;
	script.app = app_new(request->library, request->store);
	app_configure(script.app, request->config);
	app_set_size(script.app, rows, columns);
	rc = app_begin(script.app, request, err);
	if (rc == STATUS_OK)
		rc = file_read(file, FILE_LIMIT, &text, NULL, err);
	if (rc != STATUS_OK)
		goto out;
	script_draw(&script);
	rc = script_lines(&script, file, text.data, err);
out:
	frame_release(&script.frame);
	buffer_release(&text);
	app_free(script.app);
	return rc;
}
