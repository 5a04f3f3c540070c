/* A text as the word index takes it: its tokens, each once, parted by spaces.
 * Language and role are tokens too, which no text has: "=ru", "=if-raised". */
#include <stdlib.h>
#include <string.h>
#include <xxhash.h>

#include "lectern/memory.h"
#include "lectern/token.h"
#include "store_local.h"

#define STREAM_SEEN_MIN 256 /* a power of two */

#define STREAM_KNOWN 8192 /* a power of two */

struct stream_language {
	char *tag;
	struct tokenizer *tokenizer;
};

struct store_stream {
	struct buffer out;
	struct buffer unknown; /* words of the text for the lexicon */
	VECTOR(struct stream_language) languages;
	/* Which tokens the text has had, by hash: a table without removal. 0
	 * is an empty place. */
	uint64_t *seen;
	size_t seen_cap, seen_count;
	uint64_t known[STREAM_KNOWN]; /* by hash, the last of each place */
};

static struct store_stream *
stream_get(struct store *store)
{
	struct store_stream *stream = store->stream;

	if (stream)
		return stream;
	stream = mem_alloc(1, sizeof *stream);
	buffer_init(&stream->out);
	buffer_init(&stream->unknown);
	stream->seen_cap = STREAM_SEEN_MIN;
	stream->seen = mem_alloc(stream->seen_cap, sizeof *stream->seen);
	store->stream = stream;
	return stream;
}

void
store_stream_free(struct store_stream *stream)
{
	size_t i;

	if (!stream)
		return;
	for (i = 0; i < stream->languages.len; i++) {
		free(stream->languages.items[i].tag);
		tokenizer_free(stream->languages.items[i].tokenizer);
	}
	vector_release(&stream->languages);
	buffer_release(&stream->out);
	buffer_release(&stream->unknown);
	free(stream->seen);
	free(stream);
}

static struct tokenizer *
stream_tokenizer(struct store_stream *stream, const char *language)
{
	struct stream_language made;
	size_t i;

	for (i = 0; i < stream->languages.len; i++)
		if (!strcmp(stream->languages.items[i].tag, language))
			return stream->languages.items[i].tokenizer;
	made.tag = mem_strdup(language);
	made.tokenizer = tokenizer_new(language);
	vector_push(&stream->languages, made);
	return made.tokenizer;
}

/* Puts a hash where it belongs; false where it stands already. */
static bool
seen_put(uint64_t *seen, size_t cap, uint64_t hash)
{
	size_t at = (size_t)hash & (cap - 1);

	while (seen[at] && seen[at] != hash)
		at = (at + 1) & (cap - 1);
	if (seen[at])
		return false;
	seen[at] = hash;
	return true;
}

static void
stream_grow(struct store_stream *stream)
{
	size_t cap = stream->seen_cap * 2, i;
	uint64_t *seen = mem_alloc(cap, sizeof *seen);

	for (i = 0; i < stream->seen_cap; i++)
		if (stream->seen[i])
			seen_put(seen, cap, stream->seen[i]);
	free(stream->seen);
	stream->seen = seen;
	stream->seen_cap = cap;
}

static void
stream_append(struct buffer *out, const char *word, size_t len)
{
	buffer_append(out, word, len);
	buffer_append_byte(out, ' ');
}

/* Is the word in the lexicon already? It is from now on. Says no too often,
 * never yes for a word that was not asked for. */
static bool
stream_knows(struct store_stream *stream, uint64_t hash)
{
	uint64_t *place = &stream->known[hash >> 32 & (STREAM_KNOWN - 1)];
	bool is_known = *place == hash;

	*place = hash;
	return is_known;
}

/* The hash of a word the text has not had; 0 for one it has. */
static uint64_t
stream_add(struct store_stream *stream, const char *word, size_t len)
{
	uint64_t hash = XXH3_64bits(word, len) | 1;

	if (stream->seen_count * 2 >= stream->seen_cap)
		stream_grow(stream);
	if (!seen_put(stream->seen, stream->seen_cap, hash))
		return 0;
	stream->seen_count++;
	stream_append(&stream->out, word, len);
	return hash;
}

/* A word, which a prefix may stand for. */
static void
stream_add_word(struct store_stream *stream, const char *word, size_t len)
{
	uint64_t hash = stream_add(stream, word, len);

	if (hash && len > STORE_PREFIX_MAX && !stream_knows(stream, hash))
		stream_append(&stream->unknown, word, len);
}

/* A symbol and all it begins with from its first '/' on: each key of a symbol
 * being typed asks for one token, not for every document below it. */
static void
stream_add_symbol(struct store_stream *stream, const char *symbol, size_t len)
{
	const char *slash = memchr(symbol, '/', len);
	size_t i = slash ? (size_t)(slash - symbol) + 1 : len;

	for (; i < len; i++)
		stream_add(stream, symbol, i);
	stream_add(stream, symbol, len);
}

static void
stream_take(const struct token *token, void *data)
{
	if (token->is_citation)
		stream_add_symbol(data, token->word, token->len);
	else
		stream_add_word(data, token->word, token->len);
}

/* "=zh" and "=zh-hant" for "zh-Hant". */
static void
stream_add_filter(struct store_stream *stream, const char *value)
{
	char word[LANGUAGE_TAG_MAX + 1] = "=";
	size_t len = 1;

	for (; *value && len < sizeof word - 1; value++) {
		if (*value == '-')
			stream_add(stream, word, len);
		word[len++] = (char)(*value >= 'A' && *value <= 'Z'
					     ? *value - 'A' + 'a'
					     : *value);
	}
	if (len > 1)
		stream_add(stream, word, len);
}

/* A huge text's table would make every later text slow. */
static void
stream_forget(struct store_stream *stream)
{
	if (stream->seen_cap > 16 * STREAM_SEEN_MIN) {
		free(stream->seen);
		stream->seen_cap = STREAM_SEEN_MIN;
		stream->seen =
			mem_alloc(stream->seen_cap, sizeof *stream->seen);
	} else {
		memset(stream->seen, 0,
		       stream->seen_cap * sizeof *stream->seen);
	}
	stream->seen_count = 0;
}

void
store_stream_open(struct store *store, const char *language, const char *role)
{
	struct store_stream *stream = stream_get(store);

	stream_forget(stream);
	buffer_reset(&stream->out);
	buffer_reset(&stream->unknown);
	stream_add_filter(stream, language);
	if (role)
		stream_add_filter(stream, role);
}

void
store_stream_cite(struct store *store, const char *symbol)
{
	char word[TOKEN_MAX + 1];
	size_t len = token_symbol(symbol, strlen(symbol), word);

	if (len)
		stream_add_symbol(stream_get(store), word, len);
}

const char *
store_stream_close(struct store *store, const char *language, const char *text,
		   bool find)
{
	struct store_stream *stream = stream_get(store);
	struct tokenizer *tokenizer = stream_tokenizer(stream, language);

	if (find)
		token_each(tokenizer, text, strlen(text), stream_take, stream);
	else
		token_each_word(tokenizer, text, strlen(text), stream_take,
				stream);
	return stream->out.data;
}

const char *
store_stream_unknown(struct store *store)
{
	return stream_get(store)->unknown.data;
}
