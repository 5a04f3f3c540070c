/* lectern index: bring the index up to date, and say what was found. */
#include <malloc.h>
#include <string.h>

#include "cmd.h"
#include "lectern/memory.h"
#include "lectern/words.h"

/* What the run of the indexer writes to. */
struct index_run {
	struct command_call *call;
	struct progress progress;
	json_t *found; /* NULL where the output is no JSON */
	bool is_quiet;
};

static bool
index_progress(size_t done, size_t total, const char *id, void *data)
{
	struct index_run *run = data;

	return progress_step(done, total, id, &run->progress);
}

static void
index_found(const struct diagnostics *diags, void *data)
{
	struct index_run *run = data;
	json_t *list;

	if (run->is_quiet)
		return;
	if (run->found) {
		list = json_diagnostics(diags);
		if (json_array_extend(run->found, list))
			mem_fail(0);
		json_decref(list);
		return;
	}
	if (!diags->list.len)
		return;
	progress_done(&run->progress);
	command_print_diagnostics(run->call->out, diags, SEVERITY_NOTE);
	output_flush(run->call->out);
}

static void
index_print_summary(struct output *out, const struct index_report *report)
{
	output_printf(out,
		      _("Meetings: %zu. Read: %zu, unchanged: %zu, removed: "
			"%zu.\n"),
		      report->meetings, report->read, report->unchanged,
		      report->removed);
	if (!report->read)
		return;
	output_printf(out,
		      _("Texts read: %zu. Errors: %zu, warnings: %zu, notes: "
			"%zu.\n"),
		      report->texts, report->errors, report->warnings,
		      report->notes);
}

static void
index_print_json(struct output *out, const struct index_report *report,
		 json_t *found)
{
	json_t *object = json_object();

	json_put(object, "meetings",
		 json_integer((json_int_t)report->meetings));
	json_put(object, "read", json_integer((json_int_t)report->read));
	json_put(object, "unchanged",
		 json_integer((json_int_t)report->unchanged));
	json_put(object, "removed", json_integer((json_int_t)report->removed));
	json_put(object, "texts", json_integer((json_int_t)report->texts));
	json_put(object, "errors", json_integer((json_int_t)report->errors));
	json_put(object, "warnings",
		 json_integer((json_int_t)report->warnings));
	json_put(object, "notes", json_integer((json_int_t)report->notes));
	json_put(object, "diagnostics", found);
	json_print(out, object);
}

static int
index_run(struct command_call *call, struct error *err)
{
	struct index_run run = {
		.call = call, .is_quiet = command_option(call, "quiet")->given};
	struct index_options options = {
		.all = command_option(call, "all")->given,
		.words = command_option(call, "words")->given,
		.progress = index_progress,
		.found = index_found,
		.data = &run};
	struct index_report report = {.meetings = 0};
	enum status rc;

	/* The same memory for each meeting, instead of asking for it anew. */
	mallopt(M_TRIM_THRESHOLD, 16 << 20);
	mallopt(M_MMAP_THRESHOLD, 16 << 20);
	if (freshen_open(call, err))
		return EXIT_TROUBLE;
	if (command_option(call, "json")->given)
		run.found = json_array();
	progress_init(&run.progress, call->messages);
	run.progress.is_wanted &= !run.is_quiet;
	rc = index_update(call->library, call->store, &options, &report, err);
	progress_done(&run.progress);
	if (!rc && report.rebuilt)
		freshen_say_rebuilt(call);
	if (!rc && run.found)
		index_print_json(call->out, &report, json_incref(run.found));
	else if (!rc && !run.is_quiet)
		index_print_summary(call->out, &report);
	json_decref(run.found);
	if (rc)
		return EXIT_TROUBLE;
	return report.errors ? EXIT_FINDINGS : EXIT_DONE;
}

static const struct option_row index_options[] = {
	{.name = "all",
	 .type = OPTION_FLAG,
	 .help = N_("read every meeting, changed or not")},
	{.name = "words",
	 .type = OPTION_FLAG,
	 .help = N_("index what search needs, too, instead of at the first "
		    "search")},
	{.name = "quiet",
	 .letter = 'q',
	 .type = OPTION_FLAG,
	 .help = N_("say nothing but what went wrong")},
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_index = {
	.name = "index",
	.operands = "",
	.help = N_("bring the index up to date with the library's files"),
	.details = N_(
		"Reads the meetings whose files changed, and prints what is "
		"wrong with their texts, as FILE:LINE:COLUMN: severity: "
		"message [rule], and how much was read. The index is derived "
		"from the files and may be deleted at any time; other commands "
		"bring it up to date by themselves. Exit code 1 says that a "
		"text that was read has errors."),
	.needs = NEEDS_LIBRARY,
	.options = index_options,
	.run = index_run,
};
