/* The help: the keys that work here, from the tables that make them work. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "app_inside.h"
#include "pager.h"

struct help_view {
	struct view base;
	struct pager pager;
	const char *of; /* title of the view it helps with; static */
};

static struct help_view *
help_view_of(struct view *view)
{
	return (struct help_view *)view;
}

static void
help_fit(struct help_view *view)
{
	int rows, width;

	app_view_size(view->base.app, &rows, &width);
	pager_fit(&view->pager, rows - 1, width);
}

static void
help_draw(struct view *base, struct frame *frame)
{
	struct help_view *view = help_view_of(base);
	struct buffer head = BUFFER_INIT;

	help_fit(view);
	buffer_printf(&head, _("Help: %s"), gettext(view->of));
	frame_fill(frame, 0, 0, frame->columns, STYLE_COLUMN_HEAD, ' ');
	frame_put_cut(frame, 0, 1, frame->columns - 2, STYLE_COLUMN_HEAD,
		      head.data);
	buffer_release(&head);
	pager_draw(&view->pager, frame, 1);
}

static void
help_status(const struct view *base UNUSED, struct buffer *out)
{
	buffer_append_string(out, _("q goes back"));
	buffer_append_byte(out, '\t');
	buffer_append_string(out, _("j k and PgDn PgUp scroll"));
}

static void
help_free(struct view *base)
{
	pager_release(&help_view_of(base)->pager);
	free(base);
}

/* Keys of a map that run exactly this command, or this command with words:
 * "j Down", "0 … 9". */
static void
help_keys(struct app *app, const char *map, const char *command,
	  const char *shadow, struct buffer *out)
{
	const struct key_binding *bindings;
	size_t count = app_key_bindings(app, &bindings);

	for (size_t i = 0; i < count; i++) {
		if (strcmp(bindings[i].map, map) != 0 ||
		    strcmp(bindings[i].command, command) != 0)
			continue;
		if (shadow != NULL &&
		    keys_find(&app->keys, shadow, bindings[i].key) != NULL)
			continue;
		buffer_printf(out, "%s%s", out->len > 0 ? " " : "",
			      bindings[i].key);
	}
}

/* Digits begin a place: ten bindings, one line. */
static void
help_digit_keys(struct app *app, const char *map, struct buffer *out)
{
	const char *low = keys_find(&app->keys, map, "0");
	const char *high = keys_find(&app->keys, map, "9");

	if (low != NULL && high != NULL && strcmp(low, "type 0") == 0 &&
	    strcmp(high, "type 9") == 0)
		buffer_printf(out, "%s0…9", out->len > 0 ? " " : "");
}

static void
help_add(struct help_view *view, const struct buffer *keys, const char *name,
	 const char *argument, const char *help)
{
	struct buffer text = BUFFER_INIT, label = BUFFER_INIT;

	buffer_append_string(&text, gettext(help));
	if (keys->len > 0)
		buffer_append_string(&label, keys->data);
	else
		buffer_printf(&label, ":%s%s%s", name,
			      argument != NULL ? " " : "",
			      argument != NULL ? argument : "");
	pager_add(&view->pager, STYLE_NUMBER, label.data, STYLE_TEXT,
		  text.data);
	buffer_release(&label);
	buffer_release(&text);
}

static void
help_add_heading(struct help_view *view, const char *heading)
{
	if (view->pager.items.len > 0)
		pager_add(&view->pager, STYLE_TEXT, "", STYLE_TEXT, "");
	pager_add(&view->pager, STYLE_TEXT, "", STYLE_HEADING,
		  gettext(heading));
}

/* Commands that a key asks the words for ("/" is "ask find"). */
static void
help_asking_keys(struct app *app, const char *map, const char *name,
		 struct buffer *keys)
{
	struct buffer asking = BUFFER_INIT;

	buffer_printf(&asking, "ask %s", name);
	help_keys(app, map, asking.data, NULL, keys);
	buffer_release(&asking);
	if (strcmp(name, "goto") != 0)
		return;
	help_keys(app, "general", "ask", map, keys);
	help_digit_keys(app, map, keys);
}

static void
help_add_view(struct help_view *view, const struct view_ops *ops)
{
	const struct view_command *command = ops->commands;
	const char *group = "";
	struct buffer keys = BUFFER_INIT;

	for (; command->name != NULL; command++) {
		if (strcmp(group, command->group) != 0)
			help_add_heading(view, group = command->group);
		buffer_reset(&keys);
		help_keys(view->base.app, ops->name, command->name, NULL,
			  &keys);
		if (ops->mode != NULL)
			help_keys(view->base.app, ops->mode, command->name,
				  NULL, &keys);
		help_asking_keys(view->base.app, ops->name, command->name,
				 &keys);
		help_add(view, &keys, command->name, command->argument,
			 command->help);
	}
	buffer_release(&keys);
}

/* General commands; a key that the view binds itself is not theirs. */
static void
help_add_general(struct help_view *view, const struct view_ops *ops)
{
	const struct app_command *command = app_commands;
	struct buffer keys = BUFFER_INIT;

	help_add_heading(view, N_("Everywhere"));
	for (; command->name != NULL; command++) {
		if (strcmp(command->name, "type") == 0)
			continue; /* the digits, said at "goto" */
		buffer_reset(&keys);
		help_keys(view->base.app, "general", command->name, ops->name,
			  &keys);
		help_add(view, &keys, command->name, command->argument,
			 command->help);
	}
	buffer_release(&keys);
}

#define HELP_MOVE(name, move)                                                  \
	static unsigned help_do_##name(struct view *base,                      \
				       const char *argument UNUSED,            \
				       struct error *err UNUSED)               \
	{                                                                      \
		help_fit(help_view_of(base));                                  \
		pager_move(&help_view_of(base)->pager, move);                  \
		return EFFECT_REDRAW;                                          \
	}

HELP_MOVE(line_down, PAGER_LINE_DOWN)
HELP_MOVE(line_up, PAGER_LINE_UP)
HELP_MOVE(page_down, PAGER_PAGE_DOWN)
HELP_MOVE(page_up, PAGER_PAGE_UP)
HELP_MOVE(first, PAGER_FIRST)
HELP_MOVE(last, PAGER_LAST)

#define GROUP_MOVE N_("Moving")

static const struct view_command help_commands[] = {
	{"line-down", NULL, GROUP_MOVE, N_("a line down"), false,
	 help_do_line_down},
	{"line-up", NULL, GROUP_MOVE, N_("a line up"), false, help_do_line_up},
	{"page-down", NULL, GROUP_MOVE, N_("a screen down"), false,
	 help_do_page_down},
	{"page-up", NULL, GROUP_MOVE, N_("a screen up"), false,
	 help_do_page_up},
	{"first", NULL, GROUP_MOVE, N_("the beginning"), false, help_do_first},
	{"last", NULL, GROUP_MOVE, N_("the end"), false, help_do_last},
	{NULL, NULL, NULL, NULL, false, NULL},
};

static const struct view_ops help_ops = {
	.name = "help",
	.title = N_("Help"),
	.commands = help_commands,
	.draw = help_draw,
	.status = help_status,
	.free = help_free,
};

struct view *
view_help_new(struct app *app, const struct view *of)
{
	struct help_view *view = mem_alloc(1, sizeof *view);

	view->base.ops = &help_ops;
	view->base.app = app;
	view->of = of->ops->title;
	pager_init(&view->pager, false);
	help_add_view(view, of->ops);
	help_add_general(view, of->ops);
	help_fit(view);
	viewport_go(&view->pager.viewport, 0);
	return &view->base;
}
