/*
 * sample_row.h - a meeting of one section and one row, built by hand: for
 * tests of how a row is laid out, whatever the parser makes of a file.
 */
#ifndef TESTS_SAMPLE_ROW_H
#define TESTS_SAMPLE_ROW_H

#include <string.h>

#include "lectern/columns.h"

struct sample {
	struct meeting meeting;
	struct aligned_section section;
	struct aligned_row row;
	struct section sections[4];
	struct point points[4];
	struct block blocks[4][6];
	struct block cues[4];
};

static inline struct block
make_block(enum block_kind kind, const char *text)
{
	struct block block = {
		.kind = kind, .marker = "", .text = text, .len = strlen(text)};

	return block;
}

static inline void
sample_init(struct sample *sample, const char *const *languages, size_t count)
{
	size_t i;

	memset(sample, 0, sizeof *sample);
	sample->meeting.id = "sample";
	sample->meeting.sections = &sample->section;
	sample->meeting.section_count = 1;
	sample->meeting.language_count = count;
	sample->section.id = "2.2.4";
	sample->section.rows = &sample->row;
	sample->section.row_count = 1;
	for (i = 0; i < count; i++) {
		sample->meeting.languages[i] = languages[i];
		sample->section.cells[i] = &sample->sections[i];
		sample->row.cells[i] = &sample->points[i];
		sample->sections[i] = (struct section){
			.id = "2.2.4",
			.heading = make_block(BLOCK_HEADING, "Heading"),
			.to = "",
			.was = "",
			.points = &sample->points[i],
			.point_count = 1};
		sample->points[i] = (struct point){.number = 1,
						   .numbered = true,
						   .id = "",
						   .to = "",
						   .was = "",
						   .answers = "",
						   .blocks = sample->blocks[i],
						   .cues = &sample->cues[i]};
	}
}

static inline void
sample_add(struct sample *sample, size_t language, struct block block)
{
	struct point *point = &sample->points[language];

	sample->blocks[language][point->block_count++] = block;
}

static inline void
draw_row(struct row_layout *row, int width, struct frame *frame)
{
	frame_resize(frame, row_layout_height(row), width);
	row_layout_draw(row, frame, 0, 0, 0, frame->rows, false);
	row_layout_free(row);
}

static inline void
draw_point(const struct sample *sample, int width,
	   const struct row_options *options, struct frame *frame)
{
	struct columns columns;

	columns_plan(&columns, &sample->meeting, sample->meeting.languages,
		     sample->meeting.language_count, width, 50);
	draw_row(row_layout_point(&sample->meeting, &sample->section,
				  &sample->row, &columns, options),
		 width, frame);
}

#endif
