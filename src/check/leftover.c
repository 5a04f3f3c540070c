/* What was left from drafting: marks, words written twice, texts that were
 * not translated. */
#include <string.h>

#include "internal.h"

/* ---- marks ---- */

static bool
is_phrase_kind(const struct check_run *run, const struct check_side *side,
	       uint32_t at, enum phrase_kind kind)
{
	struct phrase_match match;

	return at < side->tokens.list.len &&
	       phrases_match(run_phrases(run, side), side, at, &match) &&
	       match.kind == kind;
}

/* XX is a numeral beside a century or a session. */
static bool
is_roman_here(const struct check_run *run, const struct check_side *side,
	      uint32_t at)
{
	const struct scan_token *tokens = side->tokens.list.items;
	uint32_t next = at + 1;

	if (tokens[at].flags & TOKEN_CITED)
		return true;
	if (next + 1 < side->tokens.list.len && tokens[next].sign == '-' &&
	    tokens[next].kind == SCAN_SIGN)
		next += 2;
	if (next < side->tokens.list.len &&
	    tokens[next].meaning == MEANS_CENTURY)
		return true;
	if (at && (tokens[at - 1].meaning == MEANS_CENTURY ||
		   tokens[at - 1].kind == SCAN_FIGURES))
		return true;
	if (at >= 2 && tokens[at - 1].sign == '(' &&
	    tokens[at - 2].kind == SCAN_FIGURES)
		return true;
	/* "XIX and XX centuries", "XIX–XX вв." */
	if (at >= 2 && tokens[at - 2].kind == SCAN_WORD &&
	    tokens[at - 2].flags & TOKEN_UPPER &&
	    is_side_word(side, at - 2, "XIX"))
		return true;
	return is_phrase_kind(run, side, next, PHRASE_SESSION) ||
	       (at && is_phrase_kind(run, side, at - 1, PHRASE_SESSION));
}

static bool
is_mark(const struct check_run *run, const struct check_side *side, uint32_t at,
	const struct phrase_match *match)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	if (match->kind == PHRASE_CAPITALS)
		return !is_roman_here(run, side, at);
	if (match->kind != PHRASE_DRAFT)
		return false;
	/* A quotation may leave words out. */
	if (token->sign == '[' && token->kind == SCAN_SIGN &&
	    side->tokens.list.items[at + 1].kind == SCAN_SIGN &&
	    side->tokens.list.items[at + 1].sign != '?')
		return !(token->flags & TOKEN_QUOTED);
	return true;
}

/* ---- doubled words ---- */

static bool
is_doubled(const struct check_run *run, const struct check_side *side,
	   uint32_t at)
{
	const struct scan_token *token = &side->tokens.list.items[at];

	if (!at || token->kind != SCAN_WORD || token[-1].kind != SCAN_WORD ||
	    token->hash != token[-1].hash ||
	    token->letters != token[-1].letters ||
	    token->scripts == SCRIPT_HAN || !(token->flags & TOKEN_SPACED))
		return false;
	/* Names: Pago Pago; initials and figures: A A, XX XX. */
	if (token->flags & TOKEN_CAPITAL && token[-1].flags & TOKEN_CAPITAL)
		return false;
	if (is_phrase_kind(run, side, at, PHRASE_DOUBLE))
		return false;
	return !(at + 1 < side->tokens.list.len && token->letters == 1 &&
		 token[1].kind == SCAN_SIGN && token[1].sign == '.');
}

CHECK_SIDE(check_leftover)
{
	const struct phrases *phrases = run_phrases(run, side);
	struct phrase_match match;
	struct check_spot spot;
	uint32_t i, next;

	for (i = 0; i < side->tokens.list.len; i = next) {
		next = i + 1;
		if (is_doubled(run, side, i)) {
			spot = spot_of_tokens(side, i - 1, i + 1);
			run_report(run, row, SEVERITY_WARNING, &spot, NULL,
				   _("The same word stands twice: “%s”."),
				   run_quote(run, &spot));
		}
		if (!phrases_match(phrases, side, i, &match) ||
		    !is_mark(run, side, i, &match))
			continue;
		spot = spot_of_tokens(side, i, match.end);
		run_report(run, row, row->rule.severity, &spot, NULL,
			   _("A mark of the draft is left: “%s”."),
			   run_quote(run, &spot));
		next = match.end;
	}
}

/* ---- not translated ---- */

#define RATIO_LETTERS  60 /* in shorter texts it says nothing */
#define SCRIPT_LETTERS 20
#define SAME_WORDS     6
#define HAN_WORTH      3 /* letters of other scripts to a Chinese one */
#define COPIED_WORDS   3

static int
script_of_language(const char *tag)
{
	static const struct {
		const char *tag;
		int script;
	} scripts[] = {
		{"en", SCRIPT_LATIN},	 {"fr", SCRIPT_LATIN},
		{"es", SCRIPT_LATIN},	 {"de", SCRIPT_LATIN},
		{"pt", SCRIPT_LATIN},	 {"it", SCRIPT_LATIN},
		{"ru", SCRIPT_CYRILLIC}, {"kk", SCRIPT_CYRILLIC},
		{"be", SCRIPT_CYRILLIC}, {"ky", SCRIPT_CYRILLIC},
		{"tg", SCRIPT_CYRILLIC}, {"zh", SCRIPT_HAN},
		{"ar", SCRIPT_ARABIC},	 {"fa", SCRIPT_ARABIC},
	};
	size_t i, len = strcspn(tag, "-");

	/* kk-Latn and its like say the script themselves. */
	if (strstr(tag, "-Latn"))
		return SCRIPT_LATIN;
	for (i = 0; i < sizeof scripts / sizeof *scripts; i++)
		if (len == 2 && !strncmp(tag, scripts[i].tag, 2))
			return scripts[i].script;
	return 0;
}

struct letter_count {
	size_t all, own; /* letters; of the language's script */
	size_t plain;	 /* words that are neither names nor citations */
};

static void
count_letters(const struct check_side *side, struct letter_count *out)
{
	int script = script_of_language(side->tag);
	const struct scan_token *token;
	size_t i;

	*out = (struct letter_count){0, 0, 0};
	for (i = 0; i < side->tokens.list.len; i++) {
		token = &side->tokens.list.items[i];
		if (token->kind != SCAN_WORD || token->flags & TOKEN_CITED)
			continue;
		out->all += token->letters;
		out->own += token->scripts & script ? token->letters : 0;
		out->plain += !(token->flags & (TOKEN_CAPITAL | TOKEN_UPPER));
	}
	if (!script)
		out->own = out->all;
}

/* Letters, as many as the text would have in Latin. */
static size_t
worth_of(const struct check_side *side)
{
	return script_of_language(side->tag) == SCRIPT_HAN
		       ? side->letters * HAN_WORTH
		       : side->letters;
}

static uint64_t
sentence_hash(const struct check_side *side,
	      const struct scan_sentence *sentence, size_t *plain)
{
	const struct scan_token *token;
	uint64_t hash = 0;
	uint32_t i;

	*plain = 0;
	for (i = sentence->first; i < sentence->end; i++) {
		token = &side->tokens.list.items[i];
		if (token->kind != SCAN_WORD && token->kind != SCAN_FIGURES)
			continue;
		hash = (hash ^ token->hash) * UINT64_C(0x100000001b3);
		*plain += token->kind == SCAN_WORD &&
			  !(token->flags & (TOKEN_CITED | TOKEN_QUOTED));
	}
	return hash;
}

/* A sentence that stands in both, word for word. */
static const struct scan_sentence *
find_copied(const struct check_side *one, const struct check_side *two)
{
	const struct scan_sentence *a, *b;
	size_t i, j, plain;
	uint64_t hash;

	for (i = 0; i < two->sentences.list.len; i++) {
		b = &two->sentences.list.items[i];
		if (b->words < SAME_WORDS)
			continue;
		for (j = 0; j < one->sentences.list.len && j < 32; j++) {
			a = &one->sentences.list.items[j];
			if (a->words != b->words)
				continue;
			hash = sentence_hash(two, b, &plain);
			if (plain >= SAME_WORDS &&
			    hash == sentence_hash(one, a, &plain))
				return b;
		}
	}
	return NULL;
}

static bool
is_copied(const struct check_side *one, const struct check_side *two,
	  const struct letter_count *count)
{
	return one->text.len == two->text.len && count->plain >= COPIED_WORDS &&
	       !memcmp(one->text.data, two->text.data, one->text.len);
}

static void
check_ratio(struct check_run *run, const struct check_row *row,
	    const struct check_side *one, const struct check_side *two)
{
	size_t a = worth_of(one), b = worth_of(two);
	struct check_spot spot = {two, 0, 0}, other = {one, 0, 0};

	if ((a > b ? a : b) < RATIO_LETTERS || !a || !b)
		return;
	if (b * 100 < a * 30)
		run_report(run, row, SEVERITY_WARNING, &spot, &other,
			   _("%s is much shorter than %s (%zu words, %zu): is "
			     "all of it there?"),
			   two->tag, one->tag, two->words, one->words);
	else if (b * 100 > a * 250)
		run_report(run, row, SEVERITY_WARNING, &spot, &other,
			   _("%s is much longer than %s (%zu words, %zu): does "
			     "it say more?"),
			   two->tag, one->tag, two->words, one->words);
}

static bool
check_script(struct check_run *run, const struct check_row *row,
	     const struct check_side *side, const struct check_side *other,
	     const struct letter_count *count)
{
	struct check_spot spot = {side, 0, 0}, beside = {other, 0, 0};

	if (count->all < SCRIPT_LETTERS || count->own * 2 >= count->all ||
	    count->plain < COPIED_WORDS)
		return false;
	run_report(run, row, row->rule.severity, &spot, &beside,
		   _("Most of this is not in the letters of %s: “%s”."),
		   side->tag, run_quote(run, &spot));
	return true;
}

CHECK_PAIR(check_untranslated)
{
	struct letter_count a, b;
	struct check_spot spot = {two, 0, 0}, other = {one, 0, 0};
	const struct scan_sentence *copied;

	count_letters(one, &a);
	count_letters(two, &b);
	if (!two->letters != !one->letters &&
	    worth_of(one) + worth_of(two) >= SCRIPT_LETTERS) {
		run_report(run, row, row->rule.severity, &spot, &other,
			   _("There is no text in %s: “%s”."),
			   two->letters ? one->tag : two->tag,
			   run_quote(run, two->letters ? &spot : &other));
		return;
	}
	if (is_copied(one, two, &b)) {
		run_report(run, row, row->rule.severity, &spot, &other,
			   _("%s is the same as %s, word for word: “%s”."),
			   two->tag, one->tag, run_quote(run, &spot));
		return;
	}
	if (check_script(run, row, two, one, &b) ||
	    check_script(run, row, one, two, &a))
		return;
	copied = find_copied(one, two);
	if (copied) {
		spot = spot_of_tokens(two, copied->first, copied->end);
		run_report(run, row, row->rule.severity, &spot, &other,
			   _("This sentence is the same in %s and %s: “%s”."),
			   one->tag, two->tag, run_quote(run, &spot));
		return;
	}
	if (two->kind == SIDE_POINT)
		check_ratio(run, row, one, two);
}
