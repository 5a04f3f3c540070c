#include <string.h>

#include "internal.h"

#define REPORTS_MAX 200

/* A file in another encoding is bad all over, and that is said once. */
#define SOURCE_BAD_MAX 8

void
brief_report(struct reporter *rep, enum severity severity, int line, int column,
	     const char *rule, const char *fmt, ...)
{
	struct buffer message = BUFFER_INIT;
	va_list args;

	if (rep->given++ >= REPORTS_MAX) {
		if (rep->given == REPORTS_MAX + 1)
			diagnostics_add(rep->diags, SEVERITY_NOTE, rep->file,
					line, column, "more-findings",
					_("More is wrong from here on; mend "
					  "what is listed and look again."));
		return;
	}
	va_start(args, fmt);
	buffer_vprintf(&message, fmt, args);
	va_end(args);
	diagnostics_add(rep->diags, severity, rep->file, line, column, rule,
			"%s", message.data);
	buffer_release(&message);
}

/* Where the line after the one at 'at' starts. */
static size_t
source_find_next_line(const char *text, size_t len, size_t at)
{
	while (at < len && text[at] != '\n' && text[at] != '\r')
		at++;
	if (at + 1 < len && text[at] == '\r' && text[at + 1] == '\n')
		at++;
	return at < len ? at + 1 : len;
}

#define source_index(text, len, starts)                                        \
	do {                                                                   \
		size_t at_ = 0;                                                \
		do {                                                           \
			vector_push((starts), at_);                            \
			at_ = source_find_next_line((text), (len), at_);       \
		} while (at_ < (len));                                         \
	} while (0)

static void
source_report_bad(struct source *src, struct reporter *rep, size_t at,
		  bool is_nul)
{
	int line = source_line_at(src, src->len);
	int column = source_column(src, line,
				   src->len - source_line_start(src, line));

	if (is_nul)
		brief_report(rep, SEVERITY_ERROR, line, column, "nul-byte",
			     _("Byte %zu is NUL, which no text contains. Is "
			       "this a text file? Save it as UTF-8."),
			     at);
	else
		brief_report(rep, SEVERITY_ERROR, line, column, "not-utf8",
			     _("The bytes from offset %zu are not UTF-8; they "
			       "are shown as U+FFFD. Save the file as UTF-8."),
			     at);
}

/* The places that were not reported one by one; the first is at 'clean'. */
static void
source_report_more_bad(struct source *src, struct reporter *rep, size_t clean,
		       size_t count)
{
	int line = source_line_at(src, clean);
	int column =
		source_column(src, line, clean - source_line_start(src, line));

	brief_report(rep, SEVERITY_ERROR, line, column, "not-utf8",
		     P_("%zu more place from here on is not UTF-8 text. The "
			"file may be in another encoding, such as "
			"Windows-1251: convert all of it to UTF-8.",
			"%zu more places from here on are not UTF-8 text. The "
			"file may be in another encoding, such as "
			"Windows-1251: convert all of it to UTF-8.",
			count),
		     count);
}

/*
 * Copy with U+FFFD for every malformed run and NUL. Lines are indexed as they
 * are written, so that a diagnostic can say line and column at once. Nothing is
 * said where 'rep' is NULL.
 */
static void
source_mend(struct source *src, const char *text, size_t len, size_t at,
	    struct reporter *rep)
{
	struct buffer *clean = &src->clean;
	size_t size;
	bool after_return = false;
	int bad, in_run = 0; /* 1: NUL bytes, 2: malformed ones */
	size_t runs = 0, more = 0;
	uint32_t cp;

	vector_push(&src->lines, (size_t)0);
	for (; at < len; at += size) {
		size = utf8_decode(text + at, len - at, &cp);
		if (after_return && cp != '\n')
			vector_push(&src->lines, clean->len);
		after_return = cp == '\r';
		src->text = clean->data;
		src->len = clean->len;
		bad = cp == UTF8_BAD ? 2 : !cp;
		if (bad) {
			if (bad != in_run && ++runs <= SOURCE_BAD_MAX && rep)
				source_report_bad(src, rep, at, !cp);
			if (bad != in_run && runs == SOURCE_BAD_MAX + 1)
				more = clean->len;
			buffer_append_char(clean, UTF8_REPLACEMENT);
		} else {
			buffer_append(clean, text + at, size);
		}
		in_run = bad;
		if (cp == '\n')
			vector_push(&src->lines, clean->len);
	}
	src->text = clean->data;
	src->len = clean->len;
	if (runs > SOURCE_BAD_MAX && rep)
		source_report_more_bad(src, rep, more, runs - SOURCE_BAD_MAX);
	src->lines.len = 0;
}

static bool
source_is_utf16(const char *text, size_t len)
{
	return len >= 2 &&
	       (!memcmp(text, "\xff\xfe", 2) || !memcmp(text, "\xfe\xff", 2));
}

void
source_read(struct source *src, const char *text, size_t len,
	    struct reporter *rep)
{
	size_t mark = len >= 3 && !memcmp(text, "\xef\xbb\xbf", 3) ? 3 : 0;
	bool is_utf16 = source_is_utf16(text, len);
	size_t i;

	if (is_utf16)
		brief_report(rep, SEVERITY_ERROR, 1, 1, "utf-16",
			     _("This file is UTF-16. Save it as UTF-8."));
	src->file_len = len;
	src->text = text + mark;
	src->len = len - mark;
	source_index(src->text, src->len, &src->file_lines);
	for (i = 0; i < src->file_lines.len; i++)
		src->file_lines.items[i] += mark;
	if (utf8_valid_prefix(text, len) < len || memchr(text, '\0', len))
		source_mend(src, text, len, mark, is_utf16 ? NULL : rep);
	source_index(src->text, src->len, &src->lines);
}

void
source_release(struct source *src)
{
	buffer_release(&src->clean);
	buffer_release(&src->guard);
	vector_release(&src->lines);
	vector_release(&src->file_lines);
}

int
source_line_count(const struct source *src)
{
	return (int)src->lines.len;
}

size_t
source_line_start(const struct source *src, int line)
{
	if (line < 1)
		return 0;
	if ((size_t)line > src->lines.len)
		return src->len;
	return src->lines.items[line - 1];
}

size_t
source_line_end(const struct source *src, int line)
{
	size_t start = source_line_start(src, line);
	size_t end = source_line_start(src, line + 1);

	if (end > start && src->text[end - 1] == '\n')
		end--;
	if (end > start && src->text[end - 1] == '\r')
		end--;
	return end;
}

size_t
source_file_offset(const struct source *src, int line)
{
	if ((size_t)line > src->file_lines.len)
		return src->file_len;
	return src->file_lines.items[line - 1];
}

bool
source_is_blank(const struct source *src, int line)
{
	size_t at = source_line_start(src, line);
	size_t end = source_line_end(src, line);

	while (at < end && (src->text[at] == ' ' || src->text[at] == '\t'))
		at++;
	return at == end;
}

int
source_line_at(const struct source *src, size_t at)
{
	size_t low = 0, high = src->lines.len, middle;

	while (high - low > 1) {
		middle = low + (high - low) / 2;
		if (src->lines.items[middle] <= at)
			low = middle;
		else
			high = middle;
	}
	return (int)low + 1;
}

int
source_column(struct source *src, int line, size_t byte)
{
	size_t start = source_line_start(src, line);
	struct source_place *last = &src->last;

	if (byte > src->len - start)
		byte = src->len - start;
	if (last->line != line || last->byte > byte)
		*last = (struct source_place){line, 0, 1};
	last->column += (int)utf8_count(src->text + start + last->byte,
					byte - last->byte);
	last->byte = byte;
	return last->column;
}
