#include "chars.h"

/* U+00C0 … U+00FF without their accents. */
static const char cite_latin1[64 + 1] =
	"aaaaaaaceeeeiiiidnooooo*ouuuuytsaaaaaaaceeeeiiiidnooooo/ouuuuyty";

/*
 * U+0430 … U+045F: those that look like a Latin letter, or whose capital
 * does, fold to it; 0 stays itself.
 */
static const char cite_cyrillic[48] = {
	[0] = 'a',  [2] = 'b',	[5] = 'e',  [10] = 'k', [12] = 'm',
	[13] = 'h', [14] = 'o', [16] = 'p', [17] = 'c', [18] = 't',
	[19] = 'y', [21] = 'x', [32] = 'e', [33] = 'e', [37] = 's',
	[38] = 'i', [39] = 'i', [40] = 'j', [44] = 'k',
};

static uint32_t
cite_fold_cyrillic(uint32_t cp)
{
	if (cp <= 0x40f)
		cp += 0x50;
	else if (cp <= 0x42f)
		cp += 0x20;
	else if ((cp >= 0x460 && cp <= 0x4bf) || cp >= 0x4d0)
		cp |= 1;
	else if (cp >= 0x4c1 && cp <= 0x4ce)
		cp += cp & 1;
	if (cp >= 0x430 && cp <= 0x45f && cite_cyrillic[cp - 0x430])
		return (uint32_t)cite_cyrillic[cp - 0x430];
	return cp == 0x439 ? 0x438 : cp; /* й, as и with its breve apart */
}

static uint32_t
cite_fold_arabic(uint32_t cp)
{
	switch (cp) {
	case 0x622:
	case 0x623:
	case 0x625:
	case 0x671:
		return 0x627;
	case 0x629:
		return 0x647;
	case 0x649:
	case 0x6cc:
		return 0x64a;
	case 0x6a9:
		return 0x643;
	default:
		return cp;
	}
}

uint32_t
cite_fold_wide(uint32_t cp)
{
	if (cp >= 0x400 && cp <= 0x52f)
		return cite_fold_cyrillic(cp);
	if (cp >= 0x600 && cp <= 0x6ff)
		return cite_fold_arabic(cp);
	if (cp >= 0xc0 && cp <= 0xff)
		return (uint32_t)(unsigned char)cite_latin1[cp - 0xc0];
	if (cp >= 0xff01 && cp <= 0xff5e)
		return cite_fold(cp - 0xfee0);
	if (cp == 0xba || cp == 0x1d52) /* º as the sign of a number */
		return 0xb0;
	if (cp == 0x2019 || cp == 0x2bc)
		return '\'';
	return cp;
}

uint32_t
cite_char_before(const struct cite_text *text, size_t pos, size_t *start)
{
	size_t at = pos, back;
	uint32_t cp = 0;

	for (back = 0; at > 0 && back < UTF8_MAX; back++) {
		at--;
		if (((unsigned char)text->at[at] & 0xc0) != 0x80)
			break;
	}
	*start = at;
	cite_char(text, at, &cp);
	return cp;
}

bool
cite_is_ignorable_rare(uint32_t cp)
{
	return cp == 0xad || (cp >= 0x300 && cp <= 0x36f) || cp == 0x61c ||
	       (cp >= 0x64b && cp <= 0x65f) || cp == 0x640 || cp == 0x670 ||
	       (cp >= 0x200b && cp <= 0x200f) ||
	       (cp >= 0x202a && cp <= 0x202e) ||
	       (cp >= 0x2060 && cp <= 0x2069) || cp == 0xfeff;
}

bool
cite_is_letter_rare(uint32_t cp)
{
	if (cp < 0x250)
		return cp >= 0xc0 && cp != 0xd7 && cp != 0xf7;
	if (cp < 0x2000)
		return cp >= 0x370 && !cite_is_ignorable(cp) &&
		       cite_digit(cp) < 0 && cp != 0x60c && cp != 0x61b &&
		       cp != 0x61f && cp != 0x6d4;
	return cite_is_ideograph(cp) || (cp >= 0x3040 && cp <= 0x30ff) ||
	       (cp >= 0xac00 && cp <= 0xd7a3) ||
	       (cp >= 0xff21 && cp <= 0xff3a) ||
	       (cp >= 0xff41 && cp <= 0xff5a) || (cp >= 0x1f00 && cp < 0x2000);
}

bool
cite_is_upper(uint32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z';
	if (cp >= 0x400 && cp <= 0x42f)
		return true;
	if ((cp >= 0x48a && cp <= 0x4bf) || (cp >= 0x4d0 && cp <= 0x52f))
		return !(cp & 1);
	return (cp >= 0xc0 && cp <= 0xde) || (cp >= 0xff21 && cp <= 0xff3a);
}

bool
cite_is_dash(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 ||
	       cp == 0xff0d;
}

int
cite_digit_wide(uint32_t cp)
{
	if (cp >= 0x660 && cp <= 0x669)
		return (int)(cp - 0x660);
	if (cp >= 0x6f0 && cp <= 0x6f9)
		return (int)(cp - 0x6f0);
	if (cp >= 0xff10 && cp <= 0xff19)
		return (int)(cp - 0xff10);
	return -1;
}

char
cite_latin_capital(uint32_t cp)
{
	uint32_t low;

	if (!cite_is_upper(cp))
		return 0;
	low = cite_fold(cp);
	return low >= 'a' && low <= 'z' ? (char)(low - 0x20) : 0;
}

bool
cite_is_digit_at(const struct cite_text *text, size_t pos)
{
	uint32_t cp;

	cite_char(text, pos, &cp);
	return cite_digit(cp) >= 0;
}

bool
cite_is_dash_at(const struct cite_text *text, size_t pos)
{
	uint32_t cp;

	cite_char(text, pos, &cp);
	return cite_is_dash(cp);
}

bool
cite_is_letter_at(const struct cite_text *text, size_t pos)
{
	uint32_t cp;
	size_t size;
	int i;

	for (i = 0; i < 4; i++) {
		size = cite_char(text, pos, &cp);
		if (!size || !cite_is_ignorable(cp))
			break;
		pos += size;
	}
	return cite_is_letter(cp);
}

size_t
cite_skip_space(const struct cite_text *text, size_t pos, int most)
{
	uint32_t cp;
	size_t size;

	for (; most > 0; most--) {
		size = cite_char(text, pos, &cp);
		if (!size || !(cite_is_space(cp) || cite_is_ignorable(cp)))
			break;
		pos += size;
	}
	return pos;
}

size_t
cite_skip_space_back(const struct cite_text *text, size_t pos, int most)
{
	uint32_t cp;
	size_t start;

	for (; most > 0 && pos > 0; most--) {
		cp = cite_char_before(text, pos, &start);
		if (!(cite_is_space(cp) || cite_is_ignorable(cp)))
			break;
		pos = start;
	}
	return pos;
}

size_t
cite_read_number(const struct cite_text *text, size_t pos, int *value,
		 int *digits)
{
	uint32_t cp;
	size_t size;
	int sum = 0, digit;

	*digits = 0;
	for (;;) {
		size = cite_char(text, pos, &cp);
		digit = size ? cite_digit(cp) : -1;
		if (digit < 0)
			break;
		if (*digits < 7)
			(*digits)++;
		if (*digits < 7)
			sum = sum * 10 + digit;
		pos += size;
	}
	*value = *digits && *digits < 7 ? sum : CITE_NUMBER_NONE;
	return pos;
}
