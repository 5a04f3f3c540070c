/* The catalogue's names and symbols, hashed for the recogniser. */
#include <stdio.h>
#include <string.h>

#include "lectern/arena.h"
#include "lectern/memory.h"

#include "name_match.h"
#include "names.h"

#define CITE_BUCKETS 1024

struct cite_name {
	const char *symbol, *name;
	size_t next; /* + 1 */
};

struct cite_known {
	const char *key;    /* folded symbol, or a form without its session */
	const char *symbol; /* NULL: several have this key */
	size_t next;
};

struct cite_names {
	struct arena arena;
	struct cue_index cues;
	VECTOR(struct cite_name) names;
	VECTOR(struct cite_known) known;
	size_t name_head[CITE_BUCKETS], known_head[CITE_BUCKETS];
	/* Hashes of first words, so that other words cost one test. */
	uint64_t first[CUE_STARTS / 64];
};

struct cite_names *
cite_names_new(void)
{
	struct cite_names *names = mem_alloc(1, sizeof *names);

	cue_index_build(&names->cues);
	return names;
}

void
cite_names_free(struct cite_names *names)
{
	if (!names)
		return;
	vector_release(&names->names);
	vector_release(&names->known);
	arena_release(&names->arena);
	free(names);
}

const struct cue_index *
cite_names_cues(const struct cite_names *names)
{
	return &names->cues;
}

static size_t
cite_names_bucket(uint32_t first, uint32_t second)
{
	return cue_slot(cue_hash(cue_hash(CUE_HASH_BEGIN, first), second)) %
	       CITE_BUCKETS;
}

/* A name is filed under its first two words; of one word, under that. */
static size_t
cite_names_file(const struct cite_text *text)
{
	size_t next, ignore;
	uint32_t first, second = 0;

	first = cite_name_key(text, 0, &next);
	if (next)
		second = cite_name_key(text, next, &ignore);
	return cite_names_bucket(first, second);
}

void
cite_names_add(struct cite_names *names, const char *symbol, const char *name)
{
	struct cite_text text;
	struct cite_name row;
	struct cue_hashes hashes;
	size_t bucket, bit;

	if (!*name || strlen(name) > 400)
		return;
	row.symbol = arena_strdup(&names->arena, symbol);
	row.name = arena_strdup(&names->arena, name);
	text.at = row.name;
	text.len = strlen(row.name);
	bucket = cite_names_file(&text);
	row.next = names->name_head[bucket];
	vector_push(&names->names, row);
	names->name_head[bucket] = names->names.len;
	/* the second hash is that of the first three letters: all forms of an
	 * inflected word share it */
	cue_hashes_at(&text, 0, &hashes);
	bit = cue_start(hashes.hash[1]);
	names->first[bit / 64] |= UINT64_C(1) << (bit % 64);
	cue_index_add_start(&names->cues, &text);
}

static const char *
cite_names_match_bucket(const struct cite_names *names, size_t bucket,
			const struct cite_text *text, size_t pos, size_t *end)
{
	const struct cite_name *name;
	const char *symbol = NULL;
	size_t row, reach;

	for (row = names->name_head[bucket]; row; row = name->next) {
		name = &names->names.items[row - 1];
		reach = cite_name_match(name->name, text, pos);
		if (reach > *end) {
			*end = reach;
			symbol = name->symbol;
		}
	}
	return symbol;
}

static const char *
cite_names_match_at(const struct cite_names *names,
		    const struct cite_text *text, size_t pos,
		    const struct cue_hashes *hashes, size_t *end)
{
	size_t next, ignore, one, two, bit;
	const char *symbol, *longer = NULL;
	uint32_t first;

	bit = cue_start(hashes->hash[1]);
	if (!(names->first[bit / 64] >> (bit % 64) & 1))
		return NULL;
	first = cite_name_key(text, pos, &next);
	one = cite_names_bucket(first, 0);
	symbol = cite_names_match_bucket(names, one, text, pos, end);
	if (!next)
		return symbol;
	two = cite_names_bucket(first, cite_name_key(text, next, &ignore));
	if (two != one)
		longer = cite_names_match_bucket(names, two, text, pos, end);
	return longer ? longer : symbol;
}

const char *
cite_names_match(const struct cite_names *names, const struct cite_text *text,
		 size_t pos, const struct cue_hashes *hashes, size_t *end)
{
	size_t stems[4], count, i;
	struct cue_hashes own;
	const char *symbol;
	uint32_t cp;

	*end = 0;
	symbol = cite_names_match_at(names, text, pos, hashes, end);
	cite_char(text, pos, &cp);
	if (symbol || !cite_is_arabic(cp))
		return symbol;
	count = cite_arabic_stems(text, pos, stems);
	for (i = 0; i < count && !symbol; i++) {
		cue_hashes_at(text, stems[i], &own);
		symbol = cite_names_match_at(names, text, stems[i], &own, end);
	}
	return symbol;
}

/* Lower case, without spaces. */
static void
cite_names_fold(const char *symbol, char out[CITE_SYMBOL_MAX])
{
	size_t len = 0;

	for (; *symbol && len + 1 < CITE_SYMBOL_MAX; symbol++)
		if (*symbol != ' ')
			out[len++] = (char)(*symbol >= 'A' && *symbol <= 'Z'
						    ? *symbol | 0x20
						    : *symbol);
	out[len] = '\0';
}

static size_t
cite_names_hash(const char *key)
{
	uint32_t hash = 2166136261u;

	for (; *key; key++)
		hash = (hash ^ (unsigned char)*key) * 16777619u;
	return hash % CITE_BUCKETS;
}

static struct cite_known *
cite_names_find(const struct cite_names *names, const char *key)
{
	size_t row = names->known_head[cite_names_hash(key)];

	for (; row; row = names->known.items[row - 1].next)
		if (!strcmp(names->known.items[row - 1].key, key))
			return &names->known.items[row - 1];
	return NULL;
}

static void
cite_names_know(struct cite_names *names, const char *key, const char *symbol)
{
	struct cite_known *known = cite_names_find(names, key), row;
	size_t bucket = cite_names_hash(key);

	if (known) {
		if (known->symbol && strcmp(known->symbol, symbol))
			known->symbol = NULL;
		return;
	}
	row.key = arena_strdup(&names->arena, key);
	row.symbol = symbol;
	row.next = names->known_head[bucket];
	vector_push(&names->known, row);
	names->known_head[bucket] = names->known.len;
}

void
cite_names_add_symbol(struct cite_names *names, const char *symbol)
{
	const char *kept = arena_strdup(&names->arena, symbol);
	char key[CITE_SYMBOL_MAX], *open, *close;

	cite_names_fold(symbol, key);
	cite_names_know(names, key, kept);
	if (strncmp(key, "s/res/", 6) && strncmp(key, "a/res/", 6) &&
	    strncmp(key, "e/res/", 6))
		return;
	open = strchr(key, '(');
	close = open ? strchr(open, ')') : NULL;
	if (!close)
		return;
	/* "A/RES/217A" and "A/RES/217" for A/RES/217(III)A */
	memmove(open, close + 1, strlen(close + 1) + 1);
	cite_names_know(names, key, kept);
	*open = '\0';
	cite_names_know(names, key, kept);
}

const char *
cite_names_complete(const struct cite_names *names, const char *partial)
{
	return cite_names_known(names, partial);
}

const char *
cite_names_known(const struct cite_names *names, const char *symbol)
{
	struct cite_known *known;
	char key[CITE_SYMBOL_MAX];

	if (!names)
		return NULL;
	cite_names_fold(symbol, key);
	known = cite_names_find(names, key);
	return known ? known->symbol : NULL;
}
