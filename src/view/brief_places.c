/* Places in a brief: going there, coming back, what fits as one types. */
#include <ctype.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>

#include "lectern/section_id.h"
#include "lectern/text.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "keyboard.h"
#include "lectern/fold.h"

#define BRIEF_PLACES_MAX     100
#define BRIEF_CANDIDATES_MAX 60
#define BRIEF_LABEL_COLUMN   14

size_t
brief_item_of(const struct brief_view *view, const struct place *place)
{
	int32_t row =
		place->whole_section ? BRIEF_HEADING : (int32_t)place->row;

	if (place->whole_meeting || view->item_count == 0)
		return 0;
	for (size_t i = 0; i < view->item_count; i++) {
		const struct brief_item *item = &view->items[i];

		if (item->section != BRIEF_FRONT &&
		    (item->section > place->section ||
		     (item->section == place->section && item->row >= row)))
			return i;
	}
	return view->item_count - 1;
}

struct place
brief_place_of(const struct brief_view *view, size_t item)
{
	struct place place = {0, 0, false, false};

	if (view->items[item].section == BRIEF_FRONT) {
		place.whole_meeting = true;
		return place;
	}
	place.section = view->items[item].section;
	place.whole_section = view->items[item].row == BRIEF_HEADING;
	place.row = place.whole_section ? 0 : (size_t)view->items[item].row;
	return place;
}

void
brief_format_place(const struct brief_view *view, size_t item,
		   struct buffer *out)
{
	struct place place = brief_place_of(view, item);

	if (!place.whole_meeting)
		place_format(view->meeting, &place, out);
}

void
brief_leave_place(struct brief_view *view)
{
	view->places.len = view->place_at;
	if (view->places.len == BRIEF_PLACES_MAX) {
		memmove(view->places.items, view->places.items + 1,
			(BRIEF_PLACES_MAX - 1) * sizeof(size_t));
		view->places.len--;
	}
	vector_push(&view->places, view->viewport.mark);
	view->place_at = view->places.len;
}

/* Whoever goes to a point wants to see it, whatever the filter. */
static void
brief_show_role(struct brief_view *view, const struct place *place)
{
	const struct aligned_section *section;

	if (view->roles == 0 || place->whole_meeting)
		return;
	section = &view->meeting->sections[place->section];
	for (size_t row = 0; row < section->row_count; row++)
		if ((place->whole_section || row == place->row) &&
		    is_brief_row_shown(view, &section->rows[row]))
			return;
	brief_set_roles(view, 0);
	app_say(view->base.app, "%s",
		_("That point has another role: all points are shown again."));
}

/* What was typed, as another layout of the keyboard would have had it: the
 * first reading that says something, or false. */
static bool
brief_find_reading(const struct brief_view *view, const char *words,
		   struct place *place)
{
	struct buffer other = BUFFER_INIT;
	bool is_found = false;

	for (int i = 0; i < KEYBOARD_READINGS && !is_found; i++) {
		buffer_reset(&other);
		is_found = keyboard_reading(i, words, &other) &&
			   place_find(view->meeting, other.data, place, NULL) ==
				   STATUS_OK &&
			   !place->whole_meeting;
	}
	buffer_release(&other);
	return is_found;
}

enum status
brief_go(struct brief_view *view, const char *words, struct error *err)
{
	struct place place;
	enum status rc;
	size_t item;

	rc = place_find(view->meeting, words, &place, err);
	if (rc == STATUS_NOT_FOUND && brief_find_reading(view, words, &place))
		rc = STATUS_OK;
	if (rc != STATUS_OK)
		return rc;
	brief_show_role(view, &place);
	item = brief_item_of(view, &place);
	brief_leave_place(view);
	viewport_go(&view->viewport, item);
	return STATUS_OK;
}

unsigned
brief_do_goto(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;

	brief_fit_to_move(view);
	if (brief_go(view, argument, err) == STATUS_OK ||
	    brief_go_citing(view, argument, err))
		return EFFECT_REDRAW;
	if (is_brief_saying(view, argument))
		error_set(err, STATUS_NOT_FOUND,
			  _("No place is named \"%s\", but the text has it: "
			    "type /%s to find it."),
			  argument, argument);
	return EFFECT_NONE;
}

unsigned
brief_do_place_back(struct view *base, const char *argument UNUSED,
		    struct error *err UNUSED)
{
	struct brief_view *view = (struct brief_view *)base;

	brief_fit_to_move(view);
	if (view->place_at == 0)
		return app_step_back(base->app);
	if (view->place_at == view->places.len)
		vector_push(&view->places, view->viewport.mark);
	viewport_go(&view->viewport, view->places.items[--view->place_at]);
	return EFFECT_REDRAW;
}

unsigned
brief_do_place_forward(struct view *base, const char *argument UNUSED,
		       struct error *err UNUSED)
{
	struct brief_view *view = (struct brief_view *)base;

	brief_fit_to_move(view);
	if (view->place_at + 1 >= view->places.len)
		return app_step_forward(base->app);
	viewport_go(&view->viewport, view->places.items[++view->place_at]);
	return EFFECT_REDRAW;
}

/* --- what fits what is typed --- */

struct brief_completion {
	const struct brief_view *view;
	struct buffer id, words; /* typed, as an id and case-folded */
	size_t first;		 /* item Enter would land at, or SIZE_MAX */
	struct library_names *out;
};

/* "PLACE\tPLACE  SYMBOL  WORDS SHOWN"; 'symbol' may be NULL. */
static void
brief_offer_cited(struct brief_completion *fit, size_t item, const char *symbol)
{
	struct buffer line = BUFFER_INIT;
	size_t start;
	int width;

	if (fit->out->list.len >= BRIEF_CANDIDATES_MAX)
		return;
	brief_format_place(fit->view, item, &line);
	start = line.len;
	buffer_append_byte(&line, '\t');
	buffer_append(&line, line.data, start);
	width = text_width(line.data, start);
	do
		buffer_append_byte(&line, ' ');
	while (++width < BRIEF_LABEL_COLUMN);
	if (symbol != NULL)
		buffer_printf(&line, " %s ", symbol);
	buffer_append_byte(&line, ' ');
	brief_first_words(fit->view, item, &line);
	vector_push(&fit->out->list, buffer_take(&line));
}

static void
brief_offer(struct brief_completion *fit, size_t item)
{
	brief_offer_cited(fit, item, NULL);
}

/* Points that cite the document being typed. */
static void
brief_offer_citing(struct brief_completion *fit, const char *typed)
{
	struct brief_cited citing[BRIEF_CANDIDATES_MAX];
	size_t count = 0;

	if (*typed != '\0')
		count = brief_list_citing((struct brief_view *)fit->view, typed,
					  citing, BRIEF_CANDIDATES_MAX);
	for (size_t i = 0; i < count; i++)
		if (citing[i].item != fit->first)
			brief_offer_cited(fit, citing[i].item,
					  citing[i].symbol);
}

/* Does 'id' begin with what was typed, with dots or without? */
static bool
brief_id_begins(const char *id, const char *typed)
{
	bool has_dots = strchr(typed, '.') != NULL;

	for (; *typed != '\0'; typed++, id++) {
		while (!has_dots && *id == '.')
			id++;
		if (*id != *typed)
			return false;
	}
	return true;
}

static bool
brief_section_fits(const struct brief_completion *fit,
		   const struct aligned_section *section)
{
	if (fit->id.len == 0)
		return true;
	if (brief_id_begins(section->id, fit->id.data) ||
	    section_id_covers(section->id, fit->id.data))
		return true;
	for (size_t i = 0; i < fit->view->meeting->language_count; i++) {
		const struct section *cell = section->cells[i];

		if (cell != NULL &&
		    fold_contains(&fit->words, cell->heading.text,
				  cell->heading.len))
			return true;
	}
	return false;
}

/* Points of a section whose number begins with 'digits'. */
static void
brief_offer_points(struct brief_completion *fit, size_t heading,
		   const char *digits)
{
	const struct brief_view *view = fit->view;
	size_t len = strlen(digits);
	char number[16];

	for (size_t item = heading + 1;
	     item < view->item_count && view->items[item].row >= 0; item++) {
		const struct point *point =
			aligned_row_first(brief_row(view, item));

		snprintf(number, sizeof number, "%d", point->number);
		if (item != fit->first && strncmp(number, digits, len) == 0)
			brief_offer(fit, item);
	}
}

static void
brief_offer_places(struct brief_completion *fit, const char *typed)
{
	const struct meeting *meeting = fit->view->meeting;
	size_t heading = SIZE_MAX, count = 0;
	struct place place = {0, 0, true, false};

	for (size_t i = 0; i < meeting->section_count; i++) {
		if (fit->out->list.len >= BRIEF_CANDIDATES_MAX)
			break;
		if (!brief_section_fits(fit, &meeting->sections[i]))
			continue;
		place.section = i;
		heading = brief_item_of(fit->view, &place);
		count++;
		if (heading != fit->first)
			brief_offer(fit, heading);
	}
	if (count == 1 && *typed != '\0')
		brief_offer_points(fit, heading, "");
}

/* "2.2.4/" and "2.2.4/1": the points of that section. */
static bool
brief_offer_section_points(struct brief_completion *fit, const char *typed)
{
	const char *slash = strrchr(typed, '/');
	struct buffer section = BUFFER_INIT;
	struct error ignored = ERROR_INIT;
	struct place place;
	bool found;

	if (slash == NULL)
		return false;
	buffer_append(&section, typed, (size_t)(slash - typed));
	found = section.len > 0 && place_find(fit->view->meeting, section.data,
					      &place, &ignored) == STATUS_OK;
	buffer_release(&section);
	if (!found || place.whole_meeting)
		return false;
	place.whole_section = true;
	brief_offer_points(fit, brief_item_of(fit->view, &place), slash + 1);
	return true;
}

static void
brief_offer_commands(struct brief_completion *fit, const char *typed)
{
	const struct view_command *command = fit->view->base.ops->commands;
	struct buffer line = BUFFER_INIT;

	if (!isalpha((unsigned char)*typed))
		return;
	for (; command->name != NULL; command++) {
		if (strncmp(command->name, typed, strlen(typed)) != 0)
			continue;
		buffer_printf(&line, "%s\t:%s%s%s  %s", command->name,
			      command->name, command->argument ? " " : "",
			      command->argument ? command->argument : "",
			      gettext(command->help));
		vector_push(&fit->out->list, buffer_take(&line));
	}
}

/* Places and commands that begin with what was typed. */
static void
brief_complete_words(const struct view *base, const char *typed,
		     struct library_names *out)
{
	struct brief_completion fit = {(const struct brief_view *)base,
				       BUFFER_INIT, BUFFER_INIT, SIZE_MAX, out};
	struct error ignored = ERROR_INIT;
	struct place place;

	typed += strspn(typed, " ");
	section_id_normalise(typed, strlen(typed), &fit.id);
	fold_append(&fit.words, typed, strlen(typed));
	if (*typed != '\0' && place_find(fit.view->meeting, typed, &place,
					 &ignored) == STATUS_OK) {
		fit.first = brief_item_of(fit.view, &place);
		brief_offer(&fit, fit.first);
	}
	if (!brief_offer_section_points(&fit, typed))
		brief_offer_places(&fit, typed);
	brief_offer_citing(&fit, typed);
	brief_offer_commands(&fit, typed);
	buffer_release(&fit.id);
	buffer_release(&fit.words);
}

void
brief_complete(const struct view *base, const char *typed,
	       struct library_names *out)
{
	struct buffer other = BUFFER_INIT;

	brief_complete_words(base, typed, out);
	for (int i = 0; i < KEYBOARD_READINGS && out->list.len == 0; i++) {
		buffer_reset(&other);
		if (keyboard_reading(i, typed, &other))
			brief_complete_words(base, other.data, out);
	}
	buffer_release(&other);
}
