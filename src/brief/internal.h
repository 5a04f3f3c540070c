/*
 * internal.h - what the files of src/brief share and nobody else sees.
 *
 * The way of a text: source.c makes the bytes safe and indexes the lines;
 * front_matter.c takes the YAML off the top; guard.c walks the lines once,
 * refuses what is nested too deep and hides from cmark what is not its
 * business (attribute blocks, table rows, hopeless marks) behind bytes that
 * UTF-8 never contains, so that every position stays where it was; cmark
 * parses; structure.c walks the top level into sections and points, blocks.c
 * and inline.c turn nodes into blocks and text, attributes.c reads the
 * attribute blocks from the source.
 */
#ifndef LECTERN_BRIEF_INTERNAL_H
#define LECTERN_BRIEF_INTERNAL_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <cmark.h>

#include "lectern/brief.h"
#include "lectern/memory.h"
#include "lectern/section_id.h"
#include "lectern/utf8.h"
#include "lectern/vector.h"
#include "lectern/words.h"

/* Diagnostics of one file; a flood of them ends with one that says so. */
struct reporter {
	struct diagnostics *diags;
	const char *file;
	size_t given;
};

void brief_report(struct reporter *rep, enum severity severity, int line,
		  int column, const char *rule, const char *fmt, ...)
	PRINTF_LIKE(6, 7);

/* The column last asked for: asking for the next is then cheap. */
struct source_place {
	int line;
	size_t byte;
	int column;
};

/* A text of the same lines as the file, with nothing malformed in it. */
struct source {
	const char *text; /* strict UTF-8, no NUL, no byte order mark */
	size_t len;
	struct buffer clean;  /* holds 'text' where the file had to be mended */
	struct buffer guard;  /* 'text' as cmark gets it */
	VECTOR(size_t) lines; /* start of each line in 'text' */
	VECTOR(size_t) file_lines; /* the same in the file itself */
	size_t file_len;
	struct source_place last;
};

#define SOURCE_INIT                                                            \
	{                                                                      \
		"", 0, BUFFER_INIT, BUFFER_INIT, VECTOR_INIT, VECTOR_INIT, 0,  \
		{                                                              \
			0, 0, 0                                                \
		}                                                              \
	}

/* Lines end with LF, CR LF or CR, as CommonMark says. 'text' is borrowed. */
void source_read(struct source *src, const char *text, size_t len,
		 struct reporter *rep);
void source_release(struct source *src);
/* A warning for the first control character of each line: what the filter
 * will show as a token, said where it stands. */
void source_report_controls(struct source *src, struct reporter *rep);
int source_line_count(const struct source *src);
/* Bytes of 1-based 'line' in 'text', without its line ending. */
size_t source_line_start(const struct source *src, int line);
size_t source_line_end(const struct source *src, int line);
/* The start of a line in the file as it was given; file_len past the last. */
size_t source_file_offset(const struct source *src, int line);
bool source_is_blank(const struct source *src, int line);
/* The line that holds byte 'at' of 'text'. */
int source_line_at(const struct source *src, size_t at);
/* Bytes from the start of the line to a column that counts characters. */
int source_column(struct source *src, int line, size_t byte);

/*
 * Stand-ins in the guarded copy. None of these bytes occurs in UTF-8, so
 * they cannot be met by accident, and cmark sees them as plain characters.
 */
#define GUARD_STAR	0xc0
#define GUARD_UNDERLINE 0xc1
#define GUARD_BACKTICK	0xf5
#define GUARD_OPEN	0xf6
#define GUARD_CLOSE	0xf7
#define GUARD_LESS	0xf8
#define GUARD_AND	0xf9
#define GUARD_BACKSLASH 0xfa
#define GUARD_ROW	0xfb /* '|' at the start of a line: a table row */
#define GUARD_LETTER	0xfc /* '(' at the start of a line: "(a)" */
#define GUARD_ATTRIBUTE 0xfd /* '{' of what looks like an attribute block */
#define GUARD_BANG	0xfe
#define GUARD_COLON	0xff

/* The character a byte of the guarded copy stands for. */
char guard_restore(unsigned char byte);

/* Fill src->guard for the lines from 'first_line'. False: refused, and a
 * diagnostic says why. */
bool guard_text(struct source *src, int first_line, struct reporter *rep);

/* One value of a YAML mapping at most two levels deep. */
enum yaml_shape { YAML_PLAIN, YAML_IN_LIST, YAML_IN_MAP, YAML_EMPTY };

struct yaml_entry {
	const char *key;
	const char *sub; /* YAML_IN_MAP: the inner key; else "" */
	const char *value;
	enum yaml_shape shape; /* YAML_EMPTY: a list or map without content */
	int line, column;      /* of the value */
	int key_line, key_column;
	int group;     /* which of the top level's keys it belongs to */
	bool repeated; /* given before: not to be used */
};

struct yaml_entries {
	VECTOR(struct yaml_entry) list;
};

/* Read lines [first_line, last_line] of 'src'; strings go to 'arena'. False
 * where not all could be read, which has been reported. */
bool yaml_read(struct source *src, int first_line, int last_line,
	       struct arena *arena, struct reporter *rep,
	       struct yaml_entries *out);

/* Reads front matter, if any; returns the first line of the text proper. */
int front_matter_read(struct source *src, struct brief *brief,
		      struct reporter *rep);

/* Where inline.c met an attribute block: in the last block it made. */
struct attribute_mark {
	bool found;
	size_t block; /* index in the sink */
	size_t at;    /* byte in that block's text */
};

struct block_sink {
	VECTOR(struct block) blocks;
	VECTOR(struct comment) comments;
	struct attribute_mark mark;
};

#define BLOCK_SINK_INIT                                                        \
	{                                                                      \
		VECTOR_INIT, VECTOR_INIT,                                      \
		{                                                              \
			false, 0, 0                                            \
		}                                                              \
	}

/* What a parse carries about. */
struct parse {
	struct brief *brief;
	struct arena *arena; /* the brief's */
	struct source *src;
	struct reporter *rep;
	int line_offset; /* lines of front matter before cmark's line 1 */
};

void block_sink_release(struct block_sink *sink);
int parse_line(const struct parse *parse, cmark_node *node);
/* Position of a node's first byte in src->text. */
size_t parse_offset(const struct parse *parse, cmark_node *node);

/* How blocks of a node are labelled. */
enum blocks_as { BLOCKS_TEXT, BLOCKS_CUE, BLOCKS_QUOTE };

/* Append the blocks of one block-level node and all in it. */
void blocks_add(struct parse *parse, cmark_node *node, enum blocks_as as,
		struct block_sink *sink);
/* A heading's text without its attribute block, which the mark shows. */
void blocks_add_heading(struct parse *parse, cmark_node *node,
			struct block_sink *sink);
/* Is it an HTML block that holds comments and nothing else? */
bool blocks_is_comment(cmark_node *node);

/* Append the text of a paragraph or heading, split where table rows and
 * "(a)" lines start. 'shape' gives kind, depth, marker and position. */
void inline_add(struct parse *parse, cmark_node *node,
		const struct block *shape, struct block_sink *sink);

/* Comments out of raw HTML, looked for in src->text from byte *from on, which
 * moves along; what is left goes to 'rest'. */
void comments_split(struct parse *parse, const char *html, size_t *from,
		    struct block_sink *sink, struct buffer *rest);

/* The attributes of one block, read and checked. */
struct labels {
	const char *id, *to, *was, *answers;
	enum role role;
	bool has_role;
	int priority;
	const struct attribute *attributes;
	size_t attribute_count;
};

enum labels_of {
	LABELS_SECTION,
	LABELS_POINT,
	LABELS_NOTHING,
	LABELS_MISPLACED
};

/*
 * Take the attribute block off the end of the last block of 'sink' (its mark
 * says where) and read it from lines [first_line, last_line] of the source.
 * One that is not at the end, or is malformed, stays in the text, and a
 * diagnostic says so.
 */
void labels_take(struct parse *parse, struct block_sink *sink, int first_line,
		 int last_line, enum labels_of of, struct labels *out);

/* The attribute block at the end of 'line': bytes of src->text, braces
 * included. False where there is none. */
bool labels_find(const struct source *src, int line, size_t *start,
		 size_t *end);

/* Walk the document into sections and points. False: there are too many,
 * and a diagnostic says so. */
bool structure_build(struct parse *parse, cmark_node *document);

/* Is this link target the symbol of a document or the key of a treaty? */
bool is_symbol_like(const char *target);

/* Words for "paragraph", src/brief/section_words.c. */

/* Decode, and lower the case. Returns bytes consumed. */
size_t section_next_char(const char *text, size_t len, uint32_t *cp);
/* Length of the word for "paragraph" that text starts with, or 0; the word
 * may carry an ending of its language but ends where letters end. */
size_t section_word_match(const char *text, size_t len);
/* The classifier that closes a Chinese number (段, 条 …), or 0. */
size_t section_classifier_match(const char *text, size_t len);
/* "to" between two numbers, in any of the languages, or 0. */
size_t section_range_word_match(const char *text, size_t len);
/* "premier", as French has it for 1 in "Article premier". */
size_t section_first_match(const char *text, size_t len);
/* A number (2.2.4) or a range of them; appended to 'out' as an id. Returns
 * bytes consumed, or 0. 'chinese' accepts 三 and 十二 as well. */
size_t section_number_parse(const char *text, size_t len, bool chinese,
			    struct buffer *out);
/* As section_id_in_parentheses(), from byte *at on, which moves past it. */
bool section_next_parenthesis(const char *text, size_t len, size_t *at,
			      struct buffer *out);
bool section_is_dash(uint32_t cp);
int section_digit(uint32_t cp); /* 0..9 of any script's digits, or -1 */
bool section_is_space(uint32_t cp);

/* How the lines of a point stand in the source: the bytes before its first
 * word ("1. "), and the columns its other lines are indented by. */
struct point_form {
	size_t marker_start, marker_end; /* bytes of src->text */
	int indent;
};

void point_form_read(const struct source *src, const struct point *point,
		     struct point_form *form);
/* The point's own Markdown, as brief_point_markdown() gives it. */
void point_markdown(const struct source *src, const struct point *point,
		    struct buffer *out);

/* Is 'result' the text of 'brief' with 'point' changed as asked and nothing
 * else? STATUS_INVALID says what else there is. */
enum status write_check(const struct buffer *result, const struct brief *brief,
			const struct point *point,
			const struct point_change *change,
			struct error *err) WARN_UNUSED;

/* Small edits between two short strings, at most 'most' + 1. */
size_t edit_distance(const char *a, const char *b, size_t most);

/* What stands before the sections, without positions. */
void brief_dump_head(const struct brief *brief, struct buffer *out);
/* The tree of one point without positions, for comparing. */
void point_dump_plain(const struct point *point, struct buffer *out);
void section_dump_plain(const struct section *section, struct buffer *out);
void dump_quoted(const char *text, size_t len, struct buffer *out);

#endif
