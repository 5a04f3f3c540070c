/* Heads that are said once: "SR.24, 34 and 40", "L.27 and L.37", "Add.1-3". */
#include <stdio.h>
#include <string.h>

#include "lexer.h"
#include "symbol.h"

#define CITE_RANGE_MAX 60

void
cite_symbol_read_letters(const struct cite_lexer *lexer,
			 struct cite_symbol *symbol)
{
	if ((symbol->is_resolution || symbol->is_decision) &&
	    !symbol->letters.count && strncmp(symbol->form, "S/", 2))
		symbol->end =
			cite_letters_read(lexer, symbol->end, &symbol->letters);
}

static void
cite_symbol_renumber(struct cite_symbol *symbol, int number)
{
	char digits[16];

	snprintf(digits, sizeof digits, "%d", number);
	if (symbol->nature_number + strlen(digits) >= CITE_SYMBOL_MAX)
		return;
	symbol->form_len = symbol->nature_number + strlen(digits);
	memcpy(symbol->form + symbol->nature_number, digits,
	       strlen(digits) + 1);
	symbol->number = number;
}

static bool
cite_symbol_next_in_range(struct cite_symbol *symbol)
{
	cite_symbol_renumber(symbol, symbol->number + 1);
	symbol->start = symbol->range_start;
	symbol->end = symbol->number == symbol->range_end ? symbol->range_stop
							  : symbol->start;
	return true;
}

static bool
cite_symbol_has_nature(const struct cite_symbol *symbol, const char *nature)
{
	const char *at = symbol->form + symbol->nature + 1;

	return symbol->nature && !strncmp(at, nature, strlen(nature)) &&
	       at[strlen(nature)] == '.';
}

/* May a bare number after the symbol be another of its kind? */
static bool
cite_symbol_may_number(const struct cite_lexer *lexer,
		       const struct cite_symbol *symbol, int value, size_t end)
{
	struct cite_token token;
	uint32_t cp;

	if (value < 1 || (value > 999 && symbol->number < 1000))
		return false;
	cite_char(&lexer->text, end, &cp);
	if (cp == '/' || cite_is_dash(cp) || cp == '%' ||
	    (cite_is_letter(cp) && !cite_is_ideograph(cp)) ||
	    (cp == '.' && cite_is_digit_at(&lexer->text, end + 1)))
		return false;
	if (!cite_lexer_peek(lexer, end, &token))
		return true;
	if (token.kind == CITE_MONTH || token.kind == CITE_YEAR ||
	    token.kind == CITE_NUMBER || token.kind == CITE_OPEN)
		return false;
	if (cite_symbol_has_nature(symbol, "SR") ||
	    cite_symbol_has_nature(symbol, "PV"))
		return true;
	return token.kind != CITE_WORD && token.kind != CITE_FILLER;
}

static bool
cite_symbol_follow_number(const struct cite_lexer *lexer,
			  struct cite_symbol *symbol, size_t pos, bool is_range)
{
	int value, digits;
	size_t end;

	if (!symbol->nature)
		return false;
	end = cite_read_number(&lexer->text, pos, &value, &digits);
	if (!digits || !cite_symbol_may_number(lexer, symbol, value, end))
		return false;
	if (is_range) {
		if (value <= symbol->number ||
		    value - symbol->number > CITE_RANGE_MAX)
			return false;
		symbol->range_end = value;
		symbol->range_start = pos;
		symbol->range_stop = end;
		return cite_symbol_next_in_range(symbol);
	}
	cite_symbol_renumber(symbol, value);
	symbol->start = pos;
	symbol->end = end;
	return true;
}

/* "Add.3" after A/64/422, "L.37" after A/C.1/73/L.27 */
static bool
cite_symbol_follow_word(const struct cite_lexer *lexer,
			struct cite_symbol *symbol, size_t pos)
{
	static const struct {
		char word[5];
		bool is_change;
	} rows[] = {{"Add", true},  {"Corr", true}, {"Rev", true},
		    {"L", false},   {"SR", false},  {"PV", false},
		    {"CRP", false}, {"WP", false}};
	const struct cite_text *text = &lexer->text;
	struct cite_symbol next = *symbol;
	bool was_change;
	size_t i, len, end;
	int value, digits;

	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		len = strlen(rows[i].word);
		if (text->len - pos > len + 1 &&
		    !memcmp(text->at + pos, rows[i].word, len) &&
		    text->at[pos + len] == '.')
			break;
	}
	if (i == sizeof rows / sizeof rows[0])
		return false;
	end = cite_skip_space(text, pos + len + 1, 2);
	end = cite_read_number(text, end, &value, &digits);
	was_change = cite_symbol_has_nature(symbol, "Add") ||
		     cite_symbol_has_nature(symbol, "Corr") ||
		     cite_symbol_has_nature(symbol, "Rev");
	if (value < 1 || (!rows[i].is_change && (was_change || !next.nature)))
		return false;
	if (rows[i].is_change == was_change && next.nature)
		next.form_len = next.nature;
	if (next.form_len + len + 12 >= CITE_SYMBOL_MAX)
		return false;
	next.nature = next.form_len;
	next.nature_number = next.nature + len + 2;
	snprintf(next.form + next.nature, CITE_SYMBOL_MAX - next.nature, "/%s.",
		 rows[i].word);
	cite_symbol_renumber(&next, value);
	next.start = pos;
	next.end = end;
	*symbol = next;
	return true;
}

bool
cite_symbol_follow(const struct cite_lexer *lexer, struct cite_symbol *symbol)
{
	struct cite_token token;
	size_t pos = symbol->end;
	bool is_range = false;
	int joints;

	if (symbol->number < symbol->range_end)
		return cite_symbol_next_in_range(symbol);
	symbol->range_end = 0;
	if (symbol->is_resolution || symbol->is_decision ||
	    symbol->form[symbol->form_len - 1] == ')')
		return false;
	for (joints = 0; joints < 2; joints++) {
		if (!cite_lexer_peek(lexer, pos, &token))
			return false;
		if (token.kind == CITE_DASH || token.kind == CITE_TO)
			is_range = true;
		else if (token.kind != CITE_COMMA && token.kind != CITE_AND)
			break;
		pos = token.end;
	}
	if (!joints)
		return false;
	if (token.kind == CITE_NUMBER)
		return cite_symbol_follow_number(lexer, symbol, token.start,
						 is_range);
	pos = cite_skip_space(&lexer->text, pos, 3);
	return pos < lexer->text.len &&
	       cite_symbol_follow_word(lexer, symbol, pos);
}
