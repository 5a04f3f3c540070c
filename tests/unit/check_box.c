#include <stdio.h>
#include <string.h>

#include "check_box.h"

void
check_box_open(struct check_box *box, const char *terms)
{
	check_box_open_with(box, terms, NULL);
}

void
check_box_open_with(struct check_box *box, const char *terms,
		    check_text_fn instrument_text)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct check_settings settings = {.catalogue = NULL};

	memset(box, 0, sizeof *box);
	box->catalogue = catalogue_new();
	catalogue_read_shipped(box->catalogue);
	terms_read(&box->terms, terms, strlen(terms), "terms.tsv", &diags);
	settings.catalogue = box->catalogue;
	settings.terms = &box->terms;
	settings.instrument_text = instrument_text;
	box->checker = checker_new(&settings);
	diagnostics_release(&diags);
}

static void
check_box_forget(struct check_box *box)
{
	check_report_release(&box->report);
	if (box->meeting)
		meeting_free(box->meeting);
	box->meeting = NULL;
}

void
check_box_close(struct check_box *box)
{
	check_box_forget(box);
	checker_free(box->checker);
	catalogue_free(box->catalogue);
	terms_release(&box->terms);
}

void
check_box_run(struct check_box *box, const char *facts,
	      const char *const *languages, const char *const *texts,
	      size_t count)
{
	char file[64];
	size_t i, j;

	check_box_forget(box);
	box->meeting = meeting_new("m");
	meeting_facts_parse(facts, strlen(facts), "m/meeting.yaml",
			    &box->meeting->facts, &box->meeting->diags);
	for (i = 0; i < count; i++) {
		snprintf(file, sizeof file, "m/%s.md", languages[i]);
		meeting_take_brief(box->meeting,
				   brief_parse(texts[i], strlen(texts[i]), file,
					       languages[i],
					       &box->meeting->diags));
	}
	meeting_align(box->meeting);
	for (i = 0; i < box->meeting->language_count; i++) {
		box->sources[i] = (struct check_source){NULL, 0};
		for (j = 0; j < count; j++)
			if (!strcmp(languages[j], box->meeting->languages[i]))
				box->sources[i] = (struct check_source){
					texts[j], strlen(texts[j])};
	}
	checker_run(box->checker, box->meeting, box->sources, &box->report);
}

size_t
check_box_count(const struct check_box *box, const char *rule)
{
	const struct check_finding *finding;
	size_t i, count = 0;

	for (i = 0; i < box->report.list.len; i++) {
		finding = &box->report.list.items[i];
		count += !finding->reason && !strcmp(finding->rule->id, rule);
	}
	return count;
}
