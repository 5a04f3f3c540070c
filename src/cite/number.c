#include <stdio.h>
#include <string.h>

#include "lexer.h"
#include "number.h"

/* Past a slash and digits after it; 0 where there is none. */
static size_t
cite_number_slash(const struct cite_text *text, size_t pos, bool may_part,
		  int *value)
{
	int digits, most = may_part ? 2 : 0;
	size_t size;
	uint32_t cp;

	pos = cite_skip_space(text, pos, most);
	size = cite_char(text, pos, &cp);
	if (cp != '/' && cp != 0xff0f)
		return 0;
	pos = cite_skip_space(text, pos + size, most);
	pos = cite_read_number(text, pos, value, &digits);
	return digits ? pos : 0;
}

/* "1-2", "2.2", "3/4" go on: past a sign and digits, or 'pos'. */
static size_t
cite_number_tail(const struct cite_text *text, size_t pos)
{
	int value, digits;
	size_t size, end;
	uint32_t cp;

	size = cite_char(text, pos, &cp);
	if (!size || !(cp == '.' || cp == '/' || cite_is_dash(cp)))
		return pos;
	end = cite_read_number(text, pos + size, &value, &digits);
	return digits ? end : pos;
}

static size_t
cite_number_run(const struct cite_text *text, size_t pos)
{
	size_t end;

	while ((end = cite_number_tail(text, pos)) != pos)
		pos = end;
	return pos;
}

static uint32_t
cite_number_before(const struct cite_text *text, size_t pos, bool *is_bound)
{
	size_t start = pos;
	uint32_t cp = pos ? cite_char_before(text, pos, &start) : 0;

	*is_bound = cp == '/' || cp == '.' || cp == '_' || cp == '$';
	if (cite_is_dash(cp) && start > 0)
		cp = cite_char_before(text, start, &start);
	else if (cite_digit(cp) >= 0)
		cp = 0;
	return cp;
}

static bool
cite_number_is_glued(const struct cite_text *text, size_t pos, bool *is_bound)
{
	uint32_t cp = cite_number_before(text, pos, is_bound);

	return (cite_is_letter(cp) && !cite_is_ideograph(cp) && cp != 0x648) ||
	       cite_digit(cp) >= 0;
}

/* ITU and others: "(REV. BUSAN, 2014)", "(WRC-19)", "(Пересм. …)". */
static bool
cite_number_is_odd(const struct cite_text *text, size_t pos)
{
	static const char *const words[] = {
		"rev*", "wrc",	"пересм*",     "rév*",	 "busan",    "dubai",
		"вкр",	"ред*", "guadalajara", "مراجع*", "المراجع*", "修订"};
	size_t i;
	uint32_t cp;

	pos = cite_skip_space(text, pos, 2);
	pos += cite_char(text, pos, &cp);
	if (cp != '(' && cp != 0xff08)
		return false;
	for (i = 0; i < sizeof words / sizeof words[0]; i++)
		if (cue_match_pattern(words[i], 0, text, pos))
			return true;
	return false;
}

/* "(514 (XV)": what looks like a parenthesis was the figure 1, for numbers
 * under 1,000 ended with the twelfth session. */
static void
cite_number_mend(const struct cite_text *text, struct cite_number *number)
{
	if (number->start > 0 && text->at[number->start - 1] == '(' &&
	    number->first >= 100 && number->first < 1000 &&
	    !strncmp(number->session, "XV", 2)) {
		number->first += 1000;
		number->start--;
	}
}

/* Letters and parenthesis after a number without a slash, in any order. */
static size_t
cite_number_parenthesis(const struct cite_lexer *lexer, size_t pos,
			struct cite_number *number)
{
	size_t end, lettered;

	lettered = cite_letters_read(lexer, pos, &number->letters);
	end = cite_session_read(&lexer->text, lettered, number->session);
	if (end != lettered) {
		number->shape = CITE_SESSIONED;
		cite_number_mend(&lexer->text, number);
		if (lettered == pos)
			end = cite_letters_read(lexer, end, &number->letters);
		return end;
	}
	end = cite_year_read(&lexer->text, lettered, &number->second);
	if (end != lettered) {
		number->shape = CITE_YEARED;
		return end;
	}
	number->is_odd = cite_number_is_odd(&lexer->text, pos);
	return lettered;
}

/* "-ші", "-й", "th": an ending on the number, not a noun of its own. */
static size_t
cite_number_ending(const struct cite_lexer *lexer, size_t pos)
{
	const struct cite_text *text = &lexer->text;
	size_t at, size;
	uint32_t cp;
	int letters;

	size = cite_char(text, pos, &cp);
	if (!size || !cite_is_dash(cp))
		return pos;
	at = pos + size;
	for (letters = 0;; letters++) {
		size = cite_char(text, at, &cp);
		if (!size || cp < 0x80 || !cite_is_letter(cp))
			break;
		at += size;
	}
	return letters && letters <= 4 ? at : pos;
}

static bool
cite_number_prefix(const struct cite_text *text, size_t *pos,
		   const char **prefix)
{
	size_t at = *pos, size;
	uint32_t cp;

	size = cite_char(text, at, &cp);
	*prefix = "S-";
	if (cp == 0x62f) { /* د */
		at += size;
		size = cite_char(text, at, &cp);
		if (cite_fold(cp) != 0x627)
			return false;
		at += size;
		size = cite_char(text, at, &cp);
		if (cp == 0x637) {
			*prefix = "ES-";
			at += size;
			size = cite_char(text, at, &cp);
		}
	} else {
		if (cite_latin_capital(cp) == 'E') {
			*prefix = "ES-";
			at += size;
			size = cite_char(text, at, &cp);
		}
		if (cp != 'S' && cp != 0x405)
			return false;
		at += size;
		size = cite_char(text, at, &cp);
	}
	if (!size || !cite_is_dash(cp))
		return false;
	*pos = at + size;
	return true;
}

bool
cite_number_is_special(const struct cite_text *text, size_t pos)
{
	const char *prefix;
	int value, digits;
	bool is_bound;
	size_t end = pos;

	if (!cite_number_prefix(text, &end, &prefix) ||
	    cite_number_is_glued(text, pos, &is_bound) || is_bound)
		return false;
	end = cite_read_number(text, end, &value, &digits);
	return digits && digits < 3 &&
	       cite_number_slash(text, end, false, &value);
}

static size_t
cite_number_read_special(const struct cite_lexer *lexer, size_t pos,
			 struct cite_number *number)
{
	const char *prefix = "";
	int digits;

	cite_number_prefix(&lexer->text, &pos, &prefix);
	pos = cite_read_number(&lexer->text, pos, &number->first, &digits);
	snprintf(number->session, sizeof number->session, "%s%d", prefix,
		 number->first % 1000);
	pos = cite_number_slash(&lexer->text, pos, false, &number->second);
	if (number->second > 0 && number->second < 1000)
		number->shape = CITE_SPECIAL;
	return cite_letters_read(lexer, pos, &number->letters);
}

static size_t
cite_number_read_digits(const struct cite_lexer *lexer, size_t pos,
			bool may_part, struct cite_number *number)
{
	const struct cite_text *text = &lexer->text;
	size_t end, slashed;
	int digits;

	number->is_glued = cite_number_is_glued(text, pos, &number->is_bound);
	end = cite_read_number(text, pos, &number->first, &digits);
	slashed = cite_number_slash(text, end, may_part, &number->second);
	if (slashed) {
		if (cite_number_tail(text, slashed) != slashed)
			return cite_number_run(text, slashed);
		/* 2008/615/JHA is of the European Union */
		if (slashed < text->len && text->at[slashed] == '/')
			return slashed;
		if (number->first > 0 && number->second > 0)
			number->shape = CITE_SLASHED;
		number->end = slashed;
		end = cite_letters_read(lexer, slashed, &number->letters);
		number->end = end;
		return cite_number_ending(lexer, end);
	}
	if (cite_number_tail(text, end) != end)
		return cite_number_run(text, end);
	if (number->first <= 0 || digits > 4)
		return end;
	number->shape = CITE_BARE;
	end = cite_number_parenthesis(lexer, end, number);
	number->end = end;
	return cite_number_ending(lexer, end);
}

void
cite_number_turn(struct cite_number *number)
{
	int first = number->first;

	if (number->shape != CITE_SLASHED || first < 100 || first > 999 ||
	    number->second < 31 || number->second > 99)
		return;
	number->first = number->second;
	number->second = first;
}

size_t
cite_number_read(const struct cite_lexer *lexer, size_t pos, bool may_part,
		 struct cite_number *number)
{
	size_t end;

	memset(number, 0, sizeof *number);
	number->start = pos;
	if (cite_is_digit_at(&lexer->text, pos))
		return cite_number_read_digits(lexer, pos, may_part, number);
	end = cite_number_read_special(lexer, pos, number);
	number->end = end;
	return end;
}
