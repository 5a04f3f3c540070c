/*
 * lectern check --fix: what is mended is shown first, as a diff; it is
 * written only on a yes. Fixes never add or take a line, so old and new are
 * compared line by line.
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "check_cmd.h"
#include "lectern/path.h"
#include "lectern/save.h"
#include "lectern/words.h"

struct mend_line {
	const char *text;
	size_t len;
};

/* The next line, without its end; false after the last. */
static bool
mend_next_line(const char **at, const char *end, struct mend_line *line)
{
	const char *newline;

	if (*at >= end)
		return false;
	newline = memchr(*at, '\n', (size_t)(end - *at));
	line->text = *at;
	line->len = (size_t)((newline ? newline : end) - *at);
	*at = newline ? newline + 1 : end;
	return true;
}

static void
mend_print_line(struct output *out, char sign, const struct mend_line *line)
{
	output_printf(out, "%c", sign);
	output_bytes(out, line->text, line->len);
	output_text(out, "\n");
}

/* No-break spaces cannot be seen: they are written as ⍽ in the diff. */
static void
mend_show_spaces(const struct buffer *text, struct buffer *out)
{
	size_t i;

	for (i = 0; i < text->len; i++) {
		if (i + 1 < text->len && !memcmp(text->data + i, "\u00a0", 2)) {
			buffer_append_string(out, "⍽");
			i++;
		} else {
			buffer_append_byte(out, text->data[i]);
		}
	}
}

static void
mend_print_diff(struct output *out, const char *file, const struct buffer *was,
		const struct buffer *is)
{
	struct buffer old = BUFFER_INIT, new = BUFFER_INIT;
	const char *a, *b;
	struct mend_line one, two;
	int line = 1;

	mend_show_spaces(was, &old);
	mend_show_spaces(is, &new);
	a = old.data;
	b = new.data;
	output_printf(out, "--- %s\n+++ %s\n", file, file);
	for (; mend_next_line(&a, old.data + old.len, &one) &&
	       mend_next_line(&b, new.data + new.len, &two);
	     line++) {
		if (one.len == two.len && !memcmp(one.text, two.text, one.len))
			continue;
		output_printf(out, "@@ -%d +%d @@\n", line, line);
		mend_print_line(out, '-', &one);
		mend_print_line(out, '+', &two);
	}
	buffer_release(&old);
	buffer_release(&new);
}

static bool
mend_ask(struct check_job *job, const char *file)
{
	char answer[16];

	if (command_option(job->call, "yes")->given)
		return true;
	output_flush(job->call->out);
	if (!isatty(STDIN_FILENO)) {
		command_say(job->call->messages,
			    _("%s is left as it is; --yes writes the changes."),
			    file);
		return false;
	}
	output_printf(job->call->messages,
		      _("Write these changes to %s? (y/n) "), file);
	output_flush(job->call->messages);
	return fgets(answer, sizeof answer, stdin) &&
	       (*answer == 'y' || *answer == 'Y' || !strncmp(answer, "д", 2) ||
		!strncmp(answer, "и", 2));
}

/* A fix counts where it was asked for, and where it is in the place. */
static void
mend_choose(const struct check_job *job, const struct check_report *report,
	    struct check_report *chosen)
{
	size_t i;

	for (i = 0; i < report->list.len; i++)
		if (is_check_wanted(job, &report->list.items[i]))
			vector_push(&chosen->list, report->list.items[i]);
}

static enum status
mend_file(struct check_job *job, const struct check_report *chosen,
	  const char *file, size_t *written, struct error *err)
{
	char *path = path_join(job->call->library->path, file);
	struct buffer was = BUFFER_INIT, is = BUFFER_INIT;
	struct check_source source;
	struct save_report saved;
	struct file_identity id;
	enum status rc;

	rc = file_read(path, FILE_LIMIT, &was, &id, err);
	source = (struct check_source){was.data, was.len};
	if (!rc && check_apply_fixes(chosen, file, NULL, &source, &is)) {
		mend_print_diff(job->call->out, file, &was, &is);
		if (mend_ask(job, file)) {
			rc = file_save(path, is.data, is.len, &id, &saved, err);
			*written += !rc;
		}
	}
	buffer_release(&was);
	buffer_release(&is);
	free(path);
	return rc;
}

enum status
check_mend(struct check_job *job, const struct meeting *meeting,
	   const struct check_report *report, size_t *written,
	   struct error *err)
{
	struct check_report chosen = CHECK_REPORT_INIT;
	enum status rc = STATUS_OK;
	size_t i;

	*written = 0;
	mend_choose(job, report, &chosen);
	for (i = 0; i < meeting->language_count && !rc; i++)
		if (meeting->briefs[i])
			rc = mend_file(job, &chosen, meeting->briefs[i]->file,
				       written, err);
	vector_release(&chosen.list);
	return rc;
}
