/*
 * Alignment. Sections and the points in them are joined in the same way: a
 * list of rows in the order of the first language; each other language walks
 * its own list, finds the row of the same key or adds one after the row it
 * stood on last. A key that occurs twice is joined first with first.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"
#include "lectern/meeting.h"

/* One thing to be aligned: a section or a point of one language. */
struct align_item {
	const void *thing;
	const char *id; /* sections: the id, "" where none */
	long number;	/* points: the number */
	size_t repeat;	/* the how-manieth of this key in its language */
	size_t order;	/* position in its language */
	size_t language;
	size_t row; /* the row it went to */
};

struct align_row {
	const void *cells[MEETING_LANGUAGES_MAX];
	size_t next; /* the row after it, or ALIGN_NONE */
};

#define ALIGN_NONE ((size_t)-1)

struct align {
	VECTOR(struct align_item) items; /* of all languages, in order */
	VECTOR(struct align_item *) sorted;
	VECTOR(struct align_row) rows;
	size_t first; /* the row at the top */
};

static int
align_compare_keys(const struct align_item *a, const struct align_item *b)
{
	if (a->number != b->number)
		return a->number < b->number ? -1 : 1;
	return section_id_compare(a->id, b->id);
}

static int
align_compare_places(const void *a, const void *b)
{
	const struct align_item *one = *(struct align_item *const *)a;
	const struct align_item *two = *(struct align_item *const *)b;
	int order = align_compare_keys(one, two);

	if (order)
		return order;
	if (one->language != two->language)
		return one->language < two->language ? -1 : 1;
	return (one->order > two->order) - (one->order < two->order);
}

static int
align_compare(const void *a, const void *b)
{
	const struct align_item *one = *(struct align_item *const *)a;
	const struct align_item *two = *(struct align_item *const *)b;
	int order = align_compare_keys(one, two);

	if (order)
		return order;
	if (one->repeat != two->repeat)
		return one->repeat < two->repeat ? -1 : 1;
	return (one->language > two->language) -
	       (one->language < two->language);
}

static void
align_sort(struct align *align, int (*compare)(const void *, const void *))
{
	if (align->sorted.len)
		qsort(align->sorted.items, align->sorted.len,
		      sizeof *align->sorted.items, compare);
}

/* Number what occurs more than once; then one key, one repeat is one row. */
static void
align_count_repeats(struct align *align)
{
	struct align_item *item, *before = NULL;
	size_t i;

	for (i = 0; i < align->items.len; i++)
		vector_push(&align->sorted, &align->items.items[i]);
	align_sort(align, align_compare_places);
	for (i = 0; i < align->sorted.len; i++) {
		item = align->sorted.items[i];
		item->repeat = 0;
		if (before && before->language == item->language &&
		    !align_compare_keys(before, item))
			item->repeat = before->repeat + 1;
		before = item;
	}
	align_sort(align, align_compare);
}

/* Every item of one key gets the same row, made by the first language. */
static void
align_join(struct align *align)
{
	struct align_row blank = {{NULL}, ALIGN_NONE};
	struct align_item *item, *before = NULL;
	size_t i;

	for (i = 0; i < align->sorted.len; i++) {
		item = align->sorted.items[i];
		if (!before || align_compare_keys(before, item) ||
		    before->repeat != item->repeat)
			vector_push(&align->rows, blank);
		item->row = align->rows.len - 1;
		vector_last(&align->rows)->cells[item->language] = item->thing;
		before = item;
	}
}

/* Put rows in order: 'placed' says which are. */
static void
align_order(struct align *align)
{
	VECTOR(bool) placed = VECTOR_INIT;
	const struct align_item *item;
	size_t i, last = ALIGN_NONE, language = ALIGN_NONE;

	for (i = 0; i < align->rows.len; i++)
		vector_push(&placed, false);
	align->first = ALIGN_NONE;
	for (i = 0; i < align->items.len; i++) {
		item = &align->items.items[i];
		if (item->language != language)
			last = ALIGN_NONE;
		language = item->language;
		if (!placed.items[item->row] && last == ALIGN_NONE) {
			align->rows.items[item->row].next = align->first;
			align->first = item->row;
		} else if (!placed.items[item->row]) {
			align->rows.items[item->row].next =
				align->rows.items[last].next;
			align->rows.items[last].next = item->row;
		}
		placed.items[item->row] = true;
		last = item->row;
	}
	vector_release(&placed);
}

static void
align_run(struct align *align)
{
	align_count_repeats(align);
	align_join(align);
	align_order(align);
}

static void
align_release(struct align *align)
{
	vector_release(&align->items);
	vector_release(&align->sorted);
	vector_release(&align->rows);
}

/* ---- points ---- */

static void
align_points(struct meeting *meeting, struct aligned_section *section)
{
	struct align align = {.first = ALIGN_NONE};
	struct align_item item = {.id = ""};
	struct aligned_row *rows;
	size_t i, j, row;

	for (i = 0; i < meeting->language_count; i++) {
		if (!section->cells[i])
			continue;
		item.language = i;
		for (j = 0; j < section->cells[i]->point_count; j++) {
			item.thing = &section->cells[i]->points[j];
			item.number = section->cells[i]->points[j].number;
			item.order = j;
			vector_push(&align.items, item);
		}
	}
	align_run(&align);
	rows = arena_alloc(&meeting->arena, align.rows.len, sizeof *rows);
	for (row = align.first, j = 0; row != ALIGN_NONE;
	     row = align.rows.items[row].next, j++) {
		for (i = 0; i < meeting->language_count; i++)
			rows[j].cells[i] = align.rows.items[row].cells[i];
	}
	section->rows = rows;
	section->row_count = align.rows.len;
	align_release(&align);
}

/* ---- sections ---- */

/* Sections without an id are keyed by their order among such sections: the
 * number below 0 keeps them apart from those with one. */
static void
align_push_sections(const struct meeting *meeting, size_t language,
		    struct align *align)
{
	const struct brief *brief = meeting->briefs[language];
	struct align_item item = {.language = language};
	long without = 0;
	size_t i;

	for (i = 0; brief && i < brief->section_count; i++) {
		item.thing = &brief->sections[i];
		item.id = brief->sections[i].id;
		item.number = item.id[0] ? 0 : --without;
		item.order = i;
		vector_push(&align->items, item);
	}
}

static void
align_fill_section(const struct meeting *meeting, const struct align_row *row,
		   struct aligned_section *section)
{
	size_t i;

	section->id = "";
	for (i = meeting->language_count; i-- > 0;) {
		section->cells[i] = row->cells[i];
		if (section->cells[i])
			section->id = section->cells[i]->id;
	}
}

static void
align_sections(struct meeting *meeting)
{
	struct align align = {.first = ALIGN_NONE};
	struct aligned_section *sections;
	size_t i, row;

	for (i = 0; i < meeting->language_count; i++)
		align_push_sections(meeting, i, &align);
	align_run(&align);
	sections =
		arena_alloc(&meeting->arena, align.rows.len, sizeof *sections);
	for (row = align.first, i = 0; row != ALIGN_NONE;
	     row = align.rows.items[row].next, i++) {
		align_fill_section(meeting, &align.rows.items[row],
				   &sections[i]);
		align_points(meeting, &sections[i]);
		sections[i].first_row = meeting->row_count;
		meeting->row_count += sections[i].row_count;
	}
	meeting->sections = sections;
	meeting->section_count = align.rows.len;
	align_release(&align);
}

/* ---- languages ---- */

static size_t
meeting_language_rank(const struct meeting *meeting, const char *language)
{
	const struct meeting_facts *facts = &meeting->facts;
	size_t i;

	for (i = 0; i < facts->language_count; i++) {
		if (!strcmp(facts->languages[i], language))
			break;
	}
	return i;
}

static int
meeting_compare_languages(const struct meeting *meeting, const char *a,
			  const char *b)
{
	size_t one = meeting_language_rank(meeting, a);
	size_t two = meeting_language_rank(meeting, b);

	if (one != two)
		return one < two ? -1 : 1;
	return strcmp(a, b);
}

/* Languages announced without a file keep their column, as far as there is
 * room for them beside those that have one. */
static void
meeting_add_announced(struct meeting *meeting)
{
	const struct meeting_facts *facts = &meeting->facts;
	size_t i;

	for (i = 0; i < facts->language_count &&
		    meeting->language_count < MEETING_LANGUAGES_MAX;
	     i++) {
		if (meeting_language_index(meeting, facts->languages[i]) >= 0)
			continue;
		meeting->languages[meeting->language_count] =
			facts->languages[i];
		meeting->briefs[meeting->language_count++] = NULL;
	}
}

static void
meeting_sort_languages(struct meeting *meeting)
{
	struct brief *brief;
	const char *language;
	size_t i, j;

	for (i = 1; i < meeting->language_count; i++) {
		brief = meeting->briefs[i];
		language = meeting->languages[i];
		for (j = i; j > 0; j--) {
			if (meeting_compare_languages(meeting,
						      meeting->languages[j - 1],
						      language) <= 0)
				break;
			meeting->briefs[j] = meeting->briefs[j - 1];
			meeting->languages[j] = meeting->languages[j - 1];
		}
		meeting->briefs[j] = brief;
		meeting->languages[j] = language;
	}
}

/* ---- diagnostics ---- */

static void
align_check_sections(struct meeting *meeting)
{
	const struct aligned_section *section;
	const struct section *cell;
	size_t i, j, count;

	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		if (section->id[0])
			continue;
		for (j = count = 0; j < meeting->language_count; j++)
			count += section->cells[j] != NULL;
		for (j = 0; count > 1 && j < meeting->language_count; j++) {
			cell = section->cells[j];
			if (!cell)
				continue;
			diagnostics_add(
				&meeting->diags, SEVERITY_NOTE,
				meeting->briefs[j]->file, cell->extent.line,
				cell->extent.column, "aligned-by-position",
				_("This section was set beside those of the "
				  "other languages by its position only. Give "
				  "each the same id, as in {#israel}."));
		}
	}
}

static void
align_check_size(struct meeting *meeting)
{
	if (meeting->row_count <= BRIEF_POINTS_MAX)
		return;
	diagnostics_add(&meeting->diags, SEVERITY_WARNING, meeting->id, 0, 0,
			"too-many-points",
			_("This meeting has %zu points; more than %d are "
			  "slow to work with. Part it into several."),
			meeting->row_count, BRIEF_POINTS_MAX);
}

void
meeting_align(struct meeting *meeting)
{
	meeting_add_announced(meeting);
	meeting_sort_languages(meeting);
	meeting->row_count = 0;
	align_sections(meeting);
	align_check_sections(meeting);
	align_check_size(meeting);
}
