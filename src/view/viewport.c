/* Which lines are in view: see viewport.h. */
#include <stdint.h>

#include "viewport.h"

static int
viewport_height(const struct viewport *vp, size_t item)
{
	int height = vp->height(vp->data, item);

	return height < 1 ? 1 : height;
}

static bool
viewport_is_stop(const struct viewport *vp, size_t item)
{
	return vp->is_stop == NULL || vp->is_stop(vp->data, item);
}

size_t
viewport_stop_after(const struct viewport *vp, size_t item)
{
	for (size_t i = item + 1; i < vp->count; i++)
		if (viewport_is_stop(vp, i))
			return i;
	return SIZE_MAX;
}

size_t
viewport_stop_before(const struct viewport *vp, size_t item)
{
	for (size_t i = item; i > 0; i--)
		if (viewport_is_stop(vp, i - 1))
			return i - 1;
	return SIZE_MAX;
}

/* The first item of the group of a stop: the headings right above it. */
static size_t
viewport_group_start(const struct viewport *vp, size_t stop)
{
	while (stop > 0 && !viewport_is_stop(vp, stop - 1))
		stop--;
	return stop;
}

/*
 * Move a position by lines, at most to the first line of the first item or
 * the last line of the last one. Returns the lines it really moved.
 */
static int
viewport_step(const struct viewport *vp, struct viewport_line *at, int lines)
{
	int moved = 0;

	while (moved > lines) {
		int take = moved - lines;

		if (at->line == 0) {
			if (at->item == 0)
				break;
			at->item--;
			at->line = viewport_height(vp, at->item);
		}
		if (take > at->line)
			take = at->line;
		at->line -= take;
		moved -= take;
	}
	while (moved < lines) {
		int rest = viewport_height(vp, at->item) - 1 - at->line;

		if (rest >= lines - moved) {
			at->line += lines - moved;
			return lines;
		}
		if (at->item + 1 >= vp->count) {
			at->line += rest;
			return moved + rest;
		}
		moved += rest + 1;
		at->item++;
		at->line = 0;
	}
	return moved;
}

static void
viewport_set_top(struct viewport *vp, struct viewport_line top, bool anchored)
{
	vp->top = vp->moved_to = top;
	vp->moved_height = viewport_height(vp, top.item);
	vp->is_anchored = anchored;
	vp->is_begun = false;
}

struct viewport_line
viewport_top(const struct viewport *vp)
{
	return vp->top;
}

/* Lines of the group above the marked item, and of all of it. */
static int
viewport_group_height(const struct viewport *vp, size_t first, int *heading)
{
	int height = 0;

	for (size_t i = first; i < vp->mark; i++)
		height += viewport_height(vp, i);
	*heading = height;
	return height + viewport_height(vp, vp->mark);
}

/* No empty lines below the end while there is text above. */
static void
viewport_fill(const struct viewport *vp, struct viewport_line *top)
{
	struct viewport_line bottom = *top;
	int below = viewport_step(vp, &bottom, vp->rows - 1);

	if (below < vp->rows - 1)
		viewport_step(vp, top, below - (vp->rows - 1));
}

/* Put the marked group where the eye expects it. */
static void
viewport_anchor(struct viewport *vp)
{
	size_t first = viewport_group_start(vp, vp->mark);
	struct viewport_line top = {first, 0};
	int heading, height = viewport_group_height(vp, first, &heading);
	int row = vp->rows / 4 - heading;

	if (row > vp->rows - height)
		row = vp->rows - height;
	if (row > 0)
		viewport_step(vp, &top, -row);
	if (height <= vp->rows)
		viewport_fill(vp, &top);
	viewport_set_top(vp, top, true);
}

void
viewport_go(struct viewport *vp, size_t item)
{
	if (vp->count == 0)
		return;
	if (item >= vp->count)
		item = vp->count - 1;
	if (!viewport_is_stop(vp, item)) {
		size_t after = viewport_stop_after(vp, item);

		item = after != SIZE_MAX ? after
					 : viewport_stop_before(vp, item);
	}
	vp->mark = item == SIZE_MAX ? 0 : item;
	viewport_anchor(vp);
}

/* Lines from position a to position b, which is not before it, but no more
 * than 'limit'. */
static int
viewport_distance(const struct viewport *vp, struct viewport_line a,
		  struct viewport_line b, int limit)
{
	int lines = -a.line;

	for (size_t i = a.item; i < b.item && lines < limit; i++)
		lines += viewport_height(vp, i);
	return lines + b.line;
}

static bool
is_before(struct viewport_line a, struct viewport_line b)
{
	return a.item < b.item || (a.item == b.item && a.line < b.line);
}

int
viewport_below(const struct viewport *vp)
{
	struct viewport_line top = viewport_top(vp);
	struct viewport_line end = {vp->mark,
				    viewport_height(vp, vp->mark) - 1};

	if (is_before(end, top))
		return 0;
	return viewport_distance(vp, top, end, 2 * vp->rows) - (vp->rows - 1);
}

void
viewport_begin(struct viewport *vp, size_t item)
{
	struct viewport_line start = {0, 0};
	struct viewport_line end = {0, 0};

	viewport_go(vp, item);
	if (vp->count == 0)
		return;
	end.item = vp->mark;
	end.line = viewport_height(vp, vp->mark) - 1;
	if (viewport_distance(vp, start, end, vp->rows) < vp->rows)
		viewport_set_top(vp, start, true);
	vp->is_begun = true;
}

/* A screen, less what the eye needs to go on from. */
static int
viewport_page_lines(const struct viewport *vp)
{
	return vp->rows > 4 ? vp->rows - 2 : vp->rows > 1 ? vp->rows - 1 : 1;
}

bool
viewport_next(struct viewport *vp)
{
	size_t next;
	int below;

	if (vp->count == 0)
		return false;
	below = viewport_below(vp);
	if (below > 0) {
		struct viewport_line top = viewport_top(vp);
		int page = viewport_page_lines(vp);

		viewport_step(vp, &top, below < page ? below : page);
		viewport_set_top(vp, top, false);
		return true;
	}
	next = viewport_stop_after(vp, vp->mark);
	if (next == SIZE_MAX)
		return false;
	vp->mark = next;
	viewport_anchor(vp);
	return true;
}

bool
viewport_previous(struct viewport *vp)
{
	struct viewport_line first, top;
	size_t previous;

	if (vp->count == 0)
		return false;
	first = (struct viewport_line){viewport_group_start(vp, vp->mark), 0};
	top = viewport_top(vp);
	if (is_before(first, top)) {
		int page = viewport_page_lines(vp);
		int above = viewport_distance(vp, first, top, page);

		viewport_step(vp, &top, above < page ? -above : -page);
		viewport_set_top(vp, top, false);
		return true;
	}
	previous = viewport_stop_before(vp, vp->mark);
	if (previous == SIZE_MAX)
		return false;
	vp->mark = previous;
	viewport_anchor(vp);
	return true;
}

/* Is any line of the marked item in view? Its last one does not count, it may
 * be the space after it. */
static bool
viewport_has_mark(const struct viewport *vp)
{
	struct viewport_line last = vp->top;

	viewport_step(vp, &last, vp->rows - 1);
	if (vp->mark == vp->top.item)
		return vp->top.line == 0 ||
		       vp->top.line + 1 < viewport_height(vp, vp->mark);
	if (vp->mark < vp->top.item)
		return false;
	/* Or one is reading the headings that belong to it. */
	return vp->mark <= last.item ||
	       viewport_group_start(vp, vp->mark) <= vp->top.item;
}

/* After scrolling: the mark, where it is still in view; else the first item
 * that begins in view; else the one that fills the screen. */
static void
viewport_mark_in_view(struct viewport *vp)
{
	struct viewport_line last = vp->top;
	size_t stop = vp->top.item;

	if (viewport_has_mark(vp))
		return;
	viewport_step(vp, &last, vp->rows - 1);
	if (vp->top.line > 0 || !viewport_is_stop(vp, stop))
		stop = viewport_stop_after(vp, stop);
	if (stop == SIZE_MAX || stop > last.item) {
		stop = vp->top.item;
		if (!viewport_is_stop(vp, stop))
			stop = viewport_stop_after(vp, stop);
		if (stop == SIZE_MAX)
			stop = viewport_stop_before(vp, vp->count);
	}
	if (stop != SIZE_MAX)
		vp->mark = stop;
}

bool
viewport_scroll(struct viewport *vp, int lines)
{
	struct viewport_line top, old;

	if (vp->count == 0)
		return false;
	top = old = viewport_top(vp);
	viewport_step(vp, &top, lines);
	if (lines > 0) {
		viewport_fill(vp, &top);
		if (is_before(top, old))
			top = old;
	}
	if (top.item == old.item && top.line == old.line)
		return false;
	viewport_set_top(vp, top, false);
	viewport_mark_in_view(vp);
	return true;
}

bool
viewport_page(struct viewport *vp, int direction)
{
	size_t edge;

	if (viewport_scroll(vp, direction * viewport_page_lines(vp)))
		return true;
	edge = direction > 0 ? viewport_stop_before(vp, vp->count)
			     : viewport_stop_after(vp, SIZE_MAX);
	if (edge == SIZE_MAX || edge == vp->mark)
		return false;
	vp->mark = edge;
	return true;
}

/* The line that was on top, at the height its item has now. */
static struct viewport_line
viewport_moved_to(const struct viewport *vp)
{
	struct viewport_line top = vp->moved_to;
	int height = viewport_height(vp, top.item);

	if (height != vp->moved_height && vp->moved_height > 0)
		top.line = (int)((long)top.line * height / vp->moved_height);
	if (top.line >= height)
		top.line = height - 1;
	return top;
}

void
viewport_refit(struct viewport *vp, int rows)
{
	struct viewport moved;

	vp->rows = rows < 1 ? 1 : rows;
	if (vp->count == 0)
		return;
	if (vp->mark >= vp->count)
		vp->mark = vp->count - 1;
	if (vp->moved_to.item >= vp->count)
		vp->is_anchored = true;
	if (vp->is_anchored) {
		if (vp->is_begun)
			viewport_begin(vp, vp->mark);
		else
			viewport_go(vp, vp->mark);
		return;
	}
	vp->top = viewport_moved_to(vp);
	if (viewport_has_mark(vp))
		return;
	/* Fewer lines now, and the mark is not among them. */
	moved = *vp;
	viewport_go(&moved, vp->mark);
	vp->top = moved.top;
}
