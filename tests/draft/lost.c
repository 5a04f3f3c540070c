/* Words are counted by their hashes, on one side and on the other. */
#include <stdlib.h>
#include <string.h>
#include <unictype.h>

#include "lectern/memory.h"
#include "lectern/utf8.h"

#include "lost.h"

#define LOST_SLOTS 65536

struct lost_slot {
	uint32_t hash;
	long count;
};

struct lost {
	struct lost_slot *slots;
	char *found; /* a word whose count is below 0 */
};

static bool
lost_is_letter(uint32_t cp)
{
	return cp != UTF8_BAD && uc_is_property_alphabetic(cp);
}

/* Letters that count points: Chinese figures, and those of one letter. */
static bool
lost_is_marker(const char *word, size_t len)
{
	const char *figures = "一二三四五六七八九十";
	size_t at, letters = 0;
	uint32_t cp;

	for (at = 0; at < len; letters += lost_is_letter(cp))
		at += utf8_decode(word + at, len - at, &cp);
	if (letters != 1 || cp < 0x4e00)
		return letters < 2;
	for (; *figures; figures += 3)
		if (!memcmp(figures, word, 3))
			return true;
	return false;
}

static void
lost_count(struct lost *lost, const char *word, size_t len, int step)
{
	uint32_t hash = 2166136261u;
	struct lost_slot *slot;
	size_t i;

	if (lost_is_marker(word, len))
		return;
	for (i = 0; i < len; i++)
		if (i + 1 < len && !memcmp(word + i, "\xc2\xad", 2))
			i++; /* a soft hyphen is no letter, nor are stars */
		else if (word[i] != '*' && word[i] != '\\')
			hash = (hash ^ (unsigned char)word[i]) * 16777619u;
	slot = &lost->slots[hash % LOST_SLOTS];
	for (i = 0; slot->hash && slot->hash != hash && i < LOST_SLOTS; i++)
		slot = &lost->slots[(hash + i) % LOST_SLOTS];
	slot->hash = hash;
	slot->count += step;
	if (slot->count < 0 && step < 0 && !lost->found)
		lost->found = mem_strndup(word, len);
}

/* A Chinese character is a word; so is a run of any other letters. Words of
 * figures may become the number of a point. */
static void
lost_scan(struct lost *lost, const char *text, size_t len, int step)
{
	size_t at, size, from = 0;
	bool inside = false;
	uint32_t cp;

	for (at = 0; at <= len; at += size) {
		cp = ' ';
		size = at < len ? utf8_decode(text + at, len - at, &cp) : 1;
		if (cp == 0xad || ((cp == '*' || cp == '\\') && inside))
			continue;
		if (inside && (!lost_is_letter(cp) || cp >= 0x2e80)) {
			lost_count(lost, text + from, at - from, step);
			inside = false;
		}
		if (!lost_is_letter(cp))
			continue;
		if (cp >= 0x2e80)
			lost_count(lost, text + at, size, step);
		else if (!inside)
			from = at;
		inside = cp < 0x2e80;
	}
}

/* Both halves of "there-|fore" as they stood in the document. */
static void
lost_give(struct lost *lost, const struct draft *draft)
{
	const struct draft_item *item;
	size_t i;

	for (i = 0; i < draft->files.len; i++)
		lost_scan(lost, draft->files.items[i].text,
			  draft->files.items[i].len, 1);
	for (i = 0; i < draft->items.len; i++) {
		item = &draft->items.items[i];
		if (item->kind == DRAFT_LEFT_OUT || item->kind == DRAFT_JOINED)
			lost_scan(lost, item->value, strlen(item->value), 1);
	}
}

char *
draft_find_lost(const struct draft_source *sources, size_t count,
		const struct draft *draft)
{
	struct lost lost = {NULL, NULL};
	size_t i;

	lost.slots = mem_alloc(LOST_SLOTS, sizeof *lost.slots);
	lost_give(&lost, draft);
	for (i = 0; i < count; i++)
		lost_scan(&lost, sources[i].text, sources[i].len, -1);
	free(lost.slots);
	return lost.found;
}
