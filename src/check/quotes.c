/*
 * Quotation marks and brackets, paired. What may stand alone is left out:
 * apostrophes, the ')' of "a)" and of a smile, a sign of feet or inches.
 */
#include <string.h>

#include "scan.h"

#define OPEN_MAX 32

struct quote_pair {
	uint32_t open, close;
	bool is_bracket;
};

static const struct quote_pair quote_pairs[] = {
	{0xab, 0xbb, false},	 {0x201c, 0x201d, false},
	{0x201e, 0x201c, false}, {'(', ')', true},
	{'[', ']', true},	 {'{', '}', true},
	{0x300c, 0x300d, false}, {0x300e, 0x300f, false},
	{0x300a, 0x300b, false}, {0xff08, 0xff09, true},
	{0x3010, 0x3011, true},	 {0x2039, 0x203a, false},
};

#define QUOTE_PAIRS (sizeof quote_pairs / sizeof *quote_pairs)

struct quote_reader {
	const char *text;
	struct scan_tokens *tokens;
	struct scan_quotes *out;
	size_t open[OPEN_MAX]; /* in out->list */
	size_t depth;
};

static bool
is_quote_sign(uint32_t sign)
{
	size_t i;

	if (sign == '"')
		return true;
	if (sign < 0xab && sign != '(' && sign != ')' && sign != '[' &&
	    sign != ']' && sign != '{' && sign != '}')
		return false;
	for (i = 0; i < QUOTE_PAIRS; i++)
		if (sign == quote_pairs[i].open || sign == quote_pairs[i].close)
			return true;
	return false;
}

/* "iii", "vii": counted as letters of a list are. */
static bool
is_small_roman(const struct quote_reader *reader, uint32_t at)
{
	const struct scan_token *token = &reader->tokens->list.items[at];
	uint32_t i;

	if (token->kind != SCAN_WORD || token->letters > 4)
		return false;
	for (i = token->start; i < token->end; i++)
		if (!strchr("ivx", reader->text[i]))
			return false;
	return true;
}

/* "a)", "1)", "iv)" at the start of a line or after a sign. */
static bool
is_list_mark(const struct quote_reader *reader, uint32_t at)
{
	const struct scan_token *token = reader->tokens->list.items;

	if (token[at].sign != ')' || !at || token[at].flags & TOKEN_SPACED ||
	    token[at - 1].kind == SCAN_SIGN)
		return false;
	if (token[at - 1].letters > 2 && !is_small_roman(reader, at - 1))
		return false;
	return at == 1 || token[at - 2].kind == SCAN_BREAK ||
	       token[at - 2].kind == SCAN_SIGN ||
	       token[at - 1].flags & TOKEN_SPACED;
}

/* 5", 30": inches. */
static bool
is_inches(const struct quote_reader *reader, uint32_t at)
{
	const struct scan_token *token = reader->tokens->list.items;

	return token[at].sign == '"' && at && !reader->depth &&
	       token[at - 1].kind == SCAN_FIGURES &&
	       !(token[at].flags & TOKEN_SPACED);
}

static void
quote_open(struct quote_reader *reader, uint32_t at, bool is_bracket)
{
	struct scan_quote quote = {.open = at,
				   .close = UINT32_MAX,
				   .sign = reader->tokens->list.items[at].sign,
				   .is_bracket = is_bracket,
				   .depth = (uint8_t)reader->depth};

	vector_push(&reader->out->list, quote);
	if (reader->depth < OPEN_MAX)
		reader->open[reader->depth++] = reader->out->list.len - 1;
}

static bool
is_closed_by(uint32_t open, uint32_t close)
{
	size_t i;

	if (open == '"')
		return close == '"' || close == 0x201d;
	/* “ … " is careless, but closed. */
	if (open == 0x201c && close == '"')
		return true;
	if (open == 0x201e && close == 0x201d)
		return true;
	for (i = 0; i < QUOTE_PAIRS; i++)
		if (open == quote_pairs[i].open &&
		    close == quote_pairs[i].close)
			return true;
	return false;
}

/* Close the nearest that fits; what was opened after it stays open. */
static bool
quote_close(struct quote_reader *reader, uint32_t at, uint32_t sign)
{
	struct scan_quote *quote;
	size_t i = reader->depth;

	while (i-- > 0) {
		quote = &reader->out->list.items[reader->open[i]];
		if (!is_closed_by(quote->sign, sign))
			continue;
		quote->close = at;
		reader->depth = i;
		return true;
	}
	return false;
}

static bool
is_opening(const struct quote_reader *reader, uint32_t at, uint32_t sign)
{
	const struct scan_token *token = reader->tokens->list.items;
	size_t i;

	/* “ closes what „ opened, where no space stands before it. */
	if (sign == 0x201c)
		return !(
			reader->depth && !(token[at].flags & TOKEN_SPACED) &&
			reader->out->list.items[reader->open[reader->depth - 1]]
					.sign == 0x201e);
	for (i = 0; i < QUOTE_PAIRS; i++)
		if (sign == quote_pairs[i].open)
			return true;
	return false;
}

static void
quote_read(struct quote_reader *reader, uint32_t at)
{
	uint32_t sign = reader->tokens->list.items[at].sign;
	bool is_bracket = sign == '(' || sign == ')' || sign == '[' ||
			  sign == ']' || sign == '{' || sign == '}' ||
			  sign == 0xff08 || sign == 0xff09 || sign == 0x3010 ||
			  sign == 0x3011;

	if (is_inches(reader, at))
		return;
	if (sign == '"') {
		if (!quote_close(reader, at, sign))
			quote_open(reader, at, false);
		return;
	}
	if (is_opening(reader, at, sign)) {
		quote_open(reader, at, is_bracket);
		return;
	}
	if (quote_close(reader, at, sign) || is_list_mark(reader, at))
		return;
	vector_push(&reader->out->list,
		    (struct scan_quote){.open = at,
					.close = UINT32_MAX,
					.sign = sign,
					.is_bracket = is_bracket});
}

static void
quote_mark_tokens(struct scan_tokens *tokens, const struct scan_quotes *quotes)
{
	const struct scan_quote *quote;
	uint32_t at = 0;
	size_t i;

	for (i = 0; i < quotes->list.len; i++) {
		quote = &quotes->list.items[i];
		if (quote->is_bracket || quote->close == UINT32_MAX)
			continue;
		at = at > quote->open ? at : quote->open;
		for (; at < quote->close; at++)
			tokens->list.items[at].flags |= TOKEN_QUOTED;
	}
}

void
scan_quotes(const char *text, struct scan_tokens *tokens,
	    struct scan_quotes *out)
{
	struct quote_reader reader = {
		.text = text, .tokens = tokens, .out = out};
	const struct scan_token *token;
	uint32_t i;

	for (i = 0; i < tokens->list.len; i++) {
		token = &tokens->list.items[i];
		if (token->kind == SCAN_SIGN && is_quote_sign(token->sign))
			quote_read(&reader, i);
	}
	quote_mark_tokens(tokens, out);
}
