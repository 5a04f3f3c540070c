/*
 * brief_view.h - the brief on the screen, as its own files see it.
 *
 * The meeting becomes a flat list of items, headings and rows. Items are laid
 * out when they come near the screen and forgotten when they are far from it,
 * so that a key costs what the screen holds. The title and the text before
 * the first section are shown as a section of their own, the front.
 */
#ifndef LECTERN_VIEW_BRIEF_VIEW_H
#define LECTERN_VIEW_BRIEF_VIEW_H

#include <stdint.h>

#include "lectern/app.h"
#include "lectern/columns.h"
#include "lectern/vector.h"
#include "lectern/view.h"
#include "cite_panel.h"
#include "viewport.h"

#define BRIEF_FRONT   UINT32_MAX /* section number of the front */
#define BRIEF_HEADING (-1)	 /* row of a heading */

#define BRIEF_ONE_COLUMN 60 /* under it one language at a time */

struct brief_item {
	uint32_t section;
	int32_t row;
};

enum brief_sides { SIDES_BOTH, SIDES_LEFT, SIDES_RIGHT, SIDES_COUNT };

struct brief_front {
	struct aligned_section section;
	struct aligned_row row;
	struct section sections[MEETING_LANGUAGES_MAX];
	struct point points[MEETING_LANGUAGES_MAX];
	bool has_heading, has_row;
};

struct brief_view {
	struct view base;
	struct meeting *meeting;
	struct brief_front front;
	struct brief_item *items;
	size_t item_count;
	struct row_layout **rows; /* by item; NULL: not laid out now */
	size_t laid_out;	  /* how many are not NULL */
	struct viewport viewport;
	struct columns columns;
	struct row_options options;
	const char *shown[COLUMNS_MAX]; /* languages: left, right, third */
	enum brief_sides sides;
	int share; /* of the left column, per cent */
	bool outline_wanted;
	int width, height; /* of the area last laid out for */
	struct buffer find;
	VECTOR(size_t) places; /* items one has come from */
	size_t place_at;       /* in places; places.len: not going back */
	struct cite_panel panel;
	size_t panel_item;	      /* it is under; SIZE_MAX: closed */
	struct viewport panel_before; /* what was in view without it */
};

/* --- brief_page.c: items, layouts, columns --- */

/* Read the items off the meeting; forgets every layout. */
void brief_list_items(struct brief_view *view);
void brief_release_items(struct brief_view *view);
const struct aligned_section *brief_section(const struct brief_view *view,
					    size_t item);
const struct aligned_row *brief_row(const struct brief_view *view, size_t item);
bool is_brief_stop(void *data, size_t item);
int brief_item_height(void *data, size_t item);
const struct row_layout *brief_layout(struct brief_view *view, size_t item);

/* Forget layouts: the columns or what is shown changed. */
void brief_forget_layouts(struct brief_view *view);

/* Plan the columns for the area the app has now and keep the place. Every
 * command and every drawing begins with it. */
void brief_fit(struct brief_view *view);

/* Of a command that may go to another point: the panel is closed. */
void brief_fit_to_move(struct brief_view *view);

/* The same when languages, form or shares changed. */
void brief_refit(struct brief_view *view);

/* Cells of the outline at the left, with its rule; 0 where it is off. */
int brief_outline_width(const struct brief_view *view);

/* The cell a person reads first: the left column's language, else any. */
const struct point *brief_shown_point(const struct brief_view *view,
				      const struct aligned_row *row);
const struct section *
brief_shown_section(const struct brief_view *view,
		    const struct aligned_section *section);

/* --- brief.c --- */

unsigned brief_do_next(struct view *view, const char *argument,
		       struct error *err);

/* --- brief_columns.c --- */

/* Languages from "ru,en", else the meeting's own order. */
void brief_choose_languages(struct brief_view *view, const char *wanted);
unsigned brief_do_language(struct view *view, const char *argument,
			   struct error *err);
unsigned brief_do_language_left(struct view *view, const char *argument,
				struct error *err);
unsigned brief_do_columns(struct view *view, const char *argument,
			  struct error *err);
unsigned brief_do_wider(struct view *view, const char *argument,
			struct error *err);
unsigned brief_do_narrower(struct view *view, const char *argument,
			   struct error *err);
unsigned brief_do_form(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_outline(struct view *view, const char *argument,
			  struct error *err);
unsigned brief_do_comments(struct view *view, const char *argument,
			   struct error *err);
unsigned brief_do_citations(struct view *view, const char *argument,
			    struct error *err);

/* --- brief_places.c --- */

/* The item a place is at; a whole section is its first point. */
size_t brief_item_of(const struct brief_view *view, const struct place *place);
/* The place of an item: "2.2.4/3"; "" for the front. */
void brief_format_place(const struct brief_view *view, size_t item,
			struct buffer *out);
/* Remember where one is before going elsewhere. */
void brief_leave_place(struct brief_view *view);
enum status brief_go(struct brief_view *view, const char *words,
		     struct error *err) WARN_UNUSED;
unsigned brief_do_goto(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_place_back(struct view *view, const char *argument,
			     struct error *err);
unsigned brief_do_place_forward(struct view *view, const char *argument,
				struct error *err);
void brief_complete(const struct view *view, const char *typed,
		    struct library_names *out);
void brief_status(const struct view *view, struct buffer *out);

/* --- brief_cites.c --- */

/* Open the panel of what the marked point cites; false where it cites
 * nothing. */
bool brief_open_panel(struct brief_view *view);
/* Close it, where it is open; what was in view before comes back. */
void brief_close_panel(struct brief_view *view);
/* Its lines under an item; 0 where it is not there. */
int brief_panel_height(const struct brief_view *view, size_t item);
bool is_brief_in_panel(const struct view *view);
unsigned brief_do_cites(struct view *view, const char *argument,
			struct error *err);
unsigned brief_do_cites_next(struct view *view, const char *argument,
			     struct error *err);
unsigned brief_do_cites_previous(struct view *view, const char *argument,
				 struct error *err);
unsigned brief_do_cites_close(struct view *view, const char *argument,
			      struct error *err);
void brief_status_panel(const struct brief_view *view, struct buffer *out);

/* --- brief_find.c --- */

unsigned brief_do_find(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_find_next(struct view *view, const char *argument,
			    struct error *err);
unsigned brief_do_find_previous(struct view *view, const char *argument,
				struct error *err);
unsigned brief_do_find_clear(struct view *view, const char *argument,
			     struct error *err);
/* Show the words found where they stand in the drawn frame. */
/* Are the words in the text, in any language? */
bool is_brief_saying(const struct brief_view *view, const char *words);
void brief_highlight(const struct brief_view *view, struct frame *frame,
		     int left);

/* --- outline.c --- */

/* Sections and points around the marked one, in columns [0, width). */
void brief_draw_outline(struct brief_view *view, struct frame *frame,
			int width);

/* First words of a section's heading or a point, on one line. */
void brief_first_words(const struct brief_view *view, size_t item,
		       struct buffer *out);

#endif
