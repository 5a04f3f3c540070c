#include <stdint.h>
#include <string.h>
#include <unictype.h>
#include <uniwbrk.h>

#include "lectern/buffer.h"
#include "lectern/memory.h"
#include "lectern/save.h"
#include "lectern/utf8.h"
#include "lectern/worddiff.h"

/* Edits that are sought at once; the memory for it is half its square. */
#define WORDDIFF_REACH 512

struct worddiff_word {
	const char *text;
	size_t len;
	size_t start, end; /* of the whole text, with its white space */
	uint64_t hash;
};

/* One of the two texts. */
struct worddiff_side {
	VECTOR(struct worddiff_word) words;
	char *kept; /* a flag a word: the other text has it, too */
	size_t at;  /* words behind us */
	size_t end; /* where the common end of both begins */
};

/*
 * A search goes from where both sides are. Row d of 'reached' holds how many
 * old words d edits lead over, on each diagonal k (old words less new ones)
 * from -d to d by twos; -1 where they lead out of the texts.
 */
struct worddiff_walk {
	struct worddiff_side before, after;
	VECTOR(long) reached;
};

static bool
is_worddiff_white(const char *text, size_t len)
{
	uint32_t cp;

	utf8_decode(text, len, &cp);
	return cp != UTF8_BAD && uc_is_property_white_space(cp);
}

static void
worddiff_add_word(struct worddiff_side *side, const char *text, size_t start,
		  size_t end)
{
	struct worddiff_word word = {text + start, end - start, start, end, 0};

	if (is_worddiff_white(word.text, word.len)) {
		if (side->words.len)
			vector_last(&side->words)->end = end;
		return;
	}
	if (!side->words.len)
		word.start = 0;
	word.hash = file_hash(word.text, word.len);
	vector_push(&side->words, word);
}

static void
worddiff_split(const char *text, size_t len, struct worddiff_side *side)
{
	char *breaks = mem_alloc(len + 1, 1);
	size_t start = 0, i;

	u8_wordbreaks((const uint8_t *)text, len, breaks);
	for (i = 1; i <= len; i++) {
		if (i < len && !breaks[i])
			continue;
		worddiff_add_word(side, text, start, i);
		start = i;
	}
	free(breaks);
	side->kept = mem_alloc(side->words.len + 1, 1);
	side->end = side->words.len;
}

static bool
is_worddiff_same(const struct worddiff_walk *walk, size_t i, size_t j)
{
	const struct worddiff_word *a = &walk->before.words.items[i];
	const struct worddiff_word *b = &walk->after.words.items[j];

	return a->hash == b->hash && a->len == b->len &&
	       !memcmp(a->text, b->text, a->len);
}

static long *
worddiff_row(const struct worddiff_walk *walk, long edits)
{
	return walk->reached.items + edits * (edits + 1) / 2;
}

/* Where the last of 'edits' edits leads on diagonal 'k', and from which. */
static long
worddiff_step(const struct worddiff_walk *walk, long edits, long k, long *from)
{
	long old_words = (long)(walk->before.end - walk->before.at);
	long new_words = (long)(walk->after.end - walk->after.at);
	long at = (k + edits) / 2, added = -1, removed = -1;
	const long *row;

	*from = k;
	if (!edits)
		return 0;
	row = worddiff_row(walk, edits - 1);
	if (k < edits && row[at] - k <= new_words)
		added = row[at];
	if (k > -edits && row[at - 1] >= 0 && row[at - 1] < old_words)
		removed = row[at - 1] + 1;
	*from = removed > added ? k - 1 : k + 1;
	return removed > added ? removed : added;
}

/* The same, and on over the words that both have. */
static long
worddiff_slide(const struct worddiff_walk *walk, long edits, long k)
{
	size_t i, j;
	long from, x = worddiff_step(walk, edits, k, &from);

	if (x < 0)
		return x;
	i = walk->before.at + (size_t)x;
	j = walk->after.at + (size_t)(x - k);
	while (i < walk->before.end && j < walk->after.end &&
	       is_worddiff_same(walk, i, j)) {
		i++;
		j++;
	}
	return (long)(i - walk->before.at);
}

/* Mark what both have on the way to diagonal 'k', and go there. */
static void
worddiff_advance(struct worddiff_walk *walk, long edits, long k)
{
	long end = worddiff_row(walk, edits)[(k + edits) / 2];
	long x = end, end_k = k, start, from;

	for (; edits >= 0; edits--) {
		start = worddiff_step(walk, edits, k, &from);
		while (x > start) {
			x--;
			walk->before.kept[walk->before.at + (size_t)x] = 1;
			walk->after.kept[walk->after.at + (size_t)(x - k)] = 1;
		}
		/* A word less comes from one word before. */
		x = from < k ? start - 1 : start;
		k = from;
	}
	walk->before.at += (size_t)end;
	walk->after.at += (size_t)(end - end_k);
}

/* To the end of both, or as far as WORDDIFF_REACH edits lead at best. */
static void
worddiff_search(struct worddiff_walk *walk)
{
	long goal = (long)(walk->before.end - walk->before.at);
	long goal_k = goal - (long)(walk->after.end - walk->after.at);
	long edits, k, x, best, best_k = 0;

	for (edits = 0; edits <= WORDDIFF_REACH; edits++) {
		vector_reserve(&walk->reached,
			       (size_t)((edits + 1) * (edits + 2) / 2));
		best = -1;
		for (k = -edits; k <= edits; k += 2) {
			x = worddiff_slide(walk, edits, k);
			worddiff_row(walk, edits)[(k + edits) / 2] = x;
			if (x == goal && k == goal_k) {
				worddiff_advance(walk, edits, k);
				return;
			}
			if (x >= 0 && 2 * x - k > best) {
				best = 2 * x - k;
				best_k = k;
			}
		}
	}
	worddiff_advance(walk, WORDDIFF_REACH, best_k);
}

/* Mark the words that both texts have in the same order. */
static void
worddiff_match(struct worddiff_walk *walk)
{
	struct worddiff_side *before = &walk->before, *after = &walk->after;

	while (before->end && after->end &&
	       is_worddiff_same(walk, before->end - 1, after->end - 1)) {
		before->kept[--before->end] = 1;
		after->kept[--after->end] = 1;
	}
	while (before->at < before->end || after->at < after->end)
		worddiff_search(walk);
	before->at = after->at = 0;
}

/* Where a stretch of words that are kept, or are not, ends. */
static size_t
worddiff_stretch(const struct worddiff_side *side, size_t from, char kept)
{
	while (from < side->words.len && side->kept[from] == kept)
		from++;
	return from;
}

static bool
is_worddiff_punctuation(const struct worddiff_side *side, size_t from,
			size_t to)
{
	uint32_t cp;

	for (; from < to; from++) {
		utf8_decode(side->words.items[from].text,
			    side->words.items[from].len, &cp);
		if (!uc_is_property_punctuation(cp))
			return false;
	}
	return true;
}

/* How many words both keep from where they are. */
static size_t
worddiff_count_kept(const struct worddiff_walk *walk)
{
	size_t old_len = worddiff_stretch(&walk->before, walk->before.at, 1) -
			 walk->before.at;
	size_t new_len = worddiff_stretch(&walk->after, walk->after.at, 1) -
			 walk->after.at;

	return old_len < new_len ? old_len : new_len;
}

/* Two changes around nothing but punctuation read better as one. */
static void
worddiff_join(struct worddiff_walk *walk)
{
	struct worddiff_side *before = &walk->before, *after = &walk->after;
	size_t count;

	while (before->at < before->words.len && after->at < after->words.len) {
		count = worddiff_count_kept(walk);
		if ((before->at || after->at) &&
		    before->at + count < before->words.len &&
		    after->at + count < after->words.len &&
		    is_worddiff_punctuation(before, before->at,
					    before->at + count)) {
			memset(before->kept + before->at, 0, count);
			memset(after->kept + after->at, 0, count);
		}
		before->at = worddiff_stretch(before, before->at + count, 0);
		after->at = worddiff_stretch(after, after->at + count, 0);
	}
	before->at = after->at = 0;
}

/* The next words of a side, up to 'to', as bytes of its text. */
static bool
worddiff_take(struct worddiff_side *side, size_t to, size_t *start, size_t *end)
{
	if (side->at == to)
		return false;
	*start = side->words.items[side->at].start;
	*end = side->words.items[to - 1].end;
	side->at = to;
	return true;
}

static void
worddiff_emit(struct worddiff_walk *walk, struct worddiff *diff)
{
	struct worddiff_side *before = &walk->before, *after = &walk->after;
	struct worddiff_part same, removed, added;
	size_t count;

	while (before->at < before->words.len || after->at < after->words.len) {
		count = worddiff_count_kept(walk);
		same = (struct worddiff_part){.kind = WORDDIFF_SAME};
		removed = (struct worddiff_part){.kind = WORDDIFF_REMOVED};
		added = (struct worddiff_part){.kind = WORDDIFF_ADDED};
		if (worddiff_take(before, before->at + count, &same.old_start,
				  &same.old_end) &&
		    worddiff_take(after, after->at + count, &same.new_start,
				  &same.new_end))
			vector_push(&diff->list, same);
		if (worddiff_take(before,
				  worddiff_stretch(before, before->at, 0),
				  &removed.old_start, &removed.old_end))
			vector_push(&diff->list, removed);
		if (worddiff_take(after, worddiff_stretch(after, after->at, 0),
				  &added.new_start, &added.new_end))
			vector_push(&diff->list, added);
	}
}

void
worddiff_find(const char *before, size_t before_len, const char *after,
	      size_t after_len, struct worddiff *diff)
{
	struct worddiff_walk walk = {.reached = VECTOR_INIT};

	diff->list.len = 0;
	worddiff_split(before, before_len, &walk.before);
	worddiff_split(after, after_len, &walk.after);
	worddiff_match(&walk);
	worddiff_join(&walk);
	worddiff_emit(&walk, diff);
	vector_release(&walk.reached);
	vector_release(&walk.before.words);
	vector_release(&walk.after.words);
	free(walk.before.kept);
	free(walk.after.kept);
}

void
worddiff_release(struct worddiff *diff)
{
	vector_release(&diff->list);
}

bool
worddiff_is_same(const struct worddiff *diff)
{
	size_t i;

	for (i = 0; i < diff->list.len; i++)
		if (diff->list.items[i].kind != WORDDIFF_SAME)
			return false;
	return true;
}

/* The words between marks, and behind them their white space, if wanted. */
static void
worddiff_format_change(const char *text, size_t len, const char *open,
		       const char *close, bool keep_white, struct buffer *out)
{
	size_t words = len;

	while (words && strchr(" \t\n", text[words - 1]))
		words--;
	buffer_append_string(out, open);
	buffer_append(out, text, words);
	buffer_append_string(out, close);
	if (keep_white)
		buffer_append(out, text + words, len - words);
}

void
worddiff_format_part(const struct worddiff *diff, size_t index,
		     const char *before, const char *after, struct buffer *out)
{
	const struct worddiff_part *part = &diff->list.items[index];
	enum worddiff_kind next = WORDDIFF_SAME;
	const char *old_text = before + part->old_start;
	const char *new_text = after + part->new_start;
	size_t old_len = part->old_end - part->old_start;
	size_t new_len = part->new_end - part->new_start;

	if (index + 1 < diff->list.len)
		next = part[1].kind;
	/* White space that one text lacks stands where it parts words. */
	if (part->kind == WORDDIFF_SAME && next == WORDDIFF_REMOVED)
		buffer_append(out, old_text, old_len);
	else if (part->kind == WORDDIFF_SAME)
		buffer_append(out, new_text, new_len);
	else if (part->kind == WORDDIFF_REMOVED)
		worddiff_format_change(old_text, old_len, "[-", "-]",
				       next != WORDDIFF_ADDED, out);
	else
		worddiff_format_change(new_text, new_len, "{+", "+}", true,
				       out);
}

void
worddiff_format(const struct worddiff *diff, const char *before,
		const char *after, struct buffer *out)
{
	size_t i;

	for (i = 0; i < diff->list.len; i++)
		worddiff_format_part(diff, i, before, after, out);
}
