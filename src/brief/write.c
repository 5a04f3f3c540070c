/*
 * One changed point back into its file. The change is a list of edits, each
 * of whole lines inside the point; every other byte is copied. The result is
 * parsed again and held against the old parse, so that nothing but the point
 * can have changed, and it in no other way than was asked.
 */
#include <string.h>

#include "write.h"

struct buffer *
write_edit_add(struct writer *writer, int first, int last)
{
	struct write_edit edit = {first, last, BUFFER_INIT};

	vector_push(&writer->edits, edit);
	return &vector_last(&writer->edits)->text;
}

static void
write_line(const struct writer *writer, const char *before, const char *text,
	   size_t len, struct buffer *out)
{
	while (len && strchr(" \t\r", text[len - 1]))
		len--;
	buffer_append_string(out, before);
	while (!len && out->len && out->data[out->len - 1] == ' ')
		buffer_truncate(out, out->len - 1);
	buffer_append(out, text, len);
	buffer_append_string(out, writer->newline);
}

/* ---- the words ---- */

/* Does this line end the first paragraph, though no blank line does? */
static bool
write_opens_block(const char *line, size_t len)
{
	size_t at = 0, digits;

	while (at < len && at < 3 && line[at] == ' ')
		at++;
	if (at == len)
		return true;
	if (line[at] == '>' || line[at] == '#' ||
	    (len - at >= 3 &&
	     (!memcmp(line + at, "```", 3) || !memcmp(line + at, "~~~", 3))))
		return true;
	for (digits = at;
	     digits < len && line[digits] >= '0' && line[digits] <= '9';)
		digits++;
	if (digits == at)
		return at + 1 < len && strchr("-+*", line[at]) &&
		       line[at + 1] == ' ';
	return digits + 1 < len && strchr(".)", line[digits]) &&
	       line[digits + 1] == ' ';
}

/* The lines of 'text' for the point, indented; the block ends the first
 * paragraph. */
static void
write_text_lines(const struct writer *writer, const char *text,
		 const struct buffer *block, struct buffer *out)
{
	struct buffer before = BUFFER_INIT, line = BUFFER_INIT;
	bool first = true, placed = !block->len;
	const char *end;
	size_t len;

	buffer_append(&before, writer->src.text + writer->form.marker_start,
		      writer->form.marker_end - writer->form.marker_start);
	if (writer->form.indent && !strchr(" \t", before.data[before.len - 1]))
		buffer_append_byte(&before, ' ');
	for (; *text; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n");
		len = (size_t)(end - text);
		buffer_reset(&line);
		buffer_append(&line, text, len);
		if (!placed &&
		    (!*end ||
		     write_opens_block(end + 1, strcspn(end + 1, "\n")))) {
			buffer_append_byte(&line, ' ');
			buffer_append(&line, block->data, block->len);
			placed = true;
		}
		write_line(writer, before.data, line.data, line.len, out);
		if (first) {
			buffer_reset(&before);
			buffer_printf(&before, "%*s", writer->form.indent, "");
		}
		first = false;
	}
	buffer_release(&before);
	buffer_release(&line);
}

/* Remove a part and the blank lines before it. */
static void
write_remove_part(struct writer *writer, const struct point_part *part)
{
	int first = part->first_line;

	while (first - 1 > writer->point->extent.line &&
	       source_is_blank(&writer->src, first - 1))
		first--;
	write_edit_add(writer, first, part->last_line);
}

static void
write_edit_text(struct writer *writer)
{
	const struct point *point = writer->point;
	const struct point_part *part = write_first_text(point);
	struct buffer block = BUFFER_INIT, *out;
	size_t i;

	write_block(writer, &block);
	out = write_edit_add(writer,
			     part ? part->first_line : point->extent.line,
			     part ? part->last_line : point->extent.line);
	write_text_lines(writer, writer->change->text, &block, out);
	for (i = 0; i < point->part_count; i++) {
		if (point->parts[i].kind == PART_TEXT &&
		    &point->parts[i] != part)
			write_remove_part(writer, &point->parts[i]);
	}
	buffer_release(&block);
}

/* ---- the cue ---- */

static void
write_cue_lines(const struct writer *writer, const char *indent,
		struct buffer *out)
{
	const char *text = writer->change->cue, *end;
	struct buffer before = BUFFER_INIT;

	buffer_printf(&before, "%s> ", indent);
	for (; *text; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n");
		write_line(writer, before.data, text, (size_t)(end - text),
			   out);
	}
	buffer_release(&before);
}

/* The white space before the first word of a line. */
static void
write_indent_of(const struct writer *writer, int line, struct buffer *out)
{
	size_t start = source_line_start(&writer->src, line), at = start;

	while (at < writer->src.len && strchr(" \t", writer->src.text[at]) &&
	       writer->src.text[at])
		at++;
	buffer_append(out, writer->src.text + start, at - start);
}

/* A new cue comes after the last of the words; inside the list item, unless
 * the words have left it already. */
static void
write_insert_cue(struct writer *writer)
{
	const struct point *point = writer->point;
	struct buffer indent = BUFFER_INIT, *out;
	int last = point->extent.line;
	bool inside = true;
	size_t i;

	for (i = 0; i < point->part_count; i++) {
		if (point->parts[i].kind != PART_TEXT)
			continue;
		last = point->parts[i].last_line;
		if (point->parts[i].first_line == point->extent.line)
			continue;
		buffer_reset(&indent);
		write_indent_of(writer, point->parts[i].first_line, &indent);
		inside = (int)indent.len >= writer->form.indent;
	}
	if (writer->change->text) {
		inside = true;
		last = write_first_text(point)
			       ? write_first_text(point)->last_line
			       : point->extent.line;
	}
	buffer_reset(&indent);
	buffer_printf(&indent, "%*s", inside ? writer->form.indent : 0, "");
	out = write_edit_add(writer, last + 1, last);
	buffer_append_string(out, writer->newline);
	write_cue_lines(writer, indent.data, out);
	buffer_release(&indent);
}

static void
write_edit_cue(struct writer *writer)
{
	const struct point *point = writer->point;
	const struct point_part *part;
	struct buffer indent = BUFFER_INIT;
	bool placed = !writer->change->cue[0];
	size_t i;

	for (i = 0; i < point->part_count; i++) {
		part = &point->parts[i];
		if (part->kind != PART_CUE)
			continue;
		if (placed) {
			write_remove_part(writer, part);
			continue;
		}
		write_indent_of(writer, part->first_line, &indent);
		write_cue_lines(writer, indent.data,
				write_edit_add(writer, part->first_line,
					       part->last_line));
		placed = true;
	}
	if (!placed)
		write_insert_cue(writer);
	buffer_release(&indent);
}

/* ---- putting it together ---- */

static void
write_sort_edits(struct writer *writer)
{
	struct write_edit edit;
	size_t i, j;

	for (i = 1; i < writer->edits.len; i++) {
		edit = writer->edits.items[i];
		for (j = i;
		     j > 0 && writer->edits.items[j - 1].first > edit.first;
		     j--)
			writer->edits.items[j] = writer->edits.items[j - 1];
		writer->edits.items[j] = edit;
	}
}

static void
write_copy(const struct writer *writer, const char *text, int from, int to,
	   struct buffer *out)
{
	size_t start = source_file_offset(&writer->src, from);
	size_t end = source_file_offset(&writer->src, to);

	if (end > start)
		buffer_append(out, text + start, end - start);
}

static void
write_end_line(const struct writer *writer, struct buffer *out)
{
	if (out->len && !strchr("\r\n", out->data[out->len - 1]))
		buffer_append_string(out, writer->newline);
}

static void
write_apply(struct writer *writer, const char *text, size_t len,
	    struct buffer *out)
{
	const struct write_edit *edit;
	size_t i;
	int line = 1;

	write_sort_edits(writer);
	buffer_append(out, text, source_file_offset(&writer->src, 1));
	for (i = 0; i < writer->edits.len; i++) {
		edit = &writer->edits.items[i];
		write_copy(writer, text, line, edit->first, out);
		if (edit->text.len)
			write_end_line(writer, out);
		buffer_append(out, edit->text.data, edit->text.len);
		if (line < edit->first)
			line = edit->first;
		if (line <= edit->last)
			line = edit->last + 1;
	}
	write_copy(writer, text, line, source_line_count(&writer->src) + 1,
		   out);
	while (len && !strchr("\r\n", text[len - 1]) && out->len &&
	       strchr("\r\n", out->data[out->len - 1]))
		buffer_truncate(out, out->len - 1);
}

static void
write_release(struct writer *writer)
{
	size_t i;

	for (i = 0; i < writer->edits.len; i++)
		buffer_release(&writer->edits.items[i].text);
	vector_release(&writer->edits);
	source_release(&writer->src);
}

static bool
write_find_section(struct writer *writer)
{
	const struct section *section;
	size_t i;

	for (i = 0; i < writer->brief->section_count; i++) {
		section = &writer->brief->sections[i];
		if (writer->point < section->points ||
		    writer->point >= section->points + section->point_count)
			continue;
		writer->section = section;
		return true;
	}
	return false;
}

/* Which ending the lines around the point have. */
static const char *
write_newline(const struct source *src, int line)
{
	size_t end = source_line_end(src, line);

	if (end >= src->len && line > 1)
		end = source_line_end(src, line - 1);
	if (end < src->len && src->text[end] == '\r')
		return end + 1 < src->len && src->text[end + 1] == '\n' ? "\r\n"
									: "\r";
	return "\n";
}

static enum status
write_edit(struct writer *writer, struct error *err)
{
	const struct point_change *change = writer->change;
	const char *text = change->text;

	if (writer->src.clean.len)
		return error_set(err, STATUS_INVALID,
				 _("%s holds bytes that are not UTF-8, so it "
				   "cannot be changed from here. Save it as "
				   "UTF-8 first."),
				 writer->brief->file);
	if (text && !text[strspn(text, " \t\r\n")])
		return error_set(err, STATUS_INVALID,
				 _("A point needs words. To remove it, edit "
				   "the file."));
	if (text)
		write_edit_text(writer);
	else if (write_changes_block(change))
		write_edit_block(writer);
	if (change->cue)
		write_edit_cue(writer);
	return STATUS_OK;
}

enum status
brief_write_point(const char *text, size_t len, const struct brief *brief,
		  const struct point *point, const struct point_change *change,
		  struct buffer *out, struct error *err)
{
	struct diagnostics none = DIAGNOSTICS_INIT;
	struct reporter rep = {&none, brief->file, 0};
	struct buffer result = BUFFER_INIT;
	struct writer writer = {.src = SOURCE_INIT,
				.brief = brief,
				.point = point,
				.change = change};
	enum status rc;

	source_read(&writer.src, text, len, &rep);
	if (!write_find_section(&writer)) {
		rc = error_set(err, STATUS_INVALID,
			       _("The point is not one of %s."), brief->file);
		goto done;
	}
	point_form_read(&writer.src, point, &writer.form);
	writer.newline = write_newline(&writer.src, point->extent.line);
	rc = write_edit(&writer, err);
	if (rc)
		goto done;
	write_apply(&writer, text, len, &result);
	rc = write_check(&result, brief, point, change, err);
	if (!rc)
		buffer_append(out, result.data, result.len);
done:
	write_release(&writer);
	buffer_release(&result);
	diagnostics_release(&none);
	return rc;
}
