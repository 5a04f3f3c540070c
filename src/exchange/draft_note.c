/*
 * Notes verbales: from "presents its compliments" back to the letterhead and
 * on to the addressee. They go with their text as sections for information.
 */
#include <string.h>

#include "lectern/cite.h"

#include "draft_outline.h"

#define DRAFT_HEAD_LENGTH 400 /* bytes; a head is short */
#define DRAFT_NOTE_BLOCKS 16  /* paragraphs before its date */

static bool
draft_begins(const struct draft_block *block, enum draft_words kind)
{
	const char *text = block->text;
	size_t len = block->len;

	draft_strip(&text, &len);
	return draft_words_begin(text, len, kind) > 0;
}

/* "№ 17-1/308": the number, or "". */
const char *
draft_reference_number(struct draft_work *work, const struct draft_block *block)
{
	const char *text = block->text;
	size_t len = block->len, at;

	draft_strip(&text, &len);
	at = draft_words_begin(text, len, WORDS_REFERENCE);
	if (!at || len > 60)
		return "";
	text += at;
	len -= at;
	draft_strip(&text, &len);
	for (at = 0; at < len && text[at] != ' ' && text[at] != '\n'; at++)
		;
	return memchr(text, '/', at) || strpbrk(text, "0123456789")
		       ? arena_strndup(work->arena, text, at)
		       : "";
}

bool
draft_is_head(const struct draft_block *block)
{
	return block->use == USE_NONE && block->len < DRAFT_HEAD_LENGTH &&
	       !block->level && !block->is_verbatim &&
	       (block->is_strong || block->is_capitals ||
		draft_begins(block, WORDS_REFERENCE) ||
		draft_begins(block, WORDS_OFFICE) ||
		draft_begins(block, WORDS_ENCLOSURE));
}

/* "Nur-Sultan, 1 June 2021" */
bool
draft_is_dateline(const struct draft_work *work,
		  const struct draft_block *block, struct cite_date *found)
{
	if (block->len > 120 || block->marker.kind ||
	    block->tongue == TONGUE_NONE ||
	    !strpbrk(block->text, "0123456789٠١٢٣٤٥٦٧٨٩"))
		return false;
	return cite_find_date(block->text, block->len,
			      work->tags[block->tongue], work->names, found) &&
	       found->end - found->start + 60 > block->len;
}

static void
draft_note_head(struct draft_work *work, struct draft_text *text, size_t at)
{
	struct draft_block *list = work->blocks.items;
	size_t from = at;

	while (from > 0 && draft_is_head(&list[from - 1]))
		from--;
	for (; from < at; from++) {
		if (draft_begins(&list[from], WORDS_ENCLOSURE)) {
			list[from].use = USE_NOTE;
			vector_push(&text->note, from);
			continue;
		}
		list[from].use = USE_LETTERHEAD;
		vector_push(&text->letterhead, from);
		if (!text->note_number[0])
			text->note_number =
				draft_reference_number(work, &list[from]);
	}
}

/* To whom it goes: all that stands under the date in one run. */
static void
draft_note_address(struct draft_work *work, struct draft_text *text, size_t at)
{
	struct draft_block *list = work->blocks.items;
	int run;

	if (at >= work->blocks.len)
		return;
	run = list[at].run;
	for (; at < work->blocks.len && list[at].run == run; at++) {
		if (list[at].tongue != text->tongue ||
		    !draft_is_head(&list[at]))
			return;
		list[at].use = USE_NOTE;
		vector_push(&text->note, at);
	}
}

static bool
draft_ends_note(const struct draft_text *text, const struct draft_block *block)
{
	return block->use != USE_NONE || block->level ||
	       (block->tongue != text->tongue && block->tongue != TONGUE_NONE);
}

static void
draft_note_body(struct draft_work *work, struct draft_text *text, size_t at)
{
	struct draft_block *list = work->blocks.items;
	struct cite_date found;
	size_t count;
	bool is_closed = false;

	for (count = 0; count < DRAFT_NOTE_BLOCKS; count++, at++) {
		if (at == work->blocks.len || draft_ends_note(text, &list[at]))
			return;
		if (is_closed && !draft_is_dateline(work, &list[at], &found)) {
			draft_note_address(work, text, at);
			return;
		}
		list[at].use = USE_NOTE;
		vector_push(&text->note, at);
		if (draft_is_dateline(work, &list[at], &found)) {
			text->note_date = found.date;
			draft_note_address(work, text, at + 1);
			return;
		}
		is_closed = count > 0 &&
			    draft_words_within(list[at].text, list[at].len,
					       WORDS_COMPLIMENTS);
	}
}

void
draft_notes_find(struct draft_work *work)
{
	struct draft_block *block;
	struct draft_item *item;
	struct draft_text *text;
	size_t i;

	for (i = 0; i < work->blocks.len; i++) {
		block = &work->blocks.items[i];
		if (block->use != USE_NONE || block->marker.kind ||
		    block->is_verbatim || block->tongue == TONGUE_NONE ||
		    !draft_words_within(block->text, block->len,
					WORDS_COMPLIMENTS))
			continue;
		text = &work->texts[block->tongue];
		draft_note_head(work, text, i);
		draft_note_body(work, text, i);
		item = draft_add_block_item(work, DRAFT_FOUND, "note", block);
		item->place = "note";
		item->value = "";
	}
}
