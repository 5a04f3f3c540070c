#include <stdlib.h>
#include <string.h>

#include "lectern/config.h"
#include "lectern/memory.h"
#include "lectern/nearest.h"
#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/utf8.h"
#include "lectern/words.h"

/* Where a line's findings go. */
struct config_line {
	struct config *config;
	const char *file;
	int number;
};

/* A stretch of a line. */
struct config_part {
	const char *start, *end;
};

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\r';
}

static void
config_trim(struct config_part *part)
{
	while (part->start < part->end && is_blank(*part->start))
		part->start++;
	while (part->end > part->start && is_blank(part->end[-1]))
		part->end--;
}

/* The next word; the part then begins behind it. */
static char *
config_take_word(struct config *config, struct config_part *part)
{
	const char *start;

	config_trim(part);
	start = part->start;
	while (part->start < part->end && !is_blank(*part->start))
		part->start++;
	return arena_strndup(&config->arena, start,
			     (size_t)(part->start - start));
}

static void
config_complain(const struct config_line *line, const char *rule,
		const char *message)
{
	diagnostics_add(&line->config->diags, SEVERITY_WARNING, line->file,
			line->number, 0, rule, "%s", message);
}

static void
config_refuse_name(const struct config_line *line, const char *name)
{
	const struct option_row *row;
	struct buffer message = BUFFER_INIT;
	struct nearest nearest;

	nearest_init(&nearest, name);
	for (row = config_options; row->name; row++)
		nearest_add(&nearest, row->name);
	if (nearest.count)
		buffer_printf(&message,
			      _("There is no setting \"%s\"; the nearest is "
				"\"%s\"."),
			      name, nearest.names[0].name);
	else
		buffer_printf(&message,
			      _("There is no setting \"%s\"; the manual lists "
				"those there are."),
			      name);
	config_complain(line, "config-name", message.data);
	nearest_release(&nearest);
	buffer_release(&message);
}

static void
config_refuse_value(const struct config_line *line,
		    const struct option_row *row, const char *value)
{
	struct buffer message = BUFFER_INIT;

	if (row->type == OPTION_NUMBER)
		buffer_printf(&message,
			      _("\"%s\" takes a whole number from %ld to %ld, "
				"not \"%s\"."),
			      row->name, row->min, row->max, value);
	else
		buffer_printf(
			&message, _("\"%s\" takes one of %s, not \"%s\"."),
			row->name,
			row->type == OPTION_FLAG ? "yes|no" : row->choices,
			value);
	config_complain(line, "config-value", message.data);
	buffer_release(&message);
}

static const struct option_row *
config_find_row(const char *name)
{
	const struct option_row *row;

	for (row = config_options; row->name; row++)
		if (!strcmp(row->name, name))
			return row;
	return NULL;
}

static void
config_set(const struct config_line *line, const char *name, const char *text)
{
	const struct option_row *row = config_find_row(name);
	struct option_value *value, found = {.given = true, .text = text};

	if (!row) {
		config_refuse_name(line, name);
		return;
	}
	value = &line->config->values[row - config_options];
	if (!option_read(row, text, &found.number)) {
		config_refuse_value(line, row, text);
		return;
	}
	if (value->given)
		config_complain(line, "config-repeated",
				_("This was set before; the last line counts. "
				  "Delete one of them."));
	*value = found;
}

/* "MAP KEY COMMAND": the words of a line after "bind". */
static void
config_bind(const struct config_line *line, struct config_part part)
{
	struct config *config = line->config;
	struct config_binding binding = {.line = line->number};

	binding.map = config_take_word(config, &part);
	binding.key = config_take_word(config, &part);
	config_trim(&part);
	binding.command = arena_strndup(&config->arena, part.start,
					(size_t)(part.end - part.start));
	if (*binding.command)
		vector_push(&config->bindings, binding);
	else
		config_complain(line, "config-bind",
				_("A binding needs a view, a key and a "
				  "command, as in \"bind brief n next\"."));
}

static void
config_parse_line(const struct config_line *line, struct config_part part)
{
	struct config *config = line->config;
	size_t len = (size_t)(part.end - part.start);
	struct config_part name = part, value;
	const char *equals;
	char *word;

	if (part.start == part.end || *part.start == '#')
		return;
	if (memchr(part.start, '\0', len) ||
	    utf8_valid_prefix(part.start, len) != len) {
		config_complain(line, "config-text",
				_("This line is not UTF-8 text, so it is left "
				  "out. Save the file as UTF-8."));
		return;
	}
	equals = memchr(part.start, '=', len);
	value = part;
	word = config_take_word(config, &value);
	if (!strcmp(word, "bind") && (!equals || value.start + 1 < equals)) {
		config_bind(line, value);
		return;
	}
	if (!equals) {
		config_complain(line, "config-line",
				_("This line says nothing. Write \"name = "
				  "value\" or \"bind VIEW KEY COMMAND\", and "
				  "\"#\" before a remark."));
		return;
	}
	name.end = equals;
	config_trim(&name);
	value = (struct config_part){equals + 1, part.end};
	config_trim(&value);
	config_set(line,
		   arena_strndup(&config->arena, name.start,
				 (size_t)(name.end - name.start)),
		   arena_strndup(&config->arena, value.start,
				 (size_t)(value.end - value.start)));
}

void
config_parse(struct config *config, const char *text, size_t len,
	     const char *file)
{
	struct config_line line = {config, file, 0};
	const char *end = text + len, *stop;
	struct config_part part;

	if (len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3))
		text += 3;
	for (; text < end; text = stop + 1) {
		stop = memchr(text, '\n', (size_t)(end - text));
		if (!stop)
			stop = end;
		line.number++;
		part = (struct config_part){text, stop};
		config_trim(&part);
		config_parse_line(&line, part);
	}
}

struct config *
config_new(void)
{
	struct config *config = mem_alloc(1, sizeof *config);
	size_t count = 0, i;

	while (config_options[count].name)
		count++;
	config->values = mem_alloc(count + 1, sizeof *config->values);
	for (i = 0; i < count; i++) {
		const char *fallback = config_options[i].fallback;

		if (fallback && option_read(&config_options[i], fallback,
					    &config->values[i].number))
			config->values[i].text = fallback;
	}
	return config;
}

/* Most people have no such file. */
static void
config_note_unread(struct config *config, const struct error *err)
{
	if (err->code != STATUS_NOT_FOUND)
		diagnostics_add(&config->diags, SEVERITY_WARNING, config->path,
				0, 0, "config-unreadable",
				_("The configuration cannot be read, so the "
				  "defaults hold. (%s)"),
				err->message);
}

struct config *
config_read(void)
{
	struct config *config = config_new();
	char *folder = path_user(PATH_CONFIG);
	struct buffer text = BUFFER_INIT;
	struct error err = ERROR_INIT;

	if (folder)
		config->path = path_join(folder, "config");
	if (folder && file_read(config->path, FILE_LIMIT, &text, NULL, &err)) {
		config_note_unread(config, &err);
	} else if (folder) {
		config->is_read = true;
		config_parse(config, text.data, text.len, config->path);
	}
	buffer_release(&text);
	free(folder);
	return config;
}

void
config_free(struct config *config)
{
	if (!config)
		return;
	free(config->path);
	free(config->values);
	vector_release(&config->bindings);
	diagnostics_release(&config->diags);
	arena_release(&config->arena);
	free(config);
}

const char *
config_text(const struct config *config, const char *name)
{
	const char *text =
		config->values[option_index(config_options, name)].text;

	return text ? text : "";
}

long
config_number(const struct config *config, const char *name)
{
	return config->values[option_index(config_options, name)].number;
}
