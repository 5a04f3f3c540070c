/*
 * lectern clear: a text is cleared by somebody on a day. The front matter
 * keeps a hash of the text as it was, and of the original, so that a later
 * change is seen to have undone it.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cmd.h"
#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/words.h"

/* The keys that a clearance writes anew. */
static const char *const clear_keys[] = {
	"status:",	 "cleared-by:",	      "cleared-on:",
	"cleared-text:", "cleared-original:", NULL};

static bool
is_clear_line(const char *line)
{
	const char *const *key;

	for (key = clear_keys; *key; key++)
		if (!strncmp(line, *key, strlen(*key)))
			return true;
	return false;
}

static void
clear_quoted(struct buffer *out, const char *text)
{
	buffer_append_byte(out, '"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			buffer_append_byte(out, '\\');
		buffer_append_byte(out,
				   (unsigned char)*text < ' ' ? ' ' : *text);
	}
	buffer_append_string(out, "\"\n");
}

/* The text with its front matter set anew; every other byte as it was. */
static void
clear_rewrite(const struct buffer *text, const struct meeting *meeting,
	      size_t language, const char *by, const char *on,
	      struct buffer *out)
{
	const char *at = text->data, *body, *next;

	body = strncmp(at, "---\n", 4) ? NULL : strstr(at + 3, "\n---\n");
	buffer_append_string(out, "---\nstatus: cleared\ncleared-by: ");
	clear_quoted(out, by);
	buffer_printf(out, "cleared-on: %s\ncleared-text: %016" PRIx64 "\n", on,
		      meeting->briefs[language]->text_hash);
	if (language && meeting->briefs[0])
		buffer_printf(out, "cleared-original: %016" PRIx64 "\n",
			      meeting->briefs[0]->text_hash);
	if (!body) {
		buffer_append_string(out, "---\n");
		buffer_append(out, text->data, text->len);
		return;
	}
	for (at += 4; at < body + 1; at = next) {
		next = strchr(at, '\n') + 1;
		if (!is_clear_line(at))
			buffer_append(out, at, (size_t)(next - at));
	}
	buffer_append(out, body + 1,
		      text->len - (size_t)(body + 1 - text->data));
}

static enum status
clear_write(struct command_call *call, const struct meeting *meeting,
	    size_t language, const char *by, const char *on, struct error *err)
{
	char *path =
		path_join(call->library->path, meeting->briefs[language]->file);
	struct buffer text = BUFFER_INIT, out = BUFFER_INIT;
	struct save_report report;
	struct file_identity id;
	enum status rc = file_read(path, FILE_LIMIT, &text, &id, err);

	if (!rc) {
		clear_rewrite(&text, meeting, language, by, on, &out);
		rc = file_save(path, out.data, out.len, &id, &report, err);
	}
	if (!rc)
		output_printf(call->out, _("%s is cleared by %s on %s.\n"),
			      meeting->briefs[language]->file, by, on);
	buffer_release(&text);
	buffer_release(&out);
	free(path);
	return rc;
}

static void
clear_today(char out[DATE_TEXT_MAX])
{
	time_t now = time(NULL);
	struct tm day;

	localtime_r(&now, &day);
	strftime(out, DATE_TEXT_MAX, "%Y-%m-%d", &day);
}

static int
clear_run(struct command_call *call, struct error *err)
{
	const char *by = command_option(call, "by")->text;
	const char *on = command_option(call, "on")->text;
	const char *tag = command_option(call, "language")->text;
	struct resolved place = {.meeting = NULL};
	char today[DATE_TEXT_MAX];
	struct date date;
	int language = -1;
	enum status rc = command_open_library(call, err);

	clear_today(today);
	if (!rc && (!by || !*by || !tag))
		rc = error_set(err, STATUS_INVALID,
			       _("Say which text and who clears it: -l ru --by "
				 "NAME."));
	if (!rc && on && !date_parse(on, strlen(on), &date))
		rc = error_set(err, STATUS_INVALID,
			       _("“%s” is no date. Write it as 2021-05-27."),
			       on);
	if (!rc)
		rc = resolve_operands(call, &place, err);
	if (!rc)
		language = meeting_language_index(place.meeting, tag);
	if (!rc && (language < 0 || !place.meeting->briefs[language]))
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no text in “%s” in %s."), tag,
			       place.meeting->id);
	if (!rc)
		rc = clear_write(call, place.meeting, (size_t)language, by,
				 on ? on : today, err);
	resolved_release(&place);
	return command_exit_code(rc);
}

static const struct option_row clear_options[] = {
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANG",
	 .help = N_("the text that is cleared")},
	{.name = "by",
	 .type = OPTION_TEXT,
	 .argument = "NAME",
	 .help = N_("who clears it")},
	{.name = "on",
	 .type = OPTION_TEXT,
	 .argument = "DATE",
	 .help = N_("the day, by default today")},
	{.name = NULL},
};

const struct command cmd_clear = {
	.name = "clear",
	.operands = "MEETING",
	.help = N_("record that a text is cleared"),
	.details = N_(
		"Writes into the text's front matter that it is cleared, by "
		"whom and when, with a hash of the text and of the original. "
		"lectern status shows a clearance that no longer holds since "
		"the text was changed."),
	.needs = NEEDS_NOTHING,
	.operands_min = 1,
	.operands_max = -1,
	.options = clear_options,
	.run = clear_run,
};
