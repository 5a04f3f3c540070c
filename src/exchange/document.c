#include "config.h" /* _GNU_SOURCE, for memfd_create */

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

#include "lectern/document.h"
#include "lectern/memory.h"
#include "lectern/spawn.h"
#include "lectern/utf8.h"
#include "lectern/words.h"

#define DOCUMENT_SIZE_MAX	 ((size_t)32 << 20)
#define DOCUMENT_SECONDS_MAX	 60
#define DOCUMENT_SIGNATURE_MAX	 1024
#define DOCUMENT_BLOCK		 ((size_t)64 << 10)
#define DOCUMENT_MESSAGE_MAX	 200 /* of another's words, in ours */
#define DOCUMENT_CONVERT_MISSING 127 /* as src/import/convert.h has it */

/* How each format is read. */
static const struct document_way {
	const char *name;
	bool is_packed;	       /* a zip file */
	const char *converter; /* NULL: the text is there as it is */
	const char *package;   /* of Debian, that has the converter */
} document_ways[DOCUMENT_FORMAT_COUNT] = {
	[DOCUMENT_TEXT] = {"text", false, NULL, NULL},
	[DOCUMENT_MARKDOWN] = {"markdown", false, NULL, NULL},
	[DOCUMENT_DOCX] = {"docx", true, "pandoc", "pandoc"},
	[DOCUMENT_ODT] = {"odt", true, "pandoc", "pandoc"},
	[DOCUMENT_RTF] = {"rtf", false, "pandoc", "pandoc"},
	[DOCUMENT_HTML] = {"html", false, "pandoc", "pandoc"},
	[DOCUMENT_PDF] = {"pdf", false, "pdftotext", "poppler-utils"},
};

const char *
document_format_name(enum document_format format)
{
	return document_ways[format].name;
}

bool
is_document_markdown(const struct document *document)
{
	return document->format != DOCUMENT_TEXT &&
	       document->format != DOCUMENT_PDF;
}

/* ---- the file ---- */

/* What comes through a pipe, into memory, so that it can be looked at first
 * and read from its beginning then. Twice what is read is enough to see that
 * it is too much. */
static enum status
document_hold(struct import_file *file, struct error *err)
{
	int held = memfd_create("document", MFD_CLOEXEC);
	char *block = mem_alloc(DOCUMENT_BLOCK, 1);
	size_t size = 0;
	ssize_t got = 0;
	int errnum = held < 0 ? errno : 0;

	while (!errnum && size <= DOCUMENT_SIZE_MAX &&
	       (got = read(file->fd, block, DOCUMENT_BLOCK)) != 0) {
		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0 || write(held, block, (size_t)got) != got)
			errnum = errno;
		size += got > 0 ? (size_t)got : 0;
	}
	free(block);
	if (errnum) {
		if (held >= 0)
			close(held);
		return error_set_io(err, errnum, file->name,
				    _("%s cannot be read"), file->name);
	}
	import_file_close(file);
	file->fd = held;
	return STATUS_OK;
}

static enum status
document_open(const char *name, struct import_file *file, struct error *err)
{
	enum status rc = import_file_open(name, file, err);

	if (!rc && lseek(file->fd, 0, SEEK_CUR) < 0)
		rc = document_hold(file, err);
	return rc;
}

static void
document_rewind(const struct import_file *file)
{
	(void)lseek(file->fd, 0, SEEK_SET);
}

/* ---- its format ---- */

static bool
document_begins(const char *bytes, const char *word)
{
	return strncasecmp(bytes, word, strlen(word)) == 0;
}

static bool
document_ends(const char *name, const char *ending)
{
	size_t len = strlen(name), size = strlen(ending);

	return len > size && !strcasecmp(name + len - size, ending);
}

/* The first bytes tell; between texts only the name can. */
static enum document_format
document_tell(const char *name, const char *bytes)
{
	const char *word = bytes;

	if (!strncmp(bytes, "%PDF-", 5))
		return DOCUMENT_PDF;
	if (!strncmp(bytes, "PK\3\4", 4))
		return DOCUMENT_DOCX;
	if (!strncmp(bytes, "{\\rtf", 5))
		return DOCUMENT_RTF;
	if (!strncmp(word, "\xef\xbb\xbf", 3))
		word += 3;
	word += strspn(word, " \t\r\n");
	if (document_begins(word, "<!doctype html") ||
	    document_begins(word, "<html") || document_ends(name, ".html") ||
	    document_ends(name, ".htm"))
		return DOCUMENT_HTML;
	if (document_ends(name, ".md") || document_ends(name, ".markdown"))
		return DOCUMENT_MARKDOWN;
	return DOCUMENT_TEXT;
}

static enum status
document_refuse_old_word(const char *name, struct error *err)
{
	return error_set(err, STATUS_UNSUPPORTED,
			 _("%s is a Word document of before 2007. Save it as "
			   ".docx in Word or LibreOffice."),
			 name);
}

static enum status
document_look(const struct import_file *file, enum document_format *format,
	      struct error *err)
{
	char bytes[DOCUMENT_SIGNATURE_MAX + 1] = {0};
	ssize_t got;

	if (lseek(file->fd, 0, SEEK_END) > (off_t)DOCUMENT_SIZE_MAX)
		return error_set(err, STATUS_LIMIT,
				 _("%s is larger than 32 MiB, more than any "
				   "text. Break it into several."),
				 file->name);
	document_rewind(file);
	got = read(file->fd, bytes, DOCUMENT_SIGNATURE_MAX);
	if (got < 0)
		return error_set_io(err, errno, file->name,
				    _("%s cannot be read"), file->name);
	if (!memcmp(bytes, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
		return document_refuse_old_word(file->name, err);
	*format = document_tell(file->name, bytes);
	return STATUS_OK;
}

/* ---- what is packed ---- */

/* Said by lectern-import of a packed document, as a sentence. */
static const struct document_problem {
	const char *word, *sentence;
} document_problems[] = {
	{"too-large", N_("It unpacks to more than 64 MiB, or one part of it to "
			 "more than 32 MiB. Take the pictures out of it.")},
	{"too-many", N_("It has more than 2,000 parts, more than any text. "
			"Save its text alone.")},
	{"doctype", N_("It declares entities in its XML, which no text does. "
		       "It is not read; ask who sent it.")},
	{"locked", N_("It is locked with a password. Save it without one.")},
	{"broken", N_("It is damaged and cannot be unpacked. Ask for it "
		      "again, or save it anew.")},
};

struct document_parts {
	const char *name;
	enum document_format format;
	bool is_known;
	struct error *err;
};

static bool
document_take_parts(const json_t *object, void *data)
{
	struct document_parts *parts = data;
	const char *problem = import_member(object, "problem");
	const char *kind = import_member(object, "kind");
	size_t i;

	for (i = 0; i < sizeof document_problems / sizeof *document_problems;
	     i++)
		if (!strcmp(problem, document_problems[i].word))
			(void)error_set(parts->err, STATUS_INVALID, "%s: %s",
					parts->name,
					_(document_problems[i].sentence));
	parts->is_known = !strcmp(kind, "docx") || !strcmp(kind, "odt");
	parts->format = !strcmp(kind, "odt") ? DOCUMENT_ODT : DOCUMENT_DOCX;
	return !*problem;
}

/* What is in the package, and that it is safe to unpack. */
static enum status
document_check_parts(const struct import_file *file,
		     enum document_format *format, struct error *err)
{
	struct document_parts parts = {.name = file->name, .err = err};
	struct buffer output = BUFFER_INIT;
	enum status rc;

	document_rewind(file);
	rc = import_run("parts", NULL, file, &output, err);
	if (!rc &&
	    !import_each(output.data, output.len, document_take_parts, &parts))
		rc = err->code ? err->code
			       : error_set(err, STATUS_INVALID,
					   _("%s cannot be unpacked."),
					   file->name);
	else if (!rc && !parts.is_known)
		rc = error_set(err, STATUS_UNSUPPORTED,
			       _("%s is an archive, but no Word or "
				 "OpenDocument text. Unpack it and name the "
				 "documents in it."),
			       file->name);
	*format = parts.format;
	buffer_release(&output);
	return rc;
}

/* ---- another's program ---- */

static enum status
document_explain(const struct document_way *way, const char *name,
		 const struct spawn_result *result, struct error *err)
{
	struct buffer words = BUFFER_INIT;
	size_t len = strcspn(result->messages.data ? result->messages.data : "",
			     "\n");

	if (result->exit_code == DOCUMENT_CONVERT_MISSING)
		return error_set(err, STATUS_NOT_FOUND,
				 _("%s is needed to read %s, and is not "
				   "installed. On Debian: apt-get install %s"),
				 way->converter, name, way->package);
	if (len > DOCUMENT_MESSAGE_MAX)
		len = DOCUMENT_MESSAGE_MAX;
	buffer_append(&words, len ? result->messages.data : "", len);
	(void)error_set(err, STATUS_INVALID,
			_("%s cannot be read by %s (%d): %s"), name,
			way->converter, result->exit_code,
			words.len ? words.data : _("it said nothing"));
	buffer_release(&words);
	return err->code;
}

/* Run the format's converter on the open file, or on a text (not NULL). */
static enum status
document_convert(const struct document_way *way, const struct import_file *file,
		 const struct buffer *text, struct buffer *out,
		 struct error *err)
{
	const char *argv[] = {NULL, "convert", way->name, NULL};
	struct spawn_job job = {.argv = argv,
				.has_file = !text,
				.file = file->fd,
				.limit = DOCUMENT_SIZE_MAX,
				.seconds_max = DOCUMENT_SECONDS_MAX};
	struct spawn_result result = {0, BUFFER_INIT, BUFFER_INIT};
	char *program = NULL;
	enum status rc = spawn_find_own("lectern-import", &program, err);

	if (!rc) {
		argv[0] = program;
		job.input = text ? text->data : NULL;
		job.len = text ? text->len : 0;
		document_rewind(file);
		rc = spawn_run_job(&job, &result, err);
	}
	if (!rc && result.exit_code)
		rc = document_explain(way, file->name, &result, err);
	if (!rc)
		buffer_append(out, result.output.data, result.output.len);
	spawn_result_release(&result);
	free(program);
	return rc;
}

/* What a converter wrote is checked as any input is. */
static enum status
document_take_converted(const char *name, struct buffer *converted,
			struct document *document, struct error *err)
{
	size_t valid = utf8_valid_prefix(converted->data, converted->len);

	if (valid != converted->len ||
	    memchr(converted->data, '\0', converted->len))
		return error_set(err, STATUS_INVALID,
				 _("What %s made of %s is not text."),
				 document_ways[document->format].converter,
				 name);
	if (!converted->data[strspn(converted->data, " \t\r\n\f")])
		return error_set(
			err, STATUS_INVALID,
			document->format == DOCUMENT_PDF
				? _("%s has no text in it, only pictures of "
				    "pages. Have the text recognised (OCR), or "
				    "ask for the document itself.")
				: _("There is no text in %s."),
			name);
	buffer_append(&document->text.text, converted->data, converted->len);
	return STATUS_OK;
}

/* What pandoc does not look at: the encodings of HTML and of RTF. */
static enum status
document_decode(const struct import_file *file, const char *encoding,
		enum document_format format, struct buffer *out,
		struct error *err)
{
	struct import_text decoded;
	enum status rc;

	document_rewind(file);
	if (format == DOCUMENT_RTF)
		return import_run("rtf", NULL, file, out, err);
	rc = import_read_text(file, encoding, &decoded, err);
	if (!rc)
		buffer_append(out, decoded.text.data, decoded.text.len);
	import_text_release(&decoded);
	return rc;
}

static enum status
document_read_converted(const struct import_file *file, const char *encoding,
			struct document *document, struct error *err)
{
	const struct document_way *way = &document_ways[document->format];
	bool is_text = document->format == DOCUMENT_HTML ||
		       document->format == DOCUMENT_RTF;
	struct buffer decoded = BUFFER_INIT, converted = BUFFER_INIT;
	enum status rc = STATUS_OK;

	if (is_text)
		rc = document_decode(file, encoding, document->format, &decoded,
				     err);
	if (!rc)
		rc = document_convert(way, file, is_text ? &decoded : NULL,
				      &converted, err);
	if (!rc)
		rc = document_take_converted(file->name, &converted, document,
					     err);
	buffer_release(&decoded);
	buffer_release(&converted);
	return rc;
}

enum status
document_read(const char *name, const char *encoding, struct document *document,
	      struct error *err)
{
	struct import_file file = {name, -1};
	enum status rc;

	memset(document, 0, sizeof *document);
	buffer_init(&document->text.text);
	rc = document_open(name, &file, err);
	if (!rc)
		rc = document_look(&file, &document->format, err);
	if (!rc && document_ways[document->format].is_packed)
		rc = document_check_parts(&file, &document->format, err);
	if (!rc && document_ways[document->format].converter) {
		rc = document_read_converted(&file, encoding, document, err);
	} else if (!rc) {
		buffer_release(&document->text.text);
		document_rewind(&file);
		rc = import_read_text(&file, encoding, &document->text, err);
	}
	if (rc && !*err->file)
		error_set_place(err, file.name, 0);
	import_file_close(&file);
	return rc;
}

void
document_release(struct document *document)
{
	import_text_release(&document->text);
}
