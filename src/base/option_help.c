#include <limits.h>
#include <string.h>

#include "lectern/option.h"
#include "lectern/utf8.h"
#include "lectern/words.h"

#define OPTION_WIDTH	79
#define OPTION_NAME_MAX 30 /* a longer name has its help on the next line */

static size_t
option_width(const struct buffer *text)
{
	return utf8_count(text->data, text->len);
}

/* "-l, --languages=LANGS" */
static void
option_format_name(const struct option_row *row, struct buffer *out)
{
	const char *argument = row->argument;

	if (!argument && row->type == OPTION_CHOICE)
		argument = row->choices;
	if (row->letter)
		buffer_printf(out, "  -%c, ", row->letter);
	else
		buffer_append_string(out, "      ");
	buffer_printf(out, "--%s", row->name);
	if (row->type != OPTION_FLAG && argument)
		buffer_printf(out, "=%s", argument);
}

/* The column at which all help begins. */
static size_t
option_help_column(const struct option_row *table)
{
	struct buffer name = BUFFER_INIT;
	size_t column = 0, width;

	for (; table->name; table++) {
		buffer_reset(&name);
		option_format_name(table, &name);
		width = option_width(&name) + 2;
		if (width <= OPTION_NAME_MAX && width > column)
			column = width;
	}
	buffer_release(&name);
	return column;
}

/* The help, and what the row itself knows: range and default. */
static void
option_describe(const struct option_row *row, struct buffer *out)
{
	bool is_ranged = row->type == OPTION_NUMBER && row->max < LONG_MAX;

	buffer_append_string(out, gettext(row->help));
	if (is_ranged && row->fallback)
		buffer_printf(out, _(" (%ld to %ld; default %s)"), row->min,
			      row->max, row->fallback);
	else if (is_ranged)
		buffer_printf(out, _(" (%ld to %ld)"), row->min, row->max);
	else if (row->fallback && row->type != OPTION_FLAG)
		buffer_printf(out, _(" (default %s)"), row->fallback);
}

static void
option_indent(struct buffer *out, size_t width)
{
	while (width--)
		buffer_append_byte(out, ' ');
}

/* Words of 'text' from column 'column' on, where the cursor already is. */
static void
option_wrap(const char *text, size_t column, struct buffer *out)
{
	size_t at = column, len, width;

	while (*text) {
		len = strcspn(text, " ");
		width = utf8_count(text, len);
		if (at > column && at + 1 + width > OPTION_WIDTH) {
			buffer_append_byte(out, '\n');
			option_indent(out, column);
			at = column;
		} else if (at > column) {
			buffer_append_byte(out, ' ');
			at++;
		}
		buffer_append(out, text, len);
		at += width;
		text += len;
		text += strspn(text, " ");
	}
	buffer_append_byte(out, '\n');
}

void
option_format_help(const struct option_row *table, struct buffer *out)
{
	struct buffer name = BUFFER_INIT, help = BUFFER_INIT;
	size_t column = option_help_column(table), width;

	for (; table->name; table++) {
		buffer_reset(&name);
		buffer_reset(&help);
		option_format_name(table, &name);
		option_describe(table, &help);
		width = option_width(&name);
		buffer_append(out, name.data, name.len);
		if (width + 2 > column) {
			buffer_append_byte(out, '\n');
			width = 0;
		}
		option_indent(out, column - width);
		option_wrap(help.data, column, out);
	}
	buffer_release(&name);
	buffer_release(&help);
}
