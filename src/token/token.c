/* The words of a text, and the citations among them. */
#include <libstemmer.h>
#include <string.h>
#include <strings.h>
#include <unictype.h>
#include <uniwbrk.h>

#include "lectern/cite.h"
#include "lectern/memory.h"
#include "lectern/utf8.h"
#include "token_local.h"

/* Text of other scripts is handed to libunistring in pieces of this many
 * bytes at most, so that memory does not grow with the text. */
#define TOKEN_PIECE_MAX 1024

/* Words met before, as they stood in the text, and what was made of them, by
 * hash: texts repeat their words. Longer ones are made each time. */
#define TOKEN_CACHE	2048 /* a power of two */
#define TOKEN_CACHE_MAX 31

struct token_kept {
	uint8_t text_len, word_len; /* 0: an empty place */
	char text[TOKEN_CACHE_MAX], word[TOKEN_CACHE_MAX];
};

struct tokenizer {
	struct token_kept *kept;    /* TOKEN_CACHE; made for the first word */
	struct sb_stemmer *stemmer; /* NULL: no endings are known */
	char *language;		    /* NULL for any */
	struct cite_names *names;   /* its index; made for the first digits */
	bool is_cyrillic, is_arabic,
		is_spanish; /* what the stemmer is for; else Latin */
	struct token_word word;
};

/* Where token_each() is. */
struct token_walk {
	struct tokenizer *tokenizer;
	const char *text;
	size_t len;
	token_fn each;
	void *data;
	size_t start; /* of the word being collected */
	size_t end;   /* after its last letter */
	struct citations *citations;
	size_t next_citation;
};

static const char *
token_algorithm(const char *language)
{
	static const char *const rows[][2] = {
		{"en", "english"}, {"ru", "russian"}, {"fr", "french"},
		{"es", "spanish"}, {"ar", "arabic"},
	};
	size_t i;

	for (i = 0; language && i < sizeof rows / sizeof *rows; i++)
		if (!strncasecmp(language, rows[i][0], 2) &&
		    (!language[2] || language[2] == '-'))
			return rows[i][1];
	return NULL;
}

bool
token_has_stems(const char *language)
{
	return token_algorithm(language) != NULL;
}

struct tokenizer *
tokenizer_new(const char *language)
{
	struct tokenizer *tokenizer = mem_alloc(1, sizeof *tokenizer);
	const char *algorithm = token_algorithm(language);

	if (language)
		tokenizer->language = mem_strdup(language);
	if (algorithm) {
		tokenizer->stemmer = sb_stemmer_new(algorithm, "UTF_8");
		if (!tokenizer->stemmer)
			mem_fail(0);
		tokenizer->is_cyrillic = !strcmp(algorithm, "russian");
		tokenizer->is_arabic = !strcmp(algorithm, "arabic");
		tokenizer->is_spanish = !strcmp(algorithm, "spanish");
	}
	return tokenizer;
}

void
tokenizer_free(struct tokenizer *tokenizer)
{
	if (!tokenizer)
		return;
	if (tokenizer->stemmer)
		sb_stemmer_delete(tokenizer->stemmer);
	cite_names_free(tokenizer->names);
	free(tokenizer->kept);
	free(tokenizer->language);
	free(tokenizer);
}

/* Only words of the stemmer's own script have endings it knows. */
static bool
token_is_of_script(const struct tokenizer *tokenizer, const char *word)
{
	unsigned char first = (unsigned char)word[0];

	if (tokenizer->is_cyrillic)
		return first >= 0xd0 && first <= 0xd4;
	if (tokenizer->is_arabic)
		return first >= 0xd8 && first <= 0xdb;
	return first >= 'a' && first <= 'z';
}

/* Spanish ends its nouns on -ión, and its rules know them by the accent, which
 * was taken off with all the others. */
static size_t
token_restore_accent(const char *word, size_t len, char out[TOKEN_MAX + 2])
{
	memcpy(out, word, len);
	if (len < 5 || len == TOKEN_MAX || memcmp(word + len - 3, "ion", 3))
		return len;
	memcpy(out + len - 2, "ón", 3);
	return len + 1;
}

/* The stem as the stemmer makes it; false: the word stays as it is. */
static bool
token_make_stem(struct tokenizer *tokenizer, const char *word, size_t len,
		char out[TOKEN_MAX + 1], size_t *stem_len)
{
	char accented[TOKEN_MAX + 2];
	const sb_symbol *stem;
	size_t whole_len = len;
	int made_len;

	if (tokenizer->is_spanish)
		whole_len = token_restore_accent(word, len, accented);
	stem = sb_stemmer_stem(
		tokenizer->stemmer,
		(const sb_symbol *)(whole_len > len ? accented : word),
		(int)whole_len);
	if (!stem)
		mem_fail(0);
	made_len = sb_stemmer_length(tokenizer->stemmer);
	if (made_len <= 0 || made_len > TOKEN_MAX)
		return false;
	memcpy(out, stem, (size_t)made_len);
	out[made_len] = '\0';
	*stem_len = (size_t)made_len;
	return true;
}

size_t
token_stem(struct tokenizer *tokenizer, const char *word, size_t len,
	   char out[TOKEN_MAX + 1])
{
	size_t stem_len = 0;

	if (len > TOKEN_MAX)
		len = TOKEN_MAX;
	if (tokenizer->stemmer && len && token_is_of_script(tokenizer, word) &&
	    token_make_stem(tokenizer, word, len, out, &stem_len))
		return stem_len;
	memmove(out, word, len);
	out[len] = '\0';
	return len;
}

size_t
token_symbol(const char *symbol, size_t len, char out[TOKEN_MAX + 1])
{
	size_t count = 0, i;
	char c;

	for (i = 0; i < len && count < TOKEN_MAX; i++) {
		c = symbol[i];
		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
		    (c && strchr("/().-", c)))
			out[count++] = c;
	}
	out[count] = '\0';
	return count;
}

static void
walk_emit_citations(struct token_walk *walk, size_t before)
{
	const struct citation *citation;
	char symbol[TOKEN_MAX + 1];
	struct token token = {.word = symbol, .is_citation = true};

	while (walk->citations &&
	       walk->next_citation < walk->citations->list.len) {
		citation = &walk->citations->list.items[walk->next_citation];
		if (citation->start >= before)
			break;
		token.len = token_symbol(citation->symbol,
					 strlen(citation->symbol), symbol);
		token.start = citation->start;
		token.end = citation->end;
		if (token.len)
			walk->each(&token, walk->data);
		walk->next_citation++;
	}
}

static void
walk_emit_word(struct token_walk *walk, const char *word, size_t len)
{
	struct token token = {.word = word,
			      .len = len,
			      .start = walk->start,
			      .end = walk->end};

	walk_emit_citations(walk, walk->end);
	walk->each(&token, walk->data);
}

/* The collected word is complete. */
static void
walk_end_word(struct token_walk *walk)
{
	struct token_word *word = &walk->tokenizer->word;
	char stem[TOKEN_MAX + 1];
	size_t len;

	if (!word->len)
		return;
	token_word_unmix(word);
	len = token_stem(walk->tokenizer, word->bytes, word->len, stem);
	walk_emit_word(walk, stem, len);
	token_word_reset(word);
}

static void
walk_letter(struct token_walk *walk, uint32_t cp, size_t start, size_t end)
{
	if (!walk->tokenizer->word.len)
		walk->start = start;
	walk->end = end;
	token_word_add(&walk->tokenizer->word, cp);
}

/* Where text of other scripts ends, but not beyond a piece. */
static size_t
walk_piece_end(const struct token_walk *walk, size_t from)
{
	size_t at = from, size;
	uint32_t cp;

	while (at < walk->len && at - from < TOKEN_PIECE_MAX) {
		size = utf8_decode(walk->text + at, walk->len - at, &cp);
		if (token_classify(cp) != TOKEN_OTHER &&
		    token_classify(cp) != TOKEN_MARK)
			break;
		at += size;
	}
	return at;
}

/* Letters, digits and marks of a script that is not known here. */
static void
walk_other(struct token_walk *walk, size_t from, size_t to)
{
	char breaks[TOKEN_PIECE_MAX + UTF8_MAX];
	size_t at, size;
	uint32_t cp;

	walk_end_word(walk);
	u8_wordbreaks((const uint8_t *)walk->text + from, to - from, breaks);
	for (at = from; at < to; at += size) {
		size = utf8_decode(walk->text + at, walk->len - at, &cp);
		if (breaks[at - from])
			walk_end_word(walk);
		if (uc_is_general_category_withtable(
			    cp, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_M |
					UC_CATEGORY_MASK_N))
			walk_letter(walk, cp, at, at + size);
		else
			walk_end_word(walk);
	}
	walk_end_word(walk);
}

/* One character, or a piece of text of another script; the bytes used. */
static size_t
walk_step(struct token_walk *walk, size_t at)
{
	size_t size, end;
	uint32_t cp;

	size = utf8_decode(walk->text + at, walk->len - at, &cp);
	switch (cp == UTF8_BAD ? TOKEN_BREAK : token_classify(cp)) {
	case TOKEN_LETTER:
		walk_letter(walk, cp, at, at + size);
		break;
	case TOKEN_MARK:
		if (walk->tokenizer->word.len)
			walk_letter(walk, cp, at, at + size);
		break;
	case TOKEN_IGNORE:
		break;
	case TOKEN_HAN:
		walk_end_word(walk);
		walk_letter(walk, cp, at, at + size);
		walk_end_word(walk);
		break;
	case TOKEN_OTHER:
		end = walk_piece_end(walk, at);
		walk_other(walk, at, end);
		return end - at;
	case TOKEN_BREAK:
		walk_end_word(walk);
		break;
	}
	return size;
}

/* The place in the cache for a word as it stands in a text. */
static struct token_kept *
token_kept(struct tokenizer *tokenizer, const char *text, size_t len)
{
	uint32_t hash = 2166136261;
	size_t i;

	if (!tokenizer->kept)
		tokenizer->kept =
			mem_alloc(TOKEN_CACHE, sizeof *tokenizer->kept);
	for (i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619;
	return &tokenizer->kept[(hash ^ hash >> 16) & (TOKEN_CACHE - 1)];
}

/* The whole word text[start, end), letters that token_letter() knows. */
static void
walk_whole_word(struct token_walk *walk, size_t start, size_t end)
{
	struct token_word *word = &walk->tokenizer->word;
	const char *text = walk->text + start;
	size_t len = end - start, at, stem_len;
	struct token_kept *kept = NULL;
	char stem[TOKEN_MAX + 1];
	uint32_t cp;

	walk->start = start;
	walk->end = end;
	if (len <= TOKEN_CACHE_MAX) {
		kept = token_kept(walk->tokenizer, text, len);
		if (kept->text_len == len && !memcmp(kept->text, text, len)) {
			memcpy(stem, kept->word, kept->word_len);
			stem[kept->word_len] = '\0';
			walk_emit_word(walk, stem, kept->word_len);
			return;
		}
	}
	for (at = 0; at < len;) {
		at += utf8_decode(text + at, len - at, &cp);
		token_word_add(word, cp);
	}
	token_word_unmix(word);
	stem_len = token_stem(walk->tokenizer, word->bytes, word->len, stem);
	if (kept && stem_len && stem_len <= TOKEN_CACHE_MAX) {
		memcpy(kept->text, text, len);
		memcpy(kept->word, stem, stem_len);
		kept->text_len = (uint8_t)len;
		kept->word_len = (uint8_t)stem_len;
	}
	if (stem_len)
		walk_emit_word(walk, stem, stem_len);
	token_word_reset(word);
}

/*
 * The common case, word by word: from a place between words on, as long as
 * there is nothing but letters and breaks that token_letter() and token_break()
 * know. The place where that ends, with no word begun.
 */
static size_t
walk_plain(struct token_walk *walk, size_t at)
{
	const char *text = walk->text;
	size_t start, size;

	for (;;) {
		while ((size = token_break(text + at, walk->len - at)))
			at += size;
		start = at;
		while ((size = token_letter(text + at, walk->len - at)))
			at += size;
		if (at == start)
			return at;
		/* What else may follow may belong to the word. */
		if (at < walk->len && !token_break(text + at, walk->len - at))
			return start;
		walk_whole_word(walk, start, at);
	}
}

static void
walk_text(struct token_walk *walk)
{
	size_t at = 0;

	token_word_reset(&walk->tokenizer->word);
	while (at < walk->len) {
		if (!walk->tokenizer->word.len)
			at = walk_plain(walk, at);
		if (at < walk->len)
			at += walk_step(walk, at);
	}
	walk_end_word(walk);
	walk_emit_citations(walk, SIZE_MAX);
}

bool
token_has_digits(const char *text, size_t len)
{
	unsigned char c;
	size_t i;

	for (i = 0; i < len; i++) {
		c = (unsigned char)text[i];
		if ((c >= '0' && c <= '9') || c > 0xe2 ||
		    (c > 0xd4 && c < 0xe2))
			return true;
	}
	return false;
}

void
token_each(struct tokenizer *tokenizer, const char *text, size_t len,
	   token_fn each, void *data)
{
	struct citations citations = CITATIONS_INIT;
	struct token_walk walk = {.tokenizer = tokenizer,
				  .text = text,
				  .len = len,
				  .each = each,
				  .data = data,
				  .citations = &citations};

	if (token_has_digits(text, len)) {
		if (!tokenizer->names)
			tokenizer->names = cite_names_new();
		cite_find(text, len, tokenizer->language, tokenizer->names,
			  &citations);
	}
	walk_text(&walk);
	citations_release(&citations);
}

void
token_each_word(struct tokenizer *tokenizer, const char *text, size_t len,
		token_fn each, void *data)
{
	struct token_walk walk = {.tokenizer = tokenizer,
				  .text = text,
				  .len = len,
				  .each = each,
				  .data = data};

	walk_text(&walk);
}
