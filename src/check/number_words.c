/* Numbers in words, and the words after figures. */
#include <string.h>

#include "numbers.h"

struct number_words {
	int64_t total, part; /* thousands and above; below */
	int64_t last;	     /* added last, for "two hundred" and 二十 */
	unsigned scale;	     /* of the total's last word */
	bool is_firm;	     /* a cardinal was among them */
	bool is_ordinal;
};

/* Does a number go on with the word at 'at'? A hyphen may part the two, and
 * in some languages "and". Returns the word's token, or 'at' where not. */
static uint32_t
number_next_word(const struct number_reader *reader, uint32_t at)
{
	uint32_t next = at;

	if (is_number_sign(reader, next, '-') ||
	    is_number_sign(reader, next, 0x2011))
		next++;
	else if (is_number_meaning(reader, next, MEANS_AND) &&
		 (is_number_written(reader, next, "y") ||
		  is_number_written(reader, next, "et") ||
		  is_number_written(reader, next, "and")))
		next++;
	return next;
}

static bool
is_number_word(const struct number_reader *reader, uint32_t at)
{
	return is_number_meaning(reader, at, MEANS_CARDINAL) ||
	       is_number_meaning(reader, at, MEANS_ORDINAL) ||
	       is_number_meaning(reader, at, MEANS_BOTH) ||
	       is_number_meaning(reader, at, MEANS_SCALE);
}

/* Can 'value' follow 'part' as in twenty-five, двести пять, quatre-vingts? */
static bool
is_continued(int64_t part, int64_t value)
{
	if (part >= 100 && part % 100 == 0)
		return value < 100;
	if (part >= 10 && part % 10 == 0)
		return value < 10 || ((part == 60 || part == 80) && value < 20);
	return part == 4 && value == 20;
}

static void
number_add(struct number_words *words, int64_t value)
{
	if (words->part == 4 && value == 20)
		words->part = 80;
	else
		words->part += value;
	words->last = value;
}

/* "two hundred", 二十; "two thousand", "a thousand million". */
static bool
number_take_scale(struct number_words *words, unsigned scale)
{
	int64_t power = number_power(scale);

	if (scale < 3) {
		words->part += words->last ? words->last * (power - 1) : power;
		words->last = 0;
		return true;
	}
	if (words->total && scale > words->scale)
		words->total = number_scale(words->total + words->part, scale);
	else
		words->total +=
			number_scale(words->part ? words->part : 1, scale);
	words->scale = scale;
	words->part = words->last = 0;
	return words->total < INT64_MAX / NUMBER_UNIT / 2;
}

/* Take the word at 'at' into the number; false where it begins another. */
static bool
number_take_word(struct number_words *words, const struct scan_token *token)
{
	if (words->is_ordinal)
		return false;
	if (token->meaning == MEANS_SCALE)
		return words->part < 1000000 &&
		       number_take_scale(words, token->value);
	if ((words->part || words->total) && token->meaning == MEANS_BOTH &&
	    token->value > 9)
		return false;
	if (words->part && !is_continued(words->part, token->value))
		return false;
	number_add(words, token->value);
	words->is_firm |= token->meaning == MEANS_CARDINAL;
	words->is_ordinal = token->meaning == MEANS_ORDINAL;
	return true;
}

static uint8_t
number_form(const struct number_words *words)
{
	if (words->is_ordinal)
		return NUMBER_ORDINAL;
	return words->is_firm ? NUMBER_WORDS : NUMBER_FAINT;
}

uint32_t
number_read_words(struct number_reader *reader, uint32_t at)
{
	struct number_words words = {0};
	struct scan_number number = {.first = at};
	uint32_t next = at, end = at;

	while (is_number_word(reader, next) &&
	       !(reader->tokens[next].flags & (TOKEN_TAKEN | TOKEN_CITED)) &&
	       number_take_word(&words, &reader->tokens[next])) {
		end = next + 1;
		next = number_next_word(reader, end);
	}
	if (end == at)
		return at + 1;
	number.end = end;
	number.value = number.other = number_scale(words.total + words.part, 4);
	number.form = number_form(&words);
	number_read_unit(reader, &number);
	vector_push(&reader->out->list, number);
	return number.end;
}

/* ---- what follows a number ---- */

/* "per cent", "pour cent", "por ciento", "%", «процентов», "في المائة". */
static uint32_t
number_read_percent(const struct number_reader *reader, uint32_t at)
{
	static const char *const pairs[][2] = {
		{"per", "cent"},    {"pour", "cent"}, {"por", "ciento"},
		{"в", "процентах"}, {"في", "المائة"}, {"في", "المئة"},
	};
	size_t i;

	if (is_number_sign(reader, at, '%') ||
	    is_number_sign(reader, at, 0x66a) ||
	    is_number_sign(reader, at, 0xff05) ||
	    is_number_meaning(reader, at, MEANS_PERCENT))
		return at + 1;
	for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (is_number_written(reader, at, pairs[i][0]) &&
		    is_number_written(reader, at + 1, pairs[i][1]))
			return at + 2;
	return at;
}

/* 百分之15 */
static bool
is_after_chinese_percent(const struct number_reader *reader, uint32_t at)
{
	return at >= 3 && is_number_written(reader, at - 1, "之") &&
	       is_number_written(reader, at - 2, "分") &&
	       is_number_written(reader, at - 3, "百");
}

void
number_read_unit(struct number_reader *reader, struct scan_number *number)
{
	uint32_t at = number->end, end;
	const struct scan_token *scale;

	if (is_number_meaning(reader, at, MEANS_SCALE) &&
	    number->form == NUMBER_FIGURES) {
		end = number_read_percent(reader, at);
		if (end == at) {
			do {
				scale = &reader->tokens[at++];
				number->value = number_scale(number->value,
							     scale->value);
				number->other = number_scale(number->other,
							     scale->value);
				/* 4.2万亿 */
			} while (is_number_meaning(reader, at, MEANS_SCALE) &&
				 reader->tokens[at].scripts == SCRIPT_HAN);
			/* "тыс." */
			if (is_number_sign(reader, at, '.') &&
			    at + 1 < reader->count &&
			    reader->tokens[at + 1].kind == SCAN_SIGN)
				at++;
		}
	}
	end = number_read_percent(reader, at);
	number->is_percent =
		end != at || is_after_chinese_percent(reader, number->first);
	number->end = end;
}
