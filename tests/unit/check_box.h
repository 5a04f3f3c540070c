/* check_box.h - a meeting made of texts, and what the checks find in it. */
#ifndef CHECK_BOX_H
#define CHECK_BOX_H

#include "lectern/check.h"

struct check_box {
	struct checker *checker;
	struct catalogue *catalogue;
	struct terms terms;
	struct meeting *meeting;
	struct check_source sources[MEETING_LANGUAGES_MAX];
	struct check_report report;
};

/* With the program's catalogue and these rows of terms.tsv ("" for none). */
void check_box_open(struct check_box *box, const char *terms);
/* And with the texts of instruments. */
void check_box_open_with(struct check_box *box, const char *terms,
			 check_text_fn instrument_text);
void check_box_close(struct check_box *box);

/* A meeting of these texts, whole files that must stay where they are, by
 * language; 'facts' is its meeting.yaml. Checked into box->report. */
void check_box_run(struct check_box *box, const char *facts,
		   const char *const *languages, const char *const *texts,
		   size_t count);

/* How many findings of a rule there are that nobody gave a reason for. */
size_t check_box_count(const struct check_box *box, const char *rule);

#endif
