/* The first date of a text, for those who look for nothing else. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"

#include "names.h"
#include "state.h"
#include "when.h"

/* May a date begin at 'at': a digit or a letter that no other goes before? */
static bool
cite_may_begin_date(const struct cite_text *text, size_t at)
{
	bool is_digit = cite_is_digit_at(text, at);
	size_t before = at;

	if (!is_digit && !cite_is_letter_at(text, at))
		return false;
	if (!at)
		return true;
	while (before-- > 0 && ((unsigned char)text->at[before] & 0xc0) == 0x80)
		;
	if (is_digit)
		return !cite_is_digit_at(text, before) &&
		       text->at[before] != '/' && text->at[before] != '.';
	return !cite_is_letter_at(text, before);
}

bool
cite_find_date(const char *text, size_t len, const char *language,
	       const struct cite_names *names, struct cite_date *found)
{
	struct cite_lexer lexer = {.text = {text, len},
				   .mask = cite_language_mask(language)};
	struct cue_index *own = NULL;
	struct cite_when when;
	bool is_found = false;
	uint32_t cp;
	size_t at, size;

	if (names) {
		lexer.index = cite_names_cues(names);
	} else {
		own = mem_alloc(1, sizeof *own);
		cue_index_build(own);
		lexer.index = own;
	}
	for (at = 0; at < len && !is_found; at += size) {
		size = cite_char(&lexer.text, at, &cp);
		is_found = cite_may_begin_date(&lexer.text, at) &&
			   cite_when_read(&lexer, at, &when) && when.date.day &&
			   when.date.year;
	}
	if (is_found)
		*found = (struct cite_date){when.date, when.start, when.end};
	free(own);
	return is_found;
}
