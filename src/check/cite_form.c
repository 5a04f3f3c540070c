/*
 * Forms of citation. The UN identifies a resolution by its body and number: a
 * Council's with its year, an Assembly's of the first thirty sessions with
 * the session in Roman figures, one of several parts with its letter; a
 * symbol is parted by '/' and has no spaces.
 */
#include <string.h>

#include "internal.h"

static bool
has_text(const struct check_side *side, const struct citation *cite,
	 const char *words)
{
	size_t len = strlen(words), at;

	for (at = cite->start; at + len <= cite->end; at++)
		if (!memcmp(side->text.data + at, words, len))
			return true;
	return false;
}

static bool
is_resolution(const struct citation *cite)
{
	return !strncmp(cite->symbol, "A/RES/", 6) ||
	       !strncmp(cite->symbol, "S/RES/", 6);
}

/* A/RES/217(III) where only parts of it are known: A/RES/217(III)A. */
static const char *
form_lettered(struct check_run *run, const struct citation *cite)
{
	const struct catalogue *catalogue = run->checker->settings.catalogue;
	const char *symbol;
	char letter;

	if (!catalogue || strncmp(cite->symbol, "A/RES/", 6) ||
	    catalogue_find_symbol(catalogue, cite->symbol))
		return NULL;
	for (letter = 'A'; letter <= 'F'; letter++) {
		symbol =
			arena_printf(&run->arena, "%s%c", cite->symbol, letter);
		if (catalogue_find_symbol(catalogue, symbol))
			return symbol;
	}
	return NULL;
}

static uint32_t
form_token_after(const struct check_side *side, size_t byte)
{
	size_t low = 0, high = side->tokens.list.len, middle;

	while (low < high) {
		middle = low + (high - low) / 2;
		if (side->tokens.list.items[middle].start < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return (uint32_t)low;
}

static bool
is_roman_token(const struct check_side *side, uint32_t at)
{
	size_t len, i;
	const char *text = side_word(side, at, &len);

	for (i = 0; i < len; i++)
		if (!strchr("IVXLCS-", text[i]))
			return false;
	return len > 0;
}

/* "31/1 (XXXI)", "75/240 (2020)": what only older or other bodies' numbers
 * have. */
static bool
has_idle_brackets(const struct check_side *side, const struct citation *cite)
{
	const struct scan_token *tokens = side->tokens.list.items;
	uint32_t at = form_token_after(side, cite->end);

	if (strncmp(cite->symbol, "A/RES/", 6) || strchr(cite->symbol, '(') ||
	    !strchr(cite->symbol + 6, '/') || at + 2 >= side->tokens.list.len ||
	    tokens[at].sign != '(' || tokens[at].kind != SCAN_SIGN ||
	    tokens[at + 2].sign != ')')
		return false;
	if (tokens[at + 1].kind == SCAN_FIGURES)
		return tokens[at + 1].letters == 4;
	return tokens[at + 1].kind == SCAN_WORD && is_roman_token(side, at + 1);
}

/* "A/RES/2758/XXVI", "31/16/A": something hangs on to it. */
static bool
has_tail(const struct check_side *side, const struct citation *cite)
{
	const struct scan_token *tokens = side->tokens.list.items;
	uint32_t at = form_token_after(side, cite->end);

	return is_resolution(cite) && at + 1 < side->tokens.list.len &&
	       tokens[at].kind == SCAN_SIGN && tokens[at].sign == '/' &&
	       !(tokens[at].flags & TOKEN_SPACED) &&
	       !(tokens[at + 1].flags & TOKEN_SPACED) &&
	       tokens[at + 1].kind == SCAN_WORD &&
	       is_roman_token(side, at + 1) | (tokens[at + 1].letters == 1);
}

/* Written as a symbol, but not quite: A/Res/75/240, A/RES/75 / 240,
 * GA/RES/75/240, 1540/2004. */
static bool
is_misspelt(const struct check_side *side, const struct citation *cite)
{
	if (!is_resolution(cite) || !has_text(side, cite, "/"))
		return false;
	if (has_text(side, cite, "/Res") || has_text(side, cite, "/res") ||
	    has_text(side, cite, " /") || has_text(side, cite, "/ ") ||
	    has_text(side, cite, "GA/") || has_text(side, cite, "SC/"))
		return true;
	if (cite->start >= 3 &&
	    (!memcmp(side->text.data + cite->start - 3, "GA/", 3) ||
	     !memcmp(side->text.data + cite->start - 3, "UN/", 3)))
		return true;
	return !strncmp(cite->symbol, "S/RES/", 6) &&
	       !has_text(side, cite, "RES") && !has_text(side, cite, "(");
}

static void
report_form(struct check_run *run, const struct check_row *row,
	    const struct check_side *side, const struct citation *cite,
	    const char *right)
{
	struct check_spot spot = {side, cite->start, cite->end};

	run_report(run, row, row->rule.severity, &spot, NULL,
		   _("“%s” is not how this is cited; write %s."),
		   run_quote(run, &spot), right);
}

static void
report_partial(struct check_run *run, const struct check_row *row,
	       const struct check_side *side, const struct citation *cite)
{
	struct check_spot spot = {side, cite->start, cite->end};

	if (cite->symbol[0] == 'S')
		run_report(run, row, row->rule.severity, &spot, NULL,
			   _("A resolution of the Security Council is cited "
			     "with its year, as in 1540 (2004), not “%s”."),
			   run_quote(run, &spot));
	else
		run_report(run, row, row->rule.severity, &spot, NULL,
			   _("A resolution of the Assembly's first thirty "
			     "sessions is cited with its session, as in 217 "
			     "(III), not “%s”."),
			   run_quote(run, &spot));
}

static void
check_form(struct check_run *run, const struct check_row *row,
	   const struct check_side *side, const struct citation *cite)
{
	const char *lettered;

	if (cite->is_explicit || cite->start == cite->end)
		return;
	/* Once it was cited in full, the number may do. */
	if (!cite->is_partial)
		run_once(run, "full", cite->symbol, side->language);
	if (cite->is_partial && is_resolution(cite)) {
		if (run_once(run, "full", cite->symbol, side->language))
			report_partial(run, row, side, cite);
		return;
	}
	lettered = form_lettered(run, cite);
	if (lettered)
		report_form(run, row, side, cite, lettered);
	else if (is_misspelt(side, cite) || has_idle_brackets(side, cite) ||
		 has_tail(side, cite))
		report_form(run, row, side, cite, cite->symbol);
}

/* ---- what is not even found ---- */

static bool
is_symbol_sign(const struct scan_token *token)
{
	return token->kind == SCAN_SIGN && !(token->flags & TOKEN_SPACED) &&
	       (token->sign == '/' || token->sign == '-' ||
		token->sign == '\\' || token->sign == '.' ||
		token->sign == '_');
}

static bool
is_glued(const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	return at < side->tokens.list.len && !(token->flags & TOKEN_SPACED) &&
	       (token->kind == SCAN_FIGURES || token->kind == SCAN_WORD ||
		(is_symbol_sign(token) && token->sign != '.'));
}

/* S/RES/2004/1540, A-RES-75-240, A/RES/75-240. */
static void
check_broken_symbol(struct check_run *run, const struct check_row *row,
		    const struct check_side *side, uint32_t at)
{
	const struct scan_token *tokens = side->tokens.list.items;
	uint32_t first = at, end = at + 1;
	struct check_spot spot;
	bool has_figures = false;

	if (at < 2 || !is_symbol_sign(&tokens[at - 1]) ||
	    tokens[at - 2].kind != SCAN_WORD || !is_glued(side, at + 1) ||
	    !is_symbol_sign(&tokens[at + 1]))
		return;
	first = at - 2;
	for (; is_glued(side, end); end++)
		has_figures |= tokens[end].kind == SCAN_FIGURES;
	for (at = first; at < end; at++)
		if (tokens[at].flags & TOKEN_CITED)
			return;
	spot = spot_of_tokens(side, first, end);
	if (has_figures)
		run_report(run, row, row->rule.severity, &spot, NULL,
			   _("“%s” is not the form of a symbol, such as "
			     "A/RES/75/240 or S/RES/1540 (2004)."),
			   run_quote(run, &spot));
}

/* "resolution 75-240". */
static void
check_broken_number(struct check_run *run, const struct check_row *row,
		    const struct check_side *side, uint32_t at)
{
	const struct scan_token *tokens = side->tokens.list.items;
	uint32_t count = (uint32_t)side->tokens.list.len;
	struct check_spot spot;

	while (at < count &&
	       (tokens[at].sign == 0x2116 || is_side_word(side, at, "No") ||
		tokens[at].sign == '.'))
		at++;
	if (at + 2 >= count || tokens[at].kind != SCAN_FIGURES ||
	    tokens[at].flags & (TOKEN_CITED | TOKEN_TAKEN) ||
	    tokens[at + 1].kind != SCAN_SIGN ||
	    (tokens[at + 1].sign != '-' && tokens[at + 1].sign != '\\') ||
	    tokens[at + 1].flags & TOKEN_SPACED || !is_glued(side, at + 2) ||
	    tokens[at + 2].kind != SCAN_FIGURES || tokens[at].letters > 2)
		return;
	spot = spot_of_tokens(side, at, at + 3);
	run_report(run, row, row->rule.severity, &spot, NULL,
		   _("“%s” is not how a number is written; session and number "
		     "have a slash between, as in 75/240."),
		   run_quote(run, &spot));
}

CHECK_SIDE(check_cite_form)
{
	uint32_t res = scan_hash("res", 3), i;
	const struct phrases *phrases = run_phrases(run, side);
	const struct scan_token *token;
	struct phrase_match match;
	size_t j;

	for (j = 0; j < side->citations.list.len; j++)
		check_form(run, row, side, &side->citations.list.items[j]);
	for (i = 0; i < side->tokens.list.len; i++) {
		token = &side->tokens.list.items[i];
		if (token->kind != SCAN_WORD)
			continue;
		if (token->hash == res && !(token->flags & TOKEN_CITED))
			check_broken_symbol(run, row, side, i);
		else if (token->letters > 5 &&
			 phrases_match(phrases, side, i, &match) &&
			 match.kind == PHRASE_CITE)
			check_broken_number(run, row, side, match.end);
	}
}
