/* lectern import into a meeting that there is: the changes point by point,
 * shown, asked for, and written one by one. */
#include <stdlib.h>
#include <string.h>

#include "import_cmd.h"
#include "lectern/memory.h"
#include "lectern/worddiff.h"
#include "lectern/words.h"

struct import_update {
	struct command_call *call;
	const char *meeting;
	struct review_changes changes;
	bool *is_written; /* by index in changes */
	size_t written;
	bool is_json;
};

/* ---- shown ---- */

/* "2.2.4/1 ru (cue)" */
static void
update_format_place(const struct review_change *change, struct buffer *out)
{
	buffer_append_string(out, change->place);
	if (*change->language)
		buffer_printf(out, " %s", change->language);
	if (change->is_cue)
		buffer_printf(out, " (%s)", _("cue"));
}

static void
update_show_change(struct output *out, const struct review_change *change)
{
	struct worddiff diff = WORDDIFF_INIT;
	struct buffer text = BUFFER_INIT;

	update_format_place(change, &text);
	buffer_append_byte(&text, '\n');
	worddiff_find(change->before, strlen(change->before), change->after,
		      strlen(change->after), &diff);
	/* What only marks differ in is shown whole. */
	if (worddiff_is_same(&diff))
		buffer_printf(&text, "[-%s-] {+%s+}", change->before,
			      change->after);
	else
		worddiff_format(&diff, change->before, change->after, &text);
	buffer_append_string(&text, "\n\n");
	output_bytes(out, text.data, text.len);
	worddiff_release(&diff);
	buffer_release(&text);
}

static void
update_show_problem(struct output *out, const struct review_change *change)
{
	struct buffer text = BUFFER_INIT;

	update_format_place(change, &text);
	buffer_printf(&text, ": %s\n",
		      review_problem_sentence(change->problem));
	if (*change->after)
		buffer_printf(&text, "%s\n", change->after);
	buffer_append_byte(&text, '\n');
	output_bytes(out, text.data, text.len);
	buffer_release(&text);
}

static void
update_show_problems(const struct import_update *update)
{
	size_t i;

	for (i = 0; i < update->changes.list.len; i++)
		if (update->changes.list.items[i].is_problem)
			update_show_problem(update->call->out,
					    &update->changes.list.items[i]);
}

static json_t *
update_json_change(const struct import_update *update, size_t index)
{
	const struct review_change *change = &update->changes.list.items[index];
	json_t *object = json_object();

	json_put(object, "place", json_text(change->place));
	json_put(object, "language", json_text(change->language));
	json_put(object, "part", json_text(change->is_cue ? "cue" : "text"));
	json_put(object, "before", json_text(change->before));
	json_put(object, "after", json_text(change->after));
	if (change->is_problem)
		json_put(object, "problem",
			 json_text(review_problem_sentence(change->problem)));
	json_put(object, "written", json_boolean(update->is_written[index]));
	return object;
}

static void
update_print_json(const struct import_update *update)
{
	json_t *object = json_object(), *changes = json_array();
	size_t i;

	for (i = 0; i < update->changes.list.len; i++)
		json_add(changes, update_json_change(update, i));
	json_put(object, "meeting", json_text(update->meeting));
	json_put(object, "changes", changes);
	json_print(update->call->out, object);
}

/* ---- written ---- */

static enum status
update_write(struct import_update *update, size_t index, struct error *err)
{
	enum status rc = review_apply(update->call->library, update->meeting,
				      &update->changes.list.items[index], err);

	update->is_written[index] = !rc;
	update->written += !rc;
	return rc;
}

/* Each change shown and, where that is asked for, written. */
static enum status
update_walk(struct import_update *update, struct error *err)
{
	struct command_call *call = update->call;
	bool is_update = command_option(call, "update")->given &&
			 !command_option(call, "dry-run")->given;
	bool is_yes = command_option(call, "yes")->given;
	bool is_asked =
		is_update && !is_yes && !update->is_json && command_can_ask();
	const struct review_change *change;
	enum status rc = STATUS_OK;
	size_t i;

	for (i = 0; i < update->changes.list.len && !rc; i++) {
		change = &update->changes.list.items[i];
		if (change->is_problem)
			continue;
		if (!update->is_json)
			update_show_change(call->out, change);
		output_flush(call->out);
		if (is_update &&
		    (is_yes || (is_asked && command_ask(call, true))))
			rc = update_write(update, i, err);
	}
	return rc;
}

static void
update_say_end(const struct import_update *update)
{
	const struct command_call *call = update->call;
	size_t count = update->changes.change_count;

	if (!count) {
		command_say(call->messages, _("Nothing differs from %s."),
			    update->meeting);
		return;
	}
	command_say(call->messages,
		    P_("%zu change, %zu written.", "%zu changes, %zu written.",
		       count),
		    count, update->written);
	if (!command_option(call, "update")->given)
		command_say(call->messages,
			    _("With --update each is asked for and written; "
			      "with --update --yes all are."));
}

static enum status
update_compare(struct import_update *update, const struct review *review,
	       struct error *err)
{
	struct meeting *meeting = NULL;
	struct review_request request = {.languages = {NULL}};
	struct review current = REVIEW_INIT;
	enum status rc = library_read_meeting(
		update->call->library, update->meeting, &meeting, NULL, err);
	size_t i;

	request.meeting = meeting;
	for (i = 0; !rc && i < meeting->language_count; i++)
		if (meeting->briefs[i])
			request.languages[request.language_count++] =
				meeting->languages[i];
	if (!rc)
		rc = review_collect(update->call->library, &request, &current,
				    err);
	if (!rc)
		review_compare(&current, review, &update->changes);
	review_release(&current);
	if (meeting)
		meeting_free(meeting);
	return rc;
}

int
import_update(struct command_call *call, const struct review *review,
	      const char *meeting_id, struct error *err)
{
	struct import_update update = {
		.call = call,
		.meeting = meeting_id,
		.changes = REVIEW_CHANGES_INIT,
		.is_json = command_option(call, "json")->given};
	enum status rc = update_compare(&update, review, err);

	update.is_written = mem_alloc(update.changes.list.len + 1,
				      sizeof *update.is_written);
	if (!rc && !update.is_json)
		update_show_problems(&update);
	if (!rc)
		rc = update_walk(&update, err);
	if (update.is_json)
		update_print_json(&update);
	else if (!rc)
		update_say_end(&update);
	if (!rc && update.written < update.changes.list.len)
		rc = STATUS_NOT_FOUND; /* a change is left */
	free(update.is_written);
	review_changes_release(&update.changes);
	return rc == STATUS_NOT_FOUND ? EXIT_FINDINGS
	       : rc		      ? EXIT_TROUBLE
				      : EXIT_DONE;
}
