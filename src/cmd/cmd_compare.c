/* lectern compare: what was said before, beside what is to be said now. */
#include <string.h>

#include "cmd.h"
#include "lectern/past.h"
#include "lectern/worddiff.h"
#include "lectern/words.h"

struct compare_job {
	struct command_call *call;
	struct resolved place;
	json_t *json; /* or NULL */
	size_t count;
};

static void
compare_print(struct compare_job *job, const struct past_match *match,
	      const char *here, const char *date)
{
	struct output *out = job->call->out;
	const char *tag = job->place.meeting->languages[match->language];
	struct worddiff diff = WORDDIFF_INIT;
	struct buffer text = BUFFER_INIT;

	worddiff_find(match->before, strlen(match->before), match->now,
		      strlen(match->now), &diff);
	if (*match->symbol)
		output_printf(out, _("%s (%s) and %s/%s of %s both cite %s:\n"),
			      here, tag, match->meeting, match->place, date,
			      match->symbol);
	else
		output_printf(out, _("%s (%s) is much like %s/%s of %s:\n"),
			      here, tag, match->meeting, match->place, date);
	if (worddiff_is_same(&diff))
		output_text(out, _("the same words"));
	else
		worddiff_format(&diff, match->before, match->now, &text);
	output_bytes(out, text.data, text.len);
	output_text(out, "\n\n");
	worddiff_release(&diff);
	buffer_release(&text);
}

static void
compare_json(struct compare_job *job, const struct past_match *match,
	     const char *here, const char *date)
{
	json_t *object = json_object();

	json_put(object, "place", json_text(here));
	json_put(object, "language",
		 json_text(job->place.meeting->languages[match->language]));
	json_put(object, "meeting", json_text(match->meeting));
	json_put(object, "date", json_text(date));
	json_put(object, "at", json_text(match->place));
	json_put(object, "symbol", json_text(match->symbol));
	json_put(object, "repeated", json_boolean(match->is_repeated));
	json_put(object, "before", json_text(match->before));
	json_put(object, "now", json_text(match->now));
	json_add(job->json, object);
}

static void
compare_found(const struct past_match *match, void *data)
{
	struct compare_job *job = data;
	struct place place = {match->section, match->row, false, false};
	struct buffer here = BUFFER_INIT;
	char date[DATE_TEXT_MAX];

	place_format(job->place.meeting, &place, &here);
	date_format(&match->date, date);
	job->count++;
	if (job->json)
		compare_json(job, match, here.data, date);
	else
		compare_print(job, match, here.data, date);
	buffer_release(&here);
}

static int
compare_run(struct command_call *call, struct error *err)
{
	struct compare_job job = {.call = call};
	struct catalogue *catalogue = NULL;
	struct past_rows rows;
	enum status rc = command_open_library(call, err);

	if (!rc)
		rc = resolve_operands(call, &job.place, err);
	if (!rc) {
		catalogue = command_read_catalogue(call);
		if (command_option(call, "json")->given)
			job.json = json_array();
		rows = (struct past_rows){job.place.first, job.place.end,
					  job.place.first_row,
					  job.place.end_row};
		rc = past_find(call->library, job.place.meeting, &rows,
			       catalogue, compare_found, &job, err);
	}
	if (job.json)
		json_print(call->out, job.json);
	else if (!rc && !job.count)
		command_say(call->messages,
			    _("No earlier meeting says anything like it."));
	catalogue_free(catalogue);
	resolved_release(&job.place);
	return command_exit_code(rc);
}

static const struct option_row compare_options[] = {
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_compare = {
	.name = "compare",
	.operands = "PLACE",
	.help = N_("set points beside what was said at earlier meetings"),
	.details = N_(
		"A point that cites the same document as one of an earlier "
		"meeting, or nearly repeats it, is printed with the words that "
		"differ: [-earlier-] {+now+}. The latest meeting comes first."),
	.needs = NEEDS_NOTHING,
	.operands_min = 1,
	.operands_max = -1,
	.options = compare_options,
	.run = compare_run,
};
