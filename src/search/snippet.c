/* A line of a text around its first match. */
#include <string.h>

#include "lectern/buffer.h"
#include "lectern/utf8.h"
#include "search_local.h"

/* Characters before the first match, and in all. */
#define SNIPPET_BEFORE 40
#define SNIPPET_WHOLE  160
#define SNIPPET_DOTS   "\u2026"

static size_t
snippet_back(const char *text, size_t from, size_t characters)
{
	while (from && characters--)
		do
			from--;
		while (from && ((unsigned char)text[from] & 0xc0) == 0x80);
	return from;
}

static size_t
snippet_forward(const char *text, size_t from, size_t characters)
{
	while (text[from] && characters--)
		do
			from++;
		while (((unsigned char)text[from] & 0xc0) == 0x80);
	return from;
}

static bool
snippet_is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static size_t
snippet_start(const char *text, size_t match)
{
	size_t start = snippet_back(text, match, SNIPPET_BEFORE), at = start;

	if (!start)
		return 0;
	while (at < match && !snippet_is_space(text[at]))
		at++;
	/* A script without spaces is cut anywhere. */
	return at < match ? at + 1 : start;
}

static size_t
snippet_end(const char *text, size_t start, size_t match_end)
{
	size_t end = snippet_forward(text, start, SNIPPET_WHOLE), at;

	if (!text[end])
		return end;
	if (end < match_end)
		return snippet_forward(text, match_end, 0);
	for (at = end; at > match_end && !snippet_is_space(text[at]);)
		at--;
	return at > match_end ? at : end;
}

static void
snippet_copy(const char *text, size_t start, size_t end, struct buffer *out)
{
	size_t i;

	for (i = start; i < end; i++)
		buffer_append_byte(out,
				   snippet_is_space(text[i]) ? ' ' : text[i]);
}

/* Spans of the text as spans of the snippet; what is beyond its end is cut. */
static void
snippet_spans(const struct search_span *spans, size_t count, size_t start,
	      size_t end, size_t shift, struct search_result *result,
	      struct arena *arena)
{
	struct search_span *moved =
		arena_alloc(arena, count + 1, sizeof *moved);
	size_t i;

	result->span_count = 0;
	for (i = 0; i < count && spans[i].start < end; i++) {
		moved[i].start = spans[i].start - start + shift;
		moved[i].end = (spans[i].end < end ? spans[i].end : end) -
			       start + shift;
		result->span_count++;
	}
	result->spans = moved;
}

void
snippet_make(const char *text, const struct search_span *spans,
	     size_t span_count, struct search_result *result,
	     struct arena *arena)
{
	struct buffer out = BUFFER_INIT;
	size_t start = 0, end;

	if (span_count)
		start = snippet_start(text, spans[0].start);
	end = snippet_end(text, start, span_count ? spans[0].end : start);
	if (start)
		buffer_append_string(&out, SNIPPET_DOTS);
	snippet_copy(text, start, end, &out);
	if (text[end])
		buffer_append_string(&out, SNIPPET_DOTS);
	snippet_spans(spans, span_count, start, end,
		      start ? strlen(SNIPPET_DOTS) : 0, result, arena);
	result->snippet = arena_strndup(arena, out.data, out.len);
	buffer_release(&out);
}
