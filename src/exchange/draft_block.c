/* One paragraph: its marker, and what its form says. */
#include <string.h>
#include <unicase.h>

#include "draft_outline.h"

/* Take out what was written between one offset and another. */
static void
draft_cut(struct buffer *text, size_t from, size_t to)
{
	memmove(text->data + from, text->data + to, text->len - to);
	buffer_truncate(text, text->len - (to - from));
}

/* Bytes of a seam between two phrases, or 0. */
static size_t
draft_seam(const char *text)
{
	if (!strncmp(text, "**\n**", 5))
		return 5;
	return strncmp(text, "*\n*", 3) ? 0 : 3;
}

/* "**A**\n**B**" is one phrase. */
static void
draft_join_strong(struct buffer *text)
{
	size_t from = 0, to = 0, seam;

	if (!memchr(text->data, '\n', text->len))
		return;
	while (from < text->len) {
		seam = text->data[from] == '*' ? draft_seam(text->data + from)
					       : 0;
		text->data[to++] = seam ? '\n' : text->data[from];
		from += seam ? seam : 1;
	}
	buffer_truncate(text, to);
}

/* "1\. Text", as pandoc writes a number that somebody typed. */
static void
draft_unescape_marker(struct buffer *text)
{
	size_t at;

	for (at = 0; at < text->len && at < 12; at++) {
		if (text->data[at] == ' ')
			break;
		if (text->data[at] == '\\' && at + 1 < text->len &&
		    strchr(".)(-*+", text->data[at + 1]))
			draft_cut(text, at, at + 1);
	}
}

/* "**1.** Text" and "**1. Text**": the number is no key phrase. */
static void
draft_free_marker(struct buffer *text)
{
	struct draft_marker marker;
	size_t size;

	if (text->len < 5 || memcmp(text->data, "**", 2))
		return;
	draft_marker_read(text->data + 2, text->len - 2, &marker);
	size = strlen(marker.text);
	if (!marker.kind || marker.kind == MARK_BULLET)
		return;
	if (!strncmp(text->data + 2 + size, "**", 2)) {
		draft_cut(text, 2 + size, 4 + size);
		draft_cut(text, 0, 2);
		return;
	}
	memmove(text->data, text->data + 2, marker.size);
	memcpy(text->data + marker.size, "**", 2);
}

/* "# Title {#title}" */
static void
draft_take_level(struct draft_block *block, struct buffer *text)
{
	size_t level = strspn(text->data, "#"), at;
	char *brace;

	if (!level || level > 6 || text->data[level] != ' ')
		return;
	at = level + strspn(text->data + level, " ");
	block->level = (int)level;
	draft_cut(text, 0, at);
	brace = strrchr(text->data, '{');
	if (brace && (brace[1] == '#' || brace[1] == '.') &&
	    text->data[text->len - 1] == '}')
		buffer_truncate(text, (size_t)(brace - text->data));
	while (text->len && strchr(" #", text->data[text->len - 1]))
		buffer_truncate(text, text->len - 1);
}

/* Has it letters, all of them strong? */
static bool
draft_is_all_strong(const char *text, size_t len)
{
	bool is_open = false, any = false;
	size_t at, size;
	uint32_t cp;

	for (at = 0; at < len; at += size) {
		size = draft_char(text, len, at, &cp);
		if ((cp == '*' || cp == '_') && at + 1 < len &&
		    text[at + 1] == (char)cp) {
			is_open = !is_open;
			size = 2;
		} else if (is_draft_letter(cp) || (cp >= '0' && cp <= '9')) {
			if (!is_open)
				return false;
			any = true;
		}
	}
	return any;
}

bool
draft_is_all_capitals(const char *text, size_t len)
{
	size_t at, size, letters = 0;
	uint32_t cp, small;

	for (at = 0; at < len; at += size) {
		size = draft_char_as_is(text, len, at, &cp);
		if (!is_draft_letter(cp))
			continue;
		if (cp >= 0x530)
			return false;
		small = cp < 0x80 ? (cp | 0x20) : uc_tolower(cp);
		if (small == cp)
			return false;
		letters++;
	}
	return letters > 3;
}

static void
draft_block_look(struct draft_block *block)
{
	draft_marker_read(block->text, block->len, &block->marker);
	block->is_strong = draft_is_all_strong(block->text + block->marker.size,
					       block->len - block->marker.size);
	block->is_capitals =
		draft_is_all_capitals(block->text + block->marker.size,
				      block->len - block->marker.size);
	block->ends_sentence = draft_ends_sentence(block->text, block->len);
}

void
draft_block_drop(struct draft_work *work, struct draft_block *block,
		 size_t from, size_t size)
{
	struct buffer text = BUFFER_INIT;

	buffer_append(&text, block->text, block->len);
	while (from + size < text.len && text.data[from + size] == ' ')
		size++;
	/* "**A:** We …": nothing strong is left. */
	if (from == 2 && !strncmp(text.data + from + size, "**", 2)) {
		from = 0;
		size += 4;
		while (size < text.len && text.data[size] == ' ')
			size++;
	}
	draft_cut(&text, from, from + size);
	block->text = arena_strndup(work->arena, text.data, text.len);
	block->len = text.len;
	draft_block_look(block);
	buffer_release(&text);
}

/* "Paragraph 5 / Пункт 5": a heading for two languages. */
static size_t
draft_find_halves(const struct draft_work *work, const char *text, size_t len)
{
	const char *at = len < 400 ? strstr(text, " / ") : NULL;
	size_t left;
	enum draft_tongue a, b;
	int sure;

	if (!at)
		return 0;
	left = (size_t)(at - text);
	a = draft_tongue_of(work->lexicon, text, left, &sure);
	b = draft_tongue_of(work->lexicon, at + 3, len - left - 3, &sure);
	return a != b && a != TONGUE_NONE && b != TONGUE_NONE ? left : 0;
}

static struct draft_block *
draft_block_put(struct draft_work *work, const struct draft_block *like,
		const char *text, size_t len)
{
	struct draft_block block = *like;

	while (len && text[len - 1] == ' ')
		len--;
	block.text = arena_strndup(work->arena, text, len);
	block.len = len;
	draft_block_look(&block);
	vector_push(&work->blocks, block);
	return vector_last(&work->blocks);
}

/* A half of a heading that the other half's "**" reaches over. */
static void
draft_block_put_half(struct draft_work *work, const struct draft_block *like,
		     const char *text, size_t len, bool is_strong)
{
	struct buffer half = BUFFER_INIT;

	if (is_strong && (len < 2 || memcmp(text, "**", 2)))
		buffer_append_string(&half, "**");
	buffer_append(&half, text, len);
	if (is_strong && (len < 2 || memcmp(text + len - 2, "**", 2)))
		buffer_append_string(&half, "**");
	draft_block_put(work, like, half.data, half.len);
	buffer_release(&half);
}

struct draft_block *
draft_block_add(struct draft_work *work, size_t source,
		const struct draft_line *first, const struct draft_line *last,
		const struct buffer *whole)
{
	struct draft_block block = {.source = source,
				    .first_line = first->number,
				    .last_line = last->number,
				    .run = work->run,
				    .row = work->row,
				    .indent = first->indent,
				    .tongue = TONGUE_NONE};
	struct buffer text = BUFFER_INIT;
	bool is_strong;
	size_t half;

	buffer_append(&text, whole->data, whole->len);
	draft_take_level(&block, &text);
	draft_unescape_marker(&text);
	draft_join_strong(&text);
	draft_free_marker(&text);
	half = draft_find_halves(work, text.data, text.len);
	is_strong = half && draft_is_all_strong(text.data, text.len);
	if (half) {
		draft_block_put_half(work, &block, text.data, half, is_strong);
		draft_block_put_half(work, &block, text.data + half + 3,
				     text.len - half - 3, is_strong);
	} else {
		draft_block_put(work, &block, text.data, text.len);
	}
	buffer_release(&text);
	return vector_last(&work->blocks);
}
