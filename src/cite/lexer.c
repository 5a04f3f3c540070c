#include "lexer.h"
#include "names.h"
#include "number.h"

/* One or two letters before a full stop: "г.", "No.", "с.г." */
static bool
cite_lexer_is_abbreviation(const struct cite_text *text, size_t stop)
{
	size_t at = stop, start;
	int letters;

	for (letters = 0; letters < 3 && at > 0; letters++) {
		if (!cite_is_letter(cite_char_before(text, at, &start)))
			break;
		at = start;
	}
	return letters == 1 || letters == 2;
}

/* A full stop ends a sentence when a capital, or a letter of a script
 * without capitals, follows after space. */
static bool
cite_lexer_is_break(const struct cite_text *text, size_t stop, size_t after)
{
	size_t next = cite_skip_space(text, after, 8);
	uint32_t cp;

	if (next >= text->len)
		return true;
	if (next == after || cite_lexer_is_abbreviation(text, stop))
		return false;
	cite_char(text, next, &cp);
	return cite_is_upper(cp) || cite_is_arabic(cp);
}

/* A straight quotation mark opens where no word stands before it. */
static bool
cite_lexer_is_opening(const struct cite_text *text, size_t pos)
{
	size_t start;
	uint32_t cp;

	if (!pos)
		return true;
	cp = cite_char_before(text, pos, &start);
	return cite_is_space(cp) || cp == '(' || cp == '[';
}

static enum cite_kind
cite_lexer_sign_kind(const struct cite_text *text, size_t pos, size_t after,
		     uint32_t cp)
{
	if (cite_is_dash(cp))
		return CITE_DASH;
	switch (cp) {
	case '(':
	case '[':
	case 0xff08:
	case 0x3010:
		return CITE_OPEN;
	case ')':
	case ']':
	case 0xff09:
	case 0x3011:
		return CITE_CLOSE;
	case ',':
	case ';':
	case 0x60c:
	case 0x61b:
	case 0x3001:
	case 0xff0c:
	case 0xff1b:
		return CITE_COMMA;
	case 0xab:
	case 0x201c:
	case 0x201e:
	case 0x2039:
	case 0x300a:
	case 0x300c:
		return CITE_QUOTE_OPEN;
	case 0xbb:
	case 0x201d:
	case 0x203a:
	case 0x300b:
	case 0x300d:
		return CITE_QUOTE_CLOSE;
	case '"':
		return cite_lexer_is_opening(text, pos) ? CITE_QUOTE_OPEN
							: CITE_QUOTE_CLOSE;
	case 0x2116:
		return CITE_NUMBER_SIGN;
	case '&':
		return CITE_AND;
	case '.':
	case '!':
	case '?':
		return cite_lexer_is_break(text, pos, after) ? CITE_BREAK
							     : CITE_MARK;
	case 0x61f:
	case 0x6d4:
	case 0x3002:
	case 0xff01:
	case 0xff1f:
		return CITE_BREAK;
	default:
		return CITE_MARK;
	}
}

/* "БҰҰ-ның": the ending after an abbreviation. */
static size_t
cite_lexer_ending(const struct cite_text *text, size_t pos)
{
	size_t at, size;
	uint32_t cp;
	int letters;

	size = cite_char(text, pos, &cp);
	if (!size || !cite_is_dash(cp))
		return pos;
	at = pos + size;
	for (letters = 0;; letters++) {
		size = cite_char(text, at, &cp);
		if (!size || !cite_is_letter(cp))
			break;
		if (cite_is_upper(cp) || letters == 6)
			return pos;
		at += size;
	}
	return letters ? at : pos;
}

static bool
cite_lexer_cue(const struct cite_lexer *lexer, size_t pos,
	       const struct cue_hashes *hashes, struct cite_token *token)
{
	const struct cue *cue;
	size_t end;

	cue = cue_match(lexer->index, &lexer->text, pos, hashes, lexer->mask,
			&end);
	if (!cue)
		return false;
	if (cue->flags & CUE_UPPER)
		end = cite_lexer_ending(&lexer->text, end);
	token->kind = cue->kind;
	token->value = cue->value;
	token->flags = cue->flags;
	token->end = end;
	return true;
}

/*
 * Arabic writes "and", "in", "for", "as" and "the" in one word with what
 * follows: the places inside the word where a cue could begin.
 */
size_t
cite_arabic_stems(const struct cite_text *text, size_t pos, size_t stems[4])
{
	size_t count = 0, at = pos, size, lam;
	uint32_t cp, next;

	size = cite_char(text, at, &cp);
	if (cp == 0x648 || cp == 0x641) {
		at += size;
		stems[count++] = at;
		size = cite_char(text, at, &cp);
	}
	if (cp == 0x628 || cp == 0x644 || cp == 0x643) {
		lam = at;
		at += size;
		stems[count++] = at;
		size = cite_char(text, at, &next);
		/* لل: "for the" swallows the alif of "the" */
		if (cp == 0x644 && next == 0x644 && lam + 2 == at) {
			stems[count++] = at + size;
			return count;
		}
		cp = next;
	}
	if (cp == 0x627) {
		at += size;
		size = cite_char(text, at, &cp);
		if (cp == 0x644)
			stems[count++] = at + size;
	}
	return count;
}

static bool
cite_lexer_arabic(struct cite_lexer *lexer, size_t pos,
		  struct cite_token *token)
{
	size_t stems[4], count, i;
	struct cue_hashes hashes;
	uint32_t cp;

	count = cite_arabic_stems(&lexer->text, pos, stems);
	if (!count)
		return false;
	cite_char(&lexer->text, pos, &cp);
	for (i = 0; i < count; i++) {
		cue_hashes_at(&lexer->text, stems[i], &hashes);
		if (cite_lexer_cue(lexer, stems[i], &hashes, token)) {
			if (cp != 0x648)
				return true;
			break;
		}
	}
	/* و before a cue, a number or a letter is the token "and" */
	if (cp != 0x648 ||
	    (i == count && !cite_is_digit_at(&lexer->text, pos + 2)))
		return false;
	token->kind = CITE_AND;
	token->value = 0;
	token->flags = 0;
	token->end = pos + 2;
	return true;
}

/* "the": no symbol and no session begins with two small letters. */
static bool
cite_lexer_is_small(const struct cite_text *text, size_t pos)
{
	const char *at = text->at + pos;

	return text->len - pos > 1 && at[0] >= 'a' && at[0] <= 'z' &&
	       at[1] >= 'a' && at[1] <= 'z';
}

/* A symbol, or the session before a number: "S-10/2". */
static bool
cite_lexer_capital(struct cite_lexer *lexer, size_t pos,
		   struct cite_token *token)
{
	if (cite_lexer_is_small(&lexer->text, pos))
		return false;
	if (cite_symbol_read(&lexer->text, pos, &token->symbol)) {
		token->kind = CITE_SYMBOL;
		token->end = token->symbol.end;
		return true;
	}
	if (!cite_number_is_special(&lexer->text, pos))
		return false;
	token->kind = CITE_NUMBER;
	token->end = pos;
	return true;
}

static void
cite_lexer_word(struct cite_lexer *lexer, size_t pos, uint32_t cp,
		struct cite_token *token)
{
	struct cue_hashes hashes;
	size_t end;

	if (cite_lexer_capital(lexer, pos, token))
		return;
	cue_hashes_at(&lexer->text, pos, &hashes);
	if (!cite_lexer_cue(lexer, pos, &hashes, token) && cite_is_arabic(cp))
		cite_lexer_arabic(lexer, pos, token);
	if (!lexer->names)
		return;
	token->name = cite_names_match(lexer->names, &lexer->text, pos, &hashes,
				       &end);
	if (token->name && end > token->end) {
		token->kind = CITE_NAME;
		token->end = end;
	}
}

/* Past spaces; true where a blank line was among them. */
static bool
cite_lexer_space(struct cite_lexer *lexer)
{
	uint32_t cp;
	size_t size;
	int lines = 0;

	for (;;) {
		size = cite_char(&lexer->text, lexer->pos, &cp);
		if (!size || !(cite_is_space(cp) || cite_is_ignorable(cp)))
			return lines > 1;
		lines += cp == '\n';
		lexer->pos += size;
	}
}

bool
cite_lexer_next(struct cite_lexer *lexer, struct cite_token *token)
{
	size_t size;
	uint32_t cp;

	token->value = 0;
	token->flags = 0;
	token->name = NULL;
	if (cite_lexer_space(lexer)) {
		token->kind = CITE_BREAK;
		token->start = token->end = lexer->pos;
		return true;
	}
	token->start = token->end = lexer->pos;
	token->kind = CITE_END;
	size = cite_char(&lexer->text, lexer->pos, &cp);
	if (!size)
		return false;
	if (cite_digit(cp) >= 0) {
		token->kind = CITE_NUMBER;
	} else if (cite_is_letter(cp)) {
		token->kind = CITE_WORD;
		cite_lexer_word(lexer, lexer->pos, cp, token);
	} else {
		token->end += size;
		token->kind = cite_lexer_sign_kind(&lexer->text, token->start,
						   token->end, cp);
	}
	lexer->pos = token->end;
	return true;
}

bool
cite_lexer_peek(const struct cite_lexer *lexer, size_t pos,
		struct cite_token *token)
{
	struct cite_lexer copy = *lexer;

	copy.pos = pos;
	return cite_lexer_next(&copy, token);
}
