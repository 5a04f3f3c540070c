/*
 * A note to the drafters put into a text: a block of its own after the point
 * it belongs to, before the first point of its section, or before the first
 * section. Nothing else is touched. The result is parsed again and held
 * against the old parse: it must differ by that note, there, and no more.
 */
#include <string.h>

#include "internal.h"

struct comment_writer {
	const char *text;
	size_t len;
	const struct brief *brief;
	const struct section *section; /* NULL: before all of them */
	const struct point *point;     /* NULL: before all of the section's */
	const char *comment;
};

/* Where it goes, and whether it comes after what stands there. */
static size_t
comment_offset(const struct comment_writer *writer, bool *is_after)
{
	const struct section *section = writer->section;

	*is_after = true;
	if (writer->point)
		return writer->point->extent.end;
	if (section && !section->point_count)
		return section->extent.end;
	if (!section && !writer->brief->section_count)
		return writer->len;
	*is_after = false;
	return section ? section->points[0].extent.start
		       : writer->brief->sections[0].extent.start;
}

/* The line ending of the text. */
static const char *
comment_newline(const struct comment_writer *writer)
{
	const char *end = memchr(writer->text, '\n', writer->len);

	return end && end > writer->text && end[-1] == '\r' ? "\r\n" : "\n";
}

static void
comment_insert(const struct comment_writer *writer, struct buffer *out)
{
	const char *newline = comment_newline(writer);
	bool is_after;
	size_t at = comment_offset(writer, &is_after);

	buffer_append(out, writer->text, at);
	if (is_after && at > 0 && !strchr("\r\n", writer->text[at - 1]))
		buffer_append_string(out, newline);
	if (is_after)
		buffer_append_string(out, newline);
	buffer_printf(out, "<!-- %s -->%s", writer->comment, newline);
	if (!is_after)
		buffer_append_string(out, newline);
	buffer_append(out, writer->text + at, writer->len - at);
}

/* ---- the proof ---- */

static void
comment_dump(const struct brief *brief, struct buffer *out)
{
	size_t i, j;

	brief_dump_head(brief, out);
	for (i = 0; i < brief->section_count; i++) {
		section_dump_plain(&brief->sections[i], out);
		for (j = 0; j < brief->sections[i].point_count; j++)
			point_dump_plain(&brief->sections[i].points[j], out);
	}
}

/* Is 'after' what 'before' is, with one stretch more? */
static bool
comment_is_inserted(const struct buffer *before, const struct buffer *after)
{
	size_t same = 0, more;

	if (after->len <= before->len)
		return false;
	more = after->len - before->len;
	while (same < before->len && before->data[same] == after->data[same])
		same++;
	return !memcmp(before->data + same, after->data + same + more,
		       before->len - same);
}

/* Comments of what the note is to belong to, in either parse. */
static size_t
comment_count(const struct comment_writer *writer, const struct brief *brief)
{
	const struct section *section = writer->section;

	if (!section)
		return brief->comment_count;
	section = &brief->sections[section - writer->brief->sections];
	if (!writer->point)
		return section->comment_count;
	return section->points[writer->point - writer->section->points]
		.comment_count;
}

static bool
comment_is_proved(const struct comment_writer *writer,
		  const struct buffer *result)
{
	struct diagnostics ignored = DIAGNOSTICS_INIT;
	struct buffer one = BUFFER_INIT, two = BUFFER_INIT;
	struct brief *after =
		brief_parse(result->data, result->len, writer->brief->file,
			    writer->brief->language, &ignored);
	bool is_proved;

	comment_dump(writer->brief, &one);
	comment_dump(after, &two);
	is_proved = comment_is_inserted(&one, &two) &&
		    comment_count(writer, after) ==
			    comment_count(writer, writer->brief) + 1;
	buffer_release(&one);
	buffer_release(&two);
	brief_free(after);
	diagnostics_release(&ignored);
	return is_proved;
}

/* ---- the section of a point ---- */

static const struct section *
comment_section_of(const struct brief *brief, const struct point *point)
{
	size_t i;

	for (i = 0; i < brief->section_count; i++)
		if (point >= brief->sections[i].points &&
		    point < brief->sections[i].points +
				    brief->sections[i].point_count)
			return &brief->sections[i];
	return NULL;
}

enum status
brief_write_comment(const char *text, size_t len, const struct brief *brief,
		    const struct section *section, const struct point *point,
		    const char *comment, struct buffer *out, struct error *err)
{
	struct comment_writer writer = {text,	 len,	brief,
					section, point, comment};
	struct buffer result = BUFFER_INIT;
	enum status rc = STATUS_OK;

	if (point)
		writer.section = comment_section_of(brief, point);
	if (!*comment || strchr(comment, '\n') || strstr(comment, "-->"))
		rc = error_set(err, STATUS_INVALID, "%s",
			       _("A note to the drafters is one line of words "
				 "without \"-->\"."));
	if (!rc) {
		comment_insert(&writer, &result);
		if (!comment_is_proved(&writer, &result))
			rc = error_set(err, STATUS_INVALID,
				       _("A note cannot stand at this place "
					 "of %s. Write it with an editor."),
				       brief->file);
	}
	if (!rc)
		buffer_append(out, result.data, result.len);
	buffer_release(&result);
	return rc;
}
