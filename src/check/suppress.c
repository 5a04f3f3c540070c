/*
 * Findings that the writer has given a reason for.
 *
 * "<!-- check: ID reason -->" holds for the point it stands in, for a section
 * before its first point, for the file before its first section; and for the
 * findings that name that side as the other one. One without a reason, or
 * with an unknown id, does nothing and says so; one that nothing answers to
 * is a note.
 */
#include <stdlib.h>
#include <string.h>

#include "internal.h"

struct suppression {
	size_t section, row; /* CHECK_NONE: all of them */
	const struct check_rule *rule;
	const char *file;
	const char *language;
	const char *reason;
	int line, column;
	bool is_used;
};

struct suppressions {
	VECTOR(struct suppression) list;
};

static const struct check_row suppression_row = {
	.rule = {"suppression", SEVERITY_NOTE,
		 N_("what was said about a finding is not needed, or has no "
		    "reason")},
};

/* The order of suppressions: what a finding is looked up by. */
static int
suppression_compare(const void *a, const void *b)
{
	const struct suppression *one = a, *two = b;

	if (one->section != two->section)
		return one->section < two->section ? -1 : 1;
	if (one->row != two->row)
		return one->row < two->row ? -1 : 1;
	if (one->rule != two->rule)
		return one->rule < two->rule ? -1 : 1;
	return strcmp(one->file, two->file);
}

static struct check_finding
suppression_place(const struct suppression *given)
{
	return (struct check_finding){.file = given->file,
				      .language = given->language,
				      .line = given->line,
				      .column = given->column,
				      .end_column = given->column,
				      .section = given->section,
				      .row = given->row};
}

/* Read one comment; what is not about checks is the drafters' own. */
static void
suppression_read(struct check_run *run, const struct comment *comment,
		 struct suppression *place, struct suppressions *out)
{
	const char *text = comment->text, *reason;
	struct check_finding where;
	size_t len;
	char *id;

	if (strncmp(text, "check:", 6))
		return;
	text += 6;
	text += strspn(text, " \t\n");
	len = strcspn(text, " \t\n:");
	id = arena_strndup(&run->arena, text, len);
	reason = text + len;
	reason += strspn(reason, " \t\n:-–—");
	place->line = comment->line;
	place->column = comment->column;
	place->rule = check_find_rule(id);
	place->reason = reason;
	where = suppression_place(place);
	if (!place->rule)
		run_report_at(run, &suppression_row, SEVERITY_WARNING, &where,
			      _("There is no check called “%s”, so this "
				"comment does nothing."),
			      id);
	else if (!*reason)
		run_report_at(run, &suppression_row, SEVERITY_WARNING, &where,
			      _("Say why: a comment such as “check: %s the "
				"reason” needs its reason and does nothing "
				"without."),
			      id);
	else
		vector_push(&out->list, *place);
}

static void
suppression_read_all(struct check_run *run, const struct comment *comments,
		     size_t count, struct suppression *place,
		     struct suppressions *out)
{
	size_t i;

	for (i = 0; i < count; i++)
		suppression_read(run, &comments[i], place, out);
}

static void
suppression_read_section(struct check_run *run, size_t section, size_t language,
			 struct suppression *place, struct suppressions *out)
{
	const struct aligned_section *aligned =
		&run->meeting->sections[section];
	const struct section *own = aligned->cells[language];
	const struct point *point;
	size_t row;

	if (!own)
		return;
	place->section = section;
	place->row = CHECK_NONE;
	suppression_read_all(run, own->comments, own->comment_count, place,
			     out);
	for (row = 0; row < aligned->row_count; row++) {
		point = aligned->rows[row].cells[language];
		if (!point)
			continue;
		place->row = row;
		suppression_read_all(run, point->comments, point->comment_count,
				     place, out);
	}
}

static void
suppression_read_meeting(struct check_run *run, struct suppressions *out)
{
	const struct meeting *meeting = run->meeting;
	struct suppression place = {.section = CHECK_NONE};
	size_t language, section;

	for (language = 0; language < meeting->language_count; language++) {
		if (!meeting->briefs[language])
			continue;
		place.section = place.row = CHECK_NONE;
		place.file = meeting->briefs[language]->file;
		place.language = meeting->languages[language];
		suppression_read_all(run, meeting->briefs[language]->comments,
				     meeting->briefs[language]->comment_count,
				     &place, out);
		for (section = 0; section < meeting->section_count; section++)
			suppression_read_section(run, section, language, &place,
						 out);
	}
}

static struct suppression *
suppression_find(const struct suppressions *all, size_t section, size_t row,
		 const struct check_finding *finding, const char *file)
{
	struct suppression key = {.section = section,
				  .row = row,
				  .rule = finding->rule,
				  .file = file};

	if (!all->list.len || !file || !*file)
		return NULL;
	return bsearch(&key, all->list.items, all->list.len,
		       sizeof *all->list.items, suppression_compare);
}

static struct suppression *
suppression_of(const struct suppressions *all,
	       const struct check_finding *finding)
{
	const char *files[] = {finding->file, finding->other.file};
	struct suppression *found = NULL;
	size_t i;

	for (i = 0; i < 2 && !found; i++) {
		found = suppression_find(all, finding->section, finding->row,
					 finding, files[i]);
		if (!found)
			found = suppression_find(all, finding->section,
						 CHECK_NONE, finding, files[i]);
		if (!found)
			found = suppression_find(all, CHECK_NONE, CHECK_NONE,
						 finding, files[i]);
	}
	return found;
}

static void
suppressions_report_unused(struct check_run *run,
			   const struct suppressions *all)
{
	const struct suppression *one;
	struct check_finding where;
	size_t i;

	for (i = 0; i < all->list.len; i++) {
		one = &all->list.items[i];
		if (one->is_used || (i && !suppression_compare(one, &one[-1])))
			continue;
		where = suppression_place(one);
		run_report_at(run, &suppression_row, SEVERITY_NOTE, &where,
			      _("Nothing is found here that “%s” would be "
				"about; this comment can go."),
			      one->rule->id);
	}
}

void
run_suppress(struct check_run *run)
{
	struct suppressions all = {VECTOR_INIT};
	struct check_finding *finding;
	struct suppression *found;
	size_t i, end;

	suppression_read_meeting(run, &all);
	end = run->report->list.len;
	if (all.list.len)
		qsort(all.list.items, all.list.len, sizeof *all.list.items,
		      suppression_compare);
	for (i = run->first_finding; i < end && all.list.len; i++) {
		finding = &run->report->list.items[i];
		found = suppression_of(&all, finding);
		if (!found)
			continue;
		found->is_used = true;
		finding->reason =
			arena_strdup(&run->report->arena, found->reason);
		run->report->suppressed++;
	}
	suppressions_report_unused(run, &all);
	vector_release(&all.list);
}
