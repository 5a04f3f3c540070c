/*
 * What of a text a translator leaves alone: figures, citations, and the
 * sound of borrowed words. "Convention", «конвенция» and "convención" begin
 * with the same consonants, so four of them stand for a word. This is never
 * reported; it only tells whether two points are likely each other's.
 */
#include <string.h>

#include "lectern/utf8.h"
#include "internal.h"

#define SIGNATURE_BITS	    (SIGNATURE_WORDS * 64)
#define CONSONANTS	    4
#define CONSONANTS_AT_LEAST 3
#define LETTERS_AT_LEAST    5

#define ANCHOR_SCORE 40

/* The sound of a consonant, 0 for a vowel and what has none. */
static char
sound_latin(uint32_t cp)
{
	static const char sounds[26] = {
		0,   'b', 'k', 'd', 0,	 'f', 'g', 0, 0,   'g', 'k', 'l', 'm',
		'n', 0,	  'p', 'k', 'r', 's', 't', 0, 'v', 'v', 'k', 0,	  's',
	};

	if (cp >= 'a' && cp <= 'z')
		return sounds[cp - 'a'];
	return cp == 0xe7 ? 's' : cp == 0xf1 ? 'n' : 0;
}

static char
sound_cyrillic(uint32_t cp)
{
	static const char sounds[32] = {
		0,   'b', 'v', 'g', 'd', 0,   'g', 's', 0, 0,	'k',
		'l', 'm', 'n', 0,   'p', 'r', 's', 't', 0, 'f', 0,
		's', 'k', 's', 's', 0,	 0,   0,   0,	0, 0,
	};

	if (cp >= 0x430 && cp <= 0x44f)
		return sounds[cp - 0x430];
	switch (cp) {
	case 0x49b: /* қ */
		return 'k';
	case 0x493: /* ғ */
		return 'g';
	case 0x4a3: /* ң */
		return 'n';
	default:
		return 0;
	}
}

static void
signature_set(struct signature *signature, uint32_t hash)
{
	uint32_t bit = (hash * UINT32_C(2654435761)) >> 22;
	uint64_t mask = UINT64_C(1) << (bit % 64);

	if (!(signature->bits[bit / 64] & mask))
		signature->count++;
	signature->bits[bit / 64] |= mask;
}

static void
signature_add_word(struct check_side *side, const struct scan_token *token)
{
	const char *text = side->text.data + token->start;
	size_t len = token->end - token->start, at = 0;
	uint32_t hash = 0, cp;
	int found = 0;
	char sound, last = 0;

	while (at < len && found < CONSONANTS) {
		at += utf8_decode(text + at, len - at, &cp);
		cp = scan_fold(cp);
		sound = cp < 0x400 ? sound_latin(cp) : sound_cyrillic(cp);
		if (!sound || sound == last)
			continue;
		hash = hash * 31 + (uint32_t)sound;
		last = sound;
		found++;
	}
	if (found >= CONSONANTS_AT_LEAST)
		signature_set(&side->signature, hash);
}

static uint64_t
anchor_bit(uint64_t value)
{
	value *= UINT64_C(0x9e3779b97f4a7c15);
	return UINT64_C(1) << (value >> 58);
}

static void
signature_add_anchors(struct check_side *side)
{
	const struct citation *cite;
	const struct scan_number *number;
	const struct scan_date *date;
	uint64_t hash;
	size_t i;

	for (i = 0; i < side->citations.list.len; i++) {
		cite = &side->citations.list.items[i];
		hash = scan_hash(cite->symbol, strlen(cite->symbol));
		side->signature.anchors |= anchor_bit(hash);
	}
	for (i = 0; i < side->numbers.list.len; i++) {
		number = &side->numbers.list.items[i];
		if (number->form == NUMBER_FAINT)
			continue;
		side->signature.anchors |= anchor_bit((uint64_t)number->value);
	}
	for (i = 0; i < side->dates.list.len; i++) {
		date = &side->dates.list.items[i];
		hash = (uint64_t)date->month * 100 + (uint64_t)date->day;
		side->signature.anchors |= anchor_bit(hash + 7);
	}
}

void
signature_make(struct check_side *side)
{
	const struct scan_token *token;
	size_t i;

	memset(&side->signature, 0, sizeof side->signature);
	if (side->kind != SIDE_POINT)
		return;
	signature_add_anchors(side);
	for (i = 0; i < side->tokens.list.len; i++) {
		token = &side->tokens.list.items[i];
		if (token->kind == SCAN_WORD &&
		    token->letters >= LETTERS_AT_LEAST &&
		    token->scripts & (SCRIPT_LATIN | SCRIPT_CYRILLIC))
			signature_add_word(side, token);
	}
}

/* Shared bits above what chance gives, for a hundred bits of the smaller. */
static int
signature_shared(const struct signature *one, const struct signature *two)
{
	unsigned shared = 0, least;
	int above;
	size_t i;

	for (i = 0; i < SIGNATURE_WORDS; i++)
		shared += (unsigned)__builtin_popcountll(one->bits[i] &
							 two->bits[i]);
	least = one->count < two->count ? one->count : two->count;
	if (!least)
		return 0;
	above = (int)(shared * 16) -
		(int)(one->count * two->count * 16 / SIGNATURE_BITS);
	return above * 100 / (int)(least * 16 + 48);
}

int
signature_score(const struct check_side *one, const struct check_side *two)
{
	const struct signature *a = &one->signature, *b = &two->signature;
	int same = __builtin_popcountll(a->anchors & b->anchors);
	int differ = __builtin_popcountll(a->anchors ^ b->anchors);
	int all = same + differ;

	return signature_shared(a, b) +
	       (all ? ANCHOR_SCORE * (same * 2 - differ) / (all + 1) : 0);
}
