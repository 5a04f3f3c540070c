/*
 * brief.h - one language version of a meeting's brief, parsed.
 *
 * A buffer goes in; sections, points and blocks come out, each with the line
 * and column it stands at. The format is CommonMark 0.30 (through cmark) with
 * one addition, attribute blocks; doc/format.md describes it for writers, and
 * tests/brief is that document as tests.
 *
 * Pure: no files, no screen, no database. Bad input never fails: it adds
 * diagnostics, and the rest of the brief still loads. Only a text beyond the
 * limits (4 MiB, nesting 32, 2,000 points) is refused, also as a diagnostic,
 * with the brief left empty.
 *
 * Text here is the writer's: unfiltered, with malformed UTF-8 replaced by
 * U+FFFD (and a diagnostic with its byte offset). Whoever shows it passes it
 * through layout/filter.
 */
#ifndef LECTERN_BRIEF_H
#define LECTERN_BRIEF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/arena.h"
#include "lectern/buffer.h"
#include "lectern/date.h"
#include "lectern/diagnostic.h"
#include "lectern/error.h"

#define BRIEF_SIZE_MAX	  (4u << 20)
#define BRIEF_POINTS_MAX  2000
#define BRIEF_NESTING_MAX 32

/* What a point is for. Order is that of product.md's filter. */
enum role {
	ROLE_SAY,
	ROLE_IF_RAISED,
	ROLE_IF_PRESSED,
	ROLE_BACKGROUND, /* may inform, is not spoken */
	ROLE_AVOID,
	ROLE_COUNT
};

/* "say", "if-raised" …: the class in an attribute block; never translated. */
const char *role_name(enum role role);
bool role_from_name(const char *name, size_t len, enum role *role);

enum span_kind {
	SPAN_STRONG, /* the key phrase of a point */
	SPAN_EMPHASIS,
	SPAN_CITATION, /* [words](SYMBOL): explicit; target is the symbol */
	SPAN_CODE,
};

/* Bytes [start, end) of a block's text. Spans may nest; ordered by start,
 * the outer first. */
struct span {
	enum span_kind kind;
	size_t start, end;
	const char *target; /* SPAN_CITATION: as written; else NULL */
};

enum block_kind {
	BLOCK_PARAGRAPH,
	BLOCK_ITEM,	/* a nested list item's paragraph; marker and depth */
	BLOCK_HEADING,	/* a heading deeper than ## inside a section */
	BLOCK_QUOTE,	/* a block quote that is no cue (nested quote) */
	BLOCK_VERBATIM, /* code, table rows, raw HTML: lines kept as they are */
};

/*
 * A paragraph-like piece of text. Line breaks inside a paragraph that mean a
 * space are spaces here; a hard break is '\n'. VERBATIM keeps '\n' and its
 * spaces.
 */
struct block {
	enum block_kind kind;
	int depth; /* lists it stands in: 1 for the first nested level */
	/* BLOCK_ITEM: "(a)", "-", "1."; "" in an item's later paragraphs. An
	 * item that starts with a list or a quote is a marker without text. */
	const char *marker;
	const char *text; /* UTF-8, NUL-terminated */
	size_t len;
	const struct span *spans;
	size_t span_count;
	int line, column; /* of its first character in the file */
};

/* Where something stands in the source, for the writer. */
struct extent {
	size_t start, end; /* bytes [start, end) */
	int line, column;
};

/* An HTML comment: a note to the drafters, without its <!-- and -->. */
struct comment {
	const char *text;
	int line, column; /* of its '<' */
};

/* {#id .class key=value}, as found. */
struct attribute {
	const char *key; /* "to", "priority", …; "#" for the id, "." a class */
	const char *value;
	int line, column;
};

enum part_kind {
	PART_HEADING, /* a deeper heading that stands before the point */
	PART_TEXT,
	PART_CUE,
	PART_COMMENT,
};

/* Whole lines of the source that hold one piece of a point: for the writer. */
struct point_part {
	enum part_kind kind;
	int first_line, last_line;
};

struct point {
	int number; /* as written; 0 the chapeau; 1, 2 … where unnumbered */
	bool numbered; /* a number stands before it and is shown */
	bool is_chapeau;
	enum role role;	     /* its own, else its section's */
	const char *id;	     /* {#id} of the point, else "" */
	const char *to;	     /* addressee, else the section's, else "" */
	const char *was;     /* number in an earlier draft, or "" */
	const char *answers; /* 'for=': the subparagraph it answers, or "" */
	int priority;	     /* 1 first … 3; 0 not given */
	const struct block *blocks;
	size_t block_count;
	const struct block *cues; /* the words of a card; often none */
	size_t cue_count;
	const struct comment *comments; /* inside the point or after it */
	size_t comment_count;
	const struct attribute *attributes;
	size_t attribute_count;
	struct extent extent; /* whole lines; line, column of its number */
	const struct point_part *parts;
	size_t part_count;
};

struct section {
	const char *id;	      /* "2.2.7-2.2.9", "israel"; "" where none */
	bool id_given;	      /* by {#id}, not read off the heading */
	struct block heading; /* without its attribute block */
	enum role role;
	const char *to;
	const char *was;
	const struct point *points;
	size_t point_count;
	bool has_numbers; /* has numbered points */
	const struct attribute *attributes;
	size_t attribute_count;
	const struct comment *comments; /* before the first point */
	size_t comment_count;
	struct extent extent; /* from its heading to the end of its text */
};

enum brief_status { BRIEF_STATUS_NONE, BRIEF_DRAFT, BRIEF_CLEARED };

struct brief {
	const char *language; /* BCP 47 tag, e.g. "en" */
	const char *file;     /* name used in diagnostics */
	struct block title;   /* the '#' heading; len 0 where there is none */
	const struct block *preface; /* text between '#' and the first '##' */
	size_t preface_count;
	const struct comment *comments; /* before the first section */
	size_t comment_count;
	enum brief_status status;
	const char *cleared_by, *translator; /* "" where not given */
	struct date cleared_on;
	/* Hashes of the text and of the original as they were when it was
	 * cleared; 0 where not given. */
	uint64_t cleared_text, cleared_original;
	uint64_t text_hash; /* of what follows the front matter */
	const struct section *sections;
	size_t section_count;
	size_t point_count; /* in all sections, chapeaux included */
	struct arena arena;
};

/*
 * Parse 'text'. 'file' is used in diagnostics, 'language' is copied. Always
 * returns a brief (perhaps without sections) that the caller frees; every
 * pointer in it is valid until brief_free().
 */
struct brief *brief_parse(const char *text, size_t len, const char *file,
			  const char *language, struct diagnostics *diags);

void brief_free(struct brief *brief);

/* Is it cleared, and not changed since? One that was cleared by hand, without
 * a hash, is taken at its word. */
bool is_brief_clearance_valid(const struct brief *brief);

/* The tree as text, one node a line with line:column, for tests and people. */
void brief_dump(const struct brief *brief, struct buffer *out);

/*
 * What a writer changes in one point. NULL (or -1) leaves a part alone.
 */
struct point_change {
	const char *text; /* the point's own Markdown, without number, cue and
			   * attribute block; blank lines part paragraphs */
	const char *cue;  /* new cue, "" removes it */
	int role;	  /* enum role, or -1 */
	int priority;	  /* 1..3, 0 removes it, -1 leaves it */
};

/*
 * The point's own Markdown as struct point_change takes it: what an editor
 * starts from. 'text' is the source that 'brief' was parsed from.
 */
void brief_point_markdown(const char *text, size_t len,
			  const struct point *point, struct buffer *out);

/*
 * Write the source with one point changed into 'out'; every byte outside that
 * point is as it was. 'brief' must be the parse of 'text', 'point' one of its
 * points. The result is parsed again: where the change would touch another
 * point (say, text that opens a heading), nothing is written and
 * STATUS_INVALID says why.
 */
enum status
brief_write_point(const char *text, size_t len, const struct brief *brief,
		  const struct point *point, const struct point_change *change,
		  struct buffer *out, struct error *err) WARN_UNUSED;

/*
 * Write the source with a note to the drafters added into 'out': one line
 * without "-->", that belongs to a point, to a section ('point' NULL), or to
 * the text (both NULL); 'brief' is the parse of 'text' that they are from.
 * Every byte of the source stays. The result is parsed again: where the note
 * would not be read as one there, nothing is written and STATUS_INVALID says
 * why.
 */
enum status brief_write_comment(const char *text, size_t len,
				const struct brief *brief,
				const struct section *section,
				const struct point *point, const char *comment,
				struct buffer *out,
				struct error *err) WARN_UNUSED;

/* A point's words as one line of plain text: blocks joined by ' '. */
void point_plain_text(const struct point *point, struct buffer *out);

struct citations;
struct cite_names;

/*
 * Append what a text cites, in the order of the text: what is found in it
 * (cite_find()) and what its SPAN_CITATIONs name.
 */
void spans_citations(const char *text, size_t len, const struct span *spans,
		     size_t span_count, const char *language,
		     const struct cite_names *names, struct citations *out);
/* What the blocks of a point cite; a citation's bytes are of its block. */
void point_citations(const struct point *point, const char *language,
		     const struct cite_names *names, struct citations *out);

/*
 * How much of a point is shown or said. KEY: its key phrases, joined by
 * " … "; where it has none, its first sentence. CUE: its cue; where it has
 * none, what KEY gives. On a screen "~ " stands before what stands in.
 */
enum form { FORM_FULL, FORM_KEY, FORM_CUE, FORM_COUNT };

/* "full", "key", "cue" */
const char *form_name(enum form form);

/* The words of a point in a form as one line of plain text. */
void point_form_text(const struct point *point, enum form form,
		     struct buffer *out);

/* The key phrases of a point: STRONG spans in order. Calls 'each' per span;
 * returns how many there were. */
size_t point_key_phrases(const struct point *point,
			 void (*each)(const char *text, size_t len, void *data),
			 void *data);

#endif
