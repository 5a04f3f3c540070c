/*
 * search.h - questions as people type them, put to the index, and the points
 * that answer them.
 *
 * Words are literal: whatever is typed finds the text that has it, and there
 * is no syntax that could be got wrong. "words in quotes" stand in that order,
 * -word excludes, lang:ru, meeting:words, role:if-raised and since:2020-05 are
 * filters; a filter that makes no sense is a word like others. The last word
 * is the beginning of one, unless a space follows it.
 *
 * Answers are points: the language versions that have the words together, the
 * newest meeting first, within a meeting the best first. Titles of meetings
 * and notes to the drafters answer too, and say that they are that; a note has
 * no role, so asking for one leaves notes out. So do instruments, by their
 * symbol, their names and their texts, with the day of adoption as their date;
 * what asks for a meeting or a role leaves them out.
 */
#ifndef LECTERN_SEARCH_H
#define LECTERN_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/arena.h"
#include "lectern/brief.h"
#include "lectern/date.h"
#include "lectern/meeting.h"
#include "lectern/store.h"
#include "lectern/vector.h"

/* What is beyond is not looked at: nobody types as much. */
#define SEARCH_BYTES_MAX 4096
#define SEARCH_TERMS_MAX 32 /* words and phrases */
#define SEARCH_WORDS_MAX 64 /* in all of them */

/* A word as a person typed it, folded. */
struct search_word {
	const char *text;
	size_t len;
};

/* A word, or several that stand in this order: "с.г." is two. */
struct search_term {
	const struct search_word *words;
	size_t word_count;
	const char *symbol; /* the citation it is too, as a token; or NULL */
	bool symbol_is_prefix;
	bool is_excluded;
	bool is_prefix; /* its last word is the beginning of one */
};

struct search_query {
	struct search_term terms[SEARCH_TERMS_MAX];
	size_t term_count;
	size_t word_count;
	const char *language; /* filters; NULL where not given */
	const char *role;
	const char *meeting;
	struct date since; /* month 0: not given */
	struct arena arena;
};

/* Parse any bytes; cannot fail. To be released. */
void search_query_parse(struct search_query *query, const char *text,
			size_t len);
void search_query_release(struct search_query *query);
/* Is there a word that must stand in a text? */
bool search_query_asks(const struct search_query *query);

/* A match: bytes of the snippet's text. */
struct search_span {
	size_t start, end;
};

struct search_result {
	const char *meeting, *short_name;
	struct date_range date;
	bool is_title; /* of the meeting; then no section and no point */
	/* Then 'short_name' is the symbol, and 'meeting' the id of its text,
	 * is_instrument_id(); there may be none where this is a title. */
	bool is_instrument;
	bool is_note;	     /* to the drafters, at this point */
	const char *section; /* id; "" for one without */
	int section_ordinal, point, row_ordinal;
	enum role role;
	const char *languages[MEETING_LANGUAGES_MAX]; /* that have the words */
	size_t language_count;
	const char *snippet; /* of the language that fits best, one line */
	const char *snippet_language;
	const struct search_span *spans;
	size_t span_count;
};

struct search_results {
	VECTOR(struct search_result) list;
	bool has_more; /* beyond the limit */
	struct arena arena;
};
#define SEARCH_RESULTS_INIT                                                    \
	{                                                                      \
		VECTOR_INIT, false, ARENA_INIT                                 \
	}
void search_results_release(struct search_results *results);

struct search_options {
	const char *meeting_id; /* only in it; NULL: everywhere */
	const char *language;	/* only this one; NULL: what the words ask */
	size_t offset, limit;
};

/* Empties 'out' and fills it. That nothing was found is no error. */
enum status search_run(struct store *store, const char *text, size_t len,
		       const struct search_options *options,
		       struct search_results *out,
		       struct error *err) WARN_UNUSED;

/* Does the place have a name to go by, as place_find() takes it: "2.2.4/3",
 * "#2/1" for a section without an id? Appended to 'out'. */
void search_format_place(const struct search_result *result,
			 struct buffer *out);

#endif
