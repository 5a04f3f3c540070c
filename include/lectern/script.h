/*
 * script.h - replay of commands and keys without a terminal, for tests.
 *
 * One command a line, as typed at ':' ("goto 2.2.9"); and, of its own:
 *
 *	key NAME…		keys by name, one after the other
 *	size COLUMNSxROWS	another size of the screen
 *	wait SECONDS		as many seconds later, what can wait being done
 *	save-screen FILE	the screen as text
 *	save-styles FILE	the same with what the styles mean
 *
 * Empty lines and lines that begin with '#' are skipped. It drives the same
 * app as the terminal does.
 */
#ifndef LECTERN_SCRIPT_H
#define LECTERN_SCRIPT_H

#include "lectern/error.h"
#include "lectern/screen.h"

/* Ends at the first line that fails; the error has its file and line. */
enum status script_run(const struct screen_request *request, const char *file,
		       int rows, int columns, struct error *err) WARN_UNUSED;

#endif
