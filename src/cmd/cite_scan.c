/*
 * lectern cite --scan: what each line of a text cites.
 *
 * Text comes and goes in blocks of 64 KiB, so that a stream of any length is
 * read in the memory of its longest line.
 */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "cite_cmd.h"
#include "lectern/utf8.h"
#include "lectern/words.h"

#define SCAN_BLOCK    65536
#define SCAN_LINE_MAX (4u << 20) /* as long as a text of a library may be */

struct scan {
	struct command_call *call;
	const char *file; /* as messages name it */
	const char *language;
	const struct cite_names *names;
	bool is_json;
	int line;
	bool has_bad_text;
	struct buffer out;
};

static void
scan_flush(struct scan *scan, size_t at_least)
{
	if (scan->out.len < at_least)
		return;
	output_bytes(scan->call->out, scan->out.data, scan->out.len);
	buffer_reset(&scan->out);
}

/* Strict UTF-8: what is not is said, and is nothing that could be cited. */
static void
scan_check(struct scan *scan, const char *text, size_t len)
{
	struct diagnostics diags = DIAGNOSTICS_INIT;
	size_t good = utf8_valid_prefix(text, len);

	if (good == len)
		return;
	scan->has_bad_text = true;
	diagnostics_add(&diags, SEVERITY_WARNING, scan->file, scan->line,
			(int)utf8_count(text, good) + 1, "not-utf8",
			_("The bytes here are not UTF-8; no citation reaches "
			  "across them. Save the text as UTF-8."));
	command_print_diagnostics(scan->call->messages, &diags, SEVERITY_NOTE);
	diagnostics_release(&diags);
}

/* "2020-12-31", "2020-12" where no day is given, "" where no date is. */
static json_t *
scan_json_date(const struct date *date)
{
	struct buffer text = BUFFER_INIT;
	json_t *value;

	if (date->month)
		buffer_printf(&text, "%04d-%02d", date->year, date->month);
	if (date->month && date->day)
		buffer_printf(&text, "-%02d", date->day);
	value = json_text(text.data);
	buffer_release(&text);
	return value;
}

static json_t *
scan_json_part(const char *text, const struct cite_part *part)
{
	return json_text_bytes(text + part->start, part->end - part->start);
}

static void
scan_put_json(struct scan *scan, const char *text,
	      const struct citations *found)
{
	json_t *line = json_object(), *array = json_array(), *object;
	const struct citation *one;
	size_t i;

	for (i = 0; i < found->list.len; i++) {
		one = &found->list.items[i];
		object = json_object();
		json_put(object, "symbol", json_text(one->symbol));
		json_put(object, "start", json_integer((json_int_t)one->start));
		json_put(object, "end", json_integer((json_int_t)one->end));
		json_put(object, "date", scan_json_date(&one->date));
		json_put(object, "title", scan_json_part(text, &one->title));
		json_put(object, "paragraph",
			 scan_json_part(text, &one->paragraph));
		json_add(array, object);
	}
	json_put(line, "line", json_integer(scan->line));
	json_put(line, "citations", array);
	json_print_line(scan->call->out, line);
}

static void
scan_put_symbols(struct scan *scan, const struct citations *found)
{
	size_t i;

	for (i = 0; i < found->list.len; i++) {
		if (i)
			buffer_append_byte(&scan->out, ' ');
		buffer_append_string(&scan->out, found->list.items[i].symbol);
	}
	buffer_append_byte(&scan->out, '\n');
	scan_flush(scan, SCAN_BLOCK);
}

static void
scan_line(struct scan *scan, const char *text, size_t len,
	  struct citations *found)
{
	scan->line++;
	scan_check(scan, text, len);
	found->list.len = 0;
	cite_find(text, len, scan->language, scan->names, found);
	if (scan->is_json)
		scan_put_json(scan, text, found);
	else
		scan_put_symbols(scan, found);
}

/* The whole lines of 'text'; what is left of it stays there. */
static void
scan_lines(struct scan *scan, struct buffer *text, size_t fresh,
	   struct citations *found)
{
	const char *at = text->data, *end = at + text->len, *line_end;
	size_t rest;

	/* What was left the last time holds no end of a line. */
	line_end = memchr(at + fresh, '\n', text->len - fresh);
	while (line_end) {
		scan_line(scan, at, (size_t)(line_end - at), found);
		at = line_end + 1;
		line_end = memchr(at, '\n', (size_t)(end - at));
	}
	rest = (size_t)(end - at);
	memmove(text->data, at, rest);
	buffer_truncate(text, rest);
}

static enum status
scan_read(struct scan *scan, int fd, struct buffer *text, ssize_t *got,
	  struct error *err)
{
	buffer_reserve(text, SCAN_BLOCK);
	do
		*got = read(fd, text->data + text->len, SCAN_BLOCK);
	while (*got < 0 && errno == EINTR);
	if (*got < 0)
		return error_set_io(err, errno, scan->file,
				    _("%s cannot be read"), scan->file);
	text->len += (size_t)*got;
	text->data[text->len] = '\0';
	return STATUS_OK;
}

static enum status
scan_stream(struct scan *scan, int fd, struct error *err)
{
	struct citations found = CITATIONS_INIT;
	struct buffer text = BUFFER_INIT;
	enum status rc;
	ssize_t got;
	size_t old;

	for (;;) {
		old = text.len;
		rc = scan_read(scan, fd, &text, &got, err);
		if (rc || !got)
			break;
		scan_lines(scan, &text, old, &found);
		if (text.len > SCAN_LINE_MAX) {
			rc = error_set(err, STATUS_LIMIT,
				       _("This line is longer than %u MiB. "
					 "Break it into several."),
				       SCAN_LINE_MAX >> 20);
			error_set_place(err, scan->file, scan->line + 1);
			break;
		}
	}
	if (!rc && text.len)
		scan_line(scan, text.data, text.len, &found);
	scan_flush(scan, 1);
	citations_release(&found);
	buffer_release(&text);
	return rc;
}

/* Any text may be scanned, in a library or not; but one that was named is
 * meant. */
static enum status
scan_open_library(struct command_call *call, struct error *err)
{
	enum status rc = command_open_library(call, err);

	if (!rc || call->library_name)
		return rc;
	*err = (struct error)ERROR_INIT;
	return STATUS_OK;
}

int
cite_run_scan(struct command_call *call, struct error *err)
{
	const char *file = call->operand_count ? call->operands[0] : "-";
	struct scan scan = {.call = call, .out = BUFFER_INIT};
	struct catalogue *catalogue = NULL;
	enum status rc;
	int fd = STDIN_FILENO;

	if (call->operand_count > 1) {
		(void)error_set(err, STATUS_INVALID,
				_("With --scan at most one file is read."));
		return EXIT_TROUBLE;
	}
	if (scan_open_library(call, err))
		return EXIT_TROUBLE;
	catalogue = command_read_catalogue(call);
	scan.names = catalogue_names(catalogue);
	scan.language = command_option(call, "language")->text;
	scan.is_json = command_option(call, "json")->given;
	scan.file = strcmp(file, "-") ? file : _("standard input");
	if (strcmp(file, "-"))
		fd = open(file, O_RDONLY | O_CLOEXEC);
	rc = fd < 0 ? error_set_io(err, errno, file, _("%s cannot be read"),
				   file)
		    : scan_stream(&scan, fd, err);
	if (fd > STDERR_FILENO)
		close(fd);
	catalogue_free(catalogue);
	buffer_release(&scan.out);
	if (rc)
		return EXIT_TROUBLE;
	return scan.has_bad_text ? EXIT_FINDINGS : EXIT_DONE;
}
