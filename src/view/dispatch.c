/* From a key to command text, from command text to effects. */
#include <string.h>

#include "lectern/words.h"
#include "app_inside.h"
#include "keyboard.h"

const struct view_command *
view_command_find(const struct view *view, const char *name)
{
	const struct view_command *command = view->ops->commands;

	for (; command->name != NULL; command++)
		if (strcmp(command->name, name) == 0)
			return command;
	return NULL;
}

const struct app_command *
app_command_find(const char *name)
{
	const struct app_command *command = app_commands;

	for (; command->name != NULL; command++)
		if (strcmp(command->name, name) == 0)
			return command;
	return NULL;
}

const char *
app_command_help(const char *name)
{
	const struct app_command *command = app_command_find(name);

	return command == NULL ? NULL : command->help;
}

/* What a command asked for, done; what is left is for the loop. */
static unsigned
app_act(struct app *app, unsigned effects)
{
	unsigned left =
		effects & (EFFECT_REDRAW | EFFECT_QUIT | EFFECT_SUSPEND |
			   EFFECT_UNKNOWN | EFFECT_BLANK);

	if (effects & EFFECT_RELOAD) {
		app_reload(app);
		left |= EFFECT_REDRAW;
	}
	if ((effects & EFFECT_BACK) &&
	    (app->top->below != NULL || live_may_leave(app)))
		left |= app_pop_view(app);
	else if ((left & EFFECT_QUIT) && !live_may_leave(app))
		left &= ~(unsigned)EFFECT_QUIT;
	return left;
}

/* A line in two: its first word, and the rest without blanks around it. */
static void
app_split_line(const char *line, struct buffer *name, struct buffer *argument)
{
	const char *end = line + strlen(line);
	size_t len;

	line += strspn(line, " \t");
	while (end > line && strchr(" \t\r\n", end[-1]) != NULL)
		end--;
	len = strcspn(line, " \t");
	if (len > (size_t)(end - line))
		len = (size_t)(end - line);
	buffer_append(name, line, len);
	line += len;
	line += strspn(line, " \t");
	if (line < end)
		buffer_append(argument, line, (size_t)(end - line));
}

static unsigned
app_dispatch(struct app *app, const char *name, const char *argument,
	     struct error *err)
{
	const struct view_command *command = NULL;
	const struct app_command *general;

	if (app->top != NULL)
		command = view_command_find(app->top, name);
	if (command != NULL)
		return command->run(app->top, argument, err);
	general = app_command_find(name);
	if (general != NULL)
		return general->run(app, argument, err);
	return EFFECT_UNKNOWN;
}

/* A line that is no command: a place, where the view has places. */
static unsigned
app_run_place(struct app *app, const char *line, struct error *err)
{
	const struct view_command *go = NULL;
	char symbol[CITE_SYMBOL_MAX];

	if (app->top != NULL)
		go = view_command_find(app->top, "goto");
	if (go != NULL)
		return go->run(app->top, line, err);
	/* Where there are no places: who cites it, in all meetings. */
	if (cite_normalise(line, strlen(line), app_names(app), symbol))
		return app_search(app, line);
	error_set(err, STATUS_INVALID,
		  _("There is no command \"%s\" here. Press ? for those there "
		    "are."),
		  line);
	return EFFECT_NONE;
}

unsigned
app_run(struct app *app, const char *line, struct error *err)
{
	struct buffer name = BUFFER_INIT, argument = BUFFER_INIT;
	unsigned effects = EFFECT_NONE;

	app_split_line(line, &name, &argument);
	if (name.len > 0) {
		effects = app_dispatch(app, name.data, argument.data, err);
		if (effects & EFFECT_UNKNOWN) {
			buffer_append_byte(&name, ' ');
			buffer_append_string(&name, argument.data);
			if (argument.len == 0)
				buffer_truncate(&name, name.len - 1);
			effects = app_run_place(app, name.data, err);
		}
	}
	effects = app_act(app, effects);
	buffer_release(&name);
	buffer_release(&argument);
	return effects;
}

/* Run a line for a person: what goes wrong is said. */
static unsigned
app_run_said(struct app *app, const char *line)
{
	struct error err = ERROR_INIT;
	unsigned effects = app_run(app, line, &err);

	if (err.code != STATUS_OK) {
		app_say(app, "%s", err.message);
		app->is_error = true;
	}
	return effects | EFFECT_REDRAW;
}

static const struct {
	const char *command, *label;
} app_labels[] = {
	{"", ":"},
	{"find", N_("Find: ")},
	{"cue", N_("Cue: ")},
	{"filter", N_("Show only: ")},
	{"goto", N_("Go to: ")},
	{"ignore", N_("Why it may stay: ")},
	{"note", N_("Note on this point: ")},
	{"floor", N_("Note on the floor: ")},
	{"limit", N_("Time there is: ")},
	{"minutes", N_("Minutes there are: ")},
	{"pipe", N_("Command: ")},
	{"priority", N_("Priority, 1 to 3: ")},
	{"role", N_("Role: ")},
};

static void
app_complete(struct app *app)
{
	struct prompt *prompt = &app->prompt;

	library_names_release(&prompt->candidates);
	prompt->chosen = SIZE_MAX;
	if (prompt->command.len == 0 && app->top != NULL &&
	    app->top->ops->complete != NULL)
		app->top->ops->complete(app->top, prompt->line.data,
					&prompt->candidates);
}

unsigned
app_ask(struct app *app, const char *command, const char *text)
{
	const char *label = ":";

	for (size_t i = 0; i < sizeof app_labels / sizeof *app_labels; i++)
		if (strcmp(app_labels[i].command, command) == 0)
			label = gettext(app_labels[i].label);
	prompt_open(&app->prompt, label, command, text);
	app_complete(app);
	return EFFECT_REDRAW;
}

/* Run "COMMAND text", for prompts that belong to a command. */
static unsigned
app_run_with(struct app *app, const char *command, const char *text)
{
	struct buffer line = BUFFER_INIT;
	unsigned effects;

	buffer_append_string(&line, command);
	if (*command != '\0')
		buffer_append_byte(&line, ' ');
	buffer_append_string(&line, text);
	effects = app_run_said(app, line.data);
	buffer_release(&line);
	return effects;
}

/* Commands like "filter" run while one types, and are undone by Esc. */
static unsigned
app_run_as_typed(struct app *app, const char *text)
{
	const struct view_command *command = NULL;

	if (app->top != NULL && app->prompt.command.len > 0)
		command = view_command_find(app->top, app->prompt.command.data);
	if (command == NULL || !command->as_typed)
		return EFFECT_REDRAW;
	return app_run_with(app, command->name, text);
}

static unsigned
app_prompt_done(struct app *app)
{
	struct buffer answer = BUFFER_INIT, command = BUFFER_INIT;
	unsigned effects = EFFECT_REDRAW;

	prompt_answer(&app->prompt, &answer);
	buffer_append_string(&command, app->prompt.command.data);
	prompt_close(&app->prompt);
	if (answer.len > 0 || command.len > 0)
		effects = app_run_with(app, command.data, answer.data);
	buffer_release(&answer);
	buffer_release(&command);
	return effects;
}

static void
app_typed(struct app *app, const char *text)
{
	if (app->top != NULL && app->top->ops->typed != NULL &&
	    app->prompt.command.len > 0)
		app->top->ops->typed(app->top, app->prompt.command.data, text);
}

static unsigned
app_prompt_key(struct app *app, const char *key)
{
	unsigned effects = EFFECT_REDRAW;

	switch (prompt_key(&app->prompt, key)) {
	case PROMPT_DONE:
		return app_prompt_done(app);
	case PROMPT_LEFT:
		effects = app_run_as_typed(app, "");
		app_typed(app, NULL);
		prompt_close(&app->prompt);
		return effects;
	case PROMPT_CHANGED:
		effects = app_run_as_typed(app, app->prompt.line.data);
		app_typed(app, app->prompt.line.data);
		app_complete(app);
		return effects;
	case PROMPT_CHOSEN:
	case PROMPT_STAYS:
		break;
	}
	return EFFECT_REDRAW;
}

/* The command bound to a key in the view on top now, or NULL. */
static const char *
app_find_view_key(const struct app *app, const char *key)
{
	const struct view *top = app->top;
	const char *command = NULL;

	if (key == NULL || top == NULL)
		return NULL;
	if (top->ops->mode != NULL && top->ops->is_in_mode(top))
		command = keys_find(&app->keys, top->ops->mode, key);
	if (command == NULL)
		command = keys_find(&app->keys, top->ops->name, key);
	return command;
}

/* Does the view on top take the key as something typed? */
static bool
app_types_key(struct app *app, const char *key)
{
	return app->top != NULL && app->top->ops->take_key != NULL &&
	       app->top->ops->take_key(app->top, key);
}

/* In the view on top, else everywhere. */
static const char *
app_find_key(const struct app *app, const char *key)
{
	const char *command = app_find_view_key(app, key);

	return command != NULL || key == NULL
		       ? command
		       : keys_find(&app->keys, "general", key);
}

/* The same where another keyboard layout was left on. */
static const char *
app_bound_elsewhere(struct app *app, const char *key)
{
	const char *command;

	if (is_keyboard_kazakh(key))
		app->is_kazakh = true;
	command = app_find_key(app,
			       keyboard_latin(app->is_kazakh ? KEYBOARD_KAZAKH
							     : KEYBOARD_RUSSIAN,
					      key));
	if (command == NULL)
		command = app_find_key(
			app, keyboard_latin(app->is_kazakh ? KEYBOARD_RUSSIAN
							   : KEYBOARD_KAZAKH,
					    key));
	return command;
}

/* The key that a command waited for ("m a"). */
static unsigned
app_complete_pending(struct app *app, const char *key)
{
	const char *latin = keyboard_latin(KEYBOARD_RUSSIAN, key);
	struct buffer command = BUFFER_INIT;
	unsigned effects = EFFECT_REDRAW;

	buffer_append_string(&command, app->pending.data);
	buffer_reset(&app->pending);
	if (strcmp(key, "Esc") != 0 && strcmp(key, "^C") != 0)
		effects = app_run_with(app, command.data,
				       latin == NULL ? key : latin);
	buffer_release(&command);
	return effects;
}

/* Run what a key means here. */
static unsigned
app_take_key(struct app *app, const char *key)
{
	const char *command;

	key = key_name_normal(key);
	buffer_reset(&app->message);
	app->was_leave_asked = app->is_leave_asked;
	app->is_leave_asked = false;
	if (app->is_blank) {
		app->is_blank = false;
		return EFFECT_REDRAW;
	}
	if (app->prompt.is_open)
		return app_prompt_key(app, key);
	if (app->pending.len > 0)
		return app_complete_pending(app, key);
	command = app_find_view_key(app, key);
	if (command == NULL && app_types_key(app, key))
		return EFFECT_REDRAW;
	if (command == NULL)
		command = app_find_key(app, key);
	if (command == NULL)
		command = app_bound_elsewhere(app, key);
	if (command != NULL)
		return app_run_said(app, command);
	app_say(app, _("%s does nothing here. Press ? for the keys that do."),
		key);
	return EFFECT_REDRAW;
}

unsigned
app_key(struct app *app, const char *key)
{
	unsigned effects = app_take_key(app, key);

	if (app->top != NULL && app->top->ops->settled != NULL)
		app->top->ops->settled(app->top);
	return effects;
}
