/* A text of any encoding, through the confined program. */
#include <string.h>

#include "lectern/import.h"
#include "lectern/utf8.h"
#include "lectern/words.h"

#define IMPORT_ENCODINGS                                                       \
	"UTF-8, UTF-16, UTF-32, windows-1251, KOI8-R, KOI8-U, IBM866, "        \
	"ISO-8859-5, x-mac-cyrillic, KZ-1048, PT154, windows-1252, "           \
	"ISO-8859-1, ISO-8859-15, windows-1256, GB18030, Big5"

static enum status
import_refuse_text(const json_t *object, const char *name, struct error *err)
{
	const char *word = import_member(object, "problem");

	if (!strcmp(word, "encoding-unknown"))
		(void)error_set(err, STATUS_INVALID,
				_("“%s” is no encoding that is read. Those "
				  "are: %s."),
				import_member(object, "value"),
				IMPORT_ENCODINGS);
	else if (!strcmp(word, "encoding-missing"))
		(void)error_set(err, STATUS_UNSUPPORTED,
				_("%s is in the encoding %s, which iconv does "
				  "not know here. Save it as UTF-8, or install "
				  "the converters (Debian: "
				  "libc6)."),
				name, import_member(object, "value"));
	else if (!strcmp(word, "too-large"))
		(void)error_set(err, STATUS_LIMIT,
				_("%s is larger than 32 MiB, more than any "
				  "text. Break it into several."),
				name);
	else
		(void)error_set(err, STATUS_INVALID,
				_("%s is not text in an encoding that can be "
				  "recognised. Name the encoding, or save it "
				  "as UTF-8."),
				name);
	return err->code;
}

static enum import_by
import_read_by(const char *by)
{
	static const struct {
		const char *word;
		enum import_by by;
	} words[] = {
		{"given", IMPORT_BY_GIVEN},	{"bom", IMPORT_BY_MARK},
		{"utf-8", IMPORT_BY_FORM},	{"zeros", IMPORT_BY_FORM},
		{"letters", IMPORT_BY_LETTERS},
	};
	size_t i;

	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (!strcmp(words[i].word, by))
			return words[i].by;
	return IMPORT_BY_GUESS;
}

static void
import_copy_word(char *out, size_t size, const char *word)
{
	size_t len = strnlen(word, size - 1);

	memcpy(out, word, len);
	out[len] = '\0';
}

static void
import_take_head(const json_t *object, struct import_text *out)
{
	const json_t *places = json_object_get(object, "places");
	json_int_t place;
	size_t i;

	import_copy_word(out->encoding, sizeof out->encoding,
			 import_member(object, "encoding"));
	import_copy_word(out->line_ends, sizeof out->line_ends,
			 import_member(object, "line-ends"));
	out->by = import_read_by(import_member(object, "by"));
	out->sure = import_number(object, "sure");
	out->has_mark = json_is_true(json_object_get(object, "bom"));
	out->bad = import_number(object, "bad");
	for (i = 0; i < json_array_size(places) && i < IMPORT_PLACES_MAX; i++) {
		place = json_integer_value(json_array_get(places, i));
		out->places[out->place_count++] =
			place >= 0 && place <= 1 << 30 ? (int)place : 0;
	}
}

enum status
import_parse_text(const char *output, size_t len, const char *name,
		  struct import_text *out, struct error *err)
{
	const char *end = memchr(output, '\n', len), *text;
	json_t *head = end ? json_loadb(output, (size_t)(end - output), 0, NULL)
			   : NULL;
	size_t size = end ? len - (size_t)(end + 1 - output) : 0;
	enum status rc = STATUS_OK;

	memset(out, 0, sizeof *out);
	buffer_init(&out->text);
	text = end ? end + 1 : "";
	if (json_is_object(head) && *import_member(head, "problem"))
		rc = import_refuse_text(head, name, err);
	else if (!json_is_object(head) || !*import_member(head, "encoding") ||
		 utf8_valid_prefix(text, size) != size ||
		 memchr(text, '\0', size))
		rc = error_set(err, STATUS_INVALID,
			       _("The import of %s broke off. Try again."),
			       name);
	else {
		import_take_head(head, out);
		buffer_append(&out->text, text, size);
	}
	json_decref(head);
	if (rc)
		error_set_place(err, name, 0);
	return rc;
}

enum status
import_read_text(const struct import_file *file, const char *encoding,
		 struct import_text *out, struct error *err)
{
	struct buffer output = BUFFER_INIT;
	enum status rc = import_run("text", encoding, file, &output, err);

	memset(out, 0, sizeof *out);
	buffer_init(&out->text);
	if (!rc)
		rc = import_parse_text(output.data, output.len, file->name, out,
				       err);
	buffer_release(&output);
	return rc;
}

void
import_text_release(struct import_text *text)
{
	buffer_release(&text->text);
}
