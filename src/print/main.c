/*
 * lectern-print: notes from standard input onto pages.
 *
 * Started by lectern, so that the program that reads and shows needs neither
 * Pango nor Cairo. Reads content (content.h), writes a PDF file to standard
 * output, and to standard error a line of JSON: the pages, the places whose
 * sentences no page holds, the characters that no font has; or an error.
 */
#include <errno.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <jansson.h>

#include "config.h"
#include "content.h"
#include "lectern/memory.h"
#include "lectern/words.h"
#include "pdf.h"

/* Fontconfig and Pango keep what they have read to the end of the process: the
 * leak sanitizer is told that this is theirs. */
#if defined(__SANITIZE_ADDRESS__)
#define PRINT_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define PRINT_SANITIZED 1
#endif
#endif
#ifdef PRINT_SANITIZED
#include <sanitizer/lsan_interface.h>

const char *
__lsan_default_options(void)
{
	return "print_suppressions=0";
}

const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\nleak:libpango\nleak:libcairo\n"
	       "leak:libglib\nleak:libgobject\nleak:libharfbuzz\n";
}
#endif

static enum status
print_read_all(int fd, struct buffer *in, struct error *err)
{
	ssize_t got;

	do {
		buffer_reserve(in, 1u << 16);
		got = read(fd, in->data + in->len, in->cap - in->len - 1);
		if (got > 0)
			buffer_truncate(in, in->len += (size_t)got);
	} while (got > 0 || (got < 0 && errno == EINTR));
	if (got < 0)
		return error_set_io(err, errno, "",
				    _("Cannot read the content"));
	return STATUS_OK;
}

static enum status
print_write_all(int fd, const char *bytes, size_t len, struct error *err)
{
	ssize_t put;

	while (len > 0) {
		put = write(fd, bytes, len);
		if (put < 0 && errno == EINTR)
			continue;
		if (put < 0)
			return error_set_io(err, errno, "",
					    _("Cannot write the pages"));
		bytes += put;
		len -= (size_t)put;
	}
	return STATUS_OK;
}

/* What the pages turned out to be. */
static json_t *
print_report(const struct sheet *sheet, const struct type *type)
{
	json_t *report = json_object(), *broken = json_array();
	json_t *missing = json_array();
	size_t i;

	for (i = 0; i < sheet->pages.broken.len; i++)
		json_array_append_new(
			broken,
			json_string(sheet->pages.broken.items[i]->place));
	for (i = 0; i < type->missing.len; i++)
		json_array_append_new(
			missing,
			json_integer((json_int_t)type->missing.items[i]));
	json_object_set_new(report, "pages",
			    json_integer((json_int_t)sheet->pages.list.len));
	json_object_set_new(report, "broken", broken);
	json_object_set_new(report, "missing", missing);
	return report;
}

static enum status
print_pages(const struct content *content, struct buffer *out, json_t **report,
	    struct error *err)
{
	struct sheet *sheet = mem_alloc(1, sizeof *sheet);
	struct type type;
	enum status rc = STATUS_OK;

	type_init(&type, content);
	if (!has_type_font(&type)) {
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no font on this system. Debian's "
				 "fonts-noto-core and fonts-noto-cjk have the "
				 "most characters."));
	} else if (!is_type_family(&type, content->paper.font)) {
		rc = error_set(err, STATUS_NOT_FOUND,
			       _("There is no font \"%s\" on this system. "
				 "--font takes serif, sans, or a family that "
				 "\"fc-list : family\" lists."),
			       content->paper.font);
	} else {
		sheet_init(sheet, content, &type);
		if (!content->paper.is_measured)
			rc = pdf_write(sheet, out, err);
		*report = print_report(sheet, &type);
		sheet_release(sheet);
	}
	type_release(&type);
	free(sheet);
	return rc;
}

static void
print_say(json_t *report)
{
	char *line = json_dumps(report, JSON_COMPACT);

	/* Nobody is left to be told where this fails. */
	if (line && !print_write_all(STDERR_FILENO, line, strlen(line), NULL))
		(void)print_write_all(STDERR_FILENO, "\n", 1, NULL);
	free(line);
	json_decref(report);
}

int
main(void)
{
	struct buffer in = BUFFER_INIT, out = BUFFER_INIT;
	struct content content = {.json = NULL};
	struct error err = ERROR_INIT;
	json_t *report = NULL;
	enum status rc;

	setlocale(LC_ALL, "");
	/* Numbers of a page are written with points. */
	setlocale(LC_NUMERIC, "C");
	bindtextdomain(PACKAGE, LOCALEDIR);
	textdomain(PACKAGE);
	rc = print_read_all(STDIN_FILENO, &in, &err);
	if (!rc)
		rc = content_read(in.data, in.len, &content, &err);
	buffer_release(&in);
	if (!rc)
		rc = print_pages(&content, &out, &report, &err);
	if (!rc)
		rc = print_write_all(STDOUT_FILENO, out.data, out.len, &err);
	if (!report)
		report = json_object();
	if (rc)
		json_object_set_new(report, "error", json_string(err.message));
	print_say(report);
	content_release(&content);
	buffer_release(&out);
	return rc ? EXIT_FAILURE : EXIT_SUCCESS;
}
