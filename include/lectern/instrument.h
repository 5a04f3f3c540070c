/*
 * instrument.h - from one document to its addresses and to its kin.
 *
 * Addresses of United Nations documents have changed three times, so they are
 * built from templates that a person may set; what is kept of a document is
 * its symbol. Kin are rows of the catalogue: the same document revised, added
 * to or corrected, what a row's note or other names speak of, and the same
 * title in other years.
 *
 * Pure. Refused here: fetching anything.
 */
#ifndef LECTERN_INSTRUMENT_H
#define LECTERN_INSTRUMENT_H

#include "lectern/arena.h"
#include "lectern/catalogue.h"
#include "lectern/vector.h"

struct instrument_link {
	const char *language; /* "ru"; "" where the address is for all */
	const char *url;
};

struct instrument_links {
	VECTOR(struct instrument_link) list;
	struct arena arena; /* all text of the list */
};

#define INSTRUMENT_LINKS_INIT                                                  \
	{                                                                      \
		VECTOR_INIT, ARENA_INIT                                        \
	}

void instrument_links_release(struct instrument_links *links);

/*
 * Where the document can be read, replacing what 'links' held: for each of the
 * templates ("https://…/<lang>/<symbol>", parted by spaces) an address for
 * each of the 'languages' ("ru,en") in which the United Nations publish; for
 * English, where none of them is one. Then the address of the catalogue's row
 * ('one', NULL: none), unless a template gives it. A document of another body
 * has its row's address alone; decisions of the Assembly have no document.
 */
void instrument_find_links(const char *symbol, const struct instrument *one,
			   const char *templates, const char *languages,
			   struct instrument_links *links);

enum kinship {
	KINSHIP_CHANGE, /* revision, addendum, corrigendum of the same */
	KINSHIP_NAMED,	/* a note or another name of one names the other */
	KINSHIP_TITLE,	/* the same title */
};

struct instrument_relative {
	const struct instrument *instrument; /* of the catalogue */
	enum kinship kinship;
};

struct instrument_relatives {
	VECTOR(struct instrument_relative) list;
};

void instrument_relatives_release(struct instrument_relatives *relatives);

/* The kin of a symbol, which need not be in the catalogue itself, by date of
 * adoption, those without a date last; replaces what 'relatives' held. */
void instrument_find_relatives(const struct catalogue *catalogue,
			       const char *symbol,
			       struct instrument_relatives *relatives);

/* "change", "named", "title": for programs. */
const char *kinship_name(enum kinship kinship);

#endif
