/* The event loop: keys and signals in, frames out. It alone draws. */
#include <langinfo.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#include "lectern/tui.h"
#include "lectern/words.h"
#include "tui_private.h"

#define TUI_KEYS_A_FRAME    32	/* a held key must not starve the screen */
#define TUI_EMPTY_READS	    2	/* in a row: nothing more has been typed */
#define TUI_ERRORS_MAX	    20	/* empty reads within ... */
#define TUI_ERRORS_MS	    100 /* ... this time: the terminal is gone */
#define TUI_BACKGROUND_MS   1000
#define TUI_HANG_UP_SECONDS 1

struct tui {
	struct app *app;
	const char *library; /* its path */
	struct frame frame;
	bool is_over, is_gone;
	bool draw, draw_whole;
	int errors; /* reads that gave nothing though something was there */
	int64_t errors_since;
	bool is_indexing;
	int64_t polled; /* when the background was last looked at */
};

static int64_t
tui_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Milliseconds until the clock in the status line shows another minute. */
static int
tui_minute_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_REALTIME, &now);
	return (int)(60000 - (now.tv_sec % 60) * 1000 - now.tv_nsec / 1000000) +
	       1;
}

/* Say in the status line how many characters the locale cannot write. */
static void
tui_note_lost(struct tui *tui, size_t lost)
{
	struct buffer notice = BUFFER_INIT;

	if (lost > 0)
		buffer_printf(&notice,
			      P_("%zu character not in %s shown as ?",
				 "%zu characters not in %s shown as ?", lost),
			      lost, nl_langinfo(CODESET));
	app_set_notice(tui->app, notice.len > 0 ? notice.data : NULL);
	buffer_release(&notice);
}

static void
tui_draw(struct tui *tui)
{
	int rows, columns;
	size_t lost;

	terminal_measure(&rows, &columns);
	if (rows != tui->frame.rows || columns != tui->frame.columns)
		frame_resize(&tui->frame, rows, columns);
	app_draw(tui->app, &tui->frame);
	lost = paint_frame(&tui->frame, tui->draw_whole);
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
		tui_note_lost(tui, lost);
		app_draw(tui->app, &tui->frame);
		paint_frame(&tui->frame, false);
	}
	tui->draw = tui->draw_whole = false;
}

static void
tui_suspend(struct tui *tui)
{
	terminal_suspend();
	tui->draw = tui->draw_whole = true;
}

static void
tui_effects(struct tui *tui, unsigned effects)
{
	if (effects & EFFECT_QUIT)
		tui->is_over = true;
	if (effects & EFFECT_REDRAW)
		tui->draw = true;
	if (effects & EFFECT_BLANK) {
		tui_draw(tui);
		terminal_wipe();
	}
	if ((effects & EFFECT_SUSPEND) && !tui->is_over)
		tui_suspend(tui);
}

static void
tui_signals(struct tui *tui)
{
	struct signal_flags flags = signals_take();

	if (flags.hang_up)
		tui->is_gone = true;
	if (flags.end)
		tui->is_over = true;
	if (flags.resized)
		tui->draw = tui->draw_whole = true;
	if (flags.continued) {
		terminal_again();
		tui->draw = tui->draw_whole = true;
	}
	if (flags.suspend && !tui->is_over && !tui->is_gone)
		tui_suspend(tui);
	if (flags.interrupt)
		tui_effects(tui, app_key(tui->app, "^C"));
	if (flags.child)
		tui->polled = 0;
}

/* Something was there and nothing came: at the end of a terminal this
 * repeats at once. */
static void
tui_count_error(struct tui *tui)
{
	int64_t now = tui_now_ms();

	if (tui->errors == 0 || now - tui->errors_since > TUI_ERRORS_MS) {
		tui->errors = 0;
		tui->errors_since = now;
	}
	if (++tui->errors >= TUI_ERRORS_MAX)
		tui->is_gone = true;
}

static void
tui_key(struct tui *tui, const char *name)
{
	if (strcmp(name, "^L") == 0) {
		terminal_again();
		tui->draw_whole = true;
	}
	if (*name != '\0')
		tui_effects(tui, app_key(tui->app, name));
}

/* Bytes that are no character give an empty read too: only a terminal that
 * has no bytes and says that it has some is at its end. */
static void
tui_keys(struct tui *tui)
{
	char name[KEY_NAME_SIZE];
	int count = 0, empty = 0, waiting = 0;

	if (ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting == 0)
		tui_count_error(tui);
	while (count < TUI_KEYS_A_FRAME && empty < TUI_EMPTY_READS &&
	       !tui->is_over) {
		if (input_key(name) == INPUT_KEY) {
			tui_key(tui, name);
			count++;
		} else {
			empty++;
		}
	}
}

static void
tui_background(struct tui *tui)
{
	int64_t now = tui_now_ms();

	if (!tui->is_indexing || now - tui->polled < TUI_BACKGROUND_MS)
		return;
	tui->polled = now;
	if (background_poll(tui->app))
		tui->draw = true;
	tui->is_indexing = background_is_running();
}

/* One searches words that are not indexed: after the child there may be. */
static void
tui_words(struct tui *tui)
{
	if (tui->is_indexing || !app_take_want(tui->app))
		return;
	background_start(tui->app, tui->library, true);
	tui->is_indexing = background_is_running();
	tui->polled = tui_now_ms();
}

/* Milliseconds until something changes by itself. */
static int
tui_timeout(const struct tui *tui)
{
	int timeout = tui_minute_ms(), wanted = app_wait_ms(tui->app);
	int look = watch_wait_ms();

	if (tui->is_indexing && timeout > TUI_BACKGROUND_MS)
		timeout = TUI_BACKGROUND_MS;
	if (look >= 0 && look < timeout)
		timeout = look;
	return wanted >= 0 && wanted < timeout ? wanted : timeout;
}

static void
tui_tick(struct tui *tui)
{
	watch_drain();
	if (app_tick(tui->app))
		tui->draw = true;
}

static void
tui_wait(struct tui *tui)
{
	struct pollfd fds[3] = {
		{STDIN_FILENO, POLLIN, 0},
		{signals_fd(), POLLIN, 0},
		{-1, POLLIN, 0},
	};
	int ready;

	watch_app(tui->app);
	fds[2].fd = watch_fd();
	ready = poll(fds, 3, tui_timeout(tui));
	if (ready == 0)
		tui->draw = true; /* the minute, the clock, or the index */
	if (ready == 0 || fds[2].revents != 0)
		tui_tick(tui);
	if (fds[1].revents != 0 || ready < 0)
		tui_signals(tui);
	if (ready > 0 && (fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)))
		tui->is_gone = true;
	else if (ready > 0 && (fds[0].revents & POLLIN))
		tui_keys(tui);
	tui_background(tui);
	tui_words(tui);
}

static void
tui_loop(struct tui *tui)
{
	/* Said of an empty list: its first frame comes before the child. */
	app_set_indexing(tui->app, true);
	tui_draw(tui);
	app_prepare(tui->app);
	background_start(tui->app, tui->library, false);
	tui->is_indexing = background_is_running();
	tui->draw = !tui->is_indexing;
	tui->polled = tui_now_ms();
	while (!tui->is_over && !tui->is_gone) {
		tui_wait(tui);
		if (!tui->draw || tui->is_over || tui->is_gone)
			continue;
		tui_draw(tui);
		app_prepare(tui->app);
	}
}

enum status
tui_run(const struct screen_request *request, struct error *err)
{
	struct tui tui = {.library = request->library->path,
			  .frame = FRAME_INIT};
	int rows, columns;
	enum status rc;

	tui.app = app_new(request->library, request->store);
	app_configure(tui.app, request->config);
	app_set_terminal(tui.app, terminal_lend);
	terminal_guess_size(&rows, &columns);
	app_set_size(tui.app, rows, columns);
	if (request->config != NULL) {
		theme_choose(config_text(request->config, "theme"));
		watch_choose(config_text(request->config, "watch"));
	}
	tui.frame.leave_direction = app_leaves_direction(tui.app);
	rc = app_begin(tui.app, request, err);
	if (rc == STATUS_OK)
		rc = terminal_up(err);
	if (rc != STATUS_OK)
		goto out;
	tui_loop(&tui);
	if (tui.is_gone) {
		/* A terminal that takes no bytes must not hold us. */
		alarm(TUI_HANG_UP_SECONDS);
		rc = error_set(err, STATUS_IO, "%s",
			       _("The terminal is gone."));
	}
	terminal_down();
out:
	frame_release(&tui.frame);
	app_free(tui.app);
	return rc;
}
