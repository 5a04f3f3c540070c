/* lectern show: a meeting, a section, a range, a point, side by side. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "cmd.h"
#include "lectern/words.h"

#define SHOW_WIDTH_MIN 20
#define SHOW_WIDTH_MAX 500
/* From this width three languages stand side by side unless asked. */
#define SHOW_WIDTH_THREE 180
#define SHOW_WIDTH_PLAIN 80

/* "en", "zh-Hant": a language's two or three letters, then parts of letters
 * and digits. */
static bool
is_language_tag(const char *tag, size_t len)
{
	size_t i, part = 0;

	for (i = 0; i < len; i++) {
		if (tag[i] == '-' && part)
			part = 0;
		else if (isalnum((unsigned char)tag[i]))
			part++;
		else
			return false;
	}
	part = strcspn(tag, "-,");
	return part >= 2 && part <= 3 && tag[len - 1] != '-' &&
	       len < LANGUAGE_TAG_MAX;
}

/* As the meeting spells it, else as it was typed. */
static const char *
show_spell_language(const struct meeting *meeting, char *tag)
{
	size_t i;

	for (i = 0; i < meeting->language_count; i++)
		if (!strcasecmp(meeting->languages[i], tag))
			return meeting->languages[i];
	return tag;
}

/* The first languages that have a text, as many as the width allows. */
static void
show_default_languages(struct show_request *request)
{
	struct meeting *meeting = request->place->meeting;
	size_t most = request->width >= SHOW_WIDTH_THREE ? 3 : 2, i;

	request->language_count = 0;
	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i] && request->language_count < most)
			request->languages[request->language_count++] =
				meeting->languages[i];
	/* No text at all: heads without text say so. */
	for (i = 0; !request->language_count && i < meeting->language_count;
	     i++)
		request->languages[request->language_count++] =
			meeting->languages[i];
	if (!request->language_count)
		request->languages[request->language_count++] = "en";
}

static enum status
show_add_language(struct show_request *request, const char *word, size_t len,
		  struct error *err)
{
	struct meeting *meeting = request->place->meeting;
	char *tag;

	if (!is_language_tag(word, len))
		return error_set(err, STATUS_INVALID,
				 _("\"%.*s\" is no language tag. Languages are "
				   "given as in -l en,ru"),
				 (int)len, word);
	if (request->language_count == COLUMNS_MAX)
		return error_set(err, STATUS_INVALID,
				 _("At most %d languages are shown side by "
				   "side."),
				 COLUMNS_MAX);
	tag = arena_strndup(&meeting->arena, word, len);
	request->languages[request->language_count++] =
		show_spell_language(meeting, tag);
	return STATUS_OK;
}

/* A page on which every line says "not in German" serves nobody. */
static enum status
show_check_languages(const struct show_request *request, const char *list,
		     struct error *err)
{
	const struct meeting *meeting = request->place->meeting;
	struct buffer tags = BUFFER_INIT;
	size_t i;
	int index;

	for (i = 0; i < request->language_count; i++) {
		index = meeting_language_index(meeting, request->languages[i]);
		if (index >= 0 && meeting->briefs[index])
			return STATUS_OK;
	}
	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i])
			buffer_printf(&tags, "%s%s", tags.len ? ", " : "",
				      meeting->languages[i]);
	/* Without any text the page says so itself. */
	if (!tags.len) {
		buffer_release(&tags);
		return STATUS_OK;
	}
	error_set(err, STATUS_NOT_FOUND,
		  _("There is no text of %s in \"%s\". Its languages are %s."),
		  meeting->id, list, tags.data);
	buffer_release(&tags);
	return STATUS_NOT_FOUND;
}

enum status
show_choose_languages(struct show_request *request, const char *list,
		      struct error *err)
{
	const char *all = list;
	enum status rc = STATUS_OK;
	size_t len;

	if (!list) {
		show_default_languages(request);
		return STATUS_OK;
	}
	request->language_count = 0;
	for (;;) {
		len = strcspn(list, ",");
		rc = show_add_language(request, list, len, err);
		if (rc)
			return rc;
		if (!list[len])
			return show_check_languages(request, all, err);
		list += len + 1;
	}
}

/* Of languages: one that is not there was not found, other faults are of the
 * command line. */
static int
show_exit_code(enum status rc)
{
	if (rc == STATUS_NOT_FOUND)
		return EXIT_FINDINGS;
	return rc ? EXIT_TROUBLE : EXIT_DONE;
}

static int
show_width(const struct command_call *call)
{
	int width = output_columns(call->out, SHOW_WIDTH_PLAIN);

	if (width < SHOW_WIDTH_MIN)
		return SHOW_WIDTH_MIN;
	return width > SHOW_WIDTH_MAX ? SHOW_WIDTH_MAX : width;
}

/* A note asks nothing of whoever reads; index tells them all. */
static void
show_say_findings(struct command_call *call, const struct meeting *meeting)
{
	command_print_diagnostics(call->messages, &meeting->diags,
				  SEVERITY_WARNING);
}

int
show_run_resolved(struct command_call *call, struct resolved *place,
		  const char *languages, struct error *err)
{
	struct show_request request = {.place = place,
				       .width = show_width(call)};
	struct catalogue *catalogue = NULL;
	enum status rc = show_choose_languages(&request, languages, err);

	request.leave_direction = isatty(STDOUT_FILENO) != 1;
	if (!rc) {
		catalogue = command_read_catalogue(call);
		request.names = catalogue_names(catalogue);
		show_say_findings(call, place->meeting);
		show_text(&request, call->out);
	}
	catalogue_free(catalogue);
	resolved_release(place);
	return show_exit_code(rc);
}

int
show_run_plain(struct command_call *call, const char *languages,
	       struct error *err)
{
	struct resolved place = {.meeting = NULL};
	enum status rc = resolve_operands(call, &place, err);

	if (!rc)
		return show_run_resolved(call, &place, languages, err);
	resolved_release(&place);
	return command_exit_code(rc);
}

/* Which of --full, --key, --cue; more than one would be a guess. */
static enum status
show_choose_form(const struct command_call *call, enum form *form,
		 struct error *err)
{
	size_t given = 0;
	int i;

	*form = FORM_FULL;
	for (i = 0; i < FORM_COUNT; i++)
		if (command_option(call, form_name((enum form)i))->given) {
			*form = (enum form)i;
			given++;
		}
	if (given > 1)
		return error_set(err, STATUS_INVALID,
				 _("Only one of --full, --key and --cue can "
				   "be shown at a time."));
	return STATUS_OK;
}

static enum status
show_read_options(const struct command_call *call, struct show_request *request,
		  struct error *err)
{
	const struct option_value *width = command_option(call, "width");
	enum status rc = show_choose_form(call, &request->form, err);

	request->width = width->given ? (int)width->number : show_width(call);
	request->leave_direction = isatty(STDOUT_FILENO) != 1;
	request->show_comments = command_option(call, "comments")->given;
	return rc;
}

static int
show_run(struct command_call *call, struct error *err)
{
	struct resolved place = {.meeting = NULL};
	struct show_request request = {.place = &place};
	struct catalogue *catalogue = NULL;
	bool is_json = command_option(call, "json")->given;
	enum status rc;
	int code = EXIT_TROUBLE;

	if (show_read_options(call, &request, err))
		return EXIT_TROUBLE;
	rc = resolve_operands(call, &place, err);
	if (rc) {
		code = command_exit_code(rc);
		goto out;
	}
	rc = show_choose_languages(&request,
				   command_option(call, "language")->text, err);
	if (rc) {
		code = show_exit_code(rc);
		goto out;
	}
	catalogue = command_read_catalogue(call);
	request.names = catalogue_names(catalogue);
	request.rates = command_rates(call);
	if (command_option(call, "time")->given && is_json)
		show_time_json(&request, call->out);
	else if (command_option(call, "time")->given)
		show_time(&request, call->out);
	else if (is_json)
		show_json(&request, call->out);
	else {
		show_say_findings(call, place.meeting);
		show_text(&request, call->out);
	}
	code = EXIT_DONE;
out:
	catalogue_free(catalogue);
	resolved_release(&place);
	return code;
}

static const struct option_row show_options[] = {
	{.name = "language",
	 .letter = 'l',
	 .type = OPTION_TEXT,
	 .argument = "LANGS",
	 .help = N_("languages side by side, at most three: en,ru")},
	{.name = "full",
	 .type = OPTION_FLAG,
	 .help = N_("points in full (as without an option)")},
	{.name = "key", .type = OPTION_FLAG, .help = N_("key phrases only")},
	{.name = "cue",
	 .type = OPTION_FLAG,
	 .help = N_("cues only, as on a card")},
	{.name = "width",
	 .type = OPTION_NUMBER,
	 .argument = "CELLS",
	 .min = SHOW_WIDTH_MIN,
	 .max = SHOW_WIDTH_MAX,
	 .help = N_("width of the output")},
	{.name = "time",
	 .type = OPTION_FLAG,
	 .help = N_("how long it takes to say it, against the floor time")},
	{.name = "comments",
	 .type = OPTION_FLAG,
	 .help = N_("show the notes to the drafters")},
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_show = {
	.name = "show",
	.operands = "PLACE",
	.help = N_("print a meeting, a section or a point side by side"),
	.details = N_(
		"PLACE is MEETING, MEETING/SECTION or MEETING/SECTION/POINT, "
		"or the same as separate words: swg 2.2.9. A meeting is named "
		"by its id, a part of it, its short name, or its short name "
		"and date; a section by its number, its id or words of its "
		"heading; 2.2.4-2.2.9 and 2.2.4/1-3 are ranges. A document "
		"whose text the library has is named by its symbol, and "
		"followed by an article or paragraph: 75/240, para. 1. "
		"Without -l the "
		"first two languages of the meeting are shown, three from 180 "
		"cells. What is wrong with the texts goes to standard error."),
	.needs = NEEDS_LIBRARY,
	.operands_min = 1,
	.operands_max = 8,
	.options = show_options,
	.run = show_run,
};
