/* The terminal: up and down, always down again. */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "lectern/words.h"
#include "tui_private.h"

#define TERMINAL_ESC_MS 25

static SCREEN *terminal_screen;
static bool terminal_is_up;

void
terminal_down(void)
{
	if (!terminal_is_up)
		return;
	terminal_is_up = false;
	whole_end();
	endwin();
	paint_release();
	whole_release();
	delscreen(terminal_screen);
	terminal_screen = NULL;
	watch_release();
	signals_down();
}

static void
terminal_set_modes(void)
{
	raw();
	noecho();
	nonl();
	intrflush(stdscr, FALSE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	typeahead(-1); /* a frame is drawn whole, whatever is typed */
	set_escdelay(TERMINAL_ESC_MS);
	curs_set(0);
}

enum status
terminal_up(struct error *err)
{
	static bool is_registered;
	enum status rc;

	rc = terminal_check(err);
	if (rc == STATUS_OK)
		rc = signals_up(err);
	if (rc != STATUS_OK)
		return rc;
	terminal_screen = newterm(NULL, stdout, stdin);
	if (terminal_screen == NULL) {
		signals_down();
		return error_set(err, STATUS_UNSUPPORTED, "%s",
				 _("This terminal cannot show a screen."));
	}
	terminal_is_up = true;
	if (!is_registered && atexit(terminal_down) == 0)
		is_registered = true;
	terminal_set_modes();
	theme_up();
	return STATUS_OK;
}

void
terminal_again(void)
{
	reset_prog_mode();
	clearok(curscr, TRUE);
}

void
terminal_lend(bool is_lent)
{
	if (is_lent) {
		endwin();
		return;
	}
	terminal_again();
	/* endwin() also switched the keypad and the cursor back. */
	refresh();
	curs_set(0);
}

void
terminal_suspend(void)
{
	terminal_lend(true);
	signals_stop();
	terminal_lend(false);
}

void
terminal_guess_size(int *rows, int *columns)
{
	struct winsize size;

	*rows = 24;
	*columns = 80;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0) {
		*rows = size.ws_row;
		*columns = size.ws_col;
	}
}

void
terminal_measure(int *rows, int *columns)
{
	struct winsize size;

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 &&
	    size.ws_col > 0 && is_term_resized(size.ws_row, size.ws_col))
		resizeterm(size.ws_row, size.ws_col);
	*rows = LINES;
	*columns = COLS;
}
