/* Back and forward through what was opened: views that one stepped back from
 * wait, as they were, until something else is opened. */
#include "lectern/words.h"
#include "app_inside.h"

void
app_forget_ahead(struct app *app)
{
	while (app->ahead != NULL) {
		struct view *view = app->ahead;

		app->ahead = view->below;
		view->ops->free(view);
	}
}

unsigned
app_step_back(struct app *app)
{
	struct view *view = app->top;

	if (view == NULL || view->below == NULL) {
		app_say(app, "%s", _("There is no place to go back to."));
		return EFFECT_REDRAW;
	}
	app->top = view->below;
	view->below = app->ahead;
	app->ahead = view;
	return EFFECT_REDRAW;
}

unsigned
app_step_forward(struct app *app)
{
	struct view *view = app->ahead;

	if (view == NULL) {
		app_say(app, "%s", _("There is no place to go forward to."));
		return EFFECT_REDRAW;
	}
	app->ahead = view->below;
	view->below = app->top;
	app->top = view;
	return EFFECT_REDRAW;
}
