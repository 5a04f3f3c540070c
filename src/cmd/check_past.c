/* lectern check --past: what was said before, as notes at the points. */
#include <string.h>

#include "check_cmd.h"
#include "lectern/past.h"
#include "lectern/worddiff.h"
#include "lectern/words.h"

/* Not one of the twenty: it finds no fault. */
static const struct check_rule check_past_rule = {
	"past", SEVERITY_NOTE, N_("what an earlier meeting was told")};

struct check_past {
	struct check_job *job;
	const struct meeting *meeting;
};

static void
check_past_words(const struct past_match *match, struct buffer *out)
{
	struct worddiff diff = WORDDIFF_INIT;
	char date[DATE_TEXT_MAX];

	date_format(&match->date, date);
	if (*match->symbol)
		buffer_printf(out, _("%s/%s of %s cites %s, too: "),
			      match->meeting, match->place, date,
			      match->symbol);
	else
		buffer_printf(out, _("Much like %s/%s of %s: "), match->meeting,
			      match->place, date);
	worddiff_find(match->before, strlen(match->before), match->now,
		      strlen(match->now), &diff);
	if (worddiff_is_same(&diff))
		buffer_append_string(out, _("the same words"));
	else
		worddiff_format(&diff, match->before, match->now, out);
	worddiff_release(&diff);
}

static void
check_past_found(const struct past_match *match, void *data)
{
	const struct check_past *past = data;
	const struct meeting *meeting = past->meeting;
	const struct point *point = meeting->sections[match->section]
					    .rows[match->row]
					    .cells[match->language];
	struct buffer words = BUFFER_INIT;
	struct check_finding finding = {
		.rule = &check_past_rule,
		.severity = SEVERITY_NOTE,
		.language = meeting->languages[match->language],
		.file = meeting->briefs[match->language]->file,
		.line = point->extent.line,
		.column = point->extent.column,
		.end_column = point->extent.column,
		.other = {.file = "", .text = match->before},
		.section = match->section,
		.row = match->row,
	};

	check_past_words(match, &words);
	finding.message = words.data;
	if (is_check_wanted(past->job, &finding)) {
		past->job->counts[SEVERITY_NOTE]++;
		check_print(past->job, &finding);
	}
	buffer_release(&words);
}

enum status
check_run_past(struct check_job *job, const struct meeting *meeting,
	       struct error *err)
{
	struct check_past past = {job, meeting};
	struct past_rows rows = {0, meeting->section_count, 0, SIZE_MAX};
	struct catalogue *catalogue;
	enum status rc;

	if (job->place.meeting)
		rows = (struct past_rows){job->place.first, job->place.end,
					  job->place.first_row,
					  job->place.end_row};
	catalogue = command_read_catalogue(job->call);
	rc = past_find(job->call->library, meeting, &rows, catalogue,
		       check_past_found, &past, err);
	catalogue_free(catalogue);
	return rc;
}
