/*
 * filter.h - the one output filter. What a file says reaches a screen, a
 * pipe, a page or a message only through here.
 *
 * A predicate per code point, with no state between calls: C0 but TAB and LF,
 * DEL, C1, U+2028/2029, bidi controls (U+061C, U+200E/F, U+202A–E,
 * U+2066–9), tag characters, noncharacters, private use and unassigned
 * controls become a visible token "<U+001B>". Zero-width characters and the
 * soft hyphen: a token on screen, dropped in print; U+200C and U+200D stay
 * between letters of scripts that need them. At most 4 combining marks follow
 * a base, later ones are dropped. U+00A0, U+202F and U+2011 are kept.
 * Malformed UTF-8 is U+FFFD. Filtering twice changes nothing.
 */
#ifndef LECTERN_FILTER_H
#define LECTERN_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lectern/buffer.h"

enum sink { SINK_SCREEN, SINK_PRINT };

enum filter_verdict {
	FILTER_KEEP,
	FILTER_TOKEN, /* show as <U+XXXX> */
	FILTER_DROP,
	FILTER_JOINER, /* U+200C/D: keep between letters that join */
};

/* What becomes of a code point on its own. */
enum filter_verdict filter_code_point(uint32_t cp, enum sink sink);

/* Append text[0..len), filtered, to 'out'. */
void filter_text(const char *text, size_t len, enum sink sink,
		 struct buffer *out);

/* The same for print, as text or attribute of HTML, XML 1.0 or SVG: what is
 * left of '<', '>', '&' and '"' are entities. */
void filter_markup(const char *text, size_t len, struct buffer *out);

/*
 * As filter_text(), and map[i] is the offset in 'text' that byte i of what was
 * appended came from (so that spans can follow); map has room for
 * filter_bound(len) entries.
 */
size_t filter_bound(size_t len);
void filter_text_mapped(const char *text, size_t len, enum sink sink,
			struct buffer *out, size_t *map);

#endif
