/* Time: dates that only hold today, sentences too long to be spoken, texts
 * too long for the floor. */
#include <string.h>

#include "internal.h"

#define SENTENCE_WORDS	 35
#define SENTENCE_LETTERS 90 /* of Chinese */

/* ---- dates that will not keep ---- */

/* A year stands in the same sentence. */
static bool
is_dated(const struct check_side *side, uint32_t at)
{
	const struct scan_sentence *sentence =
		scan_sentence_at(&side->sentences, at);
	const struct scan_token *token;
	uint32_t i;

	if (!sentence)
		return false;
	for (i = sentence->first; i < sentence->end; i++) {
		token = &side->tokens.list.items[i];
		if (token->kind == SCAN_FIGURES && token->letters == 4 &&
		    token->hash >= 1900 && token->hash < 2100 &&
		    !(token->flags & TOKEN_CITED))
			return true;
	}
	return false;
}

static void
report_relative(struct check_run *run, const struct check_row *row,
		const struct check_spot *spot, const struct phrase_match *match)
{
	int year = run->meeting->facts.date.first.year;
	bool is_known = is_date(&run->meeting->facts.date.first);
	const char *words = run_quote(run, spot);

	if (match->kind == PHRASE_YEAR && is_known)
		run_report(run, row, SEVERITY_NOTE, spot, NULL,
			   _("“%s” means %d, by the date of the meeting. A "
			     "year in figures holds for later readers too."),
			   words, year + match->value);
	else
		run_report(run, row, row->rule.severity, spot, NULL,
			   _("“%s” will not keep: give the date or the year."),
			   words);
}

CHECK_SIDE(check_date_relative)
{
	const struct phrases *phrases = run_phrases(run, side);
	struct phrase_match match;
	struct check_spot spot;
	uint32_t i, next;

	if (side->kind == SIDE_TITLE)
		return;
	for (i = 0; i < side->tokens.list.len; i = next) {
		next = i + 1;
		if (!phrases_match(phrases, side, i, &match) ||
		    (match.kind != PHRASE_YEAR &&
		     match.kind != PHRASE_RELATIVE))
			continue;
		next = match.end;
		if (side->tokens.list.items[i].flags & TOKEN_QUOTED ||
		    is_dated(side, i))
			continue;
		spot = spot_of_tokens(side, i, match.end);
		report_relative(run, row, &spot, &match);
	}
}

/* ---- length ---- */

static bool
is_chinese(const char *tag)
{
	return !strncmp(tag, "zh", 2);
}

CHECK_SIDE(check_too_long_sentence)
{
	const struct scan_sentence *sentence;
	struct check_spot spot;
	size_t i, most;

	if (side->kind != SIDE_POINT || side->point->role != ROLE_SAY)
		return;
	most = is_chinese(side->tag) ? SENTENCE_LETTERS : SENTENCE_WORDS;
	for (i = 0; i < side->sentences.list.len; i++) {
		sentence = &side->sentences.list.items[i];
		if (sentence->words <= most)
			continue;
		spot = spot_of_tokens(side, sentence->first, sentence->end);
		run_report(run, row, SEVERITY_NOTE, &spot, NULL,
			   is_chinese(side->tag)
				   ? _("This sentence has %u letters; more "
				       "than %zu are hard to follow by ear: "
				       "“%s”.")
				   : _("This sentence has %u words; more than "
				       "%zu are hard to follow by ear: “%s”."),
			   (unsigned)sentence->words, most,
			   run_quote(run, &spot));
	}
}

/* The first section of a language: where a finding about all of it stands. */
static bool
find_first_section(const struct check_run *run, size_t language,
		   struct check_finding *out)
{
	const struct brief *brief = run->meeting->briefs[language];

	if (!brief || !brief->section_count)
		return false;
	*out = (struct check_finding){
		.file = brief->file,
		.language = run->meeting->languages[language],
		.line = brief->sections[0].extent.line,
		.column = brief->sections[0].extent.column,
		.end_column = brief->sections[0].extent.column,
		.section = CHECK_NONE,
		.row = CHECK_NONE,
	};
	return true;
}

CHECK_MEETING(check_too_long)
{
	const struct minutes_rates *rates = run->checker->settings.rates;
	long floor = run->meeting->facts.floor_seconds, seconds;
	struct check_finding place;
	size_t i, rate;

	for (i = 0; floor > 0 && i < run->meeting->language_count; i++) {
		rate = (size_t)minutes_rate(rates, run->meeting->languages[i]);
		seconds = (long)((run->spoken[i] * 60 + rate / 2) / rate);
		if (seconds <= floor || !find_first_section(run, i, &place))
			continue;
		run_report_at(run, row, row->rule.severity, &place,
			      _("%s takes %ld:%02ld to say (%zu words, %zu a "
				"minute); the floor time is %ld:%02ld."),
			      run->meeting->languages[i], seconds / 60,
			      seconds % 60, run->spoken[i], rate, floor / 60,
			      floor % 60);
	}
}
