/*
 * theme_data.h - the themes of data/, compiled in: no file has to be found at
 * run time.
 */
#ifndef LECTERN_TUI_THEME_DATA_H
#define LECTERN_TUI_THEME_DATA_H

struct theme_file {
	const char *name, *text;
};

/* Ends with a row without name; the first is the one used unless chosen. */
extern const struct theme_file theme_files[];

#endif
