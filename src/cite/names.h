/* names.h - struct cite_names as the rest of the recogniser sees it. */
#ifndef LECTERN_CITE_NAMES_H
#define LECTERN_CITE_NAMES_H

#include "lectern/cite.h"

#include "chars.h"
#include "cue.h"

/* The index of cues that 'names' carries, so that it is built once. */
const struct cue_index *cite_names_cues(const struct cite_names *names);

/* The symbol of the longest name at 'pos', whose word has these hashes, or
 * NULL; *end is its end. */
const char *cite_names_match(const struct cite_names *names,
			     const struct cite_text *text, size_t pos,
			     const struct cue_hashes *hashes, size_t *end);

/* The one symbol that a form without year or session stands for, or NULL
 * where the catalogue knows none or several. */
const char *cite_names_complete(const struct cite_names *names,
				const char *partial);

/* A symbol of the catalogue as it is written there, case and spaces aside. */
const char *cite_names_known(const struct cite_names *names,
			     const char *symbol);

/* The places inside an Arabic word where a cue or name could begin. */
size_t cite_arabic_stems(const struct cite_text *text, size_t pos,
			 size_t stems[4]);

#endif
