/*
 * tui_private.h - the parts of the terminal, for each other.
 *
 * What a process has once, the terminal, its signals and the colours, is
 * state at file scope in the part that owns it.
 */
#ifndef LECTERN_TUI_PRIVATE_H
#define LECTERN_TUI_PRIVATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <curses.h>

#include "lectern/app.h"
#include "lectern/error.h"
#include "lectern/frame.h"

/* --- capable.c --- */

/* STATUS_UNSUPPORTED where there is no terminal that can move its cursor;
 * writes nothing. */
enum status terminal_check(struct error *err) WARN_UNUSED;

/* --- terminal.c --- */

/* Take the terminal; STATUS_UNSUPPORTED, with nothing written, where it
 * cannot be done. It is given back on every way out (atexit). */
enum status terminal_up(struct error *err) WARN_UNUSED;
void terminal_down(void);

/* Give it to a program that is run on it, and take it back. */
void terminal_lend(bool is_lent);

/* Give it back, stop the process group, and take it again on SIGCONT. */
void terminal_suspend(void);

/* After a SIGCONT that was not ours: its modes may be another's. */
void terminal_again(void);

/* Nothing of what was shown stays, in a history of the terminal neither. */
void terminal_wipe(void);

/* The size it has before it is taken, so that nothing is laid out twice. */
void terminal_guess_size(int *rows, int *columns);

/* Adopt the size it has now. */
void terminal_measure(int *rows, int *columns);

/* --- signals.c --- */

struct signal_flags {
	bool resized, suspend, continued, child, interrupt, end, hang_up;
};

/* Handlers that set a flag and wake poll() on signals_fd(). */
enum status signals_up(struct error *err) WARN_UNUSED;
void signals_down(void);
int signals_fd(void);

/* What came since the last call; empties the pipe. */
struct signal_flags signals_take(void);

/* Stop the process group as the terminal's own ^Z would. */
void signals_stop(void);

/* --- theme.c --- */

struct theme_look {
	attr_t attributes;
	short pair;
};

/* Which theme theme_up() is to take: "dark", "light" …; before it. */
void theme_choose(const char *name);

/* Colours for the styles, as many as the terminal has; those of "mono" with
 * NO_COLOR, and where it has none. */
void theme_up(void);
struct theme_look theme_look(enum style style);

/* --- paint.c --- */

/* Show the frame. 'whole' forgets what is on the screen. Returns how many of
 * its characters the locale cannot write. */
size_t paint_frame(const struct frame *frame, bool whole);
void paint_release(void);

/* --- whole.c --- */

/* refresh(), whose bytes reach the terminal in one write. */
void whole_refresh(void);
/* The terminal is standard output again, wherever drawing stopped. */
void whole_end(void);
void whole_release(void);

/* --- input.c --- */

#define KEY_NAME_SIZE 16

enum input { INPUT_KEY, INPUT_NONE };

/* The next key that is already there, by name. */
enum input input_key(char name[KEY_NAME_SIZE]);

/* --- watch.c --- */

/* "auto", or "poll" to look each second; before the first watch_app(). */
void watch_choose(const char *how);
/* Milliseconds after which one must look; -1: one is told. */
int watch_wait_ms(void);
/* Watch the folders that the app's view asks for now. */
void watch_app(const struct app *app);
/* Readable when something in them changed; -1: nothing is watched. */
int watch_fd(void);
/* What changed has been noticed. */
void watch_drain(void);
void watch_release(void);

/* --- background.c --- */

/* A child brings the index up to date; with 'words' that of words too. */
void background_start(struct app *app, const char *library, bool words);

/* Is it still at work? Its end is noticed here. */
bool background_is_running(void);

/* Once a second: what it committed is shown. True to draw. */
bool background_poll(struct app *app);

#endif
