/* Keys by name. */
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "lectern/utf8.h"
#include "tui_private.h"

static mbstate_t input_state; /* of a character whose bytes still come */

static const struct {
	int code;
	const char *name;
} input_names[] = {
	{KEY_DOWN, "Down"},    {KEY_UP, "Up"},
	{KEY_LEFT, "Left"},    {KEY_RIGHT, "Right"},
	{KEY_HOME, "Home"},    {KEY_END, "End"},
	{KEY_NPAGE, "PgDn"},   {KEY_PPAGE, "PgUp"},
	{KEY_IC, "Insert"},    {KEY_DC, "Delete"},
	{KEY_BTAB, "BackTab"}, {KEY_BACKSPACE, "Backspace"},
	{KEY_ENTER, "Enter"},  {KEY_FIND, "Home"},
	{KEY_SELECT, "End"},   {KEY_A1, "Home"},
	{KEY_A3, "PgUp"},      {KEY_C1, "End"},
	{KEY_C3, "PgDn"},
};

static void
input_name_code(int code, char name[KEY_NAME_SIZE])
{
	name[0] = '\0';
	for (size_t i = 0; i < sizeof input_names / sizeof *input_names; i++)
		if (input_names[i].code == code)
			snprintf(name, KEY_NAME_SIZE, "%s",
				 input_names[i].name);
	if (code >= KEY_F(1) && code <= KEY_F(12))
		snprintf(name, KEY_NAME_SIZE, "F%d", code - KEY_F0);
}

/* Characters that are keys of their own; the rest are text or "^A". */
static const struct {
	wint_t c;
	const char *name;
} input_chars[] = {
	{27, "Esc"},   {127, "Backspace"}, {8, "Backspace"}, {9, "Tab"},
	{13, "Enter"}, {10, "Enter"},	   {32, "Space"},
};

static void
input_name_char(wint_t c, char name[KEY_NAME_SIZE])
{
	for (size_t i = 0; i < sizeof input_chars / sizeof *input_chars; i++)
		if (input_chars[i].c == c) {
			snprintf(name, KEY_NAME_SIZE, "%s",
				 input_chars[i].name);
			return;
		}
	if (c < ' ')
		snprintf(name, KEY_NAME_SIZE, "^%c", (char)(c + '@'));
	else
		name[utf8_encode((uint32_t)c, name)] = '\0';
}

/*
 * Bytes are put together here and not by get_wch(), which lets bytes that are
 * no character swallow the keys typed after them.
 */
static void
input_byte(char byte, char name[KEY_NAME_SIZE])
{
	wchar_t c = 0;
	size_t used = mbrtowc(&c, &byte, 1, &input_state);

	if (used == (size_t)-2)
		return; /* more bytes to come */
	if (used == (size_t)-1) {
		memset(&input_state, 0, sizeof input_state);
		if ((unsigned char)byte >= 0x80)
			return;
		c = (wchar_t)byte;
	}
	input_name_char((wint_t)c, name);
}

enum input
input_key(char name[KEY_NAME_SIZE])
{
	int c = getch();

	name[0] = '\0';
	if (c == ERR)
		return INPUT_NONE;
	if (c > 0xff)
		input_name_code(c, name);
	else
		input_byte((char)c, name);
	return INPUT_KEY;
}
