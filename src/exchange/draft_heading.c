/*
 * Which paragraphs are headings: by their form, by their words, and by what
 * follows them, as a number alone says little.
 */
#include <stdio.h>
#include <string.h>

#include "lectern/cite.h"
#include "lectern/section_id.h"

#include "draft_outline.h"

#define HEADING_MAX	  260 /* bytes */
#define HEADING_SHORT	  110
#define HEADING_PLAIN_MAX 90

/* Not longer than headings are, in a script of three bytes a character too. */
static bool
draft_is_short(const struct draft_block *block, size_t max)
{
	return block->len < (block->tongue == TONGUE_EN ? max : max * 3 / 2);
}

/* "Paragraph 5" with a number: the words of a section. */
static bool
draft_has_section_id(const struct draft_block *block)
{
	struct buffer id = BUFFER_INIT;
	const char *text = block->text;
	size_t len = block->len;
	bool has;

	draft_strip(&text, &len);
	has = !block->marker.kind && section_id_from_heading(text, len, &id);
	buffer_release(&id);
	return has;
}

/* Is the phrase all there is, but for a colon or a bracket? */
static bool
draft_is_phrase_alone(const struct draft_block *block, enum draft_words kind)
{
	const char *text = block->text + block->marker.size;
	size_t len = block->len - block->marker.size, at;

	draft_strip(&text, &len);
	at = draft_words_begin(text, len, kind);
	if (!at)
		return false;
	text += at;
	len -= at;
	while (len && strchr(" :.*-", *text)) {
		text++;
		len--;
	}
	return !len || *text == '(' || !strncmp(text, "：", 3) ||
	       !strncmp(text, "（", 3);
}

/* "Если собеседник поднимет вопрос о визах" */
static bool
draft_is_condition(const struct draft_block *block, const char *text,
		   size_t len, int *role)
{
	if (block->marker.kind || block->ends_sentence ||
	    !draft_is_short(block, HEADING_PLAIN_MAX * 3 / 2) ||
	    !draft_words_begin(text, len, WORDS_IF))
		return false;
	if (draft_words_within(text, len, WORDS_PRESSED))
		*role = ROLE_IF_PRESSED;
	else if (draft_words_within(text, len, WORDS_RAISED))
		*role = ROLE_IF_RAISED;
	else
		return false;
	return true;
}

/* Is it but words for a role, or such words with a few more? */
bool
draft_is_role_heading(const struct draft_block *block, int *role)
{
	static const struct {
		enum draft_words kind;
		enum role role;
	} rows[] = {{WORDS_IF_RAISED, ROLE_IF_RAISED},
		    {WORDS_IF_PRESSED, ROLE_IF_PRESSED},
		    {WORDS_BACKGROUND, ROLE_BACKGROUND},
		    {WORDS_AVOID, ROLE_AVOID},
		    {WORDS_SAY, ROLE_SAY}};
	const char *text = block->text + block->marker.size;
	size_t len = block->len - block->marker.size, i;

	draft_strip(&text, &len);
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (!draft_words_begin(text, len, rows[i].kind))
			continue;
		*role = rows[i].role;
		return block->is_strong || block->level ||
		       draft_is_phrase_alone(block, rows[i].kind) ||
		       (draft_is_short(block, HEADING_PLAIN_MAX) &&
			!block->ends_sentence);
	}
	return draft_is_condition(block, text, len, role);
}

bool
draft_is_asked(const struct draft_block *block)
{
	const char *text = block->text;
	size_t len = block->len;

	draft_strip(&text, &len);
	return (len && text[len - 1] == '?') ||
	       (len > 2 && !memcmp(text + len - 3, "？", 3)) ||
	       (len > 1 && !memcmp(text + len - 2, "؟", 2));
}

/* 关于……问题 */
static bool
draft_is_han_question(const char *text, size_t len)
{
	return len > 12 && !memcmp(text, "关于", 6) &&
	       !memcmp(text + len - 6, "问题", 6);
}

bool
draft_is_question(const struct draft_block *block)
{
	const char *text = block->text + block->marker.size;
	size_t len = block->len - block->marker.size;

	draft_strip(&text, &len);
	if (block->is_question)
		return true;
	if ((!draft_words_begin(text, len, WORDS_QUESTION) &&
	     !draft_is_han_question(text, len)) ||
	    !draft_is_short(block, HEADING_MAX))
		return false;
	return block->is_strong || block->level || draft_is_asked(block) ||
	       (!block->ends_sentence && len < 160);
}

/* "Annex", "Introduction" */
bool
draft_is_chapter(const struct draft_block *block)
{
	const char *text = block->text;
	size_t len = block->len;

	draft_strip(&text, &len);
	return draft_is_short(block, HEADING_PLAIN_MAX) &&
	       !block->ends_sentence &&
	       draft_words_begin(text, len, WORDS_CHAPTER);
}

static bool
draft_is_dated(const struct draft_work *work, const struct draft_block *block)
{
	struct cite_date found;

	return draft_is_dateline(work, block, &found);
}

/* A line alone that begins with a capital, ends in no sign, and has more text
 * under it than it has itself. */
static bool
draft_is_plain_heading(const struct draft_outline *outline, size_t at)
{
	const struct draft_block *block = draft_outline_block(outline, at);
	const struct draft_block *next = draft_outline_block(outline, at + 1);
	const char *text = block->text;
	size_t len = block->len;

	if (block->marker.kind || !next || !len ||
	    block->first_line != block->last_line ||
	    !draft_is_short(block, HEADING_PLAIN_MAX) || block->ends_sentence ||
	    (next->run == block->run && !next->marker.kind))
		return false;
	if ((len > 2 && (!memcmp(text + len - 3, "：", 3) ||
			 !memcmp(text + len - 3, "，", 3))) ||
	    strchr(",:-*(\"", text[len - 1]) || *text == '(' ||
	    draft_starts_small(text, len) || memchr(text, ':', len) ||
	    memchr(text, '\t', len) || draft_is_dated(outline->work, block))
		return false;
	if (at > 0 &&
	    draft_outline_block(outline, at - 1)->marker.kind == MARK_NONE &&
	    draft_outline_block(outline, at - 1)->row != 0)
		return false;
	return next->marker.kind || draft_is_question(next) ||
	       next->len > len * 3 / 2;
}

/* ---- headings with numbers ---- */

/* What a marker's items are over the whole text. */
struct draft_series {
	size_t count, brief, followed, strong;
};

static void
draft_series_count(const struct draft_outline *outline,
		   const struct draft_marker *marker,
		   struct draft_series *series)
{
	const struct draft_block *block, *next;
	size_t i;

	memset(series, 0, sizeof *series);
	for (i = 0; i < outline->count; i++) {
		block = draft_outline_block(outline, i);
		if (!is_draft_marker_like(&block->marker, marker))
			continue;
		next = draft_outline_block(outline, i + 1);
		series->count++;
		series->strong += block->is_strong;
		series->brief +=
			(!block->ends_sentence || draft_is_asked(block)) &&
			draft_is_short(block, HEADING_SHORT);
		series->followed +=
			next && !is_draft_marker_like(&next->marker, marker);
	}
}

static bool
draft_series_are_headings(const struct draft_outline *outline,
			  const struct draft_marker *marker)
{
	struct draft_series series;
	size_t least;

	switch (marker->kind) {
	case MARK_NUMBER:
	case MARK_HAN_ROUND:
		least = 4;
		break;
	case MARK_LETTER:
		if (marker->is_lower)
			return false;
		least = 4;
		break;
	case MARK_ROMAN:
		least = marker->is_lower ? 5 : 2;
		break;
	case MARK_HAN:
	case MARK_ORDINAL:
	case MARK_DOTTED:
		least = 2;
		break;
	default:
		return false;
	}
	draft_series_count(outline, marker, &series);
	if (series.strong == series.count &&
	    series.followed * 5 >= series.count * 4)
		return true;
	return series.brief * 5 >= series.count * least &&
	       series.followed * 5 >= series.count * least;
}

/* Series are few: what was found is kept by kind and form. */
static bool
draft_series_known(struct draft_outline *outline,
		   const struct draft_marker *marker)
{
	struct draft_series_row row;
	size_t i;

	for (i = 0; i < outline->series.len; i++)
		if (is_draft_marker_like(&outline->series.items[i].marker,
					 marker))
			return outline->series.items[i].are_headings;
	row.marker = *marker;
	row.are_headings = draft_series_are_headings(outline, marker);
	vector_push(&outline->series, row);
	return row.are_headings;
}

bool
draft_is_heading(struct draft_outline *outline, size_t at)
{
	const struct draft_block *block = draft_outline_block(outline, at);
	int role;

	if (block->is_verbatim)
		return false;
	if (block->level)
		return true;
	if (!draft_is_short(block, HEADING_MAX))
		return false;
	if (draft_is_role_heading(block, &role) &&
	    block->marker.kind != MARK_BULLET)
		return true;
	if (block->marker.kind == MARK_NONE && draft_is_question(block))
		return true;
	if (block->marker.kind && block->marker.kind != MARK_BULLET &&
	    draft_series_known(outline, &block->marker))
		return block->is_strong ||
		       ((!block->ends_sentence || draft_is_asked(block)) &&
			draft_is_short(block, HEADING_SHORT * 3 / 2));
	if (block->marker.kind)
		return false;
	if (draft_has_section_id(block) && !block->ends_sentence)
		return draft_is_short(block, 160);
	if (block->is_strong)
		return !block->ends_sentence || block->len < 60;
	if (block->is_capitals)
		return draft_is_short(block, 160);
	return draft_is_chapter(block) || draft_is_plain_heading(outline, at);
}
