/* The steps, one after another. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lectern/cite.h"

#include "draft_parts.h"

static const char *const draft_tags[TONGUE_COUNT] = {"en", "ru", "kk", "fr",
						     "es", "ar", "zh", ""};

struct draft_item *
draft_add_item(struct draft_work *work, enum draft_kind kind, const char *code)
{
	struct draft_item item = {.kind = kind,
				  .code = code,
				  .language = "",
				  .place = "",
				  .confidence = 100,
				  .value = ""};

	vector_push(&work->draft->items, item);
	return vector_last(&work->draft->items);
}

struct draft_item *
draft_add_block_item(struct draft_work *work, enum draft_kind kind,
		     const char *code, const struct draft_block *block)
{
	struct draft_item *item = draft_add_item(work, kind, code);

	item->source = block->source;
	item->first_line = block->first_line;
	item->last_line = block->last_line;
	if (block->tongue != TONGUE_NONE)
		item->language = work->tags[block->tongue];
	item->value = block->text;
	return item;
}

/* ---- blocks to languages ---- */

/* Languages that stand between a block without one and the next such. */
static unsigned
draft_tongues_after(const struct draft_work *work, size_t at)
{
	const struct draft_block *list = work->blocks.items;
	unsigned tongues = 0;

	for (at++; at < work->blocks.len; at++) {
		if (list[at].use != USE_NONE)
			continue;
		if (list[at].tongue == TONGUE_NONE)
			break;
		tongues |= 1u << list[at].tongue;
	}
	return tongues;
}

/* A number alone goes with what is under it, in every language of it; at the
 * end with what was 'before'. */
static void
draft_share_block(struct draft_work *work, size_t at, enum draft_tongue before)
{
	unsigned tongues = draft_tongues_after(work, at);
	size_t i;

	if (!tongues)
		tongues = 1u << before;
	for (i = 0; i < TONGUE_COUNT; i++)
		if (tongues & 1u << i)
			vector_push(&work->texts[i].blocks, at);
}

static void
draft_deal_blocks(struct draft_work *work)
{
	enum draft_tongue before = TONGUE_EN;
	struct draft_block *block;
	struct draft_text *text;
	size_t i;

	for (i = 0; i < work->blocks.len; i++) {
		block = &work->blocks.items[i];
		if (block->use != USE_NONE)
			continue;
		if (block->tongue == TONGUE_NONE) {
			draft_share_block(work, i, before);
			continue;
		}
		before = block->tongue;
		text = &work->texts[block->tongue];
		vector_push(&text->blocks, i);
	}
	for (i = 0; i < TONGUE_COUNT; i++) {
		text = &work->texts[i];
		text->is_present = text->blocks.len || text->note.len ||
				   text->letterhead.len;
	}
}

/* ---- the order of languages ---- */

static size_t
draft_rank(const struct draft_work *work, enum draft_tongue tongue)
{
	const struct draft_text *text = &work->texts[tongue];
	const char *original = work->options ? work->options->original : NULL;

	if (original && !strcmp(work->tags[tongue], original))
		return 0;
	if (text->sections.len && text->first != (size_t)-1)
		return 1 + text->first;
	return (size_t)-1 - TONGUE_COUNT + (size_t)tongue;
}

static void
draft_order_find(struct draft_work *work)
{
	enum draft_tongue *order = work->order, tongue;
	size_t i, k;

	for (i = 0; i < TONGUE_COUNT; i++) {
		if (!work->texts[i].is_present)
			continue;
		tongue = (enum draft_tongue)i;
		for (k = work->order_count++;
		     k > 0 &&
		     draft_rank(work, order[k - 1]) > draft_rank(work, tongue);
		     k--)
			order[k] = order[k - 1];
		order[k] = tongue;
	}
}

static void
draft_work_release(struct draft_work *work)
{
	struct draft_text *text;
	struct draft_section *section;
	size_t i, k, n;

	for (i = 0; i < TONGUE_COUNT; i++) {
		text = &work->texts[i];
		for (k = 0; k < text->sections.len; k++) {
			section = &text->sections.items[k];
			for (n = 0; n < section->points.len; n++) {
				vector_release(
					&section->points.items[n].blocks);
				vector_release(
					&section->points.items[n].traits.list);
			}
			vector_release(&section->points);
			vector_release(&section->traits.list);
		}
		vector_release(&text->sections);
		draft_ids_release(&text->ids);
		vector_release(&text->blocks);
		vector_release(&text->title);
		vector_release(&text->preface);
		vector_release(&text->letterhead);
		vector_release(&text->note);
	}
	vector_release(&work->blocks);
	free(work->lexicon);
	cite_names_free(work->names);
}

static void
draft_work_init(struct draft_work *work)
{
	size_t i;

	work->lexicon = draft_lexicon_new();
	work->names = cite_names_new();
	work->reference = work->place = work->classification = work->subject =
		"";
	for (i = 0; i < TONGUE_COUNT; i++) {
		work->tags[i] = draft_tags[i];
		work->texts[i].tongue = (enum draft_tongue)i;
		work->texts[i].note_number = "";
		work->texts[i].first = (size_t)-1;
	}
}

void
draft_make(const struct draft_source *sources, size_t count,
	   const struct draft_options *options, struct draft *draft)
{
	struct draft_work work = {.sources = sources,
				  .source_count = count,
				  .options = options,
				  .draft = draft,
				  .arena = &draft->arena};
	size_t i;

	memset(draft, 0, sizeof *draft);
	draft_work_init(&work);
	for (i = 0; i < count; i++)
		draft_blocks_read(&work, i);
	draft_languages_find(&work);
	draft_notes_find(&work);
	draft_deal_blocks(&work);
	for (i = 0; i < TONGUE_COUNT; i++)
		if (work.texts[i].blocks.len)
			draft_outline_read(&work, &work.texts[i]);
	draft_order_find(&work);
	draft_pair(&work);
	draft_write(&work);
	draft_finish(&work);
	draft_work_release(&work);
}

void
draft_release(struct draft *draft)
{
	vector_release(&draft->files);
	vector_release(&draft->items);
	arena_release(&draft->arena);
}
