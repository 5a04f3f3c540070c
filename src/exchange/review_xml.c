/* The table as XML: TMX for memories of translation, XLIFF for translators. */
#include <string.h>

#include "lectern/utf8.h"
#include "review_parts.h"

#define REVIEW_NO_CHAR 0xfffd

static bool
is_xml_char(uint32_t cp)
{
	return cp == '\t' || cp == '\n' || cp == '\r' ||
	       (cp >= 0x20 && cp <= 0xd7ff) || (cp >= 0xe000 && cp <= 0xfffd) ||
	       (cp >= 0x10000 && cp <= 0x10ffff);
}

static const char *
review_entity(uint32_t cp)
{
	switch (cp) {
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '&':
		return "&amp;";
	case '"':
		return "&quot;";
	case '\r':
		return "&#13;"; /* else a reader makes it a line's end */
	default:
		return NULL;
	}
}

void
review_xml(struct buffer *out, const char *text, size_t len)
{
	const char *entity;
	size_t at = 0;
	uint32_t cp;

	while (at < len) {
		at += utf8_decode(text + at, len - at, &cp);
		entity = review_entity(cp);
		if (entity)
			buffer_append_string(out, entity);
		else
			buffer_append_char(
				out, is_xml_char(cp) ? cp : REVIEW_NO_CHAR);
	}
}

static void
review_put(struct buffer *out, const char *before, const char *text,
	   const char *after)
{
	buffer_append_string(out, before);
	review_xml(out, text, strlen(text));
	buffer_append_string(out, after);
}

/* ---- TMX ---- */

static void
tmx_put_unit(const struct review *review, const struct review_row *row,
	     struct buffer *out)
{
	size_t i;

	review_put(out, "    <tu tuid=\"", row->place, "\">\n");
	for (i = 0; i < review->language_count; i++) {
		if (!row->cells[i].text)
			continue;
		review_put(out, "      <tuv xml:lang=\"", review->languages[i],
			   "\">");
		review_put(out, "<seg>", row->cells[i].text, "</seg></tuv>\n");
	}
	buffer_append_string(out, "    </tu>\n");
}

/* A unit needs one language at least. */
static bool
is_row_empty(const struct review *review, const struct review_row *row)
{
	size_t i;

	for (i = 0; i < review->language_count; i++)
		if (row->cells[i].text)
			return false;
	return true;
}

/* OmegaT takes a memory whose 'srclang' is one of its own languages. */
void
review_write_tmx(const struct review *review, struct buffer *out)
{
	size_t i;

	buffer_append_string(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
				  "<tmx version=\"1.4\">\n"
				  "  <header creationtool=\"lectern\"");
	buffer_append_string(out, " creationtoolversion=\"1\" segtype=\"block\""
				  " o-tmf=\"Markdown\" adminlang=\"en\"");
	review_put(out, " srclang=\"", review->languages[0],
		   "\" datatype=\"plaintext\">\n");
	review_put(out, "    <prop type=\"x-lectern-meeting\">",
		   review->meeting, "</prop>\n  </header>\n  <body>\n");
	for (i = 0; i < review->rows.len; i++)
		if (!is_row_empty(review, &review->rows.items[i]))
			tmx_put_unit(review, &review->rows.items[i], out);
	buffer_append_string(out, "  </body>\n</tmx>\n");
}

/* ---- XLIFF ---- */

static void
xliff_put_unit(const struct review_row *row, size_t number, struct buffer *out)
{
	const char *target = row->cells[1].text;

	buffer_printf(out, "    <unit id=\"u%zu\"", number);
	review_put(out, " name=\"", row->place, "\">\n");
	buffer_printf(out, "      <segment state=\"%s\">\n",
		      target ? "translated" : "initial");
	review_put(out, "        <source>", row->cells[0].text, "</source>\n");
	if (target)
		review_put(out, "        <target>", target, "</target>\n");
	buffer_append_string(out, "      </segment>\n    </unit>\n");
}

void
review_write_xliff(const struct review *review, struct buffer *out)
{
	size_t i, number = 0;

	buffer_append_string(
		out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
		     "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" "
		     "version=\"2.0\"");
	review_put(out, " srcLang=\"", review->languages[0], "\"");
	if (review->language_count > 1)
		review_put(out, " trgLang=\"", review->languages[1], "\"");
	review_put(out, ">\n  <file id=\"f1\" original=\"", review->meeting,
		   "\" xml:space=\"preserve\">\n");
	for (i = 0; i < review->rows.len; i++)
		if (review->rows.items[i].cells[0].text)
			xliff_put_unit(&review->rows.items[i], ++number, out);
	buffer_append_string(out, "  </file>\n</xliff>\n");
}
