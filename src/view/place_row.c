/* A point of some meeting in a list: see place_row.h. */
#include <string.h>

#include "lectern/text.h"
#include "dates.h"
#include "place_row.h"

#define PLACE_ROW_GAP	    2
#define PLACE_ROW_NAME	    16 /* most cells of a column */
#define PLACE_ROW_PLACE	    20
#define PLACE_ROW_LANGUAGES 20

static const char *
place_row_name(const struct place_row *row)
{
	return *row->short_name != '\0' ? row->short_name : row->meeting;
}

static void
place_row_format_place(const struct place_row *row, struct buffer *out)
{
	if (row->section != NULL)
		store_format_place(row->section, row->section_ordinal,
				   row->point, out);
}

static void
place_row_format_languages(const struct place_row *row, struct buffer *out)
{
	for (size_t i = 0; i < row->language_count; i++)
		buffer_printf(out, "%s%s", i > 0 ? " " : "", row->languages[i]);
}

/* Empties the words. */
static void
place_row_widen(int *width, struct buffer *words, int most)
{
	int wanted = text_width(words->data, words->len);

	if (wanted > most)
		wanted = most;
	if (wanted > *width)
		*width = wanted;
	buffer_reset(words);
}

void
place_row_measure(const struct place_row *row, struct place_widths *widths)
{
	struct buffer words = BUFFER_INIT;

	dates_append(&words, row->date);
	place_row_widen(&widths->date, &words, DATE_TEXT_MAX * 2);
	buffer_append_string(&words, place_row_name(row));
	place_row_widen(&widths->name, &words, PLACE_ROW_NAME);
	place_row_format_place(row, &words);
	place_row_widen(&widths->place, &words, PLACE_ROW_PLACE);
	place_row_format_languages(row, &words);
	place_row_widen(&widths->languages, &words, PLACE_ROW_LANGUAGES);
	buffer_release(&words);
}

int
place_widths_total(const struct place_widths *widths)
{
	return widths->date + widths->name + widths->place + widths->languages +
	       4 * PLACE_ROW_GAP;
}

/* One column; returns where the next begins. Empties the words. */
static int
place_row_put(struct frame *frame, int at, int column, int end, int width,
	      enum style style, struct buffer *words)
{
	int room = end - column < width ? end - column : width;

	if (room > 0)
		frame_put_cut(frame, at, column, room, style, words->data);
	buffer_reset(words);
	return column + width + (width > 0 ? PLACE_ROW_GAP : 0);
}

void
place_row_draw(const struct place_row *row, const struct place_widths *widths,
	       struct frame *frame, int at, int column, int end)
{
	struct buffer words = BUFFER_INIT;

	dates_append(&words, row->date);
	column = place_row_put(frame, at, column, end, widths->date, STYLE_TEXT,
			       &words);
	buffer_append_string(&words, place_row_name(row));
	column = place_row_put(frame, at, column, end, widths->name,
			       STYLE_STRONG, &words);
	place_row_format_place(row, &words);
	column = place_row_put(frame, at, column, end, widths->place,
			       STYLE_NUMBER, &words);
	place_row_format_languages(row, &words);
	place_row_put(frame, at, column, end, widths->languages, STYLE_QUIET,
		      &words);
	buffer_release(&words);
}
