/*
 * From a byte of a text to its place in the file. The parser keeps the place
 * where a block starts; from there the text and the source are walked side by
 * side, and what only the source has (marks of emphasis, targets of links,
 * comments, backslashes, line ends) is stepped over.
 */
#include <string.h>

#include "lectern/utf8.h"
#include "internal.h"

/* How far the source may run ahead of the text. */
#define AHEAD_MAX 4096

struct place_walk {
	const char *source;
	size_t len, at;
};

static void
run_index_lines(struct check_run *run, size_t language)
{
	const struct check_source *source = &run->sources[language];
	const char *at = source->text, *end = at + source->len, *newline;

	vector_push(&run->line_starts[language], (size_t)0);
	while ((newline = memchr(at, '\n', (size_t)(end - at)))) {
		at = newline + 1;
		vector_push(&run->line_starts[language],
			    (size_t)(at - source->text));
	}
}

size_t
run_line_start(struct check_run *run, size_t language, int line)
{
	if (!run->line_starts[language].len)
		run_index_lines(run, language);
	if (line < 1)
		return 0;
	if ((size_t)line > run->line_starts[language].len)
		return run->sources[language].len;
	return run->line_starts[language].items[line - 1];
}

/* Step over what stands in the source only; false where nothing does. */
static bool
place_skip_markup(struct place_walk *walk)
{
	const char *at = walk->source + walk->at, *end;
	size_t left = walk->len - walk->at;

	if (left > 4 && !memcmp(at, "<!--", 4)) {
		for (end = at + 4; left > 7; end++, left--)
			if (!memcmp(end, "-->", 3)) {
				walk->at = (size_t)(end + 3 - walk->source);
				return true;
			}
		return false;
	}
	if (left > 2 && at[0] == ']' && at[1] == '(') {
		end = memchr(at, ')', left);
		if (!end)
			return false;
		walk->at = (size_t)(end + 1 - walk->source);
		return true;
	}
	return false;
}

/* A line end in the source is a space, or nothing, in the text. */
static void
place_skip_line_end(struct place_walk *walk)
{
	while (walk->at < walk->len &&
	       strchr(" \t\r\n>", walk->source[walk->at]))
		walk->at++;
}

/* One character of the text, found from walk->at on. */
static bool
place_step(struct place_walk *walk, const char *text, size_t size)
{
	size_t limit = walk->at + AHEAD_MAX;

	if (limit > walk->len)
		limit = walk->len;
	while (walk->at + size <= limit) {
		if (*text != ']' && place_skip_markup(walk))
			continue;
		if (!memcmp(walk->source + walk->at, text, size)) {
			walk->at += size;
			return true;
		}
		if ((*text == ' ' || *text == '\n') &&
		    strchr("\r\n", walk->source[walk->at])) {
			place_skip_line_end(walk);
			return true;
		}
		walk->at++;
	}
	return false;
}

/* The next character of the text may stand after marks. */
static void
place_settle(struct place_walk *walk, const char *text, size_t size)
{
	size_t was = walk->at;

	if (place_step(walk, text, size))
		walk->at -= size;
	else
		walk->at = was;
}

static bool
place_walk_block(struct place_walk *walk, const struct block *block, size_t to)
{
	size_t at = 0, size;
	uint32_t cp;

	while (at < to) {
		size = utf8_decode(block->text + at, block->len - at, &cp);
		if (!place_step(walk, block->text + at, size))
			return false;
		at += size;
	}
	if (to < block->len) {
		size = utf8_decode(block->text + to, block->len - to, &cp);
		place_settle(walk, block->text + to, size);
	}
	return true;
}

static const struct side_block *
side_block_at(const struct check_side *side, size_t at)
{
	size_t i = side->blocks.len;

	while (i-- > 0)
		if (side->blocks.items[i].start <= at)
			return &side->blocks.items[i];
	return NULL;
}

/* Without a source: as if the block were one line without marks. */
static void
place_guess(const struct side_block *found, size_t at, struct check_where *out)
{
	out->line = found->block->line;
	out->column =
		found->block->column + (int)utf8_count(found->block->text, at);
	out->byte = 0;
	out->is_exact = false;
}

static void
place_from_byte(struct check_run *run, size_t language, size_t byte, int line,
		struct check_where *out)
{
	const struct check_source *source = &run->sources[language];
	size_t start = run_line_start(run, language, line);

	while (run_line_start(run, language, line + 1) <= byte &&
	       run_line_start(run, language, line + 1) < source->len)
		start = run_line_start(run, language, ++line);
	out->line = line;
	out->column = 1 + (int)utf8_count(source->text + start, byte - start);
	out->byte = byte;
	out->is_exact = true;
}

/* The byte of a column that counts characters. */
static size_t
place_column_byte(struct check_run *run, size_t language, int line, int column)
{
	const struct check_source *source = &run->sources[language];
	size_t at = run_line_start(run, language, line);
	uint32_t cp;

	while (--column > 0 && at < source->len && source->text[at] != '\n')
		at += utf8_decode(source->text + at, source->len - at, &cp);
	return at;
}

void
place_of_byte(struct check_run *run, const struct check_side *side, size_t at,
	      struct check_where *out)
{
	const struct side_block *found = side_block_at(side, at);
	const struct check_source *source;
	struct place_walk walk;

	*out = (struct check_where){.line = 0};
	if (!found) {
		if (side->first)
			*out = (struct check_where){side->first->line,
						    side->first->column, 0,
						    false};
		return;
	}
	at -= found->start;
	if (at > found->block->len)
		at = found->block->len;
	if (!run->sources || !run->sources[side->language].text) {
		place_guess(found, at, out);
		return;
	}
	source = &run->sources[side->language];
	walk = (struct place_walk){source->text, source->len,
				   place_column_byte(run, side->language,
						     found->block->line,
						     found->block->column)};
	if (place_walk_block(&walk, found->block, at))
		place_from_byte(run, side->language, walk.at,
				found->block->line, out);
	else
		place_guess(found, at, out);
}
