/* What terminfo knows of the terminal; term.h has macros for half the words
 * there are, so it is included here only. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tui_private.h"
#include <term.h>

#include "lectern/words.h"

/* A history that the terminal keeps of a screen without an alternate one:
 * "E3" of terminfo's extensions clears it. */
void
terminal_wipe(void)
{
	const char *clear = tigetstr("E3");
	const char *other = tigetstr("smcup");

	if (other != NULL && other != (char *)-1 && *other != '\0')
		return;
	if (clear != NULL && clear != (char *)-1 && *clear != '\0')
		putp(clear);
	fflush(stdout);
}

/* Can it move its cursor? Says so before anything is written to it. */
enum status
terminal_check(struct error *err)
{
	const char *term = getenv("TERM");
	const char *move;
	bool can_move;
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
	can_move = move != NULL && move != (char *)-1 && *move != '\0';
	del_curterm(cur_term); /* newterm() reads it again, as its own */
	if (!can_move)
		return error_set(err, STATUS_UNSUPPORTED,
				 _("The terminal \"%s\" cannot move its "
				   "cursor."),
				 term);
	return STATUS_OK;
}
