/*
 * The table of checks, and the order in which they look at a meeting: the
 * files, then section by section the pairing, each side, each pair of sides,
 * then the whole.
 */
#include <stdlib.h>
#include <string.h>

#include "lectern/memory.h"
#include "internal.h"

const struct check_row check_rows[] = {
	{.rule = {"hidden-char", SEVERITY_ERROR,
		  N_("a character that is not seen, or turns the order of "
		     "words")},
	 .on_file = check_hidden_char},
	{.rule = {"quote-unclosed", SEVERITY_ERROR,
		  N_("a quotation mark or bracket without its partner")},
	 .on_side = check_quote_unclosed},
	{.rule = {"point-missing", SEVERITY_ERROR,
		  N_("a point or section that one language lacks")},
	 .on_section = check_point_missing},
	{.rule = {"point-order", SEVERITY_ERROR,
		  N_("a point that stands elsewhere in another language")},
	 .on_section = check_point_order,
	 .on_meeting = check_section_order},
	{.rule = {"number-mismatch", SEVERITY_ERROR,
		  N_("a number that the other language does not have")},
	 .needs_partner = true,
	 .on_pair = check_numbers},
	{.rule = {"date-mismatch", SEVERITY_ERROR,
		  N_("a date that the other language gives otherwise")},
	 .needs_partner = true,
	 .on_pair = check_dates},
	{.rule = {"cite-missing", SEVERITY_ERROR,
		  N_("a document that only one language cites")},
	 .needs_partner = true,
	 .on_pair = check_cite_missing},
	{.rule = {"cite-unknown", SEVERITY_WARNING,
		  N_("a document that is not in the catalogue")},
	 .on_side = check_cite_unknown},
	{.rule = {"cite-disagrees", SEVERITY_ERROR,
		  N_("a date, title or vote other than the catalogue's")},
	 .on_side = check_cite_disagrees},
	{.rule = {"cite-form", SEVERITY_WARNING,
		  N_("a form of citation that the UN does not use")},
	 .on_side = check_cite_form},
	{.rule = {"quote-differs", SEVERITY_ERROR,
		  N_("a quotation that is not in the document's text")},
	 .on_side = check_quote_differs},
	{.rule = {"emphasis-mismatch", SEVERITY_WARNING,
		  N_("emphasis that the other language lacks")},
	 .needs_partner = true,
	 .on_pair = check_emphasis},
	{.rule = {"term-deprecated", SEVERITY_ERROR,
		  N_("a term that the delegation no longer uses")},
	 .on_side = check_term_deprecated},
	{.rule = {"term-pair", SEVERITY_WARNING,
		  N_("a term without its counterpart in the other language")},
	 .needs_partner = true,
	 .on_pair = check_term_pair},
	{.rule = {"date-relative", SEVERITY_WARNING,
		  N_("\"this year\", \"recently\": a date that will not keep")},
	 .on_side = check_date_relative},
	{.rule = {"mixed-script", SEVERITY_ERROR,
		  N_("Latin and Cyrillic letters in one word")},
	 .on_side = check_mixed_script},
	{.rule = {"nbsp", SEVERITY_NOTE,
		  N_("a space that should hold its line together")},
	 .on_side = check_nbsp},
	{.rule = {"too-long", SEVERITY_WARNING,
		  N_("more than the floor time allows, or a sentence of more "
		     "than 35 words")},
	 .on_side = check_too_long_sentence,
	 .on_meeting = check_too_long},
	{.rule = {"untranslated", SEVERITY_ERROR,
		  N_("a point that was not translated, or only half")},
	 .on_pair = check_untranslated},
	{.rule = {"leftover", SEVERITY_ERROR,
		  N_("marks of a draft, and words written twice")},
	 .on_side = check_leftover},
};

const size_t check_row_count = sizeof check_rows / sizeof *check_rows;

const struct check_rule *
check_rule_at(size_t index)
{
	return index < check_row_count ? &check_rows[index].rule : NULL;
}

const struct check_rule *
check_find_rule(const char *id)
{
	size_t i;

	for (i = 0; i < check_row_count; i++)
		if (!strcmp(check_rows[i].rule.id, id))
			return &check_rows[i].rule;
	return NULL;
}

/* ---- the checker ---- */

struct checker *
checker_new(const struct check_settings *settings)
{
	struct checker *checker = mem_alloc(1, sizeof *checker);
	size_t i;

	checker->settings = *settings;
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		buffer_init(&checker->extra[i].text);
	return checker;
}

static void
checker_forget_language(struct checker *checker, size_t i)
{
	free(checker->languages[i].tag);
	lexicon_free(checker->languages[i].lexicon);
	phrases_free(checker->languages[i].phrases);
	term_index_free(checker->languages[i].terms);
}

void
checker_free(struct checker *checker)
{
	size_t i;

	if (!checker)
		return;
	for (i = 0; i < checker->language_count; i++)
		checker_forget_language(checker, i);
	for (i = 0; i < checker->sides.cap; i++)
		side_release(&checker->sides.items[i]);
	vector_release(&checker->sides);
	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		side_release(&checker->extra[i]);
	free(checker);
}

/* The words of a language, made once. */
static size_t
checker_language(struct checker *checker, const char *tag)
{
	size_t i;

	for (i = 0; i < checker->language_count; i++)
		if (!strcmp(checker->languages[i].tag, tag))
			return i;
	checker->language_count++;
	checker->languages[i].tag = mem_strdup(tag);
	checker->languages[i].lexicon = lexicon_new(tag);
	checker->languages[i].phrases =
		phrases_new(tag, checker->settings.draft_marks);
	checker->languages[i].terms =
		term_index_new(checker->settings.terms, tag);
	return i;
}

/* Room for so many more: all are made anew where there is none. */
static void
checker_make_room(struct checker *checker, size_t count)
{
	size_t room = sizeof checker->languages / sizeof *checker->languages;

	if (checker->language_count + count <= room)
		return;
	while (checker->language_count)
		checker_forget_language(checker, --checker->language_count);
}

/* As many sides as a section needs; new ones are empty. */
static void
checker_reserve_sides(struct checker *checker, size_t count)
{
	size_t had = checker->sides.cap;

	if (count <= had)
		return;
	vector_reserve(&checker->sides, count);
	memset(checker->sides.items + had, 0,
	       (checker->sides.cap - had) * sizeof *checker->sides.items);
	for (; had < checker->sides.cap; had++)
		buffer_init(&checker->sides.items[had].text);
}

/* ---- a run ---- */

static void
run_side_rules(struct check_run *run, struct check_side *side)
{
	size_t i;

	for (i = 0; i < check_row_count; i++)
		if (check_rows[i].on_side)
			check_rows[i].on_side(run, &check_rows[i], side);
}

static void
run_pair_rules(struct check_run *run, struct check_side *one,
	       struct check_side *two)
{
	bool is_doubtful = one->is_doubtful || two->is_doubtful;
	size_t i;

	for (i = 0; i < check_row_count; i++)
		if (check_rows[i].on_pair &&
		    !(is_doubtful && check_rows[i].needs_partner))
			check_rows[i].on_pair(run, &check_rows[i], one, two);
}

/* Each language against the first that has it. */
static void
run_pairs(struct check_run *run, struct check_side *sides)
{
	size_t i, count = run->meeting->language_count;
	struct check_side *first = NULL;

	for (i = 0; i < count; i++) {
		if (!sides[i].is_used)
			continue;
		if (first)
			run_pair_rules(run, first, &sides[i]);
		else
			first = &sides[i];
	}
}

static void
run_prepare_side(struct check_run *run, struct check_side *side,
		 enum side_kind kind, size_t language, size_t section,
		 size_t row)
{
	side_reset(side);
	side->kind = kind;
	side->language = language;
	side->tag = run->meeting->languages[language];
	side->section = section;
	side->row = row;
}

/* Heading, cues or opening text: the sides that stand beside the points. */
static void
run_extra(struct check_run *run, enum side_kind kind, size_t section,
	  size_t row, bool is_doubtful)
{
	const struct meeting *meeting = run->meeting;
	struct check_side *sides = run->checker->extra;
	const struct aligned_section *aligned =
		section == CHECK_NONE ? NULL : &meeting->sections[section];
	const struct block *blocks;
	size_t i, count;

	for (i = 0; i < meeting->language_count; i++) {
		run_prepare_side(run, &sides[i], kind, i, section, row);
		blocks = NULL;
		count = 0;
		if (kind == SIDE_HEADING && aligned->cells[i]) {
			blocks = &aligned->cells[i]->heading;
			count = 1;
		} else if (kind == SIDE_CUE && aligned->rows[row].cells[i]) {
			blocks = aligned->rows[row].cells[i]->cues;
			count = aligned->rows[row].cells[i]->cue_count;
		} else if (kind == SIDE_TITLE && meeting->briefs[i]) {
			blocks = &meeting->briefs[i]->title;
			count = meeting->briefs[i]->title.len != 0;
		} else if (kind == SIDE_PREFACE && meeting->briefs[i]) {
			blocks = meeting->briefs[i]->preface;
			count = meeting->briefs[i]->preface_count;
		}
		if (!count)
			continue;
		side_fill(run, &sides[i], blocks, count);
		sides[i].is_doubtful = is_doubtful;
		run_side_rules(run, &sides[i]);
	}
	if (kind != SIDE_TITLE)
		run_pairs(run, sides);
}

static bool
has_cues(const struct aligned_row *row, size_t languages)
{
	size_t i;

	for (i = 0; i < languages; i++)
		if (row->cells[i] && row->cells[i]->cue_count)
			return true;
	return false;
}

static bool
is_spoken(const struct point *point)
{
	return point->role == ROLE_SAY;
}

static void
run_fill_section(struct check_run *run, size_t section)
{
	const struct meeting *meeting = run->meeting;
	const struct aligned_section *aligned = &meeting->sections[section];
	size_t languages = meeting->language_count, row, i;
	const struct point *point;
	struct check_side *side;

	run->row_count = aligned->row_count;
	checker_reserve_sides(run->checker, aligned->row_count * languages);
	run->sides = run->checker->sides.items;
	for (row = 0; row < aligned->row_count; row++) {
		for (i = 0; i < languages; i++) {
			side = &run->sides[row * languages + i];
			run_prepare_side(run, side, SIDE_POINT, i, section,
					 row);
			point = aligned->rows[row].cells[i];
			if (!point)
				continue;
			side->point = point;
			side_fill(run, side, point->blocks, point->block_count);
			if (is_spoken(point))
				run->spoken[i] += strncmp(side->tag, "zh", 2)
							  ? side->words
							  : side->letters;
		}
	}
}

static void
run_section(struct check_run *run, size_t section)
{
	const struct aligned_section *aligned =
		&run->meeting->sections[section];
	size_t languages = run->meeting->language_count, row, i;
	struct check_side *sides;
	bool is_doubtful;

	run_fill_section(run, section);
	for (i = 0; i < check_row_count; i++)
		if (check_rows[i].on_section)
			check_rows[i].on_section(run, &check_rows[i], section);
	run_extra(run, SIDE_HEADING, section, CHECK_NONE, false);
	for (row = 0; row < aligned->row_count; row++) {
		sides = &run->sides[row * languages];
		is_doubtful = false;
		for (i = 0; i < languages; i++) {
			is_doubtful |= sides[i].is_doubtful;
			if (sides[i].is_used)
				run_side_rules(run, &sides[i]);
		}
		run_pairs(run, sides);
		if (has_cues(&aligned->rows[row], languages))
			run_extra(run, SIDE_CUE, section, row, is_doubtful);
	}
}

static void
run_files(struct check_run *run)
{
	size_t i, j;

	for (i = 0; i < run->meeting->language_count; i++)
		for (j = 0; j < check_row_count; j++)
			if (check_rows[j].on_file && run->meeting->briefs[i])
				check_rows[j].on_file(run, &check_rows[j], i);
}

static void
run_release(struct check_run *run)
{
	size_t i;

	for (i = 0; i < MEETING_LANGUAGES_MAX; i++)
		vector_release(&run->line_starts[i]);
	free(run->said);
	arena_release(&run->arena);
}

void
checker_run(struct checker *checker, const struct meeting *meeting,
	    const struct check_source *sources, struct check_report *report)
{
	struct check_run run = {.checker = checker,
				.meeting = meeting,
				.sources = sources,
				.report = report,
				.first_finding = report->list.len};
	size_t i;

	checker_make_room(checker, meeting->language_count);
	for (i = 0; i < meeting->language_count; i++)
		run.using[i] = checker_language(checker, meeting->languages[i]);
	run_files(&run);
	run_extra(&run, SIDE_TITLE, CHECK_NONE, CHECK_NONE, false);
	run_extra(&run, SIDE_PREFACE, CHECK_NONE, CHECK_NONE, false);
	for (i = 0; i < meeting->section_count; i++)
		run_section(&run, i);
	for (i = 0; i < check_row_count; i++)
		if (check_rows[i].on_meeting)
			check_rows[i].on_meeting(&run, &check_rows[i]);
	run_suppress(&run);
	report_sort(report, run.first_finding);
	run_release(&run);
}
