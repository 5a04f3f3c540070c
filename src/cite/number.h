/*
 * number.h - the number of a resolution as printed, whatever its cue.
 *
 * 75/240 · 1540 (2004) · 217 A (III) · 2253 (ES-V) · S-13/2 · 1540, with
 * the letters of its parts: "A", "A and B", "A to D", "[A]". The shape says
 * by which body's rule it was written; whether it is cited at all is decided
 * elsewhere (decide.c).
 */
#ifndef LECTERN_CITE_NUMBER_H
#define LECTERN_CITE_NUMBER_H

#include "chars.h"

#define CITE_LETTERS_MAX 26
#define CITE_SESSION_MAX 24

enum cite_shape {
	CITE_NO_SHAPE,	/* digits, but no number of a resolution */
	CITE_SLASHED,	/* 75/240, 2022/15 */
	CITE_YEARED,	/* 1540 (2004) */
	CITE_SESSIONED, /* 217 (III), 2253 (ES-V) */
	CITE_SPECIAL,	/* S-13/2, ES-10/21 */
	CITE_BARE,	/* 1540 */
};

/* A part's letter where it stands; an empty span inside "A to D". */
struct cite_letter {
	char letter;
	size_t start, end;
};

struct cite_letters {
	struct cite_letter list[CITE_LETTERS_MAX];
	size_t count;
};

struct cite_number {
	enum cite_shape shape;
	int first, second;
	char session[CITE_SESSION_MAX]; /* "III", "S-V"; "S-13" of S-13/2 */
	struct cite_letters letters;
	size_t start, end;
	bool is_glued; /* a letter or dash stands right before it */
	bool is_bound; /* a full stop, slash or the like does */
	bool is_odd;   /* "(REV. BUSAN, 2014)" follows: another house */
};

struct cite_lexer;

/* "S-13/2", "ES-10/21", دإط-10/21 at 'pos'. */
bool cite_number_is_special(const struct cite_text *text, size_t pos);

/*
 * Read at a digit or where the above is true. Returns the end of all digits
 * that belong together, a vote or a date among them (CITE_NO_SHAPE). With
 * 'may_part' spaces may stand around the slash.
 */
size_t cite_number_read(const struct cite_lexer *lexer, size_t pos,
			bool may_part, struct cite_number *number);

/* 240/75 is 75/240 where words run from right to left: no session has three
 * figures. */
void cite_number_turn(struct cite_number *number);

/* Letters of parts at 'pos'; returns their end, or 'pos'. */
size_t cite_letters_read(const struct cite_lexer *lexer, size_t pos,
			 struct cite_letters *letters);

/* "(2004)" or "(XXX)" at 'pos', spaces before it allowed: its end or 'pos'. */
size_t cite_year_read(const struct cite_text *text, size_t pos, int *year);
size_t cite_session_read(const struct cite_text *text, size_t pos,
			 char session[CITE_SESSION_MAX]);

#endif
