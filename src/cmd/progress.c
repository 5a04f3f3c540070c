/* How far a long piece of work is. */
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cmd.h"
#include "lectern/text.h"
#include "lectern/words.h"

#define PROGRESS_AFTER 500 /* milliseconds */
#define PROGRESS_EVERY 100

static int64_t
progress_now(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

/* Outside the output, whose filter would show the carriage return. */
static void
progress_return(struct progress *progress)
{
	ssize_t written;

	output_flush(progress->messages);
	written = write(STDERR_FILENO, "\r", 1);
	if (written != 1)
		progress->is_wanted = false;
}

void
progress_init(struct progress *progress, struct output *messages)
{
	progress->messages = messages;
	progress->start = progress->last = progress_now();
	progress->is_wanted = isatty(STDERR_FILENO) == 1;
	progress->shown = 0;
}

/* The line in 'text', over whatever was there before. */
static void
progress_show(struct progress *progress, const struct buffer *text)
{
	int width = text_width(text->data, text->len), i;

	progress_return(progress);
	output_bytes(progress->messages, text->data, text->len);
	for (i = width; i < progress->shown; i++)
		output_text(progress->messages, " ");
	progress_return(progress);
	progress->shown = width;
}

bool
progress_step(size_t done, size_t total, const char *id, void *data)
{
	struct progress *progress = data;
	struct buffer text = BUFFER_INIT;
	int64_t now;

	if (!progress->is_wanted)
		return true;
	now = progress_now();
	if (now - progress->start < PROGRESS_AFTER ||
	    now - progress->last < PROGRESS_EVERY)
		return true;
	progress->last = now;
	buffer_printf(&text, _("Reading meetings: %zu of %zu (%s)"), done,
		      total, id);
	/* A line that wraps could not be wiped. */
	if (text_width(text.data, text.len) >=
	    output_columns(progress->messages, 80)) {
		buffer_reset(&text);
		buffer_printf(&text, "%zu/%zu", done, total);
	}
	progress_show(progress, &text);
	buffer_release(&text);
	return true;
}

void
progress_done(struct progress *progress)
{
	struct buffer empty = BUFFER_INIT;

	if (progress->shown)
		progress_show(progress, &empty);
}
