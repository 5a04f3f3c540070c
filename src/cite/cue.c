#include <string.h>

#include "cue.h"

#define CUE_STAR_MAX  10
#define CUE_SPACE_MAX 4

unsigned
cite_language_mask(const char *tag)
{
	static const struct {
		char tag[3];
		unsigned mask;
	} known[] = {
		{"en", CITE_EN},
		{"ru", CITE_EN | CITE_RU},
		{"fr", CITE_EN | CITE_FR},
		{"es", CITE_EN | CITE_ES},
		{"ar", CITE_EN | CITE_AR},
		{"zh", CITE_EN | CITE_ZH},
		/* Kazakh texts cite in Russian as well. */
		{"kk", CITE_EN | CITE_RU | CITE_KK},
	};
	size_t i;

	for (i = 0; tag && i < sizeof known / sizeof known[0]; i++)
		if (!strncmp(tag, known[i].tag, 2) &&
		    (!tag[2] || tag[2] == '-' || tag[2] == '_'))
			return known[i].mask;
	return CITE_ALL;
}

size_t
cue_slot_at(const struct cite_text *text, size_t pos)
{
	uint32_t first, second;

	pos += cite_char(text, pos, &first);
	first = cite_fold(first);
	if (cite_is_ideograph(first))
		return cue_slot(first, 0);
	cite_char(text, pos, &second);
	second = cite_is_letter(second) ? cite_fold(second) : 0;
	return cue_slot(first, second);
}

void
cue_index_add_start(struct cue_index *index, size_t slot)
{
	index->starts[slot / 64] |= UINT64_C(1) << (slot % 64);
}

static bool
cue_begins_something(const struct cue *cue)
{
	switch (cue->kind) {
	case CITE_NOUN:
	case CITE_BODY:
	case CITE_BODY_NOUN:
	case CITE_UNITED:
	case CITE_PARAGRAPH:
	case CITE_OWN:
	case CITE_URL:
	case CITE_TREATY:
		return true;
	default:
		return false;
	}
}

static void
cue_index_add(struct cue_index *index, const struct cue *cue, uint8_t language)
{
	struct cite_text pattern = {cue->pattern, strlen(cue->pattern)};
	size_t slot = cue_slot_at(&pattern, 0), row = index->count;

	if (row == CUE_ROWS)
		return;
	index->row[row] = cue;
	index->languages[row] = language;
	index->next[row] = index->head[slot];
	index->head[slot] = (uint16_t)(row + 1);
	index->count++;
	if (cue_begins_something(cue))
		cue_index_add_start(index, slot);
}

void
cue_index_build(struct cue_index *index)
{
	static const struct {
		const struct cue *rows;
		uint8_t language;
	} tables[] = {
		{cues_english, CITE_EN}, {cues_russian, CITE_RU},
		{cues_french, CITE_FR},	 {cues_spanish, CITE_ES},
		{cues_arabic, CITE_AR},	 {cues_chinese, CITE_ZH},
		{cues_kazakh, CITE_KK},
	};
	const struct cue *cue;
	size_t i;

	memset(index->head, 0, sizeof index->head);
	memset(index->starts, 0, sizeof index->starts);
	index->count = 0;
	for (i = 0; i < sizeof tables / sizeof tables[0]; i++)
		for (cue = tables[i].rows; cue->pattern; cue++)
			cue_index_add(index, cue, tables[i].language);
}

/* A '*' of a pattern: the rest of the word, if it is short enough. */
static size_t
cue_match_ending(const struct cite_text *text, size_t pos)
{
	uint32_t cp;
	size_t size;
	int letters = 0;

	for (;;) {
		size = cite_char(text, pos, &cp);
		if (!size || !(cite_is_letter(cp) || cite_is_ignorable(cp)))
			return pos;
		if (++letters > CUE_STAR_MAX)
			return 0;
		pos += size;
	}
}

/* The next character of text that has ink. */
static size_t
cue_ink(const struct cite_text *text, size_t pos, uint32_t *cp)
{
	size_t size;
	int i;

	for (i = 0; i < 8; i++) {
		size = cite_char(text, pos, cp);
		pos += size;
		if (!size || !cite_is_ignorable(*cp))
			break;
	}
	return pos;
}

size_t
cue_match_pattern(const char *pattern, unsigned flags,
		  const struct cite_text *text, size_t pos)
{
	struct cite_text row = {pattern, strlen(pattern)};
	size_t at = 0, space, after;
	uint32_t want = 0, have;

	while (at < row.len) {
		at += cite_char(&row, at, &want);
		if (want == '*') {
			pos = cue_match_ending(text, pos);
			if (!pos)
				return 0;
			continue;
		}
		if (want == ' ') {
			space = cite_skip_space(text, pos, CUE_SPACE_MAX);
			if (space == pos)
				return 0;
			pos = space;
			continue;
		}
		after = cue_ink(text, pos, &have);
		if (after == pos || cite_fold(have) != cite_fold(want))
			return 0;
		if (flags & CUE_UPPER && cite_is_letter(have) &&
		    !cite_is_upper(have))
			return 0;
		pos = after;
	}
	if (!(flags & CUE_LOOSE) && cite_is_letter(want) &&
	    !cite_is_ideograph(want) && cite_is_letter_at(text, pos)) {
		/* 大会resolution: scripts part words too */
		cite_char(text, cite_skip_space(text, pos, 0), &have);
		if (!cite_is_ideograph(have))
			return 0;
	}
	return pos;
}

const struct cue *
cue_match(const struct cue_index *index, const struct cite_text *text,
	  size_t pos, unsigned mask, size_t *end)
{
	const struct cue *best = NULL, *cue;
	size_t row, reach;

	*end = pos;
	row = index->head[cue_slot_at(text, pos)];
	for (; row; row = index->next[row - 1]) {
		cue = index->row[row - 1];
		if (!(index->languages[row - 1] & mask))
			continue;
		reach = cue_match_pattern(cue->pattern, cue->flags, text, pos);
		if (!reach || reach < *end || (reach == *end && best))
			continue;
		best = cue;
		*end = reach;
	}
	if (best && best->flags & CUE_DOT && *end < text->len &&
	    text->at[*end] == '.')
		++*end;
	return best;
}
