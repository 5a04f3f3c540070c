/*
 * Any bytes as a brief: what comes out keeps every promise of brief.h. The
 * text is well-formed, spans and places lie within it, points do not overlap,
 * and no letter of the source is lost.
 */
#include "config.h" /* memmem */

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmark.h>

#include "lectern/brief.h"
#include "lectern/meeting.h"
#include "lectern/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

struct letters {
	size_t counts[26];
};

#define check(what)                                                            \
	do {                                                                   \
		if (!(what)) {                                                 \
			fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__,     \
				#what);                                        \
			abort();                                               \
		}                                                              \
	} while (0)

static void
letters_add(struct letters *letters, const char *text, size_t len)
{
	for (; len > 0; text++, len--) {
		if (*text >= 'a' && *text <= 'z')
			letters->counts[*text - 'a']++;
		else if (*text >= 'A' && *text <= 'Z')
			letters->counts[*text - 'A']++;
	}
}

static void
letters_add_string(struct letters *letters, const char *text)
{
	letters_add(letters, text, strlen(text));
}

static void
check_block(const struct block *block, int lines, struct letters *letters)
{
	size_t i, start = 0;

	check(block->len == strlen(block->text));
	check(utf8_valid_prefix(block->text, block->len) == block->len);
	check(block->marker && block->line >= 1 && block->line <= lines);
	check(block->column >= 1);
	letters_add(letters, block->text, block->len);
	letters_add_string(letters, block->marker);
	for (i = 0; i < block->span_count; i++) {
		const struct span *span = &block->spans[i];

		check(span->start < span->end && span->end <= block->len);
		check(span->start >= start);
		check(((unsigned char)block->text[span->start] & 0xc0) != 0x80);
		check(((unsigned char)block->text[span->end] & 0xc0) != 0x80);
		check((span->kind == SPAN_CITATION) == (span->target != NULL));
		if (span->target)
			letters_add_string(letters, span->target);
		start = span->start;
	}
}

static void
check_blocks(const struct block *blocks, size_t count, int lines,
	     struct letters *letters)
{
	size_t i;

	for (i = 0; i < count; i++)
		check_block(&blocks[i], lines, letters);
}

static void
check_comments(const struct comment *comments, size_t count, int lines,
	       struct letters *letters)
{
	size_t i;

	for (i = 0; i < count; i++) {
		check(comments[i].line >= 1 && comments[i].line <= lines);
		check(comments[i].column >= 1);
		letters_add_string(letters, comments[i].text);
	}
}

static void
check_attributes(const struct attribute *list, size_t count, int lines,
		 struct letters *letters)
{
	size_t i;

	for (i = 0; i < count; i++) {
		check(list[i].line >= 1 && list[i].line <= lines);
		letters_add_string(letters, list[i].key);
		letters_add_string(letters, list[i].value);
	}
}

static void
check_point(const struct point *point, int lines, struct letters *letters)
{
	size_t i;
	int line = 0;

	check(point->number >= 0 && point->priority >= 0);
	check(point->is_chapeau == (!point->number && !point->numbered));
	check(point->part_count || !point->block_count);
	check_blocks(point->blocks, point->block_count, lines, letters);
	check_blocks(point->cues, point->cue_count, lines, letters);
	check_comments(point->comments, point->comment_count, lines, letters);
	check_attributes(point->attributes, point->attribute_count, lines,
			 letters);
	for (i = 0; i < point->part_count; i++) {
		check(point->parts[i].first_line >= line);
		check(point->parts[i].last_line >= point->parts[i].first_line);
		line = point->parts[i].last_line;
	}
	check(line <= lines);
}

static void
check_section(const struct section *section, int lines, size_t *end,
	      size_t size, struct letters *letters)
{
	const struct extent *extent;
	size_t i;

	check(section->extent.start >= *end);
	*end = section->extent.start;
	check_block(&section->heading, lines, letters);
	check_comments(section->comments, section->comment_count, lines,
		       letters);
	check_attributes(section->attributes, section->attribute_count, lines,
			 letters);
	for (i = 0; i < section->point_count; i++) {
		extent = &section->points[i].extent;
		check(extent->start >= *end && extent->end >= extent->start);
		check_point(&section->points[i], lines, letters);
		*end = extent->end;
	}
	check(section->extent.end >= *end && section->extent.end <= size);
	*end = section->extent.end;
}

static int
count_lines(const char *text, size_t size)
{
	int lines = 1;
	size_t i;

	for (i = 0; i < size; i++)
		lines += text[i] == '\n' || text[i] == '\r';
	return lines;
}

/* Entities make letters of others, front matter is read by other rules, and
 * a link whose words are its address shows it once. */
static bool
may_count_letters(const char *text, size_t size)
{
	if (size >= 3 && !memcmp(text, "\xef\xbb\xbf", 3)) {
		text += 3;
		size -= 3;
	}
	if (memmem(text, size, "](", 2) && memchr(text, ':', size))
		return false;
	return !memchr(text, '&', size) && (size < 3 || memcmp(text, "---", 3));
}

static bool
is_refused(const struct diagnostics *diags)
{
	const char *rule;
	size_t i;

	for (i = 0; i < diags->list.len; i++) {
		rule = diags->list.items[i].rule;
		if (!strcmp(rule, "too-long") ||
		    !strcmp(rule, "too-many-points") ||
		    !strcmp(rule, "nested-too-deep"))
			return true;
	}
	return false;
}

/* The guard may think a text deeper than it is, never flatter. */
static void
check_depth(const char *text, size_t size)
{
	cmark_node *root = cmark_parse_document(text, size, CMARK_OPT_DEFAULT);
	cmark_iter *iter = cmark_iter_new(root);
	cmark_event_type event;
	cmark_node_type type;
	int depth = 0;

	while ((event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
		type = cmark_node_get_type(cmark_iter_get_node(iter));
		if (type != CMARK_NODE_ITEM && type != CMARK_NODE_BLOCK_QUOTE)
			continue;
		depth += event == CMARK_EVENT_ENTER ? 1 : -1;
		check(depth <= BRIEF_NESTING_MAX);
	}
	cmark_iter_free(iter);
	cmark_node_free(root);
}

static void
check_brief(const struct brief *brief, const char *text, size_t size)
{
	struct letters given = {{0}}, got = {{0}};
	int lines = count_lines(text, size);
	size_t i, end = 0;

	if (brief->title.line)
		check_block(&brief->title, lines, &got);
	check_blocks(brief->preface, brief->preface_count, lines, &got);
	check_comments(brief->comments, brief->comment_count, lines, &got);
	for (i = 0; i < brief->section_count; i++)
		check_section(&brief->sections[i], lines, &end, size, &got);
	if (!may_count_letters(text, size))
		return;
	letters_add(&given, text, size);
	for (i = 0; i < 26; i++) {
		if (got.counts[i] < given.counts[i])
			fprintf(stderr, "lost '%c': %zu of %zu\n",
				(char)('a' + i), got.counts[i],
				given.counts[i]);
		check(got.counts[i] >= given.counts[i]);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data;
	struct diagnostics diags = DIAGNOSTICS_INIT;
	struct brief *brief = brief_parse(text, size, "f", "en", &diags);
	struct buffer out = BUFFER_INIT;

	if (!is_refused(&diags)) {
		check_brief(brief, text, size);
		if (may_count_letters(text, size))
			check_depth(text, size);
	}
	brief_dump(brief, &out);
	buffer_release(&out);
	brief_free(brief);
	diagnostics_release(&diags);
	return 0;
}
