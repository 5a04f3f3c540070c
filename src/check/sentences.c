/* Where sentences end: a stop before a space and a capital, but not after an
 * initial, a figure of a list or an abbreviation. */
#include <string.h>

#include "scan.h"

static bool
is_full_stop(uint32_t sign)
{
	return sign == '!' || sign == '?' || sign == 0x61f || sign == 0x3002 ||
	       sign == 0xff01 || sign == 0xff1f;
}

/* "г.", "No.", "para.", "т.е.", "J.": the stop belongs to the word. */
static bool
is_abbreviation(const char *text, const struct scan_token *word)
{
	static const char *const known[] = {
		"No",	"Nos",	"para", "paras", "Mr",	"Mrs", "Ms",  "Dr",
		"St",	"vs",	"cf",	"art",	 "Art", "op",  "vol", "Vol",
		"ст",	"стр",	"пп",	"им",	 "гг",	"тыс", "млн", "см",
		"напр", "проф", "гос",	"M",	 "MM",	"Mme", "Sr",  "Sra",
		"núm",	"párr", "Núm",	"pág",	 "pp",	"вкл", "док", "рез",
	};
	size_t len = word->end - word->start, i;

	if (word->kind != SCAN_WORD)
		return false;
	if (word->letters == 1)
		return true;
	for (i = 0; i < sizeof known / sizeof *known; i++)
		if (strlen(known[i]) == len &&
		    !memcmp(text + word->start, known[i], len))
			return true;
	return false;
}

static bool
is_sentence_start(const struct scan_token *token)
{
	if (token->kind == SCAN_BREAK)
		return true;
	if (!(token->flags & TOKEN_SPACED))
		return false;
	if (token->kind == SCAN_WORD)
		return token->flags & TOKEN_CAPITAL ||
		       token->scripts & (SCRIPT_ARABIC | SCRIPT_HAN);
	return token->kind == SCAN_FIGURES || token->sign == 0xab ||
	       token->sign == 0x201c || token->sign == '"' ||
	       token->sign == '(' || token->sign == 0x2013 ||
	       token->sign == 0x2014;
}

/* "г. Это": the year's abbreviation may end a sentence as well, and does
 * where a capital follows. */
static bool
is_end(const char *text, const struct scan_token *tokens, uint32_t at,
       uint32_t count)
{
	const struct scan_token *token = &tokens[at];

	if (token->kind == SCAN_BREAK)
		return true;
	if (token->kind != SCAN_SIGN)
		return false;
	if (is_full_stop(token->sign))
		return at + 1 >= count || token->sign == 0x3002 ||
		       is_sentence_start(&tokens[at + 1]);
	if (token->sign != '.' && token->sign != 0x2026)
		return false;
	if (at + 1 >= count || tokens[at + 1].kind == SCAN_BREAK)
		return true;
	if (!is_sentence_start(&tokens[at + 1]))
		return false;
	if (at && tokens[at - 1].meaning == MEANS_YEAR)
		return tokens[at + 1].kind == SCAN_WORD;
	return !at || !is_abbreviation(text, &tokens[at - 1]);
}

void
scan_sentences(const char *text, const struct scan_tokens *tokens,
	       struct scan_sentences *out)
{
	struct scan_sentence sentence = {0, 0, 0};
	uint32_t i, count = (uint32_t)tokens->list.len;

	for (i = 0; i < count; i++) {
		sentence.words += tokens->list.items[i].kind == SCAN_WORD ||
				  tokens->list.items[i].kind == SCAN_FIGURES;
		if (!is_end(text, tokens->list.items, i, count))
			continue;
		sentence.end = i + 1;
		if (sentence.words)
			vector_push(&out->list, sentence);
		sentence = (struct scan_sentence){i + 1, 0, 0};
	}
	sentence.end = count;
	if (sentence.words)
		vector_push(&out->list, sentence);
}

const struct scan_sentence *
scan_sentence_at(const struct scan_sentences *sentences, uint32_t token)
{
	size_t low = 0, high = sentences->list.len, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (sentences->list.items[middle].first <= token)
			low = middle;
		else
			high = middle;
	}
	return low < sentences->list.len ? &sentences->list.items[low] : NULL;
}
