/*
 * Block-level nodes as flat lists of blocks: a nested list becomes items with
 * a depth and the marker as written, a quote becomes quote blocks or a cue.
 */
#include "config.h" /* memmem, memrchr */

#include <string.h>

#include "internal.h"

struct blocks_walk {
	struct parse *parse;
	struct block_sink *sink;
	enum blocks_as as;
	int lists, quotes;  /* how many are open */
	uint64_t quoted;    /* a bit for each item and quote: 1 a quote */
	const char *marker; /* of an item whose first block is to come */
	int item_line, item_column;
};

void
block_sink_release(struct block_sink *sink)
{
	vector_release(&sink->blocks);
	vector_release(&sink->comments);
}

int
parse_line(const struct parse *parse, cmark_node *node)
{
	return cmark_node_get_start_line(node) + parse->line_offset;
}

size_t
parse_offset(const struct parse *parse, cmark_node *node)
{
	int line = parse_line(parse, node);
	int column = cmark_node_get_start_column(node);
	size_t at = source_line_start(parse->src, line);
	size_t end = source_line_end(parse->src, line);

	at += column > 0 ? (size_t)column - 1 : 0;
	return at < end ? at : end;
}

/* ---- comments ---- */

static size_t
comments_find(const struct parse *parse, const char *text, size_t len,
	      size_t from)
{
	const char *end = memchr(text, '\n', len);
	size_t most = end ? (size_t)(end - text) : len;
	size_t room = parse->src->len - from;
	const char *found;

	if (most > 200)
		most = 200;
	if (room > len + 65536)
		room = len + 65536;
	found = memmem(parse->src->text + from, room, text, most);
	return found ? (size_t)(found - parse->src->text) : from;
}

static void
comments_push(struct parse *parse, const char *text, size_t len, size_t *from,
	      struct block_sink *sink)
{
	struct source *src = parse->src;
	struct comment comment = {"", 0, 0};
	size_t at, inner = len;
	char *copy;

	at = comments_find(parse, text, len, *from);
	*from = at + 4 <= src->len ? at + 4 : src->len;
	comment.line = source_line_at(src, at);
	comment.column = source_column(
		src, comment.line, at - source_line_start(src, comment.line));
	inner -= len >= 7 && !memcmp(text + len - 3, "-->", 3) ? 3 : 0;
	text += 4;
	inner -= 4;
	while (inner && strchr(" \t\n\r", *text)) {
		text++;
		inner--;
	}
	while (inner && strchr(" \t\n\r", text[inner - 1]))
		inner--;
	copy = arena_strndup(parse->arena, text, inner);
	comment.text = copy;
	for (; *copy; copy++)
		*copy = guard_restore((unsigned char)*copy);
	vector_push(&sink->comments, comment);
}

void
comments_split(struct parse *parse, const char *html, size_t *from,
	       struct block_sink *sink, struct buffer *rest)
{
	const char *open, *close;

	while ((open = strstr(html, "<!--"))) {
		close = strstr(open + 4, "-->");
		buffer_append(rest, html, (size_t)(open - html));
		html = close ? close + 3 : open + strlen(open);
		comments_push(parse, open, (size_t)(html - open), from, sink);
	}
	buffer_append_string(rest, html);
}

bool
blocks_is_comment(cmark_node *node)
{
	const char *html = cmark_node_get_literal(node), *close;

	while ((html += strspn(html, " \t\n\r")), *html) {
		if (strncmp(html, "<!--", 4))
			return false;
		close = strstr(html + 4, "-->");
		if (!close)
			return true;
		html = close + 3;
	}
	return true;
}

/* ---- blocks ---- */

static struct block
blocks_shape(struct blocks_walk *walk, cmark_node *node)
{
	struct parse *parse = walk->parse;
	size_t at = parse_offset(parse, node);
	struct block block = {.kind = BLOCK_PARAGRAPH,
			      .marker = "",
			      .text = "",
			      .line = parse_line(parse, node)};

	block.column =
		source_column(parse->src, block.line,
			      at - source_line_start(parse->src, block.line));
	block.depth = walk->lists;
	if (walk->quoted & 1) {
		if (walk->lists || walk->quotes > (walk->as == BLOCKS_CUE))
			block.kind = BLOCK_QUOTE;
	} else if (walk->lists) {
		block.kind = BLOCK_ITEM;
		block.marker = walk->marker ? walk->marker : "";
		walk->marker = NULL;
	}
	return block;
}

/* Every line ending becomes '\n', stand-ins what they stand for. */
static void
blocks_clean_verbatim(char *text)
{
	char *to = text;

	for (; *text; text++) {
		if (*text == '\r' && text[1] == '\n')
			continue;
		*to++ = *text == '\r' ? '\n'
				      : guard_restore((unsigned char)*text);
	}
	*to = '\0';
}

/* Verbatim text: the lines as they are, without blank ones at either end. */
static void
blocks_push_verbatim(struct blocks_walk *walk, struct block *block,
		     const char *text)
{
	size_t len = strlen(text), skip;
	char *copy;

	while (len && strchr("\r\n ", text[len - 1]))
		len--;
	for (skip = 0; skip < len && strchr("\r\n", text[skip]); skip++)
		block->line += text[skip] == '\n' || text[skip + 1] != '\n';
	if (skip == len && !block->marker[0])
		return;
	copy = arena_strndup(walk->parse->arena, text + skip, len - skip);
	blocks_clean_verbatim(copy);
	block->kind = BLOCK_VERBATIM;
	block->text = copy;
	block->len = strlen(copy);
	vector_push(&walk->sink->blocks, *block);
}

/* A fence stands on the line before the code. */
static bool
blocks_is_fenced(const struct parse *parse, size_t at)
{
	const char *text = parse->src->text + at;

	return at + 3 <= parse->src->len &&
	       (!memcmp(text, "```", 3) || !memcmp(text, "~~~", 3));
}

/* Code without its fences; but what stands behind a fence is kept. */
static void
blocks_code(struct blocks_walk *walk, cmark_node *node)
{
	struct block block = blocks_shape(walk, node);
	struct source *src = walk->parse->src;
	size_t at = parse_offset(walk->parse, node), start, end;
	const char *info = cmark_node_get_fence_info(node);
	struct buffer text = BUFFER_INIT;

	if (info && *info) {
		buffer_printf(&text, "```%s\n", info);
	} else if (blocks_is_fenced(walk->parse, at)) {
		block.line++;
		start = at = source_line_start(src, block.line);
		end = source_line_end(src, block.line);
		while (at < end && strchr(" \t>", src->text[at]))
			at++;
		block.column = source_column(src, block.line, at - start);
	}
	buffer_append_string(&text, cmark_node_get_literal(node));
	blocks_push_verbatim(walk, &block, text.data);
	buffer_release(&text);
}

/* What is left of raw HTML without its comments: plain words are a paragraph
 * as others are. */
static void
blocks_push_html(struct blocks_walk *walk, struct block *block,
		 struct buffer *rest)
{
	const char *text = rest->data;
	char *copy, *p;

	if (strchr(text, '<')) {
		blocks_push_verbatim(walk, block, text);
		return;
	}
	text += strspn(text, " \t\r\n");
	while (rest->len && strchr(" \t\r\n", rest->data[rest->len - 1]))
		buffer_truncate(rest, rest->len - 1);
	copy = arena_strdup(walk->parse->arena, text);
	for (p = copy; *p; p++)
		*p = *p == '\n' ? ' ' : guard_restore((unsigned char)*p);
	block->text = copy;
	block->len = strlen(copy);
	vector_push(&walk->sink->blocks, *block);
}

static void
blocks_html(struct blocks_walk *walk, cmark_node *node)
{
	struct block block = blocks_shape(walk, node);
	size_t from = parse_offset(walk->parse, node);
	struct buffer rest = BUFFER_INIT;

	comments_split(walk->parse, cmark_node_get_literal(node), &from,
		       walk->sink, &rest);
	if (rest.len > strspn(rest.data, " \t\n\r"))
		blocks_push_html(walk, &block, &rest);
	buffer_release(&rest);
}

static void
blocks_heading(struct blocks_walk *walk, cmark_node *node)
{
	struct block block = blocks_shape(walk, node);
	struct source *src = walk->parse->src;
	size_t start = source_line_start(src, block.line);
	size_t at = parse_offset(walk->parse, node);
	size_t end = source_line_end(src, block.line);

	while (at < end && src->text[at] == '#')
		at++;
	while (at < end && (src->text[at] == ' ' || src->text[at] == '\t'))
		at++;
	block.kind = BLOCK_HEADING;
	block.column = source_column(src, block.line, at - start);
	inline_add(walk->parse, node, &block, walk->sink);
}

void
blocks_add_heading(struct parse *parse, cmark_node *node,
		   struct block_sink *sink)
{
	struct blocks_walk walk = {.parse = parse, .sink = sink};

	blocks_heading(&walk, node);
}

/* ---- list items ---- */

/* The marker as written: cmark renumbers, the source does not. */
static void
blocks_open_item(struct blocks_walk *walk, cmark_node *node)
{
	struct source *src = walk->parse->src;
	size_t at = parse_offset(walk->parse, node), end = at;
	size_t line_end;

	walk->item_line = parse_line(walk->parse, node);
	walk->item_column =
		source_column(src, walk->item_line,
			      at - source_line_start(src, walk->item_line));
	line_end = source_line_end(src, walk->item_line);
	while (end < line_end && src->text[end] != ' ' &&
	       src->text[end] != '\t')
		end++;
	walk->marker =
		arena_strndup(walk->parse->arena, src->text + at, end - at);
}

static void
blocks_close_item(struct blocks_walk *walk)
{
	struct block block = {.kind = BLOCK_ITEM,
			      .depth = walk->lists,
			      .marker = walk->marker,
			      .text = "",
			      .line = walk->item_line,
			      .column = walk->item_column};

	if (walk->marker)
		vector_push(&walk->sink->blocks, block);
	walk->marker = NULL;
}

/* An item that starts with another list or a quote keeps its marker by
 * itself. */
static void
blocks_open_container(struct blocks_walk *walk)
{
	if (walk->marker)
		blocks_close_item(walk);
}

/* ---- the walk ---- */

static void
blocks_enter(struct blocks_walk *walk, cmark_node *node)
{
	struct block block;

	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		blocks_open_container(walk);
		walk->lists++;
		break;
	case CMARK_NODE_ITEM:
		walk->quoted <<= 1;
		blocks_open_item(walk, node);
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		blocks_open_container(walk);
		walk->quoted = walk->quoted << 1 | 1;
		walk->quotes++;
		break;
	case CMARK_NODE_PARAGRAPH:
		block = blocks_shape(walk, node);
		inline_add(walk->parse, node, &block, walk->sink);
		break;
	case CMARK_NODE_HEADING:
		blocks_heading(walk, node);
		break;
	case CMARK_NODE_CODE_BLOCK:
		blocks_code(walk, node);
		break;
	case CMARK_NODE_HTML_BLOCK:
		blocks_html(walk, node);
		break;
	default:
		break;
	}
}

static void
blocks_leave(struct blocks_walk *walk, cmark_node *node)
{
	switch (cmark_node_get_type(node)) {
	case CMARK_NODE_LIST:
		walk->lists--;
		break;
	case CMARK_NODE_ITEM:
		blocks_close_item(walk);
		walk->quoted >>= 1;
		break;
	case CMARK_NODE_BLOCK_QUOTE:
		walk->quoted >>= 1;
		walk->quotes--;
		break;
	default:
		break;
	}
}

void
blocks_add(struct parse *parse, cmark_node *node, enum blocks_as as,
	   struct block_sink *sink)
{
	struct blocks_walk walk = {.parse = parse, .sink = sink, .as = as};
	cmark_iter *iter = cmark_iter_new(node);
	cmark_event_type event;
	cmark_node_type type;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		node = cmark_iter_get_node(iter);
		type = cmark_node_get_type(node);
		if (event == CMARK_EVENT_EXIT) {
			blocks_leave(&walk, node);
			continue;
		}
		blocks_enter(&walk, node);
		if (type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING)
			cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
	}
	cmark_iter_free(iter);
}
