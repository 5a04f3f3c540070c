/*
 * catalogue.h - what is known of the documents and treaties that briefs cite.
 *
 * Read from instruments.tsv: tab-separated, a header row, one instrument a
 * row (see format(7) for the columns); a line that begins with '#' is a
 * comment. The program ships one such file; a library's own is read after it
 * and replaces the rows of the same symbol. An empty cell means "not known":
 * nothing is completed or guessed here.
 *
 * Pure: rows come from a buffer. What is wrong in a file is a diagnostic with
 * its line, and the rest of the file still loads.
 */
#ifndef LECTERN_CATALOGUE_H
#define LECTERN_CATALOGUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/cite.h"
#include "lectern/date.h"
#include "lectern/diagnostic.h"

enum catalogue_column {
	CATALOGUE_SYMBOL,
	CATALOGUE_KIND, /* "resolution", "convention": a word for people */
	CATALOGUE_BODY,
	CATALOGUE_ADOPTED,
	CATALOGUE_VOTE,
	CATALOGUE_TITLE_EN,
	CATALOGUE_TITLE_RU,
	CATALOGUE_TITLE_FR,
	CATALOGUE_TITLE_ES,
	CATALOGUE_TITLE_AR,
	CATALOGUE_TITLE_ZH,
	CATALOGUE_TITLE_KK,
	CATALOGUE_URL,
	CATALOGUE_AKA, /* other names, parted by "; " */
	CATALOGUE_NOTE,
	CATALOGUE_COLUMNS
};

enum vote_kind {
	VOTE_UNKNOWN,
	VOTE_WITHOUT, /* adopted without a vote */
	VOTE_COUNTED,
};

struct instrument {
	/* As in the file, never NULL; an unusable date or vote is "". Belongs
	 * to the catalogue. */
	const char *cells[CATALOGUE_COLUMNS];
	struct date adopted; /* month 0: not known */
	enum vote_kind vote;
	int yes, no, abstaining; /* VOTE_COUNTED */
	const char *file;	 /* where the row stands */
	int line;
};

struct catalogue;

struct catalogue *catalogue_new(void);
void catalogue_free(struct catalogue *catalogue);

/* "title_en": the header's word for a column. */
const char *catalogue_column_name(enum catalogue_column column);

/*
 * Add the rows of a file; those of a symbol that is there already replace it.
 * 'file' is used in diagnostics. May be called again for the next file;
 * pointers to instruments and names given out before are then invalid.
 */
void catalogue_read(struct catalogue *catalogue, const char *text, size_t len,
		    const char *file, struct diagnostics *diags);

/* Add the rows that the program ships; no file is needed at run time. */
void catalogue_read_shipped(struct catalogue *catalogue);

/* Instruments in order of symbol, numbers compared as numbers. */
size_t catalogue_count(const struct catalogue *catalogue);
const struct instrument *catalogue_at(const struct catalogue *catalogue,
				      size_t index);

/* What cite_find() needs of it. Belongs to the catalogue. */
const struct cite_names *catalogue_names(const struct catalogue *catalogue);

/* Changes where catalogue_names() would find something else in a text. */
uint64_t catalogue_hash_names(const struct catalogue *catalogue);

/* By normal form; NULL where it is not known. */
const struct instrument *
catalogue_find_symbol(const struct catalogue *catalogue, const char *symbol);

/* By any form a person types: 75/240, A/RES/75/240, "Budapest Convention". */
const struct instrument *catalogue_find(const struct catalogue *catalogue,
					const char *words, size_t len);

/*
 * The known instrument that an unknown symbol was probably meant for: the same
 * number of another kind (A/76/135 for A/RES/76/135), else one slip of the
 * fingers away (75/420 for 75/240). NULL where none is near.
 */
const struct instrument *catalogue_nearest(const struct catalogue *catalogue,
					   const char *symbol);

/* The title in a language (BCP 47 tag), "" where it is not known. */
const char *instrument_title(const struct instrument *instrument,
			     const char *language);

/* Append what is known of it for a person to read: "resolution, General
 * Assembly, 2020-12-31, adopted without a vote"; nothing where nothing is. */
void instrument_format_facts(const struct instrument *instrument,
			     struct buffer *out);

/* <0, 0, >0: A/RES/9/1 before A/RES/10/1. */
int catalogue_compare_symbols(const char *a, const char *b);

/* Can the cell be read as a vote ("79-60-33", "without a vote")? */
bool catalogue_is_vote(const char *text);

/* Append the header row, or an instrument's row, to a file's text. */
void catalogue_write_header(struct buffer *out);
void catalogue_write_row(const struct instrument *instrument,
			 struct buffer *out);

#endif
