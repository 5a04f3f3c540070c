/*
 * Lines of a document; and which of them belong to its pages: a number alone,
 * a head that comes again beside it or beside a form feed.
 */
#include <stdlib.h>
#include <string.h>

#include "draft_parts.h"

/* Lines so near to the end of a page may be its head or foot. */
#define DRAFT_PAGE_NEAR	 3
#define DRAFT_HEAD_MAX	 160
#define DRAFT_PAGE_BLANK 24 /* with the blank lines between */

static int
draft_line_width(const char *text, size_t len)
{
	int width = 0;

	for (; len; text++, len--)
		width += ((unsigned char)*text & 0xc0) != 0x80;
	return width;
}

static void
draft_line_trim_end(struct draft_line *line)
{
	size_t len = line->len;

	while (len && memchr(" \t\r", line->text[len - 1], 3))
		len--;
	line->has_break = line->len - len >= 2 && len;
	if (len && line->text[len - 1] == '\\' &&
	    (len < 2 || line->text[len - 2] != '\\')) {
		line->has_break = true;
		len--;
	}
	line->len = len;
}

static void
draft_line_trim_start(struct draft_line *line)
{
	size_t size;
	uint32_t cp;

	while (line->len) {
		size = draft_char(line->text, line->len, 0, &cp);
		if (cp == '\f')
			line->is_page_start = true;
		else if (cp == '\t')
			line->indent = (line->indent | 7) + 1;
		else if (is_draft_space(cp))
			line->indent++;
		else
			break;
		line->text += size;
		line->len -= size;
	}
}

/* "> " before a quoted paragraph of Markdown. */
static void
draft_line_unquote(struct draft_line *line)
{
	while (line->len && line->text[0] == '>') {
		line->text++;
		line->len--;
		draft_line_trim_start(line);
	}
}

void
draft_lines_read(const struct draft_source *source, struct draft_lines *lines)
{
	const char *at = source->text, *end = at + source->len, *stop;
	struct draft_line line;
	int number = 1;

	for (; at < end; at = stop + 1, number++) {
		stop = memchr(at, '\n', (size_t)(end - at));
		if (!stop)
			stop = end;
		line = (struct draft_line){.text = at,
					   .len = (size_t)(stop - at),
					   .number = number};
		draft_line_trim_end(&line);
		draft_line_trim_start(&line);
		if (source->is_markdown)
			draft_line_unquote(&line);
		line.is_blank = !line.len;
		line.width = draft_line_width(line.text, line.len);
		vector_push(&lines->list, line);
	}
}

/* Digits from 'at' on; their value, at most 9999, or -1. */
static int
draft_read_digits(const char *text, size_t len, size_t *at)
{
	size_t from = *at, size;
	int value = 0;
	uint32_t cp;

	for (; *at < len; *at += size) {
		size = draft_char(text, len, *at, &cp);
		if (cp >= 0x660 && cp <= 0x669)
			cp -= 0x660 - '0';
		if (cp < '0' || cp > '9')
			break;
		value = value > 999 ? 10000 : value * 10 + (int)(cp - '0');
	}
	return *at > from && value < 10000 ? value : -1;
}

static void
draft_skip_any(const char *text, size_t len, size_t *at, const char *set)
{
	size_t size;
	uint32_t cp;

	for (; *at < len; *at += size) {
		size = draft_char(text, len, *at, &cp);
		if (!is_draft_space(cp) && !(cp == 0x2013 || cp == 0x2014) &&
		    !(cp < 0x80 && strchr(set, (int)cp)))
			break;
	}
}

/* "of 5", "/5", "из 5", "页" after a page's number. */
static void
draft_skip_pages(const char *text, size_t len, size_t *at)
{
	static const char *const words[] = {"/",  "of", "из",  "sur", "de",
					    "من", "页", "бет", "-бет"};
	size_t i, size;

	for (i = 0; i < sizeof words / sizeof words[0]; i++) {
		size = draft_match(text + *at, len - *at, words[i]);
		if (!size)
			continue;
		*at += size;
		draft_skip_any(text, len, at, "");
		draft_read_digits(text, len, at);
		return;
	}
}

/* The number of a page that stands there to the end of the line, or -1. */
static int
draft_page_number(const char *text, size_t len, bool *has_word)
{
	size_t at = 0, size;
	int number;

	draft_skip_any(text, len, &at, "-[(|*_");
	size = draft_words_begin(text + at, len - at, WORDS_PAGE);
	*has_word = size > 0;
	at += size;
	draft_skip_any(text, len, &at, "");
	number = draft_read_digits(text, len, &at);
	if (number < 0)
		return -1;
	draft_skip_any(text, len, &at, "");
	size = at;
	draft_skip_pages(text, len, &at);
	*has_word |= at > size;
	draft_skip_any(text, len, &at, "-])|*_.");
	/* "1." begins a list, and "2021" is a year. */
	if (at < len || (!*has_word && (number > 999 || text[len - 1] == '.')))
		return -1;
	return number;
}

static bool
draft_is_alone(const struct draft_lines *lines, size_t at)
{
	const struct draft_line *list = lines->list.items;

	return (!at || list[at - 1].is_blank || list[at].is_page_start) &&
	       (at + 1 == lines->list.len || list[at + 1].is_blank ||
		list[at + 1].is_page_start);
}

/* Letters of a line without its digits, and how many there are. */
static uint32_t
draft_head_hash(const struct draft_line *line, size_t *letters)
{
	uint32_t hash = 2166136261u, cp;
	size_t at, size;

	*letters = 0;
	for (at = 0; at < line->len; at += size) {
		size = draft_char(line->text, line->len, at, &cp);
		if (!is_draft_letter(cp))
			continue;
		hash = (hash ^ cp) * 16777619u;
		++*letters;
	}
	return hash;
}

/* Does the line end in "page 3", "3/5", "- 3 -" after other words? */
static bool
draft_has_page_tail(const struct draft_line *line)
{
	bool has_word;
	size_t at;

	for (at = line->len; at-- > 1;) {
		if (line->text[at - 1] != ' ' && line->text[at - 1] != '\t')
			continue;
		if (draft_page_number(line->text + at, line->len - at,
				      &has_word) >= 0 &&
		    (has_word || line->text[at] == '-'))
			return true;
		if (line->len - at > 24)
			break;
	}
	return false;
}

struct draft_head {
	uint32_t hash;
	size_t line;
};

struct draft_heads {
	VECTOR(struct draft_head) list;
};

static int
draft_head_compare(const void *a, const void *b)
{
	const struct draft_head *x = a, *y = b;

	if (x->hash != y->hash)
		return x->hash < y->hash ? -1 : 1;
	return x->line < y->line ? -1 : x->line > y->line;
}

/* The lines next to a border of pages, before or after it. */
static void
draft_heads_near(const struct draft_lines *lines, size_t at, int step,
		 struct draft_heads *heads)
{
	const struct draft_line *list = lines->list.items;
	struct draft_head head;
	size_t letters;
	int left = DRAFT_PAGE_NEAR, more = DRAFT_PAGE_BLANK;

	for (; at < lines->list.len && left && more--; at += (size_t)step) {
		if (list[at].is_blank)
			continue;
		left--;
		head = (struct draft_head){draft_head_hash(&list[at], &letters),
					   at};
		if (letters >= 3 && list[at].len <= DRAFT_HEAD_MAX)
			vector_push(&heads->list, head);
		if (list[at].is_page_start && step < 0)
			break;
	}
}

/* The head of the first page is like those of the others; a title that they
 * repeat is not: it has no parts far from each other, and no numbers. */
static void
draft_heads_mark_first(struct draft_lines *lines, uint32_t hash)
{
	struct draft_line *line = lines->list.items;
	size_t i, at, letters;

	for (i = 0; i < lines->list.len && line->is_blank; i++)
		line++;
	if (i == lines->list.len || draft_head_hash(line, &letters) != hash)
		return;
	for (at = 0; at + 2 < line->len; at++)
		if ((line->text[at] >= '0' && line->text[at] <= '9') ||
		    !memcmp(line->text + at, "   ", 3))
			line->is_out = true;
}

static void
draft_heads_mark(struct draft_lines *lines, struct draft_heads *heads)
{
	struct draft_head *list = heads->list.items;
	size_t i, next, k, lines_of;

	if (heads->list.len)
		qsort(list, heads->list.len, sizeof *list, draft_head_compare);
	for (i = 0; i < heads->list.len; i = next) {
		lines_of = 1;
		for (next = i + 1;
		     next < heads->list.len && list[next].hash == list[i].hash;
		     next++)
			lines_of += list[next].line != list[next - 1].line;
		if (lines_of < 2)
			continue;
		for (k = i; k < next; k++)
			lines->list.items[list[k].line].is_out = true;
		draft_heads_mark_first(lines, list[i].hash);
	}
}

void
draft_lines_find_pages(struct draft_lines *lines)
{
	struct draft_heads heads = {VECTOR_INIT};
	struct draft_head tail;
	struct draft_line *line;
	size_t i, letters;
	bool has_word;

	for (i = 0; i < lines->list.len; i++) {
		line = &lines->list.items[i];
		if (line->is_page_start) {
			draft_heads_near(lines, i, 1, &heads);
			draft_heads_near(lines, i - 1, -1, &heads);
		}
		if (line->is_blank || line->len > DRAFT_HEAD_MAX)
			continue;
		if (draft_page_number(line->text, line->len, &has_word) >= 0 &&
		    (has_word || draft_is_alone(lines, i))) {
			line->is_out = true;
			draft_heads_near(lines, i + 1, 1, &heads);
			draft_heads_near(lines, i - 1, -1, &heads);
		} else if (draft_has_page_tail(line)) {
			tail = (struct draft_head){
				draft_head_hash(line, &letters), i};
			vector_push(&heads.list, tail);
		}
	}
	draft_heads_mark(lines, &heads);
	vector_release(&heads.list);
}
