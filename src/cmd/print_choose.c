/* What is printed: places, languages, roles, forms, minutes. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "lectern/memory.h"
#include "lectern/words.h"
#include "print_cmd.h"

void
print_request_release(struct print_request *request)
{
	catalogue_free(request->catalogue);
	free(request->chosen);
	free(request->changed);
	free(request->forms);
	free(request->target.path);
	free(request->list);
	resolved_release(&request->place);
}

/* "2.2.4,israel/1": the places after the first comma. */
static enum status
print_mark_list(struct print_request *request, char *list, struct error *err)
{
	char *next;
	enum status rc = STATUS_OK;

	for (; !rc && list; list = next) {
		next = strchr(list, ',');
		if (next)
			*next++ = '\0';
		list += strspn(list, " ");
		rc = select_rows(&request->place, list, err);
		if (!rc)
			resolved_mark_rows(&request->place, request->chosen);
	}
	return rc;
}

/* The meeting and the first place; then the places of 'list'. */
static enum status
print_resolve(struct command_call *call, struct print_request *request,
	      char *list, struct error *err)
{
	enum status rc = resolve_operands(call, &request->place, err);

	if (rc)
		return rc;
	free(request->chosen);
	request->chosen = mem_alloc(request->place.meeting->row_count + 1,
				    sizeof *request->chosen);
	request->job.request.meeting = request->place.meeting;
	request->job.request.is_chosen = request->chosen;
	request->job.request.with_preface = request->place.is_whole;
	resolved_mark_rows(&request->place, request->chosen);
	return print_mark_list(request, list, err);
}

enum status
print_choose_rows(struct command_call *call, struct print_request *request,
		  struct error *err)
{
	char *last = call->operands[call->operand_count - 1];
	char *comma = strchr(last, ','), *list;
	struct error other = ERROR_INIT;
	enum status rc;

	if (!comma)
		return print_resolve(call, request, NULL, err);
	list = mem_strdup(comma + 1);
	*comma = '\0';
	rc = print_resolve(call, request, list, err);
	free(list);
	/* Words of a heading may hold a comma, too. */
	*comma = ',';
	if (rc) {
		resolved_release(&request->place);
		request->place = (struct resolved){.meeting = NULL};
		if (!print_resolve(call, request, NULL, &other))
			rc = STATUS_OK;
	}
	return rc;
}

/* --- languages --- */

static bool
print_add_language(struct print_request *request, const char *tag)
{
	struct notes_request *notes = &request->job.request;
	const struct meeting *meeting = request->place.meeting;
	size_t i;

	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i] &&
		    !strcasecmp(meeting->languages[i], tag))
			break;
	if (i == meeting->language_count)
		return false;
	if (notes->language_count < MEETING_LANGUAGES_MAX)
		notes->languages[notes->language_count++] =
			meeting->languages[i];
	return true;
}

/* The first 'most' languages that have a text. */
static void
print_add_first(struct print_request *request, size_t most)
{
	const struct meeting *meeting = request->place.meeting;
	size_t i;

	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i] &&
		    request->job.request.language_count < most)
			print_add_language(request, meeting->languages[i]);
}

static enum status
print_no_language(const struct meeting *meeting, const char *tag,
		  struct error *err)
{
	struct buffer tags = BUFFER_INIT;
	size_t i;

	for (i = 0; i < meeting->language_count; i++)
		if (meeting->briefs[i])
			buffer_printf(&tags, "%s%s", tags.len ? ", " : "",
				      meeting->languages[i]);
	error_set(err, STATUS_NOT_FOUND,
		  _("There is no text of %s in \"%s\". Its languages are %s."),
		  meeting->id, tag, tags.data);
	buffer_release(&tags);
	return STATUS_NOT_FOUND;
}

enum status
print_choose_languages(const struct command_call *call,
		       struct print_request *request, struct error *err)
{
	const struct option_value *given = command_option(call, "language");
	const struct meeting *meeting = request->place.meeting;
	char *tag, *next;

	if (!given->given) {
		print_add_first(request,
				command_option(call, "bilingual")->given ? 2
									 : 1);
		if (request->job.request.language_count)
			return STATUS_OK;
		return error_set(err, STATUS_NOT_FOUND,
				 _("%s has no text in any language yet."),
				 meeting->id);
	}
	request->list = mem_strdup(given->text);
	for (tag = request->list; tag; tag = next) {
		next = strchr(tag, ',');
		if (next)
			*next++ = '\0';
		if (!print_add_language(request, tag))
			return print_no_language(meeting, tag, err);
	}
	return STATUS_OK;
}

/* --- points --- */

static enum status
print_choose_roles(const struct command_call *call,
		   struct print_request *request, struct error *err)
{
	const struct option_value *given = command_option(call, "roles");
	const char *at = given->text;
	enum role role;
	size_t len;

	request->job.request.roles = NOTES_ROLES_SPOKEN;
	if (!given->given)
		return STATUS_OK;
	request->job.request.roles = 0;
	for (;; at += len + 1) {
		len = strcspn(at, ",");
		if (len == 3 && !strncmp(at, "all", len))
			request->job.request.roles |= (1u << ROLE_COUNT) - 1;
		else if (role_from_name(at, len, &role))
			request->job.request.roles |= 1u << role;
		else
			return error_set(
				err, STATUS_INVALID,
				_("\"%.*s\" is no role. --roles takes say, "
				  "if-raised, if-pressed, background, avoid or "
				  "all, with commas between."),
				(int)len, at);
		if (!at[len])
			return STATUS_OK;
	}
}

static enum status
print_choose_form(const struct command_call *call, enum form *form,
		  struct error *err)
{
	int given = 0, i;

	*form = command_option(call, "card")->given ? FORM_CUE : FORM_FULL;
	for (i = 0; i < FORM_COUNT; i++)
		if (command_option(call, form_name((enum form)i))->given) {
			*form = (enum form)i;
			given++;
		}
	if (given > 1)
		return error_set(err, STATUS_INVALID,
				 _("Only one of --full, --key and --cue can "
				   "be printed at a time."));
	return STATUS_OK;
}

enum status
print_choose_points(const struct command_call *call,
		    struct print_request *request, struct error *err)
{
	const struct option_value *minutes = command_option(call, "minutes");
	struct notes_request *notes = &request->job.request;
	enum status rc = print_choose_roles(call, request, err);

	if (!rc)
		rc = print_choose_form(call, &notes->form, err);
	if (!rc && minutes->given) {
		request->forms =
			mem_alloc(request->place.meeting->row_count + 1,
				  sizeof *request->forms);
		print_fit_minutes(notes, minutes->number * 60000,
				  request->chosen, request->forms);
	}
	return rc;
}
