/*
 * Lines that go on with the line before: how wide a document was wrapped, and
 * which of its lines were.
 */
#include <stdlib.h>
#include <string.h>

#include "lectern/cite.h"
#include "lectern/utf8.h"

#include "draft_parts.h"

/* No one wraps wider; what is longer is a paragraph. */
#define DRAFT_WRAP_MAX 160
/* Nor narrower. */
#define DRAFT_WRAP_MIN	   44
#define DRAFT_HAN_MIN	   15
#define DRAFT_LONE_MIN	   40 /* a line so wide may go on in small letters */
#define DRAFT_WIDE_MIN	   60 /* and one so wide in any */
#define DRAFT_DATELINE_MAX 60
#define DRAFT_YEAR_MAX	   12 /* bytes of " года." after a date */

/* A width is one of characters in a script, or, as fold(1) counts, of bytes in
 * all of them. */
enum draft_script {
	SCRIPT_LATIN,
	SCRIPT_CYRILLIC,
	SCRIPT_ARABIC,
	SCRIPT_HAN,
	SCRIPT_BYTES,
	SCRIPT_NONE = SCRIPT_BYTES /* of a line without letters */
};

static enum draft_script
draft_script_of(const struct draft_line *line)
{
	int counts[5] = {0, 0, 0, 0, 1}, i, most = 0;
	size_t at, size, len = line->len < 240 ? line->len : 240;
	uint32_t cp;

	for (at = 0; at < len; at += size) {
		size = draft_char(line->text, line->len, at, &cp);
		if (cp < 0x370)
			counts[SCRIPT_LATIN] += is_draft_letter(cp);
		else if (cp < 0x530)
			counts[SCRIPT_CYRILLIC]++;
		else if (cp < 0x800)
			counts[SCRIPT_ARABIC]++;
		else if (is_draft_han(cp))
			counts[SCRIPT_HAN] += 3;
	}
	for (i = 1; i < 5; i++)
		most = counts[i] > counts[most] ? i : most;
	return (enum draft_script)most;
}

/* How many lines are how wide; the last is for all that are wider. */
struct draft_widths {
	size_t counts[DRAFT_WRAPS][DRAFT_WRAP_MAX + 2];
};

static void
draft_widths_add(struct draft_widths *widths, enum draft_script script,
		 size_t width)
{
	if (width > DRAFT_WRAP_MAX)
		width = DRAFT_WRAP_MAX + 1;
	widths->counts[script][width]++;
}

/* Lines that another follows at once. */
static void
draft_wrap_count(const struct draft_lines *lines, struct draft_widths *widths)
{
	const struct draft_line *line;
	struct draft_marker marker;
	size_t i;

	for (i = 0; i + 1 < lines->list.len; i++) {
		line = &lines->list.items[i];
		if (line->is_blank || line->is_out || line[1].is_blank)
			continue;
		draft_marker_read(line[1].text, line[1].len, &marker);
		if (marker.kind || line->has_break)
			continue;
		draft_widths_add(widths, draft_script_of(line),
				 (size_t)(line->indent + line->width));
		draft_widths_add(widths, SCRIPT_BYTES,
				 (size_t)line->indent + line->len);
	}
}

/* The width that all but a few lines keep to, and whether most reach it. */
static void
draft_wrap_decide(const size_t *counts, int least, int *found, bool *is_sure)
{
	size_t all = 0, seen, wide = 0;
	int width;

	for (width = 0; width <= DRAFT_WRAP_MAX; width++)
		all += counts[width];
	if (!all || counts[DRAFT_WRAP_MAX + 1] > all / 10)
		return;
	seen = counts[DRAFT_WRAP_MAX];
	for (width = DRAFT_WRAP_MAX; width > 8 && seen <= all / 50;)
		seen += counts[--width];
	*found = width;
	for (; width >= *found * 3 / 4; width--)
		wide += counts[width];
	*is_sure = wide * 5 >= all * 3 && all > 2 && *found >= least;
}

void
draft_wrap_measure(const struct draft_lines *lines, struct draft_wrap *wrap)
{
	struct draft_widths widths;
	int script;

	memset(&widths, 0, sizeof widths);
	memset(wrap, 0, sizeof *wrap);
	draft_wrap_count(lines, &widths);
	for (script = 0; script < DRAFT_WRAPS; script++)
		draft_wrap_decide(widths.counts[script],
				  script == SCRIPT_HAN ? DRAFT_HAN_MIN
						       : DRAFT_WRAP_MIN,
				  &wrap->width[script], &wrap->is_sure[script]);
}

static size_t
draft_first_word(const struct draft_line *line)
{
	const char *space = memchr(line->text, ' ', line->len);

	return space ? (size_t)(space - line->text) : line->len;
}

/* What tells of a line whether it is full: its script, or bytes. */
static enum draft_script
draft_measure_of(const struct draft_wrap *wrap, const struct draft_line *line)
{
	enum draft_script script = draft_script_of(line);

	return !wrap->is_sure[script] && wrap->is_sure[SCRIPT_BYTES]
		       ? SCRIPT_BYTES
		       : script;
}

/* Could the next word not stand on the line before? */
static bool
draft_is_full(const struct draft_wrap *wrap, const struct draft_line *line,
	      const struct draft_line *next)
{
	enum draft_script by = draft_measure_of(wrap, line);
	int width = line->indent, word = (int)draft_first_word(next);

	if (by == SCRIPT_BYTES) {
		width += (int)line->len;
	} else {
		width += line->width;
		word = by == SCRIPT_HAN
			       ? 1
			       : (int)utf8_count(next->text, (size_t)word);
	}
	return wrap->width[by] && width <= DRAFT_WRAP_MAX &&
	       width + 1 + word > wrap->width[by] * 17 / 20;
}

bool
draft_starts_small(const char *text, size_t len)
{
	uint32_t cp, small;
	size_t at = 0;

	while (at < len && memchr("*_\"'(", text[at], 5))
		at++;
	if (at == len)
		return false;
	draft_char(text, len, at, &small);
	draft_char_as_is(text, len, at, &cp);
	return is_draft_letter(small) && small < 0x530 && cp == small;
}

/* Does the text end in a letter or a comma: in the middle of a sentence? */
static bool
draft_ends_inside(const char *text, size_t len)
{
	size_t at;
	uint32_t cp;

	while (len && memchr("*_ ", text[len - 1], 3))
		len--;
	if (!len)
		return false;
	for (at = len - 1; at && ((unsigned char)text[at] & 0xc0) == 0x80;)
		at--;
	draft_char(text, len, at, &cp);
	return is_draft_letter(cp) || cp == ',' || cp == 0x60c ||
	       cp == 0xff0c || cp == 0x3001;
}

/* Are the letters of two lines of one script, as far as they have any? */
static bool
draft_same_script(const struct draft_line *line, const struct draft_line *next)
{
	enum draft_script a = draft_script_of(line), b = draft_script_of(next);

	return a == b || a == SCRIPT_NONE || b == SCRIPT_NONE;
}

/* "Bishkek, 9 December 2022": a place and a date, and no more. */
static bool
draft_is_place_and_date(const struct draft_line *line)
{
	const char *comma = memchr(line->text, ',', line->len);
	struct cite_date found;

	return comma && line->len <= DRAFT_DATELINE_MAX &&
	       !draft_starts_small(line->text, line->len) &&
	       cite_find_date(line->text, line->len, NULL, NULL, &found) &&
	       found.start > (size_t)(comma - line->text) &&
	       found.start <= (size_t)(comma - line->text) + 3 &&
	       line->len - found.end <= DRAFT_YEAR_MAX;
}

/* Lines set in the middle, or in capitals and then not, are apart; so is where
 * and when it was. */
static bool
draft_is_apart(const struct draft_line *line, const struct draft_line *next)
{
	int shift = line->indent - next->indent;

	return (line->indent > 8 && next->indent > 8 &&
		(shift > 3 || shift < -3)) ||
	       draft_is_place_and_date(next) ||
	       draft_is_all_capitals(line->text, line->len) !=
		       draft_is_all_capitals(next->text, next->len);
}

/* A line that could go on in one that begins as sentences do within. */
static bool
draft_goes_on(const struct draft_line *line, const struct draft_line *next)
{
	enum draft_script script = draft_script_of(line);

	if (!draft_same_script(line, next) ||
	    draft_ends_sentence(line->text, line->len) ||
	    line->text[line->len - 1] == ':')
		return false;
	if (script == SCRIPT_HAN)
		return line->width >= DRAFT_LONE_MIN / 2 &&
		       draft_ends_inside(line->text, line->len);
	if (script == SCRIPT_ARABIC)
		return line->width >= DRAFT_LONE_MIN &&
		       draft_ends_inside(line->text, line->len) &&
		       next->text[0] != '(';
	return line->width >= DRAFT_LONE_MIN &&
	       draft_starts_small(next->text, next->len);
}

/* A marker that a line begins with by chance: a dash within a sentence, or
 * "(b)" of "(a) and (b)". */
static bool
draft_is_chance(const struct draft_line *line, const struct draft_line *next,
		const struct draft_marker *marker,
		const struct draft_marker *open)
{
	if (is_draft_marker_like(marker, open) ||
	    !draft_ends_inside(line->text, line->len))
		return false;
	if (marker->kind == MARK_BULLET)
		return marker->text[0] == '-' ||
		       !strncmp(marker->text, "\xe2\x80\x93", 3) ||
		       !strncmp(marker->text, "\xe2\x80\x94", 3);
	return draft_starts_small(next->text + marker->size,
				  next->len - marker->size);
}

bool
draft_wrap_continues(const struct draft_wrap *wrap,
		     const struct draft_line *line,
		     const struct draft_line *next,
		     const struct draft_marker *open)
{
	bool is_sure = wrap->is_sure[draft_measure_of(wrap, line)];
	bool is_full = draft_is_full(wrap, line, next);
	struct draft_marker marker;

	draft_marker_read(next->text, next->len, &marker);
	if (marker.kind)
		return is_full && is_sure &&
		       draft_is_chance(line, next, &marker, open);
	if (draft_is_apart(line, next) &&
	    !draft_starts_small(next->text, next->len))
		return false;
	if (is_full && is_sure)
		return true;
	if (is_full && line->width >= DRAFT_LONE_MIN &&
	    draft_ends_inside(line->text, line->len))
		return next->text[0] != '(' && draft_same_script(line, next) &&
		       (line->width >= DRAFT_WIDE_MIN ||
			draft_starts_small(next->text, next->len));
	return draft_goes_on(line, next);
}
