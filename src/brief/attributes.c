/*
 * Attribute blocks: {#id .class key=value key="value"}. They are found and
 * read in the source, not in what cmark makes of it, so that columns are
 * exact and a '*' in a value is a '*'.
 */
#include <string.h>

#include "internal.h"

/* Reading one block: a cursor over one line of the source. */
struct label_reader {
	struct parse *parse;
	int line;
	size_t at, end; /* bytes of the source */
	struct labels *labels;
	VECTOR(struct attribute) list;
	enum labels_of of;
};

/* ---- finding ---- */

static bool
labels_is_name_byte(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
	       (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' ||
	       (unsigned char)byte >= 0x80;
}

/* Does what follows a '{' look meant as attributes? */
static bool
labels_is_attempt(const char *text, size_t at, size_t end)
{
	while (at < end && text[at] == ' ')
		at++;
	if (at < end && (text[at] == '#' || text[at] == '.'))
		return true;
	if (at == end || !labels_is_name_byte(text[at]))
		return false;
	while (at < end && labels_is_name_byte(text[at]))
		at++;
	return at < end && text[at] == '=';
}

static size_t
labels_trim(const char *text, size_t start, size_t end)
{
	while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t'))
		end--;
	return end;
}

/* A heading may be closed by number signs after a space. */
static size_t
labels_skip_closing(const char *text, size_t start, size_t end)
{
	size_t at = end;

	while (at > start && text[at - 1] == '#')
		at--;
	if (at == end || at == start ||
	    (text[at - 1] != ' ' && text[at - 1] != '\t'))
		return end;
	return labels_trim(text, start, at);
}

bool
labels_find(const struct source *src, int line, size_t *start, size_t *end)
{
	const char *text = src->text;
	size_t first = source_line_start(src, line), at, escapes = 0;

	*end = labels_trim(text, first, source_line_end(src, line));
	*end = labels_skip_closing(text, first, *end);
	if (*end == first || text[*end - 1] != '}')
		return false;
	for (at = *end - 1; at > first && text[at - 1] != '{'; at--)
		;
	if (at == first)
		return false;
	*start = at - 1;
	while (*start - escapes > first && text[*start - escapes - 1] == '\\')
		escapes++;
	return escapes % 2 == 0 && labels_is_attempt(text, at, *end - 1);
}

/* A block that was begun and not closed on its line: where its '{' stands. */
static bool
labels_find_open(const struct source *src, int line, size_t *start)
{
	const char *text = src->text;
	size_t first = source_line_start(src, line);
	size_t end = source_line_end(src, line), at = end;

	while (at > first && text[at - 1] != '{' && text[at - 1] != '}')
		at--;
	*start = at - 1;
	if (at < first + 2 || text[at - 1] != '{' || text[at - 2] != ' ')
		return false;
	return end - at > 1 && (text[at] == '#' || text[at] == '.') &&
	       labels_is_name_byte(text[at + 1]);
}

/* ---- reading ---- */

#define labels_tell(reader, byte, severity, ...)                               \
	brief_report((reader)->parse->rep, (severity), (reader)->line,         \
		     labels_column((reader), (byte)), __VA_ARGS__)

static int
labels_column(const struct label_reader *reader, size_t byte)
{
	struct source *src = reader->parse->src;

	return source_column(src, reader->line,
			     byte - source_line_start(src, reader->line));
}

static char *
labels_copy(struct label_reader *reader, size_t from, size_t to)
{
	return arena_strndup(reader->parse->arena,
			     reader->parse->src->text + from, to - from);
}

static void
labels_push(struct label_reader *reader, const char *key, const char *value,
	    size_t byte)
{
	struct attribute attribute = {key, value, reader->line,
				      labels_column(reader, byte)};

	vector_push(&reader->list, attribute);
}

/* The end of a run that a space or the closing brace ends. */
static size_t
labels_run_end(const struct label_reader *reader)
{
	size_t at = reader->at;
	const char *text = reader->parse->src->text;

	while (at < reader->end && text[at] != ' ' && text[at] != '\t')
		at++;
	return at;
}

static bool
labels_fail(struct label_reader *reader, size_t byte, const char *what)
{
	labels_tell(reader, byte, SEVERITY_ERROR, "attribute-syntax", "%s",
		    what);
	return false;
}

static bool
labels_read_mark(struct label_reader *reader, char mark)
{
	size_t from = ++reader->at, at = from;
	const char *text = reader->parse->src->text;

	reader->at = labels_run_end(reader);
	while (at < reader->at &&
	       (labels_is_name_byte(text[at]) || text[at] == '.'))
		at++;
	if (at < reader->at || at == from || (mark == '.' && text[from] == '.'))
		return labels_fail(
			reader, from - 1,
			mark == '#' ? _("An id is letters, digits, '.', '-' "
					"and '_' after '#', as in {#israel}. "
					"The attribute block is shown as text.")
				    : _("A role is a name after '.', as in "
					"{.background}. The attribute block "
					"is shown as text."));
	labels_push(reader, mark == '#' ? "#" : ".",
		    labels_copy(reader, from, reader->at), from - 1);
	return true;
}

/* Typographic quotation marks do not quote here; say so. */
static bool
labels_is_curly(const char *text, size_t len)
{
	uint32_t cp;

	if (!len)
		return false;
	utf8_decode(text, len, &cp);
	return cp == 0x201c || cp == 0x201d || cp == 0x201e || cp == 0xab ||
	       cp == 0xbb || cp == 0x2018 || cp == 0x2019 || cp == '\'';
}

static bool
labels_read_value(struct label_reader *reader, size_t *from, size_t *to)
{
	const char *text = reader->parse->src->text;
	const char *quote;

	if (labels_is_curly(text + reader->at, reader->end - reader->at))
		return labels_fail(reader, reader->at,
				   _("Quote a value with straight double "
				     "quotes, as in {to=\"Israel\"}. The "
				     "attribute block is shown as text."));
	*from = reader->at;
	if (reader->at < reader->end && text[reader->at] == '"') {
		++*from;
		quote = memchr(text + *from, '"', reader->end - *from);
		if (!quote)
			return labels_fail(reader, reader->at,
					   _("This quotation mark is not "
					     "closed. The attribute block is "
					     "shown as text."));
		*to = (size_t)(quote - text);
		reader->at = *to + 1;
		return true;
	}
	*to = reader->at = labels_run_end(reader);
	return true;
}

static bool
labels_read_pair(struct label_reader *reader)
{
	const char *text = reader->parse->src->text;
	size_t key = reader->at, end = key, from = 0, to = 0;

	while (end < reader->end && labels_is_name_byte(text[end]))
		end++;
	if (end == key || end == reader->end || text[end] != '=')
		return labels_fail(reader, key,
				   _("Attributes are written {#id .role "
				     "key=value key=\"value\"}. The attribute "
				     "block is shown as text."));
	reader->at = end + 1;
	if (!labels_read_value(reader, &from, &to))
		return false;
	if (reader->at < reader->end && text[reader->at] != ' ' &&
	    text[reader->at] != '\t')
		return labels_fail(reader, reader->at,
				   _("A space is missing here. The attribute "
				     "block is shown as text."));
	labels_push(reader, labels_copy(reader, key, end),
		    labels_copy(reader, from, to), key);
	return true;
}

static bool
labels_read_all(struct label_reader *reader)
{
	const char *text = reader->parse->src->text;

	for (;;) {
		while (reader->at < reader->end &&
		       (text[reader->at] == ' ' || text[reader->at] == '\t'))
			reader->at++;
		if (reader->at == reader->end)
			return true;
		if (text[reader->at] == '#' || text[reader->at] == '.') {
			if (!labels_read_mark(reader, text[reader->at]))
				return false;
		} else if (!labels_read_pair(reader)) {
			return false;
		}
	}
}

/* ---- meaning ---- */

#define labels_warn(reader, attribute, ...)                                    \
	brief_report((reader)->parse->rep, SEVERITY_WARNING,                   \
		     (attribute)->line, (attribute)->column, __VA_ARGS__)

static void
labels_apply_role(struct label_reader *reader, const struct attribute *one)
{
	struct labels *labels = reader->labels;
	enum role role;

	if (!role_from_name(one->value, strlen(one->value), &role)) {
		labels_warn(reader, one, "unknown-role",
			    _("\"%s\" is no role. The roles are say, "
			      "if-raised, if-pressed, background and avoid."),
			    one->value);
	} else if (labels->has_role && labels->role != role) {
		labels_warn(reader, one, "repeated-attribute",
			    _("A role was given already, and that is used. "
			      "Remove one of the two."));
	} else {
		labels->role = role;
		labels->has_role = true;
	}
}

static void
labels_apply_priority(struct label_reader *reader, const struct attribute *one)
{
	if (one->value[0] >= '1' && one->value[0] <= '3' && !one->value[1])
		reader->labels->priority = one->value[0] - '0';
	else
		labels_warn(reader, one, "bad-priority",
			    _("A priority is 1 (first), 2 or 3."));
}

static bool
labels_is_repeated(const struct label_reader *reader, size_t i)
{
	size_t j;

	for (j = 0; j < i; j++) {
		if (!strcmp(reader->list.items[j].key,
			    reader->list.items[i].key))
			return true;
	}
	return false;
}

static void
labels_apply_key(struct label_reader *reader, const struct attribute *one)
{
	struct labels *labels = reader->labels;
	bool is_point = reader->of == LABELS_POINT;

	if (!strcmp(one->key, "#"))
		labels->id = one->value;
	else if (!strcmp(one->key, "to"))
		labels->to = one->value;
	else if (!strcmp(one->key, "was"))
		labels->was = one->value;
	else if (!strcmp(one->key, "for") && is_point)
		labels->answers = one->value;
	else if (!strcmp(one->key, "priority") && is_point)
		labels_apply_priority(reader, one);
	else if (!strcmp(one->key, "for") || !strcmp(one->key, "priority"))
		labels_warn(reader, one, "attribute-unused",
			    _("\"%s\" belongs to a point, not to a section; "
			      "put it at the end of the point's first "
			      "paragraph."),
			    one->key);
	else
		labels_warn(reader, one, "unknown-attribute",
			    _("\"%s\" is not an attribute this program knows. "
			      "The keys are to, priority, was and for."),
			    one->key);
}

static void
labels_apply(struct label_reader *reader)
{
	const struct attribute *one;
	size_t i;

	for (i = 0; i < reader->list.len; i++) {
		one = &reader->list.items[i];
		if (reader->of == LABELS_NOTHING)
			labels_warn(reader, one, "attribute-unused",
				    _("Attributes belong to a section's "
				      "heading (##) or to the end of a "
				      "point's first paragraph; here they "
				      "are shown as text."));
		else if (!strcmp(one->key, "."))
			labels_apply_role(reader, one);
		else if (labels_is_repeated(reader, i))
			labels_warn(reader, one, "repeated-attribute",
				    _("\"%s\" was given already, and that is "
				      "used. Remove one of the two."),
				    one->key);
		else
			labels_apply_key(reader, one);
		if (reader->of == LABELS_NOTHING)
			break;
	}
}

/* ---- taking ---- */

/* The line of the block in question: the last that has one. */
static bool
labels_locate(const struct parse *parse, int first_line, int last_line,
	      struct label_reader *reader)
{
	size_t start, end;
	int line;

	for (line = last_line; line >= first_line; line--) {
		if (!labels_find(parse->src, line, &start, &end))
			continue;
		reader->line = line;
		reader->at = start;
		reader->end = end;
		return true;
	}
	return false;
}

/* A role that a slip of the pen would lose without a word. */
static void
labels_tell_open(struct label_reader *reader, int first_line, int last_line)
{
	size_t start;
	int line;

	for (line = first_line; line <= last_line; line++) {
		if (!labels_find_open(reader->parse->src, line, &start))
			continue;
		reader->line = line;
		labels_tell(reader, start, SEVERITY_WARNING,
			    "attribute-unclosed",
			    _("This attribute block is not closed, so it is "
			      "shown as text and has no effect. End it "
			      "with \"}\"."));
	}
}

/* Does the text end with the block that its mark points at? */
static bool
labels_is_last(const struct block_sink *sink, size_t len)
{
	const struct block *block;

	if (sink->mark.block + 1 != sink->blocks.len)
		return false;
	block = vector_last(&sink->blocks);
	return sink->mark.at + len == block->len;
}

static void
labels_cut(struct block_sink *sink)
{
	struct block *block = vector_last(&sink->blocks);
	char *text = (char *)block->text; /* the arena's, and ours so far */
	struct span *spans = (struct span *)block->spans;
	size_t len = sink->mark.at, i, kept = 0;

	while (len && (text[len - 1] == ' ' || text[len - 1] == '\n'))
		len--;
	text[len] = '\0';
	block->len = len;
	for (i = 0; i < block->span_count; i++) {
		if (spans[i].end > len)
			spans[i].end = len;
		if (spans[i].start < spans[i].end)
			spans[kept++] = spans[i];
	}
	block->span_count = kept;
}

void
labels_take(struct parse *parse, struct block_sink *sink, int first_line,
	    int last_line, enum labels_of of, struct labels *out)
{
	struct label_reader reader = {
		.parse = parse, .labels = out, .list = VECTOR_INIT, .of = of};
	size_t start;

	memset(out, 0, sizeof *out);
	out->id = out->to = out->was = out->answers = "";
	if (!sink->mark.found ||
	    !labels_locate(parse, first_line, last_line, &reader)) {
		if (of != LABELS_NOTHING)
			labels_tell_open(&reader, first_line, last_line);
		return;
	}
	start = reader.at++;
	if (of == LABELS_MISPLACED ||
	    !labels_is_last(sink, reader.end - start)) {
		labels_tell(&reader, start, SEVERITY_WARNING,
			    "attribute-misplaced",
			    _("An attribute block counts at the end of a "
			      "heading or of a point's first paragraph only; "
			      "here it is shown as text."));
		return;
	}
	reader.end--;
	if (labels_read_all(&reader)) {
		if (of != LABELS_NOTHING)
			labels_cut(sink);
		labels_apply(&reader);
		out->attributes =
			arena_copy(parse->arena, reader.list.items,
				   reader.list.len, sizeof *reader.list.items);
		out->attribute_count = reader.list.len;
	}
	vector_release(&reader.list);
}
