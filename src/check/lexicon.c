/* Words that mean a number, a month or a part of a date: a table of hashes
 * for each language, made from the rows of its words. */
#include <stdlib.h>
#include <string.h>

#include "lectern/buffer.h"
#include "lectern/memory.h"
#include "lexicon.h"

#define LEXICON_SLOTS 8192 /* a power of two, well above the words of any */

struct lexicon_slot {
	uint32_t hash;
	uint16_t value;
	uint8_t meaning;
};

struct lexicon {
	struct lexicon_slot slots[LEXICON_SLOTS];
};

static const struct lexicon_language lexicon_languages[] = {
	{"en", lexicon_english}, {"ru", lexicon_russian},
	{"kk", lexicon_kazakh},	 {"fr", lexicon_french},
	{"es", lexicon_spanish}, {"zh", lexicon_chinese},
	{"ar", lexicon_arabic},	 {NULL, NULL},
};

static const char *const lexicon_russian_endings[] = {
	"ый",  "ий",  "ой",  "ая",  "яя",  "ое",  "ее", "ые", "ие",
	"ого", "его", "ому", "ему", "ым",  "им",  "ом", "ем", "ую",
	"юю",  "ей",  "ых",  "их",  "ыми", "ими", NULL,
};

static const char *const lexicon_kazakh_endings[] = {
	"",    "да",  "де",  "та",   "те",   "ға",   "ге",   "қа",   "ке",
	"дың", "дің", "тың", "тің",  "ның",  "нің",  "дан",  "ден",  "тан",
	"тен", "нан", "нен", "дағы", "дегі", "тағы", "тегі", "ында", "інде",
	"ы",   "і",   "сы",  "сі",   "ын",   "ін",   "ды",   "ді",   "ты",
	"ті",  "ны",  "ні",  "ынан", "інен", "ына",  "іне",  NULL,
};

static void
lexicon_put(struct lexicon *lexicon, const char *word, size_t len,
	    enum meaning meaning, int value)
{
	uint32_t hash = scan_hash(word, len);
	uint32_t at = hash % LEXICON_SLOTS;

	while (lexicon->slots[at].meaning) {
		if (lexicon->slots[at].hash == hash)
			return; /* the first row of a word holds */
		at = (at + 1) % LEXICON_SLOTS;
	}
	lexicon->slots[at] =
		(struct lexicon_slot){hash, (uint16_t)value, (uint8_t)meaning};
}

static void
lexicon_put_endings(struct lexicon *lexicon, const char *word, size_t len,
		    enum meaning meaning, int value)
{
	const char *const *ending = word[len - 1] == '~'
					    ? lexicon_russian_endings
					    : lexicon_kazakh_endings;
	struct buffer form = BUFFER_INIT;

	for (; *ending; ending++) {
		buffer_reset(&form);
		buffer_append(&form, word, len - 1);
		buffer_append_string(&form, *ending);
		lexicon_put(lexicon, form.data, form.len, meaning, value);
	}
	buffer_release(&form);
}

static void
lexicon_put_row(struct lexicon *lexicon, const struct lexicon_row *row)
{
	const char *word = row->words;
	int value = row->value;
	size_t len;

	while (*word) {
		len = strcspn(word, " /");
		if (word[len - 1] == '~' || word[len - 1] == '^')
			lexicon_put_endings(lexicon, word, len, row->meaning,
					    value);
		else
			lexicon_put(lexicon, word, len, row->meaning, value);
		word += len;
		if (*word == ' ')
			value += row->step;
		word += *word != '\0';
	}
}

struct lexicon *
lexicon_new(const char *language)
{
	struct lexicon *lexicon = mem_alloc(1, sizeof *lexicon);
	const struct lexicon_language *known = lexicon_languages;
	const struct lexicon_row *row;
	size_t len = strcspn(language, "-");

	for (; known->language; known++) {
		if (strlen(known->language) == len &&
		    !strncmp(known->language, language, len))
			break;
	}
	for (row = known->rows; row && row->words; row++)
		lexicon_put_row(lexicon, row);
	return lexicon;
}

void
lexicon_free(struct lexicon *lexicon)
{
	free(lexicon);
}

void
lexicon_look_up(const struct lexicon *lexicon, struct scan_token *token)
{
	uint32_t at = token->hash % LEXICON_SLOTS;

	for (; lexicon->slots[at].meaning; at = (at + 1) % LEXICON_SLOTS) {
		if (lexicon->slots[at].hash != token->hash)
			continue;
		token->meaning = lexicon->slots[at].meaning;
		token->value = lexicon->slots[at].value;
		return;
	}
}
