/* All text of a brief can be reached with one key at every size; places are
 * kept when the size changes; a key costs what the screen holds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include <cmocka.h>

#include "lectern/memory.h"
#include "lectern/path.h"
#include "src/view/app_inside.h"
#include "src/view/brief_view.h"
#include "scratch.h"

#define WHOLE_ROWS 4000 /* more than the longest brief at 20 columns */

struct screen {
	struct library lib;
	struct app *app;
	struct frame frame;
};

/* A path in the source tree. */
static char *
source_path(const char *name)
{
	const char *source = getenv("top_srcdir");

	return path_join(source == NULL ? "." : source, name);
}

/* Takes the library's path. */
static void
screen_open_library(struct screen *screen, char *library, const char *meeting,
		    int rows, int columns)
{
	struct error err = ERROR_INIT;

	memset(screen, 0, sizeof *screen);
	screen->lib.path = library;
	screen->app = app_new(&screen->lib, NULL);
	app_set_time(screen->app, 0);
	app_set_size(screen->app, rows, columns);
	screen->frame = (struct frame)FRAME_INIT;
	frame_resize(&screen->frame, rows, columns);
	if (app_open_meeting(screen->app, meeting, NULL, NULL, &err) !=
	    STATUS_OK)
		fail_msg("%s", err.message);
	app_draw(screen->app, &screen->frame);
}

static void
screen_open(struct screen *screen, const char *folder, const char *meeting,
	    int rows, int columns)
{
	screen_open_library(screen, source_path(folder), meeting, rows,
			    columns);
}

static void
screen_close(struct screen *screen)
{
	app_free(screen->app);
	frame_release(&screen->frame);
	free(screen->lib.path);
}

static struct brief_view *
screen_brief(struct screen *screen)
{
	return (struct brief_view *)app_view(screen->app);
}

static void
screen_size(struct screen *screen, int rows, int columns)
{
	frame_resize(&screen->frame, rows, columns);
	app_draw(screen->app, &screen->frame);
}

/* The words of a row of the frame, without outline and mark. */
static char *
row_words(struct screen *screen, const struct frame *frame, int row)
{
	int left = brief_outline_width(screen_brief(screen)) + 1;
	struct buffer words = BUFFER_INIT;

	for (int column = left; column < frame->columns; column++) {
		const struct cell *cell = frame_cell(frame, row, column);

		if (cell->width > 0 || cell->base != 0)
			buffer_append_char(&words,
					   cell->base == 0 ? ' ' : cell->base);
	}
	return buffer_take(&words);
}

/* All lines there are at this width, from a screen as tall as the brief. */
struct lines {
	char **items;
	bool *seen;
	int count;
};

static void
lines_take(struct screen *screen, struct lines *lines, int columns)
{
	struct frame tall = FRAME_INIT;

	app_key(screen->app, "g");
	frame_resize(&tall, WHOLE_ROWS, columns);
	app_draw(screen->app, &tall);
	lines->items = mem_alloc(WHOLE_ROWS, sizeof *lines->items);
	lines->seen = mem_alloc(WHOLE_ROWS, sizeof *lines->seen);
	lines->count = WHOLE_ROWS - 2;
	for (int row = 1; row < WHOLE_ROWS - 1; row++)
		lines->items[row - 1] = row_words(screen, &tall, row);
	frame_release(&tall);
	/* A brief that filled it would not be seen to its end. */
	assert_int_equal(strspn(lines->items[lines->count - 1], " "),
			 strlen(lines->items[lines->count - 1]));
}

static void
lines_look(struct lines *lines, struct screen *screen)
{
	for (int row = 1; row < screen->frame.rows - 1; row++) {
		char *words = row_words(screen, &screen->frame, row);

		for (int i = 0; i < lines->count; i++)
			if (!lines->seen[i] &&
			    strcmp(lines->items[i], words) == 0)
				lines->seen[i] = true;
		free(words);
	}
}

static void
lines_check(struct lines *lines, const char *key, int rows, int columns)
{
	for (int i = 0; i < lines->count; i++) {
		bool is_empty =
			strspn(lines->items[i], " ") == strlen(lines->items[i]);

		if (!lines->seen[i] && !is_empty)
			fail_msg("%s at %dx%d never shows: %s", key, columns,
				 rows, lines->items[i]);
		free(lines->items[i]);
	}
	free(lines->items);
	free(lines->seen);
}

/* Press a key until the screen says that it is the end. */
static void
check_reach(const char *folder, const char *meeting, const char *key, int rows,
	    int columns)
{
	struct screen screen;
	struct lines lines;
	int presses = 0;

	screen_open(&screen, folder, meeting, rows, columns);
	lines_take(&screen, &lines, columns);
	screen_size(&screen, rows, columns);
	app_key(screen.app, "g");
	app_draw(screen.app, &screen.frame);
	lines_look(&lines, &screen);
	for (;;) {
		app_key(screen.app, key);
		if (screen.app->message.len > 0)
			break;
		app_draw(screen.app, &screen.frame);
		lines_look(&lines, &screen);
		assert_true(++presses < 3000);
	}
	lines_check(&lines, key, rows, columns);
	screen_close(&screen);
}

static void
check_reach_sizes(const char *key)
{
	static const int widths[] = {20, 33,  40,  59,	60,
				     80, 119, 120, 180, 200};
	static const int heights[] = {6, 12, 20, 24, 50};

	for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
		for (size_t h = w % 2; h < sizeof heights / sizeof *heights;
		     h += 2) {
			check_reach("briefs", "cica-swg-2021-05-27", key,
				    heights[h], widths[w]);
			check_reach("briefs", "training-2021-09-06", key,
				    heights[h], widths[w]);
		}
}

static void
test_next_reaches_all(void **state)
{
	(void)state;
	check_reach_sizes("j");
}

static void
test_page_reaches_all(void **state)
{
	(void)state;
	check_reach_sizes("PgDn");
}

/* The mark's bar is on the screen after each key. */
static void
test_mark_is_seen(void **state)
{
	static const char *const keys[] = {"j",	 "k",  "J", "K", "PgDn", "PgUp",
					   "^E", "^Y", "g", "G", "^O",	 "Tab"};
	static const int sizes[][2] = {{6, 20}, {12, 40}, {24, 80}, {40, 120}};
	struct screen screen;
	unsigned seed = 3;

	(void)state;
	screen_open(&screen, "briefs", "cica-swg-2021-05-27", 24, 80);
	for (int i = 0; i < 3000; i++) {
		struct brief_view *view;
		struct viewport_line top;
		bool is_seen = false;
		int left;

		seed = seed * 1103515245u + 12345u;
		app_key(screen.app,
			keys[(seed >> 16) % (sizeof keys / sizeof *keys)]);
		if (i % 37 == 0)
			frame_resize(&screen.frame, sizes[i % 4][0],
				     sizes[i % 4][1]);
		buffer_reset(&screen.app->message); /* it may cover lines */
		app_draw(screen.app, &screen.frame);
		left = brief_outline_width(screen_brief(&screen));
		for (int row = 1; row < screen.frame.rows - 1; row++)
			is_seen |=
				frame_cell(&screen.frame, row, left)->style ==
				STYLE_MARK;
		/* A heading taller than the screen is read first; above it
		 * may stand the space after the point before. */
		view = screen_brief(&screen);
		top = viewport_top(&view->viewport);
		if (is_brief_stop(view, top.item) &&
		    top.line + 1 < brief_item_height(view, top.item))
			assert_true(is_seen);
	}
	screen_close(&screen);
}

/* A storm of sizes, the program's own included, ends at the same screen. */
static void
test_resize_keeps_place(void **state)
{
	struct buffer before = BUFFER_INIT, after = BUFFER_INIT;
	struct screen screen;
	unsigned seed = 5;

	(void)state;
	screen_open(&screen, "briefs", "cica-swg-2021-05-27", 12, 40);
	app_run(screen.app, "2.2.9", NULL);
	app_key(screen.app, "j");
	app_draw(screen.app, &screen.frame);
	frame_dump(&screen.frame, &before);
	for (int i = 0; i < 200; i++) {
		seed = seed * 1103515245u + 12345u;
		screen_size(&screen, 1 + (int)((seed >> 16) % 60),
			    1 + (int)((seed >> 8) % 230));
	}
	screen_size(&screen, 12, 40);
	frame_dump(&screen.frame, &after);
	assert_string_equal(before.data, after.data);
	buffer_release(&before);
	buffer_release(&after);
	screen_close(&screen);
}

/* A copy of a meeting that keys may write to; returns its library. */
static char *
copy_meeting(void *const *state, const char *meeting)
{
	static const char *const names[] = {"meeting.yaml", "en.md", "es.md",
					    "fr.md"};
	char *folder = path_join(*state, meeting);
	char *source = source_path("briefs");
	char *from = path_join(source, meeting);

	assert_int_equal(mkdir(folder, 0700), 0);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char *name = path_join(from, names[i]);
		char *copy = path_join(folder, names[i]);
		char *text = scratch_slurp(name);

		assert_non_null(text);
		scratch_write(copy, text);
		free(text);
		free(copy);
		free(name);
	}
	free(from);
	free(source);
	free(folder);
	return mem_strdup(*state);
}

/* Whatever is typed, nothing breaks; the editor is one that changes nothing. */
static void
test_storm_of_keys(void **state)
{
	static const char *const keys[] = {
		"j",	"k",  "J",	"PgDn",	 ":",  "2",    ".",
		"i",	"s",  "Enter",	"Esc",	 "/",  "n",    "N",
		"l",	"L",  "v",	"<",	 ">",  "c",    "o",
		"?",	"!",  "^O",	"g",	 "G",  "Down", "Up",
		"д",	"F5", "Tab",	"Space", "^C", "^L",   "^W",
		"Left", "中", "Delete", "}",	 "{",  "e",    "E"};
	struct screen screen;
	unsigned seed = 11;

	setenv("VISUAL", "true", 1);
	setenv("XDG_STATE_HOME", scratch_path(state, "state"), 1);
	screen_open_library(&screen, copy_meeting(state, "training-2021-09-06"),
			    "training-2021-09-06", 24, 80);
	for (int i = 0; i < 4000; i++) {
		seed = seed * 1103515245u + 12345u;
		app_key(screen.app,
			keys[(seed >> 16) % (sizeof keys / sizeof *keys)]);
		if (i % 101 == 0)
			frame_resize(&screen.frame, 1 + (int)(seed >> 9) % 50,
				     1 + (int)(seed >> 17) % 210);
		app_draw(screen.app, &screen.frame);
		assert_non_null(app_view(screen.app));
	}
	screen_close(&screen);
}

/* Layouts kept are bounded, however far one goes. */
static void
test_layouts_are_bounded(void **state)
{
	struct screen screen;
	struct brief_view *view;

	(void)state;
	screen_open(&screen, "briefs", "cica-swg-2021-05-27", 24, 80);
	view = screen_brief(&screen);
	brief_forget_layouts(view);
	assert_int_equal(view->laid_out, 0);
	app_key(screen.app, "j");
	app_draw(screen.app, &screen.frame);
	assert_true(view->laid_out > 0);
	assert_true(view->laid_out <= 24);
	assert_true(view->laid_out < view->item_count);
	screen_close(&screen);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_next_reaches_all),
		cmocka_unit_test(test_page_reaches_all),
		cmocka_unit_test(test_mark_is_seen),
		cmocka_unit_test(test_resize_keeps_place),
		cmocka_unit_test_setup_teardown(
			test_storm_of_keys, scratch_setup, scratch_teardown),
		cmocka_unit_test(test_layouts_are_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
