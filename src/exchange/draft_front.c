/*
 * What stands before the first section: letterhead, lines of a memo, the
 * title, date and place.
 */
#include "config.h" /* memrchr */

#include <stdlib.h>
#include <string.h>

#include "lectern/cite.h"
#include "lectern/section_id.h"

#include "draft_outline.h"

#define FRONT_LINE_MAX 160 /* a line of a memo's head, in bytes */
#define FRONT_LONG     260 /* a paragraph so long is text of the brief */
#define FRONT_SENTENCE 40  /* and so is a sentence so long */

static bool
draft_front_begins(const struct draft_block *block, enum draft_words kind,
		   const char **rest, size_t *rest_len)
{
	const char *text = block->text;
	size_t len = block->len, at;

	draft_strip(&text, &len);
	at = draft_words_begin(text, len, kind);
	if (!at)
		return false;
	text += at;
	len -= at;
	draft_strip(&text, &len);
	*rest = text;
	*rest_len = len;
	return true;
}

/* Off the marks around a few words. */
static void
draft_front_trim(const char **text, size_t *len)
{
	static const char *const marks[] = {",", ".",  ";",  "(",  ")", " ",
					    "،", "，", "（", "）", "、"};
	size_t i, size;

	for (i = 0; i < sizeof marks / sizeof marks[0]; i++) {
		size = strlen(marks[i]);
		if (*len >= size && !memcmp(*text, marks[i], size)) {
			*text += size;
			*len -= size;
			i = (size_t)-1;
		} else if (*len >= size &&
			   !memcmp(*text + *len - size, marks[i], size)) {
			*len -= size;
			i = (size_t)-1;
		}
	}
}

static const char *
draft_front_keep(struct draft_work *work, const char *text, size_t len)
{
	return arena_strndup(work->arena, text, len);
}

static bool
draft_front_is_classified(struct draft_outline *outline,
			  struct draft_block *block)
{
	struct draft_work *work = outline->work;
	const char *rest, *text = block->text;
	size_t len, text_len = block->len;

	if (block->len > 120 ||
	    !draft_front_begins(block, WORDS_CLASSIFIED, &rest, &len) ||
	    len > 60)
		return false;
	if (!work->classification[0]) {
		draft_strip(&text, &text_len);
		draft_front_trim(&text, &text_len);
		work->classification = draft_front_keep(work, text, text_len);
	}
	return true;
}

/* "Subject: …", "To: …", "Ref.: …" */
static bool
draft_front_is_field(struct draft_outline *outline, struct draft_block *block)
{
	struct draft_work *work = outline->work;
	const char *rest;
	size_t len;

	if (block->len > 400)
		return false;
	if (draft_front_begins(block, WORDS_SUBJECT, &rest, &len)) {
		if (!work->subject[0])
			work->subject = draft_front_keep(work, rest, len);
		return true;
	}
	if (block->len <= FRONT_LINE_MAX &&
	    draft_front_begins(block, WORDS_REFERENCE, &rest, &len)) {
		if (!work->reference[0])
			work->reference = draft_front_keep(work, rest, len);
		return true;
	}
	return draft_front_begins(block, WORDS_FIELD, &rest, &len);
}

/* The first day of "10-12 October 2022", of which the last was found. */
static void
draft_front_first_day(const char *words, const struct cite_date *found,
		      struct date_range *range)
{
	char *end;
	long day = strtol(words + found->start, &end, 10);

	range->first = range->last = found->date;
	if (*end == ' ')
		end++;
	if (day < 1 || day >= found->date.day ||
	    (*end != '-' && strncmp(end, "\xe2\x80\x93", 3) &&
	     !draft_match(end, strlen(end), "to") &&
	     !draft_match(end, strlen(end), "and") &&
	     !draft_match(end, strlen(end), "и") &&
	     !draft_match(end, strlen(end), "et") &&
	     !draft_match(end, strlen(end), "y")))
		return;
	range->first.day = (int)day;
}

/* "27 February - 4 April 2023", of which the last day was found: what stands
 * before it, with its year, is a date that ends there. Moves *start to it. */
static void
draft_front_first_date(struct draft_outline *outline, const char *words,
		       size_t *start, struct date_range *range)
{
	static const char *const signs[] = {"-",  "–",	"—",  "to",
					    "по", "au", "al", "до"};
	struct draft_work *work = outline->work;
	struct buffer text = BUFFER_INIT;
	struct cite_date found;
	size_t i, size, len = *start;

	while (len && words[len - 1] == ' ')
		len--;
	for (i = 0; i < sizeof signs / sizeof signs[0]; i++) {
		size = strlen(signs[i]);
		if (len > size && !memcmp(words + len - size, signs[i], size))
			break;
	}
	if (i == sizeof signs / sizeof signs[0])
		return;
	for (len -= size; len && words[len - 1] == ' ';)
		len--;
	buffer_append(&text, words, len);
	buffer_printf(&text, " %d", range->last.year);
	if (cite_find_date(text.data, text.len,
			   work->tags[outline->text->tongue], work->names,
			   &found) &&
	    found.end == text.len &&
	    date_compare(&found.date, &range->last) < 0) {
		range->first = found.date;
		*start = found.start;
	}
	buffer_release(&text);
}

/* What stands beside a date: a place where it is short. */
static void
draft_front_place(struct draft_work *work, const char *text, size_t len)
{
	const char *comma;

	draft_strip(&text, &len);
	draft_front_trim(&text, &len);
	comma = len > 32 ? memrchr(text, ',', len) : NULL;
	if (comma) {
		len -= (size_t)(comma + 1 - text);
		text = comma + 1;
		draft_front_trim(&text, &len);
	}
	if (len > 4 && len < 40 && !memchr(text, ':', len) &&
	    !memchr(text, '\n', len) && !work->place[0])
		work->place = draft_front_keep(work, text, len);
}

/* "Geneva, 3 March 2022", "(May 27, 2021, online)": date and place. */
static void
draft_front_date(struct draft_outline *outline, const char *words)
{
	struct draft_work *work = outline->work;
	struct cite_date found;
	struct date_range range;
	struct buffer rest = BUFFER_INIT;
	const char *text = words;
	size_t len = strlen(words);

	draft_strip(&text, &len);
	if (draft_words_begin(text, len, WORDS_DRAFT) ||
	    !cite_find_date(words, strlen(words),
			    work->tags[outline->text->tongue], work->names,
			    &found))
		return;
	draft_front_first_day(words, &found, &range);
	draft_front_first_date(outline, words, &found.start, &range);
	if (!work->date.first.month)
		work->date = range;
	buffer_append(&rest, words, found.start);
	buffer_append_string(&rest, words + found.end);
	draft_front_place(work, rest.data, rest.len);
	buffer_release(&rest);
}

static bool
draft_front_has_id(const struct draft_block *block)
{
	struct buffer id = BUFFER_INIT;
	const char *text = block->text;
	size_t len = block->len;
	bool has;

	draft_strip(&text, &len);
	has = section_id_from_heading(text, len, &id);
	buffer_release(&id);
	return has;
}

/* Could it be the title of the text, or go on with it? */
static bool
draft_front_is_title(struct draft_outline *outline, size_t at)
{
	const struct draft_block *block = draft_outline_block(outline, at);
	struct cite_date found;
	int role = -1;

	if (!block || block->marker.kind || block->is_verbatim ||
	    block->len > 400 || block->text[0] == '(' ||
	    strchr(",!", block->text[block->len - 1]) ||
	    draft_front_has_id(block) || draft_is_chapter(block) ||
	    draft_is_question(block))
		return false;
	if (draft_is_role_heading(block, &role) && role != ROLE_SAY)
		return false;
	if (draft_is_dateline(outline->work, block, &found) &&
	    !block->is_strong)
		return false;
	return block->level || block->is_strong || block->is_capitals ||
	       !block->ends_sentence;
}

/* The title, and what of it stands in the same run of lines; a part in
 * brackets or a date is none of it. */
static size_t
draft_front_take_title(struct draft_outline *outline, size_t at)
{
	struct draft_block *block = draft_outline_block(outline, at);
	int run = block->run;
	bool is_first = true;
	const char *line;

	for (; (block = draft_outline_block(outline, at)); at++) {
		if (block->run != run ||
		    (!is_first && !draft_front_is_title(outline, at)))
			break;
		block->use = USE_TITLE;
		vector_push(&outline->text->title,
			    outline->text->blocks.items[at]);
		/* "**Title**\n(27 May 2021)" */
		line = strchr(block->text, '\n');
		if (line && strchr(line, '('))
			draft_front_date(outline, strchr(line, '('));
		is_first = false;
	}
	return at;
}

static void
draft_front_push(struct draft_outline *outline, size_t at)
{
	struct draft_block *block = draft_outline_block(outline, at);

	block->use = USE_PREFACE;
	vector_push(&outline->text->preface, outline->text->blocks.items[at]);
	draft_front_date(outline, block->text);
}

/* Is a title followed by the headings of sections, not by text of its own? */
static bool
draft_front_owns_title(struct draft_outline *outline, size_t at)
{
	const struct draft_block *block = draft_outline_block(outline, at);
	size_t i, same = 0;

	if (block->level == 1) {
		for (i = 0; i < outline->count; i++)
			same += draft_outline_block(outline, i)->level == 1;
		return same == 1 || draft_is_heading(outline, at + 1);
	}
	return true;
}

static bool
draft_front_is_letterhead(struct draft_outline *outline,
			  struct draft_block *block, size_t at)
{
	const char *rest;
	size_t len;

	if (!draft_is_head(block) || block->len > 200 ||
	    (!draft_front_begins(block, WORDS_OFFICE, &rest, &len) &&
	     !(outline->text->letterhead.len && at && !block->is_strong &&
	       block->run == draft_outline_block(outline, at - 1)->run &&
	       draft_words_within(block->text, block->len, WORDS_OFFICE))))
		return false;
	block->use = USE_LETTERHEAD;
	vector_push(&outline->text->letterhead,
		    outline->text->blocks.items[at]);
	return true;
}

/* Does the text of the brief begin here? */
static bool
draft_front_ends(struct draft_outline *outline, size_t at)
{
	const struct draft_block *block = draft_outline_block(outline, at);
	struct cite_date found;

	return draft_is_heading(outline, at) || block->marker.kind ||
	       block->is_verbatim || block->len > FRONT_LONG ||
	       (block->ends_sentence &&
		(block->len > FRONT_SENTENCE || outline->text->title.len) &&
		block->text[0] != '(' &&
		!draft_is_dateline(outline->work, block, &found));
}

/* Right after the title, a line with no text of its own is more of it. */
static bool
draft_front_is_subtitle(struct draft_outline *outline, size_t at)
{
	const struct draft_block *block = draft_outline_block(outline, at);
	struct cite_date found;
	int role;

	return at > 0 && at + 1 < outline->count &&
	       draft_outline_block(outline, at - 1)->use == USE_TITLE &&
	       !block->marker.kind && !block->level &&
	       !draft_is_role_heading(block, &role) &&
	       !draft_is_question(block) && draft_is_heading(outline, at) &&
	       (draft_is_heading(outline, at + 1) ||
		draft_is_dateline(outline->work,
				  draft_outline_block(outline, at + 1),
				  &found));
}

size_t
draft_front_read(struct draft_outline *outline)
{
	struct draft_block *block;
	bool has_title = false;
	size_t at = 0;

	while ((block = draft_outline_block(outline, at))) {
		if (draft_front_is_classified(outline, block) ||
		    draft_front_is_field(outline, block) ||
		    draft_front_is_subtitle(outline, at)) {
			draft_front_push(outline, at++);
		} else if (!has_title &&
			   draft_front_is_letterhead(outline, block, at)) {
			at++;
		} else if (!has_title && draft_front_is_title(outline, at) &&
			   draft_front_owns_title(outline, at)) {
			at = draft_front_take_title(outline, at);
			has_title = true;
		} else if (draft_front_ends(outline, at)) {
			break;
		} else {
			draft_front_push(outline, at++);
		}
	}
	return at;
}
