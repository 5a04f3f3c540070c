/* The terminal: up and down, always down again. */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "tui_private.h"
#include <term.h>

#include "lectern/words.h"

#define TERMINAL_ESC_MS 25

static SCREEN *terminal_screen;
static bool terminal_is_up;

/* Can it move its cursor? Says so before anything is written to it. */
static enum status
terminal_check(struct error *err)
{
	const char *term = getenv("TERM");
	char *move;
	int found;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO))
		return error_set(err, STATUS_UNSUPPORTED, "%s",
				 _("Standard input or output is no "
				   "terminal."));
	if (term == NULL || *term == '\0' || strcmp(term, "dumb") == 0)
		return error_set(err, STATUS_UNSUPPORTED, "%s",
				 _("This terminal cannot move its cursor "
				   "(TERM is dumb or not set)."));
	if (setupterm(NULL, STDOUT_FILENO, &found) != OK)
		return error_set(err, STATUS_UNSUPPORTED,
				 _("Nothing is known about the terminal "
				   "\"%s\". Set TERM to its kind."),
				 term);
	move = tigetstr("cup");
	if (move == NULL || move == (char *)-1 || *move == '\0')
		return error_set(err, STATUS_UNSUPPORTED,
				 _("The terminal \"%s\" cannot move its "
				   "cursor."),
				 term);
	return STATUS_OK;
}

void
terminal_down(void)
{
	if (!terminal_is_up)
		return;
	terminal_is_up = false;
	endwin();
	paint_release();
	delscreen(terminal_screen);
	terminal_screen = NULL;
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
terminal_suspend(void)
{
	endwin();
	signals_stop();
	terminal_again();
	/* endwin() also switched the keypad and the cursor back. */
	refresh();
	curs_set(0);
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
