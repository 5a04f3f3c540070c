/*
 * Spaces at which no line ends: what a typesetter would tie, in the languages
 * that notes are in. The text keeps its spaces, so that it can be searched.
 */
#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>

#include "lectern/utf8.h"
#include "notes_local.h"

/* A longer word is in no table. */
#define HOLD_WORD_MAX 32

/* The word before the space and the one after it. */
struct hold_pair {
	const char *before, *after;
	size_t before_len, after_len;
	uint32_t last, first; /* the characters at the space */
	bool is_dated;	      /* a digit stands before 'before' */
	const char *language;
};

/* Before a number. Words between single spaces, a space at both ends. */
static const char hold_before_number[] =
	" No. Nos. p. pp. para. paras. art. arts. vol. ch. page pages para "
	"paragraph paragraphs article articles item "
	"n° nº núm. pág. párr. § №№ "
	"п. пп. подп. ст. стр. с. гл. т. тт. абз. разд. рис. табл. пункт Пункт "
	"пункта пункте пункту пунктом пункты пунктов пунктах подпункт "
	"подпункта подпункте подпунктом статья статьи статье стр. "
	"тармақ тармағы бап бабы бет ";

/* After a number: how these words begin. */
static const char *const hold_after_number[] = {
	"%", "‰", "°", "per cent", "percent", "п.п.", "проц", "пайыз",
	/* years and large numbers */
	"г.", "гг.", "год", "лет", "в.", "вв.", "ж.", "жж.", "жыл", "тыс",
	"млн", "млрд", "трлн", "мың", "million", "billion", "руб",
	/* months */
	"Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sep", "Oct",
	"Nov", "Dec", "январ", "феврал", "март", "апрел", "мая", "июн", "июл",
	"август", "сентябр", "октябр", "ноябр", "декабр", "қаңтар", "ақпан",
	"наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйек",
	"қазан", "қараша", "желтоқсан", "janv", "févr", "mars", "avril", "mai",
	"juin", "juil", "août", "sept", "octo", "nove", "déce", "ener", "febr",
	"abri", "mayo", "juni", "juli", "agos", "octu", "novi", "dici"};

static bool
is_hold_digit(uint32_t cp)
{
	return uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Nd);
}

static bool
is_hold_language(const struct hold_pair *pair, const char *tag)
{
	return !strncasecmp(pair->language, tag, 2);
}

static bool
is_hold_listed(const char *list, const char *word, size_t len)
{
	const char *at = list + 1, *end;

	for (; (end = strchr(at, ' ')); at = end + 1)
		if ((size_t)(end - at) == len && !strncasecmp(at, word, len))
			return true;
	return false;
}

/* "№ 5", "п. 5", "page 5". */
static bool
hold_numbered(const struct hold_pair *pair)
{
	if (pair->last == 0x2116 || pair->last == 0xa7)
		return true;
	return is_hold_digit(pair->first) &&
	       is_hold_listed(hold_before_number, pair->before,
			      pair->before_len);
}

/* "5 %", "27 мая", "2021 г.", "1 200". */
static bool
hold_counted(const struct hold_pair *pair)
{
	size_t count = sizeof hold_after_number / sizeof *hold_after_number;
	size_t len, i;

	if (!is_hold_digit(pair->last))
		return false;
	if (is_hold_digit(pair->first))
		return pair->after_len >= 3 && pair->before_len <= 3 &&
		       is_hold_digit((unsigned char)pair->after[1]) &&
		       is_hold_digit((unsigned char)pair->after[2]) &&
		       (pair->after_len == 3 ||
			!is_hold_digit((unsigned char)pair->after[3]));
	for (i = 0; i < count; i++) {
		len = strlen(hold_after_number[i]);
		if (len <= pair->after_len &&
		    !memcmp(pair->after, hold_after_number[i], len))
			return true;
	}
	return false;
}

/* One letter and a full stop. */
static bool
is_hold_initial(const char *word, size_t len)
{
	uint32_t cp;
	size_t step = len ? utf8_decode(word, len, &cp) : 0;

	return step && step + 1 == len && word[step] == '.' &&
	       uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L);
}

/* "А. Б. Иванов", "т. е.", "г. Алматы". */
static bool
hold_initials(const struct hold_pair *pair)
{
	uint32_t cp;

	if (!is_hold_initial(pair->before, pair->before_len))
		return false;
	if (is_hold_initial(pair->after, pair->after_len))
		return true;
	utf8_decode(pair->before, pair->before_len, &cp);
	return !pair->is_dated &&
	       uc_is_general_category_withtable(pair->first,
						UC_CATEGORY_MASK_Lu) &&
	       (uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_Lu) ||
		cp == 0x433);
}

/* A preposition or conjunction of one letter ends no line in Russian; a dash
 * begins none anywhere. */
static bool
hold_small(const struct hold_pair *pair)
{
	uint32_t cp;

	if (pair->first == 0x2013 || pair->first == 0x2014)
		return pair->after_len == 3;
	if (is_hold_language(pair, "fr") &&
	    (pair->last == 0xab || pair->first == 0xbb ||
	     (pair->first < 0x80 && strchr(";:!?", (int)pair->first))))
		return true;
	return is_hold_language(pair, "ru") && pair->before_len > 0 &&
	       utf8_decode(pair->before, pair->before_len, &cp) ==
		       pair->before_len &&
	       uc_is_general_category_withtable(cp, UC_CATEGORY_MASK_L);
}

static bool
is_hold_opening(unsigned char byte)
{
	return byte == '(' || byte == '[' || byte == '"';
}

/* Set up the pair at text[space]; false where a word is missing. */
static bool
hold_pair_init(struct hold_pair *pair, const char *text, size_t len,
	       size_t space)
{
	size_t start = space, end = space + 1, at;

	while (start > 0 && space - start < HOLD_WORD_MAX &&
	       text[start - 1] != ' ' && text[start - 1] != '\n')
		start--;
	pair->is_dated = start > 1 && text[start - 1] == ' ' &&
			 is_hold_digit((unsigned char)text[start - 2]);
	while (start < space && is_hold_opening((unsigned char)text[start]))
		start++;
	while (end < len && end - space <= HOLD_WORD_MAX && text[end] != ' ' &&
	       text[end] != '\n')
		end++;
	if (start == space || end == space + 1)
		return false;
	pair->before = text + start;
	pair->before_len = space - start;
	pair->after = text + space + 1;
	pair->after_len = end - space - 1;
	for (at = space - 1; at > start; at--)
		if (((unsigned char)text[at] & 0xc0) != 0x80)
			break;
	utf8_decode(text + at, space - at, &pair->last);
	utf8_decode(pair->after, pair->after_len, &pair->first);
	return true;
}

void
hold_find(const char *text, size_t len, const char *language,
	  struct hold_spans *spans)
{
	struct hold_pair pair = {.language = language};
	size_t i;

	for (i = 1; i + 1 < len; i++) {
		if (text[i] != ' ' || !hold_pair_init(&pair, text, len, i))
			continue;
		if (hold_numbered(&pair) || hold_counted(&pair) ||
		    hold_initials(&pair) || hold_small(&pair))
			vector_push(&spans->list,
				    (struct notes_span){.kind = NOTES_HOLD,
							.start = i,
							.end = i + 1});
	}
}
