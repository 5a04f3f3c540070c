/*
 * output.h - standard output and standard error, the sinks of commands.
 *
 * Everything a command says goes through an output: filtered, converted to
 * the locale's encoding through iconv, and every write checked. Quotes,
 * dashes, № and lines that the encoding lacks become ASCII that reads the
 * same; what is left is '?', counted, and said once at the end: on the
 * terminal itself, or on standard error where the text goes into a pipe.
 *
 * Styles are bold, underline and dim, with a few of the eight colours every
 * palette can read; under NO_COLOR without those. Never reverse, no links, no
 * titles, no queries of the terminal.
 */
#ifndef LECTERN_OUTPUT_H
#define LECTERN_OUTPUT_H

#include <stdbool.h>
#include <stddef.h>

#include "lectern/buffer.h"
#include "lectern/error.h"
#include "lectern/frame.h"

struct output;

/* Write to file descriptor 'fd' in 'encoding' (nl_langinfo(CODESET)). Never
 * NULL; the caller frees. The descriptor stays the caller's. */
struct output *output_new(int fd, const char *encoding);

/* An output into memory, UTF-8: for tests, the screen and pipes. 'into' is
 * borrowed. */
struct output *output_new_buffer(struct buffer *into);

/* Flushes, says what could not be shown, frees. STATUS_IO where a write
 * failed at any time (EPIPE included). */
enum status output_close(struct output *out, struct error *err) WARN_UNUSED;

/* Flush what is buffered. */
void output_flush(struct output *out);

/* Does it show styles? At first: on a terminal that TERM does not call
 * "dumb". Turned on by hand, it shows them anywhere. */
bool output_is_styled(const struct output *out);
void output_set_styled(struct output *out, bool styled);

/* Columns of the terminal, else 'fallback'. */
int output_columns(const struct output *out, int fallback);

/* Text from anywhere: filtered. TAB and LF pass. */
void output_text(struct output *out, const char *text);
void output_bytes(struct output *out, const char *text, size_t len);
void output_printf(struct output *out, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* The end of a page, for a printer: the one control character that a text of
 * ours may hold, so never taken from a text. */
void output_form_feed(struct output *out);

/* All rows of a frame, with SGR where styled, trailing spaces removed.
 * Columns line up in every encoding. */
void output_frame(struct output *out, const struct frame *frame);

/* Characters that the encoding could not hold so far. */
size_t output_lost(const struct output *out);

#endif
