/*
 * notes_local.h - between the files that compose notes: words into a piece
 * (piece.c), a point into a cell (cell.c), a meeting into sheets (notes.c),
 * and the words that the program adds (label.c).
 */
#ifndef NOTES_LOCAL_H
#define NOTES_LOCAL_H

#include "lectern/notes.h"
#include "lectern/vector.h"

/* --- words of the program, by language (label.c) --- */

enum label {
	LABEL_PAGE_OF, /* {x} {y} */
	LABEL_IF_RAISED,
	LABEL_IF_PRESSED,
	LABEL_BACKGROUND,
	LABEL_AVOID,
	LABEL_TO,      /* {x} */
	LABEL_MINUTES, /* {x} */
	LABEL_MISSING,
	LABEL_ORIGINAL,	   /* {x}: a language */
	LABEL_TRANSLATION, /* {x}, {y}: the original */
	LABEL_ERRORS,	   /* {x} */
	LABEL_CHECK,	   /* check against delivery */
	LABEL_VERBATIM,	   /* read out verbatim */
	LABEL_COUNT
};

/* In the language, else in English. Static. */
const char *label_text(enum label label, const char *language);
/* The name of a language in another: "русский". */
const char *label_language(const char *tag, const char *language);
/* Append a label with {x} and {y} replaced. */
void label_fill(enum label label, const char *language, const char *x,
		const char *y, struct buffer *out);
/* A delivery mark that is known, in the language; any other as it is. */
const char *label_delivery(const char *mark, const char *language);

/* --- where no line ends (hold.c) --- */

struct hold_spans {
	VECTOR(struct notes_span) list;
};

/* Add a span of NOTES_HOLD for each space that holds two words together. */
void hold_find(const char *text, size_t len, const char *language,
	       struct hold_spans *spans);

/* --- pieces (piece.c) --- */

struct piece_list {
	VECTOR(struct notes_piece) list;
};

/* Words on their way into a cell. */
struct piece_words {
	enum notes_piece_kind kind;
	int depth;
	const char *marker;
	const struct block *block;
	size_t start, end; /* bytes of the block's text */
};

/* What cells are composed for. */
struct piece_context {
	const struct notes_request *request;
	const char *language;
	struct arena *arena;
	bool is_quiet; /* a point to avoid: never strong */
};

void piece_add(struct piece_list *pieces, const struct piece_context *context,
	       const struct piece_words *words);
/* Words without marks of their own. */
void piece_add_string(struct piece_list *pieces,
		      const struct piece_context *context,
		      enum notes_piece_kind kind, const char *text);
/* "A/RES/75/240 · A/75/816": the documents of these blocks; nothing without
 * any. */
void piece_add_symbols(struct piece_list *pieces,
		       const struct piece_context *context,
		       const struct block *blocks, size_t count);
/* Move them into a cell. */
void piece_take(struct piece_list *pieces, struct notes_cell *cell,
		struct arena *arena);
/* Filtered for print, in the arena. */
const char *piece_clean(const char *text, struct arena *arena);

/* --- cells (cell.c) --- */

void cell_compose_point(struct notes_cell *cell,
			const struct piece_context *context,
			const struct point *point, const char *section_to,
			enum form form);
void cell_compose_heading(struct notes_cell *cell,
			  const struct piece_context *context,
			  const struct section *section);

#endif
