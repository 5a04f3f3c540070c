/* The attribute block of a point that changes. */
#include <string.h>

#include "write.h"

static bool
write_needs_quotes(const char *value)
{
	return !*value || value[strcspn(value, " \t=#.")];
}

static void
write_attribute(const char *key, const char *value, struct buffer *out)
{
	if (out->len > 1)
		buffer_append_byte(out, ' ');
	if (!strcmp(key, "#") || !strcmp(key, "."))
		buffer_printf(out, "%s%s", key, value);
	else if (write_needs_quotes(value) && !strchr(value, '"'))
		buffer_printf(out, "%s=\"%s\"", key, value);
	else
		buffer_printf(out, "%s=%s", key, value);
}

static void
write_priority(const struct point_change *change, struct buffer *out)
{
	char digit[2] = {(char)('0' + change->priority), '\0'};

	if (change->priority > 0)
		write_attribute("priority", digit, out);
}

/* The block with role and priority as asked, the rest as it was. */
static void
write_compose_block(const struct writer *writer, struct buffer *out)
{
	const struct point_change *change = writer->change;
	const struct attribute *one;
	bool role = change->role >= 0, priority = change->priority >= 0;
	size_t i;

	buffer_append_byte(out, '{');
	for (i = 0; i < writer->point->attribute_count; i++) {
		one = &writer->point->attributes[i];
		if (change->role >= 0 && !strcmp(one->key, ".")) {
			if (role)
				write_attribute(
					".", role_name((enum role)change->role),
					out);
			role = false;
		} else if (change->priority >= 0 &&
			   !strcmp(one->key, "priority")) {
			if (priority)
				write_priority(change, out);
			priority = false;
		} else {
			write_attribute(one->key, one->value, out);
		}
	}
	if (role && (int)writer->section->role != change->role)
		write_attribute(".", role_name((enum role)change->role), out);
	if (priority)
		write_priority(change, out);
	buffer_append_byte(out, '}');
	if (out->len == 2)
		buffer_reset(out);
}

bool
write_changes_block(const struct point_change *change)
{
	return change->role >= 0 || change->priority >= 0;
}

/* Where the block stands now. */
static bool
write_find_block(const struct writer *writer, int *line, size_t *start,
		 size_t *end)
{
	if (!writer->point->attribute_count)
		return false;
	*line = writer->point->attributes[0].line;
	return labels_find(&writer->src, *line, start, end);
}

/* The block that goes with new text: as it was, or composed. */
void
write_block(const struct writer *writer, struct buffer *out)
{
	size_t start, end;
	int line;

	if (write_changes_block(writer->change))
		write_compose_block(writer, out);
	else if (write_find_block(writer, &line, &start, &end))
		buffer_append(out, writer->src.text + start, end - start);
}

const struct point_part *
write_first_text(const struct point *point)
{
	size_t i;

	for (i = 0; i < point->part_count; i++) {
		if (point->parts[i].kind == PART_TEXT)
			return &point->parts[i];
	}
	return NULL;
}

/* A line of the source with 'block' in place of bytes [start, end). */
static void
write_spliced_line(struct writer *writer, int line, size_t start, size_t end,
		   const struct buffer *block)
{
	const struct source *src = &writer->src;
	size_t from = source_line_start(src, line);
	size_t to = source_line_end(src, line), keep = start;
	struct buffer *out = write_edit_add(writer, line, line);

	while (keep > from && strchr(" \t", src->text[keep - 1]))
		keep--;
	if (keep == from && !block->len && end == to)
		return; /* the block had the line to itself */
	buffer_append(out, src->text + from,
		      (block->len && keep == from ? start : keep) - from);
	if (block->len && keep > from)
		buffer_append_byte(out, ' ');
	buffer_append(out, block->data, block->len);
	buffer_append(out, src->text + end, to - end);
	buffer_append_string(out, writer->newline);
}

/* Only role or priority changes: the words stay as they are. */
void
write_edit_block(struct writer *writer)
{
	const struct point_part *part = write_first_text(writer->point);
	struct buffer block = BUFFER_INIT;
	size_t start, end;
	int line;

	write_compose_block(writer, &block);
	if (write_find_block(writer, &line, &start, &end)) {
		write_spliced_line(writer, line, start, end, &block);
	} else if (part && block.len) {
		end = source_line_end(&writer->src, part->last_line);
		write_spliced_line(writer, part->last_line, end, end, &block);
	}
	buffer_release(&block);
}
