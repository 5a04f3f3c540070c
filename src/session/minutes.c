/* How long it takes to say something. */
#include <string.h>
#include <strings.h>
#include <unictype.h>

#include "lectern/minutes.h"
#include "lectern/utf8.h"

/* Scripts that put no space between words. */
static const char *const minutes_characters[] = {
	"zh", "yue", "wuu", "ja", "th", "lo", "km", "my", "bo",
};

/* Is 'subtag' the first part of 'tag'? */
static bool
is_minutes_language(const char *tag, const char *subtag)
{
	size_t len = strcspn(tag, "-_");

	return len == strlen(subtag) && strncasecmp(tag, subtag, len) == 0;
}

bool
minutes_counts_characters(const char *language)
{
	size_t count = sizeof minutes_characters / sizeof *minutes_characters;

	for (size_t i = 0; i < count; i++)
		if (is_minutes_language(language, minutes_characters[i]))
			return true;
	return false;
}

bool
minutes_set_rate(struct minutes_rates *rates, const char *language,
		 long per_minute)
{
	size_t len = strlen(language), i;

	if (len < 2 || len >= sizeof rates->list[0].language ||
	    per_minute < MINUTES_RATE_LEAST || per_minute > MINUTES_RATE_MOST)
		return false;
	for (i = 0; i < rates->count; i++)
		if (strcasecmp(rates->list[i].language, language) == 0)
			break;
	if (i == MINUTES_RATES_MAX)
		return false;
	memcpy(rates->list[i].language, language, len + 1);
	rates->list[i].per_minute = (int)per_minute;
	if (i == rates->count)
		rates->count++;
	return true;
}

bool
minutes_parse_rates(struct minutes_rates *rates, const char *text)
{
	char language[sizeof rates->list[0].language];
	char *end;
	size_t len;
	long rate;

	while (text += strspn(text, " ,"), *text != '\0') {
		len = strcspn(text, " ,=:");
		if (len >= sizeof language)
			return false;
		memcpy(language, text, len);
		language[len] = '\0';
		text += len;
		text += strspn(text, " =:");
		rate = strtol(text, &end, 10);
		if (end == text || !minutes_set_rate(rates, language, rate))
			return false;
		text = end;
	}
	return true;
}

int
minutes_rate(const struct minutes_rates *rates, const char *language)
{
	for (size_t i = 0; rates != NULL && i < rates->count; i++)
		if (is_minutes_language(language, rates->list[i].language))
			return rates->list[i].per_minute;
	return minutes_counts_characters(language) ? MINUTES_CHARACTERS
						   : MINUTES_WORDS;
}

/* What is heard: a letter or a digit. */
static bool
is_minutes_spoken(uint32_t cp)
{
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L |
							    UC_CATEGORY_MASK_N);
}

static bool
is_minutes_space(uint32_t cp)
{
	return uc_is_property_white_space(cp) || cp == 0x2014; /* em dash */
}

size_t
minutes_count(const char *text, size_t len, const char *language)
{
	bool by_character = minutes_counts_characters(language);
	bool in_word = false;
	size_t count = 0, at = 0;
	uint32_t cp;

	while (at < len) {
		at += utf8_decode(text + at, len - at, &cp);
		if (is_minutes_space(cp))
			in_word = false;
		if (!is_minutes_spoken(cp))
			continue;
		if (by_character || !in_word)
			count++;
		in_word = true;
	}
	return count;
}

long
minutes_of_text(const char *text, size_t len, const char *language,
		const struct minutes_rates *rates)
{
	long count = (long)minutes_count(text, len, language);

	return count * 60000 / minutes_rate(rates, language);
}

long
minutes_of_point(const struct point *point, enum form form,
		 const char *language, const struct minutes_rates *rates)
{
	struct buffer words = BUFFER_INIT;
	long needs;

	point_form_text(point, form, &words);
	needs = minutes_of_text(words.data, words.len, language, rates);
	buffer_release(&words);
	return needs;
}
