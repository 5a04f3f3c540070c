/*
 * place.h - a search for a place. place.c takes apart what was typed,
 * place_search.c tries the ways of naming a section, place_error.c says what
 * there is instead.
 */
#ifndef LECTERN_BRIEF_PLACE_H
#define LECTERN_BRIEF_PLACE_H

#include "internal.h"
#include "lectern/meeting.h"

struct place_search {
	const struct meeting *meeting;
	struct buffer wanted; /* in normal form */
	bool strict;	      /* by number or id only */
	VECTOR(struct place) found;
};

const struct aligned_section *place_section(const struct place_search *search,
					    size_t i);
/* Search for the section (or point) that these words name. */
void place_search_words(struct place_search *search, const char *words,
			size_t len);
/* Had a point of this row the wanted number before, or has it that id? */
bool place_row_was(const struct place_search *search,
		   const struct aligned_row *row);

/* Each fills 'err' with STATUS_NOT_FOUND and what there is instead. */
enum status place_fail(const struct place_search *search, const char *words,
		       struct error *err);
enum status place_fail_several(const struct place_search *search,
			       const char *words, struct error *err);
enum status place_fail_point(const struct place_search *search,
			     const char *words, struct error *err);

#endif
