/* What is said of an intake: what the draft made of the documents, and how each
 * was read. */
#include "lectern/words.h"
#include "intake_parts.h"

/* "windows-1251, by its letters (97 %)" */
static void
intake_describe_encoding(const struct import_text *text, struct buffer *out)
{
	static const char *const how[] = {
		[IMPORT_BY_GIVEN] = N_("as you said"),
		[IMPORT_BY_MARK] = N_("by its byte order mark"),
		[IMPORT_BY_FORM] = N_("by its form"),
		[IMPORT_BY_LETTERS] = N_("by its letters"),
		[IMPORT_BY_GUESS] = N_("by a guess"),
	};

	buffer_printf(out, "%s, %s", text->encoding, _(how[text->by]));
	if (text->by != IMPORT_BY_GIVEN)
		buffer_printf(out, " (%d %%)", text->sure);
}

/* Bytes that mean nothing in the encoding, and where they are. */
static void
intake_describe_bad(const struct import_text *text, struct buffer *out)
{
	size_t i;

	if (!text->bad)
		return;
	buffer_append_string(out, "; ");
	buffer_printf(out,
		      P_("%d byte could not be decoded, at offset",
			 "%d bytes could not be decoded, at offsets",
			 (unsigned long)text->bad),
		      text->bad);
	for (i = 0; i < text->place_count; i++)
		buffer_printf(out, "%s %d", i ? "," : "", text->places[i]);
	if ((size_t)text->bad > text->place_count)
		buffer_append_string(out, " …");
}

static void
intake_describe(const struct intake *intake, size_t index, struct buffer *out)
{
	const struct document *document = &intake->documents.items[index];

	buffer_printf(out, "%s: %s", intake->sources.items[index].name,
		      document_format_name(document->format));
	if (*document->text.encoding) {
		buffer_append_string(out, ", ");
		intake_describe_encoding(&document->text, out);
		intake_describe_bad(&document->text, out);
	}
}

void
intake_write_report(struct intake *intake)
{
	size_t i;

	draft_write_report(&intake->draft, intake->sources.items,
			   intake->sources.len, &intake->report);
	buffer_printf(&intake->report, "\n## %s\n\n", _("Documents"));
	for (i = 0; i < intake->documents.len; i++) {
		buffer_append_string(&intake->report, "- ");
		intake_describe(intake, i, &intake->report);
		buffer_append_byte(&intake->report, '\n');
	}
}
