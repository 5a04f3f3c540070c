/* lost.h - is any word of the documents in neither the brief nor the report? */
#ifndef LECTERN_TEST_LOST_H
#define LECTERN_TEST_LOST_H

#include "lectern/draft.h"

/*
 * The first word that stands more often in the documents than in the files
 * and in what is told as left out; the caller frees it. NULL where nothing is
 * lost. A number or letter that counts points is no word.
 */
char *draft_find_lost(const struct draft_source *sources, size_t count,
		      const struct draft *draft);

#endif
