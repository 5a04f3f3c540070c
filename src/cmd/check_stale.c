/* lectern check: what changed in the original since a point was translated. */
#include <string.h>

#include "check_cmd.h"
#include "lectern/stale.h"
#include "lectern/worddiff.h"
#include "lectern/words.h"

/* Not one of the twenty: it reads history, not the text. */
static const struct check_rule check_stale_rule = {
	"stale", SEVERITY_NOTE, N_("older than what it translates")};

struct check_stale {
	struct check_job *job;
	const struct meeting *meeting;
	struct stale stale;
};

static void
check_stale_report(const struct check_stale *check, const struct place *place,
		   size_t language, const char *message)
{
	const struct meeting *meeting = check->meeting;
	const struct aligned_row *row =
		&meeting->sections[place->section].rows[place->row];
	const struct point *point = row->cells[language];
	struct check_finding finding = {
		.rule = &check_stale_rule,
		.severity = SEVERITY_NOTE,
		.message = message,
		.language = meeting->languages[language],
		.file = meeting->briefs[language]->file,
		.line = point->extent.line,
		.column = point->extent.column,
		.end_column = point->extent.column,
		.other = {.file = "", .text = ""},
		.section = place->section,
		.row = place->row,
	};

	if (row->cells[0]) {
		finding.other.file = meeting->briefs[0]->file;
		finding.other.line = row->cells[0]->extent.line;
		finding.other.column = row->cells[0]->extent.column;
	}
	if (is_check_wanted(check->job, &finding)) {
		check->job->counts[SEVERITY_NOTE]++;
		check_print(check->job, &finding);
	}
}

/* What Git knows of a point: the words that changed, or why not. */
static void
check_stale_words(const struct check_stale *check, const struct place *place,
		  size_t language, struct buffer *out)
{
	const struct meeting *meeting = check->meeting;
	const struct point *point =
		meeting->sections[place->section].rows[place->row].cells[0];
	struct worddiff diff = WORDDIFF_INIT;
	struct buffer before = BUFFER_INIT, now = BUFFER_INIT;
	struct error err = ERROR_INIT;
	int64_t time;

	buffer_append_string(out, _("The original changed after this was "
				    "translated: "));
	if (stale_before(check->job->call->library, meeting, place, language,
			 &before, &time, &err)) {
		buffer_append_string(out, err.message);
	} else {
		point_plain_text(point, &now);
		worddiff_find(before.data, before.len, now.data, now.len,
			      &diff);
		worddiff_format(&diff, before.data, now.data, out);
	}
	worddiff_release(&diff);
	buffer_release(&before);
	buffer_release(&now);
}

/* A clearance knows of the whole text only, so that it is said once. */
static bool
check_stale_cell(const struct check_stale *check, const struct place *place,
		 size_t language)
{
	const struct aligned_section *section =
		&check->meeting->sections[place->section];
	struct buffer words = BUFFER_INIT;

	if (!section->rows[place->row].cells[language] ||
	    !is_stale(&check->stale, section, place->row, language))
		return true;
	if (check->stale.is_from_git)
		check_stale_words(check, place, language, &words);
	else
		buffer_append_string(&words,
				     _("The original changed after this "
				       "translation was cleared. Read it "
				       "again, and clear it again."));
	check_stale_report(check, place, language, words.data);
	buffer_release(&words);
	return check->stale.is_from_git;
}

static void
check_stale_language(const struct check_stale *check, size_t language)
{
	const struct meeting *meeting = check->meeting;
	struct place place = {0};

	for (; place.section < meeting->section_count; place.section++)
		for (place.row = 0;
		     place.row < meeting->sections[place.section].row_count;
		     place.row++)
			if (!check_stale_cell(check, &place, language))
				return;
}

void
check_run_stale(struct check_job *job, const struct meeting *meeting)
{
	struct check_stale check = {.job = job, .meeting = meeting};
	size_t i;

	if (!job->place.meeting || job->rules || job->least > SEVERITY_NOTE)
		return;
	stale_find(job->call->library, meeting, &check.stale);
	for (i = 1; i < check.stale.languages; i++)
		check_stale_language(&check, i);
	stale_release(&check.stale);
}
