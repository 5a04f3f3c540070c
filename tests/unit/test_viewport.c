/* Every line of a list can be seen with one key, whatever the heights and the
 * size of the screen; and a resize keeps the place. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "src/view/viewport.h"

#define ITEMS_MAX 60

struct list {
	int heights[ITEMS_MAX];
	bool stops[ITEMS_MAX];
	size_t count;
	size_t asked; /* heights asked for */
	unsigned seed;
	bool seen[ITEMS_MAX][120];
};

static int
list_height(void *data, size_t item)
{
	struct list *list = data;

	list->asked++;
	assert_true(item < list->count);
	return list->heights[item];
}

static bool
list_is_stop(void *data, size_t item)
{
	return ((struct list *)data)->stops[item];
}

static unsigned
list_random(struct list *list, unsigned limit)
{
	list->seed = list->seed * 1103515245u + 12345u;
	return (list->seed >> 16) % limit;
}

static void
list_make(struct list *list, unsigned seed)
{
	memset(list, 0, sizeof *list);
	list->seed = seed;
	list->count = 1 + list_random(list, ITEMS_MAX);
	for (size_t i = 0; i < list->count; i++) {
		bool tall = list_random(list, 8) == 0;

		list->heights[i] = 1 + (int)list_random(list, tall ? 100 : 8);
		list->stops[i] = list_random(list, 4) > 0;
	}
	list->stops[list->count - 1] = true;
}

static void
viewport_make(struct viewport *vp, struct list *list, int rows)
{
	memset(vp, 0, sizeof *vp);
	vp->count = list->count;
	vp->height = list_height;
	vp->is_stop = list_is_stop;
	vp->data = list;
	viewport_refit(vp, rows);
	viewport_go(vp, 0);
}

static void
list_look(struct list *list, const struct viewport *vp)
{
	struct viewport_line at = viewport_top(vp);

	for (int row = 0; row < vp->rows && at.item < list->count; row++) {
		list->seen[at.item][at.line] = true;
		if (++at.line >= list->heights[at.item]) {
			at.item++;
			at.line = 0;
		}
	}
}

static void
list_check_all_seen(const struct list *list)
{
	for (size_t i = 0; i < list->count; i++)
		for (int line = 0; line < list->heights[i]; line++)
			assert_true(list->seen[i][line]);
}

static bool
step_page_down(struct viewport *vp)
{
	return viewport_page(vp, 1);
}

static bool
step_line_down(struct viewport *vp)
{
	return viewport_scroll(vp, 1);
}

static bool
step_page_up(struct viewport *vp)
{
	return viewport_page(vp, -1);
}

/* Press one key until nothing moves; all lines must have been in view. */
static void
check_key(bool (*key)(struct viewport *), bool from_end)
{
	static const int sizes[] = {1, 2, 3, 4, 5, 9, 10, 21, 22, 38, 48};
	struct viewport vp;
	struct list list;

	for (unsigned seed = 1; seed < 60; seed++)
		for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
			int steps = 0;

			list_make(&list, seed);
			viewport_make(&vp, &list, sizes[s]);
			if (from_end) {
				viewport_go(&vp, list.count - 1);
				while (viewport_page(&vp, 1))
					;
			}
			list_look(&list, &vp);
			while (key(&vp)) {
				list_look(&list, &vp);
				assert_true(list.stops[vp.mark]);
				assert_true(++steps < 10000);
			}
			list_check_all_seen(&list);
		}
}

static void
test_next_shows_all(void **state)
{
	(void)state;
	check_key(viewport_next, false);
}

static void
test_page_down_shows_all(void **state)
{
	(void)state;
	check_key(step_page_down, false);
}

static void
test_line_down_shows_all(void **state)
{
	(void)state;
	check_key(step_line_down, false);
}

static void
test_page_up_shows_all(void **state)
{
	(void)state;
	check_key(step_page_up, true);
}

/* The marked item is in view after every key; whole, with its headings, where
 * it fits and the mark was moved to it. */
static void
test_mark_in_view(void **state)
{
	struct viewport vp;
	struct list list;

	(void)state;
	for (unsigned seed = 1; seed < 200; seed++) {
		list_make(&list, seed);
		viewport_make(&vp, &list, 3 + (int)(seed % 40));
		for (int i = 0; i < 200; i++) {
			size_t item = list_random(&list, (unsigned)list.count);
			struct viewport_line top;
			int above = 0;

			viewport_go(&vp, item);
			top = viewport_top(&vp);
			assert_true(top.item <= vp.mark);
			for (size_t k = top.item; k < vp.mark; k++)
				above += list.heights[k];
			above -= top.line;
			if (list.heights[vp.mark] <= vp.rows)
				assert_true(above + list.heights[vp.mark] <=
						    vp.rows ||
					    !list.stops[top.item]);
			assert_true(above < vp.rows || !list.stops[top.item]);
		}
	}
}

/* Resizing back and forth ends where it began, inside a tall item too. */
static void
test_resize_keeps_place(void **state)
{
	struct viewport vp;
	struct list list;

	(void)state;
	for (unsigned seed = 1; seed < 200; seed++) {
		struct viewport_line before, after;
		size_t mark;

		list_make(&list, seed);
		viewport_make(&vp, &list, 20);
		for (unsigned i = 0; i < seed % 23; i++)
			viewport_next(&vp);
		before = viewport_top(&vp);
		mark = vp.mark;
		for (int rows = 1; rows < 60; rows += 7) {
			for (size_t i = 0; i < list.count; i++)
				list.heights[i] *= 1 + (rows % 2);
			viewport_refit(&vp, rows);
			assert_int_equal(vp.mark, mark);
			for (size_t i = 0; i < list.count; i++)
				list.heights[i] /= 1 + (rows % 2);
		}
		viewport_refit(&vp, 20);
		after = viewport_top(&vp);
		assert_int_equal(vp.mark, mark);
		assert_int_equal(after.item, before.item);
		assert_int_equal(after.line, before.line);
	}
}

/* A move asks for heights in proportion to the screen, not to the list. */
static void
test_cost(void **state)
{
	struct viewport vp;
	struct list list;

	(void)state;
	memset(&list, 0, sizeof list);
	list.count = ITEMS_MAX;
	for (size_t i = 0; i < list.count; i++) {
		list.heights[i] = 3;
		list.stops[i] = true;
	}
	/* Many more items of the same kind: only indexes matter. */
	viewport_make(&vp, &list, 6);
	viewport_go(&vp, 30);
	list.asked = 0;
	viewport_next(&vp);
	assert_true(list.asked < 40);
}

static void
test_empty(void **state)
{
	struct viewport vp;
	struct list list;

	(void)state;
	memset(&list, 0, sizeof list);
	viewport_make(&vp, &list, 10);
	assert_false(viewport_next(&vp));
	assert_false(viewport_previous(&vp));
	assert_false(viewport_page(&vp, 1));
	assert_false(viewport_scroll(&vp, -3));
	assert_int_equal(viewport_top(&vp).item, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next_shows_all),
		cmocka_unit_test(test_page_down_shows_all),
		cmocka_unit_test(test_line_down_shows_all),
		cmocka_unit_test(test_page_up_shows_all),
		cmocka_unit_test(test_mark_in_view),
		cmocka_unit_test(test_resize_keeps_place),
		cmocka_unit_test(test_cost),
		cmocka_unit_test(test_empty),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
