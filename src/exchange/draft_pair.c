/*
 * The languages beside each other: sections by id, then by what they say; the
 * points of a pair by number, but where what they say speaks clearly for
 * another pairing. Only translations are numbered anew.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "draft_parts.h"

/* So much more must another pairing be worth than that of the numbers. */
#define PAIR_MARGIN 0.3
/* Sections with ids that differ must be so alike to be one. */
#define PAIR_SECTION_SHARED 0.6

struct draft_pairing {
	struct draft_work *work;
	struct draft_text *original, *text;
	/* Sections to pair, or the points of two. */
	VECTOR(struct draft_section *) a, b;
	struct draft_section *a_section, *b_section;
	double ratio; /* of lengths */
};

/* ---- ids ---- */

/* A Latin letter without its accent, or 0. */
static char
draft_slug_letter(uint32_t cp)
{
	static const char latin[] = "aaaaaaaceeeeiiiidnooooo ouuuuyty";

	if (cp >= 'a' && cp <= 'z')
		return (char)cp;
	return cp >= 0xe0 && cp <= 0xff && cp != 0xf7 ? latin[cp - 0xe0] : 0;
}

/* "#israel", by the English name of the state a question is of; so many
 * words of a heading. */
static void
draft_slug(const char *name, int words, char id[64])
{
	size_t at = 0, from = 0, len = strlen(name);
	uint32_t cp;

	while (from < len && at < 40) {
		from += draft_char(name, len, from, &cp);
		if (draft_slug_letter(cp))
			id[at++] = draft_slug_letter(cp);
		else if (at && id[at - 1] != '-' && !--words)
			break;
		else if (at && id[at - 1] != '-')
			id[at++] = '-';
	}
	while (at && id[at - 1] == '-')
		at--;
	id[at] = '\0';
}

static bool
draft_text_has_id(const struct draft_text *text, const char *id)
{
	return draft_ids_find(&text->ids, id) || !strcmp(id, "note") ||
	       !strcmp(id, "letterhead");
}

static bool
draft_id_is_free(const struct draft_work *work, const char *id)
{
	size_t i;

	for (i = 0; i < work->order_count; i++)
		if (draft_text_has_id(&work->texts[work->order[i]], id))
			return false;
	return true;
}

static void
draft_section_set_id(struct draft_work *work, struct draft_text *text,
		     struct draft_section *section, const char *id)
{
	snprintf(section->id, sizeof section->id, "%s", id);
	section->is_id_read = false;
	draft_ids_add(&text->ids, arena_strdup(work->arena, id),
		      (size_t)(section - text->sections.items));
}

/* An id for a section that has none, of words of its heading. */
static void
draft_section_make_id(struct draft_work *work, struct draft_text *text,
		      struct draft_section *section, const char *words)
{
	size_t number = (size_t)(section - text->sections.items) + 1;
	char id[64];

	draft_slug(section->heading < 0 ? "points" : words, 3, id);
	while (!id[0] || !draft_id_is_free(work, id)) {
		snprintf(id, sizeof id, "%s-%zu", work->tags[text->tongue],
			 number);
		number += text->sections.len;
	}
	draft_section_set_id(work, text, section, id);
}

static void
draft_ids_of_countries(struct draft_work *work, struct draft_text *text)
{
	struct draft_section *section;
	char id[64];
	size_t i;

	for (i = 0; i < text->sections.len; i++) {
		section = &text->sections.items[i];
		if (section->id[0] || section->country < 0)
			continue;
		draft_slug(draft_country_at(section->country)->names[TONGUE_EN],
			   9, id);
		if (!draft_text_has_id(text, id))
			draft_section_set_id(work, text, section, id);
	}
}

/* ---- points ---- */

static double
draft_score_points(size_t a, size_t b, double *shared, void *data)
{
	const struct draft_pairing *pairing = data;

	return draft_likeness(&pairing->a_section->points.items[a].traits,
			      &pairing->b_section->points.items[b].traits,
			      pairing->ratio, shared);
}

/* Who has the same number. */
static void
draft_pair_numbers(const struct draft_pairing *pairing, long *partner)
{
	const struct draft_section *a = pairing->a_section,
				   *b = pairing->b_section;
	size_t i, k = 0;

	for (i = 0; i < b->points.len; i++) {
		while (k < a->points.len &&
		       a->points.items[k].number < b->points.items[i].number)
			k++;
		partner[i] =
			k < a->points.len && a->points.items[k].number ==
						     b->points.items[i].number
				? (long)k
				: -1;
	}
}

static void
draft_tell_point(struct draft_pairing *pairing, size_t a, size_t b,
		 bool is_by_number)
{
	struct draft_section *section = pairing->b_section;
	struct draft_point *point = &section->points.items[b];
	struct draft_item *item;
	double shared, likeness;

	if (is_by_number && point->is_numbered)
		return;
	likeness = draft_score_points(a, b, &shared, pairing);
	item = draft_add_block_item(
		pairing->work, is_by_number ? DRAFT_ALIGNED : DRAFT_UNSURE,
		is_by_number ? "pair" : "renumbered",
		&pairing->work->blocks.items[point->traits.first]);
	item->confidence = (int)(likeness * 100 + 0.5);
	item->language = pairing->work->tags[pairing->text->tongue];
	item->place = draft_place(pairing->work, section, point);
	item->value = "";
}

static void
draft_tell_alone(struct draft_pairing *pairing,
		 const struct draft_section *section, struct draft_point *point,
		 const char *code)
{
	struct draft_item *item = draft_add_block_item(
		pairing->work, DRAFT_UNSURE, code,
		&pairing->work->blocks.items[point->traits.first]);

	item->language = pairing->work->tags[pairing->text->tongue];
	item->place = draft_place(pairing->work, section, point);
}

static int
draft_point_compare(const void *a, const void *b)
{
	const struct draft_point *x = a, *y = b;

	return x->number < y->number ? -1 : x->number > y->number;
}

/* Give a translation's points the numbers of those they translate; what is
 * only in it comes after all others. */
static void
draft_renumber(struct draft_pairing *pairing, const long *partner)
{
	struct draft_section *a = pairing->a_section, *b = pairing->b_section;
	struct draft_point *point;
	int number, last = 0;
	size_t i;

	for (i = 0; i < a->points.len; i++)
		if (a->points.items[i].number > last)
			last = a->points.items[i].number;
	for (i = 0; i < b->points.len; i++) {
		point = &b->points.items[i];
		number = partner[i] >= 0 ? a->points.items[partner[i]].number
					 : ++last;
		if (number == 0 ||
		    (number == point->number && point->is_numbered))
			continue;
		if (point->is_numbered && !point->was[0])
			snprintf(point->was, sizeof point->was, "%d",
				 point->number);
		point->number = number;
		point->is_numbered = true;
		point->is_chapeau = false;
	}
}

static void
draft_tell_points(struct draft_pairing *pairing, const long *partner,
		  bool is_by_number)
{
	struct draft_section *a = pairing->a_section, *b = pairing->b_section;
	bool *is_met = mem_alloc(a->points.len + 1, sizeof *is_met);
	struct draft_point *point;
	size_t i;

	for (i = 0; i < b->points.len; i++) {
		point = &b->points.items[i];
		if (partner[i] < 0) {
			draft_tell_alone(pairing, b, point, "no-partner");
			continue;
		}
		is_met[partner[i]] = true;
		draft_tell_point(pairing, (size_t)partner[i], i,
				 is_by_number || !point->was[0]);
	}
	for (i = 0; i < a->points.len; i++)
		if (!is_met[i])
			draft_tell_alone(pairing, a, &a->points.items[i],
					 "missing");
	free(is_met);
}

static void
draft_pair_points(struct draft_pairing *pairing)
{
	struct draft_section *b = pairing->b_section;
	struct draft_lists lists = {pairing->a_section->points.len,
				    b->points.len, draft_score_points, pairing};
	long *by_number = mem_alloc(b->points.len + 1, sizeof *by_number);
	long *by_words = mem_alloc(b->points.len + 1, sizeof *by_words);
	bool is_by_number;

	draft_pair_numbers(pairing, by_number);
	is_by_number = draft_align(&lists, by_words) <
		       draft_align_worth(&lists, by_number) + PAIR_MARGIN;
	if (!is_by_number)
		draft_renumber(pairing, by_words);
	draft_tell_points(pairing, is_by_number ? by_number : by_words,
			  is_by_number);
	if (!is_by_number)
		qsort(b->points.items, b->points.len, sizeof *b->points.items,
		      draft_point_compare);
	free(by_number);
	free(by_words);
}

/* ---- sections ---- */

static double
draft_score_sections(size_t a, size_t b, double *shared, void *data)
{
	const struct draft_pairing *pairing = data;
	const struct draft_section *x = pairing->a.items[a],
				   *y = pairing->b.items[b];
	double likeness =
		draft_likeness(&x->traits, &y->traits, pairing->ratio, shared);

	likeness += x->role == y->role ? 0.15 : -0.15;
	likeness += x->points.len == y->points.len ? 0.1 : 0;
	if (x->id[0] && y->id[0] && *shared < PAIR_SECTION_SHARED)
		return -1;
	return likeness;
}

static void
draft_pair_two(struct draft_pairing *pairing, struct draft_section *a,
	       struct draft_section *b)
{
	a->has_partner = b->has_partner = true;
	pairing->a_section = a;
	pairing->b_section = b;
	if (b->points.len)
		draft_pair_points(pairing);
}

static void
draft_pair_ids(struct draft_pairing *pairing)
{
	struct draft_text *original = pairing->original;
	const struct draft_id *found;
	bool *is_met = mem_alloc(original->sections.len + 1, sizeof *is_met);
	struct draft_section *section;
	size_t i;

	for (i = 0; i < pairing->text->sections.len; i++) {
		section = &pairing->text->sections.items[i];
		found = section->id[0]
				? draft_ids_find(&original->ids, section->id)
				: NULL;
		if (!found) {
			vector_push(&pairing->b, section);
			continue;
		}
		is_met[found->section] = true;
		draft_pair_two(pairing,
			       &original->sections.items[found->section],
			       section);
	}
	for (i = 0; i < original->sections.len; i++)
		if (!is_met[i])
			vector_push(&pairing->a, &original->sections.items[i]);
	free(is_met);
}

static void
draft_tell_section(struct draft_pairing *pairing,
		   const struct draft_section *section, double likeness)
{
	struct draft_item *item;

	item = draft_add_item(pairing->work, DRAFT_ALIGNED, "section-pair");
	item->language = pairing->work->tags[pairing->text->tongue];
	item->place = draft_place(pairing->work, section, NULL);
	item->confidence = likeness > 1 ? 100 : (int)(likeness * 100 + 0.5);
	if (section->heading < 0)
		return;
	item->source = pairing->work->blocks.items[section->heading].source;
	item->first_line =
		pairing->work->blocks.items[section->heading].first_line;
	item->last_line =
		pairing->work->blocks.items[section->heading].last_line;
}

/* One id for two sections; English words where there are any. */
static void
draft_pair_name(struct draft_pairing *pairing, struct draft_section *a,
		struct draft_section *b)
{
	const struct draft_section *from =
		pairing->text->tongue == TONGUE_EN ? b : a;

	if (!a->id[0] && b->id[0] &&
	    !draft_text_has_id(pairing->original, b->id)) {
		draft_section_set_id(pairing->work, pairing->original, a,
				     b->id);
		return;
	}
	if (!a->id[0])
		draft_section_make_id(pairing->work, pairing->original, a,
				      from->words);
	draft_section_set_id(pairing->work, pairing->text, b, a->id);
}

static void
draft_pair_sections(struct draft_pairing *pairing)
{
	struct draft_lists lists = {pairing->a.len, pairing->b.len,
				    draft_score_sections, pairing};
	long *partner = mem_alloc(pairing->b.len + 1, sizeof *partner);
	struct draft_section *a, *b;
	double shared, likeness;
	size_t i;

	draft_align(&lists, partner);
	for (i = 0; i < pairing->b.len; i++) {
		if (partner[i] < 0)
			continue;
		a = pairing->a.items[partner[i]];
		b = pairing->b.items[i];
		likeness = draft_score_sections((size_t)partner[i], i, &shared,
						pairing);
		draft_pair_name(pairing, a, b);
		draft_tell_section(pairing, b, likeness);
		draft_pair_two(pairing, a, b);
	}
	free(partner);
}

static size_t
draft_text_length(const struct draft_text *text)
{
	size_t length = 1, i;

	for (i = 0; i < text->sections.len; i++)
		length += text->sections.items[i].traits.length;
	return length;
}

/* What has no id is aligned by its order when the files are read, so what has
 * no partner needs one. */
static void
draft_name_rest(struct draft_work *work, struct draft_text *text)
{
	size_t i;

	for (i = 0; i < text->sections.len; i++)
		if (!text->sections.items[i].id[0])
			draft_section_make_id(work, text,
					      &text->sections.items[i],
					      text->sections.items[i].words);
}

void
draft_pair(struct draft_work *work)
{
	struct draft_pairing pairing = {.work = work};
	struct draft_text *text;
	size_t i;

	for (i = 0; i < work->order_count; i++) {
		text = &work->texts[work->order[i]];
		draft_traits_read(work, text);
		draft_ids_of_countries(work, text);
		if (!i) {
			pairing.original = text;
			continue;
		}
		pairing.text = text;
		pairing.a.len = pairing.b.len = 0;
		pairing.ratio = (double)draft_text_length(text) /
				(double)draft_text_length(pairing.original);
		draft_pair_ids(&pairing);
		draft_pair_sections(&pairing);
	}
	for (i = 0; i < work->order_count; i++)
		draft_name_rest(work, &work->texts[work->order[i]]);
	vector_release(&pairing.a);
	vector_release(&pairing.b);
}
