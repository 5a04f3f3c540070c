/* numbers.h - what the two files that read numbers share. */
#ifndef LECTERN_CHECK_NUMBERS_H
#define LECTERN_CHECK_NUMBERS_H

#include "scan.h"

struct number_reader {
	const char *text;
	const struct scan_token *tokens;
	uint32_t count;
	bool is_english, is_point_decimal;
	struct scan_numbers *out;
};

bool is_number_sign(const struct number_reader *reader, uint32_t at,
		    uint32_t sign);
bool is_number_meaning(const struct number_reader *reader, uint32_t at,
		       enum meaning meaning);
bool is_number_written(const struct number_reader *reader, uint32_t at,
		       const char *word);

/* 10 to the power; at most 15. */
int64_t number_power(unsigned exponent);
/* value * 10^exponent; INT64_MAX where that is too much. */
int64_t number_scale(int64_t value, unsigned exponent);

/* Thousands, millions and per cent after a number: it grows, and so does
 * number->end. */
void number_read_unit(struct number_reader *reader, struct scan_number *number);

/* The number in words that starts at 'at', if any; returns the token to go on
 * from. */
uint32_t number_read_words(struct number_reader *reader, uint32_t at);

#endif
