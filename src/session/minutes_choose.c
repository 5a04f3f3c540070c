/* Which points fit into a time: see minutes.h. */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "lectern/minutes.h"

/* The point in the language spoken, and which language it really is in. */
static const struct point *
minutes_spoken_point(const struct minutes_request *request,
		     const struct aligned_row *row, const char **language)
{
	const struct meeting *meeting = request->meeting;
	int index = meeting_language_index(meeting, request->language);

	*language = request->language;
	if (index >= 0 && row->cells[index] != NULL)
		return row->cells[index];
	for (size_t i = 0; i < meeting->language_count; i++)
		if (row->cells[i] != NULL) {
			*language = meeting->languages[i];
			return row->cells[i];
		}
	return aligned_row_first(row);
}

static bool
is_minutes_role(enum role role)
{
	return role != ROLE_BACKGROUND && role != ROLE_AVOID;
}

static void
minutes_add(const struct minutes_request *request, struct minutes_choices *out,
	    size_t section, size_t row)
{
	const struct aligned_section *at = &request->meeting->sections[section];
	struct minutes_choice *choice = &out->list[out->count];
	const char *language;

	if (!is_minutes_role(aligned_row_first(&at->rows[row])->role))
		return;
	*choice = (struct minutes_choice){.section = section, .row = row};
	choice->point =
		minutes_spoken_point(request, &at->rows[row], &language);
	for (int form = 0; form < FORM_COUNT; form++)
		choice->needs[form] =
			minutes_of_point(choice->point, (enum form)form,
					 language, request->rates);
	out->count++;
}

/* 0 first: priority 1, then 2 and those that have none, then 3. */
static int
minutes_rank(const struct point *point)
{
	return point->priority == 0 ? 1 : point->priority - 1;
}

/* Of the class that is being filled, and not left out? */
static bool
minutes_is_in(const struct minutes_request *request,
	      const struct minutes_choice *choice, enum role role, int rank)
{
	const struct aligned_section *section =
		&request->meeting->sections[choice->section];
	const struct point *first =
		aligned_row_first(&section->rows[choice->row]);

	if (request->is_left_out != NULL &&
	    request->is_left_out[section->first_row + choice->row])
		return false;
	return first->role == role && minutes_rank(first) == rank;
}

/* Take it in this form, or widen it to it, if the time allows. */
static void
minutes_try(struct minutes_choices *out, struct minutes_choice *choice,
	    enum form form)
{
	long before = choice->is_taken ? choice->needs[choice->form] : 0;

	if (!choice->is_taken && form != FORM_CUE)
		return;
	if (out->taken - before + choice->needs[form] > out->limit)
		return;
	choice->is_taken = true;
	choice->form = form;
	out->taken += choice->needs[form] - before;
}

/* Cues of the whole class, then key phrases, then full texts. */
static void
minutes_fill_class(const struct minutes_request *request,
		   struct minutes_choices *out, enum role role, int rank)
{
	static const enum form forms[] = {FORM_CUE, FORM_KEY, FORM_FULL};

	for (size_t f = 0; f < sizeof forms / sizeof *forms; f++)
		for (size_t i = 0; i < out->count; i++)
			if (minutes_is_in(request, &out->list[i], role, rank))
				minutes_try(out, &out->list[i], forms[f]);
}

void
minutes_choose(const struct minutes_request *request,
	       struct minutes_choices *out)
{
	const struct meeting *meeting = request->meeting;

	*out = (struct minutes_choices){.limit = request->limit};
	out->list = mem_alloc(meeting->row_count + 1, sizeof *out->list);
	for (size_t i = 0; i < meeting->section_count; i++)
		for (size_t row = 0; row < meeting->sections[i].row_count;
		     row++)
			minutes_add(request, out, i, row);
	for (int role = 0; role < ROLE_COUNT; role++)
		for (int rank = 0; rank < 3; rank++)
			if (request->roles & (1u << role))
				minutes_fill_class(request, out,
						   (enum role)role, rank);
}

void
minutes_choices_release(struct minutes_choices *choices)
{
	free(choices->list);
	*choices = (struct minutes_choices){.list = NULL};
}

void
minutes_take(struct minutes_choices *choices, size_t index, bool is_taken,
	     enum form form)
{
	choices->list[index].is_taken = is_taken;
	choices->list[index].form = form;
	choices->taken = 0;
	for (size_t i = 0; i < choices->count; i++)
		if (choices->list[i].is_taken)
			choices->taken +=
				choices->list[i].needs[choices->list[i].form];
}
