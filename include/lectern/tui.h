/*
 * tui.h - the terminal: up and down, keys in, frames out, the event loop.
 *
 * src/tui is the only place that includes curses and the only one that has
 * state at file scope (a process has one terminal). It emits what terminfo
 * says and text; no title, no clipboard, no links, no queries.
 */
#ifndef LECTERN_TUI_H
#define LECTERN_TUI_H

#include "lectern/error.h"
#include "lectern/screen.h"

/*
 * Take the terminal, show the screen, give it back. STATUS_UNSUPPORTED where
 * standard input or output is no terminal or it cannot move its cursor
 * (TERM=dumb): the caller prints instead, nothing has been written.
 * STATUS_IO when the terminal went away.
 */
enum status tui_run(const struct screen_request *request,
		    struct error *err) WARN_UNUSED;

#endif
