/*
 * The inline nodes of one paragraph or heading as text and spans. A paragraph
 * becomes several blocks where table rows or "(a)" lines stand in it; spans
 * open at such a place go on in the next block.
 */
#include <string.h>

#include "internal.h"

struct inline_span {
	struct span span;
	bool open;
};

struct inline_writer {
	struct parse *parse;
	struct block_sink *sink;
	const struct block *shape;
	struct block block; /* being written: kind, marker, place */
	struct buffer text;
	VECTOR(struct inline_span) spans;
	bool at_line_start;
	bool after_comment;	    /* one space of the two around it goes */
	struct attribute_mark mark; /* in this block */
	int line;		    /* of what comes next */
	size_t comments_from;	    /* where to look for the next comment */
};

/* ---- blocks ---- */

static void
inline_start_block(struct inline_writer *writer)
{
	writer->block = *writer->shape;
	writer->mark.found = false;
	buffer_reset(&writer->text);
}

static struct span *
inline_copy_spans(struct inline_writer *writer, size_t *count)
{
	VECTOR(struct span) list = VECTOR_INIT;
	struct span span, *copy;
	size_t i;

	for (i = 0; i < writer->spans.len; i++) {
		span = writer->spans.items[i].span;
		if (writer->spans.items[i].open || span.end > writer->text.len)
			span.end = writer->text.len;
		if (span.start < span.end)
			vector_push(&list, span);
	}
	*count = list.len;
	copy = arena_copy(writer->parse->arena, list.items, list.len,
			  sizeof span);
	vector_release(&list);
	return copy;
}

/* Spans still open start anew in the block that follows. */
static void
inline_carry_spans(struct inline_writer *writer)
{
	size_t i, kept = 0;

	for (i = 0; i < writer->spans.len; i++) {
		if (!writer->spans.items[i].open)
			continue;
		writer->spans.items[kept] = writer->spans.items[i];
		writer->spans.items[kept++].span.start = 0;
	}
	writer->spans.len = kept;
}

static void
inline_end_block(struct inline_writer *writer)
{
	struct block *block = &writer->block;
	struct buffer *text = &writer->text;

	while (text->len && (text->data[text->len - 1] == '\n' ||
			     text->data[text->len - 1] == ' '))
		buffer_truncate(text, text->len - 1);
	if (!text->len && !block->marker[0])
		return;
	block->text =
		arena_strndup(writer->parse->arena, text->data, text->len);
	block->len = text->len;
	block->spans = inline_copy_spans(writer, &block->span_count);
	if (writer->mark.found) {
		writer->sink->mark = writer->mark;
		writer->sink->mark.block = writer->sink->blocks.len;
	}
	vector_push(&writer->sink->blocks, *block);
}

/* Where the text of a continued line starts: after quote marks. */
static void
inline_place_line(struct inline_writer *writer)
{
	struct source *src = writer->parse->src;
	size_t start = source_line_start(src, writer->line), at = start;
	size_t end = source_line_end(src, writer->line);

	while (at < end && (src->text[at] == ' ' || src->text[at] == '\t' ||
			    src->text[at] == '>'))
		at++;
	writer->block.line = writer->line;
	writer->block.column = source_column(src, writer->line, at - start);
}

static void
inline_split(struct inline_writer *writer)
{
	bool first = !writer->text.len &&
		     writer->block.line == writer->shape->line &&
		     writer->block.kind == writer->shape->kind;

	if (first && writer->line == writer->shape->line)
		return;
	inline_end_block(writer);
	inline_carry_spans(writer);
	inline_start_block(writer);
	inline_place_line(writer);
	writer->block.marker = "";
}

/* ---- line starts ---- */

static void
inline_start_row(struct inline_writer *writer)
{
	if (writer->block.kind == BLOCK_VERBATIM && writer->text.len) {
		writer->text.data[writer->text.len - 1] = '\n';
		return;
	}
	inline_split(writer);
	writer->block.kind = BLOCK_VERBATIM;
}

/* "(a) words": the marker leaves the text. Returns its bytes. */
static size_t
inline_start_letter(struct inline_writer *writer, const char *text)
{
	const char *close = strchr(text, ')');
	size_t len = close ? (size_t)(close - text) + 1 : 0;
	char *marker;

	if (!len)
		return 0;
	inline_split(writer);
	marker = arena_strndup(writer->parse->arena, text, len);
	marker[0] = '(';
	writer->block.kind = BLOCK_ITEM;
	if (writer->shape->kind == BLOCK_ITEM && writer->block.marker[0])
		marker = arena_printf(writer->parse->arena, "%s %s",
				      writer->block.marker, marker);
	else
		writer->block.depth = writer->shape->depth + 1;
	writer->block.marker = marker;
	return len + strspn(text + len, " \t");
}

/* A plain line after table rows is a paragraph again. */
static void
inline_start_plain(struct inline_writer *writer)
{
	if (writer->block.kind == BLOCK_VERBATIM &&
	    writer->shape->kind != BLOCK_VERBATIM)
		inline_split(writer);
}

static size_t
inline_start_line(struct inline_writer *writer, const char *text)
{
	writer->at_line_start = false;
	if (writer->shape->kind == BLOCK_HEADING)
		return 0;
	if ((unsigned char)text[0] == GUARD_ROW)
		inline_start_row(writer);
	else if ((unsigned char)text[0] == GUARD_LETTER)
		return inline_start_letter(writer, text);
	else
		inline_start_plain(writer);
	return 0;
}

/* ---- text ---- */

static bool
inline_is_stand_in(unsigned char byte)
{
	return byte >= GUARD_BACKTICK || byte == GUARD_STAR ||
	       byte == GUARD_UNDERLINE;
}

static void
inline_append(struct inline_writer *writer, const char *text, size_t len)
{
	size_t at = 0, run;

	while (at < len) {
		for (run = at; run < len; run++) {
			if (inline_is_stand_in((unsigned char)text[run]))
				break;
		}
		buffer_append(&writer->text, text + at, run - at);
		at = run;
		if (at == len)
			return;
		if ((unsigned char)text[at] == GUARD_ATTRIBUTE) {
			writer->mark.found = true;
			writer->mark.at = writer->text.len;
		}
		buffer_append_byte(&writer->text,
				   guard_restore((unsigned char)text[at++]));
	}
}

static bool
inline_ends_with_space(const struct inline_writer *writer)
{
	const struct buffer *text = &writer->text;

	return !text->len || text->data[text->len - 1] == ' ' ||
	       text->data[text->len - 1] == '\n';
}

static void
inline_text(struct inline_writer *writer, const char *text)
{
	if (writer->at_line_start)
		text += inline_start_line(writer, text);
	if (writer->after_comment && inline_ends_with_space(writer))
		text += strspn(text, " ");
	writer->after_comment = false;
	inline_append(writer, text, strlen(text));
}

/* A letter of a script written without spaces, where a line break means
 * nothing: kana, Han, and their punctuation. */
static bool
inline_is_spaceless(uint32_t cp)
{
	return (cp >= 0x3001 && cp <= 0x30ff) ||
	       (cp >= 0x3400 && cp <= 0x4dbf) ||
	       (cp >= 0x4e00 && cp <= 0x9fff) ||
	       (cp >= 0xf900 && cp <= 0xfaff) ||
	       (cp >= 0xff01 && cp <= 0xff5e) ||
	       (cp >= 0x20000 && cp <= 0x3ffff);
}

static bool
inline_ends_spaceless(const struct buffer *text)
{
	size_t at = text->len;
	uint32_t cp;

	while (at && ((unsigned char)text->data[at - 1] & 0xc0) == 0x80)
		at--;
	if (!at)
		return false;
	at--;
	utf8_decode(text->data + at, text->len - at, &cp);
	return inline_is_spaceless(cp);
}

static void
inline_soft_break(struct inline_writer *writer, cmark_node *node)
{
	cmark_node *next = cmark_node_next(node);
	const char *text = next && cmark_node_get_type(next) == CMARK_NODE_TEXT
				   ? cmark_node_get_literal(next)
				   : NULL;
	uint32_t cp = 0;

	writer->line++;
	writer->at_line_start = true;
	if (!writer->text.len)
		return;
	if (text && text[0])
		utf8_decode(text, strlen(text), &cp);
	if (inline_is_spaceless(cp) && inline_ends_spaceless(&writer->text))
		return;
	if (writer->after_comment && inline_ends_with_space(writer))
		return;
	buffer_append_byte(&writer->text, ' ');
}

static void
inline_hard_break(struct inline_writer *writer)
{
	writer->line++;
	writer->at_line_start = true;
	if (writer->text.len)
		buffer_append_byte(&writer->text, '\n');
}

static void
inline_html(struct inline_writer *writer, const char *html)
{
	struct buffer rest = BUFFER_INIT;
	const char *p;

	comments_split(writer->parse, html, &writer->comments_from,
		       writer->sink, &rest);
	if (rest.len)
		inline_text(writer, rest.data);
	else
		writer->after_comment = true;
	for (p = html; *p; p++)
		writer->line += *p == '\n';
	buffer_release(&rest);
}

/* ---- spans ---- */

static void
inline_open(struct inline_writer *writer, enum span_kind kind,
	    const char *target)
{
	struct inline_span one = {
		{kind, writer->text.len, writer->text.len, target}, true};

	vector_push(&writer->spans, one);
}

static void
inline_close(struct inline_writer *writer)
{
	size_t i = writer->spans.len;

	while (i-- > 0) {
		if (!writer->spans.items[i].open)
			continue;
		writer->spans.items[i].open = false;
		writer->spans.items[i].span.end = writer->text.len;
		return;
	}
}

static char *
inline_restore(struct parse *parse, const char *text)
{
	char *copy = arena_strdup(parse->arena, text ? text : ""), *p;

	for (p = copy; *p; p++)
		*p = guard_restore((unsigned char)*p);
	return copy;
}

/* Is the link <https://…>, whose words are its target? */
static bool
inline_is_bare(cmark_node *link, const char *target)
{
	cmark_node *child = cmark_node_first_child(link);
	const char *text;

	if (!strchr(target, ':') || !child || cmark_node_next(child) ||
	    cmark_node_get_type(child) != CMARK_NODE_TEXT)
		return false;
	text = cmark_node_get_literal(child);
	return !strcmp(text, target) ||
	       (!strncmp(target, "mailto:", 7) && !strcmp(text, target + 7));
}

static void
inline_link(struct inline_writer *writer, cmark_node *node, bool entering)
{
	const char *raw = cmark_node_get_url(node);
	const char *title = cmark_node_get_title(node);
	char *target = inline_restore(writer->parse, raw);
	bool symbol = is_symbol_like(target) && !(title && *title);

	if (entering && symbol)
		inline_open(writer, SPAN_CITATION, target);
	if (entering)
		return;
	if (symbol)
		inline_close(writer);
	else if (*target && !inline_is_bare(node, raw)) {
		inline_text(writer, " (");
		inline_text(writer, raw);
		if (title && *title) {
			inline_text(writer, ", ");
			inline_text(writer, title);
		}
		inline_text(writer, ")");
	}
}

/* An image is shown as the text it is; its words are its children. */
static void
inline_image(struct inline_writer *writer, cmark_node *node, bool entering)
{
	const char *title = cmark_node_get_title(node);

	if (entering) {
		inline_text(writer, "![");
		return;
	}
	inline_text(writer, "](");
	inline_text(writer, cmark_node_get_url(node));
	if (title && *title) {
		inline_text(writer, " \"");
		inline_text(writer, title);
		inline_text(writer, "\"");
	}
	inline_text(writer, ")");
}

/* ---- the walk ---- */

static void
inline_leaf(struct inline_writer *writer, cmark_node *node,
	    cmark_node_type type)
{
	const char *literal = cmark_node_get_literal(node);

	switch (type) {
	case CMARK_NODE_TEXT:
		inline_text(writer, literal);
		break;
	case CMARK_NODE_SOFTBREAK:
		inline_soft_break(writer, node);
		break;
	case CMARK_NODE_LINEBREAK:
		inline_hard_break(writer);
		break;
	case CMARK_NODE_CODE:
		inline_open(writer, SPAN_CODE, NULL);
		inline_text(writer, literal);
		inline_close(writer);
		break;
	case CMARK_NODE_HTML_INLINE:
		inline_html(writer, literal);
		break;
	default:
		break;
	}
}

static void
inline_node(struct inline_writer *writer, cmark_node *node, bool entering)
{
	cmark_node_type type = cmark_node_get_type(node);
	int line = cmark_node_get_start_line(node);

	if (entering && type == CMARK_NODE_TEXT && line > 0 &&
	    line + writer->parse->line_offset > writer->line)
		writer->line = line + writer->parse->line_offset;
	switch (type) {
	case CMARK_NODE_STRONG:
	case CMARK_NODE_EMPH:
		if (entering)
			inline_open(writer,
				    type == CMARK_NODE_STRONG ? SPAN_STRONG
							      : SPAN_EMPHASIS,
				    NULL);
		else
			inline_close(writer);
		break;
	case CMARK_NODE_LINK:
		inline_link(writer, node, entering);
		break;
	case CMARK_NODE_IMAGE:
		inline_image(writer, node, entering);
		break;
	default:
		if (entering)
			inline_leaf(writer, node, type);
		break;
	}
}

void
inline_add(struct parse *parse, cmark_node *node, const struct block *shape,
	   struct block_sink *sink)
{
	struct inline_writer writer = {.parse = parse,
				       .sink = sink,
				       .shape = shape,
				       .text = BUFFER_INIT,
				       .spans = VECTOR_INIT,
				       .at_line_start = true};
	cmark_iter *iter = cmark_iter_new(node);
	cmark_event_type event;

	sink->mark.found = false;
	writer.line = parse_line(parse, node);
	writer.comments_from = parse_offset(parse, node);
	inline_start_block(&writer);
	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		if (cmark_iter_get_node(iter) != node)
			inline_node(&writer, cmark_iter_get_node(iter),
				    event == CMARK_EVENT_ENTER);
	}
	inline_end_block(&writer);
	cmark_iter_free(iter);
	buffer_release(&writer.text);
	vector_release(&writer.spans);
}
