/* Block quotes and list items, as CommonMark opens and continues them. */
#include "guard.h"

static int
guard_indent(const struct guard *guard, struct guard_place place)
{
	int from = place.column;

	for (; place.at < place.end; place.at++) {
		if (guard->out[place.at] == ' ')
			place.column++;
		else if (guard->out[place.at] == '\t')
			place.column += 4 - place.column % 4;
		else
			break;
	}
	return place.column - from;
}

/* Skip white space of up to 'columns' columns; a tab may be left half used,
 * which the column remembers. */
static void
guard_advance(const struct guard *guard, struct guard_place *place, int columns)
{
	int width;

	while (columns > 0 && place->at < place->end) {
		width = 1;
		if (guard->out[place->at] == '\t')
			width = 4 - place->column % 4;
		else if (guard->out[place->at] != ' ')
			return;
		if (width > columns) {
			place->column += columns;
			return;
		}
		place->at++;
		place->column += width;
		columns -= width;
	}
}

static char
guard_peek(const struct guard *guard, const struct guard_place *place,
	   size_t ahead)
{
	size_t at = place->at + ahead;

	return at < place->end ? guard->out[at] : '\n';
}

static bool
guard_take_quote(const struct guard *guard, struct guard_place *place)
{
	struct guard_place next = *place;

	if (guard_indent(guard, next) > 3)
		return false;
	guard_advance(guard, &next, 3);
	if (guard_peek(guard, &next, 0) != '>')
		return false;
	next.at++;
	next.column++;
	guard_advance(guard, &next, 1);
	*place = next;
	return true;
}

bool
guard_is_rule(const struct guard *guard, struct guard_place place)
{
	int count = 0;
	char mark, byte;

	guard_advance(guard, &place, 3);
	mark = guard_peek(guard, &place, 0);
	if (mark != '*' && mark != '-' && mark != '_')
		return false;
	for (; place.at < place.end; place.at++) {
		byte = guard->out[place.at];
		if (byte == mark)
			count++;
		else if (byte != ' ' && byte != '\t')
			return false;
	}
	return count >= 3;
}

/* Bytes of the list marker here, or 0. */
static size_t
guard_marker_length(const struct guard *guard, const struct guard_place *place)
{
	size_t digits = 0;
	char byte = guard_peek(guard, place, 0);

	if (byte == '*' || byte == '-' || byte == '+') {
		byte = guard_peek(guard, place, 1);
		return byte == ' ' || byte == '\t' || byte == '\n';
	}
	while (byte >= '0' && byte <= '9' && digits < 10)
		byte = guard_peek(guard, place, ++digits);
	if (!digits || digits > 9 || (byte != '.' && byte != ')'))
		return 0;
	byte = guard_peek(guard, place, digits + 1);
	return byte == ' ' || byte == '\t' || byte == '\n' ? digits + 1 : 0;
}

static bool
guard_take_item(const struct guard *guard, struct guard_place *place,
		int *width)
{
	int indent = guard_indent(guard, *place), padding;
	struct guard_place next = *place;
	size_t marker;

	if (indent > 3 || guard_is_rule(guard, next))
		return false;
	guard_advance(guard, &next, 3);
	marker = guard_marker_length(guard, &next);
	if (!marker)
		return false;
	next.at += marker;
	next.column += (int)marker;
	padding = guard_indent(guard, next);
	if (padding < 1 || padding > 4 || guard_peek(guard, &next, 0) == '\n')
		padding = 1;
	guard_advance(guard, &next, padding);
	*width = indent + (int)marker + padding;
	*place = next;
	return true;
}

/* How many of the open containers this line continues. */
static int
guard_match(const struct guard *guard, struct guard_place *place)
{
	int i;

	for (i = 0; i < guard->depth; i++) {
		if (guard->stack[i].is_quote) {
			if (!guard_take_quote(guard, place))
				break;
		} else if (guard_indent(guard, *place) >=
			   guard->stack[i].width) {
			guard_advance(guard, place, guard->stack[i].width);
		} else {
			break;
		}
	}
	return i;
}

static bool
guard_push(struct guard *guard, bool is_quote, int width)
{
	if (guard->depth == BRIEF_NESTING_MAX) {
		brief_report(guard->rep, SEVERITY_ERROR, guard->line, 1,
			     "nested-too-deep",
			     _("Lists and quotes are nested more than %d deep "
			       "here, so this text was not read. Make it "
			       "flatter."),
			     BRIEF_NESTING_MAX);
		return false;
	}
	guard->stack[guard->depth].is_quote = is_quote;
	guard->stack[guard->depth++].width = width;
	return true;
}

bool
guard_open_containers(struct guard *guard, struct guard_place *place)
{
	int matched = guard_match(guard, place), width = 0;
	bool is_quote;

	if (guard->after_blank)
		guard->depth = matched;
	for (;;) {
		is_quote = guard_take_quote(guard, place);
		if (!is_quote && !guard_take_item(guard, place, &width))
			return true;
		if (guard->depth > matched)
			guard->depth = matched;
		if (!guard_push(guard, is_quote, width))
			return false;
		matched++;
		guard->blocks++;
	}
}
