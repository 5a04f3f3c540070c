/* Commands that every view knows; the table stands last. */
#include <stdlib.h>
#include <string.h>

#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/words.h"
#include "app_inside.h"

static unsigned
app_do_back(struct app *app UNUSED, const char *argument UNUSED,
	    struct error *err UNUSED)
{
	return EFFECT_BACK;
}

static unsigned
app_do_place_back(struct app *app, const char *argument UNUSED,
		  struct error *err UNUSED)
{
	return app_step_back(app);
}

static unsigned
app_do_place_forward(struct app *app, const char *argument UNUSED,
		     struct error *err UNUSED)
{
	return app_step_forward(app);
}

static unsigned
app_do_quit(struct app *app UNUSED, const char *argument UNUSED,
	    struct error *err UNUSED)
{
	return EFFECT_QUIT;
}

static unsigned
app_do_suspend(struct app *app UNUSED, const char *argument UNUSED,
	       struct error *err UNUSED)
{
	return EFFECT_SUSPEND | EFFECT_REDRAW;
}

static unsigned
app_do_redraw(struct app *app UNUSED, const char *argument UNUSED,
	      struct error *err UNUSED)
{
	return EFFECT_REDRAW;
}

static unsigned
app_do_reload(struct app *app UNUSED, const char *argument UNUSED,
	      struct error *err UNUSED)
{
	return EFFECT_RELOAD;
}

static unsigned
app_do_cancel(struct app *app, const char *argument UNUSED,
	      struct error *err UNUSED)
{
	app_say(app, "%s", _("Press q to go back, ? for help."));
	return EFFECT_REDRAW;
}

static unsigned
app_do_help(struct app *app, const char *argument UNUSED,
	    struct error *err UNUSED)
{
	if (strcmp(app->top->ops->name, "help") == 0)
		return EFFECT_BACK;
	app_push_view(app, view_help_new(app, app->top));
	return EFFECT_REDRAW;
}

static unsigned
app_do_ask(struct app *app, const char *argument, struct error *err UNUSED)
{
	return app_ask(app, argument, "");
}

static unsigned
app_do_type(struct app *app, const char *argument, struct error *err UNUSED)
{
	return app_ask(app, "", argument);
}

static unsigned
app_do_open(struct app *app, const char *argument, struct error *err)
{
	if (*argument == '\0')
		error_set(err, STATUS_INVALID, "%s",
			  _("Say which meeting: open MEETING."));
	else if (app_open_meeting(app, argument, NULL, app_columns(app), err) ==
		 STATUS_OK)
		return EFFECT_REDRAW;
	return EFFECT_NONE;
}

unsigned
app_search(struct app *app, const char *words)
{
	app_push_view(app, view_search_new(app, words));
	return EFFECT_REDRAW;
}

static unsigned
app_do_search(struct app *app, const char *argument, struct error *err UNUSED)
{
	return app_search(app, *argument == '\0' ? NULL : argument);
}

/* What it is, known or cited or neither: the screen says which. */
static unsigned
app_do_cite(struct app *app, const char *argument, struct error *err)
{
	char symbol[CITE_SYMBOL_MAX];

	if (!cite_normalise(argument, strlen(argument), app_names(app),
			    symbol)) {
		error_set(err, STATUS_INVALID,
			  _("\"%s\" is no document. Name it by its symbol or "
			    "number, as in cite 75/240."),
			  argument);
		return EFFECT_NONE;
	}
	app_push_view(app, view_instrument_new(app, symbol, "", NULL));
	return EFFECT_REDRAW;
}

/* "-" is the keyboard here, so no document. */
static unsigned
app_do_import(struct app *app, const char *argument, struct error *err)
{
	char *file = path_from_home(argument);
	struct view *view = NULL;

	if (*argument == '\0' || !strcmp(argument, "-"))
		error_set(err, STATUS_INVALID, "%s",
			  _("Say which document: import FILE."));
	else
		view = view_import_new(app, file, err);
	free(file);
	if (view == NULL)
		return EFFECT_NONE;
	app_push_view(app, view);
	return EFFECT_REDRAW;
}

/* Back to the list where it is below, else the list on top. */
static unsigned
app_do_meetings(struct app *app, const char *argument UNUSED,
		struct error *err UNUSED)
{
	struct view *list = app->top;

	while (list != NULL && strcmp(list->ops->name, "meetings") != 0)
		list = list->below;
	if (list == NULL)
		app_push_view(app, view_meetings_new(app));
	else
		while (app->top != list)
			app_pop_view(app);
	return EFFECT_REDRAW;
}

static unsigned
app_save_frame(struct app *app, const char *file, bool styles,
	       struct error *err)
{
	struct frame frame = FRAME_INIT;
	struct buffer text = BUFFER_INIT;
	struct save_report report;

	if (*file == '\0') {
		error_set(err, STATUS_INVALID, "%s",
			  _("Say which file the screen is to be saved as."));
		return EFFECT_NONE;
	}
	frame_resize(&frame, app->rows, app->width);
	app_draw(app, &frame);
	if (styles)
		frame_dump_styles(&frame, &text);
	else
		frame_dump(&frame, &text);
	if (file_save(file, text.data, text.len, NULL, &report, err) ==
	    STATUS_OK)
		app_say(app, _("The screen is saved as %s."), file);
	buffer_release(&text);
	frame_release(&frame);
	return EFFECT_REDRAW;
}

static unsigned
app_do_save_screen(struct app *app, const char *argument, struct error *err)
{
	return app_save_frame(app, argument, false, err);
}

static unsigned
app_do_save_styles(struct app *app, const char *argument, struct error *err)
{
	return app_save_frame(app, argument, true, err);
}

const struct app_command app_commands[] = {
	{"back", NULL, N_("back to the screen before; from the first, leave"),
	 app_do_back},
	{"place-back", NULL, N_("back to what was open before"),
	 app_do_place_back},
	{"place-forward", NULL, N_("forward again"), app_do_place_forward},
	{"quit", NULL, N_("leave the program"), app_do_quit},
	{"help", NULL, N_("this help"), app_do_help},
	{"ask", "[COMMAND]", N_("type a place or a command"), app_do_ask},
	{"type", "TEXT", N_("go to the place being typed"), app_do_type},
	{"meetings", NULL, N_("the list of meetings"), app_do_meetings},
	{"open", "MEETING", N_("open a meeting"), app_do_open},
	{"search", "[WORDS]", N_("search the library as one types"),
	 app_do_search},
	{"cite", "DOCUMENT", N_("what a document is, and who cites it"),
	 app_do_cite},
	{"import", "FILE", N_("make a brief of a document"), app_do_import},
	{"cancel", NULL, N_("leave what is being typed"), app_do_cancel},
	{"redraw", NULL, N_("draw the screen anew"), app_do_redraw},
	{"reload", NULL, N_("read the files again"), app_do_reload},
	{"clock", NULL, N_("start or pause the clock"), app_do_clock},
	{"clock-reset", NULL, N_("the clock back to its limit, standing"),
	 app_do_clock_reset},
	{"limit", "TIME", N_("the time there is: 5, 3:30, 90 s"), app_do_limit},
	{"blank", NULL, N_("show nothing until the next key"), app_do_blank},
	{"suspend", NULL, N_("back to the shell; fg returns here"),
	 app_do_suspend},
	{"save-screen", "FILE", N_("save the screen as text"),
	 app_do_save_screen},
	{"save-styles", "FILE", N_("save the screen with its styles"),
	 app_do_save_styles},
	{NULL, NULL, NULL, NULL},
};
