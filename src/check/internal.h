/*
 * internal.h - what the files of src/check share and nobody else sees.
 *
 * A section is taken at a time. Each of its points, in each language, becomes
 * a side: its text in one piece, scanned once. Rules then look at a side by
 * itself or at two sides of a point, and report spots, stretches of a side's
 * text, whose place in the file is worked out only then.
 */
#ifndef LECTERN_CHECK_INTERNAL_H
#define LECTERN_CHECK_INTERNAL_H

#include "lectern/buffer.h"
#include "lectern/check.h"
#include "lectern/cite.h"
#include "lectern/words.h"
#include "scan.h"

#define CHECK_NONE SIZE_MAX

/* What a side is the text of. */
enum side_kind {
	SIDE_TITLE, /* titles are free: never compared */
	SIDE_PREFACE,
	SIDE_HEADING,
	SIDE_POINT,
	SIDE_CUE,
};

struct side_block {
	const struct block *block;
	size_t start; /* of its text in the side's */
};

/* A thousand bits that say which words a text has, in no language: two texts
 * that are translations of each other share more of them than chance gives. */
#define SIGNATURE_WORDS 16
struct signature {
	uint64_t bits[SIGNATURE_WORDS];
	unsigned count;	  /* bits set */
	uint64_t anchors; /* citations and figures, a bit each */
};

struct check_side {
	enum side_kind kind;
	size_t language; /* index in the meeting */
	const char *tag;
	size_t section, row;
	const struct point *point; /* or NULL */
	const struct block *first; /* where it stands, if it has no text */
	struct buffer text;
	VECTOR(struct side_block) blocks;
	VECTOR(struct span) spans; /* over the whole text */
	struct scan_tokens tokens;
	struct scan_numbers numbers;
	struct scan_dates dates;
	struct scan_quotes quotes;
	struct scan_sentences sentences;
	struct citations citations;
	struct signature signature;
	size_t words, letters;
	bool is_used;
	bool is_doubtful; /* its partner is in doubt */
};

/* A stretch of a side's text; start == end: the side as such. */
struct check_spot {
	const struct check_side *side;
	size_t start, end;
};

struct check_run;

/* A rule: what it looks at decides which of the functions it has. */
struct check_row {
	struct check_rule rule;
	bool needs_partner; /* not asked where the pairing is in doubt */
	void (*on_side)(struct check_run *run, const struct check_row *row,
			struct check_side *side);
	void (*on_pair)(struct check_run *run, const struct check_row *row,
			struct check_side *one, struct check_side *two);
	/* Each file, as it is on disk. */
	void (*on_file)(struct check_run *run, const struct check_row *row,
			size_t language);
	/* A section, before the rest of it. */
	void (*on_section)(struct check_run *run, const struct check_row *row,
			   size_t section);
	/* Once, after all sections. */
	void (*on_meeting)(struct check_run *run, const struct check_row *row);
};

extern const struct check_row check_rows[];
extern const size_t check_row_count;
/* What is said of suppressions themselves. */
extern const struct check_rule check_suppression_rule;

/* A word or phrase that is looked for by hash (phrases.c). */
struct phrases;

/* A term, its words as stems (term_match.c). */
struct term_index;

struct checker {
	struct check_settings settings;
	/* By language tag, made when first met. */
	struct {
		char *tag;
		struct lexicon *lexicon;
		struct phrases *phrases;
		struct term_index *terms;
	} languages[MEETING_LANGUAGES_MAX * 2];
	size_t language_count;
	/* Sides of the section at hand: row * languages + language; kept. */
	VECTOR(struct check_side) sides;
	struct check_side extra[MEETING_LANGUAGES_MAX]; /* headings, cues */
};

struct check_run {
	struct checker *checker;
	const struct meeting *meeting;
	const struct check_source *sources; /* or NULL */
	VECTOR(size_t) line_starts[MEETING_LANGUAGES_MAX];
	size_t using[MEETING_LANGUAGES_MAX]; /* in checker->languages */
	struct check_report *report;
	size_t first_finding;
	size_t row_count;	  /* of the section at hand */
	struct check_side *sides; /* of the section at hand */
	struct arena arena;	  /* for the run */
	/* What was said once and need not be said again, by hash. */
	uint64_t *said;
	size_t said_count, said_cap;	      /* a power of two, or 0 */
	size_t spoken[MEETING_LANGUAGES_MAX]; /* words, or Chinese letters */
};

/* --- side.c --- */

/* Forget the text, keep the memory. */
void side_reset(struct check_side *side);
void side_release(struct check_side *side);
/* Fill from blocks and scan. */
void side_fill(struct check_run *run, struct check_side *side,
	       const struct block *blocks, size_t count);
/* The side of a row in a language, or NULL where there is none. */
struct check_side *run_side(const struct check_run *run, size_t row,
			    size_t language);
/* A token's bytes. */
const char *side_word(const struct check_side *side, uint32_t token,
		      size_t *len);
bool is_side_word(const struct check_side *side, uint32_t token,
		  const char *word);

/* --- signature.c --- */

void signature_make(struct check_side *side);
/* How alike two texts are, in no language: 0 not at all. */
int signature_score(const struct check_side *one, const struct check_side *two);

/* --- place.c --- */

/* Line and column of a byte of a side's text, and its byte in the file. */
struct check_where {
	int line, column;
	size_t byte;
	bool is_exact; /* found in the source */
};
void place_of_byte(struct check_run *run, const struct check_side *side,
		   size_t at, struct check_where *out);
/* The byte of the source where a line starts. */
size_t run_line_start(struct check_run *run, size_t language, int line);

/* --- report.c --- */

/*
 * Report a spot. 'other' may be NULL. Returns the finding, valid until the
 * next one.
 */
struct check_finding *
run_report(struct check_run *run, const struct check_row *row,
	   enum severity severity, const struct check_spot *spot,
	   const struct check_spot *other, const char *fmt, ...)
	PRINTF_LIKE(6, 7);
/* The same, the places being given: other->language is not used. */
struct check_finding *run_report_at(struct check_run *run,
				    const struct check_row *row,
				    enum severity severity,
				    const struct check_finding *place,
				    const char *fmt, ...) PRINTF_LIKE(5, 6);
void report_sort(struct check_report *report, size_t first);
/* Fill in where a spot is. */
void run_place(struct check_run *run, const struct check_spot *spot,
	       struct check_finding *out);
/* The words of a spot on one line, shortened: for a message. Valid until the
 * run ends. */
const char *run_quote(struct check_run *run, const struct check_spot *spot);
/* Tokens [first, end) of a side as a spot. */
struct check_spot spot_of_tokens(const struct check_side *side, uint32_t first,
				 uint32_t end);

/* --- once.c --- */

/* Is this the first time in the run that 'topic' is asked about this? */
bool run_once(struct check_run *run, const char *topic, const char *name,
	      size_t language);

/* --- suppress.c --- */

/* Mark what the writer has given a reason for, and say what was not needed. */
void run_suppress(struct check_run *run);

/* --- phrases.c, phrase_rows.c --- */

enum phrase_kind {
	PHRASE_NONE,
	PHRASE_YEAR,	 /* "this year": value is years from now */
	PHRASE_RELATIVE, /* "recently", "last session" */
	PHRASE_DRAFT,	 /* "TBC", "???" */
	PHRASE_CAPITALS, /* the same, where in capitals: XXX */
	PHRASE_DOUBLE,	 /* may stand twice: "that that" */
	PHRASE_ADOPT,	 /* "adopted" */
	PHRASE_SESSION,	 /* what a Roman XX may stand beside */
	PHRASE_FOREIGN,	 /* set in italics as a rule: "inter alia" */
	PHRASE_VOTE,	 /* "in favour", "abstaining" */
	PHRASE_NO_VOTE,	 /* "without a vote" */
	PHRASE_CITE,	 /* "resolution": a number may follow */
};

struct phrases *phrases_new(const char *language, const char *draft_marks);
void phrases_free(struct phrases *phrases);

struct phrase_match {
	enum phrase_kind kind;
	int value;
	uint32_t end; /* the token after it */
};

/* The longest phrase that starts at a token; false where there is none. */
bool phrases_match(const struct phrases *phrases, const struct check_side *side,
		   uint32_t at, struct phrase_match *out);
/* Is there a phrase of this kind in tokens [first, end)? */
bool phrases_has(const struct phrases *phrases, const struct check_side *side,
		 uint32_t first, uint32_t end, enum phrase_kind kind);
const struct phrases *run_phrases(const struct check_run *run,
				  const struct check_side *side);

/* One row of the tables: phrases with '/' between, their words as a text has
 * them; a '*' after a word: any ending. */
struct phrase_row {
	const char *language; /* NULL: all */
	enum phrase_kind kind;
	int value;
	const char *phrases;
};
extern const struct phrase_row phrase_rows[]; /* ends with phrases NULL */

/* --- term_match.c --- */

struct term_index *term_index_new(const struct terms *terms,
				  const char *language);
void term_index_free(struct term_index *index);

/* Where a term stands in a side. */
struct term_hit {
	const struct term_row *term;
	uint32_t first, end; /* tokens */
};

struct term_hits {
	VECTOR(struct term_hit) list;
};

/* Append each term that stands in a side, exceptions left out. */
void term_index_find(const struct term_index *index,
		     const struct check_side *side, struct term_hits *out);
/* Has the language a term for the concept? */
bool term_index_has(const struct term_index *index, const char *concept);
const struct term_index *run_terms(const struct check_run *run,
				   const struct check_side *side);

/* --- the rules, a file a family --- */

#define CHECK_SIDE(name)                                                       \
	void name(struct check_run *run, const struct check_row *row,          \
		  struct check_side *side)
#define CHECK_PAIR(name)                                                       \
	void name(struct check_run *run, const struct check_row *row,          \
		  struct check_side *one, struct check_side *two)
#define CHECK_FILE(name)                                                       \
	void name(struct check_run *run, const struct check_row *row,          \
		  size_t language)
#define CHECK_SECTION(name)                                                    \
	void name(struct check_run *run, const struct check_row *row,          \
		  size_t section)
#define CHECK_MEETING(name)                                                    \
	void name(struct check_run *run, const struct check_row *row)

CHECK_SECTION(check_point_missing);
CHECK_SECTION(check_point_order);
CHECK_MEETING(check_section_order);
CHECK_PAIR(check_numbers);
CHECK_PAIR(check_dates);
CHECK_PAIR(check_cite_missing);
CHECK_SIDE(check_cite_unknown);
CHECK_SIDE(check_cite_disagrees);
CHECK_SIDE(check_cite_form);
CHECK_SIDE(check_quote_differs);
CHECK_PAIR(check_emphasis);
CHECK_SIDE(check_term_deprecated);
CHECK_PAIR(check_term_pair);
CHECK_SIDE(check_date_relative);
CHECK_SIDE(check_quote_unclosed);
CHECK_SIDE(check_mixed_script);
CHECK_FILE(check_hidden_char);
CHECK_SIDE(check_nbsp);
CHECK_SIDE(check_too_long_sentence);
CHECK_MEETING(check_too_long);
CHECK_PAIR(check_untranslated);
CHECK_SIDE(check_leftover);

#endif
