/*
 * symbol.h - the grammar of document symbols: organ, body, session, nature,
 * number, modification, parenthesis, parted by slashes.
 *
 * Reads what is printed, with its spaces, line breaks and look-alike letters,
 * and writes the normal form. The letters of parts ("A/RES/70/93 A-B") stay
 * apart from the form: each makes a citation of its own.
 */
#ifndef LECTERN_CITE_SYMBOL_H
#define LECTERN_CITE_SYMBOL_H

#include "lectern/cite.h"

#include "number.h"

struct cite_symbol {
	char form[CITE_SYMBOL_MAX];
	size_t form_len;
	size_t start, end;
	struct cite_letters letters;
	bool is_partial;  /* a resolution without its year or session */
	bool is_decision; /* A/DEC/…, E/DEC/… */
	bool is_resolution;
	/* "SR.24" at the end of the form, for "SR.24, 34 and 40". */
	size_t nature, nature_number; /* offsets in the form; 0: none */
	int number;
	int range_end; /* > number: members "SR.2-6" still to come */
	size_t range_start, range_stop; /* of the last member's digits */
};

struct cite_lexer;

/* A symbol at 'pos', which begins a word. */
bool cite_symbol_read(const struct cite_text *text, size_t pos,
		      struct cite_symbol *symbol);

/* The same, but within the path of a URL. */
bool cite_symbol_read_path(const struct cite_text *text, size_t pos,
			   struct cite_symbol *symbol);

/* Letters after a resolution's symbol; done apart, as they need cues. */
void cite_symbol_read_letters(const struct cite_lexer *lexer,
			      struct cite_symbol *symbol);

#define CITE_VOLUME_MAX 24

/* "(Vol. II)", "(Part I)", "(Resumption 1)" at 'at': 'inner' is it without
 * spaces. Its end, or 0 where it is something else, long, or not of ASCII. */
size_t cite_volume_read(const struct cite_text *text, size_t at,
			char inner[CITE_VOLUME_MAX]);

/*
 * The next document an elided head stands for: from "A/C.2/66/SR.24" and
 * ", 34 and 40" after it, A/C.2/66/SR.34. Replaces *symbol; false where no
 * further one follows. Members inside a range have an empty span.
 */
bool cite_symbol_follow(const struct cite_lexer *lexer,
			struct cite_symbol *symbol);

#endif
