/* What stands before a point: "1.", "(a)", "IV.", "-", "一、", "ثانيا:". */
#include <stdio.h>
#include <string.h>

#include "lectern/utf8.h"

#include "draft_parts.h"

/* Letters that count points, in their order. */
static const char *const draft_alphabets[] = {
	"abcdefghijklmnopqrstuvwxyz",
	"абвгдежзиклмнопрстуфхцчшщэюя",
	"أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
};

#define DRAFT_ORDINALS 10 /* of each language */

static const char *const draft_ordinals[] = {
	"أول",		 "ثاني",	 "ثالث",	  "رابع",
	"خامس",		 "سادس",	 "سابع",	  "ثامن",
	"تاسع",		 "عاشر",	 "First",	  "Second",
	"Third",	 "Fourth",	 "Fifth",	  "Sixth",
	"Seventh",	 "Eighth",	 "Ninth",	  "Tenth",
	"Первое",	 "Второе",	 "Третье",	  "Четвёртое",
	"Пятое",	 "Шестое",	 "Седьмое",	  "Восьмое",
	"Девятое",	 "Десятое",	 "Бірінші",	  "Екінші",
	"Үшінші",	 "Төртінші",	 "Бесінші",	  "Алтыншы",
	"Жетінші",	 "Сегізінші",	 "Тоғызыншы",	  "Оныншы",
	"Premièrement",	 "Deuxièmement", "Troisièmement", "Quatrièmement",
	"Cinquièmement", "Sixièmement",	 "Septièmement",  "Huitièmement",
	"Neuvièmement",	 "Dixièmement",	 "Primero",	  "Segundo",
	"Tercero",	 "Cuarto",	 "Quinto",	  "Sexto",
	"Séptimo",	 "Octavo",	 "Noveno",	  "Décimo",
};

static int
draft_digit(uint32_t cp)
{
	if (cp >= '0' && cp <= '9')
		return (int)cp - '0';
	if (cp >= 0x660 && cp <= 0x669)
		return (int)cp - 0x660;
	if (cp >= 0x6f0 && cp <= 0x6f9)
		return (int)cp - 0x6f0;
	if (cp >= 0xff10 && cp <= 0xff19)
		return (int)cp - 0xff10;
	return -1;
}

/* 一 … 九十九: bytes read. */
static size_t
draft_read_han(const char *text, size_t len, int *number)
{
	static const char digits[] = "一二三四五六七八九";
	size_t at = 0;
	int digit = 0;
	const char *found;

	*number = 0;
	for (; at + 3 <= len; at += 3) {
		if (!memcmp(text + at, "十", 3)) {
			*number += (digit ? digit : 1) * 10;
			digit = 0;
			continue;
		}
		for (found = digits; *found && memcmp(text + at, found, 3);)
			found += 3;
		if (!*found || digit)
			break;
		digit = (int)(found - digits) / 3 + 1;
	}
	*number += digit;
	return *number ? at : 0;
}

static int
draft_roman_value(char c)
{
	switch (c | 0x20) {
	case 'i':
		return 1;
	case 'v':
		return 5;
	case 'x':
		return 10;
	case 'l':
		return 50;
	default:
		return 0;
	}
}

static size_t
draft_read_roman(const char *text, size_t len, struct draft_marker *marker)
{
	size_t at;
	int value, next, total = 0;

	for (at = 0; at < len && draft_roman_value(text[at]); at++) {
		if ((text[at] & 0x20) != (text[0] & 0x20))
			return 0;
		value = draft_roman_value(text[at]);
		next = at + 1 < len ? draft_roman_value(text[at + 1]) : 0;
		total += value < next ? -value : value;
	}
	if (!at || at > 7 || total < 1)
		return 0;
	marker->kind = MARK_ROMAN;
	marker->number = total;
	marker->is_lower = text[0] & 0x20;
	return at;
}

static size_t
draft_read_letter(const char *text, size_t len, struct draft_marker *marker)
{
	size_t size, i, n, at;
	uint32_t cp, letter;

	size = draft_char(text, len, 0, &cp);
	for (i = 0; i < 3; i++) {
		n = 0;
		for (at = 0; draft_alphabets[i][at]; n++) {
			at += draft_char(draft_alphabets[i],
					 strlen(draft_alphabets[i]), at,
					 &letter);
			if (letter != cp)
				continue;
			marker->kind = MARK_LETTER;
			marker->number = (int)n + 1;
			utf8_decode(text, len, &letter);
			marker->is_lower = letter == cp;
			return size;
		}
	}
	return 0;
}

/* "3", or "2.2.4". */
static size_t
draft_read_number(const char *text, size_t len, struct draft_marker *marker)
{
	size_t at = 0, size, digits = 0, dot = 0;
	int value = 0;
	uint32_t cp;

	marker->kind = MARK_NUMBER;
	for (; at < len; at += size) {
		size = draft_char(text, len, at, &cp);
		if (draft_digit(cp) >= 0 && digits < 3) {
			value = value * 10 + draft_digit(cp);
			digits++;
			dot = 0;
		} else if ((cp == '.' || cp == 0xff0e) && digits && !dot) {
			dot = size;
			value = digits = 0;
			if (at + size >= len)
				break;
			draft_char(text, len, at + size, &cp);
			if (draft_digit(cp) < 0)
				break;
			marker->kind = MARK_DOTTED;
		} else {
			break;
		}
		if (!dot)
			marker->number = value;
	}
	return at;
}

/* A sign after the marker: its bytes, 0 where none closes it. */
static size_t
draft_read_close(const char *text, size_t len, size_t at,
		 struct draft_marker *marker)
{
	size_t size;
	uint32_t cp;

	if (at >= len)
		return 0;
	size = draft_char(text, len, at, &cp);
	switch (cp) {
	case '.':
	case 0xff0e:
		marker->style = '.';
		return size;
	case ')':
	case 0xff09:
		marker->style = marker->style == '(' ? '2' : ')';
		return size;
	case 0x3001: /* 、 */
		marker->style = ',';
		return size;
	case ':':
	case 0xff1a:
		marker->style = ':';
		return size;
	case '-':
	case 0x2013:
	case 0x2014:
		marker->style = '-';
		return size;
	default:
		return 0;
	}
}

static size_t
draft_skip_spaces(const char *text, size_t len, size_t at)
{
	size_t size;
	uint32_t cp;

	for (; at < len; at += size) {
		size = draft_char(text, len, at, &cp);
		if (!is_draft_space(cp))
			break;
	}
	return at;
}

static bool
draft_read_bullet(const char *text, size_t len, struct draft_marker *marker)
{
	static const char *const bullets[] = {"-", "–", "—", "•", "*", "+",
					      "·", "▪", "◦", "●", "■", "○",
					      "►", "➢", "✓", "",  "o", "‣"};
	size_t i, size, after;

	for (i = 0; i < sizeof bullets / sizeof bullets[0]; i++) {
		size = strlen(bullets[i]);
		if (len <= size || memcmp(text, bullets[i], size))
			continue;
		after = draft_skip_spaces(text, len, size);
		if (after == size && !memcmp(bullets[i], "•", size) && size > 1)
			after = size;
		else if (after == size)
			return false;
		marker->kind = MARK_BULLET;
		marker->style = (int)i;
		marker->size = after;
		memcpy(marker->text, bullets[i], size + 1);
		return after < len;
	}
	return false;
}

/* أولا، ثانياً: First: */
static bool
draft_read_ordinal(const char *text, size_t len, struct draft_marker *marker)
{
	size_t i, at, size;
	uint32_t cp = 0;

	for (i = 0; i < sizeof draft_ordinals / sizeof draft_ordinals[0]; i++) {
		at = strlen(draft_ordinals[i]);
		if (len <= at || memcmp(text, draft_ordinals[i], at))
			continue;
		for (; at < len; at += size) {
			size = draft_char(text, len, at, &cp);
			if (cp != 0x627 && cp != 0x64b)
				break;
		}
		at = draft_skip_spaces(text, len, at);
		size = at < len ? draft_char(text, len, at, &cp) : 0;
		if (cp != ':' && cp != 0x60c && cp != '-' && cp != '.' &&
		    cp != 0x2013)
			return false;
		marker->kind = MARK_ORDINAL;
		marker->number = (int)(i % DRAFT_ORDINALS) + 1;
		/* A word of the text, which stays in it. */
		marker->size = 0;
		snprintf(marker->text, sizeof marker->text, "%.*s",
			 (int)(at < 22 ? at : 22), text);
		return true;
	}
	return false;
}

/* Is a marker of this kind closed so? */
static bool
draft_is_closed_well(const char *text, const struct draft_marker *marker)
{
	switch (marker->kind) {
	case MARK_NUMBER:
		return marker->style && marker->style != ':';
	case MARK_ROMAN:
	case MARK_HAN:
		return strchr(".)2,:", marker->style) && marker->style;
	case MARK_LETTER:
		/* "г. Москва" begins no list. */
		return marker->style == ')' || marker->style == '2' ||
		       (marker->style == '.' &&
			((unsigned char)text[0] < 0x80 || !marker->is_lower)) ||
		       (marker->style == '-' && (unsigned char)text[0] > 0xd4);
	case MARK_DOTTED:
		return true;
	default:
		return false;
	}
}

static size_t
draft_read_value(const char *text, size_t len, struct draft_marker *marker)
{
	uint32_t cp;
	size_t at;

	draft_char(text, len, 0, &cp);
	if (draft_digit(cp) >= 0)
		return draft_read_number(text, len, marker);
	if (is_draft_han(cp)) {
		marker->kind = MARK_HAN;
		return draft_read_han(text, len, &marker->number);
	}
	at = draft_read_roman(text, len, marker);
	return at ? at : draft_read_letter(text, len, marker);
}

/* ① … ⑳ */
static bool
draft_read_circled(const char *text, size_t len, struct draft_marker *marker)
{
	uint32_t cp;
	size_t size = draft_char(text, len, 0, &cp);

	if (cp < 0x2460 || cp > 0x2473)
		return false;
	marker->kind = MARK_NUMBER;
	marker->style = 'o';
	marker->number = (int)(cp - 0x2460) + 1;
	marker->size = draft_skip_spaces(text, len, size);
	memcpy(marker->text, text, size);
	return true;
}

/* Letters and numbers of Latin texts stand off what follows. */
static bool
draft_is_stuck(const char *text, size_t len, size_t at, size_t after)
{
	uint32_t cp;

	if (after > at || at >= len)
		return false;
	draft_char(text, len, at, &cp);
	return cp < 0x600;
}

void
draft_marker_read(const char *text, size_t len, struct draft_marker *marker)
{
	size_t from = 0, at, close;
	uint32_t cp;

	memset(marker, 0, sizeof *marker);
	if (!len || draft_read_bullet(text, len, marker) ||
	    draft_read_ordinal(text, len, marker) ||
	    draft_read_circled(text, len, marker))
		return;
	memset(marker, 0, sizeof *marker);
	at = draft_char(text, len, 0, &cp);
	if (cp == '(' || cp == 0xff08) {
		marker->style = '(';
		from = at;
	}
	at = from < len ? draft_read_value(text + from, len - from, marker) : 0;
	if (!at)
		goto none;
	at += from;
	close = draft_read_close(text, len,
				 marker->kind == MARK_LETTER
					 ? draft_skip_spaces(text, len, at)
					 : at,
				 marker);
	if (from && marker->style != '2')
		goto none;
	at += close;
	marker->size = draft_skip_spaces(text, len, at);
	if (marker->kind == MARK_HAN && marker->style == '2')
		marker->kind = MARK_HAN_ROUND;
	else if (!draft_is_closed_well(text + from, marker))
		goto none;
	if (draft_is_stuck(text, len, at, marker->size) ||
	    at >= sizeof marker->text)
		goto none;
	memcpy(marker->text, text, at);
	return;
none:
	memset(marker, 0, sizeof *marker);
}

bool
is_draft_marker_like(const struct draft_marker *a, const struct draft_marker *b)
{
	return a->kind == b->kind && a->style == b->style &&
	       a->is_lower == b->is_lower;
}
