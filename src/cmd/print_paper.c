/* The paper, the type, and how text is set: from the options. */
#include "lectern/notes_text.h"
#include "lectern/words.h"
#include "print_cmd.h"

#define PRINT_MM (72 / 25.4)

static enum status
print_read_text(const struct command_call *call, struct print_job *job,
		struct error *err)
{
	const struct option_value *width = command_option(call, "width");
	const struct option_value *length = command_option(call, "page-length");

	job->width = width->given ? (int)width->number : PRINT_TEXT_WIDTH;
	job->page_length =
		length->given ? (int)length->number : PRINT_TEXT_LENGTH;
	job->encoding = command_option(call, "encoding")->text;
	if (job->page_length && job->page_length < NOTES_TEXT_LENGTH_MIN)
		return error_set(err, STATUS_INVALID,
				 _("--page-length takes 0 for no pages, or at "
				   "least %d lines."),
				 NOTES_TEXT_LENGTH_MIN);
	return STATUS_OK;
}

enum status
print_read_paper(const struct command_call *call, struct print_job *job,
		 struct error *err)
{
	struct notes_paper *paper = &job->paper;
	const char *name = command_option(call, "paper")->text;
	const struct option_value *size = command_option(call, "size");
	const struct option_value *spacing = command_option(call, "spacing");
	const struct option_value *margin = command_option(call, "margin");
	const struct option_value *font = command_option(call, "font");

	if (!print_set_paper(job, name, command_option(call, "card")->given,
			     command_option(call, "landscape")->given))
		return error_set(err, STATUS_INVALID,
				 _("There is no paper \"%s\"."), name);
	if (size->given)
		paper->size = (double)size->number;
	if (spacing->given)
		paper->spacing = (double)spacing->number / 100;
	if (margin->given)
		paper->margin = (double)margin->number * PRINT_MM;
	if (command_option(call, "foot-room")->given)
		paper->foot_room = PRINT_FOOT_ROOM;
	if (command_option(call, "no-foot-room")->given)
		paper->foot_room = 0;
	if (font->given)
		paper->font = font->text;
	return print_read_text(call, job, err);
}
