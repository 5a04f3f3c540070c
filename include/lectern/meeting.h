/*
 * meeting.h - meeting.yaml, the facts shared by all languages of a meeting;
 * and the meeting with all its language versions, aligned.
 *
 * Alignment joins by key and never by guess where a key exists: sections by
 * id (sections without an id by their order among such sections), points by
 * number within the section (unnumbered ones by count). What has no partner
 * stays on a row of its own. The first language of 'languages' gives the
 * order; what only others have comes after its nearest predecessor.
 */
#ifndef LECTERN_MEETING_H
#define LECTERN_MEETING_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/brief.h"

#define MEETING_LANGUAGES_MAX 8

/* A text given once, or once per language. */
struct translated {
	const char *language; /* "" : for all languages */
	const char *text;
};

struct meeting_facts {
	const struct translated *titles;
	size_t title_count;
	const char *short_name, *body, *place, *delegation, *subject;
	const char *classification, *delivery, *reference;
	struct date_range date;
	const char *languages[MEETING_LANGUAGES_MAX]; /* first: the original */
	size_t language_count;
	long floor_seconds; /* time for one intervention; 0 not given */
	struct arena arena;
};

/*
 * Parse meeting.yaml (YAML 1.1 through libyaml; aliases are refused, so that
 * nothing can expand). Unknown keys are a note; a missing title or date is an
 * error with line and column; the rest is filled all the same. 'facts' must
 * be released. Strings are "" where not given.
 */
void meeting_facts_parse(const char *text, size_t len, const char *file,
			 struct meeting_facts *facts,
			 struct diagnostics *diags);
void meeting_facts_release(struct meeting_facts *facts);

/* The title in 'language', else in the first one there is, else "". */
const char *meeting_title(const struct meeting_facts *facts,
			  const char *language);

/* "5 min", "5", "90 s", "1:30", "1 h": seconds, or false. A bare number is
 * minutes. */
bool duration_parse(const char *text, size_t len, long *seconds);

/* One row: the same point in each language, or NULL where it is missing. */
struct aligned_row {
	const struct point *cells[MEETING_LANGUAGES_MAX];
};

/* A section in each language with the rows of its points. */
struct aligned_section {
	const char *id; /* of the first language that has it; "" where none */
	const struct section *cells[MEETING_LANGUAGES_MAX];
	const struct aligned_row *rows;
	size_t row_count;
	size_t first_row; /* index of its first row in the whole meeting */
};

/*
 * A whole meeting. briefs[i] is the version in languages[i], NULL where there
 * is no such file.
 */
struct meeting {
	const char *id; /* the folder's name */
	struct meeting_facts facts;
	struct brief *briefs[MEETING_LANGUAGES_MAX];
	const char *languages[MEETING_LANGUAGES_MAX];
	size_t language_count;
	const struct aligned_section *sections;
	size_t section_count;
	size_t row_count; /* in all sections */
	struct diagnostics diags;
	struct arena arena;
};

/* An empty meeting; the caller frees it. 'id' is copied. */
struct meeting *meeting_new(const char *id);

/* Add a language version; the meeting takes it and frees it. Languages
 * beyond the limit add a diagnostic. */
void meeting_take_brief(struct meeting *meeting, struct brief *brief);

/* Put languages in the order of facts.languages (others after, by tag) and
 * align the briefs taken so far. Adds diagnostics about sections that could
 * be aligned only by position, and duplicate ids or numbers. */
void meeting_align(struct meeting *meeting);

void meeting_free(struct meeting *meeting);

/* Position in meeting->languages, or -1. */
int meeting_language_index(const struct meeting *meeting, const char *language);

/* The role, addressee and so on of a row are those of the first language
 * that has the point. Never NULL. */
const struct point *aligned_row_first(const struct aligned_row *row);

/* A place in an aligned meeting. */
struct place {
	size_t section;	    /* index in meeting->sections */
	size_t row;	    /* index in that section's rows */
	bool whole_section; /* no point was named */
	bool whole_meeting; /* nothing was named */
};

/*
 * Find what a person named within a meeting: "2.2.4", "2.2.4/3", "2.2.8"
 * (lands in the range), "2.2.9" (lands on the point that names that
 * subparagraph in parentheses or by for=), "224" (digits without dots),
 * "israel", "israel/1", "#2" (the second section without an id), a 'was'
 * number, a point's id, the beginning of an id, words of a heading in any
 * language, "" (the whole meeting). A point may also follow a ':' or a space.
 * STATUS_NOT_FOUND with the nearest names in the message, or with those that
 * fit where there are several.
 */
enum status place_find(const struct meeting *meeting, const char *words,
		       struct place *place, struct error *err) WARN_UNUSED;

/*
 * The same for a text whose articles and paragraphs people name: "art. 3",
 * "Статья 3", "第三条" are the section of that number; where there is none,
 * "para. 1", "п. 1", "1" are the point of that number in the first section
 * without a number of its own that has one.
 */
enum status place_find_paragraph(const struct meeting *meeting,
				 const char *words, struct place *place,
				 struct error *err) WARN_UNUSED;

/* "2.2.4/3", "israel/1", "2.2.4/0" for a chapeau; sections without an id are
 * "#N", counted from 1 among such sections. */
void place_format(const struct meeting *meeting, const struct place *place,
		  struct buffer *out);

/* The tree of the whole meeting, aligned: `lectern dump`. */
void meeting_dump(const struct meeting *meeting, struct buffer *out);

#endif
