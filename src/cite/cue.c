#include <string.h>

#include "cue.h"

#define CUE_STAR_MAX	10
#define CUE_PATTERN_MAX 128 /* what is read of it ends with its NUL */
#define CUE_SPACE_MAX	4

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

/* The next letter, folded, or 0 at the end of the word. */
static inline uint32_t
cue_letter(const struct cite_text *text, size_t *pos)
{
	size_t size;
	uint32_t cp;

	/* Nothing of ASCII is ignorable. */
	if (*pos < text->len && (unsigned char)text->at[*pos] < 0x80) {
		cp = (unsigned char)text->at[(*pos)++];
		return cite_is_letter(cp) ? cp | 0x20 : 0;
	}
	do {
		size = cite_char(text, *pos, &cp);
		*pos += size;
	} while (size && cite_is_ignorable(cp));
	return cite_is_letter(cp) ? cite_fold(cp) : 0;
}

void
cue_hashes_at(const struct cite_text *text, size_t pos, struct cue_hashes *to)
{
	uint32_t hash = CUE_HASH_BEGIN, letter;
	int count;

	for (count = 0; count < 4; count++) {
		letter = cue_letter(text, &pos);
		if (!letter || (count && cite_is_ideograph(letter)))
			break;
		if (count == 3)
			to->hash[1] = cue_hash(hash, CUE_HASH_STAR);
		hash = cue_hash(hash, letter);
		if (cite_is_ideograph(letter)) {
			to->hash[0] = to->hash[1] = hash;
			return;
		}
	}
	if (count == 4) {
		to->hash[0] = hash;
		return;
	}
	to->hash[0] = cue_hash(hash, CUE_HASH_SHORT);
	to->hash[1] = count == 3 ? cue_hash(hash, CUE_HASH_STAR) : to->hash[0];
}

static void
cue_index_start(struct cue_index *index, uint32_t hash)
{
	size_t bit = cue_start(hash);

	index->starts[bit / 64] |= UINT64_C(1) << (bit % 64);
}

static void
cue_index_pair(struct cue_index *index, const struct cite_text *text)
{
	size_t pos = 0;
	uint32_t first = cue_letter(text, &pos);
	uint32_t second = first ? cue_letter(text, &pos) : 0;

	if (first < 'a' || first > 'z')
		return;
	if (second >= 'a' && second <= 'z')
		index->pairs[first & 31] |= UINT32_C(1) << (second & 31);
	else
		index->pairs[first & 31] |= 1; /* of one letter */
}

void
cue_index_add_start(struct cue_index *index, const struct cite_text *text)
{
	struct cue_hashes hashes;

	cue_index_pair(index, text);
	cue_hashes_at(text, 0, &hashes);
	cue_index_start(index, hashes.hash[0]);
	cue_index_start(index, hashes.hash[1]);
}

/* The one hash of a pattern. */
static uint32_t
cue_pattern_hash(const char *pattern)
{
	struct cite_text text = {pattern, strlen(pattern)};
	struct cue_hashes hashes;
	const char *star = strchr(pattern, '*'), *space = strchr(pattern, ' ');

	cue_hashes_at(&text, 0, &hashes);
	if (star && (!space || star < space) &&
	    utf8_count(pattern, (size_t)(star - pattern)) < 4)
		return hashes.hash[1];
	return hashes.hash[0];
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

/* Ideographs are many: the fast pass looks at two where the cue has two. */
static uint32_t
cue_start_hash(const char *pattern, uint32_t hash)
{
	struct cite_text text = {pattern, strlen(pattern)};
	uint32_t first, second;
	size_t at = cite_char(&text, 0, &first);

	cite_char(&text, at, &second);
	if (!cite_is_ideograph(first) || !cite_is_ideograph(second))
		return hash;
	return cue_hash(hash, second);
}

static void
cue_index_add(struct cue_index *index, const struct cue *cue, uint8_t language)
{
	struct cite_text pattern = {cue->pattern, strlen(cue->pattern)};
	uint32_t hash = cue_pattern_hash(cue->pattern);
	size_t slot = cue_slot(hash), row = index->count;

	if (row == CUE_ROWS)
		return;
	index->row[row] = cue;
	index->hash[row] = hash;
	index->languages[row] = language;
	index->next[row] = index->head[slot];
	index->head[slot] = (uint16_t)(row + 1);
	index->count++;
	if (cue_begins_something(cue)) {
		cue_index_start(index, cue_start_hash(cue->pattern, hash));
		cue_index_pair(index, &pattern);
	}
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
	memset(index->pairs, 0, sizeof index->pairs);
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

/* Both are the same letter of ASCII in small: most of what is compared is. */
static inline bool
cue_is_alike(char want, const struct cite_text *text, size_t pos)
{
	return pos < text->len && want >= 'a' && want <= 'z' &&
	       (text->at[pos] | 0x20) == want;
}

size_t
cue_match_pattern(const char *pattern, unsigned flags,
		  const struct cite_text *text, size_t pos)
{
	struct cite_text row = {pattern, CUE_PATTERN_MAX};
	size_t at = 0, space, after;
	uint32_t want = 0, have;

	while (pattern[at]) {
		if (!(flags & CUE_UPPER) &&
		    cue_is_alike(pattern[at], text, pos)) {
			want = (unsigned char)pattern[at++];
			pos++;
			continue;
		}
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

static const struct cue *
cue_match_hash(const struct cue_index *index, uint32_t hash,
	       const struct cite_text *text, size_t pos, unsigned mask,
	       size_t *end)
{
	const struct cue *best = NULL, *cue;
	size_t row, reach;

	for (row = index->head[cue_slot(hash)]; row;
	     row = index->next[row - 1]) {
		cue = index->row[row - 1];
		if (index->hash[row - 1] != hash ||
		    !(index->languages[row - 1] & mask))
			continue;
		reach = cue_match_pattern(cue->pattern, cue->flags, text, pos);
		if (reach <= *end)
			continue;
		best = cue;
		*end = reach;
	}
	return best;
}

const struct cue *
cue_match(const struct cue_index *index, const struct cite_text *text,
	  size_t pos, const struct cue_hashes *hashes, unsigned mask,
	  size_t *end)
{
	const struct cue *best, *other = NULL;

	*end = pos;
	best = cue_match_hash(index, hashes->hash[0], text, pos, mask, end);
	if (hashes->hash[1] != hashes->hash[0])
		other = cue_match_hash(index, hashes->hash[1], text, pos, mask,
				       end);
	if (other)
		best = other;
	if (best && best->flags & CUE_DOT && *end < text->len &&
	    text->at[*end] == '.')
		++*end;
	return best;
}
