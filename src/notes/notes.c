/* A meeting into sheets of notes. */
#include "lectern/notes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "notes_local.h"

static const char *const notes_piece_names[NOTES_PIECE_KINDS] = {
	[NOTES_TEXT] = "text",
	[NOTES_ITEM] = "item",
	[NOTES_SUBHEADING] = "heading",
	[NOTES_QUOTE] = "quote",
	[NOTES_VERBATIM] = "verbatim",
	[NOTES_CUE] = "cue",
	[NOTES_STAND_IN] = "stand-in",
	[NOTES_SYMBOLS] = "symbols",
	[NOTES_TAG] = "tag",
	[NOTES_COMMENT] = "comment",
};

static const char *const notes_row_names[NOTES_ROW_KINDS] = {
	[NOTES_ROW_TITLE] = "title", [NOTES_ROW_FACTS] = "facts",
	[NOTES_ROW_SHEET] = "sheet", [NOTES_ROW_HEADING] = "heading",
	[NOTES_ROW_POINT] = "point", [NOTES_ROW_MINUTES] = "minutes",
};

/* The title of a sheet; that of what is said needs none. */
static const enum label notes_role_labels[ROLE_COUNT] = {
	[ROLE_IF_RAISED] = LABEL_IF_RAISED,
	[ROLE_IF_PRESSED] = LABEL_IF_PRESSED,
	[ROLE_BACKGROUND] = LABEL_BACKGROUND,
	[ROLE_AVOID] = LABEL_AVOID,
};

const char *
notes_piece_name(enum notes_piece_kind kind)
{
	return notes_piece_names[kind];
}

const char *
notes_row_name(enum notes_row_kind kind)
{
	return notes_row_names[kind];
}

/* Notes in the making. */
struct notes_build {
	struct notes *notes;
	const struct notes_request *request;
	int index[MEETING_LANGUAGES_MAX]; /* of each column in the meeting */
	VECTOR(struct notes_row) rows;	  /* of the sheet being made */
	VECTOR(struct notes_sheet) sheets;
	const char *running;
	/* What the section takes to say, in each column: milliseconds. */
	long needs[MEETING_LANGUAGES_MAX];
};

static struct piece_context
notes_context(const struct notes_build *build, size_t column)
{
	return (struct piece_context){.request = build->request,
				      .language =
					      build->notes->languages[column],
				      .arena = &build->notes->arena};
}

/* The version in a column; NULL where there is none. */
static const struct brief *
notes_brief(const struct notes_build *build, size_t column)
{
	int index = build->index[column];

	return index < 0 ? NULL : build->request->meeting->briefs[index];
}

static struct notes_row *
notes_add_row(struct notes_build *build, enum notes_row_kind kind)
{
	struct notes_row row = {.kind = kind,
				.place = "",
				.number = "",
				.running = build->running};

	row.keeps_next = kind == NOTES_ROW_TITLE || kind == NOTES_ROW_SHEET ||
			 kind == NOTES_ROW_HEADING;
	vector_push(&build->rows, row);
	return vector_last(&build->rows);
}

/* --- what stands above the first section --- */

static void
notes_add_title(struct notes_build *build)
{
	struct notes_row *row = notes_add_row(build, NOTES_ROW_TITLE);
	const struct brief *brief;
	struct piece_context context;
	size_t i;

	for (i = 0; i < build->notes->language_count; i++) {
		struct piece_list pieces = {VECTOR_INIT};
		struct piece_words words = {.kind = NOTES_SUBHEADING,
					    .marker = ""};

		brief = notes_brief(build, i);
		context = notes_context(build, i);
		if (brief && brief->title.len) {
			words.block = &brief->title;
			words.end = brief->title.len;
			piece_add(&pieces, &context, &words);
		} else {
			piece_add_string(
				&pieces, &context, NOTES_SUBHEADING,
				meeting_title(&build->request->meeting->facts,
					      context.language));
		}
		piece_take(&pieces, &row->cells[i], context.arena);
	}
}

/* "SWG · 2021-05-27 · online" */
static void
notes_format_facts(const struct meeting *meeting, bool with_place,
		   struct buffer *out)
{
	const struct meeting_facts *facts = &meeting->facts;
	char date[DATE_TEXT_MAX];

	buffer_append_string(out, *facts->short_name ? facts->short_name
						     : meeting->id);
	if (is_date(&facts->date.first)) {
		date_range_format(&facts->date, date);
		buffer_printf(out, " · %s", date);
	}
	if (with_place && *facts->place)
		buffer_printf(out, " · %s", facts->place);
}

/* What language these notes are in, and what they were translated from. */
static void
notes_add_language(struct piece_list *pieces,
		   const struct piece_context *context)
{
	const struct meeting_facts *facts = &context->request->meeting->facts;
	const char *original;
	struct buffer words = BUFFER_INIT;

	original =
		facts->language_count ? facts->languages[0] : context->language;
	if (!strcmp(original, context->language))
		label_fill(LABEL_ORIGINAL, context->language,
			   label_language(original, context->language), "",
			   &words);
	else
		label_fill(LABEL_TRANSLATION, context->language,
			   label_language(context->language, context->language),
			   label_language(original, context->language), &words);
	piece_add_string(pieces, context, NOTES_COMMENT, words.data);
	buffer_release(&words);
}

static void
notes_add_facts(struct notes_build *build)
{
	struct notes_row *row = notes_add_row(build, NOTES_ROW_FACTS);
	const struct meeting *meeting = build->request->meeting;
	const struct meeting_facts *facts = &meeting->facts;
	struct buffer line = BUFFER_INIT;
	struct piece_context context;
	const struct brief *brief;
	const char *title;
	size_t i;

	notes_format_facts(meeting, true, &line);
	for (i = 0; i < build->notes->language_count; i++) {
		struct piece_list pieces = {VECTOR_INIT};

		brief = notes_brief(build, i);
		context = notes_context(build, i);
		title = meeting_title(facts, context.language);
		/* As a new brief has it, both titles are the same. */
		if (brief && brief->title.len && *title &&
		    strcmp(brief->title.text, title))
			piece_add_string(&pieces, &context, NOTES_TEXT, title);
		piece_add_string(&pieces, &context, NOTES_TEXT, line.data);
		if (*facts->delivery)
			piece_add_string(&pieces, &context, NOTES_TAG,
					 label_delivery(facts->delivery,
							context.language));
		notes_add_language(&pieces, &context);
		piece_take(&pieces, &row->cells[i], context.arena);
	}
	buffer_release(&line);
}

/* The text between the title and the first section: a point in all but
 * name. */
static void
notes_add_preface(struct notes_build *build)
{
	struct notes_row *row = NULL;
	struct piece_context context;
	const struct brief *brief;
	struct point point = {.to = ""};
	size_t i;

	for (i = 0; i < build->notes->language_count; i++) {
		brief = notes_brief(build, i);
		if (!brief || !brief->preface_count)
			continue;
		if (!row)
			row = notes_add_row(build, NOTES_ROW_POINT);
		context = notes_context(build, i);
		point.blocks = brief->preface;
		point.block_count = brief->preface_count;
		cell_compose_point(&row->cells[i], &context, &point, "",
				   FORM_FULL);
	}
}

static void
notes_add_sheet_title(struct notes_build *build, enum role role)
{
	struct notes_row *row;
	struct piece_context context;
	size_t i;

	if (role == ROLE_SAY)
		return;
	row = notes_add_row(build, NOTES_ROW_SHEET);
	for (i = 0; i < build->notes->language_count; i++) {
		struct piece_list pieces = {VECTOR_INIT};

		context = notes_context(build, i);
		piece_add_string(
			&pieces, &context, NOTES_SUBHEADING,
			label_text(notes_role_labels[role], context.language));
		piece_take(&pieces, &row->cells[i], context.arena);
	}
}

/* --- sections --- */

static const struct section *
notes_section_cell(const struct notes_build *build,
		   const struct aligned_section *section, size_t column)
{
	int index = build->index[column];

	return index < 0 ? NULL : section->cells[index];
}

static void
notes_add_heading(struct notes_build *build,
		  const struct aligned_section *section)
{
	struct notes_row *row;
	struct piece_context context;
	const struct section *cell;
	size_t i;

	build->running = "";
	for (i = build->notes->language_count; i-- > 0;) {
		cell = notes_section_cell(build, section, i);
		if (cell)
			build->running = piece_clean(cell->heading.text,
						     &build->notes->arena);
	}
	row = notes_add_row(build, NOTES_ROW_HEADING);
	for (i = 0; i < build->notes->language_count; i++) {
		context = notes_context(build, i);
		cell_compose_heading(&row->cells[i], &context,
				     notes_section_cell(build, section, i));
	}
}

static void
notes_add_point(struct notes_build *build,
		const struct aligned_section *section, size_t index)
{
	const struct notes_request *request = build->request;
	const struct meeting *meeting = request->meeting;
	const struct aligned_row *aligned = &section->rows[index];
	const struct point *first = aligned_row_first(aligned), *point;
	size_t at = section->first_row + index, i;
	struct place place = {.section = (size_t)(section - meeting->sections),
			      .row = index};
	struct notes_row *row = notes_add_row(build, NOTES_ROW_POINT);
	struct arena *arena = &build->notes->arena;
	struct buffer address = BUFFER_INIT;
	struct piece_context context;
	enum form form =
		request->forms ? (enum form)request->forms[at] : request->form;

	place_format(meeting, &place, &address);
	row->place = arena_strndup(arena, address.data, address.len);
	buffer_release(&address);
	if (first->numbered)
		row->number = arena_printf(arena, "%d.", first->number);
	row->is_changed = request->is_changed && request->is_changed[at];
	for (i = 0; i < build->notes->language_count; i++) {
		const struct section *cell =
			notes_section_cell(build, section, i);

		point = build->index[i] < 0 ? NULL
					    : aligned->cells[build->index[i]];
		context = notes_context(build, i);
		context.is_quiet = first->role == ROLE_AVOID;
		cell_compose_point(&row->cells[i], &context, point,
				   cell ? cell->to : "", form);
		if (point)
			build->needs[i] += minutes_of_point(
				point, form, context.language, request->rates);
	}
	build->notes->point_count++;
}

static bool
is_notes_row(const struct notes_build *build,
	     const struct aligned_section *section, size_t index,
	     enum role role)
{
	const bool *chosen = build->request->is_chosen;

	return aligned_row_first(&section->rows[index])->role == role &&
	       (!chosen || chosen[section->first_row + index]);
}

/* "1:20 min" in each column, to five seconds. */
static void
notes_add_minutes(struct notes_build *build)
{
	struct notes_row *row;
	struct piece_context context;
	struct buffer words = BUFFER_INIT;
	char time[32];
	long seconds;
	size_t i;

	build->notes->milliseconds += build->needs[0];
	/* What the section ends with stays with its last point. */
	vector_last(&build->rows)->keeps_next = true;
	row = notes_add_row(build, NOTES_ROW_MINUTES);
	for (i = 0; i < build->notes->language_count; i++) {
		struct piece_list pieces = {VECTOR_INIT};

		context = notes_context(build, i);
		seconds = (build->needs[i] + 4999) / 5000 * 5;
		snprintf(time, sizeof time, "%ld:%02ld", seconds / 60,
			 seconds % 60);
		buffer_reset(&words);
		label_fill(LABEL_MINUTES, context.language, time, "", &words);
		if (build->needs[i])
			piece_add_string(&pieces, &context, NOTES_TAG,
					 words.data);
		piece_take(&pieces, &row->cells[i], context.arena);
	}
	buffer_release(&words);
}

/* The rows of a section that belong on the sheet. */
static void
notes_add_section(struct notes_build *build,
		  const struct aligned_section *section, enum role role)
{
	bool is_begun = false;
	size_t i;

	memset(build->needs, 0, sizeof build->needs);
	for (i = 0; i < section->row_count; i++) {
		if (!is_notes_row(build, section, i, role))
			continue;
		if (!is_begun)
			notes_add_heading(build, section);
		is_begun = true;
		notes_add_point(build, section, i);
	}
	if (is_begun && (NOTES_ROLES_SPOKEN & 1u << role))
		notes_add_minutes(build);
}

/* --- sheets --- */

static void
notes_add_sheet(struct notes_build *build, enum role role)
{
	const struct meeting *meeting = build->request->meeting;
	struct notes_sheet sheet = {.role = role};
	size_t before, i;

	build->rows.len = 0;
	build->running = "";
	if (!build->sheets.len) {
		notes_add_title(build);
		notes_add_facts(build);
	}
	notes_add_sheet_title(build, role);
	before = build->rows.len;
	if (!build->sheets.len && build->request->with_preface)
		notes_add_preface(build);
	for (i = 0; i < meeting->section_count; i++)
		notes_add_section(build, &meeting->sections[i], role);
	if (build->rows.len == before)
		return;
	sheet.row_count = build->rows.len;
	sheet.rows = arena_copy(&build->notes->arena, build->rows.items,
				build->rows.len, sizeof *build->rows.items);
	vector_push(&build->sheets, sheet);
}

/* What stands on every page. */
static void
notes_set_heads(struct notes_build *build)
{
	const struct meeting *meeting = build->request->meeting;
	struct notes *notes = build->notes;
	const char *first = notes->languages[0];
	const struct brief *brief = notes_brief(build, 0);
	struct buffer words = BUFFER_INIT;
	char count[24];

	notes_format_facts(meeting, false, &words);
	notes->meeting = piece_clean(words.data, &notes->arena);
	notes->title =
		piece_clean(brief && brief->title.len
				    ? brief->title.text
				    : meeting_title(&meeting->facts, first),
			    &notes->arena);
	notes->classification =
		piece_clean(meeting->facts.classification, &notes->arena);
	notes->page_of = label_text(LABEL_PAGE_OF, first);
	notes->warning = "";
	buffer_reset(&words);
	if (build->request->open_errors) {
		snprintf(count, sizeof count, "%zu",
			 build->request->open_errors);
		label_fill(LABEL_ERRORS, first, count, "", &words);
		notes->warning =
			arena_strndup(&notes->arena, words.data, words.len);
	}
	buffer_release(&words);
}

struct notes *
notes_compose(const struct notes_request *request)
{
	struct notes *notes = mem_alloc(1, sizeof *notes);
	struct notes_build build = {.notes = notes,
				    .request = request,
				    .rows = VECTOR_INIT,
				    .sheets = VECTOR_INIT,
				    .running = ""};
	size_t i;
	int role;

	notes->language_count = request->language_count;
	for (i = 0; i < request->language_count; i++) {
		notes->languages[i] = request->languages[i];
		build.index[i] = meeting_language_index(request->meeting,
							request->languages[i]);
	}
	notes_set_heads(&build);
	for (role = 0; role < ROLE_COUNT; role++)
		if (request->roles & 1u << role)
			notes_add_sheet(&build, (enum role)role);
	notes->sheets =
		arena_copy(&notes->arena, build.sheets.items, build.sheets.len,
			   sizeof *build.sheets.items);
	notes->sheet_count = build.sheets.len;
	vector_release(&build.rows);
	vector_release(&build.sheets);
	return notes;
}

void
notes_find_rows(const struct notes_request *request, bool *is_printed)
{
	const struct meeting *meeting = request->meeting;
	const struct aligned_section *section;
	enum role role;
	size_t i, j, at;

	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		for (j = 0; j < section->row_count; j++) {
			role = aligned_row_first(&section->rows[j])->role;
			at = section->first_row + j;
			is_printed[at] =
				(request->roles & 1u << role) &&
				(!request->is_chosen || request->is_chosen[at]);
		}
	}
}

bool
is_notes_numbered(const struct notes *notes)
{
	size_t i, j;

	for (i = 0; i < notes->sheet_count; i++)
		for (j = 0; j < notes->sheets[i].row_count; j++)
			if (*notes->sheets[i].rows[j].number)
				return true;
	return false;
}

void
notes_free(struct notes *notes)
{
	if (!notes)
		return;
	arena_release(&notes->arena);
	free(notes);
}
