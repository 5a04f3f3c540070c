#include <string.h>

#include "lectern/columns.h"
#include "row_private.h"

#define COLUMN_MIN    20 /* a narrower column is no column */
#define COLUMN_GAP    3	 /* " │ " */
#define GUTTER_BAR    1
#define GUTTER_DIGITS 4

static int
columns_digits(int number)
{
	int digits = 1;

	for (; number >= 10; number /= 10)
		digits++;
	return digits;
}

static int
columns_section_digits(const struct section *section)
{
	int digits, widest = 0;
	size_t i;

	if (!section)
		return 0;
	for (i = 0; i < section->point_count; i++) {
		if (!section->points[i].numbered)
			continue;
		digits = columns_digits(section->points[i].number);
		if (digits > widest)
			widest = digits;
	}
	return widest;
}

/* Room for the bar, the longest number, its dot and a space. */
static int
columns_gutter(const struct meeting *meeting)
{
	int digits, widest = 0;
	size_t i, j;

	for (i = 0; i < meeting->section_count; i++)
		for (j = 0; j < meeting->language_count; j++) {
			digits = columns_section_digits(
				meeting->sections[i].cells[j]);
			if (digits > widest)
				widest = digits;
		}
	if (widest > GUTTER_DIGITS)
		widest = GUTTER_DIGITS;
	return GUTTER_BAR + (widest ? widest + 1 : 0) + 1;
}

void
columns_stack(struct columns *columns)
{
	int width = columns->total - columns->number_width;
	size_t i;

	if (columns->count < 2)
		return;

	columns->is_stacked = true;
	for (i = 0; i < columns->count; i++) {
		columns->start[i] = columns->number_width;
		columns->width[i] = width;
	}
}

/* 'room' cells without gutter and gaps: the first column's part of them. */
static int
columns_first_part(const struct columns *columns, int room, int share)
{
	int first;

	if (columns->count != 2)
		return room / (int)columns->count;
	if (share < 1 || share > 99)
		share = 50;
	first = (int)((long)room * share / 100);
	if (first < COLUMN_MIN)
		first = COLUMN_MIN;
	if (first > room - COLUMN_MIN)
		first = room - COLUMN_MIN;
	return first;
}

static void
columns_share(struct columns *columns, int room, int share)
{
	int start = columns->number_width;
	int part = columns_first_part(columns, room, share);
	size_t i;

	for (i = 0; i < columns->count; i++) {
		columns->start[i] = start;
		columns->width[i] = part;
		start += part + COLUMN_GAP;
		room -= part;
		if (i + 1 < columns->count)
			part = room / (int)(columns->count - i - 1);
	}
}

void
columns_plan(struct columns *columns, const struct meeting *meeting,
	     const char *const *languages, size_t count, int width, int share)
{
	int room;
	size_t i;

	memset(columns, 0, sizeof *columns);
	columns->count = count < COLUMNS_MAX ? count : COLUMNS_MAX;
	columns->total = width > 1 ? width : 1;
	for (i = 0; i < columns->count; i++) {
		columns->languages[i] = languages[i];
		columns->index[i] =
			meeting_language_index(meeting, languages[i]);
	}
	if (columns->total >= COLUMN_MIN)
		columns->number_width = columns_gutter(meeting);
	room = columns->total - columns->number_width;
	if (columns->count > 1)
		room -= COLUMN_GAP * ((int)columns->count - 1);
	if (columns->count > 1 && room < COLUMN_MIN * (int)columns->count)
		columns_stack(columns);
	else if (columns->count)
		columns_share(columns, room, share);
}

static void
columns_draw_stacked_heads(const struct columns *columns, struct frame *frame,
			   int at, int column)
{
	struct buffer names = BUFFER_INIT;
	size_t i;

	for (i = 0; i < columns->count; i++)
		buffer_printf(&names, "%s%s", i ? " · " : "",
			      language_name(columns->languages[i]));
	frame_put_cut(frame, at, column + columns->number_width,
		      columns->total - columns->number_width, STYLE_COLUMN_HEAD,
		      names.data);
	buffer_release(&names);
}

void
columns_draw_heads(const struct columns *columns, struct frame *frame, int at,
		   int column)
{
	size_t i;

	if (columns->is_stacked) {
		columns_draw_stacked_heads(columns, frame, at, column);
		return;
	}
	for (i = 0; i < columns->count; i++)
		frame_put_cut(frame, at, column + columns->start[i],
			      columns->width[i], STYLE_COLUMN_HEAD,
			      language_name(columns->languages[i]));
	columns_draw_rules(columns, frame, at, column, COLUMNS_RULE);
}

void
columns_draw_rules(const struct columns *columns, struct frame *frame, int at,
		   int column, uint32_t rule)
{
	size_t i;

	if (columns->is_stacked)
		return;
	for (i = 1; i < columns->count; i++)
		frame_fill(frame, at, column + columns->start[i] - 2, 1,
			   STYLE_RULE, rule);
}
