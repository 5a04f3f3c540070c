/*
 * Lines to paragraphs: wrapped lines joined, words divided at a line's end
 * put together, what belongs to a page left out.
 */
#include <string.h>

#include "draft_parts.h"

/* Where a text has more divided words, they are joined without a look at how
 * it writes them elsewhere, so that time stays in proportion. */
#define DRAFT_HYPHENS_MAX 64

struct draft_reader {
	struct draft_work *work;
	size_t source;
	struct draft_lines lines;
	struct draft_wrap wrap;
	struct buffer text;
	const struct draft_line *first, *last; /* of the open block, or NULL */
	struct draft_marker marker;
	bool is_strong;	 /* a ** is open */
	bool is_stacked; /* the next line is a line of its own */
	bool page_gap;	 /* since the last line came what belongs to a page */
	bool gap;
	int hyphens;  /* looked up so far */
	bool divides; /* words are divided at the ends of lines */
};

static void
draft_reader_close(struct draft_reader *reader)
{
	if (reader->first && reader->text.len)
		draft_block_add(reader->work, reader->source, reader->first,
				reader->last, &reader->text);
	reader->first = NULL;
	reader->is_strong = false;
	buffer_reset(&reader->text);
}

/* Bytes of a line that are not taken as they are, from 'at' on: how many. */
static size_t
draft_skip_bytes(const char *text, size_t len, size_t at)
{
	switch (text[at]) {
	case '\xc2': /* of a soft hyphen */
		return at + 1 < len && text[at + 1] == '\xad' ? 2 : 0;
	case ' ':
	case '\t':
	case '\f':
		return at + 1 == len || memchr(" \t\f", text[at + 1], 3) ? 1
									 : 0;
	default:
		return 0;
	}
}

/* A line without soft hyphens and runs of spaces. */
static void
draft_reader_append(struct draft_reader *reader, const char *text, size_t len)
{
	size_t at, from = 0, skip;

	for (at = 0; at < len; at++) {
		if ((unsigned char)text[at] > '*' && text[at] != '\xc2')
			continue;
		if (text[at] == '*' && at + 1 < len && text[at + 1] == '*') {
			reader->is_strong = !reader->is_strong;
			at++;
			continue;
		}
		skip = draft_skip_bytes(text, len, at);
		if (!skip && text[at] != '\t' && text[at] != '\f')
			continue;
		buffer_append(&reader->text, text + from, at - from);
		if (!skip)
			buffer_append_byte(&reader->text, ' ');
		from = at + (skip ? skip : 1);
		at = from - 1;
	}
	if (from < len)
		buffer_append(&reader->text, text + from, len - from);
}

static void
draft_reader_open(struct draft_reader *reader, const struct draft_line *line)
{
	reader->first = reader->last = line;
	draft_marker_read(line->text, line->len, &reader->marker);
	draft_reader_append(reader, line->text, line->len);
}

static size_t
draft_last_word(const struct buffer *text)
{
	size_t at = text->len;

	while (at && !memchr(" \n*(\"", text->data[at - 1], 5))
		at--;
	return at;
}

static bool
draft_source_has(const struct draft_source *source, const char *words,
		 size_t len)
{
	const char *at = source->text, *end = at + source->len;

	for (; at + len <= end; at++) {
		at = memchr(at, words[0], (size_t)(end - at) - len + 1);
		if (!at)
			return false;
		if (!memcmp(at, words, len))
			return true;
	}
	return false;
}

/* Is "ICT-" the first part of the word? */
static bool
draft_is_short_form(const struct buffer *text, size_t from)
{
	return draft_is_all_capitals(text->data + from, text->len - from) ||
	       text->len - from < 4;
}

/* Is the hyphen the word's own, as in "open-ended"? How the source writes the
 * word elsewhere says so; else whether it divides words at all. */
static bool
draft_keeps_hyphen(struct draft_reader *reader, const char *next, size_t len)
{
	const struct draft_source *source =
		&reader->work->sources[reader->source];
	size_t from = draft_last_word(&reader->text), at = 0;
	struct buffer word = BUFFER_INIT;
	bool keeps = !reader->divides;

	if (draft_is_short_form(&reader->text, from))
		return true;
	if (reader->hyphens++ >= DRAFT_HYPHENS_MAX)
		return keeps;
	buffer_append(&word, reader->text.data + from, reader->text.len - from);
	while (at < len && !memchr(" ,.;:)", next[at], 6))
		at++;
	buffer_append(&word, next, at);
	if (draft_source_has(source, word.data, word.len)) {
		keeps = true;
	} else {
		buffer_truncate(&word, reader->text.len - from - 1);
		buffer_append(&word, next, at);
		if (draft_source_has(source, word.data, word.len))
			keeps = false;
	}
	buffer_release(&word);
	return keeps;
}

/* Do so many lines end in a part of a word that it was done by a program? */
static bool
draft_divides_words(const struct draft_lines *lines)
{
	const struct draft_line *line;
	size_t i, divided = 0, joined = 0;

	for (i = 0; i + 1 < lines->list.len; i++) {
		line = &lines->list.items[i];
		if (line->len < 2 || line[1].is_blank ||
		    !draft_starts_small(line[1].text, line[1].len))
			continue;
		joined++;
		divided += line->text[line->len - 1] == '-' &&
			   line->text[line->len - 2] != ' ';
	}
	return divided * 20 > joined;
}

/* Is the end of the text a word that goes on in the next line? */
static bool
draft_is_divided(const struct buffer *text, const struct draft_line *next)
{
	uint32_t cp;
	size_t at = text->len;

	if (at < 2 || text->data[at - 1] != '-' ||
	    !draft_starts_small(next->text, next->len))
		return false;
	for (at--; at && ((unsigned char)text->data[at - 1] & 0xc0) == 0x80;)
		at--;
	draft_char(text->data, text->len, at ? at - 1 : 0, &cp);
	return is_draft_letter(cp);
}

static bool
draft_is_han_join(const struct buffer *text, const struct draft_line *next)
{
	uint32_t before, after;

	if (text->len < 3)
		return false;
	draft_char(text->data, text->len, text->len - 3, &before);
	draft_char(next->text, next->len, 0, &after);
	return (is_draft_han(before) || (before >= 0x3000 && before < 0x3040) ||
		(before >= 0xff00 && before < 0xfff0)) &&
	       before != UINT32_MAX &&
	       (is_draft_han(after) || after >= 0x2000 ||
		(after >= '0' && after <= '9'));
}

static void
draft_tell_joined(struct draft_reader *reader, const struct draft_line *next)
{
	struct draft_item *item =
		draft_add_item(reader->work, DRAFT_JOINED, "word");
	size_t from = draft_last_word(&reader->text);

	item->source = reader->source;
	item->first_line = reader->last->number;
	item->last_line = next->number;
	item->value = arena_printf(reader->work->arena, "%s|%.*s",
				   reader->text.data + from,
				   (int)strcspn(next->text, " \n"), next->text);
}

/* Put the next line to the open block. */
static void
draft_reader_join(struct draft_reader *reader, const struct draft_line *next)
{
	struct buffer *text = &reader->text;
	bool is_soft = reader->last->len >= 2 &&
		       !memcmp(reader->last->text + reader->last->len - 2,
			       "\xc2\xad", 2);

	if ((reader->last->has_break || reader->is_stacked) && !reader->gap) {
		buffer_append_byte(text, '\n');
	} else if (draft_is_divided(text, next)) {
		draft_tell_joined(reader, next);
		if (!draft_keeps_hyphen(reader, next->text, next->len))
			buffer_truncate(text, text->len - 1);
	} else if (is_soft) {
		draft_tell_joined(reader, next);
	} else if (!draft_is_han_join(text, next) &&
		   !(text->len && text->data[text->len - 1] == '-')) {
		buffer_append_byte(text, ' ');
	}
	draft_reader_append(reader, next->text, next->len);
	reader->is_stacked = false;
	reader->last = next;
}

static bool
draft_is_rule(const struct draft_line *line)
{
	size_t at;

	for (at = 0; at < line->len; at++)
		if (!strchr("-=_*~ ", line->text[at]))
			return false;
	return line->len >= 3;
}

/* Is a line all strong, or a Markdown heading: one that nothing joins? */
static bool
draft_is_heading_line(const struct draft_line *line)
{
	size_t len = line->len;

	return (len > 1 && line->text[0] == '#' &&
		strspn(line->text, "#") < 7 &&
		line->text[strspn(line->text, "#")] == ' ') ||
	       (len > 4 && !memcmp(line->text, "**", 2) &&
		!memcmp(line->text + len - 2, "**", 2) && !line->has_break);
}

/* The paragraph goes on after a page's end. */
static bool
draft_spans_page(const struct draft_reader *reader,
		 const struct draft_line *next)
{
	return reader->page_gap && reader->text.len &&
	       !draft_ends_sentence(reader->text.data, reader->text.len) &&
	       reader->text.data[reader->text.len - 1] != ':' &&
	       reader->last->width >= 30 &&
	       draft_starts_small(next->text, next->len);
}

/* Strong words alone on a line are a heading, but where a sentence that fills
 * the line before goes on with them, or goes on after them. */
static bool
draft_parts_lines(const struct draft_reader *reader,
		  const struct draft_line *next)
{
	const struct draft_line *last = reader->last;

	if (next->text[0] == '#' || reader->first->text[0] == '#')
		return true;
	if (draft_is_heading_line(next) &&
	    (reader->gap || draft_ends_sentence(last->text, last->len) ||
	     draft_is_heading_line(last) ||
	     !draft_wrap_continues(&reader->wrap, last, next, &reader->marker)))
		return true;
	return draft_is_heading_line(last) && last == reader->first &&
	       !draft_starts_small(next->text, next->len);
}

/* Lines of one thing that were not wrapped: capitals under capitals, and what
 * goes on in a small letter after a colon. */
static bool
draft_is_stacked(const struct draft_reader *reader,
		 const struct draft_line *next)
{
	const struct draft_line *last = reader->last;

	if (reader->gap || reader->marker.kind || last->width > 60 ||
	    next->width > 60)
		return false;
	if (last->text[last->len - 1] == ':')
		return draft_starts_small(next->text, next->len);
	return draft_is_all_capitals(last->text, last->len) &&
	       draft_is_all_capitals(next->text, next->len) &&
	       !memchr(last->text, ':', last->len) &&
	       !memchr(next->text, ':', next->len);
}

static bool
draft_joins(struct draft_reader *reader, const struct draft_line *next)
{
	const struct draft_source *source =
		&reader->work->sources[reader->source];
	struct draft_marker marker;

	if (!reader->first)
		return false;
	if (reader->is_strong && !reader->gap)
		return true;
	if (reader->gap)
		return draft_spans_page(reader, next);
	draft_marker_read(next->text, next->len, &marker);
	if (reader->last->has_break)
		return !marker.kind;
	if (draft_parts_lines(reader, next))
		return false;
	if (source->is_markdown && !marker.kind)
		return true;
	reader->is_stacked = !marker.kind && draft_is_stacked(reader, next);
	return reader->is_stacked ||
	       draft_wrap_continues(&reader->wrap, reader->last, next,
				    &reader->marker);
}

static void
draft_line_out(struct draft_reader *reader, const struct draft_line *line,
	       const char *code)
{
	struct draft_item *item =
		draft_add_item(reader->work, DRAFT_LEFT_OUT, code);

	item->source = reader->source;
	item->first_line = item->last_line = line->number;
	item->value = arena_strndup(reader->work->arena, line->text, line->len);
}

/* A line under a heading, or between parts. */
static void
draft_reader_rule(struct draft_reader *reader, const struct draft_line *line)
{
	bool is_under = reader->first && !reader->gap &&
			reader->first == reader->last &&
			reader->first->width < 100 &&
			(line->text[0] == '=' || line->text[0] == '-') &&
			!reader->last->has_break;
	size_t count = reader->work->blocks.len;

	draft_reader_close(reader);
	if (is_under && reader->work->blocks.len > count)
		vector_last(&reader->work->blocks)->level =
			line->text[0] == '=' ? 1 : 2;
	reader->work->run++;
}

static void
draft_reader_line(struct draft_reader *reader, const struct draft_line *line)
{
	if (line->is_out) {
		reader->page_gap = true;
		draft_line_out(reader, line, "page");
		return;
	}
	if (line->is_blank) {
		reader->gap = true;
		return;
	}
	if (draft_is_rule(line)) {
		draft_reader_rule(reader, line);
		return;
	}
	if (line->is_page_start)
		reader->page_gap = reader->gap = true;
	if (draft_joins(reader, line)) {
		draft_reader_join(reader, line);
	} else {
		draft_reader_close(reader);
		reader->work->run += reader->gap;
		draft_reader_open(reader, line);
	}
	reader->gap = reader->page_gap = false;
}

void
draft_blocks_read(struct draft_work *work, size_t source)
{
	struct draft_reader reader = {.work = work, .source = source};
	size_t i, at;

	buffer_init(&reader.text);
	draft_lines_read(&work->sources[source], &reader.lines);
	draft_lines_find_pages(&reader.lines);
	draft_wrap_measure(&reader.lines, &reader.wrap);
	reader.divides = draft_divides_words(&reader.lines);
	work->run++;
	for (i = 0; i < reader.lines.list.len; i++) {
		at = reader.is_strong ? 0 : draft_table_end(&reader.lines, i);
		if (!at) {
			draft_reader_line(&reader, &reader.lines.list.items[i]);
			continue;
		}
		draft_reader_close(&reader);
		reader.gap = true;
		draft_table_read(work, source, &reader.lines, i, at);
		i = at - 1;
	}
	draft_reader_close(&reader);
	buffer_release(&reader.text);
	vector_release(&reader.lines.list);
}
