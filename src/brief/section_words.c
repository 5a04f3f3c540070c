/*
 * Words for "paragraph" in the languages of the United Nations and Kazakh,
 * and what goes with them. A row is a stem in lower case and how many letters
 * of an ending may follow; endings are not listed, as no other word begins
 * with these stems and ends so soon.
 */
#include <string.h>
#include <unicase.h>

#include "internal.h"

struct section_word {
	const char *language;
	const char *stem;
	int ending; /* letters that may follow */
};

static const struct section_word section_words[] = {
	{"en", "paragraph", 1},
	{"en", "para", 1},
	{"en", "par", 0},
	{"en", "subparagraph", 1},
	{"en", "sub-paragraph", 1},
	{"en", "item", 1},
	{"en", "sub-item", 1},
	{"en", "article", 1},
	{"en", "art", 1},
	{"en", "op", 0},
	{"en", "section", 1},
	{"en", "clause", 1},
	{"en", "chapter", 1},
	{"en", "point", 1},
	{"ru", "пункт", 3},
	{"ru", "подпункт", 3},
	{"ru", "п", 0},
	{"ru", "пп", 0},
	{"ru", "подп", 0},
	{"ru", "стать", 3},
	{"ru", "ст", 0},
	{"ru", "раздел", 3},
	{"ru", "подраздел", 3},
	{"ru", "абзац", 3},
	{"ru", "глав", 2},
	{"kk", "тармақ", 8},
	{"kk", "тармағ", 6},
	{"kk", "бап", 5},
	{"kk", "баб", 4},
	{"kk", "бөлім", 6},
	{"kk", "тарау", 6},
	{"fr", "paragraphe", 1},
	{"fr", "alinéa", 1},
	{"fr", "sous-alinéa", 1},
	{"fr", "point", 1},
	{"fr", "chapitre", 1},
	{"es", "párrafo", 1},
	{"es", "parrafo", 1},
	{"es", "párr", 0},
	{"es", "artículo", 1},
	{"es", "articulo", 1},
	{"es", "apartado", 1},
	{"es", "inciso", 1},
	{"es", "sección", 0},
	{"es", "secciones", 0},
	{"es", "punto", 1},
	{"es", "tema", 1},
	{"ar", "الفقرة", 0},
	{"ar", "الفقرات", 0},
	{"ar", "الفقرتان", 0},
	{"ar", "الفقرتين", 0},
	{"ar", "فقرة", 0},
	{"ar", "المادة", 0},
	{"ar", "المواد", 0},
	{"ar", "البند", 0},
	{"ar", "البنود", 0},
	{"ar", "بند", 0},
	{"ar", "القسم", 0},
	{"", "§", 1},
};

#define SECTION_WORDS (sizeof section_words / sizeof section_words[0])

/* What closes a Chinese number: 第2.2.4段. The longer ones first. */
static const char *const section_classifiers[] = {
	"分段", "段落", "段", "条", "條", "款",
	"项",	"項",	"节", "節", "章", "点",
};

#define SECTION_CLASSIFIERS                                                    \
	(sizeof section_classifiers / sizeof section_classifiers[0])

/* "2.2.7 to 2.2.9". */
static const char *const section_range_words[] = {
	"to", "through", "по", "à", "a", "al", "إلى", "至", "到",
};

#define SECTION_RANGE_WORDS                                                    \
	(sizeof section_range_words / sizeof section_range_words[0])

size_t
section_next_char(const char *text, size_t len, uint32_t *cp)
{
	size_t size = utf8_decode(text, len, cp);

	if (*cp == UTF8_BAD)
		*cp = UTF8_REPLACEMENT;
	else if (*cp < 0x80)
		*cp += *cp >= 'A' && *cp <= 'Z' ? 'a' - 'A' : 0;
	else
		*cp = uc_tolower(*cp);
	return size;
}

bool
section_is_dash(uint32_t cp)
{
	return cp == '-' || (cp >= 0x2010 && cp <= 0x2015) || cp == 0x2212 ||
	       cp == 0xfe58 || cp == 0xfe63 || cp == 0xff0d;
}

bool
section_is_space(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == 0xa0 ||
	       (cp >= 0x2000 && cp <= 0x200b) || cp == 0x202f || cp == 0x3000;
}

int
section_digit(uint32_t cp)
{
	if (cp >= '0' && cp <= '9')
		return (int)(cp - '0');
	if (cp >= 0x660 && cp <= 0x669)
		return (int)(cp - 0x660);
	if (cp >= 0x6f0 && cp <= 0x6f9)
		return (int)(cp - 0x6f0);
	if (cp >= 0xff10 && cp <= 0xff19)
		return (int)(cp - 0xff10);
	return -1;
}

static bool
section_is_letter(uint32_t cp)
{
	return cp >= 0x80 ? !section_is_dash(cp) && !section_is_space(cp) &&
				    section_digit(cp) < 0 && (cp >= 0xc0) &&
				    !(cp >= 0x2000 && cp <= 0x2bff) &&
				    !(cp >= 0x3000 && cp <= 0x303f) &&
				    !(cp >= 0xff00 && cp <= 0xff20)
			  : cp >= 'a' && cp <= 'z';
}

/* Bytes of 'text' that are 'stem' but for case, or 0. */
static size_t
section_match_stem(const char *text, size_t len, const char *stem)
{
	size_t at = 0, left = strlen(stem), size;
	uint32_t cp, want;

	while (left) {
		if (at == len)
			return 0;
		at += section_next_char(text + at, len - at, &cp);
		size = section_next_char(stem, left, &want);
		if (cp != want)
			return 0;
		stem += size;
		left -= size;
	}
	return at;
}

static size_t
section_match_ending(const char *text, size_t len, size_t at, int ending)
{
	size_t size;
	uint32_t cp;

	for (; at < len; at += size, ending--) {
		size = section_next_char(text + at, len - at, &cp);
		if (!section_is_letter(cp))
			return at;
		if (!ending)
			return 0;
	}
	return at;
}

size_t
section_word_match(const char *text, size_t len)
{
	size_t i, at;

	for (i = 0; i < SECTION_WORDS; i++) {
		at = section_match_stem(text, len, section_words[i].stem);
		if (at)
			at = section_match_ending(text, len, at,
						  section_words[i].ending);
		if (at)
			return at;
	}
	return 0;
}

size_t
section_classifier_match(const char *text, size_t len)
{
	size_t i, size;

	for (i = 0; i < SECTION_CLASSIFIERS; i++) {
		size = strlen(section_classifiers[i]);
		if (size <= len && !memcmp(text, section_classifiers[i], size))
			return size;
	}
	return 0;
}

size_t
section_range_word_match(const char *text, size_t len)
{
	size_t i, at;

	for (i = 0; i < SECTION_RANGE_WORDS; i++) {
		at = section_match_stem(text, len, section_range_words[i]);
		if (at)
			return at;
	}
	return 0;
}

size_t
section_first_match(const char *text, size_t len)
{
	size_t at = section_match_stem(text, len, "premier");

	return at ? section_match_ending(text, len, at, 0) : 0;
}
