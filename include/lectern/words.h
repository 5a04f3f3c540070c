/*
 * words.h - every message a person reads goes through gettext.
 *
 *	_("…")			translated now
 *	N_("…")			marked in a table, translated by gettext() later
 *	P_("%d point", "%d points", n)	plural forms
 *
 * Whole sentences only, never glued from pieces. Words that programs read
 * (severities, JSON keys, ids) are not translated.
 */
#ifndef LECTERN_WORDS_H
#define LECTERN_WORDS_H

#include <libintl.h>

#define _(text)		 gettext(text)
#define N_(text)	 text
#define P_(one, many, n) ngettext((one), (many), (unsigned long)(n))

#endif
