/* Colours and weights for what cells mean, from a theme of one line a style:
 * "style foreground background attributes…". */
#include <stdlib.h>
#include <string.h>

#include "theme_data.h"
#include "tui_private.h"

#define THEME_DEFAULT (-1)
#define THEME_BRIGHT  8

static struct theme_look theme_looks[STYLE_COUNT];
static const char *theme_name = "dark";

static const char *const theme_colours[] = {
	"black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
};

static const struct {
	const char *name;
	attr_t attribute;
} theme_attributes[] = {
	{"bold", A_BOLD},	    {"dim", A_DIM},
	{"underline", A_UNDERLINE}, {"italic", A_ITALIC},
	{"reverse", A_REVERSE},
};

static bool
is_theme_word(const char *word, size_t len, const char *name)
{
	return strlen(name) == len && strncmp(word, name, len) == 0;
}

/* A colour's number: 0..7, 8..15 for the bright ones. */
static int
theme_colour(const char *word, size_t len)
{
	static const char bright[] = "bright-";
	int base = 0;

	if (len > strlen(bright) &&
	    strncmp(word, bright, strlen(bright)) == 0) {
		base = THEME_BRIGHT;
		word += strlen(bright);
		len -= strlen(bright);
	}
	for (int i = 0; i < 8; i++)
		if (is_theme_word(word, len, theme_colours[i]))
			return base + i;
	return THEME_DEFAULT;
}

static int
theme_style(const char *word, size_t len)
{
	for (int i = 0; i < STYLE_COUNT; i++)
		if (is_theme_word(word, len, style_name((enum style)i)))
			return i;
	return -1;
}

/* With eight colours a bright one is its dark kin in bold; bright black is
 * the default colour, dimmed. */
static int
theme_fit_colour(int colour, attr_t *attributes)
{
	if (colour < THEME_BRIGHT || COLORS >= 16)
		return colour;
	if (colour == THEME_BRIGHT) {
		*attributes |= A_DIM;
		return THEME_DEFAULT;
	}
	*attributes |= A_BOLD;
	return colour - THEME_BRIGHT;
}

/* A terminal without slanted letters underlines instead. */
static attr_t
theme_fit_attribute(attr_t attribute)
{
	const char *slanted = tigetstr("sitm");

	if (attribute == A_ITALIC && (slanted == NULL || slanted == (char *)-1))
		return A_UNDERLINE;
	return attribute;
}

static const char *
theme_word(const char **at, const char *end, size_t *len)
{
	const char *word;

	while (*at < end && (**at == ' ' || **at == '\t'))
		(*at)++;
	word = *at;
	while (*at < end && **at != ' ' && **at != '\t')
		(*at)++;
	*len = (size_t)(*at - word);
	return word;
}

static void
theme_parse_line(const char *line, const char *end, bool has_colours)
{
	const char *at = line, *word;
	struct theme_look *look;
	int style, foreground, background;
	size_t len;

	word = theme_word(&at, end, &len);
	style = len == 0 || *word == '#' ? -1 : theme_style(word, len);
	if (style < 0)
		return;
	look = &theme_looks[style];
	word = theme_word(&at, end, &len);
	foreground = theme_colour(word, len);
	word = theme_word(&at, end, &len);
	background = theme_colour(word, len);
	while (word = theme_word(&at, end, &len), len > 0)
		for (size_t i = 0;
		     i < sizeof theme_attributes / sizeof *theme_attributes;
		     i++)
			if (is_theme_word(word, len, theme_attributes[i].name))
				look->attributes |= theme_fit_attribute(
					theme_attributes[i].attribute);
	if (!has_colours)
		return;
	foreground = theme_fit_colour(foreground, &look->attributes);
	background = theme_fit_colour(background, &look->attributes);
	if (foreground == THEME_DEFAULT && background == THEME_DEFAULT)
		return;
	if (init_pair((short)(style + 1), (short)foreground,
		      (short)background) == OK)
		look->pair = (short)(style + 1);
}

void
theme_choose(const char *name)
{
	theme_name = name;
}

static const char *
theme_text(const char *name)
{
	for (const struct theme_file *file = theme_files; file->name != NULL;
	     file++)
		if (strcmp(file->name, name) == 0)
			return file->text;
	return theme_files[0].text;
}

void
theme_up(void)
{
	const char *no_colour = getenv("NO_COLOR");
	bool has_colours = (no_colour == NULL || *no_colour == '\0') &&
			   has_colors() && start_color() == OK;
	const char *at;

	memset(theme_looks, 0, sizeof theme_looks);
	if (has_colours && use_default_colors() != OK)
		has_colours = false;
	if (has_colours && (COLORS < 8 || COLOR_PAIRS <= STYLE_COUNT))
		has_colours = false;
	at = theme_text(has_colours ? theme_name : "mono");
	while (*at != '\0') {
		size_t len = strcspn(at, "\n");

		theme_parse_line(at, at + len, has_colours);
		at += len + (at[len] == '\n');
	}
}

struct theme_look
theme_look(enum style style)
{
	return theme_looks[style];
}
