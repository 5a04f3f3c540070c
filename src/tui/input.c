/* Keys by name. */
#include <stdio.h>
#include <string.h>

#include "lectern/utf8.h"
#include "tui_private.h"

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

enum input
input_key(char name[KEY_NAME_SIZE])
{
	wint_t c = 0;
	int kind = get_wch(&c);

	name[0] = '\0';
	if (kind == ERR)
		return INPUT_NONE;
	if (kind == KEY_CODE_YES)
		input_name_code((int)c, name);
	else
		input_name_char(c, name);
	return INPUT_KEY;
}
