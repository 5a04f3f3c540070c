/*
 * YAML as a flat list of keys and values, from libyaml's events. Two levels
 * are all that meeting.yaml and front matter have; what is deeper is passed
 * over with a note. Aliases and anchors are refused, so nothing can expand.
 */
#include <string.h>
#include <yaml.h>

#include "internal.h"

#define YAML_NESTING_MAX 32
#define YAML_ENTRIES_MAX 500

struct yaml_reader {
	struct source *src;
	struct reporter *rep;
	struct arena *arena;
	struct yaml_entries *out;
	/* libyaml counts characters; this walks along with it. */
	size_t first, last; /* bytes of src->text that are read */
	size_t byte, index;
	int depth, skip; /* skip: depth of what is passed over, or 0 */
	bool in_list, has_key, has_sub, stop, is_empty;
	struct yaml_entry entry;
};

static void
yaml_place(struct yaml_reader *reader, size_t index, int *line, int *column)
{
	const char *text = reader->src->text;
	uint32_t cp;

	if (index < reader->index) {
		reader->index = 0;
		reader->byte = reader->first;
	}
	for (; reader->index < index && reader->byte < reader->last;
	     reader->index++)
		reader->byte += utf8_decode(text + reader->byte,
					    reader->last - reader->byte, &cp);
	*line = source_line_at(reader->src, reader->byte);
	*column = source_column(reader->src, *line,
				reader->byte -
					source_line_start(reader->src, *line));
}

#define yaml_tell(reader, index, severity, ...)                                \
	do {                                                                   \
		int line_, column_;                                            \
		yaml_place((reader), (index), &line_, &column_);               \
		brief_report((reader)->rep, (severity), line_, column_,        \
			     __VA_ARGS__);                                     \
	} while (0)

/* The first of two values counts, unless both are items of one list. */
static void
yaml_check_repeated(struct yaml_reader *reader)
{
	struct yaml_entry *entry = &reader->entry;
	const struct yaml_entry *other;
	size_t i;

	entry->repeated = false;
	for (i = 0; i < reader->out->list.len; i++) {
		other = &reader->out->list.items[i];
		if (strcmp(other->key, entry->key) ||
		    (other->group == entry->group &&
		     (entry->shape == YAML_IN_LIST ||
		      strcmp(other->sub, entry->sub))))
			continue;
		entry->repeated = true;
		brief_report(reader->rep, SEVERITY_WARNING, entry->key_line,
			     entry->key_column, "repeated-key",
			     _("\"%s\" was given in line %d already, and that "
			       "is used. Remove one of the two."),
			     entry->sub[0] ? entry->sub : entry->key,
			     other->key_line);
		return;
	}
}

static void
yaml_give(struct yaml_reader *reader, const char *value, size_t len,
	  enum yaml_shape shape, size_t index)
{
	struct yaml_entry *entry = &reader->entry;

	entry->value = arena_strndup(reader->arena, value, len);
	entry->shape = shape;
	yaml_place(reader, index, &entry->line, &entry->column);
	if (shape != YAML_IN_MAP)
		entry->sub = "";
	reader->is_empty = false;
	if (reader->out->list.len < YAML_ENTRIES_MAX) {
		yaml_check_repeated(reader);
		vector_push(&reader->out->list, *entry);
		return;
	}
	brief_report(reader->rep, SEVERITY_ERROR, entry->line, entry->column,
		     "too-many-keys",
		     _("There are more than %d values here; the rest was not "
		       "read."),
		     YAML_ENTRIES_MAX);
	reader->stop = true;
}

static void
yaml_scalar(struct yaml_reader *reader, const yaml_event_t *event)
{
	const char *value = (const char *)event->data.scalar.value;
	size_t len = event->data.scalar.length;
	size_t index = event->start_mark.index;
	struct yaml_entry *entry = &reader->entry;

	if (reader->depth == 1 && !reader->has_key) {
		entry->key = arena_strndup(reader->arena, value, len);
		yaml_place(reader, index, &entry->key_line, &entry->key_column);
		reader->has_key = true;
		entry->group++;
	} else if (reader->depth == 1) {
		yaml_give(reader, value, len, YAML_PLAIN, index);
		reader->has_key = false;
	} else if (reader->in_list) {
		yaml_give(reader, value, len, YAML_IN_LIST, index);
	} else if (!reader->has_sub) {
		entry->sub = arena_strndup(reader->arena, value, len);
		yaml_place(reader, index, &entry->key_line, &entry->key_column);
		reader->has_sub = true;
	} else {
		yaml_give(reader, value, len, YAML_IN_MAP, index);
		reader->has_sub = false;
	}
}

static void
yaml_open(struct yaml_reader *reader, const yaml_event_t *event, bool is_list)
{
	size_t index = event->start_mark.index;

	if (++reader->depth > YAML_NESTING_MAX) {
		yaml_tell(reader, index, SEVERITY_ERROR, "nested-too-deep",
			  _("Lists are nested more than %d deep here; the rest "
			    "of this was not read. Make it flatter."),
			  YAML_NESTING_MAX);
		reader->stop = true;
	} else if (reader->depth == 1 && is_list) {
		yaml_tell(reader, index, SEVERITY_ERROR, "yaml-no-mapping",
			  _("Lines of the form \"key: value\" are expected "
			    "here, not a list."));
		reader->stop = true;
	} else if (reader->depth == 2 && reader->has_key) {
		reader->in_list = is_list;
		reader->has_sub = false;
		reader->is_empty = true;
	} else if (reader->depth > 1) {
		yaml_tell(reader, index, SEVERITY_NOTE, "yaml-too-deep",
			  _("A list or mapping here means nothing and is "
			    "passed over."));
		reader->skip = reader->depth;
	}
}

static void
yaml_close(struct yaml_reader *reader, const yaml_event_t *event)
{
	if (reader->depth-- != 2)
		return;
	if (reader->is_empty)
		yaml_give(reader, "", 0, YAML_EMPTY, event->start_mark.index);
	reader->has_key = false;
}

/* Inside what is passed over only depth counts. */
static void
yaml_pass_over(struct yaml_reader *reader, const yaml_event_t *event)
{
	if (event->type == YAML_MAPPING_START_EVENT ||
	    event->type == YAML_SEQUENCE_START_EVENT)
		reader->stop = ++reader->depth > YAML_NESTING_MAX;
	if (event->type != YAML_MAPPING_END_EVENT &&
	    event->type != YAML_SEQUENCE_END_EVENT)
		return;
	if (reader->depth-- > reader->skip)
		return;
	reader->skip = 0;
	if (reader->depth == 1)
		reader->has_key = false;
	else
		reader->has_sub = false;
}

static void
yaml_refuse_alias(struct yaml_reader *reader, const yaml_event_t *event)
{
	yaml_tell(reader, event->start_mark.index, SEVERITY_ERROR, "yaml-alias",
		  _("Anchors (&) and aliases (*) are not read. Write the value "
		    "out, or put it in quotation marks."));
	reader->stop = true;
}

static bool
yaml_has_anchor(const yaml_event_t *event)
{
	return (event->type == YAML_SCALAR_EVENT &&
		event->data.scalar.anchor) ||
	       (event->type == YAML_SEQUENCE_START_EVENT &&
		event->data.sequence_start.anchor) ||
	       (event->type == YAML_MAPPING_START_EVENT &&
		event->data.mapping_start.anchor);
}

static void
yaml_event(struct yaml_reader *reader, const yaml_event_t *event)
{
	if (event->type == YAML_ALIAS_EVENT || yaml_has_anchor(event)) {
		yaml_refuse_alias(reader, event);
		return;
	}
	if (reader->skip) {
		yaml_pass_over(reader, event);
		return;
	}
	switch (event->type) {
	case YAML_SCALAR_EVENT:
		if (reader->depth) {
			yaml_scalar(reader, event);
		} else if (event->data.scalar.length) {
			yaml_tell(reader, event->start_mark.index,
				  SEVERITY_ERROR, "yaml-no-mapping",
				  _("Lines of the form \"key: value\" are "
				    "expected here."));
			reader->stop = true;
		}
		break;
	case YAML_SEQUENCE_START_EVENT:
	case YAML_MAPPING_START_EVENT:
		yaml_open(reader, event,
			  event->type == YAML_SEQUENCE_START_EVENT);
		break;
	case YAML_SEQUENCE_END_EVENT:
	case YAML_MAPPING_END_EVENT:
		yaml_close(reader, event);
		break;
	case YAML_DOCUMENT_END_EVENT:
		reader->stop = true;
		break;
	default:
		break;
	}
}

/* libyaml's reason is English and short; ours names the place and the cure. */
static void
yaml_report_fault(struct yaml_reader *reader, const yaml_parser_t *parser)
{
	const struct source *src = reader->src;
	int line, column;

	if (parser->context &&
	    !strcmp(parser->context, "while scanning a quoted scalar")) {
		yaml_tell(reader, parser->context_mark.index, SEVERITY_ERROR,
			  "yaml-syntax",
			  _("This quotation mark is not closed, so nothing "
			    "from here on was read. Close it at the end of the "
			    "value."));
		return;
	}
	yaml_place(reader, parser->problem_mark.index, &line, &column);
	if (reader->byte < reader->last && src->text[reader->byte] == '\t')
		brief_report(reader->rep, SEVERITY_ERROR, line, column,
			     "yaml-syntax",
			     _("A tab stands here, where YAML takes spaces "
			       "only. Nothing from here on was read; put "
			       "spaces in its place."));
	else
		brief_report(reader->rep, SEVERITY_ERROR, line, column,
			     "yaml-syntax",
			     _("This is not YAML from here on (%s). Put values "
			       "that hold a colon or start with a special "
			       "character in quotation marks."),
			     parser->problem ? parser->problem : "");
}

static bool
yaml_is_allowed(uint32_t cp)
{
	return cp == '\t' || cp == '\n' || cp == '\r' || cp == 0x85 ||
	       (cp >= 0x20 && cp < 0x7f) ||
	       (cp >= 0xa0 && cp != 0xfeff && cp != 0xfffe && cp != 0xffff);
}

/* The lines to be read, with U+FFFD for each character YAML forbids. */
static void
yaml_copy(struct yaml_reader *reader, struct buffer *out)
{
	const char *text = reader->src->text;
	size_t at = reader->first, size, index = 0;
	uint32_t cp;

	buffer_reserve(out, reader->last - at);
	for (; at < reader->last; at += size, index++) {
		size = utf8_decode(text + at, reader->last - at, &cp);
		if (yaml_is_allowed(cp)) {
			buffer_append(out, text + at, size);
			continue;
		}
		yaml_tell(reader, index, SEVERITY_ERROR, "yaml-character",
			  _("The character U+%04X cannot stand here and is "
			    "replaced. Remove it."),
			  (unsigned)cp);
		buffer_append_char(out, UTF8_REPLACEMENT);
	}
}

bool
yaml_read(struct source *src, int first_line, int last_line,
	  struct arena *arena, struct reporter *rep, struct yaml_entries *out)
{
	struct yaml_reader reader = {.src = src,
				     .rep = rep,
				     .arena = arena,
				     .out = out,
				     .entry = {.key = "", .sub = ""}};
	struct buffer copy = BUFFER_INIT;
	yaml_parser_t parser;
	yaml_event_t event;
	bool is_whole = true;

	reader.first = reader.byte = source_line_start(src, first_line);
	reader.last = source_line_start(src, last_line + 1);
	yaml_copy(&reader, &copy);
	if (!yaml_parser_initialize(&parser))
		mem_fail(sizeof parser);
	yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parser, (const unsigned char *)copy.data,
				     copy.len);
	while (!reader.stop) {
		if (!yaml_parser_parse(&parser, &event)) {
			yaml_report_fault(&reader, &parser);
			is_whole = false;
			break;
		}
		if (event.type == YAML_STREAM_END_EVENT)
			reader.stop = true;
		yaml_event(&reader, &event);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&parser);
	buffer_release(&copy);
	return is_whole;
}
