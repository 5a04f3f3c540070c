/* One character folded, and words that mix two scripts. */
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>

#include "lectern/utf8.h"
#include "token_local.h"

static bool
is_in(uint32_t cp, uint32_t first, uint32_t last)
{
	return cp >= first && cp <= last;
}

static bool
is_han(uint32_t cp)
{
	return is_in(cp, 0x4e00, 0x9fff) || is_in(cp, 0x3400, 0x4dbf) ||
	       is_in(cp, 0x20000, 0x3ffff) || is_in(cp, 0xf900, 0xfaff) ||
	       cp == 0x3005 || cp == 0x3007;
}

/* Arabic letters and digits, with what belongs to them. */
static enum token_class
classify_arabic(uint32_t cp)
{
	if (is_in(cp, 0x0620, 0x063f) || is_in(cp, 0x0641, 0x064a) ||
	    is_in(cp, 0x0660, 0x0669) || is_in(cp, 0x066e, 0x066f) ||
	    is_in(cp, 0x0671, 0x06d3) || is_in(cp, 0x06f0, 0x06f9))
		return TOKEN_LETTER;
	if (cp == 0x0640)
		return TOKEN_IGNORE;
	if (is_in(cp, 0x064b, 0x065f) || cp == 0x0670)
		return TOKEN_MARK;
	return TOKEN_BREAK;
}

static enum token_class
classify_ascii(uint32_t cp)
{
	return is_in(cp | 0x20, 'a', 'z') || is_in(cp, '0', '9') ? TOKEN_LETTER
								 : TOKEN_BREAK;
}

static enum token_class
classify_below_arabic(uint32_t cp)
{
	if (is_in(cp, 0x400, 0x481) || is_in(cp, 0x48a, 0x52f))
		return TOKEN_LETTER;
	if (is_in(cp, 0xc0, 0x24f))
		return cp == 0xd7 || cp == 0xf7 ? TOKEN_BREAK : TOKEN_LETTER;
	if (is_in(cp, 0x300, 0x36f) || is_in(cp, 0x483, 0x489))
		return TOKEN_MARK;
	if (cp == 0xad)
		return TOKEN_IGNORE;
	if (cp < 0xc0 && cp != 0xaa && cp != 0xb5 && cp != 0xba)
		return TOKEN_BREAK;
	return TOKEN_OTHER;
}

enum token_class
token_classify(uint32_t cp)
{
	if (cp < 0x80)
		return classify_ascii(cp);
	if (cp < 0x600)
		return classify_below_arabic(cp);
	if (cp < 0x700)
		return classify_arabic(cp);
	if (is_han(cp))
		return TOKEN_HAN;
	if (is_in(cp, 0x200b, 0x200f) || cp == 0x2060 || cp == 0xfeff ||
	    is_in(cp, 0xfe00, 0xfe0f))
		return TOKEN_IGNORE;
	if (is_in(cp, 0x2000, 0x206f) || is_in(cp, 0x3000, 0x3004) ||
	    is_in(cp, 0x3008, 0x3020) || cp == UTF8_REPLACEMENT ||
	    cp > 0x10ffff)
		return TOKEN_BREAK;
	return TOKEN_OTHER;
}

size_t
token_letter(const char *text, size_t left)
{
	const unsigned char *at = (const unsigned char *)text;

	if (!left)
		return 0;
	if (at[0] < 0x80)
		return (unsigned)(at[0] | 0x20) - 'a' < 26 ||
		       (unsigned)at[0] - '0' < 10;
	if (left < 2 || at[1] < 0x80 || at[1] > 0xbf)
		return 0;
	switch (at[0]) {
	case 0xd0: /* U+0400 to U+047F */
	case 0xd1:
	case 0xd3: /* U+04C0 to U+04FF */
		return 2;
	case 0xd2:
		return at[1] >= 0x8a ? 2 : 0;
	case 0xc3:
		return at[1] == 0x97 || at[1] == 0xb7 ? 0 : 2;
	default:
		return 0;
	}
}

size_t
token_break(const char *text, size_t left)
{
	const unsigned char *at = (const unsigned char *)text;

	if (!left)
		return 0;
	if (at[0] < 0x80)
		return !token_letter(text, left);
	/* A no-break space, quotation marks, dashes. */
	if (left > 1 && at[0] == 0xc2)
		return at[1] == 0xa0 || at[1] == 0xab || at[1] == 0xbb ? 2 : 0;
	if (left > 2 && at[0] == 0xe2 && at[1] == 0x80)
		return at[2] >= 0x90 && at[2] <= 0xa7 ? 3 : 0;
	return 0;
}

void
token_word_reset(struct token_word *word)
{
	word->len = 0;
	word->last = 0;
	word->has_latin = word->has_cyrillic = word->is_full = false;
}

static void
word_put(struct token_word *word, uint32_t cp)
{
	char bytes[UTF8_MAX];
	size_t len = utf8_encode(cp, bytes);

	if (word->is_full || word->len + len > TOKEN_MAX) {
		word->is_full = true;
		return;
	}
	memcpy(word->bytes + word->len, bytes, len);
	word->len += len;
	word->last = cp;
}

/* Letters that are two, or that no decomposition takes apart. */
static const char *
fold_latin_special(uint32_t cp)
{
	switch (cp) {
	case 0xdf:
		return "ss";
	case 0xe6:
		return "ae";
	case 0x153:
		return "oe";
	case 0xf8:
		return "o";
	case 0xf0:
	case 0x111:
		return "d";
	case 0xfe:
		return "th";
	case 0x127:
		return "h";
	case 0x131:
		return "i";
	case 0x142:
		return "l";
	default:
		return NULL;
	}
}

static void
add_latin(struct token_word *word, uint32_t cp)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	const char *letters;

	cp = uc_tolower(cp);
	letters = fold_latin_special(cp);
	word->has_latin = true;
	if (letters) {
		while (*letters)
			word_put(word, (unsigned char)*letters++);
		return;
	}
	/* Twice at most: a letter with two marks. */
	while (cp >= 0x80 && uc_canonical_decomposition(cp, parts) > 0)
		cp = parts[0];
	word_put(word, cp);
}

static void
add_cyrillic(struct token_word *word, uint32_t cp)
{
	if (is_in(cp, 0x410, 0x42f))
		cp += 0x20;
	else if (is_in(cp, 0x400, 0x40f))
		cp += 0x50;
	else if (cp >= 0x460)
		cp = uc_tolower(cp);
	word->has_cyrillic = true;
	word_put(word, cp == 0x451 ? 0x435 : cp);
}

/* Marks go, but for those that make another letter of a Cyrillic one. */
static void
add_mark(struct token_word *word, uint32_t cp)
{
	uint32_t whole = 0;

	if (cp == 0x306 && word->last == 0x438)
		whole = 0x439;
	else if (cp == 0x306 && word->last == 0x443)
		whole = 0x45e;
	else if (cp == 0x308 && word->last == 0x456)
		whole = 0x457;
	if (!whole || word->len < 2 || word->is_full)
		return;
	word->len -= 2;
	word_put(word, whole);
}

static void
add_other(struct token_word *word, uint32_t cp)
{
	ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
	int count = uc_decomposition(cp, &(int){0}, parts), i;

	/* Full-width and other forms of the same letters, where one letter. */
	if (count == 1 && token_classify(parts[0]) == TOKEN_LETTER) {
		token_word_add(word, parts[0]);
		return;
	}
	if (count > 1 && is_in(parts[0], 'A', 0x24f)) {
		for (i = 0; i < count; i++)
			if (token_classify(parts[i]) == TOKEN_LETTER)
				token_word_add(word, parts[i]);
		return;
	}
	word_put(word, uc_tolower(cp));
}

void
token_word_add(struct token_word *word, uint32_t cp)
{
	switch (token_classify(cp)) {
	case TOKEN_MARK:
		add_mark(word, cp);
		break;
	case TOKEN_LETTER:
		if (is_in(cp, '0', '9'))
			word_put(word, cp);
		else if (cp < 0x250)
			add_latin(word, cp);
		else if (cp < 0x530)
			add_cyrillic(word, cp);
		else if (is_in(cp, 0x660, 0x669))
			word_put(word, cp - 0x660 + '0');
		else if (is_in(cp, 0x6f0, 0x6f9))
			word_put(word, cp - 0x6f0 + '0');
		else
			word_put(word, cp);
		break;
	case TOKEN_HAN:
		word_put(word, cp);
		break;
	case TOKEN_OTHER:
		add_other(word, cp);
		break;
	default:
		break;
	}
}

/* Letters that look alike in small or in capital letters. */
static const struct {
	uint32_t cyrillic, latin;
} alike[] = {
	{0x430, 'a'}, {0x435, 'e'}, {0x43e, 'o'}, {0x440, 'p'}, {0x441, 'c'},
	{0x443, 'y'}, {0x445, 'x'}, {0x456, 'i'}, {0x458, 'j'}, {0x455, 's'},
	{0x43a, 'k'}, {0x43c, 'm'}, {0x442, 't'}, {0x432, 'b'}, {0x43d, 'h'},
};
#define ALIKE_COUNT (sizeof alike / sizeof *alike)

static uint32_t
to_latin(uint32_t cp)
{
	size_t i;

	for (i = 0; i < ALIKE_COUNT; i++)
		if (alike[i].cyrillic == cp)
			return alike[i].latin;
	return 0;
}

static uint32_t
to_cyrillic(uint32_t cp)
{
	size_t i;

	for (i = 0; i < ALIKE_COUNT; i++)
		if (alike[i].latin == cp)
			return alike[i].cyrillic;
	return 0;
}

/* Letters of each script that stand for nothing in the other. */
static void
count_own(const struct token_word *word, size_t *latin, size_t *cyrillic)
{
	size_t at = 0;
	uint32_t cp;

	*latin = *cyrillic = 0;
	while (at < word->len) {
		at += utf8_decode(word->bytes + at, word->len - at, &cp);
		if (is_in(cp, 'a', 'z'))
			*latin += !to_cyrillic(cp);
		else if (is_in(cp, 0x400, 0x52f))
			*cyrillic += !to_latin(cp);
	}
}

void
token_word_unmix(struct token_word *word)
{
	struct token_word mixed = *word;
	size_t at = 0, latin, cyrillic;
	uint32_t cp, other;

	if (!word->has_latin || !word->has_cyrillic)
		return;
	count_own(word, &latin, &cyrillic);
	/* A word that has letters of both is two scripts on purpose. */
	if (latin && cyrillic)
		return;
	token_word_reset(word);
	while (at < mixed.len) {
		at += utf8_decode(mixed.bytes + at, mixed.len - at, &cp);
		other = cyrillic ? to_cyrillic(cp) : to_latin(cp);
		word_put(word, other ? other : cp);
	}
}
