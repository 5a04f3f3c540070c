/*
 * Is it cited, and whose is it? The body's name decides where it is given,
 * the shape of the number where it is not: two figures/number the Assembly,
 * year/number the Economic and Social Council, number (year) the Security
 * Council. What fits no rule is no citation.
 */
#include <stdio.h>
#include <string.h>

#include "state.h"

#define CITE_RIGHTS_MAX 60 /* resolutions of a session of that Council */

/* Whether the Security Council may have adopted a number in a year: known
 * pairs of number and year and what lies between, some years either way. */
static bool
cite_is_plausible(int number, int year, int leeway)
{
	static const struct {
		int number, year;
	} known[] = {
		{1, 1946},    {79, 1950},   {133, 1960},  {276, 1970},
		{462, 1980},  {647, 1990},  {902, 1994},  {1454, 2002},
		{1540, 2004}, {2334, 2016}, {2722, 2024},
	};
	size_t i, last = sizeof known / sizeof known[0] - 1;
	int guess;

	if (number >= known[last].number)
		return year >= known[last].year - leeway &&
		       (number - known[last].number) / 80 + 4 >=
			       year - known[last].year - 1;
	for (i = 0; known[i + 1].number <= number; i++)
		;
	guess = known[i].year + (number - known[i].number) *
					(known[i + 1].year - known[i].year) /
					(known[i + 1].number - known[i].number);
	return year >= guess - leeway && year <= guess + leeway;
}

/* Decisions of the Assembly are numbered from 301, since 2002 from 401. */
static enum cite_noun
cite_noun_by_shape(int session, int number)
{
	return number >= (session >= 57 ? 401 : 301) ? CITE_DECISION
						     : CITE_RESOLUTION;
}

static bool
cite_is_session(int value)
{
	return value >= 31 && value <= 99;
}

static bool
cite_is_calendar_year(int value)
{
	return value >= 1946 && value <= 2099;
}

/* 50/50, 60/40, 97/193 (of the Member States), 31/12: shares and days, unless
 * a noun stands beside them. */
static bool
cite_is_share(const struct cite_number *number)
{
	return number->first == number->second ||
	       (number->first + number->second == 100 &&
		number->first % 5 == 0) ||
	       (number->first == 31 && number->second <= 12) ||
	       number->second == 193;
}

static enum cite_body
cite_body_of(const struct cite_entry *entry)
{
	if (entry->body != CITE_NO_BODY)
		return entry->body;
	/* named somewhere in the sentence; its sessions adopt few texts, and
	 * "the Council was created by resolution 60/251" is not its own */
	if (entry->soft == CITE_RIGHTS &&
	    entry->number.second <= CITE_RIGHTS_MAX)
		return CITE_RIGHTS;
	return CITE_NO_BODY;
}

static const char *
cite_word_of(enum cite_noun noun)
{
	return noun == CITE_DECISION ? "DEC" : "RES";
}

static bool
cite_form_slashed(const struct cite_entry *entry, const char *head,
		  enum cite_noun noun, char form[CITE_SYMBOL_MAX])
{
	snprintf(form, CITE_SYMBOL_MAX, "%s/%s/%d/%d", head, cite_word_of(noun),
		 entry->number.first, entry->number.second);
	return true;
}

/* A number of the Assembly's kind with no noun beside it. */
static bool
cite_is_cued(const struct cite_entry *entry)
{
	const struct cite_number *number = &entry->number;

	if (number->is_glued || number->is_bound)
		return entry->is_tight && !entry->is_assumed;
	if (entry->is_assumed)
		return true;
	if (entry->noun != CITE_NO_NOUN)
		return entry->is_tight || !cite_is_share(number);
	if (entry->has_suffix && entry->has_sign)
		return true;
	if (cite_is_share(number))
		return false;
	if (entry->body == CITE_ASSEMBLY || entry->body == CITE_RIGHTS)
		return !entry->is_listed;
	return entry->is_alone && number->second > 100;
}

static bool
cite_decide_assembly(const struct cite_entry *entry, char form[CITE_SYMBOL_MAX])
{
	const struct cite_number *number = &entry->number;
	enum cite_body body = cite_body_of(entry);
	enum cite_noun noun = entry->noun;

	if (body == CITE_FOREIGN || number->second > 999 ||
	    !cite_is_cued(entry))
		return false;
	if (noun == CITE_NO_NOUN || entry->is_assumed)
		noun = cite_noun_by_shape(number->first, number->second);
	if (body == CITE_RIGHTS)
		return cite_form_slashed(entry, "A/HRC", noun, form);
	return cite_form_slashed(entry, "A", noun, form);
}

/* 2022/15: the Economic and Social Council's; 2012/13 may be a span. */
static bool
cite_decide_economic(const struct cite_entry *entry, char form[CITE_SYMBOL_MAX])
{
	const struct cite_number *number = &entry->number;
	enum cite_noun noun = entry->noun;
	bool is_span = number->second == (number->first + 1) % 100;

	if (entry->body == CITE_FOREIGN || entry->body == CITE_ASSEMBLY ||
	    number->second > 400 || number->first < 1970)
		return false;
	if (entry->body != CITE_ECOSOC && !entry->is_assumed) {
		if (noun == CITE_NO_NOUN &&
		    !(entry->has_suffix && entry->has_sign))
			return false;
		if (!entry->is_tight && !entry->is_year_listed)
			return false;
		if (is_span && (entry->has_filler ||
				(entry->is_listed &&
				 !(entry->is_tight && entry->is_year_listed))))
			return false;
	}
	if (noun == CITE_NO_NOUN)
		noun = CITE_RESOLUTION;
	return cite_form_slashed(entry, "E", noun, form);
}

static bool
cite_decide_slashed(const struct cite_entry *entry, char form[CITE_SYMBOL_MAX])
{
	const struct cite_number *number = &entry->number;

	if (cite_is_session(number->first))
		return cite_decide_assembly(entry, form);
	if (cite_is_calendar_year(number->first))
		return cite_decide_economic(entry, form);
	if (number->first <= 30)
		return cite_body_of(entry) == CITE_RIGHTS &&
		       number->second <= 200 && cite_is_cued(entry) &&
		       cite_form_slashed(entry, "A/HRC",
					 entry->noun == CITE_NO_NOUN
						 ? CITE_RESOLUTION
						 : entry->noun,
					 form);
	/* 1540/2004 */
	if (number->first > 9999 || !cite_is_calendar_year(number->second) ||
	    entry->noun != CITE_RESOLUTION || !entry->is_tight ||
	    entry->body == CITE_FOREIGN || entry->body == CITE_ASSEMBLY ||
	    !cite_is_plausible(number->first, number->second, 3))
		return false;
	snprintf(form, CITE_SYMBOL_MAX, "S/RES/%d(%d)", number->first,
		 number->second);
	return true;
}

static bool
cite_decide_yeared(const struct cite_entry *entry, char form[CITE_SYMBOL_MAX])
{
	const struct cite_number *number = &entry->number;
	bool is_plausible = cite_is_plausible(number->first, number->second,
					      entry->is_tight ? 10 : 3);

	if (entry->body == CITE_FOREIGN || entry->noun == CITE_DECISION)
		return false;
	if (entry->body != CITE_COUNCIL && !is_plausible)
		return false;
	if (entry->noun == CITE_NO_NOUN && !entry->is_assumed &&
	    entry->body != CITE_COUNCIL &&
	    !(entry->has_suffix && entry->has_sign))
		return false;
	if (!entry->is_tight && !is_plausible)
		return false;
	snprintf(form, CITE_SYMBOL_MAX, "S/RES/%d(%d)", number->first,
		 number->second);
	return true;
}

/* 217 (III); sessions after the thirtieth are the other Council's. */
static bool
cite_decide_sessioned(const struct cite_entry *entry,
		      char form[CITE_SYMBOL_MAX])
{
	const struct cite_number *number = &entry->number;
	bool is_economic = entry->body == CITE_ECOSOC;

	if (entry->body == CITE_FOREIGN)
		return false;
	if (entry->noun == CITE_NO_NOUN && !entry->is_assumed &&
	    entry->body != CITE_ASSEMBLY && !is_economic &&
	    !(entry->has_suffix && entry->has_sign) &&
	    !(number->letters.count && number->first >= 100))
		return false;
	if (strchr(number->session, 'L') ||
	    (!strncmp(number->session, "XXX", 3) && number->session[3]))
		is_economic = true;
	snprintf(form, CITE_SYMBOL_MAX, "%s/%s/%d(%s)", is_economic ? "E" : "A",
		 cite_word_of(entry->noun), number->first, number->session);
	return true;
}

static bool
cite_decide_special(const struct cite_entry *entry, char form[CITE_SYMBOL_MAX])
{
	const struct cite_number *number = &entry->number;
	enum cite_body body = cite_body_of(entry);
	bool is_emergency = number->session[0] == 'E';

	if (body == CITE_FOREIGN)
		return false;
	/* no other house numbers like ES-10/21 */
	if (entry->noun == CITE_NO_NOUN && !entry->is_assumed &&
	    body != CITE_ASSEMBLY && body != CITE_RIGHTS &&
	    !(is_emergency && number->first >= 6 && number->first <= 15))
		return false;
	snprintf(form, CITE_SYMBOL_MAX, "%s/%s/%s/%d",
		 body == CITE_RIGHTS ? "A/HRC" : "A", cite_word_of(entry->noun),
		 number->session, number->second);
	return true;
}

/* A number alone: only beside its noun, never as a year or a small one. */
static bool
cite_is_bare_cited(const struct cite_entry *entry)
{
	const struct cite_number *number = &entry->number;
	bool is_ours =
		entry->is_united || entry->body != CITE_NO_BODY ||
		(entry->soft != CITE_NO_BODY && entry->soft != CITE_FOREIGN);

	if (entry->is_assumed)
		return number->first >= 100;
	if (entry->noun == CITE_NO_NOUN || !entry->is_tight ||
	    (entry->has_filler && !entry->is_after) || number->is_odd ||
	    entry->before == CITE_SLASHED || entry->body == CITE_FOREIGN)
		return false;
	if (number->is_bound && !entry->has_sign)
		return false;
	if (!entry->is_after && entry->before != CITE_NO_SHAPE &&
	    !(entry->is_joined ||
	      (entry->is_listed &&
	       (entry->before == CITE_BARE || entry->is_followed))))
		return false;
	if ((entry->has_sign || entry->is_local) && !entry->has_suffix &&
	    !is_ours)
		return false;
	if (entry->soft == CITE_FOREIGN && !is_ours)
		return false;
	/* "the resolution, 2023", "such resolutions, 2023 report" */
	if (entry->is_listed && !entry->is_after &&
	    (!entry->is_plural || entry->before == CITE_NO_SHAPE) &&
	    cite_is_calendar_year(number->first))
		return false;
	if (entry->year && entry->body == CITE_NO_BODY &&
	    !cite_is_plausible(number->first, entry->year, 10))
		return false;
	return number->first >= 100 || (entry->body == CITE_COUNCIL &&
					entry->is_first && !entry->is_listed);
}

static bool
cite_decide_bare(const struct cite_entry *entry, char form[CITE_SYMBOL_MAX],
		 bool *is_partial)
{
	enum cite_body body = entry->body;
	int number = entry->number.first;

	if (body == CITE_PERMANENT && entry->noun == CITE_DECISION &&
	    entry->is_tight) {
		snprintf(form, CITE_SYMBOL_MAX, "PC.DEC/%d", number);
		return true;
	}
	if (entry->noun == CITE_DECISION || !cite_is_bare_cited(entry))
		return false;
	if (body == CITE_NO_BODY && entry->soft == CITE_ASSEMBLY)
		body = CITE_ASSEMBLY;
	if (body == CITE_NO_BODY &&
	    (entry->number.letters.count || (number > 3000 && number <= 3541)))
		body = CITE_ASSEMBLY;
	*is_partial = true;
	if (body == CITE_ASSEMBLY && number <= 3541) {
		snprintf(form, CITE_SYMBOL_MAX, "A/RES/%d", number);
		return true;
	}
	if ((body != CITE_COUNCIL && body != CITE_NO_BODY) || number > 3999)
		return false;
	/* a date before there was a Council is not the resolution's */
	*is_partial = !cite_is_calendar_year(entry->year);
	snprintf(form, CITE_SYMBOL_MAX, "S/RES/%d", number);
	if (!*is_partial)
		snprintf(form, CITE_SYMBOL_MAX, "S/RES/%d(%d)", number,
			 entry->year);
	return true;
}

bool
cite_decide(const struct cite_entry *entry, char form[CITE_SYMBOL_MAX],
	    bool *is_partial)
{
	*is_partial = false;
	if (entry->kind == CITE_SYMBOL) {
		snprintf(form, CITE_SYMBOL_MAX, "%s", entry->symbol.form);
		*is_partial = entry->symbol.is_partial;
		return true;
	}
	if (entry->kind == CITE_NAME) {
		snprintf(form, CITE_SYMBOL_MAX, "%s", entry->name);
		return true;
	}
	switch (entry->number.shape) {
	case CITE_SLASHED:
		return cite_decide_slashed(entry, form);
	case CITE_YEARED:
		return cite_decide_yeared(entry, form);
	case CITE_SESSIONED:
		return cite_decide_sessioned(entry, form);
	case CITE_SPECIAL:
		return cite_decide_special(entry, form);
	case CITE_BARE:
		return cite_decide_bare(entry, form, is_partial);
	default:
		return false;
	}
}
