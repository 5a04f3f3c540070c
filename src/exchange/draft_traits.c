/*
 * What a text shares with its translation: numbers, names of states, and
 * words that many languages have from the same source, as "terminology" and
 * «терминология», told by their first consonants and vowels.
 */
#include <stdlib.h>
#include <string.h>

#include "draft_parts.h"

#define TRAIT_WORD_MIN 4
#define TRAIT_WORD_MAX 5

/* а to я and the Kazakh letters, as Latin ones; '-' is passed over. */
static const char trait_cyrillic[] = "abugdeziiklmnoprstufkkkss-i-eua";

static char
draft_trait_kazakh(uint32_t cp)
{
	switch (cp) {
	case 0x4d9:
		return 'a';
	case 0x493:
		return 'g';
	case 0x49b:
		return 'k';
	case 0x4a3:
		return 'n';
	case 0x4e9:
		return 'o';
	case 0x4af:
	case 0x4b1:
		return 'u';
	case 0x456:
		return 'i';
	default:
		return '-';
	}
}

/* The sound of a letter; 0 where it is of another script. */
static char
draft_trait_sound(uint32_t cp)
{
	static const char latin[] = "abkdefg-iiklmnopkrstuuksis";

	if (cp >= 'a' && cp <= 'z')
		return latin[cp - 'a'];
	if (cp >= 0x430 && cp <= 0x44f)
		return trait_cyrillic[cp - 0x430 > 30 ? 30 : cp - 0x430];
	if (cp >= 0xe0 && cp <= 0xe6)
		return 'a';
	if (cp == 0xe7)
		return 'k';
	if (cp >= 0xe8 && cp <= 0xeb)
		return 'e';
	if (cp >= 0xec && cp <= 0xef)
		return 'i';
	if (cp == 0xf1)
		return 'n';
	if (cp >= 0xf2 && cp <= 0xf6)
		return 'o';
	if (cp >= 0xf9 && cp <= 0xfc)
		return 'u';
	if (cp >= 0x450 && cp < 0x530)
		return draft_trait_kazakh(cp);
	return 0;
}

static void
draft_trait_add(struct draft_traits *traits, uint32_t hash)
{
	struct draft_trait trait = {hash, 1};

	vector_push(&traits->list, trait);
}

static uint32_t
draft_trait_hash(uint32_t hash, uint32_t value)
{
	return (hash ^ value) * 16777619u;
}

static int
draft_trait_digit(uint32_t cp)
{
	if (cp >= '0' && cp <= '9')
		return (int)cp - '0';
	if (cp >= 0x660 && cp <= 0x669)
		return (int)cp - 0x660;
	return -1;
}

/* A number from 'at' on, "75/240" as one. */
static size_t
draft_trait_number(const char *text, size_t len, size_t at,
		   struct draft_traits *traits)
{
	uint32_t hash = 2166136261u, cp;
	size_t size, end = at;

	while (end < len) {
		size = draft_char(text, len, end, &cp);
		if (draft_trait_digit(cp) >= 0)
			hash = draft_trait_hash(
				hash, (uint32_t)draft_trait_digit(cp));
		else if (cp == '/' && end + 1 < len && text[end + 1] >= '0' &&
			 text[end + 1] <= '9')
			hash = draft_trait_hash(hash, cp);
		else
			break;
		end += size;
	}
	draft_trait_add(traits, hash);
	return end;
}

static size_t
draft_trait_word(const char *text, size_t len, size_t at,
		 struct draft_traits *traits)
{
	uint32_t hash = 1, cp;
	size_t size, count = 0, letters = 0;
	char sound, before = 0;

	for (; at < len; at += size) {
		size = draft_char(text, len, at, &cp);
		if (!is_draft_letter(cp))
			break;
		letters++;
		sound = draft_trait_sound(cp);
		if (!sound || sound == '-' || sound == before ||
		    count == TRAIT_WORD_MAX)
			continue;
		before = sound;
		hash = draft_trait_hash(hash, (unsigned char)sound);
		count++;
	}
	if (count >= TRAIT_WORD_MIN && letters >= TRAIT_WORD_MIN)
		draft_trait_add(traits, hash);
	return at;
}

static void
draft_traits_scan(const char *text, size_t len, enum draft_tongue tongue,
		  struct draft_traits *traits)
{
	size_t at = 0, size;
	uint32_t cp;
	int country;

	while (at < len) {
		size = draft_char(text, len, at, &cp);
		if (draft_trait_digit(cp) >= 0) {
			at = draft_trait_number(text, len, at, traits);
			continue;
		}
		if (is_draft_letter(cp)) {
			country = draft_country_begins(text + at, len - at,
						       tongue);
			if (country >= 0)
				draft_trait_add(traits, (uint32_t)country);
			if (draft_trait_sound(cp)) {
				at = draft_trait_word(text, len, at, traits);
				continue;
			}
		}
		at += size;
	}
}

static int
draft_trait_compare(const void *a, const void *b)
{
	const struct draft_trait *x = a, *y = b;

	return x->hash < y->hash ? -1 : x->hash > y->hash;
}

static void
draft_traits_sort(struct draft_traits *traits)
{
	struct draft_trait *list = traits->list.items;
	size_t i, kept = 0;

	if (!traits->list.len)
		return;
	qsort(list, traits->list.len, sizeof *list, draft_trait_compare);
	for (i = 1; i < traits->list.len; i++)
		if (list[i].hash != list[kept].hash)
			list[++kept] = list[i];
	traits->list.len = kept + 1;
}

static int
draft_count_strong(const char *text)
{
	int count = 0;

	while ((text = strstr(text, "**"))) {
		count++;
		text += 2;
	}
	return count / 2;
}

static void
draft_traits_of_blocks(const struct draft_work *work, const size_t *blocks,
		       size_t count, enum draft_tongue tongue,
		       struct draft_traits *traits)
{
	const struct draft_block *block;
	size_t i, from;

	for (i = 0; i < count; i++) {
		block = &work->blocks.items[blocks[i]];
		from = block->marker.size;
		draft_traits_scan(block->text + from, block->len - from, tongue,
				  traits);
		traits->length += block->len - from;
		traits->strong_count += draft_count_strong(block->text);
		traits->row = traits->row ? traits->row : block->row;
	}
	traits->first = count ? blocks[0] : 0;
	traits->last = count ? blocks[count - 1] : 0;
	draft_traits_sort(traits);
}

/* A section has what its heading and its points have. */
static void
draft_traits_of_section(const struct draft_work *work,
			struct draft_section *section, enum draft_tongue tongue)
{
	struct draft_traits *whole = &section->traits, *part;
	size_t heading = (size_t)section->heading, i, k;

	if (section->heading >= 0)
		draft_traits_of_blocks(work, &heading, 1, tongue, whole);
	for (i = 0; i < section->points.len; i++) {
		part = &section->points.items[i].traits;
		draft_traits_of_blocks(
			work, section->points.items[i].blocks.items,
			section->points.items[i].blocks.len, tongue, part);
		for (k = 0; k < part->list.len; k++)
			vector_push(&whole->list, part->list.items[k]);
		whole->length += part->length;
		whole->strong_count += part->strong_count;
		whole->row = whole->row ? whole->row : part->row;
		whole->last = part->last;
	}
	draft_traits_sort(whole);
}

/* ---- weights ---- */

/* Say of each trait how rare it is among pieces of its language. */
static void
draft_traits_weigh(struct draft_traits **pieces, size_t count)
{
	struct draft_traits all = {.list = VECTOR_INIT};
	struct draft_trait *list;
	size_t i, k, from;

	for (i = 0; i < count; i++)
		for (k = 0; k < pieces[i]->list.len; k++)
			vector_push(&all.list, pieces[i]->list.items[k]);
	list = all.list.items;
	if (all.list.len)
		qsort(list, all.list.len, sizeof *list, draft_trait_compare);
	for (i = 0; i < all.list.len; i = from) {
		for (from = i;
		     from < all.list.len && list[from].hash == list[i].hash;)
			from++;
		list[i].weight = 1.0f / (float)(from - i);
		for (k = i + 1; k < from; k++)
			list[k].weight = list[i].weight;
	}
	for (i = 0; i < count; i++)
		for (k = 0; k < pieces[i]->list.len; k++)
			pieces[i]->list.items[k].weight =
				((struct draft_trait *)bsearch(
					 &pieces[i]->list.items[k], list,
					 all.list.len, sizeof *list,
					 draft_trait_compare))
					->weight;
	vector_release(&all.list);
}

void
draft_traits_read(struct draft_work *work, struct draft_text *text)
{
	VECTOR(struct draft_traits *) points = VECTOR_INIT;
	VECTOR(struct draft_traits *) sections = VECTOR_INIT;
	struct draft_section *section;
	size_t i, k;

	for (i = 0; i < text->sections.len; i++) {
		section = &text->sections.items[i];
		draft_traits_of_section(work, section, text->tongue);
		vector_push(&sections, &section->traits);
		for (k = 0; k < section->points.len; k++)
			vector_push(&points, &section->points.items[k].traits);
	}
	draft_traits_weigh(points.items, points.len);
	draft_traits_weigh(sections.items, sections.len);
	vector_release(&points);
	vector_release(&sections);
}

double
draft_likeness(const struct draft_traits *a, const struct draft_traits *b,
	       double ratio, double *shared)
{
	double common = 0, x = (double)a->length * ratio + 20,
	       y = (double)b->length + 20, likeness;
	size_t i = 0, k = 0;

	while (i < a->list.len && k < b->list.len) {
		if (a->list.items[i].hash == b->list.items[k].hash)
			common += (double)(a->list.items[i++].weight *
					   b->list.items[k++].weight);
		else if (a->list.items[i].hash < b->list.items[k].hash)
			i++;
		else
			k++;
	}
	*shared = common / (common + 0.6);
	likeness = 0.65 * *shared + 0.25 * (x < y ? x / y : y / x) +
		   (a->strong_count == b->strong_count ? 0.1 : 0);
	if (a->row && a->row == b->row)
		likeness = *shared = 1;
	else if (a->last + 1 == b->first || b->last + 1 == a->first)
		likeness += 0.3 * (1 - likeness);
	return likeness;
}
