#include "internal.h"

/* The first byte of every character that is_control() may be true of. */
static bool
source_may_be_control(unsigned char byte)
{
	return byte < 0x20 || byte == 0x7f || byte == 0xc2 || byte == 0xd8 ||
	       byte == 0xe2 || byte == 0xf3;
}

/* What acts on a terminal or turns the order of words, and is never text. */
static bool
is_control(uint32_t cp)
{
	if (cp < 0x20)
		return cp != '\t' && cp != '\n' && cp != '\r';
	return (cp >= 0x7f && cp < 0xa0) || cp == 0x61c || cp == 0x200e ||
	       cp == 0x200f || (cp >= 0x2028 && cp <= 0x202e) ||
	       (cp >= 0x2066 && cp <= 0x2069) ||
	       (cp >= 0xe0000 && cp <= 0xe007f);
}

void
source_report_controls(struct source *src, struct reporter *rep)
{
	size_t at = 0;
	size_t size;
	uint32_t cp;
	int line;

	while (at < src->len) {
		if (!source_may_be_control((unsigned char)src->text[at])) {
			at++;
			continue;
		}
		size = utf8_decode(src->text + at, src->len - at, &cp);
		if (!is_control(cp)) {
			at += size;
			continue;
		}
		line = source_line_at(src, at);
		brief_report(rep, SEVERITY_WARNING, line,
			     source_column(src, line,
					   at - source_line_start(src, line)),
			     "control-character",
			     _("A control character stands here; it is shown "
			       "as <U+%04X> and does nothing. Delete it."),
			     (unsigned)cp);
		at = source_line_end(src, line);
	}
}
