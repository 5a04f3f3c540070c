/*
 * The table from Word or OpenDocument, as the grid that pandoc writes: columns
 * are as wide as the line above says, in cells of a terminal. Lines of a cell
 * that only the width of its column parts are joined.
 */
#include <string.h>

#include <uniwidth.h>

#include "lectern/utf8.h"
#include "review_parts.h"

#define GRID_COLUMNS_MAX (MEETING_LANGUAGES_MAX + 1)

struct grid {
	const char *at, *end; /* the next line */
	int widths[GRID_COLUMNS_MAX];
	size_t count;
	struct buffer cells[GRID_COLUMNS_MAX];
};

/* The next line; false at the end. */
static bool
grid_line(struct grid *grid, const char **line, size_t *len)
{
	const char *stop;

	if (grid->at >= grid->end)
		return false;
	stop = memchr(grid->at, '\n', (size_t)(grid->end - grid->at));
	*line = grid->at;
	*len = (size_t)((stop ? stop : grid->end) - grid->at);
	grid->at = stop ? stop + 1 : grid->end;
	return true;
}

static bool
is_grid_border(const char *line, size_t len)
{
	return len > 2 && line[0] == '+' && strspn(line, "+-=:") >= len;
}

static void
grid_measure(struct grid *grid, const char *line, size_t len)
{
	size_t at = 1, start;

	grid->count = 0;
	while (at < len && grid->count < GRID_COLUMNS_MAX) {
		for (start = at; at < len && line[at] != '+'; at++)
			;
		grid->widths[grid->count++] = (int)(at - start);
		at++;
	}
}

/* The bytes from 'at' that are so many cells wide. */
static size_t
grid_cell_end(const char *line, size_t len, size_t at, int width)
{
	size_t size;
	uint32_t cp;
	int cells;

	while (at < len) {
		size = utf8_decode(line + at, len - at, &cp);
		cells = uc_width(cp, "UTF-8");
		if (cells > width)
			break;
		width -= cells > 0 ? cells : 0;
		at += size;
		if (!width)
			break;
	}
	/* What follows it takes no room: marks of its last character. */
	while (at < len && line[at] != '|' && line[at] != ' ')
		at++;
	return at;
}

static bool
is_grid_list(const char *text, size_t len)
{
	size_t digits = strspn(text, "0123456789");

	if (len > 1 && strchr("-*+", text[0]) && text[1] == ' ')
		return true;
	return digits && digits + 1 < len && strchr(".)", text[digits]) &&
	       text[digits + 1] == ' ';
}

/* What pandoc wrote so that it is no list is one for us: "\-", "1\.", "\(a\)".
 * Returns how many bytes of the text are its mark. */
static size_t
grid_take_marker(struct buffer *cell, const char *text, size_t len)
{
	size_t at = strspn(text, "0123456789"), end;

	if (at && at + 2 < len && text[at] == '\\' &&
	    strchr(".)", text[at + 1])) {
		buffer_append(cell, text, at);
		return at + 1;
	}
	if (at || len < 3 || text[0] != '\\' || !strchr("-+*(", text[1]))
		return 0;
	if (text[1] != '(')
		return 1;
	for (end = 2; end < len && end < 8; end++)
		if (text[end] == '\\') {
			buffer_append(cell, text + 1, end - 1);
			return end + 1;
		}
	return 1;
}

/* One line of a cell; a blank one parts paragraphs. */
static void
grid_add(struct buffer *cell, const char *text, size_t len)
{
	bool is_open = cell->len && cell->data[cell->len - 1] != '\n';
	size_t marker = 0;

	if (len && *text == ' ') {
		text++;
		len--;
	}
	while (len && text[len - 1] == ' ')
		len--;
	if (!len) {
		buffer_append_string(cell, is_open ? "\n\n" : "");
		return;
	}
	if (is_open)
		buffer_append_byte(cell, cell->data[cell->len - 1] == '\\' ||
							 *text == ' ' ||
							 is_grid_list(text, len)
						 ? '\n'
						 : ' ');
	else
		marker = grid_take_marker(cell, text, len);
	buffer_append(cell, text + marker, len - marker);
}

static void
grid_take_line(struct grid *grid, const char *line, size_t len)
{
	size_t at = 1, end, i;

	for (i = 0; i < grid->count && at <= len; i++) {
		end = grid_cell_end(line, len, at, grid->widths[i]);
		grid_add(&grid->cells[i], line + at, end - at);
		at = end + 1;
	}
}

static void
grid_trim(struct buffer *cell)
{
	while (cell->len && strchr(" \n", cell->data[cell->len - 1]))
		buffer_truncate(cell, cell->len - 1);
}

/* The lines up to the next border; false where the table ends. */
static bool
grid_next(struct grid *grid)
{
	const char *line;
	size_t len, i;

	for (i = 0; i < GRID_COLUMNS_MAX; i++)
		buffer_reset(&grid->cells[i]);
	while (grid_line(grid, &line, &len) && len) {
		if (line[0] == '|') {
			grid_take_line(grid, line, len);
			continue;
		}
		for (i = 0; i < grid->count; i++)
			grid_trim(&grid->cells[i]);
		return is_grid_border(line, len);
	}
	return false;
}

/* What names a place or a meeting is no Markdown. */
static void
grid_unescape(struct buffer *text)
{
	size_t from, to;

	for (from = to = 0; from < text->len; from++)
		if (text->data[from] != '\\' && text->data[from] != '*')
			text->data[to++] = text->data[from];
	buffer_truncate(text, to);
}

/* To the first border, which says how wide the columns are. */
static bool
grid_begin(struct grid *grid)
{
	const char *line;
	size_t len;

	while (grid_line(grid, &line, &len))
		if (is_grid_border(line, len)) {
			grid_measure(grid, line, len);
			return grid->count > 1;
		}
	return false;
}

/* The head may be empty where a converter knows none. */
static bool
grid_is_blank(const struct grid *grid)
{
	size_t i;

	for (i = 0; i < grid->count; i++)
		if (grid->cells[i].len)
			return false;
	return true;
}

static void
grid_take_row(struct grid *grid, struct review *review)
{
	struct review_row *row;
	size_t i;

	grid_unescape(&grid->cells[0]);
	/* A row of headings has no place. */
	if (!grid->cells[0].len)
		return;
	row = review_add_row(review, grid->cells[0].data);
	for (i = 0; i < review->language_count && i + 1 < grid->count; i++)
		row->cells[i].text =
			arena_strndup(&review->arena, grid->cells[i + 1].data,
				      grid->cells[i + 1].len);
}

bool
review_read_grid(const struct library *lib, const char *text, size_t len,
		 struct review *review)
{
	struct grid grid = {.at = text, .end = text + len};
	const char *head[GRID_COLUMNS_MAX];
	bool is_review;
	size_t i;

	for (i = 0; i < GRID_COLUMNS_MAX; i++)
		buffer_init(&grid.cells[i]);
	is_review = grid_begin(&grid) && grid_next(&grid) &&
		    (!grid_is_blank(&grid) || grid_next(&grid));
	for (i = 0; i < grid.count; i++) {
		grid_unescape(&grid.cells[i]);
		head[i] = grid.cells[i].data;
	}
	is_review =
		is_review && review_take_head(lib, head, grid.count, review);
	while (is_review && grid_next(&grid))
		grid_take_row(&grid, review);
	for (i = 0; i < GRID_COLUMNS_MAX; i++)
		buffer_release(&grid.cells[i]);
	return is_review;
}
