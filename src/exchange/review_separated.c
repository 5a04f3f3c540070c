/*
 * The table as CSV and TSV. CSV is that of RFC 4180, with a byte order mark
 * since Excel takes a file without one for an old encoding. In TSV nothing is
 * quoted: a tab, a line's end and a backslash are \t, \n and \\.
 */
#include <string.h>

#include "review_parts.h"

#define SEPARATED_COLUMNS_MAX (MEETING_LANGUAGES_MAX + 1)
#define SEPARATED_MARK	      "\xef\xbb\xbf"

/* ---- out ---- */

/* With one of these a program for tables begins a formula: an apostrophe in
 * front says that it is text. */
static bool
is_formula(const char *text)
{
	return *text && strchr("=+-@'", *text);
}

static void
csv_put(struct buffer *out, const char *text)
{
	buffer_append_byte(out, '"');
	if (is_formula(text))
		buffer_append_byte(out, '\'');
	for (; *text; text++) {
		if (*text == '"')
			buffer_append_byte(out, '"');
		buffer_append_byte(out, *text);
	}
	buffer_append_byte(out, '"');
}

static void
tsv_put(struct buffer *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\t')
			buffer_append_string(out, "\\t");
		else if (*text == '\n')
			buffer_append_string(out, "\\n");
		else if (*text == '\\')
			buffer_append_string(out, "\\\\");
		else if (*text != '\r')
			buffer_append_byte(out, *text);
	}
}

static void
separated_write(const struct review *review,
		void (*put)(struct buffer *out, const char *text),
		char separator, const char *line_end, struct buffer *out)
{
	const char *text;
	size_t i, j;

	put(out, review->meeting);
	for (j = 0; j < review->language_count; j++) {
		buffer_append_byte(out, separator);
		put(out, review->languages[j]);
	}
	buffer_append_string(out, line_end);
	for (i = 0; i < review->rows.len; i++) {
		put(out, review->rows.items[i].place);
		for (j = 0; j < review->language_count; j++) {
			text = review->rows.items[i].cells[j].text;
			buffer_append_byte(out, separator);
			put(out, text ? text : "");
		}
		buffer_append_string(out, line_end);
	}
}

void
review_write_csv(const struct review *review, struct buffer *out)
{
	buffer_append_string(out, SEPARATED_MARK);
	separated_write(review, csv_put, ',', "\r\n", out);
}

void
review_write_tsv(const struct review *review, struct buffer *out)
{
	separated_write(review, tsv_put, '\t', "\n", out);
}

/* ---- home ---- */

struct separated {
	const char *at, *end;
	char separator;
	struct buffer cells[SEPARATED_COLUMNS_MAX];
	size_t count;
};

/* "…" up to its end, or to the end of the text. */
static void
csv_take_quoted(struct separated *in, struct buffer *cell)
{
	for (in->at++; in->at < in->end; in->at++) {
		if (*in->at == '"' &&
		    (in->at + 1 == in->end || in->at[1] != '"'))
			break;
		in->at += *in->at == '"';
		buffer_append_byte(cell, *in->at);
	}
	in->at += in->at < in->end;
}

static void
tsv_take_escape(struct separated *in, struct buffer *cell)
{
	char next = in->at + 1 < in->end ? in->at[1] : '\0';

	switch (next) {
	case 't':
		buffer_append_byte(cell, '\t');
		break;
	case 'n':
		buffer_append_byte(cell, '\n');
		break;
	case '\\':
		buffer_append_byte(cell, '\\');
		break;
	default:
		buffer_append_byte(cell, '\\');
		return;
	}
	in->at++;
}

static void
separated_take_cell(struct separated *in, struct buffer *cell)
{
	bool is_quoting = in->separator != '\t';

	if (is_quoting && in->at < in->end && *in->at == '"')
		csv_take_quoted(in, cell);
	for (; in->at < in->end && *in->at != in->separator && *in->at != '\n';
	     in->at++) {
		if (!is_quoting && *in->at == '\\')
			tsv_take_escape(in, cell);
		else
			buffer_append_byte(cell, *in->at);
	}
	if (is_quoting && cell->len > 1 && *cell->data == '\'' &&
	    is_formula(cell->data + 1)) {
		memmove(cell->data, cell->data + 1, cell->len);
		buffer_truncate(cell, cell->len - 1);
	}
}

/* One line; what is beyond the last column is passed over. False at the end.
 */
static bool
separated_next(struct separated *in)
{
	struct buffer beyond = BUFFER_INIT;
	bool is_open = in->at < in->end, is_there = is_open;

	for (in->count = 0; is_open; in->at++) {
		buffer_reset(&beyond);
		if (in->count < SEPARATED_COLUMNS_MAX)
			buffer_reset(&in->cells[in->count]);
		separated_take_cell(in, in->count < SEPARATED_COLUMNS_MAX
						? &in->cells[in->count]
						: &beyond);
		in->count += in->count < SEPARATED_COLUMNS_MAX;
		is_open = in->at < in->end && *in->at == in->separator;
	}
	buffer_release(&beyond);
	return is_there;
}

static void
separated_take_row(const struct separated *in, struct review *review)
{
	struct review_row *row;
	size_t i;

	if (!in->cells[0].len)
		return;
	row = review_add_row(review, in->cells[0].data);
	for (i = 0; i < review->language_count && i + 1 < in->count; i++)
		row->cells[i].text =
			arena_strndup(&review->arena, in->cells[i + 1].data,
				      in->cells[i + 1].len);
}

bool
review_read_separated(const struct library *lib, const char *text, size_t len,
		      char separator, struct review *review)
{
	struct separated in = {text, text + len, separator, {{0}}, 0};
	const char *head[SEPARATED_COLUMNS_MAX];
	bool is_review;
	size_t i;

	for (i = 0; i < SEPARATED_COLUMNS_MAX; i++)
		buffer_init(&in.cells[i]);
	is_review = separated_next(&in);
	for (i = 0; i < in.count; i++)
		head[i] = in.cells[i].data;
	is_review = is_review && review_take_head(lib, head, in.count, review);
	while (is_review && separated_next(&in))
		separated_take_row(&in, review);
	for (i = 0; i < SEPARATED_COLUMNS_MAX; i++)
		buffer_release(&in.cells[i]);
	return is_review;
}
