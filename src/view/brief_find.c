/* Finding words in a brief, in every language it has. */
#include <string.h>
#include <unicase.h>

#include "lectern/utf8.h"
#include "lectern/words.h"
#include "brief_view.h"
#include "lectern/fold.h"

static bool
brief_blocks_contain(const struct block *blocks, size_t count,
		     const struct buffer *words)
{
	for (size_t i = 0; i < count; i++)
		if (fold_contains(words, blocks[i].text, blocks[i].len))
			return true;
	return false;
}

/* The language of an item that holds the words, or -1. Languages in view come
 * first, so that what is found can be seen. */
static bool
brief_cell_contains(const struct brief_view *view, size_t item, size_t language,
		    const struct buffer *words)
{
	const struct aligned_row *row = brief_row(view, item);
	const struct section *section;

	if (row == NULL) {
		section = brief_section(view, item)->cells[language];
		return section != NULL &&
		       brief_blocks_contain(&section->heading, 1, words);
	}
	if (row->cells[language] == NULL)
		return false;
	return brief_blocks_contain(row->cells[language]->blocks,
				    row->cells[language]->block_count, words) ||
	       brief_blocks_contain(row->cells[language]->cues,
				    row->cells[language]->cue_count, words);
}

static int
brief_item_contains(const struct brief_view *view, size_t item,
		    const struct buffer *words)
{
	for (size_t i = 0; i < view->columns.count; i++) {
		int language = view->columns.index[i];

		if (language >= 0 &&
		    brief_cell_contains(view, item, (size_t)language, words))
			return language;
	}
	for (size_t i = 0; i < view->meeting->language_count; i++)
		if (brief_cell_contains(view, item, i, words))
			return (int)i;
	return -1;
}

bool
is_brief_saying(const struct brief_view *view, const char *words)
{
	struct buffer folded = BUFFER_INIT;
	int language = -1;

	fold_append(&folded, words, strlen(words));
	for (size_t i = 0; i < view->item_count && language < 0; i++)
		language = brief_item_contains(view, i, &folded);
	buffer_release(&folded);
	return language >= 0;
}

static bool
is_brief_language_shown(const struct brief_view *view, int language)
{
	for (size_t i = 0; i < view->columns.count; i++)
		if (view->columns.index[i] == language)
			return true;
	return false;
}

/* --- where the words stand on the screen --- */

/* Lower-case code points of the words, for comparison with cells. */
static size_t
brief_find_letters(const struct brief_view *view, uint32_t *letters, size_t max)
{
	const char *text = view->find.data;
	size_t at = 0, count = 0;
	uint32_t cp;

	while (at < view->find.len && count < max) {
		at += utf8_decode(text + at, view->find.len - at, &cp);
		letters[count++] = uc_tolower(cp);
	}
	return count;
}

/* Cells of the words from 'column' on, 0 where they do not stand there. */
static int
brief_match_cells(const struct frame *frame, int row, int column, int end,
		  const uint32_t *letters, size_t count)
{
	int at = column;

	for (size_t i = 0; i < count; i++) {
		const struct cell *cell;

		if (at >= end)
			return 0;
		cell = frame_cell(frame, row, at);
		if (uc_tolower(cell->base == 0 ? ' ' : cell->base) !=
		    letters[i])
			return 0;
		at += cell->width > 0 ? cell->width : 1;
	}
	return at - column;
}

/* Restyle what is found in a row; returns whether there was anything. */
static bool
brief_highlight_row(struct frame *frame, int row, int start, int end,
		    const uint32_t *letters, size_t count)
{
	bool found = false;

	for (int column = start; column < end; column++) {
		int width = brief_match_cells(frame, row, column, end, letters,
					      count);

		if (width == 0)
			continue;
		frame_restyle(frame, row, column, width, STYLE_SELECTED);
		found = true;
	}
	return found;
}

void
brief_highlight(const struct brief_view *view, struct frame *frame, int left)
{
	uint32_t letters[128];
	size_t count = brief_find_letters(view, letters, 128);

	for (int row = 1; count > 0 && row < frame->rows; row++)
		for (size_t i = 0; i < view->columns.count; i++) {
			int start = left + view->columns.start[i];

			brief_highlight_row(frame, row, start,
					    start + view->columns.width[i],
					    letters, count);
		}
}

/* A point taller than the screen: scroll to the line with the words. */
static void
brief_scroll_to_words(struct brief_view *view)
{
	struct frame frame = FRAME_INIT;
	size_t mark = view->viewport.mark;
	const struct row_layout *layout = brief_layout(view, mark);
	int height = row_layout_height(layout), rows = view->viewport.rows;
	uint32_t letters[128];
	size_t count = brief_find_letters(view, letters, 128);

	if (height <= rows || count == 0)
		return;
	frame_resize(&frame, 1, view->columns.total);
	for (int line = 0; line < height; line++) {
		frame_clear(&frame);
		row_layout_draw(layout, &frame, 0, 0, line, 1, false);
		if (brief_highlight_row(&frame, 0, 0, frame.columns, letters,
					count)) {
			if (line >= rows / 2)
				viewport_scroll(&view->viewport,
						line - rows / 3);
			break;
		}
	}
	frame_release(&frame);
}

/* From the marked item in a direction, around the end, to the next that
 * contains the words. */
static unsigned
brief_find_from(struct brief_view *view, int direction, struct error *err)
{
	struct app *app = view->base.app;
	size_t count = view->item_count, item = view->viewport.mark;
	struct buffer words = BUFFER_INIT;
	int language = -1;

	fold_append(&words, view->find.data, view->find.len);
	/* Back from a point, its own heading has been seen. */
	while (direction < 0 && item > 0 && !is_brief_stop(view, item - 1))
		item--;
	for (size_t i = 0; i < count && language < 0; i++) {
		item = direction > 0 ? (item + 1) % count
				     : (item + count - 1) % count;
		language = brief_item_contains(view, item, &words);
	}
	buffer_release(&words);
	if (language < 0) {
		error_set(err, STATUS_NOT_FOUND,
			  _("\"%s\" is not in this brief, in any language."),
			  view->find.data);
		return EFFECT_NONE;
	}
	if (!is_brief_language_shown(view, language))
		app_say(app, _("Found in %s, which is not shown now."),
			language_name(view->meeting->languages[language]));
	else if (direction > 0 ? item <= view->viewport.mark
			       : item >= view->viewport.mark)
		app_say(app, "%s", _("Gone on from the other end."));
	brief_leave_place(view);
	viewport_go(&view->viewport, item);
	brief_scroll_to_words(view);
	return EFFECT_REDRAW;
}

unsigned
brief_do_find(struct view *base, const char *argument, struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;

	brief_fit_to_move(view);
	if (*argument != '\0') {
		buffer_reset(&view->find);
		buffer_append_string(&view->find, argument);
	}
	if (view->find.len == 0) {
		error_set(err, STATUS_INVALID, "%s",
			  _("Say what to find: find WORDS."));
		return EFFECT_NONE;
	}
	return brief_find_from(view, 1, err);
}

unsigned
brief_do_find_next(struct view *base, const char *argument UNUSED,
		   struct error *err)
{
	return brief_do_find(base, "", err);
}

unsigned
brief_do_find_previous(struct view *base, const char *argument UNUSED,
		       struct error *err)
{
	struct brief_view *view = (struct brief_view *)base;

	brief_fit_to_move(view);
	if (view->find.len == 0)
		return brief_do_find(base, "", err);
	return brief_find_from(view, -1, err);
}

unsigned
brief_do_find_clear(struct view *base, const char *argument UNUSED,
		    struct error *err UNUSED)
{
	struct brief_view *view = (struct brief_view *)base;

	buffer_reset(&view->find);
	return EFFECT_REDRAW;
}
