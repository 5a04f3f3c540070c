/*
 * What terminfo says for moving, styles and scrolling, put together with text
 * and written to the terminal at once: a person never sees half a frame.
 *
 * Curses has the terminal, its keys and its modes. It also can draw, but looks
 * at each cell several times and writes at each move of the cursor; with a
 * frame at hand that says what every cell is, a key is drawn in half the time.
 * Terminals that need more than is here (delays, glitches of old hardware) are
 * left to curses.
 */
#include <errno.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

#include "lectern/utf8.h"
#include "tui_private.h"

#define EMIT_NOWHERE (-1)

/* Strings of the terminal; those before EMIT_REGION must be there. */
enum emit_string {
	EMIT_MOVE,
	EMIT_PLAIN,
	EMIT_CLEAR,
	EMIT_CLEAR_LINE,
	EMIT_REGION,
	EMIT_DELETE_LINES,
	EMIT_INSERT_LINES,
	EMIT_OWN_COLOURS,
	EMIT_STRINGS
};

static const char *const emit_names[EMIT_STRINGS] = {
	"cup", "sgr0", "clear", "el", "csr", "dl", "il", "op",
};

/* How nearly every terminal moves: worth not asking terminfo each time. */
static const char emit_usual_move[] = "\033[%i%p1%d;%p2%dH";

static struct {
	attr_t attribute;
	const char *name, *string; /* NULL: the terminal has none */
} emit_attributes[] = {
	{A_BOLD, "bold", NULL},	     {A_DIM, "dim", NULL},
	{A_UNDERLINE, "smul", NULL}, {A_ITALIC, "sitm", NULL},
	{A_REVERSE, "rev", NULL},
};
#define EMIT_ATTRIBUTES (sizeof emit_attributes / sizeof *emit_attributes)

/* A style as the terminal has it; colours -1: its own. */
struct emit_look {
	attr_t attributes;
	short foreground, background;
	struct buffer colours; /* what sets them, from the terminal's own */
};

static const char *emit_strings[EMIT_STRINGS]; /* NULL: it has none */
static bool emit_is_usable, emit_is_usual;
static struct emit_look emit_looks[STYLE_COUNT];
static struct buffer emit_out = {buffer_empty, 0, 0};
static int emit_row, emit_column; /* of the cursor; or EMIT_NOWHERE */
static int emit_style_now;	  /* or EMIT_NOWHERE */

/* NULL where it is not there, or wants a delay that curses knows to make. */
static const char *
emit_find(const char *name)
{
	const char *string = tigetstr(name);

	if (string == NULL || string == (const char *)-1 || *string == '\0' ||
	    strstr(string, "$<") != NULL)
		return NULL;
	return string;
}

static void
emit_add_colour(struct buffer *out, const char *name, short colour)
{
	const char *string = emit_find(name);

	if (colour >= 0 && string != NULL)
		buffer_append_string(out, tiparm(string, (int)colour));
}

/* Attributes that this terminal cannot show together with a colour, by the
 * bits of "no_color_video". */
static attr_t
emit_lost_beside_colour(void)
{
	static const struct {
		int bit;
		attr_t attribute;
	} bits[] = {
		{2, A_UNDERLINE}, {4, A_REVERSE},     {16, A_DIM},
		{32, A_BOLD},	  {0x8000, A_ITALIC},
	};
	int lost = tigetnum("ncv");
	attr_t attributes = A_NORMAL;

	for (size_t i = 0; lost > 0 && i < sizeof bits / sizeof *bits; i++)
		if (lost & bits[i].bit)
			attributes |= bits[i].attribute;
	return attributes;
}

static void
emit_make_look(enum style style)
{
	struct theme_look look = theme_look(style);
	struct emit_look *out = &emit_looks[style];

	*out = (struct emit_look){look.attributes, -1, -1, BUFFER_INIT};
	if (look.pair <= 0 ||
	    pair_content(look.pair, &out->foreground, &out->background) != OK)
		return;
	out->attributes &= ~emit_lost_beside_colour();
	emit_add_colour(&out->colours, "setaf", out->foreground);
	emit_add_colour(&out->colours, "setab", out->background);
}

/* Is the last column no trap, and do styles survive a move? */
static bool
emit_is_plain_terminal(void)
{
	return (tigetflag("am") <= 0 || tigetflag("xenl") > 0) &&
	       tigetflag("msgr") > 0 && tigetnum("xmc") <= 0 &&
	       tigetflag("hc") <= 0 && tigetflag("os") <= 0;
}

void
emit_up(void)
{
	emit_is_usable = emit_is_plain_terminal();
	for (int i = 0; i < EMIT_STRINGS; i++) {
		emit_strings[i] = emit_find(emit_names[i]);
		if (i < EMIT_REGION && emit_strings[i] == NULL)
			emit_is_usable = false;
	}
	for (size_t i = 0; i < EMIT_ATTRIBUTES; i++)
		emit_attributes[i].string = emit_find(emit_attributes[i].name);
	for (int i = 0; emit_is_usable && i < STYLE_COUNT; i++)
		emit_make_look((enum style)i);
	emit_is_usual = emit_is_usable &&
			strcmp(emit_strings[EMIT_MOVE], emit_usual_move) == 0;
	emit_forget();
}

void
emit_down(void)
{
	for (int i = 0; emit_is_usable && i < STYLE_COUNT; i++)
		buffer_release(&emit_looks[i].colours);
	emit_is_usable = false;
	buffer_release(&emit_out);
}

bool
emit_is_ready(void)
{
	return emit_is_usable;
}

void
emit_forget(void)
{
	emit_row = emit_column = emit_style_now = EMIT_NOWHERE;
}

void
emit_move(int row, int column)
{
	if (emit_row == row && emit_column == column)
		return;
	if (emit_is_usual)
		buffer_printf(&emit_out, "\033[%d;%dH", row + 1, column + 1);
	else
		buffer_append_string(&emit_out, tiparm(emit_strings[EMIT_MOVE],
						       row, column));
	emit_row = row;
	emit_column = column;
}

/* Would a colour have to be taken away? */
static bool
emit_loses_colour(const struct emit_look *from, const struct emit_look *to)
{
	return (from->foreground >= 0 && to->foreground < 0) ||
	       (from->background >= 0 && to->background < 0);
}

/* From one style to another, without what both have. */
static void
emit_change_style(const struct emit_look *from, const struct emit_look *to)
{
	struct emit_look now = {A_NORMAL, -1, -1, BUFFER_INIT};

	if (from != NULL)
		now = *from;
	if (from == NULL || (now.attributes & ~to->attributes) != 0 ||
	    (emit_loses_colour(&now, to) &&
	     emit_strings[EMIT_OWN_COLOURS] == NULL)) {
		buffer_append_string(&emit_out, emit_strings[EMIT_PLAIN]);
		now = (struct emit_look){A_NORMAL, -1, -1, BUFFER_INIT};
	} else if (emit_loses_colour(&now, to)) {
		buffer_append_string(&emit_out, emit_strings[EMIT_OWN_COLOURS]);
		now.foreground = now.background = -1;
	}
	for (size_t i = 0; i < EMIT_ATTRIBUTES; i++) {
		attr_t more = to->attributes & ~now.attributes;

		if ((more & emit_attributes[i].attribute) &&
		    emit_attributes[i].string != NULL)
			buffer_append_string(&emit_out,
					     emit_attributes[i].string);
	}
	if (to->foreground != now.foreground ||
	    to->background != now.background)
		buffer_append(&emit_out, to->colours.data, to->colours.len);
}

void
emit_style(enum style style)
{
	if (emit_style_now == (int)style)
		return;
	emit_change_style(emit_style_now == EMIT_NOWHERE
				  ? NULL
				  : &emit_looks[emit_style_now],
			  &emit_looks[style]);
	emit_style_now = (int)style;
}

void
emit_char(uint32_t cp, bool is_utf8)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state;
	size_t len;

	if (is_utf8) {
		buffer_append(&emit_out, bytes, utf8_encode(cp, bytes));
		return;
	}
	memset(&state, 0, sizeof state);
	len = wcrtomb(bytes, (wchar_t)cp, &state);
	if (len != (size_t)-1)
		buffer_append(&emit_out, bytes, len);
}

void
emit_advance(int cells, int columns)
{
	emit_column += cells;
	/* Behind the last column terminals differ. */
	if (emit_column >= columns)
		emit_row = emit_column = EMIT_NOWHERE;
}

void
emit_clear_screen(void)
{
	emit_style(STYLE_TEXT);
	buffer_append_string(&emit_out, emit_strings[EMIT_CLEAR]);
	emit_row = emit_column = EMIT_NOWHERE;
}

void
emit_clear_line(void)
{
	emit_style(STYLE_TEXT);
	buffer_append_string(&emit_out, emit_strings[EMIT_CLEAR_LINE]);
}

bool
emit_can_scroll(void)
{
	return emit_strings[EMIT_REGION] != NULL &&
	       emit_strings[EMIT_DELETE_LINES] != NULL &&
	       emit_strings[EMIT_INSERT_LINES] != NULL;
}

void
emit_scroll(int top, int bottom, int lines, int rows)
{
	enum emit_string which =
		lines > 0 ? EMIT_DELETE_LINES : EMIT_INSERT_LINES;

	emit_style(STYLE_TEXT);
	buffer_append_string(&emit_out,
			     tiparm(emit_strings[EMIT_REGION], top, bottom));
	emit_row = emit_column = EMIT_NOWHERE;
	emit_move(top, 0);
	buffer_append_string(&emit_out, tiparm(emit_strings[which],
					       lines > 0 ? lines : -lines));
	buffer_append_string(&emit_out,
			     tiparm(emit_strings[EMIT_REGION], 0, rows - 1));
	emit_row = emit_column = EMIT_NOWHERE;
}

/* A terminal that takes no more is noticed by the loop, not here. */
void
emit_flush(void)
{
	struct pollfd terminal = {.fd = STDOUT_FILENO, .events = POLLOUT};
	const char *bytes = emit_out.data;
	size_t len = emit_out.len;
	ssize_t written;

	while (len > 0) {
		written = write(STDOUT_FILENO, bytes, len);
		if (written > 0) {
			bytes += written;
			len -= (size_t)written;
		} else if (errno == EAGAIN) {
			if (poll(&terminal, 1, -1) < 0 && errno != EINTR)
				break;
		} else if (errno != EINTR) {
			break;
		}
	}
	buffer_reset(&emit_out);
}
