/* A place of a meeting, side by side, as text. */
#include <string.h>

#include "cmd.h"
#include "lectern/words.h"

struct show_page {
	const struct show_request *request;
	const struct meeting *meeting;
	struct columns columns;
	struct row_options options;
	struct output *out;
	bool is_parted; /* the row above ended in an empty line */
};

/* An empty line, where there is none yet. */
static void
show_part(struct show_page *page)
{
	if (!page->is_parted)
		output_text(page->out, "\n");
	page->is_parted = true;
}

/* Print a row and free it. */
static void
show_take_row(struct show_page *page, struct row_layout *row)
{
	struct frame frame = FRAME_INIT;
	int height = row_layout_height(row);

	frame_resize(&frame, height, page->request->width);
	row_layout_draw(row, &frame, 0, 0, 0, height, false);
	output_frame(page->out, &frame);
	frame_release(&frame);
	row_layout_free(row);
}

/* What everything below belongs to: title, then short name, date, place. */
static void
show_title(struct show_page *page)
{
	const struct meeting_facts *facts = &page->meeting->facts;
	const char *title;
	struct buffer line = BUFFER_INIT;
	char date[DATE_TEXT_MAX];
	int width = page->request->width;

	title = meeting_title(facts, page->request->languages[0]);
	table_text(page->out, *title ? title : page->meeting->id, STYLE_HEADING,
		   0, width);
	buffer_append_string(&line, facts->short_name);
	if (is_date(&facts->date.first)) {
		date_range_format(&facts->date, date);
		buffer_printf(&line, "%s%s", line.len ? ", " : "", date);
	}
	if (*facts->place)
		buffer_printf(&line, "%s%s", line.len ? ", " : "",
			      facts->place);
	if (line.len)
		table_text(page->out, line.data, STYLE_QUIET, 0, width);
	if (*facts->classification)
		table_text(page->out, facts->classification, STYLE_WARNING, 0,
			   width);
	buffer_release(&line);
	page->is_parted = false;
}

static void
show_heads(struct show_page *page)
{
	struct frame frame = FRAME_INIT;

	if (page->columns.is_stacked)
		return;
	show_part(page);
	frame_resize(&frame, 1, page->request->width);
	columns_draw_heads(&page->columns, &frame, 0, 0);
	output_frame(page->out, &frame);
	frame_release(&frame);
	page->is_parted = false;
}

/* A full point ends in an empty line, unless it is the last. */
static void
show_point(struct show_page *page, const struct aligned_section *section,
	   const struct aligned_row *row, bool is_last)
{
	page->options.is_tight = is_last;
	show_take_row(page, row_layout_point(page->meeting, section, row,
					     &page->columns, &page->options));
	page->is_parted = page->request->form == FORM_FULL && !is_last;
}

static void
show_heading(struct show_page *page, const struct aligned_section *section)
{
	show_part(page);
	show_take_row(page, row_layout_heading(page->meeting, section,
					       &page->columns, &page->options));
	page->is_parted = false;
}

/* A row of what is no point: the text above the first section, comments. */
struct show_loose {
	struct point points[MEETING_LANGUAGES_MAX];
	struct aligned_row row;
	bool is_wanted;
};

static void
show_loose_put(struct show_loose *loose, size_t column, const struct point *as)
{
	struct point *point = &loose->points[column];

	*point = *as;
	point->is_chapeau = true;
	point->id = point->to = point->was = point->answers = "";
	loose->row.cells[column] = point;
	loose->is_wanted = true;
}

/*
 * The texts' own titles, and what stands between them and the first section.
 * They are laid out as a section of one point, which they are in all but
 * name.
 */
static void
show_preface(struct show_page *page)
{
	struct section sections[MEETING_LANGUAGES_MAX] = {{.id = ""}};
	struct aligned_section aligned = {.id = ""};
	struct show_loose loose = {.is_wanted = false};
	bool with_comments = page->request->show_comments, has_title = false;
	const struct brief *brief;
	size_t i;

	for (i = 0; i < page->meeting->language_count; i++) {
		brief = page->meeting->briefs[i];
		if (!brief)
			continue;
		sections[i] = (struct section){
			.id = "", .heading = brief->title, .to = "", .was = ""};
		if (brief->title.len)
			aligned.cells[i] = &sections[i];
		has_title |= brief->title.len > 0;
		if (brief->preface_count ||
		    (with_comments && brief->comment_count))
			show_loose_put(
				&loose, i,
				&(struct point){
					.blocks = brief->preface,
					.block_count = brief->preface_count,
					.comments = brief->comments,
					.comment_count = brief->comment_count});
	}
	if (has_title)
		show_heading(page, &aligned);
	if (loose.is_wanted && page->request->form == FORM_FULL)
		show_point(page, &aligned, &loose.row, false);
}

/* Notes to the drafters of a whole section. */
static void
show_section_comments(struct show_page *page,
		      const struct aligned_section *section)
{
	struct show_loose loose = {.is_wanted = false};
	const struct section *cell;
	size_t i;

	for (i = 0; i < page->meeting->language_count; i++) {
		cell = section->cells[i];
		if (cell && cell->comment_count)
			show_loose_put(
				&loose, i,
				&(struct point){.role = cell->role,
						.comments = cell->comments,
						.comment_count =
							cell->comment_count});
	}
	if (loose.is_wanted)
		show_point(page, section, &loose.row, false);
}

static void
show_section(struct show_page *page, size_t index)
{
	const struct resolved *place = page->request->place;
	const struct aligned_section *section = &page->meeting->sections[index];
	bool is_last = index + 1 == place->end;
	size_t end = place->end_row, i;

	show_heading(page, section);
	if (page->request->show_comments)
		show_section_comments(page, section);
	if (end > section->row_count)
		end = section->row_count;
	for (i = place->first_row; i < end; i++)
		show_point(page, section, &section->rows[i],
			   is_last && i + 1 == end);
}

void
show_text(const struct show_request *request, struct output *out)
{
	const struct resolved *place = request->place;
	struct show_page page = {
		.request = request, .meeting = place->meeting, .out = out};
	size_t i;

	page.options.form = request->form;
	page.options.show_comments = request->show_comments;
	page.options.show_citations = true;
	page.options.names = request->names;
	page.options.leave_direction = request->leave_direction;
	columns_plan(&page.columns, page.meeting, request->languages,
		     request->language_count, request->width, 50);
	show_title(&page);
	show_heads(&page);
	if (place->is_whole)
		show_preface(&page);
	for (i = place->first; i < place->end; i++)
		show_section(&page, i);
}
