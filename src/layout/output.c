#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "lectern/encoding.h"
#include "lectern/filter.h"
#include "lectern/memory.h"
#include "lectern/output.h"
#include "lectern/words.h"
#include "width.h"

#define OUTPUT_BUFFERED 65536

struct output {
	int fd;		     /* -1: into memory */
	struct buffer *into; /* memory that is not ours; NULL with an fd */
	struct buffer bytes; /* converted, not yet written */
	struct buffer text;  /* filtered, before conversion */
	struct encoding *encoding; /* NULL: UTF-8 */
	char *encoding_name;
	size_t lost;
	int failure; /* errno of the first write that failed */
	bool is_styled, has_colours;
};

/* How a style looks; all meaning is also there without (frame.h). */
struct output_look {
	const char *weight; /* SGR parameters, "" for none */
	const char *colour; /* one of the 8 that every palette can read */
};

static const struct output_look output_looks[STYLE_COUNT] = {
	[STYLE_TEXT] = {"", ""},
	[STYLE_STRONG] = {"1", ""},
	[STYLE_EMPHASIS] = {"3", ""},
	[STYLE_CITATION] = {"4", ""},
	[STYLE_STRONG_CITATION] = {"1;4", ""},
	[STYLE_HEADING] = {"1", ""},
	[STYLE_NUMBER] = {"1", ""},
	[STYLE_CUE] = {"1", "32"},
	[STYLE_ROLE] = {"1", "35"},
	[STYLE_QUIET] = {"2", ""},
	[STYLE_AVOID] = {"2", "31"},
	[STYLE_MARK] = {"1", ""},
	[STYLE_RULE] = {"2", ""},
	[STYLE_COLUMN_HEAD] = {"1", ""},
	[STYLE_STATUS] = {"", ""},
	[STYLE_PROMPT] = {"1", ""},
	[STYLE_ERROR] = {"1", "31"},
	[STYLE_SELECTED] = {"1", ""},
	[STYLE_WARNING] = {"1", "35"},
};

static bool
output_terminal_has_styles(int fd)
{
	const char *term = getenv("TERM");

	return isatty(fd) && term && *term && strcmp(term, "dumb");
}

struct output *
output_new(int fd, const char *encoding)
{
	struct output *out = mem_alloc(1, sizeof *out);
	const char *no_color = getenv("NO_COLOR");

	out->fd = fd;
	buffer_init(&out->bytes);
	buffer_init(&out->text);
	out->encoding = encoding_new(encoding);
	out->encoding_name = mem_strdup(encoding);
	out->is_styled = output_terminal_has_styles(fd);
	out->has_colours = !no_color || !*no_color;
	return out;
}

struct output *
output_new_buffer(struct buffer *into)
{
	struct output *out = mem_alloc(1, sizeof *out);

	out->fd = -1;
	out->into = into;
	buffer_init(&out->bytes);
	buffer_init(&out->text);
	out->has_colours = true;
	return out;
}

/* Wait until a descriptor set not to block takes bytes again. */
static void
output_wait(int fd)
{
	struct pollfd poller = {fd, POLLOUT, 0};

	poll(&poller, 1, -1);
}

static void
output_write(struct output *out, const char *data, size_t len)
{
	ssize_t wrote;

	while (len && !out->failure) {
		wrote = write(out->fd, data, len);
		if (wrote > 0) {
			data += wrote;
			len -= (size_t)wrote;
		} else if (wrote < 0 &&
			   (errno == EAGAIN || errno == EWOULDBLOCK)) {
			output_wait(out->fd);
		} else if (wrote < 0 && errno != EINTR) {
			out->failure = errno;
		}
	}
}

void
output_flush(struct output *out)
{
	if (out->into)
		buffer_append(out->into, out->bytes.data, out->bytes.len);
	else
		output_write(out, out->bytes.data, out->bytes.len);
	buffer_reset(&out->bytes);
}

static void
output_flush_if_full(struct output *out)
{
	if (out->bytes.len >= OUTPUT_BUFFERED || out->into ||
	    out->fd == STDERR_FILENO)
		output_flush(out);
}

/* Filtered text, converted. Returns the characters written where that may
 * differ from those of the text. */
static int
output_convert(struct output *out, const char *text, size_t len)
{
	if (out->encoding)
		return encoding_convert(out->encoding, text, len, &out->bytes,
					&out->lost);
	buffer_append(&out->bytes, text, len);
	return 0;
}

void
output_bytes(struct output *out, const char *text, size_t len)
{
	buffer_reset(&out->text);
	filter_text(text, len, SINK_SCREEN, &out->text);
	output_convert(out, out->text.data, out->text.len);
	output_flush_if_full(out);
}

void
output_text(struct output *out, const char *text)
{
	output_bytes(out, text, strlen(text));
}

void
output_form_feed(struct output *out)
{
	buffer_append_byte(&out->bytes, '\f');
	output_flush_if_full(out);
}

void
output_printf(struct output *out, const char *fmt, ...)
{
	struct buffer text = BUFFER_INIT;
	va_list args;

	va_start(args, fmt);
	buffer_vprintf(&text, fmt, args);
	va_end(args);
	output_bytes(out, text.data, text.len);
	buffer_release(&text);
}

bool
output_is_styled(const struct output *out)
{
	return out->is_styled;
}

void
output_set_styled(struct output *out, bool styled)
{
	out->is_styled = styled;
}

int
output_columns(const struct output *out, int fallback)
{
	struct winsize size;

	if (out->fd >= 0 && !ioctl(out->fd, TIOCGWINSZ, &size) &&
	    size.ws_col > 0)
		return size.ws_col;
	return fallback;
}

size_t
output_lost(const struct output *out)
{
	return out->lost;
}

/* Styles of a row are switched between cells, and off at its end. */
static void
output_switch_style(struct output *out, uint8_t *now, uint8_t style)
{
	const struct output_look *look = &output_looks[style];
	bool colour = out->has_colours && *look->colour;

	if (!out->is_styled || *now == style)
		return;
	if (*now != STYLE_TEXT)
		buffer_append_string(&out->bytes, "\033[0m");
	*now = style;
	if (*look->weight || colour)
		buffer_printf(&out->bytes, "\033[%s%s%sm", look->weight,
			      *look->weight && colour ? ";" : "",
			      colour ? look->colour : "");
}

static bool
output_is_blank(const struct cell *cell)
{
	return cell && cell->width == 1 && !cell->mark_count &&
	       (cell->base == 0 || cell->base == ' ');
}

/* A cell in the encoding; returns how many cells it came out too long. */
static int
output_cell(struct output *out, const struct cell *cell)
{
	int i, over;

	buffer_reset(&out->text);
	buffer_append_char(&out->text,
			   cell->base ? frame_safe(cell->base) : ' ');
	for (i = 0; i < cell->mark_count; i++)
		buffer_append_char(&out->text, frame_safe(cell->marks[i]));
	over = output_convert(out, out->text.data, out->text.len);
	if (!out->encoding)
		return 0;
	over -= cell->width;
	for (; over < 0; over++)
		output_convert(out, " ", 1);
	return over;
}

/*
 * Where "…" had to become "...", the blanks that follow are shortened, so that
 * the columns of a row still line up.
 */
static void
output_row(struct output *out, const struct frame *frame, int row)
{
	uint8_t style = STYLE_TEXT;
	const struct cell *cell;
	int column, end, over = 0;

	for (end = frame->columns; end > 0; end--)
		if (!output_is_blank(frame_cell(frame, row, end - 1)))
			break;
	for (column = 0; column < end; column++) {
		cell = frame_cell(frame, row, column);
		if (!cell->width)
			continue;
		if (over > 0 && output_is_blank(cell) &&
		    output_is_blank(frame_cell(frame, row, column + 1))) {
			over--;
			continue;
		}
		output_switch_style(out, &style, cell->style);
		over += output_cell(out, cell);
	}
	output_switch_style(out, &style, STYLE_TEXT);
	buffer_append_byte(&out->bytes, '\n');
}

void
output_frame(struct output *out, const struct frame *frame)
{
	int row;

	for (row = 0; row < frame->rows; row++) {
		output_row(out, frame, row);
		output_flush_if_full(out);
	}
}

static void
output_release(struct output *out)
{
	encoding_free(out->encoding);
	free(out->encoding_name);
	buffer_release(&out->bytes);
	buffer_release(&out->text);
	free(out);
}

static void
output_put_lost(struct output *to, size_t lost, const char *encoding)
{
	output_printf(to,
		      P_("%zu character cannot be shown in the encoding %s and "
			 "is \"?\" here. A UTF-8 locale shows it.\n",
			 "%zu characters cannot be shown in the encoding %s "
			 "and are \"?\" here. A UTF-8 locale shows them.\n",
			 lost),
		      lost, encoding);
}

/* On a terminal the reader sees it where the text is; a pipe's data stays as
 * it is, and standard error is told. */
static void
output_say_lost(struct output *out)
{
	struct output *errors;

	if (!out->lost || out->fd < 0)
		return;
	if (out->fd == STDERR_FILENO || isatty(out->fd)) {
		output_put_lost(out, out->lost, out->encoding_name);
		return;
	}
	output_flush(out);
	errors = output_new(STDERR_FILENO, out->encoding_name);
	output_put_lost(errors, out->lost, out->encoding_name);
	output_flush(errors);
	output_release(errors);
}

enum status
output_close(struct output *out, struct error *err)
{
	enum status rc = STATUS_OK;

	output_say_lost(out);
	if (out->encoding)
		encoding_finish(out->encoding, &out->bytes);
	output_flush(out);
	if (out->failure)
		rc = error_set(err, STATUS_IO,
			       _("The output could not be written: %s."),
			       strerror(out->failure));
	output_release(out);
	return rc;
}
