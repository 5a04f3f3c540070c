/*
 * Lines that go on with the line before: how wide a document was wrapped, and
 * which of its lines were.
 */
#include <stdlib.h>
#include <string.h>

#include "draft_parts.h"

/* No one wraps wider; what is longer is a paragraph. */
#define DRAFT_WRAP_MAX 160
#define DRAFT_LONE_MIN 40 /* a line so wide may go on in small letters */

/* Scripts differ in width where bytes were counted, or cells. */
enum draft_script { SCRIPT_LATIN, SCRIPT_CYRILLIC, SCRIPT_ARABIC, SCRIPT_HAN };

static enum draft_script
draft_script_of(const struct draft_line *line)
{
	int counts[4] = {0, 0, 0, 0}, i, most = 0;
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
	for (i = 1; i < 4; i++)
		most = counts[i] > counts[most] ? i : most;
	return (enum draft_script)most;
}

/* Lines that another follows at once, by width, in each script. */
static void
draft_wrap_count(const struct draft_lines *lines,
		 size_t counts[4][DRAFT_WRAP_MAX + 2])
{
	const struct draft_line *line;
	struct draft_marker marker;
	size_t i;
	int width;

	for (i = 0; i + 1 < lines->list.len; i++) {
		line = &lines->list.items[i];
		if (line->is_blank || line->is_out || line[1].is_blank)
			continue;
		draft_marker_read(line[1].text, line[1].len, &marker);
		if (marker.kind)
			continue;
		width = line->indent + line->width;
		if (width > DRAFT_WRAP_MAX)
			width = DRAFT_WRAP_MAX + 1;
		counts[draft_script_of(line)][width]++;
	}
}

void
draft_wrap_measure(const struct draft_lines *lines, struct draft_wrap *wrap)
{
	size_t counts[4][DRAFT_WRAP_MAX + 2] = {{0}}, all, seen, wide;
	int script, width;

	draft_wrap_count(lines, counts);
	memset(wrap, 0, sizeof *wrap);
	for (script = 0; script < 4; script++) {
		for (all = 0, width = 0; width <= DRAFT_WRAP_MAX; width++)
			all += counts[script][width];
		if (!all || counts[script][DRAFT_WRAP_MAX + 1] > all / 10)
			continue;
		seen = counts[script][DRAFT_WRAP_MAX];
		for (width = DRAFT_WRAP_MAX; width > 8 && seen <= all / 50;)
			seen += counts[script][--width];
		wrap->width[script] = width;
		for (wide = 0; width >= wrap->width[script] * 4 / 5; width--)
			wide += counts[script][width];
		wrap->is_sure[script] = wide * 5 >= all * 3 && all > 2;
	}
}

static int
draft_first_word(const struct draft_line *line)
{
	const char *space = memchr(line->text, ' ', line->len);
	size_t len = space ? (size_t)(space - line->text) : line->len, at;
	int width = 0;

	for (at = 0; at < len; at++)
		width += ((unsigned char)line->text[at] & 0xc0) != 0x80;
	return width;
}

/* Could its next word not stand on the line before? */
static bool
draft_is_full(const struct draft_wrap *wrap, const struct draft_line *line,
	      const struct draft_line *next)
{
	enum draft_script script = draft_script_of(line);
	int width = wrap->width[script];
	int word = script == SCRIPT_HAN ? 1 : draft_first_word(next);

	return width && line->indent + line->width <= DRAFT_WRAP_MAX &&
	       line->indent + line->width + 1 + word > width * 17 / 20;
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
	if (text[len - 1] == ',')
		return true;
	for (at = len - 1; at && ((unsigned char)text[at] & 0xc0) == 0x80;)
		at--;
	draft_char(text, len, at, &cp);
	return is_draft_letter(cp);
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
	enum draft_script script = draft_script_of(line);
	bool is_full = draft_is_full(wrap, line, next);
	struct draft_marker marker;

	draft_marker_read(next->text, next->len, &marker);
	if (marker.kind)
		return is_full && wrap->is_sure[script] &&
		       draft_is_chance(line, next, &marker, open);
	if (is_full && wrap->is_sure[script])
		return true;
	if (is_full && draft_ends_inside(line->text, line->len))
		return draft_script_of(next) == script;
	return line->width >= DRAFT_LONE_MIN &&
	       !draft_ends_sentence(line->text, line->len) &&
	       line->text[line->len - 1] != ':' &&
	       draft_starts_small(next->text, next->len);
}
