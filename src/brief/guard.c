/*
 * One walk over the lines before cmark sees them. It keeps the stack of block
 * quotes and list items that CommonMark would have open, never a smaller one,
 * so that nesting can be refused before it costs anything: cmark 0.30 takes
 * time in proportion to depth for every blank line. A lazy line keeps the
 * whole stack, as it may keep the paragraph at its bottom open.
 *
 * The other costs that grow faster than the text are inline marks that pair
 * up. A paragraph with more of them than any writer needs is passed to cmark
 * with its marks hidden, and comes out as the plain text it is.
 */
#include <string.h>

#include "guard.h"

#define GUARD_MARKS_MAX	   2048	  /* in one paragraph */
#define GUARD_MARKS_TOTAL  200000 /* in one text */
#define GUARD_LINES_MAX	   200000
#define GUARD_BLOCKS_MAX   65536
#define GUARD_UNCLOSED_MAX 256
#define GUARD_LABEL_MAX	   1000 /* CommonMark: a link label */

char
guard_restore(unsigned char byte)
{
	switch (byte) {
	case GUARD_STAR:
		return '*';
	case GUARD_UNDERLINE:
		return '_';
	case GUARD_BACKTICK:
		return '`';
	case GUARD_OPEN:
		return '[';
	case GUARD_CLOSE:
		return ']';
	case GUARD_LESS:
		return '<';
	case GUARD_AND:
		return '&';
	case GUARD_BACKSLASH:
		return '\\';
	case GUARD_ROW:
		return '|';
	case GUARD_LETTER:
		return '(';
	case GUARD_ATTRIBUTE:
		return '{';
	case GUARD_BANG:
		return '!';
	case GUARD_COLON:
		return ':';
	default:
		return (char)byte;
	}
}

static unsigned char
guard_stand_in(char mark)
{
	switch (mark) {
	case '*':
		return GUARD_STAR;
	case '_':
		return GUARD_UNDERLINE;
	case '`':
		return GUARD_BACKTICK;
	case '[':
		return GUARD_OPEN;
	case ']':
		return GUARD_CLOSE;
	case '<':
		return GUARD_LESS;
	case '&':
		return GUARD_AND;
	case '\\':
		return GUARD_BACKSLASH;
	case '!':
		return GUARD_BANG;
	default:
		return 0;
	}
}

static void
guard_hide(struct guard *guard, size_t from, size_t to)
{
	unsigned char byte;

	for (; from < to; from++) {
		byte = guard_stand_in(guard->out[from]);
		if (byte)
			guard->out[from] = (char)byte;
	}
}

/* ---- what stands at the start or the end of a line ---- */

/* "(a)", "(iv)", "(12)" and a space: is it a marker? */
static bool
guard_is_letter(const char *text, size_t len)
{
	size_t at = 1, size, count = 0;
	bool digits = true, romans = true;
	uint32_t cp;

	for (; at < len && text[at] != ')'; at += size, count++) {
		size = section_next_char(text + at, len - at, &cp);
		digits = digits && section_digit(cp) >= 0;
		romans = romans && (cp == 'i' || cp == 'v' || cp == 'x');
		if (count == 4 || (cp < 0x80 && section_digit(cp) < 0 &&
				   !(cp >= 'a' && cp <= 'z')))
			return false;
	}
	if (!count || at + 1 >= len ||
	    (text[at + 1] != ' ' && text[at + 1] != '\t'))
		return false;
	return count == 1 || romans || (digits && count < 3);
}

/* A link definition would vanish from the text: its colon is hidden. */
static void
guard_definition(struct guard *guard, size_t at)
{
	const char *text = guard->src->text;
	size_t most = at + GUARD_LABEL_MAX;

	if (most > guard->src->len)
		most = guard->src->len;
	for (at++; at < most && text[at] != ']' && text[at] != '['; at++) {
		if (text[at] == '\\')
			at++;
	}
	if (at + 1 < most && text[at] == ']' && text[at + 1] == ':')
		guard->out[at + 1] = (char)GUARD_COLON;
}

static void
guard_line_start(struct guard *guard, size_t at, size_t end)
{
	const char *text = guard->src->text;

	if (at == end)
		return;
	if (text[at] == '|') {
		guard_hide(guard, at, end);
		guard->out[at] = (char)GUARD_ROW;
	} else if (text[at] == '[') {
		guard_definition(guard, at);
	} else if (text[at] == '(' && guard_is_letter(text + at, end - at)) {
		guard->out[at] = (char)GUARD_LETTER;
	}
}

static void
guard_line_end(struct guard *guard)
{
	size_t start, end;

	if (!labels_find(guard->src, guard->line, &start, &end))
		return;
	guard_hide(guard, start, end);
	guard->out[start] = (char)GUARD_ATTRIBUTE;
}

/* ---- marks ---- */

/* At the first line of a run of lines: how much is in it? Raw HTML that is
 * never closed must not make cmark look for its end again and again. */
static void
guard_survey(struct guard *guard, size_t at)
{
	const char *text = guard->src->text;
	int line = guard->line;
	size_t marks = 0, end;

	guard->last_comment = guard->last_query = 0;
	guard->last_cdata = guard->last_angle = 0;
	for (; line <= source_line_count(guard->src); line++) {
		if (source_is_blank(guard->src, line))
			break;
		end = source_line_end(guard->src, line);
		for (at = source_line_start(guard->src, line); at < end; at++) {
			marks += guard_stand_in(text[at]) != 0;
			if (text[at] != '>')
				continue;
			guard->last_angle = at;
			if (at >= 2 && !memcmp(text + at - 2, "--", 2))
				guard->last_comment = at;
			if (at >= 2 && !memcmp(text + at - 2, "]]", 2))
				guard->last_cdata = at;
			if (at >= 1 && text[at - 1] == '?')
				guard->last_query = at;
		}
	}
	guard->marks += marks;
	guard->hide_marks =
		marks > GUARD_MARKS_MAX || guard->marks > GUARD_MARKS_TOTAL;
	if (!guard->hide_marks || guard->told_marks)
		return;
	guard->told_marks = true;
	brief_report(guard->rep, SEVERITY_WARNING, guard->line, 1,
		     "too-many-marks",
		     _("There are too many marks such as * and [ without a "
		       "blank line between; from here they are shown as they "
		       "stand. Part the text with blank lines."));
}

static bool
guard_is_unclosed(const struct guard *guard, size_t at, size_t end)
{
	const char *text = guard->src->text;

	if (end - at >= 4 && !memcmp(text + at, "<!--", 4))
		return guard->last_comment <= at;
	if (end - at >= 3 && !memcmp(text + at, "<![", 3))
		return guard->last_cdata <= at;
	if (end - at >= 2 && text[at + 1] == '?')
		return guard->last_query <= at;
	return guard->last_angle <= at;
}

/* The first mark of a line may open a block: a fence, raw HTML. It is left
 * alone, unless there are more of them than a text can need. */
static size_t
guard_skip_opener(struct guard *guard, size_t at, size_t end)
{
	if (at < end && guard->out[at] == '<' &&
	    guard->unclosed < GUARD_UNCLOSED_MAX) {
		guard->unclosed += guard_is_unclosed(guard, at, end);
		return at + 1;
	}
	while (at < end && guard->out[at] == '`')
		at++;
	return at;
}

static void
guard_line_marks(struct guard *guard, size_t at, size_t end)
{
	at = guard_skip_opener(guard, at, end);
	if (guard->hide_marks) {
		guard_hide(guard, at, end);
		return;
	}
	for (; at < end; at++) {
		if (guard->out[at] == '<' && guard_is_unclosed(guard, at, end))
			guard->out[at] = (char)GUARD_LESS;
	}
}

/* ---- lines ---- */

static bool
guard_line(struct guard *guard)
{
	size_t start = source_line_start(guard->src, guard->line);
	struct guard_place place = {
		start, source_line_end(guard->src, guard->line), 0};

	if (source_is_blank(guard->src, guard->line)) {
		guard->after_blank = true;
		return true;
	}
	if (guard->after_blank) {
		guard->blocks++;
		guard_survey(guard, start);
	}
	if (!guard_open_containers(guard, &place))
		return false;
	guard->after_blank = false;
	while (place.at < place.end &&
	       (guard->out[place.at] == ' ' || guard->out[place.at] == '\t'))
		place.at++;
	if (guard_is_rule(guard, place))
		return true;
	guard_line_marks(guard, place.at, place.end);
	guard_line_start(guard, place.at, place.end);
	guard_line_end(guard);
	return true;
}

static bool
guard_refuse(struct guard *guard)
{
	brief_report(guard->rep, SEVERITY_ERROR, guard->line, 1,
		     "too-many-points",
		     _("This text has more lines and paragraphs than a brief "
		       "can have, so it was not read. A meeting has at most "
		       "%d points; part it into several."),
		     BRIEF_POINTS_MAX);
	return false;
}

bool
guard_text(struct source *src, int first_line, struct reporter *rep)
{
	struct guard guard = {.src = src, .rep = rep, .after_blank = true};
	int last = source_line_count(src);

	guard.line = GUARD_LINES_MAX;
	if (last > GUARD_LINES_MAX)
		return guard_refuse(&guard);
	buffer_append(&src->guard, src->text, src->len);
	guard.out = src->guard.data;
	for (guard.line = first_line; guard.line <= last; guard.line++) {
		if (!guard_line(&guard))
			return false;
		if (guard.blocks > GUARD_BLOCKS_MAX)
			return guard_refuse(&guard);
	}
	return true;
}
