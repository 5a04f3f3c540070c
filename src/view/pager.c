/* Labelled paragraphs that scroll: see pager.h. */
#include <stdint.h>
#include <string.h>

#include "lectern/text.h"
#include "pager.h"

#define PAGER_LABEL_MAX 32
#define PAGER_MARGIN	2
#define PAGER_NARROW	60

/* A label wider than its column stands on a line of its own. */
static bool
is_pager_stacked(const struct pager *pager, const struct pager_item *item)
{
	return text_width(item->label, strlen(item->label)) >
	       pager->label_width;
}

/* Where the text of an item begins. */
static int
pager_text_column(const struct pager *pager, const struct pager_item *item)
{
	if (*item->label == '\0')
		return PAGER_MARGIN;
	return PAGER_MARGIN + pager->label_width + 2;
}

static void
pager_layout(const struct pager *pager, const struct pager_item *item,
	     struct text *text)
{
	int width =
		pager->width - PAGER_MARGIN - pager_text_column(pager, item);

	text_layout(text, item->text, strlen(item->text), item->style, NULL, 0,
		    width < 1 ? 1 : width, false);
}

static int
pager_height(void *data, size_t index)
{
	const struct pager *pager = data;
	const struct pager_item *item = &pager->items.items[index];
	struct text text = TEXT_INIT;
	int height;

	pager_layout(pager, item, &text);
	height = (int)text.line_count + (is_pager_stacked(pager, item) ? 1 : 0);
	text_release(&text);
	return height < 1 ? 1 : height;
}

static bool
is_pager_stop(void *data, size_t index)
{
	const struct pager *pager = data;

	return *pager->items.items[index].label != '\0';
}

void
pager_init(struct pager *pager, bool is_marking)
{
	memset(pager, 0, sizeof *pager);
	pager->is_marking = is_marking;
	pager->viewport.height = pager_height;
	pager->viewport.is_stop = is_pager_stop;
	pager->viewport.data = pager;
}

void
pager_release(struct pager *pager)
{
	vector_release(&pager->items);
	arena_release(&pager->arena);
}

void
pager_add(struct pager *pager, enum style label_style, const char *label,
	  enum style style, const char *text)
{
	struct pager_item item = {
		arena_strdup(&pager->arena, label),
		arena_strdup(&pager->arena, text),
		label_style,
		style,
	};

	vector_push(&pager->items, item);
	pager->viewport.count = pager->items.len;
}

/* The widest label that leaves the text enough. */
static int
pager_find_label_width(const struct pager *pager)
{
	int limit = pager->width < PAGER_NARROW ? pager->width / 4
						: pager->width * 2 / 5;
	int widest = 0;

	if (limit > PAGER_LABEL_MAX)
		limit = PAGER_LABEL_MAX;
	for (size_t i = 0; i < pager->items.len; i++) {
		const char *label = pager->items.items[i].label;
		int width = text_width(label, strlen(label));

		if (width > widest && width <= limit)
			widest = width;
	}
	return widest;
}

void
pager_fit(struct pager *pager, int rows, int width)
{
	if (pager->width != width) {
		pager->width = width;
		pager->label_width = pager_find_label_width(pager);
	} else if (pager->viewport.rows == rows) {
		return;
	}
	viewport_refit(&pager->viewport, rows);
}

static void
pager_draw_label(const struct pager *pager, const struct pager_item *item,
		 struct frame *frame, int row, bool is_marked)
{
	if (is_marked)
		frame_put(frame, row, 0, 1, STYLE_MARK, "▌");
	frame_put_cut(frame, row, PAGER_MARGIN, pager->width - 2 * PAGER_MARGIN,
		      is_marked ? STYLE_SELECTED : item->label_style,
		      item->label);
}

/* Lines [first, …) of an item from 'row' on, above row 'end'; returns the row
 * after them. */
static int
pager_draw_item(const struct pager *pager, size_t index, int first,
		struct frame *frame, int row, int end)
{
	const struct pager_item *item = &pager->items.items[index];
	bool is_marked = pager->is_marking && index == pager->viewport.mark;
	int column = pager_text_column(pager, item), start = row;
	int line = first - (is_pager_stacked(pager, item) ? 1 : 0);
	struct text text = TEXT_INIT;

	pager_layout(pager, item, &text);
	if (first == 0)
		pager_draw_label(pager, item, frame, row, is_marked);
	if (line < 0) {
		row++;
		line = 0;
	}
	for (; line < (int)text.line_count && row < end; line++, row++)
		text_draw_line(&text, (size_t)line, frame, row, column,
			       pager->width - column - PAGER_MARGIN);
	text_release(&text);
	return row > start ? row : start + 1;
}

void
pager_draw(struct pager *pager, struct frame *frame, int row)
{
	struct viewport_line at = viewport_top(&pager->viewport);
	int end = row + pager->viewport.rows;

	if (end > frame->rows)
		end = frame->rows;
	while (row < end && at.item < pager->items.len) {
		row = pager_draw_item(pager, at.item, at.line, frame, row, end);
		at.item++;
		at.line = 0;
	}
}

void
pager_move(struct pager *pager, enum pager_move move)
{
	struct viewport *vp = &pager->viewport;

	switch (move) {
	case PAGER_NEXT:
		viewport_next(vp);
		break;
	case PAGER_PREVIOUS:
		viewport_previous(vp);
		break;
	case PAGER_LINE_DOWN:
		viewport_scroll(vp, 1);
		break;
	case PAGER_LINE_UP:
		viewport_scroll(vp, -1);
		break;
	case PAGER_PAGE_DOWN:
		viewport_page(vp, 1);
		break;
	case PAGER_PAGE_UP:
		viewport_page(vp, -1);
		break;
	case PAGER_FIRST:
		viewport_go(vp, 0);
		break;
	case PAGER_LAST:
		if (pager->items.len > 0)
			viewport_go(vp, pager->items.len - 1);
		break;
	}
}
