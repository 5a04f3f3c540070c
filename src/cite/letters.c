/* The letters of a resolution's parts: "A", "A and B", "A to D", "[A]". */
#include <string.h>

#include "lexer.h"
#include "number.h"

/* In Arabic parts are named by the letters of the abjad order. */
static size_t
cite_letter_arabic(const struct cite_text *text, size_t pos, char *letter)
{
	static const char *const names[] = {"ألف", "باء", "جيم", "دال", "هاء",
					    "واو", "زاي", "حاء", "طاء", "ياء",
					    "كاف", "لام", "ميم", "نون"};
	size_t i, end;

	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		end = cue_match_pattern(names[i], 0, text, pos);
		if (end) {
			*letter = (char)('A' + i);
			return end;
		}
	}
	return 0;
}

/* What follows a letter that stands for itself. */
static bool
cite_letter_ends(const struct cite_text *text, size_t pos, char letter)
{
	size_t size, next;
	uint32_t cp, after;

	size = cite_char(text, pos, &cp);
	if (!size)
		return true;
	if (cite_is_ideograph(cp))
		return true;
	if (cite_is_letter(cp) || cite_digit(cp) >= 0 || cp == '/' ||
	    cp == '\'' || cp == 0x2019)
		return false;
	cite_char(text, pos + size, &after);
	if (cp == '.' && (cite_is_letter(after) || cite_digit(after) >= 0))
		return false;
	if (cite_is_dash(cp))
		return cite_latin_capital(after) &&
		       !cite_is_letter_at(
			       text,
			       pos + size +
				       cite_char(text, pos + size, &after));
	if (!cite_is_space(cp))
		return true;
	next = cite_skip_space(text, pos, 3);
	cite_char(text, next, &after);
	/* "A / 75 / 816", and the pronoun */
	return after != '/' && (letter != 'I' || !cite_is_letter(after) ||
				cite_is_upper(after));
}

static size_t
cite_letter_read(const struct cite_text *text, size_t pos, char *letter)
{
	size_t size;
	uint32_t cp;

	size = cite_char(text, pos, &cp);
	if (cite_is_arabic(cp))
		return cite_letter_arabic(text, pos, letter);
	*letter = cite_latin_capital(cp);
	if (!*letter || !cite_letter_ends(text, pos + size, *letter))
		return 0;
	return pos + size;
}

static void
cite_letters_add(struct cite_letters *letters, char letter, size_t start,
		 size_t end)
{
	struct cite_letter *to;

	if (letters->count == CITE_LETTERS_MAX)
		return;
	to = &letters->list[letters->count++];
	to->letter = letter;
	to->start = start;
	to->end = end;
}

/* ", B", "and B", "to D": past the joint, 0 where there is none. */
static size_t
cite_letters_joint(const struct cite_lexer *lexer, size_t pos, bool *is_range)
{
	struct cite_token token;
	uint32_t cp;
	int i;

	*is_range = false;
	for (i = 0; i < 2; i++) {
		if (!cite_lexer_peek(lexer, pos, &token))
			return 0;
		/* E and Y are letters here, not Spanish for "and" */
		cite_char(&lexer->text, token.start, &cp);
		if (cite_is_upper(cp))
			break;
		if (token.kind == CITE_TO || token.kind == CITE_DASH)
			*is_range = true;
		else if (token.kind != CITE_COMMA && token.kind != CITE_AND)
			break;
		pos = token.end;
	}
	/* وباء: "and" in one word with the letter's name */
	if (!i && token.kind == CITE_WORD &&
	    lexer->text.len - token.start > 2 &&
	    !memcmp(lexer->text.at + token.start, "\xd9\x88", 2))
		return token.start + 2;
	return i ? cite_skip_space(&lexer->text, pos, 3) : 0;
}

static size_t
cite_letters_more(const struct cite_lexer *lexer, size_t pos,
		  struct cite_letters *letters)
{
	char letter, last;
	size_t at, end;
	bool is_range;

	while (letters->count < CITE_LETTERS_MAX) {
		at = cite_letters_joint(lexer, pos, &is_range);
		if (!at)
			break;
		end = cite_letter_read(&lexer->text, at, &letter);
		last = letters->list[letters->count - 1].letter;
		if (!end || letter <= last)
			break;
		while (is_range && ++last < letter)
			cite_letters_add(letters, last, pos, pos);
		cite_letters_add(letters, letter, at, end);
		pos = end;
	}
	return pos;
}

size_t
cite_letters_read(const struct cite_lexer *lexer, size_t pos,
		  struct cite_letters *letters)
{
	const struct cite_text *text = &lexer->text;
	size_t at = cite_skip_space(text, pos, 2), end;
	bool bracket;
	char letter;

	letters->count = 0;
	bracket = at < text->len && text->at[at] == '[';
	if (bracket)
		at++;
	end = cite_letter_read(text, at, &letter);
	if (!end || (bracket && (end >= text->len || text->at[end] != ']')))
		return pos;
	end += bracket;
	cite_letters_add(letters, letter, at, end);
	if (bracket)
		return end;
	return cite_letters_more(lexer, end, letters);
}
