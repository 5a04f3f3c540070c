/* Before something is written, and after. */
#include "config.h" /* _GNU_SOURCE, for rpmatch */

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

#include "cmd.h"
#include "lectern/words.h"

/* "y" in the reader's language; no answer is no. */
static bool
ask_read(struct command_call *call)
{
	char answer[64];
	ssize_t len;

	output_text(call->messages, _("Write this? (y/n) "));
	output_flush(call->messages);
	do
		len = read(STDIN_FILENO, answer, sizeof answer - 1);
	while (len < 0 && errno == EINTR);
	answer[len > 0 ? len : 0] = '\0';
	return rpmatch(answer) == 1;
}

bool
command_can_ask(void)
{
	return isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1;
}

bool
command_ask(struct command_call *call, bool may_ask)
{
	if (may_ask && command_can_ask())
		return ask_read(call);
	command_say(call->messages, _("Nothing is written. With --yes it is."));
	return false;
}

void
command_say_losses(struct output *messages, const char *path,
		   const struct save_report *report)
{
	if (report->losses & SAVE_LOSES_HARD_LINK)
		command_say(messages,
			    _("%s had another name (a hard link); that one "
			      "keeps the old text."),
			    path);
	if (report->losses & (SAVE_LOSES_OWNER | SAVE_LOSES_ACL))
		command_say(messages,
			    _("The owner or the access list of %s could not "
			      "be kept; look at its rights."),
			    path);
}
