/* Sections and points in a narrow column at the left. */
#include <stdio.h>
#include <string.h>

#include "lectern/utf8.h"
#include "brief_view.h"
#include "dates.h"

#define OUTLINE_WORDS_MAX 240 /* bytes looked at */

/* At most a line's worth of a text, cut between characters. */
static void
outline_append(struct buffer *out, const char *text, size_t len)
{
	size_t end = 0;
	uint32_t cp;

	while (end < len && end < OUTLINE_WORDS_MAX)
		end += utf8_decode(text + end, len - end, &cp);
	buffer_append(out, text, end);
}

void
brief_first_words(const struct brief_view *view, size_t item,
		  struct buffer *out)
{
	const struct aligned_row *row = brief_row(view, item);

	if (row == NULL) {
		const struct section *section =
			brief_shown_section(view, brief_section(view, item));

		if (section != NULL)
			outline_append(out, section->heading.text,
				       section->heading.len);
	} else {
		const struct point *point = brief_shown_point(view, row);

		if (point != NULL && point->block_count > 0)
			outline_append(out, point->blocks[0].text,
				       point->blocks[0].len);
	}
}

static void
outline_draw_head(const struct brief_view *view, struct frame *frame, int width)
{
	const struct meeting_facts *facts = &view->meeting->facts;
	struct buffer head = BUFFER_INIT;

	buffer_append_string(&head, facts->short_name != NULL &&
						    *facts->short_name != '\0'
					    ? facts->short_name
					    : view->meeting->id);
	buffer_append_string(&head, "  ");
	dates_append(&head, &facts->date);
	frame_put_cut(frame, 0, 1, width - 2, STYLE_COLUMN_HEAD, head.data);
	buffer_release(&head);
}

static void
outline_draw_item(const struct brief_view *view, size_t item,
		  struct frame *frame, int at, int width)
{
	const struct aligned_row *row = brief_row(view, item);
	bool is_marked = item == view->viewport.mark;
	enum style style = row == NULL ? STYLE_HEADING : STYLE_TEXT;
	struct buffer words = BUFFER_INIT;
	const struct point *point;
	char number[16];
	int column = 1;

	if (row != NULL) {
		point = aligned_row_first(row);
		if (point->numbered) {
			snprintf(number, sizeof number, "%3d", point->number);
			frame_put(frame, at, 1, 4, STYLE_NUMBER, number);
		}
		column = 6;
		if (point->role == ROLE_BACKGROUND)
			style = STYLE_QUIET;
	}
	brief_first_words(view, item, &words);
	frame_put_cut(frame, at, column, width - 1 - column, style, words.data);
	if (brief_item_sign(view, item) != 0)
		frame_fill(frame, at, 0, 1, STYLE_ROLE,
			   brief_item_sign(view, item));
	if (is_marked) {
		frame_restyle(frame, at, 0, width - 1, STYLE_SELECTED);
		frame_put(frame, at, 0, 1, STYLE_MARK, "▌");
	}
	buffer_release(&words);
}

void
brief_draw_outline(struct brief_view *view, struct frame *frame, int width)
{
	size_t rows = (size_t)frame->rows - 1, first = 0;
	size_t mark = view->viewport.mark;

	outline_draw_head(view, frame, width);
	if (mark > rows / 3)
		first = mark - rows / 3;
	if (first + rows > view->item_count)
		first = view->item_count > rows ? view->item_count - rows : 0;
	for (size_t i = 0; i < rows; i++) {
		if (first + i < view->item_count)
			outline_draw_item(view, first + i, frame, (int)i + 1,
					  width - 1);
		frame_fill(frame, (int)i + 1, width - 2, 1, STYLE_RULE, 0x2502);
	}
}
