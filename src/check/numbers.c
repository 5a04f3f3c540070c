/*
 * Numbers in a text, by value: figures with the separators of each language,
 * words up to millions, ordinals, Roman numerals, outline numbers (2.2.4),
 * times, per cent. How sure one can be that a number was meant is its form.
 */
#include <string.h>

#include "lectern/utf8.h"
#include "numbers.h"

bool
is_number_sign(const struct number_reader *reader, uint32_t at, uint32_t sign)
{
	return at < reader->count && reader->tokens[at].kind == SCAN_SIGN &&
	       reader->tokens[at].sign == sign;
}

bool
is_number_meaning(const struct number_reader *reader, uint32_t at,
		  enum meaning meaning)
{
	return at < reader->count && reader->tokens[at].kind == SCAN_WORD &&
	       reader->tokens[at].meaning == meaning;
}

bool
is_number_written(const struct number_reader *reader, uint32_t at,
		  const char *word)
{
	const struct scan_token *token = &reader->tokens[at];
	size_t len = strlen(word);

	return at < reader->count && token->end - token->start == len &&
	       !memcmp(reader->text + token->start, word, len);
}

/* Figures that go on without a space. */
static bool
is_more(const struct number_reader *reader, uint32_t at)
{
	return at < reader->count && reader->tokens[at].kind == SCAN_FIGURES &&
	       !(reader->tokens[at].flags &
		 (TOKEN_SPACED | TOKEN_TAKEN | TOKEN_CITED));
}

static bool
is_tight_sign(const struct number_reader *reader, uint32_t at, uint32_t sign)
{
	return is_number_sign(reader, at, sign) &&
	       !(reader->tokens[at].flags & TOKEN_SPACED);
}

int64_t
number_power(unsigned exponent)
{
	int64_t power = 1;

	while (exponent--)
		power *= 10;
	return power;
}

/* value * factor, or what is largest. */
int64_t
number_scale(int64_t value, unsigned exponent)
{
	int64_t power = number_power(exponent < 15 ? exponent : 15);

	if (value > INT64_MAX / power)
		return INT64_MAX;
	return value * power;
}

/* ---- figures ---- */

/* 2.2.4: three parts or more. */
static bool
number_read_outline(struct number_reader *reader, uint32_t at,
		    struct scan_number *number)
{
	uint32_t next = at;
	uint64_t hash = reader->tokens[at].hash + 1;
	int parts = 1;

	while (is_tight_sign(reader, next + 1, '.') &&
	       is_more(reader, next + 2)) {
		next += 2;
		parts++;
		hash = hash * 1000003 + reader->tokens[next].hash + 1;
	}
	if (parts < 3)
		return false;
	number->form = NUMBER_OUTLINE;
	number->value = number->other = (int64_t)(hash >> 1);
	number->end = next + 1;
	return true;
}

/* 15:30, and 15:30:10 no one says. */
static bool
number_read_time(struct number_reader *reader, uint32_t at,
		 struct scan_number *number)
{
	const struct scan_token *token = &reader->tokens[at];

	if (!is_tight_sign(reader, at + 1, ':') || !is_more(reader, at + 2) ||
	    token->hash > 24 || token[2].letters != 2 || token[2].hash > 59)
		return false;
	number->value = number->other =
		(int64_t)token->hash * NUMBER_UNIT +
		(int64_t)token[2].hash * (NUMBER_UNIT / 100);
	number->end = at + 3;
	return true;
}

static bool
is_group(const struct number_reader *reader, uint32_t at)
{
	const struct scan_token *token = &reader->tokens[at];

	return at < reader->count && token->kind == SCAN_FIGURES &&
	       token->letters == 3 &&
	       !(token->flags & (TOKEN_TAKEN | TOKEN_CITED));
}

/* "12 300": groups of three after a space; in English only one that holds. */
static uint32_t
number_read_groups(struct number_reader *reader, uint32_t at, int64_t *value)
{
	const struct scan_token *token;

	if (reader->tokens[at].letters > 3)
		return at + 1;
	while (is_group(reader, at + 1)) {
		token = &reader->tokens[at + 1];
		if (!(token->flags & TOKEN_SPACED) ||
		    (reader->is_english && !(token->flags & TOKEN_TIED)))
			break;
		*value = number_scale(*value, 3) + token->hash;
		at++;
	}
	return at + 1;
}

static int64_t
number_fraction(const struct scan_token *token)
{
	uint32_t value = token->hash;
	unsigned digits = token->letters;

	for (; digits > 4; digits--)
		value /= 10;
	return (int64_t)value * number_power(4 - digits);
}

/*
 * "1,200", "1.200", "1,5", "1.5", "1,200.50". Three figures behind a lone sign
 * are thousands for one language and a fraction for another: both are kept,
 * the language's own first.
 */
static uint32_t
number_read_parts(struct number_reader *reader, uint32_t at, uint32_t next,
		  int64_t whole, struct scan_number *number)
{
	uint32_t decimal = reader->is_point_decimal ? '.' : ',';
	uint32_t thousand = reader->is_point_decimal ? ',' : '.';
	uint32_t from = next;

	while (is_tight_sign(reader, next, thousand) &&
	       is_more(reader, next + 1) && is_group(reader, next + 1) &&
	       reader->tokens[at].letters <= 3) {
		whole = number_scale(whole, 3) + reader->tokens[next + 1].hash;
		next += 2;
	}
	number->value = number->other = number_scale(whole, 4);
	if (next == from + 2)
		number->other = (int64_t)reader->tokens[at].hash * NUMBER_UNIT +
				number_fraction(&reader->tokens[next - 1]);
	if (is_tight_sign(reader, next, decimal) && is_more(reader, next + 1)) {
		number->value += number_fraction(&reader->tokens[next + 1]);
		number->other = number->value;
		if (next == from && is_group(reader, next + 1) &&
		    reader->tokens[at].letters <= 3)
			number->other = number_scale(
				number_scale(whole, 3) +
					reader->tokens[next + 1].hash,
				4);
		next += 2;
	} else if (next == from && is_tight_sign(reader, next, thousand) &&
		   is_more(reader, next + 1)) {
		number->value += number_fraction(&reader->tokens[next + 1]);
		number->other = number->value;
		next += 2;
	}
	return next;
}

/* "2020/21": the year after. */
static bool
number_read_span(struct number_reader *reader, uint32_t at)
{
	const struct scan_token *token = &reader->tokens[at];
	uint32_t century;

	if (at < 2 || token->letters != 2 || token->flags & TOKEN_SPACED ||
	    token[-2].kind != SCAN_FIGURES || token[-2].letters != 4 ||
	    token[-1].kind != SCAN_SIGN || token[-1].flags & TOKEN_SPACED ||
	    (token[-1].sign != '/' && token[-1].sign != 0x2013 &&
	     token[-1].sign != '-'))
		return false;
	century = token[-2].hash / 100 * 100;
	if (century < 1800 || century > 2100 ||
	    token->hash <= token[-2].hash % 100)
		return false;
	vector_push(
		&reader->out->list,
		(struct scan_number){
			.value = (int64_t)(century + token->hash) * NUMBER_UNIT,
			.other = (int64_t)token->hash * NUMBER_UNIT,
			.first = at,
			.end = at + 1,
			.form = NUMBER_FIGURES});
	return true;
}

/* G20, COVID-19, 5G: a name more than a count. */
static bool
is_joined(const struct number_reader *reader, uint32_t first, uint32_t end)
{
	const struct scan_token *tokens = reader->tokens;
	uint32_t before = first - 1;

	if (end < reader->count && tokens[end].kind == SCAN_WORD &&
	    !(tokens[end].flags & TOKEN_SPACED) && tokens[end].letters == 1 &&
	    tokens[end].flags & TOKEN_CAPITAL &&
	    tokens[end].scripts != SCRIPT_HAN)
		return true;
	if (!first || tokens[first].flags & TOKEN_SPACED)
		return false;
	if (tokens[before].kind == SCAN_SIGN && tokens[before].sign == '-' &&
	    before && !(tokens[before].flags & TOKEN_SPACED))
		before--;
	return tokens[before].kind == SCAN_WORD &&
	       tokens[before].scripts != SCRIPT_HAN;
}

/* "p.m.", "pm": the second half of the day. */
static uint32_t
number_read_half(struct number_reader *reader, uint32_t at,
		 struct scan_number *number)
{
	bool is_after = is_number_meaning(reader, at, MEANS_AFTERNOON);
	uint32_t next = at;

	if (is_after || is_number_meaning(reader, at, MEANS_MORNING))
		next = at + 1;
	else if ((is_number_written(reader, at, "p") ||
		  is_number_written(reader, at, "a")) &&
		 is_number_sign(reader, at + 1, '.') &&
		 is_number_written(reader, at + 2, "m")) {
		is_after = is_number_written(reader, at, "p");
		next = at + 3;
	}
	if (next != at && is_after && number->value < 12 * NUMBER_UNIT)
		number->other = number->value += 12 * NUMBER_UNIT;
	return next;
}

static uint32_t
number_read_figures(struct number_reader *reader, uint32_t at)
{
	struct scan_number number = {.first = at, .form = NUMBER_FIGURES};
	int64_t whole = reader->tokens[at].hash;

	if (number_read_span(reader, at))
		return at + 1;
	if (!number_read_outline(reader, at, &number) &&
	    !number_read_time(reader, at, &number)) {
		number.end = number_read_groups(reader, at, &whole);
		number.end = number_read_parts(reader, at, number.end, whole,
					       &number);
	}
	if (number.form == NUMBER_FIGURES) {
		number.end = number_read_half(reader, number.end, &number);
		number_read_unit(reader, &number);
		if (is_joined(reader, at, number.end))
			number.form = NUMBER_JOINED;
	}
	vector_push(&reader->out->list, number);
	return number.end > at ? number.end : at + 1;
}

/* ---- Roman numerals ---- */

static int
roman_digit(uint32_t cp)
{
	switch (cp) {
	case 'I':
	case 0x406: /* І */
		return 1;
	case 'V':
		return 5;
	case 'X':
	case 0x425: /* Х */
		return 10;
	case 'L':
		return 50;
	default:
		return 0;
	}
}

/* The value of "XXI", its letters Latin or those that look like them; a
 * small ending may follow ("XXIe"). 0 where it is none. */
static int
roman_value(const char *text, size_t len)
{
	int value = 0, digit, last = 0, letters = 0;
	size_t at = 0;
	uint32_t cp;

	while (at < len) {
		at += utf8_decode(text + at, len - at, &cp);
		digit = roman_digit(cp);
		if (!digit)
			return cp == 'e' && at == len && letters > 1 ? value
								     : 0;
		letters++;
		value += digit;
		if (last && last < digit)
			value -= 2 * last;
		last = digit;
	}
	return value;
}

static uint32_t
number_read_roman(struct number_reader *reader, uint32_t at)
{
	const struct scan_token *token = &reader->tokens[at];
	uint32_t next = at + 1;
	int value;

	if (!(token->flags & TOKEN_CAPITAL) || token->letters > 9 ||
	    token->flags & TOKEN_CITED)
		return next;
	value = roman_value(reader->text + token->start,
			    token->end - token->start);
	if (!value)
		return next;
	if (token->letters < 2) {
		if (is_number_sign(reader, next, '-'))
			next += 2;
		if (!is_number_meaning(reader, next, MEANS_CENTURY))
			return at + 1;
	}
	vector_push(&reader->out->list,
		    (struct scan_number){.value = (int64_t)value * NUMBER_UNIT,
					 .other = (int64_t)value * NUMBER_UNIT,
					 .first = at,
					 .end = at + 1,
					 .form = NUMBER_ROMAN});
	return at + 1;
}

/* ---- the walk ---- */

static bool
is_language(const char *tag, const char *language)
{
	return !strncmp(tag, language, 2) && (!tag[2] || tag[2] == '-');
}

void
scan_numbers(const char *text, const struct scan_tokens *tokens,
	     const char *language, struct scan_numbers *out)
{
	struct number_reader reader = {.text = text,
				       .tokens = tokens->list.items,
				       .count = (uint32_t)tokens->list.len,
				       .out = out};
	const struct scan_token *token;
	uint32_t i = 0;

	reader.is_english = is_language(language, "en");
	reader.is_point_decimal = reader.is_english ||
				  is_language(language, "zh") ||
				  is_language(language, "ar");
	while (i < reader.count) {
		token = &reader.tokens[i];
		if (token->flags & (TOKEN_TAKEN | TOKEN_CITED))
			i++;
		else if (token->kind == SCAN_FIGURES)
			i = number_read_figures(&reader, i);
		else if (token->kind != SCAN_WORD)
			i++;
		else if (token->meaning)
			i = number_read_words(&reader, i);
		else
			i = number_read_roman(&reader, i);
	}
}
