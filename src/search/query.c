/* What a person typed, taken apart. Pure, and linear in what is looked at. */
#include <string.h>

#include "lectern/cite.h"
#include "lectern/utf8.h"
#include "search_local.h"

struct query_parser {
	struct search_query *query;
	const char *text;
	size_t len, at;
	struct tokenizer *tokenizer;
	/* The words of the term being read. */
	struct search_word words[SEARCH_WORDS_MAX];
	size_t word_count;
};

static bool
query_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static void
query_take_word(const struct token *token, void *data)
{
	struct query_parser *parser = data;
	struct search_query *query = parser->query;

	if (query->word_count + parser->word_count == SEARCH_WORDS_MAX)
		return;
	parser->words[parser->word_count++] = (struct search_word){
		arena_strndup(&query->arena, token->word, token->len),
		token->len};
}

/* "A/RES/75/24", or the beginning of it: what only a symbol looks like. */
static bool
query_looks_like_symbol(const char *text, size_t len)
{
	bool has_slash = false;
	size_t i;

	for (i = 0; i < len; i++) {
		has_slash |= text[i] == '/';
		if (!(text[i] >= '0' && text[i] <= '9') &&
		    !((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z') &&
		    !(text[i] && strchr("/().-", text[i])))
			return false;
	}
	return has_slash && len && (text[0] | 0x20) >= 'a' &&
	       (text[0] | 0x20) <= 'z';
}

static void
query_find_symbol(struct query_parser *parser, const char *text, size_t len,
		  struct search_term *term)
{
	char symbol[CITE_SYMBOL_MAX], token[TOKEN_MAX + 1];
	size_t count;

	if (token_has_digits(text, len) &&
	    cite_normalise(text, len, NULL, symbol)) {
		count = token_symbol(symbol, strlen(symbol), token);
		/* A year that is not given: S/RES/1540(2004) fits too. */
		term->symbol_is_prefix =
			term->is_prefix || !strncmp(token, "s/res/", 6);
	} else if (term->is_prefix && query_looks_like_symbol(text, len)) {
		count = token_symbol(text, len, token);
		term->symbol_is_prefix = true;
	} else {
		return;
	}
	term->symbol = arena_strndup(&parser->query->arena, token, count);
}

static void
query_add_term(struct query_parser *parser, const char *text, size_t len,
	       bool is_excluded, bool is_prefix)
{
	struct search_query *query = parser->query;
	struct search_term term = {.is_excluded = is_excluded,
				   .is_prefix = is_prefix};

	if (query->term_count == SEARCH_TERMS_MAX)
		return;
	parser->word_count = 0;
	token_each_word(parser->tokenizer, text, len, query_take_word, parser);
	if (!parser->word_count)
		return;
	query_find_symbol(parser, text, len, &term);
	term.words = arena_copy(&query->arena, parser->words,
				parser->word_count, sizeof *parser->words);
	term.word_count = parser->word_count;
	query->word_count += parser->word_count;
	query->terms[query->term_count++] = term;
}

/* "2020", "2020-05", "2020-05-27". */
static bool
query_since(const char *text, size_t len, struct date *date)
{
	char day[] = "0000-01-01";

	if (len != 4 && len != 7 && len != 10)
		return false;
	memcpy(day, text, len);
	return date_parse(day, strlen(day), date);
}

static bool
query_is_tag(const char *text, size_t len)
{
	size_t i;

	for (i = 0; i < len; i++)
		if (!((text[i] | 0x20) >= 'a' && (text[i] | 0x20) <= 'z') &&
		    !(text[i] >= '0' && text[i] <= '9') && text[i] != '-')
			return false;
	return len >= 2 && len < LANGUAGE_TAG_MAX;
}

/* False: no filter, but a word like others. */
static bool
query_set_filter(struct query_parser *parser, const char *name, size_t name_len,
		 const char *value, size_t len)
{
	struct search_query *query = parser->query;
	const char **slot;
	enum role role;

	if (name_len == 5 && !memcmp(name, "since", 5))
		return query_since(value, len, &query->since);
	if (name_len == 4 && !memcmp(name, "lang", 4) &&
	    query_is_tag(value, len))
		slot = &query->language;
	else if (name_len == 4 && !memcmp(name, "role", 4) &&
		 role_from_name(value, len, &role))
		slot = &query->role;
	else if (name_len == 7 && !memcmp(name, "meeting", 7) && len)
		slot = &query->meeting;
	else
		return false;
	*slot = arena_strndup(&query->arena, value, len);
	return true;
}

/* meeting:"words in quotes" */
static bool
query_take_filter(struct query_parser *parser)
{
	const char *name = parser->text + parser->at, *value, *end;
	size_t left = parser->len - parser->at, name_len = 0, len = 0;

	while (name_len < left && name[name_len] >= 'a' &&
	       name[name_len] <= 'z')
		name_len++;
	if (!name_len || name_len == left || name[name_len] != ':')
		return false;
	value = name + name_len + 1;
	left -= name_len + 1;
	if (left && *value == '"') {
		value++;
		left--;
		end = memchr(value, '"', left);
		len = end ? (size_t)(end - value) : left;
		left = len + (end != NULL);
	} else {
		while (len < left && !query_is_space(value[len]))
			len++;
		left = len;
	}
	if (!query_set_filter(parser, name, name_len, value, len))
		return false;
	parser->at = (size_t)(value - parser->text) + left;
	return true;
}

static void
query_take_phrase(struct query_parser *parser, bool is_excluded)
{
	const char *start = parser->text + ++parser->at;
	const char *end = memchr(start, '"', parser->len - parser->at);
	size_t len = end ? (size_t)(end - start) : parser->len - parser->at;

	parser->at += len + (end != NULL);
	/* An open quote is still being typed. */
	query_add_term(parser, start, len, is_excluded,
		       !end && len && !query_is_space(start[len - 1]));
}

static void
query_take_term(struct query_parser *parser)
{
	const char *text = parser->text;
	bool is_excluded = false;
	size_t start;

	if (text[parser->at] == '-' && parser->at + 1 < parser->len &&
	    !query_is_space(text[parser->at + 1]) &&
	    text[parser->at + 1] != '-') {
		is_excluded = true;
		parser->at++;
	}
	if (text[parser->at] == '"') {
		query_take_phrase(parser, is_excluded);
		return;
	}
	if (!is_excluded && query_take_filter(parser))
		return;
	start = parser->at;
	while (parser->at < parser->len && !query_is_space(text[parser->at]) &&
	       text[parser->at] != '"')
		parser->at++;
	query_add_term(parser, text + start, parser->at - start, is_excluded,
		       parser->at == parser->len && !is_excluded);
}

void
search_query_parse(struct search_query *query, const char *text, size_t len)
{
	struct query_parser parser = {.query = query, .text = text};

	memset(query, 0, sizeof *query);
	parser.len = len < SEARCH_BYTES_MAX ? len : SEARCH_BYTES_MAX;
	parser.tokenizer = tokenizer_new(NULL);
	while (parser.at < parser.len) {
		if (query_is_space(text[parser.at]))
			parser.at++;
		else
			query_take_term(&parser);
	}
	tokenizer_free(parser.tokenizer);
}

void
search_query_release(struct search_query *query)
{
	arena_release(&query->arena);
	memset(query, 0, sizeof *query);
}

bool
search_query_asks(const struct search_query *query)
{
	size_t i;

	for (i = 0; i < query->term_count; i++)
		if (!query->terms[i].is_excluded)
			return true;
	return false;
}
