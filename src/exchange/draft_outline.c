/* One language's paragraphs as a brief: title, preface, sections. */
#include <string.h>

#include "draft_outline.h"

/* "(i)" after "(h)" is a letter. */
static void
draft_outline_letters(struct draft_outline *outline)
{
	struct draft_block *block;
	struct draft_marker *marker, letter, last = {MARK_NONE, 0, 0, 0, 0, ""};
	size_t i;

	for (i = 0; i < outline->count; i++) {
		block = draft_outline_block(outline, i);
		marker = &block->marker;
		if (marker->kind == MARK_ROMAN && last.kind == MARK_LETTER &&
		    last.style == marker->style) {
			letter = *marker;
			letter.kind = MARK_LETTER;
			letter.number = last.number + 1;
			letter.is_lower = last.is_lower;
			if (marker->number == 1 && letter.number == 9)
				*marker = letter;
		}
		if (marker->kind == MARK_LETTER)
			last = *marker;
	}
}

/* A capital with a full stop: of "A. Position" as of "A. Smith". */
static bool
draft_is_initial(const struct draft_marker *marker)
{
	return marker->style == '.' && !marker->is_lower &&
	       (marker->kind == MARK_LETTER ||
		(marker->kind == MARK_ROMAN && !marker->text[2]));
}

/* Is there such a marker of that number from 'at' on, before any other? */
static bool
draft_outline_goes_on(const struct draft_outline *outline, size_t at,
		      const struct draft_marker *like, int number)
{
	const struct draft_marker *marker;

	for (; at < outline->count; at++) {
		marker = &draft_outline_block(outline, at)->marker;
		if (is_draft_marker_like(marker, like))
			return marker->number == number;
	}
	return false;
}

/* Capitals that are in no order are of names. */
static void
draft_outline_initials(struct draft_outline *outline)
{
	struct draft_marker *marker;
	int last[2] = {0, 0}, *before;
	bool is_next;
	size_t i;

	for (i = 0; i < outline->count; i++) {
		marker = &draft_outline_block(outline, i)->marker;
		if (!draft_is_initial(marker)) {
			if (marker->kind == MARK_ROMAN && !marker->is_lower)
				last[1] = marker->number;
			continue;
		}
		before = &last[marker->kind == MARK_ROMAN];
		is_next = marker->number == 1
				  ? draft_outline_goes_on(outline, i + 1,
							  marker, 2)
				  : marker->number == *before + 1;
		if (is_next)
			*before = marker->number;
		else
			memset(marker, 0, sizeof *marker);
	}
}

/* "If raised: We support this." is a heading and a paragraph. */
static void
draft_outline_split(struct draft_work *work, struct draft_text *text)
{
	static const enum draft_words kinds[] = {
		WORDS_IF_RAISED, WORDS_IF_PRESSED, WORDS_BACKGROUND};
	struct draft_block head, *block;
	size_t i, k, at, from;

	VECTOR(size_t) blocks = VECTOR_INIT;
	for (i = 0; i < text->blocks.len; i++) {
		block = &work->blocks.items[text->blocks.items[i]];
		from = strspn(block->text, "*_");
		for (at = k = 0; k < 3 && !at && !block->marker.kind; k++)
			at = draft_words_begin(block->text + from,
					       block->len - from, kinds[k]);
		at += at ? from : 0;
		while (at && at < block->len && block->text[at] == '*')
			at++;
		if (!at || block->len < at + 24 || block->level ||
		    block->is_strong || block->is_capitals ||
		    (block->text[at] != ':' &&
		     strncmp(block->text + at, "：", 3))) {
			vector_push(&blocks, text->blocks.items[i]);
			continue;
		}
		head = *block;
		head.text = arena_strndup(work->arena, block->text, at);
		head.len = at;
		head.is_strong = true;
		head.ends_sentence = false;
		at += block->text[at] == ':' ? 1 : 3;
		while (block->text[at] == ' ' || block->text[at] == '*' ||
		       block->text[at] == '\n')
			at++;
		block->text += at;
		block->len -= at;
		block->is_strong = false;
		vector_push(&blocks, work->blocks.len);
		vector_push(&blocks, text->blocks.items[i]);
		vector_push(&work->blocks, head);
	}
	vector_release(&text->blocks);
	text->blocks.items = blocks.items;
	text->blocks.len = blocks.len;
	text->blocks.cap = blocks.cap;
}

/* "Q:" and "A:" say by what comes next what it is. */
static void
draft_outline_answers(struct draft_outline *outline)
{
	struct draft_block *block;
	struct draft_item *item;
	bool is_asked = false, is_question;
	size_t i, from, at;

	for (i = 0; i < outline->count; i++) {
		block = draft_outline_block(outline, i);
		from = strspn(block->text, "*");
		is_question = true;
		at = draft_words_begin(block->text + from, block->len - from,
				       WORDS_Q);
		if (!at && is_asked) {
			at = draft_words_begin(block->text + from,
					       block->len - from, WORDS_A);
			is_question = false;
		}
		if (!at)
			continue;
		item = draft_add_block_item(outline->work, DRAFT_LEFT_OUT,
					    "marker", block);
		item->value = arena_strndup(outline->work->arena,
					    block->text + from, at);
		block->is_question = is_question;
		is_asked = true;
		draft_block_drop(outline->work, block, from, at);
	}
}

static void
draft_outline_sections(struct draft_outline *outline, size_t at)
{
	size_t from = at;
	long heading = -1;

	outline->text->first = at < outline->count
				       ? outline->text->blocks.items[at]
				       : (size_t)-1;
	for (; at < outline->count; at++) {
		if (!draft_is_heading(outline, at))
			continue;
		if (heading >= 0 || from < at)
			draft_section_read(outline, heading, from, at);
		heading = (long)at;
		from = at + 1;
	}
	if (heading >= 0 || from < at)
		draft_section_read(outline, heading, from, at);
}

void
draft_outline_read(struct draft_work *work, struct draft_text *text)
{
	struct draft_outline outline = {.work = work, .text = text};

	draft_outline_split(work, text);
	outline.count = text->blocks.len;
	draft_outline_letters(&outline);
	draft_outline_initials(&outline);
	draft_outline_answers(&outline);
	draft_outline_sections(&outline, draft_front_read(&outline));
	vector_release(&outline.series);
}
