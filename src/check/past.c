#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/past.h"
#include "lectern/save.h"
#include "lectern/token.h"
#include "lectern/vector.h"

#define PAST_STEMS   8	/* fewer say nothing */
#define PAST_REPEATS 60 /* per cent of the smaller one's stems */
#define PAST_CITES   20 /* the same, where both cite a document */

struct past_point {
	size_t section, row, language;
	struct buffer text;
	VECTOR(uint64_t) stems; /* sorted, each once */
	struct citations cites;
};

struct past_points {
	VECTOR(struct past_point) list;
};

struct past_search {
	const struct library *lib;
	const struct meeting *meeting;
	const struct catalogue *catalogue;
	struct past_points now;
	past_fn found;
	void *data;
};

static void
past_add_stem(const struct token *token, void *data)
{
	struct past_point *point = data;

	if (!token->is_citation)
		vector_push(&point->stems, file_hash(token->word, token->len));
}

static int
past_compare_hashes(const void *a, const void *b)
{
	uint64_t one = *(const uint64_t *)a, two = *(const uint64_t *)b;

	return (one > two) - (one < two);
}

static void
past_sort_stems(struct past_point *point)
{
	size_t i, kept = 0;

	if (!point->stems.len)
		return;
	qsort(point->stems.items, point->stems.len, sizeof *point->stems.items,
	      past_compare_hashes);
	for (i = 0; i < point->stems.len; i++)
		if (!kept ||
		    point->stems.items[i] != point->stems.items[kept - 1])
			point->stems.items[kept++] = point->stems.items[i];
	point->stems.len = kept;
}

static void
past_add_point(const struct past_search *search, struct past_points *points,
	       const struct point *point, const char *language,
	       struct tokenizer *tokenizer, const struct past_point *place)
{
	struct past_point one = *place;

	buffer_init(&one.text);
	point_plain_text(point, &one.text);
	token_each_word(tokenizer, one.text.data, one.text.len, past_add_stem,
			&one);
	past_sort_stems(&one);
	point_citations(point, language,
			search->catalogue ? catalogue_names(search->catalogue)
					  : NULL,
			&one.cites);
	vector_push(&points->list, one);
}

static void
past_points_release(struct past_points *points)
{
	size_t i;

	for (i = 0; i < points->list.len; i++) {
		buffer_release(&points->list.items[i].text);
		vector_release(&points->list.items[i].stems);
		citations_release(&points->list.items[i].cites);
	}
	vector_release(&points->list);
}

static void
past_read_points(const struct past_search *search,
		 const struct meeting *meeting, const struct past_rows *rows,
		 struct past_points *out)
{
	const struct aligned_section *section;
	struct tokenizer *tokenizer;
	struct past_point place = {.text = BUFFER_INIT};
	size_t i, j;

	for (i = 0; i < meeting->language_count; i++) {
		tokenizer = tokenizer_new(meeting->languages[i]);
		place.language = i;
		for (j = rows->first;
		     j < rows->end && j < meeting->section_count; j++) {
			section = &meeting->sections[j];
			place.section = j;
			for (place.row = rows->first_row;
			     place.row < rows->end_row &&
			     place.row < section->row_count;
			     place.row++)
				if (section->rows[place.row].cells[i])
					past_add_point(search, out,
						       section->rows[place.row]
							       .cells[i],
						       meeting->languages[i],
						       tokenizer, &place);
		}
		tokenizer_free(tokenizer);
	}
}

/* Stems that both have, per cent of the smaller. */
static size_t
past_shared(const struct past_point *a, const struct past_point *b)
{
	size_t i = 0, j = 0, same = 0, least;

	while (i < a->stems.len && j < b->stems.len) {
		if (a->stems.items[i] == b->stems.items[j]) {
			same++;
			i++;
			j++;
		} else if (a->stems.items[i] < b->stems.items[j]) {
			i++;
		} else {
			j++;
		}
	}
	least = a->stems.len < b->stems.len ? a->stems.len : b->stems.len;
	return least < PAST_STEMS ? 0 : same * 100 / least;
}

static const char *
past_same_symbol(const struct past_point *a, const struct past_point *b)
{
	size_t i, j;

	for (i = 0; i < a->cites.list.len; i++)
		for (j = 0; j < b->cites.list.len; j++)
			if (!strcmp(a->cites.list.items[i].symbol,
				    b->cites.list.items[j].symbol))
				return a->cites.list.items[i].symbol;
	return "";
}

static void
past_compare(const struct past_search *search, const struct past_point *now,
	     const struct past_point *then, const struct meeting *earlier)
{
	struct past_match match = {.section = now->section,
				   .row = now->row,
				   .language = now->language,
				   .now = now->text.data,
				   .before = then->text.data,
				   .meeting = earlier->id,
				   .date = earlier->facts.date.first};
	struct place place = {then->section, then->row, false, false};
	struct buffer name = BUFFER_INIT;
	size_t shared;

	if (strcmp(search->meeting->languages[now->language],
		   earlier->languages[then->language]))
		return;
	shared = past_shared(now, then);
	match.symbol = past_same_symbol(now, then);
	match.is_repeated = shared >= PAST_REPEATS;
	if (!match.is_repeated && (!*match.symbol || shared < PAST_CITES))
		return;
	place_format(earlier, &place, &name);
	match.place = name.data;
	search->found(&match, search->data);
	buffer_release(&name);
}

static void
past_compare_meeting(const struct past_search *search,
		     const struct meeting *earlier)
{
	static const struct past_rows all = {0, SIZE_MAX, 0, SIZE_MAX};
	struct past_points then = {VECTOR_INIT};
	size_t i, j;

	past_read_points(search, earlier, &all, &then);
	for (i = 0; i < search->now.list.len; i++)
		for (j = 0; j < then.list.len; j++)
			past_compare(search, &search->now.list.items[i],
				     &then.list.items[j], earlier);
	past_points_release(&then);
}

static bool
is_earlier(const struct meeting *meeting, const struct meeting *than)
{
	return strcmp(meeting->id, than->id) &&
	       is_date(&meeting->facts.date.first) &&
	       date_compare(&meeting->facts.date.first,
			    &than->facts.date.first) < 0;
}

/* The latest first. */
static int
past_compare_meetings(const void *a, const void *b)
{
	const struct meeting *one = *(struct meeting *const *)a;
	const struct meeting *two = *(struct meeting *const *)b;

	return date_compare(&two->facts.date.first, &one->facts.date.first);
}

struct past_meetings {
	VECTOR(struct meeting *) list;
};

static enum status
past_read_meetings(const struct past_search *search, struct past_meetings *out,
		   struct error *err)
{
	struct library_names names = {VECTOR_INIT};
	struct meeting *one;
	enum status rc = library_list_meetings(search->lib, &names, err);
	size_t i;

	for (i = 0; i < names.list.len && !rc; i++) {
		rc = library_read_meeting(search->lib, names.list.items[i],
					  &one, NULL, err);
		if (rc)
			break;
		if (is_earlier(one, search->meeting))
			vector_push(&out->list, one);
		else
			meeting_free(one);
	}
	if (out->list.len)
		qsort(out->list.items, out->list.len, sizeof *out->list.items,
		      past_compare_meetings);
	library_names_release(&names);
	return rc;
}

enum status
past_find(const struct library *lib, const struct meeting *meeting,
	  const struct past_rows *rows, const struct catalogue *catalogue,
	  past_fn found, void *data, struct error *err)
{
	struct past_search search = {.lib = lib,
				     .meeting = meeting,
				     .catalogue = catalogue,
				     .found = found,
				     .data = data};
	struct past_meetings meetings = {VECTOR_INIT};
	enum status rc = past_read_meetings(&search, &meetings, err);
	size_t i;

	if (!rc)
		past_read_points(&search, meeting, rows, &search.now);
	for (i = 0; i < meetings.list.len; i++) {
		if (!rc)
			past_compare_meeting(&search, meetings.list.items[i]);
		meeting_free(meetings.list.items[i]);
	}
	past_points_release(&search.now);
	vector_release(&meetings.list);
	return rc;
}
