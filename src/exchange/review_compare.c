/* What a table that came home changes, and one change written. */
#include <stdlib.h>
#include <string.h>

#include "lectern/edit.h"
#include "lectern/memory.h"
#include "lectern/words.h"
#include "review_parts.h"

static const char *const review_sentences[REVIEW_PROBLEM_COUNT] = {
	[REVIEW_NO_POINT] = N_("The meeting has no such point. Points are "
			       "added in the text itself."),
	[REVIEW_NO_LANGUAGE] = N_("The meeting has no text in this language."),
	[REVIEW_NOT_THERE] = N_("The point is missing in this language. It is "
				"added in the text itself."),
	[REVIEW_NO_WORDS] = N_("The words were taken out. To remove a point, "
			       "edit the text."),
	[REVIEW_TWICE] = N_("An earlier row has the same place; this one is "
			    "left out."),
};

const char *
review_problem_sentence(enum review_problem problem)
{
	return _(review_sentences[problem]);
}

void
review_changes_release(struct review_changes *changes)
{
	vector_release(&changes->list);
	arena_release(&changes->arena);
}

/* ---- are they the same? ---- */

/* Does a span change between two bytes that are no white space? Where a
 * program ends and begins it again in between, it does not. */
static void
compare_add_spans(const struct block *block, size_t at, struct buffer *now)
{
	const struct span *span;
	size_t i;

	buffer_reset(now);
	for (i = 0; i < block->span_count; i++) {
		span = &block->spans[i];
		if (span->start <= at && at < span->end)
			buffer_printf(now, "\1%d%s", (int)span->kind,
				      span->target ? span->target : "");
	}
}

/* A text as a program reads it: what is stressed told by control characters,
 * which no text has; white space as one space. */
static void
compare_add_text(const struct block *block, struct buffer *out)
{
	struct buffer before = BUFFER_INIT, now = BUFFER_INIT;
	size_t at;

	for (at = 0; at < block->len; at++) {
		if (strchr(" \n", block->text[at])) {
			if (out->len && out->data[out->len - 1] != ' ')
				buffer_append_byte(out, ' ');
			continue;
		}
		compare_add_spans(block, at, &now);
		if (strcmp(before.data, now.data) != 0)
			buffer_printf(out, "\2%s\2", now.data);
		buffer_append_byte(out, block->text[at]);
		buffer_reset(&before);
		buffer_append(&before, now.data, now.len);
	}
	buffer_release(&before);
	buffer_release(&now);
}

/* The only point of a section; lines indented as an item's are. */
static void
compare_wrap(const char *markdown, struct buffer *out)
{
	const char *at = markdown, *end;

	buffer_append_string(out, "## x\n\n1. ");
	for (; *at; at = *end ? end + 1 : end) {
		end = at + strcspn(at, "\n");
		if (at > markdown && end > at)
			buffer_append_string(out, "   ");
		buffer_append(out, at, (size_t)(end - at));
		buffer_append_byte(out, '\n');
	}
}

static void
compare_normalise(const char *markdown, struct buffer *out)
{
	struct diagnostics ignored = DIAGNOSTICS_INIT;
	struct buffer text = BUFFER_INIT;
	const struct section *section;
	const struct block *block;
	struct brief *brief;
	size_t i, j;

	compare_wrap(markdown, &text);
	brief = brief_parse(text.data, text.len, "", "und", &ignored);
	section = brief->sections;
	for (i = 0; brief->section_count && i < section->point_count; i++)
		for (j = 0; j < section->points[i].block_count; j++) {
			block = &section->points[i].blocks[j];
			/* Rows of a table may have become paragraphs. */
			if (!j || block->kind != BLOCK_VERBATIM ||
			    block[-1].kind != BLOCK_VERBATIM)
				buffer_append_byte(out, '\n');
			buffer_printf(out, "%s ", block->marker);
			compare_add_text(block, out);
		}
	brief_free(brief);
	buffer_release(&text);
	diagnostics_release(&ignored);
}

static bool
is_same_markdown(const char *a, const char *b)
{
	struct buffer first = BUFFER_INIT, second = BUFFER_INIT;
	bool is_same = !strcmp(a, b);

	if (!is_same) {
		compare_normalise(a, &first);
		compare_normalise(b, &second);
		is_same = !strcmp(first.data, second.data);
	}
	buffer_release(&first);
	buffer_release(&second);
	return is_same;
}

/* ---- the list ---- */

static struct review_change *
compare_add(struct review_changes *changes, const char *place,
	    const char *language, const char *before, const char *after)
{
	struct review_change change = {
		.place = arena_strdup(&changes->arena, place),
		.language = arena_strdup(&changes->arena, language),
		.before = arena_strdup(&changes->arena, before ? before : ""),
		.after = arena_strdup(&changes->arena, after ? after : "")};

	vector_push(&changes->list, change);
	changes->change_count++;
	return vector_last(&changes->list);
}

static void
compare_add_problem(struct review_changes *changes, const char *place,
		    const char *language, enum review_problem problem,
		    const char *after)
{
	struct review_change *change =
		compare_add(changes, place, language, "", after);

	change->is_problem = true;
	change->problem = problem;
	changes->change_count--;
}

static void
compare_cell(const struct review_cell *old, const struct review_cell *new,
	     const char *place, const char *language,
	     struct review_changes *changes)
{
	const char *text = new->text ? new->text : "";

	if (!old->text && *text)
		compare_add_problem(changes, place, language, REVIEW_NOT_THERE,
				    text);
	else if (old->text && new->text && !*text && * old->text)
		compare_add_problem(changes, place, language, REVIEW_NO_WORDS,
				    "");
	else if (old->text && *text && !is_same_markdown(old->text, text))
		compare_add(changes, place, language, old->text, text);
	if (old->text && old->cue && new->cue &&strcmp(old->cue, new->cue))
		compare_add(changes, place, language, old->cue, new->cue)
			->is_cue = true;
}

static void
compare_row(const struct review *current, const struct review_row *old,
	    const struct review *review, const struct review_row *new,
	    struct review_changes *changes)
{
	size_t i;
	int column;

	for (i = 0; i < review->language_count; i++) {
		column = review_language_index(current, review->languages[i]);
		if (column >= 0)
			compare_cell(&old->cells[column], &new->cells[i],
				     new->place, current->languages[column],
				     changes);
		else if (new->cells[i].text &&*new->cells[i].text)
			compare_add_problem(
				changes, new->place, review->languages[i],
				REVIEW_NO_LANGUAGE, new->cells[i].text);
	}
}

/* ---- rows by place ---- */

/* By place; those of the same one in the order of the table. */
static int
compare_places(const void *a, const void *b)
{
	const struct review_row *const *first = a, *const *second = b;
	int order = strcmp((*first)->place, (*second)->place);

	if (order)
		return order;
	return *first < *second ? -1 : *first > *second;
}

/* The rows sorted by place; the caller frees. */
static const struct review_row **
compare_sort(const struct review *review)
{
	const struct review_row **rows =
		mem_alloc(review->rows.len + 1, sizeof *rows);
	size_t i;

	for (i = 0; i < review->rows.len; i++)
		rows[i] = &review->rows.items[i];
	qsort(rows, review->rows.len, sizeof *rows, compare_places);
	return rows;
}

static const char *
compare_first_text(const struct review *review, const struct review_row *row)
{
	size_t i;

	for (i = 0; i < review->language_count; i++)
		if (row->cells[i].text && *row->cells[i].text)
			return row->cells[i].text;
	return "";
}

/* The first row of a place among the sorted ones; their number where there is
 * none. */
static size_t
compare_find(const struct review_row **rows, size_t count, const char *place)
{
	size_t low = 0, high = count, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (strcmp(rows[middle]->place, place) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low < count && !strcmp(rows[low]->place, place) ? low : count;
}

/* A place that came before: a meeting with a number twice has it twice, too,
 * but only the first can be written. */
static void
compare_again(const struct review *current, const struct review_row *old,
	      const struct review *review, const struct review_row *row,
	      struct review_changes *changes)
{
	size_t i = changes->list.len;

	if (!old) {
		compare_add_problem(changes, row->place, "", REVIEW_TWICE,
				    compare_first_text(review, row));
		return;
	}
	compare_row(current, old, review, row, changes);
	for (; i < changes->list.len; i++) {
		changes->change_count -= !changes->list.items[i].is_problem;
		changes->list.items[i].is_problem = true;
		changes->list.items[i].problem = REVIEW_TWICE;
	}
}

void
review_compare(const struct review *current, const struct review *review,
	       struct review_changes *changes)
{
	const struct review_row **rows = compare_sort(current), *old, *row;
	size_t count = current->rows.len, i, at;
	size_t *seen = mem_alloc(count + 1, sizeof *seen);

	for (i = 0; i < review->rows.len; i++) {
		row = &review->rows.items[i];
		at = compare_find(rows, count, row->place);
		if (at == count) {
			compare_add_problem(changes, row->place, "",
					    REVIEW_NO_POINT,
					    compare_first_text(review, row));
			continue;
		}
		if (!seen[at]) {
			compare_row(current, rows[at], review, row, changes);
		} else {
			old = at + seen[at] < count ? rows[at + seen[at]]
						    : NULL;
			if (old && strcmp(old->place, row->place) != 0)
				old = NULL;
			compare_again(current, old, review, row, changes);
		}
		seen[at]++;
	}
	free(rows);
	free(seen);
}

/* ---- writing one ---- */

/* The point that a change is of, still as it was when it was shown. */
static enum status
apply_find(const struct library *lib, const struct meeting *meeting,
	   const struct review_change *change, struct place *place,
	   struct error *err)
{
	bool *is_chosen = mem_alloc(meeting->row_count + 1, sizeof *is_chosen);
	struct review_request request = {.meeting = meeting,
					 .languages = {change->language},
					 .language_count = 1,
					 .is_chosen = is_chosen};
	struct review now = REVIEW_INIT;
	const struct review_cell *cell;
	const char *text = NULL;
	enum status rc = place_find(meeting, change->place, place, err);

	if (!rc && !place->whole_section && !place->whole_meeting) {
		is_chosen[meeting->sections[place->section].first_row +
			  place->row] = true;
		rc = review_collect(lib, &request, &now, err);
		cell = now.rows.len ? &now.rows.items[0].cells[0] : NULL;
		if (cell)
			text = change->is_cue ? cell->cue : cell->text;
	}
	if (!rc && (!text || strcmp(text, change->before)))
		rc = error_set(err, STATUS_CHANGED,
			       _("%s/%s was changed by somebody else "
				 "meanwhile, so nothing was written there. "
				 "Repeat the import."),
			       meeting->id, change->place);
	review_release(&now);
	free(is_chosen);
	return rc;
}

enum status
review_apply(const struct library *lib, const char *meeting_id,
	     const struct review_change *change, struct error *err)
{
	struct point_change edit = {
		.text = change->is_cue ? NULL : change->after,
		.cue = change->is_cue ? change->after : NULL,
		.role = -1,
		.priority = -1};
	struct meeting *meeting = NULL;
	struct place place;
	int language;
	enum status rc;

	/* Read again each time: the change before moved the lines. */
	rc = library_read_meeting(lib, meeting_id, &meeting, NULL, err);
	if (!rc)
		rc = apply_find(lib, meeting, change, &place, err);
	if (!rc) {
		language = meeting_language_index(meeting, change->language);
		rc = edit_write_point(lib, meeting->briefs[language],
				      meeting->sections[place.section]
					      .rows[place.row]
					      .cells[language],
				      &edit, err);
	}
	if (meeting)
		meeting_free(meeting);
	return rc;
}
