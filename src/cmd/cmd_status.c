/* lectern status: how far a brief is, section by section and language by
 * language: what is there, what is older than the original, what is wrong,
 * how long it takes. */
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "lectern/check.h"
#include "lectern/memory.h"
#include "lectern/minutes.h"
#include "lectern/stale.h"
#include "lectern/words.h"

struct status_cell {
	size_t points, of, stale, errors, warnings;
	long milliseconds; /* of what is said */
};

struct status_job {
	struct command_call *call;
	struct resolved place;
	const struct meeting *meeting;
	struct stale stale;
	struct check_report report;
	struct status_cell *cells; /* section * languages + language */
	struct status_cell totals[MEETING_LANGUAGES_MAX];
};

static struct status_cell *
status_cell(const struct status_job *job, size_t section, size_t language)
{
	return &job->cells[section * job->meeting->language_count + language];
}

static void
status_count_point(const struct status_job *job,
		   const struct aligned_section *section, size_t row,
		   size_t language, struct status_cell *cell)
{
	const struct point *point = section->rows[row].cells[language];

	cell->of++;
	if (!point)
		return;
	cell->points++;
	cell->stale += is_stale(&job->stale, section, row, language);
	if (point->role == ROLE_SAY)
		cell->milliseconds += minutes_of_point(
			point, FORM_FULL, job->meeting->languages[language],
			command_rates(job->call));
}

static void
status_count_findings(struct status_job *job)
{
	const struct check_finding *finding;
	struct status_cell *cell;
	size_t i;
	int language;

	for (i = 0; i < job->report.list.len; i++) {
		finding = &job->report.list.items[i];
		language =
			meeting_language_index(job->meeting, finding->language);
		if (finding->reason || language < 0)
			continue;
		job->totals[language].errors +=
			finding->severity == SEVERITY_ERROR;
		job->totals[language].warnings +=
			finding->severity == SEVERITY_WARNING;
		if (finding->section >= job->meeting->section_count)
			continue;
		cell = status_cell(job, finding->section, (size_t)language);
		cell->errors += finding->severity == SEVERITY_ERROR;
		cell->warnings += finding->severity == SEVERITY_WARNING;
	}
}

static void
status_count(struct status_job *job)
{
	const struct meeting *meeting = job->meeting;
	const struct aligned_section *section;
	struct status_cell *cell;
	size_t i, j, k;

	job->cells =
		mem_alloc(meeting->section_count * meeting->language_count + 1,
			  sizeof *job->cells);
	for (i = 0; i < meeting->section_count; i++) {
		section = &meeting->sections[i];
		for (k = 0; k < meeting->language_count; k++) {
			cell = status_cell(job, i, k);
			for (j = 0; j < section->row_count; j++)
				status_count_point(job, section, j, k, cell);
			job->totals[k].points += cell->points;
			job->totals[k].of += cell->of;
			job->totals[k].stale += cell->stale;
			job->totals[k].milliseconds += cell->milliseconds;
		}
	}
	status_count_findings(job);
}

/* ---- text ---- */

static void
status_format_time(long milliseconds, struct buffer *out)
{
	long seconds = (milliseconds + 500) / 1000;

	buffer_printf(out, "%ld:%02ld", seconds / 60, seconds % 60);
}

/* "3/4 1 old 2!": points there, older than the original, findings. */
static void
status_format_cell(const struct status_cell *cell, struct buffer *out)
{
	size_t findings = cell->errors + cell->warnings;

	if (!cell->points) {
		buffer_append_string(out, "–");
		return;
	}
	buffer_printf(out, "%zu/%zu", cell->points, cell->of);
	if (cell->stale)
		buffer_printf(out, _(" %zu\u00a0old"), cell->stale);
	if (findings)
		buffer_printf(out, " %zu!", findings);
	if (cell->milliseconds) {
		buffer_append_byte(out, ' ');
		status_format_time(cell->milliseconds, out);
	}
}

static void
status_format_state(const struct brief *brief, struct buffer *out)
{
	if (!brief)
		buffer_append_string(out, "–");
	else if (brief->status != BRIEF_CLEARED)
		buffer_append_string(out, brief->status == BRIEF_DRAFT
						  ? _("draft")
						  : _("no status"));
	else if (!is_brief_clearance_valid(brief))
		buffer_append_string(out, _("changed since cleared"));
	else
		buffer_printf(out, _("cleared by %s"), brief->cleared_by);
}

#define STATUS_COLUMNS (MEETING_LANGUAGES_MAX + 1)

struct status_table {
	struct table_column columns[STATUS_COLUMNS];
	VECTOR(struct buffer) cells;
	size_t width; /* columns */
};

static struct buffer *
status_add(struct status_table *table)
{
	struct buffer cell = BUFFER_INIT;

	vector_push(&table->cells, cell);
	return vector_last(&table->cells);
}

static void
status_fill_table(const struct status_job *job, struct status_table *table)
{
	const struct meeting *meeting = job->meeting;
	struct place place = {0, 0, true, false};
	size_t i, k;

	table->width = meeting->language_count + 1;
	buffer_append_string(status_add(table), _("section"));
	for (k = 0; k < meeting->language_count; k++)
		buffer_append_string(status_add(table), meeting->languages[k]);
	for (i = 0; i < meeting->section_count; i++) {
		place.section = i;
		place_format(meeting, &place, status_add(table));
		for (k = 0; k < meeting->language_count; k++)
			status_format_cell(status_cell(job, i, k),
					   status_add(table));
	}
	buffer_append_string(status_add(table), _("all"));
	for (k = 0; k < meeting->language_count; k++)
		status_format_cell(&job->totals[k], status_add(table));
	buffer_append_string(status_add(table), _("status"));
	for (k = 0; k < meeting->language_count; k++)
		status_format_state(meeting->briefs[k], status_add(table));
}

static void
status_print_table(const struct status_job *job)
{
	struct status_table table = {.width = 0};
	struct table_cell cells[STATUS_COLUMNS];
	struct output *out = job->call->out;
	size_t i, k;

	status_fill_table(job, &table);
	for (i = 0; i < table.cells.len; i++)
		table_measure(&table.columns[i % table.width],
			      table.cells.items[i].data);
	for (i = 0; i < table.width; i++)
		table.columns[i].gives_way = true;
	(void)table_fit(table.columns, table.width, output_columns(out, 200));
	for (i = 0; i < table.cells.len; i += table.width) {
		for (k = 0; k < table.width; k++)
			cells[k] = (struct table_cell){
				table.cells.items[i + k].data,
				i ? STYLE_TEXT : STYLE_STRONG};
		table_row(out, table.columns, cells, table.width);
	}
	for (i = 0; i < table.cells.len; i++)
		buffer_release(&table.cells.items[i]);
	vector_release(&table.cells);
}

static void
status_print_floor(const struct status_job *job)
{
	long floor = job->meeting->facts.floor_seconds;

	if (floor > 0)
		output_printf(job->call->out,
			      _("The floor time is %ld:%02ld.\n"), floor / 60,
			      floor % 60);
}

/* ---- JSON ---- */

static json_t *
status_json_cell(const struct status_job *job, const struct status_cell *cell,
		 size_t language)
{
	json_t *object = json_object();

	json_put(object, "language",
		 json_text(job->meeting->languages[language]));
	json_put(object, "points", json_integer((json_int_t)cell->points));
	json_put(object, "of", json_integer((json_int_t)cell->of));
	json_put(object, "stale", json_integer((json_int_t)cell->stale));
	json_put(object, "errors", json_integer((json_int_t)cell->errors));
	json_put(object, "warnings", json_integer((json_int_t)cell->warnings));
	json_put(object, "seconds",
		 json_integer((cell->milliseconds + 500) / 1000));
	return object;
}

static json_t *
status_json_language(const struct status_job *job, size_t language)
{
	const struct brief *brief = job->meeting->briefs[language];
	json_t *object =
		status_json_cell(job, &job->totals[language], language);
	char date[DATE_TEXT_MAX] = "";

	if (brief && is_date(&brief->cleared_on))
		date_format(&brief->cleared_on, date);
	json_put(object, "status",
		 json_text(!brief			    ? "missing"
			   : brief->status == BRIEF_CLEARED ? "cleared"
			   : brief->status == BRIEF_DRAFT   ? "draft"
							    : ""));
	json_put(object, "cleared-by",
		 json_text(brief ? brief->cleared_by : ""));
	json_put(object, "cleared-on", json_text(date));
	json_put(object, "holds",
		 json_boolean(brief && is_brief_clearance_valid(brief)));
	return object;
}

static void
status_print_json(const struct status_job *job)
{
	const struct meeting *meeting = job->meeting;
	json_t *all = json_object(), *languages = json_array();
	json_t *sections = json_array(), *one, *cells;
	struct place place = {0, 0, true, false};
	struct buffer name = BUFFER_INIT;
	size_t i, k;

	for (k = 0; k < meeting->language_count; k++)
		json_add(languages, status_json_language(job, k));
	for (i = 0; i < meeting->section_count; i++) {
		one = json_object();
		cells = json_array();
		place.section = i;
		buffer_reset(&name);
		place_format(meeting, &place, &name);
		for (k = 0; k < meeting->language_count; k++)
			json_add(cells,
				 status_json_cell(job, status_cell(job, i, k),
						  k));
		json_put(one, "section", json_text(name.data));
		json_put(one, "languages", cells);
		json_add(sections, one);
	}
	json_put(all, "meeting", json_text(meeting->id));
	json_put(all, "floor-seconds",
		 json_integer(meeting->facts.floor_seconds));
	json_put(all, "languages", languages);
	json_put(all, "sections", sections);
	json_print(job->call->out, all);
	buffer_release(&name);
}

/* ---- */

static int
status_run(struct command_call *call, struct error *err)
{
	struct status_job job = {.call = call};
	struct check_desk *desk = NULL;
	enum status rc = command_open_library(call, err);

	if (!rc)
		rc = resolve_operands(call, &job.place, err);
	if (!rc) {
		job.meeting = job.place.meeting;
		desk = check_desk_new(call->library, command_rates(call), NULL);
		rc = check_desk_run(desk, job.meeting, &job.report, err);
	}
	if (!rc) {
		stale_find(call->library, job.meeting, &job.stale);
		status_count(&job);
		if (command_option(call, "json")->given) {
			status_print_json(&job);
		} else {
			status_print_table(&job);
			status_print_floor(&job);
		}
	}
	stale_release(&job.stale);
	free(job.cells);
	check_report_release(&job.report);
	check_desk_free(desk);
	resolved_release(&job.place);
	return command_exit_code(rc);
}

static const struct option_row status_options[] = {
	{.name = "json", .type = OPTION_FLAG, .help = N_("print JSON")},
	{.name = NULL},
};

const struct command cmd_status = {
	.name = "status",
	.operands = "MEETING",
	.help = N_("show how far a brief is, by section and language"),
	.details = N_(
		"Prints a table of sections and languages: how many points "
		"are there, of how many; how many are older than the original "
		"(by the history of Git, else by the last clearance); how "
		"many errors and warnings there are, with a '!'; and how long "
		"it takes to say them. The last rows give the sums, and "
		"whether each text is a draft or cleared, by whom, or was "
		"changed since."),
	.needs = NEEDS_NOTHING,
	.operands_min = 1,
	.operands_max = -1,
	.options = status_options,
	.run = status_run,
};
