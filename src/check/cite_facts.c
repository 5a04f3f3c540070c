/*
 * What a text says of a document against what the catalogue knows: the date
 * of adoption, the title, the vote. Only what is surely said of that document
 * counts; what the catalogue does not know is never doubted.
 */
#include <string.h>

#include "internal.h"

#define NEAR_TOKENS 3  /* between a document, its verb and a date */
#define SIMILAR	    40 /* per cent of words, to be meant for a title */

struct fact {
	struct check_run *run;
	const struct check_row *row;
	const struct check_side *side;
	const struct citation *cite;
	const struct instrument *instrument;
	const struct scan_sentence *sentence;
	uint32_t first, end; /* tokens of the citation, its title with it */
};

static uint32_t
fact_token_at(const struct check_side *side, size_t byte)
{
	size_t low = 0, high = side->tokens.list.len, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (side->tokens.list.items[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)low;
}

/* ---- date ---- */

static void
report_date(const struct fact *fact, const struct check_spot *spot)
{
	const struct date *adopted = &fact->instrument->adopted;
	char text[DATE_TEXT_MAX];

	date_format(adopted, text);
	run_report(fact->run, fact->row, fact->row->rule.severity, spot, NULL,
		   _("%s is of %s by the catalogue, not “%s”."),
		   fact->cite->symbol, text, run_quote(fact->run, spot));
}

static bool
is_date_wrong(const struct date *adopted, int year, int month, int day)
{
	return (year && year != adopted->year) ||
	       (month && month != adopted->month) ||
	       (day && day != adopted->day);
}

/* "75/240 of 31 December 2020": the date that cite.h gives with it. */
static bool
check_date_quoted(const struct fact *fact)
{
	const struct date *date = &fact->cite->date;
	struct check_spot spot = {fact->side, fact->cite->start,
				  fact->cite->end};
	const struct scan_date *found;
	size_t i;

	if (!date->month)
		return false;
	if (!is_date_wrong(&fact->instrument->adopted, date->year, date->month,
			   date->day))
		return true;
	for (i = 0; i < fact->side->dates.list.len; i++) {
		found = &fact->side->dates.list.items[i];
		if (found->day == date->day && found->month == date->month &&
		    found->year == date->year)
			spot = spot_of_tokens(fact->side, found->first,
					      found->end);
	}
	report_date(fact, &spot);
	return true;
}

/* The only date of the sentence, or its only year: false where there are
 * more, or none. */
static bool
fact_only_date(const struct fact *fact, struct scan_date *out)
{
	const struct check_side *side = fact->side;
	const struct scan_number *number;
	const struct scan_date *date;
	size_t i, count = 0;

	for (i = 0; i < side->dates.list.len; i++) {
		date = &side->dates.list.items[i];
		if (date->first < fact->sentence->first ||
		    date->first >= fact->sentence->end)
			continue;
		*out = *date;
		count++;
	}
	for (i = 0; i < side->numbers.list.len; i++) {
		number = &side->numbers.list.items[i];
		if (number->first < fact->sentence->first ||
		    number->first >= fact->sentence->end ||
		    number->form != NUMBER_FIGURES ||
		    number->value < (int64_t)1945 * NUMBER_UNIT ||
		    number->value > (int64_t)2100 * NUMBER_UNIT ||
		    number->end != number->first + 1)
			continue;
		*out = (struct scan_date){
			.year = (int)(number->value / NUMBER_UNIT),
			.first = number->first,
			.end = number->end};
		count++;
	}
	return count == 1 && out->year;
}

static bool
is_only_citation(const struct fact *fact)
{
	const struct scan_token *tokens = fact->side->tokens.list.items;
	const struct citation *cite;
	size_t i, from = tokens[fact->sentence->first].start;
	size_t to = tokens[fact->sentence->end - 1].end;

	for (i = 0; i < fact->side->citations.list.len; i++) {
		cite = &fact->side->citations.list.items[i];
		if (cite->start >= from && cite->start < to &&
		    strcmp(cite->symbol, fact->cite->symbol))
			return false;
	}
	return true;
}

/* "resolution 74/247 was adopted in 2019", "in 2019 … adopted resolution
 * 74/247": does the verb belong to the document? */
static bool
is_adopted_here(const struct fact *fact, const struct scan_date *date)
{
	const struct phrases *phrases = run_phrases(fact->run, fact->side);
	const struct scan_sentence *sentence = fact->sentence;
	struct phrase_match match;
	uint32_t i, reach = NEAR_TOKENS + 2;

	for (i = sentence->first; i < fact->first; i++)
		if (fact->first - i <= reach + 1 &&
		    phrases_match(phrases, fact->side, i, &match) &&
		    match.kind == PHRASE_ADOPT)
			return true;
	for (i = fact->end; i < sentence->end && i <= fact->end + NEAR_TOKENS;
	     i++) {
		if (!phrases_match(phrases, fact->side, i, &match) ||
		    match.kind != PHRASE_ADOPT)
			continue;
		/* "75/240, adopted its report in March" is another matter. */
		return match.end + 2 >= sentence->end ||
		       (date->first >= match.end &&
			date->first < match.end + NEAR_TOKENS);
	}
	return false;
}

static void
check_date_adopted(const struct fact *fact)
{
	struct scan_date date = {0};
	struct check_spot spot;

	if (!is_only_citation(fact) || !fact_only_date(fact, &date) ||
	    !is_date_wrong(&fact->instrument->adopted, date.year, date.month,
			   date.day) ||
	    !is_adopted_here(fact, &date))
		return;
	spot = spot_of_tokens(fact->side, date.first, date.end);
	report_date(fact, &spot);
}

/* ---- title ---- */

/* Words of a text as hashes, without quotes, case and signs. */
static void
title_words(const char *text, size_t len, struct scan_tokens *out)
{
	size_t i, kept = 0;

	scan_text(text, len, NULL, out);
	for (i = 0; i < out->list.len; i++)
		if (out->list.items[i].kind == SCAN_WORD ||
		    out->list.items[i].kind == SCAN_FIGURES)
			out->list.items[kept++] = out->list.items[i];
	out->list.len = kept;
}

static bool
is_title_same(const struct scan_tokens *a, const struct scan_tokens *b)
{
	size_t i;

	if (a->list.len != b->list.len)
		return false;
	for (i = 0; i < a->list.len; i++)
		if (a->list.items[i].hash != b->list.items[i].hash)
			return false;
	return true;
}

/* Words of a that b has, per cent. */
static size_t
title_shared(const struct scan_tokens *a, const struct scan_tokens *b)
{
	size_t i, j, same = 0;

	for (i = 0; i < a->list.len; i++) {
		for (j = 0; j < b->list.len; j++)
			if (a->list.items[i].hash == b->list.items[j].hash)
				break;
		same += j < b->list.len;
	}
	return a->list.len ? same * 100 / a->list.len : 0;
}

/* Is it the title of another document? */
static bool
is_other_title(const struct fact *fact, const struct scan_tokens *words)
{
	const struct catalogue *catalogue =
		fact->run->checker->settings.catalogue;
	struct scan_tokens title = {VECTOR_INIT};
	const char *text;
	bool is_found = false;
	size_t i;

	for (i = 0; i < catalogue_count(catalogue) && !is_found; i++) {
		text = instrument_title(catalogue_at(catalogue, i),
					fact->side->tag);
		title.list.len = 0;
		title_words(text, strlen(text), &title);
		is_found = title.list.len && is_title_same(&title, words);
	}
	vector_release(&title.list);
	return is_found;
}

#define TITLE_WORDS_MAX 80

static void
check_title(const struct fact *fact)
{
	const struct cite_part *part = &fact->cite->title;
	const char *known = instrument_title(fact->instrument, fact->side->tag);
	struct scan_tokens said = {VECTOR_INIT}, title = {VECTOR_INIT};
	struct check_spot spot = {fact->side, part->start, part->end};

	if (!*known || part->start == part->end)
		return;
	title_words(fact->side->text.data + part->start,
		    part->end - part->start, &said);
	title_words(known, strlen(known), &title);
	if (said.list.len > 1 && said.list.len <= TITLE_WORDS_MAX &&
	    !is_title_same(&said, &title) &&
	    (title_shared(&said, &title) >= SIMILAR ||
	     is_other_title(fact, &said)))
		run_report(fact->run, fact->row, fact->row->rule.severity,
			   &spot, NULL,
			   _("The title of %s is “%s” by the catalogue, not "
			     "“%s”."),
			   fact->cite->symbol, known,
			   run_quote(fact->run, &spot));
	vector_release(&said.list);
	vector_release(&title.list);
}

/* ---- vote ---- */

static size_t
count_votes(const struct fact *fact)
{
	const struct phrases *phrases = run_phrases(fact->run, fact->side);
	struct phrase_match match;
	size_t count = 0;
	uint32_t i;

	for (i = fact->sentence->first; i < fact->sentence->end; i++)
		count += phrases_match(phrases, fact->side, i, &match) &&
			 match.kind == PHRASE_VOTE;
	return count;
}

static bool
is_vote(const struct instrument *instrument, int64_t value)
{
	return value == (int64_t)instrument->yes * NUMBER_UNIT ||
	       value == (int64_t)instrument->no * NUMBER_UNIT ||
	       value == (int64_t)instrument->abstaining * NUMBER_UNIT;
}

/* Is it a count of voices? No year, no ordinal, no number of a document. */
static bool
is_count(const struct fact *fact, const struct scan_number *number)
{
	return number->first >= fact->sentence->first &&
	       number->first < fact->sentence->end &&
	       (number->form == NUMBER_FIGURES ||
		number->form == NUMBER_WORDS) &&
	       number->value < (int64_t)200 * NUMBER_UNIT &&
	       !number->is_percent;
}

static const char *
vote_words(const struct fact *fact)
{
	const char *words = fact->instrument->cells[CATALOGUE_VOTE];

	return fact->instrument->vote == VOTE_WITHOUT ? _("without a vote")
						      : words;
}

static void
report_vote(const struct fact *fact, uint32_t first, uint32_t end)
{
	struct check_spot spot = spot_of_tokens(fact->side, first, end);

	run_report(fact->run, fact->row, fact->row->rule.severity, &spot, NULL,
		   _("%s was adopted %s by the catalogue, not “%s”."),
		   fact->cite->symbol, vote_words(fact),
		   run_quote(fact->run, &spot));
}

/* Two counts or three beside words of voting. */
static void
check_vote_counted(const struct fact *fact)
{
	const struct scan_number *number, *wrong = NULL, *first = NULL;
	size_t i, count = 0;

	for (i = 0; i < fact->side->numbers.list.len; i++) {
		number = &fact->side->numbers.list.items[i];
		if (!is_count(fact, number))
			continue;
		count++;
		first = first ? first : number;
		if (!wrong && (fact->instrument->vote == VOTE_WITHOUT ||
			       !is_vote(fact->instrument, number->value)))
			wrong = number;
	}
	if (wrong && (count == 2 || count == 3))
		report_vote(fact, wrong->first, wrong->end);
}

static void
check_vote(const struct fact *fact)
{
	const struct phrases *phrases = run_phrases(fact->run, fact->side);
	struct phrase_match match;
	uint32_t i;

	if (fact->instrument->vote == VOTE_UNKNOWN || !is_only_citation(fact))
		return;
	for (i = fact->sentence->first; i < fact->sentence->end; i++) {
		if (!phrases_match(phrases, fact->side, i, &match) ||
		    match.kind != PHRASE_NO_VOTE)
			continue;
		if (fact->instrument->vote == VOTE_COUNTED &&
		    phrases_has(phrases, fact->side, fact->sentence->first,
				fact->sentence->end, PHRASE_ADOPT))
			report_vote(fact, i, match.end);
		return;
	}
	if (count_votes(fact) >= 1)
		check_vote_counted(fact);
}

/* ---- */

static bool
is_said_before(const struct check_side *side, size_t cite)
{
	return cite && !strcmp(side->citations.list.items[cite - 1].symbol,
			       side->citations.list.items[cite].symbol);
}

CHECK_SIDE(check_cite_disagrees)
{
	const struct catalogue *catalogue = run->checker->settings.catalogue;
	struct fact fact = {.run = run, .row = row, .side = side};
	size_t i, end;

	for (i = 0; catalogue && i < side->citations.list.len; i++) {
		fact.cite = &side->citations.list.items[i];
		fact.instrument =
			catalogue_find_symbol(catalogue, fact.cite->symbol);
		if (!fact.instrument || fact.cite->start == fact.cite->end ||
		    is_said_before(side, i))
			continue;
		end = fact.cite->title.end > fact.cite->end
			      ? fact.cite->title.end
			      : fact.cite->end;
		fact.first = fact_token_at(side, fact.cite->start);
		fact.end = fact_token_at(side, end);
		if (fact.end < side->tokens.list.len &&
		    fact.cite->title.end > fact.cite->end)
			fact.end++; /* the mark that closes the title */
		fact.sentence = scan_sentence_at(&side->sentences, fact.first);
		if (!fact.sentence)
			continue;
		if (fact.instrument->adopted.month && !check_date_quoted(&fact))
			check_date_adopted(&fact);
		check_title(&fact);
		check_vote(&fact);
	}
}
