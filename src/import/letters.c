/* Does it read as Russian or Kazakh? Points for letters by how common they
 * are, and against what no text of these languages has. */
#include <stdbool.h>
#include <string.h>

#include "detect.h"

#define LETTERS_MOST 4

/* What a character is within a word. */
enum letter_kind {
	LETTER_NONE, /* space, digits, punctuation */
	LETTER_LATIN,
	LETTER_SMALL, /* Cyrillic, of a language we expect */
	LETTER_CAPITAL,
	LETTER_STRANGE, /* of another language, or a sign no text needs */
};

struct letter {
	enum letter_kind kind;
	int points;
};

/* Small letters from а to я by their frequency in Russian: national corpus
 * orders, in four steps. */
static const signed char letters_russian[32] = {
	/* а б в г д е ж з */ 4, 2, 3, 2, 3, 4, 1, 2,
	/* и й к л м н о п */ 4, 2, 3, 3, 3, 4, 4, 3,
	/* р с т у ф х ц ч */ 4, 4, 4, 3, 1, 1, 1, 2,
	/* ш щ ъ ы ь э ю я */ 1, 1, 0, 3, 2, 1, 2, 3,
};

/* Letters of Kazakh and Ukrainian that Russian does not have; capital, then
 * small. They weigh the same: in windows-1251 and KZ-1048 some share a byte,
 * and the others decide. */
static bool
letter_is_neighbours(uint32_t cp, bool *is_capital)
{
	static const uint32_t pairs[][2] = {
		{0x4d8, 0x4d9}, {0x492, 0x493}, {0x49a, 0x49b}, {0x4a2, 0x4a3},
		{0x4e8, 0x4e9}, {0x4b0, 0x4b1}, {0x4ae, 0x4af}, {0x4ba, 0x4bb},
		{0x406, 0x456}, {0x404, 0x454}, {0x407, 0x457}, {0x490, 0x491},
	};
	size_t i;

	for (i = 0; i < sizeof pairs / sizeof *pairs; i++)
		if (cp == pairs[i][0] || cp == pairs[i][1]) {
			*is_capital = cp == pairs[i][0];
			return true;
		}
	return false;
}

/* Marks that texts of any language have. */
static bool
letter_is_punctuation(uint32_t cp)
{
	return cp == 0xa0 || cp == 0xab || cp == 0xbb || cp == 0xa7 ||
	       cp == 0xb0 || cp == 0xad || cp == 0x2116 || cp == 0x2026 ||
	       (cp >= 0x2013 && cp <= 0x201e);
}

static struct letter
letter_judge_cyrillic(uint32_t cp)
{
	bool is_capital;

	if (cp >= 0x430 && cp <= 0x44f)
		return (struct letter){LETTER_SMALL,
				       letters_russian[cp - 0x430]};
	if (cp >= 0x410 && cp <= 0x42f)
		return (struct letter){LETTER_CAPITAL,
				       letters_russian[cp - 0x410]};
	if (cp == 0x451 || cp == 0x401)
		return (struct letter){
			cp == 0x451 ? LETTER_SMALL : LETTER_CAPITAL, 1};
	if (letter_is_neighbours(cp, &is_capital))
		return (struct letter){
			is_capital ? LETTER_CAPITAL : LETTER_SMALL, 2};
	return (struct letter){LETTER_STRANGE, -4};
}

static struct letter
letter_judge(uint32_t cp)
{
	if ((cp >= 'a' && cp <= 'z') || (cp >= 'A' && cp <= 'Z'))
		return (struct letter){LETTER_LATIN, 0};
	if (cp == '\t' || cp == '\n' || cp == '\r' || (cp >= ' ' && cp < 0x7f))
		return (struct letter){LETTER_NONE, 0};
	if (letter_is_punctuation(cp))
		return (struct letter){LETTER_NONE, 1};
	if (cp >= 0x400 && cp <= 0x4ff)
		return letter_judge_cyrillic(cp);
	return (struct letter){LETTER_STRANGE, -4};
}

/* What a letter is worth after another one. */
static int
letter_add_points(const struct letter *before, const struct letter *letter)
{
	bool is_cyrillic =
		letter->kind == LETTER_SMALL || letter->kind == LETTER_CAPITAL;

	if (before->kind == LETTER_LATIN && is_cyrillic)
		return -4;
	if (before->kind == LETTER_SMALL && letter->kind == LETTER_CAPITAL)
		return -4;
	return letter->points;
}

double
detect_score_cyrillic(const uint32_t table[256], const char *text, size_t len)
{
	struct letter judged[256], before = {LETTER_NONE, 0};
	const unsigned char *bytes = (const unsigned char *)text;
	long points = 0, count = 0;
	size_t i;

	for (i = 0; i < 256; i++)
		judged[i] = letter_judge(table[i]);
	for (i = 0; i < len; i++) {
		if (bytes[i] >= 0x80) {
			points += letter_add_points(&before, &judged[bytes[i]]);
			count++;
		} else if (judged[bytes[i]].kind == LETTER_LATIN &&
			   (before.kind == LETTER_SMALL ||
			    before.kind == LETTER_CAPITAL))
			points -= LETTERS_MOST;
		before = judged[bytes[i]];
	}
	return count ? (double)points / (double)count : 0;
}
