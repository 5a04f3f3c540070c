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
#include "lectern/check.h"
#include "lectern/columns.h"
#include "lectern/path.h"
#include "lectern/record.h"
#include "lectern/stale.h"
#include "lectern/vector.h"
#include "lectern/view.h"
#include "cite_panel.h"
#include "live.h"
#include "viewport.h"

#define BRIEF_FRONT   UINT32_MAX /* section number of the front */
#define BRIEF_HEADING (-1)	 /* row of a heading */

#define BRIEF_THREE_LEAST 90 /* three columns only from here, when asked */
#define BRIEF_ONE_COLUMN  60 /* under it one language at a time */

struct brief_item {
	uint32_t section;
	int32_t row;
};

enum brief_sides {
	SIDES_BOTH,
	SIDES_LEFT,
	SIDES_RIGHT,
	SIDES_STACKED, /* both, one under the other */
	SIDES_COUNT
};

/* Is there a third column? By itself from 180 cells. */
enum brief_third { THIRD_AUTO, THIRD_ON, THIRD_OFF };
/* An item cites a document. */
struct brief_cited {
	size_t item;
	const char *symbol; /* belongs to the view */
};

struct brief_front {
	struct aligned_section section;
	struct aligned_row row;
	struct section sections[MEETING_LANGUAGES_MAX];
	struct point points[MEETING_LANGUAGES_MAX];
	bool has_heading, has_row;
};

struct brief_bookmark {
	char *key, *place;
};

/* A note that is being typed, or could not be written. */
struct brief_draft {
	char *command, *place, *text; /* command NULL: there is none */
};

/* What the checks found, in the order of the places. */
struct brief_finding {
	const struct check_finding *found; /* of the view's report */
	struct place place;
	int language; /* whose text it is in; -1: no language's */
	bool is_new;  /* since the text was last changed from here */
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
	enum brief_third third;
	int share; /* of the left column, per cent */
	bool outline_wanted;
	bool is_opened;	   /* what one sees is worth keeping */
	int width, height; /* of the area last laid out for */
	/* What a list leaves to the text while it stands beside it; 0: all. */
	int beside_rows, beside_columns;
	struct buffer find;
	VECTOR(size_t) places; /* items one has come from */
	size_t place_at;       /* in places; places.len: not going back */
	VECTOR(struct brief_cited) cited; /* in order; read when asked for */
	struct arena cited_symbols;
	bool is_cited_read;
	struct cite_panel panel;
	size_t panel_item;	      /* it is under; SIZE_MAX: closed */
	struct viewport panel_before; /* what was in view without it */
	unsigned roles;		      /* bits of those shown; 0: all */
	struct record_log log;
	struct record_mark *marks; /* by row of the meeting */
	bool *changed;		   /* since it was last printed; by row, too */
	struct buffer state_words, state_notes; /* of the row laid out last */
	struct brief_draft draft;
	char *follow_path;	    /* where the place is published; or NULL */
	struct buffer follow_place; /* published, or followed, last */
	bool is_following, is_publishing;
	VECTOR(struct brief_bookmark) bookmarks;
	struct check_report report;
	VECTOR(struct brief_finding) findings;
	size_t finding_at;	/* of those the one gone to last */
	size_t finding_count;	/* errors and warnings */
	bool is_checked;	/* both are of the text that is shown */
	VECTOR(uint64_t) known; /* hashes of what was found before an edit */
	bool is_edited;
	struct stale stale;
	struct stale_search *stale_search; /* NULL: none is under way */
	bool is_stale_known;
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

/* Lay out what stands below and above the screen. */
void brief_prepare(struct view *view);

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
unsigned brief_do_third(struct view *view, const char *argument,
			struct error *err);
unsigned brief_do_swap(struct view *view, const char *argument,
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

/* At the first point, with the title above it where there is room. */
void brief_begin(struct brief_view *view);
/* The item a place is at; a whole section is its heading. What is not shown
 * is the next item that is. */
size_t brief_item_of(const struct brief_view *view, const struct place *place);
struct place brief_place_of(const struct brief_view *view, size_t item);
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

/* --- brief_citing.c --- */

/* The first 'most' points that cite what is typed: a document in any form, or
 * the beginning of its number or a part of its name. Returns how many. */
size_t brief_list_citing(struct brief_view *view, const char *typed,
			 struct brief_cited *out, size_t most);
/* To the first of them; false where there is none, with a better message
 * where a document was typed. */
bool brief_go_citing(struct brief_view *view, const char *typed,
		     struct error *err);
/* The meeting is read again. */
void brief_forget_cited(struct brief_view *view);

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

/* --- brief_check.c --- */

/* Have the checks look at the brief, where they have not yet. */
enum status brief_check(struct brief_view *view, struct error *err) WARN_UNUSED;
/* The meeting is another: what was found goes. */
void brief_forget_check(struct brief_view *view);
void brief_release_check(struct brief_view *view);
/* Is there time to check? Not in the room, and not twice. */
bool brief_wants_check(const struct brief_view *view);
/* What is found now is known: after an edit the rest is new. */
void brief_know_findings(struct brief_view *view);
/* Errors and warnings; of the parser alone while nothing was checked. */
size_t brief_count_findings(const struct brief_view *view);
/* The item that is marked where a finding is. */
size_t brief_finding_item(struct brief_view *view,
			  const struct brief_finding *finding);
/* "Warning: … [rule]" */
void brief_format_finding(const struct brief_finding *finding,
			  struct buffer *out);
unsigned brief_do_findings(struct view *view, const char *argument,
			   struct error *err);
unsigned brief_do_finding_next(struct view *view, const char *argument,
			       struct error *err);
unsigned brief_do_finding_previous(struct view *view, const char *argument,
				   struct error *err);

/* --- brief_stale.c --- */

/* Is it still to be found what is older than the original? */
bool brief_wants_stale(const struct brief_view *view);
/* Begin to ask, or look whether there is an answer; true where it shows. */
bool brief_tick_stale(struct brief_view *view);
/* Which languages of an item are older: a bit each. */
unsigned brief_stale_languages(const struct brief_view *view, size_t item);
/* The meeting is another. */
void brief_forget_stale(struct brief_view *view);
unsigned brief_do_changes(struct view *view, const char *argument,
			  struct error *err);

/* --- brief_edit.c --- */

/* What is to be opened in the editor. */
struct brief_edit {
	struct place place;
	int language;	  /* index in the meeting, or -1 */
	const char *file; /* within the library; NULL: that language's text */
	int line;	  /* of 'file' */
	bool is_both;	  /* and another language beside it */
};
/* Run the editor, read what it left and say what is newly found. */
unsigned brief_edit(struct brief_view *view, const struct brief_edit *edit,
		    struct error *err);
/* Let a finding pass, for a reason that is written beside it. */
unsigned brief_ignore(struct brief_view *view,
		      const struct brief_finding *finding, const char *reason,
		      struct error *err);
unsigned brief_do_edit(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_edit_both(struct view *view, const char *argument,
			    struct error *err);
unsigned brief_do_role(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_priority(struct view *view, const char *argument,
			   struct error *err);
unsigned brief_do_cue(struct view *view, const char *argument,
		      struct error *err);

/* --- brief_marks.c --- */

/* Read the record of the meeting; and forget it. */
void brief_open_record(struct brief_view *view);
void brief_close_record(struct brief_view *view);
/* Marks from the record as it is now; forgets every layout. */
void brief_fold_record(struct brief_view *view);
/* Which points have other words than on paper; forgets every layout. */
void brief_find_changed(struct brief_view *view);
/* The mark of an item, NULL for what is no point of a section. */
const struct record_mark *brief_mark(const struct brief_view *view,
				     size_t item);
/* What stands for an item where there is room for one sign; 0 for nothing. */
uint32_t brief_item_sign(const struct brief_view *view, size_t item);
/* What to show with the point; its texts are the view's until the next call.
 * False: nothing. */
bool brief_state(struct brief_view *view, size_t item, struct row_state *state);
bool brief_tick(struct view *view);
int brief_wait_ms(const struct view *view);
void brief_watched(const struct view *view, struct library_names *out);

/* --- brief_live.c --- */

unsigned brief_do_said(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_stopped(struct view *view, const char *argument,
			  struct error *err);
unsigned brief_do_note(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_floor(struct view *view, const char *argument,
			struct error *err);
unsigned brief_do_undo(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_live(struct view *view, const char *argument,
		       struct error *err);
unsigned brief_do_record(struct view *view, const char *argument,
			 struct error *err);
void brief_typed(struct view *view, const char *command, const char *text);
void brief_release_draft(struct brief_draft *draft);
/* A note that was being typed when the program ended: back at the prompt. */
void brief_recall_draft(struct brief_view *view);

/* --- brief_follow.c --- */

void brief_open_follow(struct brief_view *view);
void brief_close_follow(struct brief_view *view);
/* Go where the live screen is; true where that is elsewhere. */
bool brief_follow(struct brief_view *view);
void brief_settled(struct view *view);
unsigned brief_do_follow(struct view *view, const char *argument,
			 struct error *err);

/* --- minutes_view.c, reactive.c, pipe.c --- */

unsigned brief_do_minutes(struct view *view, const char *argument,
			  struct error *err);
unsigned brief_do_reading(struct view *view, const char *argument,
			  struct error *err);
unsigned brief_do_reactive(struct view *view, const char *argument,
			   struct error *err);
unsigned brief_do_pipe(struct view *view, const char *argument,
		       struct error *err);

/* --- brief_keep.c --- */

/* Keep place, columns, form and bookmarks for the next opening. */
void brief_keep(struct brief_view *view);
/* As they were kept; the place only 'with_place'. */
void brief_recall(struct brief_view *view, bool with_place);
void brief_set_bookmark(struct brief_view *view, const char *key,
			const char *place);
void brief_release_bookmarks(struct brief_view *view);
unsigned brief_do_bookmark(struct view *view, const char *argument,
			   struct error *err);
unsigned brief_do_to_bookmark(struct view *view, const char *argument,
			      struct error *err);

/* --- brief_roles.c --- */

/* Show only these roles (bits; 0: all), and stay near where one is. */
void brief_set_roles(struct brief_view *view, unsigned roles);
bool is_brief_row_shown(const struct brief_view *view,
			const struct aligned_row *row);
/* "only if raised", or NULL where all are shown. */
const char *brief_roles_text(const struct brief_view *view);
unsigned brief_do_filter(struct view *view, const char *argument,
			 struct error *err);

/* --- outline.c --- */

/* Sections and points around the marked one, in columns [0, width). */
void brief_draw_outline(struct brief_view *view, struct frame *frame,
			int width);

/* First words of a section's heading or a point, on one line. */
void brief_first_words(const struct brief_view *view, size_t item,
		       struct buffer *out);

#endif
