/*
 * Spaces that a narrow column must not break: № 5, 5 %, 2021 г., J. Smith,
 * p. 5, 12 300, and before the double signs of French. Only ever a note, and
 * mended by rule.
 */
#include <string.h>

#include "internal.h"

static const char *const before_figures[] = {
	"No",	 "no",	"Nos", "p",    "pp", "page", "pages", "para",
	"paras", "с",	"сс",  "стр",  "п",  "пп",   "ст",    "гл",
	"art",	 "núm", "pág", "párr", "б",  NULL,
};

static bool
is_word_of(const struct check_side *side, uint32_t at, const char *const *words)
{
	for (; *words; words++)
		if (is_side_word(side, at, *words))
			return true;
	return false;
}

static bool
is_sign_at(const struct check_side *side, uint32_t at, uint32_t sign)
{
	return at < side->tokens.list.len &&
	       side->tokens.list.items[at].kind == SCAN_SIGN &&
	       side->tokens.list.items[at].sign == sign;
}

/* "page 5", "No. 5", "п. 5". */
static bool
is_after_reference(const struct check_side *side, uint32_t at)
{
	uint32_t before = at - 1;

	if (side->tokens.list.items[at].kind != SCAN_FIGURES)
		return false;
	if (is_sign_at(side, before, 0x2116))
		return true;
	if (is_side_word(side, before, "page") ||
	    is_side_word(side, before, "pages"))
		return true;
	return before && is_sign_at(side, before, '.') &&
	       is_word_of(side, before - 1, before_figures);
}

/* "J. Smith", "J. R. Smith", «г. Москва»; no sentence ends there. */
static bool
is_after_initial(const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	if (at < 2 || token->kind != SCAN_WORD ||
	    !(token->flags & TOKEN_CAPITAL) || token[-1].sign != '.' ||
	    token[-1].kind != SCAN_SIGN || token[-2].kind != SCAN_WORD ||
	    token[-2].letters != 1)
		return false;
	if (is_side_word(side, at - 2, "г"))
		return at < 3 || token[-3].kind != SCAN_FIGURES;
	return token[-2].flags & TOKEN_CAPITAL &&
	       token[-2].scripts & (SCRIPT_LATIN | SCRIPT_CYRILLIC);
}

/* 5 %, 2021 г., 12 300. */
static bool
is_after_figures(const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	if (token[-1].kind != SCAN_FIGURES)
		return false;
	if (token->kind == SCAN_SIGN)
		return token->sign == '%';
	if (token->kind == SCAN_FIGURES)
		return token->letters == 3 && token[-1].letters <= 3 &&
		       !(token->flags & TOKEN_TAKEN);
	return (is_side_word(side, at, "г") || is_side_word(side, at, "гг") ||
		is_side_word(side, at, "ж")) &&
	       is_sign_at(side, at + 1, '.');
}

/* ; : ! ? and » take a space before them in French, « one after. */
static bool
is_french_space(const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	if (strncmp(side->tag, "fr", 2))
		return false;
	if (is_sign_at(side, at - 1, 0xab))
		return true;
	return token->kind == SCAN_SIGN &&
	       (token->sign == ';' || token->sign == ':' ||
		token->sign == '!' || token->sign == '?' ||
		token->sign == 0xbb);
}

static void
report_space(struct check_run *run, const struct check_row *row,
	     const struct check_side *side, uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];
	struct check_spot spot = {side, token[-1].end, token->start};
	uint32_t first = at > 1 && token[-1].sign == '.' ? at - 2 : at - 1;
	struct check_spot words = spot_of_tokens(side, first, at + 1);
	struct check_finding *finding;

	finding = run_report(run, row, row->rule.severity, &spot, NULL,
			     _("“%s” should not be parted at the end of a "
			       "line: put a no-break space."),
			     run_quote(run, &words));
	/* A line end in the file is no space that could be replaced. */
	if (finding->end == finding->start + 1 && run->sources &&
	    run->sources[side->language].text[finding->start] == ' ')
		finding->fix = "\u00a0";
}

CHECK_SIDE(check_nbsp)
{
	const struct scan_token *token;
	uint32_t i;

	for (i = 1; i < side->tokens.list.len; i++) {
		token = &side->tokens.list.items[i];
		if (!(token->flags & TOKEN_SPACED) ||
		    token->flags & TOKEN_TIED || token[-1].kind == SCAN_BREAK ||
		    token->kind == SCAN_BREAK)
			continue;
		if (is_after_figures(side, i) || is_after_reference(side, i) ||
		    is_after_initial(side, i) || is_french_space(side, i))
			report_space(run, row, side, i);
	}
}
