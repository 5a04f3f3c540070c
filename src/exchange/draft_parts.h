/*
 * draft_parts.h - a draft being made. The steps, a file each or few:
 *
 *   draft_lines	  lines; page numbers and running heads set aside
 *   draft_blocks	  paragraphs, of lines or of cells of tables
 *   draft_marker	  the "1.", "(a)", "一、" a paragraph begins with
 *   draft_language	  whose words they are
 *   draft_note		  letterheads and notes verbales
 *   draft_outline	  a text a language: title, sections, points
 *   draft_pair		  the languages beside each other
 *   draft_write	  the files
 *
 * Blocks are never copied between steps: they get to know more.
 */
#ifndef LECTERN_DRAFT_PARTS_H
#define LECTERN_DRAFT_PARTS_H

#include <stdint.h>

#include "lectern/brief.h"
#include "lectern/draft.h"
#include "lectern/memory.h"

/* The languages known by their words, and one more by name. */
enum draft_tongue {
	TONGUE_EN,
	TONGUE_RU,
	TONGUE_KK,
	TONGUE_FR,
	TONGUE_ES,
	TONGUE_AR,
	TONGUE_ZH,
	TONGUE_OTHER, /* what the caller named */
	TONGUE_COUNT,
	TONGUE_NONE = -1
};

#define DRAFT_LEXICON 4096

/* Words that tell languages apart, by their hashes. */
struct draft_lexicon {
	uint32_t hashes[DRAFT_LEXICON];
	unsigned char tongues[DRAFT_LEXICON]; /* bits */
};

/* ---- lines ---- */

struct draft_line {
	const char *text; /* without the spaces around it */
	size_t len;
	int number;
	int indent; /* columns before it */
	int width;  /* characters */
	bool is_blank;
	bool is_page_start; /* a form feed stood before it */
	bool has_break;	    /* Markdown's hard break at its end */
	bool is_out;	    /* belongs to the page, not to the text */
};

struct draft_lines {
	VECTOR(struct draft_line) list;
};

struct draft_marker;

#define DRAFT_WRAPS 5

/* How wide lines are, in each script and in bytes, where something wrapped
 * them. */
struct draft_wrap {
	int width[DRAFT_WRAPS];	   /* 0: nothing did */
	bool is_sure[DRAFT_WRAPS]; /* most lines are so wide */
};

void draft_wrap_measure(const struct draft_lines *lines,
			struct draft_wrap *wrap);
/* Does 'next' go on with the paragraph of 'line', which began with 'open'? */
bool draft_wrap_continues(const struct draft_wrap *wrap,
			  const struct draft_line *line,
			  const struct draft_line *next,
			  const struct draft_marker *open);
/* Has it letters, all of them capitals? */
bool draft_is_all_capitals(const char *text, size_t len);
/* Is its first letter a small one? */
bool draft_starts_small(const char *text, size_t len);

/* ---- markers ---- */

enum draft_mark {
	MARK_NONE,
	MARK_NUMBER, /* 1. 1) (1) */
	MARK_DOTTED, /* 2.2.4 */
	MARK_ROMAN,  /* IV. */
	MARK_LETTER, /* (a) а) أ) */
	MARK_BULLET,
	MARK_HAN,	/* 一、 */
	MARK_HAN_ROUND, /* （一） */
	MARK_ORDINAL,	/* أولا: */
};

struct draft_marker {
	enum draft_mark kind;
	int number;    /* its value; of a bullet 0 */
	int style;     /* what closes it: ".", ")", "()" differ */
	bool is_lower; /* letters and roman numerals */
	size_t size;   /* bytes with the spaces after it; 0: none */
	char text[24]; /* as written, without spaces: "2.2.4", "(a)" */
};

/* The marker text[0..len) begins with; kind MARK_NONE where none. */
void draft_marker_read(const char *text, size_t len,
		       struct draft_marker *marker);
/* Same kind and form: items of one list. */
bool is_draft_marker_like(const struct draft_marker *a,
			  const struct draft_marker *b);

/* ---- blocks ---- */

/* What became of a block. */
enum draft_use {
	USE_NONE, /* nothing yet */
	USE_TITLE,
	USE_PREFACE,
	USE_HEADING,
	USE_TEXT,
	USE_LETTERHEAD,
	USE_NOTE,
	USE_OUT,
};

struct draft_block {
	const char *text; /* Markdown; '\n' is a hard break; marker within */
	size_t len;
	struct draft_marker marker;
	size_t source;
	int first_line, last_line;
	int run; /* lines without a blank between are one run */
	int indent;
	int row;   /* of a table, from 1; 0: none */
	int level; /* of a Markdown heading; 0: none */
	enum draft_tongue tongue;
	enum draft_use use;
	bool is_strong;	  /* all of it */
	bool is_capitals; /* all letters are */
	bool is_verbatim; /* lines of a table that is no translation */
	bool ends_sentence;
	bool is_question; /* "Q:" stood before it */
};

/* What a piece of text shares with a translation of it. */
struct draft_trait {
	uint32_t hash;
	float weight; /* 1 / pieces of its language that have it */
};

struct draft_traits {
	VECTOR(struct draft_trait) list; /* by hash, each once */
	size_t length;
	int strong_count;
	int row;	    /* of a table; 0: none */
	size_t first, last; /* blocks */
};

struct draft_point {
	int number;
	bool is_numbered;
	bool is_chapeau;
	int role; /* enum role, or -1: the section's */
	char was[24];
	VECTOR(size_t) blocks;
	struct draft_traits traits;
};

struct draft_section {
	long heading;	   /* block, or -1 */
	const char *words; /* the heading as it will stand */
	char id[64];	   /* "" where none */
	bool is_id_read;   /* off the heading, by the brief's own rules */
	int role;	   /* enum role */
	const char *to;	   /* addressee, or "" */
	int country;	   /* row of the table, or -1 */
	bool has_partner;  /* in the original, or in a translation */
	struct draft_traits traits;
	VECTOR(struct draft_point) points;
};

/* Ids and whose they are. */
struct draft_id {
	const char *id; /* NULL: free */
	size_t section;
};

struct draft_ids {
	struct draft_id *slots;
	size_t size, count;
};

struct draft_text {
	enum draft_tongue tongue;
	struct draft_ids ids;  /* of its sections */
	VECTOR(size_t) blocks; /* of this language in order */
	VECTOR(size_t) title, preface;
	VECTOR(size_t) letterhead, note;
	VECTOR(struct draft_section) sections;
	const char *note_number; /* "17-1/308", or "" */
	struct date note_date;
	size_t first; /* block where its points begin */
	bool is_present;
};

struct draft_work {
	const struct draft_source *sources;
	size_t source_count;
	const struct draft_options *options;
	struct draft *draft;
	struct arena *arena; /* the draft's */
	struct draft_lexicon *lexicon;
	struct cite_names *names; /* none; their index of cues */
	VECTOR(struct draft_block) blocks;
	struct draft_text texts[TONGUE_COUNT];
	const char *tags[TONGUE_COUNT];
	enum draft_tongue order[TONGUE_COUNT];
	size_t order_count;
	int run;
	int row;
	/* Facts, "" where not found. */
	const char *reference, *place, *classification, *subject;
	struct date_range date; /* of the meeting; month 0: not found */
};

/* An item to be filled in further; all else is empty. */
struct draft_item *draft_add_item(struct draft_work *work, enum draft_kind kind,
				  const char *code);
/* An item about a block. */
struct draft_item *draft_add_block_item(struct draft_work *work,
					enum draft_kind kind, const char *code,
					const struct draft_block *block);

/* ---- characters and words ---- */

/* The code point at 'at', as a small letter, with ё as е and ’ as '. */
size_t draft_char(const char *text, size_t len, size_t at, uint32_t *cp);
/* The same without making it small. */
size_t draft_char_as_is(const char *text, size_t len, size_t at, uint32_t *cp);
/* A code point written at 'out': bytes. */
size_t draft_put_char(char *out, uint32_t cp);
bool is_draft_letter(uint32_t cp);
bool is_draft_han(uint32_t cp);
bool is_draft_space(uint32_t cp);
/* Bytes of text that say 'phrase' but for case, ending where a word ends; '*'
 * at the end of the phrase is any ending. 0 where they do not. */
size_t draft_match(const char *text, size_t len, const char *phrase);
/* The text without spaces, emphasis marks and brackets around it. */
void draft_strip(const char **text, size_t *len);
/* Does it end as sentences do? */
bool draft_ends_sentence(const char *text, size_t len);

enum draft_words {
	WORDS_IF_RAISED,
	WORDS_IF_PRESSED,
	WORDS_IF, /* with one of the next two in one heading */
	WORDS_RAISED,
	WORDS_PRESSED,
	WORDS_BACKGROUND,
	WORDS_AVOID,
	WORDS_SAY,	  /* "Key messages": what is said by all means */
	WORDS_QUESTION,	  /* "Regarding the question of" */
	WORDS_Q,	  /* "Q:" */
	WORDS_A,	  /* "A:" */
	WORDS_CLASSIFIED, /* "Confidential" */
	WORDS_OFFICE,	  /* "Ministry of": of letterheads */
	WORDS_ENCLOSURE,
	WORDS_COMPLIMENTS, /* somewhere within: the text is a note verbale */
	WORDS_SUBJECT,
	WORDS_REFERENCE,
	WORDS_FIELD,	/* "To:", "From:", "Date:": of a memo */
	WORDS_LANGUAGE, /* "English": over a column */
	WORDS_DRAFT,	/* "Draft of": the date after it is not a meeting's */
	WORDS_PAGE,
	WORDS_CHAPTER, /* "Annex", "Introduction" */
};

/* Bytes of the phrase of that kind the text begins with, or 0. */
size_t draft_words_begin(const char *text, size_t len, enum draft_words kind);
/* Is there such a phrase at some word of it? */
bool draft_words_within(const char *text, size_t len, enum draft_words kind);

/* A state as each language calls it; NULL past the last row. */
struct draft_country {
	const char *names[TONGUE_OTHER]; /* as an addressee */
	const char *stems[TONGUE_OTHER]; /* as words about it begin */
};
const struct draft_country *draft_country_at(int row);
/* The one that the words at the start are of, or -1. */
int draft_country_begins(const char *text, size_t len,
			 enum draft_tongue tongue);
/* The one that a text names first, or -1. */
int draft_country_find(const char *text, size_t len, enum draft_tongue tongue);

/* Headings of what has none. */
const char *draft_letterhead_words(const struct draft_text *text);
const char *draft_points_words(enum draft_tongue tongue);
void draft_note_words(const struct draft_text *text, struct buffer *out);
/* "No. 17-1/308 of 1 June 2021" */
void draft_reference_words(enum draft_tongue tongue, const char *number,
			   const struct date *date, struct buffer *out);

/* Where a section, or a point of it, stands in the brief. */
const char *draft_place(struct draft_work *work,
			const struct draft_section *section,
			const struct draft_point *point);

/* The section an id is of; NULL where it is not there. */
const struct draft_id *draft_ids_find(const struct draft_ids *ids,
				      const char *id);
/* The id must outlive the table. */
void draft_ids_add(struct draft_ids *ids, const char *id, size_t section);
void draft_ids_release(struct draft_ids *ids);

/* ---- the steps ---- */

void draft_lines_read(const struct draft_source *source,
		      struct draft_lines *lines);
void draft_lines_find_pages(struct draft_lines *lines);
void draft_blocks_read(struct draft_work *work, size_t source);
/* Where the table ends that begins with a line, or 0 where none does. */
size_t draft_table_end(const struct draft_lines *lines, size_t at);
void draft_table_read(struct draft_work *work, size_t source,
		      const struct draft_lines *lines, size_t from, size_t to);
struct draft_block *draft_block_add(struct draft_work *work, size_t source,
				    const struct draft_line *first,
				    const struct draft_line *last,
				    const struct buffer *text);

enum draft_tongue draft_tongue_of(const struct draft_lexicon *lexicon,
				  const char *text, size_t len, int *sure);
/* The caller frees it. */
struct draft_lexicon *draft_lexicon_new(void);
void draft_languages_find(struct draft_work *work);
void draft_notes_find(struct draft_work *work);
void draft_outline_read(struct draft_work *work, struct draft_text *text);
void draft_facts_find(struct draft_work *work);
void draft_pair(struct draft_work *work);
/* The traits of all points and sections of a text. */
void draft_traits_read(struct draft_work *work, struct draft_text *text);
/* How alike two pieces are, 0 to 1, where the second's length is 'ratio' of
 * the first's; *shared is how much they have in common, 0 to 1. */
double draft_likeness(const struct draft_traits *a,
		      const struct draft_traits *b, double ratio,
		      double *shared);

/* Two lists to be aligned. */
struct draft_lists {
	size_t a_count, b_count;
	double (*score)(size_t a, size_t b, double *shared, void *data);
	void *data;
};

/*
 * The pairing of the most worth, in order or, where pairs have much in common,
 * out of it: partner[b] is an item of the first list, or -1. Returns its
 * worth. Only items near to each other are compared.
 */
double draft_align(const struct draft_lists *lists, long *partner);
/* What a pairing is worth. */
double draft_align_worth(const struct draft_lists *lists, const long *partner);
void draft_write(struct draft_work *work);
void draft_finish(struct draft_work *work);
void draft_write_facts(struct draft_work *work);
void draft_add_file(struct draft_work *work, const char *name,
		    const struct buffer *text);
/* The words of a title, as one line. */
void draft_title(const struct draft_work *work, const struct draft_text *text,
		 struct buffer *out);

#endif
